//! The trainers' guide: from the header and back, by its contents, inside the file, on the site's own pages, and without
//! scripting; on a phone, where the footer leads to it; and printed, an exercise to a sheet.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::domain::Lang;
use thirtyfour::Key;

use super::keyboard::{on_heading, tab_to};
use crate::harness::session::{Session, squeezed};
use crate::pages::find::named;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The page in each language: its heading, its file, and the title of a section.
const PAGES: [(Lang, &str, &str, &str); 2] = [
    (Lang::Fr, "Guide du formateur", "formateurs.html", "Animer la salle"),
    (Lang::En, "Trainer’s guide", "trainers.html", "Running the room"),
];

/// The heading of an exercise.
const EDGE: &str = "25.5 Edge computing";

/// In the file: from the header, by the contents to an exercise, out of it and back to it, in the other language, and back.
pub async fn in_the_file(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.find_exactly("link", "Formateurs").await?.click().await?;
    page.heading_becomes(PAGES[0].1).await?;
    on_heading(session).await?;
    ensure!(session.fragment().await? == "#/fr/trainers", "the header goes to {}", session.fragment().await?);
    let title = session.title().await?;
    ensure!(title == "Formateurs · Boussole", "the title is {title:?}");
    reads(session, "main", PAGES[0]).await?;
    page.find_exactly("link", "Edge computing").await?.click().await?;
    page.at_part("/fr/trainers/edge", EDGE).await?;
    named("link", "Ouvrir la situation dans l’application")
        .inside("[id=\"/fr/trainers/edge\"]", "")
        .click(session)
        .await?;
    page.heading_becomes("Une usine au bout").await?;
    session.back().await?;
    page.at_part("/fr/trainers/edge", EDGE).await?;
    page.follow_link("English").await?;
    page.heading_becomes("Trainer’s guide").await?;
    reads(session, "main", PAGES[1]).await?;
    // The paper questionnaire is a step away.
    page.follow_link("Print the questionnaire").await?;
    page.heading_becomes("Paper questionnaire").await?;
    session.back().await?;
    page.heading_becomes("Trainer’s guide").await
}

/// On the site: the app's link opens the page, and the page's link goes back to the app, where the answers still are; an exercise has the same
/// place in the other language.
pub async fn beside_the_app(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    page.find_exactly("link", "Formateurs").await?.click().await?;
    session.landed(PAGES[0].2).await?;
    reads(session, "main", PAGES[0]).await?;
    session.holds().await?;
    page.find_exactly("link", "Edge computing").await?.click().await?;
    page.at_part("/fr/trainers/edge", EDGE).await?;
    page.follow_link("English").await?;
    session.landed(PAGES[1].2).await?;
    page.at_part("/en/trainers/edge", EDGE).await?;
    reads(session, "main", PAGES[1]).await?;
    session.holds().await?;

    // An address of the app opens this page as well, an exercise included, and so does another page's header.
    session.follow_plainly("index.html#/en/trainers/edge").await?;
    session.landed(PAGES[1].2).await?;
    page.at_part("/en/trainers/edge", EDGE).await?;
    page.reached_from_another("Formateurs", PAGES[0].2, &own).await
}

/// With a keyboard alone: the header's link, the heading, then the contents, the focus showing at every stop.
pub async fn by_keyboard(session: &Session) -> Result<()> {
    let page = Page::of(session);
    tab_to(session, "A Formateurs").await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes(PAGES[0].1).await?;
    on_heading(session).await?;
    tab_to(session, "A Multi-cluster").await?;
    session.press(&[Key::Enter]).await?;
    page.at_part("/fr/trainers/multi-cluster", "25.4 Multi-cluster").await?;
    // From there, Tab goes on inside the exercise.
    tab_to(session, "chapitre 25, l. 147").await
}

/// In the file without scripting, in both languages: the page, and one of its exercises.
pub async fn plainly_in_the_file(session: &Session) -> Result<()> {
    for page in PAGES {
        let tag = page.0.tag();
        session.follow_plainly(&format!("#/{tag}/trainers")).await?;
        reads(session, &format!("[id=\"/{tag}/trainers\"]"), page).await?;
        session.follow_plainly(&format!("#/{tag}/trainers/edge")).await?;
        let exercise = session.css(&format!("[id=\"/{tag}/trainers/edge\"]")).await?;
        ensure!(exercise.is_displayed().await?, "the exercise does not show");
    }
    Ok(())
}

/// On a phone the header has no room for its link, and the footer has one.
pub async fn on_a_phone(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let in_header = named("link", "Formateurs").inside("banner", "").now(session).await?;
    ensure!(in_header.is_none(), "the header shows a fifth page");
    page.find_exactly("link", "Formateurs").await?.click().await?;
    page.heading_becomes(PAGES[0].1).await
}

/// Printed from the file, in both languages; and the next view prints as ever.
pub async fn prints_from_the_file(session: &Session) -> Result<()> {
    let page = Page::of(session);
    for (lang, heading, ..) in PAGES {
        session.follow(&format!("#/{}/trainers", lang.tag())).await?;
        page.heading_becomes(heading).await?;
        a_sheet_each(session, lang).await?;
    }
    page.prints_the_overview_alone("the guide").await
}

/// Printed from the site's own pages.
pub async fn prints_beside_the_app(session: &Session) -> Result<()> {
    for (lang, _, file, _) in PAGES {
        session.follow_plainly(file).await?;
        session.landed(file).await?;
        a_sheet_each(session, lang).await?;
    }
    Ok(())
}

/// The last sheets are the exercises, one each: it starts there and ends there.
async fn a_sheet_each(session: &Session, lang: Lang) -> Result<()> {
    let (sheets, topics) = (session.print_text().await?, &bundled::content().topics);
    let n_before = sheets.len().checked_sub(topics.len()).context("there are fewer sheets than exercises")?;
    ensure!((1..=3).contains(&n_before), "the guide takes {n_before} sheets before the exercises");
    for (sheet, topic) in sheets.iter().skip(n_before).zip(topics) {
        let title = squeezed(&format!("{} {}", topic.number, topic.name.get(lang)));
        ensure!(sheet.starts_with(&title), "the sheet of {} starts with {sheet:.80}", topic.id);
        ensure!(sheet.contains("10min") && sheet.contains("NicolasDeoux"), "the sheet of {} is cut", topic.id);
    }
    Ok(())
}

/// The text is the guide, with an exercise for every technology, in its language.
async fn reads(session: &Session, within: &str, (lang, heading, _, section): (Lang, &str, &str, &str)) -> Result<()> {
    let element = session.css(within).await?;
    ensure!(element.is_displayed().await?, "{within} does not show");
    let text = plain(&element.text().await?);
    ensure!(text.starts_with(heading) && text.contains(section), "the page says {text:.300}");
    for topic in &bundled::content().topics {
        let title = plain(&format!("{} {}", topic.number, topic.name.get(lang)));
        ensure!(text.contains(&title), "the page has no exercise {title:?}");
    }
    Ok(())
}
