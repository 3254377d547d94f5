//! The buttons of a frame.

use boussole_core::content::Label;
use boussole_core::link::{self, Address, Request, Shows};
use boussole_core::state::{AppState, Embed};
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::frame;

/// The bar under a frame: forward, back, the reason of the question or the whole app, and back to the page around.
#[component]
pub fn FrameBar() -> impl IntoView {
    let app = use_app();
    let embed = app.state.with_untracked(|state| state.embed.clone());
    view! { <footer class="foot">{embed.map(|embed| view! { <Bar embed/> })}</footer> }
}

/// The buttons. `embed` holds the options of the frame, of which only the theme changes.
#[component]
fn Bar(embed: Embed) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let asks = embed.options.shows != Shows::Verdict;
    let has_question = app.memo(move |state| state.question(app.content).is_some());
    let goes_back = app.memo(move |state| match state.question(app.content) {
        Some(_) => state.n_before(app.content) > 0,
        None => asks,
    });
    let go_on = move || {
        view! {
            // A sandboxed frame may send no form, so the button answers to clicks.
            <button type="button" class="button" on:click=move |_| app.go_on(AppState::continued)>
                {words.label(Label::Continue)}
            </button>
        }
    };
    let back = move || {
        let back = move |_| app.update(|state| state.went_back(app.content));
        view! {
            <button type="button" class="button button--quiet" on:click=back>
                {words.label(Label::Back)}
            </button>
        }
    };
    let shows_verdict = embed.shows_verdict();
    let after_questions = move || view! { <AfterQuestions shows_verdict asks/> };
    let leaves = embed.has_host && !embed.options.is_page;
    view! {
        <div class="bar">
            {move || has_question.get().then(go_on)}
            {move || goes_back.get().then(back)}
            <Show when=move || has_question.get() fallback=after_questions>
                <button type="button" class="button button--quiet" popovertarget="why">{words.label(Label::EmbedWhy)}</button>
            </Show>
            {leaves.then(|| {
                view! {
                    <button type="button" class="button button--quiet embed__host" on:click=|_| frame::leave()>
                        {words.label(Label::EmbedHost)}
                    </button>
                }
            })}
        </div>
    }
}

/// After the last question: the whole app with the same answers, and the way to start again.
#[component]
fn AfterQuestions(shows_verdict: bool, asks: bool) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let whole = move || {
        let answers = app.answers.get();
        (shows_verdict && !answers.is_empty())
            .then(|| Address::Result(link::encode(app.content, &answers)).write(app.content))
    };
    let restart = move |_| app.update(|state| state.asked(app.content, Request::Reset));
    view! {
        {move || {
            whole().map(|href| {
                view! { <a class="button button--quiet" target="_blank" href=href>{words.label(Label::EmbedAll)}</a> }
            })
        }}
        {asks.then(|| {
            view! {
                <button type="button" class="button button--quiet" on:click=restart>
                    {words.label(Label::EmbedRestart)}
                </button>
            }
        })}
    }
}
