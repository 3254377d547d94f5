//! The page that shares a result: its link, a QR code, a message, a decision record, a picture and a file.

use boussole_core::content::{Label, Topic};
use boussole_core::domain::Date;
use boussole_core::engine;
use boussole_core::record::card::{Shape, card};
use boussole_core::record::decision::{Case, message};
use boussole_core::record::json;
use boussole_core::state::{AppState, CopyField};
use boussole_core::words::Words;
use leptos::prelude::*;

use super::TopicAt;
use crate::app::{App, use_app, use_words};
use crate::browser::clipboard;
use crate::components::{CopyText, Document, Picker, PickerOption, QrCode, QuietButton, SaveButton, SavePngButton};
use crate::documents::{files, share};

/// The page.
#[component]
pub fn SharePage(
    /// The technology of the result. None for the answers about all technologies.
    at: Option<TopicAt>,
) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let link = app.memo(move |state| share::link(app.content, state));
    let result = at.map(|at| SharedResult::new(app, words, at.topic, link));
    let message = Memo::new(move |_| match result {
        Some(result) => result.with_case(message),
        None => app.with_page(|page, _| link.with(|link| share::overview(page, link))),
    });
    let topic = at.map(|at| at.topic);
    view! {
        <main id="main" class="read">
            <div class="read__main">
                {result.map(|result| view! { <p class="step">{move || result.heading()}</p> })}
                <h1 tabindex="-1">{words.label(if at.is_some() { Label::ShareTitle } else { Label::ShareSix })}</h1>
                <LinkToShare link message/>
                <QrCode title=Label::ShareQr link stem=files::stem(topic)/>
                <h2>{words.label(Label::ShareMessage)}</h2>
                <CopyText field=CopyField::Message label=Label::ShareMessage text=message rows=3/>
                {result.map(|result| view! { <Record result/> <Card result/> })}
                <AnswersFile topic/>
                <Document write=move |page| share::ways(page, at.map(|at| at.position))/>
            </div>
        </main>
    }
}

/// The result of a technology, and the link that opens it.
#[derive(Clone, Copy)]
struct SharedResult {
    app: App,
    words: Words<'static>,
    topic: &'static Topic,
    link: Memo<String>,
    today: Date,
}

impl SharedResult {
    fn new(app: App, words: Words<'static>, topic: &'static Topic, link: Memo<String>) -> Self {
        let today = app.state.with_untracked(|state| state.sharing.today);
        Self { app, words, topic, link, today }
    }

    /// Calls `work` with the case that records, messages and pictures are written from.
    fn with_case<T>(self, work: impl FnOnce(Case<'_>) -> T) -> T {
        let Self { words, topic, today, .. } = self;
        self.app.answers.with(|answers| self.link.with(|link| work(Case { words, topic, answers, link, today })))
    }

    fn heading(self) -> String {
        let range = self.app.answers.with(|answers| engine::judge(self.topic, answers).range);
        format!("{} · {}", self.topic.name.get(self.words.lang), self.words.heading(range))
    }
}

/// The link, or the code of the answers where the app has no public address.
#[component]
fn LinkToShare(link: Memo<String>, message: Memo<String>) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let (has_address, can_send) =
        app.state.with_untracked(|state| (state.sharing.base.is_some(), state.sharing.can_send));
    let label = if has_address { Label::ShareLink } else { Label::ShareCode };
    let note = move || {
        view! {
            {(!has_address).then(|| view! { <p>{words.label(Label::ShareCodeUse)}</p> })}
            <p class="muted">{words.label(Label::ShareHolds)}</p>
        }
    };
    let send = move || clipboard::send(&message.read_untracked());
    view! {
        <h2>{words.label(label)}</h2>
        <CopyText field=CopyField::Link label text=link note>
            {can_send.then(|| view! { <QuietButton label=words.label(Label::ShareSend) press=send/> })}
        </CopyText>
    }
}

/// The decision record, as long and in the form that the person picks.
#[component]
fn Record(result: SharedResult) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let is_full = app.memo(|state| state.sharing.is_full);
    let is_plain = app.memo(|state| state.sharing.is_plain);
    let text = Memo::new(move |_| result.with_case(|case| share::decision_record(case, is_full.get(), is_plain.get())));
    let file = move || Some(files::record(&files::stem(Some(result.topic)), is_plain.get(), text.get()));
    let option = |value, name, label| PickerOption { value, name, label: words.label(label) };
    view! {
        <h2>{words.label(Label::ShareRecord)}</h2>
        <p class="muted">{words.label(Label::ShareRecordText)}</p>
        <div class="pickers">
            <Picker
                label=Label::RecordLength
                name="record-length"
                options=vec![
                    option(false, "short", Label::RecordShort),
                    option(true, "full", Label::RecordFull),
                ]
                picked=|state| state.sharing.is_full
                pick=AppState::chose_record_length
            />
            <Picker
                label=Label::RecordForm
                name="record-form"
                options=vec![
                    option(false, "markdown", Label::RecordMarkdown),
                    option(true, "plain", Label::RecordPlain),
                ]
                picked=|state| state.sharing.is_plain
                pick=AppState::chose_record_form
            />
        </div>
        <CopyText field=CopyField::Record label=Label::ShareRecord text rows=12>
            <SaveButton label=words.label(Label::Save) file/>
        </CopyText>
    }
}

/// The result as a picture.
#[component]
fn Card(result: SharedResult) -> impl IntoView {
    let words = use_words();
    let shown = Memo::new(move |_| result.with_case(|case| card(Shape::Wide, case)));
    let picture = move |shape| move || result.with_case(|case| files::card(shape, case));
    let svg = move |shape| move || Some(picture(shape)().svg_file());
    view! {
        <h2>{words.label(Label::ShareCard)}</h2>
        <div class="picture" inner_html=move || shown.get()></div>
        <div class="bar">
            <SavePngButton label=words.label(Label::CardPng) picture=picture(Shape::Wide)/>
            <SavePngButton label=words.label(Label::CardPngSquare) picture=picture(Shape::Square)/>
            <SaveButton label=words.label(Label::CardSvg) file=svg(Shape::Wide)/>
            <SaveButton label=words.label(Label::CardSvgSquare) file=svg(Shape::Square)/>
        </div>
    }
}

/// The answers as a file that the app opens again.
#[component]
fn AnswersFile(topic: Option<&'static Topic>) -> impl IntoView {
    let (app, words) = (use_app(), use_words());
    let text = app.memo(move |state| json::write(app.content, &state.shared(app.content)));
    let file = move || Some(files::answers(&files::stem(topic), text.get()));
    view! {
        <h2>{words.label(Label::ShareFile)}</h2>
        <p class="muted">{words.label(Label::ShareFileText)}</p>
        <CopyText field=CopyField::Json label=Label::ShareFile text rows=5>
            <SaveButton label=words.label(Label::Save) file/>
        </CopyText>
    }
}
