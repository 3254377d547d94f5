//! The page that builds the code of a frame: whatever is chosen, the address reads back, the code is what its tool takes, and the
//! twin is the one that the command writes.

use boussole::bundled;
use boussole::documents::snippet::LISTENER;
use boussole::documents::{Place, slides};
use boussole_core::content::Label;
use boussole_core::domain::{Answers, Lang};
use boussole_core::link::{Address, Options, Shows, View, decode, of_topic};
use boussole_core::record::static_image::{Frame, SIZE, static_image};
use boussole_core::state::{AppState, Slides, Theme, Tool};
use boussole_core::words::Words;
use pulldown_cmark::{Event, Parser, Tag};

use crate::rendered;

const BASE: &str = "https://example.org/boussole/";

fn at(lang: Lang, own: Answers, base: Option<&str>) -> AppState {
    let mut state = AppState::new(lang, Theme::Auto, own);
    state.sharing.base = base.map(str::to_owned);
    state.opened(bundled::content(), &format!("#/{}/slides", lang.tag()));
    assert_eq!(state.view, View::Slides(None));
    state
}

fn choose(state: &mut AppState, name: &str, value: &str) {
    state.changed(bundled::content(), &[Slides::CONTROLS, name].concat(), value, true);
}

/// The inside of the page's main element.
fn main(state: &AppState) -> String {
    rendered::main(state, Place::Site)
}

/// An element of a markup, with its attributes; of an attribute that has no value, the value is empty.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    /// The text up to the next element.
    text: String,
}

impl Element {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a markup; everything that is opened must be closed, and nothing else.
fn elements(markup: &str) -> Vec<Element> {
    let unescaped =
        |text: &str| text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
    let (mut found, mut open, mut rest) = (Vec::<Element>::new(), Vec::<String>::new(), markup);
    while let Some((before, tag)) = rest.split_once('<') {
        if let Some(last) = found.last_mut() {
            last.text.push_str(&unescaped(before));
        }
        let (mut tag, after) = tag.split_once('>').unwrap_or_else(|| panic!("a tag has no end: {markup}"));
        rest = after;
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(closed), "{closed} closes nothing: {markup}");
            continue;
        }
        let is_closed = tag.ends_with('/');
        tag = tag.trim_end_matches('/').trim_end();
        let (name, mut attributes) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut element = Element { name: name.to_owned(), attributes: Vec::new(), text: String::new() };
        while !attributes.trim().is_empty() {
            let text = attributes.trim_start();
            let end = text.find(['=', ' ']).unwrap_or(text.len());
            let (name, value) = text.split_at(end);
            assert!(name.chars().all(|char| char.is_ascii_alphanumeric() || "-:".contains(char)), "{name}: {markup}");
            let (value, more) = match value.strip_prefix("=\"") {
                Some(value) => value.split_once('"').unwrap_or_else(|| panic!("{name} has no end: {markup}")),
                None => ("", value),
            };
            assert!(element.get(name).is_none(), "{name} twice: {tag}");
            element.attributes.push((name.to_owned(), unescaped(value)));
            attributes = more;
        }
        // Nothing in these is markup.
        if ["style", "script", "textarea"].contains(&name) {
            let end = format!("</{name}>");
            let (text, after) = rest.split_once(&end).unwrap_or_else(|| panic!("{name} has no end: {markup}"));
            element.text = if name == "textarea" { unescaped(text) } else { text.to_owned() };
            rest = after;
        } else if !is_closed && !["img", "input", "br"].contains(&name) {
            open.push(name.to_owned());
        }
        found.push(element);
    }
    assert!(open.is_empty(), "{open:?} stay open: {markup}");
    found
}

fn elements_of(state: &AppState) -> Vec<Element> {
    elements(&main(state))
}

fn only(elements: &[Element], is_it: impl Fn(&Element) -> bool) -> &Element {
    let found: Vec<&Element> = elements.iter().filter(|element| is_it(element)).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0]
}

/// The code to paste, as its field has it.
fn code(state: &AppState) -> String {
    let elements = elements_of(state);
    let field = only(&elements, |element| element.get("id") == Some("share-frame"));
    assert_eq!(field.name, "textarea");
    field.text.clone()
}

#[test]
fn every_combination_writes_an_address_that_reads_back() {
    let content = bundled::content();
    let own = content.answers_of(&content.situations[0]);
    let mut n = 0;
    for (position, topic) in content.topics.iter().enumerate() {
        let mut state = at(Lang::Fr, own.clone(), None);
        choose(&mut state, "tool", "page");
        choose(&mut state, "topic", &topic.id);
        for lang in Lang::ALL {
            choose(&mut state, "lang", lang.tag());
            for theme in Theme::ALL {
                choose(&mut state, "theme", theme.name());
                for colour in [None, Some("#B5304A")] {
                    match colour {
                        None => choose(&mut state, "own-colour", "own"),
                        Some(colour) => choose(&mut state, "colour", colour),
                    }
                    for (name, shows) in Slides::SHOWS {
                        choose(&mut state, "shows", name);
                        for start in ["empty", "answers"] {
                            choose(&mut state, "start", start);
                            for size in ["slide", "page"] {
                                choose(&mut state, "size", size);
                                n += 1;
                                let written = state.frame_address(content).write(content);
                                let read = Address::parse(content, &written);
                                let Ok(Address::Embed { lang: said, topic, options, code }) = read else {
                                    panic!("{written} is read as {read:?}");
                                };
                                let dark = match theme {
                                    Theme::Auto => None,
                                    theme => Some(theme == Theme::Dark),
                                };
                                let accent = colour.map(|_| "b5304a".to_owned());
                                let chosen = Options { dark, accent, shows, is_page: size == "page" };
                                assert_eq!((said, topic, options), (lang, position, chosen), "{written}");
                                // A verdict is of some answers, whatever is said of the start.
                                let starts = start == "answers" || shows == Shows::Verdict;
                                let told = if starts { of_topic(content, position, &own) } else { Answers::new() };
                                let answers = code.map(|code| decode(content, &code).0).unwrap_or_default();
                                assert_eq!(answers, told, "{written}");
                            }
                        }
                    }
                }
            }
        }
    }
    assert_eq!(n, 6 * 2 * 3 * 2 * 3 * 2 * 2);
}

#[test]
fn the_preview_and_the_code_show_the_frame_that_was_chosen() {
    let content = bundled::content();
    for (lang, base) in [(Lang::Fr, None), (Lang::En, Some(BASE))] {
        let mut state = at(lang, content.answers_of(&content.situations[2]), base);
        for tool in Tool::ALL {
            choose(&mut state, "tool", tool.name());
            for (start, place) in [("empty", "beside"), ("answers", "online")] {
                choose(&mut state, "start", start);
                choose(&mut state, "place", place);
                let address = state.frame_address(content).write(content);
                let elements = elements_of(&state);
                let preview = only(&elements, |element| element.name == "iframe");
                assert_eq!(preview.get("src"), Some(&*format!("?frame{address}")));
                assert!(preview.get("title").is_some_and(|title| !title.is_empty()));
                let class = if tool.is_deck() { "preview" } else { "preview preview--page" };
                assert_eq!(preview.get("class"), Some(class));
                // Without a public address there is nothing to choose: the file it is.
                let is_online = base.is_some() && place == "online";
                let code = code(&state);
                let before = if is_online { BASE } else { "boussole.html" };
                assert!(code.contains(&format!("{before}{address}")), "{code}");
                assert_eq!(code.contains("http"), is_online, "{code}");
                let places = elements.iter().filter(|element| element.get("name") == Some("slides-place"));
                assert_eq!(places.count(), usize::from(base.is_some()));
            }
        }
    }
}

/// A tool's code without what is not markup.
fn markup(tool: Tool, code: &str) -> &str {
    match tool {
        Tool::Slidev => code.strip_prefix("---\nlayout: none\n---\n").unwrap(),
        Tool::Marp => code.strip_prefix("---\n").unwrap(),
        _ => code,
    }
}

/// The attribute that holds a file beside the code, and how: Slidev's is worked out, since its slides have addresses of their own.
fn beside(tool: Tool, file: &str) -> (&'static str, String) {
    match tool {
        Tool::Slidev => (":src", format!("folder + '{file}'")),
        _ => ("src", file.to_owned()),
    }
}

#[test]
fn the_code_of_each_tool_is_markup_with_a_title_and_a_twin() {
    let content = bundled::content();
    let mut state = at(Lang::Fr, Answers::new(), Some(BASE));
    for (topic, lang) in content.topics.iter().flat_map(|topic| Lang::ALL.map(|lang| (topic, lang))) {
        choose(&mut state, "topic", &topic.id);
        choose(&mut state, "lang", lang.tag());
        let title = format!("Boussole · {}", topic.name.get(lang));
        let picture = format!("boussole-{}-{}.svg", topic.id, lang.tag());
        for (tool, size) in Tool::ALL.into_iter().flat_map(|tool| ["slide", "page"].map(|size| (tool, size))) {
            choose(&mut state, "tool", tool.name());
            choose(&mut state, "size", size);
            let code = code(&state);
            let elements = elements(markup(tool, &code));
            let frame = only(&elements, |element| element.name == "iframe");
            assert_eq!(frame.get("title"), Some(&*title), "{code}");
            // It asks for no permission, since it needs none.
            assert_eq!(frame.get("allow"), None);
            let address = state.frame_address(content).write(content);
            let (src, source) = beside(tool, &format!("boussole.html{address}"));
            let src = if tool == Tool::Reveal { "data-src" } else { src };
            assert_eq!(frame.get(src), Some(&*source), "{code}");
            let others = ["src", "data-src", ":src"].into_iter().filter(|other| *other != src);
            assert!(others.into_iter().all(|other| frame.get(other).is_none()), "{code}");
            assert_eq!(frame.get("data-preload").is_some(), tool == Tool::Reveal);
            assert_eq!(frame.get("loading"), (!tool.is_deck()).then_some("lazy"));
            match tool {
                // Marp's own syntax has the picture, before any markup that it may refuse.
                Tool::Marp => assert!(code.find(&picture) < code.find("<iframe"), "{code}"),
                Tool::Reveal | Tool::Slidev => {
                    let image = only(&elements, |element| element.name == "img");
                    let (src, source) = beside(tool, &picture);
                    assert_eq!(image.get(src), Some(&*source));
                    assert_eq!(image.get("alt"), Some(&*title));
                }
                Tool::Page | Tool::Platform => assert!(!code.contains("<img")),
            }
            // Who follows the frame's height, or answers to its keys, does it with the one listener.
            let follows = tool == Tool::Page && size == "page";
            let listens = follows || matches!(tool, Tool::Slidev | Tool::Marp);
            let scripts: Vec<&Element> = elements.iter().filter(|element| element.name == "script").collect();
            assert_eq!(scripts.len(), usize::from(listens), "{code}");
            let folder = if tool == Tool::Slidev { "const folder = import.meta.env.BASE_URL;\n" } else { "" };
            let script = [folder, LISTENER].concat();
            assert!(scripts.iter().all(|told| told.text.trim() == script.trim()), "{code}");
            assert_eq!(scripts.iter().any(|script| script.get("setup").is_some()), tool == Tool::Slidev);
            assert_eq!(frame.get("data-boussole-height").is_some(), follows);
            let style = frame.get("style").unwrap_or_default();
            assert_eq!(style.contains("min-height: 420px"), follows, "{code}");
            assert_eq!(style.contains("aspect-ratio: 16 / 9"), !tool.is_deck() && size == "slide", "{code}");
        }
    }
}

#[test]
fn marp_finds_a_picture_that_is_a_link_before_the_frame() {
    let content = bundled::content();
    let mut state = at(Lang::En, Answers::new(), None);
    choose(&mut state, "tool", "marp");
    let code = code(&state);
    let address = format!("boussole.html{}", state.frame_address(content).write(content));
    let mut steps = vec![String::new()];
    for event in Parser::new(markup(Tool::Marp, &code)) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => steps.push(format!("link {dest_url}")),
            Event::Start(Tag::Image { dest_url, .. }) => steps.push(format!("image {dest_url}")),
            Event::Start(Tag::HtmlBlock) => steps.push("markup".to_owned()),
            Event::Html(markup) => steps.last_mut().unwrap().push_str(&markup),
            Event::Code(code) => panic!("{code} is taken for code"),
            _ => {}
        }
    }
    let start =
        |start: &str| steps.iter().position(|step| step.starts_with(start)).unwrap_or_else(|| panic!("{steps:?}"));
    let places = [
        start("markup<style scoped>"),
        start(&format!("link {address}")),
        start("image boussole-service-mesh-en.svg"),
        start("markup<iframe"),
        start("markup<script>"),
    ];
    assert!(places.is_sorted(), "{steps:#?}");
    assert!(steps[places[4]].contains(LISTENER.trim()), "no line of the listener is taken for words");
}

#[test]
fn the_listener_has_six_lines_that_hold_in_any_tool() {
    assert!(LISTENER.trim().lines().count() <= 6, "{LISTENER}");
    // What would end a script, or what Markdown and Vue would take for their own.
    for wrong in ["</", "<!--", "{{", "\n\n", "//"] {
        assert!(!LISTENER.contains(wrong), "{wrong} is in {LISTENER}");
    }
    let told = ["boussole === 1", "contentWindow === source", "boussoleHeight", "keydown", "keyup", "\"back\""];
    assert!(told.iter().all(|told| LISTENER.contains(told)), "{LISTENER}");
    assert!(!LISTENER.contains("innerHTML") && !LISTENER.contains("eval"));
}

#[test]
fn every_list_shows_one_line_and_every_line_can_be_chosen() {
    let content = bundled::content();
    for lang in Lang::ALL {
        let mut state = at(lang, Answers::new(), Some(BASE));
        choose(&mut state, "tool", "page");
        // The lists of a frame, then that of its shape.
        let lists_of = |state: &AppState| {
            let page = main(state);
            let mut lists = page.split("<div class=\"pickers\">").skip(1).map(str::to_owned).collect::<Vec<_>>();
            lists.iter_mut().for_each(|list| list.truncate(list.rfind("</select></label></div>").unwrap_or_default()));
            lists
        };
        let before = lists_of(&state);
        assert_eq!(before.len(), 2);
        let (mut lists, mut list) = (Vec::<(String, Vec<String>)>::new(), String::new());
        for element in elements_of(&state) {
            match (&*element.name, element.get("name"), element.get("value")) {
                ("select", Some(name), _) => {
                    list = name.to_owned();
                    lists.push((list.clone(), Vec::new()));
                }
                ("option", _, Some(value)) => {
                    assert!(!element.text.trim().is_empty(), "{list} has a line that says nothing");
                    lists.last_mut().unwrap().1.push(value.to_owned());
                }
                _ => {}
            }
        }
        assert_eq!(lists.len(), 8);
        for (name, values) in &lists {
            assert!(values.len() > 1, "{name} offers {values:?}");
            for value in values {
                state.changed(content, name, value, true);
                let shown = values.iter().filter(|value| state.shows(content, name, value)).collect::<Vec<_>>();
                assert_eq!(shown, [value], "{name}");
            }
            assert_eq!(lists_of(&state)[0], before[0], "{name} changes the lists");
        }
        // Slides have one shape.
        choose(&mut state, "size", "page");
        choose(&mut state, "tool", "marp");
        assert!(!state.frame_options().is_page && lists_of(&state).len() == 1);
        choose(&mut state, "size", "page");
        assert!(!state.frame_options().is_page);
    }
}

#[test]
fn the_field_of_the_colour_shows_the_one_picked_last() {
    let mut state = at(Lang::Fr, Answers::new(), None);
    let value = |state: &AppState| {
        let elements = elements_of(state);
        only(&elements, |element| element.get("type") == Some("color")).get("value").map(str::to_owned)
    };
    assert_eq!(value(&state).as_deref(), Some("#0b5563"));
    choose(&mut state, "colour", "#b5304a");
    assert_eq!(value(&state).as_deref(), Some("#b5304a"));
    state.opened(bundled::content(), "#/fr");
    state.opened(bundled::content(), "#/fr/slides/edge");
    assert_eq!(value(&state).as_deref(), Some("#b5304a"));
    // What is no colour changes none.
    for wrong in ["b5304a", "#b5304", "red", "#b5304g", ""] {
        choose(&mut state, "colour", wrong);
        assert_eq!(state.frame_options().accent.as_deref(), Some("b5304a"), "{wrong}");
    }
    state.changed(bundled::content(), "slides-own-colour", "own", true);
    assert_eq!(state.frame_options().accent, None);
    // Its box unticked, the colour picked before is back: it is the one that the field shows.
    state.changed(bundled::content(), "slides-own-colour", "own", false);
    assert_eq!(state.frame_options().accent.as_deref(), Some("b5304a"));
}

#[test]
fn a_verdict_without_answers_says_what_to_do_first() {
    let content = bundled::content();
    let position = usize::from(content.situations[0].topic);
    for (own, is_lacking) in [(Answers::new(), true), (content.answers_of(&content.situations[0]), false)] {
        for lang in Lang::ALL {
            let mut state = at(lang, own.clone(), None);
            choose(&mut state, "topic", &content.topics[position].id);
            let told = |state: &AppState| {
                let page = main(state);
                let error =
                    page.split_once("<p class=\"error\">").map(|(_, error)| error.split("</p>").next().unwrap());
                error.unwrap_or_default().to_owned()
            };
            assert_eq!(told(&state), "");
            for (name, value) in [("shows", "told"), ("start", "answers")] {
                choose(&mut state, "shows", "both");
                choose(&mut state, "start", "empty");
                choose(&mut state, name, value);
                let said = told(&state);
                let words = Words::new(content, lang);
                assert_eq!(said.contains(words.label(Label::SlidesNoAnswers)), is_lacking, "{said}");
                let there = Address::View(lang, View::Question(position, None)).write(content);
                assert_eq!(said.contains(&format!("href=\"{there}\"")), is_lacking, "{said}");
            }
        }
    }
}

#[test]
fn the_twin_on_the_page_is_the_one_that_the_command_writes() {
    let content = bundled::content();
    let own = content.answers_of(&content.situations[2]);
    let position = usize::from(content.situations[2].topic);
    for base in [None, Some(BASE)] {
        let mut state = at(Lang::Fr, own.clone(), base);
        choose(&mut state, "topic", &content.topics[position].id);
        choose(&mut state, "lang", "en");
        choose(&mut state, "colour", "#b5304a");
        choose(&mut state, "shows", "told");
        let options = Options { accent: Some("b5304a".to_owned()), shows: Shows::Verdict, ..Options::default() };
        let frame = Frame { content, lang: Lang::En, topic: position, options: &options, answers: &own, base };
        let svg = static_image(frame);
        assert!(main(&state).contains(&svg));
        let picture = slides::static_image(Words::new(content, state.lang), &state);
        assert_eq!((&picture.name, picture.size), (&frame.file(), SIZE));
        let saved = picture.svg_file();
        let name = [frame.file(), ".svg".to_owned()].concat();
        assert_eq!((saved.name, saved.media_type), (name, "image/svg+xml"));
        // Beside the questions of the same technology, in the same deck.
        let asks = Options::default();
        assert_ne!(Frame { options: &asks, answers: &Answers::new(), ..frame }.file(), frame.file());
        assert_eq!(saved.text, svg);
    }
}

#[test]
fn what_is_chosen_lives_as_long_as_the_page_and_goes_nowhere() {
    let content = bundled::content();
    let mut state = at(Lang::Fr, Answers::new(), None);
    for (name, value) in [("topic", "edge"), ("tool", "marp"), ("colour", "#b5304a"), ("theme", "dark")] {
        choose(&mut state, name, value);
    }
    let chosen = state.slides.clone();
    // The app's own theme, language and answers are other things.
    assert_eq!((state.theme, state.lang, state.own.is_empty()), (Theme::Auto, Lang::Fr, true));
    state.opened(content, "#/fr/board");
    state.opened(content, "#/fr/slides");
    assert_eq!(chosen, state.slides);
    // The frame follows the page's language until it has one of its own.
    state.opened(content, "#/en/slides");
    assert_eq!(state.frame_lang(), Lang::En);
    choose(&mut state, "lang", "fr");
    assert_eq!(state.frame_lang(), Lang::Fr);
    state.opened(content, "#/en/slides/serverless");
    assert_eq!((state.slides.topic, state.slides.tool), (1, Tool::Marp));
}

#[test]
fn the_page_reads_well_in_both_languages() {
    for lang in Lang::ALL {
        let state = at(lang, Answers::new(), Some(BASE));
        let elements = elements_of(&state);
        assert_eq!(elements.iter().filter(|element| element.name == "h1").count(), 1);
        for field in elements.iter().filter(|element| ["textarea", "iframe"].contains(&&*element.name)) {
            assert!(field.get("aria-label").or(field.get("title")).is_some_and(|label| !label.is_empty()), "{field:?}");
        }
        for element in elements.iter().filter(|element| element.name != "textarea") {
            assert!(!element.text.contains(['{', '}']), "{element:?}");
        }
        let buttons = elements.iter().filter(|element| element.name == "button").map(|button| &*button.text);
        let words = Words::new(bundled::content(), lang);
        let expected = [words.label(Label::Copy), words.label(Label::CardSvg), "PNG, 1280 × 720"];
        assert_eq!(buttons.collect::<Vec<_>>(), expected);
    }
}
