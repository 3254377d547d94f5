//! Which feature takes how much of the content that the wasm carries.

use std::fmt::Write as _;

use anyhow::Result;
use boussole_core::content::{Content, Lab, Question, Topic, pack};
use serde::Serialize;

use super::{Weight, kilo};

/// The table: each part packed on its own, as it would travel alone.
///
/// # Errors
/// When a part cannot be packed.
pub(super) fn by_feature(content: &Content) -> Result<String> {
    let topics = &content.topics;
    let of_tools = |question: &&Question| topics.iter().any(|topic| topic.tool_questions.contains(&question.code));
    let of_topics = |question: &&Question| topics.iter().any(|topic| topic.input(question.code).is_some());
    let questions = || content.questions.iter();
    let judged: Vec<&Question> = questions().filter(of_topics).collect();
    let telling: Vec<&Question> = questions().filter(of_tools).collect();
    let guiding: Vec<&Question> = questions().filter(|question| !of_topics(question) && !of_tools(question)).collect();
    let judging: Vec<Topic> = topics.iter().map(judging).collect();
    let labs: Vec<&Lab> = topics.iter().map(|topic| &topic.lab).collect();
    let tools: Vec<_> = topics.iter().map(|topic| (&topic.tools, &topic.tool_questions, &topic.pointers)).collect();
    let rows = [
        ("judging: questions", weigh(&judged)?),
        ("judging: topics, criteria, rules, alternatives", weigh(&judging)?),
        ("which tool: tools, questions, corrections", weigh(&(tools, telling))?),
        ("could you try it: labs", weigh(&labs)?),
        ("choosing and planning: guide", weigh(&(&content.guide, guiding))?),
        ("worked situations", weigh(&content.situations)?),
        ("glossary", weigh(&content.glossary)?),
        ("sources", weigh(&(&content.sources, &content.chapter_url))?),
        ("the interface's words", weigh(&(&content.labels, &content.verdicts))?),
    ];
    let mut table = format!("{:<50}{:>9}{:>9}\n", "Carried content by feature, each part alone", "raw", "brotli");
    for (feature, weight) in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "  {feature:<48}{:>9}{:>9}", kilo(weight.raw), kilo(weight.brotli));
    }
    Ok(table)
}

/// A topic without what other features read of it.
fn judging(topic: &Topic) -> Topic {
    let (tools, tool_questions, pointers) = (Vec::new(), Vec::new(), Vec::new());
    Topic { lab: Lab::default(), tools, tool_questions, pointers, ..topic.clone() }
}

fn weigh(part: &impl Serialize) -> Result<Weight> {
    Weight::of(&pack(part)?)
}
