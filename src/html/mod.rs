//! Every page as HTML text: the same words and classes before the app starts, in the app, and with no script.
//!
//! Text rather than components for two reasons: the page before the app and the app's own cannot drift apart, so starting
//! moves nothing; and it takes a fraction of their place in the wasm (`docs/decisions/0004-text-and-components.md`).

#[cfg(not(target_arch = "wasm32"))]
mod about;
mod again;
mod board;
#[cfg(not(target_arch = "wasm32"))]
mod chapter;
mod choose;
mod compare;
mod controls;
mod embed;
mod example;
mod frame;
mod home;
mod join;
mod lab;
mod lift;
#[cfg(not(target_arch = "wasm32"))]
mod outside;
#[cfg(not(target_arch = "wasm32"))]
mod paper;
mod parts;
mod plain;
mod plan;
mod question;
mod ready;
mod rest;
mod screen;
mod share;
mod snippet;
#[cfg(not(target_arch = "wasm32"))]
mod table;
mod tools;
#[cfg(not(target_arch = "wasm32"))]
mod trainers;
mod verdict;
mod what_if;

use boussole_core::domain::Lang;

pub use crate::documents::{Page, Place, outside_file};

pub use crate::documents::title::title;
#[cfg(not(target_arch = "wasm32"))]
pub use outside::{OUTSIDE, Outside, Shell};
pub use plain::plain;
pub use screen::{Main, Screen, screen};
pub use snippet::{LISTENER, Shown, snippet};

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

    /// Adds, for those who hear the page, what a short link is about.
    #[inline(never)]
    fn unseen(&mut self, lang: Lang, about: &str) -> &mut Self {
        self.raw("<span class=\"visually-hidden\">").raw(lang.colon()).text(about).raw("</span>")
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

    /// Opens a link that leads out of the app: in another tab, which learns nothing of this one, as browsers see to.
    #[inline(never)]
    fn link_out(&mut self, href: &str) -> &mut Self {
        self.raw("<a href=\"").text(href).raw("\" target=\"_blank\">")
    }
}

/// A button that says what it is for in `data-do`, and to what in `data-on`: the app answers to it.
fn button(html: &mut Html, class: &str, does: &str, on: &str, label: &str) {
    html.raw("<button type=\"button\" class=\"").raw(class).raw("\" data-do=\"").raw(does);
    html.raw("\" data-on=\"").text(on).raw("\">").text(label).raw("</button>");
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
