//! Files: what is saved from the page, and the one a person opens.

use core::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::js_sys::Array;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, DragEvent, Event, File, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement, Url,
};

use super::{page, promise};

thread_local! {
    /// The address of what was last saved: the browser may still be reading it.
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Saves a text as a file.
pub fn save(name: &str, kind: &str, text: &str) {
    if let Some(blob) = blob(kind, text) {
        save_blob(name, &blob);
    }
}

fn blob(kind: &str, text: &str) -> Option<Blob> {
    let bag = BlobPropertyBag::new();
    bag.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &bag).ok()
}

fn save_blob(name: &str, blob: &Blob) {
    let Some(url) = address(blob) else {
        return;
    };
    if let Some(link) = page::create("a").and_then(|link| link.dyn_into::<HtmlAnchorElement>().ok()) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
}

/// An address for what is in memory; the one before it is let go.
fn address(blob: &Blob) -> Option<String> {
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let before = LAST.replace(url.clone());
    // Of an address that is none, there is nothing to let go.
    let _ = Url::revoke_object_url(&before);
    Some(url)
}

/// Saves an SVG of a size as PNG; calls back when the browser cannot.
pub fn save_picture(name: String, svg: &str, (width, height): (u32, u32), refused: impl Fn() + 'static) {
    let image = HtmlImageElement::new().ok();
    let Some((image, url)) = image.zip(blob("image/svg+xml", svg).and_then(|blob| address(&blob))) else {
        return refused();
    };
    let drawn = image.clone();
    let answer = move |event: JsValue| {
        let is_there = event.dyn_into::<Event>().is_ok_and(|event| event.type_() == "load");
        let refused = Closure::once_into_js(move |blob: JsValue| match blob.dyn_into::<Blob>() {
            Ok(blob) => save_blob(&name, &blob),
            Err(_) => refused(),
        });
        let canvas = if is_there { canvas(&drawn, width, height) } else { None };
        let asked = canvas.is_some_and(|canvas| canvas.to_blob(refused.unchecked_ref()).is_ok());
        if !asked {
            let _ = refused.unchecked_ref::<web_sys::js_sys::Function>().call1(&JsValue::NULL, &JsValue::NULL);
        }
    };
    let answer = Closure::once_into_js(answer);
    image.set_onload(Some(answer.unchecked_ref()));
    image.set_onerror(Some(answer.unchecked_ref()));
    image.set_src(&url);
}

fn canvas(image: &HtmlImageElement, width: u32, height: u32) -> Option<HtmlCanvasElement> {
    let canvas: HtmlCanvasElement = page::create("canvas")?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element(image, 0.0, 0.0).ok()?;
    Some(canvas)
}

/// Listens to what is dropped on the page, until the value it gives is dropped. Anywhere on it, because a browser leaves the page
/// for a file that is dropped beside its place. Calls back with the text of each file, or with the text itself; with none when it
/// cannot be read.
pub fn on_drop(read: impl Fn(Option<String>) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = web_sys::window()?;
    // A browser takes what is dropped for itself, unless it is prevented from it both times.
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window, "dragover", options, |event| event.prevent_default());
    let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
        event.prevent_default();
        dropped(event, read.clone());
    });
    Some([over, drop])
}

fn dropped(event: &Event, read: impl Fn(Option<String>) + Clone + 'static) {
    let Some(data) = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer) else {
        return;
    };
    let files = data.files().map_or(0, |files| files.length());
    for file in (0..files).filter_map(|place| data.files()?.item(place)) {
        text(&file, read.clone());
    }
    if files == 0 {
        read(data.get_data("text").ok());
    }
}

/// Reads the text of the file that a person picked in a file field; gives none when it cannot be read.
pub fn opened(event: &Event, read: impl FnOnce(Option<String>) + 'static) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return;
    };
    if let Some(file) = input.files().and_then(|files| files.item(0)) {
        text(&file, read);
        // The same file can be picked again once it is corrected.
        input.set_value("");
    }
}

/// The text of a file; none when it cannot be read, or is too large to be one of ours.
fn text(file: &File, read: impl FnOnce(Option<String>) + 'static) {
    const MOST: f64 = 1_000_000.0;
    if file.size() > MOST {
        return read(None);
    }
    promise::settled(&file.text(), move |text| read(text.as_string()));
}
