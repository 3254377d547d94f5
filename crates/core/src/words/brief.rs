//! A result in a few words, for cards, slides and static images.

use super::Words;
use crate::content::{Kind, Label, Topic};
use crate::domain::{Answers, Verdict};
use crate::engine::{self, Step};

impl Words<'_> {
    /// The app's name with the topic's number and name, for pictures shown outside the app.
    #[must_use]
    pub fn headline(self, topic: &Topic) -> String {
        format!("{} · {} · {}", self.label(Label::AppTitle), topic.number, topic.name.get(self.lang))
    }

    /// The attribution and the date of the content.
    #[must_use]
    pub fn credit(self) -> String {
        format!("{} {}.", self.label(Label::Attribution), self.content_date())
    }

    /// The first reason for a settled verdict, with its title: the first limit, or the first argument when nothing limits it.
    #[must_use]
    pub fn first_reason(self, topic: &Topic, answers: &Answers) -> (Label, String) {
        if let Some(rule) = engine::judge(topic, answers).limits(topic).next() {
            return (Label::LimitsTitle, rule.reason.get(self.lang).to_owned());
        }
        let support = engine::supports(topic, answers).into_iter().next();
        (Label::SupportsTitle, support.map(|support| self.support(topic, support)).unwrap_or_default())
    }

    /// The first action after a settled verdict, or the first sign to wait for, with its title.
    #[must_use]
    pub fn first_action(self, topic: &Topic, answers: &Answers) -> (Label, String) {
        let verdict = engine::judge(topic, answers).range.best;
        match verdict {
            Verdict::NotForYou => {
                let sign = engine::signs(topic, answers, verdict).next();
                let sign = sign.map_or("", |sign| sign.text.get(self.lang));
                (Label::SignsNotForYou, sign.to_owned())
            }
            Verdict::SimplerFirst => {
                let first = topic
                    .alternatives
                    .first()
                    .map(|alternative| format!("{}. {}", alternative.name.get(self.lang), self.start(alternative)));
                (Label::AlternativesTitle, first.unwrap_or_default())
            }
            Verdict::NotNow | Verdict::TryInLab => {
                let steps = engine::lifts(topic, answers).into_iter().next().map_or_else(Vec::new, |lift| lift.steps);
                let is_action = |step: &&Step| {
                    self.content.question(step.question()).is_some_and(|question| question.kind == Kind::Action)
                };
                // An action comes before a circumstance to wait for.
                let first = steps.iter().find(is_action).or(steps.first());
                (Label::LiftsTitle, first.map(|step| self.step(step)).unwrap_or_default())
            }
            Verdict::Adopt => {
                let pointer = engine::pointer(self.content, topic, answers);
                let tool = pointer.and_then(|pointer| topic.tools.get(usize::from(pointer.tool?)));
                let first = tool.map(|tool| format!("{}.", self.fill(Label::ToolFirst, &[("tool", &tool.name)])));
                (Label::ToolsTitle, first.unwrap_or_else(|| self.label(Label::NothingAgainst).to_owned()))
            }
        }
    }
}
