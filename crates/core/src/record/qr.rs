//! A link as a QR code, in SVG. It is black on white in both themes, because many scanners cannot read inverted codes.

use maud::html;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

/// White modules around the code, as the standard requires.
const QUIET_ZONE: i32 = 4;

/// The QR code of a text, as SVG markup; none when the text is longer than the largest QR code can hold.
///
/// Error correction is at level M or better, so that a stained or bent sheet can still be scanned.
#[must_use]
pub fn svg(text: &str) -> Option<String> {
    let code = encode(text)?;
    let side = code.size() + 2 * QUIET_ZONE;
    let markup = html! {
        svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" aria-hidden="true" {
            path fill="#fff" d={ "M0 0h" (side) "v" (side) "H0z" } {}
            path d=(dark_modules(&code)) {}
        }
    };
    Some(markup.into_string())
}

/// The path of the dark modules. Neighbours in a row share one rectangle, which makes the markup three times smaller.
fn dark_modules(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let start = x;
            // Modules outside the code are light, so a run ends at the right edge.
            while code.get_module(x, y) {
                x += 1;
            }
            if x > start {
                let width = x - start;
                path += &format!("M{} {}h{width}v1h-{width}z", start + QUIET_ZONE, y + QUIET_ZONE);
            }
            x += 1;
        }
    }
    path
}

/// Encodes a text in byte mode: a link mixes digits, capitals and lower case, so no shorter mode applies.
fn encode(text: &str) -> Option<QrCode> {
    let bytes = [QrSegment::make_bytes(text.as_bytes())];
    QrCode::encode_segments_advanced(&bytes, QrCodeEcc::Medium, Version::MIN, Version::MAX, None, true).ok()
}

/// The version of a text's QR code, 1 to 40. A lower version has larger modules and can be scanned from further away.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn version(text: &str) -> Option<u8> {
    encode(text).map(|code| code.version().value())
}

#[cfg(test)]
mod tests {
    use qrcodegen::{QrCode, QrCodeEcc};

    use super::version;

    #[test]
    fn byte_mode_needs_no_larger_code_for_a_link() {
        for link in [
            "IAAAbcdefghi",
            "https://example.org/#/r/IAAA-b_cdefghi",
            &format!("https://example.org/outils/boussole/#/r/{}", "IA-a_9".repeat(25)),
        ] {
            let best = QrCode::encode_text(link, QrCodeEcc::Medium).ok().map(|code| code.version().value());
            assert_eq!(version(link), best, "{link}");
        }
    }
}
