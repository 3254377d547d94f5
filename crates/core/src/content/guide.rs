//! The content of the guide: choosing one or two subjects, planning their reading, labs and tools. `load/guide.rs` reads it.

use serde::{Deserialize, Serialize};

use super::{Condition, Content, Source, Topic};
use crate::domain::{Date, QuestionId, Text};

/// A subject of the chapter: a topic, or section 25.7, which is not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A topic, by position.
    Topic(u8),
    /// Section 25.7, about trends. It is only for reading.
    Trends,
}

/// The content of the guide.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Guide {
    /// The numbers of the guide's questions.
    pub questions: GuideQuestions,
    /// The profiles, in the order of the choices of their question.
    pub profiles: Vec<Profile>,
    /// The groups of prerequisites, in the chapter's order.
    pub groups: Vec<Group>,
    /// The levels of depth, the shallowest first.
    pub levels: Vec<Level>,
    /// The steps of the learning cycle.
    pub cycle: Vec<Text>,
    /// The chapter's lab configuration for one cluster.
    pub base: Hardware,
    /// The smaller configuration of the sections, for one cluster.
    pub lean: Hardware,
    /// Section 25.7.
    pub trends: Trends,
}

/// The numbers of the guide's questions. Their answers are stored and encoded with all others.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct GuideQuestions {
    /// The profile of the person.
    pub profile: QuestionId,
    /// The needs, the strongest first: present problems, the organisation, the next 6 to 12 months, curiosity.
    pub needs: [QuestionId; 4],
    /// The prerequisites: knowledge, then skills. A ticked box means that the person has it.
    pub prerequisites: [QuestionId; 2],
    /// The processor cores of the lab.
    pub cpu: QuestionId,
    /// The memory of the lab, in megabytes.
    pub memory: QuestionId,
    /// The disk space of the lab, in gigabytes.
    pub disk: QuestionId,
    /// Whether the lab has a GPU.
    pub gpu: QuestionId,
    /// The number of machines of the lab.
    pub machines: QuestionId,
    /// The available time, in minutes.
    pub time: QuestionId,
}

impl GuideQuestions {
    /// The questions about the lab's hardware, in the order asked.
    #[must_use]
    pub const fn lab(&self) -> [QuestionId; 5] {
        [self.cpu, self.memory, self.disk, self.gpu, self.machines]
    }
}

/// The chapter's reading advice for a kind of reader.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    /// The permanent number of its choice in the question about profiles.
    pub choice: u8,
    /// Every subject with its priority, in the chapter's order of priority. Empty for the curious profile.
    pub priorities: Vec<(Subject, Priority)>,
    /// Subjects to start with in a small lab. Only the curious profile has them.
    pub suggestions: Vec<Suggestion>,
    /// Its sources.
    pub sources: Vec<Source>,
}

impl Profile {
    /// Whether it is the curious profile, which has no priorities.
    #[must_use]
    pub fn is_curious(&self) -> bool {
        self.priorities.is_empty()
    }

    /// The priority of a subject; none for the curious profile.
    #[must_use]
    pub fn priority(&self, subject: Subject) -> Option<Priority> {
        self.priorities.iter().find(|(listed, _)| *listed == subject).map(|(_, priority)| *priority)
    }
}

/// The reading priority of a subject for a profile. It says nothing about fit.
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
    /// Every priority, the highest first.
    pub const ALL: [Self; 4] = [Self::High, Self::Medium, Self::Context, Self::Optional];
}

/// A subject to start with, and the reason.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Suggestion {
    /// The subject.
    pub subject: Subject,
    /// The reason why it is a good start.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// A group of prerequisites.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Group {
    /// Its name.
    pub label: Text,
    /// The question that its boxes belong to.
    pub question: QuestionId,
    /// Its boxes, as bits.
    pub boxes: u16,
}

/// A level of depth.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Level {
    /// Its name.
    pub name: Text,
    /// Its duration, in the chapter's words.
    pub time: Text,
    /// Its learning goal.
    pub goal: Text,
    /// Its maximum duration, in minutes; none when it takes days or weeks.
    pub minutes: Option<u32>,
}

/// The total hardware of a lab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hardware {
    /// Processor cores.
    pub cpu: u32,
    /// Memory, in megabytes (1 GB is 1000 MB).
    pub memory: u32,
    /// Disk space, in gigabytes.
    pub disk: u32,
}

/// Section 25.7, about trends. It is only for reading.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Trends {
    /// The number of the section.
    pub number: String,
    /// The name shown to people.
    pub name: Text,
    /// A one-line description for its card.
    pub tagline: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// The lab that a topic needs. It does not depend on the verdict.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Lab {
    /// The chapter's configuration, plus its extra hardware for this topic.
    pub full: Hardware,
    /// The smaller configuration of the sections.
    pub lean: Hardware,
    /// Whether a GPU is recommended.
    pub gpu: bool,
    /// The recommended number of machines.
    pub machines: u32,
    /// Advice for a lab with fewer machines.
    pub fewer: Option<Text>,
    /// An explanation of the figures.
    pub note: Text,
    /// The sources of the figures, the chapter's first.
    pub sources: Vec<Source>,
    /// Notes about MicroK8s.
    pub microk8s: Vec<Microk8s>,
}

/// A note about a topic with MicroK8s.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Microk8s {
    /// The addon's name on the command line; empty when there is none.
    pub addon: String,
    /// The text.
    pub text: Text,
    /// The date of the information.
    pub date: Date,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// A tool of a topic.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tool {
    /// The name in files.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its distinctive feature.
    pub note: Text,
    /// The sources of `note`.
    pub sources: Vec<Source>,
    /// Its CNCF maturity level.
    pub maturity: Maturity,
    /// The date of that level.
    pub since: Date,
    /// The sources of the level.
    pub maturity_sources: Vec<Source>,
    /// The correction of what the chapter says about it, if it is outdated.
    pub correction: Option<Correction>,
}

/// The maturity level of a project at the CNCF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Maturity {
    /// Ready for production.
    Graduated,
    /// Promising.
    Incubating,
    /// Experimental.
    Sandbox,
    /// Archived: no longer maintained.
    Archived,
    /// Not a project of the CNCF.
    Outside,
}

/// A correction of an outdated statement of the chapter.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Correction {
    /// The chapter's statement.
    pub claim: Text,
    /// Its sources.
    pub claim_sources: Vec<Source>,
    /// The present facts.
    pub today: Text,
    /// The date of the change, or of the check.
    pub date: Date,
    /// The sources of the present facts.
    pub sources: Vec<Source>,
}

/// The advice on which tool to look at first, for some answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Pointer {
    /// The tool, by position; none when no tool suits.
    pub tool: Option<u8>,
    /// The conditions, which must all hold. The first pointer whose conditions hold applies.
    pub when: Vec<Condition>,
    /// The reason.
    pub reason: Text,
    /// The sources of the present facts.
    pub sources: Vec<Source>,
}

impl Hardware {
    /// The hardware for two subjects on one cluster: `base` plus the extra hardware of each.
    #[must_use]
    pub const fn with(self, other: Self, base: Self) -> Self {
        Self {
            cpu: self.cpu + other.cpu.saturating_sub(base.cpu),
            memory: self.memory + other.memory.saturating_sub(base.memory),
            disk: self.disk + other.disk.saturating_sub(base.disk),
        }
    }

    /// The minimum of each resource.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        Self { cpu: self.cpu.min(other.cpu), memory: self.memory.min(other.memory), disk: self.disk.min(other.disk) }
    }

    /// The maximum of each resource.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self { cpu: self.cpu.max(other.cpu), memory: self.memory.max(other.memory), disk: self.disk.max(other.disk) }
    }
}

impl Subject {
    /// The number of the box of section 25.7. A topic's box has the topic's number.
    pub const TRENDS_BOX: u8 = 7;
}

impl Content {
    /// The topic of a subject; none for section 25.7.
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

    /// The section number, the name and the one-line description of a subject.
    #[must_use]
    pub fn subject(&self, subject: Subject) -> (&str, &Text, &Text) {
        match self.topic_of(subject) {
            Some(topic) => (&topic.number, &topic.name, &topic.tagline),
            None => (&self.guide.trends.number, &self.guide.trends.name, &self.guide.trends.tagline),
        }
    }

    /// The subject with that identifier in files and addresses.
    #[must_use]
    pub fn subject_named(&self, id: &str) -> Option<Subject> {
        self.subjects().find(|subject| self.subject_id(*subject) == id)
    }

    /// The identifier of a subject in files and addresses.
    #[must_use]
    pub fn subject_id(&self, subject: Subject) -> &str {
        self.topic_of(subject).map_or("trends", |topic| &topic.id)
    }
}
