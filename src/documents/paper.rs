//! The paper questionnaire. A sheet for each technology has its questions on the front and, on the back, the key to find the
//! verdict by hand. Grids follow, to count the answers of a room. [`Key`] gives the letters and the limits.

mod back;
mod grid;

use boussole_core::content::{Label, Paper, PaperLabel, Question, Topic};
use boussole_core::link::View;
use boussole_core::record::paper_key::{Asked, Key, Letters};
use boussole_core::record::qr;
use boussole_core::words::fill;
use maud::{Markup, PreEscaped, html};

use super::parts::{LICENCE, link_out};
use super::{Page, Place};

/// Represents "I don't know" among the letters.
const UNKNOWN: &str = "?";

/// The title of the page and a summary in a sentence.
#[must_use]
pub fn head<'a>(page: Page<'a>, paper: &'a Paper) -> (&'a str, &'a str) {
    let sheets = Sheets { page, paper, base: None };
    (sheets.say(PaperLabel::Title), sheets.say(PaperLabel::Lede))
}

/// The inside of the page. If the app has a public address, `base`, each sheet shows where its questions are online.
#[must_use]
pub fn paper(page: Page<'_>, paper: &Paper, base: Option<&str>) -> Markup {
    let sheets = Sheets { page, paper, base };
    let (title, lede) = head(page, paper);
    let topics = &page.words.content.topics;
    let keys: Vec<Key> = topics.iter().map(|topic| Key::new(page.words.content, topic)).collect();
    let how_to_print = sheets.fill(PaperLabel::HowToPrint, &[("n", &topics.len().to_string())]);
    html! {
        div.chapter.paper id=(fragment(page, View::Paper).trim_start_matches('#')) {
            header {
                h1 tabindex="-1" { (title) }
                p.lede { (lede) }
                p { (how_to_print) }
            }
            @for (position, (topic, key)) in topics.iter().zip(&keys).enumerate() {
                @let online = sheets.online(position);
                (sheets.front(topic, key, online.as_deref()))
                (sheets.back(topic, key, online.as_deref()))
            }
            // Sheets are handed out; grids stay with the person who counts, so they come after all sheets.
            @for (position, (topic, key)) in topics.iter().zip(&keys).enumerate() {
                (sheets.grid(topic, key, position == 0))
            }
        }
    }
}

/// A box to tick with a pencil.
pub(super) fn tick_box() -> Markup {
    html! { span.tick aria-hidden="true" {} }
}

/// The address of a view as a fragment alone, wherever the page is.
fn fragment(page: Page<'_>, view: View) -> String {
    Page { place: Place::File, ..page }.href(view)
}

/// The sheets and the words to write them with.
#[derive(Clone, Copy)]
struct Sheets<'a> {
    page: Page<'a>,
    paper: &'a Paper,
    base: Option<&'a str>,
}

impl<'a> Sheets<'a> {
    /// A word or sentence of this page.
    fn say(self, label: PaperLabel) -> &'a str {
        // `load` refuses a page that lacks one.
        self.paper.words[label as usize].get(self.page.lang())
    }

    fn fill(self, label: PaperLabel, values: &[(&str, &str)]) -> String {
        fill(self.say(label), values)
    }

    fn label(self, label: Label) -> &'a str {
        self.page.words.label(label)
    }

    fn title(self, topic: &Topic) -> String {
        format!("{} · {}", topic.number, topic.name.get(self.page.lang()))
    }

    /// The public address of the questions of a technology.
    fn online(self, position: usize) -> Option<String> {
        self.base.map(|base| format!("{base}{}", fragment(self.page, View::Question(position, None))))
    }

    /// The questions, with their letters and boxes.
    fn front(self, topic: &Topic, key: &Key, online: Option<&str>) -> Markup {
        html! {
            section.leaf.leaf--front {
                div.leaf__head {
                    h2 { (self.title(topic)) }
                    div.leaf__who {
                        span.leaf__blank { (self.say(PaperLabel::Team)) }
                        span.leaf__blank { (self.say(PaperLabel::Day)) }
                    }
                    @if let Some(code) = online.and_then(qr::svg) { (PreEscaped(code)) }
                }
                p { (topic.what.get(self.page.lang())) }
                p.leaf__how { (self.say(PaperLabel::HowToAnswer)) }
                ol.asked {
                    @for asked in &key.asked {
                        @if let Some(question) = self.page.words.content.question(asked.question) {
                            (self.question(asked, question))
                        }
                    }
                }
            }
        }
    }

    fn question(self, asked: &Asked, question: &Question) -> Markup {
        let lang = self.page.lang();
        html! {
            li {
                h3 { (question.ask.get(lang)) }
                div.asked__why {
                    (question.why.get(lang))
                    @if asked.many { " " strong { (self.label(Label::TickAll)) } }
                }
                ul.letters.letters--many[asked.many] {
                    @for (letter, choice) in asked.every().chars().zip(&question.choices) {
                        (choice_line(letter, choice.label.get(lang), choice.note.as_ref().map(|note| note.get(lang))))
                    }
                    @if asked.many { (choice_line(plain(asked.none()), self.label(Label::NoneOfThese), None)) }
                    (choice_line(UNKNOWN, self.label(unknown(asked)), None))
                }
            }
        }
    }

    /// Whose work this is, its date, and where to read more. Addresses are written out, since paper has no links.
    fn foot(self, online: Option<&str>) -> Markup {
        let words = self.page.words;
        let chapter = words.chapter_page();
        html! {
            div.leaf__foot {
                span {
                    (words.label(Label::Attribution)) " " (self.say(PaperLabel::Synthesis)) " " (words.content_date()) "."
                }
                @for address in [chapter.as_str(), LICENCE].into_iter().chain(online) { (link_out(address, address)) }
            }
        }
    }
}

/// An answer with its box and its letter.
fn choice_line(letter: impl maud::Render, label: &str, note: Option<&str>) -> Markup {
    html! {
        li {
            (tick_box())
            b { (letter) }
            span { (label) @if let Some(note) = note { " – " small { (note) } } }
        }
    }
}

/// The label of the last line under a question.
const fn unknown(asked: &Asked) -> Label {
    if asked.many { Label::RestUnknown } else { Label::Unknown }
}

fn plain(letters: Letters) -> String {
    letters.chars().collect()
}
