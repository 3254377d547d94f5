//! The result in other forms than the app's pages.

pub mod dial;
#[cfg(not(target_arch = "wasm32"))]
pub mod key;
#[cfg(not(target_arch = "wasm32"))]
pub mod proof;
