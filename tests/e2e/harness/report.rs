//! What a run prints: a line for each journey as it ends, then the failures, the slowest journeys and the time of each engine.

use std::time::Duration;

use anyhow::Error;

use super::engine::{self, Engine};

/// How many of the slowest journeys are named.
const N_SLOWEST: usize = 10;

/// A journey that ran.
pub struct Done {
    /// Its name.
    pub name: String,
    /// Its engine.
    pub engine: Engine,
    /// How long it took, with the time that its browser took to start or to be prepared.
    pub time: Duration,
    /// Why it failed.
    pub failure: Option<Error>,
}

/// The line of one journey.
pub fn line(done: &Done) {
    let word = if done.failure.is_none() { "ok" } else { "FAILED" };
    println!("test {} ... {word} <{:.1}s>", done.name, done.time.as_secs_f64());
    if let Some(error) = &done.failure {
        eprintln!("    {error:#}");
    }
}

/// The end of the report; true when all passed.
pub fn summary(done: &[Done], n_filtered: usize, starts: (usize, Duration), time: Duration) -> bool {
    let failures: Vec<(&str, &Error)> =
        done.iter().filter_map(|done| Some((&*done.name, done.failure.as_ref()?))).collect();
    if !failures.is_empty() {
        println!("\nfailures:\n");
        for (name, error) in &failures {
            println!("---- {name} ----\n{error:#}\n");
        }
        println!("failures:");
        for (name, _) in &failures {
            println!("    {name}");
        }
    }
    slowest(done);
    engines(done, starts);
    println!(
        "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {n_filtered} filtered out; finished in {:.2}s\n",
        if failures.is_empty() { "ok" } else { "FAILED" },
        done.len() - failures.len(),
        failures.len(),
        time.as_secs_f64(),
    );
    failures.is_empty()
}

fn slowest(done: &[Done]) {
    let mut by_time: Vec<&Done> = done.iter().collect();
    by_time.sort_by_key(|done| std::cmp::Reverse(done.time));
    println!("\nslowest journeys:");
    for done in by_time.iter().take(N_SLOWEST) {
        println!("{:>7.1}s  {}", done.time.as_secs_f64(), done.name);
    }
}

fn engines(done: &[Done], (n_starts, starting): (usize, Duration)) {
    println!("\ntime of each engine, several journeys at once:");
    for engine in engine::ALL {
        let times: Vec<Duration> = done.iter().filter(|done| done.engine == *engine).map(|done| done.time).collect();
        let total: Duration = times.iter().sum();
        println!("{:>7.1}s  {}, {} journeys", total.as_secs_f64(), engine.name(), times.len());
    }
    println!("{:>7.1}s  of these to start {n_starts} browsers", starting.as_secs_f64());
}
