//! Answers and places as the text after `#`: one grammar, written and read here only.
//!
//! Everything stays after `#`, so no server ever receives it. Segments are made of `[A-Za-z0-9_-]` and joined by `/`.

mod address;
mod bits;
mod code;
mod embed;
mod lines;
mod pasted;

pub use address::{Address, CHAPTER_PARTS, Order, Unreadable, View};
#[cfg(not(target_arch = "wasm32"))]
pub use code::checked;
pub use code::{LinkNotice, changed_since, decode, encode, is_code, of_topic};
pub use embed::{Options, Request, Shows, colour};
pub use lines::{Line, Wrong, lines};
pub use pasted::pasted;
