//! The content of the chapter's pages, besides the topics. It is not bundled with the app; `load/chapter.rs` reads it.

use super::{Correction, Source, Subject};
use crate::domain::Text;

/// The content of the chapter's pages, besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// The texts of the pages, indexed by [`super::SheetLabel`].
    pub words: Vec<Text>,
    /// The parts that belong to no subject, in the chapter's order.
    pub parts: Vec<Part>,
    /// The sheets, one for each subject, in the chapter's order.
    pub sheets: Vec<Sheet>,
    /// The corrections of outdated statements.
    pub corrections: Vec<DatedCorrection>,
    /// The contradictions within the chapter.
    pub contradictions: Vec<Contradiction>,
}

/// A part of the chapter with a list, such as its audience or the learning cycle.
#[derive(Clone, Debug)]
pub struct Part {
    /// The identifier in files and addresses.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The introduction of the list.
    pub introduction: Option<Text>,
    /// Whether the list is ordered.
    pub ordered: bool,
    /// The items of the list.
    pub items: Vec<Item>,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// An item of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// The text.
    pub text: Text,
    /// The target of its link.
    pub url: Option<String>,
    /// A nested list.
    pub points: Vec<Text>,
    /// Its sources, when they differ from those of the list.
    pub sources: Vec<Source>,
}

/// The sheet of a subject, besides its topic.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The subject.
    pub subject: Subject,
    /// The key ideas.
    pub concepts: Vec<NamedEntry>,
    /// The concrete examples.
    pub examples: Vec<NamedEntry>,
    /// The themes; only section 25.7 has them.
    pub themes: Vec<NamedEntry>,
    /// The coming changes; only section 25.7 has them.
    pub upcoming: Vec<NamedEntry>,
    /// The practical advice of the sections.
    pub hints: Vec<Hint>,
}

/// A named entry: a concept, an example, a theme or a coming change.
#[derive(Clone, Debug)]
pub struct NamedEntry {
    /// Its name.
    pub name: Text,
    /// The chapter's description, in one line.
    pub note: Option<Text>,
    /// The point to remember.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// A piece of practical advice.
#[derive(Clone, Debug)]
pub struct Hint {
    /// Its subject.
    pub kind: HintKind,
    /// The text.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// The subject of a piece of advice, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// How to choose.
    Choose,
    /// Its cost.
    Cost,
    /// How to start.
    Start,
    /// A common mistake.
    Pitfall,
    /// Other advice.
    GoodToKnow,
}

impl HintKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 5] = [Self::Choose, Self::Cost, Self::Start, Self::Pitfall, Self::GoodToKnow];

    /// The identifier in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Choose => "choose",
            Self::Cost => "cost",
            Self::Start => "start",
            Self::Pitfall => "pitfall",
            Self::GoodToKnow => "good-to-know",
        }
    }
}

/// A correction, with the pages that show it.
#[derive(Clone, Debug)]
pub struct DatedCorrection {
    /// The identifier in files.
    pub id: String,
    /// The pages that show it: identifiers of subjects, `cncf` or `chapter`.
    pub pages: Vec<String>,
    /// The correction.
    pub correction: Correction,
}

/// A contradiction within the chapter, with our resolution.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The identifier in files.
    pub id: String,
    /// The pages that show it: identifiers of subjects, `cncf` or `chapter`.
    pub pages: Vec<String>,
    /// The contradiction.
    pub text: Text,
    /// The places that contradict each other.
    pub sources: Vec<Source>,
    /// Our resolution, which is our own synthesis.
    pub resolution: Text,
}
