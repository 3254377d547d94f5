//! Whether a lab can run something.

use boussole_core::content::{Label, Topic};
use boussole_core::engine::{self, Takes, Trial};
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;

/// Whether the lab can run one technology.
#[must_use]
pub fn trial(page: Page<'_>, topic: &Topic) -> Trial {
    engine::trial(Takes::of(&topic.lab), engine::owned(page.words.content, page.answers))
}

/// A configuration, what it takes, and whether the lab is enough for it.
#[must_use]
pub fn configuration(words: Words<'_>, title: &str, takes: Takes, trial: &Trial) -> Markup {
    html! {
        div.trial {
            h3 { (title) }
            (hardware(words, takes, trial))
        }
    }
}

/// Whether the lab is enough, then what is needed in full and at least.
#[must_use]
pub fn hardware(words: Words<'_>, takes: Takes, trial: &Trial) -> Markup {
    let rows = [(Label::LabFull, takes.full, takes.gpu), (Label::LabLean, takes.lean, false)];
    html! {
        p { strong { (words.trial(trial)) } }
        dl.terms {
            @for (label, hardware, gpu) in rows {
                div { dt { (words.label(label)) } dd { (words.hardware(hardware, gpu)) } }
            }
        }
    }
}
