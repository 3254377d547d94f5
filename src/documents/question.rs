//! The parts around a question that follow the answers.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Range;
use boussole_core::engine::Power;
use boussole_core::link::View;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::why;

/// The technology, the position of a question in the order of asking, from 1, and how many more there may be.
#[must_use]
pub fn step(words: Words<'_>, topic: &Topic, (n, left): (usize, usize)) -> Markup {
    let label = if left == 0 { Label::StepLast } else { Label::Step };
    let values = [("topic", topic.name.get(words.lang)), ("n", &*n.to_string()), ("left", &*left.to_string())];
    html! { p.step { (words.fill(label, &values)) } }
}

/// Tells the person when a question can no longer change the verdict.
#[must_use]
pub fn no_longer_matters(words: Words<'_>, power: Option<Power>) -> Markup {
    html! {
        @if power.is_none() { p.hint { (words.power(power)) } }
    }
}

/// Why a question is asked, set apart from the question.
#[must_use]
pub fn why_aside(words: Words<'_>, question: &Question, power: Option<Power>) -> Markup {
    html! { div.why { (why(words, question, power)) } }
}

/// Links to all the questions on one page and, once something is known of it, to the verdict.
#[must_use]
pub fn ways(page: Page<'_>, position: usize, range: Range) -> Markup {
    let verdict = if range.settled() { Label::SeeVerdict } else { Label::SeeVerdictNow };
    html! {
        p.ways {
            a href=(page.href(View::All(position))) { (page.words.label(Label::AllOnOnePage)) }
            @if range != Range::FULL {
                a href=(page.href(View::Verdict(position))) { (page.words.label(verdict)) }
            }
        }
    }
}
