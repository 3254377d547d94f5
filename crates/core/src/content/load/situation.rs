//! Reads the worked situations: `situations.toml`.

use super::limit;
use crate::content::names::answer_named;
use crate::content::read::Node;
use crate::content::{Content, Situation};

pub(super) fn situation(node: &Node<'_>, content: &Content) -> Option<Situation> {
    let id = node.id("id");
    let name = node.text("name", limit::SYMPTOM);
    let story = node.text("story", limit::PARAGRAPH);
    let topic_id = node.string("topic");
    let mut answers = Vec::new();
    let written = node.child("answers")?;
    for key in written.keys() {
        let names = written.strings(&key);
        let Some(question) = content.question_named(&key) else {
            written.note(format!("\"{key}\" is not a question"));
            continue;
        };
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        match answer_named(question, &names) {
            Ok(answer) => answers.push((question.code, answer.into())),
            Err(error) => written.note(error.to_string()),
        }
    }
    let Some(topic) = content.topics.iter().position(|topic| topic.id == topic_id) else {
        node.note(format!("topic \"{topic_id}\" is not a topic"));
        return None;
    };
    let topic = u8::try_from(topic).ok()?;
    Some(Situation { id, name, story, topic, answers })
}
