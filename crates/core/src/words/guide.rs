//! The sentences of the guide: hardware, prerequisites, priorities, durations and tools.

use super::Words;
use crate::content::{Hardware, Label, Level, Maturity, Priority, Subject, Tool};
use crate::domain::QuestionId;
use crate::engine::{Fit, KnownPrerequisites, Need, Resource, Trial};

/// The number of megabytes in a gigabyte, in decimal units.
const MB_PER_GB: u32 = 1000;
/// The maximum number of missing prerequisites that are listed one by one.
const MAX_LISTED: usize = 4;

impl<'a> Words<'a> {
    /// A subject's name.
    #[must_use]
    pub fn subject(self, subject: Subject) -> &'a str {
        self.content.subject(subject).1.get(self.lang)
    }

    /// The names of some subjects, as a list in a sentence.
    #[must_use]
    pub fn subjects(self, subjects: impl Iterator<Item = Subject>) -> String {
        let names: Vec<String> = subjects.map(|subject| self.subject(subject).to_owned()).collect();
        self.list(&names, Label::And)
    }

    /// The need that a chosen subject answers.
    #[must_use]
    pub fn need(self, need: Need) -> &'a str {
        self.label(match need {
            Need::Now => Label::PickNow,
            Need::Organisation => Label::PickOrganisation,
            Need::Later => Label::PickLater,
            Need::Curiosity => Label::PickCuriosity,
        })
    }

    /// The reading priority of a subject.
    #[must_use]
    pub fn priority(self, priority: Priority) -> String {
        let label = match priority {
            Priority::High => Label::PriorityHigh,
            Priority::Medium => Label::PriorityMedium,
            Priority::Context => Label::PriorityContext,
            Priority::Optional => Label::PriorityOptional,
        };
        self.fill(Label::PriorityLine, &[("priority", self.label(label))])
    }

    /// An amount of a resource, with its unit: cores, megabytes of memory or gigabytes of disk.
    #[must_use]
    pub fn resource(self, resource: Resource, amount: u32) -> String {
        let label = match resource {
            Resource::Cpu if amount == 1 => return self.label(Label::Core).to_owned(),
            Resource::Cpu => return self.fill(Label::Cores, &[("n", &amount.to_string())]),
            Resource::Memory => Label::Memory,
            Resource::Disk => return self.fill(Label::Disk, &[("n", &self.megabytes(amount * MB_PER_GB))]),
            Resource::Gpu => return self.label(Label::Gpu).to_owned(),
        };
        self.fill(label, &[("n", &self.megabytes(amount))])
    }

    /// A number of megabytes in the unit people use: 300 MB, 8 GB, 2.3 GB.
    fn megabytes(self, megabytes: u32) -> String {
        let (whole, tenths) = (megabytes / MB_PER_GB, megabytes % MB_PER_GB / (MB_PER_GB / 10));
        match (whole, tenths) {
            (0, _) => self.fill(Label::Megabytes, &[("n", &megabytes.to_string())]),
            (_, 0) => self.fill(Label::Gigabytes, &[("n", &whole.to_string())]),
            _ => self.fill(Label::Gigabytes, &[("n", &format!("{whole}{}{tenths}", self.label(Label::DecimalMark)))]),
        }
    }

    /// A hardware configuration.
    #[must_use]
    pub fn hardware(self, hardware: Hardware, gpu: bool) -> String {
        let mut items = vec![
            self.resource(Resource::Cpu, hardware.cpu),
            self.resource(Resource::Memory, hardware.memory),
            self.resource(Resource::Disk, hardware.disk),
        ];
        if gpu {
            items.push(self.label(Label::LabGpuWished).to_owned());
        }
        items.join(", ")
    }

    /// The missing resources of a lab.
    #[must_use]
    pub fn missing(self, trial: &Trial) -> String {
        let items: Vec<String> =
            trial.missing.iter().map(|(resource, amount)| self.resource(*resource, *amount)).collect();
        self.list(&items, Label::And)
    }

    /// The result of comparing a lab with a need, in one or two sentences.
    #[must_use]
    pub fn trial(self, trial: &Trial) -> String {
        let values = [("missing", &*self.missing(trial))];
        let known = match trial.fit {
            Some(Fit::Enough) => self.label(Label::LabEnough).to_owned(),
            Some(Fit::Tight) => self.fill(Label::LabTight, &values),
            Some(Fit::Short) => self.fill(Label::LabShort, &values),
            None => return self.fill(Label::LabUnknown, &[("list", &self.unknown(trial))]),
        };
        if trial.unknown.is_empty() {
            return known;
        }
        let partly = self.fill(Label::LabPartly, &[("list", &self.unknown(trial))]);
        format!("{known} {partly}")
    }

    /// The unknown resources of a lab.
    fn unknown(self, trial: &Trial) -> String {
        let named = |resource: &Resource| {
            self.label(match resource {
                Resource::Cpu => Label::TheCpu,
                Resource::Memory => Label::TheMemory,
                Resource::Disk => Label::TheDisk,
                Resource::Gpu => Label::TheGpu,
            })
            .to_owned()
        };
        let unknown: Vec<String> = trial.unknown.iter().map(named).collect();
        self.list(&unknown, Label::And)
    }

    /// The prerequisites that a person has and lacks, in one sentence.
    #[must_use]
    pub fn known(self, known: Option<&KnownPrerequisites>) -> String {
        let Some(known) = known else {
            return self.label(Label::KnownNothing).to_owned();
        };
        let total = known.n_asked.to_string();
        if known.missing.is_empty() {
            return self.fill(Label::KnownAll, &[("total", &total)]);
        }
        // A short list names each prerequisite; a long one names their groups.
        let lacks = |boxes: u16, of: QuestionId| {
            known.missing.iter().any(|(question, code)| *question == of && boxes & 1 << code != 0)
        };
        let named: Vec<String> = if known.missing.len() > MAX_LISTED {
            let groups = self.content.guide.groups.iter().filter(|group| lacks(group.boxes, group.question));
            groups.map(|group| group.label.get(self.lang).to_owned()).collect()
        } else {
            let choice = |(question, code): &(QuestionId, u8)| self.content.question(*question)?.choice(*code);
            known.missing.iter().filter_map(choice).map(|choice| choice.label.get(self.lang).to_owned()).collect()
        };
        let list = self.series(&named);
        let values = [("n", &*known.missing.len().to_string()), ("total", &*total), ("list", &*list)];
        self.fill(Label::KnownLacks, &values)
    }

    /// A level of depth, with its duration and its goal.
    #[must_use]
    pub fn level(self, level: &Level) -> String {
        let (name, time, goal) = (level.name.get(self.lang), level.time.get(self.lang), level.goal.get(self.lang));
        let values = [("level", name), ("time", time), ("goal", goal)];
        self.fill(Label::PlanLevel, &values)
    }

    /// A duration given in minutes.
    #[must_use]
    pub fn duration(self, minutes: u32) -> String {
        let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
        match (minutes / 60, minutes % 60) {
            (0, _) => self.fill(Label::Minutes, &[("n", &rest)]),
            (1, 0) => self.label(Label::OneHour).to_owned(),
            (_, 0) => self.fill(Label::Hours, &[("n", &hours)]),
            _ => self.fill(Label::HoursMinutes, &[("h", &hours), ("m", &rest)]),
        }
    }

    /// The CNCF maturity level of a tool, with its date.
    #[must_use]
    pub fn maturity(self, tool: &Tool) -> String {
        let label = match tool.maturity {
            Maturity::Graduated => Label::CncfGraduated,
            Maturity::Incubating => Label::CncfIncubating,
            Maturity::Sandbox => Label::CncfSandbox,
            Maturity::Archived => Label::CncfArchived,
            Maturity::Outside => Label::CncfOutside,
        };
        self.fill(label, &[("date", &self.date(tool.since))])
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::domain::Lang;
    use crate::engine::Resource;
    use crate::test_content;

    #[test]
    fn amounts_have_the_usual_unit() {
        let [fr, en] = [Lang::Fr, Lang::En].map(|lang| Words::new(test_content::content(), lang));
        assert_eq!(fr.resource(Resource::Memory, 2300), "2,3\u{a0}Go de mémoire");
        assert_eq!(en.resource(Resource::Memory, 2300), "2.3\u{a0}GB of memory");
        assert_eq!(fr.resource(Resource::Memory, 300), "300\u{a0}Mo de mémoire");
        assert_eq!(fr.resource(Resource::Disk, 100), "100\u{a0}Go de disque");
        assert_eq!(
            (fr.resource(Resource::Cpu, 1), fr.resource(Resource::Cpu, 2)),
            ("un cœur".into(), "2\u{a0}cœurs".into())
        );
    }

    #[test]
    fn a_duration_has_no_empty_part() {
        let words = Words::new(test_content::content(), Lang::Fr);
        let durations = [30, 60, 240, 270].map(|minutes| words.duration(minutes));
        assert_eq!(durations, ["30\u{a0}minutes", "une heure", "4\u{a0}heures", "4\u{a0}h 30"]);
    }
}
