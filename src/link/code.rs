//! A situation as a short code: version, answers by permanent number, checksum.
//!
//! Layout, in bits, most significant first:
//!
//! | part | bits |
//! | --- | --- |
//! | version, 1 | 4 |
//! | form: 0 sparse, 1 dense | 1 |
//! | sparse: number of answers, then for each by rising number: question, slot | 8, then 8 and 4 or 16 |
//! | dense: last question's number, then a slot for each number from 1 to it | 8, then 4 or 16 each |
//! | zeros up to a whole character | 0 to 5 |
//! | CRC-32 of the characters so far: five characters, then one of its last two bits | 32 |
//!
//! A slot of one choice is 0 for no answer, 1 for "I don't know", else the choice's number plus 1. A slot of boxes is one
//! bit for "answered", one for "the rest is open", and one for each box number from 0. Numbers only ever grow, so answers
//! beyond the last number this content knows come from newer content: they stand at the end and are set aside together.
//! The shorter form is the canonical one, sparse when they are as long.
//! The last character holds two bits, so it is never one that a chat strips from the end of a link.

use core::fmt;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::bits::{Reader, Writer, char, value};
use crate::content::Content;
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks};

const VERSION: u32 = 1;
const VERSION_WIDTH: u32 = 4;
const NUMBER_WIDTH: u32 = 8;
const CHOICE_WIDTH: u32 = 4;
const BOXES_WIDTH: u32 = 16;
/// Characters of the checksum.
const CHECK_LEN: usize = 6;
/// No code is longer: what is damaged beyond is not worth a closer look.
const MAX_LEN: usize = 160;

/// Small in the wasm rather than fast: a code has some forty characters.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// What a code could not give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkNotice {
    /// The end is missing, or the start.
    Cut,
    /// It has the right length, but a character is not the one that was written.
    Altered,
    /// A version of the app that came later wrote it.
    Newer,
    /// Answers to questions, choices or boxes that this content does not have, set aside: how many.
    SetAside(usize),
    /// It holds no answer.
    Empty,
}

impl fmt::Display for LinkNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut => f.write_str("the code is cut"),
            Self::Altered => f.write_str("the code is altered"),
            Self::Newer => f.write_str("the code comes from a newer version"),
            Self::SetAside(n) => write!(f, "{n} answers are to questions or choices that do not exist"),
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
    let slots: Vec<(QuestionId, u32, u32)> = answers
        .iter()
        .map(|(question, answer)| (question, slot(content, question, answer), width(content, question)))
        .collect();
    let last = slots.last().map_or(0, |(question, ..)| question.0);
    let sparse_width: u32 = slots.iter().map(|(.., width)| NUMBER_WIDTH + width).sum();
    let dense_width: u32 = (1..=last).map(|number| width(content, QuestionId(number))).sum();
    let mut writer = Writer::default();
    writer.put(VERSION, VERSION_WIDTH);
    if sparse_width <= dense_width {
        writer.put(0, 1);
        writer.put(u32::try_from(slots.len()).unwrap_or(u32::MAX), NUMBER_WIDTH);
        for (question, slot, width) in slots {
            writer.put(question.0.into(), NUMBER_WIDTH);
            writer.put(slot, width);
        }
    } else {
        writer.put(1, 1);
        writer.put(last.into(), NUMBER_WIDTH);
        for number in (1..=last).map(QuestionId) {
            let slot = answers.get(number).map_or(0, |answer| slot(content, number, answer));
            writer.put(slot, width(content, number));
        }
    }
    let mut code = writer.finish();
    let check = CRC.checksum(code.as_bytes());
    code.extend((0..CHECK_LEN).map(|place| check_char(check, place)));
    code
}

/// Reads a code. Never fails as a whole: what is unknown is set aside and reported. A code that is cut, altered or newer
/// gives no answer at all.
#[must_use]
pub fn decode(content: &Content, code: &str) -> (Answers, Vec<LinkNotice>) {
    match read(content, code.as_bytes()) {
        Ok((answers, 0)) if answers.is_empty() => (answers, vec![LinkNotice::Empty]),
        Ok((answers, 0)) => (answers, Vec::new()),
        Ok((answers, n_set_aside)) => (answers, vec![LinkNotice::SetAside(n_set_aside)]),
        Err(notice) => (Answers::new(), vec![notice]),
    }
}

fn read(content: &Content, code: &[u8]) -> Result<(Answers, usize), LinkNotice> {
    let Some(body_len) = code.len().checked_sub(CHECK_LEN).filter(|len| *len > 0) else {
        return Err(LinkNotice::Cut);
    };
    let body = &code[..body_len];
    let is_whole = is_whole(code);
    let mut reader = Reader::new(body);
    let version = reader.take(VERSION_WIDTH);
    // Every version ends with this checksum, so a whole code of a later version is told from a damaged one.
    if is_whole && version.is_some_and(|version| version > VERSION) {
        return Err(LinkNotice::Newer);
    }
    if is_whole && version != Some(VERSION) {
        return Err(LinkNotice::Altered);
    }
    let slots = slots(content, &mut reader);
    if !is_whole {
        // The header says how much should follow. Less than that, the end is missing, unless the header itself changed.
        let is_short = slots.is_none() && !is_one_character_off(code);
        return Err(if is_short { LinkNotice::Cut } else { LinkNotice::Altered });
    }
    let slots = slots.ok_or(LinkNotice::Altered)?;
    let is_rising = slots.read.windows(2).all(|pair| pair[0].0 < pair[1].0);
    let is_canonical = is_rising && slots.read.iter().all(|(_, slot)| *slot != 0);
    if !is_canonical || slots.n_beyond == 0 && !reader.ends_here() {
        return Err(LinkNotice::Altered);
    }
    let n_slots = slots.read.len();
    let answers: Answers = slots
        .read
        .into_iter()
        .filter_map(|(question, slot)| Some((question, answer(content, question, slot)?)))
        .collect();
    let n_set_aside = n_slots - answers.len() + slots.n_beyond;
    Ok((answers, n_set_aside))
}

/// Whether changing one character gives a whole code back: some three thousand checksums, for a code that is damaged anyway.
fn is_one_character_off(code: &[u8]) -> bool {
    let mut tried = code.to_vec();
    code.len() <= MAX_LEN
        && (0..code.len()).any(|place| {
            let found = (0..64).any(|bits| {
                tried[place] = char(bits) as u8;
                is_whole(&tried)
            });
            tried[place] = code[place];
            found
        })
}

/// Whether a code ends with its own checksum.
fn is_whole(code: &[u8]) -> bool {
    let (body, check) = code.split_at(code.len().saturating_sub(CHECK_LEN));
    let sum = CRC.checksum(body);
    check.iter().enumerate().all(|(place, char)| char::from(*char) == check_char(sum, place))
}

/// What a body holds, before it is understood.
#[derive(Default)]
struct Slots {
    /// Slots that hold something, as written.
    read: Vec<(QuestionId, u32)>,
    /// How many more there are, at most, of questions this content does not know yet.
    n_beyond: usize,
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
        slots.n_beyond = number.saturating_sub(last_known).into();
        return Some(slots);
    }
    for place in 0..number {
        let question = QuestionId(u8::try_from(reader.take(NUMBER_WIDTH)?).ok()?);
        if question.0 > last_known {
            slots.n_beyond = (number - place).into();
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
