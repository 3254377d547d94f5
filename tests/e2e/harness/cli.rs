//! The arguments after `--`.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::engine::Engine;

/// What to do, and with what.
pub struct Options {
    /// Tests, screenshots or measures.
    pub action: Action,
    /// The browsers to drive; all when empty.
    pub engines: Vec<Engine>,
    /// A test runs when its name contains one of these; all when empty.
    pub names: Vec<String>,
    /// Print the names, and run nothing.
    pub list: bool,
    /// How many journeys run at once.
    pub n_jobs: usize,
}

/// What to do.
pub enum Action {
    /// Run the journeys.
    Test,
    /// Take screenshots of addresses into a folder.
    Shots {
        /// Where the images go.
        folder: PathBuf,
        /// What follows the page's address: `#/fr`.
        addresses: Vec<String>,
    },
    /// Measure how long a flipped answer takes.
    Bench,
    /// Measure this build beside another one.
    Compare {
        /// The `dist` folder of the other build.
        before: PathBuf,
    },
}

impl Options {
    /// Reads the arguments. Those of libtest that mean nothing here are accepted, so that `cargo test` can pass them.
    ///
    /// # Errors
    /// On an unknown option or engine.
    pub fn parse(args: impl Iterator<Item = String>) -> Result<Self> {
        let n_jobs = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let mut options = Self { action: Action::Test, engines: Vec::new(), names: Vec::new(), list: false, n_jobs };
        let mut shots = None;
        let mut args = args;
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--engine" => options.engines.push(Engine::named(&args.next().context("--engine takes a name")?)?),
                "--jobs" => options.n_jobs = args.next().context("--jobs takes a number")?.parse().context("--jobs")?,
                "--shots" => shots = Some(PathBuf::from(args.next().context("--shots takes a folder")?)),
                "--list" => options.list = true,
                "--measure" => options.action = Action::Bench,
                "--against" => {
                    let before = PathBuf::from(args.next().context("--against takes a folder")?);
                    options.action = Action::Compare { before };
                }
                "--nocapture" | "--quiet" | "-q" => {}
                other if other.starts_with('-') => {
                    bail!(
                        "unknown option {other}; there are --engine NAME, --jobs N, --list, --shots FOLDER, --measure, --against FOLDER, and name filters"
                    )
                }
                _ => options.names.push(arg),
            }
        }
        if let Some(folder) = shots {
            options.action = Action::Shots { folder, addresses: std::mem::take(&mut options.names) };
        }
        Ok(options)
    }
}
