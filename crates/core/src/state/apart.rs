//! Answers apart from those of the situation: flipped on a result to see, or those of a second situation.

use super::AppState;
use crate::content::{Content, Topic};
use crate::domain::{Answers, Range};
use crate::engine;

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
    /// The topic on screen.
    pub(super) fn topic<'c>(&self, content: &'c Content) -> Option<&'c Topic> {
        content.topics.get(self.view.topic()?)
    }

    /// An answer was flipped on a result, to see.
    pub(super) fn flipped(&mut self, content: &Content, flip: impl FnOnce(&mut Answers)) {
        let from = self.what_if.as_ref().map_or_else(|| self.answers().clone(), |what_if| what_if.answers.clone());
        self.tried(content, from, flip);
    }

    /// The person asked to see where a way to a better verdict leads, by its place in the list.
    pub fn tried_lift(&mut self, content: &Content, place: usize) {
        let lifts = self.topic(content).map(|topic| engine::lifts(topic, self.answers()));
        if let Some(lift) = lifts.and_then(|lifts| lifts.into_iter().nth(place)) {
            let from = self.answers().clone();
            self.tried(content, from, |answers| lift.steps.iter().for_each(|step| step.apply(answers)));
        }
    }

    /// The person asked to see where an answer that lowers the verdict leads, by its place in the list.
    pub fn tried_fragile(&mut self, content: &Content, place: usize) {
        let found = self.topic(content).map(|topic| engine::fragile(topic, self.answers()));
        if let Some(fragile) = found.and_then(|found| found.into_iter().nth(place)) {
            let from = self.answers().clone();
            self.tried(content, from, |answers| fragile.apply(answers));
        }
    }

    fn tried(&mut self, content: &Content, mut answers: Answers, flip: impl FnOnce(&mut Answers)) {
        let Some(topic) = self.topic(content) else {
            return;
        };
        let on_dial = self.what_if.as_ref().map_or(self.answers(), |what_if| &what_if.answers);
        let shown = engine::judge(topic, on_dial).range;
        flip(&mut answers);
        // Back to the answers as they are: nothing is flipped any more.
        let is_flipped = topic.inputs.iter().any(|input| {
            let question = input.question;
            answers.get(question) != self.answers().get(question)
        });
        self.what_if = is_flipped.then_some(WhatIf { answers, shown });
    }

    /// The flipped answers become the situation's. What was ticked on the page meanwhile stays.
    pub fn kept_what_if(&mut self, content: &Content) {
        let (Some(what_if), Some(topic)) = (self.what_if.take(), self.topic(content)) else {
            return;
        };
        let before = self.preview();
        copy(topic, &what_if.answers, self.answers_mut());
        self.moved(content, &before);
    }

    /// The flipped answers are let go, and with them what was told of an earlier answer.
    pub fn left_what_if(&mut self) {
        self.what_if = None;
        self.change = None;
    }

    /// The second situation, for the topic on screen: until something of the topic is changed there, it is as the first.
    #[must_use]
    pub fn second(&self, content: &Content) -> Answers {
        let mut second = self.other.clone().unwrap_or_default();
        let position = self.view.topic().filter(|topic| !engine::is_started(content, *topic, &second));
        for input in position.and_then(|position| content.topics.get(position)).iter().flat_map(|topic| &topic.inputs) {
            // A fact that another topic's second situation answers already stays as it is there.
            if let (None, Some(answer)) = (second.get(input.question), self.answers().get(input.question)) {
                second.set(input.question, answer);
            }
        }
        second
    }

    /// The person wants two situations side by side: the flipped answers are the second's, if there are any.
    pub fn compared(&mut self, content: &Content) {
        if let Some(what_if) = self.what_if.take() {
            self.second_became(content, &what_if.answers);
        }
    }

    /// The second situation starts again as the first, for the topic on screen.
    pub fn restarted_other(&mut self, content: &Content) {
        let first = self.answers().clone();
        self.second_became(content, &first);
    }

    /// Somebody else's answers are the second situation, for the topic on screen, and one's own the first.
    pub fn compared_guest(&mut self, content: &Content) {
        // Boxes being ticked are theirs.
        self.keep_draft();
        if let Some(guest) = self.guest.take() {
            self.second_became(content, &guest.answers);
            self.pair = Pair::Teams;
            self.changed_hands();
        }
    }

    fn second_became(&mut self, content: &Content, answers: &Answers) {
        if let Some(topic) = self.topic(content) {
            let mut second = self.second(content);
            copy(topic, answers, &mut second);
            self.other = Some(second);
        }
    }
}

/// Gives the questions of a topic the answers they have elsewhere, or none.
fn copy(topic: &Topic, from: &Answers, into: &mut Answers) {
    for question in topic.inputs.iter().map(|input| input.question) {
        match from.get(question) {
            Some(answer) => into.set(question, answer),
            None => {
                into.remove(question);
            }
        }
    }
}
