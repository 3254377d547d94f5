//! The content that this build bundles: what `build.rs` checked and packed.

use std::sync::OnceLock;

use boussole_core::content::{Content, unpack};

/// The content in its packed form.
#[must_use]
pub fn packed() -> &'static [u8] {
    include_bytes!(concat!(env!("OUT_DIR"), "/content.bin"))
}

/// The public address of the app, when the build was given one: links from a local file start with it.
#[must_use]
pub const fn base_url() -> Option<&'static str> {
    option_env!("BOUSSOLE_BASE_URL")
}

/// The content, unpacked on first use.
///
/// # Panics
///
/// If the bundled bytes are not what `build.rs` wrote, which only a broken build can cause.
pub fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| match unpack(packed()) {
        Ok(content) => content,
        Err(error) => panic!("the bundled content cannot be read: {error}"),
    })
}
