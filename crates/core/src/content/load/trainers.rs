//! Reads the content of the trainers' guide: `trainers.toml`.

use super::limit;
use crate::content::read::Node;
use crate::content::trainers::{
    Advice, AdviceList, ClassUse, Exercise, MINUTES, N_STEPS, SECTIONS, STEPS, TRAINERS_VALUES, Trainers,
    TrainersSection,
};
use crate::content::{Content, TrainersLabel};
use crate::domain::{QuestionId, Range, Verdict};

/// Reads the trainers' guide.
pub(super) fn trainers(node: &Node<'_>, content: &Content) -> Trainers {
    let words = node.child("words");
    let words = words.as_ref().map_or_else(Vec::new, |words| {
        TrainersLabel::KEYS.iter().map(|key| words.text(key, limit::SENTENCE)).collect()
    });
    let sections: Vec<TrainersSection> = node.children("section").iter().map(section).collect();
    let ids: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    if ids != SECTIONS {
        node.note(format!("the sections must be {}, in this order", SECTIONS.join(", ")));
    }
    let nodes = node.children("exercise");
    let exercises: Vec<Exercise> = nodes.iter().filter_map(|node| exercise(node, content)).collect();
    let topics = exercises.iter().filter_map(|exercise| content.situations.get(exercise.situation));
    if !topics.map(|situation| usize::from(situation.topic)).eq(0..content.topics.len()) {
        node.note("one exercise is needed for each topic, in the order of the topics");
    }
    Trainers { words, sections, exercises }
}

fn section(node: &Node<'_>) -> TrainersSection {
    TrainersSection {
        id: node.id("id"),
        title: node.text("title", limit::SYMPTOM),
        lines: node.children("line").iter().map(advice).collect(),
        lists: node.children("list").iter().map(list).collect(),
    }
}

fn list(node: &Node<'_>) -> AdviceList {
    AdviceList {
        title: node.text_if_any("title", limit::SYMPTOM),
        has_boxes: node.flag("boxes"),
        points: node.children("point").iter().map(advice).collect(),
    }
}

fn advice(node: &Node<'_>) -> Advice {
    let text = node.text("text", limit::PARAGRAPH);
    node.check_placeholders(&text, &TRAINERS_VALUES);
    let written = node.has("way").then(|| node.string("way"));
    let way = written.and_then(|written| {
        let found = ClassUse::ALL.into_iter().find(|way| way.id() == written);
        if found.is_none() {
            node.note(format!("way \"{written}\" is none of {}", ClassUse::ALL.map(ClassUse::id).join(", ")));
        }
        found.map(|way| (way, node.text("go", limit::SYMPTOM)))
    });
    Advice { text, link: way }
}

fn exercise(node: &Node<'_>, content: &Content) -> Option<Exercise> {
    let id = node.id("id");
    let situation = content.situations.iter().position(|situation| situation.id == id);
    if situation.is_none() {
        node.note(format!("\"{id}\" is not a situation"));
    }
    let name = node.string("question");
    let question = situation.and_then(|situation| question(content, situation, &name));
    if situation.is_some() && question.is_none() {
        node.note(format!("question \"{name}\" is none of its topic's, or takes several answers"));
    }
    Some(Exercise {
        situation: situation?,
        goal: node.text("goal", limit::SENTENCE),
        minutes: minutes(node),
        question: question?,
        split: node.text("split", limit::SENTENCE),
        split_sources: node.strings("split-source").iter().filter_map(|written| node.source(written)).collect(),
        raise: node.text("raise", limit::SENTENCE),
        expected: expected(node),
        conclude: node.text("conclude", limit::PARAGRAPH),
        sources: node.sources("source"),
    })
}

/// A question with one choice of a situation's topic, by its name in the topic. The guide lists the effect of each choice.
fn question(content: &Content, situation: usize, name: &str) -> Option<QuestionId> {
    let topic = content.topics.get(usize::from(content.situations.get(situation)?.topic))?;
    let questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
    questions
        .filter(|question| !question.many)
        .find(|question| topic.short_name(question) == name)
        .map(|found| found.code)
}

fn minutes(node: &Node<'_>) -> [u32; N_STEPS] {
    let Some(written) = node.child("minutes") else {
        return [0; N_STEPS];
    };
    let minutes = STEPS.map(|step| written.number(step));
    let sum = minutes.iter().fold(0_u32, |sum, minutes| sum.saturating_add(*minutes));
    if sum != MINUTES || minutes.contains(&0) {
        written.note(format!("each step takes a minute at least, and all of them {MINUTES}, not {sum}"));
    }
    minutes
}

/// The expected range: one verdict, or the worst and the best one.
fn expected(node: &Node<'_>) -> Range {
    let written = node.strings("verdict");
    let verdicts: Vec<Verdict> = written.iter().filter_map(|id| Verdict::from_id(id)).collect();
    match verdicts.as_slice() {
        [only] if written.len() == 1 => Range { worst: *only, best: *only },
        [worst, best] if written.len() == 2 && worst < best => Range { worst: *worst, best: *best },
        _ => {
            node.note("verdict must be one verdict, or the worst then the best");
            Range::FULL
        }
    }
}
