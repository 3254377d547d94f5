//! The documents that hold the chapter: a page of the site for each language, and both inside the single file.

use super::super::frame::top;
use super::super::parts::footer;
use super::super::{Html, Page, Place};
use super::{Book, chapter};
use crate::content::{Chapter, Content, Label, SheetLabel};
use crate::domain::{Answers, Date, Lang};
use crate::link::View;
use crate::words::Words;

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

/// A page of the site: the whole document.
#[must_use]
pub fn chapter_document(content: &Content, of: &Chapter, lang: Lang, shell: Shell<'_>) -> String {
    let answers = Answers::new();
    let page = Page { words: Words::new(content, lang), answers: &answers, place: Place::Chapter };
    // The same chapter in the other language, as the app names it.
    let other = Page { words: Words::new(content, lang.other()), place: Place::Site, ..page };
    let on_screen = View::Chapter(None);
    let book = Book { page, chapter: of };
    let mut html = Html::new();
    html.raw("<!doctype html>\n<html lang=\"").raw(lang.tag()).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
    html.raw("<meta name=\"description\" content=\"").text(book.say(SheetLabel::Lede)).raw("\">\n<title>");
    html.text(book.say(SheetLabel::Title)).raw(" · ").text(page.words.label(Label::AppTitle)).raw("</title>\n");
    html.raw(shell.head).raw("\n<script>\n").raw(shell.boot).raw("</script>\n</head>\n<body>\n<div class=\"page\">");
    html.link("#main", "skip").text(page.words.label(Label::SkipToContent)).raw("</a>");
    top(&mut html, page, &other.href(on_screen), Some(on_screen));
    age_notice(&mut html, page.words, content.date);
    html.raw("<main id=\"main\">");
    chapter(&mut html, page, of);
    html.raw("</main><footer class=\"foot\">");
    footer(&mut html, page.words);
    html.raw("</footer></div>\n<script>\n").raw(shell.script).raw("</script>\n</body>\n</html>\n");
    html.finish()
}

/// Both languages, for the single file: hidden until something inside is the target of the address, or until the app shows
/// the one of its language.
#[must_use]
pub fn chapter_sheets(content: &Content, of: &Chapter) -> String {
    let answers = Answers::new();
    let mut html = Html::new();
    for lang in Lang::ALL {
        html.raw("<div class=\"sheets\" id=\"sheets-").raw(lang.tag()).raw("\" lang=\"").raw(lang.tag()).raw("\">");
        chapter(&mut html, Page { words: Words::new(content, lang), answers: &answers, place: Place::File }, of);
        html.raw("</div>\n");
    }
    html.finish()
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
