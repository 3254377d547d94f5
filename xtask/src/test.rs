//! `cargo xtask test`: runs every check, one step after the other, and prints one table at the end.

use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::setup::{Browsers, Kit};
use crate::{bundle, check, codes, examples, proof, records, setup, shell, size, versions};

/// The steps, in order. `--fast` runs only those that need nothing but Cargo and less than a minute.
const STEPS: &[Step] = &[
    Step { name: "format", usual: "1 s", needs: Needs::Cargo, run: format },
    Step { name: "lint-native", usual: "10 s, 2 min the first time", needs: Needs::Cargo, run: lint_native },
    Step { name: "lint-wasm", usual: "10 s, 2 min the first time", needs: Needs::SetUp, run: lint_wasm },
    Step { name: "native", usual: "90 s, 6 min the first time", needs: Needs::Cargo, run: native },
    Step { name: "content", usual: "1 s", needs: Needs::Cargo, run: content },
    Step { name: "records", usual: "5 s, 15 s the first time", needs: Needs::Time, run: records },
    Step { name: "proof", usual: "1 min, 3 min the first time", needs: Needs::Time, run: proof },
    Step { name: "codes", usual: "20 s, 1 min the first time", needs: Needs::Time, run: codes },
    Step { name: "wasm", usual: "10 s, 1 min the first time", needs: Needs::SetUp, run: wasm },
    Step { name: "build", usual: "30 s, 2 min the first time", needs: Needs::SetUp, run: build },
    Step { name: "examples", usual: "25 s, 1 min more the first time", needs: Needs::SetUp, run: examples },
    Step { name: "e2e", usual: "11 min", needs: Needs::SetUp, run: end_to_end },
];

struct Step {
    name: &'static str,
    usual: &'static str,
    needs: Needs,
    run: fn(&Tools) -> Result<()>,
}

impl Step {
    /// Whether it tests the output of another step.
    fn builds_on(&self, before: &str) -> bool {
        matches!((self.name, before), ("examples", "build") | ("e2e", "build" | "examples"))
    }
}

/// What a step needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    /// Cargo, and less than a minute after the first build.
    Cargo,
    /// More time, or a program that the step installs itself.
    Time,
    /// The programs that build the app, and the browsers.
    SetUp,
}

/// The programs for the steps that need the set-up.
struct Tools {
    may_install: bool,
    kit: Option<Kit>,
    browsers: Option<Browsers>,
}

impl Tools {
    fn kit(&self) -> Result<&Kit> {
        self.kit.as_ref().context("the set-up was not prepared")
    }

    fn browsers(&self) -> Result<&Browsers> {
        self.browsers.as_ref().context("the set-up was not prepared")
    }
}

/// Runs the steps. A failed step does not stop the others, so that one run reports every failure.
///
/// # Errors
/// When a step failed.
pub fn run(args: &[String]) -> Result<()> {
    let options = Options::parse(args)?;
    let steps: Vec<&Step> = STEPS
        .iter()
        .filter(|step| options.only.is_empty() || options.only.iter().any(|name| name == step.name))
        .filter(|step| !(options.fast && step.needs != Needs::Cargo))
        .collect();
    let started = Instant::now();
    let may_install = options.may_install;
    let tools = if steps.iter().any(|step| step.needs == Needs::SetUp) {
        Tools {
            may_install,
            kit: Some(setup::prepare(may_install, true)?),
            browsers: Some(setup::prepare_browsers(may_install)?),
        }
    } else {
        Tools { may_install, kit: None, browsers: None }
    };
    let mut results = vec![("setup", true, started.elapsed())];
    for step in steps {
        let started = Instant::now();
        eprintln!("→ {} (usually {})", step.name, step.usual);
        // The browsers would open an older build.
        let failed = |before: &str| results.iter().any(|(name, passed, _)| *name == before && !passed);
        let stale = ["build", "examples"].into_iter().find(|&before| step.builds_on(before) && failed(before));
        let outcome = match stale {
            Some(before) => Err(anyhow::anyhow!("not run, because {before} failed")),
            None => (step.run)(&tools),
        };
        if let Err(error) = &outcome {
            eprintln!("  {}: {error:#}", step.name);
        }
        results.push((step.name, outcome.is_ok(), started.elapsed()));
    }
    report(&results, started.elapsed())
}

fn report(results: &[(&str, bool, Duration)], total: Duration) -> Result<()> {
    eprintln!();
    for (name, passed, duration) in results {
        eprintln!("{name:<14}{:<8}{:>14}", if *passed { "ok" } else { "FAILED" }, shell::seconds(*duration));
    }
    eprintln!("{:<22}{:>14}", "total", shell::seconds(total));
    let failed: Vec<&str> = results.iter().filter(|(_, passed, _)| !passed).map(|(name, ..)| *name).collect();
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

struct Options {
    may_install: bool,
    fast: bool,
    only: Vec<String>,
}

impl Options {
    fn parse(args: &[String]) -> Result<Self> {
        let mut options = Self { may_install: false, fast: false, only: Vec::new() };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--yes" | "-y" => options.may_install = true,
                "--fast" => options.fast = true,
                "--only" => {
                    let name = args.next().map(String::as_str).unwrap_or_default();
                    let valid: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
                    if !valid.contains(&name) {
                        bail!("--only takes one of {}", valid.join(", "));
                    }
                    options.only.push(name.to_owned());
                }
                other => bail!("test does not know {other}; it takes --only STEP, --fast and --yes"),
            }
        }
        Ok(options)
    }
}

fn format(_tools: &Tools) -> Result<()> {
    shell::run(shell::native_cargo().args(["fmt", "--all", "--check"])).context("run `cargo fmt --all`")
}

fn lint_native(_tools: &Tools) -> Result<()> {
    shell::run(shell::native_cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

fn lint_wasm(tools: &Tools) -> Result<()> {
    let target = ["clippy", "--target", versions::WASM_TARGET, "--lib", "--bins", "--test", "web"];
    shell::run(tools.kit()?.wasm_cargo().args(target).args(["--", "-D", "warnings"]))
}

fn native(_tools: &Tools) -> Result<()> {
    shell::run_as_is(shell::native_cargo().args(["test", "--workspace"]))
}

fn proof(_tools: &Tools) -> Result<()> {
    proof::run(&[])
}

fn codes(_tools: &Tools) -> Result<()> {
    codes::run(&[])
}

fn content(_tools: &Tools) -> Result<()> {
    check::run(&[])
}

fn records(tools: &Tools) -> Result<()> {
    records::run(tools.may_install)
}

fn wasm(tools: &Tools) -> Result<()> {
    let kit = tools.kit()?;
    let mut test = kit.wasm_cargo();
    test.args(["test", "--target", versions::WASM_TARGET, "--test", "web"])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", kit.wasm_test_runner()?)
        .env("CHROMEDRIVER", &tools.browsers()?.chromedriver);
    shell::run_as_is(&mut test)
}

fn build(tools: &Tools) -> Result<()> {
    bundle::build(tools.kit()?)?;
    eprintln!("{}", size::measure()?);
    Ok(())
}

fn examples(tools: &Tools) -> Result<()> {
    examples::build(tools.may_install).map(|_| ())
}

fn end_to_end(tools: &Tools) -> Result<()> {
    let mut test: Command = shell::native_cargo();
    test.args(["test", "--test", "e2e"]);
    tools.browsers()?.name_to(&mut test);
    shell::run_as_is(&mut test)
}
