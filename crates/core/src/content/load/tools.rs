//! Reads the tools of each topic, and the advice on which one to look at first: `tools.toml`.

use super::guide::question;
use super::limit;
use super::rule::positions;
use crate::content::chapter::DatedCorrection;
use crate::content::guide::{Maturity, Pointer, Tool};
use crate::content::read::Node;
use crate::content::{Condition, Question};

/// The tools of a topic, the questions that choose between them, and the advice on which one to look at first.
pub(super) struct Tools {
    pub(super) tools: Vec<Tool>,
    pub(super) questions: Vec<Question>,
    pub(super) pointers: Vec<Pointer>,
}

/// Reads the tools of a topic. `others` are the questions that a pointer can read besides those of the tools.
pub(super) fn tools(node: &Node<'_>, others: &[Question], corrections: &[DatedCorrection]) -> Tools {
    let tools: Vec<Tool> = node.children("tool").iter().map(|node| tool(node, corrections)).collect();
    let questions: Vec<Question> = node.children("question").iter().map(|node| question(node, false)).collect();
    let ids: Vec<&str> = tools.iter().map(|tool| tool.id.as_str()).collect();
    let pointer = |node: &Node<'_>| {
        let name = node.string("tool");
        let tool = ids.iter().position(|id| *id == name).and_then(|place| u8::try_from(place).ok());
        if tool.is_none() && name != "none" {
            node.note(format!("tool \"{name}\" is none of {}, none", ids.join(", ")));
        }
        let when = node.child("when").map_or_else(Vec::new, |when| {
            when.keys()
                .iter()
                .filter_map(|key| {
                    let names = when.strings(key);
                    let Some(question) = questions.iter().chain(others).find(|question| question.id == *key) else {
                        when.note(format!("\"{key}\" is not a question that a tool may depend on"));
                        return None;
                    };
                    Some(Condition { question: question.code, mask: positions(&when, question, &names) })
                })
                .collect()
        });
        Pointer { tool, when, reason: node.text("reason", limit::SENTENCE), sources: node.sources("source") }
    };
    let pointers: Vec<Pointer> = node.children("pointer").iter().map(pointer).collect();
    let defaults = pointers.iter().filter(|pointer| pointer.when.is_empty()).count();
    if defaults != 1 || pointers.last().is_none_or(|last| !last.when.is_empty()) {
        node.note("the last pointer, and no other, must be the one without conditions");
    }
    if questions.is_empty() || questions.len() > 2 {
        node.note(format!("{} questions tell the tools apart: one or two fit", questions.len()));
    }
    Tools { tools, questions, pointers }
}

fn tool(node: &Node<'_>, corrections: &[DatedCorrection]) -> Tool {
    let correction = node.has("correction").then(|| node.string("correction"));
    let found = correction.as_ref().and_then(|id| corrections.iter().find(|dated| dated.id == *id));
    if let (Some(id), None) = (&correction, found) {
        node.note(format!("correction \"{id}\" is not in corrections.toml"));
    }
    Tool {
        id: node.id("id"),
        name: node.string("name"),
        note: node.text("note", limit::NOTE),
        sources: node.sources("source"),
        maturity: maturity(node),
        since: node.date("since"),
        maturity_sources: node.sources("level-source"),
        correction: found.map(|dated| dated.correction.clone()),
    }
}

fn maturity(node: &Node<'_>) -> Maturity {
    match node.string("level").as_str() {
        "graduated" => Maturity::Graduated,
        "incubating" => Maturity::Incubating,
        "sandbox" => Maturity::Sandbox,
        "archived" => Maturity::Archived,
        "none" => Maturity::Outside,
        other => {
            node.note(format!("level \"{other}\" is none of graduated, incubating, sandbox, archived, none"));
            Maturity::Outside
        }
    }
}
