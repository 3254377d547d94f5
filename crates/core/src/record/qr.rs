//! A link as a QR code, in SVG: black on white whatever the theme, since cameras read nothing else as well.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// White modules around the code, as the standard asks.
const QUIET: i32 = 4;

/// The QR code of a text, as SVG markup: level M, so that a stained or bent sheet still reads. None when the text is longer
/// than any code can hold.
#[must_use]
pub fn svg(text: &str) -> Option<String> {
    let code = encoded(text)?;
    let side = (code.size() + 2 * QUIET).to_string();
    let mut svg = String::with_capacity(4096);
    for piece in [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" viewBox=\"0 0 ",
        &side,
        " ",
        &side,
        "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path fill=\"#fff\" d=\"M0 0h",
        &side,
        "v",
        &side,
        "H0z\"/><path d=\"",
    ] {
        svg.push_str(piece);
    }
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            // A row's neighbours go together: a third of the markup.
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                run(&mut svg, start, y, x - start);
            }
            x += 1;
        }
    }
    svg.push_str("\"/></svg>");
    Some(svg)
}

/// The code of a text as bytes. Digits or capitals alone would take less, but a link is neither; and the crate's own choice of
/// error level and mask stays.
fn encoded(text: &str) -> Option<QrCode> {
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true).ok()
}

fn run(svg: &mut String, x: i32, y: i32, length: i32) {
    let length = length.to_string();
    for piece in ["M", &(x + QUIET).to_string(), " ", &(y + QUIET).to_string(), "h", &length, "v1h-", &length, "z"] {
        svg.push_str(piece);
    }
}

/// The version of the code of a text, 1 to 40: the lower, the further a camera can stand.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn version(text: &str) -> Option<u8> {
    encoded(text).map(|code| code.version().value())
}

#[cfg(test)]
mod tests {
    use qrcodegen::{QrCode, QrCodeEcc};

    use super::version;

    #[test]
    fn the_code_of_a_link_is_no_larger_than_the_crate_would_make_it() {
        for link in [
            "IAAAbcdefghi",
            "https://example.org/#/r/IAAA-b_cdefghi",
            &["https://example.org/outils/boussole/#/r/", &"IA-a_9".repeat(25)].concat(),
        ] {
            let best = QrCode::encode_text(link, QrCodeEcc::Medium).ok().map(|code| code.version().value());
            assert_eq!(version(link), best, "{link}");
        }
    }
}
