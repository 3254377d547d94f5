//! The chapter's own pages: all that the chapter says, in our words, corrected where the world moved on.
//!
//! Written once, when the app is packed, and read as HTML: none of it travels in the wasm. The same inside stands in the two
//! pages of the site and in the single file, where the app shows it in its own page.

mod lists;
mod others;
mod radar;
mod sheet;

use super::{Html, Page};
use boussole_core::content::{Chapter, Label, Part, SheetLabel, Subject};
use boussole_core::link::{Address, CHAPTER_PARTS, View};
use boussole_core::words::fill;

/// The title of the chapter's page, and what it is in a sentence or two.
pub(super) fn head<'a>(page: Page<'a>, chapter: &'a Chapter) -> (&'a str, &'a str) {
    let book = Book { page, chapter };
    (book.say(SheetLabel::Title), book.say(SheetLabel::Lede))
}

/// The inside of the chapter's page, in the language of `page`.
pub(super) fn chapter(html: &mut Html, page: Page<'_>, chapter: &Chapter) {
    let book = Book { page, chapter };
    let words = page.words;
    let (title, lede) = head(page, chapter);
    html.raw("<div class=\"chapter\" id=\"").text(book.here(None).trim_start_matches('#')).raw("\"><header>");
    html.raw("<h1 tabindex=\"-1\">").text(title).raw("</h1>");
    html.classed("p", "lede", lede).classed("p", "small muted", book.say(SheetLabel::HowToRead));
    html.classed("p", "small muted", words.label(Label::Attribution)).raw("</header><div class=\"chapter__side\">");
    search(html, book);
    contents(html, book);
    html.raw("</div><div class=\"chapter__text\">");
    for (place, sheet) in chapter.sheets.iter().enumerate() {
        sheet::sheet(html, book, place, sheet);
    }
    for (index, id) in CHAPTER_PARTS.iter().enumerate() {
        others::other(html, book, chapter.sheets.len() + index, id);
    }
    html.raw("</div></div>");
}

/// The chapter, and how it is shown.
#[derive(Clone, Copy)]
struct Book<'a> {
    page: Page<'a>,
    chapter: &'a Chapter,
}

impl<'a> Book<'a> {
    /// A word or sentence of these pages.
    fn say(self, label: SheetLabel) -> &'a str {
        // `load` refuses a chapter that lacks one.
        self.chapter.words[label as usize].get(self.page.lang())
    }

    fn fill(self, label: SheetLabel, values: &[(&str, &str)]) -> String {
        fill(self.say(label), values)
    }

    /// The address of a part of this text, within the page that holds it: the same for the site, the file and the app.
    fn here(self, place: Option<usize>) -> String {
        Address::View(self.page.lang(), View::Chapter(place)).write(self.page.words.content)
    }

    /// The address of a subject's sheet.
    fn sheet_of(self, subject: Subject) -> String {
        self.here(self.page.words.content.subjects().position(|other| other == subject))
    }

    fn part(self, id: &str) -> Option<&'a Part> {
        self.chapter.parts.iter().find(|part| part.id == id)
    }

    /// The title of a section, by its place among the subjects and the parts.
    fn title(self, place: usize) -> String {
        if let Some(sheet) = self.chapter.sheets.get(place) {
            let (number, name, _) = self.page.words.content.subject(sheet.subject);
            return format!("{number} {}", name.get(self.page.lang()));
        }
        let id = place.checked_sub(self.chapter.sheets.len()).and_then(|index| CHAPTER_PARTS.get(index)).copied();
        let title = match id {
            Some("profiles") => self.say(SheetLabel::Profiles),
            Some("prerequisites") => self.say(SheetLabel::Prerequisites),
            Some("mindset") => self.say(SheetLabel::Mindset),
            Some("since") => self.say(SheetLabel::Since),
            id => id.and_then(|id| self.part(id)).map_or("", |part| part.title.get(self.page.lang())),
        };
        title.to_owned()
    }

    /// Opens a section: its deep link is its id, and its heading leads to it.
    fn open(self, html: &mut Html, place: usize, class: &str) {
        let here = self.here(Some(place));
        html.raw("<section class=\"").raw(class).raw("\" id=\"").text(here.trim_start_matches('#')).raw("\"><h2>");
        html.link(&here, "").text(&self.title(place)).raw("</a></h2>");
    }

    /// Closes a section, with the way back to the contents.
    fn close(self, html: &mut Html) {
        html.raw("<div class=\"chapter__up\">").link(&self.here(None), "");
        html.text(self.say(SheetLabel::BackToContents)).raw("</a></div></section>");
    }
}

/// The field that searches the text: `search.js` shows it, answers it, and writes in its status how much it found.
fn search(html: &mut Html, book: Book<'_>) {
    let id = ["search-", book.page.lang().tag()].concat();
    html.raw("<div class=\"search\" role=\"search\"><label for=\"").raw(&id).raw("\">");
    html.text(book.say(SheetLabel::Search)).raw("</label><input type=\"search\" id=\"").raw(&id);
    html.raw("\" autocomplete=\"off\" spellcheck=\"false\"><p role=\"status\" class=\"small muted\"");
    for (name, label) in
        [("none", SheetLabel::SearchNone), ("one", SheetLabel::SearchOne), ("many", SheetLabel::SearchMany)]
    {
        html.raw(" data-").raw(name).raw("=\"").text(book.say(label)).raw("\"");
    }
    html.raw("></p></div>");
}

fn contents(html: &mut Html, book: Book<'_>) {
    let n_subjects = book.chapter.sheets.len();
    html.raw("<nav class=\"contents\" aria-label=\"").text(book.say(SheetLabel::Contents)).raw("\">");
    let lists = [
        (SheetLabel::ContentsSubjects, 0..n_subjects),
        (SheetLabel::ContentsParts, n_subjects..n_subjects + CHAPTER_PARTS.len()),
    ];
    for (title, places) in lists {
        html.raw("<section>").tag("h2", book.say(title)).raw("<ul>");
        for place in places {
            html.raw("<li>").link(&book.here(Some(place)), "").text(&book.title(place)).raw("</a></li>");
        }
        html.raw("</ul></section>");
    }
    html.raw("</nav>");
}
