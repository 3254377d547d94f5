//! A worked situation, with its answers in their serialised form.

use serde::{Deserialize, Serialize};

use crate::domain::{Answer, ChoiceId, QuestionId, Text, Ticks};

/// A worked situation: the answers of an invented team, to try the app with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Situation {
    /// The identifier in addresses and files.
    pub id: String,
    /// The team, in a few words.
    pub name: Text,
    /// The situation, in one sentence.
    pub story: Text,
    /// The main topic, by position.
    pub topic: u8,
    /// The team's answers.
    pub answers: Vec<(QuestionId, Shown)>,
}

/// An answer in its serialised form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// "I don't know".
    Unknown,
    /// A choice, by permanent number.
    Choice(u8),
    /// The ticked boxes, as bits, and whether the others are open.
    Ticks(u16, bool),
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Answer> for Shown {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown => Self::Unknown,
            Answer::Choice(choice) => Self::Choice(choice.0),
            Answer::Ticks(ticks) => Self::Ticks(ticks.ticked, ticks.rest_open),
        }
    }
}

impl From<Shown> for Answer {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Unknown => Self::Unknown,
            Shown::Choice(code) => Self::Choice(ChoiceId(code)),
            Shown::Ticks(ticked, rest_open) => Self::Ticks(Ticks { ticked, rest_open }),
        }
    }
}
