//! Answers, stored by permanent number, so that adding or moving a question changes no answer.

use std::collections::BTreeMap;

/// The permanent number of a question, 1 to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u8);

/// The permanent number of a choice within its question, 1 to [`ChoiceId::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceId(pub u8);

impl ChoiceId {
    /// The largest number that fits in a link.
    pub const MAX: u8 = 14;
}

/// The answer to a question with boxes. A ticked box means yes; the others mean no, or are all open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// The ticked boxes, as bits: a box's permanent number is its bit. Bit 0 is "another problem of this kind".
    pub ticked: u16,
    /// Whether the unticked boxes are open ("I don't know about the others") rather than no.
    pub rest_open: bool,
}

impl Ticks {
    /// The number of the box "another problem of this kind", the same in every topic.
    pub const OTHER: u8 = 0;
    /// The largest box number that fits in a link.
    pub const MAX: u8 = 13;

    /// Whether the box with that number is ticked.
    #[must_use]
    pub const fn has(self, number: u8) -> bool {
        self.ticked & (1 << number) != 0
    }

    /// A copy with one box ticked or unticked.
    #[must_use]
    pub const fn with(self, number: u8, on: bool) -> Self {
        let bit = 1 << number;
        let ticked = if on { self.ticked | bit } else { self.ticked & !bit };
        Self { ticked, ..self }
    }
}

/// The answer to one question. A question without an answer is judged like an unknown one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know": the question was asked and stays open.
    Unknown,
    /// One choice of a question with one choice.
    Choice(ChoiceId),
    /// The boxes of a question with boxes. No ticked and no open box means "none of these".
    Ticks(Ticks),
}

/// The answers of a situation, across all topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<QuestionId, Answer>);

impl Answers {
    /// No answers.
    #[must_use]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The answer to a question, if one was given.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<Answer> {
        self.0.get(&question).copied()
    }

    /// Sets an answer, and replaces an earlier one.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        // Each meaning has one representation, because equal answers must give equal links.
        let answer = match answer {
            Answer::Ticks(Ticks { ticked: 0, rest_open: true }) => Answer::Unknown,
            answer => answer,
        };
        self.0.insert(question, answer);
    }

    /// A copy with one answer set.
    #[must_use]
    pub fn with(&self, question: QuestionId, answer: Answer) -> Self {
        let mut answers = self.clone();
        answers.set(question, answer);
        answers
    }

    /// Removes the answer to a question, and returns it.
    pub fn remove(&mut self, question: QuestionId) -> Option<Answer> {
        self.0.remove(&question)
    }

    /// Every answer, in ascending order of question number.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Answer)> + '_ {
        self.0.iter().map(|(question, answer)| (*question, *answer))
    }

    /// The number of answered questions. "I don't know" is an answer.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether no question is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(QuestionId, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (QuestionId, Answer)>>(answers: I) -> Self {
        let mut collected = Self::new();
        for (question, answer) in answers {
            collected.set(question, answer);
        }
        collected
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Answers, QuestionId, Ticks};

    #[test]
    fn no_ticked_box_and_open_others_is_unknown() {
        let mut answers = Answers::new();
        let ticks = Ticks { ticked: 0, rest_open: true };
        answers.set(QuestionId(1), Answer::Ticks(ticks));
        assert_eq!(answers.get(QuestionId(1)), Some(Answer::Unknown));
    }

    #[test]
    fn ticking_a_box_leaves_the_others() {
        let ticks = Ticks::default().with(3, true).with(0, true).with(3, false);
        assert!(ticks.has(0) && !ticks.has(3));
    }
}
