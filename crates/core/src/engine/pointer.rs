//! Finds the tool of a topic to look at first.

use crate::content::{Condition, Content, Pointer, Topic};
use crate::domain::{Answer, Answers};

/// The first pointer whose conditions all hold. The last pointer of a topic has no conditions.
#[must_use]
pub fn pointer<'a>(content: &Content, topic: &'a Topic, answers: &Answers) -> Option<&'a Pointer> {
    topic.pointers.iter().find(|pointer| pointer.when.iter().all(|condition| holds(content, *condition, answers)))
}

fn holds(content: &Content, condition: Condition, answers: &Answers) -> bool {
    let (Some(question), Some(Answer::Choice(choice))) =
        (content.question(condition.question), answers.get(condition.question))
    else {
        return false;
    };
    let place = question.choices.iter().position(|candidate| candidate.code == choice.0);
    place.is_some_and(|place| condition.mask & 1 << place != 0)
}
