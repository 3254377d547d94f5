//! The static pages of the site: the chapter, the trust page, the paper questionnaire and the trainers' guide, in both
//! languages, and the page of an address that does not exist. None of them loads the app.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use boussole::documents::outside_file;
use boussole::documents::static_pages::{self, STATIC_PAGES, StaticPages};
use boussole_core::domain::Lang;
use boussole_core::link::View;

use super::checks;

/// What hosts show for an address that does not exist.
pub const NOT_FOUND: &str = "404.html";

/// The search field of the chapter.
pub(super) const SEARCH: &str = include_str!("search.js");

/// The styles of the static pages, which the site's first page does without.
const STYLES: &str = include_str!("../../../assets/styles/chapter.css");
/// Applies the theme, before the page is painted.
const THEME: &str = include_str!("theme.js");
const SCRIPT: &str = include_str!("static_page.js");
const REPAIR_ADDRESS: &str = include_str!("repair_address.js");
const NOT_FOUND_SCRIPT: &str = include_str!("not_found.js");

/// Writes them all into the staged site. `page` is the app's page: they share its icon and its styles.
pub(super) fn write(staging: &Path, page: &str, outside: StaticPages<'_>) -> Result<()> {
    let head = head_of(page)?;
    for (view, lang, name) in files() {
        fs::write(staging.join(name), static_page(&head, outside, view, lang, name)?)?;
    }
    fs::write(staging.join(NOT_FOUND), not_found_page(&head, outside)?)?;
    Ok(())
}

/// The view, the language and the file name of each static page.
pub fn files() -> impl Iterator<Item = (View, Lang, &'static str)> {
    let pages = STATIC_PAGES.into_iter().flat_map(|view| Lang::ALL.map(|lang| (view, lang)));
    pages.filter_map(|(view, lang)| Some((view, lang, outside_file(view, lang)?)))
}

/// The styles of the static pages, as an element.
pub(super) fn styles() -> String {
    format!("\n<style>\n{STYLES}</style>\n")
}

fn static_page(head: &str, outside: StaticPages<'_>, view: View, lang: Lang, name: &str) -> Result<String> {
    let head = [head, &styles()].concat();
    let search = if let View::Chapter(_) = view { SEARCH } else { "" };
    let script = [SCRIPT, search].concat();
    let document = outside.document(view, lang, static_pages::Shell { head: &head, boot: THEME, script: &script });
    checks::static_page(name, &document)?;
    Ok(document)
}

fn not_found_page(head: &str, outside: StaticPages<'_>) -> Result<String> {
    let boot = [REPAIR_ADDRESS, THEME].concat();
    let document = outside.missing(static_pages::Shell { head, boot: &boot, script: NOT_FOUND_SCRIPT });
    checks::not_found_page(&document)?;
    Ok(document)
}

/// The icon and the styles of the app's page.
fn head_of(page: &str) -> Result<String> {
    let icon = elements(page, "<link rel=\"icon\"", ">").next().context("index.html has no <link rel=\"icon\">")?;
    let styles: Vec<&str> = elements(page, "<style>", "</style>").collect();
    Ok([icon, "\n", &styles.join("\n")].concat())
}

/// The parts of a page from each `open` to the next `close`.
fn elements<'a>(page: &'a str, open: &'a str, close: &'a str) -> impl Iterator<Item = &'a str> {
    page.match_indices(open).filter_map(move |(start, _)| {
        let end = page[start..].find(close)? + close.len();
        page.get(start..start + end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_404_page_speaks_both_languages_and_loads_no_code() -> Result<()> {
        let app = "<link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg/%3E\"><style>body{}</style>\
                   <script src=\"./app.js\"></script><!--start app.js app.wasm-->";
        let loaded = super::super::read_content()?;
        let proof = boussole_core::record::exhaustive_check::CheckReport::default();
        let page = not_found_page(&head_of(app)?, StaticPages { read: &loaded, proof: &proof, base: None })?;
        for part in
            ["lang=\"fr\"><h1>Cette page", "lang=\"en\"><h2>This page", "<style>body{}</style>", "data:image/svg+xml"]
        {
            assert!(page.contains(part), "{part}");
        }
        assert!(!page.contains("app.js") && !page.contains("wasm"), "{page}");
        // A repaired address leaves the page: nothing else needs to run before.
        assert!(page.find("location.replace") < page.find("localStorage"));
        Ok(())
    }
}
