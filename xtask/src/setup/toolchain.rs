//! The compiler for wasm: the current one if it has the wasm target, else Debian's, with a standard library that we build once.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::cache;
use super::packages::Need;
use crate::{shell, versions};

/// How long `rustup target add` may take. It fails at once when its server is out of reach; a slow connection needs time.
const TARGET_DOWNLOAD: Duration = Duration::from_secs(180);

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const LIBRARY_SOURCE: &str = "/usr/lib/rustlib/src/rust/library/Cargo.lock";

/// The compiler for wasm on this machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The compiler of `cargo xtask`: it has the wasm standard library.
    Native,
    /// Debian's, for machines that cannot reach the Rust download server.
    Debian,
}

/// Chooses the compiler for wasm, and tries the fastest solution first.
///
/// # Errors
/// When neither compiler is possible: the error says what to install.
pub fn choose() -> Result<Origin> {
    if native_has_std() {
        return Ok(Origin::Native);
    }
    if sysroot_folder().is_ok_and(|folder| folder.exists()) {
        return Ok(Origin::Debian);
    }
    if shell::on_path("rustup").is_some() {
        let added =
            shell::step("Adding the wasm target with rustup", "20 s, 2 s when its server is out of reach", || {
                Ok(shell::succeeds_within(
                    Command::new("rustup").args(["target", "add", versions::WASM_TARGET]),
                    TARGET_DOWNLOAD,
                ))
            })?;
        if added && native_has_std() {
            return Ok(Origin::Native);
        }
        eprintln!("  rustup could not add it: Debian's Rust is used instead");
    }
    if shell::on_path("apt-get").is_none() {
        bail!(
            "the wasm standard library is missing and could not be downloaded. Install it with this command:\n  \
             rustup target add {}",
            versions::WASM_TARGET
        );
    }
    Ok(Origin::Debian)
}

/// The system packages of Debian's compiler.
pub fn debian_needs(with_clippy: bool) -> Vec<Need> {
    let new_enough = debian_rustc().is_ok();
    let mut needs: Vec<Need> = versions::DEBIAN_RUST
        .iter()
        .map(|&package| {
            let (what, present) = match package {
                "rustc-web" => ("Debian's Rust compiler", new_enough),
                "cargo-web" => ("Debian's Cargo", new_enough && Path::new(CARGO).exists()),
                "rust-web-src" => ("the source of Rust's library", new_enough && Path::new(LIBRARY_SOURCE).exists()),
                _ => ("a linker for wasm", shell::on_path("wasm-ld-22").is_some()),
            };
            Need { what, package, present }
        })
        .collect();
    if with_clippy {
        let present = new_enough && Path::new("/usr/bin/cargo-clippy").exists();
        needs.push(Need { what: "Debian's Clippy", package: versions::DEBIAN_CLIPPY, present });
    }
    needs
}

/// Debian's compiler, ready to compile to wasm.
pub struct Debian {
    /// A folder that comes first on the PATH: its `cargo` starts Debian's.
    pub shim: PathBuf,
    /// The folder of the wasm standard library.
    pub sysroot: PathBuf,
    /// The linker of the same version of LLVM.
    pub linker: String,
}

/// Builds the wasm standard library, once for each compiler, and writes the `cargo` that Trunk calls.
///
/// # Errors
/// When the library cannot be built, or the cache cannot be written.
pub fn complete_debian() -> Result<Debian> {
    let sysroot = sysroot_folder()?;
    if !sysroot.exists() {
        shell::step("Building Rust's library for wasm, once for this compiler", "1 min", || {
            cache::make(&sysroot, build_sysroot)
        })?;
    }
    let linker = format!("wasm-ld-{}", debian_rustc()?.llvm);
    if shell::on_path(&linker).is_none() {
        bail!(
            "missing: {linker}, the linker of that compiler's LLVM. As root: apt-get install {}",
            linker.replace("wasm-", "l")
        );
    }
    Ok(Debian { shim: write_shim()?, sysroot, linker })
}

fn native_has_std() -> bool {
    let sysroot = shell::output_of(Command::new("rustc").args(["--print", "sysroot"]).current_dir(shell::repository()));
    sysroot.is_some_and(|sysroot| {
        let library = Path::new(&sysroot).join("lib/rustlib").join(versions::WASM_TARGET).join("lib");
        fs::read_dir(library)
            .is_ok_and(|files| files.flatten().any(|file| file.file_name().to_string_lossy().starts_with("libstd-")))
    })
}

struct Rustc {
    release: String,
    commit: String,
    llvm: String,
}

/// Debian's compiler, if it is installed and new enough.
fn debian_rustc() -> Result<Rustc> {
    let version = shell::output_of(Command::new(RUSTC).arg("-vV").env_remove("LD_LIBRARY_PATH"))
        .with_context(|| format!("{RUSTC} does not run"))?;
    let field = |name: &str| {
        version
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(|value| value.trim().to_owned())
            .unwrap_or_default()
    };
    let release = field("release:");
    let mut numbers = release.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let number = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    if number < versions::OLDEST_RUSTC {
        bail!("{RUSTC} is {release}, older than the project needs");
    }
    let commit = field("commit-hash:").chars().take(9).collect();
    let llvm = field("LLVM version:").split('.').next().unwrap_or_default().to_owned();
    Ok(Rustc { release, commit, llvm })
}

fn sysroot_folder() -> Result<PathBuf> {
    let rustc = debian_rustc()?;
    Ok(cache::root()?.join(format!("sysroot-{}-{}", rustc.release, rustc.commit)))
}

/// Builds the library as a dependency of an empty crate, and copies its `.rlib` files to where `--sysroot` finds them.
fn build_sysroot(folder: &Path) -> Result<()> {
    let scratch = folder.join("scratch");
    fs::create_dir_all(&scratch)?;
    fs::write(
        scratch.join("Cargo.toml"),
        "[package]\nname = \"scratch\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [lib]\npath = \"lib.rs\"\n\n[profile.release]\nlto = false\n\n[workspace]\n",
    )?;
    fs::write(scratch.join("lib.rs"), "#![no_std]\n")?;
    let mut build = Command::new(CARGO);
    clean(&mut build);
    build
        .current_dir(&scratch)
        .args(["build", "--release", "-Zbuild-std=std,panic_abort,test", "--target", versions::WASM_TARGET])
        .env("RUSTC", RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        // The `.rlib` files must also contain bitcode: LTO fails without it.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("CARGO_TARGET_DIR", scratch.join("target"));
    shell::run(&mut build)?;
    let library = folder.join("lib/rustlib").join(versions::WASM_TARGET).join("lib");
    fs::create_dir_all(&library)?;
    for file in fs::read_dir(scratch.join("target").join(versions::WASM_TARGET).join("release/deps"))?.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libscratch") {
            fs::copy(file.path(), library.join(name))?;
        }
    }
    fs::remove_dir_all(scratch)?;
    Ok(())
}

/// Environment variables that rustup's `cargo` sets, and those that would override our flags.
const INHERITED: &[&str] = &[
    "CARGO",
    "CARGO_BUILD_TARGET",
    "CARGO_ENCODED_RUSTFLAGS",
    "LD_LIBRARY_PATH",
    "RUSTC_WORKSPACE_WRAPPER",
    "RUSTC_WRAPPER",
    "RUSTFLAGS",
    "RUSTUP_TOOLCHAIN",
];

fn clean(command: &mut Command) {
    for name in INHERITED {
        command.env_remove(name);
    }
}

/// Writes the `cargo` for wasm. Trunk calls the first `cargo` on the PATH, for the build and for its hook.
fn write_shim() -> Result<PathBuf> {
    let folder = cache::root()?.join("shim");
    let script = format!(
        "#!/bin/sh\n\
         # Written by `cargo xtask setup`. Starts Debian's Rust for wasm builds. For `cargo xtask`, starts the program that\n\
         # is running already, so that another compiler does not build it again.\n\
         if [ \"$1\" = xtask ]; then\n  \
           if [ -x \"$BOUSSOLE_XTASK\" ]; then shift; exec \"$BOUSSOLE_XTASK\" \"$@\"; fi\n  \
           exec \"$BOUSSOLE_CARGO\" \"$@\"\n\
         fi\n\
         unset {}\n\
         export RUSTC={RUSTC} RUSTDOC=/usr/bin/rustdoc\n\
         # Cargo looks for subcommands in its own home first, and would find rustup's Clippy there.\n\
         if [ \"$1\" = clippy ]; then CARGO={CARGO} exec /usr/bin/cargo-clippy \"$@\"; fi\n\
         exec {CARGO} \"$@\"\n",
        INHERITED.join(" ")
    );
    let file = folder.join("cargo");
    if fs::read_to_string(&file).is_ok_and(|there| there == script) {
        return Ok(folder);
    }
    fs::create_dir_all(&folder)?;
    let part = folder.join(format!(".cargo.{}.part", std::process::id()));
    fs::write(&part, script)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&part, fs::Permissions::from_mode(0o755))?;
    }
    fs::rename(&part, &file)?;
    Ok(folder)
}
