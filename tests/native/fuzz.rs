//! Replays what fuzzing starts from, and what it once found, without the fuzzer. `cargo xtask fuzz` looks for more.

#[path = "../fuzz/reads.rs"]
pub(crate) mod reads;

use std::fs;
use std::path::{Path, PathBuf};

use reads::reads;

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/reads");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn the_corpus_is_read_and_holds() {
    let files = corpus();
    assert!(files.len() > 20, "only {} files", files.len());
    for file in files {
        reads(&fs::read(file).unwrap());
    }
}

#[test]
fn every_start_of_the_corpus_is_read_and_holds() {
    for file in corpus() {
        let bytes = fs::read(file).unwrap();
        (0..bytes.len()).for_each(|len| reads(&bytes[..len]));
    }
}
