//! A worked situation: who it is, and what the compass says of each technology they answered for.

use super::parts::dial;
use super::{Html, Page};
use boussole_core::content::{Label, Situation};
use boussole_core::engine;
use boussole_core::link::View;

/// The inside of a worked situation's page.
#[inline(never)]
pub(super) fn example(html: &mut Html, page: Page<'_>, situation: &Situation) {
    let (words, lang) = (page.words, page.lang());
    html.classed("p", "step", words.label(Label::HomeSituations));
    html.raw("<h1 tabindex=\"-1\">").text(situation.name.get(lang)).raw("</h1>");
    html.classed("p", "lede", situation.story.get(lang)).tag("h2", words.label(Label::SituationVerdicts));
    html.raw("<ul class=\"cards cards--wide\">");
    for (position, topic) in words.content.topics.iter().enumerate() {
        if !engine::is_started(words.content, position, page.answers) {
            continue;
        }
        let range = engine::judge(topic, page.answers).range;
        html.raw("<li>").link(&page.href(View::Verdict(position)), "card outcome");
        dial(html, words, range, range, false);
        html.raw("<span>").classed("span", "muted", topic.name.get(lang)).tag("strong", &words.heading(range));
        html.raw("</span></a></li>");
    }
    html.raw("</ul>");
}
