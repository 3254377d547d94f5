//! The codes of a room: typed, pasted, read from a file or with the camera, or dropped anywhere on the page.

use boussole_core::content::Label;
use boussole_core::state::{AppState, Room};
use leptos::ev::{Event, SubmitEvent};
use leptos::html::{Input, Video};
use leptos::prelude::*;

use crate::app::{App, use_app, use_words};
use crate::browser::{camera, file};
use crate::components::QuietButton;

/// The fields for codes, and the camera while it is on.
#[component]
pub fn Codes() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let is_scanning = app.memo(|state| state.room.is_scanning);
    let open = move |event: Event| file::opened(&event, move |text| take(app, text.as_deref()));
    Effect::new(move || {
        let listeners = file::on_drop(move |text| take(app, text.as_deref()));
        // They listen until this effect is disposed of, with the page.
        StoredValue::new_local(listeners);
    });
    view! {
        <section class="room__in">
            <AllCodes/>
            <OneCode/>
            <p class="file">
                <label>
                    <span>{words.label(Label::RoomFile)}</span>
                    <input type="file" id="room-file" accept=".txt,.csv,text/plain" on:change=open/>
                </label>
            </p>
        </section>
        <Show when=move || is_scanning.get()><Camera/></Show>
    }
}

/// Adds the codes of a text that was dropped or read from a file. None when it could not be read.
fn take(app: App, text: Option<&str>) {
    app.update(|state| state.brought_codes(app.content, text));
}

/// All codes, one to a line.
#[component]
fn AllCodes() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let codes = app.memo(|state| state.room.text().to_owned());
    view! {
        <div class="copy">
            <label>
                <span>{words.label(Label::RoomCodes)}</span>
                <textarea
                    rows="6"
                    name="room-codes"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    maxlength=Room::MAX_LEN.to_string()
                    prop:value=move || codes.get()
                    on:input:target=move |event| {
                        let field = event.target();
                        app.update(|state| state.edited_codes(app.content, &field.value()));
                        // The state may refuse what was typed, and so stay the same: names beside a code are not kept.
                        app.state.with_untracked(|state| {
                            if field.value() != state.room.text() {
                                field.set_value(state.room.text());
                            }
                        });
                    }
                ></textarea>
            </label>
        </div>
    }
}

/// A code to add by itself, and the button that starts the camera.
#[component]
fn OneCode() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let code = app.memo(|state| state.room.typed_code().to_owned());
    let can_scan = app.state.with_untracked(|state| state.room.can_scan);
    let field = NodeRef::<Input>::new();
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let code = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        app.update(|state| state.added_codes(app.content, &code));
    };
    let scan = move || app.update(|state| state.scanning(true));
    view! {
        <form class="copy" on:submit=add>
            <label>
                <span>{words.label(Label::RoomOne)}</span>
                <input
                    id="room-code"
                    name="room-code"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    node_ref=field
                    prop:value=move || code.get()
                    on:input:target=move |event| {
                        let code = event.target().value();
                        app.update(|state| state.typed_code(&code));
                    }
                />
            </label>
            <button class="button">{words.label(Label::RoomAdd)}</button>
            {can_scan.then(|| view! { <QuietButton label=words.label(Label::RoomScan) press=scan/> })}
        </form>
    }
}

/// What the camera sees. It is on for as long as this is in the page.
#[component]
fn Camera() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let video = NodeRef::<Video>::new();
    Effect::new(move || {
        if let Some(video) = video.get() {
            camera::scan(&video, move |text| match text {
                Some(text) => app.update(|state| {
                    state.scanned(app.content, &text);
                }),
                None => app.update(AppState::camera_refused),
            });
        }
    });
    view! {
        <div class="camera">
            <video id="camera" muted prop:muted=true playsinline aria-label=words.label(Label::RoomScan) node_ref=video></video>
            <QuietButton label=words.label(Label::Dismiss) press=move || app.update(|state| state.scanning(false))/>
        </div>
    }
}
