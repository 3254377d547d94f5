//! What a person reads, as HTML: results, lists, graphics and static pages. The same functions serve the app, the page before
//! the app, and the static pages.
//!
//! A document holds links, never controls: components hold those, and show documents through `inner_html`.

#[cfg(not(target_arch = "wasm32"))]
mod about;
pub mod board;
#[cfg(not(target_arch = "wasm32"))]
mod chapter;
pub mod choose;
pub mod compare;
pub mod dial;
pub mod embed;
pub mod example;
pub mod files;
pub mod header;
pub mod joined;
pub mod lab;
pub mod look_again;
#[cfg(not(target_arch = "wasm32"))]
mod paper;
pub mod parts;
pub mod plan;
pub mod printed;
pub mod question;
pub mod ready;
pub mod room;
pub mod share;
pub mod slides;
pub mod snippet;
#[cfg(not(target_arch = "wasm32"))]
pub mod static_pages;
pub mod status;
#[cfg(not(target_arch = "wasm32"))]
mod table;
pub mod title;
pub mod tools;
#[cfg(not(target_arch = "wasm32"))]
mod trainers;
pub mod verdict;

use boussole_core::domain::{Answers, Lang};
use boussole_core::link::{Address, View};
use boussole_core::words::Words;

/// What a document is written from.
#[derive(Clone, Copy)]
pub struct Page<'a> {
    /// The reader's words.
    pub words: Words<'a>,
    /// The answers on screen.
    pub answers: &'a Answers,
    /// Where the document is shown.
    pub place: Place,
}

/// Where a document is shown, which decides how its links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The site's first page: the app. The static pages are beside it.
    Site,
    /// The single file: the static pages are inside.
    File,
    /// A static page of the site: the app is beside it.
    Beside,
}

/// The file of a static page of the site, beside `index.html`. None for the views of the app.
#[must_use]
pub const fn outside_file(view: View, lang: Lang) -> Option<&'static str> {
    match (view, lang) {
        (View::Chapter(_), Lang::Fr) => Some("chapitre.html"),
        (View::Chapter(_), Lang::En) => Some("chapter.html"),
        (View::About, Lang::Fr) => Some("a-propos.html"),
        (View::About, Lang::En) => Some("about.html"),
        (View::Paper, Lang::Fr) => Some("questionnaire.html"),
        (View::Paper, Lang::En) => Some("questionnaire-en.html"),
        (View::Trainers, Lang::Fr) => Some("formateurs.html"),
        (View::Trainers, Lang::En) => Some("trainers.html"),
        _ => None,
    }
}

impl Page<'_> {
    /// The reader's language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.words.lang
    }

    /// The address of a view, in the reader's language.
    #[must_use]
    pub fn href(self, view: View) -> String {
        let fragment = Address::View(self.words.lang, view).write(self.words.content);
        match (self.place, outside_file(view, self.words.lang)) {
            (Place::File, _) | (Place::Site, None) => fragment,
            (Place::Site | Place::Beside, Some(file)) => format!("{file}{fragment}"),
            (Place::Beside, None) => format!("index.html{fragment}"),
        }
    }
}
