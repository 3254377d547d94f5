//! What a frame and the page around it say to each other, as JSON: version 1 of the form.
//!
//! Out: that it is ready, how tall it is, how far the questionnaire is, the verdict that it shows, a key for the deck, and that
//! the focus is given back. Nothing of the answers. In: what may be asked of it; anything else is passed over.

use super::json::Json;
use crate::content::{Content, Topic};
use crate::domain::{Lang, Range};
use crate::link::Request;

/// The frame is there, and understands this version.
#[must_use]
pub fn ready(topic: &Topic, lang: Lang) -> String {
    message("ready", &[",\"topic\":\"", &topic.id, "\",\"lang\":\"", lang.tag(), "\""])
}

/// What it shows is so tall, in CSS pixels.
#[must_use]
pub fn height(pixels: u32) -> String {
    message("height", &[",\"height\":", &pixels.to_string()])
}

/// So many questions are answered, and at most so many are left: nothing of that where no verdict may be told, since none are left
/// once it is settled.
#[must_use]
pub fn progress(n_answered: usize, n_left: Option<usize>) -> String {
    let left = n_left.map(|n_left| [",\"left\":", &n_left.to_string()].concat()).unwrap_or_default();
    message("progress", &[",\"answered\":", &n_answered.to_string(), &left])
}

/// The verdict on screen: both ends, which are the same once it is settled.
#[must_use]
pub fn verdict(topic: &Topic, range: Range) -> String {
    let ends = ["\",\"worst\":\"", range.worst.id(), "\",\"best\":\"", range.best.id(), "\""].concat();
    message("verdict", &[",\"topic\":\"", &topic.id, &ends])
}

/// The focus is given back to the page around.
#[must_use]
pub fn back() -> String {
    message("back", &[])
}

/// A key that was pressed in the frame and is the deck's. `reveal.js` understands the message by itself.
#[must_use]
pub fn key(name: &str, code: u32) -> String {
    let code = code.to_string();
    message("key", &[",\"key\":\"", name, "\",\"code\":", &code, ",\"method\":\"triggerKey\",\"args\":[", &code, "]"])
}

fn message(kind: &str, rest: &[&str]) -> String {
    ["{\"boussole\":1,\"type\":\"", kind, "\"", &rest.concat(), "}"].concat()
}

/// Reads what the page around asks; none when it is no message of ours, or asks for what there is not.
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
