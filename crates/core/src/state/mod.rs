//! What the screen remembers, and its named transitions. Pure: the browser is told afterwards, by `ui`.

pub mod apart;
mod app_state;
mod embed;
mod kept;
mod pick;
mod room;
mod share;
mod slides;

#[cfg(test)]
mod tests;

pub use apart::{Pair, WhatIf};
pub use app_state::{AppState, Change, Confirmation, Draft, Guest, Origin, Theme};
pub use embed::{Embed, is_for_host, shifted};
pub use kept::{is_set_aside, merged, read_guest, read_kept, read_other, write_guest, write_other};
pub use pick::{AnswerSet, Pick};
pub use room::{Heard, Room, read_room, write_room};
pub use share::{CopyField, Sharing};
pub use slides::{Slides, Tool};
