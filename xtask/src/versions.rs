//! The versions of everything that the set-up installs, in one place.

/// Must equal the `wasm-bindgen` of the root `Cargo.toml`; the set-up checks that it does.
pub const WASM_BINDGEN: &str = "0.2.129";

/// The site builder.
pub const TRUNK: &str = "0.21.14";

/// Firefox's WebDriver.
pub const GECKODRIVER: &str = "0.36.0";

/// The fuzzer.
pub const CARGO_FUZZ: &str = "0.13.2";

/// The linter of the decision records. Later ones need more than Node 20, which Debian has.
pub const MARKDOWNLINT: &str = "0.22.0";

/// What every part is compiled to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The oldest compiler that builds the project, as `rust-version` in the root `Cargo.toml`.
pub const OLDEST_RUSTC: (u32, u32) = (1, 95);

/// Debian's Rust with its library source and a linker of the same LLVM.
pub const DEBIAN_RUST: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "lld-22"];

/// The linter of that Rust.
pub const DEBIAN_CLIPPY: &str = "rust-web-clippy";
