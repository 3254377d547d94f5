//! The per-user cache of the tools. Each entry is named by version, and is either complete or absent.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result};

use crate::shell;

/// The leftovers of an interrupted set-up are removed after this time: no step lasts longer.
const STALE: Duration = Duration::from_secs(2 * 60 * 60);

/// The folder of the cache: `BOUSSOLE_CACHE`, else `boussole` in the platform's cache folder.
///
/// # Errors
/// When the platform's folder is unknown.
pub fn root() -> Result<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(cache) = folder("BOUSSOLE_CACHE") {
        return Ok(cache);
    }
    let platform = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    let platform = platform.context("this system has no known cache folder: set BOUSSOLE_CACHE")?;
    Ok(platform.join("boussole"))
}

/// Fills a folder beside `target`, then renames it to `target`: an interrupted step never leaves an incomplete entry.
///
/// # Errors
/// Those of `fill` and of the file system.
pub fn make(target: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    let parent = target.parent().context("a cache entry has a parent folder")?;
    shell::make_folder(parent)?;
    remove_stale(parent);
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let part = parent.join(format!(".{name}.{}.part", std::process::id()));
    let filled = fill(&part);
    if filled.is_ok() && !target.exists() {
        fs::rename(&part, target).with_context(|| format!("cannot put {} in place", target.display()))?;
    } else if part.exists() {
        // The step failed, or another run made the entry first.
        let _ = fs::remove_dir_all(&part);
    }
    filled
}

fn remove_stale(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let old = entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|date| date.elapsed().ok());
        if name.starts_with('.') && name.ends_with(".part") && old.is_some_and(|age| age > STALE) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
