//! The messages between a frame and the page around it, as JSON: version 1 of the format.
//!
//! Messages out: ready, height, progress, verdict, key, and focus returned. None of them contains the answers.
//! Messages in: the requests of [`Request`]. Any other message is ignored.

use super::json::Json;
use crate::content::{Content, Topic};
use crate::domain::{Lang, Range};
use crate::link::Request;

/// The frame has loaded and understands this version of the format.
#[must_use]
pub fn ready(topic: &Topic, lang: Lang) -> String {
    message("ready", &format!(r#","topic":"{}","lang":"{}""#, topic.id, lang.tag()))
}

/// The height of the frame's content, in CSS pixels.
#[must_use]
pub fn height(pixels: u32) -> String {
    message("height", &format!(r#","height":{pixels}"#))
}

/// The number of questions answered, and the greatest number still to ask.
///
/// A frame that must not reveal the verdict passes no `n_left`, because it drops to 0 once the verdict is settled.
#[must_use]
pub fn progress(n_answered: usize, n_left: Option<usize>) -> String {
    let left = n_left.map(|n_left| format!(r#","left":{n_left}"#)).unwrap_or_default();
    message("progress", &format!(r#","answered":{n_answered}{left}"#))
}

/// The verdict on screen. Both ends of the range are the same once it is settled.
#[must_use]
pub fn verdict(topic: &Topic, range: Range) -> String {
    let (worst, best) = (range.worst.id(), range.best.id());
    message("verdict", &format!(r#","topic":"{}","worst":"{worst}","best":"{best}""#, topic.id))
}

/// The focus returns to the page around the frame.
#[must_use]
pub fn focus_returned() -> String {
    message("back", "")
}

/// A key pressed in the frame that belongs to the deck. `reveal.js` understands this message without any code.
#[must_use]
pub fn key(name: &str, code: u32) -> String {
    message("key", &format!(r#","key":"{name}","code":{code},"method":"triggerKey","args":[{code}]"#))
}

fn message(kind: &str, fields: &str) -> String {
    format!(r#"{{"boussole":1,"type":"{kind}"{fields}}}"#)
}

/// Reads a request of the page around; none when the message is not ours or asks for something unknown.
#[must_use]
pub fn read(content: &Content, topic: &Topic, json: &Json) -> Option<Request> {
    if json.get("boussole") != Some(&Json::Number(1)) {
        return None;
    }
    let text = |name: &str| match json.get(name) {
        Some(Json::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    match text("type")? {
        "reset" => Some(Request::Reset),
        "go" => match text("to")? {
            "verdict" => Some(Request::Verdict),
            name => topic
                .inputs
                .iter()
                .filter_map(|input| content.question(input.question))
                .find(|question| topic.short_name(question) == name)
                .map(|question| Request::Question(question.code)),
        },
        "lang" => Lang::from_tag(text("lang")?).map(Request::Lang),
        "theme" => match text("theme")? {
            "auto" => Some(Request::Theme(None)),
            "light" => Some(Request::Theme(Some(false))),
            "dark" => Some(Request::Theme(Some(true))),
            _ => None,
        },
        _ => None,
    }
}
