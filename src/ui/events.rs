//! What the person does, told to the state. Events rise to the page's root, which has one listener for each kind.

use core::cell::Cell;

use leptos::prelude::*;
use web_sys::Event;

use super::{Ui, json};
use crate::browser::{address, camera, clipboard, file, page};
use crate::html;
use boussole_core::content::Content;
use boussole_core::link::{Address, Request, View};
use boussole_core::record;
use boussole_core::record::json::Unreadable;
use boussole_core::state::AppState;
use boussole_core::words::Notice;

thread_local! {
    /// Where the focus goes if what had it is gone once the page is drawn anew.
    static REFOCUS: Cell<&'static str> = const { Cell::new("") };
}

/// Puts the focus where the last click left it to go, if nothing has it.
pub(super) fn refocus() {
    let selector = REFOCUS.take();
    if !selector.is_empty() {
        page::focus_if_lost(selector);
    }
}

/// The rest of the code came, or could not be had: the page's script says which.
pub(super) fn rest_came(ui: Ui) {
    // What stood in for a page leaves it its place.
    if page::is_at_heading() {
        REFOCUS.set("h1");
    }
    let is_here = page::data("rest").is_some_and(|rest| rest == "here");
    ui.update(|state| state.rest_came(is_here));
}

/// A control was changed.
pub(super) fn changed(ui: Ui, event: &Event) {
    let is_of_room = page::is_in(event, "#room-file");
    let opened = move |text: Option<String>| if is_of_room { brought(ui, text) } else { imported(ui, text.as_deref()) };
    if file::opened(event, opened) {
        return;
    }
    if let Some(control) = page::control(event) {
        ui.update(|state| state.changed(ui.content, &control.name, &control.value, control.on));
    }
}

/// A field is being typed in.
pub(super) fn typed(ui: Ui, event: &Event) {
    if page::is_in(event, "[name^=room-]")
        && let Some(control) = page::control(event)
    {
        ui.update(|state| state.changed(ui.content, &control.name, &control.value, true));
    }
}

/// Something is held over the page of a room, or dropped there: text, or text files. Anywhere on it, since a browser leaves the
/// page for a file that is dropped beside.
pub(super) fn dropped(ui: Ui, event: &Event) {
    if matches!(ui.state.with_untracked(|state| state.view), View::Room(Some(_))) {
        event.prevent_default();
        if event.type_() == "drop" {
            file::dropped(event, move |text| brought(ui, text));
        }
    }
}

/// Reads codes with the camera into the room.
fn scan(ui: Ui) {
    camera::scan("#camera", move |text| match text {
        Some(text) => ui.update(|state| {
            state.scanned(ui.content, &text);
        }),
        None => ui.update(AppState::camera_refused),
    });
}

/// Something came into the room from elsewhere: its text, if it could be read.
fn brought(ui: Ui, text: Option<String>) {
    ui.update(|state| state.brought_codes(ui.content, text.as_deref()));
}

/// A file was opened: its answers are shown as somebody's, or what is wrong is told.
fn imported(ui: Ui, text: Option<&str>) {
    let read = match text.and_then(json::parse) {
        Some(json) => record::json::read(ui.content, &json),
        None => Err(Unreadable::Foreign),
    };
    ui.lead(&mut |state| match &read {
        Ok((answers, notices)) => state.imported(ui.content, answers.clone(), notices.clone()),
        Err(reason) => {
            let is_newer = *reason == Unreadable::Newer;
            state.told(if is_newer { Notice::FileNewer } else { Notice::FileForeign });
            None
        }
    });
}

/// A form was sent.
pub(super) fn submitted(ui: Ui, event: &Event) {
    let Some((does, _)) = page::purpose(event) else {
        return;
    };
    event.prevent_default();
    if does == "paste" {
        let text = page::value("#pasted").unwrap_or_default();
        return ui.lead(&mut |state| state.pasted(ui.content, &text));
    }
    if does == "room-add" {
        let code = page::value("#room-code").unwrap_or_default();
        return ui.update(|state| state.added_codes(ui.content, &code));
    }
    ui.go_on(if does == "continue" { AppState::continued } else { AppState::asked_for_verdict });
}

/// Something was clicked that says what it is for.
pub(super) fn clicked(ui: Ui, event: &Event) {
    let Some((does, on)) = page::purpose(event) else {
        return;
    };
    // A button that was pressed may go: the focus stays near.
    REFOCUS.set(match does.as_str() {
        "dismiss" => ".notice button, h1",
        "ask-to-forget" => ".forget button",
        "keep" => "[data-do=ask-to-forget]",
        "leave-guest" | "keep-guest" | "compare-guest" | "keep-what-if" => "h1",
        "leave-what-if" => ".what-if summary",
        "room-empty" | "room-back" | "room-sample" => "[name=room-codes]",
        _ => "",
    });
    let place = on.parse().unwrap_or(usize::MAX);
    match does.as_str() {
        "print" => page::print(),
        "copy" => {
            let field = ["#share-", &on].concat();
            clipboard::copy(field, move |is_done| ui.update(|state| state.copied(&on, is_done)));
        }
        "send" => clipboard::send(&page::value("#share-message").unwrap_or_default()),
        "save" | "picture" => {
            let saved = ui.state.with_untracked(|state| html::saved(ui.page(state), state, &on));
            match saved {
                Some(saved) if does == "save" => file::save(&saved.name, saved.kind, &saved.text),
                Some(saved) => {
                    let name = [saved.name.strip_suffix(".svg").unwrap_or(&saved.name), ".png"].concat();
                    let refused = move || ui.update(|state| state.told(Notice::PictureRefused));
                    file::save_picture(name, &saved.text, saved.size, refused);
                }
                None => {}
            }
        }
        "dismiss" => ui.update(|state| state.dismissed(place)),
        "leave-guest" => ui.settle(AppState::left_guest),
        "keep-guest" => ui.settle(AppState::kept_guest),
        "try-lift" => ui.update(|state| state.tried_lift(ui.content, place)),
        "try-fragile" => ui.update(|state| state.tried_fragile(ui.content, place)),
        "leave-what-if" => ui.update(AppState::left_what_if),
        "keep-what-if" => ui.update(|state| state.kept_what_if(ui.content)),
        // A link: the page it leads to shows what is set here.
        "compare" => ui.update(|state| state.compared(ui.content)),
        "restart-other" => ui.update(|state| state.restarted_other(ui.content)),
        "compare-guest" => {
            ui.update(|state| state.compared_guest(ui.content));
            ui.go(View::Compare(place));
        }
        "ask-to-forget" => ui.update(AppState::asked_to_forget),
        "keep" => ui.update(AppState::thought_better),
        "forget" => ui.settle(AppState::forgot),
        "tick-everything" => ui.update(|state| state.marked_whole(ui.content, &on, true)),
        "tick-nothing" => ui.update(|state| state.marked_whole(ui.content, &on, false)),
        "embed-go" => ui.go_on(AppState::continued),
        "embed-back" => ui.update(|state| state.went_back(ui.content)),
        "embed-reset" => ui.update(|state| state.asked(ui.content, Request::Reset)),
        "embed-host" => super::shell::leave(),
        "room-scan" => {
            ui.update(|state| state.scanning(true));
            // The video is drawn in a task that follows this one.
            page::soon(move || scan(ui));
        }
        "room-scan-end" => ui.update(|state| state.scanning(false)),
        "room-empty" => ui.update(|state| state.emptied_room(ui.content)),
        "room-back" => ui.update(|state| state.put_back_room(ui.content)),
        "room-sample" => {
            ui.update(|state| state.sampled_room(ui.content, place));
            ui.go(View::Room(Some(place)));
        }
        // The address after `#` is ours: move there without it.
        "skip" => {
            event.prevent_default();
            page::focus("#main h1");
        }
        "answer" => {
            event.prevent_default();
            page::focus("#main input");
        }
        _ => {}
    }
}

impl Ui {
    /// Something happened. What is unfolded stays so, even where the text around it changes.
    pub(super) fn update(self, happened: impl FnOnce(&mut AppState)) {
        page::note_folds();
        self.state.update(happened);
    }

    /// Something came from elsewhere that may lead to a place of its own.
    fn lead(self, came: &mut dyn FnMut(&mut AppState) -> Option<String>) {
        let mut there = None;
        self.update(|state| there = came(state));
        if let Some(there) = there {
            address::go(&there);
        }
    }

    /// "Continue" was pressed, or the verdict asked for: to the next view, if there is an answer.
    fn go_on(self, asked: fn(&mut AppState, &'static Content) -> Option<View>) {
        let mut next = None;
        self.update(|state| next = asked(state, self.content));
        if let Some(view) = next {
            self.go(view);
        }
    }

    /// Something happened that may change the place: the address follows.
    fn settle(self, happened: fn(&mut AppState)) {
        self.update(happened);
        let view = self.state.with_untracked(|state| state.view);
        self.go(view);
    }

    /// Goes to a view, unless it is on screen.
    fn go(self, view: View) {
        if self.state.with_untracked(|state| state.embed.is_some()) {
            return self.update(|state| state.turned_to(view));
        }
        let lang = self.state.with_untracked(|state| state.lang);
        let there = Address::View(lang, view).write(self.content);
        if there != address::fragment() {
            address::go(&there);
        }
    }
}
