//! Turns a topic's rules into bits, and refuses rules that the engine's promises would not hold for.

use super::read::Node;
use super::{Input, Question, Rule};
use crate::domain::Verdict;

/// Rules are bits of a word.
const MAX_RULES: usize = 32;
/// More would make the proof over every answer set too long.
const MAX_INPUTS: usize = 12;
const MAX_ANSWER_SETS: u64 = 20_000_000;

/// What each answer of each question does to the rules, which are already sorted by ceiling.
pub(super) fn compile(node: &Node<'_>, questions: &[Question], rules: &[Rule]) -> Vec<Input> {
    if rules.len() > MAX_RULES {
        node.note(format!("{} rules: {MAX_RULES} at most fit", rules.len()));
        return Vec::new();
    }
    for (index, rule) in rules.iter().enumerate() {
        if rules.iter().take(index).any(|earlier| earlier.id == rule.id) {
            node.note(format!("rule {}: the id is used twice", rule.id));
        }
        if rule.when.is_empty() {
            node.note(format!("rule {}: it reads no answer", rule.id));
        }
    }
    let inputs: Vec<Input> = questions.iter().map(|question| input(question, rules)).collect();
    for (input, question) in inputs.iter().zip(questions) {
        order_of_favour(node, input, question, rules);
        targets_are_worded(node, input, question);
    }
    ceilings_are_reached(node, &inputs, rules);
    size(node, questions);
    inputs
}

fn input(question: &Question, rules: &[Rule]) -> Input {
    let condition = |rule: &Rule| rule.when.iter().find(|condition| condition.question == question.code).copied();
    let bits = |holds: &dyn Fn(&Rule) -> bool| {
        rules.iter().enumerate().fold(0_u32, |bits, (index, rule)| bits | u32::from(holds(rule)) << index)
    };
    let unread = bits(&|rule| condition(rule).is_none());
    let codes = question.choices.iter().map(|choice| choice.code).collect();
    if question.many {
        let absent = rules.iter().map(|rule| condition(rule).map_or(0, |condition| condition.mask)).collect();
        return Input {
            question: question.code,
            many: true,
            codes,
            holds: Vec::new(),
            absent,
            worst: u32::MAX >> (MAX_RULES - rules.len()),
            best: unread,
        };
    }
    let holds: Vec<u32> = (0..question.choices.len())
        .map(|position| bits(&|rule| condition(rule).is_none_or(|condition| condition.mask & 1 << position != 0)))
        .collect();
    Input {
        question: question.code,
        many: false,
        codes,
        worst: holds.iter().fold(unread, |worst, mask| worst | mask),
        best: holds.iter().fold(u32::MAX, |best, mask| best & mask),
        holds,
        absent: Vec::new(),
    }
}

/// Each fact needs one order in which no rule drops: the sets of answers that rules read must be nested.
fn order_of_favour(node: &Node<'_>, input: &Input, question: &Question, rules: &[Rule]) {
    let read: Vec<(&Rule, u16)> = rules
        .iter()
        .filter_map(|rule| {
            let condition = rule.when.iter().find(|condition| condition.question == question.code)?;
            Some((rule, condition.mask))
        })
        .collect();
    if read.is_empty() {
        node.note(format!("{}: no rule reads it, so it cannot matter", question.id));
    }
    // Boxes are favourable when ticked, whatever the rules: each is an order of its own.
    if input.many {
        return;
    }
    for (index, (rule, mask)) in read.iter().enumerate() {
        for (other, other_mask) in &read[index + 1..] {
            let common = mask & other_mask;
            if common != *mask && common != *other_mask {
                node.note(format!(
                    "{}: no order of favour suits both rule {} and rule {}",
                    question.id, rule.id, other.id
                ));
            }
        }
    }
}

/// Every answer that "what would change it" may name needs words for it: all but the least favourable.
fn targets_are_worded(node: &Node<'_>, input: &Input, question: &Question) {
    for (holds, choice) in input.holds.iter().zip(&question.choices) {
        if *holds != input.worst && choice.reach.is_none() {
            node.note(format!("{}: choice {} lacks reach, what to do or wait for", question.id, choice.id));
        }
    }
}

/// A ceiling that is never the verdict is a mistake: another one always hides it.
fn ceilings_are_reached(node: &Node<'_>, inputs: &[Input], rules: &[Rule]) {
    for (index, rule) in rules.iter().enumerate() {
        let bit = 1_u32 << index;
        // The most favourable answers under which the rule still holds.
        let firing = inputs.iter().fold(u32::MAX, |firing, input| firing & input.least_with(index, 0));
        let verdict = rules.get(firing.trailing_zeros() as usize).map_or(Verdict::Adopt, |lowest| lowest.ceiling);
        if firing & bit == 0 || verdict != rule.ceiling {
            node.note(format!("rule {}: no answer reaches its ceiling, another one is always lower", rule.id));
        }
    }
    for verdict in Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Adopt) {
        if !rules.iter().any(|rule| rule.ceiling == verdict) {
            node.note(format!("no rule has the ceiling {}", verdict.id()));
        }
    }
}

fn size(node: &Node<'_>, questions: &[Question]) {
    // A box is yes or no, and the boxes left unticked are no or open together. A choice may also be open.
    let n_answers = |question: &Question| match question.many {
        true => 2_u64 << question.choices.len(),
        false => question.choices.len() as u64 + 1,
    };
    let n_sets = questions.iter().map(n_answers).fold(1, u64::saturating_mul);
    if questions.len() > MAX_INPUTS || n_sets > MAX_ANSWER_SETS {
        node.note(format!(
            "{} questions and {n_sets} answer sets: {MAX_INPUTS} and {MAX_ANSWER_SETS} at most can be proved",
            questions.len()
        ));
    }
}
