//! A link as a QR code, which can fill the window or be saved.

use boussole_core::content::Label;
use boussole_core::record::qr;
use leptos::prelude::*;
use maud::{PreEscaped, html};

use crate::app::use_words;
use crate::components::SaveButton;
use crate::documents::files;

/// The heading, the code with its link, and the dialog that shows both in the whole window. Nothing for a link that is too long
/// for a code. The dialog is a popover: the browser opens and closes it.
#[component]
pub fn QrCode(
    /// The heading.
    title: Label,
    /// The link.
    #[prop(into)]
    link: Signal<String>,
    /// The start of the name of the file.
    stem: String,
) -> impl IntoView {
    let words = use_words();
    let large = words.label(Label::QrLarge);
    let stem = StoredValue::new(stem);
    let code = Memo::new(move |_| {
        let link = link.read();
        let svg = qr::svg(&link)?;
        Some(html! { (PreEscaped(svg)) p { (&*link) } }.into_string())
    });
    let drawn = move || code.get().unwrap_or_default();
    let file = move || stem.with_value(|stem| files::qr(stem, &link.read()));
    view! {
        <Show when=move || code.with(Option::is_some)>
            <h2>{words.label(title)}</h2>
            <div class="qr-card" inner_html=drawn></div>
            <div class="bar">
                <button type="button" class="button button--quiet" popovertarget="qr-large">{large}</button>
                <SaveButton label=words.label(Label::CardSvg) file/>
            </div>
            <div popover id="qr-large" class="qr-large" role="dialog" aria-label=large>
                <div inner_html=drawn></div>
                <button type="button" class="button" popovertarget="qr-large">{words.label(Label::Dismiss)}</button>
            </div>
        </Show>
    }
}
