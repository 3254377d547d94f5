//! Pages as the components render them.

use boussole::documents::Place;
use boussole::{bundled, prerender};
use boussole_core::state::AppState;

/// The whole page of a state, without the comments that keep texts apart.
pub(crate) fn page(state: &AppState, place: Place) -> String {
    let html = prerender(bundled::content(), place, state.clone());
    html.replace("<!>", "").replace("<!---->", "")
}

/// The inside of the main element of a state's page.
pub(crate) fn main(state: &AppState, place: Place) -> String {
    let page = page(state, place);
    main_of(&page).split_once('>').unwrap().1.to_owned()
}

/// The main element of a page, from its attributes on.
pub(crate) fn main_of(page: &str) -> &str {
    let (_, main) = page.split_once("<main").unwrap();
    main.split_once("</main>").unwrap().0
}
