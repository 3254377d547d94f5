//! The app in a frame: one question, or the verdict in a few words. Everything that the ordinary pages unfold is a press away,
//! or on the whole app's own page, so that nothing scrolls inside a slide.

use super::parts::{attribution, dial, verdict_word, why};
use super::question::{asked, error, step};
use super::screen::{Main, part};
use super::{Html, Page, button};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::engine::{self, Power};
use boussole_core::link::{self, Address, Shows};
use boussole_core::state::{AppState, Embed};

/// The frame's page.
#[inline(never)]
pub(super) fn embed(page: Page<'_>, state: &AppState, embed: &Embed) -> Main {
    let content = page.words.content;
    let Some(topic) = content.topics.get(embed.topic) else {
        return Main { class: "embed", column: Vec::new(), side: None };
    };
    let question = state.question(content).and_then(|question| content.question(question));
    let column = match question {
        Some(question) => questioned(page, state, embed, topic, question),
        None if embed.shows_verdict() => vec![part(|html| verdict(html, page, topic))],
        None => vec![part(|html| done(html, page, topic))],
    };
    let side = part(|html| {
        if embed.shows_verdict() {
            let range = engine::judge(topic, &state.preview()).range;
            let shown = state.change.map_or(range, |change| change.shown);
            dial(html, page.words, range, shown, question.is_none());
            if question.is_some() {
                html.classed("p", "embed__range", &page.words.range(range));
            } else {
                html.classed("p", "muted", page.words.label(Label::NothingAgainst));
            }
        }
        html.raw("<p class=\"embed__source\">");
        attribution(html, page.words);
        html.raw("</p>");
    });
    Main { class: if question.is_some() { "embed" } else { "embed-end" }, column, side: Some(("embed__side", side)) }
}

fn questioned(page: Page<'_>, state: &AppState, embed: &Embed, topic: &Topic, question: &Question) -> Vec<String> {
    // What an answer can still do tells where it leads.
    let power = if embed.shows_verdict() { engine::power(topic, page.answers, question.code) } else { None };
    vec![
        part(|html| step(html, page.words, state, topic, question.code)),
        part(|html| error(html, page, state)),
        part(|html| asked(html, page, question)),
        part(|html| over(html, page, question, power)),
    ]
}

/// Why the question is asked and what its choices mean, above the page when asked for.
fn over(html: &mut Html, page: Page<'_>, question: &Question, power: Option<Power>) {
    let words = page.words;
    html.raw("<div class=\"over why\" id=\"why\" popover tabindex=\"0\"><h2>")
        .text(words.label(Label::WhyThisQuestion));
    html.raw("</h2>");
    why(html, words, question, power);
    html.raw("<dl class=\"terms\">");
    for choice in &question.choices {
        if let Some(note) = &choice.note {
            html.raw("<div>").tag("dt", choice.label.get(words.lang)).tag("dd", note.get(words.lang)).raw("</div>");
        }
    }
    html.raw("</dl><button type=\"button\" class=\"button button--small\" popovertarget=\"why\">");
    html.text(words.label(Label::Dismiss)).raw("</button></div>");
}

/// The verdict: the word, a sentence, the first reason, and the first thing to do.
fn verdict(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    html.classed("p", "step", &words.result_line(topic, page.answers, judgement));
    verdict_word(html, words, range);
    if range.settled() {
        html.classed("p", "lede", words.content.verdict(range.best).meaning.get(words.lang));
    }
    let lines = if range.settled() {
        vec![words.first_reason(topic, page.answers), words.first_action(topic, page.answers)]
    } else {
        let open = engine::open(topic, page.answers).into_iter().find_map(|code| words.content.question(code));
        vec![(Label::UnknownTitle, open.map_or_else(String::new, |question| question.ask.get(words.lang).to_owned()))]
    };
    for (label, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
        html.raw("<p><strong>")
            .text(words.label(*label))
            .raw(words.lang.colon())
            .raw("</strong>")
            .text(text)
            .raw("</p>");
    }
}

/// All is answered, and the verdict is for whoever presents to tell.
fn done(html: &mut Html, page: Page<'_>, topic: &Topic) {
    html.classed("p", "step", topic.name.get(page.lang())).raw("<h1 tabindex=\"-1\">");
    html.text(page.words.label(Label::EmbedDone)).raw("</h1>");
    html.classed("p", "lede", page.words.label(Label::EmbedDoneText));
}

/// What can be pressed: on, back, and out of the frame.
#[inline(never)]
pub(super) fn bar(page: Page<'_>, state: &AppState, embed: &Embed) -> String {
    let (words, content) = (page.words, page.words.content);
    let has_question = state.question(content).is_some();
    part(|html| {
        html.raw("<div class=\"bar\">");
        if has_question {
            // No form is sent from a sandboxed frame: the button answers to being pressed.
            button(html, "button", "embed-go", "", words.label(Label::Continue));
        }
        let quiet = "button button--quiet";
        let goes_back = if has_question { state.n_before(content) > 0 } else { embed.options.shows != Shows::Verdict };
        if goes_back {
            button(html, quiet, "embed-back", "", words.label(Label::Back));
        }
        if has_question {
            html.raw("<button type=\"button\" class=\"button button--quiet\" popovertarget=\"why\">");
            html.text(words.label(Label::EmbedWhy)).raw("</button>");
        } else {
            if embed.shows_verdict() && !page.answers.is_empty() {
                let code = link::encode(content, page.answers);
                html.raw("<a class=\"button button--quiet\" target=\"_blank\" href=\"");
                html.text(&Address::Result(code).write(content)).raw("\">");
                html.text(words.label(Label::EmbedAll)).raw("</a>");
            }
            if embed.options.shows != Shows::Verdict {
                button(html, quiet, "embed-reset", "", words.label(Label::EmbedRestart));
            }
        }
        if embed.has_host && !embed.options.is_page {
            button(html, "button button--quiet embed__host", "embed-host", "", words.label(Label::EmbedHost));
        }
        html.raw("</div>");
    })
}
