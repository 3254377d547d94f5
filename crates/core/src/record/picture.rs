//! A drawing surface for cards and static images: lines of text and the dial, as SVG. The text stays text, and the browser
//! converts the SVG to PNG.
//!
//! Units are pixels. The colours are those of the light theme (`tokens.css`), because a saved picture has no theme.

use maud::{Markup, PreEscaped, html};

use super::dial::{NAME_LINE, NAMES, NEEDLE, SECTORS, TICKS, TURNS, VIEW_BOX_NAMED, two_lines};
use crate::domain::{Lang, Range, Verdict};
use crate::words::Words;

pub(super) const INK: &str = "#1c2126";
pub(super) const MUTED: &str = "#565d64";
pub(super) const ACCENT: &str = "#0b5563";
pub(super) const SERIF: &str = "Iowan Old Style,Palatino Linotype,Palatino,URW Palladio L,Georgia,serif";
pub(super) const SANS: &str = "system-ui,Segoe UI,Roboto,Noto Sans,DejaVu Sans,sans-serif";
const LINE: &str = "#d9d4c7";
const PAPER: &str = "#fbfaf6";
/// The average width of a character in the widest of these fonts, in hundredths of the font size.
const CHAR_WIDTH: usize = 62;
/// The white margin around the content.
pub(super) const MARGIN: usize = 64;

/// An SVG picture under construction.
pub(super) struct Picture<'a> {
    size: (u32, u32),
    lang: Lang,
    title: String,
    accent: &'a str,
    elements: Vec<Markup>,
}

impl<'a> Picture<'a> {
    /// An empty picture of the given width and height, with a band of the accent colour at its top.
    ///
    /// Screen readers announce the title.
    pub(super) const fn new(size: (u32, u32), lang: Lang, title: String, accent: &'a str) -> Self {
        Self { size, lang, title, accent, elements: Vec::new() }
    }

    /// The whole picture, as the text of an SVG file.
    pub(super) fn finish(self) -> String {
        let (width, height) = self.size;
        let markup = html! {
            svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) }
                role="img" lang=(self.lang.tag()) {
                title { (self.title) }
                path fill=(PAPER) d={ "M0 0h" (width) "v" (height) "H0z" } {}
                path fill=(self.accent) d={ "M0 0h" (width) "v12H0z" } {}
                @for element in self.elements { (element) }
            }
        };
        format!("{}\n", markup.into_string())
    }

    /// Draws a text wrapped to a width, from its first baseline. Returns the last baseline.
    pub(super) fn wrapped(
        &mut self,
        style: &Style,
        text: &str,
        position: (usize, usize),
        width: usize,
        max_lines: usize,
    ) -> usize {
        self.lines(style, &wrap(text, style, width, max_lines), position)
    }

    /// Draws lines one below the other, from the first baseline. Returns the last baseline.
    pub(super) fn lines(&mut self, style: &Style, lines: &[String], (x, y): (usize, usize)) -> usize {
        for (line_idx, line) in lines.iter().enumerate() {
            self.line(style, line, (x, y + line_idx * style.line_height()));
        }
        y + lines.len().saturating_sub(1) * style.line_height()
    }

    /// Draws one line of text, without wrapping.
    pub(super) fn line(&mut self, style: &Style, text: &str, (x, y): (usize, usize)) {
        let weight = style.bold.then_some("600");
        self.elements.push(html! {
            text x=(x) y=(y) font-family=(style.font) font-size=(style.size) fill=(style.fill) font-weight=[weight] { (text) }
        });
    }

    /// Draws SVG markup that has its own view box, scaled to a square.
    pub(super) fn square(&mut self, svg: String, (x, y, side): (usize, usize, usize)) {
        self.elements.push(html! { svg x=(x) y=(y) width=(side) height=(side) { (PreEscaped(svg)) } });
    }

    /// Draws the dial with its names, scaled to a width.
    pub(super) fn dial(&mut self, words: Words<'_>, range: Range, (x, y, width): (usize, usize, usize)) {
        self.elements.push(html! {
            svg x=(x) y=(y) width=(width) height=(dial_height(width)) viewBox=(VIEW_BOX_NAMED) font-family=(SANS) {
                @for verdict in Verdict::ALL {
                    @let colour = if range.contains(verdict) { self.accent } else { LINE };
                    path fill="none" stroke-width="20" stroke=(colour) d=(SECTORS[verdict.index()]) {}
                }
                path stroke=(PAPER) stroke-width="3" d=(TICKS) {}
                @for verdict in Verdict::ALL { (dial_name(words.verdict(verdict), verdict, range)) }
                @if range.settled() {
                    path fill=(INK) transform={ "rotate(" (TURNS[range.best.index()]) " 160 150)" } d=(NEEDLE) {}
                }
                circle fill=(INK) cx="160" cy="150" r="9" {}
            }
        });
    }
}

/// A verdict's name beside its sector, in bold when the verdict is still possible.
fn dial_name(name: &str, verdict: Verdict, range: Range) -> Markup {
    let (anchor, x, y) = NAMES[verdict.index()];
    let (first, second) = two_lines(name);
    let is_possible = range.contains(verdict);
    let (fill, weight) = if is_possible { (INK, Some("600")) } else { (MUTED, None) };
    html! {
        text font-size="20" text-anchor=(anchor) x=(x) y=(y) fill=(fill) font-weight=[weight] {
            (first)
            tspan x=(x) dy=(NAME_LINE) { (second) }
        }
    }
}

/// The height of the dial with its names for a given width, from the proportions of [`VIEW_BOX_NAMED`].
pub(super) const fn dial_height(width: usize) -> usize {
    width * 206 / 464
}

/// The look of a text.
pub(super) struct Style {
    pub(super) size: usize,
    pub(super) fill: &'static str,
    pub(super) font: &'static str,
    pub(super) bold: bool,
}

impl Style {
    /// The distance between two baselines.
    pub(super) const fn line_height(&self) -> usize {
        self.size * 5 / 4
    }

    /// The number of characters that fit in a width.
    pub(super) const fn n_chars(&self, width: usize) -> usize {
        width * 100 / (CHAR_WIDTH * self.size)
    }
}

/// Breaks a text into lines that fit in a width. A text of more than `max_lines` lines ends with an ellipsis.
pub(super) fn wrap(text: &str, style: &Style, width: usize, max_lines: usize) -> Vec<String> {
    let n_chars = style.n_chars(width);
    let mut lines: Vec<String> = Vec::new();
    // Lines break at plain spaces only: no-break spaces belong to French punctuation.
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= n_chars => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    if lines.len() > max_lines {
        lines.truncate(max_lines);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{SANS, Style, wrap};

    #[test]
    fn a_text_that_does_not_fit_ends_with_an_ellipsis() {
        let style = Style { size: 10, fill: "", font: SANS, bold: false };
        assert_eq!(wrap("un deux trois quatre", &style, 62, 3), ["un deux", "trois", "quatre"]);
        assert_eq!(wrap("un deux trois quatre", &style, 62, 2), ["un deux", "trois…"]);
    }
}
