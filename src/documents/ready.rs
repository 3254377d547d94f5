//! Whether the team is ready to decide: a check apart from the verdict.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Answer;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::sources;

/// Why the check is made.
#[must_use]
pub fn purpose(words: Words<'_>, question: &Question) -> Markup {
    html! { (question.why.get(words.lang)) " " (sources(words, &question.sources)) }
}

/// How many of its boxes are ticked. None before the first.
#[must_use]
pub fn ticked(page: Page<'_>, topic: &Topic) -> Option<String> {
    let words = page.words;
    let Answer::Ticks(ticks) = page.answers.get(topic.ready)? else {
        return None;
    };
    let (n, total) = (ticks.ticked.count_ones() as usize, words.content.question(topic.ready)?.choices.len());
    if n == total {
        return Some(words.label(Label::ReadyAll).to_owned());
    }
    Some(words.fill(Label::ReadySome, &[("n", &n.to_string()), ("total", &total.to_string())]))
}
