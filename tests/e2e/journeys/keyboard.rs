//! The whole way with a keyboard alone.

use anyhow::{Context, Result, ensure};
use thirtyfour::Key;

use crate::harness::session::Session;
use crate::pages::page::Page;

/// More stops than any view has before its main button.
const N_TABS: usize = 40;

/// Ticks with the space bar, moves with Tab and the arrows, goes on with Enter; the focus lands on each new heading.
pub async fn alone(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.heading_becomes("Lesquels de ces problèmes").await?;
    tab_to(session, "chiffrés (mTLS)").await?;
    session.press(&[Key::Space]).await?;
    ensure!(page.find("checkbox", "chiffrés (mTLS)").await?.is_selected().await?, "the space bar does not tick");
    tab_to(session, "BUTTON Continuer").await?;
    session.press(&[Key::Enter]).await?;
    page.says("question 2").await?;
    on_heading(session).await?;
    let second = page.heading().await?;

    tab_to(session, "INPUT").await?;
    session.press(&[Key::Down]).await?;
    session.until("an arrow picks a radio", async || Ok(!session.all_css("input:checked").await?.is_empty())).await?;
    tab_to(session, "BUTTON Continuer").await?;
    session.press(&[Key::Enter]).await?;
    // The next question or, when that answer settles it, the verdict.
    session.until("the next view", async || Ok(page.heading().await? != second)).await?;
    on_heading(session).await
}

async fn tab_to(session: &Session, wanted: &str) -> Result<()> {
    let page = Page::of(session);
    let mut met = Vec::new();
    for _ in 0..N_TABS {
        session.press(&[Key::Tab]).await?;
        let focused = page.focused().await?;
        if focused.contains(wanted) {
            return Ok(());
        }
        met.push(focused);
    }
    ensure!(false, "Tab never reaches {wanted:?}; it met {met:#?}");
    Ok(())
}

async fn on_heading(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let there =
        session.until("the focus is on the new heading", async || Ok(page.focused().await?.starts_with("H1"))).await;
    let focused = page.focused().await?;
    there.with_context(|| format!("the focus is on {focused:.80}"))
}
