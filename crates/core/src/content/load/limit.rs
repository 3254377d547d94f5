//! The maximum lengths of texts, in characters: they fit a 960×540 slide without scrolling, in both languages.

pub(super) const ASK: usize = 80;
pub(super) const CHOICE: usize = 40;
pub(super) const SYMPTOM: usize = 60;
pub(super) const NOTE: usize = 80;
pub(super) const SENTENCE: usize = 200;
pub(super) const PARAGRAPH: usize = 320;
/// The maximum number of choices, including "none" and "I don't know".
pub(super) const N_CHOICES: usize = 8;
