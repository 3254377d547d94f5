//! The header of a page: the app's name, the links to its pages, the theme and the other language.

use boussole_core::content::Label;
use boussole_core::link::View;
use boussole_core::state::Theme;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::{nav, rose};

/// The header of a static page. `there` is the address of the same page in the other language.
///
/// Choosing a theme needs the app, so the list is disabled: it keeps its place, and the header does not move when the app
/// starts.
#[must_use]
pub fn static_header(page: Page<'_>, there: &str, on_screen: Option<View>) -> Markup {
    let words = page.words;
    html! {
        header.top {
            (brand(page))
            nav.views aria-label=(words.label(Label::NavName)) { (nav(page, on_screen)) }
            div.top__tools {
                label.theme {
                    span.visually-hidden { (words.label(Label::Theme)) }
                    select disabled {
                        @for theme in Theme::ALL {
                            option value=(theme.name()) { (words.label(theme_label(theme))) }
                        }
                    }
                }
                (other_language(words, there))
            }
        }
    }
}

/// The compass and the app's name, which link to the first page.
#[must_use]
pub fn brand(page: Page<'_>) -> Markup {
    html! {
        a.brand href=(page.href(View::Home)) { (rose()) (page.words.label(Label::AppTitle)) }
    }
}

/// The link to the same page in the other language.
#[must_use]
pub fn other_language(words: Words<'_>, there: &str) -> Markup {
    let other = words.lang.other().tag();
    html! {
        a href=(there) lang=(other) hreflang=(other) { (words.label(Label::SwitchLanguage)) }
    }
}

/// The name of a theme.
#[must_use]
pub const fn theme_label(theme: Theme) -> Label {
    match theme {
        Theme::Auto => Label::ThemeAuto,
        Theme::Light => Label::ThemeLight,
        Theme::Dark => Label::ThemeDark,
    }
}
