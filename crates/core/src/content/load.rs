//! Reads the content files into checked [`Content`], and reports everything that is wrong with them.

mod about;
mod chapter;
mod check;
mod files;
mod guide;
mod limit;
mod paper;
mod question;
mod rule;
mod situation;
mod tools;
mod topic;
mod trainers;

use self::check::{check_changes, check_levels, check_no_gap, check_unique_codes};
use self::files::Files;
pub use self::files::{File, read_folder};
use self::question::{Fact, fact, glosses_in};
use self::situation::situation;
use self::topic::{Common, read_topic};
use super::about::About;
use super::chapter::{Chapter, DatedCorrection};
use super::paper::Paper;
use super::read::{Node, Problem};
use super::trainers::Trainers;
use super::{Content, GlossaryEntry, Lab, Label, Question, Retired, SourceEntry, VerdictWords};
use crate::domain::{QuestionId, Verdict};

/// The result of reading the content files. When there are problems, only the problems are reliable.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The content that the app bundles.
    pub content: Content,
    /// The additional content of the chapter's pages.
    pub chapter: Chapter,
    /// The additional content of the trust page.
    pub about: About,
    /// The additional content of the paper questionnaire.
    pub paper: Paper,
    /// The additional content of the trainers' guide.
    pub trainers: Trainers,
    /// Every problem found.
    pub problems: Vec<Problem>,
}

/// Reads the content files. Returns every problem at once, so that they can be fixed together.
#[must_use]
pub fn load(files: &[File<'_>]) -> Loaded {
    let files = Files::parse(files);
    // A missing or invalid file would cause many other problems that hide the real one.
    let problems = files.reading.problems();
    if !problems.is_empty() {
        return Loaded { problems, ..Loaded::default() };
    }
    let mut content = Content::default();
    read_texts(&files, &mut content);
    let ready = read_topics(&files, &mut content);
    let corrections = chapter::corrections(&files.required("corrections.toml"));
    read_guide(&files, &mut content, &corrections);
    if let Some(ready) = ready {
        let topics = content.topics.iter();
        let copies =
            topics.map(|topic| Question { id: format!("{}.ready", topic.id), code: topic.ready, ..ready.clone() });
        content.questions.extend(copies);
    }
    check_levels(&files.reading, &content);
    check_unique_codes(&files.reading, &content);
    check_no_gap(&files.reading, &content);
    check_changes(&files.reading, &content);
    let chapter = read_chapter(&files, &mut content, corrections);
    content.situations = {
        let node = files.required("situations.toml");
        node.children("situation").iter().filter_map(|node| situation(node, &content)).collect()
    };
    let about = about::about(&files.required("about.toml"), &content);
    let paper = paper::paper(&files.required("paper.toml"));
    let trainers = trainers::trainers(&files.required("trainers.toml"), &content);
    Loaded { content, chapter, about, paper, trainers, problems: files.reading.problems() }
}

/// Reads the sources, the glossary and the texts of the interface.
fn read_texts(files: &Files<'_>, content: &mut Content) {
    content.sources = files.required("sources.toml").children("source").iter().map(source_entry).collect();
    content.glossary = files.required("glossary.toml").children("term").iter().map(gloss).collect();
    let interface = files.required("interface.toml");
    content.labels = Label::KEYS.iter().map(|key| interface.text(key, limit::PARAGRAPH)).collect();
}

/// Reads what all topics share, then the topics and the shared facts. Returns the checklist "ready to decide".
fn read_topics(files: &Files<'_>, content: &mut Content) -> Option<Question> {
    let common = files.required("common.toml");
    content.date = common.date("date");
    content.edition = common.code("edition", Content::MAX_EDITION);
    content.chapter_url = common.string("chapter-url");
    content.verdicts = verdicts(&common);
    content.retired = common.children("retired").iter().map(retired).collect();
    let (values, tensions) = (common.children("value"), common.children("tension"));
    let ready = common.child("ready").map(|node| guide::ready(&node));
    let problem = common.child("problem");
    let facts: Vec<Fact> = files.required("facts.toml").children("fact").iter().map(fact).collect();
    for (index, id) in common.strings("topics").iter().enumerate() {
        let topic_idx = u8::try_from(index).unwrap_or(u8::MAX);
        if let (Some(node), Some(problem)) = (files.named(&format!("{id}.toml")), &problem) {
            let common = Common { values: &values, problem, tensions: &tensions, facts: &facts };
            let (topic, questions) = read_topic(&node, id, topic_idx, &common, content);
            content.questions.extend(questions);
            content.topics.push(topic);
        }
    }
    for fact in facts {
        if !content.topics.iter().any(|topic| topic.input(fact.question.code).is_some()) {
            files.reading.note("facts.toml", &format!("fact {}", fact.question.id), "no topic reads it");
        }
        content.questions.push(fact.question);
    }
    for question in &mut content.questions {
        question.glosses = glosses_in(question, &content.glossary);
    }
    ready
}

/// Reads the guide, then the lab and the tools of each topic.
fn read_guide(files: &Files<'_>, content: &mut Content, corrections: &[DatedCorrection]) {
    let (guide, guide_questions) = guide::guide(&files.required("guide.toml"), content);
    content.guide = guide;
    let (lab_file, tool_file) = (files.required("lab.toml"), files.required("tools.toml"));
    let (labs, tools) = (of_topics(&lab_file, content), of_topics(&tool_file, content));
    let mut tool_questions = Vec::new();
    for ((topic, lab), tool) in content.topics.iter_mut().zip(labs).zip(tools) {
        topic.lab = lab.map_or_else(Lab::default, |node| guide::lab(&node, &content.guide));
        if let Some(node) = tool {
            let read = tools::tools(&node, &guide_questions, corrections);
            topic.tools = read.tools;
            topic.tool_questions = read.questions.iter().map(|question| question.code).collect();
            topic.pointers = read.pointers;
            tool_questions.extend(read.questions);
        }
    }
    content.questions.extend(guide_questions.into_iter().chain(tool_questions));
}

/// Reads the chapter's pages. The steps of the learning cycle go to the guide.
fn read_chapter(files: &Files<'_>, content: &mut Content, corrections: Vec<DatedCorrection>) -> Chapter {
    let (chapter_file, contradictions) = (files.required("chapter.toml"), files.required("contradictions.toml"));
    let sheet_of = |id: &str| files.named(&format!("sheet-{id}.toml"));
    let chapter = chapter::chapter(&chapter_file, &contradictions, corrections, content, &sheet_of);
    match chapter.parts.iter().find(|part| part.id == "cycle") {
        Some(cycle) => content.guide.cycle = cycle.items.iter().map(|item| item.text.clone()).collect(),
        None => chapter_file.note("part cycle is missing"),
    }
    chapter
}

/// The tables of a file with one table for each topic, in the order of the topics.
fn of_topics<'a>(file: &Node<'a>, content: &Content) -> Vec<Option<Node<'a>>> {
    let mut found: Vec<Option<Node<'_>>> = content.topics.iter().map(|_| None).collect();
    for node in file.children("topic") {
        let id = node.id("id");
        match content.topics.iter().position(|topic| topic.id == id).and_then(|position| found.get_mut(position)) {
            Some(slot) if slot.is_none() => *slot = Some(node),
            Some(_) => node.note("the topic appears twice"),
            None => node.note("it is not a topic"),
        }
    }
    for (topic, _) in content.topics.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        file.note(format!("topic {} is missing", topic.id));
    }
    found
}

fn source_entry(node: &Node<'_>) -> SourceEntry {
    SourceEntry {
        id: node.id("id"),
        title: node.text("title", limit::SENTENCE),
        url: node.string("url"),
        date: node.has("date").then(|| node.date("date")),
    }
}

fn gloss(node: &Node<'_>) -> GlossaryEntry {
    GlossaryEntry { term: node.text("term", limit::CHOICE), gloss: node.text("gloss", limit::SENTENCE) }
}

fn retired(node: &Node<'_>) -> Retired {
    Retired {
        code: QuestionId(node.code("code", u8::MAX)),
        ask: node.text("ask", limit::ASK),
        many: node.get("many").and_then(toml::Value::as_bool).unwrap_or(false),
    }
}

fn verdicts(common: &Node<'_>) -> Vec<VerdictWords> {
    let nodes = common.children("verdict");
    let ids: Vec<String> = nodes.iter().map(|node| node.id("id")).collect();
    let expected: Vec<&str> = Verdict::ALL.into_iter().map(Verdict::id).collect();
    if ids != expected {
        common.note(format!("the verdicts must be {}, in this order", expected.join(", ")));
    }
    nodes
        .iter()
        .map(|node| VerdictWords {
            name: node.text("name", limit::CHOICE),
            meaning: node.text("meaning", limit::SENTENCE),
        })
        .collect()
}
