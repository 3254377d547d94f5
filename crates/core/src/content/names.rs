//! Reads an answer written by name, as content files and the command line write them.

use core::fmt;

use super::Question;
use crate::domain::Answer;

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
pub fn answer_named(question: &Question, names: &[&str]) -> Result<Answer, NameError> {
    for given in names {
        let valid = choice_names(question);
        if !valid.iter().any(|name| name == given) {
            return Err(NameError::UnknownChoice { question: question.id.clone(), given: (*given).to_owned(), valid });
        }
    }
    let takes = match question.many {
        true => "one or several choices, or \"none\" alone, or \"unknown\" alone",
        false => "one choice",
    };
    question.answer_named(names).ok_or_else(|| NameError::Combination { question: question.id.clone(), takes })
}
