//! A result in other forms than the app's pages: messages, decision records, JSON, paper and pictures.

pub mod card;
pub mod decision;
pub mod dial;
#[cfg(not(target_arch = "wasm32"))]
pub mod exhaustive_check;
pub mod json;
pub mod message;
#[cfg(not(target_arch = "wasm32"))]
pub mod paper_key;
mod picture;
pub mod qr;
pub mod static_image;
pub mod text;

use crate::content::Content;
use crate::domain::Answers;
use crate::link::{self, Address};

/// The link that opens the app with some answers; the code alone when the app has no public address.
#[must_use]
pub fn link(content: &Content, base: Option<&str>, answers: &Answers) -> String {
    let code = link::encode(content, answers);
    match base {
        Some(base) => format!("{base}{}", Address::Result(code).write(content)),
        None => code,
    }
}
