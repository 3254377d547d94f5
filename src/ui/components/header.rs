//! The top of every page: the name, the way home, the other language, the theme.

use leptos::prelude::*;

use crate::app::Theme;
use crate::content::Label;
use crate::html::ROSE;
use crate::link::{Address, View};
use crate::ui::Now;

/// The header. The plain page has the same, so that starting moves nothing.
pub(in crate::ui) fn header(now: Now<'_>) -> AnyView {
    let ui = now.ui;
    let other = now.state.lang.other();
    let there = Address::View(other, now.state.view).write(ui.content);
    let themes: Vec<_> = Theme::ALL
        .into_iter()
        .map(|theme| {
            let label = match theme {
                Theme::Auto => Label::ThemeAuto,
                Theme::Light => Label::ThemeLight,
                Theme::Dark => Label::ThemeDark,
            };
            view! { <option value=theme.name() prop:selected=theme == now.state.theme>{now.label(label)}</option> }
        })
        .collect();
    let brand = [ROSE, now.label(Label::AppTitle)].concat();
    view! {
        <header class="top">
            <a class="brand" href=now.href(View::Home) inner_html=brand></a>
            <nav class="top__nav">
                <label class="theme">
                    <span class="visually-hidden">{now.label(Label::Theme)}</span>
                    <select on:change=move |event| ui.update(|state| state.changed_theme(Theme::from_name(&event_target_value(&event))))>
                        {themes}
                    </select>
                </label>
                <a href=there lang=other.tag() hreflang=other.tag()>{now.label(Label::SwitchLanguage)}</a>
            </nav>
        </header>
    }
    .into_any()
}
