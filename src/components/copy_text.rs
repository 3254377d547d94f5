//! A text to copy: a read-only field with its button, then whether it was copied.

use boussole_core::content::Label;
use boussole_core::state::CopyField;
use leptos::html::Textarea;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::clipboard;
use crate::components::Unseen;

/// A text to copy.
#[component]
pub fn CopyText(
    /// The field that the state says was copied.
    field: CopyField,
    /// The name of the text.
    label: Label,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// How many lines the field shows.
    rows: u8,
    /// The classes of the field and its button together.
    #[prop(default = "copy")]
    class: &'static str,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let label = words.label(label);
    let area = NodeRef::<Textarea>::new();
    let copy = move |_| {
        if let Some(area) = area.get_untracked() {
            clipboard::copy(area.into(), move |is_done| app.update(|state| state.copied(field, is_done)));
        }
    };
    view! {
        <div class=class>
            <textarea
                readonly
                spellcheck="false"
                rows=rows.to_string()
                id=format!("share-{}", name(field))
                aria-label=label
                node_ref=area
            >
                {move || text.get()}
            </textarea>
            <button type="button" class="button" on:click=copy>
                {words.label(Label::Copy)}
                <Unseen about=label/>
            </button>
        </div>
        <CopyOutcome field/>
    }
}

/// Whether a field was copied; nothing before its button is pressed.
#[component]
pub fn CopyOutcome(field: CopyField) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let outcome = app.memo(move |state| {
        let (copied, is_done) = state.sharing.copied.as_ref()?;
        (*copied == field).then_some(if *is_done { Label::Copied } else { Label::CopyRefused })
    });
    move || outcome.get().map(|outcome| view! { <p class="copy__told">{words.label(outcome)}</p> })
}

/// The name of a field, in its id.
const fn name(field: CopyField) -> &'static str {
    match field {
        CopyField::Link => "link",
        CopyField::Message => "message",
        CopyField::Record => "record",
        CopyField::Json => "json",
        CopyField::Code => "code",
        CopyField::Frame => "frame",
    }
}
