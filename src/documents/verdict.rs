//! The verdict of a technology with its reasons. The page puts controls between these parts.

use boussole_core::content::{Alternative, Label, Level, Profile, Question, Topic};
use boussole_core::domain::{Answer, QuestionId, Range, Verdict};
use boussole_core::engine::{self, Fit, Judgement};
use boussole_core::link::View;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::lab::trial;
use super::look_again::{signs, tensions};
use super::parts::{Mark, answers_list, reason, unseen};

/// What a settled verdict means; then, for a reader who learns out of curiosity, that it does not judge learning.
#[must_use]
pub fn meaning(page: Page<'_>, topic: &Topic) -> Markup {
    let range = engine::judge(topic, page.answers).range;
    html! {
        @if range.settled() { p.lede { (advice(page, topic, range.best)) } }
        @if let Some(text) = curiosity(page, topic) { p { (text) } }
    }
}

/// The reasons: answers to look at again, what limits the verdict, and what speaks for the technology.
#[must_use]
pub fn reasons(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    html! {
        (tensions(page, position, topic))
        @if !range.settled() { (open_questions(page, position, topic)) }
        @if starts_with_simpler(range) { (alternatives(page.words, topic)) }
        (limits(page.words, topic, judgement))
        @if range.settled() { (signs(page, topic, range.best)) }
        (supports(page, topic))
    }
}

/// The end of the page: questions that were not asked, alternatives, and every answer.
#[must_use]
pub fn ending(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let range = engine::judge(topic, page.answers).range;
    html! {
        @if range.settled() { (without_effect(page, position, topic)) }
        @if !starts_with_simpler(range) && range.best != Verdict::Adopt { (alternatives(page.words, topic)) }
        h2 { (page.words.label(Label::YourAnswers)) }
        (answers_list(page, position, topic))
    }
}

/// What a verdict advises. Where it advises a trial in a lab that is too small, the sentence says so.
fn advice(page: Page<'_>, topic: &Topic, verdict: Verdict) -> String {
    let words = page.words;
    let trial = trial(page, topic);
    if verdict == Verdict::TryInLab && trial.fit == Some(Fit::Short) {
        return words.fill(Label::LabTryShort, &[("missing", &words.missing(&trial))]);
    }
    words.content.verdict(verdict).meaning.get(words.lang).to_owned()
}

/// How far a reader who is curious can go, in their lab and in the time they have.
fn curiosity(page: Page<'_>, topic: &Topic) -> Option<String> {
    let (words, content) = (page.words, page.words.content);
    let is_curious = engine::profile(content, page.answers).is_some_and(Profile::is_curious);
    if !is_curious || !trial(page, topic).is_possible() {
        return None;
    }
    let minutes = engine::minutes(content, page.answers);
    let is_short_enough =
        |level: &&Level| level.minutes.is_some_and(|longest| minutes.is_none_or(|minutes| longest <= minutes));
    let level = content.guide.levels.iter().rev().find(is_short_enough)?;
    let values = [("level", level.name.get(words.lang)), ("time", level.time.get(words.lang))];
    Some(words.fill(Label::LabLearn, &values))
}

/// Whether the verdict is to try something simpler first: the alternatives then come before the reasons.
fn starts_with_simpler(range: Range) -> bool {
    range.settled() && range.best == Verdict::SimplerFirst
}

/// The questions that would settle an open verdict.
fn open_questions(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    html! {
        h2 { (page.words.label(Label::UnknownTitle)) }
        p.muted { (page.words.label(Label::OpenExplain)) }
        (questions(page, position, &engine::open(topic, page.answers)))
    }
}

/// Once the verdict is settled: the questions without a known answer, because the verdict does not depend on them.
fn without_effect(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let is_unknown = |code: &QuestionId| matches!(page.answers.get(*code), None | Some(Answer::Unknown));
    let codes: Vec<QuestionId> = topic.inputs.iter().map(|input| input.question).filter(is_unknown).collect();
    html! {
        @if !codes.is_empty() {
            h2 { (words.label(Label::NotAskedTitle)) }
            p.muted { (words.label(Label::NotAskedText)) }
            (questions(page, position, &codes))
            p.ways { a href=(page.href(View::All(position))) { (words.label(Label::FullRecord)) } }
        }
    }
}

/// Questions, each with a link to answer it.
fn questions(page: Page<'_>, position: usize, codes: &[QuestionId]) -> Markup {
    html! {
        ul.reasons {
            @for question in codes.iter().filter_map(|code| page.words.content.question(*code)) {
                @let link = answer_link(page, position, question);
                (reason(page.words, Mark::Open, question.ask.get(page.lang()), &link, &question.sources))
            }
        }
    }
}

fn answer_link(page: Page<'_>, position: usize, question: &Question) -> Markup {
    html! {
        " "
        a href=(page.href(View::Question(position, Some(question.code)))) {
            (page.words.label(Label::Answer)) (unseen(page.lang(), question.ask.get(page.lang())))
        }
    }
}

fn limits(words: Words<'_>, topic: &Topic, judgement: Judgement) -> Markup {
    let mut rules = judgement.limits(topic).peekable();
    html! {
        h2 { (words.label(Label::LimitsTitle)) }
        @if rules.peek().is_none() {
            p { (words.label(Label::LimitsNone)) }
        } @else {
            ul.reasons {
                @for rule in rules {
                    (reason(words, Mark::Against, rule.reason.get(words.lang), &html! {}, &rule.sources))
                }
            }
            p.small.muted { (words.label(Label::CeilingNote)) }
        }
    }
}

fn supports(page: Page<'_>, topic: &Topic) -> Markup {
    let words = page.words;
    html! {
        h2 { (words.label(Label::SupportsTitle)) }
        ul.reasons {
            @for support in engine::supports(topic, page.answers) {
                @let sources = support.sources(words.content, topic);
                (reason(words, Mark::For, &words.support(topic, support), &html! {}, sources))
            }
        }
        p.small.muted { (supports_count(page, topic)) }
    }
}

fn supports_count(page: Page<'_>, topic: &Topic) -> String {
    match engine::n_met(topic, page.answers) {
        0 => page.words.label(Label::SupportsNone).to_owned(),
        n => {
            let total = topic.criteria_for.len().to_string();
            page.words.fill(Label::SupportsCount, &[("n", &n.to_string()), ("total", &total)])
        }
    }
}

/// What to try before the technology.
fn alternatives(words: Words<'_>, topic: &Topic) -> Markup {
    html! {
        h2 { (words.label(Label::AlternativesTitle)) }
        ul.reasons {
            @for alternative in &topic.alternatives {
                @let name = alternative.name.get(words.lang);
                (reason(words, Mark::For, name, &description(words, alternative), &alternative.sources))
            }
        }
    }
}

fn description(words: Words<'_>, alternative: &Alternative) -> Markup {
    html! {
        br; (alternative.text.get(words.lang))
        br; (words.start(alternative))
    }
}
