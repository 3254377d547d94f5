//! What to read and in which order, what fits in the time available, and what the lab can run.

use boussole_core::content::Label;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::{Document, Pickers};
use crate::documents::plan::planned;

/// The page: the questions that the plan depends on most, then the plan.
#[component]
pub fn PlanPage() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let asks = &app.content.guide.questions;
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <h1 tabindex="-1">{words.label(Label::PlanTitle)}</h1>
                <p class="lede">{words.label(Label::PlanLede)}</p>
                <Pickers questions=[asks.profile, asks.time, asks.memory]/>
                <Document write=planned/>
            </div>
        </main>
    }
}
