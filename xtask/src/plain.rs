//! The page before the app, as packing puts it into `index.html`.

use boussole::content::Content;

/// The inside of the app's element.
pub fn body(content: &Content) -> String {
    boussole::html::plain(content)
}
