//! The files that a person can save from the pages.

use boussole_core::content::Topic;
use boussole_core::record::card::{Shape, card as card_svg};
use boussole_core::record::decision::Case;
use boussole_core::record::qr as qr_code;

const SVG: &str = "image/svg+xml";

/// A file to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its text.
    pub text: String,
}

/// A picture to save, as SVG or PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The name of its file, without an ending.
    pub name: String,
    /// The picture.
    pub svg: String,
    /// Width and height, in pixels.
    pub size: (u32, u32),
}

impl Picture {
    /// The picture as an SVG file.
    #[must_use]
    pub fn svg_file(self) -> SavedFile {
        SavedFile { name: format!("{}.svg", self.name), media_type: SVG, text: self.svg }
    }
}

/// The start of the names of the files about a technology, or about all of them.
#[must_use]
pub fn stem(topic: Option<&Topic>) -> String {
    format!("boussole-{}", topic.map_or("situation", |topic| &topic.id))
}

/// The QR code of a link. None for a link that is too long.
#[must_use]
pub fn qr(stem: &str, link: &str) -> Option<SavedFile> {
    Some(SavedFile { name: format!("{stem}-qr.svg"), media_type: SVG, text: qr_code::svg(link)? })
}

/// The card of a result.
#[must_use]
pub fn card(shape: Shape, case: Case<'_>) -> Picture {
    let ending = match shape {
        Shape::Wide => "",
        Shape::Square => "-square",
    };
    let name = format!("{}{ending}", stem(Some(case.topic)));
    Picture { name, svg: card_svg(shape, case), size: shape.size() }
}

/// A decision record, in plain text or in Markdown.
#[must_use]
pub fn record(stem: &str, is_plain: bool, text: String) -> SavedFile {
    let (ending, media_type) = if is_plain { ("txt", "text/plain") } else { ("md", "text/markdown") };
    SavedFile { name: format!("{stem}.{ending}"), media_type, text }
}

/// Answers as JSON.
#[must_use]
pub fn answers(stem: &str, json: String) -> SavedFile {
    SavedFile { name: format!("{stem}.json"), media_type: "application/json", text: json }
}
