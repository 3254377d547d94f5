//! Two situations side by side: today and in a year, or two teams.

use boussole_core::content::{Label, Topic};
use boussole_core::domain::Answers;
use boussole_core::link::View;
use boussole_core::state::{AnswerSet, Pair};
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::{AllQuestions, Document};
use crate::documents::compare::{differences, names, side};
use crate::pages::TopicAt;

/// The page. The first situation has the answers on screen; the second has its own.
#[component]
pub fn ComparePage(at: TopicAt) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let TopicAt { position, topic } = at;
    let second = app.memo(move |state| state.second(app.content));
    let pair_names = app.memo(move |state| names(words, state.pair));
    let change = move || words.fill(Label::CompareChange, &[("name", pair_names.get()[1])]);
    let restart = move |_| app.update(|state| state.restarted_other(app.content));
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <p class="step">{topic.name.get(words.lang)}</p>
                <h1 tabindex="-1">{words.label(Label::CompareTitle)}</h1>
                <p class="lede">{words.label(Label::CompareLede)}</p>
                <PairList/>
                <div class="sides">
                    <Side topic name=Signal::derive(move || pair_names.get()[0]) answers=app.answers/>
                    <Side topic name=Signal::derive(move || pair_names.get()[1]) answers=second/>
                </div>
                <Document write=move |page| {
                    second.with(|second| differences(words, topic, pair_names.get(), [page.answers, second]))
                }/>
                <h2>{change}</h2>
                <AllQuestions topic set=AnswerSet::Other/>
                <div class="bar">
                    <a href=app.href(View::Verdict(position)) class="button">{words.label(Label::SeeVerdict)}</a>
                    <button type="button" class="button button--quiet" on:click=restart>
                        {words.label(Label::CompareRestart)}
                    </button>
                </div>
            </div>
        </main>
    }
}

/// What the two situations stand for.
#[component]
fn PairList() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let pair = app.memo(|state| state.pair);
    let option = move |option: Pair| {
        let label = match option {
            Pair::Years => Label::PairYears,
            Pair::Teams => Label::PairTeams,
        };
        view! { <option value=option.name() prop:selected=move || pair.get() == option>{words.label(label)}</option> }
    };
    view! {
        <div class="pickers">
            <div class="picker">
                <label>
                    <span>{words.label(Label::ComparePair)}</span>
                    <select
                        name="pair"
                        on:change:target=move |event| {
                            let pair = Pair::from_name(&event.target().value());
                            app.update(|state| state.chose_pair(pair));
                        }
                    >
                        {Pair::ALL.map(option).collect_view()}
                    </select>
                </label>
            </div>
        </div>
    }
}

/// One of the two situations.
#[component]
fn Side(topic: &'static Topic, name: Signal<&'static str>, answers: Memo<Answers>) -> impl IntoView {
    let words = use_words();
    let html = Memo::new(move |_| answers.with(|answers| side(words, topic, name.get(), answers).into_string()));
    view! { <section class="card" inner_html=move || html.get()></section> }
}
