//! The page opens: with the app, without scripting, and when the app cannot start.

use anyhow::{Result, ensure};
use serde_json::json;

use crate::harness::session::Session;
use crate::pages::page::{self, Page};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The app starts, and says which language it speaks. The harness adds: no error, no request afterwards.
pub async fn quietly(session: &Session) -> Result<()> {
    let page = Page::of(session);
    ensure!(session.title().await?.contains("Boussole"), "the title is {:?}", session.title().await?);
    ensure!(page.lang().await? == "fr", "the page declares the language {:?}", page.lang().await?);
    ensure!(!page.heading().await?.is_empty(), "the page has no heading");
    Ok(())
}

/// Without scripting: the topics, their questions with real controls, and the criteria with their lines, in both languages.
pub async fn plain(session: &Session) -> Result<()> {
    for (lang, heading, question, line) in [
        ("fr", "Cette technologie", "Lesquels de ces problèmes", "chapitre 25, l. 66"),
        ("en", "Is this technology", "Which of these problems", "chapter 25, l. 66"),
    ] {
        session.follow_plainly(&format!("#/{lang}")).await?;
        let headings = seen(session, "h1").await?;
        let starts = headings.first().is_some_and(|first| first.starts_with(heading));
        ensure!(starts, "the plain page is headed {headings:?}");
        ensure!(
            seen(session, &format!("main a[href*=\"/{lang}/question/\"]")).await?.len() == 6,
            "the plain page shows no six topics"
        );
        ensure!(seen(session, "footer").await?.join(" ").contains("Nicolas Deoux"), "the author is not named");

        session.follow_plainly(&format!("#/{lang}/question/service-mesh")).await?;
        let headings = seen(session, "h1").await?;
        ensure!(headings.len() == 1 && headings[0].starts_with(question), "the questions are headed {headings:?}");
        let topic = format!("[id=\"/{lang}/question/service-mesh\"]");
        let control = format!("{topic} input[name=\"service-mesh.problem\"][value=mtls]");
        session.css(&format!("{topic} label:has(input[value=mtls])")).await?.click().await?;
        ensure!(session.css(&control).await?.is_selected().await?, "the plain page has controls that cannot be ticked");
        session.css(&format!("{topic} summary")).await?.click().await?;
        let about = session.css(&format!("{topic} details[open] a[href$=\"#/{lang}/chapter/service-mesh\"]")).await?;
        ensure!(about.is_displayed().await?, "no link goes from the questions to the sheet");
        let sheet = about.attr("href").await?.unwrap_or_default();
        session.follow_plainly(&sheet).await?;
        let criteria = seen(session, &format!("[id=\"/{lang}/chapter/service-mesh\"] li")).await?;
        ensure!(criteria.iter().any(|criterion| criterion.contains(line)), "no criterion shows {line:?}: {criteria:?}");
        ensure!(criteria.len() >= 5, "five criteria at least, and only {criteria:?}");
    }
    Ok(())
}

/// The text of every element that a selector matches and a reader sees.
async fn seen(session: &Session, selector: &str) -> Result<Vec<String>> {
    let mut seen = Vec::new();
    for element in session.all_css(selector).await? {
        if element.is_displayed().await? {
            seen.push(page::plain(&element.text().await?));
        }
    }
    Ok(seen)
}

/// In the dark and without motion: the colours and the stillness asked for, from a question to its verdict.
pub async fn dark_and_still(session: &Session) -> Result<()> {
    let asked = "return ['dark', 'reduce'].map((name, idx) =>\
                 matchMedia(`(prefers-${['color-scheme', 'reduced-motion'][idx]}: ${name})`).matches)";
    ensure!(session.script(asked).await? == json!([true, true]), "the browser does not ask for what it should");
    let lightness = session
        .script("return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
        .await?;
    let is_dark = lightness.as_array().is_some_and(|parts| parts.iter().all(|part| part.as_f64() < Some(64.0)));
    ensure!(is_dark, "the page's background is {lightness}");
    let moving = "return [...document.querySelectorAll('*')].map((element) => getComputedStyle(element))\
                  .filter((style) => /[1-9]/.test(style.transitionDuration + style.animationDuration)).length";
    ensure!(session.script(moving).await? == 0, "something still moves");
    let questions = Questionnaire::of(session, &FR);
    questions.answer_until_verdict().await?;
    questions.settled_verdict().await?;
    Ok(())
}

/// When the wasm cannot be loaded, the page says so in both languages and stays readable.
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
