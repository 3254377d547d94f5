//! The page around the app: its root attributes, its title, its focus, and what was ticked before the app started.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// The page's language, which the script in `index.html` chose before anything was painted.
#[must_use]
pub fn lang() -> String {
    root().map(|root| root.lang()).unwrap_or_default()
}

/// The page is now in a language.
pub fn set_lang(tag: &str) {
    if let Some(root) = root() {
        root.set_lang(tag);
    }
}

/// A `data-` attribute of the page's root.
pub fn set_data(name: &str, value: &str) {
    if let Some(root) = root() {
        // Refused only for a name that is not one.
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// The title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the page's heading and the page to its top, as a new page would.
pub fn focus_heading() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    focus("h1");
}

/// Moves the focus to the first element that a selector finds.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}

/// Opens the browser's print dialogue.
pub fn print() {
    if let Some(window) = web_sys::window() {
        // Refused in some frames: the browser's own menu still prints.
        let _ = window.print();
    }
}

/// The element the app lives in.
#[must_use]
pub fn app() -> Option<HtmlElement> {
    find("#app")?.dyn_into().ok()
}

/// What the plain page held before the app replaced it.
#[derive(Clone, Debug, Default)]
pub struct Before {
    /// Question and choice of every control picked or ticked.
    pub picked: Vec<(String, String)>,
    /// The control that had the focus, else the last one picked that is in sight: question, choice, distance from the top
    /// of the window in pixels.
    pub anchor: Option<(String, String, f64)>,
}

/// Empties the app's element, and says what was picked there.
pub fn take_over() -> Before {
    let mut before = Before::default();
    let Some(app) = app() else {
        return before;
    };
    let focused = document().and_then(|document| document.active_element());
    if let Ok(inputs) = app.query_selector_all("input:checked") {
        for input in (0..inputs.length()).filter_map(|index| inputs.item(index)) {
            if let Ok(input) = input.dyn_into::<HtmlInputElement>() {
                let place = (input.name(), input.value(), input.get_bounding_client_rect().top());
                before.picked.push((place.0.clone(), place.1.clone()));
                let is_focused = focused.as_ref() == Some(input.as_ref());
                if is_focused || before.anchor.is_none() && place.2 > 0.0 {
                    before.anchor = Some(place);
                }
            }
        }
    }
    app.set_inner_html("");
    before
}

/// Puts back under the reader's eyes, and under the focus, the control they were at before the app started.
pub fn settle_at((name, value, top): &(String, String, f64)) {
    let selector = format!("#app input[name=\"{name}\"][value=\"{value}\"]");
    if let Some(input) = find(&selector).and_then(|input| input.dyn_into::<HtmlElement>().ok()) {
        let shift = input.get_bounding_client_rect().top() - top;
        if let Some(window) = web_sys::window() {
            window.scroll_by_with_x_and_y(0.0, shift);
        }
        let _ = input.focus();
    }
}
