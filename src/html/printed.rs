//! What is printed of a result: a verdict on one sheet, or under the overview the link that opens it again.
//!
//! It stands in the page beside what is on screen, and styles show it on paper only: so the browser's own print command gives
//! it too.

use super::parts::dial;
use super::{Html, Page, rest, share};
use boussole_core::content::{Label, Topic};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::record::decision::{Case, Detail, decision, opens};
use boussole_core::record::qr;
use boussole_core::record::text::Form;
use boussole_core::state::AppState;

/// The inside of the part that is only printed; nothing for the pages that print as they are, nor before the rest of the code
/// is here: then the others print as they are too.
#[must_use]
pub fn printed(page: Page<'_>, state: &AppState) -> String {
    if rest::is_here(state) { sheet(page, state) } else { String::new() }
}

#[inline(never)]
fn sheet(page: Page<'_>, state: &AppState) -> String {
    let (words, content) = (page.words, page.words.content);
    let mut html = Html::new();
    // A frame prints as it is: the deck's own sheet is around it.
    let (View::Verdict(_) | View::Board(_), None) = (state.view, &state.embed) else {
        return html.finish();
    };
    let link = share::link(content, state);
    let topic = state.view.topic().and_then(|position| content.topics.get(position));
    html.raw(if topic.is_some() { "<div class=\"printed__sheet\">" } else { "<div class=\"printed__foot\">" });
    if let Some(topic) = topic {
        let case = Case { words, topic, answers: page.answers, link: &link, today: state.sharing.today };
        verdict(&mut html, page, topic, case);
    }
    html.raw("<div class=\"printed__again\">").raw(&qr::svg(&link).unwrap_or_default()).raw("<div><p><strong>");
    html.text(words.label(opens(&link))).raw("</strong> ").text(&link);
    html.raw("</p>").tag("p", words.label(Label::NothingAgainst)).tag("p", &words.credit());
    html.raw("</div></div></div>");
    html.finish()
}

fn verdict(html: &mut Html, page: Page<'_>, topic: &Topic, case: Case<'_>) {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    html.raw("<header><div>").tag("p", &words.result_line(topic, page.answers, judgement));
    html.tag("h1", &words.heading(judgement.range));
    if judgement.settled() {
        html.tag("p", words.content.verdict(judgement.range.best).meaning.get(words.lang));
    }
    html.raw("</div>");
    dial(html, words, judgement.range, judgement.range, true);
    html.raw("</header><div class=\"printed__columns\">").raw(&decision(Form::Html, Detail::Sheet, case)).raw("</div>");
}
