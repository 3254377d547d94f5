//! Trunk, wasm-bindgen, geckodriver and cargo-fuzz: found on the PATH in the right version, or installed into the cache.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::cache;
use crate::{shell, versions};

/// A program that Cargo can install.
pub struct Tool {
    name: &'static str,
    version: &'static str,
    /// The programs of the tool. The first one prints its version for `--version`.
    programs: &'static [&'static str],
    arguments: &'static [&'static str],
    /// Distinguishes builds of the same version in the cache.
    variant: &'static str,
    usual: &'static str,
}

/// Trunk for machines where all its helpers are on the PATH. Without TLS, it builds three times faster.
pub const TRUNK: Tool = Tool {
    name: "trunk",
    version: versions::TRUNK,
    programs: &["trunk"],
    arguments: &["--no-default-features"],
    variant: "",
    usual: "3 to 4 min",
};

/// Trunk that downloads its helpers.
pub const TRUNK_WITH_DOWNLOADS: Tool = Tool { arguments: &[], variant: "-downloads", usual: "5 min", ..TRUNK };

/// The generator of the JS glue, and the runner of wasm tests.
pub const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen-cli",
    version: versions::WASM_BINDGEN,
    programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
    arguments: &["--no-default-features"],
    variant: "",
    usual: "2 min",
};

/// Firefox's WebDriver.
pub const GECKODRIVER: Tool = Tool {
    name: "geckodriver",
    version: versions::GECKODRIVER,
    programs: &["geckodriver"],
    arguments: &[],
    variant: "",
    usual: "2 min",
};

/// The fuzzer.
pub const CARGO_FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    version: versions::CARGO_FUZZ,
    programs: &["cargo-fuzz"],
    arguments: &[],
    variant: "",
    usual: "1 min",
};

impl Tool {
    /// The folder of the tool's programs. Installs the tool if needed.
    ///
    /// # Errors
    /// When Cargo cannot install it.
    pub fn ensure(&self) -> Result<PathBuf> {
        let home = cache::root()?.join("tools").join(format!("{}-{}{}", self.name, self.version, self.variant));
        let programs = home.join("bin");
        if self.is_in(&programs) {
            return Ok(programs);
        }
        if let Some(folder) = self.on_path() {
            return Ok(folder);
        }
        shell::step(&format!("Installing {} {}", self.name, self.version), self.usual, || {
            cache::make(&home, |part| {
                // These programs run for a second. To compile them with optimisation takes four times as long.
                shell::run(
                    shell::native_cargo()
                        .args(["install", self.name, "--locked", "--debug", "--version", self.version])
                        .args(self.arguments)
                        .arg("--root")
                        .arg(part)
                        .env_remove("CARGO_TARGET_DIR"),
                )
            })
        })
        .with_context(|| {
            format!(
                "{} could not be installed; to see why, run: cargo install {} --locked --version {}",
                self.name, self.name, self.version
            )
        })?;
        Ok(programs)
    }

    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|name| folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX)).is_file())
    }

    fn on_path(&self) -> Option<PathBuf> {
        let program = shell::on_path(self.programs.first()?)?;
        let folder = program.parent()?.to_path_buf();
        let version = shell::output_of(Command::new(&program).arg("--version"))?;
        let is_right = version.split_whitespace().any(|word| word == self.version);
        (is_right && self.is_in(&folder)).then_some(folder)
    }
}
