//! Reads what depends on answers: rules, criteria and tensions.

use super::limit;
use crate::content::read::Node;
use crate::content::{Condition, Criterion, Question, Rule, Tension};
use crate::domain::Verdict;

pub(super) fn rule(node: &Node<'_>, questions: &[Question]) -> Rule {
    let when = node.child("when").map_or_else(Vec::new, |when| {
        when.keys()
            .iter()
            .filter_map(|name| {
                let names = when.strings(name);
                let question = find(&when, questions, name)?;
                let mask =
                    if question.many { boxes(&when, question, &names) } else { positions(&when, question, &names) };
                Some(Condition { question: question.code, mask })
            })
            .collect()
    });
    Rule {
        id: node.id("id"),
        ceiling: ceiling(node),
        when,
        reason: node.text("reason", limit::SENTENCE),
        sources: node.sources("source"),
    }
}

/// The rule of the "which problem" question: no problem is recognised.
pub(super) fn problem_rule(node: &Node<'_>, questions: &[Question]) -> Option<Rule> {
    let problem = questions.iter().find(|question| question.many)?;
    let node = node.child("none")?;
    Some(Rule {
        id: node.id("id"),
        ceiling: ceiling(&node),
        when: vec![Condition { question: problem.code, mask: problem.boxes() }],
        reason: node.text("reason", limit::SENTENCE),
        sources: node.sources("source"),
    })
}

pub(super) fn tension(node: &Node<'_>, questions: &[Question]) -> Tension {
    let when: Vec<Condition> = node.child("when").map_or_else(Vec::new, |when| {
        let condition = |name: &String| {
            let names = when.strings(name);
            let question = find(&when, questions, name)?;
            let mask = match (question.many, names.as_slice()) {
                (true, [any]) if any == "any" => question.boxes(),
                (true, names) => boxes(&when, question, names),
                (false, names) => positions(&when, question, names),
            };
            Some(Condition { question: question.code, mask })
        };
        when.keys().iter().filter_map(condition).collect()
    });
    if when.len() < 2 {
        node.note("a tension is between two answers at least");
    }
    let text = node.text("text", limit::PARAGRAPH);
    Tension { id: node.id("id"), text, sources: node.sources("source"), when }
}

pub(super) fn ceiling(node: &Node<'_>) -> Verdict {
    let id = node.string("ceiling");
    match Verdict::from_id(&id) {
        Some(verdict) if verdict != Verdict::Adopt => verdict,
        Some(_) => {
            node.note("a ceiling of adopt limits nothing");
            Verdict::Adopt
        }
        None => {
            node.note(format!("ceiling \"{id}\" is not a verdict"));
            Verdict::TryInLab
        }
    }
}

pub(super) fn criterion(node: &Node<'_>, questions: &[Question]) -> Option<Criterion> {
    let id = node.id("id");
    let text = node.text("text", limit::SENTENCE);
    let sources = node.sources("source");
    let name = node.string("question");
    let names = node.strings("is");
    let question = find(node, questions, &name)?;
    let met_by = if question.many { boxes(node, question, &names) } else { positions(node, question, &names) };
    Some(Criterion { id, text, sources, question: question.code, met_by })
}

/// A criterion against (❌). Some rule must read the answers that meet it.
pub(super) fn against(node: &Node<'_>, questions: &[Question], rules: &[Rule]) -> Option<Criterion> {
    let criterion = criterion(node, questions)?;
    let question = questions.iter().find(|question| question.code == criterion.question)?;
    let read = rules.iter().flat_map(|rule| &rule.when).any(|condition| {
        let mask = if question.many { !condition.mask } else { condition.mask };
        condition.question == criterion.question && mask & criterion.met_by != 0
    });
    if !read {
        node.note("no ceiling reads this criterion");
    }
    Some(criterion)
}

/// A question of a topic, by the name used in its file: `today`, or the id of a fact. In a rule, `problem-without` reads the
/// symptoms.
fn find<'q>(node: &Node<'_>, questions: &'q [Question], name: &str) -> Option<&'q Question> {
    let found = questions.iter().find(|question| {
        question.id == name
            || (question.topic.is_some() && question.id.rsplit('.').next() == Some(name))
            || (question.many && name == "problem-without")
    });
    if found.is_none() {
        let names: Vec<&str> = questions.iter().map(|question| question.id.as_str()).collect();
        node.note(format!("\"{name}\" is none of this topic's questions: {}", names.join(", ")));
    }
    found
}

/// Some choices as bits, by position.
pub(super) fn positions(node: &Node<'_>, question: &Question, names: &[String]) -> u16 {
    let mut mask = 0_u16;
    for name in names {
        match question.choices.iter().position(|choice| choice.id == *name) {
            Some(position) => mask |= 1 << position,
            None => node.note(format!("{} has no choice \"{name}\"", question.id)),
        }
    }
    if names.is_empty() || mask.count_ones() as usize == question.choices.len() {
        node.note(format!("{}: some choices, not none and not all, must be named", question.id));
    }
    mask
}

/// Some boxes as bits, by number.
fn boxes(node: &Node<'_>, question: &Question, names: &[String]) -> u16 {
    let mut mask = 0;
    for name in names {
        match question.choice_named(name) {
            Some(symptom) => mask |= 1 << symptom.code,
            None => node.note(format!("{} has no symptom \"{name}\"", question.id)),
        }
    }
    mask
}
