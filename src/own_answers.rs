//! The person's own answers on the device. Several documents may be open at once, in tabs or frames, or asleep in the browser's
//! cache: each reads the device again before it writes, and listens to the others.

use std::sync::{Arc, Mutex};

use boussole_core::domain::Answers;
use boussole_core::link::encode;
use boussole_core::state::{AppState, merged, read_kept};
use leptos::prelude::*;

use crate::app::App;
use crate::browser::storage::{Keep, keys};
use crate::browser::{page, storage};

/// Keeps the person's own answers, and takes over what other documents change.
pub fn keep(app: App) {
    // What the device held when this document last read or wrote it.
    let seen = Arc::new(Mutex::new(app.state.with_untracked(|state| state.own.clone())));
    let own = app.memo(own_answers);
    let read = {
        let seen = Arc::clone(&seen);
        move || read_again(app, &seen)
    };
    storage::on_change(keys::ANSWERS, read.clone());
    page::on_wake(read);
    Effect::new(move || {
        let ours = own.get();
        write(app, &seen, &ours);
    });
}

/// The answers to keep: boxes being ticked are among them, since a link may lead to another document.
fn own_answers(state: &AppState) -> Answers {
    if state.guest.is_none() { state.preview() } else { state.own.clone() }
}

/// The answers that the device holds. None when it refuses to say, or cannot be read.
fn held(app: App) -> Option<Answers> {
    match storage::get(Keep::Device, keys::ANSWERS).ok()? {
        Some(code) => read_kept(app.content, &code).ok().map(|(answers, _)| answers),
        None => Some(Answers::new()),
    }
}

/// Writes the answers of this document, with what others changed meanwhile.
fn write(app: App, seen: &Mutex<Answers>, ours: &Answers) {
    let Ok(mut seen) = seen.lock() else { return };
    let theirs = held(app).unwrap_or_else(|| seen.clone());
    let both = merged(&seen, ours, &theirs);
    let code = (!both.is_empty()).then(|| encode(app.content, &both));
    // A device that is full still holds what it held: answers that it did not take are not gone from it.
    let is_written = storage::write(Keep::Device, keys::ANSWERS, code.as_deref());
    *seen = if is_written { both.clone() } else { theirs };
    drop(seen);
    if both != *ours {
        app.update(|state| state.own_changed_elsewhere(&both));
    }
}

/// Takes over what other documents wrote. This one wrote its own changes as they were made.
fn read_again(app: App, seen: &Mutex<Answers>) {
    let Some(theirs) = held(app) else { return };
    let Ok(mut seen) = seen.lock() else { return };
    if *seen == theirs {
        return;
    }
    let ours = app.state.with_untracked(own_answers);
    let both = merged(&seen, &ours, &theirs);
    seen.clone_from(&theirs);
    drop(seen);
    app.update(|state| state.own_changed_elsewhere(&both));
}
