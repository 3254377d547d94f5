//! Answers apart from those of the situation: flipped on a result to see, or those of a second situation.

use super::AppState;
use crate::content::Content;
use crate::domain::{Answers, Range};
use crate::engine;

/// What the name of a control starts with when it flips an answer on a result, to see.
pub const WHAT_IF: &str = "if:";
/// What the name of a control starts with when it answers for the second situation.
pub const OTHER: &str = "other:";

/// Answers flipped on a result, to see: apart from those of the situation until they are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WhatIf {
    /// The answers, flipped ones included.
    pub answers: Answers,
    /// The range on the dial before the last flip.
    pub shown: Range,
}

/// What two situations side by side stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pair {
    /// Today, and in a year.
    #[default]
    Years,
    /// Two teams.
    Teams,
}

impl Pair {
    /// The name of the list that changes it.
    pub const CONTROL: &str = "pair";

    /// Both, in the order offered.
    pub const ALL: [Self; 2] = [Self::Years, Self::Teams];

    /// The name, as the page and the device's storage write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Years => "years",
            Self::Teams => "teams",
        }
    }

    /// The pair of that name; any other stands for years.
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|pair| pair.name() == name).unwrap_or_default()
    }
}

impl AppState {
    /// An answer was flipped on a result, to see.
    pub(super) fn flipped(&mut self, content: &Content, flip: impl FnOnce(&mut Answers)) {
        let Some(topic) = self.view.topic().and_then(|topic| content.topics.get(topic)) else {
            return;
        };
        let mut answers = self.what_if.take().map_or_else(|| self.answers().clone(), |what_if| what_if.answers);
        let shown = engine::judge(topic, &answers).range;
        flip(&mut answers);
        // Back to the answers as they are: nothing is flipped any more.
        self.what_if = (answers != *self.answers()).then_some(WhatIf { answers, shown });
    }

    /// The person asked to see where a way to a better verdict leads, by its place in the list.
    pub fn tried_lift(&mut self, content: &Content, place: usize) {
        let topic = self.view.topic().and_then(|topic| content.topics.get(topic));
        let Some(lift) = topic.and_then(|topic| engine::lifts(topic, self.answers()).into_iter().nth(place)) else {
            return;
        };
        self.what_if = None;
        self.flipped(content, |answers| lift.steps.iter().for_each(|step| step.take(answers)));
    }

    /// The person asked to see where an answer that lowers the verdict leads, by its place in the list.
    pub fn tried_fragile(&mut self, content: &Content, place: usize) {
        let topic = self.view.topic().and_then(|topic| content.topics.get(topic));
        let Some(fragile) = topic.and_then(|topic| engine::fragile(topic, self.answers()).into_iter().nth(place))
        else {
            return;
        };
        self.what_if = None;
        self.flipped(content, |answers| fragile.take(answers));
    }

    /// The flipped answers become the situation's.
    pub fn kept_what_if(&mut self, content: &Content) {
        let Some(what_if) = self.what_if.take() else {
            return;
        };
        let before = self.answers().clone();
        *self.answers_mut() = what_if.answers;
        self.moved(content, &before);
    }

    /// The flipped answers are let go.
    pub fn left_what_if(&mut self) {
        self.what_if = None;
    }

    /// The person wants two situations side by side: the flipped answers are the second, if there are any.
    pub fn compared(&mut self) {
        if let Some(what_if) = self.what_if.take() {
            self.other = Some(what_if.answers);
        }
    }

    /// The second situation starts again as the first.
    pub fn restarted_other(&mut self) {
        self.other = Some(self.answers().clone());
    }

    /// Somebody else's answers are the second situation, one's own the first.
    pub fn compared_guest(&mut self) {
        if let Some(guest) = self.guest.take() {
            self.other = Some(guest.answers);
            self.pair = Pair::Teams;
        }
    }
}
