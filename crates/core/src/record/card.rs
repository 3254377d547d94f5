//! The verdict as a picture to paste into slides or a message.

use super::decision::Case;
use super::picture::{ACCENT, INK, MARGIN, MUTED, Picture, SANS, SERIF, Style, dial_height, wrapped};
use crate::content::Label;
use crate::engine;

/// The shape of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 1200 by 630, as link previews and slides have it.
    Wide,
    /// 1080 by 1080.
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

/// The card of a result.
#[must_use]
pub fn card(shape: Shape, case: Case<'_>) -> String {
    let (words, judgement) = (case.words, engine::judge(case.topic, case.answers));
    let (width, height) = (shape.size().0 as usize, shape.size().1 as usize);
    let heading = words.heading(judgement.range);
    let reason = judgement.limits(case.topic).next().map(|rule| rule.reason.get(words.lang));
    // An open result is limited by nothing yet: its heading says it all.
    let none = if judgement.settled() { words.label(Label::LimitsNone) } else { "" };
    let reason = reason.unwrap_or(none);
    let name = case.topic.name.get(words.lang);
    let mut card = Picture::new(shape.size(), words.lang, &[name, " · ", &heading].concat(), ACCENT);
    // The column of words beside the dial, or above and below it.
    let column = match shape {
        Shape::Wide => 600,
        Shape::Square => width - 2 * MARGIN,
    };
    // A short text stands nearer the middle of a wide card.
    let top_y = if shape == Shape::Wide && judgement.settled() { 150 } else { 100 };
    let mut y = card.lines(
        &Style { size: 30, fill: MUTED, font: SANS, bold: false },
        &words.headline(case.topic),
        (MARGIN, top_y),
        column,
        2,
    );
    // A settled verdict is two or three words; an open one is a sentence.
    let size = match (judgement.settled(), shape) {
        (true, Shape::Wide) => 64,
        (true, Shape::Square) => 76,
        (false, _) => 46,
    };
    y = card.lines(&Style { size, fill: INK, font: SERIF, bold: true }, &heading, (MARGIN, y + size + 22), column, 4);
    let (dial_x, dial_y, dial_width) = match shape {
        Shape::Wide => (680, 170, 480),
        Shape::Square => (140, y + 48, 800),
    };
    card.dial(words, judgement.range, (dial_x, dial_y, dial_width));
    if shape == Shape::Square {
        y = dial_y + dial_height(dial_width);
    }
    let small = Style { size: 19, fill: MUTED, font: SANS, bold: false };
    let lines = wrapped(&words.credit(), &small, width - 2 * MARGIN, 3);
    let foot_y = height - 36 - (lines.len() - 1) * small.line();
    card.under(&small, &lines, (MARGIN, foot_y));
    // As much of the reason as there is room for above the foot.
    let style = Style { size: 32, fill: INK, font: SANS, bold: false };
    let y = y + 68;
    let room = (foot_y - 2 * small.line()).saturating_sub(y) / style.line() + 1;
    card.lines(&style, reason, (MARGIN, y), column, room);
    card.finish()
}
