//! The page opens: with the app, without scripting, and when the app cannot start.

use anyhow::{Result, ensure};

use crate::harness::session::Session;
use crate::pages::page::Page;

/// The app starts, and says which language it speaks. The harness adds: no error, no request afterwards.
pub async fn quietly(session: &Session) -> Result<()> {
    let page = Page::of(session);
    ensure!(session.title().await?.contains("Boussole"), "the title is {:?}", session.title().await?);
    ensure!(page.lang().await? == "fr", "the page declares the language {:?}", page.lang().await?);
    ensure!(!page.heading().await?.is_empty(), "the page has no heading");
    Ok(())
}

/// Without scripting, the page still shows its heading and its questions.
pub async fn plain(session: &Session) -> Result<()> {
    let heading = session.css("h1").await?;
    ensure!(heading.is_displayed().await?, "the plain page hides its heading");
    ensure!(!heading.text().await?.is_empty(), "the plain page has no heading");
    Ok(())
}

/// When the wasm cannot be had, the page says so in both languages and stays readable.
pub async fn refused(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.find("alert", "n’a pas pu démarrer").await?;
    page.find("alert", "could not start").await?;
    ensure!(!page.heading().await?.is_empty(), "the plain page is gone");
    // The refusal itself is an error of the page, and the only one.
    session.forget_errors().await
}

/// A reader whose browser asks for English gets English.
pub async fn in_english(session: &Session) -> Result<()> {
    let page = Page::of(session);
    ensure!(page.lang().await? == "en", "the page declares the language {:?}", page.lang().await?);
    page.find("link", "Français").await?;
    Ok(())
}
