//! Which single answers hold a verdict up: changed alone, each would lower it.

use core::cmp::Reverse;

use super::{all_ends, lowest, others};
use crate::content::{Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks, Verdict};

/// One answer whose change, alone, lowers the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragile {
    /// The question.
    pub question: QuestionId,
    /// The mildest change that is enough.
    pub change: Weaker,
    /// The verdict it would lower to.
    pub verdict: Verdict,
}

/// A less favourable answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weaker {
    /// This choice instead.
    Choice(ChoiceId),
    /// These boxes unticked together, as bits.
    Without(u16),
}

impl Fragile {
    /// Makes the change.
    pub fn take(&self, answers: &mut Answers) {
        match (self.change, answers.get(self.question)) {
            (Weaker::Choice(choice), _) => answers.set(self.question, Answer::Choice(choice)),
            (Weaker::Without(boxes), Some(Answer::Ticks(ticks))) => {
                answers.set(self.question, Answer::Ticks(Ticks { ticked: ticks.ticked & !boxes, ..ticks }));
            }
            (Weaker::Without(_), _) => {}
        }
    }
}

/// The single answers that would lower the verdict, in the topic's order: for a choice the mildest that is enough, for boxes
/// every inclusion-minimal set to untick. On an unsettled topic, from its best end, as for lifts: an open answer holds nothing up.
#[must_use]
pub fn fragile(topic: &Topic, answers: &Answers) -> Vec<Fragile> {
    let all = all_ends(topic, answers);
    let verdict = lowest(topic, all.iter().fold(u32::MAX, |holding, ends| holding & ends.best));
    let mut found = Vec::new();
    for (index, input) in topic.inputs.iter().enumerate() {
        let others = others(&all, index).best;
        match answers.get(input.question) {
            Some(Answer::Choice(choice)) if !input.many => {
                found.extend(choose(topic, input, choice, others, verdict));
            }
            Some(Answer::Ticks(Ticks { ticked, rest_open: false })) if input.many => {
                untick(topic, input, ticked, others, verdict, &mut found);
            }
            _ => {}
        }
    }
    found
}

/// The mildest choice that lowers the verdict; among equals, the nearest to the answer given, as shown. Rules only add up
/// from one choice to a less favourable one, so the fewest are the mildest.
fn choose(topic: &Topic, input: &Input, given: ChoiceId, others: u32, verdict: Verdict) -> Option<Fragile> {
    let given = input.codes.iter().position(|code| *code == given.0)?;
    let lower = |rules: u32| lowest(topic, others & rules) < verdict;
    let choices = input.codes.iter().zip(&input.holds).enumerate().filter(|(_, (_, rules))| lower(**rules));
    let (_, (code, rules)) =
        choices.max_by_key(|(place, (_, rules))| (Reverse(rules.count_ones()), Reverse(place.abs_diff(given))))?;
    let verdict = lowest(topic, others & rules);
    Some(Fragile { question: input.question, change: Weaker::Choice(ChoiceId(*code)), verdict })
}

/// A rule lowers the verdict once all the boxes it reads are unticked: those that are ticked make a set to untick.
fn untick(topic: &Topic, input: &Input, ticked: u16, others: u32, verdict: Verdict, found: &mut Vec<Fragile>) {
    let sets = |rule: usize| Some(input.absent.get(rule)? & ticked).filter(|_| others & 1 << rule != 0);
    let lowering = || {
        let rules = topic.rules.iter().enumerate().filter(|(_, rule)| rule.ceiling < verdict);
        rules.filter_map(|(index, _)| sets(index)).filter(|set| *set != 0)
    };
    let first = found.len();
    for set in lowering() {
        let is_minimal = lowering().all(|other| other == set || other & set != other);
        let change = Weaker::Without(set);
        if is_minimal && found.iter().skip(first).all(|known| known.change != change) {
            let verdict = lowest(topic, others & input.rules_at(ticked & !set));
            found.push(Fragile { question: input.question, change, verdict });
        }
    }
}
