//! Ready to decide? Four boxes after each verdict, apart from it: a good idea is not yet a decision.

use boussole_core::content::Topic;
use leptos::prelude::*;
use maud::html;

use crate::app::{use_app, use_words};
use crate::components::{Boxes, Document};
use crate::documents::ready::{purpose, ticked};

/// The boxes, then how many are ticked.
#[component]
pub(super) fn Ready(topic: &'static Topic) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    app.content.question(topic.ready).map(|question| {
        view! {
            <fieldset class="marks ready">
                <legend>
                    <h2>{question.ask.get(words.lang)}</h2>
                </legend>
                <p class="muted" inner_html=purpose(words, question).into_string()></p>
                <Boxes question boxes=u16::MAX/>
            </fieldset>
            <Document write=move |page| html! { @if let Some(text) = ticked(page, topic) { p { (text) } } }/>
        }
    })
}
