//! Two situations side by side: today and in a year, or two teams.

use super::controls::{compact, option};
use super::lift::steps;
use super::parts::dial;
use super::screen::{Main, part};
use super::{Html, Page, button};
use boussole_core::content::{Label, Question, Topic};
use boussole_core::domain::Answers;
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::state::{AnswerSet, AppState, Pair};
use boussole_core::words::Words;

/// The page. The first situation is the one on screen, the second is kept beside it.
#[inline(never)]
pub(super) fn compare(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Main {
    let other = &state.second(page.words.content);
    let names = names(page.words, state.pair);
    let column = vec![
        part(|html| head(html, page, topic)),
        part(|html| sides(html, page, topic, names, other)),
        part(|html| differences(html, page, topic, names, other)),
        part(|html| second(html, page, topic, names[1])),
        part(|html| ways(html, page, position)),
    ];
    Main { class: "read", column, side: None }
}

/// What the two situations are called.
pub(super) fn names(words: Words<'_>, pair: Pair) -> [&str; 2] {
    match pair {
        Pair::Years => [Label::PairToday, Label::PairLater],
        Pair::Teams => [Label::PairA, Label::PairB],
    }
    .map(|label| words.label(label))
}

fn head(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    html.classed("p", "step", topic.name.get(words.lang));
    html.raw("<h1 tabindex=\"-1\">").text(words.label(Label::CompareTitle)).raw("</h1>");
    html.classed("p", "lede", words.label(Label::CompareLede))
        .raw("<div class=\"pickers\"><div class=\"picker\"><label>");
    html.tag("span", words.label(Label::ComparePair)).raw("<select name=\"").raw(Pair::CONTROL).raw("\">");
    for pair in Pair::ALL {
        let label = match pair {
            Pair::Years => Label::PairYears,
            Pair::Teams => Label::PairTeams,
        };
        option(html, pair.name(), words.label(label));
    }
    html.raw("</select></label></div></div>");
}

/// Both dials, with what limits each and what each would need.
fn sides(html: &mut Html, page: Page<'_>, topic: &Topic, names: [&str; 2], other: &Answers) {
    let words = page.words;
    html.raw("<div class=\"sides\">");
    for (name, answers) in names.into_iter().zip([page.answers, other]) {
        let judgement = engine::judge(topic, answers);
        html.raw("<section class=\"card\">").classed("p", "card__status", name);
        html.tag("h2", &words.heading_short(judgement.range));
        dial(html, words, judgement.range, judgement.range, false);
        html.raw("<ul>");
        for rule in judgement.limits(topic) {
            html.tag("li", rule.reason.get(words.lang));
        }
        html.raw("</ul>");
        match engine::lifts(topic, answers).first() {
            Some(lift) => {
                html.tag("h3", &words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))]));
                steps(html, page, lift);
            }
            None => drop(html.tag("p", words.no_lift(judgement))),
        }
        html.raw("</section>");
    }
    html.raw("</div>");
}

/// The questions that the two answer differently.
fn differences(html: &mut Html, page: Page<'_>, topic: &Topic, names: [&str; 2], other: &Answers) {
    let words = page.words;
    let questions = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    let differ = |question: &&Question| page.answers.get(question.code) != other.get(question.code);
    let differing: Vec<&Question> = questions.filter(differ).collect();
    html.tag("h2", words.label(Label::CompareDiffer));
    if differing.is_empty() {
        html.tag("p", words.label(Label::CompareSame));
        return;
    }
    html.raw("<table class=\"differ\"><thead><tr><td></td>");
    for name in names {
        html.raw("<th scope=\"col\">").text(name).raw("</th>");
    }
    html.raw("</tr></thead><tbody>");
    for question in differing {
        html.raw("<tr><th scope=\"row\">").text(question.ask.get(words.lang)).raw("</th>");
        for (name, answers) in names.into_iter().zip([page.answers, other]) {
            html.raw("<td data-of=\"").text(name).raw("\">");
            html.text(&words.answer(question, answers.get(question.code))).raw("</td>");
        }
        html.raw("</tr>");
    }
    html.raw("</tbody></table>");
}

/// The second situation's answers.
fn second(html: &mut Html, page: Page<'_>, topic: &Topic, name: &str) {
    html.tag("h2", &page.words.fill(Label::CompareChange, &[("name", name)]));
    compact(html, page.words, AnswerSet::Other.prefix(), topic);
}

fn ways(html: &mut Html, page: Page<'_>, position: usize) {
    html.raw("<div class=\"bar\">").link(&page.href(View::Verdict(position)), "button");
    html.text(page.words.label(Label::SeeVerdict)).raw("</a>");
    button(html, "button button--quiet", "restart-other", "", page.words.label(Label::CompareRestart));
    html.raw("</div>");
}
