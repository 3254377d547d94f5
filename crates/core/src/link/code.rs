//! A situation as a short code: version, edition, answers by permanent number, checksum.
//!
//! Layout, in bits, most significant first:
//!
//! | part | bits |
//! | --- | --- |
//! | version, 2 | 4 |
//! | edition of the content, from 1 (version 1 has none: it was the first) | 6 |
//! | form: 0 sparse, 1 dense | 1 |
//! | sparse: number of answers, then for each by rising number: question, slot | 8, then 8 and 4 or 16 |
//! | dense: last question's number, then a slot for each number from 1 to it | 8, then 4 or 16 each |
//! | zeros up to a whole character | 0 to 5 |
//! | CRC-32 of the characters so far: five characters, then one of its last two bits | 32 |
//!
//! A slot of one choice is 0 for no answer, 1 for "I don't know", else the choice's number plus 1. A slot of boxes is one
//! bit for "answered", one for "the rest is open", and one for each box number from 0. Numbers only ever grow, so answers
//! beyond the last number this content knows come from newer content: they stand at the end and are set aside together.
//! The shorter form is the canonical one, sparse when they are as long: any other way of writing the same is refused.
//! The last character holds two bits, so it is never one that a chat strips from the end of a link.
//!
//! The checksum finds every change within 32 bits in a row, so every changed character; of anything else one in 2³² passes.

use core::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::bits::{Reader, Writer, char, value};
use crate::content::Content;
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks};

/// What is written. Version 1 is read for ever.
const VERSION: u32 = 2;
const VERSION_WIDTH: u32 = 4;
const EDITION_WIDTH: u32 = 6;
const NUMBER_WIDTH: u32 = 8;
const CHOICE_WIDTH: u32 = 4;
const BOXES_WIDTH: u32 = 16;
/// Characters of the checksum.
const CHECK_LEN: usize = 6;

/// Small in the wasm rather than fast: a code has some forty characters.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
/// The polynomial as the checksum's own steps use it: lowest bit first.
const POLYNOMIAL: u32 = CRC_32_ISO_HDLC.poly.reverse_bits();

/// What a code could not give, or what there is to know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkNotice {
    /// The end is missing, or the start.
    Cut,
    /// It has the right length, but a character is not the one that was written.
    Altered,
    /// A version of the app that came later wrote it.
    Newer,
    /// Answers this content has no place for, set aside.
    SetAside {
        /// The questions it knows or knew, by rising number.
        questions: Vec<QuestionId>,
        /// How many more there are, at most, to questions it does not know yet.
        n_unknown: usize,
    },
    /// Questions answered there whose meaning changed since, by rising number. Their answers are kept.
    Changed(Vec<QuestionId>),
    /// It holds no answer.
    Empty,
}

impl fmt::Display for LinkNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut => f.write_str("the code is cut"),
            Self::Altered => f.write_str("the code is altered"),
            Self::Newer => f.write_str("the code comes from a newer version"),
            Self::SetAside { questions, n_unknown } => {
                write!(f, "{} answers have no place here", questions.len() + n_unknown)
            }
            Self::Changed(questions) => write!(f, "{} questions changed since", questions.len()),
            Self::Empty => f.write_str("the code holds no answer"),
        }
    }
}

/// Whether some text is made of the characters of a code. It may still be cut or altered.
#[must_use]
pub fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|char| value(char).is_some())
}

/// Writes answers as a code. Equal answers give equal text, whatever the order they were given in.
#[must_use]
pub fn encode(content: &Content, answers: &Answers) -> String {
    let slots: Vec<(QuestionId, u32)> =
        answers.iter().map(|(question, answer)| (question, slot(content, question, answer))).collect();
    checked(body(content, VERSION, content.edition.into(), &slots))
}

/// A body with its checksum: tests get past it with this.
#[must_use]
pub fn checked(mut body: String) -> String {
    let check = CRC.checksum(body.as_bytes());
    body.extend((0..CHECK_LEN).map(|place| check_char(check, place)));
    body
}

/// What a code says before its checksum.
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

/// Reads a code. Never fails as a whole: what is unknown is set aside and reported. A code that is cut, altered or newer
/// gives no answer at all.
#[must_use]
pub fn decode(content: &Content, code: &str) -> (Answers, Vec<LinkNotice>) {
    let Read { answers, edition, aside, n_unknown } = match read(content, code.as_bytes()) {
        Ok(read) => read,
        Err(notice) => return (Answers::new(), vec![notice]),
    };
    let mut notices = Vec::new();
    if !aside.is_empty() || n_unknown > 0 {
        notices.push(LinkNotice::SetAside { questions: aside, n_unknown });
    } else if answers.is_empty() {
        notices.push(LinkNotice::Empty);
    }
    notices.extend(changed_since(content, &answers, edition));
    (answers, notices)
}

/// The questions whose meaning changed since an edition of the content answered them, if there are any.
#[must_use]
pub fn changed_since(content: &Content, answers: &Answers, edition: u32) -> Option<LinkNotice> {
    let is_changed =
        |code: &QuestionId| content.question(*code).is_some_and(|question| u32::from(question.changed) > edition);
    let changed: Vec<QuestionId> = answers.iter().map(|(question, _)| question).filter(is_changed).collect();
    (!changed.is_empty()).then_some(LinkNotice::Changed(changed))
}

/// What a whole code holds.
struct Read {
    answers: Answers,
    edition: u32,
    aside: Vec<QuestionId>,
    n_unknown: usize,
}

fn read(content: &Content, code: &[u8]) -> Result<Read, LinkNotice> {
    let Some(body_len) = code.len().checked_sub(CHECK_LEN).filter(|len| *len > 0) else {
        return Err(LinkNotice::Cut);
    };
    let written = &code[..body_len];
    let is_whole = is_whole(code);
    let mut reader = Reader::new(written);
    let version = reader.take(VERSION_WIDTH).unwrap_or(0);
    // Every version ends with this checksum, so a whole code of a later version is told from a damaged one.
    if is_whole && version > VERSION {
        return Err(LinkNotice::Newer);
    }
    let edition = if version == 1 { Some(1) } else { reader.take(EDITION_WIDTH) };
    let slots = slots(content, &mut reader);
    if !is_whole {
        // The header says how much should follow. Less than that, the end is missing, unless the header itself changed.
        let is_short = slots.is_none() && !is_one_character_off(code);
        return Err(if is_short { LinkNotice::Cut } else { LinkNotice::Altered });
    }
    let edition = edition.filter(|edition| version > 0 && *edition > 0).ok_or(LinkNotice::Altered)?;
    let slots = slots.ok_or(LinkNotice::Altered)?;
    let is_rising = slots.read.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let is_canonical = is_rising && slots.read.iter().all(|(_, slot)| *slot != 0);
    // What is known to the end has one way to be written.
    if !is_canonical || slots.n_unknown == 0 && body(content, version, edition, &slots.read).as_bytes() != written {
        return Err(LinkNotice::Altered);
    }
    let mut read = Read { answers: Answers::new(), edition, aside: Vec::new(), n_unknown: slots.n_unknown };
    for (question, slot) in slots.read {
        match answer(content, question, slot) {
            Some(answer) => read.answers.set(question, answer),
            None => read.aside.push(question),
        }
    }
    Ok(read)
}

/// Whether changing one character gives a whole code back.
///
/// The checksum is linear: a change of a character adds to it a number that depends on the change and on the place alone.
/// The difference between the checksum written and the one computed is taken back one character at a time, from the end:
/// at the place of the change it has become the change itself.
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

/// The checksum that its six characters say, if they can say one.
fn check_written(check: &[u8]) -> Option<u32> {
    let (last, first) = check.split_last()?;
    let last = value(*last).filter(|last| *last < 4)?;
    first.iter().try_fold(0, |sum, char| Some(sum << 6 | value(*char)?)).map(|sum| sum << 2 | last)
}

/// Whether a code ends with its own checksum.
pub(super) fn is_whole(code: &[u8]) -> bool {
    let (body, check) = code.split_at(code.len().saturating_sub(CHECK_LEN));
    let sum = CRC.checksum(body);
    check.len() == CHECK_LEN && check.iter().enumerate().all(|(place, char)| is_check_char(sum, place, *char))
}

fn is_check_char(sum: u32, place: usize, char: u8) -> bool {
    char::from(char) == check_char(sum, place)
}

/// The answers that a topic's verdict page reads: its questions, whether the team is ready, and which tool.
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

/// What a body holds, before it is understood.
#[derive(Default)]
struct Slots {
    /// Slots that hold something, as written.
    read: Vec<(QuestionId, u32)>,
    /// How many more there are, at most, of questions this content does not know yet.
    n_unknown: usize,
}

/// The slots of a body; none when the text ends before they do.
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

/// The largest number any question has or had.
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
        // Of boxes, "I don't know" is none ticked and the rest open.
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
