//! Runs a command again in a build made for speed: the proof and the bench measure the engine, not a debug build.

use anyhow::Result;

use crate::shell;

/// Runs `cargo xtask NAME ARGS` under the `fast` profile.
///
/// # Errors
/// When that build or that command fails.
pub fn again(name: &str, args: &[String]) -> Result<()> {
    let mut command = shell::native_cargo();
    command.args(["run", "--quiet", "--profile", "fast", "--package", "xtask", "--", name]).args(args);
    shell::run_as_is(&mut command)
}
