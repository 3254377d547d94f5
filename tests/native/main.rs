//! What must hold natively, apart from what stands beside the code: situations, content, links, and the shape of the tree.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod about;
mod card;
mod cases;
mod chapter;
mod codes;
mod content;
mod decks;
mod embed;
mod fuzz;
mod golden;
mod guide;
mod json;
mod paper;
mod properties;
mod qr;
mod records;
mod rendered;
mod room;
mod situation;
mod slides;
mod tidy;
mod trainers;
mod twin;
mod words;
