//! The status line, which screen readers read out.

use leptos::prelude::*;

use crate::app::use_app;
use crate::html;

/// What the last answer changed, for those who do not see it.
#[component]
pub fn Status() -> impl IntoView {
    let app = use_app();
    let status = Memo::new(move |_| app.with_page(|page, state| html::screen(page, state, &String::new).status));
    view! { <p class="visually-hidden" role="status">{move || status.get()}</p> }
}
