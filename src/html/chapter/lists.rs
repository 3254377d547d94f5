//! The pieces the chapter's sections are made of.

use super::super::Html;
use super::super::parts;
use super::Book;
use boussole_core::content::{Named, Part, SheetLabel, Source};
use boussole_core::words::{fill, source_url};

/// Opens a group of a section under a heading of its own. Search keeps the heading of what it keeps.
pub(super) fn open_group(html: &mut Html, title: &str) {
    html.raw("<div class=\"group\">").tag("h3", title);
}

/// A paragraph and where it comes from.
pub(super) fn paragraph(html: &mut Html, book: Book<'_>, class: &str, text: &str, from: &[Source]) {
    html.raw("<p");
    if !class.is_empty() {
        html.raw(" class=\"").raw(class).raw("\"");
    }
    html.raw(">").text(text).raw(" ");
    cite(html, book, from);
    html.raw("</p>");
}

/// A line of a list and where it comes from.
pub(super) fn line(html: &mut Html, book: Book<'_>, text: &str, from: &[Source]) {
    html.raw("<li>").text(text).raw(" ");
    cite(html, book, from);
    html.raw("</li>");
}

/// Where something comes from, if it says so, each place once.
pub(super) fn cite(html: &mut Html, book: Book<'_>, from: &[Source]) {
    let mut places: Vec<Source> = Vec::new();
    for source in from {
        if !places.contains(source) {
            places.push(*source);
        }
    }
    if places.is_empty() {
        return;
    }
    html.raw("<span class=\"source\">");
    for source in places {
        // The page is the chapter's: its lines need not say so each time.
        let name = match source {
            Source::Chapter(line) => fill(book.say(SheetLabel::CiteChapter), &[("line", &line.to_string())]),
            Source::Section(section, line) => {
                let values = [("section", &*section.to_string()), ("line", &*line.to_string())];
                fill(book.say(SheetLabel::CiteSection), &values)
            }
            Source::Entry(_) | Source::Synthesis => book.page.words.source(source),
        };
        match source_url(book.page.words.content, source) {
            Some(url) => html.link_out(&url).text(&name).raw("</a>"),
            None => html.tag("span", &name),
        };
    }
    html.raw("</span>");
}

/// Things with a name: key ideas, examples.
pub(super) fn named(html: &mut Html, book: Book<'_>, title: SheetLabel, items: &[Named]) {
    if items.is_empty() {
        return;
    }
    open_group(html, book.say(title));
    html.raw("<dl class=\"named\">");
    for item in items {
        html.raw("<div>")
            .tag("dt", item.name.get(book.page.lang()))
            .raw("<dd>")
            .text(item.text.get(book.page.lang()))
            .raw(" ");
        cite(html, book, &item.sources);
        html.raw("</dd></div>");
    }
    html.raw("</dl></div>");
}

/// A list of the chapter as its file gives it.
pub(super) fn part(html: &mut Html, book: Book<'_>, part: &Part) {
    match &part.lead {
        Some(lead) => paragraph(html, book, "", lead.get(book.page.lang()), &part.sources),
        // Without a line before the list, its lines say where they come from.
        None if part.items.iter().all(|item| !item.sources.is_empty()) => {}
        None => paragraph(html, book, "", "", &part.sources),
    }
    // Where most lines have a list of their own, a line is its title.
    let are_titles = 2 * part.items.iter().filter(|item| !item.points.is_empty()).count() > part.items.len();
    let list = if part.ordered { "ol" } else { "ul" };
    html.raw("<").raw(list).raw(" class=\"list list--").raw(&part.id).raw("\">");
    for item in &part.items {
        html.raw("<li>");
        let text = item.text.get(book.page.lang());
        match &item.url {
            Some(url) => html.link_out(url).text(text).raw("</a>"),
            None if are_titles => html.tag("strong", text),
            None => html.text(text),
        };
        html.raw(" ");
        cite(html, book, &item.sources);
        if !item.points.is_empty() {
            html.raw("<ul>");
            for point in &item.points {
                html.tag("li", point.get(book.page.lang()));
            }
            html.raw("</ul>");
        }
        html.raw("</li>");
    }
    html.raw("</").raw(list).raw(">");
}

/// What is no longer so on one of the chapter's pages.
pub(super) fn corrections(html: &mut Html, book: Book<'_>, page: &str) {
    let mut found = book.chapter.corrections.iter().filter(|dated| dated.on.iter().any(|on| on == page)).peekable();
    if found.peek().is_none() {
        return;
    }
    open_group(html, book.say(SheetLabel::SinceHere));
    for dated in found {
        parts::since(html, book.page.words, &dated.correction);
    }
    html.raw("</div>");
}

/// Where one of the chapter's pages disagrees with itself, and how we settle it.
pub(super) fn contradictions(html: &mut Html, book: Book<'_>, page: &str) {
    let all = book.chapter.contradictions.iter();
    let mut found = all.filter(|contradiction| contradiction.on.iter().any(|on| on == page)).peekable();
    if found.peek().is_none() {
        return;
    }
    open_group(html, book.say(SheetLabel::Contradictions));
    for contradiction in found {
        html.raw("<div class=\"disagreement\">");
        paragraph(html, book, "", contradiction.text.get(book.page.lang()), &contradiction.sources);
        html.raw("<p>").tag("strong", book.say(SheetLabel::Resolution)).raw(" ");
        html.text(contradiction.resolution.get(book.page.lang())).raw("</p></div>");
    }
    html.raw("</div>");
}
