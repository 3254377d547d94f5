//! One question with its dial, its reason and its sources.

use boussole_core::content::{Label, Question};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::AppState;
use leptos::prelude::*;

use super::TopicAt;
use crate::app::{use_app, use_words};
use crate::components::{Document, LacksAnswer, QuestionBar, QuestionForm, StateDocument};
use crate::documents::Page;
use crate::documents::dial::dial_card;
use crate::documents::parts::{about_topic, answers_list, changed};
use crate::documents::question::{no_longer_matters, step, ways, why_aside};

/// The page of a question.
#[component]
pub fn QuestionPage(at: TopicAt, question: &'static Question) -> impl IntoView {
    let app = use_app();
    let TopicAt { position, topic } = at;
    let power = Memo::new(move |_| engine::power(topic, &app.answers.read(), question.code));
    let range = app.memo(move |state| engine::judge(topic, &state.preview()).range);
    let back = app.memo(move |state| {
        let before = state.before(topic, question.code);
        before.map_or(View::Home, |before| View::Question(position, Some(before)))
    });
    let progress =
        move |page: Page<'_>, state: &AppState| step(page.words, topic, state.progress(topic, question.code));
    view! {
        <main id="main" class="question">
            <div class="question__main">
                <StateDocument write=progress/>
                <Document write=move |page| no_longer_matters(page.words, power.get())/>
                <QuestionForm question/>
                <LacksAnswer/>
                <QuestionBar back/>
                <Document write=move |page| changed(page.words, app.change.get())/>
                <Document write=move |page| why_aside(page.words, question, power.get())/>
                <Document write=move |page| about_topic(page, position, topic)/>
                <AnswersSoFar at/>
                <Document write=move |page| ways(page, position, range.get())/>
            </div>
            <aside class="question__side">
                <Document write=move |page| dial_card(page.words, range.get(), app.change.get())/>
            </aside>
        </main>
    }
}

/// The answers so far in a fold, which stays as the person left it; nothing before the first answer.
#[component]
fn AnswersSoFar(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let n_answers = Memo::new(move |_| engine::answered_questions(topic, &app.answers.read()).count());
    view! {
        <Show when=move || n_answers.get() != 0>
            <details class="fold">
                <summary>{words.label(Label::YourAnswers)}" ("{move || n_answers.get()}")"</summary>
                <Document write=move |page| answers_list(page, position, topic)/>
            </details>
        </Show>
    }
}
