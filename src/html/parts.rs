//! The pieces pages are made of.

use super::{Html, Page};
use boussole_core::content::{Correction, Label, Maturity, Question, Source, Tool, Topic};
use boussole_core::domain::{Range, Verdict};
use boussole_core::engine;
use boussole_core::link::{Order, View};
use boussole_core::record::dial::{
    NAME_LINE, NAMES, NEEDLE, SECTORS, TICKS, TURNS, VIEW_BOX, VIEW_BOX_NAMED, two_lines,
};
use boussole_core::state::Change;
use boussole_core::words::{Words, source_url};

/// The address of the licence of the adapted content.
pub(super) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/deed.fr";

/// The compass beside the app's name.
pub(super) const ROSE: &str = "<svg viewBox=\"0 0 26 26\" aria-hidden=\"true\"><circle cx=\"13\" cy=\"13\" r=\"11.5\"/>\
    <path d=\"M13 3.5 16 13 13 22.5 10 13Z\"/><path class=\"brand__north\" d=\"M13 3.5 16 13H10Z\"/></svg>";

/// Which way a reason pulls: its class and its sign, so that colour is never alone.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    For,
    Against,
    Open,
}

impl Mark {
    const fn markup(self) -> &'static str {
        match self {
            Self::For => "<span class=\"mark mark--for\" aria-hidden=\"true\">+</span>",
            Self::Against => "<span class=\"mark mark--against\" aria-hidden=\"true\">−</span>",
            Self::Open => "<span class=\"mark mark--open\" aria-hidden=\"true\">?</span>",
        }
    }
}

/// The signature: five sectors, an arc over the verdicts still possible, and a needle once there is one verdict. Wordless,
/// or with the five names around it. Its label says the same. `from` is what the dial showed before: styles move it from there.
pub(super) fn dial(html: &mut Html, words: Words<'_>, range: Range, from: Range, named: bool) {
    let label = if range.settled() {
        words.fill(Label::DialSettled, &[("verdict", words.verdict(range.best))])
    } else {
        let ends = [("worst", words.verdict(range.worst)), ("best", words.verdict(range.best))];
        words.fill(Label::DialBetween, &ends)
    };
    html.raw("<svg class=\"dial\" role=\"img\" viewBox=\"").raw(if named { VIEW_BOX_NAMED } else { VIEW_BOX });
    html.raw("\" aria-label=\"").text(&label).raw("\">");
    for verdict in Verdict::ALL {
        let class = match (from.contains(verdict), range.contains(verdict)) {
            (true, true) => " dial__sector--on",
            (false, true) => " dial__sector--on dial__sector--coming",
            (true, false) => " dial__sector--leaving",
            (false, false) => "",
        };
        html.raw("<path class=\"dial__sector").raw(class);
        html.raw("\" d=\"").raw(SECTORS[verdict.index()]).raw("\"/>");
    }
    html.raw("<path class=\"dial__tick\" d=\"").raw(TICKS).raw("\"/>");
    for verdict in Verdict::ALL.into_iter().filter(|_| named) {
        let (anchor, x, y) = NAMES[verdict.index()];
        let (first, second) = two_lines(words.verdict(verdict));
        html.raw("<text class=\"dial__name").raw(if range.contains(verdict) { " dial__name--on" } else { "" });
        html.raw("\" text-anchor=\"").raw(anchor).raw("\" x=\"").raw(x).raw("\" y=\"").raw(y).raw("\">");
        html.tag("tspan", first)
            .raw("<tspan x=\"")
            .raw(x)
            .raw("\" dy=\"")
            .raw(NAME_LINE)
            .raw("\">")
            .text(second)
            .raw("</tspan></text>");
    }
    if range.settled() {
        let turn = TURNS[range.best.index()];
        html.raw("<g transform=\"rotate(").raw(&turn.to_string()).raw(" 160 150)\"><path class=\"dial__needle");
        if from != range {
            // From the middle of the arc that was.
            let start = i16::midpoint(TURNS[from.worst.index()], TURNS[from.best.index()]) - turn;
            let class = if from.settled() { " dial__needle--turning" } else { " dial__needle--new" };
            html.raw(class).raw("\" style=\"--from: ").raw(&start.to_string()).raw("deg");
        }
        html.raw("\" d=\"")
            .raw(NEEDLE)
            .raw("\"/></g><circle class=\"dial__pivot\" cx=\"160\" cy=\"150\" r=\"9\"/></svg>");
    } else {
        html.raw("<circle class=\"dial__pivot dial__pivot--bare\" cx=\"160\" cy=\"150\" r=\"6\"/></svg>");
    }
}

/// The main heading of a result: its verdict, or between which ones it lies.
pub(super) fn verdict_word(html: &mut Html, words: Words<'_>, range: Range) {
    html.raw("<h1 tabindex=\"-1\" class=\"verdict__word");
    html.raw(if range.settled() { "\">" } else { " verdict__word--open\">" }).text(&words.heading(range)).raw("</h1>");
}

/// What the last answer did: before and after, in words.
pub(super) fn changed(html: &mut Html, words: Words<'_>, change: Option<Change>) {
    if let Some(change) = change {
        html.tag("p", &words.change(change.before, change.after));
    }
}

/// Where a fact comes from, as links to the lines of the course.
pub(super) fn sources(html: &mut Html, words: Words<'_>, sources: &[Source]) {
    html.raw("<span class=\"source\">");
    for source in sources {
        match source_url(words.content, *source) {
            Some(url) => html.link_out(&url).text(&words.source(*source)).raw("</a>"),
            None => html.tag("span", &words.source(*source)),
        };
    }
    html.raw("</span>");
}

/// One reason, told by sign and word as well as colour. `more` is markup that follows the sentence.
pub(super) fn reason(html: &mut Html, words: Words<'_>, mark: Mark, sentence: &str, more: &str, from: &[Source]) {
    html.raw("<li>").raw(mark.markup()).raw("<span>").text(sentence).raw(more).raw("</span>");
    sources(html, words, from);
    html.raw("</li>");
}

/// What a technology is and why it exists, folded away, with the way to its sheet.
pub(super) fn about(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    html.raw("<details class=\"fold\"><summary><h2>").text(words.label(Label::AboutTopic)).raw(" ");
    html.text(topic.name.get(words.lang)).raw("</h2></summary>");
    html.tag("p", topic.what.get(words.lang)).raw("<p>").text(topic.why.get(words.lang)).raw(" ");
    sources(html, words, &topic.sources);
    html.raw("</p><p>").link(&page.href(View::Chapter(Some(position))), "");
    html.text(words.label(Label::AboutSheet)).unseen(words.lang, topic.name.get(words.lang)).raw("</a></p></details>");
}

/// Every answer of a topic in the order of asking, each with the way to change it. Those that no longer count are named,
/// not dropped.
pub(super) fn answers_list(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    html.raw("<ul class=\"answers-list\">");
    let path = engine::path(topic, page.answers);
    for question in path.into_iter().filter_map(|code| page.words.content.question(code)) {
        let counts = engine::matters(topic, page.answers, question.code);
        let note = if counts { "" } else { page.words.label(Label::NoLongerCounts) };
        answer_line(html, page, position, question, note);
    }
    html.raw("</ul>");
}

/// A question with its answer, a note if there is one, and the way to change it, or to give one.
pub(super) fn answer_line(html: &mut Html, page: Page<'_>, position: usize, question: &Question, note: &str) {
    let (words, answer) = (page.words, page.answers.get(question.code));
    let ask = question.ask.get(words.lang);
    html.raw("<li>").classed("span", "answers-list__ask", ask).raw("<span>").text(&words.answer(question, answer));
    if !note.is_empty() {
        html.raw(" ").classed("small", "muted", note);
    }
    html.raw("</span>").link(&page.href(View::Question(position, Some(question.code))), "");
    html.text(words.label(if answer.is_some() { Label::Change } else { Label::Answer }));
    html.unseen(words.lang, ask).raw("</a></li>");
}

/// The way to the app's other pages, with the one on screen told apart.
pub(super) fn nav(html: &mut Html, page: Page<'_>, on_screen: Option<View>) {
    let views = [
        (View::Choose, Label::NavChoose),
        (View::Board(Order::Chapter), Label::NavBoard),
        (View::Plan, Label::NavPlan),
        (View::Chapter(None), Label::NavChapter),
        // The last: a narrow phone leaves it to the footer.
        (View::Trainers, Label::NavTrainers),
    ];
    for (view, label) in views {
        let is_on_screen = match (view, on_screen) {
            (View::Board(_), Some(View::Board(_))) | (View::Chapter(_), Some(View::Chapter(_))) => true,
            (view, on_screen) => on_screen == Some(view),
        };
        html.raw(if view.is_outside() { "<a href=\"" } else { "<a class=\"app-only\" href=\"" }).text(&page.href(view));
        html.raw(if is_on_screen { "\" aria-current=\"page\">" } else { "\">" });
        html.text(page.words.label(label)).raw("</a>");
    }
}

/// What the CNCF says of a tool, since when, and where that comes from.
pub(super) fn maturity(html: &mut Html, words: Words<'_>, tool: &Tool) {
    let class = match tool.maturity {
        Maturity::Graduated => "badge badge--graduated",
        Maturity::Incubating => "badge badge--incubating",
        Maturity::Sandbox | Maturity::Outside => "badge",
        Maturity::Archived => "badge badge--archived",
    };
    html.classed("span", class, &words.maturity(tool)).raw(" ");
    sources(html, words, &tool.maturity_sources);
}

/// What the chapter says and what is so today: the same form wherever the world moved on.
pub(super) fn since(html: &mut Html, words: Words<'_>, correction: &Correction) {
    html.raw("<dl class=\"since\"><div>").tag("dt", words.label(Label::SinceClaim)).raw("<dd>");
    html.text(correction.claim.get(words.lang)).raw(" ");
    sources(html, words, &correction.claim_sources);
    html.raw("</dd></div><div>").tag("dt", words.label(Label::SinceToday)).raw("<dd>");
    html.text(correction.today.get(words.lang)).raw(" ");
    html.classed("span", "since__date", &words.date(correction.date)).raw(" ");
    sources(html, words, &correction.sources);
    html.raw("</dd></div></dl>");
}

/// Whose work this is, with the ways to it and to its licence.
pub(super) fn attribution(html: &mut Html, words: Words<'_>) {
    html.text(words.label(Label::Attribution)).raw(" ").link_out(&words.chapter_page());
    html.text(words.label(Label::AttributionLink)).raw("</a> · ").link_out(LICENCE);
    html.text(words.label(Label::Licence)).raw("</a>");
}

/// Whose work this is, under which licence, as of when, and what it is worth. Attribution is always visible.
pub(super) fn footer(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    html.raw("<p>");
    attribution(html, words);
    let views = [(View::About, Label::NavAbout), (View::Paper, Label::NavPaper), (View::Trainers, Label::NavTrainers)];
    for (view, label) in views {
        html.raw(" · ").link(&page.href(view), "").text(words.label(label)).raw("</a>");
    }
    html.raw("</p>").tag("p", &words.content_date());
}
