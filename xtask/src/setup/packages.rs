//! System packages: found by what they bring, installed together, and only with the right to do so.

use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

/// Something the system must provide.
pub struct Need {
    /// What it is, for messages: "the Chromium browser".
    pub what: &'static str,
    /// The Debian package that brings it.
    pub package: &'static str,
    /// Whether it is there already.
    pub present: bool,
}

/// Installs what is missing, or says the one command that would.
///
/// # Errors
/// When packages are missing and may not, or cannot, be installed.
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
            "missing: {named}. This command brings them (or run `cargo xtask setup --yes`):\n  \
             sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends {}'",
            packages.join(" ")
        );
    }
    shell::step(&format!("Installing system packages: {}", packages.join(" ")), "1 to 2 min", || {
        shell::run(apt_get().arg("update"))?;
        shell::run(apt_get().args(["install", "--yes", "--no-install-recommends"]).args(&packages))
    })
}

/// Whether the system's packages can be installed from here.
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
