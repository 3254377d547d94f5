//! The options in a frame's address, as words joined by `-` (`-` alone when there are none), and the requests to a frame.

use crate::domain::{Lang, QuestionId};

/// The options of a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The theme: dark (true), light (false), or the device's preference.
    pub dark: Option<bool>,
    /// The accent colour, as six lower-case hexadecimal digits; none for the app's default.
    pub accent: Option<String>,
    /// The parts of the topic shown.
    pub shows: Shows,
    /// Whether it is in a web page and grows with its content, instead of filling a slide.
    pub is_page: bool,
}

/// The parts of a topic that a frame shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shows {
    /// The questions, then the verdict.
    #[default]
    Both,
    /// Only the questions. The presenter reveals the verdict.
    Questions,
    /// Only the verdict, from the answers in the address.
    Verdict,
}

/// A request from the page around a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Request {
    /// Go back to the starting answers and to the first screen.
    Reset,
    /// Show a question of the topic.
    Question(QuestionId),
    /// Show the verdict, or the range while it is not settled.
    Verdict,
    /// Change the language.
    Lang(Lang),
    /// Change the theme: dark (true), light (false), or the device's preference.
    Theme(Option<bool>),
}

impl Options {
    /// Parses the options of an address. Unknown words are ignored, because a newer version may have added them.
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

    /// Writes the options for an address, always in the same order.
    #[must_use]
    pub fn write(&self) -> String {
        let accent = self.accent.as_ref().map(|accent| format!("c{accent}"));
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
        let words: Vec<&str> = words.into_iter().flatten().collect();
        if words.is_empty() { "-".to_owned() } else { words.join("-") }
    }
}

/// Parses a colour of six hexadecimal digits, and converts it to lower case; none when it is not a colour.
#[must_use]
pub fn colour(digits: &str) -> Option<String> {
    let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_colour.then(|| digits.to_ascii_lowercase())
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
    fn options_are_parsed_as_written() {
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
    fn options_are_written_in_one_order() {
        check("-", "-");
        check("", "-");
        check("page-ask-cFFB454-dark", "dark-cffb454-ask-page");
        check("told-light", "light-told");
    }

    #[test]
    fn unknown_options_are_ignored() {
        assert_eq!(check("dark-sepia-c12345-cxyzxyz", "dark").accent, None);
        assert_eq!(check("c", "-"), Options::default());
        // An invalid colour does not replace the valid one before it.
        assert_eq!(check("cffb454-c12", "cffb454").accent.as_deref(), Some("ffb454"));
    }
}
