//! Accessibility that a script can check: axe, narrow and zoomed pages, the size of text and of targets.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::content::Label;
use boussole_core::domain::Lang;
use boussole_core::link;
use boussole_core::words::Words;
use serde_json::Value;
use thirtyfour::{By, Key};

use crate::harness::session::Session;
use crate::pages::find::{exactly, named};
use crate::pages::page::Page;
use crate::pages::questionnaire::{self, EN, FR, Questionnaire};
use crate::pages::situation::example;

/// A fixed release of axe-core, never sent to a reader; `tests/README.md` says where it comes from.
const AXE: &str = include_str!("../vendor/axe.min.js");

/// Every rule that axe switches on by itself, and the size of targets that it leaves off.
const RUN_AXE: &str = "return axe.run(document, { rules: { 'target-size': { enabled: true } } }).then((found) =>\
    found.violations.map(({ id, help, nodes }) =>\
    `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`))";

/// What sticks out of the page's width, innermost only.
const STICKS_OUT: &str = "if (document.scrollingElement.scrollWidth <= innerWidth) return [];\
    const out = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > innerWidth);\
    return ['page of ' + document.scrollingElement.scrollWidth + ' in ' + innerWidth,\
    ...out.filter((element) => ![...element.children].some((child) => out.includes(child))).map((element) => element.outerHTML.slice(0, 120))]";

/// Text smaller than 16 pixels, except in drawings, and targets lower than 44. A link inside a sentence is as high as its line.
/// The classes name the boxes that are drawn.
const TOO_SMALL: &str = "const shown = [...document.querySelectorAll('body *')].filter((element) => element.getClientRects().length && !element.closest('svg, .visually-hidden'));\
    const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());\
    const small = shown.filter((element) => hasText(element) && parseFloat(getComputedStyle(element).fontSize) < 16)\
        .map((element) => getComputedStyle(element).fontSize + ' ' + element.outerHTML.slice(0, 120));\
    const low = shown.filter((element) => element.matches('button, summary, select, .picker select, input[type=search], .choice, .button, .card[href], .brand, nav a, .views a, .ways a, .board__go a'))\
        .filter((element) => element.getBoundingClientRect().height < 43.9)\
        .map((element) => element.getBoundingClientRect().height + ' high ' + element.outerHTML.slice(0, 120));\
    return [...small, ...low]";

/// axe finds no violation on any view.
pub async fn axe(session: &Session) -> Result<()> {
    session.script(AXE).await?;
    on_every_view(session, RUN_AXE).await?;
    on_frames(session, AXE, RUN_AXE).await
}

/// No view is wider than the page, in either language.
pub async fn fits(session: &Session) -> Result<()> {
    on_every_view(session, STICKS_OUT).await?;
    on_frames(session, "", STICKS_OUT).await
}

/// Text and targets are large enough on every view, and no view is wider than the page.
pub async fn large_enough(session: &Session) -> Result<()> {
    on_every_view(session, &too_small_or_sticks_out()).await?;
    on_frames(session, "", &too_small_or_sticks_out()).await
}

/// axe finds no violation on the site's static pages either, in both themes.
pub async fn axe_beside_the_app(session: &Session) -> Result<()> {
    on_pages(session, &["light", "dark"], AXE, RUN_AXE).await
}

/// Text and targets are large enough on the site's static pages too, and none is wider than the window.
pub async fn large_enough_beside_the_app(session: &Session) -> Result<()> {
    on_pages(session, &["auto"], "", &too_small_or_sticks_out()).await
}

/// Both scripts, in one look at the page.
fn too_small_or_sticks_out() -> String {
    format!("return [...(() => {{{TOO_SMALL}}})(), ...(() => {{{STICKS_OUT}}})()]")
}

/// Opens the site's static pages and checks that a script finds nothing on any, in some themes.
async fn on_pages(session: &Session, themes: &[&str], first: &str, script: &str) -> Result<()> {
    let mut problems = Vec::new();
    let files = [
        "chapitre.html",
        "chapter.html",
        "a-propos.html",
        "about.html",
        "questionnaire.html",
        "questionnaire-en.html",
        "formateurs.html",
        "trainers.html",
    ];
    for file in files {
        session.follow_plainly(file).await?;
        session.landed(file).await?;
        session.script(first).await?;
        for theme in themes {
            let name = Words::new(bundled::content(), lang_of(session).await?).label(Label::Theme);
            let list = named("select", name).first(session).await?;
            list.find(By::Css(format!("option[value={theme}]"))).await?.click().await?;
            problems.extend(found(session, &format!("{file} {theme}"), script).await?);
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// Opens frames by themselves and checks that a script finds nothing on any.
async fn on_frames(session: &Session, first: &str, script: &str) -> Result<()> {
    let mut problems = Vec::new();
    let code = link::encode(bundled::content(), &example("factory-poor-link")?);
    for frame in ["fr/edge/-", "en/operators/c0b5563", "fr/edge/ask", &format!("en/edge/told/{code}"), "fr/edge/told"] {
        session.come_back(&format!("#/e/{frame}")).await?;
        session.script(first).await?;
        problems.extend(found(session, frame, script).await?);
        let words = Words::new(bundled::content(), lang_of(session).await?);
        if let Some(why) = exactly("button", words.label(Label::EmbedWhy)).now(session).await? {
            why.click().await?;
            named("heading", words.label(Label::WhyThisQuestion)).first(session).await?;
            problems.extend(found(session, &format!("{frame}, why"), script).await?);
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

/// The language that the page declares.
async fn lang_of(session: &Session) -> Result<Lang> {
    Ok(if Page::of(session).lang().await? == "fr" { Lang::Fr } else { Lang::En })
}

/// What a script finds on a view, each with the name of the view.
async fn found(session: &Session, view: &str, script: &str) -> Result<Vec<String>> {
    let found = session.script(script).await.with_context(|| view.to_owned())?;
    let found = found.as_array().with_context(|| format!("{view} found {found}"))?;
    Ok(found.iter().filter_map(Value::as_str).map(|problem| format!("{view}: {problem}")).collect())
}

/// Opens every kind of view in both languages, everything unfolded, and checks that a script finds nothing on any.
async fn on_every_view(session: &Session, script: &str) -> Result<()> {
    let mut problems = Vec::new();
    for (lang, words) in [("fr", &FR), ("en", &EN)] {
        views(session, lang, words, script, &mut problems).await?;
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    Ok(())
}

async fn views(
    session: &Session,
    lang: &str,
    words: &'static questionnaire::Words,
    script: &str,
    problems: &mut Vec<String>,
) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, words));
    let labels = Words::new(bundled::content(), if lang == "fr" { Lang::Fr } else { Lang::En });
    let mut look = async |view: &str| -> Result<()> {
        session.script("document.querySelectorAll('details').forEach((fold) => { fold.open = true })").await?;
        problems.extend(found(session, &format!("{lang} {view}"), script).await?);
        Ok(())
    };
    let go = async |place: &str| -> Result<()> {
        let address = format!("#/{lang}{place}");
        session.follow(&address).await?;
        // Once the view is drawn, the link to the other language leads to the same place.
        let other = if lang == "fr" { "en" } else { "fr" };
        let (exact, start) = (format!("#/{other}{place}"), format!("#/{other}{place}/"));
        let there = async || {
            let link = named(&format!("a[hreflang={other}]"), "").inside("banner", "").first(session).await?;
            let href = link.attr("href").await?;
            Ok(href.is_some_and(|href| href == exact || !place.is_empty() && href.starts_with(&start)))
        };
        session.until(&format!("{address} is drawn"), there).await
    };
    go("").await?;
    look("home").await?;
    page.press_button(words.forget).await?;
    page.find("alertdialog", "").await?;
    look("about to forget").await?;
    page.confirm(words.forget).await?;
    page.find("alert", "").await?;
    go("/plan").await?;
    look("empty plan").await?;
    go("/choose").await?;
    look("nothing chosen").await?;
    page.pick("profile", "developer").await?;
    for need in ["machine-learning", "service-mesh", "edge"] {
        questions.give("need-now", need).await?;
    }
    page.pick("lab-memory", "4gb").await?;
    look("two subjects").await?;
    go("/plan").await?;
    page.pick("time", "week").await?;
    look("plan").await?;
    go("/chapter").await?;
    look("chapter").await?;
    go("/about").await?;
    look("about").await?;
    go("/paper").await?;
    look("paper questionnaire").await?;
    go("/trainers").await?;
    look("trainers' guide").await?;
    go("/slides/edge").await?;
    look("code of a frame").await?;
    go("/join/edge").await?;
    look("a question in a room").await?;
    go("/joined/edge").await?;
    look("the code of a participant").await?;
    go("/room").await?;
    look("rooms").await?;
    go("/room/edge").await?;
    look("empty room").await?;
    page.press_button(labels.label(Label::RoomSample)).await?;
    page.find("table", "").await?;
    look("room").await?;
    page.press_button(labels.label(Label::RoomEmpty)).await?;
    go("/question/multi-cluster/problem").await?;
    look("boxes").await?;
    page.press_button(words.go_on).await?;
    page.find("alert", "").await?;
    look("a missing answer").await?;
    for topic in ["machine-learning", "service-mesh", "serverless", "operators", "multi-cluster", "edge"] {
        go(&format!("/all/{topic}")).await?;
        look(&format!("all of {topic}")).await?;
    }
    go("/verdict/edge").await?;
    look("verdict without an answer").await?;
    go("/question/service-mesh").await?;
    questions.answer_nth(0).await?;
    look("choices").await?;
    go("/verdict/service-mesh").await?;
    look("verdict still open").await?;
    go("/question/service-mesh").await?;
    questions.answer_until_verdict().await?;
    look("verdict settled").await?;
    page.pick("if:service-mesh.today", "no").await?;
    page.find("region", labels.label(Label::WhatIfTitle)).await?;
    look("verdict with a flipped answer").await?;
    go("/compare/service-mesh").await?;
    page.pick("other:service-mesh.today", "no").await?;
    page.find("table", "").await?;
    look("two situations").await?;
    session.follow(&format!("#/{lang}/nowhere")).await?;
    page.find("alert", "").await?;
    look("nowhere").await?;
    go("/example/platform-team-databases").await?;
    look("example").await?;
    go("/verdict/operators").await?;
    look("verdict of an example, with its tools").await?;
    go("/share/operators").await?;
    look("sharing a result").await?;
    page.press_button(labels.label(Label::QrLarge)).await?;
    page.find("dialog", labels.label(Label::QrLarge)).await?;
    look("the code in large").await?;
    session.press(&[Key::Escape]).await?;
    go("/share").await?;
    look("sharing all six").await?;
    go("/board").await?;
    look("board").await?;
    go("/board/nearest").await?;
    look("board, nearest first").await?;
    go("").await?;
    look("home with an example").await
}
