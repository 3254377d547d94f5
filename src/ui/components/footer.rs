//! The foot of every page: whose work this is, what happens to answers, and how to forget them.

use leptos::prelude::*;

use crate::content::Label;
use crate::html;
use crate::link::View;
use crate::platform::address;
use crate::ui::Now;

/// The footer. Attribution is always visible.
pub(in crate::ui) fn footer(now: Now<'_>) -> AnyView {
    let ui = now.ui;
    let home = now.href(View::Home);
    let forget = if now.state.forgetting {
        view! {
            <div class="forget" role="alertdialog" aria-label=now.label(Label::Forget)>
                <p>{now.label(Label::ForgetConfirm)}</p>
                <div class="bar bar--tight">
                    <button type="button" class="button button--small" on:click=move |_| {
                        ui.update(|state| state.forgot());
                        address::go(&home);
                    }>{now.label(Label::Forget)}</button>
                    <button type="button" class="button button--small button--quiet" on:click=move |_| {
                        ui.update(|state| state.thought_better());
                    }>{now.label(Label::Back)}</button>
                </div>
            </div>
        }
        .into_any()
    } else {
        view! {
            <button type="button" class="link-button" on:click=move |_| ui.update(|state| state.asked_to_forget())>
                {now.label(Label::Forget)}
            </button>
        }
        .into_any()
    };
    let attribution = now.html(|html, page| html::footer(html, page.words));
    view! {
        <footer class="foot">
            <p>{now.label(Label::Privacy)}</p>
            {forget}
            <div inner_html=attribution></div>
        </footer>
    }
    .into_any()
}
