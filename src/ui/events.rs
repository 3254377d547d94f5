//! What the person does, told to the state. Events rise to the page's root, which has one listener for each kind.

use core::cell::Cell;

use leptos::prelude::*;
use web_sys::Event;

use super::Ui;
use crate::app::AppState;
use crate::link::{Address, View};
use crate::platform::{address, page};

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

/// A control was changed.
pub(super) fn changed(ui: Ui, event: &Event) {
    if let Some(control) = page::control(event) {
        ui.update(|state| state.changed(ui.content, &control.name, &control.value, control.on));
    }
}

/// A form was sent.
pub(super) fn submitted(ui: Ui, event: &Event) {
    let Some((does, _)) = page::purpose(event) else {
        return;
    };
    event.prevent_default();
    let mut next = None;
    ui.update(|state| {
        next = match does.as_str() {
            "continue" => state.continued(ui.content),
            _ => state.asked_for_verdict(ui.content),
        };
    });
    if let Some(view) = next {
        ui.go(view);
    }
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
        _ => "",
    });
    match does.as_str() {
        "print" => page::print(),
        "dismiss" => ui.update(|state| state.dismissed(on.parse().unwrap_or(usize::MAX))),
        "leave-guest" => ui.settle(AppState::left_guest),
        "keep-guest" => ui.settle(AppState::kept_guest),
        "try-lift" => ui.update(|state| state.tried_lift(ui.content, on.parse().unwrap_or(usize::MAX))),
        "try-fragile" => ui.update(|state| state.tried_fragile(ui.content, on.parse().unwrap_or(usize::MAX))),
        "leave-what-if" => ui.update(AppState::left_what_if),
        "keep-what-if" => ui.update(|state| state.kept_what_if(ui.content)),
        // A link: the page it leads to shows what is set here.
        "compare" => ui.update(|state| state.compared(ui.content)),
        "restart-other" => ui.update(|state| state.restarted_other(ui.content)),
        "compare-guest" => {
            ui.update(|state| state.compared_guest(ui.content));
            if let Ok(topic) = on.parse() {
                ui.go(View::Compare(topic));
            }
        }
        "ask-to-forget" => ui.update(AppState::asked_to_forget),
        "keep" => ui.update(AppState::thought_better),
        "forget" => ui.settle(AppState::forgot),
        "tick-everything" => ui.update(|state| state.marked_whole(ui.content, &on, true)),
        "tick-nothing" => ui.update(|state| state.marked_whole(ui.content, &on, false)),
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

    /// Something happened that may change the place: the address follows.
    fn settle(self, happened: fn(&mut AppState)) {
        self.update(happened);
        let view = self.state.with_untracked(|state| state.view);
        self.go(view);
    }

    /// Goes to a view, unless it is on screen.
    fn go(self, view: View) {
        let lang = self.state.with_untracked(|state| state.lang);
        let there = Address::View(lang, view).write(self.content);
        if there != address::fragment() {
            address::go(&there);
        }
    }
}
