//! What is kept on the device, what is not, and how to forget it.

use anyhow::{Result, ensure};
use serde_json::Value;

use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::questionnaire::{EN, FR, Questionnaire};

/// Answers come back after a reload, are offered on the home page, and are removed for good on request.
pub async fn offers_back_and_forgets(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    session.follow("#/fr").await?;
    page.find("link", "Reprendre").await?;
    session.reload().await?;
    page.find("link", "Reprendre").await?;

    session.come_back("#/fr").await?;
    page.find("link", "Reprendre").await?;

    page.press_button("Tout oublier").await?;
    page.says("Vous pourrez annuler").await?;
    ensure!(session.kept("answers").await?.is_some(), "forgotten before it was confirmed");
    page.confirm("Tout oublier").await?;
    session.until("nothing to resume", async || Ok(!page.shows("link", "Reprendre").await?)).await?;
    page.find("alert", "C’est oublié").await?;
    let kept = session.all_kept().await?;
    ensure!(kept.is_empty(), "the device still keeps {kept:?}");
    session.reload().await?;
    page.find("h1", "").await?;
    ensure!(!page.shows("link", "Reprendre").await?, "what was forgotten came back");
    Ok(())
}

/// Answers on the device that cannot be read are reported once, and kept apart unchanged.
pub async fn keeps_unreadable_answers_apart(session: &Session) -> Result<()> {
    let page = Page::of(session);
    session.script("localStorage.setItem('boussole.answers', 'ceci n\\u2019est pas un code')").await?;
    session.reload().await?;
    page.find("alert", "sont illisibles").await?;
    ensure!(!page.shows("link", "Reprendre").await?, "answers are offered that cannot be read");
    let aside = session.kept("answers.unreadable").await?;
    ensure!(aside.as_deref() == Some("ceci n’est pas un code"), "what was kept apart is {aside:?}");
    session.reload().await?;
    page.find("h1", "").await?;
    ensure!(!page.shows("alert", "illisibles").await?, "it is reported a second time");
    Ok(())
}

/// Changing the theme or the language keeps the place and the answers, boxes being ticked included.
pub async fn keeps_place_and_answers_in_another_language(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &EN));
    page.check("chiffrés (mTLS)").await?;
    page.pick_option("Thème", "Sombre").await?;
    let dark = async || Ok(session.script("return getComputedStyle(document.body).colorScheme").await? == "dark");
    session.until("the dark theme", dark).await?;
    ensure!(page.find("checkbox", "chiffrés (mTLS)").await?.is_selected().await?, "the theme lost a ticked box");

    page.follow_link("English").await?;
    page.heading_becomes("Which of these problems").await?;
    ensure!(page.lang().await? == "en", "the page still declares {:?}", page.lang().await?);
    ensure!(session.fragment().await? == "#/en/question/service-mesh/problem", "the place was lost");
    ensure!(questions.has("service-mesh.problem", "mtls").await?, "the language lost a ticked box");
    ensure!(!questions.has("service-mesh.problem", "unknown").await?, "the language ticked a box of its own");
    ensure!(dark().await?, "the language lost the theme");
    questions.go_on().await?;
    let second = session.fragment().await?;

    session.reload().await?;
    ensure!(dark().await? && page.lang().await? == "en", "the reload lost the theme or the language");
    page.follow_link("Français").await?;
    session.until("French again", async || Ok(page.lang().await? == "fr")).await?;
    ensure!(session.fragment().await? == second.replace("#/en", "#/fr"), "the place was lost on the way back");
    session.come_back("").await?;
    ensure!(dark().await? && page.lang().await? == "fr", "coming back lost the theme or the language");
    page.find("link", "Reprendre").await?;
    Ok(())
}

/// Where the device keeps nothing, the app says so and works from memory.
pub async fn works_from_memory(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.find("alert", "refuse de garder vos réponses").await?;
    ensure!(page.n("alert").await? == 1, "the refusal is reported more than once");
    questions.answer_until_verdict().await?;
    questions.settled_verdict().await?;
    Ok(())
}

/// Where the heading and the first choice or card of the view are, in the plain page and in the app.
const PLACES: &str = "const shown = (selector) => [...document.querySelectorAll(selector)]\
    .find((element) => element.getClientRects().length);\
    return ['main :is(h1, :target h2)', 'main :is(label:has(input), li a)'].map((selector) => {\
    const { x, y, width, height } = shown(selector).getBoundingClientRect(); return [x, y, width, height]; })";

/// Starting moves neither the heading nor the first choice by more than a pixel.
pub async fn starts_without_a_jump(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let ready = "return document.documentElement.dataset.app === 'ready'";
    page.find("main :is(h1, :target h2)", "").await?;
    let before = session.script(PLACES).await?;
    ensure!(session.script(ready).await? != true, "the app started before the plain page was measured");
    session.started().await?;
    let after = session.script(PLACES).await?;
    for (what, idx) in [("the heading", 0), ("the first choice", 1)] {
        for side in 0..4 {
            let length = |places: &Value| places[idx][side].as_f64().unwrap_or(f64::NAN);
            let moved = (length(&before) - length(&after)).abs();
            ensure!(moved <= 1.0, "starting moved {what} from {} to {}", before[idx], after[idx]);
        }
    }
    Ok(())
}

/// A box ticked before the app starts stays ticked, and the start moves nothing.
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
