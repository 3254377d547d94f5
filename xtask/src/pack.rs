//! `cargo xtask pack`: the last step of a Trunk build. Writes the questions as plain HTML into the page, then the static pages
//! and the offline file beside it.

mod checks;
mod single_file;
pub mod static_pages;

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use boussole::documents::Place;
use boussole::documents::static_pages::StaticPages;
use boussole_core::content::{File, Loaded, load, read_folder};

use crate::{proof, shell};

/// The offline file, beside `index.html`.
pub const SINGLE_FILE: &str = "boussole.html";

/// The place of the plain HTML in `index.html`.
const PLAIN_MARKER: &str = "<!--plain-->";
/// The page's root, and the site's: it says that the static pages are files beside the app.
const ROOT: &str = "<html lang=\"fr\">";
const SITE_ROOT: &str = "<html lang=\"fr\" data-place=\"site\">";
const HEAD_END: &str = "</head>";

/// Starts the app, and shows a message when it cannot start.
const START: &str = include_str!("pack/start.js");

/// Writes the plain HTML into the staged page, and the other pages beside it.
///
/// # Errors
/// When the staged page is not as expected: the error says what is missing or left over. When the exhaustive check fails.
pub fn run(_args: &[String]) -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.context("pack is the last step of Trunk's build: run `cargo xtask build`")?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    let app = App::named_in(&page)?;
    let with_plain =
        |place| replaced_once(&page, PLAIN_MARKER, &boussole::before_app(boussole::bundled::content(), place));
    let (loaded, proof) = (read_content()?, proof::sheet()?);
    let outside = StaticPages { read: &loaded, proof: &proof, base: boussole::bundled::base_url() };

    fs::write(&index, site_page(&with_plain(Place::Site)?, &app)?)?;
    static_pages::write(&staging, &page, outside)?;
    let js = fs::read_to_string(staging.join(app.js)).with_context(|| format!("cannot read {}", app.js))?;
    let wasm = fs::read(staging.join(app.wasm)).with_context(|| format!("cannot read {}", app.wasm))?;
    let file = single_file::single_file(&with_plain(Place::File)?, &app, &outside.all(), &js, &wasm)?;
    fs::write(staging.join(SINGLE_FILE), file)?;
    Ok(())
}

/// The files of the app's code, as Trunk's script pattern names them in the page: `<!--start app.js app.wasm-->`.
struct App<'a> {
    js: &'a str,
    wasm: &'a str,
}

impl<'a> App<'a> {
    fn named_in(page: &'a str) -> Result<Self> {
        let found = page.split_once("<!--start ").and_then(|(_, rest)| rest.split_once("-->"));
        let names = found.and_then(|(names, _)| names.split_once(' '));
        let (js, wasm) = names.context("index.html has no <!--start app.js app.wasm-->: see Trunk.toml")?;
        Ok(Self { js, wasm })
    }

    fn marker(&self) -> String {
        format!("<!--start {} {}-->", self.js, self.wasm)
    }
}

/// The site's page: the scripts are files beside it.
fn site_page(page: &str, app: &App<'_>) -> Result<String> {
    let App { js, wasm } = app;
    let preloads = format!(
        "<link rel=\"preload\" as=\"script\" href=\"./{js}\" />\n    \
         <link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"./{wasm}\" />\n  {HEAD_END}"
    );
    let scripts = format!("<script src=\"./{js}\"></script>\n    <script>\n{START}start('./{wasm}');\n</script>");
    let page = replaced_once(page, ROOT, SITE_ROOT)?;
    let page = replaced_once(&page, HEAD_END, &preloads)?;
    let page = replaced_once(&page, &app.marker(), &scripts)?;
    checks::no_rooted_address(&page)?;
    Ok(page)
}

/// The content files, with the texts of the static pages, which the wasm does not bundle.
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

/// Replaces a marker that must occur exactly once.
fn replaced_once(page: &str, marker: &str, by: &str) -> Result<String> {
    match page.matches(marker).count() {
        1 => Ok(page.replacen(marker, by, 1)),
        n => bail!("index.html must contain {marker} once, and contains it {n} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<html lang=\"fr\"><head></head><body><!--plain--><!--start app-1.js app-1_bg.wasm--></body></html>";

    #[test]
    fn the_site_loads_the_two_files_that_trunk_names() -> Result<()> {
        let page = site_page(PAGE, &App::named_in(PAGE)?)?;
        for part in ["data-place=\"site\"", "<script src=\"./app-1.js\">", "start('./app-1_bg.wasm');", "as=\"fetch\""]
        {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("<!--start"));
        Ok(())
    }

    #[test]
    fn a_page_without_trunk_s_pattern_is_refused() {
        assert!(App::named_in("<html></html>").is_err());
        assert!(App::named_in("<!--start app.js-->").is_err());
    }

    #[test]
    fn a_missing_marker_is_reported() {
        let message = replaced_once("<div id=\"app\"></div>", PLAIN_MARKER, "").map_err(|error| error.to_string());
        assert!(message.is_err_and(|message| message.contains("<!--plain-->")));
    }
}
