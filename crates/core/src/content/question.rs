//! A question with its choices.

use serde::{Deserialize, Serialize};

use super::Source;
use crate::domain::{Answer, ChoiceId, QuestionId, Text, Ticks};

/// A question. It is asked once, even when several topics read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Question {
    /// The identifier in files, such as `service-mesh.today` or `talking-services`.
    pub id: String,
    /// The permanent number.
    pub code: QuestionId,
    /// The edition that last changed the meaning of its answers, or the rules that read them.
    pub changed: u8,
    /// The topic it belongs to, by position; none for a question shared by all topics.
    pub topic: Option<u8>,
    /// Whether a person can change its answer.
    pub kind: Kind,
    /// The text of the question.
    pub ask: Text,
    /// The reason for asking it.
    pub why: Text,
    /// Whether several boxes can be ticked.
    pub many: bool,
    /// The choices, or the boxes when `many`, in the order shown. "I don't know" and "none" are not among them.
    pub choices: Vec<Choice>,
    /// The sources of the question.
    pub sources: Vec<Source>,
    /// The technical terms in its text, by position in the glossary.
    pub glosses: Vec<u8>,
}

impl Question {
    /// The choice with that permanent number.
    #[must_use]
    pub fn choice(&self, code: u8) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }

    /// The choice with that identifier.
    #[must_use]
    pub fn choice_named(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The answer that some names give: one choice, or boxes (with `unknown` for the others), or `none` or `unknown` alone.
    /// None when the names do not make an answer.
    #[must_use]
    pub fn answer_named(&self, names: &[&str]) -> Option<Answer> {
        match (self.many, names) {
            (_, ["unknown"]) => Some(Answer::Unknown),
            (true, ["none"]) => Some(Answer::Ticks(Ticks::default())),
            (true, [_, ..]) => {
                let mut ticks = Ticks::default();
                for name in names {
                    match self.choice_named(name) {
                        Some(choice) => ticks = ticks.with(choice.code, true),
                        None if *name == "unknown" => ticks.rest_open = true,
                        None => return None,
                    }
                }
                Some(Answer::Ticks(ticks))
            }
            (false, [name]) => self.choice_named(name).map(|choice| Answer::Choice(ChoiceId(choice.code))),
            _ => None,
        }
    }

    /// All boxes of a "which problem" question, as bits.
    #[must_use]
    pub fn boxes(&self) -> u16 {
        self.choices.iter().fold(0, |bits, choice| bits | 1 << choice.code)
    }
}

/// One possible answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// The identifier in files.
    pub id: String,
    /// The permanent number within the question.
    pub code: u8,
    /// The text of the choice.
    pub label: Text,
    /// A line below it.
    pub note: Option<Text>,
    /// The advice to reach this answer: an action to take, or a circumstance to wait for.
    pub reach: Option<Text>,
    /// The effort that the action takes. A circumstance has none.
    pub effort: Option<Effort>,
    /// The amount that it means, in the question's unit; 0 when the question has no unit.
    pub amount: u32,
}

/// Whether a person can change the answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// They can, as with skills, memory or a trial: the app advises it.
    Action,
    /// They cannot: the app says "come back if…" instead.
    Circumstance,
}

/// The effort that an action takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effort {
    /// A level of depth, by position in the guide's levels. The level has a duration.
    Level(u8),
    /// Memory, in megabytes.
    Memory(u32),
    /// Any other effort, in words.
    Words(Text),
}

/// A question that is no longer asked. Its permanent number is never reused.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Retired {
    /// The permanent number.
    pub code: QuestionId,
    /// The text of the question, to name it when an old code still answers it.
    pub ask: Text,
    /// Whether its answers were boxes.
    pub many: bool,
}
