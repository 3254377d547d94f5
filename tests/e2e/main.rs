//! Drives Chromium, Firefox and WebKit through whole journeys, on the site and on the single file opened from a folder.
//!
//! `cargo xtask test --only e2e` runs it with everything it needs; `tests/README.md` says how to run a part of it.
#![allow(clippy::print_stdout, reason = "the result of a test run goes to stdout")]

mod bench;
#[allow(dead_code, reason = "a harness offers what any journey may need")]
mod harness;
mod journeys;
#[allow(dead_code, reason = "a page object offers what a reader can do, whether a journey does it today or not")]
mod pages;

use std::process::ExitCode;

use harness::cli::{Action, Options};
use harness::{runner, shots};

fn main() -> ExitCode {
    let outcome = Options::parse(std::env::args().skip(1)).and_then(|options| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            match &options.action {
                Action::Test => runner::run(&options, journeys::ALL).await,
                Action::Bench => bench::run().await.map(|()| true),
                Action::Compare { before } => bench::builds::run(before).await.map(|()| true),
                Action::Shots { folder, addresses } => shots::take(folder, addresses).await.map(|()| true),
            }
        })
    });
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("e2e: {error:#}");
            ExitCode::FAILURE
        }
    }
}
