//! What is only read, as HTML text: the same words and classes before the app starts, in the app, and with no script.
//!
//! Text rather than components for two reasons: the page before the app and the app's own cannot drift apart, so starting
//! moves nothing; and it takes a fraction of their place in the wasm (`docs/decisions/0004-text-and-components.md`).

mod example;
mod home;
mod parts;
mod plain;
mod verdict;

use crate::domain::{Answers, Lang};
use crate::link::{Address, View};
use crate::words::Words;

pub use example::example;
pub use home::home;
pub use parts::{ROSE, about, about_inside, about_title, answers_list, dial, dial_card, footer, why};
pub use plain::plain;
pub use verdict::verdict;

/// What a page is drawn from.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The reader's words.
    pub words: Words<'a>,
    /// The answers on screen.
    pub answers: &'a Answers,
}

impl<'a> Page<'a> {
    fn lang(self) -> Lang {
        self.words.lang
    }

    /// The address of a view, in the reader's language.
    fn href(self, view: View) -> String {
        Address::View(self.words.lang, view).write(self.words.content)
    }
}

/// HTML text being written.
#[derive(Debug, Default)]
pub struct Html(String);

// Pages are little else than calls of these: inlined, they would double the size of every page in the wasm.
impl Html {
    /// No HTML yet.
    #[must_use]
    pub const fn new() -> Self {
        Self(String::new())
    }

    /// The text written.
    #[must_use]
    pub fn finish(self) -> String {
        self.0
    }

    /// Adds markup.
    #[inline(never)]
    fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Adds words, in an element's text or a quoted attribute.
    #[inline(never)]
    fn text(&mut self, words: &str) -> &mut Self {
        for char in words.chars() {
            match char {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '"' => self.0.push_str("&quot;"),
                char => self.0.push(char),
            }
        }
        self
    }

    /// Adds an element without attributes that holds words only.
    #[inline(never)]
    fn tag(&mut self, name: &str, words: &str) -> &mut Self {
        self.raw("<").raw(name).raw(">").text(words).raw("</").raw(name).raw(">")
    }

    /// Adds an element with a class that holds words only.
    #[inline(never)]
    fn classed(&mut self, name: &str, class: &str, words: &str) -> &mut Self {
        self.raw("<").raw(name).raw(" class=\"").raw(class).raw("\">").text(words).raw("</").raw(name).raw(">")
    }

    /// Opens a link.
    #[inline(never)]
    fn link(&mut self, href: &str, class: &str) -> &mut Self {
        self.raw("<a href=\"").text(href);
        if !class.is_empty() {
            self.raw("\" class=\"").raw(class);
        }
        self.raw("\">")
    }

    /// Opens a link that leads out of the app: in another tab, which learns nothing of this one.
    #[inline(never)]
    fn link_out(&mut self, href: &str) -> &mut Self {
        self.raw("<a href=\"").text(href).raw("\" target=\"_blank\" rel=\"noopener\">")
    }
}

#[cfg(test)]
mod tests {
    use super::Html;

    #[test]
    fn words_never_become_markup() {
        let mut html = Html::new();
        html.tag("p", "<b> & \"c\"").link("#\"x", "y").raw("</a>");
        assert_eq!(html.finish(), "<p>&lt;b> &amp; &quot;c&quot;</p><a href=\"#&quot;x\" class=\"y\"></a>");
    }
}
