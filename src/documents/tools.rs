//! The tools of a technology: the one to look at first, and every tool that the chapter names.

use boussole_core::content::{Label, Pointer, Tool, Topic};
use boussole_core::engine;
use boussole_core::words::Words;
use maud::{Markup, html};

use super::Page;
use super::parts::{maturity, since, sources};

/// The tool to look at first, and why. Empty when no answer points at one.
#[must_use]
pub fn first_tool(page: Page<'_>, topic: &Topic) -> Markup {
    let words = page.words;
    html! {
        @if let Some(pointer) = engine::pointer(words.content, topic, page.answers) {
            div.card {
                h3 { (first_tool_title(words, topic, pointer)) }
                p { (pointer.reason.get(words.lang)) " " (sources(words, &pointer.sources)) }
                @if let Some(tool) = tool(topic, pointer) { (today(words, tool)) }
            }
        }
    }
}

/// The tool to look at first, in a few words.
#[must_use]
pub fn first_tool_title(words: Words<'_>, topic: &Topic, pointer: &Pointer) -> String {
    match tool(topic, pointer) {
        Some(tool) => words.fill(Label::ToolFirst, &[("tool", &tool.name)]),
        None => words.label(Label::ToolNone).to_owned(),
    }
}

/// Whether the reader answered a question about the tools.
#[must_use]
pub fn is_asked(page: Page<'_>, topic: &Topic) -> bool {
    topic.tool_questions.iter().any(|code| page.answers.get(*code).is_some())
}

/// Every tool, in a fold.
#[must_use]
pub fn all_tools(words: Words<'_>, topic: &Topic) -> Markup {
    html! {
        details.fold {
            summary { (words.label(Label::ToolsAll)) }
            ul.notes {
                @for tool in &topic.tools {
                    li {
                        p {
                            strong { (tool.name) } " · " (tool.note.get(words.lang)) " "
                            (sources(words, &tool.sources))
                        }
                        (today(words, tool))
                    }
                }
            }
        }
    }
}

fn tool<'t>(topic: &'t Topic, pointer: &Pointer) -> Option<&'t Tool> {
    topic.tools.get(usize::from(pointer.tool?))
}

/// The maturity of a tool, and what changed since the chapter was written.
fn today(words: Words<'_>, tool: &Tool) -> Markup {
    html! {
        p { (maturity(words, tool)) }
        @if let Some(correction) = &tool.correction { (since(words, correction)) }
    }
}
