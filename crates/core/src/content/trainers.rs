//! What the trainers' guide says: the model. It never travels in the wasm; `load/trainers.rs` reads it.

use super::Source;
use crate::domain::{QuestionId, Range, Text};

/// Everything the trainers' guide needs besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Trainers {
    /// The page's own words, by [`super::TrainersLabel`].
    pub words: Vec<Text>,
    /// The sections before the exercises, in the order of [`SECTIONS`].
    pub sections: Vec<TrainersSection>,
    /// The exercises: one for each topic, in the order of the topics.
    pub exercises: Vec<Exercise>,
}

/// The sections, in the order shown. The last one is completed by the attribution.
pub(super) const SECTIONS: [&str; 6] = ["brings", "sizes", "day", "room", "everyone", "cite"];

/// What the page fills in between braces: labels of the app that people look for on screen.
pub const TRAINERS_VALUES: [&str; 5] = ["forget", "restart", "unknown", "light", "dark"];

/// What takes place in an exercise, in this order.
pub(super) const STEPS: [&str; N_STEPS] = ["read", "answer", "discuss", "conclude"];
/// How many steps an exercise has.
pub const N_STEPS: usize = 4;

/// How long an exercise takes.
pub const MINUTES: u32 = 10;

/// A section: sentences, then lists.
#[derive(Clone, Debug)]
pub struct TrainersSection {
    /// The name in the file and in addresses.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// What is said first.
    pub lines: Vec<Advice>,
    /// Its lists.
    pub lists: Vec<AdviceList>,
}

/// A list of a section.
#[derive(Clone, Debug)]
pub struct AdviceList {
    /// What it is, when the section's title does not say.
    pub title: Option<Text>,
    /// Whether each line has a box to tick: a checklist.
    pub has_boxes: bool,
    /// The lines.
    pub points: Vec<Advice>,
}

/// A sentence or two, and perhaps the page of the app that they are about.
#[derive(Clone, Debug)]
pub struct Advice {
    /// What it says.
    pub text: Text,
    /// Where it leads, and the words of that link.
    pub way: Option<(Way, Text)>,
}

/// A way to use the app in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// In a slide.
    Slides,
    /// In the room, with phones.
    Room,
    /// On paper.
    Paper,
}

impl Way {
    /// The three.
    pub const ALL: [Self; 3] = [Self::Slides, Self::Room, Self::Paper];

    /// The name in files and in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Room => "room",
            Self::Paper => "paper",
        }
    }
}

/// A worked situation that a class decides about.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// The situation, by position.
    pub situation: usize,
    /// What the class is to see.
    pub goal: Text,
    /// How many minutes each step takes, in the order of the steps.
    pub minutes: [u32; N_STEPS],
    /// The question to talk about.
    pub question: QuestionId,
    /// Why the room may split on it.
    pub split: Text,
    /// Where that comes from, when it cites.
    pub split_sources: Vec<Source>,
    /// What to ask then.
    pub raise: Text,
    /// The verdict that the file expects, which the page computes: when the two part, the text is to be read again.
    pub expected: Range,
    /// What to say in the end.
    pub conclude: Text,
    /// Where that comes from.
    pub sources: Vec<Source>,
}
