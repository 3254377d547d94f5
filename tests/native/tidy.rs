//! The shape of the tree: every file says what it is for, and imports point one way.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    assert!(!found.is_empty());
    found
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let silent: Vec<PathBuf> = ["src", "crates", "tests", "xtask/src"]
        .into_iter()
        .flat_map(sources)
        // The tests beside a file need no introduction.
        .filter(|(path, text)| !text.starts_with("//!") && path.file_name().is_none_or(|name| name != "tests.rs"))
        .map(|(path, _)| path)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn every_word_of_the_interface_is_used() {
    let code: String = ["src", "crates", "xtask/src"].into_iter().flat_map(sources).map(|(_, text)| text).collect();
    let labels: String = ["label.rs", "static_label.rs"]
        .map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/core/src/content").join(name))
        .map(|path| fs::read_to_string(path).unwrap())
        .concat();
    let names = labels.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(" = \""));
    let names = names.filter(|(name, _)| name.chars().all(char::is_alphanumeric));
    let unused: Vec<&str> = names
        .map(|(name, _)| name)
        .filter(|name| {
            !code.split(&format!("Label::{name}")).skip(1).any(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
