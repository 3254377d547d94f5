//! The verdict of a topic, with everything needed to check it and to argue with it.

use super::again::{signs, tensions};
use super::lab::{trial, try_out};
use super::lift::{fragile, lifts};
use super::parts::{Mark, about, answers_list, changed, dial, reason, verdict_word};
use super::screen::{Main, part};
use super::what_if::{panel, tried};
use super::{Html, Page, button, ready, tools};
use boussole_core::content::{Label, Level, Profile, Question, Topic};
use boussole_core::domain::{Answer, QuestionId, Range, Verdict};
use boussole_core::engine::{self, Fit, Judgement};
use boussole_core::link::View;
use boussole_core::state::AppState;

/// The verdict page.
#[inline(never)]
pub(super) fn verdict(page: Page<'_>, state: &AppState, position: usize, topic: &Topic) -> Main {
    let judgement = engine::judge(topic, page.answers);
    let may_fit = judgement.range.best >= Verdict::TryInLab;
    let mut column = vec![
        part(|html| head(html, page, state, position, topic)),
        part(|html| reasons(html, page, position, topic)),
        part(|html| panel(html, page, position, topic)),
        part(|html| try_out(html, page, topic)),
    ];
    if may_fit {
        column.extend([
            part(|html| tools::questions(html, page, topic)),
            part(|html| tools::pointer(html, page, topic)),
            part(|html| tools::tools(html, page, topic)),
        ]);
    }
    column.extend([
        part(|html| ready::ready(html, page, topic)),
        part(|html| {
            if let Some(said) = ready::state(page, topic) {
                html.tag("p", &said);
            }
        }),
        part(|html| rest(html, page, position, topic)),
    ]);
    // Always there, so that flipping an answer draws nothing else anew.
    let side = part(|html| tried(html, page, state, position, topic));
    Main { class: "read", column, side: Some(("tried__place", side)) }
}

/// The verdict itself.
fn head(html: &mut Html, page: Page<'_>, state: &AppState, position: usize, topic: &Topic) {
    let words = page.words;
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    html.classed("p", "step", &words.result_line(topic, page.answers, judgement));
    html.raw("<section class=\"verdict\"><div>");
    verdict_word(html, words, range);
    if range.settled() {
        html.classed("p", "lede", &meaning(page, range, topic));
    }
    if let Some(learn) = learn(page, topic) {
        html.tag("p", &learn);
    }
    changed(html, words, state.change);
    html.classed("p", "muted", words.label(Label::NothingAgainst)).raw("<div class=\"bar\">");
    go_on(html, page, position, topic);
    html.link(&page.href(View::Share(Some(position))), "button button--quiet");
    html.text(words.label(Label::ShareGo)).raw("</a>");
    button(html, "button button--quiet", "print", "", words.label(Label::Print));
    html.raw("</div></div><div class=\"verdict__dial\">");
    dial(html, words, range, state.change.map_or(range, |change| change.shown), true);
    html.raw("</div></section>");
}

/// What to look at again, what limits the verdict, what speaks for it, and what would change it.
fn reasons(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let judgement = engine::judge(topic, page.answers);
    let range = judgement.range;
    tensions(html, page, position, topic);
    if !judgement.settled() {
        open_questions(html, page, position, topic);
    }
    if leads_with_simpler(range) {
        alternatives(html, page, topic);
    }
    limits(html, page, topic, judgement);
    if range.settled() {
        signs(html, page, topic, range.best);
    }
    supports(html, page, topic);
    lifts(html, page, topic);
    // A verdict that is still open is held up by nothing yet.
    if range.settled() {
        fragile(html, page, topic);
    }
}

/// What the verdict means; when it advises a trial that the lab is too small for, the same sentence says so.
fn meaning(page: Page<'_>, range: Range, topic: &Topic) -> String {
    let words = page.words;
    let trial = trial(page, topic);
    if range.best == Verdict::TryInLab && trial.fit == Some(Fit::Short) {
        return words.fill(Label::LabTryShort, &[("missing", &words.missing(&trial))]);
    }
    words.content.verdict(range.best).meaning.get(words.lang).to_owned()
}

/// A word to the one who learns out of curiosity: the verdict is not about learning.
fn learn(page: Page<'_>, topic: &Topic) -> Option<String> {
    let (words, guide) = (page.words, &page.words.content.guide);
    let is_curious = engine::profile(words.content, page.answers).is_some_and(Profile::is_curious);
    let trial = trial(page, topic);
    if !is_curious || !trial.is_possible() {
        return None;
    }
    let minutes = engine::minutes(words.content, page.answers);
    let suits = |level: &&Level| level.minutes.is_some_and(|longest| minutes.is_none_or(|minutes| longest <= minutes));
    let level = guide.levels.iter().rev().find(suits)?;
    let values = [("level", level.name.get(words.lang)), ("time", level.time.get(words.lang))];
    Some(words.fill(Label::LabLearn, &values))
}

/// What comes after the tools: the questions not asked, the alternatives, the answers, and what the technology is.
fn rest(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    let range = engine::judge(topic, page.answers).range;
    if range.settled() {
        without_effect(html, page, position, topic);
    }
    if !leads_with_simpler(range) && range.best != Verdict::Adopt {
        alternatives(html, page, topic);
    }
    html.tag("h2", words.label(Label::YourAnswers));
    answers_list(html, page, position, topic);
    about(html, page, position, topic);
}

fn leads_with_simpler(range: Range) -> bool {
    range.settled() && range.best == Verdict::SimplerFirst
}

/// The next question, while one can still change the verdict; then the way to another technology.
fn go_on(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let (view, label) = match engine::next(topic, page.answers) {
        Some(next) => (View::Question(position, Some(next)), Label::Continue),
        None => (View::Home, Label::OtherTopic),
    };
    html.link(&page.href(view), "button").text(page.words.label(label)).raw("</a>");
}

/// The answers that would close an open verdict.
fn open_questions(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    html.tag("h2", page.words.label(Label::UnknownTitle));
    html.classed("p", "muted", page.words.label(Label::OpenExplain));
    answerable(html, page, position, &engine::open(topic, page.answers));
}

/// Once settled: the questions not asked, or not known, because the verdict does not depend on them.
fn without_effect(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let codes: Vec<QuestionId> = topic
        .inputs
        .iter()
        .map(|input| input.question)
        .filter(|code| matches!(page.answers.get(*code), None | Some(Answer::Unknown)))
        .collect();
    if !codes.is_empty() {
        html.tag("h2", page.words.label(Label::NotAskedTitle));
        html.classed("p", "muted", page.words.label(Label::NotAskedText));
        answerable(html, page, position, &codes);
        html.raw("<p class=\"ways\">").link(&page.href(View::All(position)), "");
        html.text(page.words.label(Label::FullRecord)).raw("</a></p>");
    }
}

fn answerable(html: &mut Html, page: Page<'_>, position: usize, codes: &[QuestionId]) {
    html.raw("<ul class=\"reasons\">");
    for question in codes.iter().filter_map(|code| page.words.content.question(*code)) {
        let ask = question.ask.get(page.lang());
        let more = answer_link(page, position, question, ask);
        reason(html, page.words, Mark::Open, ask, &more, &question.sources);
    }
    html.raw("</ul>");
}

fn answer_link(page: Page<'_>, position: usize, question: &Question, ask: &str) -> String {
    let mut html = Html::new();
    html.raw(" ").link(&page.href(View::Question(position, Some(question.code))), "");
    html.text(page.words.label(Label::Answer)).unseen(page.lang(), ask).raw("</a>");
    html.finish()
}

fn limits(html: &mut Html, page: Page<'_>, topic: &Topic, judgement: Judgement) {
    html.tag("h2", page.words.label(Label::LimitsTitle));
    if judgement.limits(topic).next().is_none() {
        html.tag("p", page.words.label(Label::LimitsNone));
        return;
    }
    html.raw("<ul class=\"reasons\">");
    for rule in judgement.limits(topic) {
        reason(html, page.words, Mark::Against, rule.reason.get(page.lang()), "", &rule.sources);
    }
    html.raw("</ul>").classed("p", "small muted", page.words.label(Label::CeilingNote));
}

fn supports(html: &mut Html, page: Page<'_>, topic: &Topic) {
    let words = page.words;
    html.tag("h2", words.label(Label::SupportsTitle)).raw("<ul class=\"reasons\">");
    for support in engine::supports(topic, page.answers) {
        let text = words.support(topic, support);
        reason(html, words, Mark::For, &text, "", support.sources(words.content, topic));
    }
    let (n, total) = (engine::n_met(topic, page.answers), topic.fors.len());
    let count = match n {
        0 => words.label(Label::SupportsNone).to_owned(),
        _ => words.fill(Label::SupportsCount, &[("n", &n.to_string()), ("total", &total.to_string())]),
    };
    html.raw("</ul>").classed("p", "small muted", &count);
}

/// What to try before.
fn alternatives(html: &mut Html, page: Page<'_>, topic: &Topic) {
    html.tag("h2", page.words.label(Label::AlternativesTitle)).raw("<ul class=\"reasons\">");
    for alternative in &topic.alternatives {
        let mut more = Html::new();
        more.raw("<br>").text(alternative.text.get(page.lang())).raw("<br>");
        more.text(&page.words.start(alternative));
        let name = alternative.name.get(page.lang());
        reason(html, page.words, Mark::For, name, &more.finish(), &alternative.sources);
    }
    html.raw("</ul>");
}
