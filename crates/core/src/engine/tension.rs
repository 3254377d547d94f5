//! Answers that pull against each other. They change no verdict: they are named, so that a person looks at them again.

use super::support::is_among;
use crate::content::{Tension, Topic};
use crate::domain::Answers;

/// The tensions of a topic that the answers show, in content order.
pub fn tensions<'a>(topic: &'a Topic, answers: &'a Answers) -> impl Iterator<Item = &'a Tension> {
    let shows = |tension: &&Tension| {
        tension.when.iter().all(|condition| is_among(topic, condition.question, condition.mask, answers))
    };
    topic.tensions.iter().filter(shows)
}
