//! The content of the repository, for tests beside the code.

use std::path::Path;
use std::sync::OnceLock;

use crate::content::{Content, File, load, read_folder};

/// The content files of the repository, read once.
pub fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/content");
        let texts = read_folder(&folder).unwrap_or_default();
        let files: Vec<File<'_>> = texts.iter().map(|(name, text)| File { name, text }).collect();
        let loaded = load(&files);
        assert!(!files.is_empty() && loaded.problems.is_empty(), "{:?}", loaded.problems);
        loaded.content
    })
}
