//! A situation kept on the device, and what the app's own code says of it: the browser must agree.

use anyhow::{Context, Result, anyhow};
use boussole::content::{Label, Question, Topic, answer_named};
use boussole::domain::{Answers, Lang, Range};
use boussole::words::Words;
use boussole::{carried, engine, link};

use super::page::plain;
use crate::harness::session::Session;

/// The French words of the app.
pub fn words() -> Words<'static> {
    Words::new(carried::content(), Lang::Fr)
}

/// A technology by its name in addresses.
///
/// # Errors
/// When there is none.
pub fn topic(id: &str) -> Result<&'static Topic> {
    carried::content().topic(id).with_context(|| format!("the topic {id} is gone"))
}

/// A question by its permanent name.
///
/// # Errors
/// When there is none.
pub fn question(id: &str) -> Result<&'static Question> {
    carried::content().question_named(id).with_context(|| format!("the question {id} is gone"))
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
    let content = carried::content();
    let situation = content.situations.iter().find(|situation| situation.id == id);
    Ok(content.answers_of(situation.with_context(|| format!("the example {id} is gone"))?))
}

/// Answers with some given anew, question and choice by their permanent names.
///
/// # Errors
/// When a name is none.
pub fn with(answers: &Answers, given: &[(&str, &str)]) -> Result<Answers> {
    let mut answers = answers.clone();
    for (id, choice) in given {
        let question = question(id)?;
        let shown = answer_named(question, &[*choice]).map_err(|error| anyhow!("{error}"))?;
        answers.set(question.code, shown.into());
    }
    Ok(answers)
}

/// Those of some answers that a technology reads.
///
/// # Errors
/// When there is no such technology.
pub fn of_topic(id: &str, answers: &Answers) -> Result<Answers> {
    let read = topic(id)?.inputs.iter().map(|input| input.question);
    Ok(read.filter_map(|question| Some((question, answers.get(question)?))).collect())
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

/// What the dial of a range is called.
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
    link::encode(carried::content(), answers)
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
