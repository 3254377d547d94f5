//! What pictures are drawn with: words in lines, and the dial. SVG with its text as text; the browser makes a PNG of it.
//!
//! Units are pixels. The colours are those of the light theme (`tokens.css`), since a picture knows no theme.

use super::dial::{NAME_LINE, NAMES, NEEDLE, SECTORS, TICKS, TURNS, two_lines};
use super::text::escape;
use crate::domain::{Lang, Range, Verdict};
use crate::words::Words;

pub(super) const INK: &str = "#1c2126";
pub(super) const MUTED: &str = "#565d64";
pub(super) const ACCENT: &str = "#0b5563";
pub(super) const SERIF: &str = "Iowan Old Style,Palatino Linotype,Palatino,URW Palladio L,Georgia,serif";
pub(super) const SANS: &str = "system-ui,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif";
const LINE: &str = "#d9d4c7";
const PAPER: &str = "#fbfaf6";
/// How wide a character is on average, in hundredths of its size: of the widest of these fonts, so that no line runs out.
const CHAR: usize = 62;
/// White around what is drawn.
pub(super) const MARGIN: usize = 64;

/// How some words look.
pub(super) struct Style {
    pub(super) size: usize,
    pub(super) fill: &'static str,
    pub(super) font: &'static str,
    pub(super) bold: bool,
}

impl Style {
    /// From one line to the next.
    pub(super) const fn line(&self) -> usize {
        self.size * 5 / 4
    }

    /// How many characters a line of a width holds.
    pub(super) const fn fits(&self, width: usize) -> usize {
        width * 100 / (CHAR * self.size)
    }
}

/// Words in lines of a width. What does not fit in so many lines ends with an ellipsis.
pub(super) fn wrapped(words: &str, style: &Style, width: usize, most: usize) -> Vec<String> {
    let fits = style.fits(width);
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

/// A picture being drawn.
pub(super) struct Picture<'a> {
    svg: String,
    accent: &'a str,
}

impl<'a> Picture<'a> {
    /// A sheet of a size with a band of a colour at its top. What it shows is also said to those who do not see it.
    pub(super) fn new((width, height): (u32, u32), lang: Lang, title: &str, accent: &'a str) -> Self {
        let (width, height) = (width.to_string(), height.to_string());
        let mut picture = Self { svg: String::with_capacity(4096), accent };
        picture.add(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &width, "\" height=\"", &height]);
        picture.add(&["\" viewBox=\"0 0 ", &width, " ", &height, "\" role=\"img\" lang=\"", lang.tag(), "\"><title>"]);
        picture.words(title).add(&["</title><path fill=\"", PAPER, "\" d=\"M0 0h", &width, "v", &height]);
        picture.add(&["H0z\"/><path fill=\"", accent, "\" d=\"M0 0h", &width, "v12H0z\"/>"]);
        picture
    }

    /// The picture, as SVG.
    pub(super) fn finish(mut self) -> String {
        self.svg.push_str("</svg>\n");
        self.svg
    }

    fn add(&mut self, pieces: &[&str]) -> &mut Self {
        pieces.iter().for_each(|piece| self.svg.push_str(piece));
        self
    }

    fn words(&mut self, words: &str) -> &mut Self {
        words.chars().for_each(|char| escape(&mut self.svg, char));
        self
    }

    /// Words in lines, from a first baseline; gives the last one.
    pub(super) fn lines(
        &mut self,
        style: &Style,
        words: &str,
        from: (usize, usize),
        width: usize,
        most: usize,
    ) -> usize {
        self.under(style, &wrapped(words, style, width, most), from)
    }

    /// Lines one under the other, from a first baseline; gives the last one.
    pub(super) fn under(&mut self, style: &Style, lines: &[String], (x, mut y): (usize, usize)) -> usize {
        let start = y;
        for line in lines {
            self.line(style, line, (x, y));
            y += style.line();
        }
        start.max(y.saturating_sub(style.line()))
    }

    /// Words on one line, whatever their length.
    pub(super) fn line(&mut self, style: &Style, words: &str, (x, y): (usize, usize)) {
        self.add(&["<text x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" font-family=\"", style.font]);
        self.add(&["\" font-size=\"", &style.size.to_string(), "\" fill=\"", style.fill]);
        self.add(&[if style.bold { "\" font-weight=\"600\">" } else { "\">" }]).words(words).add(&["</text>"]);
    }

    /// Opens a box of its own for a drawing; `</svg>` closes it.
    fn boxed(&mut self, (x, y, width, height): (usize, usize, usize, usize)) -> &mut Self {
        self.add(&["<svg x=\"", &x.to_string(), "\" y=\"", &y.to_string(), "\" width=\"", &width.to_string()]);
        self.add(&["\" height=\"", &height.to_string(), "\""])
    }

    /// A drawing that has a view box, in a square.
    pub(super) fn square(&mut self, svg: &str, (x, y, side): (usize, usize, usize)) {
        self.boxed((x, y, side, side)).add(&[">", svg, "</svg>"]);
    }

    /// The dial with its names, in a box of its own.
    pub(super) fn dial(&mut self, words: Words<'_>, range: Range, (x, y, width): (usize, usize, usize)) {
        let accent = self.accent;
        self.boxed((x, y, width, dial_height(width)));
        self.add(&[" viewBox=\"", super::dial::VIEW_BOX_NAMED, "\" font-family=\"", SANS, "\">"]);
        for verdict in Verdict::ALL {
            let colour = if range.contains(verdict) { accent } else { LINE };
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

/// How high the dial with its names is: its view box is 464 by 206.
pub(super) const fn dial_height(width: usize) -> usize {
    width * 206 / 464
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
