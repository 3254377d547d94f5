//! A static page inside the single file. On the site, these pages are documents of their own.

use leptos::prelude::*;

use crate::app::use_app;
use crate::browser::page::static_page;

/// The static page at the present address.
#[component]
pub fn StaticPage() -> impl IntoView {
    let app = use_app();
    let html = app.memo(move |state| static_page(&state.address(app.content).write(app.content)));
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <div inner_html=move || html.get()></div>
            </div>
        </main>
    }
}
