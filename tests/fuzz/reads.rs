//! Feeds bytes to everything that reads from outside, and checks what must hold of any of them: no panic, and what is read
//! can be written and read again. Shared by the fuzzing target and by `cargo test`, which replays the committed corpus.

use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Ticks};
use boussole_core::engine;
use boussole_core::link::{Address, LinkNotice, checked, decode, encode, find_code, is_code};
use boussole_core::record::json::{self, Json, Unreadable};
use boussole_core::state::{AppState, Room, Theme, read_guest, read_kept, read_other, read_room};
use boussole_core::state::{write_guest, write_other, write_room};
use serde_json::Value;

/// Everything that reads from outside, each told what it is given. What is added to the app is added here.
const READERS: [fn(&Content, &str); 7] = [code, paste, address, kept, body, file, room];

/// Reads bytes as all that they may be.
///
/// # Panics
///
/// When something does not hold.
pub fn reads(bytes: &[u8]) {
    let content = bundled::content();
    let text = String::from_utf8_lossy(bytes);
    READERS.iter().for_each(|read| read(content, &text));
    situation(content, &answers_from(content, bytes));
}

/// A code: it opens, or says why not.
fn code(content: &Content, text: &str) {
    let (answers, notices) = decode(content, text);
    let is_damaged = notices.iter().any(|notice| {
        use LinkNotice::{Altered, Cut, Empty, Newer};
        matches!(notice, Cut | Altered | Newer | Empty)
    });
    assert!(!answers.is_empty() || !notices.is_empty(), "{text:?} says nothing");
    assert!(answers.is_empty() || !is_damaged, "{text:?} is {notices:?}, and gives answers");
    situation(content, &answers);
    // Of one edition, what is understood to the end can be written in one way.
    let canonical = encode(content, &answers);
    if notices.is_empty() && has_edition_of(text, &canonical) {
        assert_eq!(text, canonical);
    }
}

/// Whether two codes are of the same version and edition: their first ten bits.
fn has_edition_of(code: &str, other: &str) -> bool {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let start = |code: &str| {
        let mut places = code.chars().filter_map(|char| ALPHABET.find(char));
        Some((places.next()?, places.next()? >> 2))
    };
    start(code) == start(other)
}

/// The characters of a code that a text has, with the checksum that they need: what is behind the checksum is read too.
fn body(content: &Content, text: &str) {
    let body: String = text.chars().filter(|char| is_code(&char.to_string())).collect();
    code(content, &checked(body));
}

/// What a person pastes.
fn paste(_: &Content, text: &str) {
    let Some(found) = find_code(text) else { return };
    if is_code(&found) {
        assert_eq!(find_code(&format!("https://example.org/a/#/r/{found}")).as_ref(), Some(&found), "{text:?}");
    }
}

/// The text after `#`.
fn address(content: &Content, text: &str) {
    let read = Address::parse(content, text);
    let is_plain = match &read {
        Ok(Address::View(..) | Address::Start) => true,
        Ok(Address::Result(code)) => code.is_empty() || is_code(code),
        _ => false,
    };
    if let (Ok(address), true) = (&read, is_plain) {
        assert_eq!(Address::parse(content, &address.write(content)).as_ref(), Ok(address), "{text:?}");
    }
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.opened(content, text);
    assert!(state.own.is_empty(), "{text:?} gives answers of one's own");
}

/// What the device and the tab keep.
fn kept(content: &Content, text: &str) {
    let _ = read_kept(content, text);
    if let Some(guest) = read_guest(content, text) {
        assert_eq!(read_guest(content, &write_guest(content, &guest)), Some(guest), "{text:?}");
    }
    if let Some((pair, other, _)) = read_other(content, text) {
        let again = read_other(content, &write_other(content, pair, &other));
        assert_eq!(again, Some((pair, other, Vec::new())), "{text:?}");
    }
}

/// The codes of a room, as they stand in their field and as the tab keeps them: every code of it counts, whatever is beside it.
fn room(content: &Content, text: &str) {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.changed(content, Room::CODES, text, true);
    let kept = write_room(content, &state.room);
    assert_eq!(kept.is_none(), text.is_empty(), "{text:?}");
    let again = kept.and_then(|kept| read_room(content, &kept)).unwrap_or_default();
    assert_eq!(again, state.room, "{text:?}");
    let n_heard = |state: &AppState, topic| state.room.heard(content, topic).answers.len();
    let before: Vec<usize> = (0..content.topics.len()).map(|topic| n_heard(&state, topic)).collect();
    state.added_codes(content, text);
    for ((position, topic), before) in content.topics.iter().enumerate().zip(before) {
        let heard = state.room.heard(content, position);
        let gathered = engine::summarise_room(topic, &heard.answers);
        assert_eq!(gathered.n, 2 * before, "{text:?}");
        let settled: usize = gathered.verdict_counts.iter().map(|heads| heads.settled).sum();
        assert!(settled <= gathered.n && heard.n_twins() >= gathered.n.min(2) && heard.n_twins() <= gathered.n);
    }
    if let Some(room) = read_room(content, text) {
        let again = write_room(content, &room).and_then(|kept| read_room(content, &kept)).unwrap_or_default();
        assert_eq!(again, room, "{text:?}");
    }
}

/// A file of answers: what is understood of it can be written in a file again.
fn file(content: &Content, text: &str) {
    let Some(file) = parsed(text) else { return };
    match json::read(content, &file) {
        Ok((answers, notices)) => {
            assert!(!answers.is_empty() || !notices.is_empty(), "{text:?} says nothing");
            survives_its_file(content, &answers);
        }
        Err(Unreadable::Foreign | Unreadable::Newer) => {}
    }
}

/// The tree of a JSON text, by serde's parser in the place of the browser's: as `ui::json` makes it, with its bounds.
pub fn parsed(text: &str) -> Option<Json> {
    const MAX_LEN: usize = 1_000_000;
    if text.len() > MAX_LEN {
        return None;
    }
    Some(tree(&serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?, 0))
}

fn tree(value: &Value, depth: usize) -> Json {
    const MAX_DEPTH: usize = 4;
    match value {
        Value::String(text) => Json::Text(text.clone()),
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "as the app does")]
        Value::Number(number) => Json::Number(number.as_f64().unwrap_or_default() as u32),
        Value::Array(values) if depth < MAX_DEPTH => {
            Json::List(values.iter().map(|value| tree(value, depth + 1)).collect())
        }
        Value::Object(entries) if depth < MAX_DEPTH => {
            Json::Map(entries.iter().map(|(name, value)| (name.clone(), tree(value, depth + 1))).collect())
        }
        _ => Json::Other,
    }
}

fn survives_its_file(content: &Content, answers: &Answers) {
    let written = json::write(content, answers);
    let expected = if answers.is_empty() { vec![LinkNotice::Empty] } else { Vec::new() };
    let again = parsed(&written).map(|file| json::read(content, &file));
    assert_eq!(again, Some(Ok((answers.clone(), expected))), "{written}");
}

/// Answers survive their file, and their code, in a link and in what people paste.
fn situation(content: &Content, answers: &Answers) {
    survives_its_file(content, answers);
    let code = encode(content, answers);
    let expected = if answers.is_empty() { vec![LinkNotice::Empty] } else { Vec::new() };
    assert_eq!(decode(content, &code), (answers.clone(), expected), "{code}");
    assert!(code.len() <= 160 && !code.ends_with(['-', '_']), "{code}");
    for around in [
        code.clone(),
        format!("« https://example.org/boussole/#/r/{code} »."),
        format!("Voici : https://example.org/boussole/%23%2Fr%2F{code}, regarde"),
        format!("<https://example.org/?r={code}>"),
        format!("_#/e/fr/edge/-/{code}_"),
    ] {
        assert_eq!(find_code(&around).as_ref(), Some(&code), "{around}");
    }
    let address = Address::parse(content, &format!("#/r/{code}%3E%20"));
    assert_eq!(address, Ok(Address::Result(code)));
}

/// The answers that bytes stand for: a question, then what is answered.
fn answers_from(content: &Content, bytes: &[u8]) -> Answers {
    let mut answers = Answers::new();
    for bytes in bytes.chunks_exact(3) {
        let question = &content.questions[usize::from(bytes[0]) % content.questions.len()];
        let number = u16::from_be_bytes([bytes[1], bytes[2]]);
        let answer = match number % 4 {
            0 => Answer::Unknown,
            rest if question.many => {
                Answer::Ticks(Ticks { ticked: (number / 4) & question.boxes(), rest_open: rest == 1 })
            }
            _ => Answer::Choice(ChoiceId(question.choices[usize::from(number / 4) % question.choices.len()].code)),
        };
        answers.set(question.code, answer);
    }
    answers
}
