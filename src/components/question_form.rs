//! A question to answer: its form, the error when an answer is missing, and the buttons under it.

use boussole_core::content::{Label, Question};
use boussole_core::link::View;
use boussole_core::state::AppState;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::page;
use crate::components::Choices;

/// The question with its choices. Sending it goes on to what follows.
#[component]
pub fn QuestionForm(question: &'static Question) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        app.go_on(AppState::continued);
    };
    let hint = if question.many { Label::TickAll } else { Label::PickOne };
    view! {
        <form id="asked" novalidate on:submit=go_on>
            <fieldset>
                <legend>
                    <h1 tabindex="-1">{question.ask.get(words.lang)}</h1>
                </legend>
                <p class="hint">{words.label(hint)}</p>
                <Choices question/>
            </fieldset>
        </form>
    }
}

/// The message when "Continue" was pressed without an answer. Its link moves the focus to the choices.
#[component]
pub fn LacksAnswer() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let lacks_answer = app.memo(|state| state.lacks_answer);
    view! {
        <Show when=move || lacks_answer.get()>
            <p class="error" role="alert">
                <a
                    href="#main"
                    // The text after `#` is an address of the app: the focus moves without it.
                    on:click=move |event| {
                        event.prevent_default();
                        page::focus("#main input");
                    }
                >
                    {words.label(Label::ChooseFirst)}
                </a>
            </p>
        </Show>
    }
}

/// "Continue", which sends the form, and the link to the page before.
#[component]
pub fn QuestionBar(
    /// The page before.
    #[prop(into)]
    back: Signal<View>,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    view! {
        <div class="bar">
            <button class="button" form="asked">{words.label(Label::Continue)}</button>
            <a href=move || app.href(back.get()) class="button button--quiet">{words.label(Label::Back)}</a>
        </div>
    }
}
