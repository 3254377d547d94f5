//! All the questions of a topic on one page.

use boussole_core::content::{Label, Question};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::AppState;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::TopicAt;
use crate::app::{use_app, use_words};
use crate::components::{Choices, Document};
use crate::documents::dial::dial_card;
use crate::documents::parts::{about_topic, changed};
use crate::documents::question::{no_longer_matters, why_aside};

/// The page.
#[component]
pub fn AllPage(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let range = app.memo(move |state| engine::judge(topic, &state.preview()).range);
    let see_verdict = move |event: SubmitEvent| {
        event.prevent_default();
        app.go_on(AppState::asked_for_verdict);
    };
    let questions = topic.inputs.iter().filter_map(|input| app.content.question(input.question));
    let questions = questions.map(|question| view! { <Block at question/> }).collect_view();
    view! {
        <main id="main" class="question">
            <div class="question__main">
                <p class="step">{words.label(Label::AllOnOnePage)}</p>
                <h1 tabindex="-1">{topic.name.get(words.lang)}</h1>
                <form id="all" novalidate on:submit=see_verdict></form>
                <Document write=move |page| about_topic(page, position, topic)/>
                {questions}
                <div class="bar">
                    <button class="button" form="all">{words.label(Label::SeeVerdict)}</button>
                    <a href=app.href(View::Question(position, None)) class="button button--quiet">
                        {words.label(Label::OneByOne)}
                    </a>
                </div>
            </div>
            <aside class="question__side question__side--sticky">
                <Document write=move |page| dial_card(page.words, range.get(), app.change.get())/>
                <Document write=move |page| changed(page.words, app.change.get())/>
            </aside>
        </main>
    }
}

/// One of the questions.
#[component]
fn Block(at: TopicAt, question: &'static Question) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let power = Memo::new(move |_| engine::power(at.topic, &app.answers.read(), question.code));
    view! {
        <Document write=move |page| no_longer_matters(page.words, power.get())/>
        <fieldset class="block">
            <legend>
                <h2>{question.ask.get(words.lang)}</h2>
            </legend>
            <Choices question/>
        </fieldset>
        <Document write=move |page| why_aside(page.words, question, power.get())/>
    }
}
