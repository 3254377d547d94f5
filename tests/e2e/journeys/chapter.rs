//! Reading the chapter: inside the file, on the site's own pages, and without scripting.

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::harness::session::Session;
use crate::pages::find::named;
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The sheet that most of this reads.
const EDGE: &str = "/fr/chapter/edge";

/// In the file: a deep link opens its sheet, the search finds and clears, links go on and back, and the other language shows
/// the same sheet.
pub async fn in_the_file(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    page.at_part(EDGE, "25.5 Edge computing").await?;
    on_sheet(session, "25.5 Edge computing").await?;
    session.follow("#/fr").await?;
    page.find("heading", FR.topics).await?;
    page.find_exactly("link", "Chapitre").await?.click().await?;
    page.heading_becomes("Le chapitre, fiche par fiche").await?;
    ensure!(session.fragment().await? == "#/fr/chapter", "the header goes to {}", session.fragment().await?);

    let whole = passages(session).await?.len();
    search(session).await?;
    // A followed link shows the whole text again.
    find_in(session, "kubefed").await?;
    page.find_exactly("link", "25.4 Multi-cluster").await?.click().await?;
    page.at_part("/fr/chapter/multi-cluster", "25.4 Multi-cluster").await?;
    on_sheet(session, "25.4 Multi-cluster").await?;
    ensure!(passages(session).await?.len() == whole, "following a link leaves some of the text out");

    session.follow(&format!("#{EDGE}")).await?;
    page.at_part(EDGE, "25.5 Edge computing").await?;
    named("link", "Répondre au questionnaire").inside(&format!("[id=\"{EDGE}\"]"), "").click(session).await?;
    session.until("the question", async || Ok(questions.asked().await? == "edge.problem")).await?;
    session.back().await?;
    page.at_part(EDGE, "25.5 Edge computing").await?;

    page.follow_link("English").await?;
    page.at_part("/en/chapter/edge", "25.5 Edge computing").await?;
    page.find("heading", "When to adopt it").await?;
    ensure!(page.lang().await? == "en", "the page still declares {:?}", page.lang().await?);
    Ok(())
}

/// On the site: the app's link opens the chapter's page, and the page's link goes back to the app, where the answers still are.
pub async fn beside_the_app(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    page.find_exactly("link", "Chapitre").await?.click().await?;
    session.landed("chapitre.html").await?;
    page.heading_becomes("Le chapitre, fiche par fiche").await?;

    session.follow_plainly(&format!("index.html#{EDGE}")).await?;
    session.landed("chapitre.html").await?;
    page.at_part(EDGE, "25.5 Edge computing").await?;
    search(session).await?;
    page.pick_option("Thème", "Sombre").await?;
    session.follow(&format!("#{EDGE}")).await?;
    session.holds().await?;
    page.follow_link("English").await?;
    session.landed("chapter.html").await?;
    page.at_part("/en/chapter/edge", "25.5 Edge computing").await?;
    ensure!(is_dark(session).await?, "the other page lost the theme");
    page.follow_link("Français").await?;
    session.landed("chapitre.html").await?;
    page.at_part(EDGE, "25.5 Edge computing").await?;

    session.holds().await?;
    page.find_exactly("link", "Boussole").await?.click().await?;
    session.landed("index.html").await?;
    page.find("link", "Reprendre").await?;
    ensure!(is_dark(session).await?, "the app lost the theme");
    session.back().await?;
    session.landed("chapitre.html").await?;
    named("link", "Répondre au questionnaire").inside(&format!("[id=\"{EDGE}\"]"), "").click(session).await?;
    session.landed("index.html").await?;
    session
        .until("the next question", async || Ok(session.fragment().await?.starts_with("#/fr/question/edge/")))
        .await?;
    ensure!(questions.asked().await? != "edge.problem", "the question answered before is asked again");
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "reading changed the answers");
    Ok(())
}

/// In the file without scripting: a sheet by its deep link, in both languages, without the search, which needs scripts.
pub async fn plainly(session: &Session) -> Result<()> {
    for (lang, heading) in [("fr", "Quand l’adopter"), ("en", "When to adopt it")] {
        session.follow_plainly(&format!("#/{lang}/chapter/edge")).await?;
        let sheet = session.css(&format!("[id=\"/{lang}/chapter/edge\"]")).await?;
        ensure!(sheet.is_displayed().await?, "the sheet does not show at #/{lang}/chapter/edge");
        let text = plain(&sheet.text().await?);
        ensure!(text.starts_with("25.5 Edge computing") && text.contains(heading), "the sheet says {text:.300}");
        for field in session.all_css("input[type=search]").await? {
            ensure!(!field.is_displayed().await?, "a search shows that cannot work");
        }
    }
    Ok(())
}

async fn is_dark(session: &Session) -> Result<bool> {
    Ok(session.script("return getComputedStyle(document.body).colorScheme").await? == "dark")
}

/// Looks for words with and without their accents, then for a name that is nowhere, then clears with Escape.
async fn search(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let whole = passages(session).await?.len();
    for (sought, word) in [("observabilite", "observabilité"), ("kubefed", "kubefed")] {
        let found = find_in(session, sought).await?;
        let shown = passages(session).await?;
        ensure!(found > 1 && found < whole, "{sought} is found {found} times in {whole} passages");
        // A title that holds the words keeps what is under it.
        ensure!(shown.iter().any(|passage| passage.to_lowercase().contains(word)), "{sought} shows {shown:?}");
        ensure!(shown.len() <= 2 * found, "{sought} is found {found} times and {} passages show", shown.len());
    }
    page.find("searchbox", "").await?.send_keys(" introuvable").await?;
    page.says("Aucun passage ne contient tous ces mots").await?;
    session.press(&[Key::Escape]).await?;
    let cleared = async || Ok(passages(session).await?.len() == whole);
    session.until("Escape shows the whole text again", cleared).await?;
    let field = page.find("searchbox", "").await?.prop("value").await?;
    ensure!(field.as_deref() == Some(""), "Escape leaves {field:?}");
    Ok(())
}

/// Types words into the search, and gives the number of passages that it says it found.
async fn find_in(session: &Session, sought: &str) -> Result<usize> {
    let page = Page::of(session);
    let field = page.find("searchbox", "Chercher dans le chapitre").await?;
    field.send_keys(Key::Escape).await?;
    session.until("an empty search", async || Ok(found_text(session).await?.is_empty())).await?;
    field.send_keys(sought).await?;
    session.until("passages found", async || Ok(found_text(session).await?.contains("passages trouvés"))).await?;
    let text = found_text(session).await?;
    text.split(' ').next().and_then(|n| n.parse().ok()).with_context(|| format!("the search says {text:?}"))
}

/// What the search says that it found.
async fn found_text(session: &Session) -> Result<String> {
    let script = "return [...document.querySelectorAll('[role=search] [role=status]')]\
                  .find((status) => status.closest('main').getClientRects().length)?.textContent ?? ''";
    Ok(plain(session.script(script).await?.as_str().unwrap_or_default()))
}

/// The passages that show. Found by the class of the text, since the page has other paragraphs around it.
async fn passages(session: &Session) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('.chapter__text :is(p, li, dl > div)')]\
        .filter((element) => element.getClientRects().length).map((element) => element.textContent)";
    let shown = session.script(script).await?;
    Ok(shown.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The focus is in a sheet's heading.
async fn on_sheet(session: &Session, heading: &str) -> Result<()> {
    let page = Page::of(session);
    let on_heading = async || Ok(page.focused().await?.ends_with(heading));
    let there = session.until("the focus is on the sheet's heading", on_heading).await;
    let focused = page.focused().await?;
    there.with_context(|| format!("the focus is on {focused:.80}"))
}
