//! The buttons of a frame.

use leptos::prelude::*;

use crate::app::use_app;
use crate::html;

/// The bar under a frame.
#[component]
pub fn FrameBar() -> impl IntoView {
    let app = use_app();
    let bar = Memo::new(move |_| app.with_page(|page, state| html::screen(page, state, &String::new).footer));
    view! { <footer class="foot" inner_html=move || bar.get()></footer> }
}
