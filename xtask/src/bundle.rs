//! `cargo xtask build`: the site and the single file, by Trunk, then their sizes.

use anyhow::{Result, bail};

use crate::{setup, shell, size};

/// Builds `dist/`.
///
/// # Errors
/// When the set-up is incomplete or the build fails.
pub fn run(args: &[String]) -> Result<()> {
    let mut may_install = false;
    for arg in args {
        match arg.as_str() {
            "--yes" | "-y" => may_install = true,
            other => bail!("build does not know {other}; it takes --yes"),
        }
    }
    build(&setup::prepare(may_install, false)?)?;
    println!("{}", size::measure()?);
    Ok(())
}

/// Runs Trunk; its last step packs the single file.
///
/// # Errors
/// When the build fails.
pub fn build(kit: &setup::Kit) -> Result<()> {
    shell::step("Building the site and the single file", "30 s, 2 min the first time", || {
        shell::run(kit.trunk().args(["build", "--release"]))
    })
}
