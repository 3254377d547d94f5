//! The choices of a question as native controls, named by question and choice.
//!
//! Which of them are picked is not written here: `ui` sets it once they stand in the page. So the text of a question stays
//! the same while it is answered, and the browser keeps its elements, with the focus.

use super::{Html, Page};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::QuestionId;
use boussole_core::words::Words;

/// Some boxes of a question of the guide: each counts at once.
pub(super) fn marks(html: &mut Html, words: Words<'_>, question: &Question, boxes: u16) {
    html.raw("<div class=\"choices\">");
    each(html, words, "", question, boxes);
    html.raw("</div>");
}

fn each(html: &mut Html, words: Words<'_>, whose: &str, question: &Question, boxes: u16) {
    for choice in question.choices.iter().filter(|choice| boxes & 1 << choice.code != 0) {
        let note = choice.note.as_ref().map(|note| note.get(words.lang));
        control(html, whose, question, &choice.id, choice.label.get(words.lang), note);
    }
}

/// The choices of a question as a list that also offers to say nothing.
pub(super) fn picker(html: &mut Html, words: Words<'_>, question: &Question) {
    html.raw("<div class=\"picker\"><label>").tag("span", question.ask.get(words.lang));
    list(html, words, "", question, Label::NotSaid);
    html.raw("</label>").tag("small", question.why.get(words.lang)).raw("</div>");
}

/// Some questions as lists.
pub(super) fn pickers(html: &mut Html, page: Page<'_>, codes: &[QuestionId]) {
    html.raw("<div class=\"pickers\">");
    for question in codes.iter().filter_map(|code| page.words.content.question(*code)) {
        picker(html, page.words, question);
    }
    html.raw("</div>");
}

fn list(html: &mut Html, words: Words<'_>, whose: &str, question: &Question, nothing: Label) {
    html.raw("<select name=\"").raw(whose).raw(&question.id).raw("\"><option value=\"\">");
    html.text(words.label(nothing)).raw("</option>");
    for choice in &question.choices {
        option(html, &choice.id, choice.label.get(words.lang));
    }
    if !whose.is_empty() {
        option(html, "unknown", words.label(Label::Unknown));
    }
    html.raw("</select>");
}

/// One line of a list.
pub(super) fn option(html: &mut Html, value: &str, label: &str) {
    html.raw("<option value=\"").raw(value).raw("\">").text(label).raw("</option>");
}

/// Every question of a topic in little room, for answers that are not the situation's: lists, and boxes for the problems.
/// `whose` starts the controls' names.
pub(super) fn compact(html: &mut Html, words: Words<'_>, whose: &str, topic: &Topic) {
    html.raw("<div class=\"compact\">");
    for question in topic.inputs.iter().filter_map(|input| words.content.question(input.question)) {
        let ask = question.ask.get(words.lang);
        if question.many {
            html.raw("<fieldset class=\"marks marks--small\"><legend>")
                .text(ask)
                .raw("</legend><div class=\"choices\">");
            each(html, words, whose, question, u16::MAX);
            rest(html, words, whose, question);
            html.raw("</div></fieldset>");
        } else {
            html.raw("<div class=\"picker\"><label>").tag("span", ask);
            list(html, words, whose, question, Label::NotAnswered);
            html.raw("</label></div>");
        }
    }
    html.raw("</div>");
}

/// What says that none of the boxes holds, or that the others are open.
fn rest(html: &mut Html, words: Words<'_>, whose: &str, question: &Question) {
    control(html, whose, question, "none", words.label(Label::NoneOfThese), None);
    control(html, whose, question, "unknown", words.label(Label::RestUnknown), None);
}

fn control(html: &mut Html, whose: &str, question: &Question, value: &str, label: &str, note: Option<&str>) {
    html.raw("<label class=\"choice\"><input type=\"").raw(if question.many { "checkbox" } else { "radio" });
    html.raw("\" name=\"")
        .raw(whose)
        .raw(&question.id)
        .raw("\" value=\"")
        .raw(value)
        .raw("\"><span>")
        .text(label)
        .raw(" ");
    if let Some(note) = note {
        html.tag("small", note);
    }
    html.raw("</span></label>");
}
