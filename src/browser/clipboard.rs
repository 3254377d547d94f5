//! The clipboard and the device's share sheet. Both may be missing or refuse, and say so.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement, Navigator, ShareData};

use super::{page, promise};

/// The browser, if it has something under a name: old ones lack the clipboard or the share sheet, and so do some places.
fn with(name: &str) -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    page::property(&navigator, name).map(|_| navigator)
}

/// Copies the text of a field, then says whether it was copied. If the browser refuses, the text stays selected for the person
/// to copy.
pub fn copy(field: HtmlElement, done: impl FnOnce(bool) + 'static) {
    match (with("clipboard"), text(&field)) {
        (Some(navigator), Some(text)) => {
            // The promise gives nothing when it is kept, and a reason when it is broken.
            promise::settled(&navigator.clipboard().write_text(&text), move |refusal| {
                done(refusal.is_undefined() || copy_selected(&field));
            });
        }
        _ => done(copy_selected(&field)),
    }
}

fn text(field: &HtmlElement) -> Option<String> {
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        return Some(area.value());
    }
    field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value)
}

/// Fallback for browsers without the Clipboard API, and where it refuses: select, then `execCommand`.
fn copy_selected(field: &HtmlElement) -> bool {
    // An element that cannot take the focus can still be selected.
    let _ = field.focus();
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Whether the device has a share sheet.
#[must_use]
pub fn can_send() -> bool {
    with("share").is_some()
}

/// Opens the device's share sheet with a text. The person may close it: that is no failure.
pub fn send(text: &str) {
    if let Some(navigator) = with("share") {
        let data = ShareData::new();
        data.set_text(text);
        promise::settled(&navigator.share_with_data(&data), |_| {});
    }
}
