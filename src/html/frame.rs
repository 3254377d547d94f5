//! What stands around every page: header, notices, footer.

use super::controls::option;
use super::parts::{ROSE, footer, nav};
use super::screen::part;
use super::{Html, Page, button};
use boussole_core::content::Label;
use boussole_core::engine;
use boussole_core::link::{Address, View};
use boussole_core::state::{AppState, Guest, Origin, Theme};

/// The header. `there` is the same place in the other language. Without the app, the theme cannot be changed.
pub(super) fn header(html: &mut Html, page: Page<'_>, there: &str, on_screen: Option<View>, has_app: bool) {
    let words = page.words;
    let other = words.lang.other();
    html.raw("<header class=\"top\">").link(&page.href(View::Home), "brand").raw(ROSE);
    html.text(words.label(Label::AppTitle)).raw("</a><nav class=\"views\" aria-label=\"");
    html.text(words.label(Label::NavName)).raw("\">");
    nav(html, page, on_screen);
    html.raw("</nav><div class=\"top__tools\"><label class=\"theme\">");
    html.classed("span", "visually-hidden", words.label(Label::Theme));
    html.raw(if has_app { "<select name=\"theme\">" } else { "<select disabled>" });
    for theme in Theme::ALL {
        let label = match theme {
            Theme::Auto => Label::ThemeAuto,
            Theme::Light => Label::ThemeLight,
            Theme::Dark => Label::ThemeDark,
        };
        option(html, theme.name(), words.label(label));
    }
    html.raw("</select></label><a href=\"").text(there).raw("\" lang=\"").raw(other.tag());
    html.raw("\" hreflang=\"").raw(other.tag()).raw("\">").text(words.label(Label::SwitchLanguage));
    html.raw("</a></div></header>");
}

/// The header of a page without the app.
pub(super) fn top(html: &mut Html, page: Page<'_>, there: &str, on_screen: Option<View>) {
    header(html, page, there, on_screen, false);
}

/// The app's own header.
pub(super) fn app_header(html: &mut Html, page: Page<'_>, state: &AppState) {
    let there = Address::View(state.lang.other(), state.view).write(page.words.content);
    html.raw("<a class=\"skip\" href=\"#main\" data-do=\"skip\">")
        .text(page.words.label(Label::SkipToContent))
        .raw("</a>");
    header(html, page, &there, Some(state.view), true);
}

/// Whose answers are on screen, when they are not the person's own, then what there is to tell: a part each.
pub(super) fn notices(page: Page<'_>, state: &AppState) -> Vec<String> {
    // Where one's own answers are worth setting beside these.
    let compared = state.view.topic().filter(|topic| engine::is_started(page.words.content, *topic, &state.own));
    let guest = state.guest.as_ref().map(|guest| part(|html| banner(html, page, guest, compared)));
    let told = state.notices.iter().enumerate().map(|(place, notice)| {
        part(|html| {
            html.raw("<div class=\"notice\" role=\"alert\">").tag("p", &page.words.notice(notice));
            button(html, "button button--small", "dismiss", &place.to_string(), page.words.label(Label::Dismiss));
            html.raw("</div>");
        })
    });
    guest.into_iter().chain(told).collect()
}

fn banner(html: &mut Html, page: Page<'_>, guest: &Guest, compared: Option<usize>) {
    let words = page.words;
    let text = match guest.origin {
        Origin::Example(situation) => {
            let name = words.content.situations.get(situation).map_or("", |situation| situation.name.get(words.lang));
            words.fill(Label::GuestExample, &[("name", name)])
        }
        Origin::Link => words.label(Label::GuestLink).to_owned(),
    };
    html.raw("<div class=\"notice notice--guest\" role=\"region\" aria-labelledby=\"guest\"><p id=\"guest\">");
    html.text(&text).raw("</p><div class=\"bar bar--tight\">");
    button(html, "button button--small", "leave-guest", "", words.label(Label::GuestLeave));
    button(html, "button button--small button--quiet", "keep-guest", "", words.label(Label::GuestKeep));
    if let Some(topic) = compared {
        let label = words.label(Label::CompareGuest);
        button(html, "button button--small button--quiet", "compare-guest", &topic.to_string(), label);
    }
    html.raw("</div></div>");
}

/// The footer: what happens to answers, how to forget them, and whose work this is.
pub(super) fn app_footer(html: &mut Html, page: Page<'_>, state: &AppState) {
    let words = page.words;
    html.tag("p", words.label(Label::Privacy));
    if state.confirming.is_some() {
        html.raw("<div class=\"forget\" role=\"alertdialog\" aria-label=\"").text(words.label(Label::Forget));
        html.raw("\">").tag("p", words.label(Label::ForgetConfirm)).raw("<div class=\"bar bar--tight\">");
        button(html, "button button--small", "forget", "", words.label(Label::Forget));
        button(html, "button button--small button--quiet", "keep", "", words.label(Label::Back));
        html.raw("</div></div>");
    } else {
        button(html, "link-button", "ask-to-forget", "", words.label(Label::Forget));
    }
    html.raw("<div>");
    footer(html, page);
    html.raw("</div>");
}
