//! The whole screen as text, in parts. A part whose text stays the same keeps its elements: the focus, what is unfolded and
//! what is picked stay in it.
//!
//! Pages are never inlined here: each has a line of its own in `cargo xtask size`, for 0.8 KB brotli of the wasm.

use super::question::{all, question};
use super::{
    Html, Page, board, choose, compare, embed, example, frame, home, join, plan, ready, rest, share, tools, verdict,
};
use boussole_core::content::Topic;
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AppState, Change};
use boussole_core::words::Words;

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

impl Screen {
    /// The whole of it, as the page first shows it. What is drawn anew later is each part's own element.
    #[must_use]
    pub fn whole(&self) -> String {
        let notices = parts(&self.notices);
        let mut html = Html::new();
        html.raw("<div>").raw(&self.header).raw("</div><div class=\"notices\">").raw(&notices);
        html.raw("</div><p class=\"visually-hidden\" role=\"status\">").text(&self.status);
        html.raw("</p><main id=\"main\" class=\"").raw(self.main.class).raw("\">").raw(&self.main.inside());
        html.raw("</main><footer class=\"foot\">").raw(&self.footer).raw("</footer><div class=\"printed\"></div>");
        html.finish()
    }
}

impl Main {
    /// The inside of the page's element: the column, and what stands beside it.
    #[must_use]
    pub fn inside(&self) -> String {
        let mut html = Html::new();
        html.raw("<div class=\"").raw(self.class).raw("__main\">").raw(&parts(&self.column)).raw("</div>");
        if let Some((class, side)) = &self.side {
            html.raw("<aside class=\"").raw(class).raw("\">").raw(side).raw("</aside>");
        }
        html.finish()
    }
}

/// Parts one under the other, an element each.
fn parts(parts: &[String]) -> String {
    let mut html = Html::new();
    for part in parts {
        html.raw("<div>").raw(part).raw("</div>");
    }
    html.finish()
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
    if let Some(embed) = &state.embed {
        let change = state.change.filter(|_| embed.shows_verdict());
        return Screen {
            header: String::new(),
            notices: frame::notices(page, state),
            status: change.map(|change| changed(page.words, change)).unwrap_or_default(),
            main: embed::embed(page, state, embed),
            footer: embed::bar(page, state, embed),
        };
    }
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
    if rest::is_lacking(state) {
        return String::new();
    }
    match state.view {
        View::Choose => choose::status(page),
        View::Plan => plan::status(page),
        View::Share(_) | View::Slides(_) | View::Joined(_) => {
            let told = state.sharing.copied.as_ref().map(|(_, is_done)| words.label(share::told(*is_done)));
            told.unwrap_or_default().to_owned()
        }
        View::Verdict(position) | View::Compare(position) => {
            content.topics.get(position).map(|topic| of_topic(page, state, topic)).unwrap_or_default()
        }
        View::Room(Some(position)) => {
            crate::documents::room::count(words, state.room.heard(content, position).answers.len())
        }
        _ => state.change.map(|change| changed(words, change)).unwrap_or_default(),
    }
}

/// What there is to hear of a topic's result: what flipped answers or the second situation give, what the last answer did, or
/// else the tool to look at and whether the team is ready.
fn of_topic(page: Page<'_>, state: &AppState, topic: &Topic) -> String {
    let words = page.words;
    let range = |answers| engine::judge(topic, answers).range;
    if let View::Compare(_) = state.view {
        let [_, second] = compare::names(words, state.pair);
        return [second, words.lang.colon(), &words.range(range(&state.second(words.content)))].concat();
    }
    if let Some(what_if) = &state.what_if {
        return words.what_if(range(page.answers), range(&what_if.answers));
    }
    if let Some(change) = state.change {
        return changed(words, change);
    }
    let pointer = engine::pointer(words.content, topic, page.answers).filter(|_| tools::is_asked(page, topic));
    let pointed = pointer.map(|pointer| tools::title(words, topic, pointer)).unwrap_or_default();
    [&pointed, " ", &ready::state(page, topic).unwrap_or_default()].concat()
}

fn changed(words: Words<'_>, change: Change) -> String {
    [&words.change(change.before, change.after), " ", &words.range(change.after)].concat()
}

fn main(page: Page<'_>, state: &AppState, sheets: &dyn Fn() -> String) -> Main {
    if rest::is_lacking(state) {
        return rest::stand_in(page, state);
    }
    let content = page.words.content;
    let topic = |position: usize| content.topics.get(position);
    let read = |write: &dyn Fn(&mut Html)| Main { class: "read", column: vec![part(write)], side: None };
    let drawn = match state.view {
        View::Question(position, _) => topic(position).and_then(|topic| question(page, state, position, topic)),
        View::All(position) => topic(position).map(|topic| all(page, state, position, topic)),
        View::Verdict(position) => topic(position).map(|topic| verdict::verdict(page, state, position, topic)),
        View::Compare(position) => topic(position).map(|topic| compare::compare(page, state, position, topic)),
        View::Join(position, _) => topic(position).and_then(|topic| join::join(page, state, position, topic)),
        View::Joined(position) => topic(position).map(|topic| join::joined(page, state, position, topic)),
        // Components show these.
        View::Share(_) | View::Slides(_) | View::Room(_) => None,
        View::Home => Some(read(&|html| home::home(html, page))),
        View::Choose => Some(choose::choose(page)),
        View::Plan => Some(plan::plan(page)),
        View::Board(order) => Some(read(&|html| board::board(html, page, order))),
        View::Example(situation) => {
            content.situations.get(situation).map(|situation| read(&|html| example::example(html, page, situation)))
        }
        // On the site these pages are beside the app, which leaves for them.
        View::Chapter(_) | View::About | View::Paper | View::Trainers => {
            Some(Main { class: "read", column: vec![sheets()], side: None })
        }
    };
    drawn.unwrap_or(Main { class: "read", column: Vec::new(), side: None })
}
