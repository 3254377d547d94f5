//! What a verdict invites the reader to look at again, for pages that still write `Html`.

use super::{Html, Page};
use crate::documents::look_again;
use boussole_core::content::Topic;
use boussole_core::domain::Verdict;

pub(super) fn tensions(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    html.raw(&look_again::tensions(page, position, topic).into_string());
}

pub(super) fn signs(html: &mut Html, page: Page<'_>, topic: &Topic, verdict: Verdict) {
    html.raw(&look_again::signs(page, topic, verdict).into_string());
}
