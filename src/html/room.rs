//! The trainer's page: how to take part, the codes as they come, and what the room answered, drawn to be read from its back row.

use super::screen::{Main, part};
use super::share::qr_code;
use super::{Html, Page, button};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Verdict;
use boussole_core::engine::{self, Gathered, Spread};
use boussole_core::link::{Address, View, Wrong};
use boussole_core::state::{AppState, Heard, Room};
use boussole_core::words::Words;

/// How many lines are named one by one: of more, a whole text is wrong.
const MOST_LINES: usize = 12;

/// The page without a topic: pick one, or try with invented answers.
#[inline(never)]
pub(super) fn rooms(html: &mut Html, page: Page<'_>) {
    let (words, lang) = (page.words, page.lang());
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::RoomTitle)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::RoomLede)).tag("h2", words.label(Label::RoomPick));
    html.raw("<ul class=\"cards\">");
    for (position, topic) in words.content.topics.iter().enumerate() {
        html.raw("<li>").link(&page.href(View::Room(Some(position))), "card");
        html.classed("span", "card__status", &topic.number).tag("strong", topic.name.get(lang)).raw("</a></li>");
    }
    html.raw("</ul><div class=\"bar\">");
    button(html, "button button--quiet", "room-sample", "0", words.label(Label::RoomSample));
    html.raw("</div>");
}

/// The page of a topic.
#[inline(never)]
pub(super) fn room(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Main {
    let words = page.words;
    let heard = state.room.heard(words.content, position);
    let gathered = engine::gather(topic, &heard.answers);
    let column = vec![
        part(|html| {
            html.classed("p", "step", topic.name.get(words.lang));
            html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::RoomTitle)).raw("</h1>");
        }),
        part(|html| {
            if state.room.sample().is_some() {
                html.raw("<div class=\"notice notice--guest\">")
                    .tag("p", words.label(Label::RoomInvented))
                    .raw("</div>");
            }
        }),
        part(|html| take_part(html, page, state, position)),
        part(|html| codes(html, words, state)),
        part(|html| {
            if state.room.is_scanning {
                camera(html, words);
            }
        }),
        part(|html| tools(html, page, state, position)),
        part(|html| told(html, words, &heard)),
        part(|html| verdicts(html, words, &gathered)),
        part(|html| discuss(html, words, topic, &gathered)),
        part(|html| divided(html, words, topic, &gathered)),
    ];
    Main { class: "read", column, side: None }
}

/// What those who hear the page are told as codes come in.
pub(super) fn count(words: Words<'_>, n: usize) -> String {
    words.fill(Label::RoomCount, &[("n", &n.to_string())])
}

/// The link that a room opens to take part, where the app has a public address.
pub(super) fn link(page: Page<'_>, state: &AppState, position: usize) -> Option<String> {
    let there = Address::View(page.lang(), View::Join(position, None)).write(page.words.content);
    state.sharing.base.as_deref().map(|base| [base, &there].concat())
}

fn take_part(html: &mut Html, page: Page<'_>, state: &AppState, position: usize) {
    let words = page.words;
    html.raw("<section class=\"room__in\">");
    match link(page, state, position) {
        Some(link) => qr_code(html, words, Label::RoomJoin, &link),
        None => {
            html.tag("h2", words.label(Label::RoomJoin)).raw("<p>").text(words.label(Label::RoomNoLink)).raw(" ");
            html.link(&page.href(View::Paper), "").text(words.label(Label::NavPaper)).raw("</a></p>");
        }
    }
    html.raw("</section>");
}

/// The fields. What they hold is not written here: `ui` sets it once they stand in the page.
fn codes(html: &mut Html, words: Words<'_>, state: &AppState) {
    let plain = " autocomplete=\"off\" autocapitalize=\"off\" spellcheck=\"false\"";
    html.raw("<section class=\"room__in\"><div class=\"copy\"><label>");
    html.tag("span", words.label(Label::RoomCodes)).raw("<textarea rows=\"6\" name=\"").raw(Room::CODES).raw("\"");
    html.raw(plain).raw(" maxlength=\"").raw(&Room::MAX_LEN.to_string()).raw("\"></textarea></label></div>");
    html.raw("<form class=\"copy\" data-do=\"room-add\"><label>").tag("span", words.label(Label::RoomOne));
    html.raw("<input id=\"room-code\" name=\"").raw(Room::ONE).raw("\"").raw(plain).raw("></label>");
    html.raw("<button class=\"button\">").text(words.label(Label::RoomAdd)).raw("</button>");
    if state.room.can_scan {
        button(html, "button button--quiet", "room-scan", "", words.label(Label::RoomScan));
    }
    html.raw("</form><p class=\"file\"><label>").tag("span", words.label(Label::RoomFile));
    html.raw("<input type=\"file\" id=\"room-file\" accept=\".txt,.csv,text/plain\"></label></p></section>");
}

/// What the camera sees. It is on for as long as this stands in the page.
fn camera(html: &mut Html, words: Words<'_>) {
    html.raw("<div class=\"camera\"><video id=\"camera\" muted playsinline aria-label=\"")
        .text(words.label(Label::RoomScan));
    html.raw("\"></video>");
    button(html, "button button--quiet", "room-scan-end", "", words.label(Label::Dismiss));
    html.raw("</div>");
}

fn tools(html: &mut Html, page: Page<'_>, state: &AppState, position: usize) {
    let words = page.words;
    let quiet = "button button--quiet";
    html.raw("<div class=\"bar\">");
    if !state.room.is_empty() {
        button(html, quiet, "print", "", words.label(Label::Print));
        button(html, quiet, "room-empty", "", words.label(Label::RoomEmpty));
    }
    if state.room.has_aside() {
        button(html, quiet, "room-back", "", words.label(Label::RoomBack));
    }
    if state.room.sample() != Some(position) {
        button(html, quiet, "room-sample", &position.to_string(), words.label(Label::RoomSample));
    }
    html.link(&page.href(View::Room(None)), quiet).text(words.label(Label::OtherTopic)).raw("</a></div>");
}

/// What there is to know of the lines: what is wrong with some, without a word of them.
fn told(html: &mut Html, words: Words<'_>, heard: &Heard<'_>) {
    html.raw("<ul class=\"room__told\">");
    for (wrong, lines) in &heard.wrong {
        let label = match wrong {
            Wrong::Cut => Label::RoomCut,
            Wrong::Altered => Label::RoomAltered,
            Wrong::Newer => Label::RoomNewer,
            Wrong::Empty => Label::RoomNoAnswer,
            Wrong::Other => Label::RoomOther,
            Wrong::Nothing => Label::RoomNoCode,
        };
        let count = match lines.len() {
            1 => Label::RoomLine,
            n if n > MOST_LINES => Label::RoomManyLines,
            _ => Label::RoomLines,
        };
        let numbers: Vec<String> = lines.iter().take(MOST_LINES).map(usize::to_string).collect();
        let (lines, n) = (words.list(&numbers, Label::And), lines.len().to_string());
        html.tag("li", &words.fill(count, &[("lines", &lines), ("n", &n), ("wrong", words.label(label))]));
    }
    let n_twins = heard.n_twins();
    if n_twins > 0 {
        html.tag("li", &words.fill(Label::RoomTwins, &[("n", &n_twins.to_string())]));
    }
    html.raw("</ul>");
}

fn verdicts(html: &mut Html, words: Words<'_>, gathered: &Gathered) {
    html.tag("h2", &count(words, gathered.n));
    let Some(range) = gathered.range else {
        html.tag("p", words.label(Label::RoomNobody));
        return;
    };
    let label = if range.settled() { Label::RoomRangeOne } else { Label::RoomRange };
    html.tag("p", &words.fill(label, &[("range", &words.heading_short(range))]));
    let columns = [words.label(Label::RoomSettled), words.label(Label::RoomPossible)];
    table(html, words.label(Label::RoomVerdicts), &columns);
    for verdict in Verdict::ALL {
        let heads = gathered.heads[verdict.index()];
        row(html, words.verdict(verdict), gathered.n, &[heads.settled, heads.possible]);
    }
    html.raw("</tbody></table>");
}

/// The questions whose disagreement moves somebody's verdict.
fn discuss(html: &mut Html, words: Words<'_>, topic: &Topic, gathered: &Gathered) {
    if gathered.n < 2 {
        return;
    }
    html.tag("h2", words.label(Label::RoomDiscuss));
    let spreads = gathered.to_discuss();
    if spreads.is_empty() {
        html.tag("p", words.label(Label::RoomNoDiscuss));
        return;
    }
    html.classed("p", "muted", words.label(Label::RoomDiscussText)).raw("<ol class=\"room__first\">");
    for spread in spreads {
        if let Some(asked) = asked(words, topic, spread) {
            html.raw("<li>").tag("strong", &asked).raw("<br>");
            html.text(&of(words, Label::RoomSway, spread.swayed, gathered.n)).raw("</li>");
        }
    }
    html.raw("</ol>");
}

/// How each question was answered, those that divide most first.
fn divided(html: &mut Html, words: Words<'_>, topic: &Topic, gathered: &Gathered) {
    if gathered.n == 0 {
        return;
    }
    html.tag("h2", words.label(Label::RoomDivided)).classed("p", "muted", words.label(Label::RoomDividedText));
    html.raw("<div class=\"spreads\">");
    for spread in gathered.most_divided() {
        if let (Some(asked), Some(question)) = (asked(words, topic, spread), words.content.question(spread.question)) {
            html.raw("<section>").tag("h3", &asked).raw("<p>");
            let apart = of(words, Label::RoomApart, spread.apart, spread.pairs);
            html.text(if spread.apart == 0 { words.label(Label::RoomAgree) } else { &apart }).raw("</p>");
            answers(html, words, question, spread, gathered.n, &asked);
            html.raw("</section>");
        }
    }
    html.raw("</div>");
}

fn answers(html: &mut Html, words: Words<'_>, question: &Question, spread: &Spread, n: usize, asked: &str) {
    table(html, asked, &[words.label(Label::RoomPeople)]);
    for (choice, count) in question.choices.iter().zip(&spread.counts) {
        row(html, choice.label.get(words.lang), n, &[*count]);
    }
    let unknown = if question.many { Label::RestUnknown } else { Label::Unknown };
    let rest = [(Label::NoneOfThese, spread.none), (unknown, spread.unknown), (Label::NotAnswered, spread.silent)];
    for (label, count) in rest.into_iter().filter(|(_, count)| *count > 0) {
        row(html, words.label(label), n, &[count]);
    }
    html.raw("</tbody></table>");
}

/// What a question asks, with its place in the questionnaire.
fn asked(words: Words<'_>, topic: &Topic, spread: &Spread) -> Option<String> {
    let place = topic.inputs.iter().position(|input| input.question == spread.question)?;
    let ask = words.content.question(spread.question)?.ask.get(words.lang);
    Some([&(place + 1).to_string(), " · ", ask].concat())
}

fn of(words: Words<'_>, label: Label, n: usize, total: usize) -> String {
    words.fill(label, &[("n", &n.to_string()), ("total", &total.to_string())])
}

/// The start of a table of counts.
fn table(html: &mut Html, caption: &str, columns: &[&str]) {
    html.raw("<table class=\"counts\"><caption class=\"visually-hidden\">").text(caption);
    html.raw("</caption><thead><tr><td></td>");
    for column in columns {
        html.raw("<th scope=\"col\">").text(column).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
}

/// A row of it, of so many people: the counts in figures, and as a bar the first, then the second in outline.
//
// Bars are SVG: browsers leave the backgrounds of styles out of what they print.
fn row(html: &mut Html, label: &str, n: usize, counts: &[usize]) {
    html.raw("<tr><th scope=\"row\">").text(label).raw("<svg viewBox=\"0 0 ").raw(&n.to_string());
    html.raw(" 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    let mut start = 0;
    for count in counts {
        html.raw("<rect x=\"").raw(&start.to_string()).raw("\" width=\"").raw(&count.to_string());
        html.raw("\" height=\"1\"/>");
        start += count;
    }
    html.raw("</svg></th>");
    for count in counts {
        html.raw("<td>").raw(&count.to_string()).raw("</td>");
    }
    html.raw("</tr>");
}
