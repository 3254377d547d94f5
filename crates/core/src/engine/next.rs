//! Finds the questions that can still change the verdict, and the one to ask next.

use super::{Ends, all_ends, ends, lowest, others};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, QuestionId, Range, Verdict};

/// The open questions that can still change the verdict, in the topic's order.
///
/// A question is open when it is unanswered or answered "I don't know". The list is empty exactly when the verdict is settled.
#[must_use]
pub fn open(topic: &Topic, answers: &Answers) -> Vec<QuestionId> {
    let all = all_ends(topic, answers);
    topic
        .inputs
        .iter()
        .enumerate()
        .filter(|(index, _)| can_matter(topic, answers, &all, *index))
        .map(|(_, input)| input.question)
        .collect()
}

/// Whether the answer to a question can change the verdict, for some answers to the other open questions.
///
/// An answer already given to the question is ignored.
#[must_use]
pub fn matters(topic: &Topic, answers: &Answers, question: QuestionId) -> bool {
    power(topic, answers, question).is_some()
}

/// The effect that one answer can have on the range, while the other open questions stay open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power {
    /// The range while the question is open.
    pub now: Range,
    /// The best possible verdict after the least favourable answer.
    pub lowest_best: Verdict,
    /// The worst possible verdict after the most favourable answer.
    pub highest_worst: Verdict,
}

/// The effect that an answer to a question can have; none when it can no longer change the verdict.
///
/// An answer already given to the question is ignored.
#[must_use]
pub fn power(topic: &Topic, answers: &Answers, question: QuestionId) -> Option<Power> {
    let mut all = all_ends(topic, answers);
    let index = topic.inputs.iter().position(|input| input.question == question)?;
    *all.get_mut(index)? = ends(topic.inputs.get(index)?, None);
    if !can_matter(topic, answers, &all, index) {
        return None;
    }
    let (worst, best) =
        all.iter().fold((u32::MAX, u32::MAX), |(worst, best), ends| (worst & ends.worst, best & ends.best));
    let now = Range { worst: lowest(topic, worst), best: lowest(topic, best) };
    let mut power = Power { now, lowest_best: now.best, highest_worst: now.worst };
    for range in outcomes(topic, &all, index) {
        power.lowest_best = power.lowest_best.min(range.best);
        power.highest_worst = power.highest_worst.max(range.worst);
    }
    Some(power)
}

/// The question to ask next; none when no unanswered question can change the verdict.
///
/// It is the question with the answer that leaves the smallest range. Ties keep the topic's order, which starts with the value
/// questions.
#[must_use]
pub fn next(topic: &Topic, answers: &Answers) -> Option<QuestionId> {
    let all = all_ends(topic, answers);
    let inputs = topic.inputs.iter().enumerate();
    let candidates = inputs
        .filter(|(index, input)| answers.get(input.question).is_none() && can_matter(topic, answers, &all, *index));
    // `min_by_key` returns the first minimum.
    candidates.min_by_key(|(index, _)| fewest_sectors(topic, &all, *index)).map(|(_, input)| input.question)
}

/// The answered questions, in the order in which [`next`] asks them.
///
/// Answered questions that could no longer change the verdict come last, in the topic's order.
#[must_use]
pub fn path(topic: &Topic, answers: &Answers) -> Vec<QuestionId> {
    let mut path = Vec::new();
    let mut so_far = Answers::new();
    while let Some(question) = next(topic, &so_far) {
        let Some(answer) = answers.get(question) else {
            break;
        };
        so_far.set(question, answer);
        path.push(question);
    }
    let rest: Vec<QuestionId> =
        super::answered_questions(topic, answers).filter(|question| !path.contains(question)).collect();
    path.extend(rest);
    path
}

/// The range after each complete answer to a question, while the other open questions stay open.
fn outcomes<'a>(topic: &'a Topic, all: &[Ends], index: usize) -> impl Iterator<Item = Range> + 'a {
    let others = others(all, index);
    let range =
        move |own: u32| Range { worst: lowest(topic, others.worst & own), best: lowest(topic, others.best & own) };
    let input = topic.inputs.get(index);
    let ticks = input.filter(|input| input.many).into_iter();
    let ticks = ticks.flat_map(|input| every_tick(input).map(|ticked| input.rules_at(ticked)));
    let choices = input.into_iter().flat_map(|input| input.holds.iter().copied());
    ticks.chain(choices).map(range)
}

/// The smallest number of verdicts that can remain possible after one answer to a question.
fn fewest_sectors(topic: &Topic, all: &[Ends], index: usize) -> usize {
    outcomes(topic, all, index).map(Range::n_sectors).min().unwrap_or(usize::MAX)
}

/// Every complete answer to a "which problem" question: all subsets of its boxes.
fn every_tick(input: &Input) -> impl Iterator<Item = u16> + '_ {
    (0..1_u32 << input.codes.len()).map(|chosen| {
        let places = input.codes.iter().enumerate().filter(move |(place, _)| chosen & 1 << place != 0);
        places.fold(0, |ticked, (_, code)| ticked | 1 << code)
    })
}

/// Whether an open question can change the verdict, for some answers to the other open questions.
///
/// It can when it decides some rule, and that rule alone can give the lowest ceiling. The case to test for each rule is the one
/// where every other question has its most favourable answer under which the rule still applies.
fn can_matter(topic: &Topic, answers: &Answers, all: &[Ends], index: usize) -> bool {
    let Some(own) = all.get(index).filter(|own| own.is_open()) else {
        return false;
    };
    let possible = all.iter().fold(u32::MAX, |possible, ends| possible & ends.worst);
    let mut decided = possible & own.worst & !own.best;
    while decided != 0 {
        let rule = decided.trailing_zeros() as usize;
        decided &= decided - 1;
        let mut context = u32::MAX;
        for (place, (input, ends)) in topic.inputs.iter().zip(all).enumerate() {
            if place != index {
                context &= if ends.is_open() { input.least_with(rule, ticked(input, answers)) } else { ends.best };
            }
        }
        if lowest(topic, context & own.worst) < lowest(topic, context & own.best) {
            return true;
        }
    }
    false
}

/// The ticked boxes, as bits; 0 for a question that takes one choice.
pub(super) fn ticked(input: &Input, answers: &Answers) -> u16 {
    match answers.get(input.question) {
        Some(Answer::Ticks(ticks)) => ticks.ticked,
        _ => 0,
    }
}
