//! Checks that concern several files: permanent numbers, editions and levels.

use std::collections::BTreeMap;

use crate::content::read::Reading;
use crate::content::{Content, Effort, Question, Topic};

/// Checks that no permanent number is used twice.
pub(super) fn check_unique_codes(reading: &Reading, content: &Content) {
    // The files and places that use each number.
    let mut owners: BTreeMap<u8, Vec<(String, String)>> = BTreeMap::new();
    for question in &content.questions {
        let place = format!("question {}", question.id);
        owners.entry(question.code.0).or_default().push((file_of(content, question), place));
        let mut within: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
        for choice in &question.choices {
            within.entry(choice.code).or_default().push(&choice.id);
        }
        for (code, names) in within.into_iter().filter(|(_, names)| names.len() > 1) {
            let file = file_of(content, question);
            let what = format!("number {code} is used twice: {}", names.join(", "));
            reading.note(&file, &format!("question {}", question.id), what);
        }
    }
    for retired in &content.retired {
        let place = ("common.toml".to_owned(), "retired".to_owned());
        owners.entry(retired.code.0).or_default().push(place);
    }
    for (code, owners) in owners {
        let places: Vec<&str> = owners.iter().map(|(_, place)| place.as_str()).collect();
        if let [_, .., (file, place)] = owners.as_slice() {
            reading.note(file, place, format!("number {code} is used twice: {}", places.join(", ")));
        }
    }
    let mut topics: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for topic in &content.topics {
        topics.entry(topic.code).or_default().push(&topic.id);
    }
    for (code, names) in topics.into_iter().filter(|(_, names)| names.len() > 1) {
        reading.note("common.toml", "topics", format!("number {code} is used twice: {}", names.join(", ")));
    }
}

/// Checks that the numbers of questions have no gap. A dense code has a slot for each number up to the last, so a number used
/// later than larger ones would be read in old codes that have no slot for it.
pub(super) fn check_no_gap(reading: &Reading, content: &Content) {
    let asked = content.questions.iter().map(|question| question.code.0);
    let used: Vec<u8> = asked.chain(content.retired.iter().map(|retired| retired.code.0)).collect();
    let last = used.iter().copied().max().unwrap_or(0);
    for code in (1..last).filter(|code| !used.contains(code)) {
        reading.note("common.toml", "retired", format!("number {code} is skipped: {last} is used, so it can never be"));
    }
}

/// Checks that every `changed` refers to an existing edition.
pub(super) fn check_changes(reading: &Reading, content: &Content) {
    for question in content.questions.iter().filter(|question| question.changed > content.edition) {
        let what = format!("changed {} is after the edition of common.toml, {}", question.changed, content.edition);
        reading.note(&file_of(content, question), &format!("question {}", question.id), what);
    }
}

/// Checks the levels named by efforts. Levels are read after the questions, so this cannot be checked earlier.
pub(super) fn check_levels(reading: &Reading, content: &Content) {
    for question in &content.questions {
        for effort in question.choices.iter().filter_map(|choice| choice.effort.as_ref()) {
            if let Effort::Level(place) = effort
                && content.guide.levels.get(usize::from(*place)).is_none()
            {
                reading.note("common.toml", "", format!("question {}: there is no level {}", question.id, place + 1));
            }
        }
    }
}

/// The file that declares a question.
fn file_of(content: &Content, question: &Question) -> String {
    if let Some(topic) = question.topic.and_then(|topic| content.topics.get(usize::from(topic))) {
        return format!("{}.toml", topic.id);
    }
    let reads = |topic: &Topic| topic.input(question.code).is_some();
    let asks = |topic: &Topic| topic.tool_questions.contains(&question.code);
    if content.topics.iter().any(|topic| topic.ready == question.code) {
        return "common.toml".to_owned();
    }
    match (content.topics.iter().any(reads), content.topics.iter().any(asks)) {
        (true, _) => "facts.toml".to_owned(),
        (false, true) => "tools.toml".to_owned(),
        (false, false) => "guide.toml".to_owned(),
    }
}
