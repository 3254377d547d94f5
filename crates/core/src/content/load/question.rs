//! Reads the questions that rules read: the shared facts, the value questions and the "which problem" question.

use super::limit;
use super::rule::{ceiling, positions};
use super::topic::Common;
use crate::content::read::Node;
use crate::content::{Choice, Condition, Content, Effort, GlossaryEntry, Kind, Question, Rule, Source};
use crate::domain::{ChoiceId, QuestionId, Text, Ticks};

/// A shared fact, with the rules that it adds to every topic that reads it.
pub(super) struct Fact {
    pub(super) question: Question,
    pub(super) rules: Vec<Rule>,
}

pub(super) fn fact(node: &Node<'_>) -> Fact {
    let question = Question {
        id: node.id("id"),
        code: QuestionId(node.code("code", u8::MAX)),
        changed: changed(node),
        topic: None,
        kind: kind(node),
        ask: node.text("ask", limit::ASK),
        why: node.text("why", limit::SENTENCE),
        many: false,
        choices: choices(node),
        sources: node.sources("source"),
        glosses: Vec::new(),
    };
    check_efforts(node, &question);
    let rules = single_question_rules(node, &question, &question.sources);
    Fact { question, rules }
}

pub(super) fn value_question(node: &Node<'_>, common: &Node<'_>, topic: &str, topic_idx: u8) -> Question {
    let mut choices = choices(common);
    // A topic can replace the common advice with its own.
    if let Some(reach) = node.has("reach").then(|| node.child("reach")).flatten() {
        for choice in &mut choices {
            if let Some(text) = reach.text_if_any(&choice.id, limit::SENTENCE) {
                choice.reach = Some(text);
            }
        }
    }
    let question = Question {
        id: format!("{topic}.{}", common.string("id")),
        code: QuestionId(node.code("code", u8::MAX)),
        changed: changed(node).max(changed(common)),
        topic: Some(topic_idx),
        kind: kind(common),
        ask: node.text("ask", limit::ASK),
        why: node.text("why", limit::SENTENCE),
        many: false,
        choices,
        sources: common.sources("source"),
        glosses: Vec::new(),
    };
    check_efforts(node, &question);
    question
}

pub(super) fn problem_question(
    node: &Node<'_>,
    topic: &str,
    topic_idx: u8,
    common: &Common<'_, '_>,
    other: Text,
) -> Question {
    let mut symptoms: Vec<Choice> = node
        .children("symptom")
        .iter()
        .map(|node| Choice {
            id: node.id("id"),
            code: node.code("code", Ticks::MAX),
            label: node.text("label", limit::SYMPTOM),
            note: node.text_if_any("note", limit::NOTE),
            reach: None,
            effort: None,
            amount: 0,
        })
        .collect();
    let id = "other".to_owned();
    symptoms.push(Choice { id, code: Ticks::OTHER, label: other, note: None, reach: None, effort: None, amount: 0 });
    // "None of these" and "I don't know about the others" are shown as well.
    if symptoms.len() + 2 > limit::N_CHOICES {
        node.note(format!("{} symptoms: {} at most fit", symptoms.len() - 1, limit::N_CHOICES - 3));
    }
    Question {
        id: format!("{topic}.problem"),
        code: QuestionId(node.code("code", u8::MAX)),
        changed: changed(node),
        topic: Some(topic_idx),
        kind: Kind::Circumstance,
        ask: node.text("ask", limit::ASK),
        why: node.text("why", limit::SENTENCE),
        many: true,
        choices: symptoms,
        sources: common.problem.sources("source"),
        glosses: Vec::new(),
    }
}

fn choices(node: &Node<'_>) -> Vec<Choice> {
    let choices: Vec<Choice> = node
        .children("choices")
        .iter()
        .map(|node| Choice {
            id: node.id("id"),
            code: node.code("code", ChoiceId::MAX),
            label: node.text("label", limit::CHOICE),
            note: node.text_if_any("note", limit::NOTE),
            reach: node.text_if_any("reach", limit::SENTENCE),
            effort: effort(node),
            amount: 0,
        })
        .collect();
    if choices.len() < 2 || choices.len() + 1 > limit::N_CHOICES {
        node.note(format!("{} choices: 2 to {} fit", choices.len(), limit::N_CHOICES - 1));
    }
    choices
}

/// The effort of an action: `{ level = 1 }`, `{ memory = 2000 }`, or a text.
fn effort(node: &Node<'_>) -> Option<Effort> {
    if node.get("effort")?.get("fr").is_some() {
        return Some(Effort::Words(node.text("effort", limit::NOTE)));
    }
    let written = node.child("effort")?;
    Some(if written.has("memory") {
        Effort::Memory(written.number("memory"))
    } else {
        // Files count levels from 1.
        Effort::Level(written.code("level", 3).saturating_sub(1))
    })
}

/// Checks that each action with advice has an effort, and that nothing else has one.
fn check_efforts(node: &Node<'_>, question: &Question) {
    for choice in &question.choices {
        if (question.kind == Kind::Action && choice.reach.is_some()) != choice.effort.is_some() {
            node.note(format!("choice {}: an action, and only an action, says its effort", choice.id));
        }
    }
}

fn kind(node: &Node<'_>) -> Kind {
    match node.string("kind").as_str() {
        "action" => Kind::Action,
        "circumstance" => Kind::Circumstance,
        other => {
            if !other.is_empty() {
                node.note(format!("kind \"{other}\" is neither action nor circumstance"));
            }
            Kind::Circumstance
        }
    }
}

/// The edition that last changed a question's meaning: the first edition by default.
pub(super) fn changed(node: &Node<'_>) -> u8 {
    if node.has("changed") { node.code("changed", Content::MAX_EDITION) } else { 1 }
}

/// The rules declared under a question, which read that question only: `is` lists the answers that set the ceiling.
pub(super) fn single_question_rules(node: &Node<'_>, question: &Question, default_sources: &[Source]) -> Vec<Rule> {
    node.children("rule")
        .iter()
        .map(|node| Rule {
            id: node.id("id"),
            ceiling: ceiling(node),
            when: vec![Condition { question: question.code, mask: positions(node, question, &node.strings("is")) }],
            reason: node.text("reason", limit::SENTENCE),
            sources: if node.has("source") { node.sources("source") } else { default_sources.to_vec() },
        })
        .collect()
}

pub(super) fn glosses_in(question: &Question, glossary: &[GlossaryEntry]) -> Vec<u8> {
    let texts: Vec<&str> = [&question.ask, &question.why]
        .into_iter()
        .chain(question.choices.iter().map(|choice| &choice.label))
        .chain(question.choices.iter().filter_map(|choice| choice.note.as_ref()))
        .map(|text| text.fr.as_str())
        .collect();
    glossary
        .iter()
        .enumerate()
        .filter(|(_, gloss)| texts.iter().any(|text| has_word(text, &gloss.term.fr)))
        .filter_map(|(index, _)| u8::try_from(index).ok())
        .collect()
}

/// Whether `text` contains `word` as a whole word, in the singular or the plural.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = (text.to_lowercase(), word.to_lowercase());
    text.match_indices(&word).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let mut after = text[start + word.len()..].chars();
        let after = match after.next() {
            Some('s') => after.next(),
            next => next,
        };
        [before, after].into_iter().flatten().all(|char| !char.is_alphanumeric())
    })
}
