//! The static image of a frame, which replaces it in a PDF or on paper.
//!
//! It shows the verdict when the frame's starting answers settle it, the list of questions otherwise, and a link to the
//! interactive frame, typed and as a QR code.

use super::picture::{ACCENT, INK, MARGIN, MUTED, Picture, SANS, SERIF, Style, wrap};
use super::{link, qr};
use crate::content::{Content, Label, Topic};
use crate::domain::{Answers, Lang, Range};
use crate::engine;
use crate::link::{Address, Options, Shows, View, of_topic};
use crate::words::Words;

/// Width and height of a static image, in pixels: those of a slide.
pub const SIZE: (u32, u32) = (1280, 720);

/// A frame, as its address describes it.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// The content of the app.
    pub content: &'a Content,
    /// The language of the frame.
    pub lang: Lang,
    /// The topic, by position.
    pub topic: usize,
    /// The options in the frame's address.
    pub options: &'a Options,
    /// The starting answers; empty when the frame starts from nothing. Answers about other topics are ignored.
    pub answers: &'a Answers,
    /// The app's public address, if there is one.
    pub base: Option<&'a str>,
}

const RIGHT: usize = SIZE.0 as usize - MARGIN;
const BOTTOM: usize = SIZE.1 as usize - 32;
/// The side of the QR code, at the right.
const QR_SIDE: usize = 230;
const QR_X: usize = RIGHT - QR_SIDE;
/// The width of the text to the left of the QR code.
const COLUMN_WIDTH: usize = QR_X - 40 - MARGIN;
/// The width of the dial, above the QR code.
const DIAL_WIDTH: usize = 480;
/// The first baseline below the dial.
const BELOW_DIAL: usize = 304;
/// The indentation of a question after its number.
const INDENT: usize = 48;

const TOP: Style = Style { size: 26, fill: MUTED, font: SANS, bold: false };
const QUESTION: Style = Style { size: 40, fill: INK, font: SERIF, bold: true };
const VERDICT: Style = Style { size: 52, fill: INK, font: SERIF, bold: true };
const MEANING: Style = Style { size: 26, fill: INK, font: SANS, bold: false };
const TITLE: Style = Style { size: 22, fill: MUTED, font: SANS, bold: true };
const TEXT: Style = Style { size: 24, fill: INK, font: SANS, bold: false };
const LINK: Style = Style { size: 20, fill: INK, font: SANS, bold: false };
const FOOTER: Style = Style { size: 17, fill: MUTED, font: SANS, bold: false };

/// Draws the static image of a frame, as the text of an SVG file; empty when the content has no such topic.
///
/// The background is white whatever the frame's theme, because the image is for paper.
#[must_use]
pub fn static_image(frame: Frame<'_>) -> String {
    let Some(topic) = frame.content.topics.get(frame.topic) else {
        return String::new();
    };
    let words = Words::new(frame.content, frame.lang);
    let answers = of_topic(frame.content, frame.topic, frame.answers);
    let range = engine::judge(topic, &answers).range;
    let shows_verdict = frame.shows_verdict(range);
    let heading = if shows_verdict { words.verdict(range.best) } else { words.label(Label::AppQuestion) };
    let accent = frame.options.accent.as_ref().map(|accent| format!("#{accent}"));
    let title = format!("{} · {heading}", topic.name.get(words.lang));
    let mut image = Picture::new(SIZE, words.lang, title, accent.as_deref().unwrap_or(ACCENT));

    let footer = wrap(&words.credit(), &FOOTER, RIGHT - MARGIN, 3);
    let footer_y = BOTTOM - (footer.len() - 1) * FOOTER.line_height();
    image.lines(&FOOTER, &footer, (MARGIN, footer_y));
    let live_link = LiveLink::new(frame, &answers);
    let bottom = live_link.draw_text(&mut image, footer_y - 2 * FOOTER.line_height());
    if shows_verdict {
        image.dial(words, range, (RIGHT - DIAL_WIDTH, 60, DIAL_WIDTH));
        let column_width = RIGHT - DIAL_WIDTH - 24 - MARGIN;
        let meaning = words.content.verdict(range.best).meaning.get(words.lang);
        let mut y = image.wrapped(&TOP, &words.headline(topic), (MARGIN, 84), column_width, 2);
        y = image.wrapped(&VERDICT, heading, (MARGIN, y + 68), column_width, 2);
        y = image.wrapped(&MEANING, meaning, (MARGIN, y + 48), column_width, 3);
        draw_reason_and_action(&mut image, words, topic, &answers, ((y + 72).max(BELOW_DIAL), bottom));
        live_link.draw_qr(&mut image, words, (BELOW_DIAL, bottom));
    } else {
        let mut y = image.wrapped(&TOP, &words.headline(topic), (MARGIN, 76), RIGHT - MARGIN, 1);
        y = image.wrapped(&QUESTION, heading, (MARGIN, y + 54), RIGHT - MARGIN, 1);
        draw_questions(&mut image, words, topic, (y + 52, bottom));
        live_link.draw_qr(&mut image, words, (y + 52, bottom));
    }
    image.finish()
}

impl Frame<'_> {
    /// The name of the static image's file, without its extension.
    ///
    /// The images of the questions and of the verdict have different names, because a deck may hold both.
    #[must_use]
    pub fn file(&self) -> String {
        let topic = self.content.topics.get(self.topic);
        let answers = of_topic(self.content, self.topic, self.answers);
        let shows_verdict = topic.is_some_and(|topic| self.shows_verdict(engine::judge(topic, &answers).range));
        let id = topic.map_or("", |topic| &topic.id);
        let suffix = if shows_verdict { "-verdict" } else { "" };
        format!("boussole-{id}-{}{suffix}", self.lang.tag())
    }

    /// Whether the image shows the verdict rather than the questions.
    fn shows_verdict(&self, range: Range) -> bool {
        self.options.shows != Shows::Questions && range.settled()
    }
}

/// Draws every question with its number, spread over the available height.
fn draw_questions(image: &mut Picture<'_>, words: Words<'_>, topic: &Topic, (mut y, bottom): (usize, usize)) {
    let questions = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    let questions: Vec<Vec<String>> =
        questions.map(|question| wrap(question.ask.get(words.lang), &TEXT, COLUMN_WIDTH - INDENT, 3)).collect();
    let n_lines: usize = questions.iter().map(Vec::len).sum();
    let spare_height = (bottom - y).saturating_sub(n_lines.saturating_sub(1) * TEXT.line_height());
    let gap = (spare_height / questions.len().max(1)).min(20);
    for (question_idx, lines) in questions.iter().enumerate() {
        image.line(&TEXT, &format!("{}.", question_idx + 1), (MARGIN, y));
        y = image.lines(&TEXT, lines, (MARGIN + INDENT, y)) + TEXT.line_height() + gap;
    }
}

/// Draws the first reason for the verdict, then the first action.
fn draw_reason_and_action(
    image: &mut Picture<'_>,
    words: Words<'_>,
    topic: &Topic,
    answers: &Answers,
    (mut y, bottom): (usize, usize),
) {
    for (label, sentence) in [words.first_reason(topic, answers), words.first_action(topic, answers)] {
        image.line(&TITLE, words.label(label), (MARGIN, y));
        y += 32;
        let max_lines = bottom.saturating_sub(y) / TEXT.line_height() + 1;
        y = image.wrapped(&TEXT, &sentence, (MARGIN, y), COLUMN_WIDTH, max_lines) + 44;
    }
}

/// Cuts a text without spaces into pieces of `n_chars` characters.
fn split_every(text: &str, n_chars: usize) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    chars.chunks(n_chars).map(|piece| piece.iter().collect()).collect()
}

/// How to reach the interactive frame from its static image.
struct LiveLink {
    /// A link; without a public address, the code of the answers, or nothing when there are none.
    target: String,
    /// The sentence shown before it.
    label: Label,
    is_link: bool,
}

impl LiveLink {
    fn new(frame: Frame<'_>, answers: &Answers) -> Self {
        // With "questions only" the answers are left out of the link, because they would reveal the verdict.
        let has_answers = !answers.is_empty() && frame.options.shows != Shows::Questions;
        let (target, label) = match frame.base {
            Some(_) if has_answers => (link(frame.content, frame.base, answers), Label::RecordLink),
            None if has_answers => (link(frame.content, None, answers), Label::StaticImageCode),
            Some(base) => {
                let first_question = Address::View(frame.lang, View::Question(frame.topic, None));
                (format!("{base}{}", first_question.write(frame.content)), Label::StaticImageLink)
            }
            None => (String::new(), Label::StaticImageFile),
        };
        Self { target, label, is_link: frame.base.is_some() }
    }

    /// Draws the link as text that can be typed, with its last line at `y`. Returns the baseline left above it.
    ///
    /// A link longer than two lines is only drawn as a QR code.
    fn draw_text(&self, image: &mut Picture<'_>, y: usize) -> usize {
        let lines = split_every(&self.target, LINK.n_chars(RIGHT - MARGIN));
        if !self.is_link || lines.len() > 2 {
            return y;
        }
        let top = y - (lines.len() - 1) * LINK.line_height();
        image.lines(&LINK, &lines, (MARGIN, top));
        top - 2 * LINK.line_height()
    }

    /// Draws the QR code of the link below its label. Without a link, the label says how to open the code by hand.
    fn draw_qr(&self, image: &mut Picture<'_>, words: Words<'_>, (y, bottom): (usize, usize)) {
        let y = image.wrapped(&LINK, words.label(self.label), (QR_X, y), QR_SIDE, 8);
        if self.is_link {
            if let Some(svg) = qr::svg(&self.target) {
                let side = (bottom + LINK.line_height()).saturating_sub(y + 12).min(QR_SIDE);
                image.square(svg, (QR_X, y + 12, side));
            }
        } else {
            // A code has more capitals than a sentence, so it is wider: one character fewer on each line.
            image.lines(&TEXT, &split_every(&self.target, TEXT.n_chars(QR_SIDE) - 1), (QR_X, y + 40));
        }
    }
}
