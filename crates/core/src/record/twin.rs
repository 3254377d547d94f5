//! The still twin of a frame: what stands in its place in a PDF or on paper. The questions, or the verdict once the answers that
//! the frame starts from settle it; and the way to the live one.

use super::picture::{ACCENT, INK, MARGIN, MUTED, Picture, SANS, SERIF, Style, wrapped};
use super::{link, qr};
use crate::content::{Content, Label, Topic};
use crate::domain::{Answers, Lang, Range};
use crate::engine;
use crate::link::{Address, Options, Shows, View, of_topic};
use crate::words::Words;

/// Width and height of a twin, in pixels: a slide's.
pub const SIZE: (u32, u32) = (1280, 720);

/// A frame, as its address says it.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Where the words come from.
    pub content: &'a Content,
    /// Its language.
    pub lang: Lang,
    /// The technology, by position.
    pub topic: usize,
    /// What it allows and looks like.
    pub options: &'a Options,
    /// The answers that it starts from: none when it starts empty. Those of other technologies are left out.
    pub answers: &'a Answers,
    /// The app's public address, if there is one.
    pub base: Option<&'a str>,
}

const RIGHT: usize = SIZE.0 as usize - MARGIN;
const BOTTOM: usize = SIZE.1 as usize - 32;
/// The side of the QR code, at the right.
const QR: usize = 230;
const QR_X: usize = RIGHT - QR;
/// The column of words beside it.
const COLUMN: usize = QR_X - 40 - MARGIN;
/// The width of the dial, at the right too, above the QR code.
const DIAL: usize = 480;
/// The first line that is clear of the dial.
const BELOW_DIAL: usize = 304;
/// How far a question stands from its number.
const INDENT: usize = 48;

const TOP: Style = Style { size: 26, fill: MUTED, font: SANS, bold: false };
const QUESTION: Style = Style { size: 40, fill: INK, font: SERIF, bold: true };
const VERDICT: Style = Style { size: 52, fill: INK, font: SERIF, bold: true };
const MEANING: Style = Style { size: 26, fill: INK, font: SANS, bold: false };
const TITLE: Style = Style { size: 22, fill: MUTED, font: SANS, bold: true };
const TEXT: Style = Style { size: 24, fill: INK, font: SANS, bold: false };
const WAY: Style = Style { size: 20, fill: INK, font: SANS, bold: false };
const FOOT: Style = Style { size: 17, fill: MUTED, font: SANS, bold: false };

/// The twin, as SVG. It is on white whatever the frame's theme: it is for paper.
#[must_use]
pub fn twin(frame: Frame<'_>) -> String {
    let Some(topic) = frame.content.topics.get(frame.topic) else {
        return String::new();
    };
    let words = Words::new(frame.content, frame.lang);
    let answers = of_topic(frame.content, frame.topic, frame.answers);
    let range = engine::judge(topic, &answers).range;
    let is_told = frame.is_told(range);
    let heading = if is_told { words.verdict(range.best) } else { words.label(Label::AppQuestion) };
    let accent = frame.options.accent.as_ref().map(|accent| ["#", accent].concat());
    let title = [topic.name.get(words.lang), " · ", heading].concat();
    let mut twin = Picture::new(SIZE, words.lang, &title, accent.as_deref().unwrap_or(ACCENT));

    let foot = wrapped(&words.credit(), &FOOT, RIGHT - MARGIN, 3);
    let foot_y = BOTTOM - (foot.len() - 1) * FOOT.line();
    twin.under(&FOOT, &foot, (MARGIN, foot_y));
    let way = way(frame, &answers);
    let way_top = way.place(&mut twin, foot_y - 2 * FOOT.line());
    if is_told {
        twin.dial(words, range, (RIGHT - DIAL, 60, DIAL));
        let column = RIGHT - DIAL - 24 - MARGIN;
        let mut y = twin.lines(&TOP, &words.headline(topic), (MARGIN, 84), column, 2);
        y = twin.lines(&VERDICT, heading, (MARGIN, y + 68), column, 2);
        y = twin.lines(
            &MEANING,
            words.content.verdict(range.best).meaning.get(words.lang),
            (MARGIN, y + 48),
            column,
            3,
        );
        verdict(&mut twin, words, topic, &answers, ((y + 72).max(BELOW_DIAL), way_top));
        way.scan(&mut twin, words, (BELOW_DIAL, way_top));
    } else {
        let y = twin.lines(&TOP, &words.headline(topic), (MARGIN, 76), RIGHT - MARGIN, 1);
        let y = twin.lines(&QUESTION, heading, (MARGIN, y + 54), RIGHT - MARGIN, 1);
        questions(&mut twin, words, topic, (y + 52, way_top));
        way.scan(&mut twin, words, (y + 52, way_top));
    }
    twin.finish()
}

impl Frame<'_> {
    /// What its twin's file is called, without what says its kind. A verdict has another name than the questions: a deck may hold
    /// both.
    #[must_use]
    pub fn file(&self) -> String {
        let topic = self.content.topics.get(self.topic);
        let answers = of_topic(self.content, self.topic, self.answers);
        let is_told = topic.is_some_and(|topic| self.is_told(engine::judge(topic, &answers).range));
        let id = topic.map_or("", |topic| &topic.id);
        ["boussole-", id, "-", self.lang.tag(), if is_told { "-verdict" } else { "" }].concat()
    }

    /// Whether it shows the verdict, rather than the questions.
    fn is_told(&self, range: Range) -> bool {
        self.options.shows != Shows::Questions && range.settled()
    }
}

/// Every question, numbered, spread over the room there is.
fn questions(twin: &mut Picture<'_>, words: Words<'_>, topic: &Topic, (mut y, end): (usize, usize)) {
    let asked = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    let asked: Vec<_> =
        asked.map(|question| wrapped(question.ask.get(words.lang), &TEXT, COLUMN - INDENT, 3)).collect();
    let n_lines: usize = asked.iter().map(Vec::len).sum();
    let spare = (end - y).saturating_sub(n_lines.saturating_sub(1) * TEXT.line());
    let gap = (spare / asked.len().max(1)).min(20);
    for (place, lines) in asked.iter().enumerate() {
        twin.line(&TEXT, &[&(place + 1).to_string(), "."].concat(), (MARGIN, y));
        y = twin.under(&TEXT, lines, (MARGIN + INDENT, y)) + TEXT.line() + gap;
    }
}

/// The first reason, then the first thing to do.
fn verdict(twin: &mut Picture<'_>, words: Words<'_>, topic: &Topic, answers: &Answers, (mut y, end): (usize, usize)) {
    for (label, said) in [words.first_reason(topic, answers), words.first_action(topic, answers)] {
        twin.line(&TITLE, words.label(label), (MARGIN, y));
        y += 32;
        let room = end.saturating_sub(y) / TEXT.line() + 1;
        y = twin.lines(&TEXT, &said, (MARGIN, y), COLUMN, room) + 44;
    }
}

/// What has no spaces, in pieces of so many characters.
fn cut(text: &str, n_chars: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(n_chars).map(|piece| piece.iter().collect()).collect()
}

/// The way to the live one.
struct Way {
    /// The link; where there is no public address, the code, if there are answers.
    to: String,
    /// What is said before it.
    says: Label,
    is_link: bool,
}

fn way(frame: Frame<'_>, answers: &Answers) -> Way {
    // A link to the answers would tell the verdict.
    let has_answers = !answers.is_empty() && frame.options.shows != Shows::Questions;
    let (to, says) = match frame.base {
        _ if has_answers => {
            let says = if frame.base.is_some() { Label::RecordLink } else { Label::TwinCode };
            (link(frame.content, frame.base, answers), says)
        }
        Some(base) => {
            let topic = Address::View(frame.lang, View::Question(frame.topic, None));
            ([base, &topic.write(frame.content)].concat(), Label::TwinLink)
        }
        None => (String::new(), Label::TwinFile),
    };
    Way { to, says, is_link: frame.base.is_some() }
}

impl Way {
    /// The link, to be typed, above a place; gives the place above it. One of more than two lines is left to the QR code.
    fn place(&self, twin: &mut Picture<'_>, y: usize) -> usize {
        let lines = cut(&self.to, WAY.fits(RIGHT - MARGIN));
        if !self.is_link || lines.len() > 2 {
            return y;
        }
        let top = y - (lines.len() - 1) * WAY.line();
        twin.under(&WAY, &lines, (MARGIN, top));
        top - 2 * WAY.line()
    }

    /// The QR code of the link, under what it does. Without a link, how to open it by hand: a QR code would lead nowhere.
    fn scan(&self, twin: &mut Picture<'_>, words: Words<'_>, (y, end): (usize, usize)) {
        let y = twin.lines(&WAY, words.label(self.says), (QR_X, y), QR, 8);
        if self.is_link {
            if let Some(svg) = qr::svg(&self.to) {
                let side = (end + WAY.line()).saturating_sub(y + 12).min(QR);
                twin.square(&svg, (QR_X, y + 12, side));
            }
        } else {
            // A code has more capitals than words do.
            twin.under(&TEXT, &cut(&self.to, TEXT.fits(QR) - 1), (QR_X, y + 40));
        }
    }
}
