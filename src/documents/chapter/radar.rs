//! Section 25.7 as a reading radar: seven themes on the inner ring, four evolutions on the outer ring, numbered as in the lists
//! under the drawing. It shows what there is to read, without ranking or scoring.

use core::f64::consts::TAU;

use boussole_core::content::{NamedEntry, Sheet, SheetLabel};
use maud::{Markup, html};

use super::Book;
use super::lists::{cited, group};

/// The drawing and its two lists. The lists say everything that the drawing shows, so the drawing is hidden from screen readers.
pub(super) fn radar(book: Book<'_>, sheet: &Sheet) -> Markup {
    let first_upcoming = 1 + sheet.themes.len();
    html! {
        div.radar {
            svg viewBox="0 0 700 340" preserveAspectRatio="xMidYMid slice" aria-hidden="true" {
                path.radar__north d="M350 146 360 170 350 194 340 170Z" {}
                // Both rings first, so that none is drawn over a name.
                (circle(&THEMES))
                (circle(&UPCOMING))
                (dots(book, &THEMES, 1, &sheet.themes))
                (dots(book, &UPCOMING, first_upcoming, &sheet.upcoming))
            }
            (list(book, SheetLabel::Themes, "themes", 1, &sheet.themes))
            (list(book, SheetLabel::Upcoming, "upcoming", first_upcoming, &sheet.upcoming))
        }
    }
}

/// The centre of the drawing, which is 700 by 340. On a narrow page, styles cut the sides and hide the names there.
const CENTRE: (f64, f64) = (350.0, 170.0);

/// A ring of the drawing.
struct Ring {
    class: &'static str,
    radius: f64,
    /// How far the first dot is past the top, in dots.
    offset: f64,
}

const THEMES: Ring = Ring { class: "radar__dot", radius: 80.0, offset: 0.0 };
/// Turned by half a dot, so that no name meets a dot of the other ring.
const UPCOMING: Ring = Ring { class: "radar__dot radar__dot--upcoming", radius: 150.0, offset: 0.5 };

fn circle(ring: &Ring) -> Markup {
    html! { circle.radar__ring cx=(CENTRE.0) cy=(CENTRE.1) r=(ring.radius) {} }
}

/// Numbered dots with their names, evenly spread over a ring, clockwise from its top.
fn dots(book: Book<'_>, ring: &Ring, first: usize, items: &[NamedEntry]) -> Markup {
    html! {
        @for (index, item) in items.iter().enumerate() {
            (dot(ring, (index, items.len()), first + index, book.text(&item.name)))
        }
    }
}

/// The dot at `index` among `n_dots`.
#[allow(clippy::cast_precision_loss, reason = "a ring holds a handful of dots")]
fn dot(ring: &Ring, (index, n_dots): (usize, usize), number: usize, name: &str) -> Markup {
    let (sin, cos) = (TAU * (index as f64 + ring.offset) / n_dots as f64).sin_cos();
    let (x, y) = (CENTRE.0 + ring.radius * sin, CENTRE.1 - ring.radius * cos);
    let is_left = sin < -1e-9;
    let (name_x, anchor) = if is_left { (x - 22.0, "end") } else { (x + 22.0, "start") };
    let baseline = tenths(y + 5.5);
    html! {
        g class=(ring.class) {
            circle cx=(tenths(x)) cy=(tenths(y)) r="16" {}
            text x=(tenths(x)) y=(baseline) text-anchor="middle" { (number) }
            text.radar__name x=(tenths(name_x)) y=(baseline) text-anchor=(anchor) { (name) }
        }
    }
}

fn tenths(coordinate: f64) -> String {
    format!("{coordinate:.1}")
}

fn list(book: Book<'_>, title: SheetLabel, name: &str, first: usize, items: &[NamedEntry]) -> Markup {
    let inside = html! {
        ol class={ "radar__list radar__list--" (name) } start=(first) {
            @for item in items {
                li {
                    p {
                        strong { (book.text(&item.name)) }
                        @if let Some(note) = &item.note { br; span.muted { (book.text(note)) } }
                    }
                    p { (cited(book, book.text(&item.text), &item.sources)) }
                }
            }
        }
    };
    group(book.say(title), &inside)
}
