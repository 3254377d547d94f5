//! `cargo xtask pack`: the last step of a Trunk build. Writes the questions as plain HTML into the page, the pages that are
//! only read beside it, then the single file that carries everything.

mod lighten;
mod split;

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use boussole::html::{self, OUTSIDE, Outside, Place, outside_file};
use boussole_core::content::{File, Loaded, load, read_folder};
use boussole_core::domain::Lang;
use boussole_core::link::View;

use crate::{proof, shell};

/// Where the plain HTML goes in `index.html`.
const PLAIN_MARKER: &str = "<!--plain-->";
/// The page's root, which on the site says that what is only read is beside the app.
const ROOT: &str = "<html lang=\"fr\">";
const SITE_ROOT: &str = "<html lang=\"fr\" data-place=\"site\">";
/// The same where a part of the code comes after the start.
const SITE_ROOT_IN_PARTS: &str = "<html lang=\"fr\" data-place=\"site\" data-rest=\"awaited\">";
/// Where the loader's message goes in Trunk's script.
const REFUSED_MARKER: &str = "/*refused*/";
/// Where what brings the rest of the code goes in Trunk's script, and where the address goes in it.
const REST_MARKER: &str = "/*rest*/";
const ADDRESS_MARKER: &str = "/*address*/";
/// How the file of the rest ends.
pub const REST: &str = "_rest.wasm";
/// The single file, beside `index.html`.
pub const SINGLE_FILE: &str = "boussole.html";

const REFUSED: &str = include_str!("pack/refused.js");
const REST_LOADER: &str = include_str!("pack/rest.js");
const SINGLE_FILE_LOADER: &str = include_str!("pack/single_file.js");
/// The styles of what is only read, which the site's first page does without.
const OUTSIDE_STYLES: &str = include_str!("../../assets/styles/chapter.css");
/// Answers the chapter's search field.
const SEARCH: &str = include_str!("pack/search.js");
/// What the pages beside the app do without it: before they are painted, and after.
const OUTSIDE_BOOT: &str = include_str!("pack/theme.js");
const OUTSIDE_SCRIPT: &str = include_str!("pack/beside.js");
/// What hosts show for an address that they do not have, and what it does: before it is painted, and after.
const MISSING: &str = "404.html";
const MISSING_BOOT: &str = include_str!("pack/missing_boot.js");
const MISSING_SCRIPT: &str = include_str!("pack/missing.js");

/// Packs what Trunk has staged.
///
/// # Errors
/// When the staged page is not what we expect, the error says what is missing or left over; or when the proof fails.
pub fn run(_args: &[String]) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("pack is the last step of Trunk's build: run `cargo xtask build`")?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let page = replaced_once(&page, REFUSED_MARKER, REFUSED)?;
    let code = Code::in_parts(&page, &staging)?;
    let page = replaced_once(&page, REST_MARKER, &code.rest_loader()?)?;
    let page = lightened(&with_icon_inside(&page, &staging)?)?;
    let with_plain = |place| replaced_once(&page, PLAIN_MARKER, &html::plain(boussole::bundled::content(), place));
    let root = if code.rest.is_some() { SITE_ROOT_IN_PARTS } else { SITE_ROOT };
    let site = replaced_once(&with_plain(Place::Site)?, ROOT, root)?;
    refuse_rooted_addresses(&site)?;
    fs::write(&index, &site)?;
    let (read, proof) = (read_content()?, proof::sheet()?);
    let outside = Outside { read: &read, proof: &proof, base: boussole::bundled::base_url() };
    for (view, lang, name) in outside_files() {
        fs::write(staging.join(name), outside_page(&page, outside, view, lang, name)?)?;
    }
    fs::write(staging.join(MISSING), missing_page(&page, outside)?)?;
    fs::write(staging.join(SINGLE_FILE), single_file(&with_plain(Place::File)?, &outside.sheets(), &code)?)?;
    Ok(())
}

/// The pages of the site that are only read: view, language, and file.
pub fn outside_files() -> impl Iterator<Item = (View, Lang, &'static str)> {
    let pages = OUTSIDE.into_iter().flat_map(|view| Lang::ALL.map(|lang| (view, lang)));
    pages.filter_map(|(view, lang)| Some((view, lang, outside_file(view, lang)?)))
}

/// The content files with what only these pages show: the wasm does not carry it.
fn read_content() -> Result<Loaded> {
    let folder = shell::repository().join("assets/content");
    let texts = read_folder(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, text }).collect();
    let loaded = load(&files);
    match loaded.problems.first() {
        Some(problem) => bail!("the content has problems, `cargo xtask check` lists them: {problem}"),
        None => Ok(loaded),
    }
}

/// A page that is only read: the icon and the styles of the app's page, and no wasm.
fn outside_page(page: &str, outside: Outside<'_>, view: View, lang: Lang, name: &str) -> Result<String> {
    let head = [head_of(page)?, outside_styles()?].concat();
    let search = if let View::Chapter(_) = view { SEARCH } else { "" };
    let script = [OUTSIDE_SCRIPT, search].concat();
    let document = outside.document(view, lang, html::Shell { head: &head, boot: OUTSIDE_BOOT, script: &script });
    refuse_strangers(name, &document)?;
    Ok(document)
}

/// The page of an address that does not exist. It is shown at any depth, so it names nothing at all.
fn missing_page(page: &str, outside: Outside<'_>) -> Result<String> {
    let boot = [MISSING_BOOT, OUTSIDE_BOOT].concat();
    let document = outside.missing(html::Shell { head: &head_of(page)?, boot: &boot, script: MISSING_SCRIPT });
    refuse_any_file(MISSING, &document)?;
    Ok(document)
}

/// The icon and the styles of the app's page.
fn head_of(page: &str) -> Result<String> {
    let (_, icon, _) = cut(page, "<link rel=\"icon\"", ">").context("index.html has no <link rel=\"icon\">")?;
    let mut head = format!("<link rel=\"icon\"{icon}>");
    let mut rest = page;
    while let Some((_, style, after)) = cut(rest, "<style>", "</style>") {
        head.push_str("\n<style>");
        head.push_str(style);
        head.push_str("</style>");
        rest = after;
    }
    Ok(head)
}

/// Puts the icon into the page: a browser asks for an icon file when it likes, often after the app has started.
fn with_icon_inside(page: &str, staging: &Path) -> Result<String> {
    let (before, link, after) =
        cut(page, "<link rel=\"icon\"", ">").context("index.html has no <link rel=\"icon\">")?;
    let Some(name) = between(link, "href=\"./", "\"") else { return Ok(page.to_owned()) };
    let file = staging.join(name);
    let icon = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    fs::remove_file(&file)?;
    let address = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon));
    Ok(format!("{before}<link rel=\"icon\" href=\"{address}\">{after}"))
}

fn outside_styles() -> Result<String> {
    Ok(format!("\n<style>\n{}</style>", lighten::styles(OUTSIDE_STYLES)?))
}

/// What Trunk made of the code, each with short names between wasm and glue.
struct Code {
    /// The whole of it: wasm and glue.
    whole: (Vec<u8>, String),
    /// The name of the site's file of the rest, when the site's wasm is in two parts.
    rest: Option<String>,
}

impl Code {
    /// Reads the code of the staged page, and writes the site's in its place: in two parts where it can be cut.
    fn in_parts(page: &str, staging: &Path) -> Result<Self> {
        let glue_name = between(page, "import('./", "'").context("Trunk's script imports no glue")?;
        let wasm_name = between(page, "module_or_path: './", "'").context("Trunk's script names no wasm")?;
        let (glue_file, wasm_file) = (staging.join(glue_name), staging.join(wasm_name));
        let glue = fs::read_to_string(&glue_file).with_context(|| format!("cannot read {glue_name}"))?;
        let wasm = fs::read(&wasm_file).with_context(|| format!("cannot read {wasm_name}"))?;
        let whole = lighten::wasm_and_glue(&wasm, &glue)?;
        let (first, rest) = match split::split(&wasm, staging)? {
            Some(parts) => {
                let stem = wasm_name.strip_suffix("_bg.wasm").context("Trunk names its wasm otherwise")?;
                let name = format!("{stem}-{}{REST}", fingerprint(&parts.rest));
                fs::write(staging.join(&name), &parts.rest)?;
                (lighten::wasm_and_glue(&parts.first, &glue)?, Some(name))
            }
            None => (whole.clone(), None),
        };
        fs::write(wasm_file, &first.0)?;
        fs::write(glue_file, &first.1)?;
        Ok(Self { whole, rest })
    }

    /// What brings the rest, when it is apart.
    fn rest_loader(&self) -> Result<String> {
        let Some(name) = &self.rest else { return Ok(String::new()) };
        replaced_once(REST_LOADER, ADDRESS_MARKER, &format!("./{name}"))
    }
}

/// What tells a file from another of the same name. The standard library may hash otherwise one day: the name would only be
/// another.
fn fingerprint(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// The page without what only people read of its styles and scripts.
fn lightened(page: &str) -> Result<String> {
    let page = each_inside(page, "<style>", "</style>", lighten::styles)?;
    let page = each_inside(&page, "<script>", "</script>", lighten::script)?;
    each_inside(&page, "<script type=\"module\">", "</script>", lighten::script)
}

/// The page with what stands in each element of a kind rewritten.
fn each_inside(page: &str, open: &str, close: &str, rewrite: fn(&str) -> Result<String>) -> Result<String> {
    let mut rest = page;
    let mut written = String::with_capacity(page.len());
    while let Some((before, inside, after)) = cut(rest, open, close) {
        written.extend([before, open, "\n", &rewrite(inside)?, close]);
        rest = after;
    }
    Ok(written + rest)
}

/// Puts the staged page, what is only read, the glue and the wasm into one file.
fn single_file(page: &str, sheets: &str, code: &Code) -> Result<String> {
    let page = without_preloads(page).replacen("</head>", &format!("{}\n</head>", outside_styles()?), 1);
    let (before, _, after) =
        cut(&page, "<script type=\"module\">", "</script>").context("no module script in index.html")?;
    let (wasm, glue) = &code.whole;

    // The page goes on showing its plain HTML while the rest arrives: the heavy parts come last.
    let body_end = after.rfind("</body>").context("no </body> in index.html")?;
    let (after, end) = after.split_at(body_end);
    let file = format!(
        "{before}{after}{sheets}<script>\n{SEARCH}</script>\n<script type=\"application/octet-stream\" id=\"app-code\">{}</script>\n<script>\n{REFUSED}{SINGLE_FILE_LOADER}</script>\n{end}",
        packed(&inline_glue(glue)?, wasm)?,
    );
    refuse_outside_files(&file)?;
    Ok(file)
}

/// The glue as a function `glue` for a classic script, which a page opened from a folder may run.
fn inline_glue(glue: &str) -> Result<String> {
    let mut body = String::with_capacity(glue.len());
    let mut start = None;
    for line in glue.lines() {
        if let Some(exported) = line.trim().strip_prefix("export {") {
            // `export { initSync, __wbg_init as default };`
            start = exported.split([',', '}']).find_map(|name| name.trim().strip_suffix(" as default"));
            continue;
        }
        body.push_str(line.strip_prefix("export ").unwrap_or(line));
        body.push('\n');
    }
    let start = start.context("the glue has no default export: wasm-bindgen's output has changed")?;
    // The glue's own idea of where the wasm lies: never used, since the loader always hands it over.
    if let Some((before, address, after)) = cut(&body, "new URL(", "import.meta.url)") {
        if !address.contains("_bg.wasm") {
            bail!("the glue names a file other than its wasm: {address}");
        }
        body = format!("{before}undefined{after}");
    }
    for leftover in ["import.meta", "import ", "import(", "import{", "export "] {
        if body.lines().any(|line| line.trim_start().starts_with(leftover)) || body.contains("import.meta") {
            bail!("the glue still contains `{leftover}`, which a single file cannot resolve");
        }
    }
    // A script ends at the first `</script`, wherever it stands.
    let body = body.replace("</script", "<\\/script").replace("<!--", "<\\!--");
    Ok(format!("var glue = (function () {{\n'use strict';\n{body}return {start};\n}})();"))
}

/// The glue, then a zero, then the wasm: gzipped, and written as text in the 85 characters of Z85, but `_` for `<`, which would end
/// the script that holds it.
///
/// gzip is zopfli's, 2 % smaller than at its best elsewhere. Decision 6 has what each step takes off the file and adds to the start.
fn packed(glue: &str, wasm: &[u8]) -> Result<String> {
    ensure!(!glue.contains('\0'), "the glue holds the character that ends it");
    let whole = [glue.as_bytes(), b"\0", wasm].concat();
    let mut gzip = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Gzip, &*whole, &mut gzip)?;
    // Five characters for four bytes: as many as are missing at the end follow a space.
    let n_missing = (4 - gzip.len() % 4) % 4;
    gzip.extend(std::iter::repeat_n(0, n_missing));
    Ok(format!("{} {n_missing}", z85::encode(&gzip).replace('<', "_")))
}

/// Drops the `<link>`s that ask for the glue and the wasm early.
fn without_preloads(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, link, after)) = cut(rest, "<link ", ">") {
        kept.push_str(before);
        if !link.contains("preload") {
            kept.push_str("<link ");
            kept.push_str(link);
            kept.push('>');
        }
        rest = after;
    }
    kept + rest
}

/// Nothing may start with a slash: the site works under any folder of any host.
fn refuse_rooted_addresses(page: &str) -> Result<()> {
    for (tag, address) in addresses(page) {
        if address.starts_with('/') {
            bail!("index.html: <{tag}> names {address}, which only works at the root of a host");
        }
    }
    Ok(())
}

/// A page that is only read asks for nothing, and names nothing but the pages beside it and links that a person follows.
fn refuse_strangers(name: &str, page: &str) -> Result<()> {
    let beside: Vec<&str> = outside_files().map(|(_, _, file)| file).chain(["index.html"]).collect();
    for (tag, address) in addresses(page) {
        let file = address.split('#').next().unwrap_or_default();
        let linked = tag == "a" && (file.is_empty() || beside.contains(&file) || address.starts_with("https://"));
        // A drawing of the page that is shown again.
        let again = tag == "use" && address.starts_with('#');
        let inside = again || tag == "link" && address.starts_with("data:");
        if !linked && !inside {
            bail!("{name}: <{tag}> names {address}, which is not beside it");
        }
    }
    Ok(())
}

/// A page shown at any depth can name no file: one beside it is elsewhere.
fn refuse_any_file(name: &str, page: &str) -> Result<()> {
    match addresses(page).into_iter().find(|(_, address)| !address.starts_with("data:")) {
        Some((tag, address)) => bail!("{name}: <{tag}> names {address}, which is not where this page is shown"),
        None => Ok(()),
    }
}

/// The single file asks for nothing: every address in it is inside the page, inside the file, or a link that a person follows.
fn refuse_outside_files(file: &str) -> Result<()> {
    for (tag, address) in addresses(file) {
        let followed =
            tag == "a" && ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        if !followed && !address.is_empty() && !address.starts_with('#') && !address.starts_with("data:") {
            bail!("{SINGLE_FILE}: <{tag}> still asks for {address}");
        }
    }
    Ok(())
}

/// Every address of a page's markup and styles, with the tag that names it. Scripts are not markup.
fn addresses(page: &str) -> Vec<(String, String)> {
    let markup = without_scripts(page);
    let mut found = Vec::new();
    for tag in markup.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.split_whitespace().next().unwrap_or_default().to_owned();
        for attribute in [" src=", " href=", " srcset=", " action=", " poster=", " data="] {
            let value = tag.split(attribute).nth(1).map(|rest| match rest.chars().next() {
                Some(quote @ ('"' | '\'')) => rest[1..].split(quote).next().unwrap_or_default(),
                _ => rest.split_whitespace().next().unwrap_or_default(),
            });
            found.extend(value.map(|value| (name.clone(), value.to_owned())));
        }
    }
    let styles = markup.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let imports = markup.split("@import").skip(1).filter_map(|rest| rest.split(';').next());
    found.extend(
        styles.chain(imports).map(|address| ("style".to_owned(), address.trim_matches(['"', '\'', ' ']).to_owned())),
    );
    found
}

fn without_scripts(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::new();
    while let Some((before, _, after)) = cut(rest, "<script", "</script>") {
        kept.push_str(before);
        rest = after;
    }
    kept + rest
}

/// Replaces what must be there exactly once.
fn replaced_once(page: &str, marker: &str, by: &str) -> Result<String> {
    match page.matches(marker).count() {
        1 => Ok(page.replacen(marker, by, 1)),
        n => bail!("index.html must contain {marker} once, and contains it {n} times"),
    }
}

/// Splits at the first `open … close`: what comes before, what stands between, what comes after.
fn cut<'a>(text: &'a str, open: &str, close: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(open)?;
    let (inside, after) = rest.split_once(close)?;
    Some((before, inside, after))
}

fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    cut(text, open, close).map(|(_, inside, _)| inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "let wasm;\nexport function hello() {\n  return '</script>';\n}\n\
        async function __wbg_init(path) {\n  path = new URL('app_bg.wasm', import.meta.url);\n}\n\
        export { initSync, __wbg_init as default };\n";

    #[test]
    fn glue_becomes_one_classic_script() -> Result<()> {
        let glue = inline_glue(GLUE)?;
        assert!(glue.contains("\nfunction hello()"));
        assert!(glue.contains("path = undefined;"));
        assert!(glue.contains("return __wbg_init;\n})();"));
        assert!(!glue.contains("</script"));
        Ok(())
    }

    #[test]
    fn what_is_packed_can_be_had_back_and_ends_no_script() -> Result<()> {
        for n in 0..9 {
            let wasm: Vec<u8> = (0..2000 + n).map(|idx: u32| (idx.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            let text = packed("let glue;", &wasm)?;
            assert!(text.is_ascii() && !text.contains('<'));
            let (text, n_missing) = text.split_once(' ').context("no end")?;
            let bytes = z85::decode(text.replace('_', "<"))?;
            let gzip = &bytes[..bytes.len() - n_missing.parse::<usize>()?];
            let mut whole = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(gzip), &mut whole)?;
            assert_eq!(whole, [&b"let glue;\0"[..], &wasm].concat(), "{n}");
        }
        assert!(packed("a\0b", &[]).is_err());
        Ok(())
    }

    #[test]
    fn glue_that_imports_a_file_is_refused() {
        let glue = format!("import {{ more }} from './snippets/more.js';\n{GLUE}");
        assert!(inline_glue(&glue).is_err_and(|error| error.to_string().contains("import")));
    }

    #[test]
    fn every_kind_of_outside_file_is_refused() {
        for asks in [
            "<img src=\"dial.svg\">",
            "<link rel='stylesheet' href='./app.css'>",
            "<link rel=icon href=icon.svg>",
            "<style>@import 'more.css';</style>",
            "<style>body { background: url(paper.png) }</style>",
            "<form action=\"/send\">",
            "<iframe src=\"https://example.org/\"></iframe>",
        ] {
            assert!(refuse_outside_files(asks).is_err(), "{asks}");
        }
    }

    #[test]
    fn links_that_a_person_follows_are_kept() -> Result<()> {
        refuse_outside_files(
            "<a href=\"https://example.org/\">source</a> <a href=\"#/fr\">accueil</a> \
             <link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\">",
        )
    }

    #[test]
    fn a_rooted_address_is_refused_on_the_site() {
        assert!(refuse_rooted_addresses("<script src=\"/app.js\"></script><link href=\"/app.css\">").is_err());
        assert!(refuse_rooted_addresses("<link href=\"./app.css\">").is_ok());
    }

    #[test]
    fn a_page_that_is_only_read_names_only_what_is_beside_it() {
        for strange in [
            "<a href=\"/index.html\">",
            "<a href=\"http://example.org/\">",
            "<a href=\"other.html#/fr\">",
            "<a href=\"javascript:alert(1)\">",
            "<link rel=\"stylesheet\" href=\"index.html\">",
            "<img src=\"https://example.org/dial.svg\">",
        ] {
            assert!(refuse_strangers("chapitre.html", strange).is_err(), "{strange}");
        }
        for known in [
            "<a href=\"index.html#/fr/question/edge\">",
            "<a href=\"chapter.html#/en/chapter\">",
            "<a href=\"about.html#/en/about\">",
            "<a href=\"questionnaire.html#/fr/paper\">",
            "<a href=\"#/fr/chapter/edge\">",
            "<a href=\"https://example.org/\">",
        ] {
            assert!(refuse_strangers("chapitre.html", known).is_ok(), "{known}");
        }
    }

    #[test]
    fn a_page_of_no_place_names_no_file() {
        for named in
            ["<a href=\"index.html\">", "<a href=\"#/fr\">", "<img src=\"dial.svg\">", "<style>@import 'a.css';"]
        {
            assert!(refuse_any_file(MISSING, named).is_err(), "{named}");
        }
        assert!(refuse_any_file(MISSING, "<a data-home=\"fr\" hidden>").is_ok());
    }

    #[test]
    fn a_page_that_does_not_exist_is_told_in_both_languages_with_no_wasm() -> Result<()> {
        let app = "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg/%3E\"><style>body{}</style>\
                   <script type=\"module\">import('./app.js')</script>";
        let loaded = read_content()?;
        let proof = boussole_core::record::proof::ProofSheet::default();
        let page = missing_page(app, Outside { read: &loaded, proof: &proof, base: None })?;
        for said in
            ["lang=\"fr\"><h1>Cette page", "lang=\"en\"><h2>This page", "<style>body{}</style>", "data:image/svg+xml"]
        {
            assert!(page.contains(said), "{said}");
        }
        assert!(!page.contains("import(") && !page.contains("wasm"), "{page}");
        // The address is repaired before anything else of the page runs.
        assert!(page.find("location.replace") < page.find("localStorage"));
        Ok(())
    }

    #[test]
    fn a_missing_marker_is_told() {
        let told = replaced_once("<div id=\"app\"></div>", PLAIN_MARKER, "").map_err(|error| error.to_string());
        assert!(told.is_err_and(|told| told.contains("<!--plain-->")));
    }
}
