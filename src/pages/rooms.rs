//! The page of rooms: pick a technology, or try with sample answers.

use boussole_core::content::Label;
use boussole_core::link::View;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::{Document, QuietButton};
use crate::documents::room;

/// The page.
#[component]
pub fn RoomsPage() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let try_sample = move || {
        app.update(|state| state.sampled_room(app.content, 0));
        app.go(View::Room(Some(0)));
    };
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <h1 tabindex="-1">{words.label(Label::RoomTitle)}</h1>
                <p class="lede">{words.label(Label::RoomLede)}</p>
                <h2>{words.label(Label::RoomPick)}</h2>
                <Document write=room::topics/>
                <div class="bar"><QuietButton label=words.label(Label::RoomSample) press=try_sample/></div>
            </div>
        </main>
    }
}
