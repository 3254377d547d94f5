//! The text after `#`. Gone to through `location` rather than the history interface, which refuses in a local file.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

fn location() -> Option<web_sys::Location> {
    web_sys::window().map(|window| window.location())
}

/// The address of the page without what follows it, where others can open it: not that of a local file, nor of a frame that has
/// none.
#[must_use]
pub fn public() -> Option<String> {
    let location = location()?;
    let is_public = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    let address = [location.origin().ok()?, location.pathname().ok()?].concat();
    is_public.then_some(address)
}

/// The text after `#`, `#` included; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    location().and_then(|location| location.hash().ok()).unwrap_or_default()
}

/// Goes to a place of the app, leaving the present one in the history. Says whether the browser did.
pub fn go(fragment: &str) -> bool {
    location().is_some_and(|location| location.set_hash(fragment).is_ok())
}

/// The address of the document without its fragment, whatever its `<base>`. None where links resolve to it by themselves.
#[must_use]
pub fn of_document() -> Option<String> {
    let without_fragment = |address: String| address.split('#').next().unwrap_or_default().to_owned();
    let address = without_fragment(location()?.href().ok()?);
    let base = web_sys::window()?.document()?.base_uri().ok()??;
    (without_fragment(base) != address).then_some(address)
}

/// A fragment of this document as an address to open.
fn absolute(fragment: &str) -> String {
    format!("{}{fragment}", of_document().unwrap_or_default())
}

/// Replaces the present place of the app in the history: going back does not come to it.
pub fn replace(fragment: &str) -> bool {
    location().is_some_and(|location| location.replace(&absolute(fragment)).is_ok())
}

/// Writes a place of the app into the address, without going there. The history interface comes first: a sandboxed frame of a local
/// file may not go even where it is.
pub fn note(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    let noted = |history: web_sys::History| {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&absolute(fragment))).is_ok()
    };
    if !history.is_some_and(noted) {
        replace(fragment);
    }
}

/// Leaves the app for another page, which takes the place of the present one in the history.
pub fn leave(page: &str) {
    let _ = location().is_some_and(|location| location.replace(page).is_ok());
}

/// Starts the page anew at its present address.
pub fn restart() {
    let _ = location().is_some_and(|location| location.reload().is_ok());
}

/// Calls back whenever the text after `#` changes, for as long as the page lives.
pub fn on_change(changed: impl Fn(String) + 'static) {
    if let Some(window) = web_sys::window() {
        EventListener::new(&window, "hashchange", move |_| changed(fragment())).forget();
    }
}
