//! Checks the content files and writes what the app carries of them.

// Only part of each module is of use here; the library uses the rest.
#![allow(dead_code, unused_imports, missing_docs)]

#[path = "src/content/mod.rs"]
mod content;
#[path = "src/domain/mod.rs"]
mod domain;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/content");
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed=src/domain");
    println!("cargo::rerun-if-changed=build.rs");
    let texts = content::read_folder(Path::new("assets/content"))?;
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
