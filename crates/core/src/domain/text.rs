//! A text in both languages.

use super::Lang;

/// The same text in French and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The French text, with French typography.
    pub fr: String,
    /// The English text.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.fr,
            Lang::En => &self.en,
        }
    }
}
