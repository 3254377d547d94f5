//! The home page: pick a technology, pick up where one left off, or try with an example.

use leptos::prelude::*;

use crate::app::has_own_answer;
use crate::content::{Label, Topic};
use crate::engine;
use crate::link::View;
use crate::ui::Now;

/// The home page. The plain page starts with the same, so that starting moves nothing.
pub(super) fn home(now: Now<'_>) -> AnyView {
    let lang = now.state.lang;
    let topics: Vec<_> = now
        .ui
        .content
        .topics
        .iter()
        .enumerate()
        .map(|(position, topic)| topic_card(now, position, topic))
        .collect();
    let situations: Vec<_> = now
        .ui
        .content
        .situations
        .iter()
        .enumerate()
        .map(|(position, situation)| {
            view! {
                <li>
                    <a class="card" href=now.href(View::Example(position))>
                        <strong>{situation.name.get(lang)}</strong>
                        <p>{situation.story.get(lang)}</p>
                    </a>
                </li>
            }
        })
        .collect();
    view! {
        <main id="main" class="home">
            <h1 tabindex="-1">{now.label(Label::AppQuestion)}</h1>
            <p class="lede">{now.label(Label::AppPromise)}</p>
            <h2>{now.label(Label::HomeTopics)}</h2>
            <ul class="cards">{topics}</ul>
            <h2>{now.label(Label::HomeSituations)}</h2>
            <p class="lede muted">{now.label(Label::HomeSituationsText)}</p>
            <ul class="cards cards--wide">{situations}</ul>
        </main>
    }
    .into_any()
}

fn topic_card(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    let lang = now.state.lang;
    let answers = now.state.answers();
    let is_started = has_own_answer(now.ui.content, position, answers);
    let range = engine::judge(topic, answers).range;
    let is_done = is_started && (range.settled() || engine::next(topic, answers).is_none());
    let view = if is_done { View::Verdict(position) } else { View::Question(position, None) };
    let status = match (is_started, is_done) {
        (false, _) => topic.number.clone(),
        (true, false) => now.label(Label::ResumeTopic).to_owned(),
        (true, true) => now.words.heading_short(range),
    };
    let class = if is_started { "card__status card__status--on" } else { "card__status" };
    view! {
        <li>
            <a class="card" href=now.href(view)>
                <span class=class>{status}</span>
                <strong>{topic.name.get(lang)}</strong>
                <p>{topic.tagline.get(lang)}</p>
            </a>
        </li>
    }
    .into_any()
}
