//! The still twins of frames: whatever a frame shows, its twin says it, whole, inside the picture, with no two pieces that meet,
//! and its QR code, read by a decoder, leads to the live one.

use std::collections::HashSet;

use boussole::bundled;
use boussole_core::domain::{Answers, Lang};
use boussole_core::engine;
use boussole_core::link::{Address, Options, Shows, View, of_topic};
use boussole_core::record::static_image::{Frame, SIZE, static_image};
use boussole_core::words::Words;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use roxmltree::{Document, Node};

use crate::card::{Room, is_sheet, line, number, stand_apart, text_of};
use crate::properties::situation;
use crate::qr::{decoded, painted};
use crate::records::situations;

/// How many situations are taken at random to find what may come first.
const N_RANDOM: usize = 400;
const BASE: &str = "https://example.org/boussole/";
/// A public address that is longer than most: 60 characters.
const LONG_BASE: &str = "https://equipe-plateforme.example.org/outils/choix/boussole/";
/// So long that its links are left to the QR code.
const LONGEST_BASE: &str = "https://equipe-plateforme.example.org/outils/choix/de/technologies/pour/aller/plus/loin/que/les/bases/\
                            avec/toutes/les/equipes/de/developpement/et/celles/de/l/exploitation/boussole/";
const BASES: [Option<&str>; 4] = [None, Some(BASE), Some(LONG_BASE), Some(LONGEST_BASE)];
/// White at the sides.
const MARGIN: f64 = 60.0;
/// The smallest letters: at half size, those of a footnote. What is asked and told is larger.
const SMALLEST: f64 = 17.0;
const LEGIBLE: f64 = 24.0;

/// The lines of a twin, and the drawings: the dial if it is told, and the QR code if there is a public address.
fn laid_out(document: &Document<'_>) -> (Vec<Room>, Vec<Room>) {
    let root = document.root_element();
    let texts = root.children().filter(|child| child.has_tag_name("text"));
    let lines = texts.map(|text| line(text, text_of(text), 1.0, (0.0, 0.0), 0.0)).collect();
    let boxed = |drawing: Node<'_, '_>| {
        let [x, y, width, height] = ["x", "y", "width", "height"].map(|name| number(drawing, name));
        Room { what: "a drawing".to_owned(), left: x, right: x + width, top: y, bottom: y + height }
    };
    (lines, root.children().filter(|child| child.has_tag_name("svg")).map(boxed).collect())
}

/// What the QR code of a twin says.
fn scanned(svg: &str) -> Option<String> {
    let start = svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\"")?;
    let end = start + svg[start..].find("</svg>")? + "</svg>".len();
    Some(decoded(&painted(&svg[start..end])))
}

/// What words are in lines of, whatever the lines.
fn flat(words: &str) -> String {
    words.chars().filter(|char| !matches!(char, ' ' | '\n')).collect()
}

fn check(frame: Frame<'_>, is_scanned: bool) {
    let (words, topic) = (Words::new(frame.content, frame.lang), &frame.content.topics[frame.topic]);
    let svg = static_image(frame);
    let document = Document::parse(&svg).unwrap();
    let root = document.root_element();
    is_sheet(&document, SIZE, frame.lang);
    let (lines, drawings) = laid_out(&document);
    let text = lines.iter().map(|line| line.what.as_str()).collect::<Vec<_>>().join(" ");
    let said = flat(&text);
    let about = format!("{} {} {:?} {:?}: {text}", topic.id, frame.lang.tag(), frame.options.shows, frame.base);
    let holds = |what: &str| assert!(said.contains(&flat(what)), "{what:?} is not in {about}");

    holds(topic.name.get(frame.lang));
    holds(&words.credit());
    let range = engine::judge(topic, frame.answers).range;
    let is_told = range.settled() && frame.options.shows != Shows::Questions;
    assert_eq!(drawings.len(), usize::from(is_told) + usize::from(frame.base.is_some()), "{about}");
    if is_told {
        holds(words.verdict(range.best));
        holds(frame.content.verdict(range.best).meaning.get(frame.lang));
        for (label, first) in [words.first_reason(topic, frame.answers), words.first_action(topic, frame.answers)] {
            assert!(first.chars().count() > 5, "{about}");
            holds(words.label(label));
            holds(&first);
        }
    } else {
        holds(words.label(boussole_core::content::Label::AppQuestion));
        for (place, input) in topic.inputs.iter().enumerate() {
            let ask = frame.content.question(input.question).unwrap().ask.get(frame.lang);
            holds(&format!("{}. {ask}", place + 1));
            let start = ask.split(' ').next().unwrap();
            let texts = root.children().filter(|text| text.has_tag_name("text") && text_of(*text).starts_with(start));
            assert!(texts.clone().count() > 0 && texts.into_iter().any(|text| number(text, "font-size") >= LEGIBLE));
        }
        // Neither the dial nor the address of the answers tells what is asked.
        if frame.options.shows == Shows::Questions {
            assert!(!said.contains("/#/r/"), "{about}");
        }
    }

    // The way to the live one, typed or scanned.
    let told = of_topic(frame.content, frame.topic, frame.answers);
    let has_answers = !told.is_empty() && frame.options.shows != Shows::Questions;
    let place = match has_answers {
        true => Address::Result(boussole_core::link::encode(frame.content, &told)),
        false => Address::View(frame.lang, View::Question(frame.topic, None)),
    };
    match frame.base {
        Some(base) => {
            let link = [base, &place.write(frame.content)].concat();
            assert_eq!(said.contains(&link), base != LONGEST_BASE, "{about}");
            assert!(svg.contains("class=\"qr\""), "{about}");
            if is_scanned {
                assert_eq!(scanned(&svg), Some(link), "{about}");
            }
        }
        None => {
            // A code that leads nowhere is not drawn: what to open is said, and the code that goes there.
            assert!(!svg.contains("class=\"qr\"") && said.contains("boussole.html"), "{about}");
            if let Address::Result(code) = place {
                holds(&code);
            }
        }
    }

    assert!(lines.iter().all(|line| !line.what.is_empty()), "an empty line: {about}");
    for text in root.children().filter(|child| child.has_tag_name("text")) {
        assert!(number(text, "font-size") >= SMALLEST, "{about}");
    }
    stand_apart(&lines.iter().chain(&drawings).collect::<Vec<_>>(), SIZE, MARGIN, &about);
}

/// Everything a frame may allow, in both themes of its own.
fn options() -> Vec<Options> {
    let every = [Shows::Both, Shows::Questions, Shows::Verdict];
    every.map(|shows| Options { shows, dark: Some(true), ..Options::default() }).to_vec()
}

#[test]
fn every_twin_says_all_it_must_and_nothing_of_it_meets() {
    let content = bundled::content();
    let (mut n_told, mut n_asked) = (0, 0);
    for answers in situations() {
        for (position, topic) in content.topics.iter().enumerate() {
            match engine::judge(topic, &answers).settled() {
                true => n_told += 1,
                false => n_asked += 1,
            }
            for (lang, options) in
                Lang::ALL.into_iter().flat_map(|lang| options().into_iter().map(move |it| (lang, it)))
            {
                for base in BASES {
                    let frame = Frame { content, lang, topic: position, options: &options, answers: &answers, base };
                    check(frame, base == Some(LONG_BASE) && options.shows == Shows::Both);
                }
            }
        }
    }
    assert!(n_told > 20 && n_asked > 20, "{n_told} told, {n_asked} asked");
}

/// Whatever reason and action come first, they have room.
#[test]
fn every_first_reason_and_action_has_room() {
    let content = bundled::content();
    let mut runner = TestRunner::deterministic();
    let mut seen = HashSet::new();
    for _ in 0..N_RANDOM {
        let answers = situation().new_tree(&mut runner).unwrap().current();
        for (position, topic) in content.topics.iter().enumerate() {
            if !engine::judge(topic, &answers).settled() {
                continue;
            }
            for lang in Lang::ALL {
                let words = Words::new(content, lang);
                if seen.insert((words.first_reason(topic, &answers).1, words.first_action(topic, &answers).1)) {
                    for base in [None, Some(LONG_BASE)] {
                        let options = Options::default();
                        check(
                            Frame { content, lang, topic: position, options: &options, answers: &answers, base },
                            false,
                        );
                    }
                }
            }
        }
    }
    assert!(seen.len() > 100, "only {} pairs came first", seen.len());
}

#[test]
fn the_colour_that_leads_is_the_frames_own() {
    let content = bundled::content();
    let answers = Answers::new();
    let drawn = |accent: Option<&str>| {
        let options = Options { accent: accent.map(str::to_owned), ..Options::default() };
        static_image(Frame { content, lang: Lang::Fr, topic: 0, options: &options, answers: &answers, base: None })
    };
    assert!(drawn(None).contains("#0b5563") && !drawn(Some("b5304a")).contains("#0b5563"));
    assert!(drawn(Some("b5304a")).contains("fill=\"#b5304a\""));
}

#[test]
fn the_answers_of_other_technologies_stay_out() {
    let content = bundled::content();
    let situation = &content.situations[0];
    let (answers, topic) = (content.answers_of(situation), usize::from(situation.topic));
    let options = Options::default();
    let of = |answers: &Answers| {
        static_image(Frame { content, lang: Lang::Fr, topic, options: &options, answers, base: Some(BASE) })
    };
    assert_ne!(of_topic(content, topic, &answers), answers);
    assert_eq!(of(&answers), of(&of_topic(content, topic, &answers)));
}
