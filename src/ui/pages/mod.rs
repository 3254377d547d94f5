//! One module per page.

mod all;
mod example;
mod home;
mod question;
mod verdict;

use leptos::prelude::*;

use super::Now;
use crate::content::{Label, Question};
use crate::link::View;

/// The page the address names.
pub(super) fn page(now: Now<'_>) -> AnyView {
    let topics = &now.ui.content.topics;
    let page = match now.state.view {
        View::Home => None,
        View::Question(position, _) => topics.get(position).map(|topic| question::question(now, position, topic)),
        View::All(position) => topics.get(position).map(|topic| all::all(now, position, topic)),
        View::Verdict(position) => topics.get(position).map(|topic| verdict::verdict(now, position, topic)),
        View::Example(situation) => {
            now.ui.content.situations.get(situation).map(|situation| example::example(now, situation))
        }
    };
    page.unwrap_or_else(|| home::home(now))
}

/// Why a question is asked, its terms in a line each, and its sources.
fn why(now: Now<'_>, question: &'static Question) -> AnyView {
    let lang = now.state.lang;
    let terms: Vec<_> = question
        .glosses
        .iter()
        .filter_map(|gloss| now.ui.content.glossary.get(usize::from(*gloss)))
        .map(|gloss| view! { <div><dt>{gloss.term.get(lang)}</dt><dd>{gloss.gloss.get(lang)}</dd></div> })
        .collect();
    let terms = (!terms.is_empty()).then(|| view! { <dl class="terms">{terms}</dl> });
    view! {
        <div class="why">
            <p>
                <strong>{now.label(Label::WhyThisQuestion)}</strong> " " {question.why.get(lang)} " "
                {super::components::sources(now, &question.sources)}
            </p>
            {terms}
        </div>
    }
    .into_any()
}

/// What to do when "Continue" is pressed without an answer.
fn error(now: Now<'_>) -> Option<AnyView> {
    now.state.lacks_answer.then(|| {
        view! {
            <p class="error" role="alert">
                <a href="#main" on:click=move |event| {
                    event.prevent_default();
                    crate::platform::page::focus("#main input");
                }>{now.label(Label::ChooseFirst)}</a>
            </p>
        }
        .into_any()
    })
}
