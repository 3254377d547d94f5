//! The choices of a question as native controls, named by question and choice.
//!
//! Which of them are picked is not written here: `ui` sets it once they stand in the page. So the text of a question stays
//! the same while it is answered, and the browser keeps its elements, with the focus.

use super::Html;
use crate::content::{Label, Question};
use crate::words::Words;

/// The choices of a question of a topic, "I don't know" last.
pub(super) fn choices(html: &mut Html, words: Words<'_>, question: &Question) {
    html.raw("<div class=\"choices\">");
    each(html, words, question, u16::MAX);
    if question.many {
        control(html, question, "none", words.label(Label::NoneOfThese), None);
        control(html, question, "unknown", words.label(Label::RestUnknown), None);
    } else {
        control(html, question, "unknown", words.label(Label::Unknown), Some(words.label(Label::UnknownNote)));
    }
    html.raw("</div>");
}

/// Some boxes of a question of the guide: each counts at once.
pub(super) fn marks(html: &mut Html, words: Words<'_>, question: &Question, boxes: u16) {
    html.raw("<div class=\"choices\">");
    each(html, words, question, boxes);
    html.raw("</div>");
}

fn each(html: &mut Html, words: Words<'_>, question: &Question, boxes: u16) {
    for choice in question.choices.iter().filter(|choice| boxes & 1 << choice.code != 0) {
        let note = choice.note.as_ref().map(|note| note.get(words.lang));
        control(html, question, &choice.id, choice.label.get(words.lang), note);
    }
}

/// The choices of a question as a list that also offers to say nothing.
pub(super) fn picker(html: &mut Html, words: Words<'_>, question: &Question) {
    html.raw("<div class=\"picker\"><label>").tag("span", question.ask.get(words.lang));
    html.raw("<select name=\"").raw(&question.id).raw("\"><option value=\"\">").text(words.label(Label::NotSaid));
    html.raw("</option>");
    for choice in &question.choices {
        html.raw("<option value=\"").raw(&choice.id).raw("\">").text(choice.label.get(words.lang)).raw("</option>");
    }
    html.raw("</select></label>").tag("small", question.why.get(words.lang)).raw("</div>");
}

fn control(html: &mut Html, question: &Question, value: &str, label: &str, note: Option<&str>) {
    html.raw("<label class=\"choice\"><input type=\"").raw(if question.many { "checkbox" } else { "radio" });
    html.raw("\" name=\"").raw(&question.id).raw("\" value=\"").raw(value).raw("\"><span>").text(label).raw(" ");
    if let Some(note) = note {
        html.tag("small", note);
    }
    html.raw("</span></label>");
}
