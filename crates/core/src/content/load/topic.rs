//! Reads a topic and the questions of its own.

use super::limit;
use super::question::{Fact, problem_question, single_question_rules, value_question};
use super::rule::{against, criterion, problem_rule, rule, tension};
use crate::content::compile::compile;
use crate::content::read::Node;
use crate::content::{Alternative, Content, Criterion, Lab, Label, Question, Sourced, Topic};
use crate::domain::{QuestionId, Ticks};

pub(super) fn read_topic(
    node: &Node<'_>,
    id: &str,
    topic_idx: u8,
    common: &Common<'_, '_>,
    content: &Content,
) -> (Topic, Vec<Question>) {
    let mut questions = Vec::new();
    let mut rules = Vec::new();
    let other = content.labels.get(Label::OtherProblem as usize).cloned().unwrap_or_default();
    if let Some(child) = node.child("problem") {
        questions.push(problem_question(&child, id, topic_idx, common, other));
    }
    for value in common.values {
        let name = value.string("id");
        if let Some(child) = node.child(&name) {
            let question = value_question(&child, value, id, topic_idx);
            rules.extend(single_question_rules(value, &question, &question.sources));
            questions.push(question);
        }
    }
    let n_own = questions.len();
    for name in node.strings("facts") {
        match common.facts.iter().find(|fact| fact.question.id == name) {
            Some(fact) => {
                questions.push(fact.question.clone());
                rules.extend(fact.rules.iter().cloned());
            }
            None => node.note(format!("facts: \"{name}\" is not a fact of facts.toml")),
        }
    }
    let fors: Vec<Criterion> = node.children("for").iter().filter_map(|node| criterion(node, &questions)).collect();
    rules.extend(problem_rule(common.problem, &questions));
    check_symptoms(node, &questions, &fors);
    rules.extend(node.children("rule").iter().map(|node| rule(node, &questions)));
    rules.sort_by_key(|rule| rule.ceiling);
    let againsts = node.children("against").iter().filter_map(|node| against(node, &questions, &rules)).collect();
    let inputs = compile(node, &questions, &rules);
    let topic = Topic {
        id: id.to_owned(),
        code: node.code("code", 15),
        number: node.string("number"),
        name: node.text("name", limit::CHOICE),
        tagline: node.text("tagline", limit::NOTE),
        what: node.text("what", limit::PARAGRAPH),
        why: node.text("why", limit::PARAGRAPH),
        use_cases: node
            .children("use")
            .iter()
            .map(|node| Sourced { text: node.text("text", limit::NOTE), sources: node.sources("source") })
            .collect(),
        sources: node.sources("source"),
        criteria_for: fors,
        criteria_against: againsts,
        alternatives: node
            .children("alternative")
            .iter()
            .map(|node| Alternative {
                name: node.text("name", limit::SYMPTOM),
                text: node.text("text", limit::SENTENCE),
                start: node.text("start", limit::SENTENCE),
                sources: node.sources("source"),
            })
            .collect(),
        tensions: common
            .tensions
            .iter()
            .chain(&node.children("tension"))
            .map(|node| tension(node, &questions))
            .collect(),
        rules,
        inputs,
        // These are read from other files.
        lab: Lab::default(),
        tools: Vec::new(),
        tool_questions: Vec::new(),
        pointers: Vec::new(),
        ready: QuestionId(node.code("ready", u8::MAX)),
    };
    for (n_entries, key) in
        [(topic.use_cases.len(), "use"), (topic.alternatives.len(), "alternative"), (topic.criteria_for.len(), "for")]
    {
        if n_entries == 0 {
            node.note(format!("{key}: at least one is needed"));
        }
    }
    questions.truncate(n_own);
    (topic, questions)
}

/// The content that all topics share.
pub(super) struct Common<'a, 'b> {
    pub(super) values: &'b [Node<'a>],
    pub(super) problem: &'b Node<'a>,
    pub(super) tensions: &'b [Node<'a>],
    pub(super) facts: &'b [Fact],
}

/// Checks that a criterion in favour states each symptom, because a recognised problem is an argument for the topic.
fn check_symptoms(node: &Node<'_>, questions: &[Question], fors: &[Criterion]) {
    for problem in questions.iter().filter(|question| question.many) {
        let stated = fors.iter().filter(|criterion| criterion.question == problem.code);
        let stated = stated.fold(1 << Ticks::OTHER, |boxes, criterion| boxes | criterion.met_by);
        for symptom in problem.choices.iter().filter(|symptom| stated & 1 << symptom.code == 0) {
            node.note(format!("symptom {}: no criterion in favour states it", symptom.id));
        }
    }
}
