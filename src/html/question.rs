//! One question with its dial, its why and its sources; or all those of a topic on one page.

use super::controls::choices;
use super::parts::{about, answers_list, changed, dial_card, why};
use super::screen::{Main, part};
use super::{Html, Page};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::{QuestionId, Range};
use boussole_core::engine::{self, Power};
use boussole_core::link::View;
use boussole_core::state::AppState;
use boussole_core::words::Words;

/// The question page. Nothing when there is no question to show.
#[inline(never)]
pub(super) fn question(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Option<Main> {
    let (words, content) = (page.words, page.words.content);
    let code = state.question(content)?;
    let question = content.question(code)?;
    let range = engine::judge(topic, &state.preview()).range;
    let power = engine::power(topic, page.answers, code);
    let back = state.before(topic, code).map_or(View::Home, |before| View::Question(position, Some(before)));
    let column = vec![
        part(|html| {
            step(html, words, state, topic, code);
            no_longer_matters(html, words, power);
        }),
        part(|html| asked(html, page, question)),
        part(|html| error(html, page, state)),
        part(|html| bar(html, page, back)),
        part(|html| changed(html, words, state.change)),
        part(|html| {
            html.raw("<div class=\"why\">");
            why(html, words, question, power);
            html.raw("</div>");
        }),
        part(|html| about(html, page, position, topic)),
        part(|html| answered(html, page, position, topic)),
        part(|html| ways(html, page, position, range)),
    ];
    let side = part(|html| dial_card(html, words, range, state.change));
    Some(Main { class: "question", column, side: Some(("question__side", side)) })
}

/// The question with its choices, as the page before the app has it.
pub(super) fn asked(html: &mut Html, page: Page<'_>, question: &Question) {
    let words = page.words;
    html.raw("<form id=\"asked\" data-do=\"continue\" novalidate><fieldset><legend><h1 tabindex=\"-1\">");
    html.text(question.ask.get(words.lang)).raw("</h1></legend>");
    html.classed("p", "hint", words.label(if question.many { Label::TickAll } else { Label::PickOne }));
    choices(html, words, question);
    html.raw("</fieldset></form>");
}

/// Nobody is asked what cannot change the verdict any more without being told.
fn no_longer_matters(html: &mut Html, words: Words<'_>, power: Option<Power>) {
    if power.is_none() {
        html.classed("p", "hint", &words.power(power));
    }
}

/// The technology, the place of the question in the order of asking, and how many more there may be.
pub(super) fn step(html: &mut Html, words: Words<'_>, state: &AppState, topic: &Topic, question: QuestionId) {
    let (n, left) = state.progress(topic, question);
    let values = [("topic", topic.name.get(words.lang)), ("n", &*n.to_string()), ("left", &*left.to_string())];
    html.classed("p", "step", &words.fill(if left == 0 { Label::StepLast } else { Label::Step }, &values));
}

/// What to do when "Continue" was pressed without an answer.
pub(super) fn error(html: &mut Html, page: Page<'_>, state: &AppState) {
    if !state.lacks_answer {
        return;
    }
    html.raw("<p class=\"error\" role=\"alert\"><a href=\"#main\" data-do=\"answer\">");
    html.text(page.words.label(Label::ChooseFirst)).raw("</a></p>");
}

/// The way on, and the way back.
pub(super) fn bar(html: &mut Html, page: Page<'_>, back: View) {
    html.raw("<div class=\"bar\"><button class=\"button\" form=\"asked\">").text(page.words.label(Label::Continue));
    html.raw("</button>")
        .link(&page.href(back), "button button--quiet")
        .text(page.words.label(Label::Back))
        .raw("</a></div>");
}

/// The answers so far, folded away; nothing before the first.
fn answered(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let n = engine::asked(topic, page.answers).count();
    if n > 0 {
        html.raw("<details class=\"fold\"><summary>").text(page.words.label(Label::YourAnswers));
        html.raw(" (").raw(&n.to_string()).raw(")</summary>");
        answers_list(html, page, position, topic);
        html.raw("</details>");
    }
}

/// The other ways on: every question at once, and the verdict once something is known of it.
fn ways(html: &mut Html, page: Page<'_>, position: usize, range: Range) {
    html.raw("<p class=\"ways\">").link(&page.href(View::All(position)), "");
    html.text(page.words.label(Label::AllOnOnePage)).raw("</a>");
    if range != Range::FULL {
        let label = if range.settled() { Label::SeeVerdict } else { Label::SeeVerdictNow };
        html.link(&page.href(View::Verdict(position)), "").text(page.words.label(label)).raw("</a>");
    }
    html.raw("</p>");
}

/// All the questions of a topic on one page, for the impatient.
#[inline(never)]
pub(super) fn all(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Main {
    let (words, content) = (page.words, page.words.content);
    let range = engine::judge(topic, &state.preview()).range;
    let mut column = vec![
        part(|html| {
            html.classed("p", "step", words.label(Label::AllOnOnePage));
            html.raw("<h1 tabindex=\"-1\">").text(topic.name.get(words.lang)).raw("</h1>");
            html.raw("<form id=\"all\" data-do=\"see-verdict\" novalidate></form>");
        }),
        part(|html| about(html, page, position, topic)),
    ];
    for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
        let power = engine::power(topic, page.answers, question.code);
        column.push(part(|html| no_longer_matters(html, words, power)));
        column.push(part(|html| {
            html.raw("<fieldset class=\"block\"><legend><h2>").text(question.ask.get(words.lang)).raw("</h2></legend>");
            choices(html, words, question);
            html.raw("</fieldset>");
        }));
        column.push(part(|html| {
            html.raw("<div class=\"why\">");
            why(html, words, question, power);
            html.raw("</div>");
        }));
    }
    column.push(part(|html| {
        html.raw("<div class=\"bar\"><button class=\"button\" form=\"all\">").text(words.label(Label::SeeVerdict));
        html.raw("</button>").link(&page.href(View::Question(position, None)), "button button--quiet");
        html.text(words.label(Label::OneByOne)).raw("</a></div>");
    }));
    let side = part(|html| {
        dial_card(html, words, range, state.change);
        changed(html, words, state.change);
    });
    Main { class: "question", column, side: Some(("question__side question__side--sticky", side)) }
}
