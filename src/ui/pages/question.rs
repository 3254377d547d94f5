//! One question with its dial, its why and its sources.

use leptos::prelude::*;

use crate::content::{Label, Topic};
use crate::domain::Range;
use crate::engine;
use crate::html;
use crate::link::{Address, View};
use crate::platform::address;
use crate::ui::Now;
use crate::ui::components::choices;

use super::{about, error};

/// The question page.
pub(super) fn question(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    let (ui, content) = (now.ui, now.ui.content);
    let Some(question) = now.state.question(content).and_then(|code| content.question(code)) else {
        return ().into_any();
    };
    let code = question.code;
    let range = engine::judge(topic, &now.state.preview()).range;
    let name = topic.name.get(now.state.lang);
    let (n, left) = now.state.progress(topic, code);
    let values = [("topic", name), ("n", &*n.to_string()), ("left", &*left.to_string())];
    let step = now.words.fill(if left == 0 { Label::StepLast } else { Label::Step }, &values);
    let back = now.state.before(topic, code).map_or(View::Home, |before| View::Question(position, Some(before)));
    let hint = now.label(if question.many { Label::TickAll } else { Label::PickOne });
    let continued = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let mut next = None;
        ui.update(|state| next = state.continued(content, code));
        if let Some(view) = next {
            let lang = ui.state.with_untracked(|state| state.lang);
            address::go(&Address::View(lang, view).write(content));
        }
    };
    let why = now.html(|html, page| html::why(html, page.words, question));
    let dial = now.html(|html, page| html::dial_card(html, page.words, range));
    view! {
        <main id="main" class="question">
            <div class="question__main">
                <p class="step">{step}</p>
                <form on:submit=continued novalidate>
                    <fieldset>
                        <legend><h1 tabindex="-1">{question.ask.get(now.state.lang)}</h1></legend>
                        <p class="hint">{hint}</p>
                        {choices(now, question)}
                    </fieldset>
                    {error(now)}
                    <div class="bar">
                        <button class="button">{now.label(Label::Continue)}</button>
                        <a class="button button--quiet" href=now.href(back)>{now.label(Label::Back)}</a>
                    </div>
                </form>
                <div class="why" inner_html=why></div>
                {about(now, topic)}
                {answered(now, position, topic)}
                <p class="ways">
                    <a href=now.href(View::All(position))>{now.label(Label::AllOnOnePage)}</a>
                    {verdict_so_far(now, position, range)}
                </p>
            </div>
            <aside class="question__side" inner_html=dial></aside>
        </main>
    }
    .into_any()
}

/// The answers so far, folded away; nothing before the first.
fn answered(now: Now<'_>, position: usize, topic: &'static Topic) -> Option<AnyView> {
    let n = engine::asked(topic, now.state.answers()).count();
    (n > 0).then(|| {
        let list = now.html(|html, page| html::answers_list(html, page, position, topic));
        view! {
            <details class="fold">
                <summary>{format!("{} ({n})", now.label(Label::YourAnswers))}</summary>
                <div inner_html=list></div>
            </details>
        }
        .into_any()
    })
}

/// The way to the verdict before every question is answered, once something is known of it.
fn verdict_so_far(now: Now<'_>, position: usize, range: Range) -> Option<AnyView> {
    (range != Range::FULL).then(|| {
        let label = if range.settled() { Label::SeeVerdict } else { Label::SeeVerdictNow };
        view! { <a href=now.href(View::Verdict(position))>{now.label(label)}</a> }.into_any()
    })
}
