//! A text to copy: a read-only field with its button, then whether it was copied.

use boussole_core::content::Label;
use boussole_core::state::CopyField;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::clipboard;
use crate::components::Unseen;

/// A text to copy. Children are more buttons about the text, after the one that copies it.
#[component]
pub fn CopyText(
    /// The field that the state says was copied.
    field: CopyField,
    /// The name of the text.
    label: Label,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
    /// How many lines the field shows. Without it, the field is a single line.
    #[prop(optional)]
    rows: Option<u8>,
    /// The classes of the field and its buttons together.
    #[prop(default = "copy")]
    class: &'static str,
    /// What to know about the text, before the line that says whether it was copied.
    #[prop(optional, into)]
    note: ViewFn,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let label = words.label(label);
    let id = field_id(field);
    let (line, area) = (NodeRef::<Input>::new(), NodeRef::<Textarea>::new());
    let copy = move |_| {
        let line = line.get_untracked().map(Into::into);
        if let Some(element) = line.or_else(|| area.get_untracked().map(Into::into)) {
            clipboard::copy(element, move |is_done| app.update(|state| state.copied(field, is_done)));
        }
    };
    view! {
        <div class=class>
            {match rows {
                None => view! { <input readonly id=id aria-label=label value=text node_ref=line/> }.into_any(),
                Some(rows) => {
                    view! {
                        <textarea readonly spellcheck="false" rows=rows.to_string() id=id aria-label=label node_ref=area>
                            {move || text.get()}
                        </textarea>
                    }
                        .into_any()
                }
            }}
            <button type="button" class="button" on:click=copy>{words.label(Label::Copy)}<Unseen about=label/></button>
            {children.map(|children| children())}
        </div>
        {note.run()}
        <CopyOutcome field/>
    }
}

/// Whether a field was copied; nothing before its button is pressed.
#[component]
fn CopyOutcome(field: CopyField) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let outcome = app.memo(move |state| {
        let (copied, is_done) = state.sharing.copied.as_ref()?;
        (*copied == field).then_some(if *is_done { Label::Copied } else { Label::CopyRefused })
    });
    move || outcome.get().map(|outcome| view! { <p class="copy__told">{words.label(outcome)}</p> })
}

const fn field_id(field: CopyField) -> &'static str {
    match field {
        CopyField::Link => "share-link",
        CopyField::Message => "share-message",
        CopyField::Record => "share-record",
        CopyField::Json => "share-json",
        CopyField::Code => "share-code",
        CopyField::Frame => "share-frame",
    }
}
