//! The result of one topic as a picture, to paste into slides or a message.

use super::decision::Case;
use super::picture::{ACCENT, INK, MARGIN, MUTED, Picture, SANS, SERIF, Style, dial_height, wrap};
use crate::content::Label;
use crate::engine;

/// The format of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 1200 × 630, the format of link previews and slides.
    Wide,
    /// 1080 × 1080.
    Square,
}

impl Shape {
    /// Width and height, in pixels.
    #[must_use]
    pub const fn size(self) -> (u32, u32) {
        match self {
            Self::Wide => (1200, 630),
            Self::Square => (1080, 1080),
        }
    }
}

/// Draws the card of a result, as the text of an SVG file.
#[must_use]
pub fn card(shape: Shape, case: Case<'_>) -> String {
    let (words, judgement) = (case.words, engine::judge(case.topic, case.answers));
    let (width, height) = (shape.size().0 as usize, shape.size().1 as usize);
    let heading = words.heading(judgement.range);
    let reason = match judgement.limits(case.topic).next() {
        Some(rule) => rule.reason.get(words.lang),
        None if judgement.settled() => words.label(Label::LimitsNone),
        // The heading of an open result says everything there is to say.
        None => "",
    };
    let title = format!("{} · {heading}", case.topic.name.get(words.lang));
    let mut card = Picture::new(shape.size(), words.lang, title, ACCENT);
    let column_width = match shape {
        Shape::Wide => 600,
        Shape::Square => width - 2 * MARGIN,
    };
    // A settled verdict is a short text: on a wide card it is placed nearer the middle.
    let top_y = if shape == Shape::Wide && judgement.settled() { 150 } else { 100 };
    let headline_style = Style { size: 30, fill: MUTED, font: SANS, bold: false };
    let mut y = card.wrapped(&headline_style, &words.headline(case.topic), (MARGIN, top_y), column_width, 2);
    // A settled verdict is two or three words; an open one is a sentence.
    let size = match (judgement.settled(), shape) {
        (true, Shape::Wide) => 64,
        (true, Shape::Square) => 76,
        (false, _) => 46,
    };
    let heading_style = Style { size, fill: INK, font: SERIF, bold: true };
    y = card.wrapped(&heading_style, &heading, (MARGIN, y + size + 22), column_width, 4);
    // The dial is to the right of the text on a wide card, and below the heading on a square one.
    let (dial_x, dial_y, dial_width) = match shape {
        Shape::Wide => (680, 170, 480),
        Shape::Square => (140, y + 48, 800),
    };
    card.dial(words, judgement.range, (dial_x, dial_y, dial_width));
    if shape == Shape::Square {
        y = dial_y + dial_height(dial_width);
    }
    let footer_style = Style { size: 19, fill: MUTED, font: SANS, bold: false };
    let footer = wrap(&words.credit(), &footer_style, width - 2 * MARGIN, 3);
    let footer_y = height - 36 - (footer.len() - 1) * footer_style.line_height();
    card.lines(&footer_style, &footer, (MARGIN, footer_y));
    // The reason takes the space left above the footer, and is cut if it is longer.
    let reason_style = Style { size: 32, fill: INK, font: SANS, bold: false };
    let reason_y = y + 68;
    let available = (footer_y - 2 * footer_style.line_height()).saturating_sub(reason_y);
    let max_lines = available / reason_style.line_height() + 1;
    card.wrapped(&reason_style, reason, (MARGIN, reason_y), column_width, max_lines);
    card.finish()
}
