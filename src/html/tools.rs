//! Which tool to look at first, once a technology fits, and every tool the chapter names.

use super::controls::pickers;
use super::parts::{maturity, since, sources};
use super::{Html, Page};
use boussole_core::content::{Label, Pointer, Tool, Topic};
use boussole_core::engine;
use boussole_core::words::Words;

/// The questions that tell the tools apart.
pub(super) fn questions(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    html.tag("h2", words.label(Label::ToolsTitle)).classed("p", "muted", words.label(Label::ToolsText));
    pickers(html, page, &topic.tool_questions);
}

/// The tool to look at first, and why.
#[inline(never)]
pub(super) fn pointer(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let (words, lang) = (page.words, page.lang());
    let Some(pointer) = engine::pointer(words.content, topic, page.answers) else {
        return;
    };
    let tool = tool(topic, pointer);
    let title = title(words, topic, pointer);
    html.raw("<div class=\"card\">").tag("h3", &title).raw("<p>").text(pointer.reason.get(lang)).raw(" ");
    sources(html, words, &pointer.sources);
    html.raw("</p>");
    if let Some(tool) = tool {
        dated(html, page, tool);
    }
    html.raw("</div>");
}

fn tool<'t>(topic: &'t Topic, pointer: &Pointer) -> Option<&'t Tool> {
    topic.tools.get(usize::from(pointer.tool?))
}

/// The tool to look at first, in a few words.
pub(super) fn title(words: Words<'_>, topic: &Topic, pointer: &Pointer) -> String {
    match tool(topic, pointer) {
        Some(tool) => words.fill(Label::ToolFirst, &[("tool", &tool.name)]),
        None => words.label(Label::ToolNone).to_owned(),
    }
}

/// Every tool of a technology, folded away.
#[inline(never)]
pub(super) fn tools(html: &mut Html, page: Page<'_>, topic: &Topic) {
    html.raw("<details class=\"fold\"><summary>").text(page.words.label(Label::ToolsAll));
    html.raw("</summary><ul class=\"notes\">");
    for tool in &topic.tools {
        html.raw("<li><p>").tag("strong", &tool.name).raw(" · ").text(tool.note.get(page.lang())).raw(" ");
        sources(html, page.words, &tool.sources);
        html.raw("</p>");
        dated(html, page, tool);
        html.raw("</li>");
    }
    html.raw("</ul></details>");
}

fn dated(html: &mut Html, page: Page<'_>, tool: &Tool) {
    html.raw("<p>");
    maturity(html, page.words, tool);
    html.raw("</p>");
    if let Some(correction) = &tool.correction {
        since(html, page.words, correction);
    }
}
