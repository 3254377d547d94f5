//! What a participant sees in a room: every question of a topic in its order, then the code to show.

use super::parts::why;
use super::question::{asked, bar, error};
use super::screen::{Main, part};
use super::{Html, Page, share};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::link::{self, View};
use boussole_core::record::qr;
use boussole_core::state::AppState;

/// The code, as the field and its button name it.
const CODE: &str = "code";

/// A question. Nothing when there is none to show.
//
// No dial beside it, no word of the range, and nothing of what an answer can still do: who sees where an answer leads gives
// another one. The verdict waits on the last page, where it changes nothing any more.
#[inline(never)]
pub(super) fn join(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Option<Main> {
    let (words, content) = (page.words, page.words.content);
    let question = content.question(state.question(content)?)?;
    let place = topic.inputs.iter().position(|input| input.question == question.code)?;
    let before = place.checked_sub(1).and_then(|place| topic.inputs.get(place));
    let back = before.map_or(View::Home, |input| View::Join(position, Some(input.question)));
    let values = [
        ("topic", topic.name.get(words.lang)),
        ("n", &*(place + 1).to_string()),
        ("total", &*topic.inputs.len().to_string()),
    ];
    let column = vec![
        part(|html| {
            html.classed("p", "hint", words.label(Label::JoinPrivate));
            html.classed("p", "step", &words.fill(Label::JoinStep, &values));
        }),
        part(|html| asked(html, page, question)),
        part(|html| error(html, page, state)),
        part(|html| bar(html, page, back)),
        part(|html| {
            html.raw("<div class=\"why\">");
            why(html, words, question, None);
            html.raw("</div>");
        }),
    ];
    Some(Main { class: "question", column, side: None })
}

/// The end: the code of the answers, as large as it goes, and the way to one's own verdict.
#[inline(never)]
pub(super) fn joined(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Main {
    let (words, content) = (page.words, page.words.content);
    let mut questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
    let silent = questions.find(|question| page.answers.get(question.code).is_none());
    let column = vec![
        part(|html| {
            html.classed("p", "step", topic.name.get(words.lang)).raw("<h1 tabindex=\"-1\">");
            html.text(words.label(Label::JoinCode)).raw("</h1>");
            html.classed("p", "lede", words.label(Label::JoinCodeText));
        }),
        part(|html| {
            if let Some(question) = silent {
                lacking(html, page, position, question);
            }
        }),
        part(|html| {
            html.raw("<div class=\"copy joined\"><textarea readonly spellcheck=\"false\" rows=\"2\" id=\"share-");
            html.raw(CODE).raw("\" aria-label=\"").text(words.label(Label::ShareCode)).raw("\">");
            html.raw(&link::encode(content, &state.shared(content))).raw("</textarea>");
            share::copy(html, words, CODE, Label::ShareCode);
            html.raw("</div>");
        }),
        share::column_told(words, state),
        part(|html| {
            html.tag("p", words.label(Label::ShareHolds)).raw("<div class=\"joined__qr\">");
            html.raw(&qr::svg(&share::link(content, state)).unwrap_or_default()).raw("</div><div class=\"bar\">");
            html.link(&page.href(View::Verdict(position)), "button button--quiet");
            html.text(words.label(Label::SeeVerdict)).raw("</a>");
            let last = topic.inputs.last().map(|input| input.question);
            html.link(&page.href(View::Join(position, last)), "button button--quiet");
            html.text(words.label(Label::Back)).raw("</a></div>");
        }),
    ];
    Main { class: "read", column, side: None }
}

/// A question without an answer: a code of the others would count it as such.
fn lacking(html: &mut Html, page: Page<'_>, position: usize, question: &Question) {
    let words = page.words;
    let ask = question.ask.get(words.lang);
    html.raw("<p class=\"ways\">").text(words.label(Label::NotAnswered)).raw(words.lang.colon()).text(ask).raw(" ");
    html.link(&page.href(View::Join(position, Some(question.code))), "").text(words.label(Label::Answer));
    html.unseen(words.lang, ask).raw("</a></p>");
}
