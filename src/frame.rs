//! The app in a frame: what it keeps, and its messages with the page around it.

use boussole_core::content::Content;
use boussole_core::domain::QuestionId;
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::record::message;
use boussole_core::state::{AppState, is_for_host, shifted};
use leptos::prelude::*;

use crate::app::App;
use crate::browser::storage::{Keep, keys};
use crate::browser::{address, host, page, storage};
use crate::json;

/// The state of a frame, when the address is that of one. The person's own answers on the device are neither read nor written.
#[must_use]
pub fn restored(content: &'static Content) -> Option<AppState> {
    let kept = |name: &str| storage::read(Keep::Tab, &key(name));
    let state = AppState::embedded(content, &address::fragment(), kept, host::is_there())?;
    let accent = state.embed.as_ref().and_then(|embed| embed.options.accent.as_ref());
    if let Some(accent) = accent {
        page::set_style("--tint", &format!("#{accent}"));
        page::set_data("tint", "");
    }
    Some(state)
}

/// The key under which the tab keeps a frame.
fn key(name: &str) -> String {
    format!("{}{}/{name}", keys::EMBED, host::name())
}

/// Connects a frame with the page around it: its keys, what it asks, and the first message.
pub fn connect(app: App) {
    let frame = app.state.with_untracked(|state| {
        let embed = state.embed.as_ref()?;
        Some((app.content.topics.get(embed.topic)?, embed.options.is_page, state.lang))
    });
    let Some((topic, is_page, lang)) = frame else {
        return;
    };
    if is_page {
        // A page scrolls by itself: its keys stay with it.
        host::on_resize(report_height);
    } else if host::is_there() {
        host::on_key(
            |key, uses| is_for_host(key, uses.arrows, uses.space),
            |key, code, is_shifted| {
                let (key, code) = if is_shifted { shifted(key, code) } else { (key, code) };
                host::post(&message::key(key, code));
                // The deck may leave the slide on this key: the next key must not reach a frame that is out of sight.
                host::give_focus_back();
            },
        );
    }
    host::on_message(move |data| {
        if let Some(request) = json::read(&data).and_then(|json| message::read(app.content, topic, &json)) {
            app.update(|state| state.asked(app.content, request));
        }
    });
    host::post(&message::ready(topic, lang));
    if is_page {
        report_height();
    }
}

/// Gives the focus back to the page around the frame, where the person goes on.
pub fn leave() {
    host::give_focus_back();
    host::post(&message::focus_returned());
}

fn report_height() {
    host::post(&message::height(page::height()));
}

/// What a frame keeps and reports of its state.
#[derive(Clone, PartialEq)]
struct Report {
    key: String,
    kept: String,
    address: String,
    has_answers: bool,
    progress: String,
    verdict: Option<String>,
    is_page: bool,
}

/// Keeps the answers in the tab and in the frame's address, and reports progress and verdict to the page around.
pub fn keep_and_report(app: App) {
    let report = app.memo(move |state| Report::new(app.content, state));
    Effect::new(move |before: Option<Option<Report>>| {
        let now = report.get();
        if let Some(now) = &now {
            now.send(before.as_ref().and_then(Option::as_ref));
        }
        now
    });
}

impl Report {
    fn new(content: &'static Content, state: &AppState) -> Option<Self> {
        let embed = state.embed.as_ref()?;
        let topic = content.topics.get(embed.topic)?;
        let answers = state.answers();
        let code = state.embed_code(content);
        let is_left = |question: &QuestionId| answers.get(*question).is_none();
        let n_left = || engine::open(topic, answers).into_iter().filter(is_left).count();
        let is_told = matches!(state.view, View::Verdict(_)) && embed.shows_verdict();
        Some(Self {
            key: key(&embed.name),
            kept: embed.kept(&code),
            has_answers: !code.is_empty(),
            address: embed.address(state.lang, code).write(content),
            progress: message::progress(
                engine::answered_questions(topic, answers).count(),
                embed.shows_verdict().then(n_left),
            ),
            verdict: is_told.then(|| message::verdict(topic, engine::judge(topic, answers).range)),
            is_page: embed.options.is_page,
        })
    }

    /// Keeps and reports what changed.
    fn send(&self, before: Option<&Self>) {
        if before.is_none_or(|before| before.kept != self.kept) {
            storage::write(Keep::Tab, &self.key, Some(&self.kept));
        }
        // At the start too: the deck may have given its own address again after the tab kept answers.
        let is_noted = match before {
            Some(before) => before.address == self.address,
            None => !self.has_answers || address::fragment() == self.address,
        };
        if !is_noted {
            address::note(&self.address);
        }
        if before.is_none_or(|before| before.progress != self.progress) {
            host::post(&self.progress);
        }
        let is_new = before.is_none_or(|before| before.verdict != self.verdict);
        if let Some(verdict) = self.verdict.as_ref().filter(|_| is_new) {
            host::post(verdict);
        }
        if self.is_page && before.is_some() {
            page::after_drawing(report_height);
        }
    }
}
