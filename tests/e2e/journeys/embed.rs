//! The app in a frame of somebody else's page: a slide, a course page, a sandbox.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole::documents::snippet::{EmbeddedFrame, snippet};
use boussole_core::content::{Content, Label, Topic};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Ticks};
use boussole_core::state::Tool;
use boussole_core::words::Words;
use boussole_core::{engine, link};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::engine::Engine;
use crate::harness::session::Session;
use crate::pages::page::Page;
use crate::pages::questionnaire::{FR, Questionnaire};
use crate::pages::situation::example;

/// A page with frames that records what it hears from them and which keys it gets itself.
fn host(frames: &str) -> String {
    format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Un cours</title>\
         <style>body {{ margin: 0 }} iframe {{ border: 0; display: block }}</style></head><body>\
         <script>var heard = [], keys = [];\
         addEventListener('message', function (event) {{ heard.push(event.data); }});\
         addEventListener('keydown', function (event) {{ keys.push(event.key); }});\
         function ask(message) {{ frames[0].postMessage(message, '*'); }}</script>\
         <input id=\"own\" autofocus>{frames}</body></html>"
    )
}

fn frame(address: &str, width: u32, height: u32) -> String {
    format!("<iframe title=\"Boussole\" src=\"{{app}}{address}\" width=\"{width}\" height=\"{height}\"></iframe>")
}

/// The messages of a type that the page around has heard.
async fn heard(session: &Session, kind: &str) -> Result<Vec<Value>> {
    let script = "return heard.map(JSON.parse).filter((said) => said.boussole === 1 && said.type === arguments[0])";
    session.leave().await?;
    let heard = session.script_with(script, vec![json!(kind)]).await?;
    Ok(heard.as_array().cloned().unwrap_or_default())
}

async fn hears(session: &Session, kind: &str, holds: impl Fn(&Value) -> bool) -> Result<()> {
    let heard_it = async || Ok(heard(session, kind).await?.iter().any(&holds));
    session.until(&format!("the page around hears {kind}"), heard_it).await
}

async fn ask(session: &Session, message: Value) -> Result<()> {
    session.leave().await?;
    session.script_with("ask(arguments[0])", vec![message]).await?;
    session.enter(0).await
}

/// Of many random situations, the one with the longest words for each range of verdicts.
fn longest_results(content: &Content, topic: &Topic, lang: Lang) -> Vec<String> {
    let mut seed = 1_u64;
    let mut random = move |n: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % n
    };
    let mut found: BTreeMap<_, Vec<(usize, String)>> = BTreeMap::new();
    for _ in 0..2000 {
        let mut answers = Answers::new();
        for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
            let choice = random(question.choices.len() + 1);
            let answer = match question.choices.get(choice) {
                _ if random(10) == 0 => continue,
                _ if question.many => {
                    let boxes = question.choices.iter().filter(|_| random(3) == 0);
                    Answer::Ticks(boxes.fold(Ticks::default(), |ticks, choice| ticks.with(choice.code, true)))
                }
                Some(choice) => Answer::Choice(ChoiceId(choice.code)),
                None => Answer::Unknown,
            };
            answers.set(question.code, answer);
        }
        let (words, judgement) = (Words::new(content, lang), engine::judge(topic, &answers));
        // The text of the frame: the first open question, while one can change the verdict.
        let open = engine::open(topic, &answers).into_iter().find_map(|code| content.question(code));
        let length = match open.filter(|_| !judgement.settled()) {
            Some(question) => question.ask.get(lang).len(),
            None => words.first_reason(topic, &answers).1.len() + words.first_action(topic, &answers).1.len(),
        };
        let range = (judgement.range.worst, judgement.range.best);
        found.entry(range).or_default().push((length, link::encode(content, &answers)));
    }
    let longest = found.into_values().flat_map(|mut results| {
        results.sort();
        results.into_iter().next_back()
    });
    longest.map(|(_, code)| code).collect()
}

/// Every question and verdict of every topic, in both languages, fits a slide of 960×540: nothing scrolls in the frame, no text
/// is cut, and targets and type stay large. Prints how many views were checked.
pub async fn fits_960(session: &Session) -> Result<()> {
    fits(session, 960, 540).await
}

/// The same on a larger slide.
pub async fn fits_1280(session: &Session) -> Result<()> {
    fits(session, 1280, 720).await
}

/// The same on half of a slide that two frames share. On half of a small one a view may scroll, but its buttons stay in sight.
pub async fn fits_half(session: &Session) -> Result<()> {
    fits(session, 640, 720).await?;
    session.open_host(&host(&frame("#/e/fr/service-mesh/-", 480, 540))).await?;
    session.enter(0).await?;
    let script = "const bar = document.querySelector('footer').getBoundingClientRect();\
                  return [document.documentElement.scrollHeight > innerHeight, bar.top >= 0 && bar.bottom <= innerHeight]";
    let found = session.script(script).await?;
    ensure!(found == json!([true, true]), "whether it scrolls, and whether its buttons are in sight: {found}");
    Ok(())
}

async fn fits(session: &Session, width: u32, height: u32) -> Result<()> {
    let content = bundled::content();
    let request = |topic: &Topic, lang| {
        let questions = topic.inputs.iter().filter_map(|input| content.question(input.question));
        let names: Vec<[&str; 2]> = questions.map(|question| [topic.short_name(question), &question.id]).collect();
        json!({ "id": topic.id, "questions": names, "codes": longest_results(content, topic, lang) })
    };
    // A share of the slide, and never less than pages have.
    let least_type = (18.0 * f64::from(width) / 960.0).max(16.0);
    println!("    size       language  questions  verdicts  scrolls  cut texts  least target  type");
    let mut faults = Vec::new();
    for lang in Lang::ALL {
        session.open_host(&host(&frame("#/e/fr/edge/-", width, height))).await?;
        session.enter(0).await?;
        session.leave().await?;
        let look = [include_str!("../harness/misfits.js"), include_str!("../harness/slides.js")].concat();
        let go_on = Words::new(content, lang).label(Label::Continue);
        let mut views = Vec::new();
        // One script for each topic: drivers limit the time of a script.
        for topic in &content.topics {
            let arguments = vec![json!(lang.tag()), json!(go_on), json!([request(topic, lang)])];
            let seen = session.script_with(&look, arguments).await?;
            views.extend(seen.as_array().context("no view was checked")?.iter().cloned());
        }
        let number = |view: &Value, name: &str| view[name].as_f64().unwrap_or(f64::NAN);
        let scrolls = |view: &&Value| number(view, "taller") > 0.0 || number(view, "wider") > 0.0;
        let n_verdicts = views.iter().filter(|view| view["verdict"] == true).count();
        let n_cut: usize = views.iter().filter_map(|view| view["cut"].as_array()).map(Vec::len).sum();
        let least = views.iter().map(|view| number(view, "least")).fold(f64::MAX, f64::min);
        let type_size = views.iter().map(|view| number(view, "type")).fold(f64::MAX, f64::min);
        println!(
            "    {width:>4}×{height}   {:<8}  {:>9}  {n_verdicts:>8}  {:>7}  {n_cut:>9}  {least:>9.0} px  {type_size:>2.0} px",
            lang.tag(),
            views.len() - n_verdicts,
            views.iter().filter(scrolls).count(),
        );
        let n_questions: usize = content.topics.iter().map(|topic| topic.inputs.len()).sum();
        // Each question as it opens, and with all that unfolds.
        ensure!(views.len() - n_verdicts == 2 * n_questions, "{} views of {n_questions} questions", views.len());
        ensure!(n_verdicts >= 10 * content.topics.len(), "{n_verdicts} verdicts only");
        ensure!(least >= 43.9, "a target is {least} px tall at {width}×{height}");
        ensure!(type_size >= least_type - 0.1, "type of {type_size} px at {width}×{height}");
        let misfits = views.iter().filter(|view| scrolls(view) || view["cut"] != json!([]));
        faults.extend(misfits.map(|view| format!("{width}×{height} {} {view}", lang.tag())));
    }
    session.forget_requests();
    ensure!(faults.is_empty(), "{} views do not fit: {faults:#?}", faults.len());
    Ok(())
}

/// Keys of the deck go to it, and keys that a control uses stay. The deck hears what it may know, and has the focus again at the
/// verdict. The frame reads and writes nothing of the person's own.
pub async fn shares_keys(session: &Session) -> Result<()> {
    session.open("#/fr").await?;
    session.script("localStorage.setItem('boussole.theme', 'dark')").await?;
    session.open_host(&host(&frame("#/e/fr/edge/-", 960, 540))).await?;
    session.enter(0).await?;
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    ensure!(session.script("return document.documentElement.dataset.theme").await? != "dark", "the person's own theme");
    session.leave().await?;
    ensure!(session.script("return document.activeElement.id").await? == "own", "the frame took the focus");
    hears(session, "ready", |said| said["topic"] == "edge" && said["lang"] == "fr").await?;
    hears(session, "progress", |said| said["answered"] == 0).await?;

    // Boxes: space ticks, arrows are the deck's.
    let keys = [Key::PageDown, Key::PageUp, Key::Escape, Key::Right, Key::Up].map(|key| String::from(char::from(key)));
    for key in keys.into_iter().chain(["b", "o", "s"].map(str::to_owned)) {
        session.enter(0).await?;
        questions.click_nth(0).await?;
        session.type_text(&key).await?;
        focus_is_back(session).await.with_context(|| format!("after the key {key:?}"))?;
    }
    let expected = json!([34, 33, 27, 39, 38, 66, 79, 83]);
    let codes = async || {
        let codes: Vec<Value> = heard(session, "key").await?.iter().map(|said| said["args"][0].clone()).collect();
        anyhow::Ok(json!(codes))
    };
    session
        .until("the deck hears its keys", async || Ok(codes().await? == expected))
        .await
        .with_context(|| expected.to_string())?;
    ensure!(
        heard(session, "key").await?.iter().all(|said| said["method"] == "triggerKey"),
        "reveal.js would not understand"
    );
    session.enter(0).await?;
    questions.click_nth(0).await?;
    session.type_text(" ").await?;
    let unticked = async || Ok(!questions.is_answered().await?);
    session.until("space unticks the box", unticked).await?;
    session.type_text(" ").await?;
    ensure!(codes().await? == expected, "space went to the deck from a box");

    // Radio buttons: arrows and space stay.
    session.enter(0).await?;
    page.press_button("Continuer").await?;
    page.heading_becomes("Une région cloud plus proche").await?;
    questions.give("edge.simpler", "no").await?;
    session.press(&[Key::Down]).await?;
    session.until("the arrow picks the next", async || questions.has("edge.simpler", "yes").await).await?;
    session.press(&[Key::Up]).await?;
    session.until("and the one before", async || questions.has("edge.simpler", "no").await).await?;
    ensure!(codes().await? == expected, "an arrow went to the deck from a radio button");
    session.enter(0).await?;
    ensure!(session.fragment_of_frame().await?.starts_with("#/e/fr/edge/-/"), "the address holds no answers");
    hears(session, "progress", |said| said["answered"] == 2).await?;
    ensure!(heard(session, "verdict").await?.is_empty(), "the deck heard a verdict before it was shown");

    // To the verdict: the deck hears it, and has the focus again.
    session.enter(0).await?;
    for _ in 0..14 {
        // The verdict is the one view without a choice.
        if session.all_css("main input").await?.is_empty() {
            break;
        }
        questions.click_nth(0).await?;
        let before = page.heading().await?;
        page.press_button("Continuer").await?;
        session.until("the next view", async || Ok(page.heading().await? != before)).await?;
    }
    let word = page.heading().await?;
    hears(session, "verdict", |said| said["topic"] == "edge" && said["worst"] == said["best"]).await?;
    ensure!(!word.is_empty(), "no verdict");
    focus_is_back(session).await.context("after the verdict")?;

    // A visible way back, for those who are in the frame.
    session.enter(0).await?;
    page.press_button("Revenir aux diapositives").await?;
    hears(session, "back", |_| true).await?;
    focus_is_back(session).await.context("after the button")?;

    // What the deck may ask; anything else changes nothing.
    ask(session, json!({ "boussole": 1, "type": "lang", "lang": "en" })).await?;
    page.press_button("Back to the slides").await?;
    ask(session, json!({ "boussole": 1, "type": "theme", "theme": "dark" })).await?;
    let dark = async || Ok(session.script("return document.documentElement.dataset.theme").await? == "dark");
    session.until("the frame is dark", dark).await?;
    let before = session.script("return document.getElementById('main').innerHTML").await?;
    for hostile in [
        json!(null),
        json!("{\"boussole\":1"),
        json!({ "boussole": 1 }),
        json!({ "boussole": 1, "type": "lang", "lang": "<img src=x onerror=alert(1)>" }),
        json!({ "boussole": 1, "type": "go", "to": "../../fr" }),
        json!({ "boussole": 2, "type": "reset" }),
        json!([[[[[[[["deep"]]]]]]]]),
    ] {
        ask(session, hostile).await?;
    }
    ensure!(
        session.script("return document.getElementById('main').innerHTML").await? == before,
        "a wrong message did something"
    );
    ask(session, json!({ "boussole": 1, "type": "reset" })).await?;
    page.heading_becomes("Which of these problems").await?;
    let names = session.all_kept().await?;
    let is_ours = |name: &String| name.starts_with("boussole.embed.") || name == "boussole.theme";
    ensure!(names.iter().all(is_ours), "the frame keeps {names:?}");
    session.forget_errors().await?;
    session.leave().await
}

/// The page around gets keys itself.
async fn focus_is_back(session: &Session) -> Result<()> {
    // WebKit's driver gives the focus to the frame that it enters, and to the page when it leaves the frame.
    if session.engine != Engine::Webkit {
        session.enter(0).await?;
        let left = async || Ok(session.script("return document.hasFocus()").await? == false);
        session.until("the frame has no focus", left).await?;
    }
    session.leave().await?;
    session.press(&[Key::PageDown]).await?;
    let gets = async || Ok(session.script("return keys.includes('PageDown')").await? == true);
    session.until("the page around has the focus", gets).await?;
    session.script("keys.length = 0").await.map(|_| ())
}

/// Leaving a slide unloads its frame: coming back, the answers are there. Two frames keep apart. Hidden, nothing runs.
pub async fn comes_back(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let two = [frame("#/e/fr/edge/-", 470, 540), frame("#/e/fr/operators/dark", 470, 540)].concat();
    session.open_host(&host(&two)).await?;
    session.enter(0).await?;
    questions.give("edge.problem", "none").await?;
    session.enter(1).await?;
    ensure!(!questions.is_answered().await?, "two frames share their answers");
    session.leave().await?;
    // As a deck does with the frame of a slide that is left and shown again.
    let unload = "const frame = document.querySelector('iframe'); const src = frame.getAttribute('src');\
                  frame.removeAttribute('src'); setTimeout(() => frame.setAttribute('src', src), 300)";
    session.script(unload).await?;
    tokio::time::sleep(std::time::Duration::from_millis(600)).await;
    session.enter(0).await?;
    let goes_on = async || Ok(page.heading().await? == "Pas pour vous");
    session.until("the frame goes on where it was", goes_on).await?;
    ensure!(session.fragment_of_frame().await?.starts_with("#/e/fr/edge/-/"), "the address lost the answers");

    // Hidden: no timer, no frame drawn, nothing asked. WebKit's driver sets timers of its own in the page.
    let timers = if session.engine == Engine::Webkit { "" } else { "'setTimeout', 'setInterval', " };
    let watch = "window.ran = 0; for (const name of [TIMERS'requestAnimationFrame', 'fetch']) {\
                 const real = window[name]; window[name] = (...all) => { window.ran += 1; return real.apply(window, all); }; }\
                 new MutationObserver(() => { window.ran += 1; }).observe(document, { subtree: true, childList: true, attributes: true })";
    session.script(&watch.replace("TIMERS", timers)).await?;
    session.leave().await?;
    session.script("document.querySelector('iframe').style.display = 'none'").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1000)).await;
    session.enter(0).await?;
    ensure!(session.script("return window.ran").await? == 0, "a hidden frame does something");
    session.leave().await?;
    // The deck asked for the frame again, as decks do.
    session.forget_requests();
    Ok(())
}

/// In a frame that may store nothing and has no origin, all works, and its own address still holds the answers.
pub async fn sandboxed(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    // Of no origin, a frame may not import the site's own script, unless its server lets any: the single file has no need to.
    let frame = frame("#/e/fr/edge/-", 960, 540).replace("{app}", "boussole.html");
    let frame = frame.replace("<iframe ", "<iframe sandbox=\"allow-scripts\" ");
    session.open_host(&host(&frame)).await?;
    session.enter(0).await?;
    questions.give("edge.problem", "none").await?;
    page.press_button("Continuer").await?;
    page.heading_becomes("Pas pour vous").await?;
    ensure!(session.fragment_of_frame().await?.starts_with("#/e/fr/edge/-/"), "the address holds no answers");
    ensure!(page.n("alert").await? == 0, "a slide is no place for a message about storage");
    hears(session, "verdict", |said| said["best"] == "not-for-you").await?;
    focus_is_back(session).await?;

    // Keys and messages pass too.
    session.enter(0).await?;
    page.find("h1", "").await?.click().await?;
    session.type_text(&String::from(char::from(Key::Right))).await?;
    hears(session, "key", |said| said["code"] == 39).await?;
    focus_is_back(session).await?;
    ask(session, json!({ "boussole": 1, "type": "reset" })).await?;
    page.heading_becomes("Lesquels de ces problèmes").await?;
    ensure!(!questions.is_answered().await?, "the answers are still there");
    Ok(())
}

/// The options of a frame's address: a colour that stays legible, a page's own height, questions only, a verdict only.
pub async fn obeys(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    for scheme in ["light", "dark"] {
        for colour in ["ffff00", "0000ff", "ff0000", "00ff00", "ffffff", "000000", "808080"] {
            let address = format!("#/e/fr/edge/{scheme}-c{colour}");
            session.open_host(&host(&frame(&address, 960, 540))).await?;
            session.enter(0).await?;
            questions.click_nth(0).await?;
            let contrasts = session.script(CONTRASTS).await?;
            for (what, least) in [("button", 4.5), ("quiet", 4.5), ("choice", 4.5), ("dial", 3.0)] {
                let contrast = contrasts[what].as_f64().unwrap_or(0.0);
                ensure!(contrast >= least, "{colour} {scheme}: the contrast of the {what} is {contrast:.2}");
            }
        }
    }
    session.open_host(&host(&frame("#/e/fr/edge/page", 480, 420))).await?;
    session.enter(0).await?;
    // The page itself, whose height is what the frame reports: it has no role.
    let tall = session.script("return document.querySelector('.page').getBoundingClientRect().height").await?;
    let tall = tall.as_f64().context("no height")?.ceil();
    hears(session, "height", |said| said["height"].as_f64() == Some(tall)).await?;
    session.script("document.querySelector('iframe').width = 900").await?;
    hears(session, "height", |said| said["height"].as_f64().is_some_and(|height| height < tall)).await?;
    session.enter(0).await?;
    session.press(&[Key::PageDown]).await?;
    ensure!(heard(session, "key").await?.is_empty(), "a page's frame sends keys away");

    session.open_host(&host(&frame("#/e/fr/edge/ask", 960, 540))).await?;
    session.enter(0).await?;
    questions.give("edge.problem", "none").await?;
    page.press_button("Continuer").await?;
    page.heading_becomes("Vos réponses sont complètes").await?;
    ensure!(heard(session, "verdict").await?.is_empty(), "the deck heard the verdict");
    let progress = heard(session, "progress").await?;
    let hides_end =
        progress.iter().any(|said| said["answered"] == 1) && progress.iter().all(|said| said["left"].is_null());
    ensure!(hides_end, "the number of questions left shows that a verdict is settled: {progress:?}");

    let code = link::encode(bundled::content(), &example("factory-poor-link")?);
    session.open_host(&host(&frame(&format!("#/e/fr/edge/told/{code}"), 960, 540))).await?;
    session.enter(0).await?;
    ensure!(!page.shows("button", "Retour").await?, "the answers of a verdict only can be changed");
    let whole = page.find("link", "Tout voir").await?;
    session
        .in_opened_window(
            async || Ok(whole.click().await?),
            async || {
                page.find("heading", "À essayer en lab").await?;
                ensure!(session.fragment().await?.starts_with("#/r/"), "the answers are not in its address");
                let own = session.script("return localStorage.getItem('boussole.answers')").await?;
                ensure!(own.is_null(), "the answers of a frame became the person's own: {own}");
                Ok(())
            },
        )
        .await?;
    session.leave().await
}

/// The code for a page makes the frame as tall as what it shows, and no less than its least height.
pub async fn follows(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let frame = EmbeddedFrame {
        address: "{app}#/e/fr/service-mesh/page",
        title: "Boussole · Service Mesh",
        static_image: "boussole-service-mesh-fr.svg",
        is_page: true,
    };
    session.open_host(&host(&snippet(Tool::Page, frame))).await?;
    let fits = "const frame = document.querySelector('iframe'), inside = frame.contentDocument?.querySelector('.page');\
                return [frame.offsetHeight, inside ? Math.ceil(inside.getBoundingClientRect().height) : null]";
    let sizes = async || {
        session.leave().await?;
        let found = session.script(fits).await?;
        anyhow::Ok((found[0].as_f64().unwrap_or_default(), found[1].as_f64()))
    };
    // The page of a local file cannot read the frame: there only the frame's height is checked.
    let follows = async || {
        let (frame, inside) = sizes().await?;
        Ok(frame >= 420.0 && inside.map_or(frame > 430.0, |inside| frame == inside.max(420.0)))
    };
    session.until("the frame is as tall as its first question", follows).await?;
    let (boxes, _) = sizes().await?;
    session.enter(0).await?;
    questions.give("service-mesh.problem", "none").await?;
    page.press_button("Continuer").await?;
    page.heading_becomes("Pas pour vous").await?;
    let other = async || Ok(sizes().await?.0 != boxes && sizes().await?.0 >= 420.0);
    session.until("the frame is as tall as the verdict, or has its least height", other).await
}

/// Contrasts of what is drawn in the accent colour, found by the classes that give it. A canvas turns any notation into sRGB.
const CONTRASTS: &str = "const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });\
    const light = (colour) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);\
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);\
      return 0.2126 * r + 0.7152 * g + 0.0722 * b; };\
    const against = (a, b) => { const [low, high] = [light(a), light(b)].sort((x, y) => x - y); return (high + 0.05) / (low + 0.05); };\
    const style = (selector) => getComputedStyle(document.querySelector(selector));\
    const paper = style('body').backgroundColor, main = style('.button:not(.button--quiet)'), picked = style('.choice:has(:checked)');\
    return { button: against(main.color, main.backgroundColor), quiet: against(style('.button--quiet').color, paper),\
      choice: against(picked.color, picked.backgroundColor), dial: against(style('.dial__sector--on').stroke, paper) }";
