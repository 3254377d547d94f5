//! The versions of all programs that the set-up installs.

/// The version of `wasm-bindgen` in the root `Cargo.toml` must be the same: the set-up checks it.
pub const WASM_BINDGEN: &str = "0.2.129";

/// The site builder.
pub const TRUNK: &str = "0.21.14";

/// Firefox's WebDriver.
pub const GECKODRIVER: &str = "0.36.0";

/// The fuzzer.
pub const CARGO_FUZZ: &str = "0.13.2";

/// The linter of the decision records. Later versions need more than Node 20, the version of Debian.
pub const MARKDOWNLINT: &str = "0.22.0";

/// The target that the app is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest compiler that builds the project, as `rust-version` in the root `Cargo.toml`.
pub const OLDEST_RUSTC: (u32, u32) = (1, 95);

/// Debian's Rust, the source of its library, and the linker of the same version of LLVM.
pub const DEBIAN_RUST: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// Clippy for Debian's Rust.
pub const DEBIAN_CLIPPY: &str = "rust-web-clippy";
