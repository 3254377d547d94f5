//! One module per page that answers to the person; the pages that are only read come from `html`.

mod all;
mod question;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Now;
use crate::content::{Label, Topic};
use crate::html;
use crate::link::View;
use crate::platform::page;

/// The page the address names.
pub(super) fn page(now: Now<'_>) -> AnyView {
    let content = now.ui.content;
    let topic = |position: usize| content.topics.get(position);
    let text = match now.state.view {
        View::Question(position, _) => {
            if let Some(topic) = topic(position) {
                return question::question(now, position, topic);
            }
            String::new()
        }
        View::All(position) => {
            if let Some(topic) = topic(position) {
                return all::all(now, position, topic);
            }
            String::new()
        }
        View::Home => now.html(html::home),
        View::Verdict(position) => now.html(|html, page| {
            if let Some(topic) = topic(position) {
                html::verdict(html, page, position, topic);
            }
        }),
        View::Example(situation) => now.html(|html, page| {
            if let Some(situation) = content.situations.get(situation) {
                html::example(html, page, situation);
            }
        }),
    };
    view! { <main id="main" inner_html=text on:click=clicked></main> }.into_any()
}

/// A click on something in a page that is only read: buttons say in `data-do` what they are for, links lead by themselves.
fn clicked(event: web_sys::MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    if target.is_some_and(|target| target.get_attribute("data-do").as_deref() == Some("print")) {
        page::print();
    }
}

/// What the technology is, folded away. The fold is an element of the page's own: text put in anew would close it at every tick.
fn about(now: Now<'_>, topic: &Topic) -> AnyView {
    let title = now.html(|html, page| html::about_title(html, page.words, topic));
    let inside = now.html(|html, page| html::about_inside(html, page.words, topic));
    view! { <details class="fold"><summary inner_html=title></summary><div inner_html=inside></div></details> }
        .into_any()
}

/// What to do when "Continue" is pressed without an answer.
fn error(now: Now<'_>) -> Option<AnyView> {
    now.state.lacks_answer.then(|| {
        let focus = |event: web_sys::MouseEvent| {
            event.prevent_default();
            page::focus("#main input");
        };
        view! {
            <p class="error" role="alert">
                <a href="#main" on:click=focus>{now.label(Label::ChooseFirst)}</a>
            </p>
        }
        .into_any()
    })
}
