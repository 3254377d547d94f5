//! Reads the content of the guide: `guide.toml` and `lab.toml`.

use super::limit;
use super::question::changed;
use crate::content::guide::{
    Group, Guide, GuideQuestions, Hardware, Lab, Level, Microk8s, Priority, Profile, Subject, Suggestion, Trends,
};
use crate::content::read::Node;
use crate::content::{Choice, Content, Kind, Question};
use crate::domain::{ChoiceId, QuestionId, Ticks};

/// Reads a question that no rule reads.
pub(super) fn question(node: &Node<'_>, many: bool) -> Question {
    Question {
        id: node.id("id"),
        code: QuestionId(node.code("code", u8::MAX)),
        changed: changed(node),
        topic: None,
        kind: Kind::Circumstance,
        ask: node.text("ask", limit::ASK),
        why: node.text("why", limit::SENTENCE),
        many,
        choices: choices(node, many),
        sources: node.sources("source"),
        glosses: Vec::new(),
    }
}

fn choices(node: &Node<'_>, many: bool) -> Vec<Choice> {
    let (max, label) = if many { (Ticks::MAX, limit::SYMPTOM) } else { (ChoiceId::MAX, limit::CHOICE) };
    node.children("choices")
        .iter()
        .map(|node| {
            // Marked as read: `groups` reads this key.
            node.get("group");
            Choice {
                id: node.id("id"),
                code: node.code("code", max),
                label: node.text("label", label),
                note: node.text_if_any("note", limit::NOTE),
                reach: None,
                effort: None,
                amount: if node.has("amount") { node.number("amount") } else { 0 },
            }
        })
        .collect()
}

/// Reads the checklist "ready to decide". Each topic has a copy of it, with its own identifier and number.
pub(super) fn ready(node: &Node<'_>) -> Question {
    let choices = choices(node, true);
    if choices.iter().any(|choice| choice.note.is_none()) {
        node.note("each box says, in its note, what to do until it is ticked");
    }
    Question {
        id: String::new(),
        code: QuestionId::default(),
        changed: changed(node),
        topic: None,
        kind: Kind::Circumstance,
        ask: node.text("ask", limit::ASK),
        why: node.text("why", limit::SENTENCE),
        many: true,
        choices,
        sources: node.sources("source"),
        glosses: Vec::new(),
    }
}

/// Reads the guide and its questions. The topics must have been read before.
pub(super) fn guide(node: &Node<'_>, content: &Content) -> (Guide, Vec<Question>) {
    let nodes = node.children("question");
    let questions: Vec<Question> = nodes.iter().map(|node| question(node, node.flag("many"))).collect();
    let asks = asks(node, &questions);
    let trends = node.child("trends").map_or_else(Trends::default, |node| Trends {
        number: node.string("number"),
        name: node.text("name", limit::CHOICE),
        tagline: node.text("tagline", limit::NOTE),
        sources: node.sources("source"),
    });
    let guide = Guide {
        questions: asks,
        profiles: profiles(node, &questions, asks.profile, content),
        groups: groups(node, &nodes, &questions),
        levels: node.children("level").iter().map(level).collect(),
        // Read from `chapter.toml`.
        cycle: Vec::new(),
        base: node.child("base").map_or_else(Hardware::default, |node| hardware(&node)),
        lean: node.child("lean").map_or_else(Hardware::default, |node| hardware(&node)),
        trends,
    };
    for (need_idx, question) in
        asks.needs.iter().filter_map(|code| questions.iter().find(|question| question.code == *code)).enumerate()
    {
        check_subject_boxes(node, question, need_idx == 3, content);
    }
    (guide, questions)
}

fn asks(node: &Node<'_>, questions: &[Question]) -> GuideQuestions {
    let find = |id: &str| match questions.iter().find(|question| question.id == id) {
        Some(question) => question.code,
        None => {
            node.note(format!("question {id} is missing"));
            QuestionId::default()
        }
    };
    GuideQuestions {
        profile: find("profile"),
        needs: ["need-now", "need-organisation", "need-later", "need-curiosity"].map(find),
        prerequisites: ["prerequisites-knowledge", "prerequisites-skills"].map(find),
        cpu: find("lab-cpu"),
        memory: find("lab-memory"),
        disk: find("lab-disk"),
        gpu: find("lab-gpu"),
        machines: find("lab-machines"),
        time: find("time"),
    }
}

/// Checks that a question about needs has one box for each subject, with the subject's identifier and number. Only the question
/// about curiosity has a box for section 25.7.
fn check_subject_boxes(node: &Node<'_>, question: &Question, with_trends: bool, content: &Content) {
    let mut expected: Vec<(&str, u8)> = content.topics.iter().map(|topic| (topic.id.as_str(), topic.code)).collect();
    if with_trends {
        expected.push(("trends", Subject::TRENDS_BOX));
    }
    let written: Vec<(&str, u8)> = question.choices.iter().map(|choice| (choice.id.as_str(), choice.code)).collect();
    if written != expected {
        node.note(format!("question {}: its boxes must be {expected:?}", question.id));
    }
}

fn subjects(node: &Node<'_>, key: &str, content: &Content) -> Vec<Subject> {
    let named = |name: &String| {
        let subject = content.subject_named(name);
        if subject.is_none() {
            node.note(format!("{key}: \"{name}\" is not a subject"));
        }
        subject
    };
    node.strings(key).iter().filter_map(named).collect()
}

fn profiles(node: &Node<'_>, questions: &[Question], asked: QuestionId, content: &Content) -> Vec<Profile> {
    let choices =
        questions.iter().find(|question| question.code == asked).map_or(&[][..], |question| &question.choices);
    let suggestions: Vec<Suggestion> = node
        .children("suggestion")
        .iter()
        .filter_map(|node| {
            let (topic, text, sources) = (node.string("topic"), node.text("text", limit::NOTE), node.sources("source"));
            let subject = content.subject_named(&topic);
            if subject.is_none() {
                node.note(format!("topic \"{topic}\" is not a subject"));
            }
            Some(Suggestion { subject: subject?, text, sources })
        })
        .collect();
    let lists = node.children("priority");
    let names: Vec<String> = lists.iter().map(|list| list.string("profile")).collect();
    for name in names.iter().filter(|name| !choices.iter().any(|choice| choice.id == **name)) {
        node.note(format!("priority: \"{name}\" is not a profile"));
    }
    let profile = |choice: &Choice| {
        let list = names.iter().position(|name| *name == choice.id).and_then(|place| lists.get(place));
        let Some(list) = list else {
            node.note(format!("profile {} has no priority", choice.id));
            return None;
        };
        let keys = [
            ("high", Priority::High),
            ("medium", Priority::Medium),
            ("context", Priority::Context),
            ("optional", Priority::Optional),
        ];
        let priorities: Vec<(Subject, Priority)> = keys
            .into_iter()
            .flat_map(|(key, priority)| {
                subjects(list, key, content).into_iter().map(move |subject| (subject, priority))
            })
            .collect();
        let n_subjects = content.subjects().count();
        // The curious profile has no priorities: the chapter gives it suggestions instead.
        if !priorities.is_empty()
            && content.subjects().any(|subject| !priorities.iter().any(|(listed, _)| *listed == subject))
            || priorities.len() > n_subjects
        {
            list.note("every subject must be listed once");
        }
        let suggestions = if priorities.is_empty() { suggestions.clone() } else { Vec::new() };
        Some(Profile { choice: choice.code, priorities, suggestions, sources: list.sources("source") })
    };
    choices.iter().filter_map(profile).collect()
}

fn groups(node: &Node<'_>, nodes: &[Node<'_>], questions: &[Question]) -> Vec<Group> {
    let grouped: Vec<(String, QuestionId, u8)> = nodes
        .iter()
        .zip(questions)
        .flat_map(|(node, question)| {
            let groups = node.children("choices").iter().map(|choice| choice.peek("group")).collect::<Vec<_>>();
            question
                .choices
                .iter()
                .zip(groups)
                .filter_map(|(choice, group)| Some((group?, question.code, choice.code)))
                .collect::<Vec<_>>()
        })
        .collect();
    let group_nodes = node.children("group");
    let ids: Vec<String> = group_nodes.iter().map(|group| group.id("id")).collect();
    for (name, ..) in grouped.iter().filter(|(name, ..)| !ids.contains(name)) {
        node.note(format!("\"{name}\" is not a group"));
    }
    group_nodes
        .iter()
        .zip(&ids)
        .filter_map(|(group, id)| {
            let name = group.string("question");
            let (label, _) = (group.text("label", limit::CHOICE), group.sources("source"));
            let Some(question) = questions.iter().find(|question| question.id == name) else {
                group.note(format!("\"{name}\" is not a question of the guide"));
                return None;
            };
            let own = grouped.iter().filter(|(name, of, _)| name == id && *of == question.code);
            let boxes = own.fold(0, |boxes, (_, _, code)| boxes | 1 << code);
            if boxes == 0 {
                group.note("no box belongs to it");
            }
            Some(Group { label, question: question.code, boxes })
        })
        .collect()
}

fn level(node: &Node<'_>) -> Level {
    node.id("id");
    node.sources("source");
    Level {
        name: node.text("name", limit::CHOICE),
        time: node.text("time", limit::CHOICE),
        goal: node.text("goal", limit::NOTE),
        minutes: node.has("minutes").then(|| node.number("minutes")),
    }
}

fn hardware(node: &Node<'_>) -> Hardware {
    if node.has("source") {
        node.sources("source");
    }
    Hardware { cpu: node.number("cpu"), memory: node.number("memory"), disk: node.number("disk") }
}

/// Reads the lab that a topic needs.
pub(super) fn lab(node: &Node<'_>, guide: &Guide) -> Lab {
    let clusters = node.number("clusters");
    let base = guide.base;
    let full = Hardware {
        cpu: base.cpu * clusters,
        memory: base.memory * clusters + node.number("memory"),
        disk: base.disk * clusters,
    };
    let mut sources = node.sources("source");
    let lean = node.child("lean").map_or_else(Hardware::default, |node| {
        for source in node.sources("source") {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        hardware(&node)
    });
    if lean.max(full) != full {
        node.note("lean asks for more than the chapter does");
    }
    Lab {
        full,
        lean,
        gpu: node.flag("gpu"),
        machines: node.number("machines"),
        fewer: node.text_if_any("fewer", limit::SENTENCE),
        note: node.text("note", limit::SENTENCE),
        sources,
        microk8s: node.children("microk8s").iter().map(microk8s).collect(),
    }
}

fn microk8s(node: &Node<'_>) -> Microk8s {
    Microk8s {
        addon: if node.has("addon") { node.string("addon") } else { String::new() },
        text: node.text("text", limit::SENTENCE),
        date: node.date("date"),
        sources: node.sources("source"),
    }
}
