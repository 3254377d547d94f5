//! What stands in for a page that the rest of the code draws, until that is here.
//!
//! Functions of the rest are called behind one of these checks only: called before it is here, they would stop the app.
//! `xtask/src/pack/split.rs` lists them.

use super::screen::{Main, part};
use super::{Html, Page};
use boussole_core::content::Label;
use boussole_core::link::View;
use boussole_core::state::{AppState, Rest};

/// Whether the rest of the code is here.
pub(super) fn is_here(state: &AppState) -> bool {
    state.rest == Rest::Here
}

/// Whether what is shown has to wait for the rest of the code.
pub(super) fn is_lacking(state: &AppState) -> bool {
    let is_of_rest = matches!(
        state.view,
        View::Choose
            | View::Plan
            | View::Compare(_)
            | View::Share(_)
            | View::Slides(_)
            | View::Room(_)
            | View::Join(..)
            | View::Joined(_)
    );
    is_of_rest && !is_here(state)
}

/// The page until then; or, when the rest could not be had, what to do.
pub(super) fn stand_in(page: Page<'_>, state: &AppState) -> Main {
    let words = page.words;
    let is_refused = state.rest == Rest::Refused;
    let write = |html: &mut Html| {
        let title = if is_refused { Label::RestMissing } else { Label::Starting };
        html.raw("<h1 tabindex=\"-1\">").text(words.label(title)).raw("</h1>");
        if is_refused {
            html.tag("p", words.label(Label::RestRefused));
        }
    };
    Main { class: "read", column: vec![part(write)], side: None }
}

#[cfg(test)]
mod tests {
    use crate::bundled;
    use crate::html::{Page, Place, screen};
    use boussole_core::content::Label;
    use boussole_core::domain::Lang;
    use boussole_core::link::{Order, View};
    use boussole_core::state::{AppState, Rest};
    use boussole_core::words::Words;

    /// Every page that the rest draws.
    const OF_REST: [View; 11] = [
        View::Choose,
        View::Plan,
        View::Compare(0),
        View::Share(None),
        View::Share(Some(0)),
        View::Slides(None),
        View::Slides(Some(0)),
        View::Room(None),
        View::Room(Some(0)),
        View::Join(0, None),
        View::Joined(0),
    ];

    /// The main heading of a view, and what stands after it.
    fn check(view: View, rest: Rest, title: Label, told: Option<Label>) {
        for lang in Lang::ALL {
            let mut state = AppState::new(lang, Default::default(), Default::default());
            (state.view, state.rest) = (view, rest);
            let words = Words::new(bundled::content(), lang);
            let page = Page { words, answers: state.answers(), place: Place::Site };
            let told = told.map(|told| ["<p>", words.label(told), "</p>"].concat()).unwrap_or_default();
            let expected = ["<h1 tabindex=\"-1\">", words.label(title), "</h1>", &told].concat();
            let screen = screen(page, &state, &String::new);
            assert_eq!(screen.main.column, [expected], "{view:?}");
            assert_eq!(screen.status, "", "{view:?}");
        }
    }

    #[test]
    fn pages_of_the_rest_wait_for_it_or_say_what_to_do() {
        for view in OF_REST {
            check(view, Rest::Awaited, Label::Starting, None);
            check(view, Rest::Refused, Label::RestMissing, Some(Label::RestRefused));
        }
    }

    #[test]
    fn other_pages_are_the_same_without_the_rest() {
        let others = [View::Home, View::Question(0, None), View::All(0), View::Verdict(0), View::Board(Order::Nearest)];
        for view in others.into_iter().chain([View::Example(0)]) {
            let mut state = AppState::new(Lang::Fr, Default::default(), Default::default());
            state.view = view;
            let words = Words::new(bundled::content(), Lang::Fr);
            let drawn = |state: &AppState| {
                let page = Page { words, answers: state.answers(), place: Place::Site };
                screen(page, state, &String::new)
            };
            let whole = drawn(&state);
            state.rest = Rest::Refused;
            assert_eq!(drawn(&state), whole, "{view:?}");
        }
    }
}
