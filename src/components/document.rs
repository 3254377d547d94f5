//! Documents inside components: written again when what they show changes.

use boussole_core::state::AppState;
use leptos::prelude::*;
use maud::Markup;

use crate::app::{use_app, use_words};
use crate::documents::Page;

/// A document about the answers on screen.
#[component]
pub fn Document(
    /// Writes it.
    write: impl Fn(Page<'_>) -> Markup + Send + Sync + 'static,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let html =
        Memo::new(move |_| app.answers.with(|answers| write(Page { words, answers, place: app.place }).into_string()));
    view! { <div inner_html=move || html.get()></div> }
}

/// A document about more of the state than the answers.
#[component]
pub fn StateDocument(
    /// Writes it.
    write: impl Fn(Page<'_>, &AppState) -> Markup + Send + Sync + 'static,
) -> impl IntoView {
    let app = use_app();
    let html = Memo::new(move |_| app.with_page(|page, state| write(page, state).into_string()));
    view! { <div inner_html=move || html.get()></div> }
}
