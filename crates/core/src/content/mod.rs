//! The content of the app: facts, rules and texts in both languages.
//!
//! [`load()`] reads and checks the files under `assets/content`, and lists every problem at once. The app bundles the checked
//! result in a compact form: see `docs/decisions/0003-what-the-wasm-carries.md`.

#[cfg(not(target_arch = "wasm32"))]
mod about;
#[cfg(not(target_arch = "wasm32"))]
mod chapter;
#[cfg(not(target_arch = "wasm32"))]
mod compile;
mod guide;
mod label;
#[cfg(not(target_arch = "wasm32"))]
mod load;
#[cfg(not(target_arch = "wasm32"))]
mod names;
#[cfg(not(target_arch = "wasm32"))]
mod paper;
mod question;
#[cfg(not(target_arch = "wasm32"))]
mod read;
mod shape;
mod situation;
mod source;
#[cfg(not(target_arch = "wasm32"))]
mod static_label;
mod topic;
#[cfg(not(target_arch = "wasm32"))]
mod trainers;
#[cfg(not(target_arch = "wasm32"))]
mod typography;

use serde::{Deserialize, Serialize};

use crate::domain::{Answers, Date, QuestionId, Text, Verdict};

#[cfg(not(target_arch = "wasm32"))]
pub use about::{ABOUT_VALUES, About, Citation, CriterionStatus, Quality, Reference, Section, Statement};
#[cfg(not(target_arch = "wasm32"))]
pub use chapter::{Chapter, Contradiction, DatedCorrection, Hint, HintKind, Item, NamedEntry, Part, Sheet};
pub use guide::{
    Correction, Group, Guide, GuideQuestions, Hardware, Lab, Level, Maturity, Microk8s, Pointer, Priority, Profile,
    Subject, Suggestion, Tool, Trends,
};
pub use label::Label;
#[cfg(not(target_arch = "wasm32"))]
pub use load::{File, Loaded, load, read_folder};
#[cfg(not(target_arch = "wasm32"))]
pub use names::{NameError, answer_named, choice_names};
#[cfg(not(target_arch = "wasm32"))]
pub use paper::Paper;
pub use question::{Choice, Effort, Kind, Question, Retired};
#[cfg(not(target_arch = "wasm32"))]
pub use read::Problem;
pub use shape::{pack, unpack};
pub use situation::{Situation, StoredAnswer};
pub use source::{Source, SourceEntry};
#[cfg(not(target_arch = "wasm32"))]
pub use static_label::{AboutLabel, PaperLabel, SheetLabel, TrainersLabel};
pub use topic::{Alternative, Condition, Criterion, Input, Rule, Sourced, Tension, Topic};
#[cfg(not(target_arch = "wasm32"))]
pub use trainers::{
    Advice, AdviceList, ClassUse, Exercise, MINUTES, N_STEPS, TRAINERS_VALUES, Trainers, TrainersSection,
};

/// The whole content that the app bundles.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// The date on which the facts were last checked.
    pub date: Date,
    /// The permanent number of this edition, written in codes: 1 to [`Content::MAX_EDITION`].
    pub edition: u8,
    /// The name and meaning of each verdict, in the order of the dial.
    pub verdicts: Vec<VerdictWords>,
    /// The topics that are judged, in the order of the chapter.
    pub topics: Vec<Topic>,
    /// Every question: those of the topics, then the shared facts, the guide's, and those that choose between tools.
    pub questions: Vec<Question>,
    /// The questions that are no longer asked. Their permanent numbers are never reused.
    pub retired: Vec<Retired>,
    /// The data of the guide: choosing subjects, planning their reading, and labs.
    pub guide: Guide,
    /// The worked situations.
    pub situations: Vec<Situation>,
    /// The sources cited besides the chapter and its sections.
    pub sources: Vec<SourceEntry>,
    /// The definitions of technical terms.
    pub glossary: Vec<GlossaryEntry>,
    /// The texts of the interface, indexed by [`Label`].
    pub labels: Vec<Text>,
    /// The address of the folder of the chapter's files, at the cited version.
    pub chapter_url: String,
}

impl Content {
    /// The largest edition number that fits in a code.
    pub const MAX_EDITION: u8 = 63;

    /// The text of a question, including one that is no longer asked.
    #[must_use]
    pub fn asked(&self, code: QuestionId) -> Option<&Text> {
        let retired = || self.retired.iter().find(|retired| retired.code == code).map(|retired| &retired.ask);
        self.question(code).map(|question| &question.ask).or_else(retired)
    }

    /// The topic with that identifier.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The question with that number, if it is still asked.
    #[must_use]
    pub fn question(&self, code: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }

    /// The question with that identifier.
    #[must_use]
    pub fn question_named(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The texts of a verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &VerdictWords {
        // `load` rejects content in which a verdict is missing.
        &self.verdicts[verdict.index()]
    }

    /// A text of the interface.
    #[must_use]
    pub fn label(&self, label: Label) -> &Text {
        // `load` rejects content in which a label is missing.
        &self.labels[label as usize]
    }

    /// The answers of a situation.
    #[must_use]
    pub fn answers_of(&self, situation: &Situation) -> Answers {
        situation.answers.iter().map(|(question, shown)| (*question, (*shown).into())).collect()
    }
}

/// The texts of a verdict.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VerdictWords {
    /// Its name on the dial, two or three words long.
    pub name: Text,
    /// Its meaning, in one sentence, for the top of the result.
    pub meaning: Text,
}

/// The definition of a technical term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct GlossaryEntry {
    /// The term, as written in the questions.
    pub term: Text,
    /// Its definition, in one line.
    pub gloss: Text,
}
