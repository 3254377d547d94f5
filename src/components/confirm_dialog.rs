//! The dialog that asks before answers are erased or replaced.

use boussole_core::content::Label;
use boussole_core::state::{AppState, Confirmation};
use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::dialog;

/// The dialog, while something is to be confirmed. Its first focus is the button that changes nothing, so that a key held down
/// erases nothing.
#[component]
pub fn ConfirmDialog() -> impl IntoView {
    let app = use_app();
    let confirming = app.memo(|state| state.confirming);
    move || confirming.get().map(|confirmation| view! { <Asked confirmation/> })
}

#[component]
fn Asked(confirmation: Confirmation) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let (question, yes) = match confirmation {
        Confirmation::Forget => (Label::ForgetConfirm, Label::Forget),
        Confirmation::ReplaceOwn => (Label::GuestReplaceConfirm, Label::GuestReplace),
    };
    // The element with the focus before the dialog: the browser gives it the focus back when the dialog closes.
    let element = NodeRef::<Dialog>::new();
    Effect::new(move || {
        if let Some(dialog) = element.get() {
            dialog::show(&dialog);
        }
    });
    let close = move || element.get_untracked().iter().for_each(dialog::close);
    let confirm = move |_| {
        close();
        app.update_and_focus(AppState::confirmed, "h1");
        app.go(app.view.get_untracked());
    };
    view! {
        <dialog
            class="dialog"
            role="alertdialog"
            aria-labelledby="confirm-question"
            node_ref=element
            // Escape closes it too.
            on:close=move |_| app.update(AppState::cancelled)
        >
            <p id="confirm-question">{words.label(question)}</p>
            <div class="bar bar--tight">
                <button type="button" class="button" autofocus on:click=move |_| close()>{words.label(Label::KeepMine)}</button>
                <button type="button" class="button button--quiet" on:click=confirm>{words.label(yes)}</button>
            </div>
        </dialog>
    }
}
