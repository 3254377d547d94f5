//! The page in a frame: one question, or the verdict in a few words. What other pages show in folds is in a panel or in the
//! whole app, so that nothing scrolls inside a slide.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::engine;
use boussole_core::state::{self, AppState};
use leptos::prelude::*;
use maud::Markup;

use crate::app::{use_app, use_words};
use crate::components::{Document, LacksAnswer, QuestionForm, StateDocument};
use crate::documents::Page;
use crate::documents::embed::{done, explained, side, verdict};
use crate::documents::question::step;

/// The page of a frame: of the question on screen, if any.
#[component]
pub fn EmbedPage(topic: &'static Topic, question: Option<&'static Question>) -> impl IntoView {
    let app = use_app();
    let shows_verdict = app.state.with_untracked(|state| state.embed.as_ref().is_some_and(state::Embed::shows_verdict));
    let has_question = question.is_some();
    let side = Memo::new(move |_| {
        app.with_page(|page, state| {
            let side = state.embed.as_ref().map(|embed| side(page, state, embed, topic, has_question));
            side.map_or_else(String::new, Markup::into_string)
        })
    });
    view! {
        <main id="main" class=if has_question { "embed" } else { "embed-end" }>
            <div class=if has_question { "embed__main" } else { "embed-end__main" }>
                {match question {
                    Some(question) => view! { <Asked topic question shows_verdict/> }.into_any(),
                    None if shows_verdict => view! { <Document write=move |page| verdict(page, topic)/> }.into_any(),
                    None => view! { <Document write=move |page| done(page, topic)/> }.into_any(),
                }}
            </div>
            <aside class="embed__side" inner_html=move || side.get()></aside>
        </main>
    }
}

/// A question, with the panel that the frame's bar opens.
#[component]
fn Asked(topic: &'static Topic, question: &'static Question, shows_verdict: bool) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let progress =
        move |page: Page<'_>, state: &AppState| step(page.words, topic, state.progress(topic, question.code));
    // What an answer can still change says where it leads: not in a frame that keeps the verdict to itself.
    let power =
        Memo::new(move |_| if shows_verdict { engine::power(topic, &app.answers.read(), question.code) } else { None });
    view! {
        <StateDocument write=progress/>
        <LacksAnswer/>
        <QuestionForm question/>
        <div class="over why" id="why" popover="" tabindex="0">
            <Document write=move |page| explained(page, question, power.get())/>
            <button type="button" class="button button--small" popovertarget="why">{words.label(Label::Dismiss)}</button>
        </div>
    }
}
