//! Compares a person's lab and prerequisites with the needs of a topic. The result does not depend on the topic's verdict.

use super::choose::boxes;
use crate::content::{Content, Hardware, Lab, Subject};
use crate::domain::{Answer, Answers, QuestionId};

/// A hardware resource of a lab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Processor cores.
    Cpu,
    /// Memory, in megabytes.
    Memory,
    /// Disk space, in gigabytes.
    Disk,
    /// A GPU: 0 or 1.
    Gpu,
}

impl Resource {
    const ALL: [Self; 4] = [Self::Cpu, Self::Memory, Self::Disk, Self::Gpu];
}

/// A person's lab. A field is `None` when they did not answer its question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OwnedLab {
    /// Processor cores.
    pub cpu: Option<u32>,
    /// Memory, in megabytes.
    pub memory: Option<u32>,
    /// Disk space, in gigabytes.
    pub disk: Option<u32>,
    /// GPUs: 0 or 1.
    pub gpu: Option<u32>,
    /// Number of machines.
    pub machines: Option<u32>,
}

/// The hardware that one or several subjects need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabNeed {
    /// The chapter's base configuration, plus its extra hardware for each subject.
    pub full: Hardware,
    /// The smaller figures given in the chapter's sections.
    pub lean: Hardware,
    /// Whether a GPU is recommended.
    pub gpu: bool,
}

/// How well a lab meets a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It does not meet the smaller figures.
    Short,
    /// It meets the smaller figures of the sections.
    Tight,
    /// It meets the chapter's configuration.
    Enough,
}

/// The result of comparing a lab with a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The lowest fit of the known resources; none when no resource is known.
    pub fit: Option<Fit>,
    /// The resources missing for the next better fit, with the missing amounts.
    pub missing: Vec<(Resource, u32)>,
    /// The unknown resources that could lower the fit.
    pub unknown: Vec<Resource>,
}

impl Trial {
    /// Whether the lab certainly meets at least the smaller figures.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.unknown.is_empty() && matches!(self.fit, Some(Fit::Tight | Fit::Enough))
    }
}

/// Reads a person's lab from their answers.
#[must_use]
pub fn owned_lab(content: &Content, answers: &Answers) -> OwnedLab {
    let asks = content.guide.questions;
    let amount = |question| amount(content, answers, question);
    OwnedLab {
        cpu: amount(asks.cpu),
        memory: amount(asks.memory),
        disk: amount(asks.disk),
        gpu: amount(asks.gpu),
        machines: amount(asks.machines),
    }
}

/// The amount of the choice given to a question, in the question's unit.
pub(super) fn amount(content: &Content, answers: &Answers, question: QuestionId) -> Option<u32> {
    match answers.get(question)? {
        Answer::Choice(choice) => content.question(question)?.choice(choice.0).map(|choice| choice.amount),
        _ => None,
    }
}

impl LabNeed {
    /// The need of one subject.
    #[must_use]
    pub const fn of(lab: &Lab) -> Self {
        Self { full: lab.full, lean: lab.lean, gpu: lab.gpu }
    }

    /// The need of subjects tried one after the other: the maximum of each resource. None when no subject needs a lab.
    #[must_use]
    pub fn one_at_a_time(content: &Content, subjects: &[Subject]) -> Option<Self> {
        Self::together(content, subjects, Hardware::max, Hardware::max)
    }

    /// The need of subjects tried at the same time: one cluster plus the extra of each subject. None when no subject needs a
    /// lab.
    #[must_use]
    pub fn at_once(content: &Content, subjects: &[Subject]) -> Option<Self> {
        let (base, lean) = (content.guide.base, content.guide.lean);
        let sum =
            Self::together(content, subjects, |one, other| one.with(other, base), |one, other| one.with(other, lean))?;
        // Some smaller figures describe whole configurations, so their sum can exceed the chapter's total.
        Some(Self { lean: sum.lean.min(sum.full), ..sum })
    }

    fn together(
        content: &Content,
        subjects: &[Subject],
        full: impl Fn(Hardware, Hardware) -> Hardware,
        lean: impl Fn(Hardware, Hardware) -> Hardware,
    ) -> Option<Self> {
        let takes = subjects.iter().filter_map(|subject| content.topic_of(*subject)).map(|topic| Self::of(&topic.lab));
        takes.reduce(|one, other| Self {
            full: full(one.full, other.full),
            lean: lean(one.lean, other.lean),
            gpu: one.gpu || other.gpu,
        })
    }
}

/// Compares a lab with a need.
#[must_use]
pub fn trial(takes: LabNeed, owned: OwnedLab) -> Trial {
    let mut trial = Trial { fit: None, missing: Vec::new(), unknown: Vec::new() };
    for resource in Resource::ALL {
        let (full, lean, has) = match resource {
            Resource::Cpu => (takes.full.cpu, takes.lean.cpu, owned.cpu),
            Resource::Memory => (takes.full.memory, takes.lean.memory, owned.memory),
            Resource::Disk => (takes.full.disk, takes.lean.disk, owned.disk),
            // A GPU is recommended but never required.
            Resource::Gpu if takes.gpu => (1, 0, owned.gpu),
            Resource::Gpu => continue,
        };
        let Some(has) = has else {
            trial.unknown.push(resource);
            continue;
        };
        let fit = match has {
            has if has >= full => Fit::Enough,
            has if has >= lean => Fit::Tight,
            _ => Fit::Short,
        };
        if trial.fit.is_none_or(|worst| fit < worst) {
            trial.fit = Some(fit);
            trial.missing.clear();
        }
        if trial.fit == Some(fit) && fit != Fit::Enough {
            let wanted = if fit == Fit::Tight { full } else { lean };
            trial.missing.push((resource, wanted - has));
        }
    }
    match trial.fit {
        // The unknown resources cannot lower the fit further.
        Some(Fit::Short) => trial.unknown.clear(),
        // A missing GPU lowers the fit to `Tight` at most.
        Some(Fit::Tight) => trial.unknown.retain(|resource| *resource != Resource::Gpu),
        Some(Fit::Enough) | None => {}
    }
    trial
}

/// The prerequisites that a person has and lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPrerequisites {
    /// The number of prerequisites answered.
    pub n_asked: usize,
    /// The missing prerequisites: question and box.
    pub missing: Vec<(QuestionId, u8)>,
}

/// Reads the prerequisites from a person's answers; none when they answered no such question.
#[must_use]
pub fn known_prerequisites(content: &Content, answers: &Answers) -> Option<KnownPrerequisites> {
    let mut known = KnownPrerequisites { n_asked: 0, missing: Vec::new() };
    for code in content.guide.questions.prerequisites {
        if let (Some(question), Some(Answer::Ticks(_))) = (content.question(code), answers.get(code)) {
            let ticked = boxes(answers, code);
            known.n_asked += question.choices.len();
            let lacking = question.choices.iter().filter(|choice| ticked & 1 << choice.code == 0);
            known.missing.extend(lacking.map(|choice| (code, choice.code)));
        }
    }
    (known.n_asked > 0).then_some(known)
}
