//! What a person answered, by permanent number: adding or moving a question changes no answer.

/// The permanent number of a question, 1 to 255.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionId(pub u8);

/// The permanent number of a choice within its question, 1 to [`ChoiceId::MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChoiceId(pub u8);

impl ChoiceId {
    /// The largest number a link has room for.
    pub const MAX: u8 = 14;
}

/// The boxes of a "which problem" question: ticked is yes, and the others are no, or open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// One bit per box, at the place of its permanent number. Bit 0 is "another problem of this kind".
    pub ticked: u16,
    /// Whether the boxes left unticked are open ("I don't know about the others") rather than no.
    pub rest_open: bool,
}

impl Ticks {
    /// The number of the box "another problem of this kind", the same in every topic.
    pub const OTHER: u8 = 0;
    /// The largest number of a box that a link has room for.
    pub const MAX: u8 = 13;

    /// Whether the box of that number is ticked.
    #[must_use]
    pub const fn has(self, number: u8) -> bool {
        self.ticked & (1 << number) != 0
    }

    /// The same boxes with one ticked or unticked.
    #[must_use]
    pub const fn with(self, number: u8, on: bool) -> Self {
        let bit = 1 << number;
        let ticked = if on { self.ticked | bit } else { self.ticked & !bit };
        Self { ticked, ..self }
    }
}

/// One answer. A question without one is open, exactly as if it were unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// "I don't know": asked, and left open.
    Unknown,
    /// One choice of a question that takes one.
    Choice(ChoiceId),
    /// The boxes of a "which problem" question. None ticked and none open is "none of these".
    Ticks(Ticks),
}

/// The answers of a situation, across all topics.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers(
    // Sorted by question. A list rather than a tree: some forty entries, and a tree takes kilobytes of the wasm.
    Vec<(QuestionId, Answer)>,
);

impl Answers {
    /// No answer at all.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The answer to a question, if one was given.
    #[must_use]
    pub fn get(&self, question: QuestionId) -> Option<Answer> {
        let place = self.place(question).ok()?;
        self.0.get(place).map(|(_, answer)| *answer)
    }

    /// Records an answer in place of any earlier one.
    pub fn set(&mut self, question: QuestionId, answer: Answer) {
        // One meaning, one form: equal answers must give equal links.
        let answer = match answer {
            Answer::Ticks(Ticks { ticked: 0, rest_open: true }) => Answer::Unknown,
            answer => answer,
        };
        match self.place(question) {
            Ok(place) => self.0[place].1 = answer,
            Err(place) => self.0.insert(place, (question, answer)),
        }
    }

    /// The same answers with one more.
    #[must_use]
    pub fn with(&self, question: QuestionId, answer: Answer) -> Self {
        let mut answers = self.clone();
        answers.set(question, answer);
        answers
    }

    /// Forgets the answer to a question.
    pub fn remove(&mut self, question: QuestionId) -> Option<Answer> {
        let place = self.place(question).ok()?;
        Some(self.0.remove(place).1)
    }

    /// Every answer, by rising question number.
    pub fn iter(&self) -> impl Iterator<Item = (QuestionId, Answer)> + '_ {
        self.0.iter().copied()
    }

    /// Where a question's answer is, or else where it would go.
    fn place(&self, question: QuestionId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&question, |(question, _)| *question)
    }

    /// How many questions have an answer, "I don't know" included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing was answered yet.
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
    fn nothing_ticked_and_the_rest_open_is_unknown() {
        let mut answers = Answers::new();
        let ticks = Ticks { ticked: 0, rest_open: true };
        answers.set(QuestionId(1), Answer::Ticks(ticks));
        assert_eq!(answers.get(QuestionId(1)), Some(Answer::Unknown));
    }

    #[test]
    fn a_box_is_ticked_and_unticked_alone() {
        let ticks = Ticks::default().with(3, true).with(0, true).with(3, false);
        assert!(ticks.has(0) && !ticks.has(3));
    }
}
