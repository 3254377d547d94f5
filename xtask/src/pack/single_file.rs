//! The offline file: the app's page with its code and the static pages inside. It loads nothing, so it works over `file://`.

use std::io::Write as _;

use anyhow::Result;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{App, HEAD_END, START, checks, replaced_once, static_pages};

/// Unpacks the wasm and starts the app.
const LOADER: &str = include_str!("single_file.js");

/// Puts the page, the static pages, the JS glue and the wasm into one file.
pub(super) fn single_file(page: &str, app: &App<'_>, sheets: &str, js: &str, wasm: &[u8]) -> Result<String> {
    // A browser shows the plain HTML while it reads the rest of the file: the heavy parts come last.
    let end = format!(
        "{sheets}<script>\n{search}</script>\n<script>\n{js}</script>\n\
         <script type=\"application/octet-stream\" id=\"app-wasm\">{wasm}</script>\n<script>\n{START}{LOADER}</script>",
        search = static_pages::SEARCH,
        js = inside_a_script(js),
        wasm = packed(wasm)?,
    );
    let page = replaced_once(page, HEAD_END, &format!("{}{HEAD_END}", static_pages::styles()))?;
    let file = replaced_once(&page, &app.marker(), &end)?;
    checks::single_file(&file)?;
    Ok(file)
}

/// JavaScript as the text of a script element, which ends at the first `</script`, even in a string.
fn inside_a_script(js: &str) -> String {
    js.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// Gzip makes the wasm three times smaller; base64 writes it as text.
fn packed(wasm: &[u8]) -> Result<String> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(wasm)?;
    Ok(BASE64_STANDARD.encode(gzip.finish()?))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use anyhow::Context as _;

    use super::*;

    const PAGE: &str =
        "<html lang=\"fr\"><head></head><body><div id=\"app\"></div><!--start app.js app.wasm--></body></html>";

    fn file(js: &str, wasm: &[u8]) -> Result<String> {
        single_file(PAGE, &App::named_in(PAGE)?, "<div class=\"sheets\"></div>", js, wasm)
    }

    #[test]
    fn the_wasm_can_be_unpacked() -> Result<()> {
        let wasm: Vec<u8> = (0..2000_u32).map(|idx| (idx.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let file = file("let wasm_bindgen;", &wasm)?;
        let (_, rest) = file.split_once("id=\"app-wasm\">").context("no wasm")?;
        let (base64, _) = rest.split_once("</script>").context("no end")?;
        let mut unpacked = Vec::new();
        flate2::read::GzDecoder::new(&*BASE64_STANDARD.decode(base64)?).read_to_end(&mut unpacked)?;
        assert_eq!(unpacked, wasm);
        Ok(())
    }

    #[test]
    fn the_js_glue_cannot_end_its_script_element() -> Result<()> {
        let file = file("let text = '</script><!--';", b"")?;
        assert!(file.contains("let text = '<\\/script><\\!--';"));
        Ok(())
    }

    #[test]
    fn the_file_names_neither_of_the_site_s_files() -> Result<()> {
        let file = file("let wasm_bindgen;", b"")?;
        assert!(!file.contains("app.js") && !file.contains("app.wasm"), "{file}");
        Ok(())
    }
}
