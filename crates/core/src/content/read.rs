//! Reads TOML tables and notes every problem with its file and place, so that they can be fixed together.

use std::cell::RefCell;
use std::fmt;

use toml::{Table, Value};

use super::{Source, typography};
use crate::domain::{Date, Lang, Text};

/// A problem in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The place in the file, such as `fact talking-services`; empty for the whole file.
    pub place: String,
    /// The problem, and what is expected instead.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            write!(f, "{}: {}", self.file, self.what)
        } else {
            write!(f, "{}: {}: {}", self.file, self.place, self.what)
        }
    }
}

/// The state shared by all tables: the problems found so far, and the sources that content can cite.
#[derive(Default)]
pub(super) struct Reading {
    problems: RefCell<Vec<Problem>>,
    /// The identifiers in `sources.toml`, in order.
    pub(super) entries: Vec<String>,
}

impl Reading {
    pub(super) fn note(&self, file: &str, place: &str, what: impl Into<String>) {
        self.problems.borrow_mut().push(Problem { file: file.to_owned(), place: place.to_owned(), what: what.into() });
    }

    /// Every problem once, in the order found. Shared tables are read once for each topic, so their problems repeat.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<Problem> = Vec::new();
        for problem in self.problems.borrow().iter() {
            if !problems.contains(problem) {
                problems.push(problem.clone());
            }
        }
        problems
    }
}

/// A table of a file. When it is dropped, it notes the keys that were not read, because they are misspelt.
pub(super) struct Node<'a> {
    reading: &'a Reading,
    pub(super) file: &'a str,
    pub(super) place: String,
    table: &'a Table,
    used: RefCell<Vec<String>>,
}

impl Drop for Node<'_> {
    fn drop(&mut self) {
        let used = self.used.borrow();
        for key in self.table.keys().filter(|key| !used.contains(key)) {
            self.note(format!("{key} is not a key of this place"));
        }
    }
}

impl<'a> Node<'a> {
    pub(super) fn new(reading: &'a Reading, file: &'a str, place: String, table: &'a Table) -> Self {
        let used = RefCell::default();
        Self { reading, file, place, table, used }
    }

    pub(super) fn note(&self, what: impl Into<String>) {
        self.reading.note(self.file, &self.place, what);
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.used.borrow_mut().push(key.to_owned());
        self.table.get(key)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Every key, in the order of the file.
    pub(super) fn keys(&self) -> Vec<String> {
        self.table.keys().cloned().collect()
    }

    fn at(&self, place: &str) -> String {
        match (self.place.as_str(), place) {
            ("", place) => place.to_owned(),
            (above, place) => format!("{above}, {place}"),
        }
    }

    pub(super) fn child(&self, key: &str) -> Option<Node<'a>> {
        match self.get(key) {
            Some(Value::Table(table)) => Some(Node::new(self.reading, self.file, self.at(key), table)),
            Some(_) => {
                self.note(format!("{key} must be a table"));
                None
            }
            None => {
                self.note(format!("{key} is missing"));
                None
            }
        }
    }

    /// The tables of a list, empty when it is missing. Problems name each table by its `id`.
    pub(super) fn children(&self, key: &str) -> Vec<Node<'a>> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let tables: Option<Vec<&Table>> =
            value.as_array().map(|items| items.iter().filter_map(Value::as_table).collect());
        let Some(tables) = tables else {
            self.note(format!("{key} must be a list of tables"));
            return Vec::new();
        };
        tables
            .into_iter()
            .enumerate()
            .map(|(index, table)| {
                let name =
                    table.get("id").and_then(Value::as_str).map_or_else(|| format!("{}", index + 1), str::to_owned);
                Node::new(self.reading, self.file, self.at(&format!("{key} {name}")), table)
            })
            .collect()
    }

    pub(super) fn string(&self, key: &str) -> String {
        match self.get(key) {
            Some(Value::String(text)) if !text.trim().is_empty() => text.clone(),
            Some(Value::String(_)) => self.note_problem(format!("{key} is empty")),
            Some(_) => self.note_problem(format!("{key} must be a text")),
            None => self.note_problem(format!("{key} is missing")),
        }
    }

    /// Notes a problem with a text, and returns an empty text to continue with.
    fn note_problem(&self, what: String) -> String {
        self.note(what);
        String::new()
    }

    /// A name in kebab case, digits and `+` included.
    pub(super) fn id(&self, key: &str) -> String {
        let id = self.string(key);
        let legal = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || "-+".contains(char);
        if !id.chars().all(legal) {
            self.note(format!("{key} \"{id}\" must be in kebab case"));
        }
        id
    }

    /// A permanent number from 1 to `max`.
    pub(super) fn code(&self, key: &str, max: u8) -> u8 {
        match self.get(key).map(Value::as_integer) {
            Some(Some(code)) if (1..=i64::from(max)).contains(&code) => u8::try_from(code).unwrap_or_default(),
            Some(Some(code)) => {
                self.note(format!("{key} {code} is not a permanent number from 1 to {max}"));
                0
            }
            Some(None) => {
                self.note(format!("{key} must be a whole number"));
                0
            }
            None => {
                self.note(format!("{key} is missing: every question, choice and symptom has a permanent number"));
                0
            }
        }
    }

    /// A boolean, false when the key is missing.
    pub(super) fn flag(&self, key: &str) -> bool {
        match self.get(key) {
            None => false,
            Some(Value::Boolean(flag)) => *flag,
            Some(_) => {
                self.note(format!("{key} must be true or false"));
                false
            }
        }
    }

    /// A whole number.
    pub(super) fn number(&self, key: &str) -> u32 {
        match self.get(key).map(Value::as_integer) {
            Some(Some(number)) if u32::try_from(number).is_ok() => u32::try_from(number).unwrap_or_default(),
            Some(_) => {
                self.note(format!("{key} must be a whole number, from 0"));
                0
            }
            None => {
                self.note(format!("{key} is missing"));
                0
            }
        }
    }

    /// A text of a table that another `Node` reads, if it exists. No key of this table is noted as unread.
    pub(super) fn peek(&self, key: &str) -> Option<String> {
        self.used.borrow_mut().extend(self.keys());
        self.table.get(key).and_then(Value::as_str).map(str::to_owned)
    }

    pub(super) fn strings(&self, key: &str) -> Vec<String> {
        match self.get(key) {
            None => Vec::new(),
            Some(Value::String(one)) => vec![one.clone()],
            Some(Value::Array(items)) if items.iter().all(Value::is_str) => {
                items.iter().filter_map(Value::as_str).map(str::to_owned).collect()
            }
            Some(_) => {
                self.note(format!("{key} must be a text or a list of texts"));
                Vec::new()
            }
        }
    }

    pub(super) fn date(&self, key: &str) -> Date {
        let text = self.string(key);
        Date::parse(&text).unwrap_or_else(|| {
            if !text.is_empty() {
                self.note(format!("{key} \"{text}\" is not a date such as 2026-11-22"));
            }
            Date::default()
        })
    }

    /// A text in both languages, of at most `limit` characters each.
    pub(super) fn text(&self, key: &str, limit: usize) -> Text {
        match self.get(key) {
            Some(Value::Table(table)) => {
                let translation = |lang: Lang| self.translation(key, table, lang, limit);
                for other in table.keys().filter(|other| !["fr", "en"].contains(&other.as_str())) {
                    self.note(format!("{key}.{other} is not a language of ours"));
                }
                Text { fr: translation(Lang::Fr), en: translation(Lang::En) }
            }
            Some(_) => {
                self.note(format!("{key} must be {{ fr = \"…\", en = \"…\" }}"));
                Text::default()
            }
            None => {
                self.note(format!("{key} is missing"));
                Text::default()
            }
        }
    }

    /// A list of texts in both languages, empty when it is missing.
    pub(super) fn texts(&self, key: &str, limit: usize) -> Vec<Text> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let tables: Option<Vec<&Table>> =
            value.as_array().map(|items| items.iter().filter_map(Value::as_table).collect());
        let Some(tables) = tables else {
            self.note(format!("{key} must be a list of {{ fr = \"…\", en = \"…\" }}"));
            return Vec::new();
        };
        let text = |(index, table): (usize, &Table)| {
            let place = format!("{key} {}", index + 1);
            Text {
                fr: self.translation(&place, table, Lang::Fr, limit),
                en: self.translation(&place, table, Lang::En, limit),
            }
        };
        tables.into_iter().enumerate().map(text).collect()
    }

    pub(super) fn text_if_any(&self, key: &str, limit: usize) -> Option<Text> {
        self.has(key).then(|| self.text(key, limit))
    }

    fn translation(&self, key: &str, table: &Table, lang: Lang, limit: usize) -> String {
        let tag = lang.tag();
        let text = match table.get(tag) {
            Some(Value::String(text)) => text.trim(),
            Some(_) => return self.note_problem(format!("{key}.{tag} must be a text")),
            None => return self.note_problem(format!("{key}.{tag} is missing")),
        };
        if text.is_empty() {
            return self.note_problem(format!("{key}.{tag} is empty"));
        }
        let n_chars = text.chars().count();
        if n_chars > limit {
            self.note(format!("{key}.{tag} has {n_chars} characters, {limit} at most fit"));
        }
        typography::apply(text, lang)
    }

    /// Checks that the page of a text knows a value for each name in braces.
    pub(super) fn check_placeholders(&self, text: &Text, known: &[&str]) {
        for lang in Lang::ALL {
            for name in text.get(lang).split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or_default()) {
                if !known.contains(&name) {
                    self.note(format!("{{{name}}} is none of {}", known.join(", ")));
                }
            }
        }
    }

    /// The sources of a fact, at least one.
    pub(super) fn sources(&self, key: &str) -> Vec<Source> {
        let written = self.strings(key);
        if written.is_empty() {
            self.note(format!("{key} is missing: every criterion cites a source"));
        }
        written.iter().filter_map(|source| self.source(source)).collect()
    }

    /// A source in the notation of content files; none, with a problem noted, when it is invalid.
    pub(super) fn source(&self, written: &str) -> Option<Source> {
        let mut parts = written.split(':');
        let source = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some("synthesis"), None, None, None) => Some(Source::Synthesis),
            (Some("chapter"), Some(line), None, None) => {
                line.parse().ok().filter(|line| (1..=590).contains(line)).map(Source::Chapter)
            }
            (Some("section"), Some(section), Some(line), None) => section
                .strip_prefix("25.")
                .and_then(|section| section.parse().ok())
                .filter(|section| (1..=7).contains(section))
                .zip(line.parse().ok())
                .map(|(section, line)| Source::Section(section, line)),
            (Some("source"), Some(id), None, None) => self
                .reading
                .entries
                .iter()
                .position(|entry| entry == id)
                .and_then(|index| u8::try_from(index).ok())
                .map(Source::Entry),
            _ => None,
        };
        if source.is_none() {
            self.note(format!(
                "source \"{written}\" is none of chapter:LINE, section:25.N:LINE, source:ID of sources.toml, synthesis"
            ));
        }
        source
    }
}
