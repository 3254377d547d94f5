//! The clipboard and the device's share sheet. Both may be missing or refuse, and say so.

use wasm_bindgen::JsCast;
use web_sys::{HtmlDocument, HtmlInputElement, HtmlTextAreaElement, Navigator, ShareData};

use super::{page, promise};

/// The browser, if it has something under a name: old ones lack the clipboard or the share sheet, and so do some places.
fn with(name: &str) -> Option<Navigator> {
    let navigator = web_sys::window()?.navigator();
    page::property(&navigator, name).map(|_| navigator)
}

/// Copies the text of a field, then says whether it was copied. Where the browser refuses, the text is left selected, for the
/// person to copy.
pub fn copy(field: String, told: impl FnOnce(bool) + 'static) {
    match (with("clipboard"), page::value(&field)) {
        (Some(navigator), Some(text)) => {
            // Kept, it gives nothing; refused, a reason: then the older way may still be open.
            promise::settled(&navigator.clipboard().write_text(&text), move |refusal| {
                told(refusal.is_undefined() || copy_selected(&field));
            });
        }
        _ => told(copy_selected(&field)),
    }
}

/// The way of before the clipboard had a name: the selected text, if the browser agrees.
fn copy_selected(field: &str) -> bool {
    let Some(element) = page::find(field) else {
        return false;
    };
    page::focus(field);
    if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
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
