//! The parts that sections of the chapter share: groups, lists and their sources.

use boussole_core::content::{DatedCorrection, NamedEntry, Part, SheetLabel, Source};
use boussole_core::words::source_url;
use maud::{Markup, html};

use super::super::parts::{link_out, since};
use super::Book;

/// A part of a section under its own heading. Search keeps the heading when it keeps something of the group.
pub(super) fn group(title: &str, inside: &Markup) -> Markup {
    html! {
        div.group {
            h3 { (title) }
            (inside)
        }
    }
}

/// A sentence and its sources.
pub(super) fn cited(book: Book<'_>, text: &str, from: &[Source]) -> Markup {
    html! { (text) " " (cite(book, from)) }
}

/// Sources, if any, each once.
pub(super) fn cite(book: Book<'_>, from: &[Source]) -> Markup {
    let mut sources: Vec<Source> = Vec::new();
    for source in from {
        if !sources.contains(source) {
            sources.push(*source);
        }
    }
    html! {
        @if !sources.is_empty() {
            span.source {
                @for source in sources {
                    @match source_url(book.page.words.content, source) {
                        Some(url) => (link_out(&url, &source_name(book, source))),
                        None => span { (source_name(book, source)) },
                    }
                }
            }
        }
    }
}

/// The name of a source. The whole page is about the chapter, so its lines are named without it.
fn source_name(book: Book<'_>, source: Source) -> String {
    match source {
        Source::Chapter(line) => book.fill(SheetLabel::CiteChapter, &[("line", &line.to_string())]),
        Source::Section(section, line) => {
            book.fill(SheetLabel::CiteSection, &[("section", &section.to_string()), ("line", &line.to_string())])
        }
        Source::Entry(_) | Source::Synthesis => book.page.words.source(source),
    }
}

/// Things with a name, if any: key ideas, examples.
pub(super) fn named(book: Book<'_>, title: SheetLabel, items: &[NamedEntry]) -> Markup {
    let list = html! {
        dl.named {
            @for item in items {
                div {
                    dt { (book.text(&item.name)) }
                    dd { (cited(book, book.text(&item.text), &item.sources)) }
                }
            }
        }
    };
    html! { @if !items.is_empty() { (group(book.say(title), &list)) } }
}

/// A list of the chapter, as in its file.
pub(super) fn part(book: Book<'_>, part: &Part) -> Markup {
    let lead = part.introduction.as_ref().map_or("", |lead| book.text(lead));
    // Without a line before the list, the sources of its lines are enough.
    let has_lead = part.introduction.is_some() || part.items.iter().any(|item| item.sources.is_empty());
    let class = format!("list list--{}", part.id);
    html! {
        @if has_lead { p { (cited(book, lead, &part.sources)) } }
        @if part.ordered { ol class=(class) { (items(book, part)) } } @else { ul class=(class) { (items(book, part)) } }
    }
}

fn items(book: Book<'_>, part: &Part) -> Markup {
    // When most lines have a list of their own, a line is the title of its list.
    let are_titles = 2 * part.items.iter().filter(|item| !item.points.is_empty()).count() > part.items.len();
    html! {
        @for item in &part.items {
            @let text = book.text(&item.text);
            li {
                @if let Some(url) = &item.url { (link_out(url, text)) }
                @else if are_titles { strong { (text) } }
                @else { (text) }
                " " (cite(book, &item.sources))
                @if !item.points.is_empty() {
                    ul {
                        @for point in &item.points { li { (book.text(point)) } }
                    }
                }
            }
        }
    }
}

/// The corrections of one of the chapter's pages, if any.
pub(super) fn corrections(book: Book<'_>, page: &str) -> Markup {
    let found: Vec<&DatedCorrection> =
        book.chapter.corrections.iter().filter(|dated| dated.pages.iter().any(|on| on == page)).collect();
    correction_group(book, book.say(SheetLabel::SinceHere), &found)
}

/// Corrections, if any, under a heading.
pub(super) fn correction_group(book: Book<'_>, title: &str, list: &[&DatedCorrection]) -> Markup {
    let inside = html! {
        @for dated in list { (since(book.page.words, &dated.correction)) }
    };
    html! { @if !list.is_empty() { (group(title, &inside)) } }
}

/// The contradictions of one of the chapter's pages, if any, and how we resolve them.
pub(super) fn contradictions(book: Book<'_>, page: &str) -> Markup {
    let mut found =
        book.chapter.contradictions.iter().filter(|found| found.pages.iter().any(|on| on == page)).peekable();
    let is_any = found.peek().is_some();
    let inside = html! {
        @for contradiction in found {
            div.disagreement {
                p { (cited(book, book.text(&contradiction.text), &contradiction.sources)) }
                p { strong { (book.say(SheetLabel::Resolution)) } " " (book.text(&contradiction.resolution)) }
            }
        }
    };
    html! { @if is_any { (group(book.say(SheetLabel::Contradictions), &inside)) } }
}
