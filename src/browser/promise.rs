//! What the browser promises, answered once.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    /// A promise, whatever of.
    type Promised;

    #[wasm_bindgen(method)]
    fn then(this: &Promised, kept: &JsValue, broken: &JsValue) -> JsValue;
}

/// Calls back once with what a promise came to: its value when it was kept, the error when it was not.
pub fn settled(promise: &JsValue, answer: impl FnOnce(JsValue) + 'static) {
    // One function for both ends: it is let go once called.
    let answer = Closure::once_into_js(answer);
    promise.unchecked_ref::<Promised>().then(&answer, &answer);
}
