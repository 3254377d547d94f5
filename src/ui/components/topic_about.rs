//! What a technology is, why it exists and what it is used for, folded away.

use leptos::prelude::*;

use crate::content::{Label, Topic};
use crate::ui::Now;

use super::sources;

/// The topic in a few sentences.
pub(in crate::ui) fn topic_about(now: Now<'_>, topic: &'static Topic) -> AnyView {
    let lang = now.state.lang;
    let uses: Vec<_> = topic
        .use_cases
        .iter()
        .map(|case| view! { <li>{case.text.get(lang)} " " {sources(now, &case.sources)}</li> })
        .collect();
    view! {
        <details class="fold">
            <summary>{now.label(Label::AboutTopic)} " " {topic.name.get(lang)}</summary>
            <p>{topic.what.get(lang)}</p>
            <p>{topic.why.get(lang)} " " {sources(now, &topic.sources)}</p>
            <h3>{now.label(Label::UseCases)}</h3>
            <ul>{uses}</ul>
        </details>
    }
    .into_any()
}
