//! What a short button is about, for those who hear the page.

use leptos::prelude::*;

use crate::app::use_words;

/// The subject of a short button. Documents have `parts::unseen` for their links.
#[component]
pub fn Unseen(about: &'static str) -> impl IntoView {
    view! { <span class="visually-hidden">{use_words().lang.colon()}{about}</span> }
}
