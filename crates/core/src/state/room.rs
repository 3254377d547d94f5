//! The codes of a room, and what a trainer does with them; and the order in which a participant answers.

use super::AppState;
use crate::content::{Content, Topic};
use crate::domain::{Answers, QuestionId};
use crate::engine;
use crate::link::{self, Line, LineError, View};
use crate::words::Notice;

/// The codes of a room. The text is all there is to it: a person can read, mend and take away every line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// The codes, one to a line, as typed and pasted.
    text: String,
    /// What the lines of the text hold.
    lines: Vec<Line>,
    /// The code being typed by itself.
    one: String,
    /// The topic whose sample room this is, by position.
    sample: Option<usize>,
    /// The text before the room was emptied, or gave way to a sample.
    aside: Option<String>,
    /// Whether the device can read a code with its camera.
    pub can_scan: bool,
    /// Whether the camera is on.
    pub is_scanning: bool,
}

/// What the lines of a room say about a topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard<'a> {
    /// The answers, one for each participant.
    pub answers: Vec<&'a Answers>,
    /// What is wrong elsewhere, with the lines where it is.
    pub wrong: Vec<(LineError, Vec<usize>)>,
    codes: Vec<&'a str>,
}

impl Heard<'_> {
    /// How many codes are the same as another. They count: people may well answer alike.
    #[must_use]
    pub fn n_twins(&self) -> usize {
        let n_alike = |code: &&&str| self.codes.iter().filter(|other| other == code).count();
        self.codes.iter().filter(|code| n_alike(code) > 1).count()
    }
}

impl Room {
    /// The name of the field that holds the codes.
    pub const CODES: &str = "room-codes";
    /// The name of the field for one code.
    pub const ONE: &str = "room-code";
    /// How long the text may be, in bytes: more than a thousand links.
    pub const MAX_LEN: usize = 200_000;

    /// What a field holds, by its name. The page's text does not say it: so the field stays as it is, with the focus, while
    /// codes come in.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        match name {
            Self::CODES => Some(&self.text),
            Self::ONE => Some(&self.one),
            _ => None,
        }
    }

    /// The codes, one to a line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The code being typed by itself.
    #[must_use]
    pub fn typed_code(&self) -> &str {
        &self.one
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether there is something to put back.
    #[must_use]
    pub const fn has_aside(&self) -> bool {
        self.aside.is_some()
    }

    /// The topic for which its answers were invented, by position, if they were.
    #[must_use]
    pub const fn sample(&self) -> Option<usize> {
        self.sample
    }

    /// What its lines say about a topic. A code of everything counts too, if the topic was begun.
    #[must_use]
    pub fn heard(&self, content: &Content, topic: usize) -> Heard<'_> {
        let mut heard = Heard::default();
        for wrong in LineError::ALL {
            heard.wrong.push((wrong, Vec::new()));
        }
        for line in &self.lines {
            let found = match &line.read {
                Ok((code, answers)) if engine::is_started(content, topic, answers) => {
                    heard.codes.push(code);
                    heard.answers.push(answers);
                    continue;
                }
                Ok(_) => LineError::Other,
                Err(wrong) => *wrong,
            };
            // A line that holds several such codes is named once.
            let is_it =
                |(wrong, lines): &&mut (LineError, Vec<usize>)| *wrong == found && lines.last() != Some(&line.number);
            if let Some((_, lines)) = heard.wrong.iter_mut().find(is_it) {
                lines.push(line.number);
            }
        }
        heard.wrong.retain(|(_, lines)| !lines.is_empty());
        heard
    }

    /// A field of the page was changed. Says whether it is one of these.
    pub(super) fn changed(&mut self, content: &Content, name: &str, value: &str) -> bool {
        match name {
            Self::CODES if value != self.text => self.became(content, value.to_owned(), self.sample),
            Self::CODES => {}
            Self::ONE => value.clone_into(&mut self.one),
            _ => return false,
        }
        true
    }

    /// The text is another. Invented answers stay named so for as long as some are left.
    fn became(&mut self, content: &Content, text: String, sample: Option<usize>) {
        // What gave way to a sample waits until that is over.
        if self.sample.is_none() {
            self.aside = None;
        }
        self.lines = link::lines(content, &text, 1);
        self.text = bare(&text, &self.lines, 1);
        self.sample = sample.filter(|topic| {
            let codes = sample_codes(content, *topic);
            self.lines.iter().any(|line| line.read.as_ref().is_ok_and(|(code, _)| codes.contains(code)))
        });
    }

    /// More lines came: those before them are not read again. Invented answers leave the place to real ones.
    fn grew(&mut self, content: &Content, more: &str) {
        let mut added = String::new();
        for line in more.lines().filter(|line| !line.trim().is_empty()) {
            if self.text.len() + added.len() + line.len() < Self::MAX_LEN {
                added.push_str(line);
                added.push('\n');
            }
        }
        if added.is_empty() {
            return;
        }
        if self.sample.take().is_some() {
            self.text = self.aside.take().unwrap_or_default();
            self.lines = link::lines(content, &self.text, 1);
        }
        if !self.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        let first = self.text.lines().count() + 1;
        let lines = link::lines(content, &added, first);
        self.text.push_str(&bare(&added, &lines, first));
        self.lines.extend(lines);
        self.aside = None;
    }

    /// Everything is forgotten.
    pub(super) fn forgot(&mut self) {
        *self = Self { can_scan: self.can_scan, ..Self::default() };
    }

    /// Another room takes the place of this one, which waits to be put back. A sample need not wait: it can be had again.
    fn gave_way(&mut self, content: &Content, text: String, sample: Option<usize>) {
        let is_real = self.sample.is_none() && !self.is_empty();
        let aside = if is_real { Some(core::mem::take(&mut self.text)) } else { self.aside.take() };
        self.became(content, text, sample);
        self.aside = aside;
    }
}

/// A text with each line that only gives codes reduced to them: names beside a code are nobody's business, and the page of a room
/// is shown on a wall. The first line has that number.
fn bare(text: &str, lines: &[Line], first: usize) -> String {
    let (mut bare, mut at) = (String::new(), 0);
    for (place, line) in text.split_inclusive('\n').enumerate() {
        let (mut codes, mut is_whole) = (String::new(), true);
        while let Some(found) = lines.get(at).filter(|found| found.number == first + place) {
            at += 1;
            match &found.read {
                Ok((code, _)) if codes.is_empty() => codes.push_str(code),
                Ok((code, _)) => codes.extend([" ", code]),
                Err(_) => is_whole = false,
            }
        }
        if codes.is_empty() || !is_whole {
            codes = line.to_owned();
        } else if line.ends_with('\n') {
            codes.push('\n');
        }
        bare.push_str(&codes);
    }
    bare
}

/// The codes of a topic's sample room.
fn sample_codes(content: &Content, topic: usize) -> Vec<String> {
    engine::sample_room(content, topic).iter().map(|answers| link::encode(content, answers)).collect()
}

/// A room as the tab keeps it: the topic whose sample it is, or nothing; how long what was put aside is, in bytes; that and the
/// text, one after the other. None when there is nothing.
#[must_use]
pub fn write_room(content: &Content, room: &Room) -> Option<String> {
    let sample = room.sample.and_then(|topic| content.topics.get(topic)).map_or("", |topic| &topic.id);
    let aside = room.aside.as_deref().unwrap_or_default();
    let is_any = !room.is_empty() || room.has_aside();
    is_any.then(|| [sample, "/", &aside.len().to_string(), "/", aside, &room.text].concat())
}

/// Reads it back, unless it cannot be.
#[must_use]
pub fn read_room(content: &Content, kept: &str) -> Option<Room> {
    let (sample, rest) = kept.split_once('/')?;
    let (n_aside, rest) = rest.split_once('/')?;
    let (aside, text) = rest.split_at_checked(n_aside.parse().ok()?)?;
    let mut room = Room::default();
    room.became(content, text.to_owned(), content.topics.iter().position(|topic| topic.id == sample));
    room.aside = (!aside.is_empty()).then(|| aside.to_owned());
    Some(room)
}

impl AppState {
    /// The codes of the room were edited.
    pub fn edited_codes(&mut self, content: &Content, text: &str) {
        self.room.changed(content, Room::CODES, text);
    }

    /// The code typed by itself changed.
    pub fn typed_code(&mut self, text: &str) {
        text.clone_into(&mut self.room.one);
    }

    /// A text was dropped, or was in a file. What is no text of codes, or is too long, is not taken in at all.
    pub fn brought_codes(&mut self, content: &Content, text: Option<&str>) {
        let is_code = |line: &Line| line.read != Err(LineError::Nothing);
        let is_of_codes = |text: &&str| {
            let is_short = self.room.text.len() + text.len() < Room::MAX_LEN;
            is_short && !text.contains('\0') && link::lines(content, text, 1).iter().any(is_code)
        };
        match text.filter(is_of_codes) {
            Some(text) => self.room.grew(content, text),
            None => self.told(Notice::RoomFileUnread),
        }
    }

    /// Codes came by themselves. The field for one code is free again.
    pub fn added_codes(&mut self, content: &Content, text: &str) {
        self.room.grew(content, text);
        self.room.one.clear();
    }

    /// The camera read something. Says whether there is a code in it: nothing else is kept.
    pub fn scanned(&mut self, content: &Content, text: &str) -> bool {
        let code = link::find_code(text);
        self.room.grew(content, code.as_deref().unwrap_or_default());
        code.is_some()
    }

    /// The camera was asked for, is not needed any more, or could not be had.
    pub fn scanning(&mut self, is_on: bool) {
        self.room.is_scanning = is_on;
    }

    /// The camera could not be had.
    pub fn camera_refused(&mut self) {
        self.scanning(false);
        self.told(Notice::CameraRefused);
    }

    /// The room was emptied. What was in it can be put back; what gave way to a sample is back at once.
    pub fn emptied_room(&mut self, content: &Content) {
        let text = if self.room.sample.is_some() { self.room.aside.take() } else { None };
        self.room.gave_way(content, text.unwrap_or_default(), None);
    }

    /// A topic's sample room was asked for. What was there can be put back.
    pub fn sampled_room(&mut self, content: &Content, topic: usize) {
        self.room.gave_way(content, sample_codes(content, topic).join("\n"), Some(topic));
    }

    /// What was put aside is the room again, and what is there now is put aside.
    pub fn put_back_room(&mut self, content: &Content) {
        if let Some(text) = self.room.aside.take() {
            self.room.gave_way(content, text, None);
        }
    }
}

/// Where a participant goes on to: the questions of a room come in the topic's order, all of them, since only whole answers
/// compare.
pub(super) fn after(position: usize, topic: &Topic, question: QuestionId) -> View {
    let mut rest = topic.inputs.iter().map(|input| input.question).skip_while(|asked| *asked != question).skip(1);
    rest.next().map_or(View::Joined(position), |next| View::Join(position, Some(next)))
}
