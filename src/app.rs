//! The root component, and what every component can ask for.

use boussole_core::content::Content;
use boussole_core::domain::{Answers, Lang};
use boussole_core::link::{Address, View};
use boussole_core::state::{AppState, Change};
use boussole_core::words::Words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser::{address, page};
use crate::components::{ConfirmDialog, Footer, FrameBar, Header, Messages, Printed, Status};
use crate::documents::{Page, Place};
use crate::pages::Screen;

/// The content, the state, and what is computed from it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct App {
    /// The content of this build.
    pub content: &'static Content,
    /// Whether this is the site or the single file.
    pub place: Place,
    /// What the screen remembers. Components change it through [`App::update`] and the named transitions of [`AppState`].
    pub state: RwSignal<AppState>,
    /// The reader's language.
    pub lang: Memo<Lang>,
    /// The view on screen.
    pub view: Memo<View>,
    /// The answers on screen.
    pub answers: Memo<Answers>,
    /// What the last answer changed.
    pub change: Memo<Option<Change>>,
}

impl App {
    /// Creates the context of a state and provides it to every component below.
    pub fn provide(content: &'static Content, place: Place, state: AppState) -> Self {
        let state = RwSignal::new(state);
        let app = Self {
            content,
            place,
            state,
            lang: Memo::new(move |_| state.with(|state| state.lang)),
            view: Memo::new(move |_| state.with(|state| state.view)),
            answers: Memo::new(move |_| state.with(|state| state.answers().clone())),
            change: Memo::new(move |_| state.with(|state| state.change)),
        };
        provide_context(app);
        app
    }

    /// Applies a transition to the state.
    pub fn update(self, transition: impl FnOnce(&mut AppState)) {
        self.state.update(transition);
    }

    /// Applies a transition of a button that it removes from the page: the focus moves to the first element that `selector`
    /// finds, unless it is somewhere already.
    pub fn update_and_focus(self, transition: impl FnOnce(&mut AppState), selector: &'static str) {
        self.update(transition);
        page::after_drawing(move || page::focus_if_lost(selector));
    }

    /// A value computed from the state, which changes only when the value does.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(
        self,
        compute: impl Fn(&AppState) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.state.with(&compute))
    }

    /// Calls `write` with what documents are written from.
    pub fn with_page<T>(self, write: impl FnOnce(Page<'_>, &AppState) -> T) -> T {
        self.state.with(|state| {
            let words = Words::new(self.content, state.lang);
            write(Page { words, answers: state.answers(), place: self.place }, state)
        })
    }

    /// The address of a view, in the reader's language.
    pub fn href(self, view: View) -> String {
        let words = Words::new(self.content, self.lang.get());
        Page { words, answers: &Answers::new(), place: self.place }.href(view)
    }

    /// Goes to a view, unless it is on screen. A frame changes its view without its address.
    pub fn go(self, view: View) {
        let (is_frame, lang) = self.state.with_untracked(|state| (state.embed.is_some(), state.lang));
        if is_frame {
            return self.update(|state| state.turned_to(view));
        }
        let fragment = Address::View(lang, view).write(self.content);
        if fragment != address::fragment() {
            address::go(&fragment);
        }
    }

    /// Applies a transition that may name the next view, and goes there.
    pub fn go_on(self, transition: impl FnOnce(&mut AppState, &'static Content) -> Option<View>) {
        let mut next = None;
        self.update(|state| next = transition(state, self.content));
        if let Some(view) = next {
            self.go(view);
        }
    }

    /// Applies a transition that may change the view, and makes the address follow.
    pub fn settle(self, transition: impl FnOnce(&mut AppState)) {
        self.update(transition);
        self.go(self.view.get_untracked());
    }

    /// Opens what was received from elsewhere, at the address that the transition names, if any.
    pub fn open_received(self, transition: impl FnOnce(&mut AppState) -> Option<String>) {
        let mut fragment = None;
        self.update(|state| fragment = transition(state));
        if let Some(fragment) = fragment {
            address::go(&fragment);
        }
    }
}

/// The context of the app.
pub fn use_app() -> App {
    expect_context()
}

/// The reader's words. A component is created again when the language changes, so it may keep them.
pub fn use_words() -> Words<'static> {
    expect_context()
}

/// The whole page. Every word depends on the language, so another language creates all of it again.
#[component]
pub fn Root() -> impl IntoView {
    let app = use_app();
    let is_frame = app.memo(|state| state.embed.is_some());
    // What was on screen at the first click of a double click.
    let clicked_on = StoredValue::new((View::Home, None));
    let on_click = move |event: MouseEvent| {
        let shown = app.state.with_untracked(|state| (state.view, state.question(app.content)));
        if event.detail() > 1 && clicked_on.get_value() != shown {
            // The second click was meant for the page before: it does nothing to what came under the pointer.
            event.prevent_default();
            event.stop_propagation();
        } else {
            clicked_on.set_value(shown);
            page::resolve_link(&event);
        }
    };
    view! {
        <div class="page" on:click:capture=on_click>
            {move || {
                provide_context(Words::new(app.content, app.lang.get()));
                let is_frame = is_frame.get();
                view! {
                    {(!is_frame).then(|| view! { <Header/> })}
                    <Messages/>
                    <Status/>
                    <Screen/>
                    {if is_frame { view! { <FrameBar/> }.into_any() } else { view! { <Footer/> }.into_any() }}
                    <Printed/>
                    <ConfirmDialog/>
                }
            }}
        </div>
    }
}
