//! What the page about slides shows of the frame that was chosen: the frame, the code to paste, its static image, and the
//! messages it exchanges with the page around it.

use boussole_core::content::Label;
use boussole_core::link::View;
use boussole_core::record::static_image::{self, Frame};
use boussole_core::state::{AppState, Tool};
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::files::Picture;
use super::snippet::{EmbeddedFrame, snippet};

/// The single file, beside a deck.
const SINGLE_FILE: &str = "boussole.html";

/// The frame. Its address is another one than that of the page, because browsers refuse to show a page inside itself.
#[must_use]
pub fn preview(page: Page<'_>, state: &AppState) -> Markup {
    let content = page.words.content;
    let label = page.words.label(Label::SlidesPreview);
    let address = state.frame_address(content).write(content);
    html! {
        iframe.preview.preview--page[state.slides.is_page] loading="lazy" title=(label) src=(format!("?frame{address}")) {}
    }
}

/// The code to paste.
#[must_use]
pub fn code(words: Words<'_>, state: &AppState) -> String {
    let content = words.content;
    let base = state.sharing.base.as_deref().filter(|_| state.slides.is_online);
    let address = format!("{}{}", base.unwrap_or(SINGLE_FILE), state.frame_address(content).write(content));
    let name = content.topics.get(state.slides.topic).map_or("", |topic| topic.name.get(state.frame_lang()));
    let title = format!("{} · {name}", words.label(Label::AppTitle));
    let static_image = format!("{}.svg", with_frame(words, state, |frame| frame.file()));
    let frame =
        EmbeddedFrame { address: &address, title: &title, static_image: &static_image, is_page: state.slides.is_page };
    snippet(state.slides.tool, frame)
}

/// What to know about the tool, in a line or two.
#[must_use]
pub fn advice(page: Page<'_>, state: &AppState) -> Markup {
    let (words, tool) = (page.words, state.slides.tool);
    let about_tool = match tool {
        Tool::Slidev => Some(Label::SlidesSlidev),
        Tool::Marp => Some(Label::SlidesMarp),
        Tool::Reveal | Tool::Page | Tool::Platform => None,
    };
    let about_kind = if tool.is_deck() { Label::SlidesDeck } else { Label::SlidesLazy };
    html! {
        p.muted {
            @if let Some(label) = about_tool { (words.label(label)) " " }
            (words.label(about_kind)) " " (words.label(Label::SlidesAllow))
        }
    }
}

/// The static image that replaces the frame on paper.
#[must_use]
pub fn static_image(words: Words<'_>, state: &AppState) -> Picture {
    let (name, svg) = with_frame(words, state, |frame| (frame.file(), static_image::static_image(frame)));
    Picture { name, svg, size: static_image::SIZE }
}

/// Calls `work` with the frame that the static image replaces.
fn with_frame<T>(words: Words<'_>, state: &AppState, work: impl FnOnce(Frame<'_>) -> T) -> T {
    work(Frame {
        content: words.content,
        lang: state.frame_lang(),
        topic: state.slides.topic,
        options: &state.frame_options(),
        answers: &state.frame_answers(words.content),
        base: state.sharing.base.as_deref(),
    })
}

/// The messages that the frame sends, then those it answers to, in a fold.
#[must_use]
pub fn messages(page: Page<'_>) -> Markup {
    let words = page.words;
    html! {
        details.fold {
            summary { (words.label(Label::SlidesMessages)) }
            p.muted { (words.label(Label::SlidesMessagesText)) }
            dl.terms {
                @for (message, label) in MESSAGES { div { dt { code { (message) } } dd { (words.label(label)) } } }
            }
        }
    }
}

const MESSAGES: [(&str, Label); 10] = [
    ("ready: topic, lang", Label::MessageReady),
    ("height: height", Label::MessageHeight),
    ("progress: answered, left", Label::MessageProgress),
    ("verdict: topic, worst, best", Label::MessageVerdict),
    ("key: key, code", Label::MessageKey),
    ("back", Label::MessageBack),
    ("reset", Label::MessageReset),
    ("go: to", Label::MessageGo),
    ("lang: lang", Label::MessageLang),
    ("theme: theme", Label::MessageTheme),
];

/// The links to the trainers' guide, to the room and to the questionnaire on paper.
#[must_use]
pub fn ways(page: Page<'_>, state: &AppState) -> Markup {
    let links = [
        (View::Trainers, Label::SlidesGuide),
        (View::Room(Some(state.slides.topic)), Label::SlidesRoom),
        (View::Paper, Label::NavPaper),
    ];
    html! {
        p.ways { @for (view, label) in links { a href=(page.href(view)) { (page.words.label(label)) } } }
    }
}
