//! A list of a few options, with its label.

use boussole_core::content::Label;
use boussole_core::state::AppState;
use leptos::prelude::*;

use crate::app::{use_app, use_words};

/// An option of a list.
#[derive(Clone, Copy, Debug)]
pub struct PickerOption<T> {
    /// What picking it gives.
    pub value: T,
    /// Its name in the page.
    pub name: &'static str,
    /// Its label.
    pub label: &'static str,
}

/// A list of options with its label.
#[component]
pub fn Picker<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The label of the list.
    label: Label,
    /// The name of the list in the page.
    name: &'static str,
    /// The options, in the order shown.
    options: Vec<PickerOption<T>>,
    /// The value picked now.
    picked: impl Fn(&AppState) -> T + Send + Sync + 'static,
    /// Changes the state when the person picks a value.
    pick: impl Fn(&mut AppState, T) + 'static,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let picked = app.memo(picked);
    let values: Vec<T> = options.iter().map(|option| option.value).collect();
    let lines = options.into_iter().map(|PickerOption { value, name, label }| {
        view! { <option value=name prop:selected=move || picked.get() == value>{label}</option> }
    });
    view! {
        <div class="picker">
            <label>
                <span>{words.label(label)}</span>
                <select
                    name=name
                    on:change:target=move |event| {
                        let index = usize::try_from(event.target().selected_index()).ok();
                        if let Some(value) = index.and_then(|index| values.get(index)) {
                            app.update(|state| pick(state, *value));
                        }
                    }
                >
                    {lines.collect_view()}
                </select>
            </label>
        </div>
    }
}
