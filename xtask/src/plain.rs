//! The page before the app, and without it: topics, questions and choices as plain HTML in both languages, from the same
//! content and with the same classes as the app, so that starting moves nothing.
//!
//! Each part carries as its id the text after `#` that leads to it: the links work with no script at all.

use std::fmt::Write;

use boussole::content::{Content, Criterion, Label, Question, Source, Topic};
use boussole::domain::{Lang, Range};
use boussole::link::{Address, View};
use boussole::record::dial::{NEEDLE, SECTORS, TICKS, VIEW_BOX};
use boussole::words::{Words, source_url};

/// The inside of the app's element.
pub fn body(content: &Content) -> String {
    let mut html = String::new();
    for lang in Lang::ALL {
        page(&mut html, Words::new(content, lang));
    }
    html
}

/// Adds a line of HTML. Writing to a string cannot fail.
macro_rules! add {
    ($html:expr, $($line:tt)*) => { let _ = write!($html, $($line)*); };
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The text after `#`, which is also the id of the part it leads to.
fn place(words: Words<'_>, view: View) -> String {
    Address::View(words.lang, view).write(words.content).trim_start_matches('#').to_owned()
}

fn page(html: &mut String, words: Words<'_>) {
    let lang = words.lang.tag();
    add!(html, r#"<div class="page plain" lang="{lang}" id="{}">"#, place(words, View::Home));
    header(html, words);
    add!(html, r#"<main><p class="plain__waiting">{}</p>"#, escape(words.label(Label::Starting)));
    home(html, words);
    for (position, topic) in words.content.topics.iter().enumerate() {
        topic_part(html, words, position, topic);
    }
    add!(html, "</main>");
    footer(html, words);
    add!(html, "</div>");
}

fn header(html: &mut String, words: Words<'_>) {
    let other = words.lang.other();
    let themes: String = [Label::ThemeAuto, Label::ThemeLight, Label::ThemeDark]
        .map(|label| format!("<option>{}</option>", escape(words.label(label))))
        .concat();
    add!(
        html,
        r##"<header class="top"><a class="brand" href="#/{}"><svg viewBox="0 0 26 26" aria-hidden="true"><circle cx="13" cy="13" r="11.5"/><path d="M13 3.5 16 13 13 22.5 10 13Z"/><path class="brand__north" d="M13 3.5 16 13H10Z"/></svg>{}</a><nav class="top__nav"><label class="theme"><span class="visually-hidden">{}</span><select disabled>{themes}</select></label><a href="#/{}" lang="{}" hreflang="{}">{}</a></nav></header>"##,
        words.lang.tag(),
        escape(words.label(Label::AppTitle)),
        escape(words.label(Label::Theme)),
        other.tag(),
        other.tag(),
        other.tag(),
        escape(words.label(Label::SwitchLanguage)),
    );
}

fn home(html: &mut String, words: Words<'_>) {
    let label = |label| escape(words.label(label));
    add!(html, r#"<section class="home"><h1>{}</h1>"#, label(Label::AppQuestion));
    add!(html, r#"<p class="lede">{}</p>"#, label(Label::AppPromise));
    add!(html, r#"<noscript><p class="notice">{}</p></noscript>"#, label(Label::NoScript));
    add!(html, r#"<h2>{}</h2><ul class="cards">"#, label(Label::HomeTopics));
    for (position, topic) in words.content.topics.iter().enumerate() {
        add!(
            html,
            r##"<li><a class="card" href="#{}"><span class="card__status">{}</span><strong>{}</strong><p>{}</p></a></li>"##,
            place(words, View::Question(position, None)),
            escape(&topic.number),
            escape(topic.name.get(words.lang)),
            escape(topic.tagline.get(words.lang)),
        );
    }
    add!(html, "</ul></section>");
}

/// A topic: its first question where the app will show it, then the others, then what the app says elsewhere.
fn topic_part(html: &mut String, words: Words<'_>, position: usize, topic: &Topic) {
    let lang = words.lang;
    let name = escape(topic.name.get(lang));
    let place = place(words, View::Question(position, None));
    add!(html, r#"<section class="plain__topic" id="{place}"><div class="question"><div class="question__main">"#);
    let questions: Vec<&Question> =
        topic.inputs.iter().filter_map(|input| words.content.question(input.question)).collect();
    let left = (questions.len() - 1).to_string();
    let values = [("topic", topic.name.get(lang)), ("n", "1"), ("left", &left)];
    add!(html, r#"<p class="step">{}</p><form>"#, escape(&words.fill(Label::Step, &values)));
    for (index, question) in questions.into_iter().enumerate() {
        question_block(html, words, position, question, index == 0);
    }
    add!(html, r#"</form><details class="fold" open><summary>{} {name}</summary>"#, escape(words.label(Label::AboutTopic)));
    add!(html, "<p>{}</p><p>{}</p>", escape(topic.what.get(lang)), escape(topic.why.get(lang)));
    add!(html, r#"</details><div class="plain__criteria">"#);
    criteria(html, words, Label::CriteriaFor, &topic.fors);
    criteria(html, words, Label::CriteriaAgainst, &topic.againsts);
    add!(html, r#"</div></div><aside class="question__side"><div class="card dial-card">"#);
    dial(html, words);
    add!(html, r#"<p class="dial-card__text">{}</p></div></aside></div></section>"#, escape(&words.range(Range::FULL)));
}

fn question_block(html: &mut String, words: Words<'_>, position: usize, question: &Question, is_first: bool) {
    let lang = words.lang;
    let ask = escape(question.ask.get(lang));
    let (class, heading, id) = if is_first {
        ("", "h1", String::new())
    } else {
        let place = place(words, View::Question(position, Some(question.code)));
        (" class=\"block\"", "h2", format!(" id=\"{place}\""))
    };
    let hint = words.label(if question.many { Label::TickAll } else { Label::PickOne });
    add!(html, "<fieldset{class}{id}><legend><{heading}>{ask}</{heading}></legend>");
    add!(html, r#"<p class="hint">{}</p><div class="choices">"#, escape(hint));
    let kind = if question.many { "checkbox" } else { "radio" };
    let mut choice = |value: &str, label: &str, note: Option<&str>| {
        let note = note.map_or_else(String::new, |note| format!("<small>{}</small>", escape(note)));
        add!(
            html,
            r#"<label class="choice"><input type="{kind}" name="{}" value="{value}"><span>{} {note}</span></label>"#,
            question.id,
            escape(label),
        );
    };
    for given in &question.choices {
        choice(&given.id, given.label.get(lang), given.note.as_ref().map(|note| note.get(lang)));
    }
    if question.many {
        choice("none", words.label(Label::NoneOfThese), None);
        choice("unknown", words.label(Label::RestUnknown), None);
    } else {
        choice("unknown", words.label(Label::Unknown), Some(words.label(Label::UnknownNote)));
    }
    add!(html, "</div></fieldset>");
    if is_first {
        let (go_on, back) = (escape(words.label(Label::Continue)), escape(words.label(Label::Back)));
        let home = place(words, View::Home);
        add!(
            html,
            r##"<div class="bar"><button class="button" disabled>{go_on}</button><a class="button button--quiet" href="#{home}">{back}</a></div>"##
        );
    }
}

fn criteria(html: &mut String, words: Words<'_>, title: Label, criteria: &[Criterion]) {
    add!(html, "<div><h3>{}</h3><ul>", escape(words.label(title)));
    for criterion in criteria {
        add!(html, "<li>{} {}</li>", escape(criterion.text.get(words.lang)), sources(words, &criterion.sources));
    }
    add!(html, "</ul></div>");
}

fn sources(words: Words<'_>, sources: &[Source]) -> String {
    let links: String = sources
        .iter()
        .map(|source| {
            let text = escape(&words.source(*source));
            match source_url(words.content, *source) {
                Some(url) => format!(r#"<a href="{}">{text}</a>"#, escape(&url)),
                None => text,
            }
        })
        .collect();
    format!(r#"<span class="source">{links}</span>"#)
}

fn dial(html: &mut String, words: Words<'_>) {
    let sectors: String =
        SECTORS.iter().map(|sector| format!(r#"<path class="dial__sector dial__sector--on" d="{sector}"/>"#)).collect();
    add!(
        html,
        r#"<svg class="dial" viewBox="{VIEW_BOX}" role="img" aria-label="{}">{sectors}<path class="dial__tick" d="{TICKS}"/><path class="dial__needle dial__needle--hidden" d="{NEEDLE}"/><circle class="dial__pivot" cx="160" cy="150" r="6"/></svg>"#,
        escape(&words.range(Range::FULL)),
    );
}

fn footer(html: &mut String, words: Words<'_>) {
    let label = |label| escape(words.label(label));
    let date = words.fill(Label::ContentDate, &[("date", &words.date(words.content.date))]);
    add!(
        html,
        r#"<footer class="foot"><p>{}</p><p>{} <a href="{}README.md">{}</a> · <a href="https://creativecommons.org/licenses/by/4.0/deed.fr" rel="license">{}</a></p><p>{}</p></footer>"#,
        label(Label::Privacy),
        label(Label::Attribution),
        words.content.chapter_url,
        label(Label::AttributionLink),
        label(Label::Licence),
        escape(&date),
    );
}
