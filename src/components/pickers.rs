//! Several questions as lists, side by side.

use boussole_core::domain::QuestionId;
use leptos::prelude::*;

use crate::app::use_app;
use crate::components::ChoiceList;

/// Questions as lists.
#[component]
pub fn Pickers(
    /// The questions, in the order shown.
    #[prop(into)]
    questions: Vec<QuestionId>,
) -> impl IntoView {
    let app = use_app();
    let lists = questions.into_iter().filter_map(|code| app.content.question(code));
    view! { <div class="pickers">{lists.map(|question| view! { <ChoiceList question/> }).collect_view()}</div> }
}
