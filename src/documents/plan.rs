//! The plan: readings, the lab, the levels of reading and the cycle of watching the field.

use boussole_core::content::{Label, Subject};
use boussole_core::engine::{self, Fit, LabNeed, Plan, Reading};
use boussole_core::link::View;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::choose::subject_link;
use super::lab::{configuration, trial};

/// The plan.
#[must_use]
pub fn planned(page: Page<'_>) -> Markup {
    let (words, guide) = (page.words, &page.words.content.guide);
    let plan = engine::plan(words.content, page.answers);
    let mastery = guide.levels.iter().find(|level| level.minutes.is_none());
    html! {
        h2 { (words.label(Label::PlanReadings)) }
        (readings(page, &plan))
        @if let Some(mastery) = mastery {
            @let values = [("level", mastery.name.get(words.lang)), ("time", mastery.time.get(words.lang))];
            p.small.muted { (words.fill(Label::PlanMastery, &values)) }
        }
        (lab(page, &plan))
        h2 { (words.label(Label::PlanLevels)) }
        ol {
            @for level in &guide.levels { li { (words.level(level)) } }
        }
        h2 { (words.label(Label::PlanCycle)) }
        ol.cycle {
            @for step in &guide.cycle { li { (step.get(words.lang)) } }
        }
        p.muted { (words.label(Label::PlanCycleText)) }
    }
}

/// The time that the planned levels take together, beside the time available. None while that is not known.
#[must_use]
pub fn fits(words: Words<'_>, plan: &Plan) -> Option<String> {
    let minutes = plan.minutes.filter(|_| !plan.readings.is_empty())?;
    let values = [("budget", &*words.duration(minutes)), ("used", &*words.duration(plan.used))];
    Some(words.fill(Label::PlanFits, &values))
}

fn readings(page: Page<'_>, plan: &Plan) -> Markup {
    let words = page.words;
    html! {
        @if plan.readings.is_empty() {
            p { (words.label(Label::PlanNothing)) }
        } @else {
            ol.readings {
                @for reading in &plan.readings { (self::reading(page, plan, *reading)) }
            }
            @if let Some(fits) = fits(words, plan) { p { strong { (fits) } } }
            p.small.muted { (words.label(Label::PlanPriorityNote)) }
        }
    }
}

fn reading(page: Page<'_>, plan: &Plan, reading: Reading) -> Markup {
    let words = page.words;
    let level = reading.level.and_then(|level| words.content.guide.levels.get(level));
    let is_read = level.is_some() || plan.minutes.is_none();
    let short = words.content.topic_of(reading.subject).filter(|_| reading.is_short && is_read);
    html! {
        li {
            p {
                (subject_link(page, reading.subject))
                @if let Some(priority) = reading.priority { " " small.muted { (words.priority(priority)) } }
            }
            @if let Some(level) = level {
                p { (words.level(level)) }
            } @else if plan.minutes.is_some() {
                p.muted { (words.label(Label::PlanNoTime)) }
            }
            @if let Some(topic) = short {
                p { (words.fill(Label::PlanReadOnly, &[("missing", &words.trial(&trial(page, topic)))])) }
            }
        }
    }
}

/// The lab against the base of the chapter, then against what the plan tries.
fn lab(page: Page<'_>, plan: &Plan) -> Markup {
    let (words, content) = (page.words, page.words.content);
    let owned = engine::owned_lab(content, page.answers);
    let base = LabNeed { full: content.guide.base, lean: content.guide.lean, gpu: false };
    let tried = plan.tried();
    let names = words.subjects(tried.iter().copied());
    let one_at_a_time = LabNeed::one_at_a_time(content, &tried);
    let at_once = LabNeed::at_once(content, &tried).filter(|_| tried.len() > 1);
    // What is too much at once may be tried one by one.
    let widest = at_once.or(one_at_a_time);
    let is_short = widest.is_some_and(|takes| engine::trial(takes, owned).fit == Some(Fit::Short));
    let dropped: Vec<Subject> =
        plan.readings.iter().filter(|reading| reading.is_short).map(|reading| reading.subject).collect();
    let described = [(Label::PlanOneAtATime, one_at_a_time), (Label::PlanAtOnce, at_once)];
    html! {
        h2 { (words.label(Label::PlanLab)) }
        div.lift-cards {
            (configuration(words, words.label(Label::PlanBase), base, &engine::trial(base, owned)))
            @for (label, takes) in described {
                @if let Some(takes) = takes {
                    @let title = format!("{} ({names})", words.label(label));
                    (configuration(words, &title, takes, &engine::trial(takes, owned)))
                }
            }
        }
        @if tried.len() > 1 && is_short { p { (words.label(Label::PlanOneByOne)) } }
        @if !dropped.is_empty() {
            p { (words.fill(Label::PlanDrop, &[("list", &words.subjects(dropped.into_iter()))])) }
        }
        p { a href=(page.href(View::Choose)) { (words.label(Label::LabDescribe)) } }
    }
}
