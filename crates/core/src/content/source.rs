//! The sources that content cites.

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Text};

/// The source of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// A line of the chapter's introduction.
    Chapter(u16),
    /// A section of the chapter and a line in it. Section 1 is 25.1.
    Section(u8, u16),
    /// An entry of [`super::Content::sources`], by position.
    Entry(u8),
    /// Our own synthesis.
    Synthesis,
}

/// A document cited besides the chapter and its sections.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SourceEntry {
    /// The identifier in files.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its address.
    pub url: String,
    /// Its date, if it has one.
    pub date: Option<Date>,
}
