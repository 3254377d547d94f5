//! The content of the trust page. It is not bundled with the app; `load/about.rs` reads it.

use super::Source;
use crate::domain::Text;

/// The content of the trust page, besides [`super::Content`] and the results of the exhaustive check.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// The texts of the page, indexed by [`super::AboutLabel`].
    pub words: Vec<Text>,
    /// The situation of the worked example, by position.
    pub example: usize,
    /// The sections, in the order of `SECTIONS`.
    pub sections: Vec<Section>,
    /// The published quality criteria for decision aids.
    pub criteria: Vec<Quality>,
    /// The sources that only this page cites.
    pub sources: Vec<Reference>,
}

/// The identifiers of the sections, in the order shown. The page adds computed parts to some of them: the example, the
/// exhaustive check, the sources and the criteria.
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

/// The placeholders that the page replaces by computed values.
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

/// The number of qualifying criteria. A tool that does not meet them is not a decision aid.
pub(super) const N_QUALIFYING: usize = 6;
/// The number of certifying criteria. A decision aid that does not meet them may mislead.
pub(super) const N_CERTIFYING: usize = 6;

/// A section of the page: statements, then a computed part, then a list with its introduction, then conclusions.
#[derive(Clone, Debug)]
pub struct Section {
    /// The identifier in the file.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// Its statements.
    pub lines: Vec<Statement>,
    /// The introduction of the list.
    pub introduction: Option<Text>,
    /// The list.
    pub points: Vec<Statement>,
    /// The conclusions.
    pub after: Vec<Statement>,
}

/// One or two sentences, with their sources.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The text.
    pub text: Text,
    /// Its sources, if it cites any.
    pub sources: Vec<Citation>,
}

/// The source of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citation {
    /// A source that all content can cite.
    Content(Source),
    /// A source that only this page cites, by position in [`About::sources`].
    Own(usize),
}

/// A quality criterion, in our words, and whether the app meets it.
#[derive(Clone, Debug)]
pub struct Quality {
    /// The identifier in the file.
    pub id: String,
    /// Whether it is a qualifying criterion rather than a certifying one.
    pub is_qualifying: bool,
    /// The criterion.
    pub text: Text,
    /// Whether the app meets it.
    pub met: CriterionStatus,
    /// The reason, or where it is met.
    pub why: Text,
}

/// Whether a criterion is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriterionStatus {
    /// It is met.
    Yes,
    /// It is not met.
    No,
    /// It is about something that the app does not have.
    NotApplicable,
}

impl CriterionStatus {
    /// Every value.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotApplicable];

    /// The identifier in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// A source that only this page cites.
#[derive(Clone, Debug)]
pub struct Reference {
    /// The identifier in the file.
    pub id: String,
    /// A short name, shown beside the statement that cites it.
    pub name: Text,
    /// The full title.
    pub title: Text,
    /// The address.
    pub url: String,
    /// The date, as the source gives it: few sources give a day.
    pub date: Text,
}
