//! Modal dialogs.

use web_sys::HtmlDialogElement;

/// Shows a dialog above the page, which waits. The focus moves to its element with `autofocus`.
pub fn show(dialog: &HtmlDialogElement) {
    // Refused for a dialog that is open or out of the page: there is nothing to show then.
    let _ = dialog.show_modal();
}

/// Closes a dialog. The focus goes back to where it was before.
pub fn close(dialog: &HtmlDialogElement) {
    dialog.close();
}
