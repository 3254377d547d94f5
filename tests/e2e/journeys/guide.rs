//! From "where do I start?" to a plan that fits, a tool to look at, and six technologies side by side.

use anyhow::{Context, Result, ensure};
use boussole::bundled;
use boussole_core::content::{Label, Priority, Question};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Range};
use boussole_core::engine;
use boussole_core::words::Words;
use thirtyfour::Key;

use super::keyboard::{on_heading, tab_to};
use crate::harness::session::Session;
use crate::pages::find::{What, named};
use crate::pages::page::{Page, plain};
use crate::pages::questionnaire::{FR, Questionnaire};

/// The box of the mesh under "which problems do you have to solve now?", by its permanent names.
const MESH_NOW: (&str, &str) = ("need-now", "service-mesh");

/// A small machine, as its owner describes it.
const LAB: &[(&str, &str)] =
    &[("lab-cpu", "4"), ("lab-memory", "8gb"), ("lab-disk", "50gb"), ("lab-gpu", "no"), ("lab-machines", "1")];

/// With the keyboard alone: once a need is ticked and a profile picked, a subject shows with its reason, and with how much that
/// profile should read it. The focus stays where it was.
pub async fn choose_by_keyboard(session: &Session) -> Result<()> {
    let page = Page::of(session);
    let words = Words::new(bundled::content(), Lang::Fr);
    let (profile, mesh_now) = (plain(asked("profile")?.ask.get(Lang::Fr)), label(MESH_NOW)?);
    tab_to(session, "Aidez-moi à choisir").await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes("Par où commencer").await?;
    on_heading(session).await?;
    page.find("p", words.label(Label::ChooseNothing)).await?;

    tab_to(session, &mesh_now).await?;
    session.press(&[Key::Space]).await?;
    page.find("h3", "25.1 · Service Mesh").await?;
    page.find_exactly("p", words.label(Label::PickNow)).await?;
    ensure!(page.announced().await?.ends_with("Service Mesh"), "it announces {:?}", page.announced().await?);
    ensure!(page.focused().await?.contains(&mesh_now), "ticking moved the focus to {}", page.focused().await?);

    session.tab_back().await?;
    ensure!(page.focused().await?.contains(&profile), "going back goes to {}", page.focused().await?);
    session.type_text("d").await?;
    page.find_exactly("p", &words.priority(Priority::Medium)).await?;
    ensure!(page.picked("profile").await? == "developer", "d picks {}", page.picked("profile").await?);
    ensure!(page.focused().await?.contains(&profile), "picking moved the focus to {}", page.focused().await?);
    page.find_exactly("p", words.label(Label::PickNow)).await?;

    // By its tag too: what can be scrolled is a stop of Firefox's, and holds the same words.
    tab_to(session, "A Voir le parcours").await?;
    session.press(&[Key::Enter]).await?;
    page.heading_becomes("Votre parcours").await?;
    on_heading(session).await?;
    first_reading_says(session, &["25.1 · Service Mesh"]).await
}

/// A developer with a mesh in mind, 8 GB and an evening: all of it fits. With less memory, the plan says what is missing.
pub async fn plan_for_8_gb_and_an_evening(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let words = Words::new(bundled::content(), Lang::Fr);
    let evening = words.duration(240);
    let all_fits = words.fill(Label::PlanFits, &[("budget", &evening), ("used", &evening)]);
    page.pick("profile", "developer").await?;
    questions.give(MESH_NOW.0, MESH_NOW.1).await?;
    for (list, option) in LAB {
        page.pick(list, option).await?;
    }
    page.follow_link("Voir le parcours").await?;
    page.heading_becomes("Votre parcours").await?;
    page.pick("time", "evening").await?;
    page.find_exactly("p", &all_fits).await?;
    first_reading_says(session, &["25.1 · Service Mesh", "Exploration (2 à 4 heures)"]).await?;
    ensure!(readings().all(session).await?.len() == 7, "some of the developer's readings are missing");
    lab_says(session, words.label(Label::PlanBase), &["suffit"]).await?;
    lab_says(session, "(Service Mesh)", &["juste", "il manque 2 Go de mémoire"]).await?;

    page.pick("lab-memory", "under-4gb").await?;
    first_reading_says(session, &["insuffisant", "il manque 300 Mo de mémoire"]).await?;
    page.pick("lab-memory", "4gb").await?;
    lab_says(session, "(Service Mesh)", &["juste", "il manque 6 Go de mémoire"]).await?;

    session.reload().await?;
    page.heading_becomes("Votre parcours").await?;
    page.find_exactly("p", &all_fits).await?;
    lab_says(session, "(Service Mesh)", &["juste", "il manque 6 Go de mémoire"]).await?;
    for (list, option) in [("profile", "developer"), ("time", "evening"), ("lab-memory", "4gb")] {
        ensure!(page.picked(list).await? == option, "the reload made {list} {:?}", page.picked(list).await?);
    }
    page.find_exactly("link", "Choisir").await?.click().await?;
    page.heading_becomes("Par où commencer").await?;
    ensure!(questions.has(MESH_NOW.0, MESH_NOW.1).await?, "the need is not ticked any more");
    Ok(())
}

/// A person who learns out of curiosity gets the chapter's three suggestions, and may learn whatever the verdict.
pub async fn learn_out_of_curiosity(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let words = Words::new(bundled::content(), Lang::Fr);
    page.pick("profile", "curious").await?;
    page.find("p", words.label(Label::CuriousStart)).await?;
    let mut suggested = Vec::new();
    for link in named("li a", "25.").inside("complementary", "").all(session).await? {
        suggested.push(plain(&link.text().await?));
    }
    let chapter = ["25.2 · Serverless (Knative)", "25.3 · Operators", "25.7 · Tendances et évolutions"];
    ensure!(suggested == chapter, "what is suggested is {suggested:?}");
    for (list, option) in LAB {
        page.pick(list, option).await?;
    }
    session.follow("#/fr/question/service-mesh/problem").await?;
    page.check(FR.none_of_these).await?;
    questions.go_on().await?;
    ensure!(questions.settled_verdict().await? == "Pas pour vous", "the verdict is not settled in one question");
    page.find("p", "Pour apprendre, oui").await?;
    Ok(())
}

/// Once a mesh fits, two questions point to one tool, with its CNCF level and its date. An unfolded list stays unfolded.
pub async fn point_to_a_tool(session: &Session) -> Result<()> {
    let page = Page::of(session);
    page.press_button("En faire mes réponses").await?;
    page.find("heading", FR.topics).await?;
    page.follow_link("Service Mesh").await?;
    page.heading_becomes("À adopter").await?;
    points_to(session, Some("linkerd"), "28 juillet 2021").await?;
    page.press_button("Tous les outils cités").await?;
    let every_tool = async || Ok(page.shows("li", "Consul Connect").await?);
    session.until("every tool", every_tool).await?;

    for (aim, tool, since) in [
        ("advanced", Some("istio"), "12 juillet 2023"),
        ("tls", None, ""),
        ("simple", Some("linkerd"), "28 juillet 2021"),
        ("advanced", Some("istio"), "12 juillet 2023"),
    ] {
        page.pick("mesh-aim", aim).await?;
        let title = points_to(session, tool, since).await?;
        session.until(&format!("{title} is announced"), async || Ok(page.announced().await? == title)).await?;
        ensure!(page.shows("li", "Consul Connect").await?, "picking {aim} folded the list of tools");
    }
    session.reload().await?;
    points_to(session, Some("istio"), "12 juillet 2023").await?;
    ensure!(page.picked("mesh-aim").await? == "advanced", "the reload made it {:?}", page.picked("mesh-aim").await?);
    Ok(())
}

/// The example that the overview is opened with, and a question of several technologies.
const EXAMPLE: &str = "platform-team-databases";
const SHARED: (&str, &str) = ("kubernetes-basics", "no");

/// Six dials side by side, in the chapter's order, then the nearest first. One answer to a shared question moves several.
pub async fn see_the_board(session: &Session) -> Result<()> {
    let (page, questions) = (Page::of(session), Questionnaire::of(session, &FR));
    let content = bundled::content();
    let situation = content.situations.iter().find(|situation| situation.id == EXAMPLE);
    let before = content.answers_of(situation.context("the example is gone")?);
    page.find_exactly("link", "Tableau").await?.click().await?;
    page.heading_becomes("Six technologies").await?;
    compare(&board(session).await?, &expected_board(&before, false))?;
    page.follow_link("Plus proches de l’adoption d’abord").await?;
    on_heading(session).await?;
    compare(&board(session).await?, &expected_board(&before, true))?;

    let question = asked(SHARED.0)?;
    let choice = question.choice_named(SHARED.1).context("its choice is gone")?;
    let after = before.with(question.code, Answer::Choice(ChoiceId(choice.code)));
    page.follow_link(&format!("Modifier : {}", question.ask.get(Lang::Fr))).await?;
    session.until("the shared question", async || Ok(questions.asked().await? == SHARED.0)).await?;
    questions.give(SHARED.0, SHARED.1).await?;
    page.find_exactly("link", "Tableau").await?.click().await?;
    page.heading_becomes("Six technologies").await?;
    compare(&board(session).await?, &expected_board(&after, false))?;
    let (was, is) = (expected_board(&before, false), expected_board(&after, false));
    let n_moved = was.iter().zip(&is).filter(|(was, is)| was != is).count();
    ensure!(n_moved > 1, "one answer moved {n_moved} of the six");
    page.follow_link("Plus proches de l’adoption d’abord").await?;
    on_heading(session).await?;
    session.reload().await?;
    compare(&board(session).await?, &expected_board(&after, true))
}

/// The longest overview takes one sheet of A4, even with all unfolded. A verdict prints too.
pub async fn print(session: &Session) -> Result<()> {
    let page = Page::of(session);
    for (lang, board) in [("fr", "board"), ("en", "board/nearest")] {
        session.follow(&format!("#/{lang}/{board}")).await?;
        let drawn = async || Ok(page.lang().await? == lang && page.shows("h1", "Six technologies").await?);
        session.until(board, drawn).await?;
        session.script("document.querySelectorAll('details').forEach((fold) => { fold.open = true })").await?;
        let n_pages = session.print().await?;
        ensure!(n_pages == 1, "#/{lang}/{board} takes {n_pages} sheets");
    }
    session.follow("#/fr/verdict/service-mesh").await?;
    page.heading_becomes("Pas pour vous").await?;
    session.print().await.map(|_| ())
}

/// The technologies on the board in their order, each with the verdict beside its dial.
async fn board(session: &Session) -> Result<Vec<(String, String)>> {
    let script = "return [...document.querySelectorAll('main li')].filter((cell) => cell.querySelector('[role=img]'))\
        .map((cell) => ['p', 'h2'].map((part) => cell.querySelector(part).textContent)\
        .concat(cell.querySelector('[role=img]').getAttribute('aria-label')))";
    let cells = session.script(script).await?;
    let mut board = Vec::new();
    for cell in cells.as_array().context("there is no board")? {
        let text = |idx: usize| plain(cell[idx].as_str().unwrap_or_default());
        ensure!(!text(2).is_empty(), "the dial of {} says nothing", text(0));
        board.push((text(0), text(1)));
    }
    Ok(board)
}

/// The board judged natively: the browser must agree.
fn expected_board(answers: &Answers, nearest: bool) -> Vec<(String, String)> {
    let content = bundled::content();
    let words = Words::new(content, Lang::Fr);
    let order = if nearest { engine::nearest(content, answers) } else { (0..content.topics.len()).collect() };
    let cell = |position: usize| {
        let topic = &content.topics[position];
        let verdict = match engine::judge(topic, answers).range {
            Range::FULL => words.range(Range::FULL),
            range => words.heading_short(range),
        };
        (plain(&format!("{} · {}", topic.number, topic.name.get(Lang::Fr))), plain(&verdict))
    };
    order.into_iter().map(cell).collect()
}

fn compare(shown: &[(String, String)], expected: &[(String, String)]) -> Result<()> {
    ensure!(shown == expected, "the board shows {shown:#?} and should show {expected:#?}");
    Ok(())
}

/// Waits until the first reading of the plan says all of that.
async fn first_reading_says(session: &Session, said: &[&str]) -> Result<()> {
    let says = async || {
        let Some(first) = readings().now(session).await? else { return Ok(false) };
        let text = plain(&first.prop("textContent").await?.unwrap_or_default());
        Ok(said.iter().all(|said| text.contains(said)))
    };
    session.until(&format!("the first reading says {said:?}"), says).await
}

/// The readings of the plan.
fn readings() -> What<'static> {
    named("listitem", "").under("À lire, dans cet ordre")
}

/// Waits until the lab of the plan whose heading contains a name says all of that.
async fn lab_says(session: &Session, name: &str, said: &[&str]) -> Result<()> {
    let heading = named("h3", name).first(session).await?.text().await?;
    Page::of(session).section_says(&heading, said).await
}

/// Waits until the mesh to look at first is that one, with its level and its date, or none. Returns its title.
async fn points_to(session: &Session, tool: Option<&str>, since: &str) -> Result<String> {
    let page = Page::of(session);
    let content = bundled::content();
    let words = Words::new(content, Lang::Fr);
    let Some(id) = tool else {
        let title = plain(words.label(Label::ToolNone));
        page.find_exactly("h3", &title).await?;
        return Ok(title);
    };
    let tools = &content.topic("service-mesh").context("the topic is gone")?.tools;
    let tool = tools.iter().find(|tool| tool.id == id).context("the tool is gone")?;
    let (title, level) = (plain(&words.fill(Label::ToolFirst, &[("tool", &tool.name)])), plain(&words.maturity(tool)));
    page.section_says(&title, &[&level, since]).await?;
    Ok(title)
}

fn asked(id: &str) -> Result<&'static Question> {
    bundled::content().question_named(id).with_context(|| format!("the question {id} is gone"))
}

/// The label of a choice, by its permanent names.
fn label((question, choice): (&str, &str)) -> Result<String> {
    let choice = asked(question)?.choice_named(choice).with_context(|| format!("{question} has no {choice}"))?;
    Ok(plain(choice.label.get(Lang::Fr)))
}
