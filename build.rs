//! Checks the content files and writes what the app carries of them.

// Only part of each module is of use here; the library uses the rest.
#![allow(dead_code, unused_imports, missing_docs, clippy::enum_variant_names)]

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
    check_base_url()?;
    ask_the_linker()?;
    let texts = content::read_folder(Path::new("assets/content"))?;
    let files: Vec<content::File<'_>> = texts.iter().map(|(name, text)| content::File { name, text }).collect();
    let content::Loaded { content, problems, .. } = content::load(&files);
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() {
        let path = PathBuf::from(env::var("OUT_DIR")?).join("content.bin");
        fs::write(path, content::pack(&content)?)?;
    }
    Ok(())
}

/// Links are this address and a code after `#`: it must be one that takes such an end.
fn check_base_url() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=BOUSSOLE_BASE_URL");
    match env::var("BOUSSOLE_BASE_URL") {
        Ok(url)
            if !url.starts_with("https://") && !url.starts_with("http://")
                || url.contains(['#', '?', ' ', '<', '>', '"']) =>
        {
            Err(format!(
                "BOUSSOLE_BASE_URL is the app's address, such as https://example.org/boussole/, and not {url:?}"
            )
            .into())
        }
        _ => Ok(()),
    }
}

/// Has the linker tell, beside the wasm, how much each function takes: `cargo xtask size` reads it. And has it leave the
/// functions their names, by which packing cuts the wasm in two before it takes them away: the profile strips everything, and
/// one that did not would leave what makes wasm-bindgen write other code. Neither changes anything of what is linked.
fn ask_the_linker() -> Result<(), Box<dyn Error>> {
    if env::var("CARGO_CFG_TARGET_ARCH")? == "wasm32" {
        let out = PathBuf::from(env::var("OUT_DIR")?);
        // OUT_DIR is `build/boussole-HASH/out` in the folder that receives the wasm.
        let folder = out.ancestors().nth(3).ok_or("OUT_DIR is not where Cargo puts it")?;
        println!("cargo::rustc-link-arg-bin=boussole=-Map={}", folder.join("boussole.map").display());
        println!("cargo::rustc-link-arg-bin=boussole=--keep-section=name");
    }
    Ok(())
}
