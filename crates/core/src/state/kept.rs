//! What the device and the tab keep, as text: codes, and before them whose or what they are.

use super::{Guest, Origin, Pair};
use crate::content::Content;
use crate::domain::Answers;
use crate::link::{LinkNotice, decode, encode};

/// Answers kept on the device, read back, and what there is to tell of them.
///
/// # Errors
///
/// The notice of a code that is cut, altered or newer: it gives no answer.
pub fn read_kept(content: &Content, code: &str) -> Result<(Answers, Vec<LinkNotice>), LinkNotice> {
    let (answers, mut notices) = decode(content, code);
    match notices.first() {
        Some(LinkNotice::Cut | LinkNotice::Altered | LinkNotice::Newer) => Err(notices.remove(0)),
        _ => {
            notices.retain(|notice| *notice != LinkNotice::Empty);
            Ok((answers, notices))
        }
    }
}

/// Whether some of what was kept has no place any more: the text itself is then worth keeping.
#[must_use]
pub fn is_set_aside(notices: &[LinkNotice]) -> bool {
    notices.iter().any(|notice| matches!(notice, LinkNotice::Ignored { .. }))
}

/// Somebody else's answers as this tab keeps them: `ORIGIN/CODE`, where an origin is a worked situation's name, or nothing
/// for a link. Then `/CODE` as it was opened, when something was changed since.
#[must_use]
pub fn write_guest(content: &Content, guest: &Guest) -> String {
    let origin = match guest.origin {
        Origin::Example(situation) => content.situations.get(situation).map_or("", |situation| &situation.id),
        Origin::Link => "",
    };
    let mut kept = [origin, "/", &encode(content, &guest.answers)].concat();
    if guest.opened != guest.answers {
        kept.push('/');
        kept.push_str(&encode(content, &guest.opened));
    }
    kept
}

/// Reads them back, unless they cannot be.
#[must_use]
pub fn read_guest(content: &Content, kept: &str) -> Option<Guest> {
    let (origin, codes) = kept.split_once('/')?;
    let origin = match origin {
        "" => Origin::Link,
        id => Origin::Example(content.situations.iter().position(|situation| situation.id == id)?),
    };
    let (code, opened) = codes.split_once('/').unwrap_or((codes, codes));
    let read = |code| read_kept(content, code).ok().map(|(answers, _)| answers);
    Some(Guest { origin, answers: read(code)?, opened: read(opened)? })
}

/// The second of two situations as the device keeps it: what the two stand for, `/`, and the code.
#[must_use]
pub fn write_other(content: &Content, pair: Pair, other: &Answers) -> String {
    [pair.name(), "/", &encode(content, other)].concat()
}

/// Reads it back, with what there is to tell of it, unless it cannot be.
#[must_use]
pub fn read_other(content: &Content, kept: &str) -> Option<(Pair, Answers, Vec<LinkNotice>)> {
    let (pair, code) = kept.split_once('/')?;
    let (answers, notices) = read_kept(content, code).ok()?;
    Some((Pair::from_name(pair), answers, notices))
}

/// The answers of two documents that both started from `before`: what `ours` changed since, and elsewhere what `theirs` holds.
/// An answer that they removed stays removed, unless it changed here.
#[must_use]
pub fn merged(before: &Answers, ours: &Answers, theirs: &Answers) -> Answers {
    let mut merged = theirs.clone();
    let questions = before.iter().chain(ours.iter()).map(|(question, _)| question);
    for question in questions {
        match ours.get(question) {
            answer if answer == before.get(question) => {}
            Some(answer) => merged.set(question, answer),
            None => {
                merged.remove(question);
            }
        }
    }
    merged
}
