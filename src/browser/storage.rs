//! The device's storage, guarded: in a private window, a sandboxed frame or a full disk it refuses, and mere access throws.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Storage, StorageEvent};

/// Where something is kept, and for how long.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    /// Until it is forgotten.
    Device,
    /// Until this tab closes.
    Tab,
}

/// The names under which values are kept.
pub mod keys {
    /// The person's own answers, as a code.
    pub const ANSWERS: &str = "boussole.answers";
    /// Answers that could not be read, untouched.
    pub const UNREADABLE: &str = "boussole.answers.unreadable";
    /// Somebody else's answers, shown in this tab.
    pub const GUEST: &str = "boussole.guest";
    /// The second of two situations.
    pub const OTHER: &str = "boussole.other";
    /// A second situation that could not be read, untouched.
    pub const OTHER_UNREADABLE: &str = "boussole.other.unreadable";
    /// A frame in this tab; its own name follows.
    pub const EMBED: &str = "boussole.embed.";
    /// The codes of a room.
    pub const ROOM: &str = "boussole.room";
    /// The language chosen.
    pub const LANG: &str = "boussole.lang";
    /// The theme chosen.
    pub const THEME: &str = "boussole.theme";
}

/// The browser refuses storage here.
#[derive(Clone, Copy, Debug)]
pub struct Refused;

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::Device => window.local_storage(),
        Keep::Tab => window.session_storage(),
    }
    .ok()
    .flatten()
}

/// The value kept under a key; none when there is none, or when the browser refuses.
#[must_use]
pub fn read(keep: Keep, key: &str) -> Option<String> {
    get(keep, key).ok().flatten()
}

/// The value kept under a key, if any.
///
/// # Errors
///
/// When the browser refuses storage.
pub fn get(keep: Keep, key: &str) -> Result<Option<String>, Refused> {
    storage(keep).ok_or(Refused)?.get_item(key).map_err(|_| Refused)
}

/// Calls back when another document of the same origin changes a value of the device, or clears all of them.
pub fn on_change(key: &'static str, changed: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        let listener = move |event: &web_sys::Event| {
            let event = event.dyn_ref::<StorageEvent>();
            if event.is_some_and(|event| event.key().is_none_or(|changed| changed == key)) {
                changed();
            }
        };
        EventListener::new(&window, "storage", listener).forget();
    }
}

/// Keeps a text under a name, or nothing. Says whether the browser did.
pub fn write(keep: Keep, name: &str, text: Option<&str>) -> bool {
    storage(keep).is_some_and(|storage| {
        match text {
            Some(text) => storage.set_item(name, text),
            None => storage.remove_item(name),
        }
        .is_ok()
    })
}

/// Whether the browser keeps anything on the device at all.
#[must_use]
pub fn keeps() -> bool {
    const PROBE: &str = "boussole.probe";
    let kept = write(Keep::Device, PROBE, Some("1")) && read(Keep::Device, PROBE).is_some();
    write(Keep::Device, PROBE, None);
    kept
}
