//! Starts the app, draws what stands around every page, and holds the app's one effect.

use core::cell::Cell;

use leptos::mount::mount_to;
use leptos::prelude::*;

use super::Ui;
use super::events::{changed, clicked, dropped, refocus, rest_came, submitted, typed};
use super::{draw, json};
use crate::browser::{address, camera, clipboard, host, page, storage, storage::Keep};
use crate::bundled;
use crate::html::{self, Place, Screen};
use boussole_core::content::Content;
use boussole_core::domain::{Answers, Date, Lang, QuestionId};
use boussole_core::engine;
use boussole_core::link::{Address, View, encode};
use boussole_core::record::message;
use boussole_core::state::{
    AppState, Rest, Room, Theme, is_for_host, is_set_aside, read_guest, read_kept, read_other, read_room, shifted,
    write_guest, write_other, write_room,
};
use boussole_core::words::Notice;

/// The names under which things are kept on the device.
mod kept {
    pub(super) const ANSWERS: &str = "boussole.answers";
    pub(super) const UNREADABLE: &str = "boussole.answers.unreadable";
    pub(super) const GUEST: &str = "boussole.guest";
    pub(super) const OTHER: &str = "boussole.other";
    pub(super) const OTHER_UNREADABLE: &str = "boussole.other.unreadable";
    /// Then the frame's own name.
    pub(super) const EMBED: &str = "boussole.embed.";
    pub(super) const ROOM: &str = "boussole.room";
    pub(super) const LANG: &str = "boussole.lang";
    pub(super) const THEME: &str = "boussole.theme";
}

/// Starts the app in the place of the plain page, with what was picked there.
pub fn start() {
    let content = bundled::content();
    let Some(element) = page::app() else {
        return;
    };
    // A part of the chapter may be read already: where it stands is measured before anything is taken out of the page.
    let part = address::fragment().trim_start_matches('#').to_owned();
    let part_top = page::top_of_read(&part);
    let before = page::take_over();
    let place = if page::take_sheets() { Place::File } else { Place::Site };
    let embedded = embedded(content);
    let is_embed = embedded.is_some();
    if !is_embed {
        // An address that only looks like a frame's, of a technology that is none: this is the whole app, with its header.
        page::remove_data("frame");
    }
    let (mut state, mut stead) = match embedded {
        Some(state) => (state, None),
        None => whole(content, &before.picked),
    };
    // Further down the plain page than its first question: go on with all of them on one page.
    if let View::Question(topic, Some(first)) = state.view {
        let first = content.question(first).map(|question| question.id.as_str());
        if before.picked.iter().any(|(name, _)| Some(name.as_str()) != first) {
            state.view = View::All(topic);
            stead = Some(state.address(content).write(content));
        }
    }
    let (year, month, day) = page::today();
    // In a slide there is no room to tell that content is old: the whole app does.
    if let (Ok(year), Ok(month), Ok(day), false) = (year.try_into(), month.try_into(), day.try_into(), is_embed) {
        state.dated(content, Date { year, month, day });
    }
    let public = address::public();
    state.slides.is_online = public.is_some();
    state.sharing.base = public.or_else(|| bundled::base_url().map(str::to_owned));
    state.sharing.can_send = clipboard::can_send();
    if page::data("rest").is_some() {
        state.rest = Rest::Awaited;
    }
    let ui = Ui { content, state: RwSignal::new(state), place };
    mount_to(element, move || {
        effect(ui);
        let drawn = ui.state.with_untracked(|state| draw::screen(ui, state).whole());
        view! { <div class="page" inner_html=drawn></div> }
    })
    .forget();
    page::listen("change", move |event| changed(ui, event));
    page::listen("click", move |event| clicked(ui, event));
    page::listen("submit", move |event| submitted(ui, event));
    page::listen("input", move |event| typed(ui, event));
    page::listen("dragover", move |event| dropped(ui, event));
    page::listen("drop", move |event| dropped(ui, event));
    page::listen("rest", move |_| rest_came(ui));
    if let Some(anchor) = &before.anchor {
        page::settle_at(anchor);
    }
    if let (View::Chapter(Some(_)), Place::File) = (ui.state.with_untracked(|state| state.view), ui.place) {
        match part_top {
            Some(top) => page::settle_part(&part, top),
            None => page::focus_part(&part),
        }
    }
    // The browser tells of our own change of address too: the page is drawn by then.
    let ours = Cell::new(None);
    let replace = move |stead: Option<String>| stead.filter(|stead| address::replace(stead));
    ours.set(replace(stead));
    address::on_change(move |fragment| {
        if ours.take().as_ref() == Some(&fragment) {
            return;
        }
        if ui.state.with_untracked(|state| state.is_elsewhere(content, &fragment)) {
            return address::restart();
        }
        if is_embed {
            return;
        }
        let mut stead = None;
        ui.update(|state| stead = state.opened(content, &fragment));
        ours.set(replace(stead));
    });
    page::set_data("app", "ready");
    attend(ui);
}

/// The whole app, with what the device keeps and what was picked on the plain page, at the address that it is opened at. Gives
/// the address to put in its stead, if any.
fn whole(content: &'static Content, picked: &[(String, String)]) -> (AppState, Option<String>) {
    let (mut state, notices) = restored(content);
    let stead = state.opened(content, &address::fragment());
    state.took_over(content, picked);
    // Told last: opening an address clears what was told of the page before it.
    for notice in notices {
        state.told(notice);
    }
    (state, stead)
}

/// The app in a frame, when the address is one's. What the device keeps is the person's own: it is neither read nor written.
fn embedded(content: &'static Content) -> Option<AppState> {
    let kept = |name: &str| storage::read(Keep::Tab, &kept_name(name));
    let state = AppState::embedded(content, &address::fragment(), kept, host::is_there())?;
    let accent = state.embed.as_ref().and_then(|embed| embed.options.accent.as_ref());
    if let Some(accent) = accent {
        page::set_style("--tint", &["#", accent].concat());
        page::set_data("tint", "");
    }
    Some(state)
}

/// The name under which the tab keeps a frame.
fn kept_name(name: &str) -> String {
    [kept::EMBED, &host::name(), "/", name].concat()
}

/// In a frame: keys that are the page's around it, what it asks, and what it is told.
fn attend(ui: Ui) {
    let frame = ui.state.with_untracked(|state| {
        let embed = state.embed.as_ref()?;
        Some((ui.content.topics.get(embed.topic)?, embed.options.is_page, state.lang))
    });
    let Some((topic, is_page, lang)) = frame else {
        return;
    };
    if is_page {
        // A page scrolls by itself: its keys stay where they are.
        host::on_resize(tell_height);
    } else if host::is_there() {
        host::on_key(
            |key, uses| is_for_host(key, uses.arrows, uses.space),
            |key, code, is_shifted| {
                let (key, code) = if is_shifted { shifted(key, code) } else { (key, code) };
                host::tell(&message::key(key, code));
                // The deck may turn its slide on it: the next key must not reach a frame that is out of sight.
                host::give_focus_back();
            },
        );
    }
    host::on_message(move |said| {
        if let Some(request) = json::read(&said).and_then(|json| message::read(ui.content, topic, &json)) {
            ui.update(|state| state.asked(ui.content, request));
        }
    });
    host::tell(&message::ready(topic, lang));
    if is_page {
        tell_height();
    }
}

fn tell_height() {
    host::tell(&message::height(page::height()));
}

/// The person is done in the frame: the focus goes back to the page around it.
pub(super) fn leave() {
    host::give_focus_back();
    host::tell(&message::back());
}

/// The state as the device kept it, and what to tell of that.
fn restored(content: &'static Content) -> (AppState, Vec<Notice>) {
    let lang = Lang::from_tag(&page::lang()).unwrap_or_default();
    let theme = Theme::from_name(&storage::read(Keep::Device, kept::THEME).unwrap_or_default());
    let mut notices = Vec::new();
    let own = match storage::read(Keep::Device, kept::ANSWERS) {
        Some(code) => {
            let (own, told) = read_kept(content, &code).unwrap_or_else(|_| {
                notices.push(Notice::StoredUnreadable);
                Default::default()
            });
            if !notices.is_empty() || is_set_aside(&told) {
                storage::write(Keep::Device, kept::UNREADABLE, Some(&code));
            }
            notices.extend(told.into_iter().map(Notice::Kept));
            own
        }
        None => Answers::new(),
    };
    let mut state = AppState::new(lang, theme, own);
    if let Some(kept) = storage::read(Keep::Device, kept::OTHER) {
        let read = read_other(content, &kept);
        if read.as_ref().is_none_or(|(.., told)| is_set_aside(told)) {
            storage::write(Keep::Device, kept::OTHER_UNREADABLE, Some(&kept));
        }
        match read {
            Some((pair, other, told)) => {
                (state.pair, state.other) = (pair, Some(other));
                notices.extend(told.into_iter().map(Notice::Kept));
            }
            None => notices.push(Notice::OtherUnreadable),
        }
    }
    let room = storage::read(Keep::Tab, kept::ROOM).and_then(|room| read_room(content, &room));
    state.room = room.unwrap_or_default();
    state.room.can_scan = camera::can_scan();
    state.guest = storage::read(Keep::Tab, kept::GUEST).and_then(|guest| read_guest(content, &guest));
    if !storage::keeps() {
        notices.push(Notice::NotKept);
    }
    (state, notices)
}

/// What the browser is told of the state.
struct Told {
    screen: Screen,
    /// The answers on screen, which what is printed depends on.
    shown: Answers,
    answers: Option<String>,
    guest: Option<String>,
    other: Option<String>,
    room: Option<String>,
    lang: Lang,
    theme: Theme,
    title: String,
    view: View,
    rest: Rest,
    lacks_answer: bool,
    forgot: bool,
    /// Of a frame: what the tab keeps, and what the page around it is told.
    frame: Option<Frame>,
}

/// What a frame keeps and tells.
struct Frame {
    name: String,
    kept: String,
    address: String,
    has_answers: bool,
    progress: String,
    verdict: Option<String>,
    is_page: bool,
}

/// One's own answers as the device keeps them, which a frame has none of: boxes being ticked included, since a link may lead to
/// another document.
fn kept(content: &'static Content, state: &AppState) -> Option<String> {
    if state.embed.is_some() {
        return None;
    }
    let own = if state.guest.is_none() { state.preview() } else { state.own.clone() };
    (!own.is_empty()).then(|| encode(content, &own))
}

impl Told {
    fn new(ui: Ui, state: &AppState) -> Self {
        let content = ui.content;
        Self {
            screen: draw::screen(ui, state),
            shown: state.answers().clone(),
            answers: kept(content, state),
            guest: state.guest.as_ref().map(|guest| write_guest(content, guest)),
            other: state.other.as_ref().map(|other| write_other(content, state.pair, other)),
            room: write_room(content, &state.room),
            lang: state.lang,
            theme: state.theme,
            title: html::title(content, state),
            view: state.view,
            rest: state.rest,
            lacks_answer: state.lacks_answer,
            forgot: state.notices.contains(&Notice::Forgotten),
            frame: Frame::new(content, state),
        }
    }
}

/// The effect of the app: it speaks to the browser only, of what changed since the last time. One effect rather than one
/// for each line, which take a kilobyte each in the wasm.
fn effect(ui: Ui) {
    Effect::new(move |before: Option<Told>| {
        let told = ui.state.with(|state| Told::new(ui, state));
        let before = before.as_ref();
        // The first screen is drawn as the app is put in its place.
        if let Some(before) = before {
            draw::redraw(&before.screen, &told.screen);
        }
        // What is printed draws a QR code: only when it may have changed, which a flipped answer never does.
        let printed = |told: &Told| (told.view, told.lang, told.rest);
        if before.is_none_or(|before| before.shown != told.shown || printed(before) != printed(&told)) {
            ui.state.with_untracked(|state| page::draw(".page > .printed", &html::printed(ui.page(state), state)));
        }
        if before.is_none_or(|before| before.theme != told.theme) {
            page::set_data("theme", told.theme.name());
        }
        match &told.frame {
            Some(frame) => frame.told(before.and_then(|before| before.frame.as_ref())),
            None => keep(before, &told),
        }
        if before.is_none_or(|before| before.title != told.title) {
            page::set_title(&told.title);
        }
        // The text of a question stays the same while it is answered: what is picked is set on its elements.
        ui.state.with_untracked(|state| {
            page::show_picked(|name, value| state.shows(ui.content, name, value));
            // So does what is typed into a room.
            if let View::Room(Some(_)) = state.view {
                for name in [Room::CODES, Room::ONE] {
                    page::show_field(name, state.room.field(name).unwrap_or_default());
                }
            }
        });
        // The page that the app starts on was already being read, in a language that was not chosen here.
        if let Some(before) = before {
            if before.view == told.view {
                page::unfold_noted();
                refocus();
            }
            if before.lang != told.lang {
                page::set_lang(told.lang.tag());
                page::focus_if_lost("header [hreflang]");
            }
            // The chapter in another language is another text, and starts at its top.
            let is_other_text = before.lang != told.lang && matches!(told.view, View::Chapter(Some(_)));
            if before.view != told.view || is_other_text {
                arrive(ui, &told);
            }
            if !before.lacks_answer && told.lacks_answer {
                page::focus(".error a");
            }
        } else if told.view.is_outside() && ui.place == Place::Site {
            arrive(ui, &told);
        }
        told
    });
}

/// The device and the tab keep what changed.
fn keep(before: Option<&Told>, told: &Told) {
    if before.is_none_or(|before| before.answers != told.answers) {
        storage::write(Keep::Device, kept::ANSWERS, told.answers.as_deref());
    }
    if before.is_none_or(|before| before.other != told.other) {
        storage::write(Keep::Device, kept::OTHER, told.other.as_deref());
    }
    if told.forgot && before.is_some_and(|before| !before.forgot) {
        // The answers go as the state does: this is all the rest.
        for name in [kept::UNREADABLE, kept::OTHER_UNREADABLE, kept::LANG, kept::THEME] {
            storage::write(Keep::Device, name, None);
        }
    }
    if before.is_none_or(|before| before.guest != told.guest) {
        storage::write(Keep::Tab, kept::GUEST, told.guest.as_deref());
    }
    if before.is_none_or(|before| before.room != told.room) {
        storage::write(Keep::Tab, kept::ROOM, told.room.as_deref());
    }
    if before.is_none_or(|before| before.theme != told.theme) {
        storage::write(Keep::Device, kept::THEME, (told.theme != Theme::Auto).then(|| told.theme.name()));
    }
    if before.is_some_and(|before| before.lang != told.lang) {
        storage::write(Keep::Device, kept::LANG, Some(told.lang.tag()));
    }
}

impl Frame {
    fn new(content: &'static Content, state: &AppState) -> Option<Self> {
        let embed = state.embed.as_ref()?;
        let topic = content.topics.get(embed.topic)?;
        let answers = state.answers();
        let code = state.embed_code(content);
        let is_left = |question: &QuestionId| answers.get(*question).is_none();
        let n_left = || engine::open(topic, answers).into_iter().filter(is_left).count();
        let is_told = matches!(state.view, View::Verdict(_)) && embed.shows_verdict();
        Some(Self {
            name: kept_name(&embed.name),
            kept: embed.kept(&code),
            has_answers: !code.is_empty(),
            address: embed.address(state.lang, code).write(content),
            progress: message::progress(engine::asked(topic, answers).count(), embed.shows_verdict().then(n_left)),
            verdict: is_told.then(|| message::verdict(topic, engine::judge(topic, answers).range)),
            is_page: embed.options.is_page,
        })
    }

    /// Keeps what changed, in the tab and in the frame's own address, and tells the page around.
    fn told(&self, before: Option<&Self>) {
        if before.is_none_or(|before| before.kept != self.kept) {
            storage::write(Keep::Tab, &self.name, Some(&self.kept));
        }
        // At first too, when the deck gave its own address again and the tab had kept answers since.
        let is_noted = match before {
            Some(before) => before.address == self.address,
            None => !self.has_answers || address::fragment() == self.address,
        };
        if !is_noted {
            address::note(&self.address);
        }
        if before.is_none_or(|before| before.progress != self.progress) {
            host::tell(&self.progress);
        }
        if let Some(verdict) =
            self.verdict.as_ref().filter(|_| before.is_none_or(|before| before.verdict != self.verdict))
        {
            host::tell(verdict);
        }
        if self.is_page && before.is_some() {
            tell_height();
        }
    }
}

/// A new page is on screen: its heading has the focus. What is only read is beside the app on the site.
fn arrive(ui: Ui, told: &Told) {
    match (told.view, ui.place) {
        (view, Place::Site) if view.is_outside() => {
            ui.state.with_untracked(|state| address::leave(&ui.page(state).href(view)));
        }
        (View::Chapter(Some(_)), _) => {
            let id = Address::View(told.lang, told.view).write(ui.content);
            page::focus_part(id.trim_start_matches('#'));
        }
        // What was not done in the frame takes no focus into it; a verdict gives it back.
        _ if told.frame.is_some() && !page::has_focus() => {}
        (View::Verdict(_), _) if told.frame.as_ref().is_some_and(|frame| !frame.is_page) => leave(),
        // Its parts are known by their address alone.
        (View::Trainers, _) => page::focus_part(address::fragment().trim_start_matches('#')),
        _ => page::focus_heading(),
    }
}
