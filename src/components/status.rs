//! The status line, which screen readers read out.

use leptos::prelude::*;

use crate::app::use_app;
use crate::documents::status::status;

/// What the last answer changed, for those who do not see it.
#[component]
pub fn Status() -> impl IntoView {
    let app = use_app();
    let text = Memo::new(move |_| app.with_page(status));
    view! { <p class="visually-hidden" role="status">{move || text.get()}</p> }
}
