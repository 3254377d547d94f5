//! Programs that come as npm packages: installed into the cache, and run by the system's Node.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache;
use crate::{shell, versions};

/// A program that npm can install.
pub struct Script {
    name: &'static str,
    version: &'static str,
    /// What Node is given, in the package's folder.
    entry: &'static str,
    usual: &'static str,
}

/// The linter of Markdown.
pub const MARKDOWNLINT: Script = Script {
    name: "markdownlint-cli2",
    version: versions::MARKDOWNLINT,
    entry: "markdownlint-cli2-bin.mjs",
    usual: "10 s",
};

impl Script {
    /// The file that Node runs, installing the package if it is not there.
    ///
    /// # Errors
    /// When npm cannot install it.
    pub fn ensure(&self) -> Result<PathBuf> {
        let home = cache::root()?.join("tools").join(format!("{}-{}", self.name, self.version));
        let entry = home.join("node_modules").join(self.name).join(self.entry);
        if entry.is_file() {
            return Ok(entry);
        }
        let package = format!("{}@{}", self.name, self.version);
        shell::step(&format!("Installing {} {}", self.name, self.version), self.usual, || {
            cache::make(&home, |part| {
                std::fs::create_dir_all(part).with_context(|| format!("cannot create {}", part.display()))?;
                let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
                let quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts", "--save-exact"];
                shell::run(Command::new(npm).arg("install").args(quiet).arg("--prefix").arg(part).arg(&package))
            })
        })
        .with_context(|| format!("{} is missing; by hand: npm install {package}", self.name))?;
        ensure!(entry.is_file(), "{package} has no {}", self.entry);
        Ok(entry)
    }
}
