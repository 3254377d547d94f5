//! The trainers' guide, for pages that still write `Html`.

use super::{Html, Page};
use boussole_core::content::Trainers;

pub(super) use crate::documents::trainers::head;

pub(super) fn trainers(html: &mut Html, page: Page<'_>, trainers: &Trainers) {
    html.raw(&crate::documents::trainers::trainers(page, trainers).into_string());
}
