//! Help to choose one or two subjects: profile, needs, prerequisites and lab on one page, what they come down to beside.

use super::controls::{marks, picker};
use super::lab::trial;
use super::parts::sources;
use super::screen::{Main, part};
use super::{Html, Page};
use boussole_core::content::{Label, Profile, Question, Subject};
use boussole_core::domain::QuestionId;
use boussole_core::engine::{self, Need, Owned, Pick};
use boussole_core::link::View;

/// The page. Its questions are one part, which stays the same while it is answered.
#[inline(never)]
pub(super) fn choose(page: Page<'_>) -> Main {
    let side = part(|html| chosen(html, page));
    Main { class: "choose", column: vec![part(|html| asked(html, page))], side: Some(("choose__side", side)) }
}

/// What there is to hear of it: the subjects chosen.
#[inline(never)]
pub(super) fn status(page: Page<'_>) -> String {
    let words = page.words;
    let chosen = engine::choose(words.content, page.answers);
    let subjects = words.subjects(chosen.picks.iter().map(|pick| pick.subject));
    if subjects.is_empty() {
        return subjects;
    }
    [words.label(Label::ChooseResult), words.lang.colon(), &subjects].concat()
}

fn asked(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    let asks = &words.content.guide.asks;
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::ChooseTitle)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::ChooseLede)).tag("h2", words.label(Label::ChooseYou));
    pickers(html, page, &[asks.profile]);
    html.tag("h2", words.label(Label::ChooseNeeds));
    for question in asks.needs.iter().filter_map(|code| words.content.question(*code)) {
        html.raw("<fieldset class=\"marks\"><legend><h3>").text(question.ask.get(words.lang)).raw("</h3></legend>");
        html.classed("p", "hint", question.why.get(words.lang));
        marks(html, words, question, question.boxes());
        html.raw("</fieldset>");
    }
    html.tag("h2", words.label(Label::ChooseKnown)).classed("p", "hint", words.label(Label::ChooseKnownText));
    for question in asks.prerequisites.iter().filter_map(|code| words.content.question(*code)) {
        prerequisites(html, page, question);
    }
    html.tag("h2", words.label(Label::ChooseLab)).classed("p", "hint", words.label(Label::ChooseLabText));
    pickers(html, page, &asks.lab());
}

/// Some questions as lists.
pub(super) fn pickers(html: &mut Html, page: Page<'_>, codes: &[QuestionId]) {
    html.raw("<div class=\"pickers\">");
    for question in codes.iter().filter_map(|code| page.words.content.question(*code)) {
        picker(html, page.words, question);
    }
    html.raw("</div>");
}

/// The groups of a self-check, with a way to answer them all at once.
fn prerequisites(html: &mut Html, page: Page<'_>, question: &Question) {
    let (words, lang) = (page.words, page.lang());
    html.tag("h3", question.ask.get(lang)).classed("p", "hint", question.why.get(lang)).raw("<p class=\"ways\">");
    for (does, label) in [("tick-everything", Label::TickEverything), ("tick-nothing", Label::TickNothing)] {
        html.raw("<button type=\"button\" class=\"link-button\" data-do=\"").raw(does).raw("\" data-on=\"");
        html.raw(&question.id)
            .raw("\">")
            .text(words.label(label))
            .unseen(lang, question.ask.get(lang))
            .raw("</button>");
    }
    html.raw("</p><div class=\"groups\">");
    for group in words.content.guide.groups.iter().filter(|group| group.question == question.code) {
        html.raw("<fieldset class=\"marks marks--small\"><legend><h4>")
            .text(group.label.get(lang))
            .raw("</h4></legend>");
        marks(html, words, question, group.boxes);
        html.raw("</fieldset>");
    }
    html.raw("</div>");
}

/// The subjects chosen, or what to do to have some.
fn chosen(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    let chosen = engine::choose(words.content, page.answers);
    let profile = engine::profile(words.content, page.answers);
    let is_curious = profile.is_some_and(Profile::is_curious);
    html.tag("h2", words.label(Label::ChooseResult));
    if chosen.picks.is_empty() && !is_curious && !chosen.trends {
        html.classed("p", "muted", words.label(Label::ChooseNothing));
    }
    html.raw("<ol class=\"picks\">");
    for pick in &chosen.picks {
        picked(html, page, profile, *pick);
    }
    html.raw("</ol>");
    if let Some(profile) = profile.filter(|_| is_curious) {
        html.tag("p", words.label(Label::CuriousStart)).raw("<ul>");
        for suggestion in &profile.suggestions {
            html.raw("<li>");
            subject_link(html, page, suggestion.subject);
            html.raw(words.lang.colon()).text(suggestion.text.get(page.lang())).raw(" ");
            sources(html, words, &suggestion.sources);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
    if chosen.trends {
        let name = words.subject(Subject::Trends);
        html.raw("<p>").text(&words.fill(Label::PickTrends, &[("name", name)])).raw(" ");
        html.link(&page.href(sheet(page, Subject::Trends)), "").text(words.label(Label::PickRead));
        html.unseen(words.lang, name).raw("</a></p>");
    }
    if !chosen.later.is_empty() {
        let list = words.subjects(chosen.later.iter().map(|pick| pick.subject));
        html.tag("p", &words.fill(Label::PickForLater, &[("list", &list)]));
    }
    if let Some(known) = engine::known(words.content, page.answers) {
        html.tag("p", &words.known(Some(&known)));
    }
    html.raw("<p class=\"bar\">")
        .link(&page.href(View::Plan), "button")
        .text(words.label(Label::SeePlan))
        .raw("</a></p>");
    let rule = if is_curious { Label::ChooseRuleCurious } else { Label::ChooseRule };
    html.classed("p", "small muted", words.label(rule));
}

fn picked(html: &mut Html, page: Page<'_>, profile: Option<&Profile>, pick: Pick) {
    let words = page.words;
    html.raw("<li class=\"card\"><h3>").text(words.content.subject(pick.subject).0).raw(" · ");
    html.text(words.subject(pick.subject)).raw("</h3>").tag("p", words.need(pick.need));
    if let Some(priority) = profile.and_then(|profile| profile.priority(pick.subject)) {
        html.classed("p", "muted", &words.priority(priority));
    }
    if let (Subject::Topic(position), Some(topic)) = (pick.subject, words.content.topic_of(pick.subject)) {
        if engine::owned(words.content, page.answers) != Owned::default() {
            html.tag("p", &words.trial(&trial(page, topic)));
        }
        if engine::is_started(words.content, position.into(), page.answers) {
            html.tag("p", &words.range(engine::judge(topic, page.answers).range));
        }
    }
    html.raw("<p class=\"ways\">");
    if let Subject::Topic(position) = pick.subject {
        let ask = View::Question(position.into(), None);
        let read = sheet(page, pick.subject);
        let links = [(ask, Label::PickAsk), (read, Label::PickRead)];
        // What only intrigues is read first; whether it fits is another question.
        let links = if pick.need == Need::Curiosity { [links[1], links[0]] } else { links };
        for (view, label) in links {
            html.link(&page.href(view), "").text(words.label(label));
            html.unseen(words.lang, words.subject(pick.subject)).raw("</a>");
        }
    }
    html.raw("</p></li>");
}

/// A subject's number and name, leading to its sheet.
pub(super) fn subject_link(html: &mut Html, page: Page<'_>, subject: Subject) {
    html.link(&page.href(sheet(page, subject)), "").text(page.words.content.subject(subject).0).raw(" · ");
    html.text(page.words.subject(subject)).raw("</a>");
}

fn sheet(page: Page<'_>, subject: Subject) -> View {
    View::Chapter(page.words.content.subjects().position(|candidate| candidate == subject))
}
