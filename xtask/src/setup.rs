//! `cargo xtask setup`: finds what building and testing need, and brings what is missing.

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

/// Prepares everything, for building and testing.
///
/// # Errors
/// When something is missing and cannot be brought; the error says what would bring it.
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

/// What builds the app.
pub struct Kit {
    trunk: PathBuf,
    debian: Option<Debian>,
    helpers: Option<Helpers>,
}

/// Programs that Trunk would otherwise download. wasm-opt is on the PATH, and its folder must not come first there: it
/// may hold another Rust.
struct Helpers {
    wasm_bindgen: PathBuf,
    wasm_opt_version: String,
}

/// Finds or brings what building needs, and the linter with it when asked.
///
/// # Errors
/// When something is missing and cannot be brought.
pub fn prepare(may_install: bool, with_clippy: bool) -> Result<Kit> {
    check_pins()?;
    let origin = toolchain::choose()?;
    // The one makes the wasm smaller, the other cuts the site's in two.
    let present = ["wasm-opt", "wasm-split"].iter().all(|program| shell::on_path(program).is_some());
    let binaryen = Need { what: "wasm-opt and wasm-split", package: "binaryen", present };
    let debian = if origin == Origin::Debian {
        let mut needs = toolchain::debian_needs(with_clippy);
        needs.push(binaryen);
        packages::ensure(&needs, may_install)?;
        Some(toolchain::complete_debian()?)
    } else {
        // A server that gives the wasm target says nothing of the one that Trunk downloads from: where the system can bring
        // wasm-opt, nothing is left to download.
        if packages::can_install(may_install) {
            packages::ensure(&[binaryen], may_install)?;
        }
        None
    };
    // With wasm-opt at hand, every helper can be local; else Trunk, which then must be able to, downloads its own.
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

/// Finds or brings the browsers and their drivers.
///
/// # Errors
/// When one is missing and cannot be brought: a browser is never left out of the tests.
pub fn prepare_browsers(may_install: bool) -> Result<Browsers> {
    packages::ensure(&browsers::needs(), may_install)?;
    browsers::find()
}

/// The folder of cargo-fuzz, which only fuzzing needs.
///
/// # Errors
/// When it is missing and cannot be brought.
pub fn fuzzer() -> Result<PathBuf> {
    tools::CARGO_FUZZ.ensure()
}

/// The program of the linter of Markdown, for `node`: only the records need it.
///
/// # Errors
/// When it, or npm, is missing and cannot be brought.
pub fn markdown_linter(may_install: bool) -> Result<PathBuf> {
    packages::ensure(&npm::needs(), may_install)?;
    npm::MARKDOWNLINT.ensure()
}

/// What builds the decks of `examples/`, for `node`.
pub struct DeckTools {
    /// The program of Slidev.
    pub slidev: PathBuf,
    /// The folder that Slidev is installed in: it builds what is below it.
    pub slidev_home: PathBuf,
    /// The program of Marp.
    pub marp: PathBuf,
    /// The browser with which Marp makes a PDF.
    pub chromium: PathBuf,
}

/// Finds or brings what builds the decks.
///
/// # Errors
/// When a tool, npm or Chromium is missing and cannot be brought.
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
    /// Cargo for the wasm target: `build`, `test` or `clippy` with `--target` follow.
    pub fn wasm_cargo(&self) -> Command {
        let mut command = match &self.debian {
            Some(debian) => Command::new(debian.shim.join("cargo")),
            None => shell::native_cargo(),
        };
        self.equip(&mut command);
        command
    }

    /// Trunk, with the right `cargo` and helpers before it.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        self.equip(&mut command);
        command
    }

    /// Where the runner of wasm tests is, installing it if Trunk alone did not need it.
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
            // Only what is compiled for wasm sees these: build scripts and macros keep the compiler's own library.
            let prefix = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN";
            command.env(format!("{prefix}_RUSTFLAGS"), format!("--sysroot={}", debian.sysroot.display()));
            command.env(format!("{prefix}_LINKER"), &debian.linker);
        }
        if let Some(helpers) = &self.helpers {
            first.push(helpers.wasm_bindgen.clone());
            // Trunk downloads unless the version that it is asked for is the one it finds.
            command.env("TRUNK_TOOLS_WASM_BINDGEN", versions::WASM_BINDGEN);
            command.env("TRUNK_TOOLS_WASM_OPT", &helpers.wasm_opt_version);
        }
        if let Ok(xtask) = env::current_exe() {
            command.env("BOUSSOLE_XTASK", xtask);
        }
        command.env("BOUSSOLE_CARGO", shell::native_cargo().get_program());
        // This Trunk takes NO_COLOR for an option with a value and stops; its own backtraces hide the compiler's message.
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
    let told = shell::output_of(Command::new(wasm_opt).arg("--version")).unwrap_or_default();
    let number = told.split_whitespace().find(|word| word.chars().all(|c| c.is_ascii_digit()));
    let number = number.with_context(|| format!("{} does not tell its version", wasm_opt.display()))?;
    Ok(format!("version_{number}"))
}

/// The glue generator and the crate must be of one version; a change of one alone is told here, not by a broken page.
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
