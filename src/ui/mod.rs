//! The app in the browser: one view made of text, the listeners that answer to the person, and the one effect.
//!
//! Pages are HTML text (`html`), drawn part by part; native controls and buttons say by name what they are for. Why so:
//! `docs/decisions/0004-text-and-components.md`.

mod draw;
mod events;
mod json;
mod shell;

use leptos::prelude::*;

use crate::html::{Page, Place};
use boussole_core::content::Content;
use boussole_core::state::AppState;
use boussole_core::words::Words;

pub use shell::start;

/// What everything here needs: the content and the state. Cheap to copy.
#[derive(Clone, Copy)]
struct Ui {
    content: &'static Content,
    state: RwSignal<AppState>,
    /// Whether this is the single file, which carries what is only read, or the site, where it is beside the app.
    place: Place,
}

impl Ui {
    /// What a page is drawn from.
    fn page(self, state: &AppState) -> Page<'_> {
        Page { words: Words::new(self.content, state.lang), answers: state.answers(), place: self.place }
    }
}
