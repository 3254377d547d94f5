//! A sentence in both languages. One half never travels without the other.

use super::Lang;

/// The same words in French and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The French half, typography included.
    pub fr: String,
    /// The English half.
    pub en: String,
}

impl Text {
    /// The half a reader of `lang` reads.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
