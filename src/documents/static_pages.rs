//! The static pages: one file of the site for each view and language, or all of them inside the single file. Packing writes
//! them, so none of their text is in the wasm.

use boussole_core::content::{AboutLabel, Label, Loaded};
use boussole_core::domain::{Answers, Date, Lang};
use boussole_core::link::View;
use boussole_core::record::exhaustive_check::CheckReport;
use boussole_core::words::Words;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::header::static_header;
use super::parts::{credits, rose};
use super::{Page, Place, about, chapter, paper, trainers};

/// The views that are static pages.
pub const STATIC_PAGES: [View; 4] = [View::Chapter(None), View::About, View::Paper, View::Trainers];

/// The data that static pages show.
#[derive(Clone, Copy, Debug)]
pub struct StaticPages<'a> {
    /// The content files.
    pub read: &'a Loaded,
    /// The results of the exhaustive check.
    pub proof: &'a CheckReport,
    /// The app's public address, if it has one: printed questionnaires link to it.
    pub base: Option<&'a str>,
}

/// The styles and scripts of a page of the site, as markup.
#[derive(Clone, Copy, Debug)]
pub struct Shell<'a> {
    /// The icon and the styles.
    pub head: &'a str,
    /// The script that sets the theme before the first paint.
    pub boot: &'a str,
    /// The script that makes the page interactive.
    pub script: &'a str,
}

impl StaticPages<'_> {
    /// A page of the site: the whole document.
    #[must_use]
    pub fn document(self, view: View, lang: Lang, shell: Shell<'_>) -> String {
        let content = &self.read.content;
        let answers = Answers::new();
        let page = Page { words: Words::new(content, lang), answers: &answers, place: Place::Beside };
        let there = Page { words: Words::new(content, lang.other()), ..page }.href(view);
        let (title, lede) = match view {
            View::About => about::head(page, &self.read.about),
            View::Paper => paper::head(page, &self.read.paper),
            View::Trainers => trainers::head(page, &self.read.trainers),
            _ => chapter::head(page, &self.read.chapter),
        };
        let about_page = html! {
            meta name="description" content=(lede); "\n"
            title { (title) " · " (page.words.label(Label::AppTitle)) }
        };
        let inside = html! {
            a.skip href="#main" { (page.words.label(Label::SkipToContent)) }
            (static_header(page, &there, Some(view)))
            (age_notice(page.words, content.date))
            main #main { (self.inside(page, view)) }
            footer.foot { (credits(page)) }
        };
        document(lang, &about_page, &inside, shell).into_string()
    }

    /// The page for addresses that do not exist, in both languages. A host serves it from any folder, so it holds no relative
    /// address: its script finds the first page and shows the links to it.
    #[must_use]
    pub fn missing(self, shell: Shell<'_>) -> String {
        let say = |label: AboutLabel, lang| self.read.about.words[label as usize].get(lang);
        let app_title = self.read.content.label(Label::AppTitle).get(Lang::Fr);
        let about_page = html! {
            meta name="robots" content="noindex"; "\n"
            title {
                (say(AboutLabel::MissingTitle, Lang::Fr)) " · " (say(AboutLabel::MissingTitle, Lang::En)) " · " (app_title)
            }
        };
        let inside = html! {
            header.top { span.brand { (rose()) (app_title) } }
            main #main {
                @for lang in Lang::ALL {
                    section lang=(lang.tag()) {
                        @match lang {
                            Lang::Fr => h1 { (say(AboutLabel::MissingTitle, lang)) },
                            Lang::En => h2 { (say(AboutLabel::MissingTitle, lang)) },
                        }
                        p.lede { (say(AboutLabel::MissingText, lang)) }
                        p { (say(AboutLabel::MissingLink, lang)) }
                        p hidden { a.button data-home=(lang.tag()) { (say(AboutLabel::MissingHome, lang)) } }
                    }
                }
            }
        };
        document(Lang::Fr, &about_page, &inside, shell).into_string()
    }

    /// All static pages in both languages, for the single file. Styles hide each one until the address targets something
    /// inside it, or until the app shows it.
    #[must_use]
    pub fn all(self) -> String {
        let answers = Answers::new();
        let mut all = String::new();
        for (view, lang) in STATIC_PAGES.into_iter().flat_map(|view| Lang::ALL.map(|lang| (view, lang))) {
            let words = Words::new(&self.read.content, lang);
            let page = Page { words, answers: &answers, place: Place::File };
            // The app finds each page by its address.
            let sheet = html! {
                div.sheets lang=(lang.tag()) data-holds=(page.href(view)) { (self.inside(page, view)) } "\n"
            };
            all.push_str(&sheet.into_string());
        }
        all
    }

    fn inside(self, page: Page<'_>, view: View) -> Markup {
        match view {
            View::About => about::about(page, &self.read.about, self.proof),
            View::Paper => paper::paper(page, &self.read.paper, self.base),
            View::Trainers => trainers::trainers(page, &self.read.trainers),
            _ => chapter::chapter(page, &self.read.chapter),
        }
    }
}

/// A document. `about_page` is what its head says of it; `inside` is its visible part. Line breaks keep the source of the page
/// readable.
fn document(lang: Lang, about_page: &Markup, inside: &Markup, shell: Shell<'_>) -> Markup {
    html! {
        (DOCTYPE) "\n"
        html lang=(lang.tag()) { "\n"
            head { "\n"
                meta charset="utf-8"; "\n"
                meta name="viewport" content="width=device-width, initial-scale=1"; "\n"
                meta name="color-scheme" content="light dark"; "\n"
                meta name="referrer" content="no-referrer"; "\n"
                (about_page) "\n"
                (PreEscaped(shell.head)) "\n"
                script { "\n" (PreEscaped(shell.boot)) } "\n"
            } "\n"
            body { "\n"
                div.page { (inside) } "\n"
                script { "\n" (PreEscaped(shell.script)) } "\n"
            } "\n"
        } "\n"
    }
}

/// The warning for content over a year old. The script of the page reads the clock and shows it.
fn age_notice(words: Words<'_>, date: Date) -> Markup {
    let year_later = Date { year: date.year.saturating_add(1), ..date };
    html! {
        p.notice hidden data-old-after=(year_later) { (words.fill(Label::ContentOutdated, &[("date", &words.date(date))])) }
    }
}
