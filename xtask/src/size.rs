//! `cargo xtask size`: what a reader downloads, code apart from content, beside the project's aims, and the part of each
//! feature.

mod carried;
mod code;

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{pack, shell};

/// What the site's first load may weigh, brotli.
const AIM_FIRST_LOAD: usize = 120_000;
/// What the single file may weigh on disk without what is only read, which is there to be read without the app too.
const AIM_FILE: usize = 450_000;
/// What the code of the first load may weigh, brotli.
const AIM_CODE: usize = 110_000;
/// What the content of the first load may weigh, brotli.
const AIM_CONTENT: usize = 60_000;

/// What the QR code and the decision record may add together, brotli.
const AIM_RECORD: usize = 12_000;

/// Bytes that match by chance are shorter than this.
const SHORTEST_MATCH: usize = 24;

/// Prints the sizes of the last build.
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
    let file = read(&dist.join(pack::SINGLE_FILE))?;
    let glue = read_only(&dist, "js")?;
    let (wasm, rest) = wasm_parts(&dist)?;
    let carried = boussole::bundled::packed();

    let (shell_page, plain) = without_plain_html(&page).context("index.html has no <div id=\"app\"> before </body>")?;
    let bare_wasm = without_carried(&wasm, carried);
    let first_load = Weight::of_each(&[&page, &glue, &wasm])?;
    let code = Weight::of_each(&[&shell_page, &glue, &bare_wasm])?;
    let content = Weight::of_each(&[&plain, carried])?;
    let single = Weight::of(&file)?;
    let app_alone = Weight::of(&without_sheets(&file).context("boussole.html has no sheets before its scripts")?)?;
    let outside: Vec<(String, Vec<u8>)> = pack::outside_files()
        .map(|(_, _, name)| Ok((format!("  {name}"), read(&dist.join(name))?)))
        .collect::<Result<_>>()?;
    let outside_pages: Vec<&[u8]> = outside.iter().map(|(_, page)| page.as_slice()).collect();

    let mut table = format!("{:<44}{:>9}{:>9}{:>9}\n", "Sizes in kilobytes (1000 bytes)", "raw", "gzip", "brotli");
    let mut rows = vec![
        ("site, first load", first_load),
        ("  index.html (styles and plain HTML inside)", Weight::of(&page)?),
        ("  script", Weight::of(&glue)?),
        (if rest.is_some() { "  wasm, first part" } else { "  wasm" }, Weight::of(&wasm)?),
        ("  of which code", code),
        ("    wasm without content", Weight::of(&bare_wasm)?),
        ("    script", Weight::of(&glue)?),
        ("    styles and shell", Weight::of(&shell_page)?),
        ("  of which content", content),
        ("    carried by the wasm", Weight::of(carried)?),
        ("    plain HTML", Weight::of(&plain)?),
    ];
    if let Some(rest) = &rest {
        rows.push(("site, loaded right after: rest of the wasm", Weight::of(rest)?));
    }
    rows.extend([
        ("single file", single),
        ("  without what is only read", app_alone),
        ("outside the first load", Weight::of_each(&outside_pages)?),
    ]);
    for (name, page) in &outside {
        rows.push((name, Weight::of(page)?));
    }
    for (label, weight) in rows {
        let (raw, gzip, brotli) = (kilo(weight.raw), kilo(weight.gzip), kilo(weight.brotli));
        // Writing to a string cannot fail.
        let _ = writeln!(table, "{label:<44}{raw:>9}{gzip:>9}{brotli:>9}");
    }
    table.push('\n');
    table.push_str(&carried::by_feature(boussole::bundled::content())?);
    let code_parts = [Some(&bare_wasm), rest.as_ref()];
    let code_parts: Vec<&[u8]> = code_parts.into_iter().flatten().map(Vec::as_slice).collect();
    let by_feature = code::by_feature(Weight::of_each(&code_parts)?.brotli);
    if let Some(by_feature) = &by_feature {
        table.push('\n');
        table.push_str(&by_feature.table);
    }
    table.push('\n');
    table.push_str(&aims(&first_load, &app_alone, &code, &content));
    if let Some(by_feature) = by_feature {
        let (held, told) = (by_feature.held, if by_feature.held <= AIM_RECORD { "within" } else { "over" });
        let aim = AIM_RECORD / 1000;
        let what = "QR code and decision record together, brotli, estimated from their share of the code";
        let _ = write!(table, "\n{what}: {} KB, {told} the {aim} KB aimed at", kilo(held));
    }
    Ok(table)
}

fn aims(first_load: &Weight, app_alone: &Weight, code: &Weight, content: &Weight) -> String {
    let aims = [
        ("first load, brotli", first_load.brotli, AIM_FIRST_LOAD, "over"),
        ("single file without what is only read, raw", app_alone.raw, AIM_FILE, "over"),
        ("code of the first load, brotli", code.brotli, AIM_CODE, "WARNING: over"),
        ("first-load content, brotli", content.brotli, AIM_CONTENT, "WARNING: over"),
    ];
    let mut lines = String::new();
    for (what, size, aim, over) in aims {
        let told = if size <= aim { "within" } else { over };
        let _ = writeln!(lines, "{what}: {} KB, {told} the {} KB aimed at", kilo(size), aim / 1000);
    }
    lines.trim_end().to_owned()
}

/// A size as stored and as sent, in bytes.
#[derive(Clone, Copy)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Weight {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let settings =
            brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
        brotli::BrotliCompress(&mut &bytes[..], &mut brotli, &settings)?;
        Ok(Self { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    /// The sum over parts that travel each on their own.
    fn of_each(parts: &[&[u8]]) -> Result<Self> {
        let mut sum = Self { raw: 0, gzip: 0, brotli: 0 };
        for part in parts {
            let weight = Self::of(part)?;
            sum = Self { raw: sum.raw + weight.raw, gzip: sum.gzip + weight.gzip, brotli: sum.brotli + weight.brotli };
        }
        Ok(sum)
    }
}

fn kilo(bytes: usize) -> String {
    format!("{}.{}", bytes / 1000, bytes % 1000 / 100)
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}: run `cargo xtask build` first", file.display()))
}

/// The one file of a folder with that extension: a second one would be loaded too, and has to be counted.
fn read_only(folder: &Path, extension: &str) -> Result<Vec<u8>> {
    match files(folder, extension)?.as_slice() {
        [file] => read(file),
        files => bail!("dist should hold one .{extension} file and holds {}", files.len()),
    }
}

/// The wasm of the first load, and the rest where it is apart.
fn wasm_parts(folder: &Path) -> Result<(Vec<u8>, Option<Vec<u8>>)> {
    let is_rest = |file: &PathBuf| file.to_string_lossy().ends_with(pack::REST);
    let (rest, first): (Vec<_>, Vec<_>) = files(folder, "wasm")?.into_iter().partition(is_rest);
    match (first.as_slice(), rest.as_slice()) {
        ([first], []) => Ok((read(first)?, None)),
        ([first], [rest]) => Ok((read(first)?, Some(read(rest)?))),
        _ => bail!("dist should hold one .wasm file, or two parts of it, and holds {}", first.len() + rest.len()),
    }
}

fn files(folder: &Path, extension: &str) -> Result<Vec<PathBuf>> {
    let files = fs::read_dir(folder)?.flatten().map(|entry| entry.path());
    Ok(files.filter(|path| path.extension().is_some_and(|found| found == extension)).collect())
}

/// The page around the plain HTML, and the plain HTML.
fn without_plain_html(page: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    const APP: &[u8] = b"<div id=\"app\">";
    let start = find(page, APP)? + APP.len();
    let end = find(page, b"</body>")?;
    let end = start + page.get(start..end)?.windows(6).rposition(|window| window == b"</div>")?;
    Some(([&page[..start], &page[end..]].concat(), page[start..end].to_vec()))
}

/// The single file without what is only read.
fn without_sheets(file: &[u8]) -> Option<Vec<u8>> {
    let start = find(file, b"<div class=\"sheets\"")?;
    let end = start + find(&file[start..], b"<script")?;
    Some([&file[..start], &file[end..]].concat())
}

/// The wasm without the content that it carries. wasm-opt cuts data at runs of zeros, so it is found piece by piece.
fn without_carried(wasm: &[u8], carried: &[u8]) -> Vec<u8> {
    let mut keep = vec![true; wasm.len()];
    let mut from = 0;
    while from + SHORTEST_MATCH <= carried.len() {
        let Some(at) = find(wasm, &carried[from..from + SHORTEST_MATCH]) else {
            from += 1;
            continue;
        };
        let same = wasm[at..].iter().zip(&carried[from..]).take_while(|(one, other)| one == other).count();
        keep[at..at + same].fill(false);
        from += same;
    }
    wasm.iter().zip(keep).filter_map(|(&byte, keep)| keep.then_some(byte)).collect()
}

fn find(whole: &[u8], part: &[u8]) -> Option<usize> {
    let first = *part.first()?;
    let mut from = 0;
    while let Some(step) = whole.get(from..)?.iter().position(|&byte| byte == first) {
        if whole[from + step..].starts_with(part) {
            return Some(from + step);
        }
        from += step + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_cut_in_two_is_found_in_the_wasm() {
        let carried: Vec<u8> = (0..200_u8).collect();
        let wasm = [b"code", &carried[..120], b"between", &carried[120..], b"after"].concat();
        assert_eq!(without_carried(&wasm, &carried), b"codebetweenafter");
    }
}
