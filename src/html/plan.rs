//! What to read and in which order, what fits in the time there is, and what the lab can run.

use super::choose::{pickers, subject_link};
use super::lab::{titled, trial};
use super::screen::{Main, part};
use super::{Html, Page};
use boussole_core::content::{Label, Subject};
use boussole_core::engine::{self, Fit, Plan, Reading, Takes};
use boussole_core::link::View;
use boussole_core::words::Words;

/// The page: the questions the plan depends on most, then the plan.
#[inline(never)]
pub(super) fn plan(page: Page<'_>) -> Main {
    let words = page.words;
    let asks = &words.content.guide.asks;
    let asked = part(|html| {
        html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::PlanTitle)).raw("</h1>");
        html.classed("p", "lede", words.label(Label::PlanLede));
        pickers(html, page, &[asks.profile, asks.time, asks.memory]);
    });
    Main { class: "read", column: vec![asked, part(|html| planned(html, page))], side: None }
}

/// What there is to hear of it: what fits in the time there is.
#[inline(never)]
pub(super) fn status(page: Page<'_>) -> String {
    fits(page.words, &engine::plan(page.words.content, page.answers)).unwrap_or_default()
}

fn planned(html: &mut Html, page: Page<'_>) {
    let (words, guide) = (page.words, &page.words.content.guide);
    let plan = engine::plan(words.content, page.answers);
    html.tag("h2", words.label(Label::PlanReadings));
    if plan.readings.is_empty() {
        html.tag("p", words.label(Label::PlanNothing));
    } else {
        html.raw("<ol class=\"readings\">");
        for reading in &plan.readings {
            self::reading(html, page, &plan, *reading);
        }
        html.raw("</ol>");
        if let Some(fits) = fits(words, &plan) {
            html.raw("<p><strong>").text(&fits).raw("</strong></p>");
        }
        html.classed("p", "small muted", words.label(Label::PlanPriorityApart));
    }
    if let Some(mastery) = guide.levels.iter().find(|level| level.minutes.is_none()) {
        let values = [("level", mastery.name.get(words.lang)), ("time", mastery.time.get(words.lang))];
        html.classed("p", "small muted", &words.fill(Label::PlanMastery, &values));
    }
    lab(html, page, &plan);
    html.tag("h2", words.label(Label::PlanLevels)).raw("<ol>");
    for level in &guide.levels {
        html.tag("li", &words.level(level));
    }
    html.raw("</ol>").tag("h2", words.label(Label::PlanCycle)).raw("<ol class=\"cycle\">");
    for step in &guide.cycle {
        html.tag("li", step.get(words.lang));
    }
    html.raw("</ol>").classed("p", "muted", words.label(Label::PlanCycleText));
}

fn reading(html: &mut Html, page: Page<'_>, plan: &Plan, reading: Reading) {
    let words = page.words;
    html.raw("<li><p>");
    subject_link(html, page, reading.subject);
    if let Some(priority) = reading.priority {
        html.raw(" ").classed("small", "muted", &words.priority(priority));
    }
    html.raw("</p>");
    let level = reading.level.and_then(|level| words.content.guide.levels.get(level));
    match level {
        Some(level) => {
            html.tag("p", &words.level(level));
        }
        None if plan.minutes.is_some() => {
            html.classed("p", "muted", words.label(Label::PlanNoTime));
        }
        None => {}
    }
    let is_read = level.is_some() || plan.minutes.is_none();
    if let (true, Some(topic)) = (reading.is_short && is_read, words.content.topic_of(reading.subject)) {
        let told = words.trial(&trial(page, topic));
        html.tag("p", &words.fill(Label::PlanReadOnly, &[("missing", &told)]));
    }
    html.raw("</li>");
}

/// What the levels allowed take together, beside the time there is; nothing while it is not known.
fn fits(words: Words<'_>, plan: &Plan) -> Option<String> {
    let minutes = plan.minutes.filter(|_| !plan.readings.is_empty())?;
    let values = [("budget", &*words.duration(minutes)), ("used", &*words.duration(plan.used))];
    Some(words.fill(Label::PlanFits, &values))
}

/// The lab against the chapter's base, then against what the plan tries.
fn lab(html: &mut Html, page: Page<'_>, plan: &Plan) {
    let (words, content) = (page.words, page.words.content);
    let owned = engine::owned(content, page.answers);
    html.tag("h2", words.label(Label::PlanLab)).raw("<div class=\"lift-cards\">");
    let base = Takes { full: content.guide.base, lean: content.guide.lean, gpu: false };
    titled(html, page, words.label(Label::PlanBase), base, &engine::trial(base, owned));
    let tried = plan.tried();
    let named = words.subjects(tried.iter().copied());
    let mut at_once = None;
    for (label, takes) in [
        (Label::PlanOneAtATime, Takes::one_at_a_time(content, &tried)),
        (Label::PlanAtOnce, Takes::at_once(content, &tried).filter(|_| tried.len() > 1)),
    ] {
        if let Some(takes) = takes {
            let trial = engine::trial(takes, owned);
            titled(html, page, &[words.label(label), " (", &named, ")"].concat(), takes, &trial);
            at_once = trial.fit;
        }
    }
    html.raw("</div>");
    if tried.len() > 1 && at_once == Some(Fit::Short) {
        html.tag("p", words.label(Label::PlanOneByOne));
    }
    let dropped: Vec<Subject> =
        plan.readings.iter().filter(|reading| reading.is_short).map(|reading| reading.subject).collect();
    if !dropped.is_empty() {
        let list = words.subjects(dropped.into_iter());
        html.tag("p", &words.fill(Label::PlanDrop, &[("list", &list)]));
    }
    html.raw("<p>").link(&page.href(View::Choose), "").text(words.label(Label::LabDescribe)).raw("</a></p>");
}
