//! The page before the app, and without it: topics, questions and choices as real form controls in both languages.
//!
//! Each part carries as its id the text after `#` that leads to it: the links work with no script at all. The parts the app
//! shows too are written by the same functions, or with the same classes.

use super::controls::choices;
use super::frame::top;
use super::home::home;
use super::parts::{about, dial_card, footer, why};
use super::{Html, Page, Place};
use boussole_core::content::{Content, Label, Question, Topic};
use boussole_core::domain::{Answers, Lang, Range};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::words::Words;

/// The inside of the app's element, before the app.
#[must_use]
pub fn plain(content: &Content, place: Place) -> String {
    let mut html = Html::new();
    let answers = Answers::new();
    for lang in Lang::ALL {
        whole(&mut html, Page { words: Words::new(content, lang), answers: &answers, place });
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
    let other = words.lang.other();
    top(html, page, &["#/", other.tag()].concat(), None);
    html.raw("<main>").classed("p", "plain__waiting", words.label(Label::Starting));
    html.raw("<section class=\"home\">");
    home(html, page);
    html.raw("<noscript>").classed("p", "notice", words.label(Label::NoScript)).raw("</noscript></section>");
    for (position, topic) in words.content.topics.iter().enumerate() {
        topic_part(html, page, position, topic);
    }
    html.raw("</main><footer class=\"foot\">").tag("p", words.label(Label::Privacy));
    footer(html, page);
    html.raw("</footer></div>");
}

/// A topic: its first question where the app will show it, then the others, then what it is.
fn topic_part(html: &mut Html, page: Page<'_>, position: usize, topic: &Topic) {
    let words = page.words;
    html.raw("<section class=\"plain__topic\" ");
    id(html, page, View::Question(position, None));
    html.raw("><div class=\"question\"><div class=\"question__main\">");
    let left = topic.inputs.len().saturating_sub(1).to_string();
    let values = [("topic", topic.name.get(words.lang)), ("n", "1"), ("left", &*left)];
    html.classed("p", "step", &words.fill(Label::Step, &values)).raw("<form class=\"plain__form\">");
    let questions = topic.inputs.iter().filter_map(|input| words.content.question(input.question));
    for (index, question) in questions.enumerate() {
        question_part(html, page, (position, topic), question, index == 0);
    }
    html.raw("</form>");
    about(html, page, position, topic);
    html.raw("</div><aside class=\"question__side\">");
    dial_card(html, words, Range::FULL, None);
    html.raw("</aside></div></section>");
}

fn question_part(
    html: &mut Html,
    page: Page<'_>,
    (position, topic): (usize, &Topic),
    question: &Question,
    is_first: bool,
) {
    let (words, lang) = (page.words, page.lang());
    let heading = if is_first { "h1" } else { "h2" };
    html.raw(if is_first { "<fieldset " } else { "<fieldset class=\"block\" " });
    id(html, page, View::Question(position, Some(question.code)));
    html.raw("><legend>").tag(heading, question.ask.get(lang)).raw("</legend>");
    html.classed("p", "hint", words.label(if question.many { Label::TickAll } else { Label::PickOne }));
    choices(html, words, question);
    html.raw("</fieldset>");
    if is_first {
        html.raw("<div class=\"bar\"><button class=\"button\" disabled>").text(words.label(Label::Continue));
        html.raw("</button>").link(&page.href(View::Home), "button button--quiet");
        html.text(words.label(Label::Back)).raw("</a></div><div class=\"why\">");
        why(html, words, question, engine::power(topic, page.answers, question.code));
        html.raw("</div>");
    }
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::bundled;
    use crate::html::Place;

    #[test]
    fn every_choice_of_every_question_is_a_real_control_in_both_languages() {
        let content = bundled::content();
        let html = plain(content, Place::File);
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
    fn every_topic_says_what_it_is_and_leads_to_its_sheet() {
        let html = plain(bundled::content(), Place::Site);
        for topic in &bundled::content().topics {
            assert!(html.contains(&topic.what.fr) && html.contains(&topic.why.en), "{}", topic.id);
            for sheet in
                [format!("chapitre.html#/fr/chapter/{}", topic.id), format!("chapter.html#/en/chapter/{}", topic.id)]
            {
                assert!(html.contains(&sheet), "{sheet}");
            }
        }
        assert!(html.contains("chapitre 25, l.\u{a0}"));
    }

    #[test]
    fn every_address_inside_leads_somewhere() {
        let html = plain(bundled::content(), Place::File);
        let ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        for href in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            // What needs the app leads nowhere before it, and what is only read is outside this part of the page.
            let elsewhere = ["/example/", "/choose", "/board", "/plan", "/chapter", "/about", "/paper", "/trainers"];
            assert!(ids.contains(&href) || elsewhere.iter().any(|place| href.contains(place)), "{href}");
        }
    }
}
