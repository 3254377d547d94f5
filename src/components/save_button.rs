//! Buttons that save a file on the device.

use boussole_core::words::Notice;
use leptos::prelude::*;

use crate::app::use_app;
use crate::browser::file;
use crate::components::QuietButton;
use crate::documents::files::{Picture, SavedFile};

/// A button that saves a file. The file is written when the button is pressed.
#[component]
pub fn SaveButton(
    /// The label.
    label: &'static str,
    /// Writes the file, if there is one.
    file: impl Fn() -> Option<SavedFile> + 'static,
) -> impl IntoView {
    let save = move || {
        if let Some(SavedFile { name, media_type, text }) = untrack(&file) {
            file::save(&name, media_type, &text);
        }
    };
    view! { <QuietButton label press=save/> }
}

/// A button that saves a picture as PNG.
#[component]
pub fn SavePngButton(
    /// The label.
    label: &'static str,
    /// Draws the picture.
    picture: impl Fn() -> Picture + 'static,
) -> impl IntoView {
    let app = use_app();
    let save = move || {
        let Picture { name, svg, size } = untrack(&picture);
        let refused = move || app.update(|state| state.told(Notice::PictureRefused));
        file::save_picture(format!("{name}.png"), &svg, size, refused);
    };
    view! { <QuietButton label press=save/> }
}
