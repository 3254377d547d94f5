//! The paper questionnaire, for pages that still write `Html`.

use super::screen::part;
use super::table::table;
use super::{Html, Page};
use boussole_core::content::Paper;

pub(super) use crate::documents::paper::head;

pub(super) fn paper(html: &mut Html, page: Page<'_>, paper: &Paper, base: Option<&str>) {
    html.raw(&crate::documents::paper::paper(page, paper, base).into_string());
}

/// A table, for documents, until their own is merged.
pub(crate) fn old_table(
    class: &str,
    caption: &str,
    heads: &[String],
    groups: &[(Option<&str>, Vec<Vec<String>>)],
) -> String {
    part(|html| table(html, class, caption, heads, groups))
}
