//! The page around the app: its root attributes, its title, its focus, its controls, and what was ticked before the app
//! started.

use core::cell::RefCell;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Reflect;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, Node, PageTransitionEvent};

thread_local! {
    /// The pages that are only read, taken out of the document.
    static SHEETS: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

fn document() -> Option<Document> {
    web_sys::window().and_then(|window| window.document())
}

fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

pub(super) fn find(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// A new element, in no page yet.
pub(super) fn create(name: &str) -> Option<Element> {
    document()?.create_element(name).ok()
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

/// Takes a `data-` attribute off the page's root.
pub fn remove_data(name: &str) {
    if let Some(root) = root() {
        // Refused only for a name that is not one.
        let _ = root.remove_attribute(&["data-", name].concat());
    }
}

/// What a `data-` attribute of the page's root says.
#[must_use]
pub fn data(name: &str) -> Option<String> {
    root()?.get_attribute(&["data-", name].concat())
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

/// What an object of the browser has under a name: old browsers lack some of it, and so do some places.
pub(super) fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok().filter(|found| !found.is_undefined())
}

/// Moves the focus to the first element that a selector finds, when nothing has it: what had it was drawn anew.
pub fn focus_if_lost(selector: &str) {
    let holder = focused();
    if holder.is_none_or(|holder| holder.tag_name() == "BODY") {
        focus(selector);
    }
}

/// What has the focus: the page's body when nothing has.
pub(super) fn focused() -> Option<Element> {
    document()?.active_element()
}

/// Whether the person is in this page, rather than in one around it or elsewhere.
#[must_use]
pub fn has_focus() -> bool {
    document().is_some_and(|document| document.has_focus().unwrap_or(false))
}

/// A property of the page's root, for its styles.
pub fn set_style(name: &str, value: &str) {
    if let Some(root) = root() {
        // Refused only where styles cannot be changed: then the app keeps its own.
        let _ = root.style().set_property(name, value);
    }
}

/// How tall the app's page is, in whole CSS pixels, nothing cut.
#[must_use]
pub fn height() -> u32 {
    let height = find("#app > .page").map_or(0.0, |page| page.get_bounding_client_rect().height());
    // A page is neither negative nor thousands of screens tall.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let whole = height.ceil() as u32;
    whole
}

fn all(selector: &str) -> Vec<Element> {
    document().map(|document| elements(document.query_selector_all(selector))).unwrap_or_default()
}

fn all_in(element: &Element, selector: &str) -> Vec<Element> {
    elements(element.query_selector_all(selector))
}

fn elements<E>(found: Result<web_sys::NodeList, E>) -> Vec<Element> {
    let Ok(found) = found else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|index| found.item(index)).filter_map(|node: Node| node.dyn_into().ok()).collect()
}

/// Makes the address of a link inside the page absolute when it is clicked: a page with a `<base>` resolves `#…` against that.
pub fn resolve_link(event: &Event) {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(link) = element.and_then(|element| element.closest("a[href^='#']").ok().flatten()) else {
        return;
    };
    if let (Some(href), Some(address)) = (link.get_attribute("href"), super::address::of_document()) {
        // Refused only for a name that is not one.
        let _ = link.set_attribute("href", &format!("{address}{href}"));
    }
}

/// Calls back once the page shows the state as it is now.
pub fn after_drawing(work: impl FnOnce() + 'static) {
    Timeout::new(0, work).forget();
}

/// Calls back when the browser shows again a page that it had put to sleep in its cache.
pub fn on_wake(woken: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        let listener = move |event: &Event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                woken();
            }
        };
        EventListener::new(&window, "pageshow", listener).forget();
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
    let focused = focused();
    for input in all_in(&app, "input:checked").into_iter().filter_map(|input| input.dyn_into::<HtmlInputElement>().ok())
    {
        let place = (input.name(), input.value(), input.get_bounding_client_rect().top());
        before.picked.push((place.0.clone(), place.1.clone()));
        let is_focused = focused.as_ref() == Some(input.as_ref());
        if is_focused || before.anchor.is_none() && place.2 > 0.0 {
            before.anchor = Some(place);
        }
    }
    app.set_inner_html("");
    before
}

/// Takes the pages that are only read, when this file carries them, out of the document, to be shown when they are asked for.
/// Says whether there are any: on the site, they are pages of their own.
pub fn take_static_pages() -> bool {
    let sheets = all(".sheets");
    for sheet in &sheets {
        sheet.remove();
        // A search begun before the app started is not carried over: its field comes back empty.
        for hidden in all_in(sheet, "[data-out]") {
            // Refused only for a name that is not one.
            let _ = hidden.remove_attribute("data-out");
        }
        for told in all_in(sheet, "[role=status]") {
            told.set_text_content(None);
        }
    }
    let has_sheets = !sheets.is_empty();
    SHEETS.set(sheets);
    has_sheets
}

/// The inside of the page taken that holds the place of that address.
#[must_use]
pub fn static_page(address: &str) -> String {
    let holds = |sheet: &&Element| sheet.get_attribute("data-holds").is_some_and(|page| address.starts_with(&page));
    SHEETS.with_borrow(|sheets| sheets.iter().find(holds).map(Element::inner_html).unwrap_or_default())
}

/// The day it is on this device: year, month, day.
#[must_use]
pub fn today() -> (u32, u32, u32) {
    let now = web_sys::js_sys::Date::new_0();
    (now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// Moves the focus and the view to the heading of a part of the page, known by its id; to the page's own when there is none.
pub fn focus_part(id: &str) {
    let heading = ["[id=\"", id, "\"] > h2 a"].concat();
    match part(id).filter(|_| find(&heading).is_some()) {
        Some(part) => {
            part.scroll_into_view();
            focus(&heading);
        }
        None => focus_heading(),
    }
}

fn part(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

fn top_of(id: &str) -> Option<f64> {
    part(id).map(|part| part.get_bounding_client_rect().top())
}

/// How far the part of the page that is being read is from the top of the window, in pixels. None near its heading: that is
/// where the address leads, and browsers that are still loading come near it in steps.
#[must_use]
pub fn top_of_read(id: &str) -> Option<f64> {
    let height = web_sys::window()?.inner_height().ok()?.as_f64()?;
    top_of(id).filter(|top| *top < -height)
}

/// Puts a part of the page, drawn anew, where it was, with the focus on its heading.
pub fn settle_part(id: &str, top: f64) {
    focus(&["[id=\"", id, "\"] h2 a"].concat());
    if let (Some(now), Some(window)) = (top_of(id), web_sys::window()) {
        window.scroll_by_with_x_and_y(0.0, now - top);
    }
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
