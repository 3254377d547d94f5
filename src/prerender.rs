//! Renders components to HTML, when the app is packed and in tests.

use boussole_core::content::Content;
use boussole_core::state::AppState;
use leptos::prelude::*;

use crate::app::{App, Root};
use crate::documents::Place;

/// The whole page of a state.
#[must_use]
pub fn prerender(content: &'static Content, place: Place, state: AppState) -> String {
    Owner::new().with(|| {
        App::provide(content, place, state);
        view! { <Root/> }.to_html()
    })
}
