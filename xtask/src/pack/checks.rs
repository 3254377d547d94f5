//! What a packed page may name: the build stops when an address in it would not work where the page is shown.

use anyhow::{Result, bail};

use super::{SINGLE_FILE, static_pages};

/// The site works in any folder of any host: no address may start with a slash.
pub(super) fn no_rooted_address(page: &str) -> Result<()> {
    for (tag, address) in addresses(page) {
        if address.starts_with('/') {
            bail!("index.html: <{tag}> names {address}, which only works at the root of a host");
        }
    }
    Ok(())
}

/// A static page loads nothing. It links to the other pages of the site and to `https` addresses only.
pub(super) fn static_page(name: &str, page: &str) -> Result<()> {
    let beside: Vec<&str> = static_pages::files().map(|(_, _, file)| file).chain(["index.html"]).collect();
    for (tag, address) in addresses(page) {
        let file = address.split('#').next().unwrap_or_default();
        let is_link = tag == "a" && (file.is_empty() || beside.contains(&file) || address.starts_with("https://"));
        let is_inside = tag == "use" && address.starts_with('#') || tag == "link" && address.starts_with("data:");
        if !is_link && !is_inside {
            bail!("{name}: <{tag}> names {address}, which is not a page of the site");
        }
    }
    Ok(())
}

/// The 404 page is shown for addresses of any depth: it can name no file, since a relative address would lead elsewhere.
pub(super) fn not_found_page(page: &str) -> Result<()> {
    match addresses(page).into_iter().find(|(_, address)| !address.starts_with("data:")) {
        Some((tag, address)) => bail!("{}: <{tag}> names {address}, by a relative address", static_pages::NOT_FOUND),
        None => Ok(()),
    }
}

/// The offline file loads nothing: each of its addresses is a link, or is inside the file.
pub(super) fn single_file(file: &str) -> Result<()> {
    for (tag, address) in addresses(file) {
        let is_link = tag == "a" && ["https://", "http://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
        if !is_link && !address.is_empty() && !address.starts_with('#') && !address.starts_with("data:") {
            bail!("{SINGLE_FILE}: <{tag}> still loads {address}");
        }
    }
    Ok(())
}

/// Every address of a page's markup and styles, with the tag that names it. The text of scripts is not markup.
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

/// The page with the start tag of each script, but not its text.
fn without_scripts(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::new();
    while let Some((before, script)) = rest.split_once("<script") {
        let (tag, text) = script.split_once('>').unwrap_or((script, ""));
        kept.extend([before, "<script", tag, ">"]);
        rest = text.split_once("</script>").map_or("", |(_, after)| after);
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offline_file_loads_nothing() {
        for loads in [
            "<img src=\"dial.svg\">",
            "<link rel='stylesheet' href='./app.css'>",
            "<link rel=icon href=icon.svg>",
            "<style>@import 'more.css';</style>",
            "<style>body { background: url(paper.png) }</style>",
            "<form action=\"/send\">",
            "<iframe src=\"https://example.org/\"></iframe>",
            "<script src=\"./app.js\"></script>",
        ] {
            assert!(single_file(loads).is_err(), "{loads}");
        }
    }

    #[test]
    fn the_offline_file_keeps_its_links() -> Result<()> {
        single_file(
            "<a href=\"https://example.org/\">source</a> <a href=\"#/fr\">accueil</a> \
             <link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\"> \
             <script>image.src = 'dial.svg'; text = '<img src=\"dial.svg\">';</script>",
        )
    }

    #[test]
    fn the_site_has_no_rooted_address() {
        assert!(no_rooted_address("<script src=\"/app.js\"></script>").is_err());
        assert!(no_rooted_address("<link href=\"/app.css\">").is_err());
        assert!(no_rooted_address("<script src=\"./app.js\"></script><link href=\"./app.css\">").is_ok());
    }

    #[test]
    fn a_static_page_names_only_pages_of_the_site() {
        for refused in [
            "<a href=\"/index.html\">",
            "<a href=\"http://example.org/\">",
            "<a href=\"other.html#/fr\">",
            "<a href=\"javascript:alert(1)\">",
            "<link rel=\"stylesheet\" href=\"index.html\">",
            "<img src=\"https://example.org/dial.svg\">",
        ] {
            assert!(static_page("chapitre.html", refused).is_err(), "{refused}");
        }
        for accepted in [
            "<a href=\"index.html#/fr/question/edge\">",
            "<a href=\"chapter.html#/en/chapter\">",
            "<a href=\"about.html#/en/about\">",
            "<a href=\"questionnaire.html#/fr/paper\">",
            "<a href=\"#/fr/chapter/edge\">",
            "<a href=\"https://example.org/\">",
        ] {
            assert!(static_page("chapitre.html", accepted).is_ok(), "{accepted}");
        }
    }

    #[test]
    fn the_404_page_names_no_file() {
        for refused in
            ["<a href=\"index.html\">", "<a href=\"#/fr\">", "<img src=\"dial.svg\">", "<style>@import 'a.css';"]
        {
            assert!(not_found_page(refused).is_err(), "{refused}");
        }
        assert!(not_found_page("<a data-home=\"fr\" hidden>").is_ok());
    }
}
