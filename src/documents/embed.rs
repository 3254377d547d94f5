//! The parts of a frame: short, so that nothing scrolls inside a slide.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::engine::{self, Power};
use boussole_core::state::{AppState, Embed};
use maud::{Markup, html};

use super::Page;
use super::dial::dial;
use super::parts::{attribution, verdict_word, why};

/// The part beside a question or beside the verdict: the dial, unless the frame keeps the verdict to itself, and the
/// attribution.
#[must_use]
pub fn side(page: Page<'_>, state: &AppState, embed: &Embed, topic: &Topic, has_question: bool) -> Markup {
    let range = engine::judge(topic, &state.preview()).range;
    let shown = state.change.map_or(range, |change| change.shown);
    html! {
        @if embed.shows_verdict() {
            (dial(page.words, range, shown, !has_question))
            @if has_question {
                p.embed__range { (page.words.range(range)) }
            } @else {
                p.muted { (page.words.label(Label::NothingAgainst)) }
            }
        }
        p.embed__source { (attribution(page.words)) }
    }
}

/// Why the question is asked and what its choices mean.
#[must_use]
pub fn explained(page: Page<'_>, question: &Question, power: Option<Power>) -> Markup {
    let words = page.words;
    html! {
        h2 { (words.label(Label::WhyThisQuestion)) }
        (why(words, question, power))
        dl.terms {
            @for choice in &question.choices {
                @if let Some(note) = &choice.note {
                    div { dt { (choice.label.get(words.lang)) } dd { (note.get(words.lang)) } }
                }
            }
        }
    }
}

/// The verdict: the word, a sentence, the first reason, and the first thing to do; or the first open question.
#[must_use]
pub fn verdict(page: Page<'_>, topic: &Topic) -> Markup {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    let lines = if range.settled() {
        vec![words.first_reason(topic, page.answers), words.first_action(topic, page.answers)]
    } else {
        let open = engine::open(topic, page.answers).into_iter().find_map(|code| words.content.question(code));
        vec![(Label::UnknownTitle, open.map_or_else(String::new, |question| question.ask.get(words.lang).to_owned()))]
    };
    html! {
        p.step { (words.result_line(topic, page.answers, judgement)) }
        (verdict_word(words, range))
        @if range.settled() { p.lede { (words.content.verdict(range.best).meaning.get(words.lang)) } }
        @for (label, text) in lines.iter().filter(|(_, text)| !text.is_empty()) {
            p { strong { (words.label(*label)) (words.lang.colon()) } (text) }
        }
    }
}

/// Every question has its answer, and the presenter says the verdict.
#[must_use]
pub fn done(page: Page<'_>, topic: &Topic) -> Markup {
    html! {
        p.step { (topic.name.get(page.lang())) }
        h1 tabindex="-1" { (page.words.label(Label::EmbedDone)) }
        p.lede { (page.words.label(Label::EmbedDoneText)) }
    }
}
