//! What frames cost: the start of one beside the start of the app alone, then ten of them on one page.

use anyhow::{Context, Result, ensure};

use crate::harness::journey::Setup;
use crate::harness::session::Session;

/// How often each start is measured; the middle one is kept.
const STARTS: usize = 9;
const N_FRAMES: u16 = 10;

/// Measures and prints.
///
/// # Errors
/// When Chromium cannot start, or a frame does not answer.
pub async fn run() -> Result<()> {
    let setup = Setup { viewport: Some((1300, 760)), ..Setup::at("#/fr/question/edge") };
    let session = super::open(setup, "bench-frames").await?;
    let outcome = measure(&session).await;
    session.close(outcome).await
}

async fn measure(session: &Session) -> Result<()> {
    println!("Frames, Chromium, the single file; start: from the page being asked for to the app ready, milliseconds");
    let (mut alone, mut framed) = (Vec::new(), Vec::new());
    // One after the other, so that a busy moment of the machine touches both.
    for _ in 0..STARTS {
        session.reload().await?;
        alone.push(ready_at(session).await?);
        session.open_host(&host(1)).await?;
        session.enter(0).await?;
        framed.push(ready_at(session).await?);
        session.leave().await?;
        session.open("#/fr/question/edge").await?;
    }
    let (alone, framed) = (median(alone), median(framed));
    println!("  alone {alone:>6.0}   in a frame {framed:>6.0}   ratio {:.2}", framed / alone);
    let mut memory = Vec::new();
    for n_frames in [0, 1, N_FRAMES] {
        session.open_host(&host(n_frames)).await?;
        for frame in 0..n_frames {
            session.enter(frame).await?;
        }
        let last = if n_frames == 0 { 0.0 } else { ready_at(session).await? };
        session.leave().await?;
        memory.push(session.memory().unwrap_or(0));
        if n_frames > 1 {
            session.enter(n_frames - 1).await?;
            let answered = answered(session).await?;
            println!(
                "  {n_frames} on one page: the last is ready after {last:.0}; an answer in it is drawn within {answered:.1}"
            );
        }
    }
    session.leave().await?;
    session.forget_requests();
    #[allow(clippy::cast_precision_loss, reason = "megabytes")]
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    let [none, one, ten] = [0, 1, 2].map(|place| megabytes(memory.get(place).copied().unwrap_or(0)));
    println!("  the browser's memory: {none:.0} MB without a frame, {one:.0} with one, {ten:.0} with {N_FRAMES}");
    Ok(())
}

fn host(n_frames: u16) -> String {
    let frame = |place: u16| {
        format!(
            "<iframe name=\"f{place}\" title=\"Boussole\" src=\"{{app}}#/e/fr/edge/-\" width=\"960\" height=\"540\"></iframe>"
        )
    };
    let frames: String = (0..n_frames).map(frame).collect();
    format!("<!doctype html><html lang=\"fr\"><head><title>Frames</title></head><body>{frames}</body></html>")
}

async fn ready_at(session: &Session) -> Result<f64> {
    session.script("return window.readyAt").await?.as_f64().context("the app did not say when it was ready")
}

/// How long an answer takes to be drawn, style and layout included, in milliseconds.
async fn answered(session: &Session) -> Result<f64> {
    let script = "const before = document.querySelector('aside').innerHTML, start = performance.now();\
                  document.querySelector('main [value=none]').click();\
                  for (let n = 0; n < 64; n += 1) await null;\
                  document.body.getBoundingClientRect();\
                  return [performance.now() - start, document.querySelector('aside').innerHTML !== before]";
    let measured = session.script(&format!("return (async () => {{ {script} }})()")).await?;
    ensure!(measured[1] == true, "the answer is not drawn");
    measured[0].as_f64().context("no time")
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
