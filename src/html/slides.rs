//! The page that builds the code of a frame: what to choose, how it looks, what to paste, and its twin for paper.

use super::controls::option;
use super::screen::{Main, part};
use super::share::{Saved, column_told, field};
use super::snippet::{Shown, snippet};
use super::{Html, Page, button};
use boussole_core::content::Label;
use boussole_core::domain::Lang;
use boussole_core::link::{Shows, View};
use boussole_core::record::twin::{self, Frame};
use boussole_core::state::{AppState, Slides, Theme, Tool};
use boussole_core::words::Words;

/// The code to copy and the twin to save, as buttons name them.
const CODE: &str = "frame";
pub(super) const TWIN: &str = "twin";
/// The single file, beside a deck.
const FILE: &str = "boussole.html";

/// The page.
#[inline(never)]
pub(super) fn slides(page: Page<'_>, state: &AppState) -> Main {
    let words = page.words;
    let column = vec![
        part(|html| head(html, words, state)),
        part(|html| shape(html, words, state)),
        part(|html| lacks_answers(html, page, state)),
        part(|html| preview(html, words, state)),
        part(|html| code(html, words, state)),
        column_told(words, state, CODE),
        part(|html| advice(html, words, state.slides.tool)),
        part(|html| on_paper(html, words, state)),
        part(|html| messages(html, words)),
        part(|html| ways(html, page, state)),
    ];
    Main { class: "read", column, side: None }
}

/// The title, and everything to choose. Its text stays the same whatever is chosen, so that the focus stays.
fn head(html: &mut Html, words: Words<'_>, state: &AppState) {
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::SlidesTitle)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::SlidesLede)).raw("<div class=\"pickers\">");
    let topics: Vec<_> = words.content.topics.iter().map(|topic| (&*topic.id, topic.name.get(words.lang))).collect();
    list(html, words, Label::SlidesTopic, "topic", &topics);
    // Each in its own language.
    let langs =
        Lang::ALL.map(|lang| (lang.tag(), Words::new(words.content, lang.other()).label(Label::SwitchLanguage)));
    list(html, words, Label::SlidesLang, "lang", &langs);
    let said = |label| words.label(label);
    let themes = [Label::ThemeAuto, Label::ThemeLight, Label::ThemeDark].map(said);
    let themes: Vec<_> = Theme::ALL.iter().map(|theme| theme.name()).zip(themes).collect();
    list(html, words, Label::Theme, "theme", &themes);
    let shows = [Label::SlidesBoth, Label::SlidesAsk, Label::SlidesTold].map(said);
    let shows: Vec<_> = Slides::SHOWS.iter().map(|(name, _)| *name).zip(shows).collect();
    list(html, words, Label::SlidesShows, "shows", &shows);
    let starts = [("empty", said(Label::NotAnswered)), ("answers", said(Label::YourAnswers))];
    list(html, words, Label::SlidesStart, "start", &starts);
    let [page, platform] = [Label::SlidesWebPage, Label::SlidesPlatform].map(said);
    let tools = ["reveal.js", "Slidev", "Marp", page, platform];
    let tools: Vec<_> = Tool::ALL.iter().map(|tool| tool.name()).zip(tools).collect();
    list(html, words, Label::SlidesTool, "tool", &tools);
    if state.sharing.base.is_some() {
        let places = [("beside", said(Label::SlidesBeside)), ("online", said(Label::SlidesOnline))];
        list(html, words, Label::SlidesPlace, "place", &places);
    }
    colour(html, words, &state.slides.colour_before);
    html.raw("</div>");
}

/// The shape of the frame: slides have one.
fn shape(html: &mut Html, words: Words<'_>, state: &AppState) {
    if !state.slides.tool.is_deck() {
        html.raw("<div class=\"pickers\">");
        list(html, words, Label::SlidesSize, "size", &[("slide", "16:9"), ("page", words.label(Label::SlidesTall))]);
        html.raw("</div>");
    }
}

fn list(html: &mut Html, words: Words<'_>, label: Label, name: &str, lines: &[(&str, &str)]) {
    html.raw("<div class=\"picker\"><label>").tag("span", words.label(label)).raw("<select name=\"");
    html.raw(Slides::CONTROLS).raw(name).raw("\">");
    lines.iter().for_each(|(value, label)| option(html, value, label));
    html.raw("</select></label></div>");
}

fn colour(html: &mut Html, words: Words<'_>, colour: &str) {
    html.raw("<div class=\"picker\"><label>").tag("span", words.label(Label::SlidesColour));
    html.raw("<input type=\"color\" name=\"slides-colour\" value=\"#").raw(colour).raw("\"></label>");
    html.raw("<label class=\"choice\"><input type=\"checkbox\" name=\"slides-own-colour\" value=\"own\"><span>");
    html.text(words.label(Label::SlidesOwnColour)).raw("</span></label></div>");
}

/// Where answers are asked for and there are none.
fn lacks_answers(html: &mut Html, page: Page<'_>, state: &AppState) {
    let asks = state.slides.has_answers || state.slides.shows == Shows::Verdict;
    if asks && state.frame_answers(page.words.content).is_empty() {
        html.raw("<p class=\"error\">").link(&page.href(View::Question(state.slides.topic, None)), "");
        html.text(page.words.label(Label::SlidesNoAnswers)).raw("</a></p>");
    }
}

/// The frame itself, in this very document under another address: browsers keep a page out of itself.
fn preview(html: &mut Html, words: Words<'_>, state: &AppState) {
    let label = words.label(Label::SlidesPreview);
    let class = if state.slides.is_page { "preview preview--page" } else { "preview" };
    html.tag("h2", label).raw("<iframe class=\"").raw(class).raw("\" loading=\"lazy\" title=\"").text(label);
    html.raw("\" src=\"?frame").text(&state.frame_address(words.content).write(words.content)).raw("\"></iframe>");
}

fn code(html: &mut Html, words: Words<'_>, state: &AppState) {
    let content = words.content;
    let base = state.sharing.base.as_deref().filter(|_| state.slides.is_online);
    let address = [base.unwrap_or(FILE), &state.frame_address(content).write(content)].concat();
    let name = content.topics.get(state.slides.topic).map_or("", |topic| topic.name.get(state.frame_lang()));
    let title = [words.label(Label::AppTitle), " · ", name].concat();
    let twin = file(words, state);
    let shown = Shown { address: &address, title: &title, twin: &twin, is_page: state.slides.is_page };
    html.tag("h2", words.label(Label::SlidesCode));
    field(html, words, CODE, Label::SlidesCode, &snippet(state.slides.tool, shown), 12);
}

/// What to know of the tool, in a line or two.
fn advice(html: &mut Html, words: Words<'_>, tool: Tool) {
    html.raw("<p class=\"muted\">");
    match tool {
        Tool::Slidev => html.text(words.label(Label::SlidesSlidev)).raw(" "),
        Tool::Marp => html.text(words.label(Label::SlidesMarp)).raw(" "),
        _ => html,
    };
    html.text(words.label(if tool.is_deck() { Label::SlidesDeck } else { Label::SlidesLazy })).raw(" ");
    html.text(words.label(Label::SlidesAllow)).raw("</p>");
}

/// The frame whose twin stands for it, to a function.
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

/// The name of the twin's file.
fn file(words: Words<'_>, state: &AppState) -> String {
    [&*with_frame(words, state, |frame| frame.file()), ".svg"].concat()
}

/// What the buttons of the twin save.
pub(super) fn saved(page: Page<'_>, state: &AppState) -> Saved {
    let (name, text) = (file(page.words, state), with_frame(page.words, state, twin::twin));
    Saved { name, kind: "image/svg+xml", text, size: twin::SIZE }
}

fn on_paper(html: &mut Html, words: Words<'_>, state: &AppState) {
    html.tag("h2", words.label(Label::SlidesTwin)).classed("p", "muted", words.label(Label::SlidesTwinText));
    html.raw("<div class=\"picture\">").raw(&with_frame(words, state, twin::twin)).raw("</div><div class=\"bar\">");
    button(html, "button button--quiet", "save", TWIN, words.label(Label::CardSvg));
    button(html, "button button--quiet", "picture", TWIN, "PNG, 1280 × 720");
    html.raw("</div>");
}

/// What the frame and the page around it say to each other, folded away.
fn messages(html: &mut Html, words: Words<'_>) {
    html.raw("<details class=\"fold\"><summary>").text(words.label(Label::SlidesMessages)).raw("</summary>");
    html.classed("p", "muted", words.label(Label::SlidesMessagesText)).raw("<dl class=\"terms\">");
    for (message, label) in MESSAGES {
        html.raw("<div><dt><code>").text(message).raw("</code></dt>").tag("dd", words.label(label)).raw("</div>");
    }
    html.raw("</dl></details>");
}

/// The messages out, then the messages in, each with what it is for.
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

/// The guide, the room and the questionnaire on paper.
fn ways(html: &mut Html, page: Page<'_>, state: &AppState) {
    let words = page.words;
    let views = [
        (page.href(View::Trainers), Label::SlidesGuide),
        (page.href(View::Room(Some(state.slides.topic))), Label::SlidesRoom),
        (page.href(View::Paper), Label::NavPaper),
    ];
    html.raw("<p class=\"ways\">");
    for (address, label) in views {
        html.link(&address, "").text(words.label(label)).raw("</a>");
    }
    html.raw("</p>");
}
