//! The page that builds the code of a frame: what to choose, how it looks, what to paste, and its static image for paper.

mod choices;

use boussole_core::content::Label;
use boussole_core::link::{Shows, View};
use boussole_core::state::CopyField;
use leptos::prelude::*;

use self::choices::{FrameChoices, Shape};
use crate::app::{use_app, use_words};
use crate::components::{CopyText, Document, SaveButton, SavePngButton, StateDocument};
use crate::documents::slides;

/// The page.
#[component]
pub fn SlidesPage() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let code = app.memo(move |state| slides::code(words, state));
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <h1 tabindex="-1">{words.label(Label::SlidesTitle)}</h1>
                <p class="lede">{words.label(Label::SlidesLede)}</p>
                <FrameChoices/>
                <Shape/>
                <LacksAnswers/>
                <h2>{words.label(Label::SlidesPreview)}</h2>
                // A document, so that another address is another element: in the same one it would be a step in the history.
                <StateDocument write=slides::preview/>
                <h2>{words.label(Label::SlidesCode)}</h2>
                <CopyText field=CopyField::Frame label=Label::SlidesCode text=code rows=12/>
                <StateDocument write=slides::advice/>
                <StaticImage/>
                <Document write=slides::messages/>
                <StateDocument write=slides::ways/>
            </div>
        </main>
    }
}

/// The link to the questions, when the frame needs answers and there are none.
#[component]
fn LacksAnswers() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let topic_to_answer = app.memo(move |state| {
        let needs_answers = state.slides.has_answers || state.slides.shows == Shows::Verdict;
        let lacks_answers = needs_answers && state.frame_answers(app.content).is_empty();
        lacks_answers.then_some(state.slides.topic)
    });
    move || {
        topic_to_answer.get().map(|topic| {
            let href = app.href(View::Question(topic, None));
            view! { <p class="error"><a href=href>{words.label(Label::SlidesNoAnswers)}</a></p> }
        })
    }
}

/// The static image that replaces the frame on paper.
#[component]
fn StaticImage() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let picture = app.memo(move |state| slides::static_image(words, state));
    view! {
        <h2>{words.label(Label::SlidesStaticImage)}</h2>
        <p class="muted">{words.label(Label::SlidesStaticImageText)}</p>
        <div class="picture" inner_html=move || picture.get().svg></div>
        <div class="bar">
            <SaveButton label=words.label(Label::CardSvg) file=move || Some(picture.get().svg_file())/>
            <SavePngButton label="PNG, 1280 × 720" picture=move || picture.get()/>
        </div>
    }
}
