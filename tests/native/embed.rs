//! The app in a frame: what it starts from, what it keeps and tells, what may be asked of it, and which keys it leaves alone.

use boussole::bundled;
use boussole::documents::{Place, title::title};
use boussole_core::content::Topic;
use boussole_core::domain::{Answers, Lang, Range, Verdict};
use boussole_core::link::{self, Address, LinkNotice, Options, Request, Shows, View};
use boussole_core::record::message;
use boussole_core::state::{AppState, Embed, is_for_host, shifted};
use boussole_core::words::{Notice, Words};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fuzz::reads::parsed;
use crate::properties::situation;
use crate::rendered;

const EDGE: &str = "#/e/fr/edge/-";

fn opened(fragment: &str, kept: Option<&str>) -> AppState {
    AppState::embedded(bundled::content(), fragment, |_| kept.map(str::to_owned), true).unwrap()
}

fn edge() -> (usize, &'static Topic) {
    let topics = &bundled::content().topics;
    let position = topics.iter().position(|topic| topic.id == "edge").unwrap();
    (position, &topics[position])
}

/// The code of the factory with a poor link: a settled result of edge computing.
fn factory() -> String {
    let content = bundled::content();
    let situation = content.situations.iter().find(|situation| situation.id == "factory-poor-link").unwrap();
    link::encode(content, &link::of_topic(content, edge().0, &content.answers_of(situation)))
}

fn kept(state: &AppState) -> (String, String) {
    let embed = state.embed.as_ref().unwrap();
    (embed.name.clone(), embed.kept(&state.embed_code(bundled::content())))
}

fn address(state: &AppState) -> String {
    state.address(bundled::content()).write(bundled::content())
}

#[test]
fn only_the_address_of_a_frame_makes_one() {
    for fragment in ["#/fr", "#/fr/question/edge", "#/e", "#/e/fr/edge", "#/e/de/edge/-", "#/e/fr/blockchain/-"] {
        assert!(AppState::embedded(bundled::content(), fragment, |_| None, true).is_none(), "{fragment}");
    }
}

#[test]
fn a_frame_starts_at_its_first_question_or_at_what_its_answers_settle() {
    let (position, topic) = edge();
    assert_eq!(opened(EDGE, None).view, View::Question(position, Some(topic.inputs[0].question)));
    let code = factory();
    assert_eq!(opened(&format!("#/e/fr/edge/-/{code}"), None).view, View::Verdict(position));
    assert_eq!(opened("#/e/fr/edge/told", None).view, View::Verdict(position), "the verdict is all it shows");
}

#[test]
fn a_frame_holds_the_answers_of_its_topic_only() {
    let content = bundled::content();
    let everything: Answers = content.situations.iter().fold(Answers::new(), |mut all, situation| {
        for (question, answer) in content.answers_of(situation).iter() {
            all.set(question, answer);
        }
        all
    });
    let state = opened(&format!("#/e/fr/edge/-/{}", link::encode(content, &everything)), None);
    assert_eq!(state.own, link::of_topic(content, edge().0, &everything));
}

#[test]
fn a_damaged_code_is_told_and_the_frame_starts_empty() {
    let code = factory();
    let state = opened(&format!("#/e/fr/edge/-/{}", &code[..code.len() / 2]), None);
    assert!(state.own.is_empty());
    assert_eq!(state.notices, [Notice::Link(LinkNotice::Cut)]);
}

#[test]
fn a_frame_that_was_unloaded_goes_on_where_it_was() {
    let content = bundled::content();
    let mut state = opened(EDGE, None);
    state.changed(content, "edge.problem", "none", true);
    state.continued(content);
    let (_, text) = kept(&state);
    let there = address(&state);
    assert!(there.starts_with("#/e/fr/edge/-/"), "{there}");
    // The deck gives its own address again; the frame's own holds the answers, with or without what the tab kept.
    for (fragment, kept) in [(EDGE, Some(text.as_str())), (&*there, Some(text.as_str())), (&*there, None)] {
        assert_eq!(opened(fragment, kept).own, state.own, "{fragment}");
    }
    // Another start is another exercise.
    let other = opened(&format!("#/e/fr/edge/-/{}", factory()), Some(&text));
    assert_ne!(other.own, state.own);
    assert_eq!(opened(EDGE, Some("nonsense")).own, Answers::new());
}

#[test]
fn frames_that_look_apart_keep_apart() {
    let names = [EDGE, "#/e/fr/edge/dark", "#/e/fr/operators/-"].map(|fragment| kept(&opened(fragment, None)).0);
    assert_eq!(names, ["edge/-", "edge/dark", "operators/-"]);
    // The same frame in another language goes on with the same answers.
    assert_eq!(kept(&opened("#/e/en/edge/-", None)).0, "edge/-");
}

#[test]
fn starting_again_gives_back_the_answers_of_the_address() {
    let content = bundled::content();
    let code = factory();
    let mut state = opened(&format!("#/e/fr/edge/-/{code}"), None);
    let start = state.own.clone();
    state.went_back(content);
    assert!(matches!(state.view, View::Question(..)));
    state.changed(content, "use", "learning", true);
    assert_ne!(state.own, start);
    state.asked(content, Request::Reset);
    assert_eq!((state.own.clone(), state.view), (start, View::Verdict(edge().0)));
}

#[test]
fn the_page_around_gets_what_the_options_allow() {
    let content = bundled::content();
    let (position, topic) = edge();
    let last = topic.inputs.last().unwrap().question;
    let mut state = opened(EDGE, None);
    state.asked(content, Request::Question(last));
    assert_eq!(state.view, View::Question(position, Some(last)));
    state.asked(content, Request::Verdict);
    assert_eq!(state.view, View::Verdict(position));
    state.asked(content, Request::Lang(Lang::En));
    state.asked(content, Request::Theme(Some(true)));
    assert_eq!(address(&state), "#/e/en/edge/dark");
    // The deck will give its own address again: what is kept keeps its name.
    assert_eq!(kept(&state).0, kept(&opened(EDGE, None)).0);
    let mut asking = opened("#/e/fr/edge/ask", None);
    let first = asking.view;
    asking.asked(content, Request::Verdict);
    assert_eq!(asking.view, first, "it says that all is answered");
    let mut told = opened("#/e/fr/edge/told", None);
    told.asked(content, Request::Question(last));
    assert_eq!(told.view, View::Verdict(position));
}

#[test]
fn going_back_from_the_first_question_stays_there() {
    let content = bundled::content();
    let mut state = opened(EDGE, None);
    let first = state.view;
    assert_eq!(state.n_before(content), 0);
    state.went_back(content);
    assert_eq!(state.view, first);
}

#[test]
fn another_frame_or_the_whole_app_is_elsewhere() {
    let content = bundled::content();
    let state = opened(EDGE, None);
    assert!(!state.is_elsewhere(content, EDGE));
    for fragment in ["#/fr", "#/e/fr/operators/-", "#/e/fr/edge/dark", "#/r/x"] {
        assert!(state.is_elsewhere(content, fragment), "{fragment}");
    }
    let whole = AppState::new(Lang::Fr, boussole_core::state::Theme::Auto, Answers::new());
    assert!(whole.is_elsewhere(content, EDGE) && !whole.is_elsewhere(content, "#/fr/board"));
}

fn read(said: &Value) -> Option<Request> {
    message::read(bundled::content(), edge().1, &parsed(&said.to_string())?)
}

#[test]
fn what_is_asked_is_understood() {
    let skills = bundled::content().question_named("edge.skills").unwrap().code;
    let about = |mut said: Value| {
        said["boussole"] = json!(1);
        read(&said)
    };
    assert_eq!(about(json!({ "type": "reset" })), Some(Request::Reset));
    assert_eq!(about(json!({ "type": "go", "to": "verdict" })), Some(Request::Verdict));
    assert_eq!(about(json!({ "type": "go", "to": "skills" })), Some(Request::Question(skills)));
    assert_eq!(about(json!({ "type": "lang", "lang": "en" })), Some(Request::Lang(Lang::En)));
    assert_eq!(about(json!({ "type": "theme", "theme": "auto" })), Some(Request::Theme(None)));
    assert_eq!(about(json!({ "type": "theme", "theme": "dark" })), Some(Request::Theme(Some(true))));
}

#[test]
fn anything_else_is_passed_over() {
    for said in [
        json!(null),
        json!("reset"),
        json!([1, "reset"]),
        json!({ "type": "reset" }),
        json!({ "boussole": 2, "type": "reset" }),
        json!({ "boussole": "1", "type": "reset" }),
        json!({ "boussole": 1, "type": ["reset"] }),
        json!({ "boussole": 1, "type": "answer", "question": "use", "value": "learning" }),
        json!({ "boussole": 1, "type": "go", "to": "talking-services" }),
        json!({ "boussole": 1, "type": "go", "to": { "toString": "skills" } }),
        json!({ "boussole": 1, "type": "lang", "lang": "de" }),
        json!({ "boussole": 1, "type": "theme", "theme": "url(x)" }),
        json!({ "method": "next" }),
    ] {
        assert_eq!(read(&said), None, "{said}");
    }
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_is_told_has_its_documented_shape() {
    let topic = edge().1;
    let range = Range { worst: Verdict::NotNow, best: Verdict::Adopt };
    for (told, expected) in [
        (message::ready(topic, Lang::Fr), json!({ "boussole": 1, "type": "ready", "topic": "edge", "lang": "fr" })),
        (message::height(412), json!({ "boussole": 1, "type": "height", "height": 412 })),
        (message::progress(2, Some(5)), json!({ "boussole": 1, "type": "progress", "answered": 2, "left": 5 })),
        (message::progress(2, None), json!({ "boussole": 1, "type": "progress", "answered": 2 })),
        (
            message::verdict(topic, range),
            json!({ "boussole": 1, "type": "verdict", "topic": "edge", "worst": "not-now", "best": "adopt" }),
        ),
        (message::focus_returned(), json!({ "boussole": 1, "type": "back" })),
        (
            message::key("PageDown", 34),
            json!({ "boussole": 1, "type": "key", "key": "PageDown", "code": 34, "method": "triggerKey", "args": [34] }),
        ),
    ] {
        assert_eq!(json_of(&told), expected);
    }
}

#[test]
fn keys_go_where_they_are_of_use() {
    let check = |key: &str, uses_arrows, uses_space, expected| {
        assert_eq!(is_for_host(key, uses_arrows, uses_space), expected, "{key:?} {uses_arrows} {uses_space}");
    };
    // On a radio button, in a list: arrows and space are its own.
    for key in ["PageUp", "PageDown", "Escape", "Home", "End", "b", "F", "s", ".", "1"] {
        for (arrows, space) in [(true, true), (false, true), (false, false)] {
            check(key, arrows, space, true);
        }
    }
    for key in ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] {
        check(key, true, true, false);
        check(key, false, true, true);
    }
    check(" ", false, true, false);
    check(" ", false, false, true);
    for key in ["Enter", "Tab", "Shift", "F5", "F11", "Backspace", "\"", "\\", "?", "é", "Dead", ""] {
        check(key, false, false, false);
    }
}

#[test]
fn shift_goes_as_the_key_that_does_the_same() {
    for (key, code, expected) in [
        (" ", 32, ("PageUp", 33)),
        ("ArrowLeft", 37, ("Home", 36)),
        ("ArrowRight", 39, ("End", 35)),
        ("ArrowUp", 38, ("ArrowUp", 38)),
        ("B", 66, ("B", 66)),
    ] {
        assert_eq!(shifted(key, code), expected);
    }
}

#[test]
fn any_key_sent_is_json() {
    for byte in 0..=127u8 {
        let key = char::from(byte).to_string();
        if is_for_host(&key, false, false) {
            assert_eq!(json_of(&message::key(&key, 1))["key"], key);
        }
    }
}

fn page(state: &AppState) -> String {
    rendered::page(state, Place::File)
}

#[test]
fn with_questions_only_nothing_tells_the_verdict() {
    let content = bundled::content();
    for lang in Lang::ALL {
        let words = Words::new(content, lang);
        let fragment = format!("#/e/{}/edge/ask/{}", lang.tag(), factory());
        let mut state = opened(&fragment, None);
        let names: Vec<&str> = Verdict::ALL.into_iter().map(|verdict| words.verdict(verdict)).collect();
        for back in 0..3 {
            let whole = page(&state);
            assert!(!whole.contains("<svg"), "{back}: a dial shows");
            let title = title(content, &state);
            assert!(title.len() > 15 && names.iter().all(|name| !title.contains(name)), "{back}: {title}");
            // The choices are answers, and may use the same words.
            let text = whole.split("<form").next().unwrap();
            assert!(names.iter().all(|name| !text.contains(name)), "{back}: {text}");
            state.went_back(content);
        }
        // Nor does the panel that says why a question is asked, before any answer.
        let mut n_asked = 0;
        for topic in &content.topics {
            let mut state = opened(&format!("#/e/{}/{}/ask", lang.tag(), topic.id), None);
            for input in &topic.inputs {
                state.asked(content, Request::Question(input.question));
                let whole = page(&state);
                let (before, form) = whole.split_once("<form").unwrap();
                let text = [before, form.split_once("</form>").unwrap().1].concat();
                assert!(names.iter().all(|name| !text.contains(name)), "{}: {text}", topic.id);
                n_asked += 1;
            }
        }
        assert!(n_asked > 40, "{n_asked} questions");
    }
}

#[test]
fn a_frame_shows_whose_work_it_is_and_no_way_out_but_the_whole_app() {
    let content = bundled::content();
    for lang in Lang::ALL {
        for (position, topic) in content.topics.iter().enumerate() {
            let state = opened(&format!("#/e/{}/{}/-", lang.tag(), topic.id), None);
            let whole = page(&state);
            assert!(whole.contains("Nicolas Deoux") && whole.contains("CC BY 4.0"), "{}", topic.id);
            let mut end = state.clone();
            end.asked(content, Request::Verdict);
            assert_eq!(end.view, View::Verdict(position));
            for html in [whole, page(&end)] {
                for link in html.split("<a ").skip(1) {
                    let tag = link.split('>').next().unwrap();
                    assert!(tag.contains("target=\"_blank\""), "{tag}");
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn every_situation_comes_back_from_the_address_of_its_frame(answers in situation(), position in 0usize..6) {
        let content = bundled::content();
        let of_topic = link::of_topic(content, position, &answers);
        prop_assume!(!of_topic.is_empty());
        let options = Options { dark: Some(true), accent: Some("ffb454".to_owned()), shows: Shows::Both, is_page: true };
        let address = Address::Embed {
            lang: Lang::En,
            topic: position,
            options: options.clone(),
            code: Some(link::encode(content, &of_topic)),
        };
        let state = opened(&address.write(content), None);
        prop_assert_eq!(&state.own, &of_topic);
        let Embed { topic, options: read, .. } = state.embed.clone().unwrap();
        prop_assert_eq!((topic, read), (position, options));
        prop_assert_eq!(state.address(content), address);
    }
}
