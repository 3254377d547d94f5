//! What is printed in place of the screen.

use leptos::prelude::*;

use crate::app::use_app;
use crate::documents::printed::printed;

/// The printed sheet of a verdict or of the overview; styles show it on paper only, so that the browser's own print command
/// prints it too.
#[component]
pub fn Printed() -> impl IntoView {
    let app = use_app();
    let sheet = Memo::new(move |_| {
        // The sheet depends on these only: its QR code takes too long to draw again at every change of the state.
        app.answers.with(|_| ());
        let _ = (app.view.get(), app.lang.get());
        untrack(|| app.with_page(|page, state| printed(page, state).into_string()))
    });
    view! { <div class="printed" inner_html=move || sheet.get()></div> }
}
