//! Could you try it in your lab? Beside every verdict, and never mixed with it.

use super::parts::sources;
use super::{Html, Page};
use boussole_core::content::{Label, Topic};
use boussole_core::engine::{self, Takes, Trial};
use boussole_core::link::View;

/// Whether the lab can run one technology.
pub(super) fn trial(page: Page<'_>, topic: &Topic) -> Trial {
    engine::trial(Takes::of(&topic.lab), engine::owned(page.words.content, page.answers))
}

fn hardware(html: &mut Html, page: Page<'_>, takes: Takes, trial: &Trial) {
    let words = page.words;
    html.raw("<p><strong>").text(&words.trial(trial)).raw("</strong></p><dl class=\"terms\">");
    let rows = [(Label::LabFull, takes.full, takes.gpu), (Label::LabLean, takes.lean, false)];
    for (label, hardware, gpu) in rows {
        html.raw("<div>").tag("dt", words.label(label)).tag("dd", &words.hardware(hardware, gpu)).raw("</div>");
    }
    html.raw("</dl>");
}

/// Whether the lab and the prerequisites allow a trial of one technology.
#[inline(never)]
pub(super) fn try_out(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let (words, lang) = (page.words, page.lang());
    let owned = engine::owned(words.content, page.answers);
    html.tag("h2", words.label(Label::LabTitle)).classed("p", "muted", words.label(Label::LabApart));
    html.raw("<div class=\"card\">");
    hardware(html, page, Takes::of(&topic.lab), &trial(page, topic));
    html.raw("<p>").text(topic.lab.note.get(lang)).raw(" ");
    sources(html, words, &topic.lab.sources);
    html.raw("</p>");
    if let (Some(machines), Some(fewer)) = (owned.machines, &topic.lab.fewer)
        && machines < topic.lab.machines
    {
        html.tag("p", fewer.get(lang));
    }
    html.tag("p", &words.known(engine::known(words.content, page.answers).as_ref()));
    html.raw("<p>").link(&page.href(View::Choose), "").text(words.label(Label::LabDescribe)).raw("</a></p></div>");
    if !topic.lab.microk8s.is_empty() {
        html.tag("h3", words.label(Label::LabMicrok8s)).raw("<ul class=\"notes\">");
        for note in &topic.lab.microk8s {
            html.raw("<li>");
            if !note.addon.is_empty() {
                html.tag("code", &note.addon).raw(" ");
            }
            html.text(note.text.get(lang)).raw(" ").classed("span", "since__date", &words.date(note.date)).raw(" ");
            sources(html, words, &note.sources);
            html.raw("</li>");
        }
        html.raw("</ul>");
    }
}
