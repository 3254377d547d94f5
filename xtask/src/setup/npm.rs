//! Programs that come as npm packages: installed into the cache, and run by the system's Node.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::cache;
use super::packages::Need;
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

/// What builds a deck of `examples/`, as the deck's own lock file says, so that whoever takes the deck away builds it alike.
pub struct Locked {
    /// The deck's folder.
    name: &'static str,
    /// What Node is given.
    entry: &'static str,
    usual: &'static str,
}

/// The slides in Markdown and Vue. Later ones need more than Node 20, which Debian has.
pub const SLIDEV: Locked = Locked { name: "slidev", entry: "@slidev/cli/bin/slidev.mjs", usual: "45 s" };

/// The slides in Markdown alone.
pub const MARP: Locked = Locked { name: "marp", entry: "@marp-team/marp-cli/marp-cli.js", usual: "15 s" };

/// Arguments of every installation: nothing is run, and nothing is asked of the network but the packages.
const QUIET: [&str; 4] = ["--no-audit", "--no-fund", "--no-update-notifier", "--ignore-scripts"];

/// What runs and installs them.
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
    /// The folder it is installed in and the file that Node runs, installing it if this lock was not yet.
    ///
    /// # Errors
    /// When the lock cannot be read, or npm cannot install what it says.
    pub fn ensure(&self) -> Result<(PathBuf, PathBuf)> {
        let from = shell::repository().join("examples").join(self.name);
        let files = ["package.json", "package-lock.json"].map(|name| {
            let file = from.join(name);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display())).map(|text| (name, text))
        });
        let files = files.into_iter().collect::<Result<Vec<_>>>()?;
        // The standard library may hash otherwise one day: it would only be installed once more.
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
        .with_context(|| format!("{0} is missing; by hand, to see why: npm ci in examples/{0}", self.name))?;
        ensure!(entry.is_file(), "what examples/{} locks has no {}", self.name, self.entry);
        Ok((home, entry))
    }
}

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
                shell::make_folder(part)?;
                shell::run(npm().args(["install", "--save-exact"]).args(QUIET).arg("--prefix").arg(part).arg(&package))
            })
        })
        .with_context(|| format!("{} is missing; by hand: npm install {package}", self.name))?;
        ensure!(entry.is_file(), "{package} has no {}", self.entry);
        Ok(entry)
    }
}
