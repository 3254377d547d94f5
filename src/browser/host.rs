//! The page around a frame: what it is told, what it asks, and which keys are its own.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, KeyboardEvent, MessageEvent, Window};

use super::page;

/// The window around this one, if this one is in a frame.
fn host() -> Option<Window> {
    let window = web_sys::window()?;
    let around = window.parent().ok()??;
    (around != window).then_some(around)
}

/// Whether there is a page around this one.
#[must_use]
pub fn is_there() -> bool {
    host().is_some()
}

/// The name that the page around gave the frame; empty for none.
#[must_use]
pub fn name() -> String {
    web_sys::window().and_then(|window| window.name().ok()).unwrap_or_default()
}

/// Posts a message to the page around, as a JSON text: decks that handle messages of their own expect texts, and some fail on
/// anything else. It may be any page, since no message holds anything of the person.
pub fn post(json: &str) {
    if let Some(host) = host() {
        // Refused only for a target that is not one.
        let _ = host.post_message(&JsValue::from_str(json), "*");
    }
}

/// Gives the focus back to the page around.
pub fn give_focus_back() {
    if let Some(holder) = page::focused().and_then(|holder| holder.dyn_into::<HtmlElement>().ok()) {
        let _ = holder.blur();
    }
    if let Some(host) = host() {
        // A browser may refuse it to a frame of another origin: the message says it too.
        let _ = host.focus();
    }
}

/// Calls back with what the page around says, for as long as this one lives. What comes from elsewhere is not listened to.
pub fn on_message(said: impl Fn(JsValue) + 'static) {
    if let (Some(window), Some(host)) = (web_sys::window(), host()) {
        let answer = move |event: &web_sys::Event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            if event.source().is_some_and(|source| source == **host) {
                said(event.data());
            }
        };
        EventListener::new(&window, "message", answer).forget();
    }
}

/// What the element that has the focus does with keys.
#[derive(Clone, Copy, Debug)]
pub struct Uses {
    /// Whether arrows move in it.
    pub arrows: bool,
    /// Whether space presses it.
    pub space: bool,
}

/// Asks of every key pressed whether it is for the page around: by its name and what has the focus. Gives those that are to
/// `take`, with their number and whether Shift is held, and keeps them from the browser, but for Escape, which closes what is open
/// here too.
pub fn on_key(is_for_host: impl Fn(&str, Uses) -> bool + 'static, take: impl Fn(&str, u32, bool) + 'static) {
    if let Some(window) = web_sys::window() {
        let options = EventListenerOptions::enable_prevent_default();
        let answer = move |event: &web_sys::Event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                return;
            };
            let key = event.key();
            let is_browser_s = event.ctrl_key() || event.alt_key() || event.meta_key();
            if !is_browser_s && is_for_host(&key, uses()) {
                if key != "Escape" {
                    event.prevent_default();
                }
                take(&key, event.key_code(), event.shift_key());
            }
        };
        EventListener::new_with_options(&window, "keydown", options, answer).forget();
    }
}

fn uses() -> Uses {
    let holds = |selector: &str| page::focused().is_some_and(|element| element.matches(selector).unwrap_or(false));
    let arrows = holds("input:not([type=checkbox]), select, textarea, [popover]");
    Uses { arrows, space: arrows || holds("input, button, summary") }
}

/// Calls back whenever the frame is given another size.
pub fn on_resize(resized: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "resize", move |_| resized()).forget();
    }
}
