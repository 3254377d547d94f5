//! Runs the journeys, a few at a time. Each worker has its own browsers.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow, ensure};
use tokio::task::{JoinSet, LocalSet, spawn_local};

use super::cli::Options;
use super::engine;
use super::journey::Journey;
use super::pool::Pool;
use super::prelude::dist;
use super::queue::{Case, Queue, Times};
use super::report::{self, Done};
use super::session::Session;

/// Longer than any journey needs: one that hangs fails.
const JOURNEY_WITHIN: Duration = Duration::from_secs(120);

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
    let queue = Rc::new(RefCell::new(Queue::new(cases)));
    let (mut done, mut starts) = (Vec::new(), (0, Duration::ZERO));
    LocalSet::new()
        .run_until(async {
            let mut workers = JoinSet::new();
            for _ in 0..options.n_jobs.max(1) {
                workers.spawn_local(work(Rc::clone(&queue)));
            }
            while let Some(worker) = workers.join_next().await {
                let (of_worker, (n_starts, starting)) = worker?;
                done.extend(of_worker);
                starts = (starts.0 + n_starts, starts.1 + starting);
            }
            anyhow::Ok(())
        })
        .await?;
    let passed = done.iter().filter(|done: &&Done| done.failure.is_none());
    Times::load().keep(passed.map(|done| (done.name.clone(), done.time)));
    Ok(report::summary(&done, n_filtered, starts, started.elapsed()))
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

/// Runs journeys until none is left.
async fn work(queue: Rc<RefCell<Queue>>) -> (Vec<Done>, (usize, Duration)) {
    let pool = Rc::new(Pool::default());
    let (mut done, mut group) = (Vec::new(), None);
    loop {
        let next = queue.borrow_mut().next(&mut group);
        let Some(case) = next else { break };
        let (name, engine, started) = (case.name.clone(), case.engine, Instant::now());
        let own_pool = Rc::clone(&pool);
        // A task of its own: a panic ends the journey and not the worker.
        let outcome = spawn_local(async move { run_case(&own_pool, &case).await }).await;
        let failure = outcome.map_err(|panic| anyhow!("{panic}")).flatten().err();
        let ended = Done { name, engine, time: started.elapsed(), failure };
        report::line(&ended);
        done.push(ended);
    }
    pool.close();
    (done, pool.starts())
}

async fn run_case(pool: &Rc<Pool>, case: &Case) -> Result<()> {
    let session = Session::start(pool, case.engine, case.place, case.journey.setup, &case.name).await?;
    let outcome = match tokio::time::timeout(JOURNEY_WITHIN, (case.journey.run)(&session)).await {
        Ok(Ok(())) => session.holds().await,
        Ok(Err(error)) => match session.errors().await {
            Ok(errors) if !errors.is_empty() => Err(error.context(format!("after page errors {errors:?}"))),
            _ => Err(error),
        },
        Err(_) => Err(anyhow!("not done within {JOURNEY_WITHIN:?}")),
    };
    session.close(outcome).await
}

/// The folder for pictures and for files of one run.
pub fn output_folder() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target"), PathBuf::from)
        .join("e2e")
}
