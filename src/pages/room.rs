//! The trainer's page: how to take part, the codes of the participants, and what the room answered.

mod codes;

use boussole_core::content::Label;
use boussole_core::link::View;
use leptos::prelude::*;

use self::codes::Codes;
use super::TopicAt;
use crate::app::{use_app, use_words};
use crate::browser::page;
use crate::components::{QrCode, QuietButton};
use crate::documents::files;
use crate::documents::room::{self, RoomAnswers};

/// The page.
#[component]
pub fn RoomPage(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let codes = app.memo(|state| state.room.text().to_owned());
    let answers = Memo::new(move |_| {
        // Counting a large room takes time: not again for a change of the state that leaves the codes alone.
        codes.with(|_| ());
        app.state.with_untracked(|state| RoomAnswers::new(app.content, state, position, topic))
    });
    let is_sample = app.memo(|state| state.room.sample().is_some());
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <p class="step">{topic.name.get(words.lang)}</p>
                <h1 tabindex="-1">{words.label(Label::RoomTitle)}</h1>
                <Show when=move || is_sample.get()>
                    <div class="notice notice--guest"><p>{words.label(Label::RoomInvented)}</p></div>
                </Show>
                <TakePart at/>
                <Codes/>
                <Tools at/>
                <div inner_html=move || answers.with(|answers| room::results(words, topic, answers).into_string())></div>
            </div>
        </main>
    }
}

/// The link to take part, or what to do where the app has no public address.
#[component]
fn TakePart(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let link = app.state.with_untracked(|state| room::link(words, state, at.position));
    view! {
        <section class="room__in">
            {match link {
                Some(link) => {
                    view! { <QrCode title=Label::RoomJoin link stem=files::stem(Some(at.topic))/> }.into_any()
                }
                None => {
                    view! {
                        <h2>{words.label(Label::RoomJoin)}</h2>
                        <p>
                            {words.label(Label::RoomNoLink)}" "
                            <a href=app.href(View::Paper)>{words.label(Label::NavPaper)}</a>
                        </p>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}

/// What to do with the room.
#[component]
fn Tools(at: TopicAt) -> impl IntoView {
    /// Where the focus goes from a button that removes itself.
    const CODES: &str = "[name=room-codes]";
    let (app, words) = (use_app(), use_words());
    let is_empty = app.memo(|state| state.room.is_empty());
    let has_aside = app.memo(|state| state.room.has_aside());
    let sample = app.memo(|state| state.room.sample());
    let empty = move || app.update_and_focus(|state| state.emptied_room(app.content), CODES);
    let put_back = move || app.update_and_focus(|state| state.put_back_room(app.content), CODES);
    let show_sample = move || app.update_and_focus(|state| state.sampled_room(app.content, at.position), CODES);
    view! {
        <div class="bar">
            <Show when=move || !is_empty.get()>
                <QuietButton label=words.label(Label::Print) press=page::print/>
                <QuietButton label=words.label(Label::RoomEmpty) press=empty/>
            </Show>
            <Show when=move || has_aside.get()>
                <QuietButton label=words.label(Label::RoomBack) press=put_back/>
            </Show>
            <Show when=move || sample.get() != Some(at.position)>
                <QuietButton label=words.label(Label::RoomSample) press=show_sample/>
            </Show>
            <a href=app.href(View::Room(None)) class="button button--quiet">{words.label(Label::OtherTopic)}</a>
        </div>
    }
}
