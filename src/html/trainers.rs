//! The trainers' guide: what the app brings to a class, what to check before it, and an exercise of ten minutes for each
//! technology. What an exercise tells is computed: the situation's answers, the verdict, and what one other answer would give.

use super::paper::BOX;
use super::parts::{self, LICENCE};
use super::table::{escaped, table};
use super::{Html, Page, Place};
use boussole_core::content::{
    Advice, AdviceList, Exercise, Label, N_STEPS, Question, Situation, Topic, Trainers, TrainersLabel, Way,
};
use boussole_core::domain::{Answer, ChoiceId, Range};
use boussole_core::engine;
use boussole_core::link::View;
use boussole_core::words::fill;

/// The steps of an exercise, each with what it is called.
const STEPS: [TrainersLabel; N_STEPS] =
    [TrainersLabel::Read, TrainersLabel::Answer, TrainersLabel::Discuss, TrainersLabel::Conclude];

/// The title of the page, and what it is in a sentence.
pub(super) fn head<'a>(page: Page<'a>, trainers: &'a Trainers) -> (&'a str, &'a str) {
    let guide = Guide { page, trainers };
    (guide.say(TrainersLabel::Title), guide.say(TrainersLabel::Lede))
}

/// The inside of the page, in the language of `page`.
pub(super) fn trainers(html: &mut Html, page: Page<'_>, trainers: &Trainers) {
    let guide = Guide { page, trainers };
    let (title, lede) = head(page, trainers);
    html.raw("<div class=\"chapter trainers\" id=\"").text(guide.here("").trim_start_matches('#')).raw("\"><header>");
    html.raw("<h1 tabindex=\"-1\">").text(title).raw("</h1>").classed("p", "lede", lede);
    html.raw("</header><div class=\"chapter__side\">");
    guide.contents(html);
    html.raw("</div><div class=\"chapter__text\">");
    guide.sections(html);
    for lesson in guide.lessons() {
        guide.exercise(html, lesson);
    }
    html.raw("</div></div>");
}

/// The page, and what it is written from.
#[derive(Clone, Copy)]
struct Guide<'a> {
    page: Page<'a>,
    trainers: &'a Trainers,
}

/// An exercise with what it is about.
#[derive(Clone, Copy)]
struct Lesson<'a> {
    exercise: &'a Exercise,
    situation: &'a Situation,
    topic: &'a Topic,
    /// The question to talk about.
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

    /// The address of a part of this page within what holds it; of the page itself when it is no part's.
    fn here(self, part: &str) -> String {
        let page = Page { place: Place::File, ..self.page }.href(View::Trainers);
        if part.is_empty() { page } else { [&page, "/", part].concat() }
    }

    /// The address of the page for a way to use the app, for one technology or for any.
    fn way(self, way: Way, topic: Option<usize>) -> String {
        self.page.href(match way {
            Way::Paper => View::Paper,
            Way::Slides => View::Slides(topic),
            Way::Room => View::Room(topic),
        })
    }

    /// The exercises that can be shown: `load` refuses the others.
    fn lessons(self) -> impl Iterator<Item = Lesson<'a>> {
        let content = self.page.words.content;
        self.trainers.exercises.iter().filter_map(|exercise| {
            let situation = content.situations.get(exercise.situation)?;
            let topic = content.topics.get(usize::from(situation.topic))?;
            Some(Lesson { exercise, situation, topic, question: content.question(exercise.question)? })
        })
    }

    fn contents(self, html: &mut Html) {
        let lang = self.page.lang();
        html.raw("<nav class=\"contents\" aria-label=\"").text(self.say(TrainersLabel::Contents)).raw("\">");
        let sections = self.trainers.sections.iter().map(|section| (section.id.as_str(), section.title.get(lang)));
        self.list_of_links(html, TrainersLabel::ContentsGuide, sections);
        let lessons = self.lessons().map(|lesson| (lesson.topic.id.as_str(), lesson.topic.name.get(lang)));
        self.list_of_links(html, TrainersLabel::ContentsExercises, lessons);
        html.raw("</nav>");
    }

    fn list_of_links<'t>(self, html: &mut Html, title: TrainersLabel, links: impl Iterator<Item = (&'t str, &'t str)>) {
        html.raw("<section>").tag("h2", self.say(title)).raw("<ul>");
        for (id, name) in links {
            html.raw("<li>").link(&self.here(id), "").text(name).raw("</a></li>");
        }
        html.raw("</ul></section>");
    }

    /// Opens a part: its deep link is its id, and its heading leads to it.
    fn open(self, html: &mut Html, class: &str, id: &str, title: &str) {
        let here = self.here(id);
        html.raw("<section class=\"").raw(class).raw("\" id=\"").text(here.trim_start_matches('#')).raw("\"><h2>");
        html.link(&here, "").text(title).raw("</a></h2>");
    }

    /// Closes a part, with the way back to the contents.
    fn close(self, html: &mut Html) {
        html.raw("<div class=\"chapter__up\">").link(&self.here(""), "");
        html.text(self.say(TrainersLabel::BackToContents)).raw("</a></div></section>");
    }

    fn sections(self, html: &mut Html) {
        for section in &self.trainers.sections {
            self.open(html, "advice", &section.id, section.title.get(self.page.lang()));
            for line in &section.lines {
                html.raw("<p>");
                self.advice(html, line);
                html.raw("</p>");
            }
            for list in &section.lists {
                self.list(html, list);
            }
            if section.id == "cite" {
                self.attribution(html);
            }
            self.close(html);
        }
    }

    fn list(self, html: &mut Html, list: &AdviceList) {
        if let Some(title) = &list.title {
            html.tag("h3", title.get(self.page.lang()));
        }
        html.raw(if list.has_boxes { "<ul class=\"list list--boxes\">" } else { "<ul class=\"list\">" });
        for point in &list.points {
            html.raw("<li>");
            if list.has_boxes {
                html.raw(BOX).raw("<div>");
            }
            self.advice(html, point);
            html.raw(if list.has_boxes { "</div></li>" } else { "</li>" });
        }
        html.raw("</ul>");
    }

    fn advice(self, html: &mut Html, advice: &Advice) {
        let words = self.page.words;
        let values = [
            ("forget", words.label(Label::Forget)),
            ("restart", words.label(Label::EmbedRestart)),
            ("unknown", words.label(Label::Unknown)),
            ("light", words.label(Label::ThemeLight)),
            ("dark", words.label(Label::ThemeDark)),
        ];
        html.text(&fill(advice.text.get(words.lang), &values));
        if let Some((way, go)) = &advice.way {
            html.raw("<span class=\"advice__go\">").link(&self.way(*way, None), "").text(go.get(words.lang));
            html.raw("</a></span>");
        }
    }

    /// Whose work it is, to be kept with it: the addresses are written out on paper.
    fn attribution(self, html: &mut Html) {
        let words = self.page.words;
        html.raw("<blockquote class=\"aloud\">").tag("p", words.label(Label::Attribution)).raw("</blockquote>");
        html.raw("<ul class=\"cited\">");
        for (address, label) in [(&*words.chapter_page(), Label::AttributionLink), (LICENCE, Label::Licence)] {
            html.raw("<li>").link_out(address).text(words.label(label)).raw("</a></li>");
        }
        html.raw("</ul>");
    }

    /// An exercise: a sheet of paper by itself.
    fn exercise(self, html: &mut Html, lesson: Lesson<'_>) {
        let lang = self.page.lang();
        let title = [&lesson.topic.number, " ", lesson.topic.name.get(lang)].concat();
        self.open(html, "exercise", &lesson.topic.id, &title);
        html.classed("div", "sheet__tagline", lesson.situation.name.get(lang));
        html.classed("p", "lede", lesson.exercise.goal.get(lang)).raw("<ol class=\"minutes\">");
        let mut start = 0;
        for (place, (step, minutes)) in STEPS.into_iter().zip(lesson.exercise.minutes).enumerate() {
            let end = start + minutes;
            let times = [("from", &*start.to_string()), ("to", &*end.to_string())];
            html.raw("<li><h3><span class=\"minutes__time\">").text(&self.fill(TrainersLabel::Minutes, &times));
            html.raw("</span> ").text(self.say(step)).raw("</h3>");
            match place {
                0 => self.read(html, lesson),
                1 => self.answer(html, lesson),
                2 => self.discuss(html, lesson),
                _ => self.conclude(html, lesson),
            }
            html.raw("</li>");
            start = end;
        }
        html.raw("</ol>");
        self.ways(html, lesson);
        self.foot(html);
        self.close(html);
    }

    /// Whose work it is, and as of when, on a sheet that may be handed out by itself.
    fn foot(self, html: &mut Html) {
        let words = self.page.words;
        html.classed("p", "exercise__foot", &words.credit());
    }

    fn read(self, html: &mut Html, lesson: Lesson<'_>) {
        html.tag("p", self.say(TrainersLabel::ReadText)).raw("<blockquote class=\"aloud\">");
        html.tag("p", lesson.situation.story.get(self.page.lang())).raw("</blockquote>");
    }

    fn answer(self, html: &mut Html, lesson: Lesson<'_>) {
        let n_questions = lesson.topic.inputs.len().to_string();
        html.tag("p", &self.fill(TrainersLabel::AnswerText, &[("n", &n_questions)]));
        html.tag("h4", self.say(TrainersLabel::AnswerFacts));
        self.answers(html, lesson, |question| question.topic.is_none());
    }

    fn discuss(self, html: &mut Html, lesson: Lesson<'_>) {
        let (lang, exercise) = (self.page.lang(), lesson.exercise);
        html.tag("p", self.say(TrainersLabel::DiscussText)).raw("<p>").tag("strong", self.say(TrainersLabel::Split));
        html.raw(" ").text(exercise.split.get(lang));
        if !exercise.split_sources.is_empty() {
            html.raw(" ");
            parts::sources(html, self.page.words, &exercise.split_sources);
        }
        html.raw("</p><p>").tag("strong", self.say(TrainersLabel::Raise)).raw(" ").text(exercise.raise.get(lang));
        html.raw("</p>");
        let ranges = self.outcomes(html, lesson);
        let moves = ranges.iter().any(|range| Some(range) != ranges.first());
        html.tag("p", self.say(if moves { TrainersLabel::Moves } else { TrainersLabel::Same }));
    }

    /// The verdict for each answer to the question to talk about, the rest being the team's, in a table.
    fn outcomes(self, html: &mut Html, lesson: Lesson<'_>) -> Vec<Range> {
        let (words, question) = (self.page.words, lesson.question);
        let team = words.content.answers_of(lesson.situation);
        let choices = question.choices.iter().map(|choice| Answer::Choice(ChoiceId(choice.code)));
        let mut ranges = Vec::new();
        let mut rows = Vec::new();
        for answer in choices.chain([Answer::Unknown]) {
            let range = engine::judge(lesson.topic, &team.with(question.code, answer)).range;
            let mut said = words.answer(question, Some(answer));
            if team.get(question.code) == Some(answer) {
                said = self.fill(TrainersLabel::OfTeam, &[("answer", &said)]);
            }
            rows.push(vec![escaped(&said), escaped(&words.heading(range))]);
            ranges.push(range);
        }
        let heads = [TrainersLabel::OneAnswer, TrainersLabel::GivenRest].map(|label| self.say(label).to_owned());
        table(html, "outcomes", question.ask.get(words.lang), &heads, &[(None, rows)]);
        ranges
    }

    fn conclude(self, html: &mut Html, lesson: Lesson<'_>) {
        let words = self.page.words;
        let range = engine::judge(lesson.topic, &words.content.answers_of(lesson.situation)).range;
        let [worst, best] = [range.worst, range.best].map(|verdict| words.in_sentence(words.verdict(verdict)));
        let said = if range.settled() {
            self.fill(TrainersLabel::Verdict, &[("verdict", &best)])
        } else {
            self.fill(TrainersLabel::VerdictOpen, &[("worst", &worst), ("best", &best)])
        };
        html.classed("p", "trust__verdict", &said).raw("<p>").text(lesson.exercise.conclude.get(words.lang)).raw(" ");
        parts::sources(html, words, &lesson.exercise.sources);
        html.raw("</p>").tag("h4", self.say(TrainersLabel::TeamAnswers));
        self.answers(html, lesson, |question| question.topic.is_some());
    }

    /// Some of the team's answers.
    fn answers(self, html: &mut Html, lesson: Lesson<'_>, keep: impl Fn(&Question) -> bool) {
        let words = self.page.words;
        let team = words.content.answers_of(lesson.situation);
        html.raw("<dl class=\"pairs pairs--even\">");
        let questions = lesson.topic.inputs.iter().filter_map(|input| words.content.question(input.question));
        for question in questions.filter(|question| keep(question)) {
            html.raw("<div>").tag("dt", question.ask.get(words.lang));
            html.tag("dd", &words.answer(question, team.get(question.code))).raw("</div>");
        }
        html.raw("</dl>");
    }

    /// The pages of the app that the exercise needs.
    fn ways(self, html: &mut Html, lesson: Lesson<'_>) {
        let topic = Some(usize::from(lesson.situation.topic));
        let links = [
            (self.way(Way::Room, topic), TrainersLabel::OpenRoom),
            (self.way(Way::Slides, topic), TrainersLabel::OpenSlides),
            (self.page.href(View::Example(lesson.exercise.situation)), TrainersLabel::OpenExample),
        ];
        html.raw("<p class=\"ways\">");
        for (href, label) in links {
            html.link(&href, "").text(self.say(label)).raw("</a>");
        }
        html.raw("</p>");
    }
}
