//! The choices of a question as native controls.

use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::ChoiceId;
use boussole_core::state::{AnswerSet, Pick};
use leptos::prelude::*;

use crate::app::{use_app, use_words};

/// The choices of a question of a topic, "I don't know" last.
#[component]
pub fn Choices(question: &'static Question) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="choices">
            <Each question set=AnswerSet::OnScreen boxes=u16::MAX/>
            {if question.many {
                view! { <Others question set=AnswerSet::OnScreen/> }.into_any()
            } else {
                let (label, note) = (words.label(Label::Unknown), Some(words.label(Label::UnknownNote)));
                view! { <Control question set=AnswerSet::OnScreen pick=Pick::Unknown label note/> }.into_any()
            }}
        </div>
    }
}

/// Some boxes of a question of the guide. Each counts at once.
#[component]
pub fn Boxes(
    question: &'static Question,
    /// The boxes shown, as bits by their numbers.
    boxes: u16,
) -> impl IntoView {
    view! { <div class="choices"><Each question set=AnswerSet::OnScreen boxes/></div> }
}

/// The choices of a question as a list whose first line gives no answer.
#[component]
pub fn ChoiceList(question: &'static Question) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="picker">
            <label>
                <span>{question.ask.get(words.lang)}</span>
                <List question set=AnswerSet::OnScreen nothing=Label::NotSaid/>
            </label>
            <small>{question.why.get(words.lang)}</small>
        </div>
    }
}

/// Every question of a topic in little room, for answers that are not those on screen: lists, and boxes for the problems.
#[component]
pub fn AllQuestions(topic: &'static Topic, set: AnswerSet) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let one = move |question: &'static Question| {
        let ask = question.ask.get(words.lang);
        if question.many {
            return view! {
                <fieldset class="marks marks--small">
                    <legend>{ask}</legend>
                    <div class="choices"><Each question set boxes=u16::MAX/><Others question set/></div>
                </fieldset>
            }
            .into_any();
        }
        view! {
            <div class="picker"><label><span>{ask}</span><List question set nothing=Label::NotAnswered/></label></div>
        }
        .into_any()
    };
    let questions = topic.inputs.iter().filter_map(|input| app.content.question(input.question));
    view! { <div class="compact">{questions.map(one).collect_view()}</div> }
}

#[component]
fn Each(question: &'static Question, set: AnswerSet, boxes: u16) -> impl IntoView {
    let words = use_words();
    let choices = question.choices.iter().filter(move |choice| boxes & 1 << choice.code != 0);
    choices
        .map(move |choice| {
            let note = choice.note.as_ref().map(|note| note.get(words.lang));
            let pick = Pick::Choice(ChoiceId(choice.code));
            view! { <Control question set pick label=choice.label.get(words.lang) note/> }
        })
        .collect_view()
}

/// The boxes that say that none of the others holds, or that they are open.
#[component]
fn Others(question: &'static Question, set: AnswerSet) -> impl IntoView {
    let words = use_words();
    view! {
        <Control question set pick=Pick::NoneOfThese label=words.label(Label::NoneOfThese)/>
        <Control question set pick=Pick::Unknown label=words.label(Label::RestUnknown)/>
    }
}

/// One choice: a radio button, or a box where several may be ticked.
#[component]
fn Control(
    question: &'static Question,
    set: AnswerSet,
    pick: Pick,
    label: &'static str,
    #[prop(optional_no_strip)] note: Option<&'static str>,
) -> impl IntoView {
    let app = use_app();
    let is_picked = move || app.state.with(|state| state.is_picked(app.content, set, question, pick));
    view! {
        <label class="choice">
            <input
                type=if question.many { "checkbox" } else { "radio" }
                name=control_name(question, set)
                value=pick.value(question)
                prop:checked=is_picked
                on:change:target=move |event| {
                    let on = event.target().checked();
                    app.update(|state| state.picked(app.content, set, question, pick, on));
                }
            />
            <span>{label}" "{note.map(|note| view! { <small>{note}</small> })}</span>
        </label>
    }
}

/// The choices of a question as a list. `nothing` labels the line that gives no answer.
#[component]
fn List(question: &'static Question, set: AnswerSet, nothing: Label) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let option = move |pick: Pick, label: &'static str| {
        let is_picked = move || app.state.with(|state| state.is_picked(app.content, set, question, pick));
        view! { <option value=pick.value(question) prop:selected=is_picked>{label}</option> }
    };
    let choices = question.choices.iter();
    let choices = choices.map(|choice| option(Pick::Choice(ChoiceId(choice.code)), choice.label.get(words.lang)));
    // A list of the guide has "I don't know" among its choices, where it has a use for it.
    let unknown = (set != AnswerSet::OnScreen).then(|| option(Pick::Unknown, words.label(Label::Unknown)));
    view! {
        <select
            name=control_name(question, set)
            on:change:target=move |event| {
                if let Some(pick) = Pick::from_value(question, &event.target().value()) {
                    app.update(|state| state.picked(app.content, set, question, pick, true));
                }
            }
        >
            {option(Pick::Nothing, words.label(nothing))}
            {choices.collect_view()}
            {unknown}
        </select>
    }
}

fn control_name(question: &Question, set: AnswerSet) -> String {
    format!("{}{}", set.prefix(), question.id)
}
