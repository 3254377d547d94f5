//! The site's code comes in two parts: a page that needs the second waits for it, and the rest works when it cannot be had.

use anyhow::{Result, ensure};
use boussole_core::content::Label;

use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::words;

/// A page of the second part opens by its own address, and loads that part once.
pub async fn opens_straight(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.heading_becomes(words().label(Label::ShareTitle)).await?;
    let link = session.script("return document.getElementById('share-link')?.value").await?;
    ensure!(link.as_str().is_some_and(|link| link.contains("#/r/")), "the link is {link}");
    ensure!(!session.asked().is_empty(), "nothing was asked");
    let rest = session.asked().into_iter().filter(|asked| asked.ends_with("_rest.wasm")).count();
    ensure!(rest == 1, "the second part was asked for {rest} times: is wasm-split on the PATH of the build?");
    // Where nobody put the focus, its coming takes it nowhere.
    let focused = session.script("return document.activeElement === document.body").await?;
    ensure!(focused == true, "the focus moved by itself");
    Ok(())
}

/// Until the second part has loaded, its pages say that it is loading. Then they are drawn, and the focus stays on their heading.
pub async fn waits(session: &Session) -> Result<()> {
    let page = Page::of(session);
    for address in ["#/fr/choose", "#/fr/compare/edge", "#/fr/share/edge", "#/fr/plan"] {
        page.go(address).await?;
        page.heading_becomes(words().label(Label::Starting)).await?;
    }
    ensure!(is_at_heading(session).await?, "the heading does not have the focus");
    session.whole().await?;
    page.heading_becomes(words().label(Label::PlanTitle)).await?;
    session.until("the heading has the focus again", async || is_at_heading(session).await).await
}

/// Without the second part, that is said with what to do, a verdict is reached and kept, and every page still answers.
pub async fn works_without(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let refused = plain(words().label(Label::RestRefused));
    page.find("alert", &refused).await?;
    questions.answer_until_verdict().await?;
    questions.settled_verdict().await?;
    ensure!(session.kept("answers").await?.is_some(), "the answers were not kept");
    for address in ["#/fr/choose", "#/fr/plan", "#/fr/share", "#/fr/share/service-mesh", "#/fr/compare/service-mesh"] {
        page.go(address).await?;
        page.heading_becomes(words().label(Label::RestMissing)).await?;
        page.says(&refused).await?;
        ensure!(page.announced().await?.is_empty(), "{address} announces {:?}", page.announced().await?);
    }
    for address in ["#/fr/board", "#/fr/all/edge", "#/fr/example/lab-learner", "#/fr/verdict/service-mesh"] {
        page.go(address).await?;
        let heading = page.heading().await?;
        ensure!(
            !heading.is_empty() && heading != plain(words().label(Label::RestMissing)),
            "{address} is headed {heading:?}"
        );
    }
    let printed = session.script("return document.querySelector('.printed').innerHTML").await?;
    ensure!(printed == "", "what is printed is {printed}");
    Ok(())
}

async fn is_at_heading(session: &Session) -> Result<bool> {
    Ok(session.script("return document.activeElement?.tagName === 'H1'").await? == true)
}
