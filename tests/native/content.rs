//! The content: what the loader refuses, and what is true of the files in use.

use std::path::Path;

use boussole::bundled;
use boussole_core::content::{Content, File, Loaded, load, pack, read_folder, unpack};
use boussole_core::domain::{Lang, Text};
use boussole_core::engine;

pub(crate) fn files() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/content");
    read_folder(&folder).unwrap().into_iter().collect()
}

fn read(files: &[(String, String)]) -> (Content, Vec<String>) {
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    let Loaded { content, problems, .. } = load(&files);
    (content, problems.iter().map(ToString::to_string).collect())
}

/// The problems once each `(file, from, to)` is replaced, first place only.
pub(crate) fn problems(changes: &[(&str, &str, &str)]) -> Vec<String> {
    let mut files = files();
    for (name, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(file, _)| file == name).unwrap();
        assert!(text.contains(from), "{name} has no {from}");
        *text = text.replacen(from, to, 1);
    }
    read(&files).1
}

/// What is wrong with a file once a text of it is another is named with its place.
pub(crate) fn check(file: &str, from: &str, to: &str, expected: &str) {
    let problems = problems(&[(file, from, to)]);
    let is_told = problems.iter().any(|problem| problem.starts_with(file) && problem.contains(expected));
    assert!(is_told, "{expected}: {problems:#?}");
}

#[test]
fn what_is_packed_is_read_back() {
    let content = bundled::content();
    assert_eq!(format!("{:?}", unpack(&pack(content).unwrap()).unwrap()), format!("{content:?}"));
    // What is carried is what the files say, without what only pages that are read apart show.
    let mut loaded = read(&files()).0;
    for topic in &mut loaded.topics {
        topic.use_cases.clear();
        topic.criteria_against.clear();
    }
    assert_eq!(format!("{content:?}"), format!("{loaded:?}"));
}

#[test]
fn the_files_in_use_have_no_problem() {
    assert_eq!(read(&files()).1, Vec::<String>::new());
}

#[test]
fn a_missing_language_half_is_named_with_its_place() {
    check(
        "facts.toml",
        "en = \"How many microservices",
        "xx = \"How many microservices",
        "fact talking-services: ask.en is missing",
    );
    check("interface.toml", "continue = { fr = \"Continuer\"", "continue = { fr = \"\"", "continue.fr is empty");
}

#[test]
fn an_unknown_name_is_told_with_the_valid_ones() {
    check(
        "service-mesh.toml",
        "when = { free-memory = [\"under-300mb\"] }",
        "when = { free-memory = [\"none\"] }",
        "free-memory has no choice \"none\"",
    );
    check(
        "service-mesh.toml",
        "facts = [\"talking-services\"",
        "facts = [\"whispering-services\"",
        "\"whispering-services\" is not a fact",
    );
    check(
        "situations.toml",
        "topic = \"service-mesh\"",
        "topic = \"blockchain\"",
        "topic \"blockchain\" is not a topic",
    );
    check("glossary.toml", "gloss =", "glose =", "glose is not a key of this place");
}

#[test]
fn a_criterion_without_a_source_is_refused() {
    check("service-mesh.toml", "source = \"chapter:62\"\n", "", "for five-services: source is missing");
    check(
        "service-mesh.toml",
        "source = \"chapter:62\"",
        "source = \"chapter:9999\"",
        "source \"chapter:9999\" is none of",
    );
}

#[test]
fn rules_that_share_no_order_of_favour_are_refused() {
    let opposite = "\n[[rule]]\nid = \"too-many\"\nceiling = \"not-now\"\nsource = \"synthesis\"\nwhen = { talking-services = [\"20+\"] }\nreason = { fr = \"x\", en = \"x\" }\n\n[[alternative]]";
    check("service-mesh.toml", "\n[[alternative]]", opposite, "talking-services: no order of favour suits both rule");
}

#[test]
fn a_ceiling_that_nothing_reaches_is_refused() {
    let hidden = "\n[[rule]]\nid = \"hidden\"\nceiling = \"try-in-lab\"\nsource = \"synthesis\"\nwhen = { free-memory = [\"under-300mb\"] }\nreason = { fr = \"x\", en = \"x\" }\n\n[[alternative]]";
    check("service-mesh.toml", "\n[[alternative]]", hidden, "rule hidden: no answer reaches its ceiling");
}

#[test]
fn a_text_that_does_not_fit_a_slide_is_refused() {
    let long = format!("ask = {{ fr = \"{}", "Combien ".repeat(12));
    check("facts.toml", "ask = { fr = \"", &long, "characters, 80 at most fit");
}

#[test]
fn permanent_numbers_are_there_and_unique() {
    check("facts.toml", "code = 31\n", "", "fact talking-services: code is missing");
    let twice = problems(&[("facts.toml", "code = 32\n", "code = 31\n")]);
    let expected =
        "facts.toml: question free-memory: number 31 is used twice: question talking-services, question free-memory";
    assert!(twice.iter().any(|problem| problem == expected), "{twice:#?}");
    let retired = problems(&[("common.toml", "retired = []", "retired = [{ code = 31 }]")]);
    assert!(retired.iter().any(|problem| problem.contains("number 31 is used twice")), "{retired:#?}");
    check("service-mesh.toml", "code = 2\nlabel", "code = 1\nlabel", "number 1 is used twice: mtls, observability");
}

#[test]
fn no_number_is_left_out() {
    // Its number is retired, or another question's: never nobody's.
    let skipped = problems(&[("facts.toml", "code = 31\n", "code = 99\n")]);
    assert!(skipped.iter().any(|problem| problem.contains("number 31 is skipped")), "{skipped:#?}");
    let retired = "retired = [{ code = 31, ask = { fr = \"Combien ?\", en = \"How many?\" } }]";
    let kept = problems(&[("facts.toml", "code = 31\n", "code = 74\n"), ("common.toml", "retired = []", retired)]);
    assert_eq!(kept, Vec::<String>::new());
    check("common.toml", "retired = []", "retired = [{ code = 74 }]", "ask is missing");
}

#[test]
fn a_change_of_meaning_belongs_to_an_edition() {
    let changed = "code = 31\nchanged = 2\n";
    check("facts.toml", "code = 31\n", changed, "changed 2 is after the edition of common.toml, 1");
    let edition = ("common.toml", "edition = 1\n", "edition = 2\n");
    assert_eq!(problems(&[("facts.toml", "code = 31\n", changed), edition]), Vec::<String>::new());
    // On a value question of `common.toml`, it is said of every topic's.
    let today = ("common.toml", "id = \"today\"\n", "id = \"today\"\nchanged = 2\n");
    let told = problems(&[today]);
    assert_eq!(told.iter().filter(|problem| problem.contains("today: changed 2 is after")).count(), 6, "{told:#?}");
    assert_eq!(problems(&[today, edition]), Vec::<String>::new());
    check("common.toml", "edition = 1\n", "edition = 64\n", "edition 64 is not a permanent number from 1 to 63");
}

#[test]
fn every_problem_is_told_at_once() {
    let problems = problems(&[
        ("facts.toml", "code = 31\n", ""),
        ("interface.toml", "back = { fr = \"Retour\"", "back = { fr = \"\""),
        ("edge.toml", "number = \"25.5\"", "number = \"\""),
    ]);
    let files = ["facts.toml", "interface.toml", "edge.toml"];
    assert!(files.iter().all(|file| problems.iter().any(|problem| problem.starts_with(file))), "{problems:#?}");
}

#[test]
fn a_file_that_is_missing_or_broken_is_named() {
    let mut files = files();
    files.retain(|(name, _)| name != "facts.toml");
    assert_eq!(read(&files).1, ["facts.toml: the file is missing"]);
    let broken = problems(&[("edge.toml", "number = ", "number ")]);
    assert!(broken.len() == 1 && broken[0].starts_with("edge.toml: TOML parse error"), "{broken:#?}");
}

#[test]
fn a_problem_that_no_criterion_states_is_refused() {
    check(
        "service-mesh.toml",
        "question = \"problem\"\nis = [\"mtls\"]",
        "question = \"talking-services\"\nis = [\"20+\"]",
        "symptom mtls: no criterion in favour states it",
    );
}

#[test]
fn a_pointer_to_no_tool_and_a_box_for_no_subject_are_refused() {
    check("tools.toml", "tool = \"linkerd\"", "tool = \"linkkerd\"", "tool \"linkkerd\" is none of istio, linkerd");
    check("guide.toml", "id = \"edge\", code = 5", "id = \"edge\", code = 6", "question need-now: its boxes must be");
    check(
        "guide.toml",
        "medium = [\"operators\", \"edge\"]",
        "medium = [\"operators\"]",
        "every subject must be listed once",
    );
    check("lab.toml", "cpu = 2\n", "cpu = 9\n", "lean asks for more than the chapter does");
}

fn every_text(content: &Content) -> Vec<&Text> {
    let mut texts: Vec<&Text> = content.labels.iter().collect();
    for question in &content.questions {
        texts.extend([&question.ask, &question.why]);
        for choice in &question.choices {
            texts.push(&choice.label);
            texts.extend(choice.note.iter().chain(&choice.reach));
        }
    }
    for topic in &content.topics {
        texts.extend([&topic.name, &topic.tagline, &topic.what, &topic.why]);
        texts.extend(topic.rules.iter().map(|rule| &rule.reason));
        texts.extend(topic.criteria_for.iter().chain(&topic.criteria_against).map(|criterion| &criterion.text));
        texts.extend(topic.alternatives.iter().flat_map(|alternative| [&alternative.name, &alternative.text]));
    }
    for topic in &content.topics {
        texts.extend(topic.tools.iter().map(|tool| &tool.note));
        texts.extend(topic.pointers.iter().map(|pointer| &pointer.reason));
        texts.extend(topic.lab.microk8s.iter().map(|note| &note.text));
        texts.push(&topic.lab.note);
    }
    texts.extend(content.guide.cycle.iter());
    texts.extend(content.guide.levels.iter().flat_map(|level| [&level.name, &level.time, &level.goal]));
    texts.extend(content.situations.iter().flat_map(|situation| [&situation.name, &situation.story]));
    texts.extend(content.glossary.iter().flat_map(|gloss| [&gloss.term, &gloss.gloss]));
    texts
}

#[test]
fn no_word_of_the_engine_reaches_the_screen() {
    let (content, _) = read(&files());
    for text in every_text(&content) {
        for word in ["plafond", "not-now", "kebab", "booléen"] {
            assert!(!text.fr.to_lowercase().contains(word), "{}", text.fr);
        }
        for word in ["ceiling", "not-now", "boolean", "topic "] {
            assert!(!text.en.to_lowercase().contains(word) || text.en.contains('{'), "{}", text.en);
        }
    }
}

#[test]
fn french_punctuation_is_never_parted_from_its_word() {
    let (content, _) = read(&files());
    for text in every_text(&content) {
        for wrong in [" ?", " !", " ;", " :", " »", "« ", "'"] {
            assert!(!text.get(Lang::Fr).contains(wrong), "{}", text.fr);
        }
        assert!(!text.get(Lang::En).contains('\''), "{}", text.en);
    }
}

#[test]
fn every_topic_starts_with_all_possible_and_its_problem() {
    let (content, _) = read(&files());
    for topic in &content.topics {
        let none = boussole_core::domain::Answers::new();
        assert_eq!(engine::judge(topic, &none).range, boussole_core::domain::Range::FULL, "{}", topic.id);
        let first = engine::next(topic, &none).and_then(|code| content.question(code)).unwrap();
        assert!(first.many, "{}", topic.id);
    }
}
