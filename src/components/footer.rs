//! The footer of the app: privacy, the way to forget everything, and credits.

use boussole_core::content::Label;
use boussole_core::state::AppState;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::Document;
use crate::documents::parts::credits;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    view! {
        <footer class="foot">
            <p>{words.label(Label::Privacy)}</p>
            <button type="button" class="link-button" on:click=move |_| app.update(AppState::asked_to_forget)>
                {words.label(Label::Forget)}
            </button>
            <Document write=credits/>
        </footer>
    }
}
