//! A situation kept on the device, and what the app's own code says of it. The browser must agree.

use anyhow::{Context, Result, anyhow};
use boussole::bundled;
use boussole_core::content::{Label, Question, Topic, answer_named};
use boussole_core::domain::{Answer, Answers, ChoiceId, Date, Lang, Range, Ticks};
use boussole_core::record::decision::{Case, Detail, decision};
use boussole_core::record::text::Form;
use boussole_core::words::Words;
use boussole_core::{engine, link};

use super::page::plain;
use crate::harness::session::Session;

/// How many situations are tried to find the one with the longest sheet.
const N_TRIED: usize = 300;

/// The French words of the app.
pub fn words() -> Words<'static> {
    Words::new(bundled::content(), Lang::Fr)
}

/// A technology by its name in addresses.
///
/// # Errors
/// When there is none.
pub fn topic(id: &str) -> Result<&'static Topic> {
    bundled::content().topic(id).with_context(|| format!("the topic {id} is gone"))
}

/// A question by its permanent name.
///
/// # Errors
/// When there is none.
pub fn question(id: &str) -> Result<&'static Question> {
    bundled::content().question_named(id).with_context(|| format!("the question {id} is gone"))
}

/// What a question asks, in French.
///
/// # Errors
/// When there is no such question.
pub fn ask(id: &str) -> Result<String> {
    Ok(plain(question(id)?.ask.get(Lang::Fr)))
}

/// The answers of a worked situation.
///
/// # Errors
/// When there is none of that name.
pub fn example(id: &str) -> Result<Answers> {
    let content = bundled::content();
    let situation = content.situations.iter().find(|situation| situation.id == id);
    Ok(content.answers_of(situation.with_context(|| format!("the example {id} is gone"))?))
}

/// The codes of a technology's sample room.
///
/// # Errors
/// When there is no such technology.
pub fn sample_room(id: &str) -> Result<Vec<String>> {
    let content = bundled::content();
    let position = content.topics.iter().position(|topic| topic.id == id);
    let people = engine::sample_room(content, position.with_context(|| format!("the topic {id} is gone"))?);
    Ok(people.iter().map(|answers| link::encode(content, answers)).collect())
}

/// Answers with some replaced, question and choice by their permanent names.
///
/// # Errors
/// When a name is unknown.
pub fn with(answers: &Answers, given: &[(&str, &str)]) -> Result<Answers> {
    let mut answers = answers.clone();
    for (id, choice) in given {
        let question = question(id)?;
        let shown = answer_named(question, &[*choice]).map_err(|error| anyhow!("{error}"))?;
        answers.set(question.code, shown);
    }
    Ok(answers)
}

/// The answers that a technology reads.
///
/// # Errors
/// When there is no such technology.
pub fn of_topic(id: &str, answers: &Answers) -> Result<Answers> {
    let read = topic(id)?.inputs.iter().map(|input| input.question);
    Ok(read.filter_map(|question| Some((question, answers.get(question)?))).collect())
}

/// Of many made-up situations, the one whose printed sheet is longest.
///
/// # Errors
/// When there is no such technology.
pub fn heaviest(id: &str) -> Result<Answers> {
    let (topic, words) = (topic(id)?, words());
    let questions: Vec<&Question> =
        topic.inputs.iter().filter_map(|input| words.content.question(input.question)).collect();
    // A linear congruential generator: the same numbers in every run.
    let mut seed = 1_u32;
    let mut next = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        seed >> 16
    };
    let situations = (0..N_TRIED).map(|_| {
        let answer = |question: &&Question| {
            let number = next();
            let answer = match number % 8 {
                0 => Answer::Unknown,
                _ if question.many => Answer::Ticks(Ticks { ticked: question.boxes(), rest_open: number % 2 == 0 }),
                _ => Answer::Choice(ChoiceId(question.choices[number as usize / 8 % question.choices.len()].code)),
            };
            (question.code, answer)
        };
        questions.iter().map(answer).collect::<Answers>()
    });
    let length = |answers: &Answers| {
        let case = Case { words, topic, answers, link: "", today: Date::default() };
        decision(Form::Html, Detail::Sheet, case).len()
    };
    situations.max_by_key(length).context("no situation was tried")
}

/// What some answers leave possible of a technology.
///
/// # Errors
/// When there is no such technology.
pub fn range(id: &str, answers: &Answers) -> Result<Range> {
    Ok(engine::judge(topic(id)?, answers).range)
}

/// The heading of the verdict that some answers give.
///
/// # Errors
/// When there is no such technology.
pub fn heading(id: &str, answers: &Answers) -> Result<String> {
    Ok(plain(&words().heading(range(id, answers)?)))
}

/// The name of a range's dial.
pub fn dial(range: Range) -> String {
    let ends = [("worst", words().verdict(range.worst)), ("best", words().verdict(range.best))];
    plain(&if range.settled() {
        words().fill(Label::DialSettled, &[("verdict", words().verdict(range.best))])
    } else {
        words().fill(Label::DialBetween, &ends)
    })
}

/// The code under which the device keeps answers.
pub fn code(answers: &Answers) -> String {
    link::encode(bundled::content(), answers)
}

/// Makes answers the ones that the device keeps, and loads the page again. Gives their code.
///
/// # Errors
/// When the app does not start.
pub async fn keep(session: &Session, answers: &Answers) -> Result<String> {
    let code = code(answers);
    session.script(&format!("localStorage.setItem('boussole.answers', '{code}')")).await?;
    session.reload().await?;
    Ok(code)
}
