//! Answers that the reader tries on a verdict, and their result. The answers on screen stay as they are until the reader keeps
//! those tried.

use boussole_core::content::Label;
use boussole_core::domain::Range;
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AnswerSet, AppState};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::{App, use_app, use_words};
use crate::components::AllQuestions;
use crate::documents::dial::dial;
use crate::pages::TopicAt;

/// Every question of the technology, in a fold.
#[component]
pub(super) fn WhatIf(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    view! {
        <section class="what-if">
            <h2>{words.label(Label::WhatIfTitle)}</h2>
            <p class="muted">{words.label(Label::WhatIfText)}</p>
            <details class="fold">
                <summary>{words.label(Label::WhatIfOpen)}</summary>
                <AllQuestions topic=at.topic set=AnswerSet::WhatIf/>
            </details>
            <p class="ways">
                <a href=app.href(View::Compare(at.position)) on:click=compare(app)>
                    {words.label(Label::CompareTitle)}
                </a>
            </p>
        </section>
    }
}

/// The result of the answers tried, in sight wherever the page is scrolled. Nothing when none is tried.
#[component]
pub(super) fn Tried(at: TopicAt) -> impl IntoView {
    let app = use_app();
    let is_tried = app.memo(|state| state.what_if.is_some());
    let result = app.memo(move |state| {
        let range = |answers| engine::judge(at.topic, answers).range;
        let now = range(state.answers());
        match &state.what_if {
            Some(what_if) => TriedResult { now, after: range(&what_if.answers), shown: what_if.shown },
            None => TriedResult { now, after: now, shown: now },
        }
    });
    view! {
        <Show when=move || is_tried.get()>
            <TriedBar position=at.position result/>
        </Show>
    }
}

/// The ranges of the answers on screen and of those tried, and the range that the dial showed before.
#[derive(Clone, Copy, PartialEq)]
struct TriedResult {
    now: Range,
    after: Range,
    shown: Range,
}

#[component]
fn TriedBar(position: usize, result: Memo<TriedResult>) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let graphic = Memo::new(move |_| {
        let TriedResult { after, shown, .. } = result.get();
        dial(words, after, shown, false).into_string()
    });
    let text = move || {
        let TriedResult { now, after, .. } = result.get();
        words.what_if(now, after)
    };
    let leave = move |_| app.update_and_focus(AppState::left_what_if, ".what-if summary");
    let keep = move |_| app.update_and_focus(|state| state.kept_what_if(app.content), "h1");
    view! {
        <div class="tried" role="region" aria-label=words.label(Label::WhatIfTitle)>
            <div class="tried__dial" inner_html=move || graphic.get()></div>
            <div>
                <p>{text}</p>
                <div class="bar bar--tight">
                    <button type="button" class="button button--small" on:click=leave>
                        {words.label(Label::WhatIfLeave)}
                    </button>
                    <button type="button" class="button button--small button--quiet" on:click=keep>
                        {words.label(Label::WhatIfKeep)}
                    </button>
                    <a
                        class="button button--small button--quiet"
                        href=app.href(View::Compare(position))
                        on:click=compare(app)
                    >
                        {words.label(Label::CompareGo)}
                    </a>
                </div>
            </div>
        </div>
    }
}

/// Before a link to the comparison is followed: the answers tried become those of the second situation.
fn compare(app: App) -> impl Fn(MouseEvent) {
    move |_| app.update(|state| state.compared(app.content))
}
