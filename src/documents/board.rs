//! The overview: the six technologies side by side, for the reader's situation. The page puts the links that sort it and its
//! Print button between the introduction and the cells.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Range;
use boussole_core::engine::{self, Judgement};
use boussole_core::link::{Order, View};
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::dial::dial;
use super::parts::{answer_line, unseen};

/// The title of the page and a summary in a sentence.
#[must_use]
pub fn intro(page: Page<'_>) -> Markup {
    html! {
        h1 tabindex="-1" { (page.words.label(Label::BoardTitle)) }
        p.lede { (page.words.label(Label::BoardLede)) }
    }
}

/// A cell for each technology.
#[must_use]
pub fn cells(page: Page<'_>, order: Order) -> Markup {
    let content = page.words.content;
    let positions = match order {
        Order::Chapter => (0..content.topics.len()).collect(),
        Order::Nearest => engine::nearest(content, page.answers),
    };
    html! {
        ul.board {
            @for position in positions {
                @if let Some(topic) = content.topics.get(position) { (cell(page, position, topic)) }
            }
        }
    }
}

/// The questions that several technologies share, with their answers.
#[must_use]
pub fn shared_facts(page: Page<'_>) -> Markup {
    let words = page.words;
    html! {
        h2 { (words.label(Label::BoardShared)) }
        ul.answers-list {
            @for question in &words.content.questions { (shared_fact(page, question)) }
        }
    }
}

/// The line of a question, if several technologies share it.
fn shared_fact(page: Page<'_>, question: &Question) -> Markup {
    let words = page.words;
    let topics = words.content.topics.iter().enumerate();
    let asking = topics.filter(|(_, topic)| topic.input(question.code).is_some());
    let positions: Vec<usize> = asking.map(|(position, _)| position).collect();
    html! {
        @if let [first, _, ..] = positions.as_slice() {
            @let note = words.fill(Label::BoardSharedBy, &[("n", &positions.len().to_string())]);
            (answer_line(page, *first, question, &note))
        }
    }
}

/// The state of a technology: its dial, its verdict, what limits it, and the next step.
fn cell(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    html! {
        li.card.board__cell {
            div.board__dial { (dial(words, judgement.range, judgement.range, false)) }
            div {
                p.card__status { (topic.number) " · " (topic.name.get(words.lang)) }
                h2 { (heading(words, judgement.range)) }
                (limits(words, topic, judgement))
                (open_questions(page, position, topic))
                p.board__go { (next_step(page, position, topic)) }
            }
        }
    }
}

fn heading(words: Words<'_>, range: Range) -> String {
    if range == Range::FULL { words.range(range) } else { words.heading_short(range) }
}

fn limits(words: Words<'_>, topic: &Topic, judgement: Judgement) -> Markup {
    let mut rules = judgement.limits(topic).peekable();
    html! {
        @if rules.peek().is_some() {
            p.visually-hidden { (words.label(Label::BoardLimits)) }
            ul.board__limits {
                @for rule in rules { li { (rule.reason.get(words.lang)) } }
            }
        }
    }
}

/// The questions whose answers can still change the verdict, in a fold under their number.
fn open_questions(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let open = engine::open(topic, page.answers);
    let count = match open.len() {
        1 => words.label(Label::BoardOpenOne).to_owned(),
        n => words.fill(Label::BoardOpen, &[("n", &n.to_string())]),
    };
    html! {
        @if !open.is_empty() {
            details.board__open {
                summary { (count) }
                ul {
                    @for question in open.into_iter().filter_map(|code| words.content.question(code)) {
                        li {
                            a href=(page.href(View::Question(position, Some(question.code)))) {
                                (question.ask.get(words.lang))
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The link to start the questions, to continue them, or to read the verdict.
fn next_step(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let is_started = engine::is_started(words.content, position, page.answers);
    let (view, label) = match (is_started, engine::next(topic, page.answers)) {
        (false, _) => (View::Question(position, None), Label::BoardStart),
        (true, Some(_)) => (View::Question(position, None), Label::ResumeTopic),
        (true, None) => (View::Verdict(position), Label::BoardSettled),
    };
    html! {
        a href=(page.href(view)) { (words.label(label)) (unseen(words.lang, topic.name.get(words.lang))) }
    }
}
