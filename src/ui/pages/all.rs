//! All the questions of a topic on one page, for the impatient.

use leptos::prelude::*;

use crate::content::{Label, Topic};
use crate::engine;
use crate::html;
use crate::link::{Address, View};
use crate::platform::address;
use crate::ui::Now;
use crate::ui::components::choices;

use super::about;

/// The all-on-one-page view.
pub(super) fn all(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    let (ui, content, lang) = (now.ui, now.ui.content, now.state.lang);
    let range = engine::judge(topic, &now.state.preview()).range;
    let questions: Vec<_> = topic
        .inputs
        .iter()
        .filter_map(|input| content.question(input.question))
        .map(|question| {
            let counts = engine::matters(topic, now.state.answers(), question.code);
            let note =
                (!counts && range.settled()).then(|| view! { <p class="hint">{now.label(Label::NoLongerMatters)}</p> });
            let why = now.html(|html, page| html::why(html, page.words, question));
            view! {
                <fieldset class="block">
                    <legend><h2>{question.ask.get(lang)}</h2></legend>
                    {note}
                    {choices(now, question)}
                    <div class="why" inner_html=why></div>
                </fieldset>
            }
        })
        .collect();
    let problem = topic.inputs.iter().find(|input| input.many).map(|input| input.question);
    let submitted = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if let Some(problem) = problem {
            ui.update(|state| state.submit_boxes(content, problem));
        }
        let lang = ui.state.with_untracked(|state| state.lang);
        address::go(&Address::View(lang, View::Verdict(position)).write(content));
    };
    let dial = now.html(|html, page| html::dial_card(html, page.words, range));
    view! {
        <main id="main" class="question">
            <div class="question__main">
                <p class="step">{now.label(Label::AllOnOnePage)}</p>
                <h1 tabindex="-1">{topic.name.get(lang)}</h1>
                {about(now, topic)}
                <form on:submit=submitted novalidate>
                    {questions}
                    <div class="bar">
                        <button class="button">{now.label(Label::SeeVerdict)}</button>
                        <a class="button button--quiet" href=now.href(View::Question(position, None))>
                            {now.label(Label::OneByOne)}
                        </a>
                    </div>
                </form>
            </div>
            <aside class="question__side question__side--sticky" inner_html=dial></aside>
        </main>
    }
    .into_any()
}
