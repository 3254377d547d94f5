//! The facts and words the app carries: checked when it is built, unpacked when it starts.
//!
//! The files under `assets/content` are read by `load`, which lists every problem at once. What the wasm carries is the
//! checked result in a compact form: see `docs/decisions/0003-what-the-wasm-carries.md`.

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
#[cfg(not(target_arch = "wasm32"))]
mod read;
mod shape;
#[cfg(not(target_arch = "wasm32"))]
mod trainers;
#[cfg(not(target_arch = "wasm32"))]
mod typography;

use serde::{Deserialize, Serialize};

use crate::domain::{Answer, Answers, ChoiceId, Date, QuestionId, Text, Ticks, Verdict};

#[cfg(not(target_arch = "wasm32"))]
pub use about::{ABOUT_VALUES, About, Cited, Met, Quality, Reference, Section, Statement};
#[cfg(not(target_arch = "wasm32"))]
pub use chapter::{Chapter, Contradiction, Dated, Hint, HintKind, Item, Named, Part, Sheet};
pub use guide::{
    Asks, Correction, Group, Guide, Hardware, Lab, Level, Maturity, Microk8s, Pointer, Priority, Profile, Subject,
    Suggestion, Tool, Trends,
};
pub use label::Label;
#[cfg(not(target_arch = "wasm32"))]
pub use label::{AboutLabel, PaperLabel, SheetLabel, TrainersLabel};
#[cfg(not(target_arch = "wasm32"))]
pub use load::{File, Loaded, load, read_folder};
#[cfg(not(target_arch = "wasm32"))]
pub use names::{NameError, answer_named, choice_names};
#[cfg(not(target_arch = "wasm32"))]
pub use paper::Paper;
#[cfg(not(target_arch = "wasm32"))]
pub use read::Problem;
pub use shape::{pack, unpack};
#[cfg(not(target_arch = "wasm32"))]
pub use trainers::{Advice, AdviceList, Exercise, MINUTES, N_STEPS, TRAINERS_VALUES, Trainers, TrainersSection, Way};

/// Everything the app says and knows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Content {
    /// The day the facts were last checked.
    pub date: Date,
    /// The permanent number of this edition, which codes name: 1 to [`Content::MAX_EDITION`].
    pub edition: u8,
    /// The verdicts' words, in the order of the dial.
    pub verdicts: Vec<VerdictWords>,
    /// The scored topics, in the order of the chapter.
    pub topics: Vec<Topic>,
    /// Every question: those of the topics, then the shared facts, the guide's, and those that tell tools apart.
    pub questions: Vec<Question>,
    /// The permanent numbers that are no longer asked, and how wide their answers were.
    pub retired: Vec<Retired>,
    /// Help to choose, and to plan.
    pub guide: Guide,
    /// Worked situations to start from.
    pub situations: Vec<Situation>,
    /// What is cited besides the chapter and its sections.
    pub sources: Vec<SourceEntry>,
    /// One line for each technical term.
    pub glossary: Vec<Gloss>,
    /// The interface's own words, by [`Label`].
    pub labels: Vec<Text>,
    /// Where the chapter's files can be read: the address of their folder, at the version cited.
    pub chapter_url: String,
}

/// How a verdict is said.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VerdictWords {
    /// Two or three words, as on the dial.
    pub name: Text,
    /// One sentence for the head of the result.
    pub meaning: Text,
}

/// One technology, with its questions and its rules.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// The name in addresses and files, such as `service-mesh`.
    pub id: String,
    /// The permanent number.
    pub code: u8,
    /// The section of the chapter, such as `25.1`.
    pub number: String,
    /// The name people know it by.
    pub name: Text,
    /// A line for the card that opens it.
    pub tagline: Text,
    /// What it is.
    pub what: Text,
    /// Why it exists.
    pub why: Text,
    /// What it is typically used for. For the chapter's pages only: the wasm does not carry it.
    #[serde(skip)]
    pub use_cases: Vec<Sourced>,
    /// Where `what` and `why` come from.
    pub sources: Vec<Source>,
    /// The criteria in favour: the chapter's, then its sections'.
    pub fors: Vec<Criterion>,
    /// The criteria against: the chapter's, then its sections'. For the chapter's pages only, since the rules say what each
    /// means for a verdict: the wasm does not carry them.
    #[serde(skip)]
    pub againsts: Vec<Criterion>,
    /// What to try before it, simplest first.
    pub alternatives: Vec<Alternative>,
    /// Answers that pull against each other.
    pub tensions: Vec<Tension>,
    /// The ceilings, lowest first: the first rule that holds gives the verdict.
    pub rules: Vec<Rule>,
    /// The questions in the order they are asked, with what each answer does to the rules.
    pub inputs: Vec<Input>,
    /// What trying it takes.
    pub lab: Lab,
    /// Its tools, the chapter's first.
    pub tools: Vec<Tool>,
    /// The questions that tell them apart.
    pub tool_questions: Vec<QuestionId>,
    /// Which tool to look at first: the first whose conditions all hold.
    pub pointers: Vec<Pointer>,
    /// The question whose boxes say whether the team is ready to decide. No verdict reads it.
    pub ready: QuestionId,
}

/// A sentence and where it comes from.
#[derive(Clone, Debug)]
pub struct Sourced {
    /// The sentence.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A ✅ or a ❌ of the chapter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Criterion {
    /// The name in files.
    pub id: String,
    /// The criterion as a sentence about the situation.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The question that decides it.
    pub question: QuestionId,
    /// The answers that meet it: choices by position, or for a "which problem" question the boxes by number.
    pub met_by: u16,
}

/// Something simpler to try first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Alternative {
    /// What it is called.
    pub name: Text,
    /// What it covers.
    pub text: Text,
    /// How to start it.
    pub start: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// Answers that may all be true, and yet pull against each other: named, and asked again, never settled for the team.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tension {
    /// The name in files.
    pub id: String,
    /// What pulls against what, and what may explain it.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The answers. They must all be there; of a "which problem" question, one of these boxes ticked is enough.
    pub when: Vec<Condition>,
}

/// A ceiling: the best verdict that some answers still allow.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// The name in files.
    pub id: String,
    /// The best verdict while the rule holds.
    pub ceiling: Verdict,
    /// What must all hold for the rule to hold.
    pub when: Vec<Condition>,
    /// The rule as a team would say it of itself.
    pub reason: Text,
    /// Where the fact comes from. The ceiling itself is always our synthesis.
    pub sources: Vec<Source>,
}

/// One answer a rule reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The question read.
    pub question: QuestionId,
    /// For a question that takes one choice: the choices that satisfy the condition, by position.
    /// For a "which problem" question: the boxes that must all be unticked, by number.
    pub mask: u16,
}

/// A question of a topic, with what each of its answers does to the topic's rules.
///
/// Rules are bits, in the order of [`Topic::rules`]. A rule that does not read the question has its bit set everywhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Input {
    /// The question.
    pub question: QuestionId,
    /// Whether it is the "which problem" question.
    pub many: bool,
    /// The permanent numbers of the choices, in the order they are shown.
    pub codes: Vec<u8>,
    /// For each choice, the rules whose condition on this question it satisfies. Empty when `many`.
    pub holds: Vec<u32>,
    /// For each rule, the boxes that must all be unticked (none: the rule does not read them). Empty unless `many`.
    pub absent: Vec<u16>,
    /// The rules that hold at the least favourable answer.
    pub worst: u32,
    /// The rules that hold at the most favourable answer.
    pub best: u32,
}

/// Whether a person can act on a question's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Skills, memory, a trial: may be advised.
    Action,
    /// How things are: never advised, it becomes "come back when…".
    Circumstance,
}

/// A question, asked once whatever the number of topics that read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Question {
    /// The name in files, such as `service-mesh.today` or `talking-services`.
    pub id: String,
    /// The permanent number.
    pub code: QuestionId,
    /// The edition in which the meaning of its answers, or of the rules that read it, last changed.
    pub changed: u8,
    /// The topic it belongs to, by position, unless it is a shared fact.
    pub topic: Option<u8>,
    /// Whether its answer can be acted on.
    pub kind: Kind,
    /// The question itself.
    pub ask: Text,
    /// Why it is asked.
    pub why: Text,
    /// Whether several boxes may be ticked: the "which problem" question.
    pub many: bool,
    /// The choices in the order they are shown, "I don't know" and "none" left out. Boxes when `many`.
    pub choices: Vec<Choice>,
    /// Where the question comes from.
    pub sources: Vec<Source>,
    /// The technical terms met in it, by position in the glossary.
    pub glosses: Vec<u8>,
}

/// One possible answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Choice {
    /// The name in files.
    pub id: String,
    /// The permanent number within the question.
    pub code: u8,
    /// What is shown.
    pub label: Text,
    /// A line under it.
    pub note: Option<Text>,
    /// What to do, or what to wait for, to give this answer one day.
    pub reach: Option<Text>,
    /// What doing it takes. Only an action has one.
    pub effort: Option<Effort>,
    /// How much it stands for, in the question's own unit; 0 when the question counts nothing.
    pub amount: u32,
}

/// What an action takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effort {
    /// A level of depth, with the time it takes: by position in the guide's levels.
    Level(u8),
    /// Memory, in megabytes.
    Memory(u32),
    /// What neither a level nor an amount says.
    Words(Text),
}

/// Where a fact comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Source {
    /// A line of the chapter's introduction.
    Chapter(u16),
    /// A line of one of the chapter's sections: 1 is 25.1.
    Section(u8, u16),
    /// An entry of the content's own sources, by position.
    Entry(u8),
    /// Our own synthesis.
    Synthesis,
}

/// Something cited besides the chapter and its sections.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SourceEntry {
    /// The name in files.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// Where it can be read.
    pub url: String,
    /// Its date, when it gives one.
    pub date: Option<Date>,
}

/// A question number that is no longer asked.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Retired {
    /// The number.
    pub code: QuestionId,
    /// What was asked: the codes that still answer it are told so.
    pub ask: Text,
    /// Whether its answers were boxes.
    pub many: bool,
}

/// A worked situation: a team's answers, to try the app with.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Situation {
    /// The name in addresses and files.
    pub id: String,
    /// Who it is, in a few words.
    pub name: Text,
    /// Their situation in a sentence.
    pub story: Text,
    /// The topic it is mostly about, by position.
    pub topic: u8,
    /// What they answered.
    pub answers: Vec<(QuestionId, Shown)>,
}

/// An answer in a content file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shown {
    /// "I don't know".
    Unknown,
    /// A choice, by permanent number.
    Choice(u8),
    /// Boxes: the ticked ones, and whether the rest is open.
    Ticks(u16, bool),
}

/// One line for a technical term.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Gloss {
    /// The term, as it stands in the questions.
    pub term: Text,
    /// What it means.
    pub gloss: Text,
}

impl Content {
    /// The last edition that a code has room for.
    pub const MAX_EDITION: u8 = 63;

    /// What a question asks, or asked before it was retired.
    #[must_use]
    pub fn asked(&self, code: QuestionId) -> Option<&Text> {
        let retired = || self.retired.iter().find(|retired| retired.code == code).map(|retired| &retired.ask);
        self.question(code).map(|question| &question.ask).or_else(retired)
    }

    /// The topic of that name, with its position.
    #[must_use]
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// The question of that number, if it is still asked.
    #[must_use]
    pub fn question(&self, code: QuestionId) -> Option<&Question> {
        self.questions.iter().find(|question| question.code == code)
    }

    /// The question of that name.
    #[must_use]
    pub fn question_named(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }

    /// The words of a verdict.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> &VerdictWords {
        // `load` refuses content that does not word all five.
        &self.verdicts[verdict.index()]
    }

    /// A word or sentence of the interface.
    #[must_use]
    pub fn label(&self, label: Label) -> &Text {
        // `load` refuses content that lacks one.
        &self.labels[label as usize]
    }

    /// The answers of a situation.
    #[must_use]
    pub fn answers_of(&self, situation: &Situation) -> Answers {
        situation.answers.iter().map(|(question, shown)| (*question, (*shown).into())).collect()
    }
}

impl Topic {
    /// The part of a question's name that stands in addresses: `today` for `service-mesh.today`.
    #[must_use]
    pub fn short_name<'a>(&self, question: &'a Question) -> &'a str {
        question.id.strip_prefix(self.id.as_str()).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&question.id)
    }

    /// The input of a question, if this topic reads it.
    #[must_use]
    pub fn input(&self, question: QuestionId) -> Option<&Input> {
        self.inputs.iter().find(|input| input.question == question)
    }
}

impl Input {
    /// The rules that hold at the most favourable answer under which one rule still holds, given the boxes already ticked.
    #[must_use]
    pub fn least_with(&self, rule: usize, ticked: u16) -> u32 {
        if !self.many {
            let satisfied = self.holds.iter().copied().filter(|holds| holds & 1 << rule != 0);
            return satisfied.min_by_key(|holds| holds.count_ones()).unwrap_or(self.worst);
        }
        // Tick every box but those the rule wants unticked.
        let wanted = self.absent.get(rule).copied().unwrap_or(0);
        let every = self.codes.iter().fold(0, |every, code| every | 1 << code);
        self.rules_at(ticked | every & !wanted)
    }

    /// The rules that hold once these boxes are ticked and the others are not.
    #[must_use]
    pub fn rules_at(&self, ticked: u16) -> u32 {
        let absent = self.absent.iter().enumerate();
        absent.filter(|(_, absent)| **absent & ticked == 0).fold(0, |rules, (index, _)| rules | 1 << index)
    }
}

impl Question {
    /// The choice of that permanent number.
    #[must_use]
    pub fn choice(&self, code: u8) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }

    /// The choice of that name.
    #[must_use]
    pub fn choice_named(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// The answer that some names give: one choice, or boxes with "unknown" for the rest, or "none" or "unknown" alone.
    #[must_use]
    pub fn answer_named(&self, names: &[&str]) -> Option<Answer> {
        match (self.many, names) {
            (_, ["unknown"]) => Some(Answer::Unknown),
            (true, ["none"]) => Some(Answer::Ticks(Ticks::default())),
            (true, [_, ..]) => {
                let mut ticks = Ticks::default();
                for name in names {
                    match self.choice_named(name) {
                        Some(choice) => ticks = ticks.with(choice.code, true),
                        None if *name == "unknown" => ticks.rest_open = true,
                        None => return None,
                    }
                }
                Some(Answer::Ticks(ticks))
            }
            (false, [name]) => self.choice_named(name).map(|choice| Answer::Choice(ChoiceId(choice.code))),
            _ => None,
        }
    }

    /// The bits of every box, for a "which problem" question.
    #[must_use]
    pub fn boxes(&self) -> u16 {
        self.choices.iter().fold(0, |bits, choice| bits | 1 << choice.code)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl From<Answer> for Shown {
    fn from(answer: Answer) -> Self {
        match answer {
            Answer::Unknown => Self::Unknown,
            Answer::Choice(choice) => Self::Choice(choice.0),
            Answer::Ticks(ticks) => Self::Ticks(ticks.ticked, ticks.rest_open),
        }
    }
}

impl From<Shown> for Answer {
    fn from(shown: Shown) -> Self {
        match shown {
            Shown::Unknown => Self::Unknown,
            Shown::Choice(code) => Self::Choice(ChoiceId(code)),
            Shown::Ticks(ticked, rest_open) => Self::Ticks(Ticks { ticked, rest_open }),
        }
    }
}
