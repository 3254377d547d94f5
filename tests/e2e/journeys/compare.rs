//! Two situations side by side: today and in a year, or two teams. The first stays as it is.

use anyhow::{Context, Result, ensure};
use boussole_core::content::Label;
use boussole_core::domain::{Answers, Lang};
use serde_json::{Value, json};

use super::keyboard::on_heading;
use super::what_if::{BANK, FEW, MESH, flip_list, untouched};
use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::FR;
use crate::pages::situation::{self, code, dial, example, heading, keep, of_topic, range, topic, with, words};

/// From a flipped answer to two situations side by side; changed, reloaded, and forgotten.
pub async fn from_what_if(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let own = example(BANK)?;
    let kept = keep(session, &own).await?;
    page.press_button(words().label(Label::WhatIfOpen)).await?;
    flip_list(session, FEW).await?;
    page.follow_link(words().label(Label::CompareGo)).await?;
    page.heading_becomes(words().label(Label::CompareTitle)).await?;
    ensure!(session.fragment().await? == "#/fr/compare/service-mesh", "the link goes elsewhere");
    on_heading(session).await?;
    let flipped = with(&own, &[FEW])?;
    let years = [Label::PairToday, Label::PairLater];
    side_by_side(session, years, [&own, &flipped], &[FEW.0]).await?;

    let skills = ("service-mesh.skills", "no");
    page.pick(&format!("other:{}", skills.0), skills.1).await?;
    page.pick("pair", "teams").await?;
    let other = with(&flipped, &[skills])?;
    let teams = [Label::PairA, Label::PairB];
    side_by_side(session, teams, [&own, &other], &[skills.0, FEW.0]).await?;
    let said = plain(&format!("{} : {}", words().label(Label::PairB), words().range(range(MESH, &other)?)));
    ensure!(page.announced().await? == said, "it announces {:?}", page.announced().await?);
    session.reload().await?;
    side_by_side(session, teams, [&own, &other], &[skills.0, FEW.0]).await?;
    ensure!(page.picked("pair").await? == "teams", "the reload made the pair {:?}", page.picked("pair").await?);
    ensure!(session.kept("answers").await?.as_deref() == Some(&*kept), "comparing touched the first situation");
    let second = format!("teams/{}", code(&of_topic(MESH, &other)?));
    ensure!(session.kept("other").await? == Some(second), "the second is kept otherwise");

    page.press_button(FR.forget).await?;
    page.confirm(FR.forget).await?;
    page.find("alert", words().label(Label::Forgotten)).await?;
    page.find("heading", FR.topics).await?;
    let kept = session.all_kept().await?;
    ensure!(kept.is_empty(), "the device still keeps {kept:?}");
    Ok(())
}

/// From the link of a result: nothing differs at first, and again once the second is copied from the first.
pub async fn from_the_link(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let own = example(BANK)?;
    keep(session, &own).await?;
    page.follow_link(words().label(Label::CompareTitle)).await?;
    page.heading_becomes(words().label(Label::CompareTitle)).await?;
    let years = [Label::PairToday, Label::PairLater];
    side_by_side(session, years, [&own, &own], &[]).await?;
    page.pick(&format!("other:{}", FEW.0), FEW.1).await?;
    let other = with(&own, &[FEW])?;
    side_by_side(session, years, [&own, &other], &[FEW.0]).await?;

    page.follow_link(words().label(Label::SeeVerdict)).await?;
    page.heading_becomes(&heading(MESH, &own)?).await?;
    session.back().await?;
    page.heading_becomes(words().label(Label::CompareTitle)).await?;
    side_by_side(session, years, [&own, &other], &[FEW.0]).await?;
    page.press_button(words().label(Label::CompareRestart)).await?;
    side_by_side(session, years, [&own, &own], &[]).await
}

/// A second situation that cannot be read is reported once and kept apart. Nothing else is lost.
pub async fn keeps_an_unreadable_second_apart(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let own = example(BANK)?;
    session.script("localStorage.setItem('boussole.other', 'teams/illisible')").await?;
    let kept = keep(session, &own).await?;
    page.find("alert", words().label(Label::SecondUnreadable)).await?;
    ensure!(page.n("alert").await? == 1, "it is reported more than once");
    let aside = session.kept("other.unreadable").await?;
    ensure!(aside.as_deref() == Some("teams/illisible"), "what was kept apart is {aside:?}");
    ensure!(session.kept("other").await?.is_none(), "what cannot be read is still the second situation");
    untouched(session, MESH, &own, &kept).await?;
    session.reload().await?;
    untouched(session, MESH, &own, &kept).await?;
    ensure!(!page.shows("alert", words().label(Label::SecondUnreadable)).await?, "it is reported a second time");
    Ok(())
}

/// Somebody else's answers beside one's own. Theirs are the second situation.
pub async fn what_was_received(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let (own, theirs) = (example("startup-three-apps")?, example(BANK)?);
    let kept = keep(session, &own).await?;
    session.follow(&format!("#/r/{}", code(&theirs))).await?;
    page.heading_becomes(&heading(MESH, &theirs)?).await?;
    page.find("region", "reçu par lien").await?;
    page.press_button(words().label(Label::CompareGuest)).await?;
    page.heading_becomes(words().label(Label::CompareTitle)).await?;
    on_heading(session).await?;
    ensure!(!page.shows("region", "reçu par lien").await?, "the answers on screen are still somebody else's");
    let differ: Vec<&str> = topic(MESH)?
        .inputs
        .iter()
        .filter(|input| own.get(input.question) != theirs.get(input.question))
        .filter_map(|input| boussole::bundled::content().question(input.question))
        .map(|question| question.id.as_str())
        .collect();
    let teams = [Label::PairA, Label::PairB];
    side_by_side(session, teams, [&own, &theirs], &differ).await?;
    session.reload().await?;
    side_by_side(session, teams, [&own, &theirs], &differ).await?;
    ensure!(session.kept("answers").await?.as_deref() == Some(&*kept), "comparing touched one's own answers");
    Ok(())
}

/// Waits until the page shows two situations, each with its name, its verdict and its dial, and these questions differ.
async fn side_by_side(session: &Session, names: [Label; 2], answers: [&Answers; 2], differ: &[&str]) -> Result<()> {
    // Each dial is below a name and a heading.
    let script = "const text = (element) => element.textContent, sides = []; let name, heading;\
        for (const element of document.querySelectorAll('main :is(p, h2, [role=img])')) {\
            if (element.matches('p')) name = text(element);\
            else if (element.matches('h2')) heading = text(element);\
            else sides.push([name, heading, element.getAttribute('aria-label')]); }\
        return [sides, [...document.querySelectorAll('main table tbody tr')].map((row) => [...row.children].map(text))]";
    let mut sides = Vec::new();
    for (name, answers) in names.into_iter().zip(answers) {
        let range = range(MESH, answers)?;
        sides.push(json!([plain(words().label(name)), plain(&words().heading_short(range)), dial(range)]));
    }
    let mut rows = Vec::new();
    for id in differ {
        let question = situation::question(id)?;
        let [first, second] = answers.map(|answers| plain(&words().answer(question, answers.get(question.code))));
        rows.push(json!([plain(question.ask.get(Lang::Fr)), first, second]));
    }
    let expected = json!([sides, rows]);
    let shown = async || -> Result<Value> { Ok(plain_all(&session.script(script).await?)) };
    let there = session.until("the two situations", async || Ok(shown().await? == expected)).await;
    let shown = shown().await?;
    there.with_context(|| format!("the page shows {shown:#} and should show {expected:#}"))?;
    let same = Page::of(session).shows("p", words().label(Label::CompareSame)).await?;
    ensure!(same == differ.is_empty(), "the page says that nothing differs");
    Ok(())
}

/// Every text of a value with plain spaces.
fn plain_all(value: &Value) -> Value {
    match value {
        Value::String(text) => json!(plain(text)),
        Value::Array(items) => items.iter().map(plain_all).collect(),
        other => other.clone(),
    }
}
