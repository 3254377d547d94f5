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
    pub answers: Vec<(QuestionId, StoredAnswer)>,
}

/// An answer in its serialised form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StoredAnswer {
    /// "I don't know".
    Unknown,
    /// A choice, by permanent number.
    Choice(u8),
    /// The ticked boxes, as bits, and whether the others are open.
    Ticks(u16, bool),
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Answer> for StoredAnswer {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown => Self::Unknown,
            Answer::Choice(choice) => Self::Choice(choice.0),
            Answer::Ticks(ticks) => Self::Ticks(ticks.ticked, ticks.rest_open),
        }
    }
}

impl From<StoredAnswer> for Answer {
    fn from(shown: StoredAnswer) -> Self {
        match shown {
            StoredAnswer::Unknown => Self::Unknown,
            StoredAnswer::Choice(code) => Self::Choice(ChoiceId(code)),
            StoredAnswer::Ticks(ticked, rest_open) => Self::Ticks(Ticks { ticked, rest_open }),
        }
    }
}
