//! One file for each view.

mod home;
mod room;
mod rooms;
mod share;
mod slides;

use boussole_core::content::Topic;
use boussole_core::link::View;
use leptos::prelude::*;

use crate::app::use_app;
use crate::browser::page::static_page;
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
        let at = |position: usize| app.content.topics.get(position).map(|topic| TopicAt { position, topic });
        match (view, is_frame) {
            (View::Home, false) => view! { <home::Home/> }.into_any(),
            (View::Share(None), false) => view! { <share::SharePage at=None/> }.into_any(),
            (View::Share(Some(position)), false) => {
                page(at(position), |at| view! { <share::SharePage at=Some(at)/> }.into_any())
            }
            (View::Slides(_), false) => view! { <slides::SlidesPage/> }.into_any(),
            (View::Room(None), false) => view! { <rooms::RoomsPage/> }.into_any(),
            (View::Room(Some(position)), false) => page(at(position), |at| view! { <room::RoomPage at/> }.into_any()),
            _ => view! { <Moving/> }.into_any(),
        }
    }
}

/// The page of something, or an empty page when the content does not have it.
fn page<T>(of: Option<T>, view: impl FnOnce(T) -> AnyView) -> AnyView {
    of.map_or_else(|| view! { <main id="main" class="read"></main> }.into_any(), view)
}

/// A page that the old builder still writes.
#[component]
fn Moving() -> impl IntoView {
    let app = use_app();
    let main = Memo::new(move |_| {
        app.with_page(|page, state| {
            let main = html::screen(page, state, &|| static_page(&state.address(app.content).write(app.content))).main;
            (main.class, main.inside())
        })
    });
    view! { <main id="main" class=move || main.get().0 inner_html=move || main.get().1></main> }
}
