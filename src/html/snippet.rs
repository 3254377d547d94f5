//! The code that shows a frame, for callers that still use the old names.

use boussole_core::state::Tool;

use crate::documents::snippet::{self, EmbeddedFrame};

pub use crate::documents::snippet::LISTENER;

/// A frame to embed.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The address of the frame.
    pub address: &'a str,
    /// The name of the frame, for those who hear the page.
    pub title: &'a str,
    /// The file of its static image.
    pub twin: &'a str,
    /// Whether the frame is as tall as its content.
    pub is_page: bool,
}

/// The code to paste.
#[must_use]
pub fn snippet(tool: Tool, shown: Shown<'_>) -> String {
    let Shown { address, title, twin, is_page } = shown;
    snippet::snippet(tool, EmbeddedFrame { address, title, static_image: twin, is_page })
}
