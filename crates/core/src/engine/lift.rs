//! Finds the lifts of a verdict: every inclusion-minimal set of answers to improve for a better verdict.

use std::cmp::Reverse;

use super::next::ticked;
use super::{all_ends, lowest};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks, Verdict};

/// A set of answers that, improved together, give a better verdict. No proper subset gives that verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// The verdict reached.
    pub verdict: Verdict,
    /// The change of each answer, in the topic's order.
    pub steps: Vec<Step>,
}

/// The change of one answer, and the smallest that is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Give the least favourable choice that is enough.
    Choice {
        /// The question.
        question: QuestionId,
        /// The choice.
        choice: ChoiceId,
    },
    /// Tick any one of these boxes.
    AnyOf {
        /// The question.
        question: QuestionId,
        /// The boxes' numbers, as bits.
        boxes: u16,
    },
    /// Tick all of these boxes.
    AllOf {
        /// The question.
        question: QuestionId,
        /// The boxes' numbers, as bits.
        boxes: u16,
    },
}

impl Step {
    /// The question whose answer changes.
    #[must_use]
    pub const fn question(&self) -> QuestionId {
        match self {
            Self::Choice { question, .. } | Self::AnyOf { question, .. } | Self::AllOf { question, .. } => *question,
        }
    }

    /// Applies the change to the answers. For [`Step::AnyOf`], ticks the box with the lowest number.
    pub fn apply(&self, answers: &mut Answers) {
        let answer = match *self {
            Self::Choice { choice, .. } => Answer::Choice(choice),
            Self::AnyOf { boxes, .. } => tick_more(answers, self.question(), boxes & boxes.wrapping_neg()),
            Self::AllOf { boxes, .. } => tick_more(answers, self.question(), boxes),
        };
        answers.set(self.question(), answer);
    }
}

fn tick_more(answers: &Answers, question: QuestionId, boxes: u16) -> Answer {
    let ticks = match answers.get(question) {
        Some(Answer::Ticks(ticks)) => ticks,
        _ => Ticks::default(),
    };
    Answer::Ticks(Ticks { ticked: ticks.ticked | boxes, ..ticks })
}

/// Finds every inclusion-minimal set of answers to improve for a better verdict.
///
/// They are sorted by number of answers, then by verdict, then in the topic's order. An open question counts at its most
/// favourable answer, because answering it is not a change; so on an unsettled topic the lifts start from its best verdict.
#[must_use]
pub fn lifts(topic: &Topic, answers: &Answers) -> Vec<Lift> {
    let now: Vec<u32> = all_ends(topic, answers).iter().map(|ends| ends.best).collect();
    let applying = now.iter().fold(u32::MAX, |applying, rules| applying & rules);
    let verdict = lowest(topic, applying);
    // Only a question that some applying rule reads can improve the verdict.
    let helpful: Vec<usize> = topic
        .inputs
        .iter()
        .enumerate()
        .filter(|(index, input)| now.get(*index).is_some_and(|rules| rules & !input.best & applying != 0))
        .map(|(index, _)| index)
        .collect();
    let reached: Vec<Verdict> =
        (0..1_usize << helpful.len()).map(|set| lowest(topic, lifted(topic, &now, &helpful, set))).collect();
    let mut found: Vec<(usize, Verdict, Vec<usize>)> = Vec::new();
    for (set, better) in reached.iter().enumerate() {
        // A larger set never gives a lower verdict, so it is enough to compare with the sets of one answer fewer.
        let is_minimal = (0..helpful.len())
            .filter(|place| set & 1 << place != 0)
            .all(|place| reached.get(set & !(1 << place)).is_some_and(|fewer| fewer < better));
        if *better > verdict && is_minimal {
            let places = helpful.iter().enumerate().filter(|(place, _)| set & 1 << place != 0);
            let chosen: Vec<usize> = places.map(|(_, index)| *index).collect();
            found.push((chosen.len(), *better, chosen));
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|(_, verdict, chosen)| Lift { verdict, steps: steps(topic, answers, &now, &chosen, verdict) })
        .collect()
}

/// The rules that apply when a set of questions has its most favourable answers.
fn lifted(topic: &Topic, now: &[u32], helpful: &[usize], set: usize) -> u32 {
    let mut applying = u32::MAX;
    for (index, (input, rules)) in topic.inputs.iter().zip(now).enumerate() {
        let place = helpful.iter().position(|helpful| *helpful == index);
        let is_lifted = place.is_some_and(|place| set & 1 << place != 0);
        applying &= if is_lifted { input.best } else { *rules };
    }
    applying
}

/// The smallest change of each lifted answer that still gives the verdict, in the topic's order.
fn steps(topic: &Topic, answers: &Answers, now: &[u32], chosen: &[usize], verdict: Verdict) -> Vec<Step> {
    let mut rules = now.to_vec();
    for index in chosen {
        if let (Some(rules), Some(input)) = (rules.get_mut(*index), topic.inputs.get(*index)) {
            *rules = input.best;
        }
    }
    let mut steps: Vec<(usize, Step)> = Vec::new();
    // Boxes are reduced last: whether any one box is enough depends on the final choices of the other questions.
    let (many, single): (Vec<usize>, Vec<usize>) =
        chosen.iter().partition(|index| topic.inputs.get(**index).is_some_and(|input| input.many));
    for index in single.into_iter().chain(many) {
        let Some(input) = topic.inputs.get(index) else {
            continue;
        };
        let others = rules
            .iter()
            .enumerate()
            .filter(|(place, _)| *place != index)
            .fold(u32::MAX, |others, (_, rules)| others & rules);
        let enough = |own: u32| lowest(topic, others & own) >= verdict;
        let (step, own) = if input.many { tick(input, answers, &enough) } else { choose(input, answers, &enough) };
        rules[index] = own;
        steps.push((index, step));
    }
    steps.sort_by_key(|(index, _)| *index);
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The least favourable choice that is enough, with its rules. Ties go to the choice shown nearest to the given one.
fn choose(input: &Input, answers: &Answers, enough: &dyn Fn(u32) -> bool) -> (Step, u32) {
    let position = |choice: u8| input.codes.iter().position(|code| *code == choice);
    let given = match answers.get(input.question) {
        Some(Answer::Choice(choice)) => position(choice.0).unwrap_or(0),
        _ => 0,
    };
    let least = input
        .codes
        .iter()
        .zip(&input.holds)
        .enumerate()
        .filter(|(_, (_, rules))| enough(**rules))
        .max_by_key(|(place, (_, rules))| (rules.count_ones(), Reverse(place.abs_diff(given))));
    let (code, rules) = least.map_or((0, input.best), |(_, (code, rules))| (*code, *rules));
    (Step::Choice { question: input.question, choice: ChoiceId(code) }, rules)
}

/// The boxes of which any one is enough; otherwise a minimal set of boxes. With the rules that then apply.
fn tick(input: &Input, answers: &Answers, enough: &dyn Fn(u32) -> bool) -> (Step, u32) {
    let ticked = ticked(input, answers);
    let rules = |ticked: u16| input.rules_at(ticked);
    let unticked: Vec<u16> = input.codes.iter().map(|code| 1 << code).filter(|bit| ticked & bit == 0).collect();
    let sufficient: Vec<u16> = unticked.iter().copied().filter(|bit| enough(rules(ticked | bit))).collect();
    if let Some(first) = sufficient.first() {
        let boxes = sufficient.iter().fold(0, |boxes, bit| boxes | bit);
        return (Step::AnyOf { question: input.question, boxes }, rules(ticked | first));
    }
    let mut needed = unticked.iter().fold(0, |needed, bit| needed | bit);
    for bit in unticked {
        if enough(rules(ticked | needed & !bit)) {
            needed &= !bit;
        }
    }
    (Step::AllOf { question: input.question, boxes: needed }, rules(ticked | needed))
}
