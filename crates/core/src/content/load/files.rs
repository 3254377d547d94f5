//! The content files: their list, their texts and their parsed tables.

use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

use toml::Table;

use crate::content::read::{Node, Reading};

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
const REQUIRED: [&str; 15] = [
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

/// The parsed content files, with the problems found in them.
pub(super) struct Files<'a> {
    pub(super) reading: Reading,
    tables: BTreeMap<&'a str, Table>,
}

impl<'a> Files<'a> {
    /// Parses the files, and notes those that are invalid or missing.
    pub(super) fn parse(files: &[File<'a>]) -> Self {
        let mut reading = Reading::default();
        let mut tables = BTreeMap::new();
        for file in files {
            match file.text.parse::<Table>() {
                Ok(table) => drop(tables.insert(file.name, table)),
                Err(error) => reading.note(file.name, "", error.to_string().trim().replace('\n', " ")),
            }
        }
        for name in REQUIRED {
            if !files.iter().any(|file| file.name == name) {
                reading.note(name, "", "the file is missing");
            }
        }
        reading.entries = tables.get("sources.toml").map(source_ids).unwrap_or_default();
        Self { reading, tables }
    }

    /// The root table of a required file. It may be opened once only: each [`Node`] notes the keys that it has not read.
    pub(super) fn required(&self, name: &'static str) -> Node<'_> {
        // `load` stops before this when a required file is missing or invalid.
        Node::new(&self.reading, name, String::new(), &self.tables[name])
    }

    /// The root table of a file that a topic or a subject needs. Notes a missing file.
    pub(super) fn named(&self, name: &str) -> Option<Node<'_>> {
        let Some((name, table)) = self.tables.get_key_value(name) else {
            self.reading.note(name, "", "the file is missing, or cannot be read");
            return None;
        };
        Some(Node::new(&self.reading, name, String::new(), table))
    }
}

/// The identifiers of the sources, which are needed before the other files are read.
fn source_ids(sources: &Table) -> Vec<String> {
    let entries = sources.get("source").and_then(toml::Value::as_array).into_iter().flatten();
    entries.filter_map(|entry| entry.get("id")?.as_str().map(str::to_owned)).collect()
}
