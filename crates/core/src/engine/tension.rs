//! Finds the tensions between answers. They do not change the verdict; the app shows them so that people check their answers.

use super::support::is_among;
use crate::content::{Tension, Topic};
use crate::domain::Answers;

/// The tensions of a topic that the answers have, in content order.
pub fn tensions<'a>(topic: &'a Topic, answers: &'a Answers) -> impl Iterator<Item = &'a Tension> {
    let shows = |tension: &&Tension| {
        tension.when.iter().all(|condition| is_among(topic, condition.question, condition.mask, answers))
    };
    topic.tensions.iter().filter(shows)
}
