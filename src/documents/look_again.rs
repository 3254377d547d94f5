//! What a verdict invites the reader to look at again: answers that conflict now, and the signs that would reopen it later.

use boussole_core::content::{Label, Tension, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine::{self, Lift};
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::{Mark, answer_line, reason, sources};

/// Answers that conflict, each with a link to change it.
#[must_use]
pub fn tensions(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let mut tensions = engine::tensions(topic, page.answers).peekable();
    html! {
        @if tensions.peek().is_some() { h2 { (page.words.label(Label::TensionTitle)) } }
        @for found in tensions { (tension(page, position, found)) }
    }
}

/// After a negative verdict, the signs that would reopen it.
#[must_use]
pub fn signs(page: Page<'_>, topic: &Topic, verdict: Verdict) -> Markup {
    let words = page.words;
    let title = match verdict {
        Verdict::NotForYou => Label::SignsNotForYou,
        Verdict::SimplerFirst => Label::SignsSimpler,
        Verdict::NotNow => Label::SignsNotNow,
        Verdict::TryInLab | Verdict::Adopt => return html! {},
    };
    html! {
        h2 { (words.label(title)) }
        // Where no problem is recognised, a sign is itself the smallest change.
        @if verdict == Verdict::NotForYou {
            (criteria(page, topic, verdict, Label::SignsText))
        } @else {
            @if let Some(smallest) = engine::lifts(topic, page.answers).first() {
                p.muted { (words.label(Label::SignsFirst)) }
                (lift_steps(words, smallest))
            }
            (criteria(page, topic, verdict, Label::SignsPressing))
        }
    }
}

/// The steps of a way to a better verdict, with the effort of each.
#[must_use]
pub fn lift_steps(words: Words<'_>, lift: &Lift) -> Markup {
    html! {
        ol.lift {
            @for step in &lift.steps {
                li {
                    span {
                        (words.step(step))
                        @if let Some(effort) = words.effort(step) { " " small.muted { (effort) } }
                    }
                }
            }
        }
    }
}

fn tension(page: Page<'_>, position: usize, tension: &Tension) -> Markup {
    let words = page.words;
    let questions = tension.when.iter().filter_map(|condition| words.content.question(condition.question));
    html! {
        div.card.tension {
            p { (tension.text.get(words.lang)) " " (sources(words, &tension.sources)) }
            ul.answers-list {
                @for question in questions { (answer_line(page, position, question, "")) }
            }
        }
    }
}

/// The criteria in favour that are not met yet, after a line that introduces them.
fn criteria(page: Page<'_>, topic: &Topic, verdict: Verdict, lead: Label) -> Markup {
    let words = page.words;
    let mut signs = engine::signs(topic, page.answers, verdict).peekable();
    html! {
        @if signs.peek().is_some() {
            p.muted { (words.label(lead)) }
            ul.reasons {
                @for sign in signs { (reason(words, Mark::Open, sign.text.get(words.lang), &html! {}, &sign.sources)) }
            }
        }
    }
}
