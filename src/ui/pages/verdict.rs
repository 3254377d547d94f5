//! The verdict of a topic, with everything needed to check it and to argue with it.

use leptos::prelude::*;

use crate::content::{Label, Question, Topic};
use crate::domain::{QuestionId, Verdict};
use crate::engine::{self, Judgement, Support};
use crate::link::View;
use crate::platform::page;
use crate::ui::Now;
use crate::ui::components::{Mark, answers_list, dial, reason, topic_about};

/// How many ways to a better verdict are shown.
const N_LIFTS: usize = 3;

/// The verdict page.
pub(super) fn verdict(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    let answers = now.state.answers();
    let judgement = engine::judge(topic, answers);
    let range = judgement.range;
    let meaning = range.settled().then(|| now.ui.content.verdict(range.best).meaning.get(now.state.lang));
    view! {
        <main id="main">
            <p class="step">{now.words.result_line(topic, answers, judgement)}</p>
            <section class="verdict">
                <div>
                    <h1 class="verdict__word" class:verdict__word--open=!range.settled() tabindex="-1">
                        {now.words.heading(range)}
                    </h1>
                    {meaning.map(|meaning| view! { <p class="lede">{meaning}</p> })}
                    <p class="muted">{now.label(Label::NothingAgainst)}</p>
                    <div class="bar">
                        {go_on(now, position, topic)}
                        <button type="button" class="button button--quiet" on:click=move |_| page::print()>
                            {now.label(Label::Print)}
                        </button>
                    </div>
                </div>
                <div class="verdict__dial">{dial(now, range, true)}</div>
            </section>
            {open_questions(now, position, topic, judgement)}
            {simpler(now, topic, judgement, true)}
            {limits(now, topic, judgement)}
            {supports(now, topic)}
            {without_effect(now, position, topic, judgement)}
            {lifts(now, topic)}
            {simpler(now, topic, judgement, false)}
            <h2>{now.label(Label::YourAnswers)}</h2>
            {answers_list(now, position, topic)}
            {topic_about(now, topic)}
        </main>
    }
    .into_any()
}

/// The next question, while one can still change the verdict; then the way to another technology.
fn go_on(now: Now<'_>, position: usize, topic: &'static Topic) -> AnyView {
    match engine::next(topic, now.state.answers()) {
        Some(next) => {
            let view = View::Question(position, Some(next));
            view! { <a class="button" href=now.href(view)>{now.label(Label::Continue)}</a> }.into_any()
        }
        None => view! { <a class="button" href=now.href(View::Home)>{now.label(Label::OtherTopic)}</a> }.into_any(),
    }
}

/// The answers that would close an open verdict.
fn open_questions(now: Now<'_>, position: usize, topic: &'static Topic, judgement: Judgement) -> Option<AnyView> {
    (!judgement.settled()).then(|| {
        let open = engine::open(topic, now.state.answers());
        let items: Vec<_> = questions(now, open).map(|question| answerable(now, position, question)).collect();
        view! {
            <h2>{now.label(Label::UnknownTitle)}</h2>
            <p class="muted">{now.label(Label::OpenExplain)}</p>
            <ul class="reasons">{items}</ul>
        }
        .into_any()
    })
}

fn questions(now: Now<'_>, codes: Vec<QuestionId>) -> impl Iterator<Item = &'static Question> {
    let content = now.ui.content;
    codes.into_iter().filter_map(move |code| content.question(code))
}

fn answerable(now: Now<'_>, position: usize, question: &'static Question) -> AnyView {
    let ask = question.ask.get(now.state.lang);
    let href = now.href(View::Question(position, Some(question.code)));
    let text = view! {
        {ask} " "
        <a href=href>{now.label(Label::Answer)} <span class="visually-hidden">" : " {ask}</span></a>
    };
    reason(now, Mark::Open, text, &question.sources)
}

fn limits(now: Now<'_>, topic: &'static Topic, judgement: Judgement) -> AnyView {
    let lang = now.state.lang;
    let items: Vec<_> = judgement
        .limits(topic)
        .map(|rule| reason(now, Mark::Against, rule.reason.get(lang), &rule.sources))
        .collect();
    let body = if items.is_empty() {
        view! { <p>{now.label(Label::LimitsNone)}</p> }.into_any()
    } else {
        view! {
            <ul class="reasons">{items}</ul>
            <p class="small muted">{now.label(Label::CeilingNote)}</p>
        }
        .into_any()
    };
    view! { <h2>{now.label(Label::LimitsTitle)}</h2> {body} }.into_any()
}

fn supports(now: Now<'_>, topic: &'static Topic) -> AnyView {
    let answers = now.state.answers();
    let items: Vec<_> = engine::supports(topic, answers)
        .into_iter()
        .map(|support| {
            let sources = match support {
                Support::Criterion(index) => topic.fors.get(index).map(|criterion| &criterion.sources),
                Support::Problem(question, _) => now.ui.content.question(question).map(|question| &question.sources),
            };
            let text = now.words.support(topic, support);
            reason(now, Mark::For, text, sources.map_or(&[], Vec::as_slice))
        })
        .collect();
    let (n, total) = (engine::n_met(topic, answers), topic.fors.len());
    let count = match n {
        0 => now.label(Label::SupportsNone).to_owned(),
        _ => now.words.fill(Label::SupportsCount, &[("n", &n.to_string()), ("total", &total.to_string())]),
    };
    view! {
        <h2>{now.label(Label::SupportsTitle)}</h2>
        <ul class="reasons">{items}</ul>
        <p class="small muted">{count}</p>
    }
    .into_any()
}

/// Once settled: the questions that were not asked, or not known, because the verdict does not depend on them.
fn without_effect(now: Now<'_>, position: usize, topic: &'static Topic, judgement: Judgement) -> Option<AnyView> {
    use crate::domain::Answer;
    let answers = now.state.answers();
    let codes: Vec<_> = topic
        .inputs
        .iter()
        .map(|input| input.question)
        .filter(|code| matches!(answers.get(*code), None | Some(Answer::Unknown)))
        .collect();
    (judgement.settled() && !codes.is_empty()).then(|| {
        let items: Vec<_> = questions(now, codes).map(|question| answerable(now, position, question)).collect();
        view! {
            <h2>{now.label(Label::NotAskedTitle)}</h2>
            <p class="muted">{now.label(Label::NotAskedText)}</p>
            <ul class="reasons">{items}</ul>
        }
        .into_any()
    })
}

fn lifts(now: Now<'_>, topic: &'static Topic) -> AnyView {
    let lifts = engine::lifts(topic, now.state.answers());
    let n_more = lifts.len().saturating_sub(N_LIFTS);
    let shown: Vec<_> = lifts
        .iter()
        .take(N_LIFTS)
        .map(|lift| {
            let steps: Vec<_> = now.words.lift(lift).into_iter().map(|step| view! { <li><span>{step}</span></li> }).collect();
            let title = now.words.fill(Label::LiftTo, &[("verdict", now.words.verdict(lift.verdict))]);
            view! {
                <section class="card lift-card">
                    <h3>{title}</h3>
                    <ol class="lift">{steps}</ol>
                </section>
            }
        })
        .collect();
    let body = if shown.is_empty() {
        view! { <p>{now.label(Label::LiftsNone)}</p> }.into_any()
    } else {
        let more = match n_more {
            0 => None,
            1 => Some(now.label(Label::LiftMoreOne).to_owned()),
            n => Some(now.words.fill(Label::LiftMore, &[("n", &n.to_string())])),
        };
        view! {
            <div class="lift-cards">{shown}</div>
            {more.map(|more| view! { <p class="small muted">{more}</p> })}
        }
        .into_any()
    };
    view! { <h2>{now.label(Label::LiftsTitle)}</h2> {body} }.into_any()
}

/// What to try before: at the top when that is the verdict, else after the rest, and not at all once to be adopted.
fn simpler(now: Now<'_>, topic: &'static Topic, judgement: Judgement, leading: bool) -> Option<AnyView> {
    let best = judgement.range.best;
    let leads = best == Verdict::SimplerFirst;
    (leads == leading && best != Verdict::Adopt || !judgement.settled() && !leading).then(|| {
        let lang = now.state.lang;
        let items: Vec<_> = topic
            .alternatives
            .iter()
            .map(|alternative| {
                let text = view! { <strong>{alternative.name.get(lang)}</strong> <br /> {alternative.text.get(lang)} };
                reason(now, Mark::For, text, &alternative.sources)
            })
            .collect();
        view! {
            <h2>{now.label(Label::AlternativesTitle)}</h2>
            <ul class="reasons">{items}</ul>
        }
        .into_any()
    })
}
