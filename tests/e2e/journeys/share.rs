//! Sharing, export and import of a result: link, code, clipboard, files, pictures, QR code, paper.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use boussole::bundled;
use boussole_core::content::{Content, Label};
use boussole_core::domain::{Answers, Date, Lang};
use boussole_core::link::{find_code, of_topic};
use boussole_core::record::card::{Shape, card};
use boussole_core::record::decision::{Case, Detail, decision, message};
use boussole_core::record::text::Form;
use boussole_core::words::Words;
use boussole_core::{engine, record};
use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use super::keyboard::tab_to;
use crate::harness::journey::Place;
use crate::harness::session::{Session, squeezed};
use crate::pages::find::{exactly, named};
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::{code, example, heading, heaviest, words};

/// An example that answers one technology only, and that technology.
const FACTORY: &str = "factory-poor-link";
const EDGE: &str = "edge";
const SHARE_EDGE: &str = "#/fr/share/edge";

/// The fields that are copied, with the name of their button.
const FIELDS: [(&str, Label); 4] = [
    ("link", Label::ShareCode),
    ("message", Label::ShareMessage),
    ("record", Label::ShareRecord),
    ("json", Label::ShareFile),
];

/// The answers of the factory, and the heading of their verdict.
fn factory() -> Result<(Answers, String)> {
    let content = bundled::content();
    let position = content.topics.iter().position(|topic| topic.id == EDGE).context("the topic is gone")?;
    let answers = of_topic(content, position, &example(FACTORY)?);
    let heading = heading(EDGE, &answers)?;
    Ok((answers, heading))
}

/// Opens the example's verdict and, from it, the page that shares it.
async fn open_sharing(session: &Session) -> Result<()> {
    let (page, (_, verdict)) = (Page::of(session), factory()?);
    session.follow(&format!("#/fr/example/{FACTORY}")).await?;
    page.find("region", "Vous regardez l’exemple").await?;
    session.follow("#/fr/verdict/edge").await?;
    page.heading_becomes(&verdict).await?;
    page.follow_link(words().label(Label::ShareGo)).await?;
    page.heading_becomes(words().label(Label::ShareTitle)).await?;
    session.until(SHARE_EDGE, async || Ok(session.fragment().await? == SHARE_EDGE)).await
}

/// The text of a field of the page.
async fn field(session: &Session, name: &str) -> Result<String> {
    let label = label_of(session, name).await?;
    let field = exactly("textbox", &label).first(session).await?;
    field.prop("value").await?.with_context(|| format!("the field {name} has no text"))
}

/// The label of a field. The first is a link where the page has an address, else a code.
async fn label_of(session: &Session, name: &str) -> Result<String> {
    let (_, label) = FIELDS.iter().find(|(field, _)| *field == name).with_context(|| format!("no field {name}"))?;
    let has_base = name == "link" && base(session).await?.is_some();
    Ok(plain(words().label(if has_base { Label::ShareLink } else { *label })))
}

/// Waits until somebody's result is on screen, with its heading, and says that it was received.
async fn received(session: &Session, verdict: &str) -> Result<()> {
    let page = Page::of(session);
    page.heading_becomes(verdict).await?;
    page.find("region", "reçu par lien").await.map(|_| ())
}

/// What the page is called by others: nothing for the file, unless it was built with an address.
async fn base(session: &Session) -> Result<Option<String>> {
    if session.place == Place::File {
        return Ok(bundled::base_url().map(str::to_owned));
    }
    let address = session.script("return location.origin + location.pathname").await?;
    Ok(address.as_str().map(str::to_owned))
}

/// From a verdict, the link; in another browser, the same verdict, said to be received. From the file, which nobody else can
/// open, the code, which the home page takes.
pub async fn link(session: &Session) -> Result<()> {
    let (answers, verdict) = factory()?;
    open_sharing(session).await?;
    let written = field(session, "link").await?;
    let base = base(session).await?;
    ensure!(written == record::link(bundled::content(), base.as_deref(), &answers), "the link is {written}");
    let page = Page::of(session);
    if base.is_none() {
        ensure!(!written.contains(':') && written == code(&answers), "the code is {written}");
        page.says(&plain(words().label(Label::ShareCodeUse))).await?;
        return session
            .another("#/fr", async |other| {
                paste(other, &written).await?;
                received(other, &verdict).await
            })
            .await;
    }
    page.says(&plain(words().label(Label::ShareHolds))).await?;
    // The other browser has the app at another address, as another host would.
    let (_, fragment) = written.split_once('#').context("the link has no #")?;
    session.another(&format!("#{fragment}"), async |other| received(other, &verdict).await).await
}

/// Puts a text in the home page's field, as the browser's own paste does, and opens it.
async fn paste(session: &Session, text: &str) -> Result<()> {
    let page = Page::of(session);
    let field = page.find("textbox", words().label(Label::PasteLabel)).await?;
    // A field of one line takes a space for the end of a line.
    let text = text.replace('\n', " ");
    session.script_with("arguments[0].value = arguments[1]", vec![field.to_json()?, json!(text)]).await?;
    page.press_button(words().label(Label::PasteGo)).await
}

/// A message pasted from a chat, or a link from a mail, opens. A text without a code is reported, and changes nothing.
pub async fn pastes(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let (answers, verdict) = factory()?;
    session.follow("#/fr/question/service-mesh").await?;
    page.drawn().await?;
    questions.answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;
    let link = record::link(bundled::content(), Some("https://example.org/boussole/"), &answers);
    let message = message(case(words(), EDGE, &answers, &link)?);
    let bare = code(&answers);
    for text in [
        message.clone(),
        format!("Marie, 10:42\n{message}\nOn en parle demain ?"),
        bare.clone(),
        format!("<{link}>."),
        format!("  {bare} "),
        format!("« {link} »."),
    ] {
        ensure!(find_code(&text).as_deref() == Some(&*bare), "{text} has no code");
        home(session).await?;
        paste(session, &text).await?;
        received(session, &verdict).await.with_context(|| text.clone())?;
        page.press_button("Revenir aux miennes").await?;
        session.until("one's own", async || Ok(!page.shows("region", "reçu par lien").await?)).await?;
    }
    for text in ["On en parle demain ?", "", "https://example.org/boussole/"] {
        home(session).await?;
        paste(session, text).await?;
        page.find("alert", words().label(Label::PastedNothing)).await.with_context(|| text.to_owned())?;
        ensure!(page.n("alert").await? == 1, "{text:?} is reported more than once");
        ensure!(session.fragment().await? == "#/fr", "{text:?} goes to {}", session.fragment().await?);
        ensure!(!page.shows("region", "Vous regardez").await?, "{text:?} changed the answers on screen");
    }
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "pasting changed one's own answers");
    Ok(())
}

/// Goes to the home page from another one, which removes earlier messages.
async fn home(session: &Session) -> Result<()> {
    let page = Page::of(session);
    session.follow("#/fr/verdict/operators").await?;
    page.drawn().await?;
    session.until("no message", async || Ok(!page.shows("alert", "").await?)).await?;
    session.follow("#/fr").await?;
    page.find("heading", FR.topics).await.map(|_| ())
}

/// Presses the button that copies a field.
async fn copy(session: &Session, field: &str) -> Result<()> {
    let name = format!("Copier : {}", label_of(session, field).await?);
    exactly("button", &name).click(session).await
}

/// The message about the last copy, and the label of the field above it. Two empty texts without a message.
async fn copy_message(session: &Session) -> Result<(String, String)> {
    let script = "const message = [...document.querySelectorAll('main p')].find((p) => arguments[0].includes(p.textContent));\
                  if (!message) return ['', ''];\
                  const above = [...document.querySelectorAll('main :is(textarea, input)')].filter((field) =>\
                  field.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING).pop();\
                  return [above.getAttribute('aria-label'), message.textContent]";
    let found = session.script_with(script, vec![copy_messages()]).await?;
    let text = |idx: usize| plain(found[idx].as_str().unwrap_or_default());
    Ok((text(0), text(1)))
}

/// What the page may say of a copy.
fn copy_messages() -> Value {
    json!([Label::Copied, Label::CopyRefused].map(|label| words().label(label)))
}

/// Copying puts the field's own text into the clipboard. The page says so once the browser has done it, not before.
pub async fn copies(session: &Session) -> Result<()> {
    let done = plain(words().label(Label::Copied));
    open_sharing(session).await?;
    for (name, _) in FIELDS {
        let label = label_of(session, name).await?;
        copy(session, name).await?;
        let asked = async || Ok(session.script("return window.copying.length").await? == 1);
        session.until("the browser was asked to copy", asked).await?;
        let message = copy_message(session).await?;
        ensure!(message.0 != label, "{name}: said before it is done: {message:?}");
        let copied = session.script("return window.copying[0]").await?;
        ensure!(copied == field(session, name).await?, "{name}: {copied} was copied");
        session.script("window.copied(); window.copying = []").await?;
        let said = async || Ok(copy_message(session).await? == (label.clone(), done.clone()));
        session.until(&format!("{name}: {done}"), said).await?;
        // Another choice in a list changes the text, and removes the message.
        if name == "record" {
            Page::of(session).pick("record-length", "full").await?;
            let gone = async || Ok(copy_message(session).await?.1.is_empty());
            session.until("nothing is said of another text", gone).await?;
        }
    }
    Ok(())
}

/// Where the browser refuses to copy, the page says so and never the contrary. The text is selected, with the focus in it.
pub async fn copying_fails(session: &Session) -> Result<()> {
    let (done, refused) = (plain(words().label(Label::Copied)), plain(words().label(Label::CopyRefused)));
    open_sharing(session).await?;
    // Every message from here on is kept.
    session
        .script_with(
            "window.messages = []; const [texts] = arguments;\
             new MutationObserver(() => document.querySelectorAll('main p').forEach((p) => {\
             if (texts.includes(p.textContent)) window.messages.push(p.textContent); }))\
             .observe(document.body, { childList: true, subtree: true, characterData: true })",
            vec![copy_messages()],
        )
        .await?;
    for (name, _) in FIELDS {
        let label = label_of(session, name).await?;
        copy(session, name).await?;
        let said = async || Ok(copy_message(session).await? == (label.clone(), refused.clone()));
        session.until("the refusal is said", said).await?;
        let is_selected = async || {
            let script = "const field = document.activeElement;\
                          return [field.getAttribute('aria-label'), field.selectionStart === 0 && field.selectionEnd === field.value.length && field.value !== '']";
            let found = session.script(script).await?;
            Ok(plain(found[0].as_str().unwrap_or_default()) == label && found[1] == true)
        };
        session.until(&format!("the text of {name} is selected, with the focus in it"), is_selected).await?;
    }
    let messages = session.script("return window.messages").await?;
    let messages: Vec<String> =
        messages.as_array().into_iter().flatten().filter_map(Value::as_str).map(plain).collect();
    ensure!(!messages.is_empty() && !messages.contains(&done), "the messages were {messages:?}");
    Ok(())
}

/// What is shared of a technology, for what the app's own code makes of it.
fn case<'a>(words: Words<'a>, topic: &str, answers: &'a Answers, link: &'a str) -> Result<Case<'a>> {
    let topic = words.content.topic(topic).with_context(|| format!("the topic {topic} is gone"))?;
    Ok(Case { words, topic, answers, link, today: Date::default() })
}

/// A record without its first lines, which hold the day.
fn undated(record: &str) -> Result<&str> {
    let rest = record.strip_prefix("---\nstatus: proposed\ndate: ").context("the record has no front matter")?;
    let (date, rest) = rest.split_once("\n---\n").context("the front matter does not end")?;
    ensure!(Date::parse(date).is_some(), "the record is of {date}");
    Ok(rest)
}

/// The lists beside the record change its text to what the app's own code makes of it.
pub async fn records(session: &Session) -> Result<()> {
    let (page, (answers, _)) = (Page::of(session), factory()?);
    open_sharing(session).await?;
    let link = field(session, "link").await?;
    let case = case(words(), EDGE, &answers, &link)?;
    for (length, detail) in [("short", Detail::Short), ("full", Detail::Full), ("short", Detail::Short)] {
        page.pick("record-length", length).await?;
        for (name, form) in [("plain", Form::Plain), ("markdown", Form::Markdown)] {
            page.pick("record-form", name).await?;
            let expected = decision(form, detail, case);
            let shows = async || {
                let shown = field(session, "record").await?;
                Ok(match form {
                    Form::Markdown => undated(&shown)? == undated(&expected.replace("0000-00-00", "2026-11-24"))?,
                    _ => shown == expected,
                })
            };
            session.until(&format!("the record is {length} and {name}"), shows).await?;
        }
    }
    Ok(())
}

/// Gives the home page a file of that name.
async fn open_file(session: &Session, name: &str, text: &str) -> Result<()> {
    let file = session.folder().join(name);
    fs::write(&file, text)?;
    Ok(session.css("main input[type=file]").await?.send_keys(file.display().to_string()).await?)
}

/// The file of answers opens again, as somebody's. A foreign file, or one of a later version, is reported and changes nothing.
pub async fn file(session: &Session) -> Result<()> {
    let (page, (answers, verdict)) = (Page::of(session), factory()?);
    open_sharing(session).await?;
    let text = field(session, "json").await?;
    ensure!(text == record::json::write(bundled::content(), &answers), "the file is {text}");
    page.press_button("Revenir aux miennes").await?;
    session.until("one's own", async || Ok(!page.shows("region", "Vous regardez").await?)).await?;
    session.follow("#/fr/question/service-mesh").await?;
    page.drawn().await?;
    Questionnaire::of(session, &FR).answer_nth(0).await?;
    let own = session.kept("answers").await?.context("the first answer is not kept")?;

    for (name, text, label) in [
        ("package.json", "{ \"name\": \"package\", \"version\": \"1.0.0\" }", Label::FileForeign),
        ("notes.json", "Rien de tout cela", Label::FileForeign),
        ("boussole-9.json", "{ \"boussole\": 9, \"answers\": { \"edge.skills\": \"yes\" } }", Label::FileNewer),
        ("boussole-empty.json", "{ \"boussole\": 1, \"answers\": {} }", Label::FileForeign),
    ] {
        home(session).await?;
        open_file(session, name, text).await?;
        page.find("alert", words().label(label)).await.with_context(|| name.to_owned())?;
        ensure!(!page.shows("region", "Vous regardez").await?, "{name} changed the answers on screen");
        ensure!(session.fragment().await? == "#/fr", "{name} goes to {}", session.fragment().await?);
    }
    home(session).await?;
    open_file(session, "boussole-edge.json", &text).await?;
    received(session, &verdict).await?;
    page.press_button("Revenir aux miennes").await?;
    session.until("one's own", async || Ok(!page.shows("region", "Vous regardez").await?)).await?;

    // The same file with an unknown question: it is ignored and counted, and the rest opens.
    home(session).await?;
    let unknown = text.replacen("\"edge.today\"", "\"edge.blockchain\"", 1);
    ensure!(unknown != text, "the example does not answer edge.today");
    open_file(session, "boussole-unknown.json", &unknown).await?;
    page.find("alert", &words().fill(Label::FileUnknown, &[("n", "1")])).await?;
    page.find("region", "reçu par lien").await?;
    ensure!(session.kept("answers").await?.as_deref() == Some(&*own), "a file changed one's own answers");
    Ok(())
}

/// A button that saves: its section, its name, the name and kind of the file, and the size of a PNG.
type Saved = (Label, Label, &'static str, &'static str, Option<(u32, u32)>);

const SAVED: [Saved; 7] = [
    (Label::ShareQr, Label::CardSvg, "boussole-edge-qr.svg", "image/svg+xml", None),
    (Label::ShareRecord, Label::Save, "boussole-edge.md", "text/markdown", None),
    (Label::ShareCard, Label::CardSvg, "boussole-edge.svg", "image/svg+xml", None),
    (Label::ShareCard, Label::CardSvgSquare, "boussole-edge-square.svg", "image/svg+xml", None),
    (Label::ShareFile, Label::Save, "boussole-edge.json", "application/json", None),
    (Label::ShareCard, Label::CardPng, "boussole-edge.png", "image/png", Some((1200, 630))),
    (Label::ShareCard, Label::CardPngSquare, "boussole-edge-square.png", "image/png", Some((1080, 1080))),
];

/// Presses the button of that name in a section.
async fn save(session: &Session, section: Label, button: Label) -> Result<()> {
    exactly("button", words().label(button)).under(words().label(section)).click(session).await
}

/// What is saved has its name, its kind, and holds what is on the page; a picture is one, of its size.
pub async fn downloads(session: &Session) -> Result<()> {
    let (answers, _) = factory()?;
    open_sharing(session).await?;
    let link = field(session, "link").await?;
    let case = case(words(), EDGE, &answers, &link)?;
    for (section, button, name, kind, size) in SAVED {
        save(session, section, button).await?;
        let saved = async || Ok(session.script("return window.saved.length").await? == 1);
        session.until(&format!("{name} is saved"), saved).await?;
        let about = session.script("return [window.saved[0].name, window.saved[0].blob.type]").await?;
        ensure!(about == json!([name, kind]), "{name} is saved as {about}");
        if let Some((width, height)) = size {
            let start = session
                .script("return window.saved[0].blob.arrayBuffer().then((bytes) => [...new Uint8Array(bytes.slice(0, 24))])")
                .await?;
            let start: Vec<u8> = serde_json::from_value(start)?;
            ensure!(start.starts_with(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "{name} is no PNG: {start:?}");
            let sides = [width.to_be_bytes(), height.to_be_bytes()].concat();
            ensure!(start[16..] == sides, "{name} is not {width} by {height}: {start:?}");
        } else {
            let text = session.script("return window.saved[0].blob.text()").await?;
            let text = text.as_str().context("what is saved has no text")?;
            let expected = match (section, button) {
                (Label::ShareQr, _) => record::qr::svg(&link).context("the link has no code")?,
                (Label::ShareCard, Label::CardSvg) => card(Shape::Wide, case),
                (Label::ShareCard, _) => card(Shape::Square, case),
                (Label::ShareFile, _) => field(session, "json").await?,
                _ => field(session, "record").await?,
            };
            ensure!(text == expected, "{name} holds {text}");
            ensure!(
                section != Label::ShareRecord || text.starts_with("---\nstatus: "),
                "{name} starts otherwise: {text}"
            );
        }
        session.script("window.saved = []").await?;
    }
    ensure!(!Page::of(session).shows("alert", "").await?, "saving shows a message");
    // Plain text is saved under its own name.
    Page::of(session).pick("record-form", "plain").await?;
    let is_plain = async || Ok(!field(session, "record").await?.starts_with("---"));
    session.until("the record is plain", is_plain).await?;
    save(session, Label::ShareRecord, Label::Save).await?;
    let about = "return window.saved.map(({ name, blob }) => [name, blob.type])";
    let saved = async || Ok(session.script(about).await? == json!([["boussole-edge.txt", "text/plain"]]));
    session.until("the text is saved", saved).await
}

/// The code as the browser draws it, in the dark theme too, reads back as the link; it opens in large, and Escape closes it.
pub async fn qr(session: &Session) -> Result<()> {
    let page = Page::of(session);
    open_sharing(session).await?;
    page.pick_option("Thème", "Sombre").await?;
    let dark = async || Ok(session.script("return getComputedStyle(document.body).colorScheme").await? == "dark");
    session.until("the dark theme", dark).await?;
    let link = field(session, "link").await?;
    // A picture may be of the frame before.
    let reads = async |code: &WebElement| Ok(scanned(session, code).await? == link);
    // The drawings have no role.
    let code = named("main svg.qr", "").under(words().label(Label::ShareQr)).first(session).await?;
    session.until("the code reads as the link", async || reads(&code).await).await?;
    page.says(&link).await?;

    let large = words().label(Label::QrLarge);
    let is_open = async || page.shows("dialog", large).await;
    page.press_button(large).await?;
    session.until("the code is large", is_open).await?;
    let large_code = named("svg.qr", "").inside("dialog", large).first(session).await?;
    session.until("the large code reads as the link", async || reads(&large_code).await).await?;
    let sides = "const [large, small] = arguments; const side = (code) => code.getBoundingClientRect().width;\
                 return side(large) > side(small)";
    let is_larger = session.script_with(sides, vec![large_code.to_json()?, code.to_json()?]).await?;
    ensure!(is_larger == true, "the large code is no larger");
    session.press(&[Key::Escape]).await?;
    session.until("the code is no longer large", async || Ok(!is_open().await?)).await
}

/// What an independent decoder reads where an element is on the screen. The picture is of the whole page: WebKit's driver
/// gives an older page for a part of it.
async fn scanned(session: &Session, code: &WebElement) -> Result<String> {
    code.scroll_into_view().await?;
    let place = "const { left, top, width, height } = arguments[0].getBoundingClientRect();\
                 return [left, top, width, height].map(Math.round)";
    let place = session.script_with(place, vec![code.to_json()?]).await?;
    let [left, top, width, height]: [usize; 4] =
        serde_json::from_value(place).context("the element is out of the page")?;
    let picture = session.picture_of_page().await?;
    let mut decoder = png::Decoder::new(std::io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("the picture is too large")?];
    let frame = reader.next_frame(&mut pixels)?;
    let is_whole = left + width <= frame.width as usize && top + height <= frame.height as usize;
    ensure!(is_whole, "the code is not whole in a page of {} by {}", frame.width, frame.height);
    let n = frame.color_type.samples();
    // Black and white: any of the three colours distinguishes them.
    // A camera near a small one sees each pixel of the screen as several.
    let near = if width < 400 { 3 } else { 1 };
    let grey = |x: usize, y: usize| pixels[(top + y / near) * frame.line_size + (left + x / near) * n];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(width * near, height * near, grey);
    match prepared.detect_grids().as_slice() {
        [grid] => Ok(grid.decode().context("the code cannot be read")?.1),
        grids => bail!("there are {} codes in a picture of {width} by {height}", grids.len()),
    }
}

/// With a keyboard alone: from the verdict to the link, which is copied, and back.
pub async fn by_keyboard(session: &Session) -> Result<()> {
    let (page, (_, verdict)) = (Page::of(session), factory()?);
    session.follow(&format!("#/fr/example/{FACTORY}")).await?;
    page.find("region", "Vous regardez l’exemple").await?;
    session.follow("#/fr/verdict/edge").await?;
    page.heading_becomes(&verdict).await?;
    tab_to(session, &format!("A {}", words().label(Label::ShareGo))).await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes(words().label(Label::ShareTitle)).await?;
    let label = words().label(if base(session).await?.is_some() { Label::ShareLink } else { Label::ShareCode });
    tab_to(session, &format!("BUTTON Copier : {label}")).await?;
    session.press(&[Key::Enter]).await?;
    let asked = async || Ok(session.script("return window.copying.length").await? == 1);
    session.until("the browser was asked to copy", asked).await?;
    session.script("window.copied()").await?;
    let done = plain(words().label(Label::Copied));
    let said = async || Ok(copy_message(session).await? == (plain(label), done.clone()));
    session.until(&done, said).await?;
    // The focus is where it was.
    let focused = plain(&page.focused().await?);
    ensure!(focused == plain(&format!("BUTTON Copier : {label}")), "the focus went to {focused}");
    tab_to(session, &format!("A {}", words().label(Label::ShareBack))).await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes(&verdict).await
}

/// Checks how the browser lays out a card's text: each piece inside the picture, and no two over each other.
const LAID_OUT: &str = "const host = document.createElement('div'); host.innerHTML = arguments[0]; document.body.append(host);\
    const svg = host.firstChild, edge = svg.getBoundingClientRect();\
    const rooms = [...svg.querySelectorAll('text')].filter((text) => text.textContent).map((text) =>\
        [text.textContent, text.parentNode === svg ? text.getBBox() : null, text.getBoundingClientRect()]);\
    const wrong = rooms.filter(([, , room]) => room.left < edge.left || room.right > edge.right || room.top < edge.top\
        || room.bottom > edge.bottom).map(([said]) => 'outside: ' + said);\
    const lines = rooms.filter(([, room]) => room);\
    lines.forEach(([one, a], place) => lines.slice(place + 1).forEach(([other, b]) => {\
        if (a.x < b.x + b.width && b.x < a.x + a.width && a.y + 4 < b.y + b.height && b.y + 4 < a.y + a.height)\
            wrong.push(one + ' over ' + other); }));\
    const dial = svg.querySelector('svg').getBoundingClientRect();\
    lines.forEach(([said, , room]) => { if (room.left < dial.right && dial.left < room.right && room.top + 4 < dial.bottom\
        && dial.top + 4 < room.bottom) wrong.push(said + ' over the dial'); });\
    host.remove(); return wrong";

/// With the fonts of a browser, the text of the picture of every worked situation stays in it and apart.
pub async fn card_fits(session: &Session) -> Result<()> {
    let content = bundled::content();
    let mut problems = Vec::new();
    let mut n_cards = 0;
    for (topic, answers) in worked(content) {
        for lang in Lang::ALL {
            for shape in [Shape::Wide, Shape::Square] {
                let svg = card(shape, case(Words::new(content, lang), topic, &answers, "")?);
                let found = session.script_with(LAID_OUT, vec![json!(svg)]).await?;
                let found = found.as_array().context("the card was not measured")?;
                let place = |wrong: &Value| format!("{topic} {} {shape:?} {wrong}", lang.tag());
                problems.extend(found.iter().map(place));
                n_cards += 1;
            }
        }
    }
    ensure!(problems.is_empty(), "{problems:#?}");
    ensure!(n_cards > 40, "only {n_cards} cards");
    Ok(())
}

/// Every technology that a worked situation answers, with its answers.
fn worked(content: &'static Content) -> Vec<(&'static str, Answers)> {
    let mut worked = Vec::new();
    for situation in &content.situations {
        let answers = content.answers_of(situation);
        for (position, topic) in content.topics.iter().enumerate() {
            if engine::is_started(content, position, &answers) {
                worked.push((topic.id.as_str(), of_topic(content, position, &answers)));
            }
        }
    }
    worked
}

/// Each worked verdict, and those with most to say, on one sheet of A4 with what it must hold, in French.
pub async fn prints_in_french(session: &Session) -> Result<()> {
    prints(session, Lang::Fr).await
}

/// The same in English.
pub async fn prints_in_english(session: &Session) -> Result<()> {
    prints(session, Lang::En).await
}

async fn prints(session: &Session, lang: Lang) -> Result<()> {
    let (content, page, tag) = (bundled::content(), Page::of(session), lang.tag());
    let words = Words::new(content, lang);
    let mut verdicts = worked(content);
    for topic in ["service-mesh", "multi-cluster", "machine-learning"] {
        verdicts.push((topic, heaviest(topic)?));
    }
    for (topic, answers) in verdicts {
        let code = code(&answers);
        session.follow(&format!("#/r/{code}")).await?;
        page.find("region", "").await?;
        let verdict = plain(&words.heading(engine::judge(content.topic(topic).context("a topic")?, &answers).range));
        session.follow(&format!("#/{tag}/verdict/{topic}")).await?;
        page.heading_becomes(&verdict).await.with_context(|| format!("{topic} of {code}"))?;
        let drawn = async || Ok(page.lang().await? == tag && field_on_paper(session, &code).await?);
        session.until(&format!("the sheet of {code}"), drawn).await?;
        sheet(session, words, &[&verdict, &code]).await.with_context(|| format!("{topic} of {code} in {tag}"))?;
    }
    Ok(())
}

/// Whether the sheet is the one of a code: it is drawn with the page.
async fn field_on_paper(session: &Session, code: &str) -> Result<bool> {
    let text = session.script("return document.querySelector('.printed')?.textContent ?? ''").await?;
    Ok(text.as_str().is_some_and(|text| text.contains(code)))
}

/// What is printed is one sheet, which says all that, and whose work it is, and holds a code to scan.
async fn sheet(session: &Session, words: Words<'_>, said: &[&str]) -> Result<()> {
    let sheets = session.print_text().await?;
    ensure!(sheets.len() == 1, "{} sheets are printed", sheets.len());
    for said in said.iter().chain(&[words.label(Label::Attribution)]) {
        ensure!(sheets[0].contains(&squeezed(said)), "the sheet does not say {said}: {}", sheets[0]);
    }
    // The printed sheet is drawn for paper alone, where nothing has a role.
    ensure!(session.all_css(".printed svg.qr").await?.len() == 1, "the sheet has no code to scan");
    Ok(())
}

/// The overview takes one sheet in both languages, with the link that opens it again.
pub async fn prints_the_overview(session: &Session) -> Result<()> {
    let (content, page) = (bundled::content(), Page::of(session));
    for id in ["platform-team-databases", "lab-learner"] {
        let code = code(&example(id)?);
        for lang in Lang::ALL {
            let tag = lang.tag();
            session.follow(&format!("#/{tag}/example/{id}")).await?;
            page.drawn().await?;
            session.follow(&format!("#/{tag}/board")).await?;
            page.drawn().await?;
            session.until("the sheet", async || field_on_paper(session, &code).await).await?;
            let words = Words::new(content, lang);
            sheet(session, words, &[&code, content.topics[0].name.get(lang), content.topics[5].name.get(lang)])
                .await
                .with_context(|| format!("{id} in {tag}"))?;
        }
    }
    Ok(())
}
