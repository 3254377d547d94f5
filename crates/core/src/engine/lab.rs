//! Could you try it in your lab? Hardware and prerequisites only, whether or not the technology fits.

use super::choose::boxes;
use crate::content::{Content, Hardware, Lab, Subject};
use crate::domain::{Answer, Answers, QuestionId};

/// Something a lab has or lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resource {
    /// Cores.
    Cpu,
    /// Megabytes of memory.
    Memory,
    /// Gigabytes of disk.
    Disk,
    /// A GPU: one or none.
    Gpu,
}

impl Resource {
    const ALL: [Self; 4] = [Self::Cpu, Self::Memory, Self::Disk, Self::Gpu];
}

/// The lab a person has: what they said of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Owned {
    /// Cores.
    pub cpu: Option<u32>,
    /// Megabytes of memory.
    pub memory: Option<u32>,
    /// Gigabytes of disk.
    pub disk: Option<u32>,
    /// GPUs: none or one.
    pub gpu: Option<u32>,
    /// Machines.
    pub machines: Option<u32>,
}

/// What some subjects take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Takes {
    /// The chapter's configuration, with what it adds for each.
    pub full: Hardware,
    /// The sections' own smaller figures.
    pub lean: Hardware,
    /// Whether a GPU is wished for.
    pub gpu: bool,
}

/// How well a lab suits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It lacks something that even the smaller figures ask for.
    Short,
    /// Enough for the sections' own smaller figures.
    Tight,
    /// Enough for the chapter's configuration.
    Enough,
}

/// Whether a lab can run something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// How well what is known of the lab suits; none when nothing is.
    pub fit: Option<Fit>,
    /// What is missing for the next fit up, and how much of it.
    pub missing: Vec<(Resource, u32)>,
    /// What is not known of the lab and could make it worse.
    pub unknown: Vec<Resource>,
}

impl Trial {
    /// Whether the lab suits for certain, be it tightly.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.unknown.is_empty() && matches!(self.fit, Some(Fit::Tight | Fit::Enough))
    }
}

/// What a person said of their lab.
#[must_use]
pub fn owned(content: &Content, answers: &Answers) -> Owned {
    let asks = content.guide.asks;
    let amount = |question| amount(content, answers, question);
    Owned {
        cpu: amount(asks.cpu),
        memory: amount(asks.memory),
        disk: amount(asks.disk),
        gpu: amount(asks.gpu),
        machines: amount(asks.machines),
    }
}

/// The amount an answer stands for.
pub(super) fn amount(content: &Content, answers: &Answers, question: QuestionId) -> Option<u32> {
    match answers.get(question)? {
        Answer::Choice(choice) => content.question(question)?.choice(choice.0).map(|choice| choice.amount),
        _ => None,
    }
}

impl Takes {
    /// What one subject takes.
    #[must_use]
    pub const fn of(lab: &Lab) -> Self {
        Self { full: lab.full, lean: lab.lean, gpu: lab.gpu }
    }

    /// What some subjects take one after the other: the largest of each. None for no subject that is tried.
    #[must_use]
    pub fn one_at_a_time(content: &Content, subjects: &[Subject]) -> Option<Self> {
        Self::together(content, subjects, Hardware::max, Hardware::max)
    }

    /// What some subjects take at once: the sum of what each adds to one cluster. None for no subject that is tried.
    #[must_use]
    pub fn at_once(content: &Content, subjects: &[Subject]) -> Option<Self> {
        let (base, lean) = (content.guide.base, content.guide.lean);
        let sum =
            Self::together(content, subjects, |one, other| one.with(other, base), |one, other| one.with(other, lean))?;
        // Some smaller figures are whole configurations: added up, they may pass what the chapter counts.
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

/// Whether a lab can run what some subjects take.
#[must_use]
pub fn trial(takes: Takes, owned: Owned) -> Trial {
    let mut trial = Trial { fit: None, missing: Vec::new(), unknown: Vec::new() };
    for resource in Resource::ALL {
        let (full, lean, has) = match resource {
            Resource::Cpu => (takes.full.cpu, takes.lean.cpu, owned.cpu),
            Resource::Memory => (takes.full.memory, takes.lean.memory, owned.memory),
            Resource::Disk => (takes.full.disk, takes.lean.disk, owned.disk),
            // Wished for, never required.
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
        // What is short stays short whatever the rest.
        Some(Fit::Short) => trial.unknown.clear(),
        // A GPU that is not there makes a lab tight, no worse.
        Some(Fit::Tight) => trial.unknown.retain(|resource| *resource != Resource::Gpu),
        Some(Fit::Enough) | None => {}
    }
    trial
}

/// How much of the prerequisites is mastered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// How many were asked about and answered.
    pub n_asked: usize,
    /// Those that are lacking: question and box.
    pub lacking: Vec<(QuestionId, u8)>,
}

/// What a person said of the prerequisites; none when they said nothing.
#[must_use]
pub fn known(content: &Content, answers: &Answers) -> Option<Known> {
    let mut known = Known { n_asked: 0, lacking: Vec::new() };
    for code in content.guide.asks.prerequisites {
        if let (Some(question), Some(Answer::Ticks(_))) = (content.question(code), answers.get(code)) {
            let ticked = boxes(answers, code);
            known.n_asked += question.choices.len();
            let lacking = question.choices.iter().filter(|choice| ticked & 1 << choice.code == 0);
            known.lacking.extend(lacking.map(|choice| (code, choice.code)));
        }
    }
    (known.n_asked > 0).then_some(known)
}
