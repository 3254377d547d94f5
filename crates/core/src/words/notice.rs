//! What the app has to tell the person, apart from the result.

use super::Words;
use crate::content::Label;
use crate::domain::{Date, QuestionId, Range};
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
    /// The person's own answers were replaced by those of somebody else, as asked.
    OwnReplaced,
    /// The address names no place.
    AddressUnknown,
    /// A link could not give all it should, or what it gives has changed since.
    Link(LinkNotice),
    /// The same of the answers kept on the device.
    Kept(LinkNotice),
    /// The same of a file of answers.
    File(LinkNotice),
    /// There is no link and no code in what was pasted.
    PastedNothing,
    /// A file holds no answers of ours.
    FileForeign,
    /// A later version of the app wrote a file.
    FileNewer,
    /// A file of codes could not be read.
    RoomFileUnread,
    /// The rest of the code could not be had.
    RestRefused,
    /// The camera could not be had.
    CameraRefused,
    /// The browser could not make a picture.
    PictureRefused,
    /// The content was checked more than a year ago: on that day.
    ContentOld(Date),
    /// Changing a shared answer moved another topic's verdict: the topic's position, before and after.
    AlsoMoved(usize, Range, Range),
}

impl Notice {
    /// Whether it reports something that the person can undo.
    #[must_use]
    pub const fn can_be_undone(&self) -> bool {
        matches!(self, Self::Forgotten | Self::OwnReplaced)
    }
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
            Notice::OwnReplaced => Label::OwnReplaced,
            Notice::AddressUnknown => Label::AddressUnknown,
            Notice::Link(LinkNotice::Cut) => Label::LinkCut,
            Notice::Link(LinkNotice::Altered) => Label::LinkAltered,
            Notice::Link(LinkNotice::Newer) => Label::LinkNewer,
            Notice::Link(LinkNotice::Empty) => Label::LinkEmpty,
            Notice::Link(LinkNotice::SetAside { questions, n_unknown }) => {
                let labels = [Label::LinkAsideOne, Label::LinkAside, Label::LinkUnknownOne, Label::LinkUnknown];
                return self.set_aside(labels, questions, *n_unknown);
            }
            Notice::Kept(LinkNotice::SetAside { questions, n_unknown }) => {
                let labels = [Label::KeptAsideOne, Label::KeptAside, Label::KeptUnknownOne, Label::KeptUnknown];
                return self.set_aside(labels, questions, *n_unknown);
            }
            Notice::Link(LinkNotice::Changed(questions)) => {
                return self.of_questions(Label::LinkChangedOne, Label::LinkChanged, questions);
            }
            Notice::Kept(LinkNotice::Changed(questions)) => {
                return self.of_questions(Label::KeptChangedOne, Label::KeptChanged, questions);
            }
            Notice::Kept(_) => Label::StoredUnreadable,
            // A file has no retired numbers: what is not known by name is only counted.
            Notice::File(LinkNotice::SetAside { n_unknown, .. }) => {
                return self.fill(Label::FileUnknown, &[("n", &n_unknown.to_string())]);
            }
            Notice::File(LinkNotice::Changed(questions)) => {
                return self.of_questions(Label::LinkChangedOne, Label::LinkChanged, questions);
            }
            Notice::File(_) => Label::FileForeign,
            Notice::PastedNothing => Label::PastedNothing,
            Notice::FileForeign => Label::FileForeign,
            Notice::FileNewer => Label::FileNewer,
            Notice::RoomFileUnread => Label::RoomFileUnread,
            Notice::RestRefused => Label::RestRefused,
            Notice::CameraRefused => Label::RoomCamera,
            Notice::PictureRefused => Label::PictureRefused,
            Notice::ContentOld(date) => return self.fill(Label::ContentOld, &[("date", &self.date(*date))]),
            Notice::AlsoMoved(topic, before, after) => {
                let name = self.content.topics.get(*topic).map_or("", |topic| topic.name.get(self.lang));
                let (before, after) = (self.ends(*before), self.ends(*after));
                return self.fill(Label::AlsoMoved, &[("topic", name), ("before", &before), ("after", &after)]);
            }
        };
        self.label(label).to_owned()
    }

    /// Answers set aside: to questions that can be named, and to others.
    fn set_aside(self, labels: [Label; 4], questions: &[QuestionId], n_unknown: usize) -> String {
        let [one, many, unknown_one, unknown] = labels;
        let mut said = Vec::new();
        if !questions.is_empty() {
            said.push(self.of_questions(one, many, questions));
        }
        match n_unknown {
            0 => {}
            1 => said.push(self.label(unknown_one).to_owned()),
            n => said.push(self.fill(unknown, &[("n", &n.to_string())])),
        }
        said.join(" ")
    }

    /// A sentence about some questions, by what they ask.
    fn of_questions(self, one: Label, many: Label, questions: &[QuestionId]) -> String {
        let named = questions.iter().filter_map(|question| self.content.asked(*question));
        let named: Vec<String> = named.map(|ask| self.in_sentence(ask.get(self.lang))).collect();
        let label = if named.len() == 1 { one } else { many };
        self.fill(label, &[("n", &named.len().to_string()), ("questions", &self.list(&named, Label::And))])
    }
}
