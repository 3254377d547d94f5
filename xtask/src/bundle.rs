//! `cargo xtask build`: builds the site and the offline file with Trunk, and prints their sizes.

use anyhow::Result;

use crate::{setup, shell, size};

/// Builds `dist/`.
///
/// # Errors
/// When the set-up is incomplete or the build fails.
pub fn run(args: &[String]) -> Result<()> {
    build(&setup::prepare(shell::only_yes("build", args)?, false)?)?;
    println!("{}", size::measure()?);
    Ok(())
}

/// Runs Trunk, whose last step is `cargo xtask pack`.
///
/// # Errors
/// When the build fails.
pub fn build(kit: &setup::Kit) -> Result<()> {
    shell::step("Building the site and the offline file", "30 s, 2 min the first time", || {
        shell::run(kit.trunk().args(["build", "--release"]))
    })
}
