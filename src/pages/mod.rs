//! One file for each view.

mod home;

use boussole_core::content::Topic;
use boussole_core::link::View;
use leptos::prelude::*;

use crate::app::use_app;
use crate::browser::page;
use crate::html;

/// A topic with its position in the content.
#[derive(Clone, Copy)]
pub struct TopicAt {
    /// The position.
    pub position: usize,
    /// The topic.
    pub topic: &'static Topic,
}

/// The page of the view on screen. Another question is another page.
#[component]
pub fn Screen() -> impl IntoView {
    let app = use_app();
    let shown = app.memo(move |state| (state.view, state.embed.is_some(), state.question(app.content)));
    move || {
        let (view, is_frame, _question) = shown.get();
        match (view, is_frame) {
            (View::Home, false) => view! { <home::Home/> }.into_any(),
            _ => view! { <Moving/> }.into_any(),
        }
    }
}

/// A page that the old builder still writes.
#[component]
fn Moving() -> impl IntoView {
    let app = use_app();
    let main = Memo::new(move |_| {
        app.with_page(|page, state| {
            let main =
                html::screen(page, state, &|| page::static_page(&state.address(app.content).write(app.content))).main;
            (main.class, main.inside())
        })
    });
    view! { <main id="main" class=move || main.get().0 inner_html=move || main.get().1></main> }
}
