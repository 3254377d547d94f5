//! The device's storage, guarded: in a private window, a sandboxed frame or a full disk it refuses, and mere access throws.

use web_sys::Storage;

/// Where something is kept, and for how long.
#[derive(Clone, Copy, Debug)]
pub enum Keep {
    /// Until it is forgotten.
    Device,
    /// Until this tab closes.
    Tab,
}

fn storage(keep: Keep) -> Option<Storage> {
    let window = web_sys::window()?;
    match keep {
        Keep::Device => window.local_storage(),
        Keep::Tab => window.session_storage(),
    }
    .ok()
    .flatten()
}

/// What is kept under a name, if anything is and the browser gives it.
#[must_use]
pub fn read(keep: Keep, name: &str) -> Option<String> {
    storage(keep)?.get_item(name).ok().flatten()
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
