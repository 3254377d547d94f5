//! The home page: pick a technology, pick up where one left off, or try with an example.

use super::{Html, Page};
use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;

/// The inside of the home page.
#[inline(never)]
pub(super) fn home(html: &mut Html, page: Page<'_>) {
    let (words, lang) = (page.words, page.lang());
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::AppQuestion)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::AppPromise));
    html.tag("h2", words.label(Label::HomeTopics)).raw("<ul class=\"cards\">");
    for (position, topic) in words.content.topics.iter().enumerate() {
        topic_card(html, page, position, topic);
    }
    html.raw("</ul>");
    // Below the cards, so that finding answers again moves nothing above.
    if !page.answers.is_empty() {
        html.classed("p", "resume muted", words.label(Label::HomeResumeText));
    }
    html.tag("h2", words.label(Label::HomeHelp)).classed("p", "lede", words.label(Label::HomeHelpText));
    html.raw("<p class=\"bar\">")
        .link(&page.href(View::Choose), "button app-only")
        .text(words.label(Label::HomeHelpGo))
        .raw("</a>");
    html.link(&page.href(View::Chapter(None)), "button button--quiet")
        .text(words.label(Label::HomeRead))
        .raw("</a></p>");
    received(html, page);
    html.tag("h2", words.label(Label::HomeSituations));
    html.classed("p", "lede muted", words.label(Label::HomeSituationsText)).raw("<ul class=\"cards cards--wide\">");
    for (position, situation) in words.content.situations.iter().enumerate() {
        html.raw("<li>").link(&page.href(View::Example(position)), "card");
        html.tag("strong", situation.name.get(lang)).tag("p", situation.story.get(lang)).raw("</a></li>");
    }
    html.raw("</ul>");
}

/// The way in for what others sent: a link or a code to paste, or a file.
fn received(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    html.raw("<section class=\"app-only\">").tag("h2", words.label(Label::HomeReceived));
    html.raw("<form class=\"copy\" data-do=\"paste\"><label>").tag("span", words.label(Label::PasteWhat));
    html.raw("<input id=\"pasted\" autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\"></label>");
    html.raw("<button class=\"button\">").text(words.label(Label::PasteGo)).raw("</button></form>");
    html.raw("<p class=\"file\"><label>").tag("span", words.label(Label::FileWhat));
    html.raw("<input type=\"file\" id=\"file\" accept=\".json,application/json\"></label></p></section>");
}

fn topic_card(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let (words, lang) = (page.words, page.lang());
    let is_started = engine::is_started(words.content, position, page.answers);
    let range = engine::judge(topic, page.answers).range;
    let is_done = is_started && (range.settled() || engine::next(topic, page.answers).is_none());
    let view = if is_done { View::Verdict(position) } else { View::Question(position, None) };
    html.raw("<li>").link(&page.href(view), "card");
    html.raw("<span class=\"card__status\">").text(&topic.number);
    match (is_started, is_done) {
        (false, _) => {}
        (true, false) => status_line(html, words.label(Label::ResumeTopic)),
        (true, true) => status_line(html, &words.heading_short(range)),
    }
    html.raw("</span>");
    html.tag("strong", topic.name.get(lang)).tag("p", topic.tagline.get(lang)).raw("</a></li>");
}

/// How far the person has come, on the line that every card has: it takes no place that starting would have to make.
fn status_line(html: &mut Html, status: &str) {
    html.raw(" · ").tag("b", status);
}
