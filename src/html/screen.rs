//! The whole screen as text, in parts. A part whose text stays the same keeps its elements: the focus, what is unfolded and
//! what is picked stay in it.
//!
//! Pages are never inlined here: each has a line of its own in `cargo xtask size`, for 0.8 KB brotli of the wasm.

use super::question::{all, question};
use super::{Html, Page, board, choose, colon, example, frame, home, plan, tools, verdict};
use crate::app::AppState;
use crate::content::Label;
use crate::engine;
use crate::link::View;

/// What is on screen.
#[derive(Debug, PartialEq, Eq)]
pub struct Screen {
    /// The header.
    pub header: String,
    /// What there is to tell, a part each.
    pub notices: Vec<String>,
    /// What the last answer did, for those who do not see it.
    pub status: String,
    /// The page.
    pub main: Main,
    /// The footer.
    pub footer: String,
}

/// A page.
#[derive(Debug, PartialEq, Eq)]
pub struct Main {
    /// The page's class; the column's is that with `__main`.
    pub class: &'static str,
    /// The parts of its column, one under the other.
    pub column: Vec<String>,
    /// What stands beside the column: class and text.
    pub side: Option<(&'static str, String)>,
}

/// One part of a page.
pub(super) fn part(write: impl FnOnce(&mut Html)) -> String {
    let mut html = Html::new();
    write(&mut html);
    html.finish()
}

/// Draws the state. `sheets` gives the inside of a page that is only read, when this file carries it.
#[must_use]
pub fn screen(page: Page<'_>, state: &AppState, sheets: &dyn Fn() -> String) -> Screen {
    Screen {
        header: part(|html| frame::app_header(html, page, state)),
        notices: frame::notices(page, state),
        status: status(page, state),
        main: main(page, state, sheets),
        footer: part(|html| frame::app_footer(html, page, state)),
    }
}

fn status(page: Page<'_>, state: &AppState) -> String {
    let (words, content) = (page.words, page.words.content);
    match state.view {
        View::Choose => {
            let subjects = words.subjects(engine::choose(content, page.answers).picks.iter().map(|pick| pick.subject));
            if subjects.is_empty() {
                subjects
            } else {
                [words.label(Label::ChooseResult), colon(words.lang), &subjects].concat()
            }
        }
        View::Plan => plan::fits(words, &engine::plan(content, page.answers)).unwrap_or_default(),
        View::Verdict(position) if state.change.is_none() => {
            let topic = content.topics.get(position).filter(|topic| tools::is_asked(page, topic));
            let pointed = topic.and_then(|topic| Some((topic, engine::pointer(content, topic, page.answers)?)));
            pointed.map(|(topic, pointer)| tools::title(words, topic, pointer)).unwrap_or_default()
        }
        _ => {
            let changed = state.change.and_then(|change| {
                let said = words.change(change.before, change.after)?;
                Some([&said, " ", &words.range(change.after)].concat())
            });
            changed.unwrap_or_default()
        }
    }
}

fn main(page: Page<'_>, state: &AppState, sheets: &dyn Fn() -> String) -> Main {
    let content = page.words.content;
    let topic = |position: usize| content.topics.get(position);
    let read = |write: &dyn Fn(&mut Html)| Main { class: "read", column: vec![part(write)], side: None };
    let drawn = match state.view {
        View::Question(position, _) => topic(position).and_then(|topic| question(page, state, position, topic)),
        View::All(position) => topic(position).map(|topic| all(page, state, position, topic)),
        View::Verdict(position) => topic(position).map(|topic| verdict::verdict(page, position, topic)),
        View::Home => Some(read(&|html| home::home(html, page))),
        View::Choose => Some(choose::choose(page)),
        View::Plan => Some(plan::plan(page)),
        View::Board(order) => Some(read(&|html| board::board(html, page, order))),
        View::Example(situation) => {
            content.situations.get(situation).map(|situation| read(&|html| example::example(html, page, situation)))
        }
        // On the site these pages are beside the app, which leaves for them.
        View::Chapter(_) | View::About => Some(Main { class: "read", column: vec![sheets()], side: None }),
    };
    drawn.unwrap_or(Main { class: "read", column: Vec::new(), side: None })
}
