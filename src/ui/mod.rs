//! The app's screens. Components read the state and call its transitions; `shell` holds the one effect.

mod components;
mod pages;
mod shell;

use leptos::prelude::*;

use crate::app::AppState;
use crate::content::{Content, Label};
use crate::html::{Html, Page};
use crate::link::{Address, View};
use crate::words::Words;

pub use shell::start;

/// What every component needs: the content and the state. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Ui {
    content: &'static Content,
    state: RwSignal<AppState>,
}

/// The state as it is while something is drawn, with the words of its language.
#[derive(Clone, Copy)]
pub(crate) struct Now<'a> {
    ui: Ui,
    state: &'a AppState,
    words: Words<'static>,
}

impl Ui {
    /// Something happened.
    fn update(self, happened: impl FnOnce(&mut AppState)) {
        self.state.update(happened);
    }
}

impl<'a> Now<'a> {
    fn new(ui: Ui, state: &'a AppState) -> Self {
        Self { ui, state, words: Words::new(ui.content, state.lang) }
    }

    /// A word or sentence of the interface.
    fn label(self, label: Label) -> &'static str {
        self.words.label(label)
    }

    /// What is only read, as HTML text.
    fn html(self, write: impl FnOnce(&mut Html, Page<'_>)) -> String {
        let mut html = Html::new();
        write(&mut html, Page { words: self.words, answers: self.state.answers() });
        html.finish()
    }

    /// The address of a view, in the language on screen.
    fn href(self, view: View) -> String {
        Address::View(self.state.lang, view).write(self.ui.content)
    }
}
