//! The verdict as a picture to paste into slides or a message: SVG with its text as text. The browser makes a PNG of it.
//!
//! Units are pixels. The colours are those of the light theme (`tokens.css`), since a picture knows no theme.

use super::decision::Case;
use super::dial::{NAME_LINE, NAMES, NEEDLE, SECTORS, TICKS, TURNS, two_lines};
use super::text::escape;
use crate::content::Label;
use crate::domain::{Range, Verdict};
use crate::engine;
use crate::words::Words;

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

const INK: &str = "#1c2126";
const MUTED: &str = "#565d64";
const LINE: &str = "#d9d4c7";
const ACCENT: &str = "#0b5563";
const PAPER: &str = "#fbfaf6";
const SERIF: &str = "Iowan Old Style,Palatino Linotype,Palatino,URW Palladio L,Georgia,serif";
const SANS: &str = "system-ui,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif";
/// How wide a character is on average, in hundredths of its size: of the widest of these fonts, so that no line runs out.
const CHAR: usize = 62;
const MARGIN: usize = 64;

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
    let mut card = Card(String::with_capacity(4096));
    card.add(&[
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"",
        &width.to_string(),
        "\" height=\"",
        &height.to_string(),
    ]);
    card.add(&["\" viewBox=\"0 0 ", &width.to_string(), " ", &height.to_string(), "\" role=\"img\" lang=\""]);
    card.add(&[words.lang.tag(), "\"><title>"]).words(case.topic.name.get(words.lang)).add(&[" · "]).words(&heading);
    card.add(&[
        "</title><path fill=\"",
        PAPER,
        "\" d=\"M0 0h",
        &width.to_string(),
        "v",
        &height.to_string(),
        "H0z\"/>",
    ]);
    card.add(&["<path fill=\"", ACCENT, "\" d=\"M0 0h", &width.to_string(), "v12H0z\"/>"]);
    // The column of words beside the dial, or above and below it.
    let column = match shape {
        Shape::Wide => 600,
        Shape::Square => width - 2 * MARGIN,
    };
    // A short text stands nearer the middle of a wide card.
    let top_y = if shape == Shape::Wide && judgement.settled() { 150 } else { 100 };
    let top =
        [words.label(Label::AppTitle), " · ", &case.topic.number, " · ", case.topic.name.get(words.lang)].concat();
    let mut y = card.lines(&Style { size: 30, fill: MUTED, font: SANS, bold: false }, &top, (MARGIN, top_y), column, 2);
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
        // As high as the dial with its names: its view box is 464 by 206.
        y = dial_y + dial_width * 206 / 464;
    }
    let small = Style { size: 19, fill: MUTED, font: SANS, bold: false };
    let date = words.fill(Label::ContentDate, &[("date", &words.date(words.content.date))]);
    let foot = [words.label(Label::Attribution), " ", &date, "."].concat();
    let lines = wrapped(&foot, &small, width - 2 * MARGIN, 3);
    let foot_y = height - 36 - (lines.len() - 1) * small.line();
    card.lines(&small, &foot, (MARGIN, foot_y), width - 2 * MARGIN, 3);
    // As much of the reason as there is room for above the foot.
    let style = Style { size: 32, fill: INK, font: SANS, bold: false };
    let y = y + 68;
    let room = (foot_y - 2 * small.line()).saturating_sub(y) / style.line() + 1;
    card.lines(&style, reason, (MARGIN, y), column, room);
    card.0.push_str("</svg>\n");
    card.0
}

/// How some words look.
struct Style {
    size: usize,
    fill: &'static str,
    font: &'static str,
    bold: bool,
}

impl Style {
    /// From one line to the next.
    const fn line(&self) -> usize {
        self.size * 5 / 4
    }
}

/// Words in lines of a width. What does not fit in so many lines ends with an ellipsis.
fn wrapped(words: &str, style: &Style, width: usize, most: usize) -> Vec<String> {
    let fits = width * 100 / (CHAR * style.size);
    let mut lines: Vec<String> = Vec::new();
    // Spaces that hold French punctuation are not places to break.
    for word in words.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        lines[most - 1].push('…');
    }
    lines
}

struct Card(String);

impl Card {
    fn add(&mut self, pieces: &[&str]) -> &mut Self {
        pieces.iter().for_each(|piece| self.0.push_str(piece));
        self
    }

    fn words(&mut self, words: &str) -> &mut Self {
        words.chars().for_each(|char| escape(&mut self.0, char));
        self
    }

    /// Words in lines, from a first baseline; gives the last one.
    fn lines(&mut self, style: &Style, words: &str, (x, mut y): (usize, usize), width: usize, most: usize) -> usize {
        let start = y;
        for line in wrapped(words, style, width, most) {
            self.add(&["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" font-family=\"", style.font]);
            self.add(&["\" font-size=\"", &style.size.to_string(), "\" fill=\"", style.fill]);
            self.add(&[if style.bold { "\" font-weight=\"600\">" } else { "\">" }]).words(&line).add(&["</text>"]);
            y += style.line();
        }
        start.max(y.saturating_sub(style.line()))
    }

    /// The dial with its names, in a box of its own.
    fn dial(&mut self, words: Words<'_>, range: Range, (x, y, width): (usize, usize, usize)) {
        let height = (width * 206 / 464).to_string();
        self.add(&["<svg x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" width=\"", &width.to_string()]);
        self.add(&[
            "\" height=\"",
            &height,
            "\" viewBox=\"",
            super::dial::VIEW_BOX_NAMED,
            "\" font-family=\"",
            SANS,
            "\">",
        ]);
        for verdict in Verdict::ALL {
            let colour = if range.contains(verdict) { ACCENT } else { LINE };
            self.add(&[
                "<path fill=\"none\" stroke-width=\"20\" stroke=\"",
                colour,
                "\" d=\"",
                SECTORS[verdict.index()],
                "\"/>",
            ]);
        }
        self.add(&["<path stroke=\"", PAPER, "\" stroke-width=\"3\" d=\"", TICKS, "\"/>"]);
        for verdict in Verdict::ALL {
            let (anchor, x, y) = NAMES[verdict.index()];
            let (first, second) = two_lines(words.verdict(verdict));
            self.add(&["<text font-size=\"20\" text-anchor=\"", anchor, "\" x=\"", x, "\" y=\"", y, "\" fill=\""]);
            self.add(&[if range.contains(verdict) { INK } else { MUTED }]);
            self.add(&[if range.contains(verdict) { "\" font-weight=\"600\">" } else { "\">" }]).words(first);
            self.add(&["<tspan x=\"", x, "\" dy=\"", NAME_LINE, "\">"]).words(second).add(&["</tspan></text>"]);
        }
        if range.settled() {
            let turn = TURNS[range.best.index()].to_string();
            self.add(&["<path fill=\"", INK, "\" transform=\"rotate(", &turn, " 160 150)\" d=\"", NEEDLE, "\"/>"]);
        }
        self.add(&["<circle fill=\"", INK, "\" cx=\"160\" cy=\"150\" r=\"9\"/></svg>"]);
    }
}

#[cfg(test)]
mod tests {
    use super::{SANS, Style, wrapped};

    #[test]
    fn words_that_do_not_fit_end_with_an_ellipsis() {
        let style = Style { size: 10, fill: "", font: SANS, bold: false };
        assert_eq!(wrapped("un deux trois quatre", &style, 62, 3), ["un deux", "trois", "quatre"]);
        assert_eq!(wrapped("un deux trois quatre", &style, 62, 2), ["un deux", "trois…"]);
    }
}
