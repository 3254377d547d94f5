//! The page around the app: its root attributes, its title, its focus, its controls, and what was ticked before the app
//! started.

use core::cell::RefCell;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::Reflect;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node,
    PageTransitionEvent,
};

thread_local! {
    /// What the folds of the page say that were open when something last happened.
    static FOLDS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
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

/// Draws anew the inside of an element.
pub fn draw(selector: &str, inside: &str) {
    if let Some(element) = find(selector) {
        element.set_inner_html(inside);
    }
}

/// Draws anew a part of an element that has one `div` for each, by its place; the next one is added.
pub fn draw_part(selector: &str, place: usize, inside: &str) {
    let Some(element) = find(selector) else {
        return;
    };
    let children = element.children();
    let child = u32::try_from(place).ok().and_then(|place| children.item(place));
    let added = || {
        let added = create("div")?;
        element.append_child(&added).ok()?;
        Some(added)
    };
    if let Some(child) = child.or_else(added) {
        child.set_inner_html(inside);
    }
}

/// Keeps the first parts of an element only.
pub fn drop_parts(selector: &str, n_kept: usize) {
    if let Some(element) = find(selector) {
        while element.child_element_count() as usize > n_kept {
            element.last_element_child().iter().for_each(Element::remove);
        }
    }
}

/// Draws anew the page's main element, which is of another kind.
pub fn set_main(class: &str, inside: &str) {
    if let Some(main) = find("#main") {
        main.set_class_name(class);
        main.set_inner_html(inside);
    }
}

/// Says a sentence to those who hear the page.
pub fn say(sentence: &str) {
    if let Some(status) = find(".page > [role=status]") {
        status.set_text_content(Some(sentence));
    }
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

/// Whether the page's heading has the focus.
#[must_use]
pub fn is_at_heading() -> bool {
    find("h1:focus").is_some()
}

/// Answers to what happens in the app's page, for as long as it lives: events rise to its root.
pub fn listen(kind: &'static str, answer: impl Fn(&Event) + 'static) {
    if let Some(root) = find("#app > .page") {
        // A form that is sent, or a link that is ours, is kept from the browser.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&root, kind, options, answer).forget();
    }
}

/// A control that the person changed.
#[derive(Clone, Debug)]
pub struct Control {
    /// Its name.
    pub name: String,
    /// The value it stands for, or has now.
    pub value: String,
    /// Whether it is picked.
    pub on: bool,
}

/// The control of an event.
#[must_use]
pub fn control(event: &Event) -> Option<Control> {
    let target = event.target()?;
    if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
        return Some(Control { name: list.name(), value: list.value(), on: true });
    }
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        return Some(Control { name: area.name(), value: area.value(), on: true });
    }
    let input = target.dyn_ref::<HtmlInputElement>()?;
    Some(Control { name: input.name(), value: input.value(), on: input.checked() })
}

/// What the element of an event is for, and to what: its `data-do` and `data-on`, or those of what it stands in.
#[must_use]
pub fn purpose(event: &Event) -> Option<(String, String)> {
    let element = event.target()?.dyn_into::<Element>().ok()?.closest("[data-do]").ok()??;
    Some((element.get_attribute("data-do")?, element.get_attribute("data-on").unwrap_or_default()))
}

/// Sets every control of the app to what it should show, by name and value.
pub fn show_picked(shows: impl Fn(&str, &str) -> bool) {
    for element in all("#app input[name], #app select[name]") {
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            input.set_checked(shows(&input.name(), &input.value()));
        } else if let Some(list) = element.dyn_ref::<HtmlSelectElement>() {
            let name = list.name();
            let values = all_in(&element, "option").into_iter().filter_map(|option| option.get_attribute("value"));
            if let Some(value) = values.into_iter().find(|value| shows(&name, value)) {
                list.set_value(&value);
            }
        }
    }
}

/// Sets a text field of the app, by its name, to what it should hold: only where that is something else, so that the caret of
/// whoever types stays.
pub fn show_field(name: &str, text: &str) {
    let Some(field) = find(&["#main [name=", name, "]"].concat()) else {
        return;
    };
    if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        if area.value() != text {
            area.set_value(text);
        }
    } else if let Some(input) = field.dyn_ref::<HtmlInputElement>().filter(|input| input.value() != text) {
        input.set_value(text);
    }
}

/// Whether the element of an event is, or stands in, what a selector finds.
#[must_use]
pub fn is_in(event: &Event, selector: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Notes which folds are open.
pub fn note_folds() {
    FOLDS.set(all("#main details[open]").iter().map(fold_name).collect());
}

/// Opens again the folds that were noted, where they were drawn anew.
pub fn unfold_noted() {
    let open = FOLDS.take();
    for fold in all("#main details").iter().filter(|fold| open.contains(&fold_name(fold))) {
        // Refused only for a name that is not one.
        let _ = fold.set_attribute("open", "");
    }
}

/// What tells a fold from the others: its summary, without the count that may follow, which changes.
fn fold_name(fold: &Element) -> String {
    let mut summary = fold.first_element_child().and_then(|summary| summary.text_content()).unwrap_or_default();
    // Bytes: a search for text takes a kilobyte of the wasm.
    if let Some(count) = summary.as_bytes().windows(2).position(|pair| pair == b" (") {
        summary.truncate(count);
    }
    summary
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
