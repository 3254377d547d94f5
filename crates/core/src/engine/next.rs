//! Which questions can still change the verdict, and which of them to ask next.

use super::{Ends, all_ends, ends, lowest, others};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, QuestionId, Range, Verdict};

/// The questions whose answer can still change the verdict, unanswered or answered "I don't know", in the topic's order.
/// None exactly when the verdict is settled.
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

/// Whether some answer to a question, some way of answering the other open ones, changes the verdict.
///
/// An answer already given is set aside first: this asks whether it counts.
#[must_use]
pub fn matters(topic: &Topic, answers: &Answers, question: QuestionId) -> bool {
    power(topic, answers, question).is_some()
}

/// What one answer to a question can still do by itself, the other open ones staying open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Power {
    /// What is possible while the question is open.
    pub now: Range,
    /// The best verdict that its least favourable answer leaves.
    pub lowest_best: Verdict,
    /// The worst verdict that its most favourable answer leaves.
    pub highest_worst: Verdict,
}

/// What an answer to a question can still do; none when it cannot change the verdict any more. An answer already given is set
/// aside first.
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

/// The question to ask next: the one of which an answer can remove most sectors now; ties keep the topic's order, which
/// starts with the value questions. None when no unanswered question can change the verdict.
#[must_use]
pub fn next(topic: &Topic, answers: &Answers) -> Option<QuestionId> {
    let all = all_ends(topic, answers);
    let mut chosen: Option<(usize, QuestionId)> = None;
    for (index, input) in topic.inputs.iter().enumerate() {
        if answers.get(input.question).is_some() || !can_matter(topic, answers, &all, index) {
            continue;
        }
        let left = fewest_sectors(topic, &all, index);
        if chosen.is_none_or(|(fewest, _)| left < fewest) {
            chosen = Some((left, input.question));
        }
    }
    chosen.map(|(_, question)| question)
}

/// The answered questions in the order they were asked: the order in which asking again would give the same answers.
/// Those answered though the verdict no longer depended on them come last, in the topic's order.
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
    let rest: Vec<QuestionId> = super::asked(topic, answers).filter(|question| !path.contains(question)).collect();
    path.extend(rest);
    path
}

/// What is still possible after each complete answer to a question, the other open ones staying open.
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

/// How few sectors can remain after one answer to a question.
fn fewest_sectors(topic: &Topic, all: &[Ends], index: usize) -> usize {
    outcomes(topic, all, index).map(Range::n_sectors).min().unwrap_or(usize::MAX)
}

/// Every complete answer to a "which problem" question: each box yes or no.
fn every_tick(input: &Input) -> impl Iterator<Item = u16> + '_ {
    (0..1_u32 << input.codes.len()).map(|chosen| {
        let places = input.codes.iter().enumerate().filter(move |(place, _)| chosen & 1 << place != 0);
        places.fold(0, |ticked, (_, code)| ticked | 1 << code)
    })
}

/// Whether an open question can change the verdict, for some way of answering the others.
///
/// It can when some rule that it decides can be the lowest by itself. The best case for that is the rule holding with
/// every other question as favourable as it may be while the rule still holds.
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

/// The boxes ticked so far; none for a question that takes one choice.
pub(super) fn ticked(input: &Input, answers: &Answers) -> u16 {
    match answers.get(input.question) {
        Some(Answer::Ticks(ticks)) => ticks.ticked,
        _ => 0,
    }
}
