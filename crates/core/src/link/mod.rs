//! The text after `#` in an address: encodes and decodes pages and answers. No other module knows this grammar.
//!
//! A browser never sends the text after `#` to a server. Segments consist of `[A-Za-z0-9_-]` and are joined by `/`.

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
pub use lines::{Line, LineError, lines};
pub use pasted::find_code;
