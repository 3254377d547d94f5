//! The documents of what is only read, outside the wasm: four pages of the site for each language, and all of it inside the
//! single file.

use super::frame::top;
use super::parts::{ROSE, footer};
use super::{Html, Page, Place, about, chapter, paper, trainers};
use boussole_core::content::{AboutLabel, Label, Loaded};
use boussole_core::domain::{Answers, Date, Lang};
use boussole_core::link::View;
use boussole_core::record::proof::ProofSheet;
use boussole_core::words::Words;

/// The views that are only read.
pub const OUTSIDE: [View; 4] = [View::Chapter(None), View::About, View::Paper, View::Trainers];

/// What these pages are written from.
#[derive(Clone, Copy, Debug)]
pub struct Outside<'a> {
    /// The content files.
    pub read: &'a Loaded,
    /// What was proved of them.
    pub proof: &'a ProofSheet,
    /// The app's public address, when it has one: paper leads to it.
    pub base: Option<&'a str>,
}

/// What a page of the site takes over from the app's own page, as markup.
#[derive(Clone, Copy, Debug)]
pub struct Shell<'a> {
    /// The icon and the styles.
    pub head: &'a str,
    /// Before anything is painted: the theme.
    pub boot: &'a str,
    /// What the page answers with.
    pub script: &'a str,
}

impl Outside<'_> {
    /// A page of the site: the whole document.
    #[must_use]
    pub fn document(self, view: View, lang: Lang, shell: Shell<'_>) -> String {
        let content = &self.read.content;
        let answers = Answers::new();
        let page = Page { words: Words::new(content, lang), answers: &answers, place: Place::Beside };
        // The same page in the other language, as the app names it.
        let other = Page { words: Words::new(content, lang.other()), ..page };
        let (title, lede) = match view {
            View::About => about::head(page, &self.read.about),
            View::Paper => paper::head(page, &self.read.paper),
            View::Trainers => trainers::head(page, &self.read.trainers),
            _ => chapter::head(page, &self.read.chapter),
        };
        let mut html = Html::new();
        open_document(&mut html, lang);
        html.raw("<meta name=\"description\" content=\"");
        html.text(lede).raw("\">\n<title>").text(title).raw(" · ").text(page.words.label(Label::AppTitle));
        html.raw("</title>\n").raw(shell.head).raw("\n<script>\n").raw(shell.boot);
        html.raw("</script>\n</head>\n<body>\n<div class=\"page\">");
        html.link("#main", "skip").text(page.words.label(Label::SkipToContent)).raw("</a>");
        top(&mut html, page, &other.href(view), Some(view));
        age_notice(&mut html, page.words, content.date);
        html.raw("<main id=\"main\">");
        self.inside(&mut html, page, view);
        html.raw("</main><footer class=\"foot\">");
        footer(&mut html, page);
        html.raw("</footer></div>\n<script>\n").raw(shell.script).raw("</script>\n</body>\n</html>\n");
        html.finish()
    }

    /// The page that a host shows for an address it does not have, whatever the folder: in both languages, and with no address
    /// of its own, since the script alone can tell where home is.
    #[must_use]
    pub fn missing(self, shell: Shell<'_>) -> String {
        let words = |lang| Words::new(&self.read.content, lang);
        let say = |label: AboutLabel, lang| self.read.about.words[label as usize].get(lang);
        let mut html = Html::new();
        open_document(&mut html, Lang::Fr);
        html.raw("<meta name=\"robots\" content=\"noindex\">\n<title>").text(say(AboutLabel::MissingTitle, Lang::Fr));
        html.raw(" · ").text(say(AboutLabel::MissingTitle, Lang::En)).raw(" · ");
        html.text(words(Lang::Fr).label(Label::AppTitle)).raw("</title>\n").raw(shell.head).raw("\n<script>\n");
        html.raw(shell.boot)
            .raw("</script>\n</head>\n<body>\n<div class=\"page\"><header class=\"top\"><span class=\"brand\">");
        html.raw(ROSE).text(words(Lang::Fr).label(Label::AppTitle)).raw("</span></header><main id=\"main\">");
        for (lang, title) in Lang::ALL.into_iter().zip(["h1", "h2"]) {
            html.raw("<section lang=\"").raw(lang.tag()).raw("\">").tag(title, say(AboutLabel::MissingTitle, lang));
            html.classed("p", "lede", say(AboutLabel::MissingText, lang)).tag("p", say(AboutLabel::MissingLink, lang));
            html.raw("<p hidden><a class=\"button\" data-home=\"").raw(lang.tag()).raw("\">");
            html.text(say(AboutLabel::MissingHome, lang)).raw("</a></p></section>");
        }
        html.raw("</main></div>\n<script>\n").raw(shell.script).raw("</script>\n</body>\n</html>\n");
        html.finish()
    }

    /// All of it in both languages, for the single file: hidden until something inside is the target of the address, or until
    /// the app shows the one that is asked for.
    #[must_use]
    pub fn sheets(self) -> String {
        let answers = Answers::new();
        let mut html = Html::new();
        for (view, lang) in OUTSIDE.into_iter().flat_map(|view| Lang::ALL.map(|lang| (view, lang))) {
            let words = Words::new(&self.read.content, lang);
            let page = Page { words, answers: &answers, place: Place::File };
            // The app finds it again by the address of what it shows.
            html.raw("<div class=\"sheets\" lang=\"").raw(lang.tag()).raw("\" data-holds=\"").text(&page.href(view));
            html.raw("\">");
            self.inside(&mut html, page, view);
            html.raw("</div>\n");
        }
        html.finish()
    }

    fn inside(self, html: &mut Html, page: Page<'_>, view: View) {
        match view {
            View::About => about::about(html, page, &self.read.about, self.proof),
            View::Paper => paper::paper(html, page, &self.read.paper, self.base),
            View::Trainers => trainers::trainers(html, page, &self.read.trainers),
            _ => chapter::chapter(html, page, &self.read.chapter),
        }
    }
}

/// The start of a document, up to what is its own.
fn open_document(html: &mut Html, lang: Lang) {
    html.raw("<!doctype html>\n<html lang=\"").raw(lang.tag()).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.raw("<meta name=\"referrer\" content=\"no-referrer\">\n");
}

/// Said once the device's clock is more than a year past the content's date: the script of the page reads the clock.
fn age_notice(html: &mut Html, words: Words<'_>, date: Date) {
    let year_later = Date { year: date.year.saturating_add(1), ..date };
    let text = words.fill(Label::ContentOld, &[("date", &words.date(date))]);
    html.raw("<p class=\"notice\" hidden data-old-after=\"")
        .raw(&year_later.to_string())
        .raw("\">")
        .text(&text)
        .raw("</p>");
}
