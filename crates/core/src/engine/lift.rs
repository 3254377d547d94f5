//! What would change a verdict: every inclusion-minimal set of answers to lift for a better one.

use core::cmp::Reverse;

use super::next::ticked;
use super::{all_ends, lowest};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks, Verdict};

/// A set of answers that, lifted together, give a better verdict; lifting any fewer of them does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lift {
    /// The verdict reached.
    pub verdict: Verdict,
    /// What each question of the set has to become, in the topic's order.
    pub steps: Vec<Step>,
}

/// What one answer has to become, and no better than needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The least favourable choice that is enough.
    Choice {
        /// The question.
        question: QuestionId,
        /// The choice.
        choice: ChoiceId,
    },
    /// One of these boxes ticked is enough.
    AnyOf {
        /// The question.
        question: QuestionId,
        /// The boxes' numbers, as bits.
        boxes: u16,
    },
    /// These boxes have to be ticked together.
    AllOf {
        /// The question.
        question: QuestionId,
        /// The boxes' numbers, as bits.
        boxes: u16,
    },
}

impl Step {
    /// The question the step is about.
    #[must_use]
    pub const fn question(&self) -> QuestionId {
        match self {
            Self::Choice { question, .. } | Self::AnyOf { question, .. } | Self::AllOf { question, .. } => *question,
        }
    }

    /// Takes the step: the answer is what it has to become. Of boxes that are each enough, the first is ticked.
    pub fn take(&self, answers: &mut Answers) {
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

/// Every inclusion-minimal set of answers to lift for a better verdict: fewest answers first, then nearest verdict, then the
/// topic's order. On an unsettled topic, from its best end: an open question is taken at its most favourable answer,
/// since answering it is not changing it.
#[must_use]
pub fn lifts(topic: &Topic, answers: &Answers) -> Vec<Lift> {
    let now: Vec<u32> = all_ends(topic, answers).iter().map(|ends| ends.best).collect();
    let holding = now.iter().fold(u32::MAX, |holding, rules| holding & rules);
    let verdict = lowest(topic, holding);
    // Only questions that keep some rule holding can help.
    let helpful: Vec<usize> = topic
        .inputs
        .iter()
        .enumerate()
        .filter(|(index, input)| now.get(*index).is_some_and(|rules| rules & !input.best & holding != 0))
        .map(|(index, _)| index)
        .collect();
    let reached: Vec<Verdict> =
        (0..1_usize << helpful.len()).map(|set| lowest(topic, lifted(topic, &now, &helpful, set))).collect();
    let mut found: Vec<(usize, Verdict, Vec<usize>)> = Vec::new();
    for (set, better) in reached.iter().enumerate() {
        // Lifting more never lowers the verdict, so taking one away at a time shows minimality.
        let is_minimal = (0..helpful.len())
            .filter(|place| set & 1 << place != 0)
            .all(|place| reached.get(set & !(1 << place)).is_some_and(|fewer| fewer < better));
        if *better > verdict && is_minimal {
            let places = helpful.iter().enumerate().filter(|(place, _)| set & 1 << place != 0);
            let chosen: Vec<usize> = places.map(|(_, index)| *index).collect();
            let lift = (chosen.len(), *better, chosen);
            // A few at most, put in their place one by one: a general sort takes kilobytes of the wasm.
            let place = found.partition_point(|other| *other < lift);
            found.insert(place, lift);
        }
    }
    found
        .into_iter()
        .map(|(_, verdict, chosen)| Lift { verdict, steps: steps(topic, answers, &now, &chosen, verdict) })
        .collect()
}

/// The rules that hold once a set of questions is at its most favourable answers.
fn lifted(topic: &Topic, now: &[u32], helpful: &[usize], set: usize) -> u32 {
    let mut holding = u32::MAX;
    for (index, (input, rules)) in topic.inputs.iter().zip(now).enumerate() {
        let place = helpful.iter().position(|helpful| *helpful == index);
        let is_lifted = place.is_some_and(|place| set & 1 << place != 0);
        holding &= if is_lifted { input.best } else { *rules };
    }
    holding
}

/// How little each lifted answer has to change: in the topic's order, the least that keeps the verdict.
fn steps(topic: &Topic, answers: &Answers, now: &[u32], chosen: &[usize], verdict: Verdict) -> Vec<Step> {
    let mut rules = now.to_vec();
    for index in chosen {
        if let (Some(rules), Some(input)) = (rules.get_mut(*index), topic.inputs.get(*index)) {
            *rules = input.best;
        }
    }
    let mut steps: Vec<(usize, Step)> = Vec::new();
    // Boxes come last: several of them may each be enough, and that must hold with the other answers as lifted.
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
        if let Some(rules) = rules.get_mut(index) {
            *rules = own;
        }
        let place = steps.partition_point(|(other, _)| *other < index);
        steps.insert(place, (index, step));
    }
    steps.into_iter().map(|(_, step)| step).collect()
}

/// The least favourable choice that is enough; among equals, the nearest to the answer given, as shown.
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

/// The boxes that are each enough, or else a smallest set that is.
fn tick(input: &Input, answers: &Answers, enough: &dyn Fn(u32) -> bool) -> (Step, u32) {
    let ticked = ticked(input, answers);
    let rules = |ticked: u16| input.rules_at(ticked);
    let unticked: Vec<u16> = input.codes.iter().map(|code| 1 << code).filter(|bit| ticked & bit == 0).collect();
    let single = |bit: &&u16| enough(rules(ticked | **bit));
    let each = unticked.iter().filter(single).fold(0, |each, bit| each | bit);
    if let Some(first) = unticked.iter().find(single) {
        return (Step::AnyOf { question: input.question, boxes: each }, rules(ticked | first));
    }
    let mut needed = unticked.iter().fold(0, |needed, bit| needed | bit);
    for bit in unticked {
        if enough(rules(ticked | needed & !bit)) {
            needed &= !bit;
        }
    }
    (Step::AllOf { question: input.question, boxes: needed }, rules(ticked | needed))
}
