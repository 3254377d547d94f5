//! What a person does on the page of the ways out of a result, and with a result they received.

use super::AppState;
use crate::content::Content;
use crate::domain::{Answers, Date};
use crate::link::{self, Address, LinkNotice};
use crate::words::Notice;

/// A text that a person can copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyField {
    /// The link of a result, or its code where the app has no public address.
    Link,
    /// The message for a chat.
    Message,
    /// The decision record.
    Record,
    /// The answers as JSON.
    Json,
    /// The code of a participant in a room.
    Code,
    /// The code that embeds a frame.
    Frame,
}

/// What the page of the ways out remembers, and what it is made from besides the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The app's public address, which links start with. None in a file that was built without one.
    pub base: Option<String>,
    /// The day it is on this device.
    pub today: Date,
    /// Whether the device has a share sheet.
    pub can_send: bool,
    /// Whether the record says all that is known.
    pub is_full: bool,
    /// Whether the record is plain text rather than Markdown.
    pub is_plain: bool,
    /// What the last copy came to: of which field, and whether the browser did it.
    pub copied: Option<(CopyField, bool)>,
}

impl Sharing {
    /// The name of the list of the record's lengths.
    pub const LENGTH: &str = "record-length";
    /// The name of the list of the record's forms.
    pub const FORM: &str = "record-form";
    /// What the list of lengths says for a record that says all.
    pub const FULL: &str = "full";
    /// What the list of forms says for plain text.
    pub const PLAIN: &str = "plain";

    /// A list of the page was changed. Says whether it is one of these.
    pub(super) fn changed(&mut self, name: &str, value: &str) -> bool {
        match name {
            Self::LENGTH => self.is_full = value == Self::FULL,
            Self::FORM => self.is_plain = value == Self::PLAIN,
            _ => return false,
        }
        self.copied = None;
        true
    }

    /// Whether a line of a list of the page shows as picked.
    pub(super) fn shows(&self, name: &str, value: &str) -> Option<bool> {
        match name {
            Self::LENGTH => Some(self.is_full == (value == Self::FULL)),
            Self::FORM => Some(self.is_plain == (value == Self::PLAIN)),
            _ => None,
        }
    }
}

impl AppState {
    /// The length of the decision record was chosen.
    pub fn chose_record_length(&mut self, is_full: bool) {
        self.sharing.is_full = is_full;
        self.sharing.copied = None;
    }

    /// The form of the decision record was chosen.
    pub fn chose_record_form(&mut self, is_plain: bool) {
        self.sharing.is_plain = is_plain;
        self.sharing.copied = None;
    }

    /// The answers that a page hands out: those of its topic, else all of them.
    #[must_use]
    pub fn shared(&self, content: &Content) -> Answers {
        match self.view.topic() {
            Some(topic) => link::of_topic(content, topic, self.answers()),
            None => self.answers().clone(),
        }
    }

    /// The browser said whether it copied a field.
    pub fn copied(&mut self, field: CopyField, is_done: bool) {
        self.sharing.copied = Some((field, is_done));
    }

    /// A person pasted what they received. Gives the place to go to.
    pub fn pasted(&mut self, content: &Content, text: &str) -> Option<String> {
        self.notices.retain(|notice| *notice != Notice::PastedNothing);
        let Some(code) = link::find_code(text) else {
            self.told(Notice::PastedNothing);
            return None;
        };
        Some(Address::Result(code).write(content))
    }

    /// A person opened a file of answers. Gives the place to go to: what was set aside is told there.
    pub fn imported(&mut self, content: &Content, answers: Answers, notices: Vec<LinkNotice>) -> Option<String> {
        // Nothing of it is shown: what was set aside would be told of no result, and on every page.
        if answers.is_empty() {
            self.told(Notice::FileForeign);
            return None;
        }
        let code = link::encode(content, &answers);
        self.leave_page();
        self.received(content, answers);
        for notice in notices {
            self.told(Notice::File(notice));
        }
        Some(Address::Result(code).write(content))
    }
}
