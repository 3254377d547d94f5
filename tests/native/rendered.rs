//! Pages as the components render them.

use boussole::documents::Place;
use boussole::{bundled, prerender};
use boussole_core::state::AppState;

/// The whole page of a state, without the comments that keep texts apart.
pub(crate) fn page(state: &AppState, place: Place) -> String {
    let html = prerender(bundled::content(), place, state.clone());
    html.replace("<!>", "").replace("<!---->", "")
}

/// The inside of its main element.
pub(crate) fn main(state: &AppState, place: Place) -> String {
    let page = page(state, place);
    let (_, main) = page.split_once("<main ").unwrap();
    let (_, inside) = main.split_once('>').unwrap();
    inside.split_once("</main>").unwrap().0.to_owned()
}
