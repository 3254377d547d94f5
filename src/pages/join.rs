//! What a participant of a room sees: every question of a topic in its order.

use boussole_core::content::{Label, Question};
use boussole_core::link::View;
use leptos::prelude::*;

use super::TopicAt;
use crate::app::use_words;
use crate::components::{LacksAnswer, QuestionBar, QuestionForm};
use crate::documents::parts::why;

/// The page of a question.
//
// It shows no dial, no range, and nothing of what an answer can still change: people who see where an answer leads give another
// one. The verdict is on the last page, where it changes nothing any more.
#[component]
pub fn JoinPage(at: TopicAt, question: &'static Question) -> impl IntoView {
    let words = use_words();
    let TopicAt { position, topic } = at;
    let place = topic.inputs.iter().position(|input| input.question == question.code).unwrap_or_default();
    let before = place.checked_sub(1).and_then(|place| topic.inputs.get(place));
    let back = before.map_or(View::Home, |input| View::Join(position, Some(input.question)));
    let values = [
        ("topic", topic.name.get(words.lang)),
        ("n", &*(place + 1).to_string()),
        ("total", &*topic.inputs.len().to_string()),
    ];
    view! {
        <main id="main" class="question">
            <div class="question__main">
                <p class="hint">{words.label(Label::JoinPrivate)}</p>
                <p class="step">{words.fill(Label::JoinStep, &values)}</p>
                <QuestionForm question/>
                <LacksAnswer/>
                <QuestionBar back/>
                <div class="why" inner_html=why(words, question, None).into_string()></div>
            </div>
        </main>
    }
}
