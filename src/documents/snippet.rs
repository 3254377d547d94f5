//! The code to paste into a deck or a page to show a frame, in the form that each tool needs.

use boussole_core::record::decision::is_address;
use boussole_core::state::Tool;
use maud::html;

/// The script of a page that holds frames: it hands keys to the deck, sets the height of frames, and takes the focus back.
/// A page may hold it twice, and still answers once.
pub const LISTENER: &str = include_str!("../../assets/host/listener.js");

/// A frame to embed.
#[derive(Clone, Copy, Debug)]
pub struct EmbeddedFrame<'a> {
    /// The address of the frame.
    pub address: &'a str,
    /// The name of the frame, for those who hear the page.
    pub title: &'a str,
    /// The file of its static image, which replaces the frame in print.
    pub static_image: &'a str,
    /// Whether the frame is as tall as its content. Otherwise it has the shape of a slide.
    pub is_page: bool,
}

/// The code to paste.
#[must_use]
pub fn snippet(tool: Tool, frame: EmbeddedFrame<'_>) -> String {
    match tool {
        Tool::Reveal => reveal(frame),
        Tool::Slidev => slidev(frame),
        Tool::Marp => marp(frame),
        Tool::Page if frame.is_page => following_page(frame),
        Tool::Page | Tool::Platform => page(frame),
    }
}

const REVEAL_STYLES: &str = "  <style>
    .reveal .boussole { position: relative; width: 100%; aspect-ratio: 16 / 9; }
    .reveal .boussole > * { position: absolute; inset: 0; width: 100%; height: 100%; max-width: none; max-height: none; margin: 0; border: 0; }
    .reveal .boussole > img { visibility: hidden; }
    @media print {
      .reveal .boussole > iframe { visibility: hidden; }
      .reveal .boussole > img { visibility: visible; }
    }
    .reveal:has(.present .boussole) .controls { display: none !important; }
  </style>
";

/// A slide of reveal.js. Decks unload the frames of past slides and load them again: `data-preload` does it before they show.
fn reveal(frame: EmbeddedFrame<'_>) -> String {
    let [address, title, image] = [frame.address, frame.title, frame.static_image].map(escaped);
    format!(
        r#"<section>
  <div class="boussole">
    <iframe data-src="{address}" title="{title}" data-preload></iframe>
    <img src="{image}" alt="{title}">
  </div>
{REVEAL_STYLES}</section>
"#
    )
}

/// Fills a slide of Slidev.
const FILLS: &str = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0";

/// Hides the toolbar of Slidev, which would cover the lower left of the frame.
const SLIDEV_STYLES: &str = "<style>
:global(#slide-container:has(#slideshow > :not([style*='display: none']) .boussole) nav) { display: none; }
</style>
";

/// A slide of Slidev. Its files lie in `public/`, which is served from the folder of the deck wherever that is.
///
/// Exports use the styles of the screen, so styles for print would not replace the frame: Slidev itself shows the static image
/// in exports, and on the small slides of the presenter.
fn slidev(frame: EmbeddedFrame<'_>) -> String {
    let [address, title, image] = [frame.address, frame.title, frame.static_image].map(escaped);
    let source = if is_address(frame.address) {
        format!(r#"src="{address}""#)
    } else {
        format!(r#":src="folder + '{address}'""#)
    };
    format!(
        r#"---
layout: none
---

<RenderWhen context="main">
<iframe class="boussole" {source} title="{title}" style="{FILLS}"></iframe>
</RenderWhen>
<RenderWhen :context="['print', 'overview', 'previewNext']">
<img :src="folder + '{image}'" alt="{title}" style="{FILLS}">
</RenderWhen>

{SLIDEV_STYLES}
<script setup>
const folder = import.meta.env.BASE_URL;
{LISTENER}</script>
"#
    )
}

const MARP_STYLES: &str = "<style scoped>
section { padding: 0; }
section > p { margin: 0; }
iframe { position: absolute; inset: 0; z-index: 1; width: 100%; height: 100%; border: 0; }
@media print { iframe { display: none; } }
</style>
";

/// A slide of Marp, with the static image in Markdown: Marp may refuse HTML.
fn marp(frame: EmbeddedFrame<'_>) -> String {
    let EmbeddedFrame { address, title, static_image, .. } = frame;
    let [source, name] = [address, title].map(escaped);
    let script = script();
    format!(
        r#"---

{MARP_STYLES}
[![w:1280 {title}]({static_image})]({address})

<iframe src="{source}" title="{name}"></iframe>
{script}"#
    )
}

/// A frame of a web page. Platforms accept no script, so their frames have a fixed height.
fn page(frame: EmbeddedFrame<'_>) -> String {
    let [address, title] = [frame.address, frame.title].map(escaped);
    let height = if frame.is_page { "height: 640px" } else { "aspect-ratio: 16 / 9" };
    format!(
        r#"<iframe src="{address}" title="{title}" style="width: 100%; {height}; border: 0" loading="lazy"></iframe>
"#
    )
}

/// A frame of a web page that is always as tall as its content.
fn following_page(frame: EmbeddedFrame<'_>) -> String {
    let [address, title] = [frame.address, frame.title].map(escaped);
    let script = script();
    format!(
        r#"<iframe src="{address}" title="{title}" style="width: 100%; min-height: 420px; border: 0" loading="lazy" data-boussole-height></iframe>
{script}"#
    )
}

fn script() -> String {
    format!("\n<script>\n{LISTENER}</script>\n")
}

/// Words for a quoted attribute.
fn escaped(words: &str) -> String {
    html! { (words) }.into_string()
}
