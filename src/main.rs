//! Mounts the app, nothing more.

#[cfg(target_arch = "wasm32")]
fn main() {
    boussole::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Boussole runs in a browser: use `cargo xtask serve`.");
}
