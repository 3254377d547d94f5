//! A verdict that one can defend: what moved it, why each question is asked, which answers conflict, what comes after a "no",
//! and whether the team is ready to decide.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::content::{Label, Tension};
use boussole_core::domain::{Answers, Lang, Range};
use boussole_core::engine;
use boussole_core::words::source_url;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::keyboard::tab_to;
use crate::harness::session::Session;
use crate::pages::find::{exactly, named};
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::{ask, dial, example, heading, keep, question, range, topic, with, words};

const MESH: &str = "service-mesh";

/// Records the dial's animations as they begin.
const NOTE_ANIMATIONS: &str = "window.began = []; addEventListener('animationstart', (event) => {\
    if (event.animationName.startsWith('dial')) window.began.push(event.animationName); }, true)";

/// After an answer the dial shows which verdicts left and came, and a sentence says the range before and after. The dial moves,
/// unless the reader asks for no motion.
pub async fn dial_alive(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    session.script(NOTE_ANIMATIONS).await?;
    page.go("#/fr/question/service-mesh/simpler").await?;
    questions.give("service-mesh.simpler", "yes").await?;
    let narrow = with(&Answers::new(), &[("service-mesh.simpler", "yes")])?;
    moved(session, Range::FULL, range(MESH, &narrow)?, ["dial-leaving"].as_slice()).await?;

    page.go("#/fr/question/service-mesh/problem").await?;
    questions.give("service-mesh.problem", "none").await?;
    let settled = with(&narrow, &[("service-mesh.problem", "none")])?;
    let animations = ["dial-leaving", "dial-turning", "dial-new"];
    moved(session, range(MESH, &narrow)?, range(MESH, &settled)?, &animations).await?;
    // How the needle is drawn: it has no role of its own.
    let needle = session.css(".dial__needle--new").await?.attr("style").await?.unwrap_or_default();
    ensure!(needle.contains("--from"), "the needle comes from nowhere: {needle:?}");

    questions.go_on().await?;
    page.heading_becomes(&heading(MESH, &settled)?).await?;
    let said = plain(&words().change(range(MESH, &narrow)?, range(MESH, &settled)?));
    page.says(&said).await
}

/// Waits until the page shows a change of the dial beside the question, in words and by what moves.
async fn moved(session: &Session, before: Range, after: Range, animations: &[&str]) -> Result<()> {
    let page = Page::of(session);
    let said = plain(&words().change(before, after));
    page.part_says("main", &said).await?;
    page.part_says("complementary", &plain(&words().range(after))).await?;
    exactly("img", &dial(after)).inside("complementary", "").first(session).await?;
    // How the sectors are drawn: they have no role of their own.
    let left = session.all_css(".dial__sector--leaving").await?.len();
    let n_left = boussole_core::domain::Verdict::ALL
        .into_iter()
        .filter(|verdict| before.contains(*verdict) && !after.contains(*verdict))
        .count();
    ensure!(left == n_left && left > 0, "{left} sectors leave the dial, and not {n_left}");
    session.until("it is announced", async || Ok(page.announced().await?.contains(&said))).await?;
    if session.setup.reduced_motion {
        let moving = "return [document.getAnimations().length, window.began.length]";
        ensure!(session.script(moving).await? == json!([0, 0]), "something moves");
        return Ok(());
    }
    for animation in animations {
        let begun = async || {
            let began = session.script("return window.began").await?;
            Ok(began.as_array().into_iter().flatten().any(|began| began == animation))
        };
        session.until(&format!("{animation} begins"), begun).await?;
    }
    Ok(())
}

/// A person who recognises no problem is at the verdict with one "Continue". The other questions can still be answered, and say
/// that they change nothing.
pub async fn at_once(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.check(FR.none_of_these).await?;
    questions.go_on().await?;
    ensure!(questions.settled_verdict().await? == "Pas pour vous", "the verdict is not settled in one question");
    let unasked: Vec<String> =
        inputs(MESH)?.iter().filter(|id| **id != "service-mesh.problem").map(|id| ask(id)).collect::<Result<_>>()?;
    page.find_exactly("h2", words().label(Label::NotAskedTitle)).await?;
    for ask in &unasked {
        page.find("link", &format!("{} : {ask}", words().label(Label::Answer))).await?;
    }

    page.follow_link(&unasked[0]).await?;
    page.heading_becomes(&unasked[0]).await?;
    let no_longer = plain(words().label(Label::NoLongerMatters));
    let above = "const choice = document.querySelector('main input');\
        return [...document.querySelectorAll('main p')]\
        .filter((hint) => hint.compareDocumentPosition(choice) & Node.DOCUMENT_POSITION_FOLLOWING)\
        .map((hint) => hint.textContent)";
    let hints = session.script(above).await?;
    let hints: Vec<String> = hints.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
    ensure!(hints.contains(&no_longer), "nothing above the choices says that it cannot matter: {hints:?}");

    session.back().await?;
    page.heading_becomes("Pas pour vous").await?;
    page.follow_link(words().label(Label::FullRecord)).await?;
    page.heading_becomes("Service Mesh").await?;
    ensure!(session.fragment().await? == "#/fr/all/service-mesh", "the full record is not on the page of all");
    for id in inputs(MESH)? {
        ensure!(!session.all_css(&format!("main input[name=\"{id}\"]")).await?.is_empty(), "{id} cannot be answered");
    }
    Ok(())
}

/// Why a question is asked names the verdicts at stake, and is not the same after other answers.
pub async fn why(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let mut seen = Vec::new();
    for given in [&[][..], &[("service-mesh.worth", "in-doubt")]] {
        let answers = with(&Answers::new(), given)?;
        keep(session, &answers).await?;
        page.go("#/fr/question/service-mesh/today").await?;
        let power = engine::power(topic(MESH)?, &answers, question("service-mesh.today")?.code);
        let why = plain(&words().power(power));
        ensure!(why.contains('«'), "{why:?} names no verdict");
        page.part_says("main", &format!("{} {why}", plain(words().label(Label::WhyThisQuestion)))).await?;
        ensure!(!seen.contains(&why), "it says {why:?} whatever was answered");
        seen.push(why);
    }
    Ok(())
}

/// Answers that conflict are named, each with a link to its question. The verdict stays.
pub async fn tension(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let multi = topic("multi-cluster")?;
    let named = |tension: &&Tension| tension.id == "environments-one-cluster";
    let tension = multi.tensions.iter().find(named).context("the tension is gone")?;
    let own = example("platform-team-databases")?;
    keep(session, &own).await?;
    for condition in &tension.when {
        page.go("#/fr/verdict/multi-cluster").await?;
        page.find_exactly("h2", words().label(Label::TensionTitle)).await?;
        page.section_says(words().label(Label::TensionTitle), &[&plain(tension.text.get(Lang::Fr))]).await?;
        ensure!(page.heading().await? == heading("multi-cluster", &own)?, "the verdict is another");
        let id = &bundled::content().question(condition.question).context("the question is gone")?.id;
        let change = format!("{} : {}", words().label(Label::Change), ask(id)?);
        exactly("link", &change).under(words().label(Label::TensionTitle)).click(session).await?;
        session.until(id, async || Ok(questions.asked().await? == *id)).await?;
    }
    questions.give("multi-cluster.simpler", "no").await?;
    page.go("#/fr/verdict/multi-cluster").await?;
    ensure!(
        !page.shows("h2", words().label(Label::TensionTitle)).await?,
        "nothing conflicts any more, and a conflict is named"
    );
    Ok(())
}

/// A "no" is useful: it says when to look again, what to do instead, and what would make it a "yes".
pub async fn noes(session: &Session) -> Result<()> {
    let page = Page::of(session);
    for (situation, id, title) in [
        ("retailer-three-regions", "multi-cluster", Label::SignsNotNow),
        ("startup-three-apps", MESH, Label::SignsSimpler),
        ("lab-learner", MESH, Label::SignsNotForYou),
    ] {
        let (topic, own) = (topic(id)?, example(situation)?);
        keep(session, &own).await?;
        page.go(&format!("#/fr/verdict/{id}")).await?;
        page.heading_becomes(&heading(id, &own)?).await?;
        page.find_exactly("h2", words().label(title)).await?;
        let text = plain(&page.find("main", "").await?.prop("textContent").await?.unwrap_or_default());
        let place = |said: &str| {
            let said = plain(said);
            text.find(&said).with_context(|| format!("{situation} does not read {said:?}"))
        };
        let (signs, limits) = (place(words().label(title))?, place(words().label(Label::LimitsTitle))?);
        ensure!(signs > limits, "{situation} reads what would change it before what limits it");
        for sign in engine::signs(topic, &own, range(id, &own)?.best) {
            place(sign.text.get(Lang::Fr))?;
        }
        if title != Label::SignsNotForYou {
            let lift = engine::lifts(topic, &own).into_iter().next().context("nothing lifts the verdict")?;
            ensure!(place(words().label(Label::SignsFirst))? > signs, "{situation} does not say what comes first");
            for step in words().lift(&lift) {
                place(&step)?;
            }
        }
        if title == Label::SignsSimpler {
            ensure!(place(words().label(Label::AlternativesTitle))? < limits, "the simpler options do not come first");
            for alternative in &topic.alternatives {
                let start = words().start(alternative);
                ensure!(place(&start)? > place(alternative.name.get(Lang::Fr))?, "{start:?} stands alone");
            }
        }
    }
    Ok(())
}

/// Whether the team is ready: four boxes by keyboard, which outlive a reload and touch no verdict and no other technology.
pub async fn ready(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let own = example("platform-team-databases")?;
    keep(session, &own).await?;
    page.go("#/fr/verdict/operators").await?;
    let ready = bundled::content().question(topic("operators")?.ready).context("the boxes are gone")?;
    let total = ready.choices.len();
    ensure!(total == 4, "there are {total} boxes");
    let said = |n: usize| {
        plain(&match n {
            0 => String::new(),
            n if n == total => words().label(Label::ReadyAll).to_owned(),
            n => words().fill(Label::ReadySome, &[("n", &n.to_string()), ("total", &total.to_string())]),
        })
    };
    for (place, choice) in ready.choices.iter().enumerate() {
        tab_to(session, &format!("INPUT {}", plain(choice.label.get(Lang::Fr)))).await?;
        session.press(&[Key::Space]).await?;
        page.says(&said(place + 1)).await?;
        ensure!(!page.text().await?.contains(&said(place)) || place == 0, "the sentence stays");
        ensure!(questions.has(&ready.id, &choice.id).await?, "{} is not ticked", choice.id);
        let focused = page.focused().await?;
        ensure!(focused.contains(&plain(choice.label.get(Lang::Fr))), "ticking moved the focus to {focused}");
    }
    let still = async || -> Result<()> {
        page.heading_becomes(&heading("operators", &own)?).await?;
        exactly("img", &dial(range("operators", &own)?))
            .inside("main", "")
            .first(session)
            .await
            .context("the dial moved")?;
        page.says(&said(total)).await
    };
    still().await?;
    session.reload().await?;
    still().await?;
    for choice in &ready.choices {
        ensure!(questions.has(&ready.id, &choice.id).await?, "the reload unticked {}", choice.id);
    }
    let source = source_url(bundled::content(), *ready.sources.first().context("SURE is not credited")?);
    let credit = named("link", "").inside("group", &plain(ready.ask.get(Lang::Fr))).first(session).await?;
    ensure!(credit.attr("href").await? == source && source.is_some(), "SURE is credited without its link");

    page.go("#/fr/verdict/multi-cluster").await?;
    page.heading_becomes(&heading("multi-cluster", &own)?).await?;
    let other = bundled::content().question(topic("multi-cluster")?.ready).context("the boxes are gone")?;
    let boxes = format!("main input[name=\"{}\"]", other.id);
    let ticked = session.all_css(&format!("{boxes}:checked")).await?.len();
    ensure!(session.all_css(&boxes).await?.len() == total && ticked == 0, "{ticked} boxes are ticked elsewhere");
    Ok(())
}

/// The permanent names of the questions of a technology.
fn inputs(id: &str) -> Result<Vec<&'static str>> {
    let questions = topic(id)?.inputs.iter().filter_map(|input| bundled::content().question(input.question));
    Ok(questions.map(|question| question.id.as_str()).collect())
}
