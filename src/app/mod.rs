//! What the screen remembers, and its named transitions. Pure: the browser is told afterwards, by `ui`.

pub mod apart;
mod kept;
mod rest;
mod share;
mod state;

#[cfg(test)]
mod tests;

pub use apart::{Pair, WhatIf};
pub use kept::{is_set_aside, read_guest, read_kept, read_other, write_guest, write_other};
pub use rest::Rest;
pub use share::Sharing;
pub use state::{AppState, Change, Draft, Guest, Origin, Theme};
