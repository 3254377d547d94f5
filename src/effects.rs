//! What the browser is asked to do when the state changes: one effect a subject.

use boussole_core::link::View;
use boussole_core::state::{AppState, Theme, write_guest, write_other, write_room};
use boussole_core::words::Notice;
use leptos::prelude::*;

use crate::app::App;
use crate::browser::storage::{Keep, keys};
use crate::browser::{address, page, storage};
use crate::documents::Place;
use crate::documents::title::title;
use crate::{frame, own_answers};

/// Registers every effect.
pub fn register(app: App) {
    show_theme(app);
    show_language(app);
    show_title(app);
    arrive(app);
    focus_error(app);
    if app.state.with_untracked(|state| state.embed.is_some()) {
        return frame::keep_and_report(app);
    }
    own_answers::keep(app);
    keep_rest(app);
    forget_rest(app);
}

fn show_theme(app: App) {
    let theme = app.memo(|state| state.theme);
    let is_frame = app.state.with_untracked(|state| state.embed.is_some());
    Effect::watch(
        move || theme.get(),
        move |theme, before, _| {
            page::set_data("theme", theme.name());
            if before.is_some() && !is_frame {
                storage::write(Keep::Device, keys::THEME, (*theme != Theme::Auto).then(|| theme.name()));
            }
        },
        true,
    );
}

fn show_language(app: App) {
    let is_frame = app.state.with_untracked(|state| state.embed.is_some());
    Effect::watch(
        move || app.lang.get(),
        move |lang, _, _| {
            page::set_lang(lang.tag());
            if !is_frame {
                storage::write(Keep::Device, keys::LANG, Some(lang.tag()));
            }
            page::after_drawing(|| page::focus_if_lost("header [hreflang]"));
        },
        false,
    );
}

fn show_title(app: App) {
    let text = app.memo(move |state| title(app.content, state));
    Effect::new(move || text.with(|text| page::set_title(text)));
}

/// A new view is on screen: its heading takes the focus. The static pages of the site are other documents.
fn arrive(app: App) {
    // The chapter in another language is another text, and starts at its top.
    let shown = app.memo(|state| (state.view, matches!(state.view, View::Chapter(Some(_))).then_some(state.lang)));
    let is_first_outside = app.place == Place::Site && app.view.get_untracked().is_static_page();
    Effect::watch(
        move || shown.get(),
        move |(view, _), _, _| {
            let view = *view;
            page::after_drawing(move || show(app, view));
        },
        is_first_outside,
    );
}

fn show(app: App, view: View) {
    let is_page_of_frame = app.state.with_untracked(|state| state.embed.as_ref().map(|embed| embed.options.is_page));
    match (view, app.place) {
        (view, Place::Site) if view.is_static_page() => address::leave(&untrack(|| app.href(view))),
        (View::Chapter(Some(_)), _) => {
            let fragment = app.state.with_untracked(|state| state.address(app.content).write(app.content));
            page::focus_part(fragment.trim_start_matches('#'));
        }
        // Nothing was done in the frame: it takes no focus. Once the verdict is shown, the host has the focus again.
        _ if is_page_of_frame.is_some() && !page::has_focus() => {}
        (View::Verdict(_), _) if is_page_of_frame == Some(false) => frame::leave(),
        // The parts of this page are known by their address alone.
        (View::Trainers, _) => page::focus_part(address::fragment().trim_start_matches('#')),
        _ => page::focus_heading(),
    }
}

/// "Continue" was pressed without an answer: the focus moves to the message.
fn focus_error(app: App) {
    let lacks_answer = app.memo(|state| state.lacks_answer);
    Effect::watch(
        move || lacks_answer.get(),
        |lacks_answer, _, _| {
            if *lacks_answer {
                page::after_drawing(|| page::focus(".error a"));
            }
        },
        false,
    );
}

/// Keeps the second situation on the device, the guest and the room in the tab.
fn keep_rest(app: App) {
    let content = app.content;
    keep(app, Keep::Device, keys::OTHER, move |state| {
        state.other.as_ref().map(|other| write_other(content, state.pair, other))
    });
    keep(app, Keep::Tab, keys::GUEST, move |state| state.guest.as_ref().map(|guest| write_guest(content, guest)));
    keep(app, Keep::Tab, keys::ROOM, move |state| write_room(content, &state.room));
}

/// Keeps a text computed from the state under a key.
fn keep(app: App, keep: Keep, key: &'static str, write: impl Fn(&AppState) -> Option<String> + Send + Sync + 'static) {
    let text = app.memo(write);
    Effect::new(move || {
        text.with(|text| storage::write(keep, key, text.as_deref()));
    });
}

/// Everything was forgotten: the answers go with the state, the rest goes here.
fn forget_rest(app: App) {
    let is_forgotten = app.memo(|state| state.notices.contains(&Notice::Forgotten));
    Effect::watch(
        move || is_forgotten.get(),
        |is_forgotten, _, _| {
            if *is_forgotten {
                for key in [keys::UNREADABLE, keys::OTHER_UNREADABLE, keys::LANG, keys::THEME] {
                    storage::write(Keep::Device, key, None);
                }
            }
        },
        false,
    );
}
