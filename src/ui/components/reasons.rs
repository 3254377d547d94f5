//! One reason: for, against or open, told by sign and word as well as colour.

use leptos::prelude::*;

use crate::content::Source;
use crate::ui::Now;

use super::sources;

/// Which way a reason pulls.
#[derive(Clone, Copy)]
pub(in crate::ui) enum Mark {
    For,
    Against,
    Open,
}

impl Mark {
    const fn sign(self) -> &'static str {
        match self {
            Self::For => "+",
            Self::Against => "−",
            Self::Open => "?",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::For => "mark mark--for",
            Self::Against => "mark mark--against",
            Self::Open => "mark mark--open",
        }
    }
}

/// A reason with its sources.
pub(in crate::ui) fn reason(now: Now<'_>, mark: Mark, text: impl IntoView + 'static, from: &[Source]) -> AnyView {
    view! {
        <li>
            <span class=mark.class() aria-hidden="true">{mark.sign()}</span>
            <span>{text.into_any()}</span>
            {sources(now, from)}
        </li>
    }
    .into_any()
}
