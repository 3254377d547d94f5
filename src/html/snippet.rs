//! The code that shows a frame, as each tool wants it.

use super::Html;
use boussole_core::record::decision::is_address;
use boussole_core::state::Tool;

/// What a host that knows nothing of frames needs to answer them: keys for the deck, the frame's height, the focus given back.
/// Added twice, it answers once.
pub const LISTENER: &str = include_str!("../../assets/host/listener.js");

/// What the code shows.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The address of the frame.
    pub address: &'a str,
    /// What it is called, for those who hear the page.
    pub title: &'a str,
    /// The file of its still twin, which stands in its place on paper.
    pub twin: &'a str,
    /// Whether it is as tall as what it shows, rather than of a slide's shape.
    pub is_page: bool,
}

/// The code to paste.
#[must_use]
pub fn snippet(tool: Tool, shown: Shown<'_>) -> String {
    let mut code = Html::new();
    match tool {
        // Decks unload the frames of slides that are left, and load them again: `data-preload` does it before they come.
        Tool::Reveal => {
            code.raw("<section>\n  <div class=\"boussole\">\n    <iframe data-");
            frame(&mut code, shown, "").raw(" data-preload></iframe>\n    ");
            image(&mut code, shown, "").raw(">\n  </div>\n").raw(REVEAL).raw("</section>\n");
        }
        // Files of the folder `public/` are where the deck is, wherever it is put. Exports take the screen's styles: the twin is an
        // element that Slidev shows then, and on the small slides that the presenter sees.
        Tool::Slidev => {
            let is_beside = !is_address(shown.address);
            let beside = |file: &str| ["folder + '", file, "'"].concat();
            let (address, twin) = (beside(shown.address), beside(shown.twin));
            let there = Shown { address: if is_beside { &address } else { shown.address }, twin: &twin, ..shown };
            code.raw("---\nlayout: none\n---\n\n<RenderWhen context=\"main\">\n<iframe class=\"boussole\" ");
            frame(code.raw(if is_beside { ":" } else { "" }), there, FILLS).raw("></iframe>\n</RenderWhen>\n");
            code.raw("<RenderWhen :context=\"['print', 'overview', 'previewNext']\">\n<img :");
            attributes(&mut code, there.twin, "alt", there.title, FILLS).raw(">\n</RenderWhen>\n\n").raw(SLIDEV);
            code.raw("\n<script setup>\nconst folder = import.meta.env.BASE_URL;\n").raw(LISTENER).raw("</script>\n");
        }
        Tool::Marp => {
            code.raw("---\n\n").raw(MARP).raw("\n[![w:1280 ").raw(shown.title).raw("](").raw(shown.twin).raw(")](");
            code.raw(shown.address).raw(")\n\n<iframe ");
            frame(&mut code, shown, "").raw("></iframe>\n");
            script(&mut code);
        }
        Tool::Page | Tool::Platform => {
            // A platform takes no script that would follow what the frame shows.
            let follows = shown.is_page && tool == Tool::Page;
            let style = match (shown.is_page, follows) {
                (true, true) => "min-height: 420px",
                (true, false) => "height: 640px",
                (false, _) => "aspect-ratio: 16 / 9",
            };
            code.raw("<iframe ");
            frame(&mut code, shown, &["width: 100%; ", style, "; border: 0"].concat()).raw(" loading=\"lazy\"");
            code.raw(if follows { " data-boussole-height></iframe>\n" } else { "></iframe>\n" });
            if follows {
                script(&mut code);
            }
        }
    }
    code.finish()
}

const FILLS: &str = "position: absolute; inset: 0; width: 100%; height: 100%; border: 0";

const REVEAL: &str = "  <style>
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

/// The tool's own bar lies over what the frame holds at the lower left.
const SLIDEV: &str = "<style>
:global(#slide-container:has(#slideshow > :not([style*='display: none']) .boussole) nav) { display: none; }
</style>
";

const MARP: &str = "<style scoped>
section { padding: 0; }
section > p { margin: 0; }
iframe { position: absolute; inset: 0; z-index: 1; width: 100%; height: 100%; border: 0; }
@media print { iframe { display: none; } }
</style>
";

/// The attributes of the frame. It asks its host for no permission: nothing in it copies, records or shares.
fn frame<'h>(code: &'h mut Html, shown: Shown<'_>, style: &str) -> &'h mut Html {
    attributes(code, shown.address, "title", shown.title, style)
}

fn image<'h>(code: &'h mut Html, shown: Shown<'_>, style: &str) -> &'h mut Html {
    attributes(code.raw("<img "), shown.twin, "alt", shown.title, style)
}

/// Where something is, what it is called under a name, and its style.
fn attributes<'h>(code: &'h mut Html, address: &str, name: &str, called: &str, style: &str) -> &'h mut Html {
    code.raw("src=\"").text(address).raw("\" ").raw(name).raw("=\"").text(called).raw("\"");
    if style.is_empty() { code } else { code.raw(" style=\"").raw(style).raw("\"") }
}

fn script(code: &mut Html) {
    code.raw("\n<script>\n").raw(LISTENER).raw("</script>\n");
}
