//! The whole screen as text, in parts. A part whose text stays the same keeps its elements: the focus, what is unfolded and
//! what is picked stay in it.
//!
//! Pages are never inlined here: each has a line of its own in `cargo xtask size`, for 0.8 KB brotli of the wasm.

use super::{Html, Page, board, compare, example, frame, rest, room, share, slides, verdict};
use boussole_core::link::View;
use boussole_core::state::AppState;

use crate::documents::status::status;

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
    Screen {
        header: part(|html| frame::app_header(html, page, state)),
        notices: frame::notices(page, state),
        status: if rest::is_lacking(state) { String::new() } else { status(page, state) },
        main: main(page, state, sheets),
        footer: part(|html| frame::app_footer(html, page, state)),
    }
}

fn main(page: Page<'_>, state: &AppState, sheets: &dyn Fn() -> String) -> Main {
    if rest::is_lacking(state) {
        return rest::stand_in(page, state);
    }
    let content = page.words.content;
    let topic = |position: usize| content.topics.get(position);
    let read = |write: &dyn Fn(&mut Html)| Main { class: "read", column: vec![part(write)], side: None };
    let drawn = match state.view {
        View::Verdict(position) => topic(position).map(|topic| verdict::verdict(page, state, position, topic)),
        View::Compare(position) => topic(position).map(|topic| compare::compare(page, state, position, topic)),
        View::Share(None) => Some(share::share(page, state, None)),
        View::Share(Some(position)) => topic(position).map(|topic| share::share(page, state, Some((position, topic)))),
        View::Slides(_) => Some(slides::slides(page, state)),
        View::Room(None) => Some(read(&|html| room::rooms(html, page))),
        View::Room(Some(position)) => topic(position).map(|topic| room::room(page, state, position, topic)),
        View::Board(order) => Some(read(&|html| board::board(html, page, order))),
        View::Example(situation) => {
            content.situations.get(situation).map(|situation| read(&|html| example::example(html, page, situation)))
        }
        // Components show these.
        View::Home
        | View::Question(..)
        | View::All(_)
        | View::Join(..)
        | View::Joined(_)
        | View::Choose
        | View::Plan => None,
        // On the site these pages are beside the app, which leaves for them.
        View::Chapter(_) | View::About | View::Paper | View::Trainers => {
            Some(Main { class: "read", column: vec![sheets()], side: None })
        }
    };
    drawn.unwrap_or(Main { class: "read", column: Vec::new(), side: None })
}
