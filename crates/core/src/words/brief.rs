//! A result in few words: what there is room for on a card, in a slide, or in what stands in its place on paper.

use super::Words;
use crate::content::{Kind, Label, Topic};
use crate::domain::{Answers, Verdict};
use crate::engine::{self, Step};

impl Words<'_> {
    /// The app, the topic's number and its name, for what is shown away from the app.
    #[must_use]
    pub fn headline(self, topic: &Topic) -> String {
        [self.label(Label::AppTitle), " · ", &topic.number, " · ", topic.name.get(self.lang)].concat()
    }

    /// Whose work the content is, and of what day.
    #[must_use]
    pub fn credit(self) -> String {
        [self.label(Label::Attribution), " ", &self.content_date(), "."].concat()
    }

    /// The first reason of a settled verdict, under its title: what limits it, or what speaks for it once nothing does.
    #[must_use]
    pub fn first_reason(self, topic: &Topic, answers: &Answers) -> (Label, String) {
        if let Some(rule) = engine::judge(topic, answers).limits(topic).next() {
            return (Label::LimitsTitle, rule.reason.get(self.lang).to_owned());
        }
        let support = engine::supports(topic, answers).into_iter().next();
        (Label::SupportsTitle, support.map(|support| self.support(topic, support)).unwrap_or_default())
    }

    /// The first thing to do after a settled verdict, or the first sign to wait for, under its title.
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
                    .map(|alternative| [alternative.name.get(self.lang), ". ", &self.start(alternative)].concat());
                (Label::AlternativesTitle, first.unwrap_or_default())
            }
            Verdict::NotNow | Verdict::TryInLab => {
                let steps = engine::lifts(topic, answers).into_iter().next().map_or_else(Vec::new, |lift| lift.steps);
                let is_action = |step: &&Step| {
                    self.content.question(step.question()).is_some_and(|question| question.kind == Kind::Action)
                };
                // What can be done comes before what can only be waited for.
                let first = steps.iter().find(is_action).or(steps.first());
                (Label::LiftsTitle, first.map(|step| self.step(step)).unwrap_or_default())
            }
            Verdict::Adopt => {
                let pointer = engine::pointer(self.content, topic, answers);
                let tool = pointer.and_then(|pointer| topic.tools.get(usize::from(pointer.tool?)));
                let first = tool.map(|tool| [&*self.fill(Label::ToolFirst, &[("tool", &tool.name)]), "."].concat());
                (Label::ToolsTitle, first.unwrap_or_else(|| self.label(Label::NothingAgainst).to_owned()))
            }
        }
    }
}
