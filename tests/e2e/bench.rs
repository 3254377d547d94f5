//! `cargo xtask bench --browser`: how long a flipped answer takes, from the change of a list to the new result, and what frames
//! cost: how fast one starts, and ten of them on one page.
//!
//! It is a bench and not a test, since machines differ. Chromium with a slower processor represents a phone.

pub mod builds;
mod frames;
mod room;

use std::rc::Rc;

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::domain::Lang;
use serde_json::Value;

use crate::harness::engine::Engine;
use crate::harness::journey::{Place, Setup};
use crate::harness::pool::Pool;
use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::situation::{example, keep};

/// How much slower than this machine a phone is.
const SLOWER: u32 = 4;
/// How often every answer of every result is flipped: the middle time is kept, since a machine does other things too.
const ROUNDS: usize = 5;
/// One frame of a screen that shows sixty a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// A worked situation of each technology.
const RESULTS: &[(&str, &str)] = &[
    ("service-mesh", "bank-forty-services"),
    ("serverless", "saas-sporadic-traffic"),
    ("operators", "platform-team-databases"),
    ("multi-cluster", "retailer-three-regions"),
    ("edge", "factory-poor-link"),
    ("machine-learning", "small-data-team"),
];

/// What is measured of a flip, in the order of `flips.js`.
const PARTS: [&str; 5] = [
    "explain it and draw it",
    "  of that, in the wasm and its JS glue",
    "  of that, parsing new HTML",
    "then style it and lay it out",
    "all of it",
];

/// The times of one flip, in milliseconds.
type Flip = [f64; PARTS.len()];

/// Measures and prints.
///
/// # Errors
/// When Chromium cannot start, or flipping does not redraw.
pub async fn run() -> Result<()> {
    ensure!(RESULTS.len() == bundled::content().topics.len(), "a technology is not measured");
    let session = open(Setup::at("#/fr"), "bench").await?;
    println!(
        "Chromium, the single file; every answer of six results flipped and back, middle time of {ROUNDS}; milliseconds"
    );
    let mut slowed = Vec::new();
    for slower in [1, SLOWER] {
        let mut all: Vec<Flip> = Vec::new();
        println!(
            "{}",
            if slower == 1 { "as it is".to_owned() } else { format!("processor slowed down {slower} times") }
        );
        for (topic, situation) in RESULTS {
            let flips = flips(&session, topic, situation, slower).await?;
            let name = bundled::content().topic(topic).map_or(*topic, |topic| topic.name.get(Lang::En));
            print(&format!("{name}, {} flips", flips.len()), &flips, 0);
            all.extend(flips);
        }
        println!("all, {} flips", all.len());
        for (part, what) in PARTS.into_iter().enumerate() {
            print(what, &all, part);
        }
        slowed = all;
    }
    session.close(Ok(())).await?;
    frames::run().await?;
    room::run().await?;
    for (what, part) in [("explaining a result and redrawing it", 0), ("with its layout", 4)] {
        let [median, _, worst] = spread(&slowed, part);
        for (which, time) in [("median", median), ("worst", worst)] {
            let verdict = if time <= FRAME { "within a frame" } else { "OVER a frame" };
            println!(
                "{what}, {SLOWER} times slower, {which}: {:.2} of a frame of {FRAME:.1} ms, {verdict}",
                time / FRAME
            );
        }
    }
    Ok(())
}

/// Opens the single file in a browser of its own.
async fn open(setup: Setup, name: &str) -> Result<Session> {
    Session::start(&Rc::new(Pool::default()), Engine::Chromium, Place::File, setup, name).await
}

/// Flips every answer of a situation's result.
async fn flips(session: &Session, topic: &str, situation: &str, slower: u32) -> Result<Vec<Flip>> {
    keep(session, &example(situation)?).await?;
    Page::of(session).go(&format!("#/fr/verdict/{topic}")).await?;
    session.slow_down(slower).await?;
    let mut rounds: Vec<Vec<Flip>> = Vec::new();
    for _ in 0..ROUNDS {
        let measured = session.script(include_str!("bench/flips.js")).await?;
        ensure!(measured["late"] == 0, "{} flips of {topic} were drawn later than measured", measured["late"]);
        ensure!(measured["looks"].as_u64() > Some(2), "flipping the answers of {topic} shows nothing");
        let flips = measured["flips"].as_array().context("nothing was measured")?;
        let time = |flip: &Value, part: usize| flip[part].as_f64().unwrap_or(f64::NAN);
        rounds.push(flips.iter().map(|flip| std::array::from_fn(|part| time(flip, part))).collect());
    }
    session.slow_down(1).await?;
    let n_flips = rounds.iter().map(Vec::len).min().unwrap_or(0);
    Ok((0..n_flips).map(|flip| std::array::from_fn(|part| middle(&rounds, flip, part))).collect())
}

/// The middle time of a part over the rounds of one flip.
fn middle(rounds: &[Vec<Flip>], flip: usize, part: usize) -> f64 {
    let mut times: Vec<f64> = rounds.iter().filter_map(|round| Some(round.get(flip)?[part])).collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The median, the 95th percentile and the worst of a part.
fn spread(flips: &[Flip], part: usize) -> [f64; 3] {
    let mut times: Vec<f64> = flips.iter().map(|flip| flip[part]).collect();
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1);
    [last / 2, last * 95 / 100, last].map(|place| times.get(place).copied().unwrap_or(f64::NAN))
}

fn print(what: &str, flips: &[Flip], part: usize) {
    let [median, most, worst] = spread(flips, part);
    println!("  {what:<38} median {median:>6.2}   95% {most:>6.2}   worst {worst:>6.2}");
}
