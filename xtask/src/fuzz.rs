//! `cargo xtask fuzz`: looks for bytes that break what reads from outside, guided by what they cover. It starts from the
//! committed corpus, which `cargo test` replays, and keeps what it finds under `target/fuzz`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{setup, shell};

/// How long it looks unless told.
const SECONDS: u32 = 60;
/// The longest input: some twenty codes.
const MAX_LEN: u32 = 2048;

/// Runs the target, in the time given.
///
/// # Errors
/// When something breaks, the input that does is named; or when the fuzzer cannot be had.
pub fn run(args: &[String]) -> Result<()> {
    let seconds = match args.iter().map(String::as_str).collect::<Vec<&str>>()[..] {
        [] => SECONDS,
        ["--seconds", n] => n.parse().with_context(|| format!("--seconds takes a number, not {n}"))?,
        _ => bail!("fuzz takes --seconds N, or nothing"),
    };
    if std::env::var_os("CXX").is_none() && !["c++", "g++", "clang++"].iter().any(|name| shell::on_path(name).is_some())
    {
        bail!("fuzzing needs a C++ compiler, and none is on the PATH (Debian's package: g++)");
    }
    let programs = setup::fuzzer()?;
    let work = shell::repository().join("target/fuzz");
    let (found, broken) = (work.join("found"), work.join("broken"));
    for folder in [&found, &broken] {
        shell::make_folder(folder)?;
    }
    let mut fuzzer = Command::new(programs.join(format!("cargo-fuzz{}", std::env::consts::EXE_SUFFIX)));
    // No sanitizer: there is no unsafe code to watch, and the stable compiler has none.
    fuzzer.current_dir(shell::repository()).args(["run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none"]);
    fuzzer.arg("--target-dir").arg(work.join("build"));
    // The first folder receives what is found.
    fuzzer.arg("reads").arg(&found).arg("tests/fuzz/corpus/reads").arg("--");
    fuzzer.args([
        format!("-max_total_time={seconds}"),
        format!("-max_len={MAX_LEN}"),
        "-print_final_stats=1".to_owned(),
    ]);
    fuzzer.arg(format!("-artifact_prefix={}/", broken.display()));
    shell::run(&mut fuzzer).with_context(|| {
        format!("what broke is in {}: put it into tests/fuzz/corpus/reads with its repair", broken.display())
    })
}
