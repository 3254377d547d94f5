//! A situation as JSON: the documented form that other tools read and write, and that comes back into the app.
//!
//! Written here. Read by a parser of the platform's own, the browser's or serde's, which hands over the tree as [`Json`]; what
//! is understood of it is said here alone.

use crate::content::{Content, Question};
use crate::domain::{Answer, Answers, Ticks};
use crate::engine;
use crate::link::{self, LinkNotice};

/// The version of the form. A later one may add keys, which are passed over; what changes the meaning of a key changes it.
pub const VERSION: u32 = 1;

/// A JSON value, as far as a situation needs one.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u32),
    /// A list.
    List(Vec<Json>),
    /// Names with their values.
    Map(Vec<(String, Json)>),
    /// Whatever else.
    Other,
}

/// Why a text gives no situation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not JSON, or not of our form: it has no `answers`.
    Foreign,
    /// A later version of the app wrote it in another form.
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

/// Writes a situation: version, content, code, answers by name, and the verdicts still possible of each technology begun.
#[must_use]
pub fn write(content: &Content, answers: &Answers) -> String {
    let (date, edition) = (content.date.to_string(), content.edition.to_string());
    let mut json = [
        "{\n  \"boussole\": ",
        &VERSION.to_string(),
        ",\n  \"content\": { \"date\": \"",
        &date,
        "\", \"edition\": ",
        &edition,
        " },\n  \"code\": \"",
        &link::encode(content, answers),
        "\",\n  \"answers\": {",
    ]
    .concat();
    let mut entries = Entries::default();
    for (question, answer) in answers.iter().filter_map(|(code, answer)| Some((content.question(code)?, answer))) {
        entries.next(&mut json, &question.id);
        names(&mut json, question, answer);
    }
    json.push_str("\n  },\n  \"results\": {");
    let mut entries = Entries::default();
    for (position, topic) in content.topics.iter().enumerate() {
        if engine::is_started(content, position, answers) {
            let range = engine::judge(topic, answers).range;
            entries.next(&mut json, &topic.id);
            let ends = ["{ \"worst\": \"", range.worst.id(), "\", \"best\": \"", range.best.id(), "\" }"];
            json.push_str(&ends.concat());
        }
    }
    json.push_str("\n  }\n}\n");
    json
}

/// The names of an answer: one, or a list for boxes.
fn names(json: &mut String, question: &Question, answer: Answer) {
    let named = |code: u8| question.choice(code).map_or("unknown", |choice| choice.id.as_str());
    match answer {
        Answer::Unknown => text(json, "unknown"),
        Answer::Choice(choice) => text(json, named(choice.0)),
        Answer::Ticks(Ticks { ticked, rest_open }) => {
            json.push('[');
            let ticked = question.choices.iter().filter(|choice| ticked & 1 << choice.code != 0);
            let mut listed: Vec<&str> = ticked.map(|choice| choice.id.as_str()).collect();
            if rest_open {
                listed.push("unknown");
            } else if listed.is_empty() {
                listed.push("none");
            }
            for (place, name) in listed.into_iter().enumerate() {
                json.push_str(if place == 0 { "" } else { ", " });
                text(json, name);
            }
            json.push(']');
        }
    }
}

/// The entries of an object, a line each.
#[derive(Default)]
struct Entries {
    is_begun: bool,
}

impl Entries {
    fn next(&mut self, json: &mut String, name: &str) {
        json.push_str(if core::mem::replace(&mut self.is_begun, true) { ",\n    " } else { "\n    " });
        text(json, name);
        json.push_str(": ");
    }
}

/// A text between quotes. Names and codes are made of `[a-z0-9.+-]` and the like, which content files are held to: nothing in
/// them needs escaping.
fn text(json: &mut String, words: &str) {
    json.push('"');
    json.push_str(words);
    json.push('"');
}

/// Reads a situation back. What the content does not know is set aside and counted.
///
/// # Errors
///
/// [`Unreadable`] when there is nothing of ours in it.
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
        match question.and_then(|question| Some((question, question.answer_named(&listed(value)?)?))) {
            Some((question, answer)) => answers.set(question.code, answer),
            None => n_unknown += 1,
        }
    }
    let mut notices = Vec::new();
    if n_unknown > 0 {
        notices.push(LinkNotice::SetAside { questions: Vec::new(), n_unknown });
    } else if answers.is_empty() {
        notices.push(LinkNotice::Empty);
    }
    // A file written by hand says no edition: it is of today's.
    let edition = json.get("content").and_then(|content| content.number("edition"));
    notices.extend(edition.and_then(|edition| link::changed_since(content, &answers, edition)));
    Ok((answers, notices))
}

/// The names of an answer, one or a list; none where there is something else.
fn listed(value: &Json) -> Option<Vec<&str>> {
    fn name(value: &Json) -> Option<&str> {
        if let Json::Text(name) = value { Some(name) } else { None }
    }
    match value {
        Json::Text(name) => Some(vec![name]),
        Json::List(values) => values.iter().map(name).collect(),
        _ => None,
    }
}
