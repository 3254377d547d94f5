//! A situation as JSON, written by the app and read by serde's parser in the browser's place.

use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::{Answer, Answers, ChoiceId, Ticks};
use boussole_core::link::{LinkNotice, decode, encode};
use boussole_core::record::json::{Unreadable, VERSION, read, write};
use boussole_core::{content, engine};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::fuzz::reads::parsed;
use crate::properties::situation;

fn opened(content: &Content, text: &str) -> Result<(Answers, Vec<LinkNotice>), Unreadable> {
    read(content, &parsed(text).ok_or(Unreadable::Foreign)?)
}

fn opened_value(value: &Value) -> Result<(Answers, Vec<LinkNotice>), Unreadable> {
    opened(bundled::content(), &value.to_string())
}

/// An answer by name, as the file writes it.
fn named(question: &str, names: &[&str]) -> Answer {
    let question = bundled::content().question_named(question).unwrap();
    content::answer_named(question, names).unwrap()
}

proptest! {
    #[test]
    fn any_situation_survives_its_file(answers in situation()) {
        let content = bundled::content();
        let notices = if answers.is_empty() { vec![LinkNotice::Empty] } else { vec![] };
        prop_assert_eq!(opened(content, &write(content, &answers)), Ok((answers, notices)));
    }

    #[test]
    fn a_file_has_the_keys_that_are_documented(answers in situation()) {
        let content = bundled::content();
        let text = write(content, &answers);
        let file: Value = serde_json::from_str(&text).unwrap();
        let mut keys: Vec<&String> = file.as_object().unwrap().keys().collect();
        keys.sort();
        prop_assert_eq!(keys, ["answers", "boussole", "code", "content", "results"]);
        prop_assert_eq!(&file["boussole"], &json!(VERSION));
        prop_assert_eq!(&file["content"], &json!({ "date": content.date.to_string(), "edition": content.edition }));
        prop_assert_eq!(decode(content, file["code"].as_str().unwrap()).0, answers.clone());
        let told = file["answers"].as_object().unwrap();
        prop_assert_eq!(told.len(), answers.iter().count());
        for (name, value) in told {
            let question = content.question_named(name).unwrap();
            prop_assert_eq!(value.is_array(), matches!(answers.get(question.code), Some(Answer::Ticks(_))), "{}", name);
        }
        let results = file["results"].as_object().unwrap();
        for (position, topic) in content.topics.iter().enumerate() {
            let range = engine::judge(topic, &answers).range;
            let begun = engine::is_started(content, position, &answers);
            let expected = begun.then(|| json!({ "worst": range.worst.id(), "best": range.best.id() }));
            prop_assert_eq!(results.get(&topic.id), expected.as_ref());
        }
    }

    #[test]
    fn a_file_of_anything_is_read_without_a_panic(value in any_value()) {
        let content = bundled::content();
        let _ = opened_value(&value);
        // And in the place of each key of a real file.
        for key in ["boussole", "content", "code", "answers", "results"] {
            let mut file: Value = serde_json::from_str(&write(content, &content.answers_of(&content.situations[0]))).unwrap();
            file[key] = value.clone();
            let _ = opened_value(&file);
            let mut file: Value = serde_json::from_str(&write(content, &content.answers_of(&content.situations[0]))).unwrap();
            file["answers"]["service-mesh.problem"] = value.clone();
            let read = opened_value(&file);
            prop_assert!(read.is_ok_and(|(answers, _)| !answers.is_empty()), "{}", value);
        }
    }
}

/// Any JSON, with names of ours among the texts.
fn any_value() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        ".{0,6}",
        prop::sample::select(vec![
            "mtls",
            "unknown",
            "none",
            "now",
            "service-mesh.today",
            "answers",
            "edition",
            "boussole"
        ])
        .prop_map(str::to_owned),
    ];
    let number = prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0_u32..4).prop_map(Value::from),
    ];
    let leaf =
        prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), number, text.clone().prop_map(Value::from)];
    leaf.prop_recursive(4, 24, 4, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(text.clone(), inner, 0..4)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

#[test]
fn a_file_written_by_hand_needs_answers_alone() {
    let file = json!({ "answers": {
        "service-mesh.today": "now",
        "service-mesh.problem": ["mtls"],
        "talking-services": "5-9",
        "free-memory": "unknown",
    } });
    let (answers, notices) = opened_value(&file).unwrap();
    assert_eq!(notices, []);
    assert_eq!(answers.iter().count(), 4);
    for (question, names) in [
        ("service-mesh.today", &["now"][..]),
        ("service-mesh.problem", &["mtls"]),
        ("talking-services", &["5-9"]),
        ("free-memory", &["unknown"]),
    ] {
        let code = bundled::content().question_named(question).unwrap().code;
        assert_eq!(answers.get(code), Some(named(question, names)), "{question}");
    }
    // A single name for boxes too, as `cargo xtask verdict` takes it.
    let one = opened_value(&json!({ "lang": "en", "answers": { "service-mesh.problem": "mtls" } })).unwrap();
    assert_eq!(one.0.iter().map(|(_, answer)| answer).collect::<Vec<_>>(), [named("service-mesh.problem", &["mtls"])]);
}

#[test]
fn what_the_content_does_not_know_is_set_aside_and_counted() {
    let aside = |n_unknown| LinkNotice::Ignored { questions: Vec::new(), n_unknown };
    let (answers, notices) = opened_value(&json!({ "answers": {
        "service-mesh.today": "now",
        "service-mesh.worth": "perhaps",
        "service-mesh.problem": ["mtls", "boredom"],
        "blockchain.today": "now",
        "talking-services": 7,
        "free-memory": ["2gb+", "1-2gb"],
        "use": null,
    } }))
    .unwrap();
    assert_eq!(answers.iter().collect::<Vec<_>>().len(), 1);
    assert_eq!(notices, [aside(6)]);
    // Nothing of it is known: said, and nothing is shown.
    assert_eq!(opened_value(&json!({ "answers": { "blockchain": "now" } })), Ok((Answers::new(), vec![aside(1)])));
    assert_eq!(opened_value(&json!({ "answers": {} })), Ok((Answers::new(), vec![LinkNotice::Empty])));
}

#[test]
fn a_newer_form_and_what_is_not_ours_are_told_apart() {
    let answers = json!({ "service-mesh.today": "now" });
    for (file, expected) in [
        (json!({ "boussole": VERSION + 1, "answers": answers }), Unreadable::Newer),
        (json!({ "boussole": 4_294_967_295_u32, "situation": {} }), Unreadable::Newer),
        (json!({ "boussole": 1 }), Unreadable::Foreign),
        (json!({ "name": "package", "version": "1.0.0" }), Unreadable::Foreign),
        (json!({ "answers": ["now"] }), Unreadable::Foreign),
        (json!(["answers"]), Unreadable::Foreign),
        (json!("answers"), Unreadable::Foreign),
        (json!(null), Unreadable::Foreign),
    ] {
        assert_eq!(opened_value(&file), Err(expected), "{file}");
    }
    assert_eq!(opened(bundled::content(), "IEEgIAEgRAZghgpj7EBEpFRAlkHu-C"), Err(Unreadable::Foreign));
    assert_eq!(opened(bundled::content(), ""), Err(Unreadable::Foreign));
}

#[test]
fn a_file_of_an_edition_before_a_change_says_which_answers_it_concerns() {
    let mut content = bundled::content().clone();
    let asked = content.question_named("service-mesh.today").unwrap().code;
    content.edition = 3;
    content.questions.iter_mut().find(|question| question.code == asked).unwrap().changed = 3;
    let file = |edition: Value| {
        let answers = json!({ "service-mesh.today": "now", "talking-services": "5-9" });
        opened(&content, &json!({ "boussole": 1, "content": { "edition": edition }, "answers": answers }).to_string())
    };
    let notices = |edition| file(edition).unwrap().1;
    for before in [1, 2] {
        assert_eq!(notices(json!(before)), [LinkNotice::Changed(vec![asked])], "edition {before}");
    }
    for since in [json!(3), json!(4), json!("1"), json!(null), json!([1]), json!({ "edition": 1 })] {
        let told = notices(since.clone());
        // What is no edition says nothing, and is no reason to refuse the answers.
        assert!(told.is_empty(), "{since}: {told:?}");
    }
}

#[test]
fn boxes_and_what_is_unknown_are_written_by_name() {
    let content = bundled::content();
    let problem = content.question_named("service-mesh.problem").unwrap();
    let today = content.question_named("service-mesh.today").unwrap();
    let first = &problem.choices[0];
    for (answer, expected) in [
        (Answer::Ticks(Ticks { ticked: 1 << first.code, rest_open: false }), json!([first.id])),
        (Answer::Ticks(Ticks { ticked: 1 << first.code, rest_open: true }), json!([first.id, "unknown"])),
        (Answer::Ticks(Ticks::default()), json!(["none"])),
        (Answer::Unknown, json!("unknown")),
    ] {
        let answers = Answers::new().with(problem.code, answer);
        let file: Value = serde_json::from_str(&write(content, &answers)).unwrap();
        assert_eq!(file["answers"], json!({ "service-mesh.problem": expected }));
        assert_eq!(file["code"], encode(content, &answers).as_str());
    }
    let answers = Answers::new().with(today.code, Answer::Choice(ChoiceId(today.choices[0].code)));
    let file: Value = serde_json::from_str(&write(content, &answers)).unwrap();
    assert_eq!(file["answers"], json!({ "service-mesh.today": today.choices[0].id }));
}
