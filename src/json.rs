//! JSON read by the browser's own parser: its tree, as `record::json` understands it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, JSON, Object};

use boussole_core::record::json::Json;

/// No file of ours is larger, in bytes: what is beyond is not worth reading.
const MAX_LEN: usize = 1_000_000;
/// No value of ours is deeper.
const MAX_DEPTH: usize = 4;

/// Reads a text; none when it is not JSON.
pub(crate) fn parse(text: &str) -> Option<Json> {
    if text.len() > MAX_LEN {
        return None;
    }
    // What some editors put before everything else.
    let value = JSON::parse(text.trim_start_matches('\u{feff}')).ok()?;
    Some(tree(&value, 0))
}

/// Reads a value that is no text, or a text as JSON.
pub(crate) fn read(value: &JsValue) -> Option<Json> {
    match value.as_string() {
        Some(text) => parse(&text),
        None => Some(tree(value, 0)),
    }
}

fn tree(value: &JsValue, depth: usize) -> Json {
    if let Some(text) = value.as_string() {
        return Json::Text(text);
    }
    if let Some(number) = value.as_f64() {
        // A number of ours is small and whole; what is neither is cut to what it is nearest.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return Json::Number(number as u32);
    }
    if depth == MAX_DEPTH || !value.is_object() {
        return Json::Other;
    }
    if let Some(list) = value.dyn_ref::<Array>() {
        return Json::List(list.iter().map(|value| tree(&value, depth + 1)).collect());
    }
    let entry = |entry: JsValue| {
        let entry: Array = entry.unchecked_into();
        (entry.get(0).as_string().unwrap_or_default(), tree(&entry.get(1), depth + 1))
    };
    let entries = Object::entries(value.unchecked_ref());
    Json::Map(entries.iter().map(entry).collect())
}
