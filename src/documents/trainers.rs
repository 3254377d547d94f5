//! The trainers' guide: what the app does for a class, what to check before it, and a ten-minute exercise for each technology.

mod exercise;

use boussole_core::content::{
    Advice, AdviceList, ClassUse, Exercise, Label, Question, Situation, Topic, Trainers, TrainersLabel, TrainersSection,
};
use boussole_core::link::View;
use boussole_core::words::fill;
use maud::{Markup, html};

use super::paper::tick_box;
use super::parts::{LICENCE, link_out};
use super::{Page, Place};

/// The title of the page and a summary in a sentence.
#[must_use]
pub fn head<'a>(page: Page<'a>, trainers: &'a Trainers) -> (&'a str, &'a str) {
    let guide = Guide { page, trainers };
    (guide.say(TrainersLabel::Title), guide.say(TrainersLabel::Lede))
}

/// The inside of the page.
#[must_use]
pub fn trainers(page: Page<'_>, trainers: &Trainers) -> Markup {
    let guide = Guide { page, trainers };
    let (title, lede) = head(page, trainers);
    html! {
        div.chapter.trainers id=(guide.anchor().trim_start_matches('#')) {
            header {
                h1 tabindex="-1" { (title) }
                p.lede { (lede) }
            }
            div.chapter__side { (guide.contents()) }
            div.chapter__text {
                @for section in &trainers.sections { (guide.section(section)) }
                @for lesson in guide.lessons() { (guide.exercise(lesson)) }
            }
        }
    }
}

/// The page and its content.
#[derive(Clone, Copy)]
struct Guide<'a> {
    page: Page<'a>,
    trainers: &'a Trainers,
}

/// An exercise and its subject.
#[derive(Clone, Copy)]
struct Lesson<'a> {
    exercise: &'a Exercise,
    situation: &'a Situation,
    topic: &'a Topic,
    /// The question to discuss.
    question: &'a Question,
}

impl<'a> Guide<'a> {
    /// A word or sentence of this page.
    fn say(self, label: TrainersLabel) -> &'a str {
        // `load` refuses a page that lacks one.
        self.trainers.words[label as usize].get(self.page.lang())
    }

    fn fill(self, label: TrainersLabel, values: &[(&str, &str)]) -> String {
        fill(self.say(label), values)
    }

    /// The address of this page as a fragment alone, even on a page of the site.
    fn anchor(self) -> String {
        Page { place: Place::File, ..self.page }.href(View::Trainers)
    }

    /// The address of a part of this page, from its id.
    fn part_anchor(self, id: &str) -> String {
        format!("{}/{id}", self.anchor())
    }

    /// The address of a page to use in class, for one technology or for any.
    fn way(self, way: ClassUse, topic: Option<usize>) -> String {
        self.page.href(match way {
            ClassUse::Paper => View::Paper,
            ClassUse::Slides => View::Slides(topic),
            ClassUse::Room => View::Room(topic),
        })
    }

    /// The exercises with their subjects: `load` refuses an exercise without one.
    fn lessons(self) -> impl Iterator<Item = Lesson<'a>> {
        let content = self.page.words.content;
        self.trainers.exercises.iter().filter_map(|exercise| {
            let situation = content.situations.get(exercise.situation)?;
            let topic = content.topics.get(usize::from(situation.topic))?;
            Some(Lesson { exercise, situation, topic, question: content.question(exercise.question)? })
        })
    }

    fn contents(self) -> Markup {
        let lang = self.page.lang();
        let sections = self.trainers.sections.iter().map(|section| (&*section.id, section.title.get(lang)));
        let lessons = self.lessons().map(|lesson| (&*lesson.topic.id, lesson.topic.name.get(lang)));
        html! {
            nav.contents aria-label=(self.say(TrainersLabel::Contents)) {
                (self.contents_list(TrainersLabel::ContentsGuide, sections))
                (self.contents_list(TrainersLabel::ContentsExercises, lessons))
            }
        }
    }

    fn contents_list<'t>(self, title: TrainersLabel, parts: impl Iterator<Item = (&'t str, &'t str)>) -> Markup {
        html! {
            section {
                h2 { (self.say(title)) }
                ul {
                    @for (id, name) in parts { li { a href=(self.part_anchor(id)) { (name) } } }
                }
            }
        }
    }

    /// A part with its own address: its heading links to it, and its end links back to the contents.
    fn part(self, class: &str, id: &str, title: &str, inside: &Markup) -> Markup {
        let anchor = self.part_anchor(id);
        html! {
            section class=(class) id=(anchor.trim_start_matches('#')) {
                h2 { a href=(anchor) { (title) } }
                (inside)
                div.chapter__up { a href=(self.anchor()) { (self.say(TrainersLabel::BackToContents)) } }
            }
        }
    }

    fn section(self, section: &TrainersSection) -> Markup {
        let inside = html! {
            @for line in &section.lines { p { (self.advice(line)) } }
            @for list in &section.lists { (self.list(list)) }
            @if section.id == "cite" { (self.citation()) }
        };
        self.part("advice", &section.id, section.title.get(self.page.lang()), &inside)
    }

    fn list(self, list: &AdviceList) -> Markup {
        html! {
            @if let Some(title) = &list.title { h3 { (title.get(self.page.lang())) } }
            ul.list.list--boxes[list.has_boxes] {
                @for point in &list.points {
                    @if list.has_boxes {
                        li { (tick_box()) div { (self.advice(point)) } }
                    } @else {
                        li { (self.advice(point)) }
                    }
                }
            }
        }
    }

    /// A piece of advice, with the names of controls as the app shows them and a link to the page it is about.
    fn advice(self, advice: &Advice) -> Markup {
        let words = self.page.words;
        let names = [
            ("forget", words.label(Label::Forget)),
            ("restart", words.label(Label::EmbedRestart)),
            ("unknown", words.label(Label::Unknown)),
            ("light", words.label(Label::ThemeLight)),
            ("dark", words.label(Label::ThemeDark)),
        ];
        html! {
            (fill(advice.text.get(words.lang), &names))
            @if let Some((way, label)) = &advice.link {
                span.advice__go { a href=(self.way(*way, None)) { (label.get(words.lang)) } }
            }
        }
    }

    /// The attribution to copy with the work. Its links are written out in print.
    fn citation(self) -> Markup {
        let words = self.page.words;
        html! {
            blockquote.aloud { p { (words.label(Label::Attribution)) } }
            ul.cited {
                li { (link_out(&words.chapter_page(), words.label(Label::AttributionLink))) }
                li { (link_out(LICENCE, words.label(Label::Licence))) }
            }
        }
    }
}
