//! An exercise, which prints as a sheet of its own. Its verdict, and the verdict for each other answer, are computed from the
//! answers of its situation.

use boussole_core::content::{N_STEPS, Question, TrainersLabel};
use boussole_core::domain::{Answer, ChoiceId, Range};
use boussole_core::engine;
use boussole_core::link::View;
use maud::{Markup, html};

use super::{ClassUse, Guide, Lesson};
use crate::documents::parts::sources;
use crate::documents::table::{RowGroup, table};

impl Guide<'_> {
    pub(super) fn exercise(self, lesson: Lesson<'_>) -> Markup {
        let lang = self.page.lang();
        let title = format!("{} {}", lesson.topic.number, lesson.topic.name.get(lang));
        let inside = html! {
            div.sheet__tagline { (lesson.situation.name.get(lang)) }
            p.lede { (lesson.exercise.goal.get(lang)) }
            (self.steps(lesson))
            (self.ways(lesson))
            // A sheet may be handed out alone, so each says whose work it is and its date.
            p.exercise__foot { (self.page.words.credit()) }
        };
        self.part("exercise", &lesson.topic.id, &title, &inside)
    }

    fn steps(self, lesson: Lesson<'_>) -> Markup {
        let steps: [_; N_STEPS] = [
            (TrainersLabel::Read, self.read(lesson)),
            (TrainersLabel::Answer, self.answer(lesson)),
            (TrainersLabel::Discuss, self.discuss(lesson)),
            (TrainersLabel::Conclude, self.conclude(lesson)),
        ];
        html! {
            ol.minutes {
                @for ((name, inside), (start, end)) in steps.into_iter().zip(times(lesson.exercise.minutes)) {
                    @let time = self.fill(TrainersLabel::Minutes, &[("from", &start.to_string()), ("to", &end.to_string())]);
                    li {
                        h3 { span.minutes__time { (time) } " " (self.say(name)) }
                        (inside)
                    }
                }
            }
        }
    }

    fn read(self, lesson: Lesson<'_>) -> Markup {
        html! {
            p { (self.say(TrainersLabel::ReadText)) }
            blockquote.aloud { p { (lesson.situation.story.get(self.page.lang())) } }
        }
    }

    fn answer(self, lesson: Lesson<'_>) -> Markup {
        let n_questions = lesson.topic.inputs.len().to_string();
        html! {
            p { (self.fill(TrainersLabel::AnswerText, &[("n", &n_questions)])) }
            h4 { (self.say(TrainersLabel::AnswerFacts)) }
            (self.answers(lesson, |question| question.topic.is_none()))
        }
    }

    fn discuss(self, lesson: Lesson<'_>) -> Markup {
        let (words, exercise) = (self.page.words, lesson.exercise);
        let outcomes = self.outcomes(lesson);
        let verdict_moves = outcomes.windows(2).any(|pair| pair[0].1 != pair[1].1);
        html! {
            p { (self.say(TrainersLabel::DiscussText)) }
            p {
                strong { (self.say(TrainersLabel::Split)) } " " (exercise.split.get(words.lang))
                @if !exercise.split_sources.is_empty() { " " (sources(words, &exercise.split_sources)) }
            }
            p { strong { (self.say(TrainersLabel::Raise)) } " " (exercise.raise.get(words.lang)) }
            (self.outcome_table(lesson, &outcomes))
            p { (self.say(if verdict_moves { TrainersLabel::Moves } else { TrainersLabel::Same })) }
        }
    }

    /// The verdict for each answer to the question to discuss, with the team's other answers.
    fn outcomes(self, lesson: Lesson<'_>) -> Vec<(Answer, Range)> {
        let team = self.page.words.content.answers_of(lesson.situation);
        let choices = lesson.question.choices.iter().map(|choice| Answer::Choice(ChoiceId(choice.code)));
        let answers = choices.chain([Answer::Unknown]);
        answers
            .map(|answer| (answer, engine::judge(lesson.topic, &team.with(lesson.question.code, answer)).range))
            .collect()
    }

    fn outcome_table(self, lesson: Lesson<'_>, outcomes: &[(Answer, Range)]) -> Markup {
        let (words, question) = (self.page.words, lesson.question);
        let of_team = words.content.answers_of(lesson.situation).get(question.code);
        let row = |(answer, range): &(Answer, Range)| {
            let mut name = words.answer(question, Some(*answer));
            if of_team == Some(*answer) {
                name = self.fill(TrainersLabel::OfTeam, &[("answer", &name)]);
            }
            vec![html! { (name) }, html! { (words.heading(*range)) }]
        };
        let rows = outcomes.iter().map(row).collect();
        let heads = [TrainersLabel::OneAnswer, TrainersLabel::GivenRest].map(|label| self.say(label));
        table("outcomes", question.ask.get(words.lang), &heads, &[RowGroup::untitled(rows)])
    }

    fn conclude(self, lesson: Lesson<'_>) -> Markup {
        let words = self.page.words;
        let range = engine::judge(lesson.topic, &words.content.answers_of(lesson.situation)).range;
        html! {
            p.trust__verdict { (self.verdict(range)) }
            p { (lesson.exercise.conclude.get(words.lang)) " " (sources(words, &lesson.exercise.sources)) }
            h4 { (self.say(TrainersLabel::TeamAnswers)) }
            (self.answers(lesson, |question| question.topic.is_some()))
        }
    }

    fn verdict(self, range: Range) -> String {
        let words = self.page.words;
        let [worst, best] = [range.worst, range.best].map(|verdict| words.in_sentence(words.verdict(verdict)));
        if range.settled() {
            self.fill(TrainersLabel::Verdict, &[("verdict", &best)])
        } else {
            self.fill(TrainersLabel::VerdictOpen, &[("worst", &worst), ("best", &best)])
        }
    }

    /// The team's answers to the questions that `keep` selects.
    fn answers(self, lesson: Lesson<'_>, keep: impl Fn(&Question) -> bool) -> Markup {
        let words = self.page.words;
        let team = words.content.answers_of(lesson.situation);
        let questions = lesson.topic.inputs.iter().filter_map(|input| words.content.question(input.question));
        html! {
            dl.pairs.pairs--even {
                @for question in questions.filter(|question| keep(question)) {
                    div {
                        dt { (question.ask.get(words.lang)) }
                        dd { (words.answer(question, team.get(question.code))) }
                    }
                }
            }
        }
    }

    /// Links to the pages of the app that the exercise uses.
    fn ways(self, lesson: Lesson<'_>) -> Markup {
        let topic = Some(usize::from(lesson.situation.topic));
        let links = [
            (self.way(ClassUse::Room, topic), TrainersLabel::OpenRoom),
            (self.way(ClassUse::Slides, topic), TrainersLabel::OpenSlides),
            (self.page.href(View::Example(lesson.exercise.situation)), TrainersLabel::OpenExample),
        ];
        html! {
            p.ways {
                @for (href, label) in links { a href=(href) { (self.say(label)) } }
            }
        }
    }
}

/// When each step starts and ends, in minutes.
fn times(minutes: [u32; N_STEPS]) -> [(u32, u32); N_STEPS] {
    let mut end = 0;
    minutes.map(|length| {
        let start = end;
        end += length;
        (start, end)
    })
}
