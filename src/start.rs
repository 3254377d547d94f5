//! Starts the app: restores the state, mounts the components in place of the page before the app, and follows the address.

use std::cell::Cell;
use std::rc::Rc;

use boussole_core::content::Content;
use boussole_core::domain::{Answers, Date, Lang};
use boussole_core::link::View;
use boussole_core::state::{AppState, Theme, is_set_aside, read_guest, read_kept, read_other, read_room};
use boussole_core::words::Notice;
use leptos::mount::mount_to;
use leptos::prelude::*;

use crate::app::{App, Root};
use crate::browser::storage::{Keep, keys};
use crate::browser::{address, camera, clipboard, page, storage};
use crate::documents::Place;
use crate::{bundled, effects, frame};

/// Starts the app in its element of the page.
pub fn start() {
    let content = bundled::content();
    let Some(element) = page::app() else {
        return;
    };
    // A part of the chapter may be on screen already: its position is measured before the page changes.
    let part = address::fragment().trim_start_matches('#').to_owned();
    let part_top = page::top_of_read(&part);
    let before = page::take_over();
    let place = if page::take_static_pages() { Place::File } else { Place::Site };
    let (state, target) = opened(content, &before.picked);
    // The root component owns the context, which lives as long as the page.
    let context = Rc::new(Cell::new(None));
    let created = Rc::clone(&context);
    mount_to(element, move || {
        let app = App::provide(content, place, state);
        created.set(Some(app));
        effects::register(app);
        view! { <Root/> }
    })
    .forget();
    let Some(app) = context.take() else {
        return;
    };
    if let Some(anchor) = &before.anchor {
        page::settle_at(anchor);
    }
    if let (View::Chapter(Some(_)), Place::File) = (app.view.get_untracked(), place) {
        match part_top {
            Some(top) => page::settle_part(&part, top),
            None => page::focus_part(&part),
        }
    }
    follow_address(app, target);
    page::set_data("app", "ready");
    frame::connect(app);
}

/// The state of the address that the page is opened at, with what the device keeps and what was picked before the app started.
/// Gives the address that replaces it, if any.
fn opened(content: &'static Content, picked: &[(String, String)]) -> (AppState, Option<String>) {
    let (mut state, mut target) = match frame::restored(content) {
        Some(state) => (state, None),
        None => {
            // The address may look like that of a frame, of a technology that does not exist: the app shows its header.
            page::remove_data("frame");
            whole(content, picked)
        }
    };
    // More was picked than the first question of a topic: go on with all its questions on one page.
    if let View::Question(topic, Some(first)) = state.view {
        let first = content.question(first).map(|question| question.id.as_str());
        if picked.iter().any(|(name, _)| Some(name.as_str()) != first) {
            state.view = View::All(topic);
            target = Some(state.address(content).write(content));
        }
    }
    let (year, month, day) = page::today();
    // A slide has no room for a message about the age of the content: the whole app has.
    if let (Ok(year), Ok(month), Ok(day), None) = (year.try_into(), month.try_into(), day.try_into(), &state.embed) {
        state.dated(content, Date { year, month, day });
    }
    let public = address::public();
    state.slides.is_online = public.is_some();
    state.sharing.base = public.or_else(|| bundled::base_url().map(str::to_owned));
    state.sharing.can_send = clipboard::can_send();
    (state, target)
}

/// The whole app, outside a frame.
fn whole(content: &'static Content, picked: &[(String, String)]) -> (AppState, Option<String>) {
    let (mut state, notices) = restored(content);
    let target = state.opened(content, &address::fragment());
    state.took_over(content, picked);
    // Last, since opening an address clears the messages of the page before.
    for notice in notices {
        state.told(notice);
    }
    (state, target)
}

/// The state as the device keeps it, with the messages about what could not be read.
fn restored(content: &'static Content) -> (AppState, Vec<Notice>) {
    let lang = Lang::from_tag(&page::lang()).unwrap_or_default();
    let theme = Theme::from_name(&storage::read(Keep::Device, keys::THEME).unwrap_or_default());
    let mut notices = Vec::new();
    let own = match storage::read(Keep::Device, keys::ANSWERS) {
        Some(code) => {
            let (own, found) = read_kept(content, &code).unwrap_or_else(|_| {
                notices.push(Notice::StoredUnreadable);
                Default::default()
            });
            if !notices.is_empty() || is_set_aside(&found) {
                storage::write(Keep::Device, keys::UNREADABLE, Some(&code));
            }
            notices.extend(found.into_iter().map(Notice::Stored));
            own
        }
        None => Answers::new(),
    };
    let mut state = AppState::new(lang, theme, own);
    if let Some(kept) = storage::read(Keep::Device, keys::OTHER) {
        let read = read_other(content, &kept);
        if read.as_ref().is_none_or(|(.., found)| is_set_aside(found)) {
            storage::write(Keep::Device, keys::OTHER_UNREADABLE, Some(&kept));
        }
        match read {
            Some((pair, other, found)) => {
                (state.pair, state.other) = (pair, Some(other));
                notices.extend(found.into_iter().map(Notice::Stored));
            }
            None => notices.push(Notice::SecondUnreadable),
        }
    }
    let room = storage::read(Keep::Tab, keys::ROOM).and_then(|room| read_room(content, &room));
    state.room = room.unwrap_or_default();
    state.room.can_scan = camera::can_scan();
    state.guest = storage::read(Keep::Tab, keys::GUEST).and_then(|guest| read_guest(content, &guest));
    if !storage::keeps() {
        notices.push(Notice::StorageRefused);
    }
    (state, notices)
}

/// Opens each address that the person goes to. `target` replaces the address that the page was opened at, if any.
fn follow_address(app: App, target: Option<String>) {
    let replace = move |target: Option<String>| target.filter(|target| address::replace(target));
    // The browser reports the changes made here too: the state has them already.
    let replaced = Cell::new(replace(target));
    address::on_change(move |fragment| {
        if replaced.take().as_ref() == Some(&fragment) {
            return;
        }
        if app.state.with_untracked(|state| state.is_elsewhere(app.content, &fragment)) {
            return address::restart();
        }
        if app.state.with_untracked(|state| state.embed.is_some()) {
            return;
        }
        let mut target = None;
        app.update(|state| target = state.opened(app.content, &fragment));
        replaced.set(replace(target));
    });
}
