//! Reads pages as people do: what is shown and what is heard of their markup.

use std::collections::{BTreeMap, HashSet};

use boussole::bundled;
use boussole::documents::Place;
use boussole_core::content::{Content, Label, Question};
use boussole_core::domain::Lang;
use boussole_core::engine;
use boussole_core::link::{self, Order, View};
use boussole_core::state::{AppState, Pair};

use super::faults::*;
use crate::rendered::{self, main_of};

/// A piece of text on a page.
pub(crate) struct Run {
    pub(crate) lang: Lang,
    pub(crate) text: String,
    /// Whether it is to be whole sentences.
    pub(crate) is_said: bool,
}

/// Attributes that are read: heard, or shown by the styles and the scripts.
pub(crate) const READ: &[&str] =
    &["aria-label", "title", "alt", "placeholder", "data-of", "data-none", "data-one", "data-many", "content"];
pub(crate) const VOID: &[&str] = &["br", "input", "meta", "link"];
/// Paragraphs that are lines of names or links.
pub(crate) const LINES: &[&str] = &["step", "card__status", "ways", "bar", "board__go", "visually-hidden"];
/// Lines that only say a date, a priority, or that more is left out.
pub(crate) const NOTES: &[Label] = &[Label::ContentDate, Label::PriorityLine, Label::LiftMore, Label::LiftMoreOne];

/// What is read of some markup, in the order it stands.
pub(crate) fn runs(lang: Lang, markup: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    // Name, class and language of what is open.
    let mut open: Vec<(&str, &str, Lang)> = vec![("", "", lang)];
    let mut rest = markup;
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap();
        rest = after;
        let depth = open.len();
        let (name, class, lang) = open[depth - 1];
        let text = unescape(text);
        // The sign beside a reason is not read.
        let is_read = !["script", "style"].contains(&name) && !class.starts_with("mark ");
        if is_read && !text.trim().is_empty() {
            let parent = if depth > 1 { open[depth - 2] } else { ("", "", lang) };
            let list = if depth > 2 { open[depth - 3].1 } else { "" };
            let is_line = class.split(' ').any(|class| LINES.contains(&class));
            // What is printed of a result are lines of a sheet.
            let is_printed = open.iter().any(|(_, class, _)| *class == "printed");
            // The text around a name, a link or a date is told with them by the sentences it was made of.
            let is_paragraph = name == "p" && !is_line && !is_printed && !text.starts_with(" · ");
            let is_reason = name == "span" && parent.0 == "li" && ["reasons", "lift", "fragile"].contains(&list);
            let is_title = is_reason && tag == "br" && !markup[..markup.len() - rest.len() - 4].ends_with("<br>");
            runs.push(Run { lang, text, is_said: is_paragraph || is_reason && !is_title });
        }
        if tag.starts_with('/') {
            assert_eq!(format!("/{name}"), tag, "{markup}");
            open.pop();
            continue;
        }
        let name = tag.split([' ', '/', '\n']).next().unwrap();
        let attributes = attributes(tag);
        let attribute = |wanted| attributes.iter().find(|(name, _)| *name == wanted).map(|(_, value)| *value);
        let lang = attribute("lang").map_or(lang, |tag| if tag == "fr" { Lang::Fr } else { Lang::En });
        let is_read =
            |name: &str| READ.contains(&name) && (name != "content" || attribute("name") == Some("description"));
        for (_, value) in attributes.iter().filter(|(name, value)| is_read(name) && !value.is_empty()) {
            // How many passages a search found is filled in by its script.
            runs.push(Run { lang, text: unescape(value).replace("{n}", "2"), is_said: false });
        }
        if !tag.ends_with('/') && !tag.starts_with('!') && !VOID.contains(&name) {
            open.push((name, attribute("class").unwrap_or_default(), lang));
        }
    }
    assert_eq!(open.len(), 1, "{markup}");
    runs.push(Run { lang, text: unescape(rest), is_said: false });
    runs
}

pub(crate) fn attributes(tag: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once("=\"") {
        let (value, after) = after.split_once('"').unwrap();
        found.push((before.rsplit(' ').next().unwrap(), value));
        rest = after;
    }
    found
}

pub(crate) fn unescape(text: &str) -> String {
    plain(text).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Reads pages, each piece of them once, and notes what is wrong and where it was first.
pub(crate) struct Reader {
    pub(crate) content: &'static Content,
    pub(crate) lang: Lang,
    /// Sentences and names of the other language, as typed.
    pub(crate) foreign: HashSet<String>,
    pub(crate) parts: HashSet<String>,
    pub(crate) texts: HashSet<(bool, String)>,
    pub(crate) faults: BTreeMap<String, String>,
    pub(crate) n_pages: usize,
}

impl Reader {
    pub(crate) fn new(lang: Lang) -> Self {
        let texts = |lang| TEXTS.iter().flat_map(move |(_, text)| pieces(text.get(lang))).map(str::to_owned);
        let ours: HashSet<String> = texts(lang).collect();
        let is_foreign = |text: &String| text.chars().count() > N_FOREIGN && !ours.contains(text);
        let foreign = texts(lang.other()).filter(is_foreign).collect();
        let (parts, texts, faults) = (HashSet::new(), HashSet::new(), BTreeMap::new());
        Self { content: bundled::content(), lang, foreign, parts, texts, faults, n_pages: 0 }
    }

    pub(crate) fn read(&mut self, markup: &str, place: &dyn Fn() -> String) {
        if self.parts.contains(markup) {
            return;
        }
        self.parts.insert(markup.to_owned());
        let lang = self.lang;
        for run in runs(lang, markup).into_iter().filter(|run| run.lang == lang) {
            self.heard(run.is_said, &run.text, place);
        }
    }

    pub(crate) fn heard(&mut self, is_said: bool, text: &str, place: &dyn Fn() -> String) {
        if !self.texts.insert((is_said, text.to_owned())) {
            return;
        }
        let text = text.trim();
        // The sign of the box for what one does not know, on paper.
        if text == "?" {
            return;
        }
        let mut faults = faults(self.lang, text);
        let is_whole = starts_well(text) && (ends_well(text) || text.ends_with(':'));
        if is_said && !is_whole && !self.is_note(text) {
            faults.push("is no whole sentence".to_owned());
        }
        let is_foreign = |piece: &&str| self.foreign.contains(*piece);
        faults.extend(pieces(text).filter(is_foreign).map(|piece| format!("is in the other language: {piece}")));
        for fault in faults {
            self.faults.entry(format!("{fault}: {text}")).or_insert_with(place);
        }
    }

    pub(crate) fn is_note(&self, text: &str) -> bool {
        NOTES.iter().any(|label| {
            let template = plain(self.content.label(*label).get(self.lang));
            let (start, end) = (template.split('{').next().unwrap(), template.rsplit('}').next().unwrap());
            text.starts_with(start) && text.ends_with(end)
        })
    }

    pub(crate) fn draw(&mut self, state: &AppState) {
        self.n_pages += 1;
        let page = rendered::page(state, Place::Site);
        let content = self.content;
        let place =
            || format!("{} with {}", state.address(content).write(content), link::encode(content, state.answers()));
        assert!(main_of(&page).contains("<h1"), "{} is empty", place());
        self.read(&page, &place);
    }

    pub(crate) fn draw_at(&mut self, state: &AppState, view: View) {
        self.draw(&at(state, view));
    }

    /// The pages of no technology.
    pub(crate) fn general(&mut self, state: &AppState) {
        for view in [View::Home, View::Choose, View::Plan, View::Board(Order::Chapter), View::Board(Order::Nearest)] {
            self.draw_at(state, view);
        }
    }

    /// The pages of a technology, without changing an answer.
    pub(crate) fn topic(&mut self, state: &AppState, position: usize) {
        let topic = &self.content.topics[position];
        for view in [View::All(position), View::Verdict(position), View::Compare(position)] {
            self.draw_at(state, view);
        }
        for input in &topic.inputs {
            self.draw_at(state, View::Question(position, Some(input.question)));
        }
        let verdict = at(state, View::Verdict(position));
        let n_ways = engine::lifts(topic, state.answers()).len().min(3);
        for place in 0..n_ways.max(engine::fragile(topic, state.answers()).len()) {
            for tries in [AppState::tried_lift, AppState::tried_fragile] {
                let mut tried = verdict.clone();
                tries(&mut tried, self.content, place);
                self.draw(&tried);
            }
        }
    }

    /// What becomes of a technology's pages when one answer changes: answered, only ticked, flipped to see, or in a second
    /// situation.
    pub(crate) fn one_change(&mut self, state: &AppState, position: usize, question: &Question, value: &str, on: bool) {
        let content = self.content;
        let mut asked = at(state, View::Question(position, Some(question.code)));
        asked.changed(content, &question.id, value, on);
        self.draw(&asked);
        asked.continued(content);
        self.draw_at(&asked, View::Verdict(position));
        let mut flipped = at(state, View::Verdict(position));
        flipped.changed(content, &["if:", &question.id].concat(), value, on);
        self.draw(&flipped);
        flipped.compared(content);
        flipped.pair = if on { Pair::Years } else { Pair::Teams };
        self.draw_at(&flipped, View::Compare(position));
    }

    pub(crate) fn finish(self) {
        assert!(self.n_pages > 0);
        let told: Vec<String> = self.faults.iter().map(|(fault, place)| format!("{fault}\n    {place}")).collect();
        assert!(told.is_empty(), "{} of {} pages' texts:\n{}", told.len(), self.n_pages, told.join("\n"));
    }
}

/// The same on another page.
pub(crate) fn at(state: &AppState, view: View) -> AppState {
    let mut state = state.clone();
    state.view = view;
    state
}

/// A text whole, its sentences, and what it quotes; of what is filled in, the rest.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    [text].into_iter().chain(sentences(text)).chain(quoted(text)).chain(text.split(['{', '}']).map(str::trim))
}
