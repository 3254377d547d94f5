//! The trial of a technology in the reader's lab, for pages that still write `Html`.

use super::{Html, Page};
use crate::documents::lab::{configuration, lab};
use boussole_core::content::Topic;
use boussole_core::engine::{Takes, Trial};

pub(super) use crate::documents::lab::trial;

pub(super) fn titled(html: &mut Html, page: Page<'_>, title: &str, takes: Takes, trial: &Trial) {
    html.raw(&configuration(page.words, title, takes, trial).into_string());
}

pub(super) fn try_out(html: &mut Html, page: Page<'_>, topic: &Topic) {
    html.raw(&lab(page, topic).into_string());
}
