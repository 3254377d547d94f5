//! The subjects that the guide chooses.

use boussole_core::content::{Label, Profile, Subject};
use boussole_core::engine::{self, Need, OwnedLab, Pick};
use boussole_core::link::View;
use maud::{Markup, html};

use super::Page;
use super::lab::trial;
use super::parts::{sources, unseen};

/// The subjects chosen, or what to do to have some.
#[must_use]
pub fn chosen(page: Page<'_>) -> Markup {
    let words = page.words;
    let chosen = engine::choose(words.content, page.answers);
    let profile = engine::profile(words.content, page.answers);
    let curious = profile.filter(|profile| profile.is_curious());
    let known = engine::known_prerequisites(words.content, page.answers);
    html! {
        h2 { (words.label(Label::ChooseResult)) }
        @if chosen.picks.is_empty() && curious.is_none() && !chosen.trends {
            p.muted { (words.label(Label::ChooseNothing)) }
        }
        ol.picks {
            @for pick in &chosen.picks { (picked(page, profile, *pick)) }
        }
        @if let Some(profile) = curious { (suggestions(page, profile)) }
        @if chosen.trends { (trends(page)) }
        @if !chosen.later.is_empty() {
            @let list = words.subjects(chosen.later.iter().map(|pick| pick.subject));
            p { (words.fill(Label::PickForLater, &[("list", &list)])) }
        }
        @if known.is_some() { p { (words.known(known.as_ref())) } }
        p.bar { a.button href=(page.href(View::Plan)) { (words.label(Label::SeePlan)) } }
        p.small.muted {
            (words.label(if curious.is_some() { Label::ChooseRuleCurious } else { Label::ChooseRule }))
        }
    }
}

fn picked(page: Page<'_>, profile: Option<&Profile>, pick: Pick) -> Markup {
    let words = page.words;
    let priority = profile.and_then(|profile| profile.priority(pick.subject));
    html! {
        li.card {
            h3 { (words.content.subject(pick.subject).0) " · " (words.subject(pick.subject)) }
            p { (words.need(pick.need)) }
            @if let Some(priority) = priority { p.muted { (words.priority(priority)) } }
            (found(page, pick.subject))
            (ways(page, pick))
        }
    }
}

/// Whether the lab can run a technology, and its range, as far as they are known.
fn found(page: Page<'_>, subject: Subject) -> Markup {
    let words = page.words;
    html! {
        @if let (Subject::Topic(position), Some(topic)) = (subject, words.content.topic_of(subject)) {
            @if engine::owned_lab(words.content, page.answers) != OwnedLab::default() {
                p { (words.trial(&trial(page, topic))) }
            }
            @if engine::is_started(words.content, position.into(), page.answers) {
                p { (words.range(engine::judge(topic, page.answers).range)) }
            }
        }
    }
}

/// The links to the questions and to the sheet of a technology. Reading comes first for a subject that only intrigues.
fn ways(page: Page<'_>, pick: Pick) -> Markup {
    let (words, subject) = (page.words, pick.subject);
    let mut links = Vec::new();
    if let Subject::Topic(position) = subject {
        links.push((View::Question(position.into(), None), Label::PickAsk));
        links.push((sheet(page, subject), Label::PickRead));
    }
    if pick.need == Need::Curiosity {
        links.reverse();
    }
    html! {
        p.ways {
            @for (view, label) in links {
                a href=(page.href(view)) { (words.label(label)) (unseen(words.lang, words.subject(subject))) }
            }
        }
    }
}

/// What the curious may start with.
fn suggestions(page: Page<'_>, profile: &Profile) -> Markup {
    let words = page.words;
    html! {
        p { (words.label(Label::CuriousStart)) }
        ul {
            @for suggestion in &profile.suggestions {
                li {
                    (subject_link(page, suggestion.subject))
                    (words.lang.colon()) (suggestion.text.get(words.lang)) " "
                    (sources(words, &suggestion.sources))
                }
            }
        }
    }
}

fn trends(page: Page<'_>) -> Markup {
    let words = page.words;
    let name = words.subject(Subject::Trends);
    html! {
        p {
            (words.fill(Label::PickTrends, &[("name", name)])) " "
            a href=(page.href(sheet(page, Subject::Trends))) { (words.label(Label::PickRead)) (unseen(words.lang, name)) }
        }
    }
}

/// A subject's number and name, with a link to its sheet.
#[must_use]
pub fn subject_link(page: Page<'_>, subject: Subject) -> Markup {
    let words = page.words;
    html! {
        a href=(page.href(sheet(page, subject))) { (words.content.subject(subject).0) " · " (words.subject(subject)) }
    }
}

fn sheet(page: Page<'_>, subject: Subject) -> View {
    View::Chapter(page.words.content.subjects().position(|candidate| candidate == subject))
}
