//! The page before the app, and without it: topics, questions and choices as real form controls in both languages.
//!
//! Each part carries as its id the text after `#` that leads to it: the links work with no script at all. The parts the app
//! shows too are written by the same functions, or with the same classes.

use super::{Html, Page, about, dial_card, footer, home, why};
use crate::content::{Content, Label, Question, Topic};
use crate::domain::{Answers, Lang, Range};
use crate::link::View;
use crate::words::Words;

/// The inside of the app's element, before the app.
#[must_use]
pub fn plain(content: &Content) -> String {
    let mut html = Html::new();
    let answers = Answers::new();
    for lang in Lang::ALL {
        whole(&mut html, Page { words: Words::new(content, lang), answers: &answers });
    }
    html.finish()
}

/// The text after `#`, which is also the id of the part it leads to.
fn id(html: &mut Html, page: Page<'_>, view: View) {
    html.raw("id=\"").text(page.href(view).trim_start_matches('#')).raw("\"");
}

fn whole(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    html.raw("<div class=\"page plain\" lang=\"").raw(words.lang.tag()).raw("\" ");
    id(html, page, View::Home);
    html.raw(">");
    header(html, page);
    html.raw("<main>").classed("p", "plain__waiting", words.label(Label::Starting));
    html.raw("<section class=\"home\">");
    home(html, page);
    html.raw("<noscript>").classed("p", "notice", words.label(Label::NoScript)).raw("</noscript></section>");
    for (position, topic) in words.content.topics.iter().enumerate() {
        topic_part(html, page, position, topic);
    }
    html.raw("</main><footer class=\"foot\">").tag("p", words.label(Label::Privacy));
    footer(html, words);
    html.raw("</footer></div>");
}

fn header(html: &mut Html, page: Page<'_>) {
    let words = page.words;
    let other = words.lang.other();
    html.raw("<header class=\"top\">").link(&page.href(View::Home), "brand");
    html.raw(super::parts::ROSE).text(words.label(Label::AppTitle));
    html.raw("</a><nav class=\"top__nav\"><label class=\"theme\">");
    html.classed("span", "visually-hidden", words.label(Label::Theme)).raw("<select disabled>");
    for theme in [Label::ThemeAuto, Label::ThemeLight, Label::ThemeDark] {
        html.tag("option", words.label(theme));
    }
    html.raw("</select></label><a href=\"#/").raw(other.tag()).raw("\" lang=\"").raw(other.tag()).raw("\">");
    html.text(words.label(Label::SwitchLanguage)).raw("</a></nav></header>");
}

/// A topic: its first question where the app will show it, then the others, then what it is.
fn topic_part(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    html.raw("<section class=\"plain__topic\" ");
    id(html, page, View::Question(position, None));
    html.raw("><div class=\"question\"><div class=\"question__main\">");
    let left = topic.inputs.len().saturating_sub(1).to_string();
    let values = [("topic", topic.name.get(words.lang)), ("n", "1"), ("left", &*left)];
    html.classed("p", "step", &words.fill(Label::Step, &values)).raw("<form>");
    let questions = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    for (index, question) in questions.enumerate() {
        question_part(html, page, position, question, index == 0);
    }
    html.raw("</form>");
    about(html, words, topic);
    html.raw("</div><aside class=\"question__side\">");
    dial_card(html, words, Range::FULL);
    html.raw("</aside></div></section>");
}

fn question_part(html: &mut Html, page: Page<'_>, position: usize, question: &Question, is_first: bool) {
    let (words, lang) = (page.words, page.lang());
    let heading = if is_first { "h1" } else { "h2" };
    html.raw(if is_first { "<fieldset " } else { "<fieldset class=\"block\" " });
    id(html, page, View::Question(position, Some(question.code)));
    html.raw("><legend>").tag(heading, question.ask.get(lang)).raw("</legend>");
    html.classed("p", "hint", words.label(if question.many { Label::TickAll } else { Label::PickOne }));
    html.raw("<div class=\"choices\">");
    for choice in &question.choices {
        let note = choice.note.as_ref().map(|note| note.get(lang));
        control(html, question, &choice.id, choice.label.get(lang), note);
    }
    if question.many {
        control(html, question, "none", words.label(Label::NoneOfThese), None);
        control(html, question, "unknown", words.label(Label::RestUnknown), None);
    } else {
        control(html, question, "unknown", words.label(Label::Unknown), Some(words.label(Label::UnknownNote)));
    }
    html.raw("</div></fieldset>");
    if is_first {
        html.raw("<div class=\"bar\"><button class=\"button\" disabled>").text(words.label(Label::Continue));
        html.raw("</button>").link(&page.href(View::Home), "button button--quiet");
        html.text(words.label(Label::Back)).raw("</a></div><div class=\"why\">");
        why(html, words, question);
        html.raw("</div>");
    }
}

fn control(html: &mut Html, question: &Question, value: &str, label: &str, note: Option<&str>) {
    html.raw("<label class=\"choice\"><input type=\"").raw(if question.many { "checkbox" } else { "radio" });
    html.raw("\" name=\"").raw(&question.id).raw("\" value=\"").raw(value).raw("\"><span>").text(label).raw(" ");
    if let Some(note) = note {
        html.tag("small", note);
    }
    html.raw("</span></label>");
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::carried;

    #[test]
    fn every_choice_of_every_question_is_a_real_control_in_both_languages() {
        let content = carried::content();
        let html = plain(content);
        for topic in &content.topics {
            for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                let readers = content.topics.iter().filter(|topic| topic.input(question.code).is_some()).count();
                for choice in &question.choices {
                    let control = format!("name=\"{}\" value=\"{}\"", question.id, choice.id);
                    assert_eq!(html.matches(&control).count(), 2 * readers, "{control}");
                }
            }
        }
    }

    #[test]
    fn every_criterion_is_there_with_its_line() {
        let html = plain(carried::content());
        for criterion in carried::content().topics.iter().flat_map(|topic| topic.fors.iter().chain(&topic.againsts)) {
            assert!(html.contains(&criterion.text.fr) && html.contains(&criterion.text.en), "{}", criterion.id);
        }
        assert!(html.contains("#L66\"") && html.contains("chapitre 25, l. 66"));
    }

    #[test]
    fn every_address_inside_leads_somewhere() {
        let html = plain(carried::content());
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for href in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            // Worked situations need the app, and lead nowhere before it.
            assert!(ids.contains(&href) || href.contains("/example/"), "{href}");
        }
    }
}
