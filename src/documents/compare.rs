//! Two situations side by side: the verdict of each, and the questions that they answer differently.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Answers;
use boussole_core::engine;
use boussole_core::state::Pair;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::dial::dial;
use super::look_again::lift_steps;

/// The names of the two situations.
#[must_use]
pub fn names(words: Words<'_>, pair: Pair) -> [&str; 2] {
    match pair {
        Pair::Years => [Label::PairToday, Label::PairLater],
        Pair::Teams => [Label::PairA, Label::PairB],
    }
    .map(|label| words.label(label))
}

/// One situation: its verdict, what limits it, and the shortest way to a better one.
#[must_use]
pub fn side(words: Words<'_>, topic: &Topic, name: &str, answers: &Answers) -> Markup {
    let judgement = engine::judge(topic, answers);
    html! {
        p.card__status { (name) }
        h2 { (words.heading_short(judgement.range)) }
        (dial(words, judgement.range, judgement.range, false))
        ul {
            @for rule in judgement.limits(topic) { li { (rule.reason.get(words.lang)) } }
        }
        @match engine::lifts(topic, answers).first() {
            Some(lift) => {
                h3 { (words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))])) }
                (lift_steps(words, lift))
            }
            None => p { (words.no_lift(judgement)) },
        }
    }
}

/// The questions that the two situations answer differently.
#[must_use]
pub fn differences(words: Words<'_>, topic: &Topic, names: [&str; 2], both: [&Answers; 2]) -> Markup {
    let questions = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    let [first, second] = both;
    let mut differing = questions.filter(|question| first.get(question.code) != second.get(question.code)).peekable();
    html! {
        h2 { (words.label(Label::CompareDiffer)) }
        @if differing.peek().is_none() {
            p { (words.label(Label::CompareSame)) }
        } @else {
            table.differ {
                thead {
                    tr {
                        td {}
                        @for name in names { th scope="col" { (name) } }
                    }
                }
                tbody {
                    @for question in differing { (row(words, question, names, both)) }
                }
            }
        }
    }
}

/// The two answers of a question. A narrow screen shows the names from `data-of`.
fn row(words: Words<'_>, question: &Question, names: [&str; 2], both: [&Answers; 2]) -> Markup {
    html! {
        tr {
            th scope="row" { (question.ask.get(words.lang)) }
            @for (name, answers) in names.into_iter().zip(both) {
                td data-of=(name) { (words.answer(question, answers.get(question.code))) }
            }
        }
    }
}
