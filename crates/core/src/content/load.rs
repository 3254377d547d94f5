//! Reads the content files into checked [`Content`], or says everything that is wrong with them.

mod about;
mod chapter;
mod guide;
mod paper;
mod tools;
mod trainers;

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use toml::Table;

use super::about::About;
use super::chapter::Chapter;
use super::compile::compile;
use super::names::answer_named;
use super::paper::Paper;
use super::read::{Node, Problem, Reading};
use super::trainers::Trainers;
use super::{
    Alternative, Choice, Condition, Content, Criterion, Effort, Gloss, Kind, Lab, Label, Question, Retired, Rule,
    Situation, Source, SourceEntry, Sourced, Tension, Topic, VerdictWords,
};
use crate::domain::{ChoiceId, QuestionId, Text, Ticks, Verdict};

/// Longest texts, in characters: what fits a 960×540 slide without scrolling, in both languages.
mod limit {
    pub(super) const ASK: usize = 80;
    pub(super) const CHOICE: usize = 40;
    pub(super) const SYMPTOM: usize = 60;
    pub(super) const NOTE: usize = 80;
    pub(super) const SENTENCE: usize = 200;
    pub(super) const PARAGRAPH: usize = 320;
    /// Choices shown, "none" and "I don't know" included.
    pub(super) const N_CHOICES: usize = 8;
}

/// A content file: its name, such as `facts.toml`, and its text.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    /// The name, as problems cite it.
    pub name: &'a str,
    /// The whole text.
    pub text: &'a str,
}

/// The names and texts of the content files of a folder, by name.
///
/// # Errors
///
/// When the folder or one of its files cannot be read.
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

/// What the content files hold, and what is wrong with them.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What the app carries. Only to be trusted when there is no problem.
    pub content: Content,
    /// What the chapter's pages show besides. Only to be trusted when there is no problem.
    pub chapter: Chapter,
    /// What the trust page shows besides. Only to be trusted when there is no problem.
    pub about: About,
    /// What the paper questionnaire shows besides. Only to be trusted when there is no problem.
    pub paper: Paper,
    /// What the trainers' guide shows besides. Only to be trusted when there is no problem.
    pub trainers: Trainers,
    /// Every problem.
    pub problems: Vec<Problem>,
}

/// The files that are there whatever the topics.
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

/// Reads the content files. Returns every problem at once, so they are fixed in one go.
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
    // What depends on a file that cannot be read would only hide the cause under its consequences.
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
    levels_exist(&common, &content);
    unique_codes(&reading, &content);
    no_code_is_skipped(&reading, &content);
    changes_are_known(&reading, &content);
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

/// The tables of a file that has one for each topic, in the order of the topics.
fn of_topics<'a>(file: &Node<'a>, content: &Content) -> Vec<Option<Node<'a>>> {
    let mut found: Vec<Option<Node<'_>>> = content.topics.iter().map(|_| None).collect();
    for node in file.children("topic") {
        let id = node.id("id");
        match content.topics.iter().position(|topic| topic.id == id).and_then(|place| found.get_mut(place)) {
            Some(place) if place.is_none() => *place = Some(node),
            Some(_) => node.note("the topic is there twice"),
            None => node.note("it is not a topic"),
        }
    }
    for (topic, _) in content.topics.iter().zip(&found).filter(|(_, found)| found.is_none()) {
        file.note(format!("topic {} is missing", topic.id));
    }
    found
}

/// What every topic shares.
struct Common<'a, 'b> {
    values: &'b [Node<'a>],
    problem: &'b Node<'a>,
    tensions: &'b [Node<'a>],
    facts: &'b [Fact],
}

/// A shared fact with the rules it brings to every topic that reads it.
struct Fact {
    question: Question,
    rules: Vec<Rule>,
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

/// The edition in which a question's meaning last changed: the first, unless it says so.
fn changed(node: &Node<'_>) -> u8 {
    if node.has("changed") { node.code("changed", Content::MAX_EDITION) } else { 1 }
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

/// What an action takes: `{ level = 1 }`, `{ memory = 2000 }`, or words.
fn effort(node: &Node<'_>) -> Option<Effort> {
    if node.get("effort")?.get("fr").is_some() {
        return Some(Effort::Words(node.text("effort", limit::NOTE)));
    }
    let written = node.child("effort")?;
    Some(if written.has("memory") {
        Effort::Memory(written.number("memory"))
    } else {
        // Levels are counted from 1 in files.
        Effort::Level(written.code("level", 3).saturating_sub(1))
    })
}

/// Advice says what it takes; what cannot be advised takes nothing.
fn efforts_are_said(node: &Node<'_>, question: &Question) {
    for choice in &question.choices {
        if (question.kind == Kind::Action && choice.reach.is_some()) != choice.effort.is_some() {
            node.note(format!("choice {}: an action, and only an action, says its effort", choice.id));
        }
    }
}

fn fact(node: &Node<'_>) -> Fact {
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
    efforts_are_said(node, &question);
    let rules = single_rules(node, &question, &question.sources);
    Fact { question, rules }
}

/// The rules under a question that read it alone: `is` lists the answers that set the ceiling.
fn single_rules(node: &Node<'_>, question: &Question, default_sources: &[Source]) -> Vec<Rule> {
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

fn ceiling(node: &Node<'_>) -> Verdict {
    let id = node.string("ceiling");
    match Verdict::from_id(&id) {
        Some(verdict) if verdict != Verdict::Adopt => verdict,
        Some(_) => {
            node.note("a ceiling of adopt caps nothing");
            Verdict::Adopt
        }
        None => {
            node.note(format!("ceiling \"{id}\" is not a verdict"));
            Verdict::TryInLab
        }
    }
}

/// The bits of some choices, by position.
fn positions(node: &Node<'_>, question: &Question, names: &[String]) -> u16 {
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

/// The bits of some boxes, by number.
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

fn problem_question(node: &Node<'_>, topic: &str, topic_idx: u8, common: &Common<'_, '_>, other: Text) -> Question {
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
    // "None of these" and "I don't know about the others" are shown too.
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

fn value_question(node: &Node<'_>, common: &Node<'_>, topic: &str, topic_idx: u8) -> Question {
    let mut choices = choices(common);
    // A topic may say in its own words what to do or wait for.
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
    efforts_are_said(node, &question);
    question
}

fn read_topic(
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
            rules.extend(single_rules(value, &question, &question.sources));
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
    symptoms_are_stated(node, &questions, &fors);
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
        fors,
        againsts,
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
        // Read from files of their own.
        lab: Lab::default(),
        tools: Vec::new(),
        tool_questions: Vec::new(),
        pointers: Vec::new(),
        ready: QuestionId(node.code("ready", u8::MAX)),
    };
    for (list, what) in
        [(topic.use_cases.len(), "use"), (topic.alternatives.len(), "alternative"), (topic.fors.len(), "for")]
    {
        if list == 0 {
            node.note(format!("{what}: at least one is needed"));
        }
    }
    questions.truncate(n_own);
    (topic, questions)
}

/// The ceiling of the "which problem" question: nothing recognised.
fn problem_rule(node: &Node<'_>, questions: &[Question]) -> Option<Rule> {
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

/// A problem that one recognises speaks for the technology: a criterion in favour says so, and where it comes from.
fn symptoms_are_stated(node: &Node<'_>, questions: &[Question], fors: &[Criterion]) {
    for problem in questions.iter().filter(|question| question.many) {
        let stated = fors.iter().filter(|criterion| criterion.question == problem.code);
        let stated = stated.fold(1 << Ticks::OTHER, |boxes, criterion| boxes | criterion.met_by);
        for symptom in problem.choices.iter().filter(|symptom| stated & 1 << symptom.code == 0) {
            node.note(format!("symptom {}: no criterion in favour states it", symptom.id));
        }
    }
}

fn criterion(node: &Node<'_>, questions: &[Question]) -> Option<Criterion> {
    let id = node.id("id");
    let text = node.text("text", limit::SENTENCE);
    let sources = node.sources("source");
    let name = node.string("question");
    let names = node.strings("is");
    let question = find(node, questions, &name)?;
    let met_by = if question.many { boxes(node, question, &names) } else { positions(node, question, &names) };
    Some(Criterion { id, text, sources, question: question.code, met_by })
}

/// A ❌ must be answered somewhere: by choices of a question that some rule reads there.
fn against(node: &Node<'_>, questions: &[Question], rules: &[Rule]) -> Option<Criterion> {
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

fn rule(node: &Node<'_>, questions: &[Question]) -> Rule {
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

fn tension(node: &Node<'_>, questions: &[Question]) -> Tension {
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

/// The levels that advice names are read after it.
fn levels_exist(common: &Node<'_>, content: &Content) {
    for question in &content.questions {
        for effort in question.choices.iter().filter_map(|choice| choice.effort.as_ref()) {
            if let Effort::Level(place) = effort
                && content.guide.levels.get(usize::from(*place)).is_none()
            {
                common.note(format!("question {}: there is no level {}", question.id, place + 1));
            }
        }
    }
}

/// A question of this topic by its name there: `today`, or a fact's id. In a rule, `problem-without` reads the symptoms.
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

fn glosses_in(question: &Question, glossary: &[Gloss]) -> Vec<u8> {
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

/// Whether `word` stands in `text` as a word of its own, plural included.
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

fn unique_codes(reading: &Reading, content: &Content) {
    // Each number with the files and places that use it.
    let mut owners: BTreeMap<u8, Vec<(String, String)>> = BTreeMap::new();
    for question in &content.questions {
        let place = format!("question {}", question.id);
        owners.entry(question.code.0).or_default().push((file_of(content, question), place));
        let mut within: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
        for choice in &question.choices {
            within.entry(choice.code).or_default().push(&choice.id);
        }
        for (code, names) in within.into_iter().filter(|(_, names)| names.len() > 1) {
            let file = file_of(content, question);
            let what = format!("number {code} is used twice: {}", names.join(", "));
            reading.note(&file, &format!("question {}", question.id), what);
        }
    }
    for retired in &content.retired {
        let place = ("common.toml".to_owned(), "retired".to_owned());
        owners.entry(retired.code.0).or_default().push(place);
    }
    for (code, owners) in owners {
        let places: Vec<&str> = owners.iter().map(|(_, place)| place.as_str()).collect();
        if let [_, .., (file, place)] = owners.as_slice() {
            reading.note(file, place, format!("number {code} is used twice: {}", places.join(", ")));
        }
    }
    let mut topics: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for topic in &content.topics {
        topics.entry(topic.code).or_default().push(&topic.id);
    }
    for (code, names) in topics.into_iter().filter(|(_, names)| names.len() > 1) {
        reading.note("common.toml", "topics", format!("number {code} is used twice: {}", names.join(", ")));
    }
}

/// A code has a place for each number up to the last: one left out, and given later, would be read in codes that skipped it.
fn no_code_is_skipped(reading: &Reading, content: &Content) {
    let asked = content.questions.iter().map(|question| question.code.0);
    let used: Vec<u8> = asked.chain(content.retired.iter().map(|retired| retired.code.0)).collect();
    let last = used.iter().copied().max().unwrap_or(0);
    for code in (1..last).filter(|code| !used.contains(code)) {
        reading.note("common.toml", "retired", format!("number {code} is skipped: {last} is used, so it can never be"));
    }
}

/// A change of meaning belongs to an edition that there is.
fn changes_are_known(reading: &Reading, content: &Content) {
    for question in content.questions.iter().filter(|question| question.changed > content.edition) {
        let what = format!("changed {} is after the edition of common.toml, {}", question.changed, content.edition);
        reading.note(&file_of(content, question), &format!("question {}", question.id), what);
    }
}

fn file_of(content: &Content, question: &Question) -> String {
    if let Some(topic) = question.topic.and_then(|topic| content.topics.get(usize::from(topic))) {
        return format!("{}.toml", topic.id);
    }
    let reads = |topic: &Topic| topic.input(question.code).is_some();
    let asks = |topic: &Topic| topic.tool_questions.contains(&question.code);
    if content.topics.iter().any(|topic| topic.ready == question.code) {
        return "common.toml".to_owned();
    }
    match (content.topics.iter().any(reads), content.topics.iter().any(asks)) {
        (true, _) => "facts.toml".to_owned(),
        (false, true) => "tools.toml".to_owned(),
        (false, false) => "guide.toml".to_owned(),
    }
}

fn situation(node: &Node<'_>, content: &Content) -> Option<Situation> {
    let id = node.id("id");
    let name = node.text("name", limit::SYMPTOM);
    let story = node.text("story", limit::PARAGRAPH);
    let topic_id = node.string("topic");
    let mut answers = Vec::new();
    let written = node.child("answers")?;
    for key in written.keys() {
        let names = written.strings(&key);
        let Some(question) = content.question_named(&key) else {
            written.note(format!("\"{key}\" is not a question"));
            continue;
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match answer_named(question, &names) {
            Ok(answer) => answers.push((question.code, answer.into())),
            Err(error) => written.note(error.to_string()),
        }
    }
    let Some(topic) = content.topics.iter().position(|topic| topic.id == topic_id) else {
        node.note(format!("topic \"{topic_id}\" is not a topic"));
        return None;
    };
    let topic = u8::try_from(topic).ok()?;
    Some(Situation { id, name, story, topic, answers })
}
