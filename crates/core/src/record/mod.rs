//! The result in other forms than the app's pages: for a chat, for a decision record, for other tools, for paper, as pictures.

pub mod card;
pub mod decision;
pub mod dial;
pub mod json;
#[cfg(not(target_arch = "wasm32"))]
pub mod key;
pub mod message;
mod picture;
#[cfg(not(target_arch = "wasm32"))]
pub mod proof;
pub mod qr;
pub mod text;
pub mod twin;

use crate::content::Content;
use crate::domain::Answers;
use crate::link::{self, Address};

/// The link that opens answers, under the app's public address; the code alone where there is none.
#[must_use]
pub fn link(content: &Content, base: Option<&str>, answers: &Answers) -> String {
    let code = link::encode(content, answers);
    match base {
        Some(base) => [base, &Address::Result(code).write(content)].concat(),
        None => code,
    }
}
