//! The chapter's page: everything that the chapter says, in our own words, with dated corrections.

mod lists;
mod radar;
mod sections;
mod sheet;

use core::ops::Range;

use boussole_core::content::{Chapter, Label, Part, SheetLabel, Subject};
use boussole_core::domain::Text;
use boussole_core::link::{Address, CHAPTER_PARTS, View};
use boussole_core::words::fill;
use maud::{Markup, html};

use super::Page;

/// The title of the page and a summary in a sentence or two.
pub(super) fn head<'a>(page: Page<'a>, chapter: &'a Chapter) -> (&'a str, &'a str) {
    let book = Book { page, chapter };
    (book.say(SheetLabel::Title), book.say(SheetLabel::Lede))
}

/// The inside of the page.
pub(super) fn chapter(page: Page<'_>, chapter: &Chapter) -> Markup {
    let book = Book { page, chapter };
    let (title, lede) = head(page, chapter);
    html! {
        div.chapter id=(book.id(None)) {
            header {
                h1 tabindex="-1" { (title) }
                p.lede { (lede) }
                p.small.muted { (book.say(SheetLabel::HowToRead)) }
                p.small.muted { (page.words.label(Label::Attribution)) }
            }
            div.chapter__side {
                (search(book))
                (contents(book))
            }
            div.chapter__text {
                @for (place, sheet) in chapter.sheets.iter().enumerate() { (sheet::sheet(book, place, sheet)) }
                @for (place, id) in (chapter.sheets.len()..).zip(CHAPTER_PARTS) { (sections::section(book, place, id)) }
            }
        }
    }
}

/// The chapter, and the page that shows it.
#[derive(Clone, Copy)]
struct Book<'a> {
    page: Page<'a>,
    chapter: &'a Chapter,
}

impl<'a> Book<'a> {
    /// A word or sentence of this page.
    fn say(self, label: SheetLabel) -> &'a str {
        // `load` refuses a chapter that lacks one.
        self.text(&self.chapter.words[label as usize])
    }

    fn fill(self, label: SheetLabel, values: &[(&str, &str)]) -> String {
        fill(self.say(label), values)
    }

    /// A text in the reader's language.
    fn text(self, text: &Text) -> &str {
        text.get(self.page.lang())
    }

    /// The address of a section, by its place among the subjects and the parts; without a place, that of the page. It is a
    /// fragment alone, so that it holds on the site, in the single file and in the app.
    fn anchor(self, place: Option<usize>) -> String {
        Address::View(self.page.lang(), View::Chapter(place)).write(self.page.words.content)
    }

    /// The id of the element at [`Self::anchor`].
    fn id(self, place: Option<usize>) -> String {
        self.anchor(place).trim_start_matches('#').to_owned()
    }

    fn part(self, id: &str) -> Option<&'a Part> {
        self.chapter.parts.iter().find(|part| part.id == id)
    }

    /// The title of a section, by its place among the subjects and the parts.
    fn title(self, place: usize) -> String {
        if let Some(sheet) = self.chapter.sheets.get(place) {
            return self.numbered(sheet.subject);
        }
        let id = place.checked_sub(self.chapter.sheets.len()).and_then(|index| CHAPTER_PARTS.get(index)).copied();
        let title = match id {
            Some("profiles") => self.say(SheetLabel::Profiles),
            Some("prerequisites") => self.say(SheetLabel::Prerequisites),
            Some("mindset") => self.say(SheetLabel::Mindset),
            Some("since") => self.say(SheetLabel::Since),
            id => id.and_then(|id| self.part(id)).map_or("", |part| self.text(&part.title)),
        };
        title.to_owned()
    }

    /// The number and the name of a subject.
    fn numbered(self, subject: Subject) -> String {
        let (number, name, _) = self.page.words.content.subject(subject);
        format!("{number} {}", self.text(name))
    }

    /// A link to the sheet of a subject.
    fn subject_link(self, subject: Subject) -> Markup {
        let place = self.page.words.content.subjects().position(|other| other == subject);
        html! { a href=(self.anchor(place)) { (self.numbered(subject)) } }
    }

    /// A section whose heading links to itself, so that people can copy its address, then a link back to the contents.
    fn section(self, place: usize, class: &str, inside: &Markup) -> Markup {
        html! {
            section class=(class) id=(self.id(Some(place))) {
                h2 { a href=(self.anchor(Some(place))) { (self.title(place)) } }
                (inside)
                div.chapter__up { a href=(self.anchor(None)) { (self.say(SheetLabel::BackToContents)) } }
            }
        }
    }
}

/// The search field. `search.js` shows it, filters the text, and writes the number of results in the status.
fn search(book: Book<'_>) -> Markup {
    // The single file holds the page in both languages.
    let id = format!("search-{}", book.page.lang().tag());
    html! {
        div.search role="search" {
            label for=(id) { (book.say(SheetLabel::Search)) }
            input type="search" id=(id) autocomplete="off" spellcheck="false";
            p.small.muted role="status"
                data-none=(book.say(SheetLabel::SearchNone))
                data-one=(book.say(SheetLabel::SearchOne))
                data-many=(book.say(SheetLabel::SearchMany)) {}
        }
    }
}

fn contents(book: Book<'_>) -> Markup {
    let n_sheets = book.chapter.sheets.len();
    html! {
        nav.contents aria-label=(book.say(SheetLabel::Contents)) {
            (contents_list(book, SheetLabel::ContentsSubjects, 0..n_sheets))
            (contents_list(book, SheetLabel::ContentsParts, n_sheets..n_sheets + CHAPTER_PARTS.len()))
        }
    }
}

fn contents_list(book: Book<'_>, title: SheetLabel, places: Range<usize>) -> Markup {
    html! {
        section {
            h2 { (book.say(title)) }
            ul {
                @for place in places { li { a href=(book.anchor(Some(place))) { (book.title(place)) } } }
            }
        }
    }
}
