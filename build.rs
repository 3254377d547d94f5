//! Checks the content files and packs the content that the app bundles.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use boussole_core::content;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/content");
    println!("cargo::rerun-if-changed=build.rs");
    check_base_url()?;
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

/// A link is this address with `#` and a code after it, so the address cannot contain `#` or `?` itself.
fn check_base_url() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed=BOUSSOLE_BASE_URL");
    match env::var("BOUSSOLE_BASE_URL") {
        Ok(url)
            if !url.starts_with("https://") && !url.starts_with("http://")
                || url.contains(['#', '?', ' ', '<', '>', '"']) =>
        {
            Err(format!(
                "BOUSSOLE_BASE_URL must be the address of the app, such as https://example.org/boussole/, and not {url:?}"
            )
            .into())
        }
        _ => Ok(()),
    }
}
