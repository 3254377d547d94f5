//! The sentences of a result: its heading, its reasons, and the answers that would change it.

use super::Words;
use crate::content::{Alternative, Effort, Kind, Label, Question, Topic};
use crate::domain::{Answers, ChoiceId, Range};
use crate::engine::{Fragile, FragileChange, Judgement, Lift, Resource, Step, Support};

impl<'a> Words<'a> {
    /// The heading of a result.
    #[must_use]
    pub fn heading(self, range: Range) -> String {
        if range.settled() {
            return self.verdict(range.best).to_owned();
        }
        let ends = [("worst", self.verdict(range.worst)), ("best", self.verdict(range.best))];
        self.fill(Label::OpenBetween, &ends)
    }

    /// The heading of a result in a few words, for a card.
    #[must_use]
    pub fn heading_short(self, range: Range) -> String {
        let (worst, best) = (self.verdict(range.worst), self.verdict(range.best));
        if range.settled() { best.to_owned() } else { format!("{worst} – {best}") }
    }

    /// The line above the heading: the topic, the number of answers, and whether the verdict is settled.
    #[must_use]
    pub fn result_line(self, topic: &Topic, answers: &Answers, judgement: Judgement) -> String {
        let n = topic.inputs.iter().filter(|input| answers.get(input.question).is_some()).count();
        let label = match (judgement.settled(), n) {
            (true, 1) => Label::VerdictLineOne,
            (true, _) => Label::VerdictLine,
            (false, 0) => Label::VerdictLineNone,
            (false, 1) => Label::VerdictLineOpenOne,
            (false, _) => Label::VerdictLineOpen,
        };
        self.fill(label, &[("topic", topic.name.get(self.lang)), ("n", &n.to_string())])
    }

    /// An argument for the topic.
    #[must_use]
    pub fn support(self, topic: &Topic, support: Support) -> String {
        match support {
            Support::Criterion(index) => topic
                .criteria_for
                .get(index)
                .map_or_else(String::new, |criterion| criterion.text.get(self.lang).to_owned()),
            Support::Problem(question, number) => self
                .content
                .question(question)
                .and_then(|question| question.choice(number))
                .map_or_else(String::new, |symptom| {
                    self.fill(Label::SupportProblem, &[("problem", symptom.label.get(self.lang))])
                }),
        }
    }

    /// The change of one answer: advice for an action, a moment to come back for a circumstance.
    #[must_use]
    pub fn step(self, step: &Step) -> String {
        let Some(question) = self.content.question(step.question()) else {
            return String::new();
        };
        match step {
            Step::Choice { choice, .. } => {
                let reach = question.choice(choice.0).and_then(|choice| choice.reach.as_ref());
                let reach = reach.map_or("", |reach| reach.get(self.lang));
                match question.kind {
                    Kind::Action => reach.to_owned(),
                    Kind::Circumstance => self.fill(Label::LiftCircumstance, &[("when", reach)]),
                }
            }
            Step::AnyOf { boxes, .. } => {
                self.fill(Label::LiftProblem, &[("list", &self.boxes(question, *boxes, Label::Or))])
            }
            Step::AllOf { boxes, .. } => {
                self.fill(Label::LiftProblems, &[("list", &self.boxes(question, *boxes, Label::And))])
            }
        }
    }

    /// The reason why there is no lift: the verdict is already the best one, or only answers are missing.
    #[must_use]
    pub fn no_lift(self, judgement: Judgement) -> &'a str {
        self.label(if judgement.settled() { Label::LiftsNone } else { Label::LiftsOpen })
    }

    /// The steps of a lift.
    #[must_use]
    pub fn lift(self, lift: &Lift) -> Vec<String> {
        lift.steps.iter().map(|step| self.step(step)).collect()
    }

    /// The names of some boxes, as a list in a sentence.
    fn boxes(self, question: &Question, boxes: u16, last: Label) -> String {
        let names: Vec<String> = question
            .choices
            .iter()
            .filter(|symptom| boxes & 1 << symptom.code != 0)
            .map(|symptom| self.in_sentence(symptom.label.get(self.lang)))
            .collect();
        self.list(&names, last)
    }

    /// The effort of a step; none when it is not an action.
    #[must_use]
    pub fn effort(self, step: &Step) -> Option<String> {
        let Step::Choice { question, choice: ChoiceId(choice) } = step else {
            return None;
        };
        Some(match self.content.question(*question)?.choice(*choice)?.effort.as_ref()? {
            Effort::Level(place) => {
                let level = self.content.guide.levels.get(usize::from(*place))?;
                let values = [("level", level.name.get(self.lang)), ("time", level.time.get(self.lang))];
                self.fill(Label::EffortLevel, &values)
            }
            Effort::Memory(megabytes) => {
                self.fill(Label::EffortMemory, &[("memory", &self.resource(Resource::Memory, *megabytes))])
            }
            Effort::Words(text) => text.get(self.lang).to_owned(),
        })
    }

    /// The first step with a simpler alternative. It follows a colon, so its first letter is in lower case.
    #[must_use]
    pub fn start(self, alternative: &Alternative) -> String {
        let start = alternative.start.get(self.lang);
        let (first, rest) = start.split_at_checked(1).unwrap_or(("", start));
        self.fill(Label::StartWith, &[("start", &format!("{}{rest}", first.to_ascii_lowercase()))])
    }

    /// One answer whose change would lower the verdict, with the lower verdict.
    #[must_use]
    pub fn fragile(self, fragile: &Fragile) -> String {
        let Some(question) = self.content.question(fragile.question) else {
            return String::new();
        };
        let verdict = self.quoted(fragile.verdict);
        match fragile.change {
            FragileChange::Choice(choice) => {
                let choice = question.choice(choice.0).map_or("", |choice| choice.label.get(self.lang));
                let values = [
                    ("ask", question.ask.get(self.lang)),
                    ("choice", &*self.in_sentence(choice)),
                    ("verdict", &*verdict),
                ];
                self.fill(Label::FragileChoice, &values)
            }
            FragileChange::Untick(boxes) => {
                let list = self.boxes(question, boxes, Label::And);
                self.fill(Label::FragileWithout, &[("list", &list), ("verdict", &verdict)])
            }
        }
    }

    /// The effect of tentative answers, compared with the present range.
    #[must_use]
    pub fn what_if(self, now: Range, after: Range) -> String {
        let values = [("before", &*self.ends(now)), ("after", &*self.ends(after))];
        self.fill(if now == after { Label::WhatIfSame } else { Label::WhatIfChanges }, &values)
    }
}
