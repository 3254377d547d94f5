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
    let silent: Vec<PathBuf> = ["src", "tests", "xtask/src"]
        .into_iter()
        .flat_map(sources)
        // The tests beside a file need no introduction.
        .filter(|(path, text)| !text.starts_with("//!") && path.file_name().is_none_or(|name| name != "tests.rs"))
        .map(|(path, _)| path)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

/// What each part of the core may import, as in ARCHITECTURE.md.
const MAP: [(&str, &[&str]); 11] = [
    ("domain", &[]),
    ("content", &["domain"]),
    ("carried", &["content"]),
    ("engine", &["content", "domain"]),
    ("link", &["content", "domain"]),
    ("words", &["content", "domain", "engine", "link"]),
    ("record", &["content", "domain", "engine", "link", "words"]),
    ("app", &["content", "domain", "engine", "link", "words"]),
    ("html", &["app", "content", "domain", "engine", "link", "record", "words"]),
    ("platform", &[]),
    ("ui", &["app", "carried", "content", "domain", "engine", "html", "link", "platform", "record", "words"]),
];

#[test]
fn imports_point_one_way() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (path, text) in sources("src") {
        let inside = path.strip_prefix(&root).unwrap();
        let part = inside.components().next().unwrap().as_os_str().to_string_lossy().replace(".rs", "");
        let Some((_, allowed)) = MAP.iter().find(|(name, _)| *name == part) else {
            assert!(["lib", "main"].contains(&part.as_str()), "{part} is not on the map");
            continue;
        };
        // Tests stand below their code and may use what is above.
        let code = text.split("#[cfg(test)]").next().unwrap();
        if path.file_name().is_some_and(|name| name == "tests.rs") {
            continue;
        }
        for import in code.split("crate::").skip(1) {
            let name: String = import.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect();
            assert!(name == part || allowed.contains(&name.as_str()), "{}: {part} imports {name}", inside.display());
        }
    }
}

#[test]
fn the_core_cannot_see_the_browser() {
    for (path, text) in sources("src") {
        let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy().into_owned();
        let is_browser = path.contains("src/ui") || path.contains("src/platform");
        for name in ["leptos::", "web_sys::", "gloo::", "wasm_bindgen::"] {
            assert!(is_browser || !text.contains(name), "{path} names {name}");
        }
    }
}

#[test]
fn every_word_of_the_interface_is_used() {
    let code: String = ["src", "xtask/src"].into_iter().flat_map(sources).map(|(_, text)| text).collect();
    let labels = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content/label.rs")).unwrap();
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
