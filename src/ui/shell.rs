//! Starts the app, draws what stands around every page, and holds the app's one effect.

use core::cell::Cell;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::components::{footer, header, notices};
use super::{Now, Ui, pages};
use crate::app::{AppState, Guest, Origin, Theme, read_kept};
use crate::carried;
use crate::content::{Content, Label};
use crate::domain::{Answers, Lang};
use crate::link::{View, decode, encode};
use crate::platform::{address, page, storage, storage::Keep};
use crate::words::{Notice, Words};

/// The names under which things are kept on the device.
mod kept {
    pub(super) const ANSWERS: &str = "boussole.answers";
    pub(super) const UNREADABLE: &str = "boussole.answers.unreadable";
    pub(super) const GUEST: &str = "boussole.guest";
    pub(super) const LANG: &str = "boussole.lang";
    pub(super) const THEME: &str = "boussole.theme";
}

/// Starts the app in the place of the plain page, with what was picked there.
pub fn start() {
    let content = carried::content();
    let Some(element) = page::app() else {
        return;
    };
    let before = page::take_over();
    let (mut state, notices) = restored(content);
    let mut stead = state.opened(content, &address::fragment());
    state.took_over(content, &before.picked);
    // Told last: opening an address clears what was told of the page before it.
    for notice in notices {
        state.told(notice);
    }
    // Further down the plain page than its first question: go on with all of them on one page.
    if let View::Question(topic, Some(first)) = state.view {
        let first = content.question(first).map(|question| question.id.as_str());
        if before.picked.iter().any(|(name, _)| Some(name.as_str()) != first) {
            state.view = View::All(topic);
            stead = Some(state.address().write(content));
        }
    }
    let ui = Ui { content, state: RwSignal::new(state) };
    mount_to(element, move || {
        effect(ui);
        view! { {move || shell(ui)} }
    })
    .forget();
    if let Some(anchor) = &before.anchor {
        page::settle_at(anchor);
    }
    // The browser tells of our own change of address too: the page is drawn by then.
    let ours = Cell::new(None);
    let replace = move |stead: Option<String>| stead.filter(|stead| address::replace(stead));
    ours.set(replace(stead));
    address::on_change(move |fragment| {
        if ours.take().as_ref() == Some(&fragment) {
            return;
        }
        let mut stead = None;
        ui.update(|state| stead = state.opened(content, &fragment));
        ours.set(replace(stead));
    });
    page::set_data("app", "ready");
}

/// The state as the device kept it, and what to tell of that.
fn restored(content: &'static Content) -> (AppState, Vec<Notice>) {
    let lang = Lang::from_tag(&page::lang()).unwrap_or_default();
    let theme = Theme::from_name(&storage::read(Keep::Device, kept::THEME).unwrap_or_default());
    let mut notices = Vec::new();
    let own = match storage::read(Keep::Device, kept::ANSWERS) {
        Some(code) => read_kept(content, &code).unwrap_or_else(|_| {
            notices.push(Notice::StoredUnreadable);
            storage::write(Keep::Device, kept::UNREADABLE, Some(&code));
            Answers::new()
        }),
        None => Answers::new(),
    };
    let mut state = AppState::new(lang, theme, own);
    state.guest = storage::read(Keep::Tab, kept::GUEST).and_then(|guest| read_guest(content, &guest));
    if !storage::keeps() {
        notices.push(Notice::NotKept);
    }
    (state, notices)
}

/// Somebody else's answers as this tab keeps them: where they come from, and the code.
fn write_guest(content: &Content, guest: &Guest) -> String {
    let code = encode(content, &guest.answers);
    match guest.origin {
        Origin::Example(situation) => {
            let id = content.situations.get(situation).map_or("", |situation| &situation.id);
            format!("{id}/{code}")
        }
        Origin::Link => format!("/{code}"),
    }
}

fn read_guest(content: &Content, kept: &str) -> Option<Guest> {
    let (origin, code) = kept.split_once('/')?;
    let origin = match origin {
        "" => Origin::Link,
        id => Origin::Example(content.situations.iter().position(|situation| situation.id == id)?),
    };
    let (answers, notices) = decode(content, code);
    notices.is_empty().then_some(Guest { origin, answers })
}

/// What the browser is told of the state.
#[derive(PartialEq)]
struct Told {
    answers: Option<String>,
    guest: Option<String>,
    lang: Lang,
    theme: Theme,
    title: String,
    view: View,
    lacks_answer: bool,
    forgot: bool,
}

impl Told {
    fn new(content: &'static Content, state: &AppState) -> Self {
        Self {
            answers: (!state.own.is_empty()).then(|| encode(content, &state.own)),
            guest: state.guest.as_ref().map(|guest| write_guest(content, guest)),
            lang: state.lang,
            theme: state.theme,
            title: title(content, state),
            view: state.view,
            lacks_answer: state.lacks_answer,
            forgot: state.notices.contains(&Notice::Forgotten),
        }
    }
}

/// The effect of the app: it speaks to the browser only, of what changed since the last time. One effect rather than one
/// for each line, which take a kilobyte each in the wasm.
fn effect(ui: Ui) {
    Effect::new(move |before: Option<Told>| {
        let told = ui.state.with(|state| Told::new(ui.content, state));
        let before = before.as_ref();
        if before.is_none_or(|before| before.answers != told.answers) {
            storage::write(Keep::Device, kept::ANSWERS, told.answers.as_deref());
        }
        if told.forgot && before.is_some_and(|before| !before.forgot) {
            // The answers go as the state does: this is all the rest.
            for name in [kept::UNREADABLE, kept::LANG, kept::THEME] {
                storage::write(Keep::Device, name, None);
            }
        }
        if before.is_none_or(|before| before.guest != told.guest) {
            storage::write(Keep::Tab, kept::GUEST, told.guest.as_deref());
        }
        if before.is_none_or(|before| before.theme != told.theme) {
            page::set_data("theme", told.theme.name());
            storage::write(Keep::Device, kept::THEME, (told.theme != Theme::Auto).then(|| told.theme.name()));
        }
        if before.is_none_or(|before| before.title != told.title) {
            page::set_title(&told.title);
        }
        // The page that the app starts on was already being read, in a language that was not chosen here.
        if let Some(before) = before {
            if before.lang != told.lang {
                page::set_lang(told.lang.tag());
                storage::write(Keep::Device, kept::LANG, Some(told.lang.tag()));
            }
            if before.view != told.view {
                page::focus_heading();
            }
            if !before.lacks_answer && told.lacks_answer {
                page::focus(".error a");
            }
        }
        told
    });
}

fn title(content: &'static Content, state: &AppState) -> String {
    let words = Words::new(content, state.lang);
    let app = words.label(Label::AppTitle);
    let topic = |topic: usize| content.topics.get(topic).map_or("", |topic| topic.name.get(state.lang));
    let page = match state.view {
        View::Home => words.label(Label::AppQuestion).to_owned(),
        View::Question(position, _) => state
            .question(content)
            .and_then(|question| content.question(question))
            .map_or_else(|| topic(position).to_owned(), |question| question.ask.get(state.lang).to_owned()),
        View::All(position) => topic(position).to_owned(),
        View::Verdict(position) => content.topics.get(position).map_or_else(String::new, |topic| {
            let range = crate::engine::judge(topic, state.answers()).range;
            format!("{} · {}", topic.name.get(state.lang), words.heading(range))
        }),
        View::Example(situation) => content
            .situations
            .get(situation)
            .map_or_else(String::new, |situation| situation.name.get(state.lang).to_owned()),
    };
    let title = format!("{page} · {app}");
    if state.lacks_answer { words.fill(Label::ErrorPrefix, &[("title", &title)]) } else { title }
}

fn shell(ui: Ui) -> impl IntoView {
    let state = ui.state.get();
    let now = Now::new(ui, &state);
    view! {
        <div class="page">
            <a class="skip" href="#main" on:click=move |event| {
                // The address after `#` is ours: move there without it.
                event.prevent_default();
                page::focus("#main h1");
            }>{now.label(Label::SkipToContent)}</a>
            {header(now)}
            {notices(now)}
            <p class="visually-hidden" role="status">{announcement(now)}</p>
            {pages::page(now)}
            {footer(now)}
        </div>
    }
}

/// What the last answer did, for those who do not see the dial move.
fn announcement(now: Now<'_>) -> String {
    let Some(change) = now.state.change else {
        return String::new();
    };
    now.words
        .change(change.before, change.after)
        .map(|changed| format!("{changed} {}", now.words.range(change.after)))
        .unwrap_or_default()
}
