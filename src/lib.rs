//! Boussole: is this technology right for us?
//!
//! From `domain` to `app` everything is pure and tested natively. `platform` and `ui` exist in the browser only, and so do
//! the crates they use: a native build that compiles proves that the rest cannot see the browser.

pub mod domain;

pub mod content;

pub mod carried;

pub mod engine;

pub mod link;

pub mod words;

pub mod record;

pub mod html;

pub mod app;

#[cfg(target_arch = "wasm32")]
pub mod platform;

#[cfg(target_arch = "wasm32")]
pub mod ui;
