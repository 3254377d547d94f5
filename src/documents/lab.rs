//! Whether the reader can try a technology in their lab. This is shown beside a verdict and has no part in it.

use boussole_core::content::{Label, Microk8s, Topic};
use boussole_core::engine::{self, LabNeed, Trial};
use boussole_core::link::View;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::sources;

/// Whether the reader's lab and skills allow a trial of a technology.
#[must_use]
pub fn lab(page: Page<'_>, topic: &Topic) -> Markup {
    let words = page.words;
    let known = engine::known_prerequisites(words.content, page.answers);
    html! {
        h2 { (words.label(Label::LabTitle)) }
        p.muted { (words.label(Label::LabIndependent)) }
        div.card {
            (hardware(words, LabNeed::of(&topic.lab), &trial(page, topic)))
            p { (topic.lab.note.get(words.lang)) " " (sources(words, &topic.lab.sources)) }
            @if let Some(advice) = fewer_machines(page, topic) { p { (advice) } }
            p { (words.known(known.as_ref())) }
            p { a href=(page.href(View::Choose)) { (words.label(Label::LabDescribe)) } }
        }
        (microk8s(words, topic))
    }
}

/// Whether the reader's lab can run a technology.
#[must_use]
pub fn trial(page: Page<'_>, topic: &Topic) -> Trial {
    engine::trial(LabNeed::of(&topic.lab), engine::owned_lab(page.words.content, page.answers))
}

/// The hardware of a configuration under a title, and whether the lab has it.
#[must_use]
pub fn configuration(words: Words<'_>, title: &str, takes: LabNeed, trial: &Trial) -> Markup {
    html! {
        div.trial {
            h3 { (title) }
            (hardware(words, takes, trial))
        }
    }
}

fn hardware(words: Words<'_>, takes: LabNeed, trial: &Trial) -> Markup {
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

/// How to do with fewer machines than the chapter uses, for a reader who has fewer.
fn fewer_machines<'a>(page: Page<'a>, topic: &'a Topic) -> Option<&'a str> {
    let machines = engine::owned_lab(page.words.content, page.answers).machines?;
    let advice = topic.lab.fewer.as_ref().filter(|_| machines < topic.lab.machines)?;
    Some(advice.get(page.words.lang))
}

/// What to know of the technology on MicroK8s.
fn microk8s(words: Words<'_>, topic: &Topic) -> Markup {
    html! {
        @if !topic.lab.microk8s.is_empty() {
            h3 { (words.label(Label::LabMicrok8s)) }
            ul.notes {
                @for note in &topic.lab.microk8s { (microk8s_note(words, note)) }
            }
        }
    }
}

fn microk8s_note(words: Words<'_>, note: &Microk8s) -> Markup {
    html! {
        li {
            @if !note.addon.is_empty() { code { (note.addon) } " " }
            (note.text.get(words.lang)) " "
            span.since__date { (words.date(note.date)) } " "
            (sources(words, &note.sources))
        }
    }
}
