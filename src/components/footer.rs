//! The footer of the app: privacy, the way to forget everything, and credits.

use boussole_core::content::Label;
use boussole_core::state::AppState;
use leptos::prelude::*;

use crate::app::{use_app, use_words};
use crate::components::Document;
use crate::documents::parts::credits;

/// The footer.
#[component]
pub fn Footer() -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let is_forgetting = app.memo(|state| state.forgetting);
    let ask = move |_| app.update_and_focus(AppState::asked_to_forget, ".forget button");
    let button = move || {
        view! { <button type="button" class="link-button" on:click=ask>{words.label(Label::Forget)}</button> }
    };
    let forget = move |_| {
        app.update_and_focus(AppState::forgot, "h1");
        app.go(app.view.get_untracked());
    };
    let keep = move |_| app.update_and_focus(AppState::thought_better, ".foot .link-button");
    view! {
        <footer class="foot">
            <p>{words.label(Label::Privacy)}</p>
            <Show when=move || is_forgetting.get() fallback=button>
                <div class="forget" role="alertdialog" aria-label=words.label(Label::Forget)>
                    <p>{words.label(Label::ForgetConfirm)}</p>
                    <div class="bar bar--tight">
                        <button type="button" class="button button--small" on:click=forget>{words.label(Label::Forget)}</button>
                        <button type="button" class="button button--small button--quiet" on:click=keep>
                            {words.label(Label::Back)}
                        </button>
                    </div>
                </div>
            </Show>
            <Document write=credits/>
        </footer>
    }
}
