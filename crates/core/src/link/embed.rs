//! What the address of a frame says of it, words joined by `-` or `-` alone; and what may be asked of it later.

use crate::domain::{Lang, QuestionId};

/// How a frame looks and what it allows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether it is dark, whatever the device prefers.
    pub dark: Option<bool>,
    /// The colour that leads, in place of the app's own: six hexadecimal digits, in lower case.
    pub accent: Option<String>,
    /// What it shows.
    pub shows: Shows,
    /// Whether it stands in a page and is as tall as what it shows, rather than filling a slide.
    pub is_page: bool,
}

/// What a frame shows of a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// The questions, then the verdict.
    #[default]
    Both,
    /// The questions only: the verdict is told by whoever presents.
    Questions,
    /// The verdict only: the answers are those of the address.
    Verdict,
}

/// What the page around a frame may ask of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// The answers it started from, and its first screen.
    Reset,
    /// A question of its topic.
    Question(QuestionId),
    /// The verdict, as far as it is known.
    Verdict,
    /// Another language.
    Lang(Lang),
    /// Light, dark (true), or as the device prefers.
    Theme(Option<bool>),
}

impl Options {
    /// Reads the words of an address. Those that a later version may add are left out: the frame opens without them.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut options = Self::default();
        for word in text.split('-') {
            match word {
                "light" => options.dark = Some(false),
                "dark" => options.dark = Some(true),
                "ask" => options.shows = Shows::Questions,
                "told" => options.shows = Shows::Verdict,
                "page" => options.is_page = true,
                word => options.accent = word.strip_prefix('c').and_then(colour).or(options.accent),
            }
        }
        options
    }

    /// The words of an address, always in the same order.
    #[must_use]
    pub fn write(&self) -> String {
        let accent = self.accent.as_ref().map(|accent| ["c", accent].concat());
        let words = [
            self.dark.map(|dark| if dark { "dark" } else { "light" }),
            accent.as_deref(),
            match self.shows {
                Shows::Both => None,
                Shows::Questions => Some("ask"),
                Shows::Verdict => Some("told"),
            },
            self.is_page.then_some("page"),
        ];
        let mut text = String::new();
        for word in words.into_iter().flatten() {
            if !text.is_empty() {
                text.push('-');
            }
            text.push_str(word);
        }
        if text.is_empty() { "-".to_owned() } else { text }
    }
}

/// A colour of six hexadecimal digits, in lower case.
#[must_use]
pub fn colour(digits: &str) -> Option<String> {
    let is_one = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| digits.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Options, Shows};

    fn check(text: &str, written: &str) -> Options {
        let options = Options::parse(text);
        assert_eq!(options.write(), written, "{text}");
        assert_eq!(Options::parse(written), options, "{text}");
        options
    }

    #[test]
    fn every_choice_reads_back_as_written() {
        for dark in [None, Some(false), Some(true)] {
            for accent in [None, Some("0b5563".to_owned())] {
                for shows in [Shows::Both, Shows::Questions, Shows::Verdict] {
                    for is_page in [false, true] {
                        let options = Options { dark, accent: accent.clone(), shows, is_page };
                        assert_eq!(Options::parse(&options.write()), options);
                    }
                }
            }
        }
    }

    #[test]
    fn one_order_whatever_was_written() {
        check("-", "-");
        check("", "-");
        check("page-ask-cFFB454-dark", "dark-cffb454-ask-page");
        check("told-light", "light-told");
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        assert_eq!(check("dark-sepia-c12345-cxyzxyz", "dark").accent, None);
        assert_eq!(check("c", "-"), Options::default());
        // A damaged colour takes nothing from the one before it.
        assert_eq!(check("cffb454-c12", "cffb454").accent.as_deref(), Some("ffb454"));
    }
}
