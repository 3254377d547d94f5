//! The six technologies side by side, for the present situation.

use super::parts::{answer_line, dial};
use super::{Html, Page, button};
use boussole_core::content::{Label, Topic};
use boussole_core::domain::Range;
use boussole_core::engine;
use boussole_core::link::{Order, View};

/// The inside of the overview.
#[inline(never)]
pub(super) fn board(html: &mut Html, page: Page<'_>, order: Order) {
    let (words, content) = (page.words, page.words.content);
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::BoardTitle)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::BoardLede));
    html.raw("<nav class=\"ways\" aria-label=\"").text(words.label(Label::BoardOrder)).raw("\">");
    for (other, label) in [(Order::Chapter, Label::BoardChapter), (Order::Nearest, Label::BoardNearest)] {
        html.raw("<a href=\"").text(&page.href(View::Board(other)));
        html.raw(if other == order { "\" aria-current=\"true\">" } else { "\">" }).text(words.label(label)).raw("</a>");
    }
    html.link(&page.href(View::Share(None)), "").text(words.label(Label::ShareGo)).raw("</a>");
    button(html, "link-button", "print", "", words.label(Label::Print));
    html.raw("</nav><ul class=\"board\">");
    let positions = match order {
        Order::Chapter => (0..content.topics.len()).collect(),
        Order::Nearest => engine::nearest(content, page.answers),
    };
    for position in positions {
        if let Some(topic) = content.topics.get(position) {
            cell(html, page, position, topic);
        }
    }
    html.raw("</ul>");
    shared(html, page);
}

fn cell(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let (words, lang) = (page.words, page.lang());
    let judgement = engine::judge(topic, page.answers);
    html.raw("<li class=\"card board__cell\"><div class=\"board__dial\">");
    dial(html, words, judgement.range, judgement.range, false);
    html.raw("</div><div><p class=\"card__status\">").text(&topic.number).raw(" · ").text(topic.name.get(lang));
    let heading = match judgement.range {
        Range::FULL => words.range(Range::FULL),
        range => words.heading_short(range),
    };
    html.raw("</p>").tag("h2", &heading);
    let limits: Vec<&str> = judgement.limits(topic).map(|rule| rule.reason.get(lang)).collect();
    if !limits.is_empty() {
        html.classed("p", "visually-hidden", words.label(Label::BoardHeld)).raw("<ul class=\"board__limits\">");
        for limit in limits {
            html.tag("li", limit);
        }
        html.raw("</ul>");
    }
    let open = engine::open(topic, page.answers);
    if !open.is_empty() {
        let n = match open.len() {
            1 => words.label(Label::BoardOpenOne).to_owned(),
            n => words.fill(Label::BoardOpen, &[("n", &n.to_string())]),
        };
        html.raw("<details class=\"board__open\"><summary>").text(&n).raw("</summary><ul>");
        for question in open.into_iter().filter_map(|code| words.content.question(code)) {
            html.raw("<li>").link(&page.href(View::Question(position, Some(question.code))), "");
            html.text(question.ask.get(lang)).raw("</a></li>");
        }
        html.raw("</ul></details>");
    }
    let is_started = engine::is_started(words.content, position, page.answers);
    let (view, label) = match (is_started, engine::next(topic, page.answers)) {
        (false, _) => (View::Question(position, None), Label::BoardStart),
        (true, Some(_)) => (View::Question(position, None), Label::ResumeTopic),
        (true, None) => (View::Verdict(position), Label::BoardSettled),
    };
    html.raw("<p class=\"board__go\">").link(&page.href(view), "").text(words.label(label));
    html.unseen(lang, topic.name.get(lang)).raw("</a></p></div></li>");
}

/// The facts that several technologies read, each asked once.
fn shared(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    html.tag("h2", words.label(Label::BoardShared)).raw("<ul class=\"answers-list\">");
    for question in &words.content.questions {
        let readers = words.content.topics.iter().enumerate().filter(|(_, topic)| topic.input(question.code).is_some());
        let readers: Vec<usize> = readers.map(|(position, _)| position).collect();
        let [first, _, ..] = readers.as_slice() else {
            continue;
        };
        let used = words.fill(Label::BoardSharedBy, &[("n", &readers.len().to_string())]);
        answer_line(html, page, *first, question, &used);
    }
    html.raw("</ul>");
}
