//! The verdict as a picture: for any situation, its text is there, whole, inside the picture, and no two pieces of it meet.

use std::collections::HashSet;

use boussole::bundled;
use boussole_core::content::Label;
use boussole_core::domain::{Date, Lang};
use boussole_core::engine;
use boussole_core::record::card::{Shape, card};
use boussole_core::record::decision::Case;
use boussole_core::words::Words;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use roxmltree::{Document, Node};

use crate::properties::situation;
use crate::records::every_case;

/// How many situations are taken at random to find what may come first.
const N_RANDOM: usize = 400;

/// How far a letter rises above its line and falls below it, in hundredths of its size.
const RISES: f64 = 75.0;
const FALLS: f64 = 25.0;
/// How wide a character is on average, as the card counts, in hundredths of its size.
const CHAR: f64 = 62.0;
/// The size of the letters of the reason.
const REASON: &str = "32";
/// White on each side.
const MARGIN: f64 = 40.0;

/// The room that something takes.
#[derive(Clone, Debug)]
pub(crate) struct Room {
    pub(crate) what: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

impl Room {
    pub(crate) fn meets(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }
}

pub(crate) fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).unwrap_or_else(|| panic!("a {} has no {name}", node.tag_name().name())).parse().unwrap()
}

pub(crate) fn text_of(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
}

/// A line of text in units of the picture: `scale` and `from` say where the drawing that it stands in is.
pub(crate) fn line(text: Node<'_, '_>, said: String, scale: f64, from: (f64, f64), down: f64) -> Room {
    let size = number(text, "font-size") * scale;
    let (x, y) = (from.0 + number(text, "x") * scale, from.1 + (number(text, "y") + down) * scale);
    let width = said.chars().count() as f64 * size * CHAR / 100.0;
    let left = match text.attribute("text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    let (top, bottom) = (y - size * RISES / 100.0, y + size * FALLS / 100.0);
    Room { what: said, left, right: left + width, top, bottom }
}

/// Every line of the words, apart from the dial's; and the room of the dial.
fn laid_out(document: &Document<'_>) -> (Vec<Room>, Room) {
    let root = document.root_element();
    let texts = root.children().filter(|child| child.has_tag_name("text"));
    let lines = texts.map(|text| line(text, text_of(text), 1.0, (0.0, 0.0), 0.0)).collect();
    let dial = root.children().find(|child| child.has_tag_name("svg")).unwrap();
    let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(dial, name));
    (lines, Room { what: "the dial".to_owned(), left: x, right: x + width, top: y, bottom: y + height })
}

#[test]
fn every_card_says_all_it_must_and_nothing_of_it_meets() {
    every_case(holds_together);
}

/// Whatever reason is the first to limit a verdict, it has room.
#[test]
fn every_reason_has_room() {
    let content = bundled::content();
    let mut runner = TestRunner::deterministic();
    let mut seen = HashSet::new();
    for _ in 0..N_RANDOM {
        let answers = situation().new_tree(&mut runner).unwrap().current();
        for topic in &content.topics {
            let judgement = engine::judge(topic, &answers);
            let Some(rule) = judgement.limits(topic).next() else { continue };
            if seen.insert((&topic.id, &rule.id, judgement.settled())) {
                for lang in Lang::ALL {
                    let words = Words::new(content, lang);
                    holds_together(Case { words, topic, answers: &answers, link: "", today: Date::default() });
                }
            }
        }
    }
    assert!(seen.len() > 60, "only {} reasons came first", seen.len());
}

/// A picture of a size, in a language.
pub(crate) fn is_sheet(document: &Document<'_>, (width, height): (u32, u32), lang: Lang) {
    let root = document.root_element();
    assert_eq!((number(root, "width"), number(root, "height")), (f64::from(width), f64::from(height)));
    assert_eq!(root.attribute("viewBox"), Some(&*format!("0 0 {width} {height}")));
    assert_eq!(root.attribute("lang"), Some(lang.tag()));
}

/// Everything is inside the picture, so far from its sides, and nothing meets anything.
pub(crate) fn stand_apart(rooms: &[&Room], (width, height): (u32, u32), margin: f64, about: &str) {
    let (width, height) = (f64::from(width), f64::from(height));
    for (index, room) in rooms.iter().enumerate() {
        let is_inside = room.left >= margin && room.right <= width - margin && room.top >= 0.0 && room.bottom <= height;
        assert!(is_inside, "{room:?} sticks out of {about}");
        let met = rooms[index + 1..].iter().find(|other| room.meets(other));
        assert!(met.is_none(), "{room:?} meets {met:?} in {about}");
    }
}

fn holds_together(case: Case<'_>) {
    let words = case.words;
    let lang = words.lang;
    let judgement = engine::judge(case.topic, case.answers);
    for shape in [Shape::Wide, Shape::Square] {
        let svg = card(shape, case);
        let document = Document::parse(&svg).unwrap();
        is_sheet(&document, shape.size(), lang);
        let (lines, dial) = laid_out(&document);

        let said = lines.iter().map(|line| line.what.as_str()).collect::<Vec<_>>().join(" ");
        let date = words.fill(Label::ContentDate, &[("date", &words.date(words.content.date))]);
        let heading = words.heading(judgement.range);
        for needed in [case.topic.name.get(lang), &heading, words.label(Label::Attribution), &date] {
            assert!(said.contains(needed), "{shape:?} lacks {needed:?}: {said}");
        }
        // A long reason is cut between two words, and shows it.
        let reason = judgement.limits(case.topic).next().map(|rule| rule.reason.get(lang));
        // An open result that nothing limits says so in its heading alone.
        let none = if judgement.settled() { words.label(Label::LimitsNone) } else { "" };
        let reason = reason.unwrap_or(none);
        let of_reason = document.root_element().children().filter(|text| text.attribute("font-size") == Some(REASON));
        let told = of_reason.map(text_of).collect::<Vec<_>>().join(" ");
        let cut = told.strip_suffix('…').map(|cut| reason.starts_with(&format!("{cut} ")) && cut.len() > 60);
        assert!(told == reason || cut == Some(true), "{shape:?} says too little of {reason:?}: {told}");

        assert!(lines.iter().all(|line| !line.what.is_empty()), "{shape:?} has an empty line: {said}");
        stand_apart(&lines.iter().chain([&dial]).collect::<Vec<_>>(), shape.size(), MARGIN, &format!("{shape:?}"));
        // The foot stands apart from what is above it.
        let start = words.label(Label::Attribution).split(' ').next().unwrap();
        let foot = lines.iter().find(|line| line.what.starts_with(start)).unwrap();
        let above = lines.iter().chain([&dial]).filter(|room| room.top < foot.top).map(|room| room.bottom);
        let gap = foot.top - above.fold(0.0, f64::max);
        assert!(gap > 8.0, "{shape:?}: {gap} above the foot of {said}");
    }
}

#[test]
fn the_names_around_the_dial_stay_in_its_drawing() {
    every_case(|case| {
        for shape in [Shape::Wide, Shape::Square] {
            let svg = card(shape, case);
            let document = Document::parse(&svg).unwrap();
            let (width, height) = (f64::from(shape.size().0), f64::from(shape.size().1));
            let dial = document.root_element().children().find(|child| child.has_tag_name("svg")).unwrap();
            let view: Vec<f64> =
                dial.attribute("viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
            let scale = number(dial, "width") / view[2];
            assert!((view[3] * scale - number(dial, "height")).abs() < 1.0, "the dial is squeezed");
            let from = (number(dial, "x") - view[0] * scale, number(dial, "y") - view[1] * scale);
            let mut n_names = 0;
            for name in dial.children().filter(|child| child.has_tag_name("text")) {
                n_names += 1;
                for (place, part) in name.children().enumerate() {
                    let down: f64 = if place == 0 { 0.0 } else { number(part, "dy") };
                    let said = if part.is_text() { part.text().unwrap().to_owned() } else { text_of(part) };
                    let room = line(name, said, scale, from, down);
                    let is_inside = room.left >= 0.0 && room.right <= width && room.top >= 0.0 && room.bottom <= height;
                    assert!(is_inside, "{shape:?}: {room:?} leaves the picture");
                }
            }
            assert_eq!(n_names, 5);
        }
    });
}
