//! The signature: five sectors, an arc over the verdicts still possible, and a needle once there is one verdict.

use leptos::prelude::*;

use crate::content::Label;
use crate::domain::{Range, Verdict};
use crate::record::dial::{NAMES, NEEDLE, SECTORS, TICKS, TURNS, VIEW_BOX, VIEW_BOX_NAMED, two_lines};
use crate::ui::Now;

/// The dial, wordless or with the five names around it. Its text says the same.
pub(in crate::ui) fn dial(now: Now<'_>, range: Range, named: bool) -> AnyView {
    let words = now.words;
    let label = if range.settled() {
        words.fill(Label::DialSettled, &[("verdict", words.verdict(range.best))])
    } else {
        let ends = [("worst", words.verdict(range.worst)), ("best", words.verdict(range.best))];
        words.fill(Label::DialLabel, &ends)
    };
    let sectors: Vec<_> = Verdict::ALL
        .into_iter()
        .map(|verdict| {
            let class = if range.contains(verdict) { "dial__sector dial__sector--on" } else { "dial__sector" };
            view! { <path class=class d=SECTORS[verdict.index()] /> }
        })
        .collect();
    let names: Vec<_> = Verdict::ALL
        .into_iter()
        .filter(|_| named)
        .map(|verdict| {
            let class = if range.contains(verdict) { "dial__name dial__name--on" } else { "dial__name" };
            let (anchor, x, y) = NAMES[verdict.index()];
            let (first, second) = two_lines(words.verdict(verdict));
            view! {
                <text class=class text-anchor=anchor x=x y=y>
                    <tspan x=x>{first}</tspan>
                    <tspan x=x dy="15">{second}</tspan>
                </text>
            }
        })
        .collect();
    let turn = format!("rotate({} 160 150)", TURNS[range.best.index()]);
    let (needle, pivot) = if range.settled() { ("dial__needle", "9") } else { ("dial__needle dial__needle--hidden", "6") };
    view! {
        <svg class="dial" viewBox=if named { VIEW_BOX_NAMED } else { VIEW_BOX } role="img" aria-label=label>
            {sectors}
            <path class="dial__tick" d=TICKS />
            {names}
            <path class=needle d=NEEDLE transform=turn />
            <circle class="dial__pivot" cx="160" cy="150" r=pivot />
        </svg>
    }
    .into_any()
}

/// The small dial beside a question, with one line of text.
pub(in crate::ui) fn dial_card(now: Now<'_>, range: Range) -> AnyView {
    view! {
        <div class="card dial-card">
            {dial(now, range, false)}
            <p class="dial-card__text">{now.words.range(range)}</p>
        </div>
    }
    .into_any()
}
