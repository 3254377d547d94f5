//! The ways out of a result: its link, a QR code, a message, a decision record, a file, a picture, paper.

use super::controls::option;
use super::screen::{Main, part};
use super::slides::{self, TWIN};
use super::{Html, Page, button, rest, room};
use boussole_core::content::{Content, Label, Topic};
use boussole_core::engine;
use boussole_core::link::{Order, View};
use boussole_core::record::card::{Shape, card};
use boussole_core::record::decision::{Case, Detail, decision, message};
use boussole_core::record::text::Form;
use boussole_core::record::{self, json, qr};
use boussole_core::state::{AppState, CopyField, Sharing};
use boussole_core::words::Words;

/// The fields of the page, as controls and buttons name them.
const LINK: &str = "link";
const MESSAGE: &str = "message";
const RECORD: &str = "record";
const JSON: &str = "json";

/// The page, for a topic or for all of them.
#[inline(never)]
pub(super) fn share(page: Page<'_>, state: &AppState, topic: Option<(usize, &Topic)>) -> Main {
    let words = page.words;
    let link = link(words.content, state);
    let mut column = vec![part(|html| head(html, page, topic))];
    let copied = |field: &str| column_told(words, state, field);
    column.push(part(|html| place(html, words, state, &link)));
    column.push(copied(LINK));
    column.push(part(|html| qr_code(html, words, Label::ShareQr, &link)));
    column.push(part(|html| {
        let said = match case(page, state, &link, topic) {
            Some(case) => message(case),
            None => overview(page, &link),
        };
        html.tag("h2", words.label(Label::ShareMessage));
        field(html, words, MESSAGE, Label::ShareMessage, &said, 3);
    }));
    column.push(copied(MESSAGE));
    if let Some(case) = case(page, state, &link, topic) {
        column.push(part(|html| record_head(html, words)));
        column.push(part(|html| record_field(html, state, case)));
        column.push(copied(RECORD));
        column.push(part(|html| picture(html, case)));
    }
    column.push(part(|html| file(html, page, state)));
    column.push(copied(JSON));
    column.push(part(|html| ways(html, page, topic)));
    Main { class: "read", column, side: None }
}

/// The link of what is shared, or its code.
pub(super) fn link(content: &Content, state: &AppState) -> String {
    record::link(content, state.sharing.base.as_deref(), &state.shared(content))
}

fn case<'a>(page: Page<'a>, state: &AppState, link: &'a str, topic: Option<(usize, &'a Topic)>) -> Option<Case<'a>> {
    let (_, topic) = topic?;
    Some(Case { words: page.words, topic, answers: page.answers, link, today: state.sharing.today })
}

fn head(html: &mut Html, page: Page<'_>, topic: Option<(usize, &Topic)>) {
    let words = page.words;
    if let Some((_, topic)) = topic {
        let heading = words.heading(engine::judge(topic, page.answers).range);
        html.classed("p", "step", &[topic.name.get(words.lang), " · ", &heading].concat());
    }
    html.raw("<h1 tabindex=\"-1\">");
    html.text(words.label(if topic.is_some() { Label::ShareTitle } else { Label::ShareSix })).raw("</h1>");
}

/// A text to take away, with the button that copies it, and the one that saves it where there is a file of the kind.
pub(super) fn field(html: &mut Html, words: Words<'_>, name: &str, label: Label, text: &str, rows: usize) {
    html.raw("<div class=\"copy\"><textarea readonly spellcheck=\"false\" id=\"share-").raw(name).raw("\" rows=\"");
    html.raw(&rows.to_string()).raw("\" aria-label=\"").text(words.label(label)).raw("\">");
    // The first line break of a field is not part of its text.
    html.raw("\n").text(text).raw("</textarea>");
    copy(html, words, name, label);
    if [RECORD, JSON].contains(&name) {
        button(html, "button button--quiet", "save", name, words.label(Label::Save));
    }
    html.raw("</div>");
}

/// The button that copies a field.
pub(super) fn copy(html: &mut Html, words: Words<'_>, name: &str, about: Label) {
    html.raw("<button type=\"button\" class=\"button\" data-do=\"copy\" data-on=\"").raw(name).raw("\">");
    html.text(words.label(Label::Copy)).unseen(words.lang, words.label(about)).raw("</button>");
}

const fn copy_name(field: CopyField) -> &'static str {
    match field {
        CopyField::Link => LINK,
        CopyField::Message => MESSAGE,
        CopyField::Record => RECORD,
        CopyField::Json => JSON,
        CopyField::Code => "code",
        CopyField::Frame => "frame",
    }
}

/// Whether the browser copied a field. A part of its own, so that what is selected in the field stays so.
pub(super) fn column_told(words: Words<'_>, state: &AppState, name: &str) -> String {
    part(|html| {
        if let Some((_, is_done)) = state.sharing.copied.as_ref().filter(|(field, _)| copy_name(*field) == name) {
            html.classed("p", "copy__told", words.label(told(*is_done)));
        }
    })
}

/// What is said of a copy.
pub(super) const fn told(is_done: bool) -> Label {
    if is_done { Label::Copied } else { Label::CopyRefused }
}

fn place(html: &mut Html, words: Words<'_>, state: &AppState, link: &str) {
    let has_base = state.sharing.base.is_some();
    let label = if has_base { Label::ShareLink } else { Label::ShareCode };
    html.tag("h2", words.label(label)).raw("<div class=\"copy\"><input readonly id=\"share-link\" aria-label=\"");
    html.text(words.label(label)).raw("\" value=\"").text(link).raw("\">");
    copy(html, words, LINK, label);
    if state.sharing.can_send {
        button(html, "button button--quiet", "send", "", words.label(Label::ShareSend));
    }
    html.raw("</div>");
    if !has_base {
        html.tag("p", words.label(Label::ShareCodeUse));
    }
    html.classed("p", "muted", words.label(Label::ShareHolds));
}

/// The code as on paper, and as large as the window: the browser's own popover needs no code of ours.
pub(super) fn qr_code(html: &mut Html, words: Words<'_>, title: Label, link: &str) {
    let Some(svg) = qr::svg(link) else {
        return;
    };
    let large = words.label(Label::QrLarge);
    html.tag("h2", words.label(title)).raw("<div class=\"qr-card\">").raw(&svg).raw("<p>");
    html.text(link).raw("</p></div><div class=\"bar\"><button type=\"button\" class=\"button button--quiet\" ");
    html.raw("popovertarget=\"qr-large\">").text(large).raw("</button>");
    button(html, "button button--quiet", "save", "qr", words.label(Label::CardSvg));
    html.raw("</div><div popover id=\"qr-large\" class=\"qr-large\" role=\"dialog\" aria-label=\"")
        .text(large)
        .raw("\">");
    html.raw(&svg)
        .raw("<p>")
        .text(link)
        .raw("</p><button type=\"button\" class=\"button\" popovertarget=\"qr-large\">");
    html.text(words.label(Label::Dismiss)).raw("</button></div>");
}

/// A line for each technology begun, then the link.
fn overview(page: Page<'_>, link: &str) -> String {
    let (words, content) = (page.words, page.words.content);
    let mut said = String::new();
    for (position, topic) in content.topics.iter().enumerate() {
        if engine::is_started(content, position, page.answers) {
            let heading = words.heading_short(engine::judge(topic, page.answers).range);
            said.push_str(&[topic.name.get(words.lang), " · ", &heading, "\n"].concat());
        }
    }
    [&said, link].concat()
}

fn record_head(html: &mut Html, words: Words<'_>) {
    html.tag("h2", words.label(Label::ShareRecord)).classed("p", "muted", words.label(Label::ShareRecordText));
    html.raw("<div class=\"pickers\">");
    let lists = [
        (Label::RecordLength, Sharing::LENGTH, [("short", Label::RecordShort), (Sharing::FULL, Label::RecordFull)]),
        (Label::RecordForm, Sharing::FORM, [("markdown", Label::RecordMarkdown), (Sharing::PLAIN, Label::RecordPlain)]),
    ];
    for (label, name, lines) in lists {
        html.raw("<div class=\"picker\"><label>").tag("span", words.label(label));
        html.raw("<select name=\"").raw(name).raw("\">");
        lines.into_iter().for_each(|(value, label)| option(html, value, words.label(label)));
        html.raw("</select></label></div>");
    }
    html.raw("</div>");
}

fn record_field(html: &mut Html, state: &AppState, case: Case<'_>) {
    field(html, case.words, RECORD, Label::ShareRecord, &written(state, case), 12);
}

/// The record as long and in the form that was picked.
fn written(state: &AppState, case: Case<'_>) -> String {
    let form = if state.sharing.is_plain { Form::Plain } else { Form::Markdown };
    decision(form, if state.sharing.is_full { Detail::Full } else { Detail::Short }, case)
}

fn picture(html: &mut Html, case: Case<'_>) {
    let words = case.words;
    html.tag("h2", words.label(Label::ShareCard)).raw("<div class=\"picture\">").raw(&card(Shape::Wide, case));
    html.raw("</div><div class=\"bar\">");
    for (does, on, label) in [
        ("picture", "wide", Label::CardPng),
        ("picture", "square", Label::CardPngSquare),
        ("save", "wide", Label::CardSvg),
        ("save", "square", Label::CardSvgSquare),
    ] {
        button(html, "button button--quiet", does, on, words.label(label));
    }
    html.raw("</div>");
}

fn file(html: &mut Html, page: Page<'_>, state: &AppState) {
    let words = page.words;
    html.tag("h2", words.label(Label::ShareFile)).classed("p", "muted", words.label(Label::ShareFileText));
    let text = json::write(words.content, &state.shared(words.content));
    field(html, words, JSON, Label::ShareFile, &text, 5);
}

fn ways(html: &mut Html, page: Page<'_>, topic: Option<(usize, &Topic)>) {
    let words = page.words;
    let back = topic.map_or(View::Board(Order::Chapter), |(position, _)| View::Verdict(position));
    html.raw("<p class=\"ways\">").link(&page.href(back), "").text(words.label(Label::ShareBack)).raw("</a>");
    if topic.is_some() {
        html.link(&page.href(View::Share(None)), "").text(words.label(Label::ShareSix)).raw("</a>");
    }
    html.raw("</p>");
}

/// Something to save from the page: its name on disk, its kind, and what it holds.
#[derive(Debug)]
pub struct Saved {
    /// The name of the file.
    pub name: String,
    /// The media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
    /// Width and height of a picture, in pixels.
    pub size: (u32, u32),
}

/// What a button of the page saves, by what the button says it is. None where there is nothing of the kind.
#[must_use]
pub fn saved(page: Page<'_>, state: &AppState, what: &str) -> Option<Saved> {
    if rest::is_here(state) { taken(page, state, what) } else { None }
}

#[inline(never)]
fn taken(page: Page<'_>, state: &AppState, what: &str) -> Option<Saved> {
    if what == TWIN {
        return Some(slides::saved(page, state));
    }
    let content = page.words.content;
    let topic = state.view.topic().and_then(|position| Some((position, content.topics.get(position)?)));
    let link = match state.view {
        View::Room(Some(topic)) => room::link(page, state, topic)?,
        _ => link(content, state),
    };
    let case = case(page, state, &link, topic);
    let mut size = (0, 0);
    let mut drawn = |shape: Shape| {
        size = shape.size();
        case.map(|case| card(shape, case))
    };
    let (ending, kind, text) = match what {
        "qr" => ("-qr.svg", "image/svg+xml", qr::svg(&link)),
        "wide" => (".svg", "image/svg+xml", drawn(Shape::Wide)),
        "square" => ("-square.svg", "image/svg+xml", drawn(Shape::Square)),
        JSON => (".json", "application/json", Some(json::write(content, &state.shared(content)))),
        _ if state.sharing.is_plain => (".txt", "text/plain", case.map(|case| written(state, case))),
        _ => (".md", "text/markdown", case.map(|case| written(state, case))),
    };
    let name = ["boussole-", topic.map_or("situation", |(_, topic)| &topic.id), ending].concat();
    Some(Saved { name, kind, text: text?, size })
}
