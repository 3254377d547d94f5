//! What is printed in place of the screen.

use leptos::prelude::*;

use crate::app::use_app;
use crate::html;

/// The printed sheet of a verdict or of the overview; styles show it on paper only, so that the browser's own print command
/// prints it too.
#[component]
pub fn Printed() -> impl IntoView {
    let app = use_app();
    // A QR code takes time to draw: not again for a change that the sheet does not show.
    let sheet = Memo::new(move |_| {
        app.answers.track();
        app.view.track();
        app.state.with_untracked(|_| ());
        app.lang.track();
        untrack(|| app.with_page(html::printed))
    });
    view! { <div class="printed" inner_html=move || sheet.get()></div> }
}
