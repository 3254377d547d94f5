//! Boussole: is this technology right for us? The app, over what `boussole_core` knows and decides.
//!
//! `html` pages are written natively too, when the app is packed. `browser` and `ui` exist in the browser only.

pub mod bundled;

pub mod documents;

pub mod html;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(target_arch = "wasm32")]
pub mod ui;
