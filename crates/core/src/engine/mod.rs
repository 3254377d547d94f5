//! Judges a topic: from content and answers to a verdict and its reasons. Has no sentences, no clock and no screen.
//!
//! Each rule of a topic sets a ceiling, and the verdict is the lowest ceiling among the rules that apply. Rules are bits,
//! sorted by ceiling: each answer allows some rules and excludes the others. Judging intersects these sets, and the lowest bit
//! left gives the verdict.
//!
//! An open question is judged at its most and at its least favourable answer. This is exact, because in one topic the answers
//! to a question have one order of favour for all rules (`content` rejects rules that break it). See
//! `docs/decisions/0002-the-lowest-ceiling.md`.

mod choose;
mod fragile;
mod lab;
mod lift;
mod next;
mod plan;
mod pointer;
mod room;
mod support;
mod tension;

use std::cmp::Reverse;

use crate::content::{Content, Input, Rule, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Range, Ticks, Verdict};

pub use choose::{Chosen, Need, Pick, choose, profile};
pub use fragile::{Fragile, FragileChange, fragile};
pub use lab::{Fit, KnownPrerequisites, LabNeed, OwnedLab, Resource, Trial, known_prerequisites, owned_lab, trial};
pub use lift::{Lift, Step, lifts};
pub use next::{Power, matters, next, open, path, power};
pub use plan::{Plan, Reading, minutes, plan};
pub use pointer::pointer;
pub use room::{AnswerCounts, N_SAMPLE, RoomSummary, VerdictCounts, sample_room, summarise_room};
pub use support::{Support, n_met, signs, supports};
pub use tension::tensions;

/// The result of judging a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdicts still possible. The range is exact: some answers to the open questions give each of its ends.
    pub range: Range,
    /// The rules that apply whatever the answers to the open questions, as bits.
    certain: u32,
}

/// Judges one topic. Same inputs, same output, natively and in wasm.
#[must_use]
pub fn judge(topic: &Topic, answers: &Answers) -> Judgement {
    let (mut certain, mut possible) = (u32::MAX, u32::MAX);
    for input in &topic.inputs {
        let ends = ends(input, answers.get(input.question));
        certain &= ends.best;
        possible &= ends.worst;
    }
    Judgement { range: Range { worst: lowest(topic, possible), best: lowest(topic, certain) }, certain }
}

impl Judgement {
    /// Whether the verdict no longer depends on open questions.
    #[must_use]
    pub fn settled(self) -> bool {
        self.range.settled()
    }

    /// The rules that limit the verdict: they certainly apply, and their ceiling is the best verdict still possible. Empty at
    /// `adopt`.
    pub fn limits(self, topic: &Topic) -> impl Iterator<Item = &Rule> {
        self.holding(topic).filter(move |rule| rule.ceiling == self.range.best)
    }

    /// Every rule that certainly applies, lowest ceiling first.
    pub fn holding(self, topic: &Topic) -> impl Iterator<Item = &Rule> {
        let holds = move |index: usize| self.certain & 1 << index != 0;
        let rules = topic.rules.iter().enumerate().filter(move |(index, _)| holds(*index));
        rules.map(|(_, rule)| rule)
    }
}

/// The positions of the topics, the nearest to adoption first.
///
/// Topics are compared by their best possible verdict, then by their worst one. Ties keep the chapter's order.
#[must_use]
pub fn nearest(content: &Content, answers: &Answers) -> Vec<usize> {
    let ranges: Vec<Range> = content.topics.iter().map(|topic| judge(topic, answers).range).collect();
    let mut positions: Vec<usize> = (0..ranges.len()).collect();
    positions.sort_by_key(|position| Reverse((ranges[*position].best, ranges[*position].worst)));
    positions
}

/// The rules that one question allows, at the most and at the least favourable of its possible answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ends {
    best: u32,
    worst: u32,
}

impl Ends {
    const fn closed(rules: u32) -> Self {
        Self { best: rules, worst: rules }
    }

    fn is_open(self) -> bool {
        self.best != self.worst
    }
}

fn ends(input: &Input, answer: Option<Answer>) -> Ends {
    let open = Ends { best: input.best, worst: input.worst };
    match answer {
        Some(Answer::Choice(choice)) if !input.many => holds(input, choice).map_or(open, Ends::closed),
        Some(Answer::Ticks(ticks)) if input.many => boxes(input, ticks),
        // An answer of the wrong type was given to another version of the question, so it is ignored.
        _ => open,
    }
}

/// The rules that one choice allows, if the question still has that choice.
fn holds(input: &Input, choice: ChoiceId) -> Option<u32> {
    let position = input.codes.iter().position(|code| *code == choice.0)?;
    input.holds.get(position).copied()
}

fn boxes(input: &Input, ticks: Ticks) -> Ends {
    let (mut best, mut worst) = (0, 0);
    for (index, absent) in input.absent.iter().enumerate() {
        if absent & ticks.ticked == 0 {
            worst |= 1 << index;
            // The boxes left open may all turn out ticked, which would exclude this rule.
            if *absent == 0 || !ticks.rest_open {
                best |= 1 << index;
            }
        }
    }
    Ends { best, worst }
}

/// The lowest ceiling among some rules. Rules are sorted by ceiling, so it is the ceiling of the lowest bit.
fn lowest(topic: &Topic, rules: u32) -> Verdict {
    topic.rules.get(rules.trailing_zeros() as usize).map_or(Verdict::Adopt, |rule| rule.ceiling)
}

/// The rules that each question of a topic allows, in the topic's order.
fn all_ends(topic: &Topic, answers: &Answers) -> Vec<Ends> {
    topic.inputs.iter().map(|input| ends(input, answers.get(input.question))).collect()
}

/// The rules that every question but one allows.
fn others(all: &[Ends], skipped: usize) -> Ends {
    let mut others = Ends::closed(u32::MAX);
    for (_, ends) in all.iter().enumerate().filter(|(index, _)| *index != skipped) {
        others.best &= ends.best;
        others.worst &= ends.worst;
    }
    others
}

/// The answered questions of a topic, in the topic's order. "I don't know" is an answer.
pub fn answered_questions<'a>(topic: &'a Topic, answers: &'a Answers) -> impl Iterator<Item = QuestionId> + 'a {
    topic.inputs.iter().map(|input| input.question).filter(|question| answers.get(*question).is_some())
}

/// Whether a question of the topic itself was answered. Questions shared with other topics do not count.
#[must_use]
pub fn is_started(content: &Content, position: usize, answers: &Answers) -> bool {
    content
        .questions
        .iter()
        .filter(|question| question.topic.map(usize::from) == Some(position))
        .any(|question| answers.get(question.code).is_some())
}

#[cfg(test)]
mod tests;
