//! Checks the content files and writes what the app carries of them.

// Only part of each module is of use here; the library uses the rest.
#![allow(dead_code, unused_imports, missing_docs)]

#[path = "src/content/mod.rs"]
mod content;
#[path = "src/domain/mod.rs"]
mod domain;

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/content");
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/domain");
    println!("cargo::rerun-if-changed=build.rs");
    let mut texts = Vec::new();
    for entry in fs::read_dir("assets/content")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml")
            && let Some(name) = path.file_name().and_then(|name| name.to_str())
        {
            texts.push((name.to_owned(), fs::read_to_string(&path)?));
        }
    }
    let files: Vec<content::File<'_>> = texts.iter().map(|(name, text)| content::File { name, text }).collect();
    let (content, problems) = content::load(&files);
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() {
        let path = PathBuf::from(env::var("OUT_DIR")?).join("content.bin");
        fs::write(path, content::pack(&content)?)?;
    }
    Ok(())
}
