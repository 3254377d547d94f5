//! Codes read with the camera, where the browser can: `scanCodes` of `index.html` holds the loop.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::HtmlVideoElement;
use web_sys::js_sys::Function;

use super::page::property;
use super::promise;

/// Whether the device has a camera to ask for, and the browser reads codes.
#[must_use]
pub fn can_scan() -> bool {
    web_sys::window().is_some_and(|window| {
        let devices = property(&window.navigator(), "mediaDevices");
        property(&window, "BarcodeDetector").is_some()
            && devices.is_some_and(|devices| property(&devices, "getUserMedia").is_some())
    })
}

/// Shows what the camera sees in a video, and calls back with each code, until the video leaves the page. Calls back once with
/// nothing when the camera is refused.
pub fn scan(video: &HtmlVideoElement, found: impl Fn(Option<String>) + Clone + 'static) {
    let refused = found.clone();
    let scan = web_sys::window().and_then(|window| property(&window, "scanCodes")?.dyn_into::<Function>().ok());
    let Some(scan) = scan else {
        return refused(None);
    };
    let read = Closure::<dyn Fn(String)>::new(move |text| found(Some(text))).into_js_value();
    match scan.call2(&JsValue::NULL, video, &read) {
        Ok(over) => promise::settled(&over, move |error| {
            if !error.is_undefined() {
                refused(None);
            }
        }),
        Err(_) => refused(None),
    }
}
