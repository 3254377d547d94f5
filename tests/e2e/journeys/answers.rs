//! From a technology to its verdict, and back to change an answer.

use anyhow::{Context, Result, ensure};
use boussole_core::content::Label;
use boussole_core::domain::Lang;

use crate::harness::session::Session;
use crate::pages::find::named;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{EN, FR, Questionnaire, Words};
use crate::pages::situation::{topic, words};

/// The six technologies, as addresses name them.
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
    let n_answers = questions.listed().await?.len();
    ensure!(n_answers > 1, "the verdict does not list the answers");

    page.follow_link("Modifier").await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    page.check(FR.none_of_these).await?;
    questions.go_on().await?;
    questions.answer_until_verdict().await?;
    let second = questions.settled_verdict().await?;
    ensure!(first != second, "no problem to solve, and the verdict is still {second:?}");
    ensure!(second.contains("Pas pour vous"), "no problem to solve, and the verdict is {second:?}");
    ensure!(questions.listed().await?.len() == n_answers, "changing the first answer lost later ones");
    Ok(())
}

/// The browser's own buttons move between views, and a reload keeps the view.
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

/// Every technology reaches a verdict, in French.
pub async fn six_verdicts_in_french(session: &Session) -> Result<()> {
    six_verdicts(session, "fr", &FR).await
}

/// Every technology reaches a verdict, in English.
pub async fn six_verdicts_in_english(session: &Session) -> Result<()> {
    six_verdicts(session, "en", &EN).await
}

async fn six_verdicts(session: &Session, lang: &str, words: &'static Words) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, words));
    for topic in TOPICS {
        let home = format!("#/{lang}");
        session.follow(&home).await?;
        session.until("the home page", async || Ok(page.shows("heading", words.topics).await?)).await?;
        ensure!(page.lang().await? == lang, "the home page declares the language {:?}", page.lang().await?);
        // By its address: a card's name starts with a number and ends with a sentence.
        named(&format!("main a[href^=\"{home}/question/{topic}\"]"), "").click(session).await?;
        let there = async || Ok(session.fragment().await?.contains(topic));
        session.until(&format!("the questions of {topic}"), there).await?;
        questions.answer_until_verdict().await?;
        let verdict = questions.settled_verdict().await?;
        ensure!(!verdict.is_empty(), "the verdict of {topic} is empty");
    }
    Ok(())
}

/// The answers of a team that has every reason to adopt a mesh.
const MESH_FOR_GOOD: &[(&str, &str)] = &[
    ("service-mesh.problem", "mtls"),
    ("service-mesh.today", "now"),
    ("service-mesh.simpler", "no"),
    ("service-mesh.worth", "yes"),
    ("service-mesh.skills", "yes"),
    ("talking-services", "20+"),
    ("free-memory", "2gb+"),
    ("use", "production"),
];

/// And to go serverless. Memory and use were answered for the mesh.
const SERVERLESS_FOR_GOOD: &[(&str, &str)] = &[
    ("serverless.problem", "variable-traffic"),
    ("serverless.today", "now"),
    ("serverless.simpler", "no"),
    ("serverless.worth", "yes"),
    ("serverless.skills", "yes"),
    ("persistent-connections", "no"),
    ("tolerated-latency", "500ms+"),
    ("warm-instance", "yes"),
];

/// Going back to change an earlier answer loses no later one. The dial and the polite announcement say what changed.
pub async fn change_an_earlier_answer(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    for question in ["service-mesh.problem", "service-mesh.today", "talking-services"] {
        session.follow(&format!("#/fr/question/service-mesh/{}", question.trim_start_matches("service-mesh."))).await?;
        session.until(question, async || Ok(questions.asked().await? == question)).await?;
        let (_, choice) = MESH_FOR_GOOD.iter().find(|(name, _)| *name == question).context("not in the situation")?;
        questions.give(question, choice).await?;
        questions.go_on().await?;
    }
    session.follow("#/fr/question/service-mesh/today").await?;
    session.until("the earlier question", async || Ok(questions.asked().await? == "service-mesh.today")).await?;
    ensure!(questions.has("service-mesh.today", "now").await?, "going back lost the answer");
    let (dial, announced) = (page.dial().await?, page.announced().await?);

    questions.give("service-mesh.today", "no").await?;
    session.until("the dial changes", async || Ok(page.dial().await? != dial)).await?;
    session.until("the change is announced", async || Ok(page.announced().await? != announced)).await?;
    let announced = page.announced().await?;
    ensure!(announced.contains("a écarté « À essayer en lab » et « À adopter »"), "it announces {announced:?}");

    session.follow("#/fr/verdict/service-mesh").await?;
    session.until("the three answers", async || Ok(questions.listed().await?.len() == 3)).await?;
    let mut listed = String::new();
    for answer in questions.listed().await? {
        listed.push_str(&plain(&answer.text().await?));
    }
    ensure!(listed.contains("20 ou plus") && listed.contains("Non"), "the verdict lists {listed:?}");
    Ok(())
}

/// A shared question is asked once. Changing its answer in one topic says which other verdict moved.
pub async fn share_an_answer(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let asked = questions.answer_as(MESH_FOR_GOOD).await?;
    ensure!(asked.iter().any(|question| question == "free-memory"), "the mesh never asks for the memory: {asked:?}");
    ensure!(questions.settled_verdict().await? == "À adopter", "the mesh is not to adopt");

    session.follow("#/fr/question/serverless").await?;
    session.until("the first question", async || Ok(questions.asked().await? == "serverless.problem")).await?;
    let asked = questions.answer_as(SERVERLESS_FOR_GOOD).await?;
    let again = asked.iter().find(|question| MESH_FOR_GOOD.iter().any(|(known, _)| known == question));
    ensure!(again.is_none(), "{again:?} is asked again");
    ensure!(questions.settled_verdict().await? == "À adopter", "serverless is not to adopt");

    session.follow("#/fr/question/serverless/free-memory").await?;
    session.until("the shared question", async || Ok(questions.asked().await? == "free-memory")).await?;
    ensure!(questions.has("free-memory", "2gb+").await?, "the answer given for the mesh is not shown");
    questions.give("free-memory", "under-300mb").await?;
    page.find("alert", "Service Mesh passe de « À adopter » à « Pas maintenant »").await?;
    Ok(())
}

/// All the questions on one page: several ticked at once, then the verdict.
pub async fn all_on_one_page(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.follow_link("Toutes les questions sur une page").await?;
    session.until("the page of all", async || Ok(session.fragment().await? == "#/fr/all/service-mesh")).await?;
    page.heading_becomes("Service Mesh").await?;
    let what = plain(topic("service-mesh")?.what.get(Lang::Fr));
    let about = plain(words().label(Label::AboutTopic));
    page.press_button(&about).await?;
    for (question, choice) in MESH_FOR_GOOD {
        questions.give(question, choice).await?;
    }
    ensure!(page.shows("paragraph", &what).await?, "ticking folded what was unfolded");
    questions.give("service-mesh.problem", "observability").await?;
    page.press_button("Voir le verdict").await?;
    session.until("the verdict", async || questions.is_at_verdict().await).await?;
    page.heading_becomes("À adopter").await?;
    ensure!(questions.listed().await?.len() == MESH_FOR_GOOD.len(), "the verdict does not list each answer once");
    Ok(())
}

/// A person who recognises no problem gets a settled verdict after one question.
pub async fn none_settles(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.check(FR.none_of_these).await?;
    questions.go_on().await?;
    ensure!(questions.settled_verdict().await? == "Pas pour vous", "the verdict is not settled in one question");
    page.says("une réponse · verdict établi").await
}
