//! Runs a command again in a build optimised for speed: the exhaustive check and the bench would be slow in a debug build.

use anyhow::Result;

use crate::shell;

/// Runs `cargo xtask NAME ARGS` under the `fast` profile.
///
/// # Errors
/// When the build or the command fails.
pub fn again(name: &str, args: &[String]) -> Result<()> {
    let mut command = shell::native_cargo();
    command.args(["run", "--quiet", "--profile", "fast", "--package", "xtask", "--", name]).args(args);
    shell::run_as_is(&mut command)
}
