//! What a verdict says to look at again: answers that pull against each other now, and later the signs that reopen it.

use super::lift::steps;
use super::parts::{Mark, answer_line, reason, sources};
use super::{Html, Page};
use boussole_core::content::{Label, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine;

/// Answers that pull against each other, each with the way to look at it again.
pub(super) fn tensions(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    for (index, tension) in engine::tensions(topic, page.answers).enumerate() {
        if index == 0 {
            html.tag("h2", words.label(Label::TensionTitle));
        }
        html.raw("<div class=\"card tension\"><p>").text(tension.text.get(page.lang())).raw(" ");
        sources(html, words, &tension.sources);
        html.raw("</p><ul class=\"answers-list\">");
        let questions = tension.when.iter().filter_map(|condition| words.content.question(condition.question));
        questions.for_each(|question| answer_line(html, page, position, question, ""));
        html.raw("</ul></div>");
    }
}

/// After a "no", the signs that would reopen the question.
pub(super) fn signs(html: &mut Html, page: Page<'_>, topic: &Topic, verdict: Verdict) {
    let words = page.words;
    let title = match verdict {
        Verdict::NotForYou => Label::SignsNotForYou,
        Verdict::SimplerFirst => Label::SignsSimpler,
        Verdict::NotNow => Label::SignsNotNow,
        Verdict::TryInLab | Verdict::Adopt => return,
    };
    html.tag("h2", words.label(title));
    // What the smallest change would lift comes first. Where no problem is recognised, a sign is itself that change.
    let is_held = verdict != Verdict::NotForYou;
    if let Some(lift) = engine::lifts(topic, page.answers).first().filter(|_| is_held) {
        html.classed("p", "muted", words.label(Label::SignsFirst));
        steps(html, page, lift);
    }
    let mut signs = engine::signs(topic, page.answers, verdict).peekable();
    if signs.peek().is_some() {
        html.classed("p", "muted", words.label(if is_held { Label::SignsPressing } else { Label::SignsText }));
        html.raw("<ul class=\"reasons\">");
        signs.for_each(|sign| reason(html, words, Mark::Open, sign.text.get(page.lang()), "", &sign.sources));
        html.raw("</ul>");
    }
}
