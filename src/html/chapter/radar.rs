//! 25.7 as a reading radar: seven themes on the inner ring, four evolutions on the outer one, keyed to the lists under them.
//! It shows what there is to read; it ranks nothing and scores nothing.

use core::f64::consts::TAU;

use super::super::Html;
use super::Book;
use super::lists::{cite, open_group};
use boussole_core::content::{Named, Sheet, SheetLabel};

/// The middle of the drawing, which is 700 by 340. A narrow page cuts its sides and does without the names there.
const MIDDLE: (f64, f64) = (350.0, 170.0);

/// A ring of the drawing: how far it is from the middle, and how far its first dot is past the top, in dots.
struct Ring {
    class: &'static str,
    radius: f64,
    offset: f64,
}

const THEMES: Ring = Ring { class: "radar__dot", radius: 80.0, offset: 0.0 };
/// Turned by half a dot, so that no name meets a dot of the other ring.
const UPCOMING: Ring = Ring { class: "radar__dot radar__dot--upcoming", radius: 150.0, offset: 0.5 };

/// The drawing and its two lists. The drawing says nothing that the lists do not.
pub(super) fn radar(html: &mut Html, book: Book<'_>, sheet: &Sheet) {
    let first_upcoming = 1 + sheet.themes.len();
    html.raw("<div class=\"radar\"><svg viewBox=\"0 0 700 340\" preserveAspectRatio=\"xMidYMid slice\" aria-hidden=\"true\">");
    html.raw("<path class=\"radar__north\" d=\"M350 146 360 170 350 194 340 170Z\"/>");
    // The names stand over both rings.
    for Ring { radius, .. } in [THEMES, UPCOMING] {
        let (cx, cy) = MIDDLE;
        html.raw(&format!("<circle class=\"radar__ring\" cx=\"{cx}\" cy=\"{cy}\" r=\"{radius}\"/>"));
    }
    dots(html, book, &THEMES, 1, &sheet.themes);
    dots(html, book, &UPCOMING, first_upcoming, &sheet.upcoming);
    html.raw("</svg>");
    list(html, book, SheetLabel::Themes, "themes", 1, &sheet.themes);
    list(html, book, SheetLabel::Upcoming, "upcoming", first_upcoming, &sheet.upcoming);
    html.raw("</div>");
}

/// Numbered dots with their names, evenly spread over a ring, clockwise from its top.
#[allow(clippy::cast_precision_loss, reason = "a ring holds a handful of dots")]
fn dots(html: &mut Html, book: Book<'_>, ring: &Ring, first: usize, items: &[Named]) {
    let ((cx, cy), radius) = (MIDDLE, ring.radius);
    for (index, item) in items.iter().enumerate() {
        let (sin, cos) = (TAU * (index as f64 + ring.offset) / items.len() as f64).sin_cos();
        let (x, y) = (cx + radius * sin, cy - radius * cos);
        let (number, baseline) = (first + index, y + 5.5);
        let (side, anchor) = if sin < -1e-9 { (x - 22.0, "end") } else { (x + 22.0, "start") };
        html.raw(&format!("<g class=\"{}\"><circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"16\"/>", ring.class));
        html.raw(&format!("<text x=\"{x:.1}\" y=\"{baseline:.1}\" text-anchor=\"middle\">{number}</text>"));
        html.raw(&format!("<text class=\"radar__name\" x=\"{side:.1}\" y=\"{baseline:.1}\" text-anchor=\"{anchor}\">"));
        html.text(item.name.get(book.page.lang())).raw("</text></g>");
    }
}

fn list(html: &mut Html, book: Book<'_>, title: SheetLabel, class: &str, first: usize, items: &[Named]) {
    open_group(html, book.say(title));
    html.raw(&format!("<ol class=\"radar__list radar__list--{class}\" start=\"{first}\">"));
    for item in items {
        html.raw("<li><p>").tag("strong", item.name.get(book.page.lang()));
        if let Some(note) = &item.note {
            html.raw("<br>").classed("span", "muted", note.get(book.page.lang()));
        }
        html.raw("</p><p>").text(item.text.get(book.page.lang())).raw(" ");
        cite(html, book, &item.sources);
        html.raw("</p></li>");
    }
    html.raw("</ol></div>");
}
