//! The worked example of the trust page: a situation's answers, the limits that they set, the verdict, and what one other
//! answer would change.

use boussole_core::content::{AboutLabel, Rule, Situation, Topic};
use boussole_core::domain::{Answer, Answers, QuestionId};
use boussole_core::engine::{self, Step};
use boussole_core::link::View;
use boussole_core::words::fill;
use maud::{Markup, html};

use super::super::parts::sources;
use super::super::table::{RowGroup, table};
use super::{Trust, pair};

pub(super) fn example(trust: Trust<'_>) -> Markup {
    let (content, words) = (trust.page.words.content, trust.page.words);
    // `load` refuses a page whose example is no situation, and a situation without a topic.
    let Some(situation) = content.situations.get(trust.about.example) else { return html! {} };
    let Some(topic) = content.topics.get(usize::from(situation.topic)) else { return html! {} };
    let answers = content.answers_of(situation);
    let verdict = words.in_sentence(&words.heading(engine::judge(topic, &answers).range));
    html! {
        p { strong { (trust.text(&situation.name)) "." } " " (trust.text(&situation.story)) }
        h3 { (trust.say(AboutLabel::ExampleGiven)) }
        dl.pairs.pairs--even {
            @for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                (pair(trust.text(&question.ask), &words.answer(question, answers.get(question.code))))
            }
        }
        (limits_table(trust, topic, &answers))
        p.trust__verdict { (fill(trust.say(AboutLabel::ExampleVerdict), &[("verdict", &verdict)])) }
        (other_answer(trust, topic, &answers))
        (link(trust, situation))
    }
}

fn limits_table(trust: Trust<'_>, topic: &Topic, answers: &Answers) -> Markup {
    let words = trust.page.words;
    let row = |rule: &Rule| {
        vec![
            html! { (words.verdict(rule.ceiling)) },
            html! { (trust.text(&rule.reason)) },
            sources(words, &rule.sources),
        ]
    };
    let rows = limits(topic, answers).into_iter().map(row).collect();
    let heads = [AboutLabel::Limit, AboutLabel::Reason, AboutLabel::Source].map(|label| trust.say(label));
    table("limits", trust.say(AboutLabel::ExampleLimits), &heads, &[RowGroup::untitled(rows)])
}

/// The rules that hold, lowest limit first. A rule adds nothing to a lower one that reads the same answers, so it is left out.
fn limits<'t>(topic: &'t Topic, answers: &Answers) -> Vec<&'t Rule> {
    let reads = |rule: &Rule| -> Vec<QuestionId> { rule.when.iter().map(|condition| condition.question).collect() };
    let mut kept: Vec<&Rule> = Vec::new();
    for rule in engine::judge(topic, answers).holding(topic) {
        if !kept.iter().any(|lower| lower.ceiling < rule.ceiling && reads(lower) == reads(rule)) {
            kept.push(rule);
        }
    }
    kept
}

/// The verdict if a single answer were more favourable.
fn other_answer(trust: Trust<'_>, topic: &Topic, answers: &Answers) -> Markup {
    let words = trust.page.words;
    let better =
        better_answer(topic, answers).and_then(|(question, answer)| Some((words.content.question(question)?, answer)));
    let Some((question, answer)) = better else { return html! {} };
    let range = engine::judge(topic, &answers.with(question.code, answer)).range;
    let values = [
        ("ask", trust.text(&question.ask)),
        ("answer", &*words.answer(question, Some(answer))),
        ("verdict", &*words.in_sentence(&words.heading(range))),
    ];
    html! { p { (fill(trust.say(AboutLabel::ExampleLift), &values)) } }
}

/// The nearest answer that gives a better verdict on its own.
fn better_answer(topic: &Topic, answers: &Answers) -> Option<(QuestionId, Answer)> {
    engine::lifts(topic, answers).into_iter().find_map(|lift| match lift.steps.as_slice() {
        [Step::Choice { question, choice }] => Some((*question, Answer::Choice(*choice))),
        _ => None,
    })
}

/// A link that opens the example in the app.
fn link(trust: Trust<'_>, situation: &Situation) -> Markup {
    let position = trust.page.words.content.situations.iter().position(|other| other.id == situation.id);
    html! {
        @if let Some(position) = position {
            p { a href=(trust.page.href(View::Example(position))) { (trust.say(AboutLabel::ExampleOpen)) } }
        }
    }
}
