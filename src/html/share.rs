//! What the last page of a participant shows to copy.

use super::Html;
use super::screen::part;
use boussole_core::content::Label;
use boussole_core::state::AppState;
use boussole_core::words::Words;

pub(super) use crate::documents::share::link;

/// The button that copies a field.
pub(super) fn copy(html: &mut Html, words: Words<'_>, name: &str, about: Label) {
    html.raw("<button type=\"button\" class=\"button\" data-do=\"copy\" data-on=\"").raw(name).raw("\">");
    html.text(words.label(Label::Copy)).unseen(words.lang, words.label(about)).raw("</button>");
}

/// Whether the browser copied it.
pub(super) fn column_told(words: Words<'_>, state: &AppState) -> String {
    part(|html| {
        if let Some((_, is_done)) = state.sharing.copied {
            html.classed("p", "copy__told", words.label(told(is_done)));
        }
    })
}

/// What is said of a copy.
pub(super) const fn told(is_done: bool) -> Label {
    if is_done { Label::Copied } else { Label::CopyRefused }
}
