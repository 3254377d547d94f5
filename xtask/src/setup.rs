//! `cargo xtask setup`: finds the build and test dependencies, and installs those that are missing.

mod browsers;
mod cache;
mod npm;
mod packages;
mod toolchain;
mod tools;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

pub use browsers::Browsers;
use packages::Need;
use toolchain::{Debian, Origin};

use crate::{shell, versions};

/// Prepares building and testing.
///
/// # Errors
/// When something is missing and cannot be installed: the error says how to install it.
pub fn run(args: &[String]) -> Result<()> {
    let may_install = shell::only_yes("setup", args)?;
    let kit = prepare(may_install, true)?;
    let browsers = prepare_browsers(may_install)?;
    eprintln!("Ready to build and test.");
    eprintln!("  wasm by   {}", if kit.debian.is_some() { "Debian's Rust" } else { "the current toolchain" });
    eprintln!("  Trunk     {}", kit.trunk.display());
    eprintln!("  Chromium  {}", browsers.chromium.display());
    eprintln!("  cache     {}", cache::root()?.display());
    Ok(())
}

/// The programs that build the app.
pub struct Kit {
    trunk: PathBuf,
    debian: Option<Debian>,
    helpers: Option<Helpers>,
}

/// Programs that Trunk would otherwise download. The folder of wasm-opt is on the PATH already, and must not come first: it may
/// contain another Rust.
struct Helpers {
    wasm_bindgen: PathBuf,
    wasm_opt_version: String,
}

/// Finds or installs what the build needs, and Clippy if asked.
///
/// # Errors
/// When something is missing and cannot be installed.
pub fn prepare(may_install: bool, with_clippy: bool) -> Result<Kit> {
    check_pins()?;
    let origin = toolchain::choose()?;
    let binaryen = Need { what: "wasm-opt", package: "binaryen", present: shell::on_path("wasm-opt").is_some() };
    let debian = if origin == Origin::Debian {
        let mut needs = toolchain::debian_needs(with_clippy);
        needs.push(binaryen);
        packages::ensure(&needs, may_install)?;
        Some(toolchain::complete_debian()?)
    } else {
        // The server that Trunk downloads from may be out of reach, even when rustup's is not. With wasm-opt from the system,
        // Trunk downloads nothing.
        if packages::can_install(may_install) {
            packages::ensure(&[binaryen], may_install)?;
        }
        None
    };
    // Without wasm-opt, Trunk downloads all its helpers, and must be a Trunk that can.
    let helpers = match shell::on_path("wasm-opt") {
        Some(wasm_opt) => Some(Helpers {
            wasm_bindgen: tools::WASM_BINDGEN.ensure()?,
            wasm_opt_version: wasm_opt_version(&wasm_opt)?,
        }),
        None => None,
    };
    let trunk = if helpers.is_some() { tools::TRUNK } else { tools::TRUNK_WITH_DOWNLOADS };
    let trunk = trunk.ensure()?.join(format!("trunk{}", env::consts::EXE_SUFFIX));
    Ok(Kit { trunk, debian, helpers })
}

/// Finds or installs the browsers and their drivers.
///
/// # Errors
/// When one is missing and cannot be installed: the tests never skip a browser.
pub fn prepare_browsers(may_install: bool) -> Result<Browsers> {
    packages::ensure(&browsers::needs(), may_install)?;
    browsers::find()
}

/// The folder of cargo-fuzz, which only fuzzing needs.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn fuzzer() -> Result<PathBuf> {
    tools::CARGO_FUZZ.ensure()
}

/// The script of the Markdown linter, for `node`. Only the records need it.
///
/// # Errors
/// When the linter or npm is missing and cannot be installed.
pub fn markdown_linter(may_install: bool) -> Result<PathBuf> {
    packages::ensure(&npm::needs(), may_install)?;
    npm::MARKDOWNLINT.ensure()
}

/// The programs that build the decks of `examples/`. `node` runs the scripts.
pub struct DeckTools {
    /// The script of Slidev.
    pub slidev: PathBuf,
    /// The folder that Slidev is installed in: Slidev only builds slides below it.
    pub slidev_home: PathBuf,
    /// The script of Marp.
    pub marp: PathBuf,
    /// The browser that Marp uses to make a PDF.
    pub chromium: PathBuf,
}

/// Finds or installs the programs that build the decks.
///
/// # Errors
/// When a tool, npm or Chromium is missing and cannot be installed.
pub fn deck_tools(may_install: bool) -> Result<DeckTools> {
    let needs: Vec<Need> = npm::needs().into_iter().chain([browsers::chromium_need()]).collect();
    packages::ensure(&needs, may_install)?;
    let (slidev_home, slidev) = npm::SLIDEV.ensure()?;
    let (_, marp) = npm::MARP.ensure()?;
    Ok(DeckTools {
        slidev,
        slidev_home,
        marp,
        chromium: browsers::chromium().context("missing: the Chromium browser")?,
    })
}

impl Kit {
    /// Cargo for the wasm target. The caller adds `build`, `test` or `clippy`, and `--target`.
    pub fn wasm_cargo(&self) -> Command {
        let mut command = match &self.debian {
            Some(debian) => Command::new(debian.shim.join("cargo")),
            None => shell::native_cargo(),
        };
        self.equip(&mut command);
        command
    }

    /// Trunk, with the right `cargo` and helpers on its PATH.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        self.equip(&mut command);
        command
    }

    /// The runner of wasm tests, installed if needed.
    ///
    /// # Errors
    /// When it cannot be installed.
    pub fn wasm_test_runner(&self) -> Result<PathBuf> {
        Ok(tools::WASM_BINDGEN.ensure()?.join(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX)))
    }

    fn equip(&self, command: &mut Command) {
        let mut first = Vec::new();
        if let Some(debian) = &self.debian {
            first.push(debian.shim.clone());
            // Only code compiled for wasm sees these: build scripts and macros use the compiler's own library.
            let prefix = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN";
            // This variable replaces the flags of `.cargo/config.toml`.
            let flags = format!("--cfg=erase_components --sysroot={}", debian.sysroot.display());
            command.env(format!("{prefix}_RUSTFLAGS"), flags);
            command.env(format!("{prefix}_LINKER"), &debian.linker);
        }
        if let Some(helpers) = &self.helpers {
            first.push(helpers.wasm_bindgen.clone());
            // Trunk downloads a helper unless the version asked for is the version found.
            command.env("TRUNK_TOOLS_WASM_BINDGEN", versions::WASM_BINDGEN);
            command.env("TRUNK_TOOLS_WASM_OPT", &helpers.wasm_opt_version);
        }
        if let Ok(xtask) = env::current_exe() {
            command.env("BOUSSOLE_XTASK", xtask);
        }
        command.env("BOUSSOLE_CARGO", shell::native_cargo().get_program());
        // This Trunk refuses the usual values of NO_COLOR, and its own backtraces hide the compiler's message.
        command.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE").env("TRUNK_SKIP_VERSION_CHECK", "true");
        command.env("PATH", path_with(first)).current_dir(shell::repository());
    }
}

fn path_with(first: Vec<PathBuf>) -> OsString {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = first.into_iter().chain(env::split_paths(&path));
    env::join_paths(folders).unwrap_or(path)
}

/// `wasm-opt version 108 (version_108)` becomes `version_108`, as Trunk names it.
fn wasm_opt_version(wasm_opt: &Path) -> Result<String> {
    let version = shell::output_of(Command::new(wasm_opt).arg("--version")).unwrap_or_default();
    let number = version.split_whitespace().find(|word| word.chars().all(|c| c.is_ascii_digit()));
    let number = number.with_context(|| format!("{} does not print its version", wasm_opt.display()))?;
    Ok(format!("version_{number}"))
}

/// wasm-bindgen's program and crate must have the same version. This check reports a difference before it breaks the page.
fn check_pins() -> Result<()> {
    let manifest = fs::read_to_string(shell::repository().join("Cargo.toml")).context("cannot read Cargo.toml")?;
    let pin = format!("wasm-bindgen = \"={}\"", versions::WASM_BINDGEN);
    if !manifest.contains(&pin) {
        bail!(
            "Cargo.toml and xtask/src/versions.rs name different versions of wasm-bindgen: Cargo.toml should say {pin}"
        );
    }
    Ok(())
}
