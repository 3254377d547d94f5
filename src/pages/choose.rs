//! Help to choose one or two subjects: profile, needs, prerequisites and lab on one page, beside the subjects that follow from
//! them.

use boussole_core::content::{Label, Question};
use boussole_core::domain::QuestionId;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::{Boxes, Document, Pickers, Unseen};
use crate::documents::choose::chosen;

/// The page.
#[component]
pub fn ChoosePage() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let asks = &app.content.guide.questions;
    let questions =
        move |codes: &'static [QuestionId]| codes.iter().filter_map(move |code| app.content.question(*code));
    view! {
        <main id="main" class="choose">
            <div class="choose__main">
                <h1 tabindex="-1">{words.label(Label::ChooseTitle)}</h1>
                <p class="lede">{words.label(Label::ChooseLede)}</p>
                <h2>{words.label(Label::ChooseYou)}</h2>
                <Pickers questions=[asks.profile]/>
                <h2>{words.label(Label::ChooseNeeds)}</h2>
                {questions(&asks.needs).map(|question| view! { <Needs question/> }).collect_view()}
                <h2>{words.label(Label::ChooseKnown)}</h2>
                <p class="hint">{words.label(Label::ChooseKnownText)}</p>
                {questions(&asks.prerequisites).map(|question| view! { <Prerequisites question/> }).collect_view()}
                <h2>{words.label(Label::ChooseLab)}</h2>
                <p class="hint">{words.label(Label::ChooseLabText)}</p>
                <Pickers questions=asks.lab()/>
            </div>
            <aside class="choose__side">
                <Document write=chosen/>
            </aside>
        </main>
    }
}

/// The boxes of one kind of need.
#[component]
fn Needs(question: &'static Question) -> impl IntoView {
    let words = use_words();
    view! {
        <fieldset class="marks">
            <legend>
                <h3>{question.ask.get(words.lang)}</h3>
            </legend>
            <p class="hint">{question.why.get(words.lang)}</p>
            <Boxes question boxes=question.boxes()/>
        </fieldset>
    }
}

/// The groups of a self-check, with buttons that answer them all at once.
#[component]
fn Prerequisites(question: &'static Question) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let ask = question.ask.get(words.lang);
    let tick_all = move |on: bool, label: Label| {
        let tick = move |_| app.update(|state| state.ticked_all(question, on));
        view! {
            <button type="button" class="link-button" on:click=tick>
                {words.label(label)}
                <Unseen about=ask/>
            </button>
        }
    };
    let groups = app.content.guide.groups.iter().filter(move |group| group.question == question.code);
    let groups = groups.map(|group| {
        view! {
            <fieldset class="marks marks--small">
                <legend>
                    <h4>{group.label.get(words.lang)}</h4>
                </legend>
                <Boxes question boxes=group.boxes/>
            </fieldset>
        }
    });
    view! {
        <h3>{ask}</h3>
        <p class="hint">{question.why.get(words.lang)}</p>
        <p class="ways">{tick_all(true, Label::TickEverything)}{tick_all(false, Label::TickNothing)}</p>
        <div class="groups">{groups.collect_view()}</div>
    }
}
