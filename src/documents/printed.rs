//! What is printed of a result: a verdict on one sheet, or under the overview the link that opens it again.
//!
//! It is in the page beside what is on screen, and styles show it on paper only: so the browser's own print command prints it.

use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::record::decision::{Case, Detail, decision, link_label};
use boussole_core::record::qr;
use boussole_core::record::text::Form;
use boussole_core::state::AppState;
use boussole_core::words::Words;
use maud::{Markup, PreEscaped, html};

use super::Page;
use super::dial::dial;
use super::share::link;

/// The printed part of a view. Nothing for the views that are printed as they are on screen.
#[must_use]
pub fn printed(page: Page<'_>, state: &AppState) -> Markup {
    let link = link(page.words.content, state);
    let topic = state.view.topic().and_then(|position| page.words.content.topics.get(position));
    match (state.view, topic, &state.embed) {
        // A frame is printed as it is, on the sheet of the deck around it.
        (_, _, Some(_)) => html! {},
        (View::Verdict(_), Some(topic), None) => sheet(page, state, topic, &link),
        (View::Board(_), ..) => html! { div.printed__foot { (again(page.words, &link)) } },
        _ => html! {},
    }
}

/// The verdict on one sheet.
fn sheet(page: Page<'_>, state: &AppState, topic: &Topic, link: &str) -> Markup {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    let case = Case { words, topic, answers: page.answers, link, today: state.sharing.today };
    html! {
        div.printed__sheet {
            header {
                div {
                    p { (words.result_line(topic, page.answers, judgement)) }
                    h1 { (words.heading(range)) }
                    @if range.settled() { p { (words.content.verdict(range.best).meaning.get(words.lang)) } }
                }
                (dial(words, range, range, true))
            }
            div.printed__columns { (PreEscaped(decision(Form::Html, Detail::Sheet, case))) }
            (again(words, link))
        }
    }
}

/// The link that opens the result again, as a QR code and as text, and the credits.
fn again(words: Words<'_>, link: &str) -> Markup {
    html! {
        div.printed__again {
            (PreEscaped(qr::svg(link).unwrap_or_default()))
            div {
                p { strong { (words.label(link_label(link))) } " " (link) }
                p { (words.label(Label::NothingAgainst)) }
                p { (words.credit()) }
            }
        }
    }
}
