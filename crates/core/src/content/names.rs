//! Reads answers given by name, in content files and on the command line.

use std::fmt;

use super::Question;
use crate::domain::Answer;

/// The error for names that do not make an answer to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameError {
    /// A name is not a choice of the question.
    UnknownChoice {
        /// The identifier of the question.
        question: String,
        /// The unknown name.
        given: String,
        /// The valid names.
        valid: Vec<String>,
    },
    /// The combination is invalid: several names for one choice, "none" with other names, or no name.
    Combination {
        /// The identifier of the question.
        question: String,
        /// The valid combinations.
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

impl std::error::Error for NameError {}

/// The valid names of an answer to a question, in the order shown.
#[must_use]
pub fn choice_names(question: &Question) -> Vec<String> {
    let mut names: Vec<String> = question.choices.iter().map(|choice| choice.id.clone()).collect();
    if question.many {
        names.push("none".to_owned());
    }
    names.push("unknown".to_owned());
    names
}

/// Reads an answer to a question from its names.
///
/// # Errors
///
/// [`NameError`] when a name is unknown or the combination is invalid.
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
