//! The sentences of a result: its heading, its reasons, and what would change it.

use super::Words;
use crate::content::{Kind, Label, Topic};
use crate::domain::{Answers, Range};
use crate::engine::{Judgement, Lift, Step, Support};

impl Words<'_> {
    /// The heading of a result.
    #[must_use]
    pub fn heading(self, range: Range) -> String {
        if range.settled() {
            return self.verdict(range.best).to_owned();
        }
        let ends = [("worst", self.verdict(range.worst)), ("best", self.verdict(range.best))];
        self.fill(Label::OpenBetween, &ends)
    }

    /// A result in two or three words, for a card.
    #[must_use]
    pub fn heading_short(self, range: Range) -> String {
        let (worst, best) = (self.verdict(range.worst), self.verdict(range.best));
        if range.settled() { best.to_owned() } else { format!("{worst} – {best}") }
    }

    /// The line above the heading: topic, number of answers, settled or not.
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

    /// Something that speaks for the technology.
    #[must_use]
    pub fn support(self, topic: &Topic, support: Support) -> String {
        match support {
            Support::Criterion(index) => {
                topic.fors.get(index).map_or_else(String::new, |criterion| criterion.text.get(self.lang).to_owned())
            }
            Support::Problem(question, number) => self
                .content
                .question(question)
                .and_then(|question| question.choice(number))
                .map_or_else(String::new, |symptom| {
                    self.fill(Label::SupportProblem, &[("problem", symptom.label.get(self.lang))])
                }),
        }
    }

    /// What one answer has to become, as advice when the person can act on it, else as when to come back.
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
            Step::AnyOf { boxes, .. } | Step::AllOf { boxes, .. } => {
                let names: Vec<String> = question
                    .choices
                    .iter()
                    .filter(|symptom| boxes & 1 << symptom.code != 0)
                    .map(|symptom| self.in_sentence(symptom.label.get(self.lang)))
                    .collect();
                let (label, last) = match step {
                    Step::AllOf { .. } => (Label::LiftProblems, Label::And),
                    _ => (Label::LiftProblem, Label::Or),
                };
                self.fill(label, &[("list", &self.list(&names, last))])
            }
        }
    }

    /// Every step of a lift.
    #[must_use]
    pub fn lift(self, lift: &Lift) -> Vec<String> {
        lift.steps.iter().map(|step| self.step(step)).collect()
    }

    /// A label as it stands in the middle of a sentence: quoted, since it is a sentence of its own.
    fn in_sentence(self, label: &str) -> String {
        match self.lang {
            crate::domain::Lang::Fr => format!("«\u{a0}{label}\u{a0}»"),
            crate::domain::Lang::En => format!("“{label}”"),
        }
    }
}
