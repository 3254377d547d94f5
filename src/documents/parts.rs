//! The parts that documents share.

use boussole_core::content::{Correction, Label, Maturity, Question, Source, Tool, Topic};
use boussole_core::domain::{Lang, Range};
use boussole_core::engine::{self, Power};
use boussole_core::link::{Order, View};
use boussole_core::state::Change;
use boussole_core::words::{Words, source_url};
use maud::{Markup, html};

use super::Page;

/// The address of the licence of the adapted content.
pub const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/deed.fr";

/// The compass beside the app's name.
#[must_use]
pub fn rose() -> Markup {
    html! {
        svg viewBox="0 0 26 26" aria-hidden="true" {
            circle cx="13" cy="13" r="11.5" {}
            path d="M13 3.5 16 13 13 22.5 10 13Z" {}
            path.brand__north d="M13 3.5 16 13H10Z" {}
        }
    }
}

/// The compass and the app's name, inside the link to the home page.
#[must_use]
pub fn brand(words: Words<'_>) -> Markup {
    html! { (rose()) (words.label(Label::AppTitle)) }
}

/// Which way a reason pulls, shown by a sign as well as a colour.
#[derive(Clone, Copy)]
pub enum Mark {
    /// In favour of the technology.
    For,
    /// Against it.
    Against,
    /// Not known yet.
    Open,
}

/// The subject of a short link, for those who hear the page.
#[must_use]
pub fn unseen(lang: Lang, about: &str) -> Markup {
    html! { span.visually-hidden { (lang.colon()) (about) } }
}

/// A link that leaves the app, in another tab.
#[must_use]
pub fn link_out(href: &str, label: &str) -> Markup {
    html! { a href=(href) target="_blank" { (label) } }
}

/// Where a fact comes from, as links to the lines of the course.
#[must_use]
pub fn sources(words: Words<'_>, sources: &[Source]) -> Markup {
    html! {
        span.source {
            @for source in sources {
                @match source_url(words.content, *source) {
                    Some(url) => (link_out(&url, &words.source(*source))),
                    None => span { (words.source(*source)) },
                }
            }
        }
    }
}

/// One reason with its mark and sources. `more` follows the sentence.
#[must_use]
pub fn reason(words: Words<'_>, mark: Mark, sentence: &str, more: &Markup, from: &[Source]) -> Markup {
    let (class, sign) = match mark {
        Mark::For => ("mark mark--for", "+"),
        Mark::Against => ("mark mark--against", "−"),
        Mark::Open => ("mark mark--open", "?"),
    };
    html! {
        li {
            span class=(class) aria-hidden="true" { (sign) }
            span { (sentence) (more) }
            (sources(words, from))
        }
    }
}

/// The main heading of a result: its verdict, or the two verdicts that it lies between.
#[must_use]
pub fn verdict_word(words: Words<'_>, range: Range) -> Markup {
    html! {
        h1.verdict__word.verdict__word--open[!range.settled()] tabindex="-1" { (words.heading(range)) }
    }
}

/// What the last answer changed, before and after, in words.
#[must_use]
pub fn changed(words: Words<'_>, change: Option<Change>) -> Markup {
    html! {
        @if let Some(change) = change { p { (words.change(change.before, change.after)) } }
    }
}

/// Why a question is asked: what its answer can still change, the reason, and its terms in a line each.
#[must_use]
pub fn why(words: Words<'_>, question: &Question, power: Option<Power>) -> Markup {
    let glosses = question.glosses.iter().filter_map(|gloss| words.content.glossary.get(usize::from(*gloss)));
    html! {
        @if power.is_some() {
            p { strong { (words.label(Label::WhyThisQuestion)) } " " (words.power(power)) }
        }
        p { (question.why.get(words.lang)) " " (sources(words, &question.sources)) }
        @if !question.glosses.is_empty() {
            dl.terms {
                @for gloss in glosses {
                    div { dt { (gloss.term.get(words.lang)) } dd { (gloss.gloss.get(words.lang)) } }
                }
            }
        }
    }
}

/// What a technology is and why it exists, in a fold that links to its sheet.
#[must_use]
pub fn about_topic(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let words = page.words;
    let name = topic.name.get(words.lang);
    html! {
        details.fold {
            summary { h2 { (words.label(Label::AboutTopic)) " " (name) } }
            p { (topic.what.get(words.lang)) }
            p { (topic.why.get(words.lang)) " " (sources(words, &topic.sources)) }
            p {
                a href=(page.href(View::Chapter(Some(position)))) {
                    (words.label(Label::AboutSheet)) (unseen(words.lang, name))
                }
            }
        }
    }
}

/// Every answer of a topic in the order of asking, each with a link to change it. An answer that no longer counts says so.
#[must_use]
pub fn answers_list(page: Page<'_>, position: usize, topic: &Topic) -> Markup {
    let content = page.words.content;
    let path = engine::path(topic, page.answers);
    html! {
        ul.answers-list {
            @for question in path.into_iter().filter_map(|code| content.question(code)) {
                @let counts = engine::matters(topic, page.answers, question.code);
                (answer_line(page, position, question, if counts { "" } else { page.words.label(Label::NoLongerCounts) }))
            }
        }
    }
}

/// A question with its answer, a note if there is one, and a link to change the answer or to give one.
#[must_use]
pub fn answer_line(page: Page<'_>, position: usize, question: &Question, note: &str) -> Markup {
    let (words, answer) = (page.words, page.answers.get(question.code));
    let ask = question.ask.get(words.lang);
    html! {
        li {
            span.answers-list__ask { (ask) }
            span {
                (words.answer(question, answer))
                @if !note.is_empty() { " " small.muted { (note) } }
            }
            a href=(page.href(View::Question(position, Some(question.code)))) {
                (words.label(if answer.is_some() { Label::Change } else { Label::Answer })) (unseen(words.lang, ask))
            }
        }
    }
}

/// The links to the app's other pages; the one on screen is marked as current.
#[must_use]
pub fn nav(page: Page<'_>, on_screen: Option<View>) -> Markup {
    let views = [
        (View::Choose, Label::NavChoose),
        (View::Board(Order::Chapter), Label::NavBoard),
        (View::Plan, Label::NavPlan),
        (View::Chapter(None), Label::NavChapter),
        // The last: a narrow phone shows it in the footer only.
        (View::Trainers, Label::NavTrainers),
    ];
    let is_on_screen = |view| match (view, on_screen) {
        (View::Board(_), Some(View::Board(_))) | (View::Chapter(_), Some(View::Chapter(_))) => true,
        (view, on_screen) => on_screen == Some(view),
    };
    html! {
        @for (view, label) in views {
            a class=[(!view.is_static_page()).then_some("app-only")] href=(page.href(view))
                aria-current=[is_on_screen(view).then_some("page")] { (page.words.label(label)) }
        }
    }
}

/// What the CNCF says of a tool, since when, and the source.
#[must_use]
pub fn maturity(words: Words<'_>, tool: &Tool) -> Markup {
    let class = match tool.maturity {
        Maturity::Graduated => "badge badge--graduated",
        Maturity::Incubating => "badge badge--incubating",
        Maturity::Sandbox | Maturity::Outside => "badge",
        Maturity::Archived => "badge badge--archived",
    };
    html! { span class=(class) { (words.maturity(tool)) } " " (sources(words, &tool.maturity_sources)) }
}

/// What the chapter says beside what is true today.
#[must_use]
pub fn since(words: Words<'_>, correction: &Correction) -> Markup {
    html! {
        dl.since {
            div {
                dt { (words.label(Label::SinceClaim)) }
                dd { (correction.claim.get(words.lang)) " " (sources(words, &correction.claim_sources)) }
            }
            div {
                dt { (words.label(Label::SinceToday)) }
                dd {
                    (correction.today.get(words.lang)) " "
                    span.since__date { (words.date(correction.date)) } " "
                    (sources(words, &correction.sources))
                }
            }
        }
    }
}

/// Whose work this is, with links to the chapter and to its licence.
#[must_use]
pub fn attribution(words: Words<'_>) -> Markup {
    html! {
        (words.label(Label::Attribution)) " "
        (link_out(&words.chapter_page(), words.label(Label::AttributionLink))) " · "
        (link_out(LICENCE, words.label(Label::Licence)))
    }
}

/// Attribution, links to the static pages, and the date of the content. Attribution is always visible.
#[must_use]
pub fn credits(page: Page<'_>) -> Markup {
    let words = page.words;
    let views = [(View::About, Label::NavAbout), (View::Paper, Label::NavPaper), (View::Trainers, Label::NavTrainers)];
    html! {
        p {
            (attribution(words))
            @for (view, label) in views { " · " a href=(page.href(view)) { (words.label(label)) } }
        }
        p { (words.content_date()) }
    }
}
