//! Plans what to read and try, and how deeply, from the available time and lab.

use super::choose::{N_SUBJECTS, choose, profile};
use super::lab::{Fit, LabNeed, amount, owned_lab, trial};
use crate::content::{Content, Priority, Subject};
use crate::domain::Answers;

/// A subject to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The subject.
    pub subject: Subject,
    /// The profile's reading priority. It says nothing about fit.
    pub priority: Option<Priority>,
    /// The deepest level that the time and the lab allow, by position in the guide's levels. None when no time is left, or when
    /// the time is unknown.
    pub level: Option<usize>,
    /// Whether the lab is too small to try the subject.
    pub is_short: bool,
}

impl Reading {
    /// Whether the subject can be tried in the lab. Section 25.7 has nothing to install.
    fn can_be_tried(&self) -> bool {
        !self.is_short && self.subject != Subject::Trends
    }
}

/// A reading plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The subjects, the most important first.
    pub readings: Vec<Reading>,
    /// The available time, in minutes; none when it is unknown.
    pub minutes: Option<u32>,
    /// The total time of the planned levels, in minutes, at the longest estimate of each.
    pub used: u32,
}

impl Plan {
    /// The subjects to try in the lab: those planned deeper than a first reading. When the time is unknown, those that could be.
    #[must_use]
    pub fn tried(&self) -> Vec<Subject> {
        let is_tried = |reading: &&Reading| match self.minutes {
            Some(_) => reading.level > Some(0),
            None => reading.can_be_tried(),
        };
        self.readings.iter().filter(is_tried).take(N_SUBJECTS).map(|reading| reading.subject).collect()
    }
}

/// The available time, in minutes; none when it is unknown.
#[must_use]
pub fn minutes(content: &Content, answers: &Answers) -> Option<u32> {
    amount(content, answers, content.guide.questions.time)
}

/// Plans the reading: the chosen subjects first, then those of the profile, in the chapter's order of priority.
///
/// Each subject in turn gets the deepest level whose longest time still fits. At most two subjects get the second level, and
/// only if the lab is large enough; the others get the first. The third level takes days or weeks and is never planned.
#[must_use]
pub fn plan(content: &Content, answers: &Answers) -> Plan {
    let mut plan = Plan { minutes: minutes(content, answers), ..Plan::default() };
    let person = profile(content, answers);
    let chosen = choose(content, answers);
    let owned = owned_lab(content, answers);
    let picked = chosen.picks.iter().map(|pick| pick.subject);
    let advised = person.into_iter().flat_map(|profile| {
        let suggested = profile.suggestions.iter().map(|suggestion| suggestion.subject);
        profile.priorities.iter().map(|(subject, _)| *subject).chain(suggested)
    });
    let trends = chosen.trends.then_some(Subject::Trends);
    for subject in picked.chain(advised).chain(trends).chain(chosen.later.iter().map(|pick| pick.subject)) {
        if plan.readings.iter().all(|reading| reading.subject != subject) {
            let lab = content.topic_of(subject).map(|topic| trial(LabNeed::of(&topic.lab), owned));
            let is_short = lab.is_some_and(|trial| trial.fit == Some(Fit::Short));
            plan.readings.push(Reading {
                subject,
                priority: person.and_then(|profile| profile.priority(subject)),
                level: None,
                is_short,
            });
        }
    }
    let Some(budget) = plan.minutes else {
        return plan;
    };
    let minutes = |level: usize| content.guide.levels.get(level).and_then(|level| level.minutes);
    let mut n_deep = 0;
    for reading in &mut plan.readings {
        let deepest = usize::from(reading.can_be_tried() && n_deep < N_SUBJECTS);
        let fitting = (0..=deepest).rev().find_map(|level| {
            let used = plan.used + minutes(level)?;
            (used <= budget).then_some((level, used))
        });
        if let Some((level, used)) = fitting {
            plan.used = used;
            n_deep += level;
            reading.level = Some(level);
        }
    }
    plan
}
