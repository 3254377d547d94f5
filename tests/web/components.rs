//! A few components mounted alone: what a person does changes the state, and the state changes what they see.

use std::cell::Cell;
use std::rc::Rc;

use boussole::app::{App, use_app};
use boussole::bundled;
use boussole::components::{Choices, ConfirmDialog, Messages};
use boussole::documents::Place;
use boussole_core::domain::{Answers, Lang};
use boussole_core::state::{AppState, Confirmation, Theme};
use boussole_core::words::{Notice, Words};
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// Mounts components in an element of their own, over a state that `prepare` sets up.
fn mounted<V: IntoView + 'static>(
    prepare: impl FnOnce(&mut AppState),
    view: impl FnOnce() -> V + 'static,
) -> (Element, App) {
    let document = web_sys::window().unwrap().document().unwrap();
    let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&place).unwrap();
    let content = bundled::content();
    let mut state = AppState::new(Lang::En, Theme::Auto, Answers::new());
    prepare(&mut state);
    let context = Rc::new(Cell::new(None));
    let created = Rc::clone(&context);
    mount_to(place.clone(), move || {
        created.set(Some(App::provide(content, Place::Site, state)));
        provide_context(Words::new(content, Lang::En));
        view()
    })
    .forget();
    (place.unchecked_into(), context.take().unwrap())
}

fn all(element: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = element.query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
}

/// The buttons with a text.
fn button(element: &Element, text: &str) -> HtmlElement {
    let mut buttons = all(element, "button").into_iter();
    buttons.find(|button| button.text_content().unwrap().contains(text)).unwrap()
}

#[wasm_bindgen_test]
async fn a_choice_that_is_clicked_is_the_answer_and_keeps_its_element() {
    let question = bundled::content().question_named("talking-services").unwrap();
    let (element, app) = mounted(|_| {}, move || view! { <Choices question/> });
    let choices = all(&element, "input");
    assert_eq!(choices.len(), question.choices.len() + 1);
    choices[1].focus().unwrap();
    choices[1].click();
    tick().await;
    assert_eq!(app.state.with_untracked(|state| state.own.iter().count()), 1);
    let checked: Vec<bool> = choices.iter().map(|input| input.unchecked_ref::<HtmlInputElement>().checked()).collect();
    assert_eq!(checked.iter().filter(|checked| **checked).count(), 1);
    assert!(checked[1] && choices[1].is_connected());
}

#[wasm_bindgen_test]
async fn none_of_these_unticks_the_boxes() {
    let question = bundled::content().question_named("edge.problem").unwrap();
    let (element, _) = mounted(|_| {}, move || view! { <Choices question/> });
    let boxes = all(&element, "input");
    boxes[0].click();
    tick().await;
    let none = all(&element, "input[value=none]").remove(0);
    none.click();
    tick().await;
    let is_checked = |input: &HtmlElement| input.unchecked_ref::<HtmlInputElement>().checked();
    assert!(is_checked(&none) && !is_checked(&boxes[0]));
}

#[wasm_bindgen_test]
async fn dismissing_a_message_keeps_the_element_of_the_others() {
    let prepare = |state: &mut AppState| {
        state.told(Notice::StorageRefused);
        state.told(Notice::AddressUnknown);
    };
    let (element, _) = mounted(prepare, || view! { <Messages/> });
    let messages = all(&element, "[role=alert]");
    assert_eq!(messages.len(), 2);
    all(&element, "[role=alert] button")[0].click();
    tick().await;
    let left = all(&element, "[role=alert]");
    assert_eq!(left.len(), 1);
    assert!(left[0].is_same_node(Some(&messages[1])));
}

#[wasm_bindgen_test]
async fn the_first_focus_of_the_dialog_changes_nothing() {
    #[component]
    fn Ask() -> impl IntoView {
        let app = use_app();
        view! { <button on:click=move |_| app.update(AppState::asked_to_forget)>"ask"</button><ConfirmDialog/> }
    }
    let (element, app) = mounted(|_| {}, || view! { <Ask/> });
    button(&element, "ask").click();
    tick().await;
    tick().await;
    assert_eq!(app.state.with_untracked(|state| state.confirming), Some(Confirmation::Forget));
    let focused = web_sys::window().unwrap().document().unwrap().active_element().unwrap();
    assert_eq!(focused.text_content().unwrap(), "Keep my answers");
    focused.unchecked_ref::<HtmlElement>().click();
    // The browser sends `close` in a task of its own.
    gloo_timers::future::TimeoutFuture::new(50).await;
    assert_eq!(app.state.with_untracked(|state| (state.confirming, state.notices.len())), (None, 0));
    assert!(all(&element, "dialog").is_empty());
}
