//! A worked situation.

use boussole_core::content::Situation;
use leptos::prelude::*;

use crate::components::Document;
use crate::documents::example::example;

/// The page.
#[component]
pub fn ExamplePage(situation: &'static Situation) -> impl IntoView {
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <Document write=move |page| example(page, situation)/>
            </div>
        </main>
    }
}
