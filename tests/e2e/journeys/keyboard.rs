//! From the home page to a verdict with a keyboard alone.

use anyhow::{Context, Result, bail, ensure};
use thirtyfour::Key;

use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::questionnaire::{FR, Questionnaire};

/// More questions than any topic has.
const N_QUESTIONS: usize = 12;

/// Whether the element with the focus, or the choice that draws it, has an outline inside the window, and not behind the bar of
/// a flipped answer. The page itself has the focus once Tab has met everything.
const FOCUS_SHOWS: &str = "const focused = document.activeElement; if (focused === document.body) return true;\
    const box = focused.closest('.choice') || focused; const style = getComputedStyle(box);\
    const { top, bottom } = box.getBoundingClientRect();\
    const bar = document.querySelector('aside [role=region]');\
    const floor = bar && !bar.contains(focused) ? bar.getBoundingClientRect().top : innerHeight;\
    return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && bottom > 0 && top < floor";

/// More stops than any view has.
const N_TABS: usize = 90;

/// From the home page to a verdict: Tab and the arrows move, the space bar ticks, Enter goes on. The focus always shows. It moves
/// to each new heading, and to the message when an answer is missing.
pub async fn alone(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    tab_to(session, "Service Mesh").await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    on_heading(session).await.context("from the home page")?;

    tab_to(session, "BUTTON Continuer").await?;
    session.press(&[Key::Enter]).await?;
    let on_message = async || Ok(page.focused().await?.contains("Choisissez une réponse"));
    session.until("the focus is on the message", on_message).await?;
    ensure!(session.title().await?.starts_with("Erreur"), "the title is {:?}", session.title().await?);
    session.press(&[Key::Enter]).await?;
    session
        .until("the message's link goes to the choices", async || Ok(page.focused().await?.starts_with("INPUT")))
        .await?;
    session.press(&[Key::Space]).await?;
    session.until("the space bar ticks", async || Ok(is_answered(session).await?)).await?;
    ensure!(!session.title().await?.starts_with("Erreur"), "the title still speaks of an error");

    for _ in 0..N_QUESTIONS {
        let before = session.fragment().await?;
        tab_to(session, "BUTTON Continuer").await?;
        session.press(&[Key::Enter]).await?;
        session.until("the next view", async || Ok(session.fragment().await? != before)).await?;
        on_heading(session).await?;
        if questions.is_at_verdict().await? {
            questions.settled_verdict().await?;
            return tab_to(session, "Modifier").await;
        }
        tab_to(session, "INPUT").await?;
        session.press(&[Key::Down]).await?;
        session.until("an arrow picks a radio", async || Ok(is_answered(session).await?)).await?;
    }
    bail!("{N_QUESTIONS} questions and no verdict")
}

async fn is_answered(session: &Session) -> Result<bool> {
    Questionnaire::of(session, &FR).is_answered().await
}

/// Presses Tab until the focus is on what is wanted, and checks that the focus shows at every stop.
pub(super) async fn tab_to(session: &Session, wanted: &str) -> Result<()> {
    let page = Page::of(session);
    let mut met = Vec::new();
    for _ in 0..N_TABS {
        session.press(&[Key::Tab]).await?;
        let focused = page.focused().await?;
        // Some engines scroll to the focus a moment later.
        let shows = async || Ok(session.script(FOCUS_SHOWS).await? == true);
        session.until(&format!("the focus shows on {focused:.80}"), shows).await?;
        if focused.contains(wanted) {
            return Ok(());
        }
        met.push(focused);
    }
    ensure!(false, "Tab never reaches {wanted:?}; it met {met:#?}");
    Ok(())
}

/// Waits until the focus is on the heading of the page.
pub(super) async fn on_heading(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let there =
        session.until("the focus is on the new heading", async || Ok(page.focused().await?.starts_with("H1"))).await;
    let focused = page.focused().await?;
    there.with_context(|| format!("the focus is on {focused:.80}"))
}
