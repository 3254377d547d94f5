//! System packages: found by what they provide, and installed together, with permission only.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// A dependency that a system package provides.
pub struct Need {
    /// What it is, for messages: "the Chromium browser".
    pub what: &'static str,
    /// The Debian package that provides it.
    pub package: &'static str,
    /// Whether it is installed already.
    pub present: bool,
}

/// Installs what is missing.
///
/// # Errors
/// When packages are missing and cannot be installed, or not without permission: the error gives the command to run.
pub fn ensure(needs: &[Need], may_install: bool) -> Result<()> {
    let missing: Vec<&Need> = needs.iter().filter(|need| !need.present).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let named = missing.iter().map(|need| need.what).collect::<Vec<_>>().join(", ");
    let packages: Vec<&str> = missing.iter().map(|need| need.package).collect();
    if shell::on_path("apt-get").is_none() {
        bail!(
            "missing: {named}. Install them with the system's package manager (Debian's packages: {})",
            packages.join(" ")
        );
    }
    if !can_install(may_install) {
        bail!(
            "missing: {named}. Install them with this command, or with `cargo xtask setup --yes`:\n  \
             sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends {}'",
            packages.join(" ")
        );
    }
    shell::step(&format!("Installing system packages: {}", packages.join(" ")), "1 to 2 min", || {
        shell::run(apt_get().arg("update"))?;
        shell::run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(&packages))
    })
}

/// Whether this process can install system packages.
pub fn can_install(may_install: bool) -> bool {
    shell::on_path("apt-get").is_some() && (is_root() || may_install)
}

fn apt_get() -> Command {
    let mut command = if is_root() {
        Command::new("apt-get")
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["--preserve-env=DEBIAN_FRONTEND", "apt-get"]);
        sudo
    };
    command.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet").args(["-o", "Dpkg::Use-Pty=0"]);
    command
}

fn is_root() -> bool {
    shell::output_of(Command::new("id").arg("-u")).is_some_and(|id| id == "0")
}
