//! A room: answers on a phone, codes put together, and the map that they make.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::content::Label;
use boussole_core::domain::Lang;
use boussole_core::engine::N_SAMPLE;
use boussole_core::link;
use serde_json::json;

use crate::harness::session::{Session, squeezed};
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::{sample_room, topic, words};

const TOPIC: &str = "edge";

/// A participant is asked every question of the topic, in its order and to the last, sees no verdict on the way, and ends on a
/// code that holds these answers and nothing else.
pub async fn joins(session: &Session) -> Result<()> {
    let (page, questions, content) = (Page::of(session), Questionnaire::of(session, &FR), bundled::content());
    let topic = topic(TOPIC)?;
    for input in &topic.inputs {
        let question = content.question(input.question).context("a question is gone")?;
        session.until(&question.id, async || Ok(questions.asked().await? == question.id)).await?;
        ensure!(!page.shows("img", "").await?, "a dial shows the verdict at {}", question.id);
        page.says(words().label(Label::JoinPrivate)).await?;
        // "None" would settle it elsewhere: here the questions go on.
        let choice = if question.many { "none" } else { question.choices[0].id.as_str() };
        questions.give(&question.id, choice).await?;
        page.press_button("Continuer").await?;
    }
    page.heading_becomes(words().label(Label::JoinCode)).await?;
    let code = page.find_exactly("textbox", words().label(Label::ShareCode)).await?.prop("value").await?;
    let (answers, notices) = link::decode(content, &code.unwrap_or_default());
    ensure!(notices.is_empty(), "the code gives {notices:?}");
    ensure!(answers.iter().count() == topic.inputs.len(), "the code holds {} answers", answers.iter().count());
    // The drawing has no role: its link is beside it as text.
    ensure!(session.all_css("main svg.qr").await?.len() == 1, "no QR code to show");
    session.back().await?;
    session.until("back to the last question", async || Ok(session.fragment().await?.contains("/join/"))).await
}

/// The trainer tries a sample room, empties it, pastes, types and opens codes. Damaged codes are named by their line. The map
/// counts people, and a reload of the tab keeps it.
pub async fn gathers(session: &Session) -> Result<()> {
    let (page, codes) = (Page::of(session), sample_room(TOPIC)?);
    let count = async |n: usize| counts(session, n).await;
    ensure!(!page.shows("button", "Scanner").await?, "a device without a camera is offered one");
    page.press_button("réponses inventées").await?;
    count(codes.len()).await.context("the sample room")?;
    page.says("Ces réponses sont inventées").await?;
    page.find("heading", "Où la salle se partage le plus").await?;
    page.press_button("Vider").await?;
    page.says("Le premier code fera apparaître").await?;

    // Pasted: as many lines as people, one of them cut on the way.
    let text = [&*codes[0], &codes[1][..codes[1].len() / 2], &codes[2]].join("\n");
    type_into(session, Label::RoomCodes, &text).await?;
    count(2).await.context("what was pasted")?;
    page.says("Ligne 2").await?;
    let has_focus = "return document.activeElement.name";
    ensure!(session.script(has_focus).await? == "room-codes", "pasting loses the focus");

    // Typed: the field is free again for the next.
    type_into(session, Label::RoomOne, &codes[3]).await?;
    page.press_button("Ajouter").await?;
    count(3).await.context("what was typed")?;
    let typed = page.find("textbox", words().label(Label::RoomOne)).await?.prop("value").await?;
    ensure!(typed.as_deref() == Some(""), "the field keeps the code: {typed:?}");

    // Dropped, as text on the field and as a file beside it.
    let drop = "const data = new DataTransfer(); if (arguments[1]) data.items.add(new File([arguments[0]], 'codes.txt'));\
                else data.setData('text', arguments[0]);\
                document.querySelector(arguments[1] ? 'main h1' : 'main textarea').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))";
    session.script_with(drop, vec![json!(codes[4]), json!(false)]).await?;
    count(4).await.context("what was dropped")?;
    session.script_with(drop, vec![json!(codes[5..].join("\n")), json!(true)]).await?;
    count(codes.len() - 1).await.context("the file that was dropped")?;
    // A file that was deleted before it was read.
    session
        .script("window.readText = Blob.prototype.text; Blob.prototype.text = () => Promise.reject(new Error())")
        .await?;
    session.script_with(drop, vec![json!(codes[0]), json!(true)]).await?;
    page.says("Aucun code n’a été trouvé là").await?;
    session.script("Blob.prototype.text = window.readText").await?;
    count(codes.len() - 1).await.context("after the file that could not be read")?;

    session.reload().await?;
    count(codes.len() - 1).await.context("after a reload")?;
    let kept = session.script("return document.querySelector('[name=room-codes]').value").await?;
    ensure!(kept.as_str().is_some_and(|kept| kept.starts_with(&codes[0])), "the field holds {kept}");
    page.press_button("Vider").await?;
    page.press_button("Remettre les codes retirés").await?;
    count(codes.len() - 1).await.context("put back")
}

/// The camera counts a code once for as long as it stays in sight. A refusal of the camera is reported. The machines that run this
/// have no camera: `Setup::camera` replaces the browser's own interfaces, and the journey sets what they see.
pub async fn scans(session: &Session) -> Result<()> {
    let (page, codes) = (Page::of(session), sample_room(TOPIC)?);
    let count = async |n: usize| counts(session, n).await;
    session.script_with("window.shown = arguments[0]", vec![json!(codes[0])]).await?;
    page.press_button("Scanner").await?;
    count(1).await?;
    tokio::time::sleep(std::time::Duration::from_millis(700)).await;
    count(1).await.context("a code that stays in sight is counted again")?;
    session
        .script_with("window.shown = arguments[0]", vec![json!(format!("https://example.org/#/r/{}", codes[1]))])
        .await?;
    count(2).await?;
    // Two in sight at once are one each, however long they stay.
    session.script_with("window.more = arguments[0]", vec![json!(codes[2])]).await?;
    count(3).await?;
    tokio::time::sleep(std::time::Duration::from_millis(900)).await;
    count(3).await.context("two codes in sight are counted again and again")?;
    session.script_with("window.more = null; window.shown = arguments[0]", vec![json!("a poster on the wall")]).await?;
    page.press_button("Fermer").await?;
    let is_off = async || Ok(session.script("return window.stopped").await? == 1);
    session.until("the camera is off", is_off).await?;
    count(3).await?;
    session.script("window.isRefused = true").await?;
    page.press_button("Scanner").await?;
    page.find("alert", "La caméra n’a pas pu s’ouvrir").await?;
    ensure!(session.all_css("video").await?.is_empty(), "the picture of the camera stays");
    Ok(())
}

/// The map is printed with the counts of every question, and without the fields and buttons of the page.
pub async fn prints(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.go("#/fr/room/edge").await?;
    page.press_button("Essayer avec des réponses inventées").await?;
    counts(session, N_SAMPLE).await?;
    let printed = session.print_text().await?.concat();
    let content = bundled::content();
    let topic = content.topic(TOPIC).context("the topic is gone")?;
    let questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
    let asked = questions.map(|question| question.ask.get(Lang::Fr)).chain(["Participants : 12", "À discuter d’abord"]);
    for text in asked {
        ensure!(printed.contains(&squeezed(text)), "{text:?} is not printed: {printed}");
    }
    for wrong in ["Imprimer", "Vider", "Scanner", "Les codes, un par ligne"] {
        ensure!(!printed.contains(&squeezed(wrong)), "{wrong:?} is printed");
    }
    Ok(())
}

/// Waits until the map counts so many people.
async fn counts(session: &Session, n: usize) -> Result<()> {
    let title = words().fill(Label::RoomCount, &[("n", &n.to_string())]);
    Page::of(session).find("heading", &plain(&title)).await.map(|_| ())
}

/// Fills a field and fires its event, as typing and pasting do.
async fn type_into(session: &Session, label: Label, text: &str) -> Result<()> {
    let field = Page::of(session).find("textbox", words().label(label)).await?;
    let script = "const [field, text] = arguments; field.focus(); field.value = text;\
                  field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    session.script_with(script, vec![field.to_json()?, json!(text)]).await.map(|_| ())
}
