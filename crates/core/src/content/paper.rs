//! The additional content of the paper questionnaire. It is not bundled with the app; `load/paper.rs` reads it.

use crate::domain::Text;

/// The additional content of the paper questionnaire, besides [`super::Content`].
#[derive(Clone, Debug, Default)]
pub struct Paper {
    /// The texts of the page, indexed by [`super::PaperLabel`].
    pub words: Vec<Text>,
}
