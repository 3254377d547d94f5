//! The page that builds the code of a frame. Every choice shows in the preview and in the code at once, and the focus stays.

use anyhow::{Result, ensure};
use boussole::bundled;
use boussole_core::content::Label;
use boussole_core::domain::{Answers, Lang};
use boussole_core::state::{AppState, Theme};
use serde_json::json;

use crate::harness::engine::Engine;
use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::situation::words;

/// Chooses a frame by its lists. The preview shows it, its address is in the code, and its static image is saved under its name.
pub async fn builds(session: &Session) -> Result<()> {
    let (page, content) = (Page::of(session), bundled::content());
    page.go("#/fr/slides").await?;
    page.heading_becomes(words().label(Label::SlidesTitle)).await?;
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    for (list, value) in
        [("slides-topic", "edge"), ("slides-lang", "en"), ("slides-theme", "dark"), ("slides-tool", "marp")]
    {
        page.pick(list, value).await?;
        state.changed(content, list, value, true);
        let address = state.frame_address(content).write(content);
        // After picking, Firefox's driver leaves the focus on the body: there it is not looked at.
        let focused = if session.engine == Engine::Firefox { json!(null) } else { json!(list) };
        let shown = json!([format!("?frame{address}"), focused]);
        let script = "return [document.querySelector('main iframe')?.getAttribute('src'), document.activeElement.name]";
        session
            .until(&format!("{list} shows in the preview"), async || Ok(session.script(script).await? == shown))
            .await?;
        let code = page
            .find_exactly("textbox", words().label(Label::SlidesCode))
            .await?
            .prop("value")
            .await?
            .unwrap_or_default();
        let is_there = code.contains(&format!("boussole.html{address}"));
        ensure!(is_there, "the code after {list} is {code}");
    }
    // The frame is the app itself, in a page of its own.
    let inside =
        "return document.querySelector('main iframe').contentDocument?.documentElement.dataset.frame ?? 'apart'";
    let is_frame = async || {
        let inside = session.script(inside).await?;
        Ok(inside == "slide" || inside == "apart")
    };
    session.until("the preview is a frame", is_frame).await?;
    page.press_button("SVG").await?;
    let saved = "return window.saved.map(({ name, blob }) => [name, blob.type])";
    let is_saved = async || Ok(session.script(saved).await? == json!([["boussole-edge-en.svg", "image/svg+xml"]]));
    session.until("the static image is saved", is_saved).await?;
    page.press_button("PNG, 1280 × 720").await?;
    let picture = "const saved = window.saved[1]; if (!saved) return null;\
                   return createImageBitmap(saved.blob).then(({ width, height }) => [saved.name, saved.blob.type, width, height])";
    let expected = json!(["boussole-edge-en.png", "image/png", 1280, 720]);
    session.until("its PNG is saved", async || Ok(session.script(picture).await? == expected)).await
}
