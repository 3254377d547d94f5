//! What to read and try, and how deep, in the time there is and on the lab there is.

use super::choose::{N_SUBJECTS, choose, profile};
use super::lab::{Fit, Takes, amount, owned, trial};
use crate::content::{Content, Priority, Subject};
use crate::domain::Answers;

/// A subject to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The subject.
    pub subject: Subject,
    /// How much the profile should read it: apart from fit.
    pub priority: Option<Priority>,
    /// How deep the time and the lab allow, by position among the guide's levels; none when there is no time left for it,
    /// or when the time is not known.
    pub level: Option<usize>,
    /// Whether the lab is too small to go deeper than reading.
    pub is_short: bool,
}

impl Reading {
    /// Whether one can go deeper than reading: there is nothing to install in 25.7.
    fn can_be_tried(&self) -> bool {
        !self.is_short && self.subject != Subject::Trends
    }
}

/// What to read, first things first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// The subjects.
    pub readings: Vec<Reading>,
    /// The time there is, in minutes; none when it is not known.
    pub minutes: Option<u32>,
    /// The longest that the levels allowed take together, in minutes.
    pub used: u32,
}

impl Plan {
    /// The subjects to try in the lab: those that go deeper than a first reading, or would if there were time.
    #[must_use]
    pub fn tried(&self) -> Vec<Subject> {
        let is_tried = |reading: &&Reading| match self.minutes {
            Some(_) => reading.level > Some(0),
            None => reading.can_be_tried(),
        };
        self.readings.iter().filter(is_tried).take(N_SUBJECTS).map(|reading| reading.subject).collect()
    }
}

/// The time there is, in minutes; none when it is not known.
#[must_use]
pub fn minutes(content: &Content, answers: &Answers) -> Option<u32> {
    amount(content, answers, content.guide.asks.time)
}

/// Plans: the chosen subjects first, then the profile's, in the chapter's order of priority.
///
/// Each in turn gets the deepest level whose longest time still fits: the second for two subjects at most, and only where the
/// lab is not too small; else the first. The third takes days or weeks: it fits no such time.
#[must_use]
pub fn plan(content: &Content, answers: &Answers) -> Plan {
    let mut plan = Plan { minutes: minutes(content, answers), ..Plan::default() };
    let person = profile(content, answers);
    let chosen = choose(content, answers);
    let owned = owned(content, answers);
    let picked = chosen.picks.iter().map(|pick| pick.subject);
    let advised = person.into_iter().flat_map(|profile| {
        let suggested = profile.suggestions.iter().map(|suggestion| suggestion.subject);
        profile.priorities.iter().map(|(subject, _)| *subject).chain(suggested)
    });
    let trends = chosen.trends.then_some(Subject::Trends);
    for subject in picked.chain(advised).chain(trends).chain(chosen.later.iter().map(|pick| pick.subject)) {
        if plan.readings.iter().all(|reading| reading.subject != subject) {
            let lab = content.topic_of(subject).map(|topic| trial(Takes::of(&topic.lab), owned));
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
