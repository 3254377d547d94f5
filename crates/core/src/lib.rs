//! What Boussole knows and decides, without a browser: content, engine, links, words, records and the state of the screen.
//!
//! Everything here is pure and tested natively. No crate in its dependency tree can touch a browser.

pub mod domain;

pub mod content;

pub mod engine;

pub mod link;

pub mod words;

pub mod record;

pub mod state;

#[cfg(test)]
mod test_content;
