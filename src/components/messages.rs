//! The messages at the top of the page: whose answers are on screen, then what the person should know.

use boussole_core::content::Label;
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AppState, Origin};
use boussole_core::words::Notice;
use leptos::prelude::*;

use crate::app::{use_app, use_words};

/// All messages.
#[component]
pub fn Messages() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let guest = app.memo(|state| state.guest.as_ref().map(|guest| guest.origin));
    let notices = app.memo(move |state| {
        let can_undo = |notice: &Notice| notice.can_be_undone() && state.undo.is_some();
        state.notices.iter().map(|notice| (words.notice(notice), can_undo(notice))).collect::<Vec<(String, bool)>>()
    });
    view! {
        <div class="notices">
            {move || guest.get().map(|origin| view! { <GuestBanner origin/> })}
            // By its text: a message that stays keeps its element, and is not read out again.
            <For each=move || notices.get() key=Clone::clone let((text, can_undo))>
                <Message text can_undo/>
            </For>
        </div>
    }
}

#[component]
fn Message(text: String, can_undo: bool) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let shown = text.clone();
    let dismiss = move |_| {
        app.update_and_focus(
            |state| {
                let place = state.notices.iter().position(|notice| words.notice(notice) == text);
                place.into_iter().for_each(|place| state.dismissed(place));
            },
            ".notice button, h1",
        );
    };
    let undo = move |_| app.update_and_focus(AppState::undone, "h1");
    view! {
        <div class="notice" role="alert">
            <p>{shown}</p>
            {can_undo.then(|| view! {
                <button type="button" class="button button--small" on:click=undo>{words.label(Label::Undo)}</button>
            })}
            <button type="button" class="button button--small" on:click=dismiss>{words.label(Label::Dismiss)}</button>
        </div>
    }
}

/// Whose answers are on screen, when they are not the person's own.
#[component]
fn GuestBanner(origin: Origin) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let text = match origin {
        Origin::Example(situation) => {
            let name = words.content.situations.get(situation).map_or("", |situation| situation.name.get(words.lang));
            words.fill(Label::GuestExample, &[("name", name)])
        }
        Origin::Link => words.label(Label::GuestLink).to_owned(),
    };
    // Where the person has answers of their own to compare with these.
    let compared =
        app.memo(move |state| state.view.topic().filter(|topic| engine::is_started(app.content, *topic, &state.own)));
    let compare = move |topic: usize| {
        app.update_and_focus(|state| state.compared_guest(app.content), "h1");
        app.go(View::Compare(topic));
    };
    let leave = move |_| {
        app.update_and_focus(AppState::left_guest, "h1");
        app.go(app.view.get_untracked());
    };
    let keep = move |_| {
        app.update_and_focus(AppState::asked_to_keep_guest, "h1");
        app.go(app.view.get_untracked());
    };
    view! {
        <div class="notice notice--guest" role="region" aria-labelledby="guest">
            <p id="guest">{text}</p>
            <div class="bar bar--tight">
                <button type="button" class="button button--small" on:click=leave>{words.label(Label::GuestLeave)}</button>
                <button type="button" class="button button--small button--quiet" on:click=keep>
                    {words.label(Label::GuestKeep)}
                </button>
                {move || {
                    compared.get().map(|topic| {
                        view! {
                            <button
                                type="button"
                                class="button button--small button--quiet"
                                on:click=move |_| compare(topic)
                            >
                                {words.label(Label::CompareGuest)}
                            </button>
                        }
                    })
                }}
            </div>
        </div>
    }
}
