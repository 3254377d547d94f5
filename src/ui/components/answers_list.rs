//! Every answer of a topic, each with the way to change it.

use leptos::prelude::*;

use crate::content::{Label, Topic};
use crate::engine;
use crate::link::View;
use crate::ui::Now;

/// The answers given, in the order of asking. Those that no longer count are named, not dropped.
pub(in crate::ui) fn answers_list(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    let answers = now.state.answers();
    let items: Vec<_> = engine::path(topic, answers)
        .into_iter()
        .filter_map(|code| now.ui.content.question(code))
        .map(|question| {
            let counts = engine::matters(topic, answers, question.code);
            let note = (!counts).then(|| view! { <small>" · " {now.label(Label::NoLongerCounts)}</small> });
            let ask = question.ask.get(now.state.lang);
            view! {
                <li>
                    <span class="answers-list__ask">{ask}</span>
                    <span class="answers-list__answer">{now.words.answer(question, answers.get(question.code))} {note}</span>
                    <a href=now.href(View::Question(position, Some(question.code)))>
                        {now.label(Label::Change)} <span class="visually-hidden">" : " {ask}</span>
                    </a>
                </li>
            }
        })
        .collect();
    view! { <ul class="answers-list">{items}</ul> }.into_any()
}
