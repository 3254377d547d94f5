//! A worked situation: who it is, and what the compass says of each technology they answered for.

use leptos::prelude::*;

use crate::app::has_own_answer;
use crate::content::{Label, Situation};
use crate::engine;
use crate::link::View;
use crate::ui::Now;
use crate::ui::components::dial;

/// The page of a worked situation.
pub(super) fn example(now: Now<'_>, situation: &'static Situation) -> AnyView {
    let lang = now.state.lang;
    let answers = now.state.answers();
    let items: Vec<_> = now
        .ui
        .content
        .topics
        .iter()
        .enumerate()
        .filter(|(position, _)| has_own_answer(now.ui.content, *position, answers))
        .map(|(position, topic)| {
            let range = engine::judge(topic, answers).range;
            view! {
                <li>
                    <a class="card outcome" href=now.href(View::Verdict(position))>
                        {dial(now, range, false)}
                        <span>
                            <span class="muted">{topic.name.get(lang)}</span>
                            <strong>{now.words.heading(range)}</strong>
                        </span>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <main id="main">
            <p class="step">{now.label(Label::HomeSituations)}</p>
            <h1 tabindex="-1">{situation.name.get(lang)}</h1>
            <p class="lede">{situation.story.get(lang)}</p>
            <h2>{now.label(Label::SituationVerdicts)}</h2>
            <ul class="cards cards--wide">{items}</ul>
        </main>
    }
    .into_any()
}
