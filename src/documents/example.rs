//! A worked situation: its story, and a verdict for each technology that it answers questions about.

use boussole_core::content::{Label, Situation, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use maud::{Markup, html};

use super::Page;
use super::dial::dial;

/// The situation, with the verdicts of the answers on screen.
#[must_use]
pub fn example(page: Page<'_>, situation: &Situation) -> Markup {
    let (words, lang) = (page.words, page.lang());
    let topics = words.content.topics.iter().enumerate();
    let started = topics.filter(|(position, _)| engine::is_started(words.content, *position, page.answers));
    html! {
        p.step { (words.label(Label::HomeSituations)) }
        h1 tabindex="-1" { (situation.name.get(lang)) }
        p.lede { (situation.story.get(lang)) }
        h2 { (words.label(Label::SituationVerdicts)) }
        ul.cards.cards--wide {
            @for (position, topic) in started { li { (outcome(page, position, topic)) } }
        }
    }
}

/// A card that links to a verdict.
fn outcome(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let range = engine::judge(topic, page.answers).range;
    html! {
        a.card.outcome href=(page.href(View::Verdict(position))) {
            (dial(page.words, range, range, false))
            span {
                span.muted { (topic.name.get(page.lang())) }
                strong { (page.words.heading(range)) }
            }
        }
    }
}
