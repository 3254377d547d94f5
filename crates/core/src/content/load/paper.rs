//! Reads the content of the paper questionnaire: `paper.toml`.

use super::limit;
use crate::content::PaperLabel;
use crate::content::paper::Paper;
use crate::content::read::Node;

/// Reads the texts of the page.
pub(super) fn paper(node: &Node<'_>) -> Paper {
    let words = node.child("words");
    let text = |words: &Node<'_>, key: &&str| words.text(key, limit::SENTENCE);
    Paper { words: words.map_or_else(Vec::new, |words| PaperLabel::KEYS.iter().map(|key| text(&words, key)).collect()) }
}
