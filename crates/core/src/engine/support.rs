//! Finds the arguments for a topic: the criteria in favour that the answers meet, and the problems that they recognise.

use crate::content::{Content, Criterion, Source, Topic};
use crate::domain::{Answer, Answers, QuestionId, Ticks, Verdict};

/// An argument for the topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Support {
    /// A criterion in favour that is met, by its position in the topic.
    Criterion(usize),
    /// A recognised problem that no criterion states: the question and the box's number.
    Problem(QuestionId, u8),
}

impl Support {
    /// The sources of the argument.
    #[must_use]
    pub fn sources<'a>(self, content: &'a Content, topic: &'a Topic) -> &'a [Source] {
        let sources = match self {
            Self::Criterion(index) => topic.criteria_for.get(index).map(|criterion| &criterion.sources),
            Self::Problem(question, _) => content.question(question).map(|question| &question.sources),
        };
        sources.map_or(&[], Vec::as_slice)
    }
}

/// The arguments that the answers certainly give for a topic, in content order.
#[must_use]
pub fn supports(topic: &Topic, answers: &Answers) -> Vec<Support> {
    let criteria = topic
        .criteria_for
        .iter()
        .enumerate()
        .filter(|(_, criterion)| is_met(topic, criterion, answers))
        .map(|(index, _)| Support::Criterion(index));
    let problems = topic
        .inputs
        .iter()
        .filter(|input| input.many)
        .flat_map(|input| input.codes.iter().map(|code| (input.question, *code)))
        .filter(|(question, code)| {
            let stated = |criterion: &Criterion| criterion.question == *question && criterion.met_by & 1 << code != 0;
            has_box(answers, *question, 1 << code) && !topic.criteria_for.iter().any(stated)
        })
        .map(|(question, code)| Support::Problem(question, code));
    criteria.chain(problems).collect()
}

/// The number of criteria in favour that are met.
#[must_use]
pub fn n_met(topic: &Topic, answers: &Answers) -> usize {
    topic.criteria_for.iter().filter(|criterion| is_met(topic, criterion, answers)).count()
}

/// The criteria in favour that are not met: the signs to watch for after a verdict.
///
/// At `not-for-you` these are only the criteria that state a problem, because no other one would change that verdict.
pub fn signs<'a>(topic: &'a Topic, answers: &'a Answers, verdict: Verdict) -> impl Iterator<Item = &'a Criterion> {
    let is_problem = |criterion: &Criterion| topic.input(criterion.question).is_some_and(|input| input.many);
    topic.criteria_for.iter().filter(move |criterion| {
        !is_met(topic, criterion, answers) && (verdict != Verdict::NotForYou || is_problem(criterion))
    })
}

fn is_met(topic: &Topic, criterion: &Criterion, answers: &Answers) -> bool {
    is_among(topic, criterion.question, criterion.met_by, answers)
}

/// Whether an answer is one of the choices of a mask, by position, or ticks one of its boxes, by number.
pub(super) fn is_among(topic: &Topic, question: QuestionId, mask: u16, answers: &Answers) -> bool {
    let Some(input) = topic.input(question) else {
        return false;
    };
    match answers.get(question) {
        Some(Answer::Choice(choice)) if !input.many => {
            input.codes.iter().position(|code| *code == choice.0).is_some_and(|place| mask & 1 << place != 0)
        }
        Some(Answer::Ticks(_)) if input.many => has_box(answers, question, mask),
        _ => false,
    }
}

fn has_box(answers: &Answers, question: QuestionId, boxes: u16) -> bool {
    matches!(answers.get(question), Some(Answer::Ticks(Ticks { ticked, .. })) if ticked & boxes != 0)
}
