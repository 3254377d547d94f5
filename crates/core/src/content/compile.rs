//! Compiles a topic's rules into bits, and rejects rules for which the engine would not be exact.

use super::read::Node;
use super::{Input, Question, Rule};
use crate::domain::Verdict;

/// Rules are the bits of a `u32`.
const MAX_RULES: usize = 32;
/// With more questions or answer sets, the exhaustive check of the rules would take too long.
const MAX_INPUTS: usize = 12;
const MAX_ANSWER_SETS: u64 = 20_000_000;

/// Compiles the effect of each answer on the rules, which must already be sorted by ceiling.
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
        check_order_of_favour(node, input, question, rules);
        check_advice(node, input, question);
    }
    check_ceilings(node, &inputs, rules);
    check_size(node, questions);
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

/// Checks that the answers to a question have one order of favour for all rules: the sets of answers that the rules read must be
/// nested.
fn check_order_of_favour(node: &Node<'_>, input: &Input, question: &Question, rules: &[Rule]) {
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
    // A ticked box is favourable for every rule, so boxes always have an order of favour.
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

/// Checks that every answer that a lift may propose has advice: all except the least favourable one.
fn check_advice(node: &Node<'_>, input: &Input, question: &Question) {
    for (holds, choice) in input.holds.iter().zip(&question.choices) {
        if *holds != input.worst && choice.reach.is_none() {
            node.note(format!("{}: choice {} lacks reach, what to do or wait for", question.id, choice.id));
        }
    }
}

/// Checks that each rule can give the verdict. Otherwise another rule always has a lower ceiling, which is a mistake.
fn check_ceilings(node: &Node<'_>, inputs: &[Input], rules: &[Rule]) {
    for (index, rule) in rules.iter().enumerate() {
        let bit = 1_u32 << index;
        // The rules that apply with the most favourable answers under which this rule still applies.
        let applying = inputs.iter().fold(u32::MAX, |applying, input| applying & input.least_with(index, 0));
        let verdict = rules.get(applying.trailing_zeros() as usize).map_or(Verdict::Adopt, |lowest| lowest.ceiling);
        if applying & bit == 0 || verdict != rule.ceiling {
            node.note(format!("rule {}: no answer reaches its ceiling, another one is always lower", rule.id));
        }
    }
    for verdict in Verdict::ALL.into_iter().filter(|verdict| *verdict != Verdict::Adopt) {
        if !rules.iter().any(|rule| rule.ceiling == verdict) {
            node.note(format!("no rule has the ceiling {}", verdict.id()));
        }
    }
}

fn check_size(node: &Node<'_>, questions: &[Question]) {
    // Each box is ticked or not, and the unticked boxes are all no or all open. A question with one choice can also be open.
    let n_answers = |question: &Question| match question.many {
        true => 2_u64 << question.choices.len(),
        false => question.choices.len() as u64 + 1,
    };
    let n_sets = questions.iter().map(n_answers).fold(1, u64::saturating_mul);
    if questions.len() > MAX_INPUTS || n_sets > MAX_ANSWER_SETS {
        node.note(format!(
            "{} questions and {n_sets} answer sets: {MAX_INPUTS} and {MAX_ANSWER_SETS} at most can be checked exhaustively",
            questions.len()
        ));
    }
}
