//! From a technology to its verdict, and back to change an answer.

use anyhow::{Result, ensure};

use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::questionnaire::{EN, FR, Questionnaire, Words};

/// The six technologies, as they stand in addresses.
const TOPICS: &[&str] = &["service-mesh", "serverless", "operators", "multi-cluster", "edge", "machine-learning"];

/// Picks a technology, answers, goes back, changes an answer, and reads a settled verdict each time.
pub async fn pick_change_settle(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.follow_link("Service Mesh").await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    page.check("chiffrés (mTLS)").await?;
    questions.go_on().await?;
    page.says("question 2").await?;

    page.follow_link(FR.back).await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    ensure!(page.find("checkbox", "chiffrés (mTLS)").await?.is_selected().await?, "going back lost the answer");
    questions.go_on().await?;
    questions.answer_until_verdict().await?;
    let first = questions.settled_verdict().await?;
    let n_answers = session.all_css(".answers-list li").await?.len();
    ensure!(n_answers > 1, "the verdict does not list the answers");

    page.follow_link("Modifier").await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    page.check(FR.none_of_these).await?;
    questions.go_on().await?;
    questions.answer_until_verdict().await?;
    let second = questions.settled_verdict().await?;
    ensure!(first != second, "no problem to solve, and the verdict is still {second:?}");
    ensure!(second.contains("Pas pour vous"), "no problem to solve, and the verdict is {second:?}");
    ensure!(session.all_css(".answers-list li").await?.len() == n_answers, "changing the first answer lost later ones");
    Ok(())
}

/// The browser's own buttons move between views, and a reload stays where one was.
pub async fn back_forward_reload(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.heading_becomes("Lesquels de ces problèmes").await?;
    let first = session.fragment().await?;
    questions.answer_nth(0).await?;
    let second = page.heading().await?;
    session.back().await?;
    session.until("the first question again", async || Ok(session.fragment().await? == first)).await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    session.forward().await?;
    page.heading_becomes(&second).await?;
    session.reload().await?;
    page.heading_becomes(&second).await?;
    ensure!(page.text().await?.contains("question 2"), "the reload forgot that one question is answered");
    Ok(())
}

/// Every technology leads to a verdict, in French.
pub async fn six_verdicts_in_french(session: &Session) -> Result<()> {
    six_verdicts(session, "fr", &FR).await
}

/// Every technology leads to a verdict, in English.
pub async fn six_verdicts_in_english(session: &Session) -> Result<()> {
    six_verdicts(session, "en", &EN).await
}

async fn six_verdicts(session: &Session, lang: &str, words: &'static Words) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, words));
    for topic in TOPICS {
        session.follow(&format!("#/{lang}/question/{topic}")).await?;
        let there = async || Ok(session.fragment().await?.contains(topic) && page.lang().await? == lang);
        session.until(&format!("the questions of {topic}"), there).await?;
        questions.answer_until_verdict().await?;
        let verdict = questions.settled_verdict().await?;
        ensure!(!verdict.is_empty(), "the verdict of {topic} is empty");
    }
    Ok(())
}
