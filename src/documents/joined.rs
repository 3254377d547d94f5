//! The parts of the last page that a participant of a room sees.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::link::View;
use boussole_core::record::{self, qr};
use boussole_core::state::AppState;
use maud::{Markup, PreEscaped, html};

use super::Page;
use super::parts::unseen;

/// The first question without an answer, with a link to it: the others in the room would see it as not answered.
#[must_use]
pub fn lacking(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let mut questions = topic.inputs.iter().filter_map(|input| page.words.content.question(input.question));
    let lacking = questions.find(|question| page.answers.get(question.code).is_none());
    html! {
        @if let Some(question) = lacking { (to_answer(page, position, question)) }
    }
}

fn to_answer(page: Page<'_>, position: usize, question: &Question) -> Markup {
    let words = page.words;
    let ask = question.ask.get(words.lang);
    html! {
        p.ways {
            (words.label(Label::NotAnswered)) (words.lang.colon()) (ask) " "
            a href=(page.href(View::Join(position, Some(question.code)))) {
                (words.label(Label::Answer)) (unseen(words.lang, ask))
            }
        }
    }
}

/// What the code holds, the code as a QR code, and the links to the verdict and to the last question.
#[must_use]
pub fn code_to_show(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let link = record::link(words.content, state.sharing.base.as_deref(), &state.shared(words.content));
    let last = topic.inputs.last().map(|input| input.question);
    html! {
        p { (words.label(Label::ShareHolds)) }
        div.joined__qr { (PreEscaped(qr::svg(&link).unwrap_or_default())) }
        div.bar {
            a.button.button--quiet href=(page.href(View::Verdict(position))) { (words.label(Label::SeeVerdict)) }
            a.button.button--quiet href=(page.href(View::Join(position, last))) { (words.label(Label::Back)) }
        }
    }
}
