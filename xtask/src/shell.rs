//! Runs other programs and reports progress. Progress goes to stderr: stdout is for results.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use std::{fs, io};

use anyhow::{Context, Result, bail};

/// Announces a step, runs it and prints how long it took. `usual` is its usual duration, for instance "2 min".
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

/// A duration for people to read.
pub fn seconds(duration: Duration) -> String {
    let seconds = duration.as_secs_f64();
    if seconds < 90.0 {
        format!("{seconds:.1} s")
    } else {
        format!("{:.0} min {:02.0} s", (seconds / 60.0).floor(), seconds % 60.0)
    }
}

/// Runs a command to its end. Its output goes to stderr.
///
/// # Errors
/// When it cannot start or fails: the error shows the command.
pub fn run(command: &mut Command) -> Result<()> {
    command.stdout(Stdio::from(io::stderr()));
    run_as_is(command)
}

/// Runs a command to its end. Its output goes to our own stdout.
///
/// # Errors
/// When it cannot start or fails: the error shows the command.
pub fn run_as_is(command: &mut Command) -> Result<()> {
    let status =
        command.stdin(Stdio::null()).status().with_context(|| format!("cannot start {}", command_line(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", command_line(command));
    }
    Ok(())
}

/// Whether a command succeeds within `bound`. It is killed after that, and its output is not shown.
pub fn succeeds_within(command: &mut Command, bound: Duration) -> bool {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = child else { return false };
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < bound => std::thread::sleep(Duration::from_millis(50)),
            Ok(None) | Err(_) => {
                // If it cannot be killed, nothing else can be done.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
        }
    }
}

/// The output of a command on stdout, or `None` when it cannot start or fails.
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

/// The `cargo` that started this program, with the compiler that built it.
pub fn native_cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(repository());
    command
}

/// Creates a folder and its parents, if they do not exist.
///
/// # Errors
/// When the file system refuses: the error names the folder.
pub fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}

/// Reads the arguments of a command whose only option is `--yes`. Returns whether it was given.
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
    // `cargo xtask` always runs the program built from the repository that it is called in.
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

fn command_line(command: &Command) -> String {
    let mut words = vec![command.get_program()];
    words.extend(command.get_args());
    words.into_iter().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
