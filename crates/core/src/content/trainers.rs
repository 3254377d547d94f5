//! The content of the trainers' guide. It is not bundled with the app; `load/trainers.rs` reads it.

use super::Source;
use crate::domain::{QuestionId, Range, Text};

/// The content of the trainers' guide, besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Trainers {
    /// The texts of the page, indexed by [`super::TrainersLabel`].
    pub words: Vec<Text>,
    /// The sections before the exercises, in the order of `SECTIONS`.
    pub sections: Vec<TrainersSection>,
    /// The exercises, one for each topic, in the order of the topics.
    pub exercises: Vec<Exercise>,
}

/// The identifiers of the sections, in the order shown. The page adds the attribution to the last one.
pub(super) const SECTIONS: [&str; 6] = ["brings", "sizes", "day", "room", "everyone", "cite"];

/// The placeholders that the page replaces by values: labels of the app that people look for on screen.
pub const TRAINERS_VALUES: [&str; 5] = ["forget", "restart", "unknown", "light", "dark"];

/// The steps of an exercise, in order.
pub(super) const STEPS: [&str; N_STEPS] = ["read", "answer", "discuss", "conclude"];
/// The number of steps of an exercise.
pub const N_STEPS: usize = 4;

/// The duration of an exercise, in minutes.
pub const MINUTES: u32 = 10;

/// A section of the guide: sentences, then lists.
#[derive(Clone, Debug)]
pub struct TrainersSection {
    /// The identifier in the file and in addresses.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The sentences before the lists.
    pub lines: Vec<Advice>,
    /// Its lists.
    pub lists: Vec<AdviceList>,
}

/// A list of a section.
#[derive(Clone, Debug)]
pub struct AdviceList {
    /// Its title, unless the title of the section is enough.
    pub title: Option<Text>,
    /// Whether it is a checklist, with a box to tick on each line.
    pub has_boxes: bool,
    /// Its items.
    pub points: Vec<Advice>,
}

/// One or two sentences of advice, with an optional link to a page of the app.
#[derive(Clone, Debug)]
pub struct Advice {
    /// The text.
    pub text: Text,
    /// The link: its target and its text.
    pub link: Option<(ClassUse, Text)>,
}

/// A use of the app in a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassUse {
    /// Embedded in slides.
    Slides,
    /// On the phones of the participants.
    Room,
    /// On paper.
    Paper,
}

impl ClassUse {
    /// Every use.
    pub const ALL: [Self; 3] = [Self::Slides, Self::Room, Self::Paper];

    /// The identifier in files and in addresses.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Slides => "slides",
            Self::Room => "room",
            Self::Paper => "paper",
        }
    }
}

/// An exercise: the class discusses a worked situation.
#[derive(Clone, Debug)]
pub struct Exercise {
    /// The situation, by position.
    pub situation: usize,
    /// The learning goal.
    pub goal: Text,
    /// The duration of each step, in minutes.
    pub minutes: [u32; N_STEPS],
    /// The question to discuss.
    pub question: QuestionId,
    /// The reason why the answers of the class may differ.
    pub split: Text,
    /// The sources of `split`, if it cites any.
    pub split_sources: Vec<Source>,
    /// The question that the trainer then asks.
    pub raise: Text,
    /// The expected range. The page computes the real one; when they differ, the text of the exercise must be revised.
    pub expected: Range,
    /// The conclusion.
    pub conclude: Text,
    /// The sources of the conclusion.
    pub sources: Vec<Source>,
}
