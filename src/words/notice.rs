//! What the app has to tell the person, apart from the result.

use super::Words;
use crate::content::Label;
use crate::domain::{Date, Range};
use crate::link::LinkNotice;

/// Something to tell once, with what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser refuses to keep answers.
    NotKept,
    /// The answers kept on the device cannot be read; they were set aside.
    StoredUnreadable,
    /// The second situation kept on the device cannot be read; it was set aside.
    OtherUnreadable,
    /// Everything was forgotten, as asked.
    Forgotten,
    /// The address names no place.
    AddressUnknown,
    /// A link could not give all it should.
    Link(LinkNotice),
    /// The content was checked more than a year ago: on that day.
    ContentOld(Date),
    /// Changing a shared answer moved another topic's verdict: the topic's position, before and after.
    AlsoMoved(usize, Range, Range),
}

impl Words<'_> {
    /// A notice as a sentence that says what to do next.
    #[must_use]
    pub fn notice(self, notice: &Notice) -> String {
        let label = match notice {
            Notice::NotKept => Label::NotKept,
            Notice::StoredUnreadable => Label::StoredUnreadable,
            Notice::OtherUnreadable => Label::OtherUnreadable,
            Notice::Forgotten => Label::Forgotten,
            Notice::AddressUnknown => Label::AddressUnknown,
            Notice::Link(LinkNotice::Cut) => Label::LinkCut,
            Notice::Link(LinkNotice::Altered) => Label::LinkAltered,
            Notice::Link(LinkNotice::Newer) => Label::LinkNewer,
            Notice::Link(LinkNotice::Empty) => Label::LinkEmpty,
            Notice::Link(LinkNotice::SetAside(1)) => Label::LinkUnknownOne,
            Notice::Link(LinkNotice::SetAside(n)) => return self.fill(Label::LinkUnknown, &[("n", &n.to_string())]),
            Notice::ContentOld(date) => return self.fill(Label::ContentOld, &[("date", &self.date(*date))]),
            Notice::AlsoMoved(topic, before, after) => {
                let name = self.content.topics.get(*topic).map_or("", |topic| topic.name.get(self.lang));
                let (before, after) = (self.ends(*before), self.ends(*after));
                return self.fill(Label::AlsoMoved, &[("topic", name), ("before", &before), ("after", &after)]);
            }
        };
        self.label(label).to_owned()
    }
}
