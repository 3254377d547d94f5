//! What the chapter's own pages show besides the topics: the model. It never travels in the wasm; `load/chapter.rs` reads it.

use super::{Correction, Source, Subject};
use crate::domain::Text;

/// Everything the chapter's pages need besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// The pages' own words, by [`super::SheetLabel`].
    pub words: Vec<Text>,
    /// The parts that belong to no subject, in the chapter's order.
    pub parts: Vec<Part>,
    /// One sheet for each subject, in the chapter's order.
    pub sheets: Vec<Sheet>,
    /// What is no longer so.
    pub corrections: Vec<Dated>,
    /// Where the chapter disagrees with itself.
    pub contradictions: Vec<Contradiction>,
}

/// A list of the chapter: its audience, the learning cycle…
#[derive(Clone, Debug)]
pub struct Part {
    /// The name in files and addresses.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// A line before the list.
    pub lead: Option<Text>,
    /// Whether the order of the list counts.
    pub ordered: bool,
    /// The list.
    pub items: Vec<Item>,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A line of a list.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it says.
    pub text: Text,
    /// Where it leads.
    pub url: Option<String>,
    /// A list under it.
    pub points: Vec<Text>,
    /// Where it comes from, when not from where its list does.
    pub sources: Vec<Source>,
}

/// What a subject's sheet says besides its topic.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The subject.
    pub subject: Subject,
    /// Key ideas.
    pub concepts: Vec<Named>,
    /// Concrete examples.
    pub examples: Vec<Named>,
    /// The themes of 25.7.
    pub themes: Vec<Named>,
    /// The evolutions of 25.7.
    pub upcoming: Vec<Named>,
    /// What the sections add.
    pub hints: Vec<Hint>,
}

/// Something with a name.
#[derive(Clone, Debug)]
pub struct Named {
    /// Its name.
    pub name: Text,
    /// The chapter's idea of it, in a line.
    pub note: Option<Text>,
    /// What to retain.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A piece of practical advice.
#[derive(Clone, Debug)]
pub struct Hint {
    /// What it is about.
    pub kind: HintKind,
    /// What it says.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// What a piece of advice is about, in the order shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HintKind {
    /// How to choose.
    Choose,
    /// What it costs.
    Cost,
    /// How to start.
    Start,
    /// What goes wrong.
    Pitfall,
    /// Anything else.
    GoodToKnow,
}

impl HintKind {
    /// The five, in the order shown.
    pub const ALL: [Self; 5] = [Self::Choose, Self::Cost, Self::Start, Self::Pitfall, Self::GoodToKnow];

    /// The name in files.
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

/// A correction, and the pages it stands on.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The name in files.
    pub id: String,
    /// The pages: subjects, `cncf` or `chapter`.
    pub on: Vec<String>,
    /// The correction.
    pub correction: Correction,
}

/// Where the chapter disagrees with itself, and how we settle it.
#[derive(Clone, Debug)]
pub struct Contradiction {
    /// The name in files.
    pub id: String,
    /// The pages: subjects, `cncf` or `chapter`.
    pub on: Vec<String>,
    /// What disagrees with what.
    pub text: Text,
    /// The places that disagree.
    pub sources: Vec<Source>,
    /// How we settle it: our own synthesis.
    pub resolution: Text,
}
