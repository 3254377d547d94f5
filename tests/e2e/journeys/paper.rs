//! The paper questionnaire: from the footer and back, inside the file, on the site's own pages, and without scripting; and how
//! many sheets it takes once printed.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::domain::{Lang, Verdict};
use boussole_core::words::Words;
use thirtyfour::Key;

use super::keyboard::{on_heading, tab_to};
use crate::harness::session::Session;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The page in each language: its heading, its file, and a title of the key.
const PAGES: [(Lang, &str, &str, &str); 2] = [
    (Lang::Fr, "Questionnaire sur papier", "questionnaire.html", "Trouvez le verdict à la main"),
    (Lang::En, "Paper questionnaire", "questionnaire-en.html", "Find the verdict by hand"),
];

/// In the file: from the home page's footer, in the other language, and back.
pub async fn in_the_file(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.find_exactly("link", PAGES[0].1).await?.click().await?;
    page.heading_becomes(PAGES[0].1).await?;
    on_heading(session).await?;
    ensure!(session.fragment().await? == "#/fr/paper", "the footer goes to {}", session.fragment().await?);
    let title = session.title().await?;
    ensure!(title == "Questionnaire sur papier · Boussole", "the title is {title:?}");
    reads(session, "main", PAGES[0]).await?;
    page.follow_link("English").await?;
    page.heading_becomes(PAGES[1].1).await?;
    reads(session, "main", PAGES[1]).await?;
    session.back().await?;
    page.heading_becomes(PAGES[0].1).await?;
    session.back().await?;
    page.find("heading", FR.topics).await.map(|_| ())
}

/// On the site: the app's link opens the page, and the page's link goes back to the app, where the answers still are.
pub async fn beside_the_app(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    page.find_exactly("link", PAGES[0].1).await?.click().await?;
    session.landed(PAGES[0].2).await?;
    reads(session, "main", PAGES[0]).await?;
    session.holds().await?;
    page.follow_link("English").await?;
    session.landed(PAGES[1].2).await?;
    reads(session, "main", PAGES[1]).await?;
    session.holds().await?;

    // An address of the app opens this page as well, and so does another page's footer.
    session.follow_plainly("index.html#/en/paper").await?;
    session.landed(PAGES[1].2).await?;
    page.reached_from_another(PAGES[0].1, PAGES[0].2, &own).await
}

/// With a keyboard alone: the footer's link, then the heading.
pub async fn by_keyboard(session: &Session) -> Result<()> {
    tab_to(session, "A Questionnaire sur papier").await?;
    session.press(&[Key::Enter]).await?;
    Page::of(session).heading_becomes(PAGES[0].1).await?;
    on_heading(session).await
}

/// In the file without scripting, in both languages.
pub async fn plainly_in_the_file(session: &Session) -> Result<()> {
    for page in PAGES {
        let tag = page.0.tag();
        session.follow_plainly(&format!("#/{tag}/paper")).await?;
        reads(session, &format!("[id=\"/{tag}/paper\"]"), page).await?;
    }
    Ok(())
}

/// Printed from the file: two sides and a grid for each technology and nothing else, in both languages; and the next view prints as ever.
pub async fn prints_from_the_file(session: &Session) -> Result<()> {
    let page = Page::of(session);
    for (lang, heading, ..) in PAGES {
        session.follow(&format!("#/{}/paper", lang.tag())).await?;
        page.heading_becomes(heading).await?;
        three_sides_each(session).await?;
    }
    page.prints_the_overview_alone("the questionnaire").await
}

/// Printed from the site's own pages.
pub async fn prints_beside_the_app(session: &Session) -> Result<()> {
    for (_, _, file, _) in PAGES {
        session.follow_plainly(file).await?;
        session.landed(file).await?;
        three_sides_each(session).await?;
    }
    Ok(())
}

async fn three_sides_each(session: &Session) -> Result<()> {
    let (n_pages, n_topics) = (session.print().await?, bundled::content().topics.len());
    ensure!(n_pages == 3 * n_topics, "{n_topics} technologies take {n_pages} sides of paper");
    Ok(())
}

/// The text is the questions and the key of every technology, in its language.
async fn reads(session: &Session, within: &str, (lang, heading, _, key): (Lang, &str, &str, &str)) -> Result<()> {
    let element = session.css(within).await?;
    ensure!(element.is_displayed().await?, "{within} does not show");
    let text = plain(&element.text().await?);
    ensure!(text.starts_with(heading), "the page says {text:.300}");
    let (content, words) = (bundled::content(), Words::new(bundled::content(), lang));
    ensure!(text.matches(key).count() == content.topics.len(), "not every technology has its key");
    for topic in &content.topics {
        let questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
        let asked = questions.map(|question| question.ask.get(lang));
        let reasons = topic.rules.iter().map(|rule| rule.reason.get(lang));
        for said in asked.chain(reasons).map(plain) {
            ensure!(text.contains(&said), "{} lacks {said:?}", topic.id);
        }
    }
    for verdict in Verdict::ALL {
        ensure!(text.contains(&plain(words.verdict(verdict))), "the page lacks {verdict:?}");
    }
    Ok(())
}
