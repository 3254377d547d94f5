//! The choices of a question, as native controls: radios, or boxes for "which problem".

use leptos::prelude::*;

use crate::content::{Label, Question};
use crate::domain::{Answer, ChoiceId};
use crate::ui::Now;

/// One control with its label.
struct Control {
    is_box: bool,
    name: String,
    value: String,
    label: String,
    note: Option<String>,
    checked: bool,
}

/// The choices of a question, "I don't know" last.
pub(in crate::ui) fn choices(now: Now<'_>, question: &'static Question) -> AnyView {
    if question.many { boxes(now, question) } else { radios(now, question) }
}

fn radios(now: Now<'_>, question: &'static Question) -> AnyView {
    let lang = now.state.lang;
    let given = now.state.answers().get(question.code);
    let (ui, content, code) = (now.ui, now.ui.content, question.code);
    let picked = move |choice: Option<ChoiceId>| move || ui.update(|state| state.picked(content, code, choice));
    let mut controls: Vec<AnyView> = question
        .choices
        .iter()
        .map(|choice| {
            let id = ChoiceId(choice.code);
            let radio = Control {
                is_box: false,
                name: question.id.clone(),
                value: choice.id.clone(),
                label: choice.label.get(lang).to_owned(),
                note: choice.note.as_ref().map(|note| note.get(lang).to_owned()),
                checked: given == Some(Answer::Choice(id)),
            };
            let picked = picked(Some(id));
            control(radio, Box::new(move |_| picked()))
        })
        .collect();
    let unknown = Control {
        is_box: false,
        name: question.id.clone(),
        value: "unknown".to_owned(),
        label: now.label(Label::Unknown).to_owned(),
        note: Some(now.label(Label::UnknownNote).to_owned()),
        checked: given == Some(Answer::Unknown),
    };
    let picked = picked(None);
    controls.push(control(unknown, Box::new(move |_| picked())));
    view! { <div class="choices">{controls}</div> }.into_any()
}

fn boxes(now: Now<'_>, question: &'static Question) -> AnyView {
    let (ui, lang, code) = (now.ui, now.state.lang, question.code);
    let given = now.state.boxes(code);
    let tick = |value: &str, label: &str, note: Option<String>, checked: bool| Control {
        is_box: true,
        name: question.id.clone(),
        value: value.to_owned(),
        label: label.to_owned(),
        note,
        checked,
    };
    let mut controls: Vec<AnyView> = question
        .choices
        .iter()
        .map(|symptom| {
            let note = symptom.note.as_ref().map(|note| note.get(lang).to_owned());
            let number = symptom.code;
            let checkbox = tick(&symptom.id, symptom.label.get(lang), note, given.ticks.has(number));
            control(checkbox, Box::new(move |on| ui.update(|state| state.ticked(question, number, on))))
        })
        .collect();
    let none = tick("none", now.label(Label::NoneOfThese), None, given.none);
    controls.push(control(none, Box::new(move |on| ui.update(|state| state.ticked_none(code, on)))));
    let rest = tick("unknown", now.label(Label::RestUnknown), None, given.ticks.rest_open);
    controls.push(control(rest, Box::new(move |on| ui.update(|state| state.ticked_rest(code, on)))));
    view! { <div class="choices">{controls}</div> }.into_any()
}

fn control(control: Control, changed: Box<dyn Fn(bool)>) -> AnyView {
    let Control { is_box, name, value, label, note, checked } = control;
    view! {
        <label class="choice">
            <input
                type=if is_box { "checkbox" } else { "radio" }
                name=name
                value=value
                prop:checked=checked
                on:change=move |event| changed(event_target_checked(&event))
            />
            <span>{label} {note.map(|note| view! { <small>{note}</small> })}</span>
        </label>
    }
    .into_any()
}
