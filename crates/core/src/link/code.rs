//! Encodes answers as a short code: version, edition, answers by permanent number, checksum.
//!
//! Layout, most significant bit first:
//!
//! | part | bits |
//! | --- | --- |
//! | version, 2 | 4 |
//! | edition of the content, from 1 (absent in version 1, which means edition 1) | 6 |
//! | form: 0 sparse, 1 dense | 1 |
//! | sparse: number of answers, then for each question in ascending order: number, slot | 8, then 8 and 4 or 16 |
//! | dense: last question's number, then a slot for each number from 1 to it | 8, then 4 or 16 each |
//! | zero bits up to a whole character | 0 to 5 |
//! | CRC-32 of the characters so far: five characters, then one with its last two bits | 32 |
//!
//! The slot of a choice is 0 for no answer, 1 for "I don't know", otherwise the choice's number plus 1. The slot of boxes has
//! one bit for "answered", one for "the others are open", and one for each box number from 0.
//!
//! New questions get larger numbers, so answers beyond the last known number come from newer content. They are at the end of
//! the code and are ignored together. The canonical form is the shorter of the two, or sparse when both have the same length;
//! any other encoding of the same answers is rejected. The last character holds two bits only, so it is never a character that
//! a chat removes from the end of a link.
//!
//! The checksum detects every error burst of up to 32 bits, therefore every changed character. Any other error passes with a
//! probability of 2⁻³².

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc};

use super::bits::{Reader, Writer, char, value};
use crate::content::Content;
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks};

/// The version that is written. Version 1 is still read.
const VERSION: u32 = 2;
const VERSION_WIDTH: u32 = 4;
const EDITION_WIDTH: u32 = 6;
const NUMBER_WIDTH: u32 = 8;
const CHOICE_WIDTH: u32 = 4;
const BOXES_WIDTH: u32 = 16;
/// The length of the checksum, in characters.
const CHECK_LEN: usize = 6;

static CRC: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);
/// The polynomial in the bit order of the reflected algorithm.
const POLYNOMIAL: u32 = CRC_32_ISO_HDLC.poly.reverse_bits();

/// A notice about a code: an error, or information about its answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkNotice {
    /// Its end or its start is missing.
    Cut,
    /// Its length is right, but a character was changed.
    Altered,
    /// A newer version of the app wrote it.
    Newer,
    /// Some answers were ignored, because this content does not have their question or choice.
    Ignored {
        /// Their questions that the content has or had, in ascending order.
        questions: Vec<QuestionId>,
        /// The greatest possible number of other ignored answers, to questions that the content does not know.
        n_unknown: usize,
    },
    /// The answered questions whose meaning has changed since, in ascending order. Their answers are kept.
    Changed(Vec<QuestionId>),
    /// It contains no answers.
    Empty,
}

impl fmt::Display for LinkNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut => f.write_str("the code is cut"),
            Self::Altered => f.write_str("the code is altered"),
            Self::Newer => f.write_str("the code comes from a newer version"),
            Self::Ignored { questions, n_unknown } => {
                write!(f, "{} answers are unknown and were ignored", questions.len() + n_unknown)
            }
            Self::Changed(questions) => write!(f, "{} questions have changed since", questions.len()),
            Self::Empty => f.write_str("the code contains no answers"),
        }
    }
}

/// Whether a text consists of the characters of a code. The code may still be cut or altered.
#[must_use]
pub fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|char| value(char).is_some())
}

/// Encodes answers. Equal answers give equal codes.
#[must_use]
pub fn encode(content: &Content, answers: &Answers) -> String {
    let slots: Vec<(QuestionId, u32)> =
        answers.iter().map(|(question, answer)| (question, slot(content, question, answer))).collect();
    checked(body(content, VERSION, content.edition.into(), &slots))
}

/// Adds the checksum to a body. Public for tests that need a valid checksum.
#[must_use]
pub fn checked(mut body: String) -> String {
    let check = CRC.checksum(body.as_bytes());
    body.extend((0..CHECK_LEN).map(|place| check_char(check, place)));
    body
}

/// The code before its checksum.
fn body(content: &Content, version: u32, edition: u32, slots: &[(QuestionId, u32)]) -> String {
    let width = |question| width(content, question);
    let last = slots.last().map_or(0, |(question, _)| question.0);
    let sparse_width: u32 = slots.iter().map(|(question, _)| NUMBER_WIDTH + width(*question)).sum();
    let dense_width: u32 = (1..=last).map(|number| width(QuestionId(number))).sum();
    let mut writer = Writer::default();
    writer.put(version, VERSION_WIDTH);
    if version > 1 {
        writer.put(edition, EDITION_WIDTH);
    }
    if sparse_width <= dense_width {
        writer.put(0, 1);
        writer.put(u32::try_from(slots.len()).unwrap_or(u32::MAX), NUMBER_WIDTH);
        for (question, slot) in slots {
            writer.put(question.0.into(), NUMBER_WIDTH);
            writer.put(*slot, width(*question));
        }
    } else {
        writer.put(1, 1);
        writer.put(last.into(), NUMBER_WIDTH);
        let mut slots = slots.iter().copied().peekable();
        for number in (1..=last).map(QuestionId) {
            let slot = slots.next_if(|(question, _)| *question == number).map_or(0, |(_, slot)| slot);
            writer.put(slot, width(number));
        }
    }
    writer.finish()
}

/// Decodes a code. Unknown answers are ignored and reported. A code that is cut, altered or newer gives no answers.
#[must_use]
pub fn decode(content: &Content, code: &str) -> (Answers, Vec<LinkNotice>) {
    let Decoded { answers, edition, ignored, n_unknown } = match read(content, code.as_bytes()) {
        Ok(decoded) => decoded,
        Err(notice) => return (Answers::new(), vec![notice]),
    };
    let mut notices = Vec::new();
    if !ignored.is_empty() || n_unknown > 0 {
        notices.push(LinkNotice::Ignored { questions: ignored, n_unknown });
    } else if answers.is_empty() {
        notices.push(LinkNotice::Empty);
    }
    notices.extend(changed_since(content, &answers, edition));
    (answers, notices)
}

/// A notice of the answered questions whose meaning has changed since an edition; none when there are none.
#[must_use]
pub fn changed_since(content: &Content, answers: &Answers, edition: u32) -> Option<LinkNotice> {
    let is_changed =
        |code: &QuestionId| content.question(*code).is_some_and(|question| u32::from(question.changed) > edition);
    let changed: Vec<QuestionId> = answers.iter().map(|(question, _)| question).filter(is_changed).collect();
    (!changed.is_empty()).then_some(LinkNotice::Changed(changed))
}

/// The content of a valid code.
struct Decoded {
    answers: Answers,
    edition: u32,
    /// The known questions whose answers were ignored.
    ignored: Vec<QuestionId>,
    n_unknown: usize,
}

fn read(content: &Content, code: &[u8]) -> Result<Decoded, LinkNotice> {
    let Some(body_len) = code.len().checked_sub(CHECK_LEN).filter(|len| *len > 0) else {
        return Err(LinkNotice::Cut);
    };
    let written = &code[..body_len];
    let is_whole = is_whole(code);
    let mut reader = Reader::new(written);
    let version = reader.take(VERSION_WIDTH).unwrap_or(0);
    // Every version ends with this checksum, so a valid code of a newer version is not confused with a damaged one.
    if is_whole && version > VERSION {
        return Err(LinkNotice::Newer);
    }
    let edition = if version == 1 { Some(1) } else { reader.take(EDITION_WIDTH) };
    let slots = slots(content, &mut reader);
    if !is_whole {
        // When less follows than the header announces, the end is missing, unless the header itself was changed.
        let is_short = slots.is_none() && !is_one_character_off(code);
        return Err(if is_short { LinkNotice::Cut } else { LinkNotice::Altered });
    }
    let edition = edition.filter(|edition| version > 0 && *edition > 0).ok_or(LinkNotice::Altered)?;
    let slots = slots.ok_or(LinkNotice::Altered)?;
    let is_ascending = slots.read.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let is_canonical = is_ascending && slots.read.iter().all(|(_, slot)| *slot != 0);
    // A code without unknown answers must be the canonical encoding of its answers.
    if !is_canonical || slots.n_unknown == 0 && body(content, version, edition, &slots.read).as_bytes() != written {
        return Err(LinkNotice::Altered);
    }
    let mut decoded = Decoded { answers: Answers::new(), edition, ignored: Vec::new(), n_unknown: slots.n_unknown };
    for (question, slot) in slots.read {
        match answer(content, question, slot) {
            Some(answer) => decoded.answers.set(question, answer),
            None => decoded.ignored.push(question),
        }
    }
    Ok(decoded)
}

/// Whether changing one character would make the code valid.
///
/// A CRC is linear: changing a character adds to it a value that depends only on the change and on its position. The loop
/// starts with the difference between the written and the computed checksum, and undoes one character at a time, from the end.
/// At the position of the change, the difference equals the change itself.
pub(super) fn is_one_character_off(code: &[u8]) -> bool {
    let (body, check) = code.split_at(code.len().saturating_sub(CHECK_LEN));
    let sum = CRC.checksum(body);
    let written = check.iter().enumerate();
    if check.len() < CHECK_LEN || written.filter(|(place, char)| !is_check_char(sum, *place, **char)).count() < 2 {
        return check.len() == CHECK_LEN;
    }
    let Some(written) = check_written(check) else {
        return false;
    };
    let mut difference = sum ^ written;
    body.iter().rev().any(|char| {
        for _ in 0..u8::BITS {
            let is_folded = difference >> 31 == 1;
            difference = if is_folded { (difference ^ POLYNOMIAL) << 1 | 1 } else { difference << 1 };
        }
        u8::try_from(difference).is_ok_and(|change| value(char ^ change).is_some())
    })
}

/// Decodes the checksum from its six characters; none when they are not a checksum.
fn check_written(check: &[u8]) -> Option<u32> {
    let (last, first) = check.split_last()?;
    let last = value(*last).filter(|last| *last < 4)?;
    first.iter().try_fold(0, |sum, char| Some(sum << 6 | value(*char)?)).map(|sum| sum << 2 | last)
}

/// Whether a code ends with its valid checksum.
pub(super) fn is_whole(code: &[u8]) -> bool {
    let (body, check) = code.split_at(code.len().saturating_sub(CHECK_LEN));
    let sum = CRC.checksum(body);
    check.len() == CHECK_LEN && check.iter().enumerate().all(|(place, char)| is_check_char(sum, place, *char))
}

fn is_check_char(sum: u32, place: usize, char: u8) -> bool {
    char::from(char) == check_char(sum, place)
}

/// The answers that a topic's result page uses: to its questions, to its checklist and to the questions about its tools.
#[must_use]
pub fn of_topic(content: &Content, position: usize, answers: &Answers) -> Answers {
    let Some(topic) = content.topics.get(position) else {
        return Answers::new();
    };
    let reads = |question| {
        topic.input(question).is_some() || topic.ready == question || topic.tool_questions.contains(&question)
    };
    answers.iter().filter(|(question, _)| reads(*question)).collect()
}

/// The slots of a body, before they are interpreted.
#[derive(Default)]
struct Slots {
    /// The slots of answered questions.
    read: Vec<(QuestionId, u32)>,
    /// The greatest possible number of other slots, of questions that this content does not know.
    n_unknown: usize,
}

/// Reads the slots of a body; none when the text is too short.
fn slots(content: &Content, reader: &mut Reader<'_>) -> Option<Slots> {
    let form = reader.take(1)?;
    let number = u8::try_from(reader.take(NUMBER_WIDTH)?).ok()?;
    let last_known = last_known(content);
    let mut slots = Slots::default();
    if form == 1 {
        for question in (1..=number.min(last_known)).map(QuestionId) {
            let slot = reader.take(width(content, question))?;
            if slot != 0 {
                slots.read.push((question, slot));
            }
        }
        slots.n_unknown = number.saturating_sub(last_known).into();
        return Some(slots);
    }
    for place in 0..number {
        let question = QuestionId(u8::try_from(reader.take(NUMBER_WIDTH)?).ok()?);
        if question.0 > last_known {
            slots.n_unknown = (number - place).into();
            break;
        }
        slots.read.push((question, reader.take(width(content, question))?));
    }
    Some(slots)
}

/// The largest number of a present or retired question.
fn last_known(content: &Content) -> u8 {
    let asked = content.questions.iter().map(|question| question.code.0);
    let retired = content.retired.iter().map(|retired| retired.code.0);
    asked.chain(retired).max().unwrap_or(0)
}

fn check_char(check: u32, place: usize) -> char {
    match place {
        5 => char(check & 3),
        place => char(check >> (26 - 6 * place)),
    }
}

fn width(content: &Content, question: QuestionId) -> u32 {
    let many = match content.question(question) {
        Some(question) => question.many,
        None => content.retired.iter().any(|retired| retired.code == question && retired.many),
    };
    if many { BOXES_WIDTH } else { CHOICE_WIDTH }
}

fn slot(content: &Content, question: QuestionId, answer: Answer) -> u32 {
    match answer {
        // For boxes, "I don't know" means that none is ticked and the others are open.
        Answer::Unknown if width(content, question) == BOXES_WIDTH => 0b11,
        Answer::Unknown => 1,
        Answer::Choice(choice) => u32::from(choice.0) + 1,
        Answer::Ticks(ticks) => 1 | u32::from(ticks.rest_open) << 1 | u32::from(ticks.ticked) << 2,
    }
}

fn answer(content: &Content, question: QuestionId, slot: u32) -> Option<Answer> {
    let asked = content.question(question)?;
    if !asked.many {
        return match slot {
            0 => None,
            1 => Some(Answer::Unknown),
            slot => {
                let code = u8::try_from(slot - 1).ok()?;
                asked.choice(code).map(|_| Answer::Choice(ChoiceId(code)))
            }
        };
    }
    let ticked = u16::try_from(slot >> 2).ok()?;
    let known = ticked & asked.boxes() == ticked;
    (slot & 1 == 1 && known).then_some(Answer::Ticks(Ticks { ticked, rest_open: slot & 2 != 0 }))
}

#[cfg(test)]
mod tests;
