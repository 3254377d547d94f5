//! The last page that a participant of a room sees: the code of the answers, to show or to send.

use boussole_core::content::Label;
use boussole_core::link;
use boussole_core::state::CopyField;
use leptos::prelude::*;

use super::TopicAt;
use crate::app::{use_app, use_words};
use crate::components::{CopyText, Document, StateDocument};
use crate::documents::joined::{code_to_show, lacking};

/// The page.
#[component]
pub fn JoinedPage(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let code = app.memo(move |state| link::encode(app.content, &state.shared(app.content)));
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <p class="step">{topic.name.get(words.lang)}</p>
                <h1 tabindex="-1">{words.label(Label::JoinCode)}</h1>
                <p class="lede">{words.label(Label::JoinCodeText)}</p>
                <Document write=move |page| lacking(page, position, topic)/>
                <CopyText field=CopyField::Code label=Label::ShareCode text=code rows=2 class="copy joined"/>
                <StateDocument write=move |page, state| code_to_show(page, state, position, topic)/>
            </div>
        </main>
    }
}
