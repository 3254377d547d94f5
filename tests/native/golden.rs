//! Every view, in both languages and in sample states, as the page that a person gets: normalised HTML, compared with the files
//! under `golden/`. `SNAPSHOTS=overwrite cargo test golden` accepts a change; the diff is then read.
//!
//! Normalised: one element or text a line, attributes sorted, comments and `<div>`s without attributes left out, so that
//! what is compared is what a browser shows and a reader hears.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use boussole::bundled;
use boussole::documents::static_pages::{STATIC_PAGES, Shell, StaticPages};
use boussole::documents::{Place, title::title};
use boussole::{before_app, prerender};
use boussole_core::content::{Content, File, load, read_folder};
use boussole_core::domain::{Answers, Lang};
use boussole_core::link::View;
use boussole_core::record::exhaustive_check::CheckReport;
use boussole_core::state::{AppState, CopyField, Theme};
use boussole_core::words::Notice;
use scraper::{Html, Node};

/// A sample state: its name, the situation whose answers are the person's own (if any), the address opened, and what the
/// person does there.
struct Sample {
    name: &'static str,
    situation: Option<usize>,
    address: &'static str,
    acts: fn(&mut AppState, &'static Content),
}

const fn sample(name: &'static str, address: &'static str) -> Sample {
    Sample { name, situation: None, address, acts: |_, _| {} }
}

impl Sample {
    const fn with_answers(self, situation: usize) -> Self {
        Self { situation: Some(situation), ..self }
    }

    const fn after(self, acts: fn(&mut AppState, &'static Content)) -> Self {
        Self { acts, ..self }
    }

    fn state(&self, content: &'static Content, lang: Lang) -> AppState {
        let own =
            self.situation.map_or_else(Answers::new, |situation| content.answers_of(&content.situations[situation]));
        let address = self.address.replace("LANG", lang.tag());
        let mut state = match AppState::embedded(content, &address, |_| None, true) {
            Some(state) => state,
            None => {
                let mut state = AppState::new(lang, Theme::Auto, own);
                state.sharing.base = Some("https://example.org/boussole/".to_owned());
                state.sharing.today = content.date;
                state.opened(content, &address);
                state
            }
        };
        (self.acts)(&mut state, content);
        state
    }
}

/// Ticks or picks a choice, as its control does.
fn pick(state: &mut AppState, content: &Content, name: &str, value: &str) {
    state.changed(content, name, value, true);
}

fn samples() -> Vec<Sample> {
    vec![
        sample("home-empty", "#/LANG"),
        sample("home-started", "#/LANG").with_answers(2),
        sample("home-messages", "#/LANG").after(|state, _| {
            state.told(Notice::StorageRefused);
            state.told(Notice::AddressUnknown);
        }),
        sample("home-forgetting", "#/LANG").with_answers(1).after(|state, _| state.asked_to_forget()),
        sample("example", "#/LANG/example/bank-forty-services").with_answers(1),
        sample("question-first", "#/LANG/question/service-mesh"),
        sample("question-boxes-ticked", "#/LANG/question/edge/edge.problem").after(|state, content| {
            pick(state, content, "edge.problem", "field-devices");
        }),
        sample("question-without-answer", "#/LANG/question/serverless").after(|state, content| {
            state.continued(content);
        }),
        sample("question-after-answers", "#/LANG/question/operators/free-memory").with_answers(6),
        sample("question-just-answered", "#/LANG/question/service-mesh/talking-services").after(|state, content| {
            pick(state, content, "talking-services", "1-3");
        }),
        sample("question-settled", "#/LANG/question/machine-learning/machine-learning.worth").with_answers(4),
        sample("all-empty", "#/LANG/all/multi-cluster"),
        sample("all-answered", "#/LANG/all/edge").with_answers(3),
        sample("verdict-empty", "#/LANG/verdict/operators"),
        sample("verdict-learner", "#/LANG/verdict/service-mesh").with_answers(0),
        sample("verdict-startup", "#/LANG/verdict/serverless").with_answers(5),
        sample("verdict-bank", "#/LANG/verdict/service-mesh").with_answers(2),
        sample("verdict-factory", "#/LANG/verdict/edge").with_answers(3),
        sample("verdict-data-team", "#/LANG/verdict/machine-learning").with_answers(4),
        sample("verdict-multi-cluster", "#/LANG/verdict/multi-cluster").with_answers(7),
        sample("verdict-changed", "#/LANG/question/service-mesh/talking-services").after(|state, content| {
            pick(state, content, "talking-services", "20+");
            let lang = state.lang.tag();
            state.opened(content, &format!("#/{lang}/verdict/service-mesh"));
        }),
        sample("verdict-what-if", "#/LANG/verdict/edge").with_answers(3).after(|state, content| {
            state.tried_fragile(content, 0);
        }),
        sample("verdict-tools", "#/LANG/verdict/service-mesh").with_answers(2).after(|state, content| {
            pick(state, content, "mesh-aim", "simple");
        }),
        sample("compare-same", "#/LANG/compare/serverless").with_answers(5),
        sample("compare-example", "#/LANG/example/bank-forty-services").with_answers(0).after(|state, content| {
            let lang = state.lang.tag();
            state.opened(content, &format!("#/{lang}/verdict/service-mesh"));
            state.compared_guest(content);
            state.opened(content, &format!("#/{lang}/compare/service-mesh"));
        }),
        sample("share-topic", "#/LANG/share/edge").with_answers(3),
        sample("share-plain-record", "#/LANG/share/edge").with_answers(3).after(|state, content| {
            pick(state, content, "record-length", "full");
            pick(state, content, "record-form", "plain");
            state.copied(CopyField::Record, true);
        }),
        sample("share-all", "#/LANG/share").with_answers(2),
        sample("share-code-only", "#/LANG/share/edge").with_answers(3).after(|state, _| {
            state.sharing.base = None;
            state.sharing.can_send = true;
            state.copied(CopyField::Link, false);
        }),
        sample("slides-reveal", "#/LANG/slides/edge"),
        sample("slides-page", "#/LANG/slides").with_answers(2).after(|state, content| {
            pick(state, content, "slides-tool", "page");
            pick(state, content, "slides-theme", "dark");
        }),
        sample("slides-marp", "#/LANG/slides/operators").after(|state, content| {
            pick(state, content, "slides-tool", "marp");
            state.slides.is_online = true;
        }),
        sample("join", "#/LANG/join/serverless"),
        sample("joined", "#/LANG/joined/serverless").with_answers(5),
        sample("rooms", "#/LANG/room"),
        sample("room-empty", "#/LANG/room/service-mesh"),
        sample("room-sample", "#/LANG/room/service-mesh").after(|state, content| state.sampled_room(content, 0)),
        sample("room-wrong-lines", "#/LANG/room/edge").after(|state, content| {
            state.room.can_scan = true;
            pick(state, content, "room-codes", "not a code\n1abc");
        }),
        sample("room-scanning", "#/LANG/room/edge").after(|state, _| {
            state.room.can_scan = true;
            state.scanning(true);
        }),
        sample("choose-empty", "#/LANG/choose"),
        sample("choose-answered", "#/LANG/choose").with_answers(0),
        sample("plan-empty", "#/LANG/plan"),
        sample("plan-answered", "#/LANG/plan").with_answers(0),
        sample("board-chapter", "#/LANG/board").with_answers(2),
        sample("board-nearest", "#/LANG/board/nearest").with_answers(4),
        sample("frame-question", "#/e/LANG/service-mesh/-"),
        sample("frame-boxes-ticked", "#/e/LANG/edge/dark").after(|state, content| {
            pick(state, content, "edge.problem", "field-devices");
        }),
        sample("frame-verdict", "#/e/LANG/service-mesh/-").after(|state, content| {
            pick(state, content, "talking-services", "1-3");
            state.turned_to(View::Verdict(0));
        }),
        sample("frame-open-verdict", "#/e/LANG/edge/told"),
        sample("frame-questions-only", "#/e/LANG/operators/ask").after(|state, _| {
            state.turned_to(View::Verdict(2));
        }),
        sample("frame-in-page", "#/e/LANG/operators/page-light"),
    ]
}

#[test]
fn every_view_is_as_it_was() {
    let content = bundled::content();
    let mut changed = Vec::new();
    for sample in samples() {
        for lang in Lang::ALL {
            let state = sample.state(content, lang);
            changed.extend(compare(&format!("{}.{}", sample.name, lang.tag()), &rendered(content, &state)));
        }
    }
    assert!(changed.is_empty(), "not as in tests/native/golden: {changed:#?}");
}

#[test]
fn the_page_before_the_app_is_as_it_was() {
    let changed = compare("before-the-app", &before_app(bundled::content(), Place::Site));
    assert_eq!(changed, None);
}

#[test]
fn the_static_pages_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content");
    let texts = read_folder(&folder).unwrap();
    let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, text }).collect();
    let read = load(&files);
    // The figures of the exhaustive check are those of a build: these pages show an empty one.
    let outside =
        StaticPages { read: &read, proof: &CheckReport::default(), base: Some("https://example.org/boussole/") };
    let shell = Shell { head: "", boot: "", script: "" };
    let mut changed = Vec::new();
    for (view, name) in static_pages() {
        for lang in Lang::ALL {
            changed.extend(compare(&format!("{name}.{}", lang.tag()), &outside.document(view, lang, shell)));
        }
    }
    changed.extend(compare("missing", &outside.missing(shell)));
    assert!(changed.is_empty(), "not as in tests/native/golden: {changed:#?}");
}

fn static_pages() -> impl Iterator<Item = (View, &'static str)> {
    STATIC_PAGES.into_iter().zip(["static-chapter", "static-about", "static-paper", "static-trainers"])
}

#[test]
fn no_golden_file_is_left_over() {
    let names: Vec<String> = samples()
        .iter()
        .flat_map(|sample| Lang::ALL.map(|lang| format!("{}.{}.html", sample.name, lang.tag())))
        .chain(static_pages().flat_map(|(_, name)| Lang::ALL.map(|lang| format!("{name}.{}.html", lang.tag()))))
        .chain(["before-the-app.html", "missing.html"].map(str::to_owned))
        .collect();
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(names.contains(&name), "no sample has the name of golden/{name}");
    }
}

/// The title and the page of a state.
fn rendered(content: &'static Content, state: &AppState) -> String {
    let title = title(content, state);
    let page = prerender(content, Place::Site, state.clone());
    let inside = page.strip_prefix("<div class=\"page\">").and_then(|page| page.strip_suffix("</div>")).unwrap();
    format!("<title>{title}</title>{inside}")
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/golden")
}

/// The name of the file and the first line that differs, if any.
fn compare(name: &str, html: &str) -> Option<String> {
    let path = folder().join(format!("{name}.html"));
    let now = normalised(html);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::write(&path, &now).unwrap();
        return None;
    }
    let before = fs::read_to_string(&path).unwrap_or_default();
    let (line, (was, is)) = lines(&before).zip(lines(&now)).enumerate().find(|(_, (was, is))| was != is)?;
    Some(format!("{name}.html:{}: {was:?} is now {is:?}", line + 1))
}

/// The lines of a text, then empty ones for ever up to the longest file.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().chain(std::iter::repeat("")).take(100_000)
}

/// HTML as one element or text a line.
fn normalised(html: &str) -> String {
    let parsed = Html::parse_document(html);
    let mut lines = Lines::default();
    for child in parsed.tree.root().children() {
        lines.node(child, 0);
    }
    lines.is_at_end = true;
    lines.end_text(0);
    lines.written
}

#[derive(Default)]
struct Lines {
    written: String,
    /// Text seen since the last element: what comments divided is one text again.
    text: String,
    /// Whether a space alone would be at the start or the end of its element, where no browser shows it.
    is_at_end: bool,
}

impl Lines {
    fn node(&mut self, node: ego_tree::NodeRef<'_, Node>, depth: usize) {
        match node.value() {
            Node::Text(text) => self.text.push_str(text),
            Node::Element(element) => {
                let mut attributes: Vec<(&str, &str)> = element.attrs().collect();
                attributes.sort_unstable();
                let is_wrapper = matches!(element.name(), "html" | "head" | "body")
                    || (element.name() == "div" && attributes.is_empty());
                if is_wrapper {
                    node.children().for_each(|child| self.node(child, depth));
                    return;
                }
                self.end_text(depth);
                self.start_line(depth);
                write!(self.written, "<{}", element.name()).unwrap();
                for (name, value) in attributes {
                    match value {
                        "" => write!(self.written, " {name}").unwrap(),
                        value => write!(self.written, " {name}={value:?}").unwrap(),
                    }
                }
                self.written.push_str(">\n");
                self.is_at_end = true;
                node.children().for_each(|child| self.node(child, depth + 1));
                self.is_at_end |= self.text.chars().all(char::is_whitespace);
                self.end_text(depth + 1);
            }
            _ => {}
        }
    }

    fn start_line(&mut self, depth: usize) {
        self.written.extend(std::iter::repeat_n(' ', depth));
    }

    /// Writes the text so far on a line of its own. A space at an end is shown, since it keeps words apart.
    fn end_text(&mut self, depth: usize) {
        let text = std::mem::take(&mut self.text);
        let is_at_end = std::mem::take(&mut self.is_at_end);
        let is_space = |char: char| char.is_ascii_whitespace();
        let words: Vec<&str> = text.split(is_space).filter(|word| !word.is_empty()).collect();
        if text.is_empty() || (words.is_empty() && is_at_end) {
            return;
        }
        self.start_line(depth);
        let start = if text.starts_with(is_space) { "␣" } else { "" };
        let end = if text.ends_with(is_space) && !words.is_empty() { "␣" } else { "" };
        writeln!(self.written, "{start}{}{end}", words.join(" ")).unwrap();
    }
}
