//! The trial of a technology in the reader's lab, for pages that still write `Html`.

use super::{Html, Page};
use crate::documents::lab::lab;
use boussole_core::content::Topic;

pub(super) use crate::documents::lab::trial;

pub(super) fn try_out(html: &mut Html, page: Page<'_>, topic: &Topic) {
    html.raw(&lab(page, topic).into_string());
}
