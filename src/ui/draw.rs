//! Draws the screen's text, part by part: a part whose text stays the same keeps its elements, and with them the focus.
//!
//! Not by Leptos's own views: their code for lists and optional parts took 3 KB brotli of the wasm (decision 4).

use super::Ui;
use crate::browser::page;
use crate::html::{self, Screen};
use boussole_core::state::AppState;

/// The state as text.
pub(super) fn screen(ui: Ui, state: &AppState) -> Screen {
    html::screen(ui.page(state), state, &|| page::sheets(&state.address(ui.content).write(ui.content)))
}

/// Draws anew what changed since a screen was drawn.
pub(super) fn redraw(before: &Screen, now: &Screen) {
    let text = |selector: &str, before: &str, now: &str| {
        if before != now {
            page::draw(selector, now);
        }
    };
    text(".page > :first-child", &before.header, &now.header);
    list(".page > .notices", &before.notices, &now.notices);
    if before.status != now.status {
        page::say(&now.status);
    }
    let sides = [&before.main, &now.main].map(|main| main.side.as_ref());
    let classes = sides.map(|side| side.map(|(class, _)| *class));
    if before.main.class != now.main.class || classes[0] != classes[1] {
        page::set_main(now.main.class, &now.main.inside());
    } else {
        list("#main > :first-child", &before.main.column, &now.main.column);
        if let [Some((_, before)), Some((_, now))] = sides {
            text("#main > aside", before, now);
        }
    }
    text(".page > footer", &before.footer, &now.footer);
}

fn list(selector: &str, before: &[String], now: &[String]) {
    for (place, part) in now.iter().enumerate() {
        if before.get(place) != Some(part) {
            page::draw_part(selector, place, part);
        }
    }
    page::drop_parts(selector, now.len());
}
