//! Answers flipped on a result to see. One's own answers stay as they are until the person keeps the change.

use anyhow::{Context, Result, ensure};
use boussole_core::content::Label;
use boussole_core::domain::Answers;
use boussole_core::engine;
use thirtyfour::Key;

use super::keyboard::{on_heading, tab_to};
use crate::harness::session::Session;
use crate::pages::find::{click, exactly, label_of, named};
use crate::pages::page::{Page, plain};
use crate::pages::situation::{self, ask, code, dial, example, heading, keep, range, topic, with, words};

/// The technology that most of this judges, and a situation where it fits.
pub(super) const MESH: &str = "service-mesh";
pub(super) const BANK: &str = "bank-forty-services";
/// Few services: enough to lower the bank's verdict.
pub(super) const FEW: (&str, &str) = ("talking-services", "1-3");

/// An answer is flipped, undone, flipped again and kept. A reload removes one that was not kept.
pub async fn flip(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let own = example(BANK)?;
    let flipped = with(&own, &[FEW])?;
    let kept = keep(session, &own).await?;
    page.press_button(words().label(Label::WhatIfOpen)).await?;
    flip_list(session, FEW).await?;
    tried(session, MESH, &own, &flipped).await?;
    untouched(session, MESH, &own, &kept).await?;
    ensure!(page.shows("select", &ask(FEW.0)?).await?, "flipping an answer folded the others away");

    page.press_button(words().label(Label::WhatIfLeave)).await?;
    gone(session).await?;
    on_fold(session).await?;
    ensure!(picked(session, FEW.0).await? == "20+", "the list shows {}", picked(session, FEW.0).await?);
    untouched(session, MESH, &own, &kept).await?;

    flip_list(session, FEW).await?;
    page.press_button(words().label(Label::WhatIfKeep)).await?;
    page.heading_becomes(&heading(MESH, &flipped)?).await?;
    gone(session).await?;
    on_heading(session).await?;
    let kept = code(&flipped);
    untouched(session, MESH, &flipped, &kept).await?;

    let simpler = ("service-mesh.simpler", "yes");
    flip_list(session, simpler).await?;
    tried(session, MESH, &flipped, &with(&flipped, &[simpler])?).await?;
    session.reload().await?;
    untouched(session, MESH, &flipped, &kept).await?;
    ensure!(!is_tried(session).await?, "the reload kept what was only tried");
    page.press_button(words().label(Label::WhatIfOpen)).await?;
    ensure!(picked(session, simpler.0).await? == "no", "the list shows {}", picked(session, simpler.0).await?);
    Ok(())
}

/// Boxes are flipped too. Once flipped back, nothing is tried any more.
pub async fn flip_boxes(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let own = with(&example(BANK)?, &[("service-mesh.problem", "mtls")])?;
    let kept = keep(session, &own).await?;
    page.press_button(words().label(Label::WhatIfOpen)).await?;
    let mtls = "main input[name=\"if:service-mesh.problem\"][value=mtls]";
    // The only box unticked is no answer any more.
    let mut open = own.clone();
    open.remove(situation::question("service-mesh.problem")?.code);
    for flipped in [Some(open), None] {
        let control = session.css(mtls).await?;
        click(&label_of(session, &control).await?).await?;
        match flipped {
            Some(flipped) => tried(session, MESH, &own, &flipped).await?,
            None => gone(session).await?,
        }
        untouched(session, MESH, &own, &kept).await?;
    }
    Ok(())
}

/// The button beside each change that would raise or lower the verdict shows its effect.
pub async fn suggested(session: &Session) -> Result<()> {
    let (page, id) = (Page::of(session), "multi-cluster");
    let own = example("retailer-three-regions")?;
    let kept = keep(session, &own).await?;
    let lifts = engine::lifts(topic(id)?, &own);
    let lift = lifts.first().context("nothing lifts the verdict")?;
    let mut after = own.clone();
    lift.steps.iter().for_each(|step| step.apply(&mut after));
    page.press_button(&words().lift(lift).join(" ")).await?;
    tried(session, id, &own, &after).await?;
    untouched(session, id, &own, &kept).await?;

    for fragile in engine::fragile(topic(id)?, &own) {
        let mut after = own.clone();
        fragile.apply(&mut after);
        page.press_button(&words().fragile(&fragile)).await?;
        tried(session, id, &own, &after).await?;
        not_lost(session).await?;
    }
    untouched(session, id, &own, &kept).await?;
    page.press_button(words().label(Label::WhatIfLeave)).await?;
    gone(session).await?;
    on_fold(session).await
}

/// With the keyboard alone: an answer is flipped and undone, then another change is tried and kept.
pub async fn by_keyboard(session: &Session) -> Result<()> {
    let (page, today) = (Page::of(session), "service-mesh.today");
    let own = example(BANK)?;
    let kept = keep(session, &own).await?;
    tab_to(session, &format!("SUMMARY {}", plain(words().label(Label::WhatIfOpen)))).await?;
    session.press(&[Key::Enter]).await?;
    let list = format!("SELECT {}", ask(today)?);
    tab_to(session, &list).await?;
    session.type_text("n").await?;
    let flipped = with(&own, &[(today, "no")])?;
    tried(session, MESH, &own, &flipped).await?;
    ensure!(page.focused().await?.starts_with(&list), "flipping moved the focus to {}", page.focused().await?);
    untouched(session, MESH, &own, &kept).await?;
    tab_to(session, &format!("BUTTON {}", plain(words().label(Label::WhatIfLeave)))).await?;
    session.press(&[Key::Enter]).await?;
    gone(session).await?;
    on_fold(session).await?;

    let all = engine::fragile(topic(MESH)?, &own);
    let fragile = all.last().context("nothing makes the verdict fragile")?;
    let mut flipped = own.clone();
    fragile.apply(&mut flipped);
    let see = format!("BUTTON {} : {}", words().label(Label::TryIt), words().fragile(fragile));
    // The last of them is just above the fold.
    session.tab_back().await?;
    ensure!(page.focused().await? == plain(&see), "going back goes to {}", page.focused().await?);
    session.press(&[Key::Space]).await?;
    tried(session, MESH, &own, &flipped).await?;
    not_lost(session).await?;
    tab_to(session, &format!("BUTTON {}", plain(words().label(Label::WhatIfKeep)))).await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes(&heading(MESH, &flipped)?).await?;
    gone(session).await?;
    on_heading(session).await?;
    untouched(session, MESH, &flipped, &code(&flipped)).await
}

/// Picks an option of a list of the answers to flip.
pub(super) async fn flip_list(session: &Session, (question, choice): (&str, &str)) -> Result<()> {
    Page::of(session).pick(&format!("if:{question}"), choice).await
}

async fn picked(session: &Session, question: &str) -> Result<String> {
    Page::of(session).picked(&format!("if:{question}")).await
}

/// Waits until the bar says, shows and announces what flipped answers give.
async fn tried(session: &Session, id: &str, now: &Answers, after: &Answers) -> Result<()> {
    let (page, bar) = (Page::of(session), words().label(Label::WhatIfTitle));
    let (now, after) = (range(id, now)?, range(id, after)?);
    let said = plain(&words().what_if(now, after));
    named("paragraph", &said).inside("region", bar).first(session).await?;
    exactly("img", &dial(after)).inside("region", bar).first(session).await?;
    session.until("the change is announced", async || Ok(page.announced().await? == said)).await
}

/// Checks that one's own answers, and the verdict on them, are what they were.
pub(super) async fn untouched(session: &Session, id: &str, own: &Answers, kept: &str) -> Result<()> {
    let (page, expected) = (Page::of(session), heading(id, own)?);
    page.heading_becomes(&expected).await?;
    let shown = named("img", "").inside("main", "").first(session).await?.attr("aria-label").await?.unwrap_or_default();
    ensure!(plain(&shown) == dial(range(id, own)?), "the verdict is {expected:?} and its dial {shown:?}");
    let now = session.kept("answers").await?;
    ensure!(now.as_deref() == Some(kept), "the device keeps {now:?} instead of {kept:?}");
    Ok(())
}

async fn gone(session: &Session) -> Result<()> {
    session.until("nothing is tried any more", async || Ok(!is_tried(session).await?)).await
}

/// Whether the bar of a flipped answer shows.
async fn is_tried(session: &Session) -> Result<bool> {
    Page::of(session).shows("region", words().label(Label::WhatIfTitle)).await
}

/// Waits until the focus is on the fold of the answers, since the button that had it was removed.
async fn on_fold(session: &Session) -> Result<()> {
    let (page, fold) = (Page::of(session), format!("SUMMARY {}", plain(words().label(Label::WhatIfOpen))));
    session.until("the focus is on the fold", async || Ok(page.focused().await? == fold)).await
}

async fn not_lost(session: &Session) -> Result<()> {
    let lost = session.script("return document.activeElement === document.body").await?;
    ensure!(lost == false, "the focus is lost");
    Ok(())
}
