//! The tools of a technology that fits: questions that tell them apart, the one to look at first, and all of them.

use boussole_core::content::{Label, Topic};
use leptos::prelude::*;

use crate::app::use_words;
use crate::components::{Document, Pickers};
use crate::documents::tools::{all_tools, first_tool};

/// The section of the tools.
#[component]
pub(super) fn Tools(topic: &'static Topic) -> impl IntoView {
    let words = use_words();
    view! {
        <h2>{words.label(Label::ToolsTitle)}</h2>
        <p class="muted">{words.label(Label::ToolsText)}</p>
        <Pickers questions=topic.tool_questions.clone()/>
        <Document write=move |page| first_tool(page, topic)/>
        // Apart from what depends on the answers: its fold stays open when they change.
        <Document write=move |page| all_tools(page.words, topic)/>
    }
}
