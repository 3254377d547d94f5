//! What is kept on the device, what is not, and how to forget it.

use anyhow::{Result, ensure};

use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::questionnaire::{FR, Questionnaire};

/// Answers come back after a reload, are offered on the home page, and go away for good when asked.
pub async fn offers_back_and_forgets(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    session.follow("#/fr").await?;
    page.find("link", "Reprendre").await?;
    session.reload().await?;
    page.find("link", "Reprendre").await?;

    page.press_button("Tout oublier").await?;
    page.says("C’est définitif").await?;
    page.press_button("Tout oublier").await?;
    session.until("nothing to resume", async || Ok(!page.shows("link", "Reprendre").await?)).await?;
    session.reload().await?;
    page.find("h1", "").await?;
    ensure!(!page.shows("link", "Reprendre").await?, "what was forgotten came back");
    Ok(())
}

/// Where the device keeps nothing, the app says so and works on from memory.
pub async fn works_from_memory(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.find("alert", "refuse de garder vos réponses").await?;
    ensure!(session.all_css("[role=alert]").await?.len() == 1, "the refusal is told more than once");
    questions.answer_until_verdict().await?;
    questions.settled_verdict().await?;
    Ok(())
}

/// What is ticked before the app starts is kept, and starting moves nothing under the reader's eyes.
pub async fn keeps_what_was_ticked_before_start(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.check("chiffrés (mTLS)").await?;
    let place = "return [...document.querySelectorAll('label')].find(label => label.getClientRects().length\
                 && label.textContent.includes('mTLS')).getBoundingClientRect().top";
    let before = session.script(place).await?.as_f64().unwrap_or_default();
    session.started().await?;
    ensure!(page.find("checkbox", "chiffrés (mTLS)").await?.is_selected().await?, "starting lost what was ticked");
    let after = session.script(place).await?.as_f64().unwrap_or_default();
    ensure!((before - after).abs() <= 1.0, "starting moved the control from {before} to {after}");
    Ok(())
}
