//! The offline file: the app's page with its code and the static pages inside. It loads nothing, so it works over `file://`.

use std::io::Write as _;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use super::{App, HEAD_END, START, checks, replaced_once, static_pages};

/// Unpacks the code and starts the app.
const LOADER: &str = include_str!("single_file.js");

/// Puts the page, the static pages, the JS glue and the wasm into one file.
pub(super) fn single_file(page: &str, app: &App<'_>, sheets: &str, js: &str, wasm: &[u8]) -> Result<String> {
    // A browser shows the plain HTML while it reads the rest of the file: the heavy parts come last.
    let end = format!(
        "{sheets}<script>\n{search}</script>\n\
         <script type=\"application/octet-stream\" id=\"app-code\">{code}</script>\n<script>\n{START}{LOADER}</script>",
        search = static_pages::SEARCH,
        code = packed(js, wasm)?,
    );
    let page = replaced_once(page, HEAD_END, &format!("{}{HEAD_END}", static_pages::styles()))?;
    let file = replaced_once(&page, &app.marker(), &end)?;
    checks::single_file(&file)?;
    Ok(file)
}

/// The JS glue, a zero byte, then the wasm: compressed with gzip, and written as text in Z85, which is shorter than base64.
/// After the text come a space and the number of padding bytes, since Z85 encodes groups of four bytes.
fn packed(js: &str, wasm: &[u8]) -> Result<String> {
    ensure!(!js.contains('\0'), "the JS glue contains the zero that marks its end");
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&[js.as_bytes(), b"\0", wasm].concat())?;
    let mut bytes = gzip.finish()?;
    let n_padding = (4 - bytes.len() % 4) % 4;
    bytes.extend(std::iter::repeat_n(0, n_padding));
    // `<` could start `</script`, which would end the script element.
    Ok(format!("{} {n_padding}", z85::encode(&bytes).replace('<', "_")))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use anyhow::Context as _;

    use super::*;

    const PAGE: &str =
        "<html lang=\"fr\"><head></head><body><div id=\"app\"></div><!--start app.js app.wasm--></body></html>";

    #[test]
    fn the_code_can_be_unpacked_and_ends_no_script_element() -> Result<()> {
        // Several lengths, so that every number of padding bytes occurs.
        for n in 2000..2009_u32 {
            let wasm: Vec<u8> = (0..n).map(|idx| (idx.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            let text = packed("let text = '</script>';", &wasm)?;
            assert!(text.is_ascii() && !text.contains('<'));
            let (text, n_padding) = text.split_once(' ').context("no space")?;
            let bytes = z85::decode(text.replace('_', "<"))?;
            let gzip = &bytes[..bytes.len() - n_padding.parse::<usize>()?];
            let mut code = Vec::new();
            flate2::read::GzDecoder::new(gzip).read_to_end(&mut code)?;
            assert_eq!(code, [&b"let text = '</script>';\0"[..], &wasm].concat(), "{n}");
        }
        Ok(())
    }

    #[test]
    fn js_glue_with_a_zero_is_refused() {
        assert!(packed("a\0b", b"").is_err());
    }

    #[test]
    fn the_file_names_neither_of_the_site_s_files() -> Result<()> {
        let app = App::named_in(PAGE)?;
        let file = single_file(PAGE, &app, "<div class=\"sheets\"></div>", "let wasm_bindgen;", b"")?;
        assert!(!file.contains("app.js") && !file.contains("app.wasm"), "{file}");
        Ok(())
    }
}
