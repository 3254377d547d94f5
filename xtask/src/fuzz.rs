//! `cargo xtask fuzz`: fuzzes the parsers of links, pasted text, files and stored data, guided by code coverage. It starts from
//! the committed corpus, which `cargo test` replays too, and keeps new inputs under `target/fuzz`.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::{setup, shell};

/// Default duration, in seconds.
const SECONDS: u32 = 60;
/// The longest input, in bytes: about twenty codes.
const MAX_LEN: u32 = 2048;

/// Runs the fuzzer for the given time.
///
/// # Errors
/// When an input breaks a parser: the error says where the input is. When the fuzzer cannot be installed.
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
    // No sanitizer: the code has no unsafe parts, and the stable compiler offers none.
    fuzzer.current_dir(shell::repository()).args(["run", "--fuzz-dir", "tests/fuzz", "--sanitizer", "none"]);
    fuzzer.arg("--target-dir").arg(work.join("build"));
    // The fuzzer writes new inputs into the first folder.
    fuzzer.arg("reads").arg(&found).arg("tests/fuzz/corpus/reads").arg("--");
    fuzzer.args([
        format!("-max_total_time={seconds}"),
        format!("-max_len={MAX_LEN}"),
        "-print_final_stats=1".to_owned(),
    ]);
    fuzzer.arg(format!("-artifact_prefix={}/", broken.display()));
    shell::run(&mut fuzzer).with_context(|| {
        format!(
            "the inputs that break a parser are in {}: add them to tests/fuzz/corpus/reads with the fix",
            broken.display()
        )
    })
}
