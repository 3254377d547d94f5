//! The worked situations, as readable cases: one file each under `cases/`. `SNAPSHOTS=overwrite cargo test` accepts new
//! outputs; the diff is then read.

use std::path::{Path, PathBuf};
use std::{env, fs};

use boussole::bundled;

use crate::situation::told;

fn file(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/cases").join(format!("{id}.txt"))
}

#[test]
fn situations_are_told_as_expected() {
    let content = bundled::content();
    let overwrites = env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut different = Vec::new();
    for situation in &content.situations {
        let told = told(content, situation);
        let path = file(&situation.id);
        if overwrites {
            fs::write(&path, &told).unwrap();
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if told != expected {
            let line = told.lines().zip(expected.lines()).find(|(told, expected)| told != expected);
            different.push(format!("{}: {line:?}", situation.id));
        }
    }
    assert!(different.is_empty(), "SNAPSHOTS=overwrite accepts these:\n{}", different.join("\n"));
}

#[test]
fn together_the_situations_show_all_five_verdicts_and_an_open_one() {
    let content = bundled::content();
    let mut shown = [false; 5];
    let mut open = false;
    for situation in &content.situations {
        let topic = &content.topics[usize::from(situation.topic)];
        let judgement = boussole_core::engine::judge(topic, &content.answers_of(situation));
        if judgement.settled() {
            shown[judgement.range.best.index()] = true;
        } else {
            open = true;
        }
    }
    assert_eq!((content.situations.len(), shown, open), (8, [true; 5], true));
}
