//! Runs the journeys, a few at a time, and reports like Rust's own test runner.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, ensure};
use tokio::sync::Semaphore;
use tokio::task::{JoinSet, LocalSet};

use super::cli::Options;
use super::engine::{self, Engine};
use super::journey::{Journey, Place};
use super::process::Screen;
use super::session::{Session, dist};

/// Longer than any journey needs; what hangs is told rather than waited for.
const JOURNEY_WITHIN: Duration = Duration::from_secs(120);

struct Case {
    name: String,
    engine: Engine,
    place: Place,
    journey: &'static Journey,
}

/// Runs what the options select; true when all of it passed.
///
/// # Errors
/// When nothing can run at all.
pub async fn run(options: &Options, journeys: &'static [Journey]) -> Result<bool> {
    let (cases, n_filtered) = select(options, journeys);
    if options.list {
        for case in &cases {
            println!("{}: test", case.name);
        }
        println!("\n{} tests, 0 benchmarks", cases.len());
        return Ok(true);
    }
    ensure!(dist().join("boussole.html").exists(), "there is no build to test: run `cargo xtask build`");
    std::fs::create_dir_all(output_folder())?;
    println!("\nrunning {} tests", cases.len());
    let started = Instant::now();
    let permits = Arc::new(Semaphore::new(options.n_jobs.max(1)));
    let local = LocalSet::new();
    let failures = local
        .run_until(async move {
            let mut running = JoinSet::new();
            for case in cases {
                let permits = Arc::clone(&permits);
                running.spawn_local(async move {
                    let _permit = permits.acquire_owned().await;
                    let started = Instant::now();
                    let outcome = run_case(&case).await;
                    report(&case.name, &outcome, started.elapsed());
                    (case.name, outcome.err())
                });
            }
            let mut failures = Vec::new();
            let mut n_run = 0;
            while let Some(done) = running.join_next().await {
                n_run += 1;
                match done {
                    Ok((_, None)) => {}
                    Ok((name, Some(error))) => failures.push((name, error)),
                    Err(panicked) => failures.push(("a journey".to_owned(), anyhow!("{panicked}"))),
                }
            }
            (failures, n_run)
        })
        .await;
    Ok(summary(&failures.0, failures.1, n_filtered, started.elapsed()))
}

fn select(options: &Options, journeys: &'static [Journey]) -> (Vec<Case>, usize) {
    let mut cases = Vec::new();
    let mut n_all = 0;
    for engine in engine::ALL {
        for journey in journeys.iter().filter(|journey| journey.setup.suits(*engine)) {
            for place in journey.places.of(*engine) {
                n_all += 1;
                let name = format!("{}::{}::{}", engine.name(), place.name(), journey.name);
                let named = options.names.is_empty() || options.names.iter().any(|filter| name.contains(filter));
                let asked = options.engines.is_empty() || options.engines.contains(engine);
                if named && asked {
                    cases.push(Case { name, engine: *engine, place: *place, journey });
                }
            }
        }
    }
    let n_filtered = n_all - cases.len();
    (cases, n_filtered)
}

async fn run_case(case: &Case) -> Result<()> {
    // A screen for each: on one, the window of another journey would take the focus away.
    let screen = (case.engine == Engine::Webkit).then(Screen::find).transpose()?;
    let display = screen.as_ref().map(|screen| screen.display.as_str()).unwrap_or_default();
    let session = tokio::time::timeout(
        JOURNEY_WITHIN,
        Session::start(case.engine, case.place, case.journey.setup, display, &case.name),
    )
    .await
    .context("the browser did not start in time")??;
    let outcome = match tokio::time::timeout(JOURNEY_WITHIN, (case.journey.run)(&session)).await {
        Ok(Ok(())) => session.holds().await,
        Ok(Err(error)) => match session.errors().await {
            Ok(errors) if !errors.is_empty() => Err(error.context(format!("after page errors {errors:?}"))),
            _ => Err(error),
        },
        Err(_) => Err(anyhow!("not done within {JOURNEY_WITHIN:?}")),
    };
    if outcome.is_err() {
        session.picture(&case.name).await;
    }
    session.quit().await;
    outcome
}

fn report(name: &str, outcome: &Result<()>, duration: Duration) {
    let word = if outcome.is_ok() { "ok" } else { "FAILED" };
    println!("test {name} ... {word} <{:.1}s>", duration.as_secs_f64());
    if let Err(error) = outcome {
        eprintln!("    {error:#}");
    }
}

fn summary(failures: &[(String, anyhow::Error)], n_run: usize, n_filtered: usize, duration: Duration) -> bool {
    if !failures.is_empty() {
        println!("\nfailures:\n");
        for (name, error) in failures {
            println!("---- {name} ----\n{error:#}\n");
        }
        println!("failures:");
        for (name, _) in failures {
            println!("    {name}");
        }
    }
    println!(
        "\ntest result: {}. {} passed; {} failed; 0 ignored; 0 measured; {n_filtered} filtered out; finished in {:.2}s\n",
        if failures.is_empty() { "ok" } else { "FAILED" },
        n_run - failures.len(),
        failures.len(),
        duration.as_secs_f64(),
    );
    failures.is_empty()
}

/// Where pictures and passing files go.
pub fn output_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from)
        .join("e2e")
}
