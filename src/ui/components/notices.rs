//! What the app has to tell: refusals, damaged links, other verdicts that moved, whose answers are on screen.

use leptos::prelude::*;

use crate::app::{AppState, Origin};
use crate::content::Label;
use crate::platform::address;
use crate::ui::Now;

/// The banner and the notices, above the page.
pub(in crate::ui) fn notices(now: Now<'_>) -> AnyView {
    let ui = now.ui;
    let items: Vec<_> = now
        .state
        .notices
        .iter()
        .cloned()
        .map(|notice| {
            let text = now.words.notice(&notice);
            view! {
                <div class="notice" role="alert">
                    <p>{text}</p>
                    <button type="button" class="button button--small" on:click=move |_| ui.update(|state| state.dismissed(&notice))>
                        {now.label(Label::Dismiss)}
                    </button>
                </div>
            }
        })
        .collect();
    view! { <div class="notices">{guest(now)} {items}</div> }.into_any()
}

/// Whose answers are on screen, when they are not the person's own.
fn guest(now: Now<'_>) -> Option<AnyView> {
    let ui = now.ui;
    let guest = now.state.guest.as_ref()?;
    let text = match guest.origin {
        Origin::Example(situation) => {
            let name = ui.content.situations.get(situation).map_or("", |situation| situation.name.get(now.state.lang));
            now.words.fill(Label::GuestExample, &[("name", name)])
        }
        Origin::Link => now.label(Label::GuestLink).to_owned(),
    };
    // Leaving an example's page changes the place: the address follows.
    let settle = move |happened: fn(&mut AppState)| {
        ui.update(happened);
        let there = ui.state.with_untracked(|state| state.address().write(ui.content));
        if there != address::fragment() {
            address::go(&there);
        }
    };
    let banner = view! {
        <div class="notice notice--guest" role="region" aria-labelledby="guest">
            <p id="guest">{text}</p>
            <div class="bar bar--tight">
                <button type="button" class="button button--small" on:click=move |_| settle(AppState::left_guest)>
                    {now.label(Label::GuestLeave)}
                </button>
                <button type="button" class="button button--small button--quiet" on:click=move |_| settle(AppState::kept_guest)>
                    {now.label(Label::GuestKeep)}
                </button>
            </div>
        </div>
    };
    Some(banner.into_any())
}
