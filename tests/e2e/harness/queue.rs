//! The order of journeys: those that can share a browser follow each other, and the longest come first.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Duration;

use super::browser::Needs;
use super::engine::Engine;
use super::journey::{Journey, Place};

/// The expected time of a journey that no run has timed, in seconds.
const USUAL: f64 = 4.0;

/// A journey in an engine and a place.
pub struct Case {
    /// Its name in the report: `chromium::site::opens_quietly`.
    pub name: String,
    /// The engine.
    pub engine: Engine,
    /// The place.
    pub place: Place,
    /// The journey.
    pub journey: &'static Journey,
}

/// The journeys that wait, in groups that can share a browser.
pub struct Queue {
    groups: Vec<Group>,
}

struct Group {
    needs: Needs,
    /// From the shortest to the longest.
    cases: Vec<Case>,
    /// How many workers have a browser for it.
    n_workers: usize,
}

impl Queue {
    /// Groups and sorts journeys by the times of the last run.
    pub fn new(cases: Vec<Case>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for case in cases {
            let needs = Needs::of(case.engine, &case.journey.setup);
            match groups.iter_mut().find(|group| group.needs == needs) {
                Some(group) => group.cases.push(case),
                None => groups.push(Group { needs, cases: vec![case], n_workers: 0 }),
            }
        }
        let times = Times::load();
        for group in &mut groups {
            group.cases.sort_by(|one, other| times.of(&one.name).total_cmp(&times.of(&other.name)));
        }
        groups.sort_by(|one, other| times.of_all(&other.cases).total_cmp(&times.of_all(&one.cases)));
        Self { groups }
    }

    /// The next journey of a worker, whose group is `current`: another of the same group, else of one that no worker has begun,
    /// else of the one with most left.
    pub fn next(&mut self, current: &mut Option<usize>) -> Option<Case> {
        if let Some(group) = current.and_then(|idx| self.groups.get_mut(idx)) {
            if let Some(case) = group.cases.pop() {
                return Some(case);
            }
            group.n_workers -= 1;
        }
        let waiting = || self.groups.iter().enumerate().filter(|(_, group)| !group.cases.is_empty());
        let free = waiting().find(|(_, group)| group.n_workers == 0);
        let best = free.or_else(|| waiting().max_by_key(|(_, group)| group.cases.len()));
        *current = best.map(|(idx, _)| idx);
        let group = self.groups.get_mut((*current)?)?;
        group.n_workers += 1;
        group.cases.pop()
    }
}

/// How long each journey took the last time it passed, in seconds.
pub struct Times(HashMap<String, f64>);

impl Times {
    /// Those of earlier runs; none when there was no run.
    pub fn load() -> Self {
        let text = std::fs::read_to_string(file()).unwrap_or_default();
        let line = |line: &str| {
            let (name, seconds) = line.split_once(' ')?;
            Some((name.to_owned(), seconds.parse().ok()?))
        };
        Self(text.lines().filter_map(line).collect())
    }

    /// Adds those of a run, and keeps all for the next one.
    pub fn keep(mut self, run: impl Iterator<Item = (String, Duration)>) {
        self.0.extend(run.map(|(name, time)| (name, time.as_secs_f64())));
        let mut lines: Vec<String> = self.0.iter().map(|(name, seconds)| format!("{name} {seconds:.2}\n")).collect();
        lines.sort();
        // Without them the next run has another order, and nothing else.
        let _ = std::fs::write(file(), lines.concat());
    }

    fn of(&self, name: &str) -> f64 {
        self.0.get(name).copied().unwrap_or(USUAL)
    }

    fn of_all(&self, cases: &[Case]) -> f64 {
        cases.iter().map(|case| self.of(&case.name)).sum()
    }
}

fn file() -> PathBuf {
    super::runner::output_folder().join("times.txt")
}
