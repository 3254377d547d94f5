//! `cargo xtask size`: the sizes of the last build, its code apart from its content, beside the limits.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::{pack, shell};

/// Limit of the site's first load: page, script and wasm, compressed with brotli.
const FIRST_LOAD_LIMIT: usize = 290_000;
/// Limit of the offline file, as stored.
const SINGLE_FILE_LIMIT: usize = 1_600_000;

/// Prints the sizes of the last build. A size over its limit is reported; it is no error.
///
/// # Errors
/// When there is no build.
pub fn run(_args: &[String]) -> Result<()> {
    println!("{}", measure()?);
    Ok(())
}

/// The sizes of the last build, as a table.
///
/// # Errors
/// When there is no build.
pub fn measure() -> Result<String> {
    let dist = shell::repository().join("dist");
    let page = read(&dist.join("index.html"))?;
    let page_size = Size::of(&page)?;
    let js = Size::of(&read_only(&dist, "js")?)?;
    let wasm = Size::of(&read_only(&dist, "wasm")?)?;
    let first_load = page_size + js + wasm;
    let bundled = Size::of(boussole::bundled::packed())?;
    let plain = Size::of(plain_html(&page).context("index.html has no <div id=\"app\"> before its scripts")?)?;
    let content = bundled + plain;
    let single_file = Size::of(&read(&dist.join(pack::SINGLE_FILE))?)?;

    let mut rows = vec![
        ("first load of the site", first_load),
        ("  index.html", page_size),
        ("  script", js),
        ("  wasm", wasm),
        ("  of which content, measured alone", content),
        ("    bundled in the wasm", bundled),
        ("    plain HTML of index.html", plain),
        ("  of which code, styles included", first_load - content),
        (pack::SINGLE_FILE, single_file),
    ];
    for (_, _, name) in pack::static_pages::files() {
        rows.push((name, Size::of(&read(&dist.join(name))?)?));
    }
    let mut table = format!("{:<40}{:>9}{:>9}\n", "Kilobytes (1000 bytes)", "raw", "brotli");
    for (label, size) in rows {
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{label:<40}{:>9}{:>9}", kilobytes(size.raw), kilobytes(size.brotli));
    }
    table.push('\n');
    table.push_str(&against("first load of the site, brotli", first_load.brotli, FIRST_LOAD_LIMIT));
    table.push('\n');
    table.push_str(&against("offline file, raw", single_file.raw, SINGLE_FILE_LIMIT));
    Ok(table)
}

fn against(what: &str, size: usize, limit: usize) -> String {
    let outcome = if size <= limit { "within" } else { "OVER" };
    format!("{what}: {} KB, {outcome} the limit of {} KB", kilobytes(size), limit / 1000)
}

/// A size as stored and as sent, in bytes.
#[derive(Clone, Copy)]
struct Size {
    raw: usize,
    brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut brotli = Vec::new();
        let settings =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &settings)?;
        Ok(Self { raw: bytes.len(), brotli: brotli.len() })
    }
}

impl std::ops::Add for Size {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, brotli: self.brotli + other.brotli }
    }
}

impl std::ops::Sub for Size {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { raw: self.raw.saturating_sub(other.raw), brotli: self.brotli.saturating_sub(other.brotli) }
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}: run `cargo xtask build` first", file.display()))
}

/// The one file of a folder with that extension. A second one would be part of the first load, and would not be counted.
fn read_only(folder: &Path, extension: &str) -> Result<Vec<u8>> {
    let files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|found| found == extension)).collect();
    match files.as_slice() {
        [file] => read(file),
        files => bail!("dist should hold one .{extension} file and holds {}", files.len()),
    }
}

/// The plain HTML of the page, from the app's element to the scripts after it.
fn plain_html(page: &[u8]) -> Option<&[u8]> {
    let page = str::from_utf8(page).ok()?;
    let (_, rest) = page.split_once("<div id=\"app\">")?;
    rest.split_once("<script").map(|(plain, _)| plain.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_html_ends_before_the_scripts() {
        let page = b"<script></script><div id=\"app\"><p>Q</p></div>\n<script></script>";
        assert_eq!(plain_html(page), Some(&b"<p>Q</p></div>\n"[..]));
    }

    #[test]
    fn a_size_over_its_limit_is_reported() {
        assert!(against("first load", 290_001, 290_000).contains("OVER the limit of 290 KB"));
        assert!(against("first load", 290_000, 290_000).contains("within"));
    }
}
