//! Finds the single answers whose change would lower the verdict.

use std::cmp::Reverse;

use super::{all_ends, lowest, others};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks, Verdict};

/// One answer whose change alone lowers the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragile {
    /// The question.
    pub question: QuestionId,
    /// The smallest change that is enough.
    pub change: FragileChange,
    /// The verdict after the change.
    pub verdict: Verdict,
}

/// A less favourable answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FragileChange {
    /// Another choice.
    Choice(ChoiceId),
    /// These boxes unticked together, as bits.
    Untick(u16),
}

impl Fragile {
    /// Applies the change to the answers.
    pub fn apply(&self, answers: &mut Answers) {
        match (self.change, answers.get(self.question)) {
            (FragileChange::Choice(choice), _) => answers.set(self.question, Answer::Choice(choice)),
            (FragileChange::Untick(boxes), Some(Answer::Ticks(ticks))) => {
                answers.set(self.question, Answer::Ticks(Ticks { ticked: ticks.ticked & !boxes, ..ticks }));
            }
            (FragileChange::Untick(_), _) => {}
        }
    }
}

/// Finds the single answers whose change would lower the verdict, in the topic's order.
///
/// For a choice this is the smallest change that is enough; for boxes, every inclusion-minimal set of boxes to untick. On an
/// unsettled topic the verdict is its best end, as for [`super::lifts`], so changing an open answer lowers nothing.
#[must_use]
pub fn fragile(topic: &Topic, answers: &Answers) -> Vec<Fragile> {
    let all = all_ends(topic, answers);
    let verdict = lowest(topic, all.iter().fold(u32::MAX, |rules, ends| rules & ends.best));
    let mut found = Vec::new();
    for (index, input) in topic.inputs.iter().enumerate() {
        let others = others(&all, index).best;
        match answers.get(input.question) {
            Some(Answer::Choice(choice)) if !input.many => {
                found.extend(choose(topic, input, choice, others, verdict));
            }
            Some(Answer::Ticks(Ticks { ticked, rest_open: false })) if input.many => {
                found.extend(untick(topic, input, ticked, others, verdict));
            }
            _ => {}
        }
    }
    found
}

/// The most favourable choice that lowers the verdict. Ties go to the choice shown nearest to the given one.
///
/// A less favourable choice keeps every rule of a more favourable one, so the choice with the fewest rules is the most
/// favourable.
fn choose(topic: &Topic, input: &Input, given: ChoiceId, others: u32, verdict: Verdict) -> Option<Fragile> {
    let given = input.codes.iter().position(|code| *code == given.0)?;
    let lower = |rules: u32| lowest(topic, others & rules) < verdict;
    let choices = input.codes.iter().zip(&input.holds).enumerate().filter(|(_, (_, rules))| lower(**rules));
    let (_, (code, rules)) =
        choices.max_by_key(|(place, (_, rules))| (Reverse(rules.count_ones()), Reverse(place.abs_diff(given))))?;
    let verdict = lowest(topic, others & rules);
    Some(Fragile { question: input.question, change: FragileChange::Choice(ChoiceId(*code)), verdict })
}

/// Finds the minimal sets of boxes to untick.
///
/// A rule applies once all the boxes it reads are unticked, so the ticked boxes that it reads are a candidate set.
fn untick(topic: &Topic, input: &Input, ticked: u16, others: u32, verdict: Verdict) -> Vec<Fragile> {
    let is_allowed_by_others = |rule_idx: usize| others & 1 << rule_idx != 0;
    let mut candidates: Vec<u16> = Vec::new();
    for (rule_idx, (rule, absent)) in topic.rules.iter().zip(&input.absent).enumerate() {
        let set = absent & ticked;
        if rule.ceiling < verdict && is_allowed_by_others(rule_idx) && set != 0 && !candidates.contains(&set) {
            candidates.push(set);
        }
    }
    let is_minimal = |set: u16| candidates.iter().all(|other| *other == set || other & set != *other);
    candidates
        .iter()
        .filter(|set| is_minimal(**set))
        .map(|set| Fragile {
            question: input.question,
            change: FragileChange::Untick(*set),
            verdict: lowest(topic, others & input.rules_at(ticked & !set)),
        })
        .collect()
}
