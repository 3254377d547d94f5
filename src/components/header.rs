//! The header of the app: its name, its pages, the theme and the language.

use boussole_core::content::Label;
use boussole_core::link::{Address, View};
use boussole_core::state::Theme;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::browser::page;
use crate::documents::parts::{brand, nav};

/// The skip link, then the header.
#[component]
pub fn Header() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let other = words.lang.other();
    let same_view = move || Address::View(other, app.view.get()).write(app.content);
    let links = app.memo(move |state| app.with_page(|page, _| nav(page, Some(state.view)).into_string()));
    view! {
        <a
            class="skip"
            href="#main"
            // The text after `#` is an address of the app: the focus moves without it.
            on:click=move |event| {
                event.prevent_default();
                page::focus("#main h1");
            }
        >
            {words.label(Label::SkipToContent)}
        </a>
        <header class="top">
            <a href=app.href(View::Home) class="brand" inner_html=brand(words).into_string()></a>
            <nav class="views" aria-label=words.label(Label::NavName) inner_html=move || links.get()></nav>
            <div class="top__tools">
                <ThemeList/>
                <a href=same_view lang=other.tag() hreflang=other.tag()>{words.label(Label::SwitchLanguage)}</a>
            </div>
        </header>
    }
}

#[component]
fn ThemeList() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let theme = app.memo(|state| state.theme);
    let option = move |option: Theme| {
        let label = match option {
            Theme::Auto => Label::ThemeAuto,
            Theme::Light => Label::ThemeLight,
            Theme::Dark => Label::ThemeDark,
        };
        view! { <option value=option.name() prop:selected=move || theme.get() == option>{words.label(label)}</option> }
    };
    view! {
        <label class="theme">
            <span class="visually-hidden">{words.label(Label::Theme)}</span>
            <select
                name="theme"
                on:change:target=move |event| {
                    let theme = Theme::from_name(&event.target().value());
                    app.update(|state| state.chose_theme(theme));
                }
            >
                {Theme::ALL.map(option).collect_view()}
            </select>
        </label>
    }
}
