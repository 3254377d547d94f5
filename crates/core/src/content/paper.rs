//! What the paper questionnaire says besides the questions and the rules. It never travels in the wasm; `load/paper.rs` reads it.

use crate::domain::Text;

/// Everything the paper questionnaire needs besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// The page's own words, by [`super::PaperLabel`].
    pub words: Vec<Text>,
}
