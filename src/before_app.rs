//! The page before the app starts, which is also the page where scripts are off: topics, questions and choices as real controls,
//! in both languages.
//!
//! The id of each part is the text after `#` of its address, so that links work without a script. The parts that the app shows
//! too are the same components and documents: nothing moves when the app starts.

use boussole_core::content::{Content, Label, Question};
use boussole_core::domain::{Answers, Lang, Range};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AppState, Theme};
use boussole_core::words::Words;
use leptos::prelude::*;
use maud::{Markup, PreEscaped, html};

use crate::app::App;
use crate::components::Choices;
use crate::documents::dial::dial_card;
use crate::documents::header::static_header;
use crate::documents::parts::{about_topic, credits};
use crate::documents::question::{step, why_aside};
use crate::documents::{Page, Place};
use crate::pages::TopicAt;
use crate::pages::home::HomeParts;

/// The inside of the app's element before the app starts.
#[must_use]
pub fn before_app(content: &'static Content, place: Place) -> String {
    let written = Lang::ALL.map(|lang| {
        Owner::new().with(|| {
            App::provide(content, place, AppState::new(lang, Theme::Auto, Answers::new()));
            let words = Words::new(content, lang);
            provide_context(words);
            let page = Page { words, answers: &Answers::new(), place };
            everything(content, page).into_string()
        })
    });
    written.concat()
}

/// Everything in one language.
fn everything(content: &'static Content, page: Page<'_>) -> Markup {
    let words = page.words;
    let there = format!("#/{}", words.lang.other().tag());
    html! {
        div.page.plain lang=(words.lang.tag()) id=(id(page, View::Home)) {
            (static_header(page, &there, None))
            main {
                p.plain__waiting { (words.label(Label::Starting)) }
                section.home {
                    (rendered(view! { <HomeParts/> }))
                    noscript { p.notice { (words.label(Label::NoScript)) } }
                }
                @for (position, topic) in content.topics.iter().enumerate() {
                    (topic_section(content, page, TopicAt { position, topic }))
                }
            }
            footer.foot {
                p { (words.label(Label::Privacy)) }
                (credits(page))
            }
        }
    }
}

/// A topic: its first question where the app will show it, then the others, then what the technology is.
fn topic_section(content: &'static Content, page: Page<'_>, at: TopicAt) -> Markup {
    let (words, TopicAt { position, topic }) = (page.words, at);
    let questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
    let n_left = topic.inputs.len().saturating_sub(1);
    html! {
        section.plain__topic id=(id(page, View::Question(position, None))) {
            div.question {
                div.question__main {
                    (step(words, topic, (1, n_left)))
                    form.plain__form {
                        @for (index, question) in questions.enumerate() {
                            @if index == 0 {
                                (first_question(page, at, question))
                            } @else {
                                (other_question(page, at, question))
                            }
                        }
                    }
                    (about_topic(page, position, topic))
                }
                aside.question__side { (dial_card(words, Range::FULL, None)) }
            }
        }
    }
}

fn first_question(page: Page<'_>, at: TopicAt, question: &'static Question) -> Markup {
    let words = page.words;
    let power = engine::power(at.topic, page.answers, question.code);
    html! {
        fieldset id=(id(page, View::Question(at.position, Some(question.code)))) {
            legend { h1 { (question.ask.get(words.lang)) } }
            (choices(page, question))
        }
        div.bar {
            button.button disabled { (words.label(Label::Continue)) }
            a.button.button--quiet href=(page.href(View::Home)) { (words.label(Label::Back)) }
        }
        (why_aside(words, question, power))
    }
}

fn other_question(page: Page<'_>, at: TopicAt, question: &'static Question) -> Markup {
    html! {
        fieldset.block id=(id(page, View::Question(at.position, Some(question.code)))) {
            legend { h2 { (question.ask.get(page.lang())) } }
            (choices(page, question))
        }
    }
}

fn choices(page: Page<'_>, question: &'static Question) -> Markup {
    html! {
        p.hint { (page.words.label(if question.many { Label::TickAll } else { Label::PickOne })) }
        (rendered(view! { <Choices question/> }))
    }
}

/// The id of the part that a view's address leads to: the text after `#`.
fn id(page: Page<'_>, view: View) -> String {
    page.href(view).trim_start_matches('#').to_owned()
}

/// A component as HTML, without the marks for hydration: the app replaces this page.
fn rendered(view: impl RenderHtml) -> Markup {
    PreEscaped(view.to_html().replace("<!>", ""))
}

#[cfg(test)]
mod tests {
    use super::before_app;
    use crate::bundled;
    use crate::documents::Place;

    #[test]
    fn every_choice_of_every_question_is_a_real_control_in_both_languages() {
        let content = bundled::content();
        let html = before_app(content, Place::File);
        for topic in &content.topics {
            for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                let readers = content.topics.iter().filter(|topic| topic.input(question.code).is_some()).count();
                for choice in &question.choices {
                    let control = format!("name=\"{}\" value=\"{}\"", question.id, choice.id);
                    assert_eq!(html.matches(&control).count(), 2 * readers, "{control}");
                }
            }
        }
    }

    #[test]
    fn every_topic_says_what_it_is_and_leads_to_its_sheet() {
        let html = before_app(bundled::content(), Place::Site);
        for topic in &bundled::content().topics {
            assert!(html.contains(&topic.what.fr) && html.contains(&topic.why.en), "{}", topic.id);
            for sheet in
                [format!("chapitre.html#/fr/chapter/{}", topic.id), format!("chapter.html#/en/chapter/{}", topic.id)]
            {
                assert!(html.contains(&sheet), "{sheet}");
            }
        }
        assert!(html.contains("chapitre 25, l.\u{a0}"));
    }

    #[test]
    fn every_address_inside_leads_somewhere() {
        let html = before_app(bundled::content(), Place::File);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for href in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            // The links to pages of the app lead nowhere before it starts, and the static pages are outside this part.
            let elsewhere = ["/example/", "/choose", "/board", "/plan", "/chapter", "/about", "/paper", "/trainers"];
            assert!(ids.contains(&href) || elsewhere.iter().any(|place| href.contains(place)), "{href}");
        }
    }
}
