//! What would change a verdict: the ways to a better one, and the single answers that would lower it.

use boussole_core::content::{Label, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine::{self, Fragile, Lift};
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::Unseen;
use crate::documents::look_again::lift_steps;

/// How many ways to a better verdict are shown.
const N_LIFTS: usize = 3;

/// The shortest ways to a better verdict, a card each.
#[component]
pub(super) fn LiftCards(topic: &'static Topic) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let lifts = Memo::new(move |_| app.answers.with(|answers| engine::lifts(topic, answers)));
    let no_lift = move || app.answers.with(|answers| words.no_lift(engine::judge(topic, answers)));
    let more = move || match lifts.read().len().saturating_sub(N_LIFTS) {
        0 => None,
        1 => Some(words.label(Label::LiftMoreOne).to_owned()),
        n => Some(words.fill(Label::LiftMore, &[("n", &n.to_string())])),
    };
    let cards = move || {
        let shown = lifts.get().into_iter().take(N_LIFTS).enumerate();
        shown.map(|(place, lift)| view! { <LiftCard place lift/> }).collect_view()
    };
    view! {
        <h2>{words.label(Label::LiftsTitle)}</h2>
        <Show when=move || !lifts.read().is_empty() fallback=move || view! { <p>{no_lift}</p> }>
            <div class="lift-cards">{cards}</div>
            {move || more().map(|more| view! { <p class="small muted">{more}</p> })}
        </Show>
    }
}

#[component]
fn LiftCard(place: usize, lift: Lift) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let try_it = move || app.update(|state| state.tried_lift(app.content, place));
    view! {
        <section class="card lift-card">
            <h3>{words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))])}</h3>
            <div inner_html=lift_steps(words, &lift).into_string()></div>
            <TryButton about=words.lift(&lift).join(" ") try_it/>
        </section>
    }
}

/// The single answers that would lower the verdict. Nothing where it is the lowest.
#[component]
pub(super) fn FragileAnswers(topic: &'static Topic) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let is_lowest = move || app.answers.with(|answers| engine::judge(topic, answers).range.best == Verdict::NotForYou);
    let found = Memo::new(move |_| app.answers.with(|answers| engine::fragile(topic, answers)));
    let none = move || view! { <p>{words.label(Label::FragileNone)}</p> };
    let answers = move || {
        let found = found.get().into_iter().enumerate();
        found.map(|(place, fragile)| view! { <FragileAnswer place fragile/> }).collect_view()
    };
    view! {
        <Show when=move || !is_lowest()>
            <h2>{words.label(Label::FragileTitle)}</h2>
            <Show when=move || !found.read().is_empty() fallback=none>
                <p class="muted">{words.label(Label::FragileText)}</p>
                <ul class="fragile">{answers}</ul>
            </Show>
        </Show>
    }
}

#[component]
fn FragileAnswer(place: usize, fragile: Fragile) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let text = words.fragile(&fragile);
    let try_it = move || app.update(|state| state.tried_fragile(app.content, place));
    view! {
        <li>
            <span>{text.clone()}</span>
            <TryButton about=text try_it/>
        </li>
    }
}

/// The button that shows the result of a change. `about` names the change for those who hear the page.
#[component]
fn TryButton(about: String, try_it: impl Fn() + 'static) -> impl IntoView {
    let words = use_words();
    view! {
        <button type="button" class="link-button" on:click=move |_| try_it()>
            {words.label(Label::TryIt)}
            <Unseen about/>
        </button>
    }
}
