//! Pages as the app shows them, for tests that read them.

use boussole::documents::Place;
use boussole::{bundled, prerender};
use boussole_core::state::AppState;

/// The whole page of a state, without the marks that Leptos leaves between texts.
pub(crate) fn rendered(place: Place, state: &AppState) -> String {
    prerender(bundled::content(), place, state.clone()).replace("<!>", "")
}

/// The main part of a page.
pub(crate) fn main_of(page: &str) -> &str {
    let (_, main) = page.split_once("<main").unwrap();
    main.split_once("</main>").unwrap().0
}
