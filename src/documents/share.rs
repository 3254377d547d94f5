//! The link and the texts of a result to share.

use boussole_core::content::{Content, Label};
use boussole_core::engine;
use boussole_core::link::{Order, View};
use boussole_core::record;
use boussole_core::record::decision::{Case, Detail, decision};
use boussole_core::record::text::Form;
use boussole_core::state::AppState;
use maud::{Markup, html};

use super::Page;

/// The link that opens the answers of the view on screen, or their code where the app has no public address.
#[must_use]
pub fn link(content: &Content, state: &AppState) -> String {
    record::link(content, state.sharing.base.as_deref(), &state.shared(content))
}

/// The message about all technologies: a line for each one that is started, then the link.
#[must_use]
pub fn overview(page: Page<'_>, link: &str) -> String {
    let (words, content) = (page.words, page.words.content);
    let started =
        content.topics.iter().enumerate().filter(|(place, _)| engine::is_started(content, *place, page.answers));
    let mut lines: Vec<String> = started
        .map(|(_, topic)| {
            let range = engine::judge(topic, page.answers).range;
            format!("{} · {}", topic.name.get(words.lang), words.heading_short(range))
        })
        .collect();
    lines.push(link.to_owned());
    lines.join("\n")
}

/// The decision record, in full or short, in plain text or in Markdown.
#[must_use]
pub fn decision_record(case: Case<'_>, is_full: bool, is_plain: bool) -> String {
    let form = if is_plain { Form::Plain } else { Form::Markdown };
    decision(form, if is_full { Detail::Full } else { Detail::Short }, case)
}

/// The links back to the result, and to the answers about all technologies.
#[must_use]
pub fn ways(page: Page<'_>, topic: Option<usize>) -> Markup {
    let words = page.words;
    let back = topic.map_or(View::Board(Order::Chapter), View::Verdict);
    html! {
        p.ways {
            a href=(page.href(back)) { (words.label(Label::ShareBack)) }
            @if topic.is_some() { a href=(page.href(View::Share(None))) { (words.label(Label::ShareSix)) } }
        }
    }
}
