//! Reads an answer written by name, as content files and the command line write them.

use core::fmt;

use super::{Question, Shown};
use crate::domain::Ticks;

/// An answer that does not fit its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// A name that is not a choice of the question; the valid ones are listed.
    UnknownChoice {
        /// The question's name.
        question: String,
        /// The name that was given.
        given: String,
        /// Every name the question takes.
        valid: Vec<String>,
    },
    /// Several names where one is taken, or "none" with others, or no name at all.
    Combination {
        /// The question's name.
        question: String,
        /// What it takes.
        takes: &'static str,
    },
}

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownChoice { question, given, valid } => {
                write!(f, "{question} has no choice \"{given}\"; valid: {}", valid.join(", "))
            }
            Self::Combination { question, takes } => write!(f, "{question} takes {takes}"),
        }
    }
}

impl core::error::Error for NameError {}

/// Every name an answer to the question may have, in the order shown.
#[must_use]
pub fn choice_names(question: &Question) -> Vec<String> {
    let mut names: Vec<String> = question.choices.iter().map(|choice| choice.id.clone()).collect();
    if question.many {
        names.push("none".to_owned());
    }
    names.push("unknown".to_owned());
    names
}

/// The answer that some names give.
///
/// # Errors
///
/// [`NameError`] when a name is not a choice of the question, or the names do not go together.
pub fn answer_named(question: &Question, names: &[&str]) -> Result<Shown, NameError> {
    for given in names {
        let valid = choice_names(question);
        if !valid.iter().any(|name| name == given) {
            return Err(NameError::UnknownChoice { question: question.id.clone(), given: (*given).to_owned(), valid });
        }
    }
    let combination = |takes| NameError::Combination { question: question.id.clone(), takes };
    match (question.many, names) {
        (_, ["unknown"]) => Ok(Shown::Unknown),
        (true, ["none"]) => Ok(Shown::Ticks(0, false)),
        (true, [_, ..]) if !names.contains(&"none") => {
            let mut ticks = Ticks::default();
            for choice in names.iter().filter_map(|name| question.choice_named(name)) {
                ticks = ticks.with(choice.code, true);
            }
            Ok(Shown::Ticks(ticks.ticked, names.contains(&"unknown")))
        }
        (true, _) => Err(combination("one or several choices, or \"none\" alone, or \"unknown\" alone")),
        (false, [name]) => question
            .choice_named(name)
            .map(|choice| Shown::Choice(choice.code))
            .ok_or_else(|| combination("one choice")),
        (false, _) => Err(combination("one choice")),
    }
}
