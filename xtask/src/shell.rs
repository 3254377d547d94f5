//! Runs other programs and tells what is going on. Progress goes to stderr: stdout is for results.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io};

use anyhow::{Context, Result, bail};

/// Announces a step, runs it and prints how long it took. `usual` says what to expect, "2 min" for instance.
///
/// # Errors
/// Those of the step.
pub fn step<T>(title: &str, usual: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    if usual.is_empty() {
        eprintln!("→ {title}");
    } else {
        eprintln!("→ {title} (usually {usual})");
    }
    let started = Instant::now();
    let done = work();
    let outcome = if done.is_ok() { "done" } else { "FAILED" };
    eprintln!("  {title}: {outcome} in {}", seconds(started.elapsed()));
    done
}

/// A duration as a person reads it.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 90.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:02.0} s", (seconds / 60.0).floor(), seconds % 60.0)
    }
}

/// Runs a command to its end; what it prints goes to stderr.
///
/// # Errors
/// When it cannot start or ends badly; the error shows the command.
pub fn run(command: &mut Command) -> Result<()> {
    command.stdout(Stdio::from(io::stderr()));
    run_as_is(command)
}

/// Runs a command to its end with our own stdout.
///
/// # Errors
/// When it cannot start or ends badly; the error shows the command.
pub fn run_as_is(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a command, kills it when it exceeds `bound`, and says whether it succeeded. Its output is dropped.
pub fn succeeds_within(command: &mut Command, bound: Duration) -> bool {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else { return false };
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < bound => std::thread::sleep(Duration::from_millis(50)),
            Ok(None) | Err(_) => {
                // A refusal to be killed leaves nothing better to do than to go on.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// What a command prints on stdout, or `None` when it cannot start or fails.
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Finds an executable on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// Cargo as it was when this program started, with the compiler that built us.
pub fn native_cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(repository());
    command
}

/// Makes a folder, with those above it, unless it is there.
///
/// # Errors
/// When the file system refuses; the error names the folder.
pub fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// Reads the arguments of a command that takes `--yes` and no other: whether it was given.
///
/// # Errors
/// When there is another argument.
pub fn only_yes(command: &str, args: &[String]) -> Result<bool> {
    match args.iter().find(|arg| !["--yes", "-y"].contains(&arg.as_str())) {
        Some(other) => bail!("{command} does not know {other}; it takes --yes"),
        None => Ok(!args.is_empty()),
    }
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    // Known at compile time: `cargo xtask` always runs the program built in this very tree.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    words.into_iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
