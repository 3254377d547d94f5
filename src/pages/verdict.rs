//! The verdict of a technology, with everything needed to check it and to dispute it.

mod lifts;
mod ready;
mod tools;
mod what_if;

use boussole_core::content::{Label, Topic};
use boussole_core::domain::{Range, Verdict};
use boussole_core::engine;
use boussole_core::link::View;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::page;
use crate::components::Document;
use crate::documents::dial::dial;
use crate::documents::lab::lab;
use crate::documents::parts::{about_topic, changed};
use crate::documents::verdict::{ending, meaning, reasons};
use crate::pages::TopicAt;

use lifts::{FragileAnswers, LiftCards};
use ready::Ready;
use tools::Tools;
use what_if::{Tried, WhatIf};

/// The page.
#[component]
pub fn VerdictPage(at: TopicAt) -> impl IntoView {
    let app = use_app();
    let TopicAt { position, topic } = at;
    let range = Memo::new(move |_| app.answers.with(|answers| engine::judge(topic, answers).range));
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <Head at range/>
                <Document write=move |page| reasons(page, position, topic)/>
                <LiftCards topic/>
                // Nothing holds up a verdict that is still open.
                <Show when=move || range.get().settled()>
                    <FragileAnswers topic/>
                </Show>
                <WhatIf at/>
                <Document write=move |page| lab(page, topic)/>
                <Show when=move || { range.get().best >= Verdict::TryInLab }>
                    <Tools topic/>
                </Show>
                <Ready topic/>
                <Document write=move |page| ending(page, position, topic)/>
                // Apart from what depends on the answers: its fold stays open when they change.
                <Document write=move |page| about_topic(page, position, topic)/>
            </div>
            <aside class="tried__place">
                <Tried at/>
            </aside>
        </main>
    }
}

/// The verdict itself.
#[component]
fn Head(at: TopicAt, range: Memo<Range>) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let line = move || app.answers.with(|answers| words.result_line(topic, answers, engine::judge(topic, answers)));
    let heading_class = move || match range.get().settled() {
        true => "verdict__word",
        false => "verdict__word verdict__word--open",
    };
    let graphic = Memo::new(move |_| {
        let range = range.get();
        dial(words, range, app.change.get().map_or(range, |change| change.shown), true).into_string()
    });
    view! {
        <p class="step">{line}</p>
        <section class="verdict">
            <div>
                <h1 tabindex="-1" class=heading_class>{move || words.heading(range.get())}</h1>
                <Document write=move |page| meaning(page, topic)/>
                <Document write=move |page| changed(page.words, app.change.get())/>
                <p class="muted">{words.label(Label::NothingAgainst)}</p>
                <div class="bar">
                    <NextStep position topic/>
                    <a href=app.href(View::Share(Some(position))) class="button button--quiet">
                        {words.label(Label::ShareGo)}
                    </a>
                    <button type="button" class="button button--quiet" on:click=|_| page::print()>
                        {words.label(Label::Print)}
                    </button>
                </div>
            </div>
            <div class="verdict__dial" inner_html=move || graphic.get()></div>
        </section>
    }
}

/// The link to the next question, while one can still change the verdict; then the link to another technology.
#[component]
fn NextStep(position: usize, topic: &'static Topic) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let next = Memo::new(move |_| app.answers.with(|answers| engine::next(topic, answers)));
    let href = move || app.href(next.get().map_or(View::Home, |next| View::Question(position, Some(next))));
    let label = move || words.label(if next.get().is_some() { Label::Continue } else { Label::OtherTopic });
    view! { <a href=href class="button">{label}</a> }
}
