//! The results of the exhaustive check as a file. `pack` shows them, as long as the files that they depend on do not change.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use boussole::bundled;
use boussole_core::domain::Date;
use boussole_core::record::exhaustive_check::CheckReport;

use crate::{fast, shell};

/// The sources that the results depend on, besides the content.
const SOURCES: &[&str] = &[
    "crates/core/src/domain",
    "crates/core/src/content",
    "crates/core/src/engine",
    "crates/core/src/record/exhaustive_check.rs",
    "xtask/src/proof.rs",
    "xtask/src/proof",
];

/// The results for the current content and engine. Runs the exhaustive check if they are missing or outdated.
///
/// # Errors
/// When the check fails, or its results cannot be read.
pub fn sheet() -> Result<CheckReport> {
    let key = key()?;
    if let Some(sheet) = saved(&key) {
        return Ok(sheet);
    }
    shell::step(
        "Running the exhaustive check: its results are missing or outdated",
        "1 min, 3 min the first time",
        || fast::again("proof", &[]),
    )?;
    match saved(&key) {
        Some(sheet) => Ok(sheet),
        None => bail!("the exhaustive check wrote no results for this content"),
    }
}

/// The saved results, if they have this key.
fn saved(key: &str) -> Option<CheckReport> {
    let text = fs::read_to_string(file()).ok()?;
    serde_json::from_str(&text).ok().filter(|sheet: &CheckReport| sheet.key == key)
}

/// Saves the results for `pack`.
///
/// # Errors
/// When they cannot be written.
pub fn save(sheet: &CheckReport) -> Result<()> {
    let file = file();
    if let Some(folder) = file.parent() {
        shell::make_folder(folder)?;
    }
    let text = serde_json::to_string_pretty(sheet)?;
    fs::write(&file, text + "\n").with_context(|| format!("cannot write {}", file.display()))
}

fn file() -> PathBuf {
    shell::repository().join("target/proof/sheet.json")
}

/// A fingerprint of the files that the results depend on.
///
/// # Errors
/// When a source cannot be read.
pub fn key() -> Result<String> {
    key_of(&shell::repository(), bundled::packed())
}

// If a later standard library hashes differently, the check only runs once more.
fn key_of(root: &Path, packed: &[u8]) -> Result<String> {
    let mut files = Vec::new();
    for source in SOURCES {
        list(&root.join(source), &mut files)?;
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    packed.hash(&mut hasher);
    for file in files {
        let text = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        // The key does not depend on where the repository is.
        file.strip_prefix(root).unwrap_or(&file).hash(&mut hasher);
        text.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// Lists a file, or all files of a folder.
fn list(path: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    if path.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in fs::read_dir(path).with_context(|| format!("cannot read {}", path.display()))? {
        list(&entry?.path(), files)?;
    }
    Ok(())
}

/// Today's date in UTC.
pub fn today() -> Date {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    day(seconds / 86_400)
}

/// The date so many days after 1 January 1970.
fn day(mut days: u64) -> Date {
    let mut date = Date { year: 1970, month: 1, day: 1 };
    loop {
        let is_leap = date.year.is_multiple_of(4) && (!date.year.is_multiple_of(100) || date.year.is_multiple_of(400));
        let n_days = match date.month {
            2 => 28 + u64::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if days < n_days {
            // `days` is below 31: the conversion cannot fail.
            return Date { day: u8::try_from(days + 1).unwrap_or(1), ..date };
        }
        days -= n_days;
        date = if date.month == 12 {
            Date { year: date.year + 1, month: 1, day: 1 }
        } else {
            Date { month: date.month + 1, ..date }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_become_calendar_dates() {
        for (days, expected) in [(0, "1970-01-01"), (59, "1970-03-01"), (19_782, "2024-02-29"), (20_779, "2026-11-22")]
        {
            assert_eq!(day(days).to_string(), expected);
        }
    }

    /// A repository with a file for every source, in a temporary folder.
    fn tree(name: &str) -> Result<PathBuf> {
        let root = std::env::temp_dir().join(format!("boussole-key-{}-{name}", std::process::id()));
        for source in SOURCES {
            let path = root.join(source);
            let file = if source.ends_with(".rs") { path } else { path.join("inner/some.rs") };
            fs::create_dir_all(file.parent().context("a file has a folder")?)?;
            fs::write(file, format!("//! {source}"))?;
        }
        Ok(root)
    }

    #[test]
    fn the_key_changes_with_the_content_and_with_each_source() -> Result<()> {
        let root = tree("changes")?;
        let mut keys = vec![key_of(&root, b"content")?, key_of(&root, b"other content")?];
        let mut files = Vec::new();
        SOURCES.iter().try_for_each(|source| list(&root.join(source), &mut files))?;
        assert_eq!(files.len(), SOURCES.len());
        for file in files {
            fs::write(file, "//! changed")?;
            keys.push(key_of(&root, b"content")?);
        }
        fs::write(root.join("crates/core/src/engine/new.rs"), "//! new")?;
        keys.push(key_of(&root, b"content")?);
        fs::remove_dir_all(&root)?;
        let n = keys.len();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), n);
        Ok(())
    }

    #[test]
    fn the_key_does_not_depend_on_the_folder() -> Result<()> {
        let (one, other) = (tree("one")?, tree("other")?);
        assert_eq!(key_of(&one, b"content")?, key_of(&other, b"content")?);
        fs::remove_dir_all(&one)?;
        fs::remove_dir_all(&other)?;
        Ok(())
    }

    #[test]
    fn saved_results_read_back_unchanged() -> Result<()> {
        let sheet = CheckReport { key: "0".to_owned(), run: day(20_779), lifts: 3, ..CheckReport::default() };
        assert_eq!(serde_json::from_str::<CheckReport>(&serde_json::to_string(&sheet)?)?, sheet);
        Ok(())
    }
}
