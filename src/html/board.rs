//! The overview, for the screen that still writes `Html`: the document, with the links and the button between its parts.

use super::{Html, Page, button};
use crate::documents::board::{cells, intro, shared_facts};
use boussole_core::content::Label;
use boussole_core::link::{Order, View};

/// The inside of the overview.
#[inline(never)]
pub(super) fn board(html: &mut Html, page: Page<'_>, order: Order) {
    let words = page.words;
    html.raw(&intro(page).into_string());
    html.raw("<nav class=\"ways\" aria-label=\"").text(words.label(Label::BoardOrder)).raw("\">");
    for (other, label) in [(Order::Chapter, Label::BoardChapter), (Order::Nearest, Label::BoardNearest)] {
        html.raw("<a href=\"").text(&page.href(View::Board(other)));
        html.raw(if other == order { "\" aria-current=\"true\">" } else { "\">" }).text(words.label(label)).raw("</a>");
    }
    html.link(&page.href(View::Share(None)), "").text(words.label(Label::ShareGo)).raw("</a>");
    button(html, "link-button", "print", "", words.label(Label::Print));
    html.raw("</nav>").raw(&cells(page, order).into_string()).raw(&shared_facts(page).into_string());
}
