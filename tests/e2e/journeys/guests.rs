//! Somebody else's answers, in worked examples and result links. One's own answers stay.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::domain::{Answers, Lang};
use boussole_core::words::Words;
use boussole_core::{engine, link};

use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// An example that answers one topic only.
const FACTORY: &str = "factory-poor-link";

/// An example opens with its answers and says whose they are; one's own wait untouched.
pub async fn example(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;

    session.follow("#/fr").await?;
    page.follow_link("Une usine au bout d’une mauvaise liaison").await?;
    page.heading_becomes("Une usine au bout d’une mauvaise liaison").await?;
    page.find("region", "Vous regardez l’exemple « Une usine au bout d’une mauvaise liaison »").await?;
    page.follow_link("Edge computing").await?;
    page.heading_becomes(&expected_verdict()?).await?;
    ensure!(questions.listed().await?.len() > 3, "the example has no answers");

    session.follow("#/fr/question/edge/skills").await?;
    session.until("the question", async || Ok(questions.asked().await? == "edge.skills")).await?;
    ensure!(questions.has("edge.skills", "could-learn").await?, "the example's answer is not shown");
    questions.give("edge.skills", "no").await?;
    session.reload().await?;
    page.find("region", "Vous regardez l’exemple").await?;
    ensure!(questions.has("edge.skills", "no").await?, "the reload lost what was changed in the example");
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "the example touched one's own answers");

    page.press_button("Revenir aux miennes").await?;
    session.until("no example", async || Ok(!page.shows("region", "Vous regardez").await?)).await?;
    session.reload().await?;
    ensure!(!page.shows("region", "Vous regardez").await?, "the example came back with the reload");
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "one's own answers are not what they were");
    session.follow("#/fr/question/service-mesh/problem").await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    ensure!(questions.is_answered().await?, "one's own answer is gone from the screen");
    Ok(())
}

/// Leaving an example on its own page goes home, since that page shows nothing of one's own answers.
pub async fn leave_example(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.press_button("Revenir aux miennes").await?;
    page.find("heading", FR.topics).await?;
    session.reload().await?;
    page.find("heading", FR.topics).await?;
    ensure!(!page.shows("region", "Vous regardez").await?, "the example came back with the reload");
    Ok(())
}

/// A result link opens the verdict it was made from, and says whose answers these are.
pub async fn result(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let code = link::encode(bundled::content(), &factory()?);
    session.follow(&format!("#/r/{code}")).await?;
    page.heading_becomes(&expected_verdict()?).await?;
    page.find("region", "reçu par lien").await?;
    ensure!(session.title().await?.contains("Edge computing"), "the title is {:?}", session.title().await?);
    session.reload().await?;
    page.heading_becomes(&expected_verdict()?).await?;
    ensure!(session.kept("answers").await?.is_none(), "somebody else's answers are kept as one's own");
    page.press_button("Revenir aux miennes").await?;
    session.until("one's own", async || Ok(!page.shows("region", "reçu par lien").await?)).await?;
    session.reload().await?;
    ensure!(!page.shows("region", "reçu par lien").await?, "the link's answers came back with the reload");
    Ok(())
}

/// A damaged link, or an unknown address, is reported and changes nothing.
pub async fn damaged(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?;
    let code = link::encode(bundled::content(), &factory()?);
    let half = &code[..code.len() / 2];
    // In the checksum: a change further in may make an answer longer, and the code then looks cut.
    let (start, end) = code.split_at(code.len() - 3);
    let other = if end.starts_with('A') { "B" } else { "A" };
    let altered = format!("{start}{other}{}", &end[1..]);
    for (address, message) in [
        (format!("#/r/{half}"), "Ce lien a été coupé en route"),
        ("#/r/".to_owned(), "Ce lien a été coupé en route"),
        (format!("#/r/{altered}"), "Un caractère de ce lien a changé en route"),
        ("#/fr/nulle-part".to_owned(), "Cette adresse ne mène nulle part ici"),
        ("#/fr/verdict/blockchain".to_owned(), "Cette adresse ne mène nulle part ici"),
    ] {
        session.follow(&address).await?;
        page.find("alert", message).await.with_context(|| format!("at {address}"))?;
        ensure!(page.n("alert").await? == 1, "{address} is reported more than once");
        ensure!(!page.shows("region", "Vous regardez").await?, "{address} changed the answers on screen");
        ensure!(session.kept("answers").await? == own, "{address} changed one's own answers");
    }
    session.open("#/fr").await?;
    page.find("link", "Reprendre").await?;
    Ok(())
}

fn factory() -> Result<Answers> {
    let content = bundled::content();
    let situation = content.situations.iter().find(|situation| situation.id == FACTORY);
    Ok(content.answers_of(situation.context("the example is gone")?))
}

/// The heading of the factory's verdict, judged natively: the browser must agree.
fn expected_verdict() -> Result<String> {
    let content = bundled::content();
    let topic = content.topic("edge").context("the topic is gone")?;
    Ok(plain(&Words::new(content, Lang::Fr).heading(engine::judge(topic, &factory()?).range)))
}
