//! The home page: pick a technology, go on, open what others sent, or try an example.

use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::record::{self, json::Unreadable};
use boussole_core::words::Notice;
use leptos::ev::{Event, SubmitEvent};
use leptos::html::Input;
use leptos::prelude::*;
use maud::{Markup, html};

use crate::app::{App, use_app, use_words};
use crate::browser::file;
use crate::components::Document;
use crate::documents::Page;
use crate::json;

/// The home page.
#[component]
pub fn Home() -> impl IntoView {
    view! {
        <main id="main" class="read">
            <div class="read__main">
                <HomeParts/>
            </div>
        </main>
    }
}

/// The parts of the page, which the page before the app has too.
#[component]
pub fn HomeParts() -> impl IntoView {
    view! {
        <Document write=topics/>
        <Received/>
        <Document write=situations/>
    }
}

/// The technologies, then help to choose one.
fn topics(page: Page<'_>) -> Markup {
    let words = page.words;
    html! {
        h1 tabindex="-1" { (words.label(Label::AppQuestion)) }
        p.lede { (words.label(Label::AppPromise)) }
        h2 { (words.label(Label::HomeTopics)) }
        ul.cards {
            @for (position, topic) in words.content.topics.iter().enumerate() { (topic_card(page, position, topic)) }
        }
        // Below the cards, so that restored answers move nothing above.
        @if !page.answers.is_empty() { p.resume.muted { (words.label(Label::HomeResumeText)) } }
        h2 { (words.label(Label::HomeHelp)) }
        p.lede { (words.label(Label::HomeHelpText)) }
        p.bar {
            a.button.app-only href=(page.href(View::Choose)) { (words.label(Label::HomeHelpGo)) }
            a.button.button--quiet href=(page.href(View::Chapter(None))) { (words.label(Label::HomeRead)) }
        }
    }
}

fn topic_card(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let (words, lang) = (page.words, page.lang());
    let is_started = engine::is_started(words.content, position, page.answers);
    let range = engine::judge(topic, page.answers).range;
    let is_done = is_started && (range.settled() || engine::next(topic, page.answers).is_none());
    let view = if is_done { View::Verdict(position) } else { View::Question(position, None) };
    html! {
        li {
            a.card href=(page.href(view)) {
                // The progress is on the line that every card has, so that it changes no height.
                span.card__status {
                    (topic.number)
                    @if is_done { " · " b { (words.heading_short(range)) } }
                    @else if is_started { " · " b { (words.label(Label::ResumeTopic)) } }
                }
                strong { (topic.name.get(lang)) }
                p { (topic.tagline.get(lang)) }
            }
        }
    }
}

fn situations(page: Page<'_>) -> Markup {
    let (words, lang) = (page.words, page.lang());
    html! {
        h2 { (words.label(Label::HomeSituations)) }
        p.lede.muted { (words.label(Label::HomeSituationsText)) }
        ul.cards.cards--wide {
            @for (position, situation) in words.content.situations.iter().enumerate() {
                li {
                    a.card href=(page.href(View::Example(position))) {
                        strong { (situation.name.get(lang)) }
                        p { (situation.story.get(lang)) }
                    }
                }
            }
        }
    }
}

/// Opens what others sent: a link or a code to paste, or a file.
#[component]
fn Received() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let pasted = NodeRef::<Input>::new();
    let paste = move |event: SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked().map(|field| field.value()).unwrap_or_default();
        app.open_received(|state| state.pasted(app.content, &text));
    };
    let open = move |event: Event| file::opened(&event, move |text| import(app, text.as_deref()));
    view! {
        <section class="app-only">
            <h2>{words.label(Label::HomeReceived)}</h2>
            <form class="copy" on:submit=paste>
                <label>
                    <span>{words.label(Label::PasteLabel)}</span>
                    <input id="pasted" autocomplete="off" autocapitalize="off" spellcheck="false" node_ref=pasted/>
                </label>
                <button class="button">{words.label(Label::PasteGo)}</button>
            </form>
            <p class="file">
                <label>
                    <span>{words.label(Label::FileLabel)}</span>
                    <input type="file" id="file" accept=".json,application/json" on:change=open/>
                </label>
            </p>
        </section>
    }
}

/// Shows the answers of a file, or says why it cannot be read. `text` is none when the browser could not read it.
fn import(app: App, text: Option<&str>) {
    let read = match text.and_then(json::parse) {
        Some(json) => record::json::read(app.content, &json),
        None => Err(Unreadable::Foreign),
    };
    app.open_received(|state| match read {
        Ok((answers, notices)) => state.imported(app.content, answers, notices),
        Err(reason) => {
            let is_newer = reason == Unreadable::Newer;
            state.told(if is_newer { Notice::FileNewer } else { Notice::FileForeign });
            None
        }
    });
}
