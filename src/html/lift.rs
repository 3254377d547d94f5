//! What would change a verdict: the ways to a better one, and the single answers that would lower it.

use super::{Html, Page};
use boussole_core::content::{Label, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine;

/// How many ways to a better verdict are shown.
const N_LIFTS: usize = 3;

/// The ways to a better verdict, as lists of things to do and to wait for.
pub(super) fn lifts(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    let lifts = engine::lifts(topic, page.answers);
    html.tag("h2", words.label(Label::LiftsTitle));
    if lifts.is_empty() {
        html.tag("p", words.no_lift(engine::judge(topic, page.answers)));
        return;
    }
    html.raw("<div class=\"lift-cards\">");
    for (place, lift) in lifts.iter().take(N_LIFTS).enumerate() {
        let title = words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))]);
        html.raw("<section class=\"card lift-card\">").tag("h3", &title);
        steps(html, page, lift);
        see(html, page, "try-lift", place, &words.lift(lift).join(" "));
        html.raw("</section>");
    }
    html.raw("</div>");
    let more = match lifts.len().saturating_sub(N_LIFTS) {
        0 => return,
        1 => words.label(Label::LiftMoreOne).to_owned(),
        n => words.fill(Label::LiftMore, &[("n", &n.to_string())]),
    };
    html.classed("p", "small muted", &more);
}

/// A button that shows where a change leads, told apart from the others for those who hear the page.
fn see(html: &mut Html, page: Page<'_>, does: &str, place: usize, about: &str) {
    html.raw("<button type=\"button\" class=\"link-button\" data-do=\"").raw(does).raw("\" data-on=\"");
    html.raw(&place.to_string()).raw("\">").text(page.words.label(Label::TryIt)).unseen(page.lang(), about);
    html.raw("</button>");
}

/// The steps of one way, each with what it takes.
pub(super) fn steps(html: &mut Html, page: Page<'_>, lift: &engine::Lift) {
    html.raw("<ol class=\"lift\">");
    for step in &lift.steps {
        html.raw("<li><span>").text(&page.words.step(step));
        if let Some(effort) = page.words.effort(step) {
            html.raw(" ").classed("small", "muted", &effort);
        }
        html.raw("</span></li>");
    }
    html.raw("</ol>");
}

/// The single answers that would lower the verdict; nothing where it cannot go lower.
pub(super) fn fragile(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    if engine::judge(topic, page.answers).range.best == Verdict::NotForYou {
        return;
    }
    let found = engine::fragile(topic, page.answers);
    html.tag("h2", words.label(Label::FragileTitle));
    if found.is_empty() {
        html.tag("p", words.label(Label::FragileNone));
        return;
    }
    html.classed("p", "muted", words.label(Label::FragileText)).raw("<ul class=\"fragile\">");
    for (place, fragile) in found.iter().enumerate() {
        let said = words.fragile(fragile);
        html.raw("<li><span>").text(&said).raw("</span>");
        see(html, page, "try-fragile", place, &said);
        html.raw("</li>");
    }
    html.raw("</ul>");
}
