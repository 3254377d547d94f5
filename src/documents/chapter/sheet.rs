//! The sheet of a subject: one of the technologies that get a verdict, or 25.7, which has none.

use boussole_core::content::{Criterion, HintKind, Label, Microk8s, Sheet, SheetLabel, Topic};
use boussole_core::link::View;
use maud::{Markup, html};

use super::super::parts::{Mark, maturity, reason};
use super::Book;
use super::lists::{cite, cited, contradictions, corrections, group, named};
use super::radar::radar;

/// One sheet. `place` is the place of its subject in the chapter.
pub(super) fn sheet(book: Book<'_>, place: usize, sheet: &Sheet) -> Markup {
    let content = book.page.words.content;
    let (_, _, tagline) = content.subject(sheet.subject);
    let id = content.subject_id(sheet.subject);
    let inside = html! {
        p.sheet__tagline { (book.text(tagline)) }
        @match content.topic_of(sheet.subject) {
            Some(topic) => (technology(book, place, topic, sheet)),
            None => (trends(book, sheet)),
        }
        (hints(book, sheet))
        (corrections(book, id))
        (contradictions(book, id))
    };
    book.section(place, "sheet", &inside)
}

fn technology(book: Book<'_>, place: usize, topic: &Topic, sheet: &Sheet) -> Markup {
    html! {
        p.sheet__what { (cited(book, book.text(&topic.what), &[])) }
        p { (cited(book, book.text(&topic.why), &topic.sources)) }
        div.sheet__ask {
            a.button href=(book.page.href(View::Question(place, None))) { (book.say(SheetLabel::AnswerQuestions)) }
        }
        (use_cases(book, topic))
        (criteria(book, topic))
        (named(book, SheetLabel::Concepts, &sheet.concepts))
        (named(book, SheetLabel::Examples, &sheet.examples))
        (tools(book, topic))
        (alternatives(book, topic))
        (lab(book, topic))
    }
}

fn trends(book: Book<'_>, sheet: &Sheet) -> Markup {
    html! {
        p { (cited(book, book.say(SheetLabel::RadarText), &book.page.words.content.guide.trends.sources)) }
        (named(book, SheetLabel::Concepts, &sheet.concepts))
        (named(book, SheetLabel::Examples, &sheet.examples))
        (radar(book, sheet))
    }
}

fn use_cases(book: Book<'_>, topic: &Topic) -> Markup {
    let list = html! {
        ul.list.list--uses {
            @for case in &topic.use_cases { li { (cited(book, book.text(&case.text), &case.sources)) } }
        }
    };
    group(book.say(SheetLabel::UseCases), &list)
}

/// How many ✅ and ❌ the chapter lists for each technology. They come first among its criteria.
///
/// Source: chapter lines 61, 89, 117, 145, 174 and 202 and following.
const N_CHAPTER_FORS: usize = 3;
const N_CHAPTER_AGAINSTS: usize = 2;

fn criteria(book: Book<'_>, topic: &Topic) -> Markup {
    html! {
        div.criteria {
            (side(book, SheetLabel::CriteriaFor, Mark::For, &topic.criteria_for, N_CHAPTER_FORS))
            (side(book, SheetLabel::CriteriaAgainst, Mark::Against, &topic.criteria_against, N_CHAPTER_AGAINSTS))
        }
    }
}

/// The criteria for or against: first the chapter's own list, then those from elsewhere.
fn side(book: Book<'_>, title: SheetLabel, mark: Mark, criteria: &[Criterion], n_of_chapter: usize) -> Markup {
    let (of_chapter, elsewhere) = criteria.split_at_checked(n_of_chapter).unwrap_or((criteria, &[]));
    let lists = html! {
        (criteria_list(book, SheetLabel::CriteriaChapter, "chapter", mark, of_chapter))
        (criteria_list(book, SheetLabel::CriteriaElsewhere, "elsewhere", mark, elsewhere))
    };
    group(book.say(title), &lists)
}

fn criteria_list(book: Book<'_>, title: SheetLabel, name: &str, mark: Mark, criteria: &[Criterion]) -> Markup {
    html! {
        @if !criteria.is_empty() {
            div {
                h4 { (book.say(title)) }
                ul class={ "reasons reasons--" (name) } {
                    @for criterion in criteria {
                        (reason(book.page.words, mark, book.text(&criterion.text), &html! {}, &criterion.sources))
                    }
                }
            }
        }
    }
}

fn tools(book: Book<'_>, topic: &Topic) -> Markup {
    let list = html! {
        ul.tools {
            @for tool in &topic.tools {
                li {
                    p { strong { (tool.name) } " · " (cited(book, book.text(&tool.note), &tool.sources)) }
                    p { (maturity(book.page.words, tool)) }
                }
            }
        }
    };
    html! { @if !topic.tools.is_empty() { (group(book.say(SheetLabel::Tools), &list)) } }
}

fn alternatives(book: Book<'_>, topic: &Topic) -> Markup {
    let list = html! {
        dl.named {
            @for alternative in &topic.alternatives {
                div {
                    dt { (book.text(&alternative.name)) }
                    dd { (cited(book, book.text(&alternative.text), &alternative.sources)) }
                }
            }
        }
    };
    group(book.page.words.label(Label::AlternativesTitle), &list)
}

/// What hardware a try takes, and how the technology runs on MicroK8s.
fn lab(book: Book<'_>, topic: &Topic) -> Markup {
    let (words, lab) = (book.page.words, &topic.lab);
    let inside = html! {
        dl.named {
            div { dt { (words.label(Label::LabFull)) } dd { (words.hardware(lab.full, lab.gpu)) } }
            div { dt { (words.label(Label::LabLean)) } dd { (words.hardware(lab.lean, false)) } }
        }
        p { (cited(book, book.text(&lab.note), &lab.sources)) }
        @if let Some(fewer) = &lab.fewer { p { (book.text(fewer)) } }
        @if !lab.microk8s.is_empty() {
            div {
                h4 { (words.label(Label::LabMicrok8s)) }
                ul.list.list--microk8s {
                    @for note in &lab.microk8s { li { (microk8s(book, note)) } }
                }
            }
        }
    };
    group(book.say(SheetLabel::Lab), &inside)
}

fn microk8s(book: Book<'_>, note: &Microk8s) -> Markup {
    let date = book.fill(SheetLabel::AsOf, &[("date", &book.page.words.date(note.date))]);
    html! {
        @if !note.addon.is_empty() { code { (note.addon) } " " }
        (book.text(&note.text)) " "
        span.muted { (date) } " "
        (cite(book, &note.sources))
    }
}

/// The advice of the chapter's sections, by kind.
fn hints(book: Book<'_>, sheet: &Sheet) -> Markup {
    let lists = html! {
        @for kind in HintKind::ALL { (hints_of(book, sheet, kind)) }
    };
    html! { @if !sheet.hints.is_empty() { (group(book.say(SheetLabel::Hints), &lists)) } }
}

fn hints_of(book: Book<'_>, sheet: &Sheet, kind: HintKind) -> Markup {
    let title = match kind {
        HintKind::Choose => SheetLabel::HintChoose,
        HintKind::Cost => SheetLabel::HintCost,
        HintKind::Start => SheetLabel::HintStart,
        HintKind::Pitfall => SheetLabel::HintPitfall,
        HintKind::GoodToKnow => SheetLabel::HintGoodToKnow,
    };
    let mut hints = sheet.hints.iter().filter(|hint| hint.kind == kind).peekable();
    html! {
        @if hints.peek().is_some() {
            div {
                h4 { (book.say(title)) }
                ul.list {
                    @for hint in hints { li { (cited(book, book.text(&hint.text), &hint.sources)) } }
                }
            }
        }
    }
}
