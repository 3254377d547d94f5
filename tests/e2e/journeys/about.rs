//! The trust page: from the footer and back, inside the file, on the site's own pages, and without scripting. Its numbers are
//! those of this build's exhaustive check.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use boussole_core::domain::Verdict;
use boussole_core::record::exhaustive_check::CheckReport;
use thirtyfour::Key;

use super::keyboard::{on_heading, tab_to};
use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The page in each language: tag, heading, file, and the title of a section.
const PAGES: [(&str, &str, &str, &str); 2] = [
    ("fr", "À propos de Boussole", "a-propos.html", "Qui, et avec quel argent"),
    ("en", "About Boussole", "about.html", "Who, and who paid"),
];

/// In the file: from the home page's footer, in the other language, back, and into the example.
pub async fn in_the_file(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.find_exactly("link", "À propos").await?.click().await?;
    page.heading_becomes(PAGES[0].1).await?;
    on_heading(session).await?;
    ensure!(session.fragment().await? == "#/fr/about", "the footer goes to {}", session.fragment().await?);
    ensure!(session.title().await? == "À propos · Boussole", "the title is {:?}", session.title().await?);
    shows_the_check(session, "main").await?;
    page.follow_link("English").await?;
    page.heading_becomes(PAGES[1].1).await?;
    ensure!(page.lang().await? == "en", "the page still declares {:?}", page.lang().await?);
    shows_the_check(session, "main").await?;
    session.back().await?;
    page.heading_becomes(PAGES[0].1).await?;
    session.back().await?;
    page.find("heading", FR.topics).await?;
    // From the chapter too, which is read the same way.
    session.follow("#/fr/chapter").await?;
    page.heading_becomes("Le chapitre, fiche par fiche").await?;
    page.find_exactly("link", "À propos").await?.click().await?;
    page.heading_becomes(PAGES[0].1).await?;
    page.follow_link("Ouvrir cet exemple").await?;
    page.heading_becomes("Une enseigne dans trois régions").await
}

/// On the site: the app's link opens the page, and the page's link goes back to the app, where the answers still are.
pub async fn beside_the_app(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    page.find_exactly("link", "À propos").await?.click().await?;
    session.landed("a-propos.html").await?;
    page.heading_becomes(PAGES[0].1).await?;
    shows_the_check(session, "main").await?;
    page.pick_option("Thème", "Sombre").await?;
    session.holds().await?;
    page.follow_link("English").await?;
    session.landed("about.html").await?;
    page.heading_becomes(PAGES[1].1).await?;
    shows_the_check(session, "main").await?;
    let scheme = session.script("return getComputedStyle(document.body).colorScheme").await?;
    ensure!(scheme == "dark", "the other page lost the theme");
    session.holds().await?;
    session.back().await?;
    session.landed("a-propos.html").await?;

    // An address of the app opens this page as well, and so does the chapter's footer.
    session.follow_plainly("index.html#/en/about").await?;
    session.landed("about.html").await?;
    session.follow_plainly("chapitre.html").await?;
    session.landed("chapitre.html").await?;
    page.find_exactly("link", "À propos").await?.click().await?;
    session.landed("a-propos.html").await?;
    session.holds().await?;

    page.find_exactly("link", "Boussole").await?.click().await?;
    session.landed("index.html").await?;
    page.find("link", "Reprendre").await?;
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "reading changed the answers");
    session.back().await?;
    session.landed("a-propos.html").await?;
    page.follow_link("Ouvrir cet exemple").await?;
    session.landed("index.html").await?;
    page.heading_becomes("Une enseigne dans trois régions").await
}

/// With a keyboard alone: the footer's link, the heading, and the links of the page, the focus showing at every stop.
pub async fn by_keyboard(session: &Session) -> Result<()> {
    let page = Page::of(session);
    tab_to(session, "A À propos").await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes(PAGES[0].1).await?;
    tab_to(session, "Ouvrir cet exemple").await?;
    tab_to(session, "Are you SURE").await
}

/// In the file without scripting, in both languages.
pub async fn plainly_in_the_file(session: &Session) -> Result<()> {
    for (lang, heading, _, section) in PAGES {
        session.follow_plainly(&format!("#/{lang}/about")).await?;
        reads(session, &format!("[id=\"/{lang}/about\"]"), heading, section).await?;
    }
    Ok(())
}

/// On the site without scripting, in both languages.
pub async fn plainly_beside_the_app(session: &Session) -> Result<()> {
    for (_, heading, file, section) in PAGES {
        session.follow_plainly(file).await?;
        reads(session, "main", heading, section).await?;
    }
    Ok(())
}

async fn reads(session: &Session, within: &str, heading: &str, section: &str) -> Result<()> {
    let element = session.css(within).await?;
    ensure!(element.is_displayed().await?, "{within} does not show");
    let text = plain(&element.text().await?);
    ensure!(text.starts_with(heading) && text.contains(section), "the page says {text:.300}");
    shows_the_check(session, within).await
}

/// The table of the exhaustive check has the numbers of this build's sheet, in the same order.
async fn shows_the_check(session: &Session, within: &str) -> Result<()> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/proof/sheet.json");
    let text = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let sheet: CheckReport = serde_json::from_str(&text)?;
    let all = sheet.all();
    let counts = sheet.topics.iter().chain([&all]);
    let expected: Vec<String> = counts
        .flat_map(|topic| [topic.n, topic.n_closed].into_iter().chain(topic.verdicts))
        .map(|n| n.to_string())
        .collect();
    // Without scripting, only selectors find things: this is the one table with as many columns.
    let column = format!("th:nth-child({})", 3 + Verdict::ALL.len());
    let mut shown = Vec::new();
    for cell in session.all_css(&format!("{within} table:has({column}) td")).await? {
        shown.push(digits(&cell.text().await?));
    }
    ensure!(shown == expected, "the page shows {shown:?}, the sheet {expected:?}");
    let section = session.css(&format!("{within} section:not(:has(section)):has({column})")).await?;
    let section = digits(&section.text().await?);
    for n in [all.n, sheet.pairs, sheet.lifts, sheet.mean_asked(), sheet.mean_askable()] {
        ensure!(section.contains(&n.to_string()), "the page does not show {n}");
    }
    Ok(())
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
