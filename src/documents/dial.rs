//! The dial: five sectors, those still possible filled, and a needle once the verdict is settled.

use boussole_core::content::Label;
use boussole_core::domain::{Range, Verdict};
use boussole_core::record::dial::{
    NAME_LINE, NAMES, NEEDLE, SECTORS, TICKS, TURNS, VIEW_BOX, VIEW_BOX_NAMED, two_lines,
};
use boussole_core::state::Change;
use boussole_core::words::Words;
use maud::{Markup, html};

/// The dial of a range, for those who see it and, through its label, for those who hear it. `from` is the range that it showed
/// before: styles animate the difference. A named dial has the five verdicts written around it.
#[must_use]
pub fn dial(words: Words<'_>, range: Range, from: Range, named: bool) -> Markup {
    let label = if range.settled() {
        words.fill(Label::DialSettled, &[("verdict", words.verdict(range.best))])
    } else {
        words.fill(Label::DialBetween, &[("worst", words.verdict(range.worst)), ("best", words.verdict(range.best))])
    };
    html! {
        svg.dial role="img" viewBox=(if named { VIEW_BOX_NAMED } else { VIEW_BOX }) aria-label=(label) {
            @for verdict in Verdict::ALL {
                path class=(sector(range.contains(verdict), from.contains(verdict))) d=(SECTORS[verdict.index()]) {}
            }
            path.dial__tick d=(TICKS) {}
            @if named {
                @for verdict in Verdict::ALL { (name(words, verdict, range.contains(verdict))) }
            }
            @if range.settled() {
                (needle(range, from))
                circle.dial__pivot cx="160" cy="150" r="9" {}
            } @else {
                circle.dial__pivot.dial__pivot--bare cx="160" cy="150" r="6" {}
            }
        }
    }
}

/// The small dial beside a question, with what is possible in a line of text.
#[must_use]
pub fn dial_card(words: Words<'_>, range: Range, change: Option<Change>) -> Markup {
    html! {
        div.card.dial-card {
            (dial(words, range, change.map_or(range, |change| change.shown), false))
            p.dial-card__text { (words.range(range)) }
        }
    }
}

const fn sector(is_on: bool, was_on: bool) -> &'static str {
    match (was_on, is_on) {
        (true, true) => "dial__sector dial__sector--on",
        (false, true) => "dial__sector dial__sector--on dial__sector--coming",
        (true, false) => "dial__sector dial__sector--leaving",
        (false, false) => "dial__sector",
    }
}

fn name(words: Words<'_>, verdict: Verdict, is_on: bool) -> Markup {
    let (anchor, x, y) = NAMES[verdict.index()];
    let (first, second) = two_lines(words.verdict(verdict));
    html! {
        text.dial__name.dial__name--on[is_on] text-anchor=(anchor) x=(x) y=(y) {
            tspan { (first) }
            tspan x=(x) dy=(NAME_LINE) { (second) }
        }
    }
}

/// The needle, which turns from the middle of the range before.
fn needle(range: Range, from: Range) -> Markup {
    let turn = TURNS[range.best.index()];
    let start = i16::midpoint(TURNS[from.worst.index()], TURNS[from.best.index()]) - turn;
    let class = match (from == range, from.settled()) {
        (true, _) => "dial__needle",
        (false, true) => "dial__needle dial__needle--turning",
        (false, false) => "dial__needle dial__needle--new",
    };
    html! {
        g transform=(format!("rotate({turn} 160 150)")) {
            path class=(class) style=[(from != range).then(|| format!("--from: {start}deg"))] d=(NEEDLE) {}
        }
    }
}
