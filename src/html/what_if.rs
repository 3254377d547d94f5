//! Answers of a result flipped to see, and what they give.

use super::controls::compact;
use super::parts::dial;
use super::{Html, Page, button};
use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AnswerSet, AppState};

/// Every answer of the result, to flip and see, folded away.
pub(super) fn panel(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    html.raw("<section class=\"what-if\">").tag("h2", words.label(Label::WhatIfTitle));
    html.classed("p", "muted", words.label(Label::WhatIfText));
    html.raw("<details class=\"fold\"><summary>").text(words.label(Label::WhatIfOpen)).raw("</summary>");
    compact(html, words, AnswerSet::WhatIf.prefix(), topic);
    html.raw("</details><p class=\"ways\"><a data-do=\"compare\" href=\"").text(&page.href(View::Compare(position)));
    html.raw("\">").text(words.label(Label::CompareTitle)).raw("</a></p></section>");
}

/// What the flipped answers give, in sight whatever is on screen; nothing when none is flipped.
pub(super) fn tried(html: &mut Html, page: Page<'_>, state: &AppState, position: usize, topic: &Topic) {
    let words = page.words;
    let Some(what_if) = &state.what_if else {
        return;
    };
    let [now, after] = [page.answers, &what_if.answers].map(|answers| engine::judge(topic, answers).range);
    html.raw("<div class=\"tried\" role=\"region\" aria-label=\"").text(words.label(Label::WhatIfTitle));
    html.raw("\"><div class=\"tried__dial\">");
    dial(html, words, after, what_if.shown, false);
    html.raw("</div><div>").tag("p", &words.what_if(now, after)).raw("<div class=\"bar bar--tight\">");
    button(html, "button button--small", "leave-what-if", "", words.label(Label::WhatIfLeave));
    button(html, "button button--small button--quiet", "keep-what-if", "", words.label(Label::WhatIfKeep));
    html.raw("<a class=\"button button--small button--quiet\" data-do=\"compare\" href=\"");
    html.text(&page.href(View::Compare(position))).raw("\">");
    html.text(words.label(Label::CompareGo)).raw("</a></div></div></div>");
}
