//! What can be chosen about a frame.

use boussole_core::content::Label;
use boussole_core::domain::Lang;
use boussole_core::link::Shows;
use boussole_core::state::{AppState, Slides, Theme, Tool};
use boussole_core::words::Words;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::{Picker, PickerOption};

/// Everything about the frame but its shape.
#[component]
pub fn FrameChoices() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let has_address = app.state.with_untracked(|state| state.sharing.base.is_some());
    let starts =
        vec![option(words, false, "empty", Label::NotAnswered), option(words, true, "answers", Label::YourAnswers)];
    let places =
        vec![option(words, false, "beside", Label::SlidesBeside), option(words, true, "online", Label::SlidesOnline)];
    view! {
        <div class="pickers">
            <Picker
                label=Label::SlidesTopic
                name="slides-topic"
                options=topics(words)
                picked=|state| state.slides.topic
                pick=of_frame(|slides, topic| slides.topic = topic)
            />
            <Picker
                label=Label::SlidesLang
                name="slides-lang"
                options=langs(words)
                picked=AppState::frame_lang
                pick=of_frame(|slides, lang| slides.lang = Some(lang))
            />
            <Picker
                label=Label::Theme
                name="slides-theme"
                options=themes(words)
                picked=|state| state.slides.theme
                pick=of_frame(|slides, theme| slides.theme = theme)
            />
            <Picker
                label=Label::SlidesShows
                name="slides-shows"
                options=shows(words)
                picked=|state| state.slides.shows
                pick=of_frame(|slides, shows| slides.shows = shows)
            />
            <Picker
                label=Label::SlidesStart
                name="slides-start"
                options=starts
                picked=|state| state.slides.has_answers
                pick=of_frame(|slides, has_answers| slides.has_answers = has_answers)
            />
            <Picker
                label=Label::SlidesTool
                name="slides-tool"
                options=tools(words)
                picked=|state| state.slides.tool
                pick=of_frame(Slides::pick_tool)
            />
            {has_address.then(|| view! {
                <Picker
                    label=Label::SlidesPlace
                    name="slides-place"
                    options=places
                    picked=|state| state.slides.is_online
                    pick=of_frame(|slides, is_online| slides.is_online = is_online)
                />
            })}
            <Colour/>
        </div>
    }
}

/// The shape of the frame. A deck has slides, which all have the same.
#[component]
pub fn Shape() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let is_deck = app.memo(|state| state.slides.tool.is_deck());
    let shapes = move || {
        vec![
            PickerOption { value: false, name: "slide", label: "16:9" },
            option(words, true, "page", Label::SlidesTall),
        ]
    };
    view! {
        <Show when=move || !is_deck.get()>
            <div class="pickers">
                <Picker
                    label=Label::SlidesSize
                    name="slides-size"
                    options=shapes()
                    picked=|state| state.slides.is_page
                    pick=of_frame(|slides, is_page| slides.is_page = is_page)
                />
            </div>
        </Show>
    }
}

/// The colour of the frame, or that of the app.
#[component]
fn Colour() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let has_own_colour = app.memo(|state| !state.slides.has_colour);
    // Only the person changes the field from here on.
    let colour = app.state.with_untracked(|state| format!("#{}", state.slides.colour));
    view! {
        <div class="picker">
            <label>
                <span>{words.label(Label::SlidesColour)}</span>
                <input
                    type="color"
                    name="slides-colour"
                    value=colour
                    on:change:target=move |event| {
                        let colour = event.target().value();
                        app.update(|state| state.chose_frame(|slides| slides.pick_colour(&colour)));
                    }
                />
            </label>
            <label class="choice">
                <input
                    type="checkbox"
                    name="slides-own-colour"
                    value="own"
                    prop:checked=move || has_own_colour.get()
                    on:change:target=move |event| {
                        let is_own = event.target().checked();
                        app.update(|state| state.chose_frame(|slides| slides.has_colour = !is_own));
                    }
                />
                <span>{words.label(Label::SlidesOwnColour)}</span>
            </label>
        </div>
    }
}

/// A choice about the frame, as a transition of the state.
fn of_frame<T>(choose: impl Fn(&mut Slides, T)) -> impl Fn(&mut AppState, T) {
    move |state, value| state.chose_frame(|slides| choose(slides, value))
}

fn option<T>(words: Words<'static>, value: T, name: &'static str, label: Label) -> PickerOption<T> {
    PickerOption { value, name, label: words.label(label) }
}

fn topics(words: Words<'static>) -> Vec<PickerOption<usize>> {
    let topics = words.content.topics.iter().enumerate();
    topics.map(|(value, topic)| PickerOption { value, name: &topic.id, label: topic.name.get(words.lang) }).collect()
}

/// The languages, each in its own words.
fn langs(words: Words<'static>) -> Vec<PickerOption<Lang>> {
    let name_of = |lang: Lang| Words::new(words.content, lang.other()).label(Label::SwitchLanguage);
    Lang::ALL.into_iter().map(|lang| PickerOption { value: lang, name: lang.tag(), label: name_of(lang) }).collect()
}

fn themes(words: Words<'static>) -> Vec<PickerOption<Theme>> {
    let label = |theme| match theme {
        Theme::Auto => Label::ThemeAuto,
        Theme::Light => Label::ThemeLight,
        Theme::Dark => Label::ThemeDark,
    };
    Theme::ALL.into_iter().map(|theme| option(words, theme, theme.name(), label(theme))).collect()
}

fn shows(words: Words<'static>) -> Vec<PickerOption<Shows>> {
    let label = |shows| match shows {
        Shows::Both => Label::SlidesBoth,
        Shows::Questions => Label::SlidesAsk,
        Shows::Verdict => Label::SlidesVerdict,
    };
    Slides::SHOWS.into_iter().map(|(name, shows)| option(words, shows, name, label(shows))).collect()
}

fn tools(words: Words<'static>) -> Vec<PickerOption<Tool>> {
    let label = |tool| match tool {
        Tool::Reveal => "reveal.js",
        Tool::Slidev => "Slidev",
        Tool::Marp => "Marp",
        Tool::Page => words.label(Label::SlidesWebPage),
        Tool::Platform => words.label(Label::SlidesPlatform),
    };
    Tool::ALL.into_iter().map(|tool| PickerOption { value: tool, name: tool.name(), label: label(tool) }).collect()
}
