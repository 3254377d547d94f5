//! A button that stands behind the main one of its page.

use leptos::prelude::*;

/// A button with its label.
#[component]
pub fn QuietButton(
    /// The label.
    label: &'static str,
    /// What pressing it does.
    press: impl Fn() + 'static,
) -> impl IntoView {
    view! { <button type="button" class="button button--quiet" on:click=move |_| press()>{label}</button> }
}
