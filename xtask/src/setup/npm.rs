//! Programs from npm: installed into the cache, and run by the system's Node.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache;
use super::packages::Need;
use crate::{shell, versions};

/// A program of one npm package.
pub struct Script {
    name: &'static str,
    version: &'static str,
    /// The script that Node runs, in the package's folder.
    entry: &'static str,
    usual: &'static str,
}

/// The Markdown linter.
pub const MARKDOWNLINT: Script = Script {
    name: "markdownlint-cli2",
    version: versions::MARKDOWNLINT,
    entry: "markdownlint-cli2-bin.mjs",
    usual: "10 s",
};

/// A program that builds a deck of `examples/`. The deck's own lock file sets the versions, so that everyone builds it alike.
pub struct Locked {
    /// The deck's folder.
    name: &'static str,
    /// The script that Node runs.
    entry: &'static str,
    usual: &'static str,
}

/// For slides in Markdown and Vue. Later versions need more than Node 20, the version of Debian.
pub const SLIDEV: Locked = Locked { name: "slidev", entry: "@slidev/cli/bin/slidev.mjs", usual: "45 s" };

/// For slides in Markdown alone.
pub const MARP: Locked = Locked { name: "marp", entry: "@marp-team/marp-cli/marp-cli.js", usual: "15 s" };

/// Arguments of every installation: run no scripts, and download nothing but the packages.
const QUIET: [&str; 4] = ["--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"];

/// The system packages that install and run these programs.
pub fn needs() -> [Need; 2] {
    let on_path = |name: &str| shell::on_path(name).is_some();
    [
        Need { what: "Node", package: "nodejs", present: on_path("node") },
        Need { what: "npm", package: "npm", present: on_path("npm") },
    ]
}

fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

impl Locked {
    /// The folder of the installation and the script that Node runs. Installs this lock file's versions if needed.
    ///
    /// # Errors
    /// When the lock file cannot be read, or npm cannot install it.
    pub fn ensure(&self) -> Result<(PathBuf, PathBuf)> {
        let from = shell::repository().join("examples").join(self.name);
        let files = ["package.json", "package-lock.json"].map(|name| {
            let file = from.join(name);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display())).map(|text| (name, text))
        });
        let files = files.into_iter().collect::<Result<Vec<_>>>()?;
        // If a later standard library hashes differently, the program is only installed once more.
        let mut hasher = DefaultHasher::new();
        files.hash(&mut hasher);
        let home = cache::root()?.join("tools").join(format!("{}-{:016x}", self.name, hasher.finish()));
        let entry = home.join("node_modules").join(self.entry);
        if entry.is_file() {
            return Ok((home, entry));
        }
        shell::step(&format!("Installing {}", self.name), self.usual, || {
            cache::make(&home, |part| {
                shell::make_folder(part)?;
                for (name, text) in &files {
                    fs::write(part.join(name), text).with_context(|| format!("cannot write {name}"))?;
                }
                shell::run(npm().arg("ci").args(QUIET).current_dir(part))
            })
        })
        .with_context(|| format!("{0} could not be installed; to see why, run `npm ci` in examples/{0}", self.name))?;
        ensure!(entry.is_file(), "the lock file of examples/{} installs no {}", self.name, self.entry);
        Ok((home, entry))
    }
}

impl Script {
    /// The script that Node runs. Installs the package if needed.
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
                shell::make_folder(part)?;
                shell::run(npm().args(["install", "--save-exact"]).args(QUIET).arg("--prefix").arg(part).arg(&package))
            })
        })
        .with_context(|| format!("{} could not be installed; to see why, run `npm install {package}`", self.name))?;
        ensure!(entry.is_file(), "{package} has no {}", self.entry);
        Ok(entry)
    }
}
