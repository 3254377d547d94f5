//! What helps to choose one or two subjects, to plan their reading and to try them: the model. `load/guide.rs` reads it.

use serde::{Deserialize, Serialize};

use super::{Condition, Content, Source, Topic};
use crate::domain::{Date, QuestionId, Text};

/// A subject of the chapter, in its order: a technology that is judged, by position, or 25.7, which is only read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A technology, by its position among the topics.
    Topic(u8),
    /// 25.7, trends: reading, never scored.
    Trends,
}

/// Help to choose, and to plan.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Guide {
    /// The questions it asks.
    pub asks: Asks,
    /// The profiles, in the order of the choices of their question.
    pub profiles: Vec<Profile>,
    /// The groups of prerequisites, in the chapter's order.
    pub groups: Vec<Group>,
    /// The levels of depth, the shallowest first.
    pub levels: Vec<Level>,
    /// The steps of the learning cycle.
    pub cycle: Vec<Text>,
    /// The chapter's lab for one cluster.
    pub base: Hardware,
    /// The smaller figures of the sections for one cluster.
    pub lean: Hardware,
    /// 25.7.
    pub trends: Trends,
}

/// The guide's questions. Their answers live with all the others, and travel in the same code.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Asks {
    /// Who is asking.
    pub profile: QuestionId,
    /// Problems now, what serves the organisation, where in 6 months and a year, curiosity: in the order that decides.
    pub needs: [QuestionId; 4],
    /// What is already known: knowledge, then skills. Ticked is mastered.
    pub prerequisites: [QuestionId; 2],
    /// Cores of the lab.
    pub cpu: QuestionId,
    /// Memory of the lab, in megabytes.
    pub memory: QuestionId,
    /// Disk of the lab, in gigabytes.
    pub disk: QuestionId,
    /// Whether the lab has a GPU.
    pub gpu: QuestionId,
    /// Machines of the lab.
    pub machines: QuestionId,
    /// Time to spend, in minutes.
    pub time: QuestionId,
}

impl Asks {
    /// The questions about the lab's hardware, in the order asked.
    #[must_use]
    pub const fn lab(&self) -> [QuestionId; 5] {
        [self.cpu, self.memory, self.disk, self.gpu, self.machines]
    }
}

/// What the chapter advises a kind of reader to read.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// The permanent number of its choice.
    pub choice: u8,
    /// Every subject with its priority, in the chapter's order of priority. Empty for the one who follows curiosity.
    pub priorities: Vec<(Subject, Priority)>,
    /// What to start with in a small lab, when nothing else decides.
    pub suggestions: Vec<Suggestion>,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

impl Profile {
    /// Whether it has no list, and follows curiosity.
    #[must_use]
    pub fn is_curious(&self) -> bool {
        self.priorities.is_empty()
    }

    /// How much it should read a subject.
    #[must_use]
    pub fn priority(&self, subject: Subject) -> Option<Priority> {
        self.priorities.iter().find(|(listed, _)| *listed == subject).map(|(_, priority)| *priority)
    }
}

/// How much a profile should read a subject. Nothing to do with whether it fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Priority {
    /// Priorité haute.
    High,
    /// Priorité moyenne.
    Medium,
    /// Selon contexte.
    Context,
    /// Optionnel.
    Optional,
}

impl Priority {
    /// The four, the highest first.
    pub const ALL: [Self; 4] = [Self::High, Self::Medium, Self::Context, Self::Optional];
}

/// A subject to start with, and why.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Suggestion {
    /// The subject.
    pub subject: Subject,
    /// Why it is a good start.
    pub text: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A group of prerequisites.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// What it is about.
    pub label: Text,
    /// The question whose boxes it gathers.
    pub question: QuestionId,
    /// Its boxes, by number.
    pub boxes: u16,
}

/// A level of depth.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Level {
    /// What it is called.
    pub name: Text,
    /// How long it takes, as the chapter says it.
    pub time: Text,
    /// What it makes you able to do.
    pub goal: Text,
    /// The longest it takes, in minutes; none when it is days or weeks.
    pub minutes: Option<u32>,
}

/// Hardware, in all: cores, megabytes of memory (1 GB is 1000 MB), gigabytes of disk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardware {
    /// Cores.
    pub cpu: u32,
    /// Megabytes of memory.
    pub memory: u32,
    /// Gigabytes of disk.
    pub disk: u32,
}

/// 25.7, which is only read.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Trends {
    /// The section of the chapter.
    pub number: String,
    /// The name people know it by.
    pub name: Text,
    /// A line for the card that opens it.
    pub tagline: Text,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// What trying a technology in a lab takes, whether or not it fits.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lab {
    /// The chapter's configuration, with what it adds for this technology.
    pub full: Hardware,
    /// The sections' own smaller figures.
    pub lean: Hardware,
    /// Whether a GPU is wished for.
    pub gpu: bool,
    /// The machines it is at its best with.
    pub machines: u32,
    /// What to do with fewer.
    pub fewer: Option<Text>,
    /// What the figures mean.
    pub note: Text,
    /// Where the figures come from, the chapter's first.
    pub sources: Vec<Source>,
    /// How it goes with MicroK8s.
    pub microk8s: Vec<Microk8s>,
}

/// A word about trying a technology with MicroK8s.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Microk8s {
    /// The addon's name as typed; empty when there is none.
    pub addon: String,
    /// What to know of it.
    pub text: Text,
    /// When that was so.
    pub date: Date,
    /// Where it comes from.
    pub sources: Vec<Source>,
}

/// A tool of a technology.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tool {
    /// The name in files.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What sets it apart.
    pub note: Text,
    /// Where that comes from.
    pub sources: Vec<Source>,
    /// How mature the CNCF says it is.
    pub maturity: Maturity,
    /// Since when.
    pub since: Date,
    /// Where that comes from.
    pub maturity_sources: Vec<Source>,
    /// What changed since the chapter was written.
    pub correction: Option<Correction>,
}

/// The CNCF's word on a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Maturity {
    /// Ready for production.
    Graduated,
    /// Promising.
    Incubating,
    /// Experimental.
    Sandbox,
    /// No longer maintained.
    Archived,
    /// Not a project of the CNCF.
    Outside,
}

/// Something the chapter says that is no longer so.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Correction {
    /// What the chapter says.
    pub claim: Text,
    /// Where it says so.
    pub claim_sources: Vec<Source>,
    /// What is so today.
    pub today: Text,
    /// Since when, or as of when.
    pub date: Date,
    /// Where that comes from.
    pub sources: Vec<Source>,
}

/// Which tool to look at first, for some answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pointer {
    /// The tool, by position; none when none of them is the honest answer.
    pub tool: Option<u8>,
    /// The answers it is for: they must all hold. The first pointer that does counts.
    pub when: Vec<Condition>,
    /// Why.
    pub reason: Text,
    /// Where that comes from.
    pub sources: Vec<Source>,
}

impl Hardware {
    /// What two subjects take at once on one cluster's base: the sum of what each adds to it.
    #[must_use]
    pub const fn with(self, other: Self, base: Self) -> Self {
        Self {
            cpu: self.cpu + other.cpu.saturating_sub(base.cpu),
            memory: self.memory + other.memory.saturating_sub(base.memory),
            disk: self.disk + other.disk.saturating_sub(base.disk),
        }
    }

    /// The smaller of each.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), memory: self.memory.min(other.memory), disk: self.disk.min(other.disk) }
    }

    /// What is enough for either.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { cpu: self.cpu.max(other.cpu), memory: self.memory.max(other.memory), disk: self.disk.max(other.disk) }
    }
}

impl Subject {
    /// The box that stands for 25.7; a technology's is its own number.
    pub const TRENDS_BOX: u8 = 7;
}

impl Content {
    /// The technology of a subject; none for 25.7.
    #[must_use]
    pub fn topic_of(&self, subject: Subject) -> Option<&Topic> {
        match subject {
            Subject::Topic(position) => self.topics.get(usize::from(position)),
            Subject::Trends => None,
        }
    }

    /// Every subject, in the chapter's order.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        (0..self.topics.len())
            .filter_map(|position| u8::try_from(position).ok())
            .map(Subject::Topic)
            .chain([Subject::Trends])
    }

    /// The subject's section, name and line: `25.1`, `Service Mesh`, what it is for.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> (&str, &Text, &Text) {
        match self.topic_of(subject) {
            Some(topic) => (&topic.number, &topic.name, &topic.tagline),
            None => (&self.guide.trends.number, &self.guide.trends.name, &self.guide.trends.tagline),
        }
    }

    /// The subject of that name in files and addresses.
    #[must_use]
    pub fn subject_named(&self, id: &str) -> Option<Subject> {
        self.subjects().find(|subject| self.subject_id(*subject) == id)
    }

    /// The subject's name in files and addresses.
    #[must_use]
    pub fn subject_id(&self, subject: Subject) -> &str {
        self.topic_of(subject).map_or("trends", |topic| &topic.id)
    }
}
