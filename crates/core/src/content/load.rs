//! Reads the content files into checked [`Content`], and reports everything that is wrong with them.

mod about;
mod chapter;
mod check;
mod guide;
mod limit;
mod paper;
mod question;
mod rule;
mod situation;
mod tools;
mod topic;
mod trainers;

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use toml::Table;

use self::check::{check_changes, check_levels, check_no_gap, check_unique_codes};
use self::question::{Fact, fact, glosses_in};
use self::situation::situation;
use self::topic::{Common, read_topic};
use super::about::About;
use super::chapter::Chapter;
use super::paper::Paper;
use super::read::{Node, Problem, Reading};
use super::trainers::Trainers;
use super::{Content, Gloss, Lab, Label, Question, Retired, SourceEntry, VerdictWords};
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
    let mut reading = Reading::default();
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    for file in files {
        match file.text.parse::<Table>() {
            Ok(table) => drop(tables.insert(file.name, table)),
            Err(error) => reading.note(file.name, "", error.to_string().trim().replace('\n', " ")),
        }
    }
    let empty = Table::new();
    let missing = |name: &str| {
        if !files.iter().any(|file| file.name == name) {
            reading.note(name, "", "the file is missing");
        }
    };
    FILES.into_iter().for_each(missing);
    // A missing or invalid file would cause many other problems that hide the real one.
    let unreadable = reading.problems();
    if !unreadable.is_empty() {
        return Loaded { problems: unreadable, ..Loaded::default() };
    }
    let mut content = Content::default();
    let sources = tables.get("sources.toml").unwrap_or(&empty);
    reading.entries = sources
        .get("source")
        .and_then(toml::Value::as_array)
        .map(|entries| entries.iter().filter_map(|entry| entry.get("id")?.as_str().map(str::to_owned)).collect())
        .unwrap_or_default();
    let root = |file: &'static str| Node::new(&reading, file, String::new(), tables.get(file).unwrap_or(&empty));

    let node = root("sources.toml");
    content.sources = node.children("source").iter().map(source_entry).collect();
    let node = root("glossary.toml");
    content.glossary = node.children("term").iter().map(gloss).collect();
    let node = root("interface.toml");
    content.labels = Label::KEYS.iter().map(|key| node.text(key, limit::PARAGRAPH)).collect();
    drop(node);

    let common = root("common.toml");
    content.date = common.date("date");
    content.edition = common.code("edition", Content::MAX_EDITION);
    content.chapter_url = common.string("chapter-url");
    content.verdicts = verdicts(&common);
    content.retired = common.children("retired").iter().map(retired).collect();
    let values = common.children("value");
    let tensions = common.children("tension");
    let ready = common.child("ready").map(|node| guide::ready(&node));
    let problem = common.child("problem");
    let topic_ids = common.strings("topics");

    let facts_file = root("facts.toml");
    let fact_nodes = facts_file.children("fact");
    let facts: Vec<Fact> = fact_nodes.iter().map(fact).collect();

    for (index, id) in topic_ids.iter().enumerate() {
        let name = format!("{id}.toml");
        let Some(table) = tables.get(name.as_str()) else {
            reading.note(&name, "", "the file is missing, or cannot be read");
            continue;
        };
        let node = Node::new(&reading, &name, String::new(), table);
        let topic_idx = u8::try_from(index).unwrap_or(u8::MAX);
        if let Some(problem) = &problem {
            let common = Common { values: &values, problem, tensions: &tensions, facts: &facts };
            let (topic, questions) = read_topic(&node, id, topic_idx, &common, &content);
            content.questions.extend(questions);
            content.topics.push(topic);
        }
    }
    for fact in facts {
        if !content.topics.iter().any(|topic| topic.input(fact.question.code).is_some()) {
            reading.note("facts.toml", &format!("fact {}", fact.question.id), "no topic reads it");
        }
        content.questions.push(fact.question);
    }
    for question in &mut content.questions {
        question.glosses = glosses_in(question, &content.glossary);
    }
    let corrections = root("corrections.toml");
    let dated = chapter::corrections(&corrections);
    let guide_file = root("guide.toml");
    let (guide, questions) = guide::guide(&guide_file, &content);
    content.guide = guide;
    let files = [root("lab.toml"), root("tools.toml")];
    let [labs, tools] = &files;
    let (labs, tools) = (of_topics(labs, &content), of_topics(tools, &content));
    let mut tool_questions = Vec::new();
    for ((topic, lab), tool) in content.topics.iter_mut().zip(labs).zip(tools) {
        topic.lab = lab.map_or_else(Lab::default, |node| guide::lab(&node, &content.guide));
        if let Some(node) = tool {
            let read = tools::tools(&node, &questions, &dated);
            topic.tools = read.tools;
            topic.tool_questions = read.questions.iter().map(|question| question.code).collect();
            topic.pointers = read.pointers;
            tool_questions.extend(read.questions);
        }
    }
    content.questions.extend(questions.into_iter().chain(tool_questions));
    let topics = content.topics.iter();
    content.questions.extend(ready.iter().flat_map(|ready| {
        topics.clone().map(|topic| Question { id: format!("{}.ready", topic.id), code: topic.ready, ..ready.clone() })
    }));
    check_levels(&common, &content);
    check_unique_codes(&reading, &content);
    check_no_gap(&reading, &content);
    check_changes(&reading, &content);
    let chapter_file = root("chapter.toml");
    let contradictions = root("contradictions.toml");
    let sheet_of = |id: &str| {
        let name = format!("sheet-{id}.toml");
        let Some((name, table)) = tables.get_key_value(name.as_str()) else {
            reading.note(&name, "", "the file is missing, or cannot be read");
            return None;
        };
        Some(Node::new(&reading, name, String::new(), table))
    };
    let chapter = chapter::chapter(&chapter_file, &contradictions, dated, &content, &sheet_of);
    match chapter.parts.iter().find(|part| part.id == "cycle") {
        Some(cycle) => content.guide.cycle = cycle.items.iter().map(|item| item.text.clone()).collect(),
        None => chapter_file.note("part cycle is missing"),
    }
    let node = root("situations.toml");
    content.situations = node.children("situation").iter().filter_map(|node| situation(node, &content)).collect();
    let about_file = root("about.toml");
    let about = about::about(&about_file, &content);
    let paper = paper::paper(&root("paper.toml"));
    let trainers = trainers::trainers(&root("trainers.toml"), &content);
    drop((node, values, tensions, problem, common, fact_nodes, facts_file, about_file));
    drop((corrections, guide_file, files, chapter_file, contradictions));
    Loaded { content, chapter, about, paper, trainers, problems: reading.problems() }
}

/// A content file.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name, such as `facts.toml`. Problems cite it.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// Reads the content files of a folder: their texts, by name.
///
/// # Errors
///
/// The error of the file system, when the folder or one of its files cannot be read.
pub fn read_folder(folder: &Path) -> io::Result<BTreeMap<String, String>> {
    let mut texts = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            texts.insert(name.to_owned(), fs::read_to_string(&path)?);
        }
    }
    Ok(texts)
}

/// The files that are required whatever the topics.
const FILES: [&str; 15] = [
    "about.toml",
    "chapter.toml",
    "common.toml",
    "contradictions.toml",
    "corrections.toml",
    "facts.toml",
    "glossary.toml",
    "guide.toml",
    "interface.toml",
    "lab.toml",
    "paper.toml",
    "situations.toml",
    "sources.toml",
    "tools.toml",
    "trainers.toml",
];

/// The tables of a file with one table for each topic, in the order of the topics.
fn of_topics<'a>(file: &Node<'a>, content: &Content) -> Vec<Option<Node<'a>>> {
    let mut found: Vec<Option<Node<'_>>> = content.topics.iter().map(|_| None).collect();
    for node in file.children("topic") {
        let id = node.id("id");
        match content.topics.iter().position(|topic| topic.id == id).and_then(|place| found.get_mut(place)) {
            Some(place) if place.is_none() => *place = Some(node),
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

fn gloss(node: &Node<'_>) -> Gloss {
    Gloss { term: node.text("term", limit::CHOICE), gloss: node.text("gloss", limit::SENTENCE) }
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
