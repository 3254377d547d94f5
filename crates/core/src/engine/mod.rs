//! Judges a topic: content and answers in, verdict and reasons out. Knows no sentence, no clock and no screen.
//!
//! Each rule of a topic sets a ceiling, and the verdict is the lowest one that holds. Rules are bits, lowest ceiling first:
//! an answer keeps some of them and drops the others, so judging is an intersection and the verdict its lowest bit.
//! An open question is judged at its two ends, which is exact because in one topic every fact has an order of favour in
//! which no rule drops (`content` refuses the others). See `docs/decisions/0002-the-lowest-ceiling.md`.

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

use crate::content::{Content, Input, Rule, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Range, Ticks, Verdict};

pub use choose::{Chosen, Need, Pick, choose, profile};
pub use fragile::{Fragile, Weaker, fragile};
pub use lab::{Fit, Known, Owned, Resource, Takes, Trial, known, owned, trial};
pub use lift::{Lift, Step, lifts};
pub use next::{Power, matters, next, open, path, power};
pub use plan::{Plan, Reading, minutes, plan};
pub use pointer::pointer;
pub use room::{Gathered, Heads, N_SAMPLE, Spread, gather, sample_room};
pub use support::{Support, n_met, signs, supports};
pub use tension::tensions;

/// What the answers say of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// The verdicts still possible. Exact: each end is reached by some way of answering what is open.
    pub range: Range,
    /// The rules that hold whatever the open answers turn out to be, as bits.
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
    /// Whether no open answer can change the verdict any more.
    #[must_use]
    pub fn settled(self) -> bool {
        self.range.settled()
    }

    /// The rules that keep the verdict from being better: they hold for certain, and their ceiling is the best verdict
    /// still possible. None at `adopt`.
    pub fn limits(self, topic: &Topic) -> impl Iterator<Item = &Rule> {
        self.holding(topic).filter(move |rule| rule.ceiling == self.range.best)
    }

    /// Every rule that holds for certain, lowest ceiling first.
    pub fn holding(self, topic: &Topic) -> impl Iterator<Item = &Rule> {
        let holds = move |index: usize| self.certain & 1 << index != 0;
        let rules = topic.rules.iter().enumerate().filter(move |(index, _)| holds(*index));
        rules.map(|(_, rule)| rule)
    }
}

/// The topics by nearness to adoption, nearest first, by position: the best verdict still possible counts first, then the
/// worst. Ties keep the chapter's order.
#[must_use]
pub fn nearest(content: &Content, answers: &Answers) -> Vec<usize> {
    let ranges: Vec<Range> = content.topics.iter().map(|topic| judge(topic, answers).range).collect();
    let mut positions = Vec::with_capacity(ranges.len());
    // Passes rather than a sort, whose code would weigh more than all of this.
    for best in Verdict::ALL.into_iter().rev() {
        for worst in Verdict::ALL.into_iter().rev() {
            let these = ranges.iter().enumerate().filter(|(_, range)| range.best == best && range.worst == worst);
            positions.extend(these.map(|(position, _)| position));
        }
    }
    positions
}

/// The rules one question leaves standing, at the most and at the least favourable end of what its answer may be.
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
        // An answer of another shape comes from another version of the question: it says nothing here.
        _ => open,
    }
}

/// The rules left standing by one choice, if the question still has it.
fn holds(input: &Input, choice: ChoiceId) -> Option<u32> {
    let position = input.codes.iter().position(|code| *code == choice.0)?;
    input.holds.get(position).copied()
}

fn boxes(input: &Input, ticks: Ticks) -> Ends {
    let (mut best, mut worst) = (0, 0);
    for (index, absent) in input.absent.iter().enumerate() {
        if absent & ticks.ticked == 0 {
            worst |= 1 << index;
            // Left open, the boxes a rule wants unticked may all be ticked.
            if *absent == 0 || !ticks.rest_open {
                best |= 1 << index;
            }
        }
    }
    Ends { best, worst }
}

/// The lowest ceiling among some rules: rules are sorted, so it is the lowest bit's.
fn lowest(topic: &Topic, rules: u32) -> Verdict {
    topic.rules.get(rules.trailing_zeros() as usize).map_or(Verdict::Adopt, |rule| rule.ceiling)
}

/// What each question of a topic leaves standing, in the topic's order.
fn all_ends(topic: &Topic, answers: &Answers) -> Vec<Ends> {
    topic.inputs.iter().map(|input| ends(input, answers.get(input.question))).collect()
}

/// The rules every question but one leaves standing.
fn others(all: &[Ends], skipped: usize) -> Ends {
    let mut others = Ends::closed(u32::MAX);
    for (_, ends) in all.iter().enumerate().filter(|(index, _)| *index != skipped) {
        others.best &= ends.best;
        others.worst &= ends.worst;
    }
    others
}

/// The questions of a topic that have an answer, "I don't know" included, in the topic's order.
pub fn asked<'a>(topic: &'a Topic, answers: &'a Answers) -> impl Iterator<Item = QuestionId> + 'a {
    topic.inputs.iter().map(|input| input.question).filter(|question| answers.get(*question).is_some())
}

/// Whether some question of a topic's own was answered: facts shared with other topics do not start it.
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
