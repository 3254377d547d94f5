//! Codes that were written once, and open for ever: one file under `codes/` for each version and edition that wrote some.
//!
//! A line is a code, its answers by name, and the range of each technology it tells of. `SNAPSHOTS=overwrite cargo test codes`
//! writes the file of the present edition when there is none yet. A file that is there is never written again.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use boussole::bundled;
use boussole_core::content::{Content, Question, answer_named};
use boussole_core::domain::{Answer, Answers, ChoiceId, QuestionId, Range, Ticks};
use boussole_core::engine;
use boussole_core::link::{LinkNotice, decode, encode};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/codes")
}

/// The file of what is written today.
fn present(content: &Content) -> PathBuf {
    folder().join(format!("v2-edition-{}.txt", content.edition))
}

/// Every question with an answer.
fn all(content: &Content, answer: impl Fn(&Question) -> Option<Answer>) -> Answers {
    content.questions.iter().filter_map(|question| Some((question.code, answer(question)?))).collect()
}

/// The choice at a place, else the last; of boxes, the one at that place alone.
fn nth(question: &Question, place: usize, rest_open: bool) -> Answer {
    let choice = &question.choices[place.min(question.choices.len() - 1)];
    if question.many {
        Answer::Ticks(Ticks { ticked: 1 << choice.code, rest_open })
    } else {
        Answer::Choice(ChoiceId(choice.code))
    }
}

/// What is written: each with a word about it.
fn samples(content: &Content) -> Vec<(String, Answers)> {
    let mut samples = Vec::new();
    for situation in &content.situations {
        samples.push((format!("situation {}", situation.id), content.answers_of(situation)));
    }
    let every_box = |question: &Question| Answer::Ticks(Ticks { ticked: question.boxes(), rest_open: false });
    for topic in &content.topics {
        let of_topic = |question: &Question| {
            let tells = topic.input(question.code).is_some() || topic.ready == question.code;
            tells || topic.tool_questions.contains(&question.code)
        };
        let mut topic_alone = |what: &str, answer: &dyn Fn(&Question) -> Answer| {
            let answers = all(content, |question| of_topic(question).then(|| answer(question)));
            samples.push((format!("{} alone, {what}", topic.id), answers));
        };
        topic_alone("the first choices", &|question| nth(question, 0, false));
        topic_alone("the second choices, the other boxes open", &|question| nth(question, 1, true));
        topic_alone("every box, the last choices", &|question| match question.many {
            true => every_box(question),
            false => nth(question, usize::MAX, false),
        });
        topic_alone("nothing known", &|_| Answer::Unknown);
        let problem = topic.inputs.iter().find(|input| input.many).map(|input| input.question);
        let none = all(content, |question| (Some(question.code) == problem).then(|| Answer::Ticks(Ticks::default())));
        samples.push((format!("{} alone, no problem", topic.id), none));
    }
    let n_choices = content.questions.iter().map(|question| question.choices.len()).max().unwrap_or(0);
    for place in 0..n_choices {
        let answers = all(content, |question| Some(nth(question, place, place % 2 == 1)));
        samples.push((format!("everything, choice {}", place + 1), answers));
    }
    let every = all(content, |question| question.many.then(|| every_box(question)));
    samples.push(("every box of everything".to_owned(), every));
    samples.push(("everything unknown".to_owned(), all(content, |_| Some(Answer::Unknown))));
    samples
}

/// Answers by name, as files write them: `question=choice`, boxes joined by `/`.
fn named(content: &Content, answers: &Answers) -> String {
    let one = |(code, answer): (QuestionId, Answer)| {
        let question = content.question(code).unwrap();
        let mut names: Vec<&str> = match answer {
            Answer::Unknown => vec!["unknown"],
            Answer::Choice(choice) => vec![question.choice(choice.0).unwrap().id.as_str()],
            Answer::Ticks(ticks) => {
                let ticked = question.choices.iter().filter(|choice| ticks.has(choice.code));
                let rest = ticks.rest_open.then_some("unknown");
                ticked.map(|choice| choice.id.as_str()).chain(rest).collect()
            }
        };
        if names.is_empty() {
            names.push("none");
        }
        format!("{}={}", question.id, names.join("/"))
    };
    answers.iter().map(one).collect::<Vec<_>>().join(",")
}

fn range_named(range: Range) -> String {
    if range.settled() { range.best.id().to_owned() } else { format!("{}..{}", range.worst.id(), range.best.id()) }
}

/// The range of each technology that some answers tell of.
fn ranges(content: &Content, answers: &Answers) -> BTreeMap<String, String> {
    let started = content.topics.iter().enumerate().filter(|(place, _)| engine::is_started(content, *place, answers));
    started.map(|(_, topic)| (topic.id.clone(), range_named(engine::judge(topic, answers).range))).collect()
}

fn written(content: &Content) -> String {
    let mut text = String::new();
    for (about, answers) in samples(content) {
        let ranges: Vec<String> =
            ranges(content, &answers).into_iter().map(|(topic, range)| format!("{topic}={range}")).collect();
        let ranges = if ranges.is_empty() { "-".to_owned() } else { ranges.join(",") };
        text.push_str(&format!("# {about}\n{} {} {ranges}\n", encode(content, &answers), named(content, &answers)));
    }
    text
}

#[test]
fn the_present_edition_has_its_codes() {
    let content = bundled::content();
    let file = present(content);
    if !file.exists() && env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite") {
        fs::write(&file, written(content)).unwrap();
    }
    assert!(file.exists(), "{} is missing: `SNAPSHOTS=overwrite cargo test codes` writes it", file.display());
}

/// A line of a file, read by name. What is retired has no name any more.
struct Line<'a> {
    code: &'a str,
    answers: Answers,
    n_retired: usize,
    ranges: BTreeMap<String, String>,
}

impl<'a> Line<'a> {
    fn read(content: &Content, line: &'a str) -> Self {
        let [code, answers, ranges] = line.split(' ').collect::<Vec<_>>().try_into().unwrap();
        let pairs = |list: &'a str| list.split(',').filter_map(|pair| pair.split_once('='));
        let mut line = Line { code, answers: Answers::new(), n_retired: 0, ranges: BTreeMap::new() };
        for (question, names) in pairs(answers) {
            let question = content.question_named(question);
            let names: Vec<&str> = names.split('/').collect();
            match question.and_then(|question| Some((question.code, answer_named(question, &names).ok()?))) {
                Some((question, answer)) => line.answers.set(question, answer),
                None => line.n_retired += 1,
            }
        }
        line.ranges = pairs(ranges).map(|(topic, range)| (topic.to_owned(), range.to_owned())).collect();
        line
    }

    /// What is wrong with it today, with what an author must do.
    fn problem(&self, content: &Content, edition: u8) -> Option<String> {
        let (answers, notices) = decode(content, self.code);
        let mut changed = Vec::new();
        let mut n_aside = 0;
        for notice in notices {
            match notice {
                LinkNotice::Changed(questions) => changed = questions,
                LinkNotice::Ignored { questions, n_unknown: 0 } => n_aside = questions.len(),
                notice => {
                    return Some(format!("it does not open: {notice}. Codes open for ever: undo what changed that"));
                }
            }
        }
        if answers != self.answers {
            let (read, written) = (named(content, &answers), named(content, &self.answers));
            return Some(format!(
                "it reads {read}, and was {written}. Numbers and names are permanent: give them back, and list a question \
                 that is dropped under `retired` in common.toml"
            ));
        }
        if n_aside != self.n_retired {
            return Some(format!("{n_aside} answers are set aside, and {} have no name any more", self.n_retired));
        }
        if changed.iter().any(|question| content.asked(*question).is_none()) {
            return Some("what changed cannot be named".to_owned());
        }
        let now = ranges(content, &answers);
        for topic in &content.topics {
            let [before, now] = [&self.ranges, &now].map(|ranges| ranges.get(&topic.id));
            let is_said = changed.iter().any(|question| topic.input(*question).is_some());
            // A question that is no longer asked is told of too.
            if before != now && !is_said && n_aside == 0 {
                let next = edition + 1;
                return Some(format!(
                    "the verdict of {} was {before:?}, and is {now:?}. Set `edition = {next}` or later in common.toml, and \
                     `changed = {next}` on the question whose meaning or rules changed, so that people who open this are told",
                    topic.id
                ));
            }
        }
        None
    }
}

/// The files, with the edition that wrote each.
fn written_files() -> Vec<(String, u8)> {
    let mut files: Vec<(String, u8)> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .map(|name| {
            let edition = name.strip_suffix(".txt").unwrap().rsplit_once("-edition-");
            let edition = edition.map_or(1, |(_, edition)| edition.parse().unwrap());
            (name, edition)
        })
        .collect();
    files.sort();
    files
}

#[test]
fn every_code_ever_written_opens() {
    let content = bundled::content();
    let mut problems = Vec::new();
    let mut n = 0;
    for (name, edition) in written_files() {
        let text = fs::read_to_string(folder().join(&name)).unwrap();
        for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
            n += 1;
            let problem = Line::read(content, line).problem(content, edition);
            problems.extend(problem.map(|problem| format!("{name}, line {}: {problem}", place + 1)));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert!(n > 100, "only {n} codes");
}

#[test]
fn a_verdict_that_moves_unsaid_is_told_with_what_to_do() {
    let mut content = bundled::content().clone();
    let line = fs::read_to_string(folder().join("v1.txt")).unwrap();
    let line = line.lines().find(|line| line.contains("service-mesh=adopt")).unwrap();
    let mesh = &mut content.topics[0];
    let input = mesh.inputs.last_mut().unwrap();
    // Every answer to the last question now satisfies every rule's condition on it.
    let all = input.holds.iter().fold(0, |all, holds| all | holds);
    input.holds.fill(all);
    let question = input.question;
    let problem = |content: &Content| Line::read(content, line).problem(content, 1);
    let told = problem(&content).unwrap();
    assert!(told.contains("`edition = 2`") && told.contains("`changed = 2`"), "{told}");
    content.edition = 2;
    content.questions.iter_mut().find(|asked| asked.code == question).unwrap().changed = 2;
    assert_eq!(problem(&content), None);
}
