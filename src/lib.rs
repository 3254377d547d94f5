//! Boussole: is this technology right for us? The app, over what `boussole_core` knows and decides.
//!
//! The same components are mounted in the browser and rendered to HTML when the app is packed.

pub mod app;

#[cfg(not(target_arch = "wasm32"))]
mod before_app;

pub mod browser;

pub mod bundled;

pub mod components;

pub mod documents;

mod effects;

mod frame;

mod json;

mod own_answers;

pub mod pages;

#[cfg(not(target_arch = "wasm32"))]
mod prerender;

mod start;

#[cfg(not(target_arch = "wasm32"))]
pub use before_app::before_app;
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::prerender;
pub use start::start;
