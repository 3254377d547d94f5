//! Where a fact comes from, as links to the lines of the course.

use leptos::prelude::*;

use crate::content::Source;
use crate::ui::Now;
use crate::words::source_url;

/// The sources of a fact, in a few words each.
pub(in crate::ui) fn sources(now: Now<'_>, sources: &[Source]) -> AnyView {
    let links: Vec<_> = sources
        .iter()
        .map(|source| {
            let text = now.words.source(*source);
            match source_url(now.ui.content, *source) {
                Some(url) => view! { <a href=url target="_blank" rel="noopener">{text}</a> }.into_any(),
                None => view! { <span>{text}</span> }.into_any(),
            }
        })
        .collect();
    view! { <span class="source">{links}</span> }.into_any()
}
