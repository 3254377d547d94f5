//! Ready to decide? Four boxes after each verdict, apart from it: a good idea is not yet a decision.

use super::controls::marks;
use super::parts::sources;
use super::{Html, Page};
use boussole_core::content::{Label, Topic};
use boussole_core::domain::Answer;

/// The boxes.
pub(super) fn ready(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    let Some(question) = words.content.question(topic.ready) else {
        return;
    };
    html.raw("<fieldset class=\"marks ready\"><legend><h2>").text(question.ask.get(words.lang)).raw("</h2></legend>");
    html.raw("<p class=\"muted\">").text(question.why.get(words.lang)).raw(" ");
    sources(html, words, &question.sources);
    html.raw("</p>");
    marks(html, words, question, u16::MAX);
    html.raw("</fieldset>");
}

/// How many of the boxes are ticked; nothing before the first.
pub(super) fn state(page: Page<'_>, topic: &Topic) -> Option<String> {
    let words = page.words;
    let Answer::Ticks(ticks) = page.answers.get(topic.ready)? else {
        return None;
    };
    let (n, total) = (ticks.ticked.count_ones(), words.content.question(topic.ready)?.choices.len());
    if n as usize == total {
        return Some(words.label(Label::ReadyAll).to_owned());
    }
    Some(words.fill(Label::ReadySome, &[("n", &n.to_string()), ("total", &total.to_string())]))
}
