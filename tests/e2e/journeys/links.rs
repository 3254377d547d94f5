//! Links as people get them: cut, escaped, with something around them; and going back and forward between all that an address
//! names.

use anyhow::{Context, Result, ensure};
use boussole_core::content::Label;

use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::{code, example, heading, with, words};

/// An example that answers one topic only.
const FACTORY: &str = "factory-poor-link";

/// The address of the factory's result, and the heading of its verdict.
fn result() -> Result<(String, String)> {
    let factory = example(FACTORY)?;
    Ok((format!("#/r/{}", code(&factory)), heading("edge", &factory)?))
}

/// A link cut anywhere says so, is never the home page in silence, and changes nothing of one's own.
pub async fn cut(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    let (whole, _) = result()?;
    let message = plain(words().label(Label::LinkCut));
    for len in ("#/r".len()..whole.len()).step_by(4) {
        session.follow(&whole[..len]).await?;
        page.find("alert", &message).await.with_context(|| format!("cut after {len}"))?;
        // Another page in between: the next message is a new one.
        session.follow("#/fr/verdict/service-mesh").await?;
        session.until("no message", async || Ok(!page.shows("alert", &message).await?)).await?;
        ensure!(
            session.kept("answers").await?.as_deref() == Some(&*own),
            "cut after {len}, it changed one's own answers"
        );
    }
    session.come_back(&whole[..whole.len() - 1]).await?;
    page.find("alert", &message).await?;
    Ok(())
}

/// `%23` in the place of `#` makes an address that no host has: its 404 page repairs it.
pub async fn escaped(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let (whole, verdict) = result()?;
    let (_, code) = whole.split_at("#/r/".len());
    for (written, repaired) in [
        (format!("%23/r/{code}"), whole.clone()),
        (format!("index.html%23/r/{code}"), whole.clone()),
        (format!("%2523/r/{code}"), whole.clone()),
        (format!("%23%2Fr%2F{code}"), format!("#%2Fr%2F{code}")),
    ] {
        session.come_back(&written).await?;
        page.heading_becomes(&verdict).await.with_context(|| written.clone())?;
        let fragment = session.fragment().await?;
        ensure!(fragment == repaired, "{written} became {fragment}");
    }
    // A link to one of the pages beside the app is repaired as well.
    session.follow_plainly("chapitre.html%23/fr/chapter/edge").await?;
    session.landed("chapitre.html").await?;
    ensure!(session.fragment().await? == "#/fr/chapter/edge", "the sheet's address is not repaired");
    Ok(())
}

/// An address that the site does not have, at any depth, shows a message in both languages and a link home.
pub async fn missing(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.find("heading", "Cette page n’existe pas").await?;
    page.find("heading", "This page does not exist").await?;
    page.find("link", "Go to the home page").await?;
    page.follow_link("Aller à l’accueil").await?;
    session.started().await?;
    page.find("heading", FR.topics).await?;
    ensure!(session.fragment().await? == "#/fr", "home is at {:?}", session.fragment().await?);
    Ok(())
}

/// `?r=CODE` moves after `#` at once: it is sent to no server again, and nothing of it stays in the query.
pub async fn asked(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let (whole, verdict) = result()?;
    let (_, code) = whole.split_at("#/r/".len());
    for written in [format!("?r={code}"), format!("?r={code}%3E")] {
        session.come_back(&written).await?;
        page.heading_becomes(&verdict).await.with_context(|| written.clone())?;
        page.find("region", "reçu par lien").await?;
        let search = session.script("return location.search").await?;
        ensure!(search == "", "{search} is still in the address");
        ensure!(session.fragment().await?.starts_with(&whole), "the code moved to {:?}", session.fragment().await?);
    }
    session.reload().await?;
    page.heading_becomes(&verdict).await?;
    Ok(())
}

/// A link still opens with the characters that chats and mails leave around it.
pub async fn decorated(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let (whole, verdict) = result()?;
    for around in [">", "%3E", "%20", ").", "%C2%BB", "…", "_", "\""] {
        session.come_back(&format!("{whole}{around}")).await?;
        page.heading_becomes(&verdict).await.with_context(|| format!("with {around}"))?;
        ensure!(!page.shows("alert", "lien").await?, "with {around}, a message speaks of the link");
    }
    Ok(())
}

/// Back and forward go through home, a question, a verdict and a received result; a reload keeps the place, and no address
/// grows on the way.
pub async fn travelled(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let (whole, verdict) = result()?;
    let stops = [
        ("#/fr".to_owned(), plain(words().label(Label::AppQuestion))),
        ("#/fr/question/service-mesh/problem".to_owned(), "Lesquels de ces problèmes".to_owned()),
        ("#/fr/verdict/service-mesh".to_owned(), String::new()),
        (whole, verdict),
        ("#/fr/question/edge/skills".to_owned(), String::new()),
    ];
    let is_there = async |(address, heading): &(String, String)| {
        session.until(address, async || Ok(session.fragment().await? == *address)).await?;
        page.heading_becomes(heading).await.with_context(|| address.clone())
    };
    for stop in &stops[1..] {
        // As a reader's own steps: WebKit goes back past the places that a script alone went to.
        page.find("h1", "").await?.click().await?;
        session.follow(&stop.0).await?;
        is_there(stop).await?;
    }
    for stop in stops[..stops.len() - 1].iter().rev() {
        session.back().await?;
        is_there(stop).await?;
    }
    for stop in &stops[1..4] {
        session.forward().await?;
        is_there(stop).await?;
        session.reload().await?;
        is_there(stop).await?;
    }
    Ok(())
}

/// Going back to a result received by link keeps what was changed there, and so does a reload; one's own stay apart.
pub async fn came_back_to(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    let (whole, verdict) = result()?;
    let changed = heading("edge", &with(&example(FACTORY)?, &[("edge.skills", "no")])?)?;
    ensure!(changed != verdict, "the change is not seen in the verdict");
    session.follow(&whole).await?;
    page.heading_becomes(&verdict).await?;
    session.follow("#/fr/question/edge/skills").await?;
    session.until("the question", async || Ok(questions.asked().await? == "edge.skills")).await?;
    questions.give("edge.skills", "no").await?;
    session.back().await?;
    page.heading_becomes(&changed).await?;
    page.find("region", "reçu par lien").await?;
    ensure!(session.fragment().await? == whole, "the address is {:?}", session.fragment().await?);
    session.reload().await?;
    page.heading_becomes(&changed).await?;
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "the result touched one's own answers");
    Ok(())
}
