//! What the trust page says: the model. It never travels in the wasm; `load/about.rs` reads it.

use super::Source;
use crate::domain::Text;

/// Everything the trust page needs besides [`super::Content`] and the proof sheet.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The page's own words, by [`super::AboutLabel`].
    pub words: Vec<Text>,
    /// The worked example: a situation, by position.
    pub example: usize,
    /// The sections, in the order of [`SECTIONS`].
    pub sections: Vec<Section>,
    /// The published quality criteria, point by point.
    pub criteria: Vec<Quality>,
    /// What only this page cites.
    pub sources: Vec<Reference>,
}

/// The sections, in the order shown. Some are completed by what is computed: the example, the proof, the sources, the criteria.
pub(super) const SECTIONS: [&str; 12] = [
    "method",
    "example",
    "proof",
    "sources",
    "updates",
    "authors",
    "limits",
    "criteria",
    "ready",
    "accessibility",
    "privacy",
    "licence",
];

/// What the page fills in between braces: each is computed when the page is written.
pub const ABOUT_VALUES: [&str; 16] = [
    "date",
    "run",
    "seconds",
    "sets",
    "pairs",
    "lifts",
    "fragile",
    "asked",
    "askable",
    "fors",
    "againsts",
    "balanced",
    "topics",
    "met",
    "not-met",
    "not-applicable",
];

/// How many of the criteria each group has: without the first it is no decision aid, without the second it may mislead.
pub(super) const N_QUALIFYING: usize = 6;
pub(super) const N_CERTIFYING: usize = 6;

/// A section of the page: statements, then what is computed, then a list under its lead, then what follows from it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The name in the file.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its statements.
    pub lines: Vec<Statement>,
    /// What the list is.
    pub lead: Option<Text>,
    /// The list.
    pub points: Vec<Statement>,
    /// What to conclude.
    pub after: Vec<Statement>,
}

/// A sentence or two, and where they come from.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What it says.
    pub text: Text,
    /// Where it comes from, when it cites.
    pub sources: Vec<Cited>,
}

/// Where a statement of this page comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    /// What all the content may cite.
    Content(Source),
    /// What only this page cites, by position.
    Own(usize),
}

/// A quality criterion, in our words, and how we meet it.
#[derive(Clone, Debug)]
pub struct Quality {
    /// The name in the file.
    pub id: String,
    /// Whether it is one of those without which this would be no decision aid.
    pub is_qualifying: bool,
    /// What it asks.
    pub text: Text,
    /// Whether we meet it.
    pub met: Met,
    /// Why, or where.
    pub why: Text,
}

/// Whether a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// It is.
    Yes,
    /// It is not.
    No,
    /// It asks of something that is not there.
    NotApplicable,
}

impl Met {
    /// The three.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotApplicable];

    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Something only this page cites.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The name in the file.
    pub id: String,
    /// A few words, beside what it is cited for.
    pub name: Text,
    /// The whole title.
    pub title: Text,
    /// Where it can be read.
    pub url: String,
    /// Its date as it gives it: few give a day.
    pub date: Text,
}
