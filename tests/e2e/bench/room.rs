//! A room of two hundred: from the codes being pasted to the map drawn and laid out.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::harness::journey::Setup;
use crate::harness::session::Session;
use crate::pages::situation::sample_room;

const N_CODES: usize = 200;
/// How often it is measured; the middle one is kept.
const ROUNDS: usize = 9;
/// One frame of a screen that shows sixty a second, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;

/// Pastes the codes, and gives how long it took until the page was drawn, then laid out.
const PASTE: &str = "return (async () => { const field = document.querySelector('[name=room-codes]');\
    const paste = async (text) => { field.value = text; const start = performance.now();\
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));\
      for (let n = 0; n < 64; n += 1) await null;\
      document.body.getBoundingClientRect(); return performance.now() - start; };\
    await paste(''); return [await paste(arguments[0]), document.querySelectorAll('main table').length]; })()";

/// Measures and prints.
///
/// # Errors
/// When Chromium cannot start, or the map is not drawn.
pub async fn run() -> Result<()> {
    let codes: Vec<String> = sample_room("edge")?.into_iter().cycle().take(N_CODES).collect();
    let session = super::open(Setup::at("#/fr/room/edge"), "bench-room").await?;
    let [one, all] = measure(&session, &codes).await?;
    session.close(Ok(())).await?;
    println!("A room, Chromium, the single file: pasted, drawn and laid out, middle time of {ROUNDS}; milliseconds");
    println!("  one code {one:.1}   {N_CODES} codes {all:.1}   ratio {:.1}", all / one);
    println!("  {N_CODES} codes take {:.2} of a frame of {FRAME:.1} ms", all / FRAME);
    Ok(())
}

async fn measure(session: &Session, codes: &[String]) -> Result<[f64; 2]> {
    let (mut one, mut all) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (codes, times) in [(&codes[..1], &mut one), (codes, &mut all)] {
            let pasted = session.script_with(PASTE, vec![json!(codes.join("\n"))]).await?;
            ensure!(pasted[1].as_u64() > Some(2), "the map is not drawn");
            times.push(pasted[0].as_f64().context("no time")?);
        }
    }
    let middle = |mut times: Vec<f64>| {
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    };
    Ok([middle(one), middle(all)])
}
