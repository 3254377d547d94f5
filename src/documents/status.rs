//! What the status line says: the effect of the last action, for those who do not see it.

use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AppState, Change};
use boussole_core::words::Words;

use super::Page;
use super::compare::names;
use super::plan::fits;
use super::ready::ticked;
use super::room::count;
use super::tools::{first_tool_title, is_asked};

/// The text of the status line; empty when there is nothing to say.
#[must_use]
pub fn status(page: Page<'_>, state: &AppState) -> String {
    let (words, content) = (page.words, page.words.content);
    if let Some(embed) = &state.embed {
        let change = state.change.filter(|_| embed.shows_verdict());
        return change.map(|change| changed(words, change)).unwrap_or_default();
    }
    let topic = |position: usize| content.topics.get(position);
    match state.view {
        View::Choose => chosen(page),
        View::Plan => fits(words, &engine::plan(content, page.answers)).unwrap_or_default(),
        View::Share(_) | View::Slides(_) | View::Joined(_) => copied(words, state).to_owned(),
        View::Compare(position) => topic(position).map(|topic| second(page, state, topic)).unwrap_or_default(),
        View::Verdict(position) => topic(position).map(|topic| result(page, state, topic)).unwrap_or_default(),
        View::Room(Some(position)) => count(words, state.room.heard(content, position).answers.len()),
        _ => state.change.map(|change| changed(words, change)).unwrap_or_default(),
    }
}

fn changed(words: Words<'_>, change: Change) -> String {
    format!("{} {}", words.change(change.before, change.after), words.range(change.after))
}

/// The subjects chosen.
fn chosen(page: Page<'_>) -> String {
    let words = page.words;
    let chosen = engine::choose(words.content, page.answers);
    let subjects = words.subjects(chosen.picks.iter().map(|pick| pick.subject));
    if subjects.is_empty() {
        return subjects;
    }
    format!("{}{}{subjects}", words.label(Label::ChooseResult), words.lang.colon())
}

/// Whether the last text was copied.
fn copied<'a>(words: Words<'a>, state: &AppState) -> &'a str {
    match &state.sharing.copied {
        Some((_, true)) => words.label(Label::Copied),
        Some((_, false)) => words.label(Label::CopyRefused),
        None => "",
    }
}

/// The result of the second of two situations.
fn second(page: Page<'_>, state: &AppState, topic: &Topic) -> String {
    let words = page.words;
    let [_, name] = names(words, state.pair);
    let range = engine::judge(topic, &state.second(words.content)).range;
    format!("{name}{}{}", words.lang.colon(), words.range(range))
}

/// The result of answers that are tried, or the effect of the last answer, or else the tool to look at first and whether the
/// team is ready.
fn result(page: Page<'_>, state: &AppState, topic: &Topic) -> String {
    let words = page.words;
    let range = |answers| engine::judge(topic, answers).range;
    if let Some(what_if) = &state.what_if {
        return words.what_if(range(page.answers), range(&what_if.answers));
    }
    if let Some(change) = state.change {
        return changed(words, change);
    }
    let pointer = engine::pointer(words.content, topic, page.answers).filter(|_| is_asked(page, topic));
    let tool = pointer.map(|pointer| first_tool_title(words, topic, pointer)).unwrap_or_default();
    format!("{tool} {}", ticked(page, topic).unwrap_or_default())
}
