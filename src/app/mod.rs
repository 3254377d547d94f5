//! What the screen remembers, and its named transitions. Pure: the browser is told afterwards, by `ui`.

pub mod apart;
mod state;

#[cfg(test)]
mod tests;

pub use apart::{Pair, WhatIf};
pub use state::{AppState, Change, Draft, Guest, Origin, Theme, read_kept};
