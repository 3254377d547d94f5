//! A situation as JSON, in the documented format that other tools read and write, and that the app imports.
//!
//! The text is parsed elsewhere, by the browser or by serde, into a [`Json`] tree. This module interprets the tree.

use crate::content::{Content, Question};
use crate::domain::{Answer, Answers};
use crate::engine;
use crate::link::{self, LinkNotice};

/// The version of the format. Adding a key keeps the version, because unknown keys are ignored; changing the meaning of a
/// key increases it.
pub const VERSION: u32 = 1;

/// A JSON value, reduced to the types that a situation uses.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A string.
    Text(String),
    /// A whole number.
    Number(u32),
    /// An array.
    List(Vec<Json>),
    /// An object: its names with their values.
    Map(Vec<(String, Json)>),
    /// Any other value.
    Other,
}

/// Why a file is not a situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or it has no `answers`.
    Foreign,
    /// It was written in a later version of the format.
    Newer,
}

impl Json {
    /// The value under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }

    fn number(&self, name: &str) -> Option<u32> {
        match self.get(name) {
            Some(Self::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// Writes a situation: the version, the content, the code, the answers by name, and the range of each topic begun.
#[must_use]
pub fn write(content: &Content, answers: &Answers) -> String {
    let questions = answers.iter().filter_map(|(code, answer)| Some((content.question(code)?, answer)));
    let answers_by_name = questions.map(|(question, answer)| (question.id.as_str(), names(question, answer)));
    let topics = content.topics.iter().enumerate();
    let begun = topics.filter(|(position, _)| engine::is_started(content, *position, answers));
    let results = begun.map(|(_, topic)| {
        let range = engine::judge(topic, answers).range;
        let ends = format!(r#"{{ "worst": "{}", "best": "{}" }}"#, range.worst.id(), range.best.id());
        (topic.id.as_str(), ends)
    });
    format!(
        r#"{{
  "boussole": {VERSION},
  "content": {{ "date": "{}", "edition": {} }},
  "code": "{}",
  "answers": {},
  "results": {}
}}
"#,
        content.date,
        content.edition,
        link::encode(content, answers),
        object(answers_by_name),
        object(results),
    )
}

/// An object of the top level, with one entry on each line.
fn object<'a>(entries: impl Iterator<Item = (&'a str, String)>) -> String {
    let entries: Vec<String> = entries.map(|(name, value)| format!("\n    \"{name}\": {value}")).collect();
    format!("{{{}\n  }}", entries.join(","))
}

/// The answer to a question: one name, or a list of names for boxes.
fn names(question: &Question, answer: Answer) -> String {
    let name = |code: u8| question.choice(code).map_or("unknown", |choice| choice.id.as_str());
    match answer {
        Answer::Unknown => quoted("unknown"),
        Answer::Choice(choice) => quoted(name(choice.0)),
        Answer::Ticks(ticks) => {
            let ticked = question.choices.iter().filter(|choice| ticks.has(choice.code));
            let mut names: Vec<String> = ticked.map(|choice| quoted(&choice.id)).collect();
            if ticks.rest_open {
                names.push(quoted("unknown"));
            } else if names.is_empty() {
                names.push(quoted("none"));
            }
            format!("[{}]", names.join(", "))
        }
    }
}

/// A name between quotes. Nothing needs escaping: the loader only accepts names of the characters `[a-z0-9.+-]`.
fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}

/// Reads a situation. Answers that the content does not know are ignored and counted in a notice.
///
/// # Errors
///
/// [`Unreadable`] when the value is not a situation, or has a later format.
pub fn read(content: &Content, json: &Json) -> Result<(Answers, Vec<LinkNotice>), Unreadable> {
    if json.number("boussole").is_some_and(|version| version > VERSION) {
        return Err(Unreadable::Newer);
    }
    let Some(Json::Map(entries)) = json.get("answers") else {
        return Err(Unreadable::Foreign);
    };
    let mut answers = Answers::new();
    let mut n_unknown = 0;
    for (name, value) in entries {
        let question = content.question_named(name);
        match question.and_then(|question| Some((question, question.answer_named(&names_in(value)?)?))) {
            Some((question, answer)) => answers.set(question.code, answer),
            None => n_unknown += 1,
        }
    }
    let mut notices = Vec::new();
    if n_unknown > 0 {
        notices.push(LinkNotice::Ignored { questions: Vec::new(), n_unknown });
    } else if answers.is_empty() {
        notices.push(LinkNotice::Empty);
    }
    // A file written by hand has no edition: it is read as one of the present edition.
    let edition = json.get("content").and_then(|content| content.number("edition"));
    notices.extend(edition.and_then(|edition| link::changed_since(content, &answers, edition)));
    Ok((answers, notices))
}

/// The names in a value: a string, or an array of strings.
fn names_in(value: &Json) -> Option<Vec<&str>> {
    fn name(value: &Json) -> Option<&str> {
        if let Json::Text(name) = value { Some(name) } else { None }
    }
    match value {
        Json::Text(name) => Some(vec![name]),
        Json::List(values) => values.iter().map(name).collect(),
        _ => None,
    }
}
