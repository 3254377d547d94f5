//! `cargo xtask check`: lists every problem of the content files.

use anyhow::{Context, Result, bail};
use boussole_core::content::{File, Loaded, load, read_folder};

/// Reads the content files and prints their problems.
///
/// # Errors
/// When a file cannot be read, or the content has problems.
pub fn run(_args: &[String]) -> Result<()> {
    let folder = crate::shell::repository().join("assets/content");
    let texts = read_folder(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, text }).collect();
    let Loaded { content, chapter, problems, .. } = load(&files);
    for problem in &problems {
        eprintln!("{problem}");
    }
    if !problems.is_empty() {
        bail!("{} problems in the content, listed above with their file and place", problems.len());
    }
    let n_rules: usize = content.topics.iter().map(|topic| topic.rules.len()).sum();
    println!(
        "content of {}: {} topics, {} questions, {n_rules} rules, {} tools, {} terms, {} situations, {} corrections: no problem",
        content.date,
        content.topics.len(),
        content.questions.len(),
        content.topics.iter().map(|topic| topic.tools.len()).sum::<usize>(),
        content.glossary.len(),
        content.situations.len(),
        chapter.corrections.len(),
    );
    Ok(())
}
