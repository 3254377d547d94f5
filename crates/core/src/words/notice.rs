//! The notices that the app shows to a person, besides the result.

use super::Words;
use crate::content::Label;
use crate::domain::{Date, QuestionId, Range};
use crate::link::LinkNotice;

/// A notice, shown once. Its sentence says what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser cannot store answers.
    StorageRefused,
    /// The stored answers cannot be read and were ignored.
    StoredUnreadable,
    /// The second stored situation, used for comparison, cannot be read and was ignored.
    SecondUnreadable,
    /// All stored data was deleted at the person's request.
    Forgotten,
    /// The person's own answers were replaced by somebody else's, at the person's request.
    OwnReplaced,
    /// The address does not exist.
    AddressUnknown,
    /// A notice about the code in a link.
    Link(LinkNotice),
    /// A notice about the stored answers.
    Stored(LinkNotice),
    /// A notice about a file of answers.
    File(LinkNotice),
    /// The pasted text contains no link and no code.
    PastedNothing,
    /// A file is not a file of answers.
    FileForeign,
    /// A newer version of the app wrote a file.
    FileNewer,
    /// A file of codes could not be read.
    RoomFileUnread,
    /// The camera is not available.
    CameraRefused,
    /// The browser could not create a picture.
    PictureRefused,
    /// The content was last checked more than a year ago, on this date.
    ContentOutdated(Date),
    /// Changing a shared answer changed the range of another topic: its position, then the range before and after.
    OtherTopicChanged(usize, Range, Range),
}

impl Notice {
    /// Whether it reports something that the person can undo.
    #[must_use]
    pub const fn can_be_undone(&self) -> bool {
        matches!(self, Self::Forgotten | Self::OwnReplaced)
    }
}

impl Words<'_> {
    /// The sentence of a notice.
    #[must_use]
    pub fn notice(self, notice: &Notice) -> String {
        let label = match notice {
            Notice::StorageRefused => Label::StorageRefused,
            Notice::StoredUnreadable => Label::StoredUnreadable,
            Notice::SecondUnreadable => Label::SecondUnreadable,
            Notice::Forgotten => Label::Forgotten,
            Notice::OwnReplaced => Label::OwnReplaced,
            Notice::AddressUnknown => Label::AddressUnknown,
            Notice::Link(LinkNotice::Cut) => Label::LinkCut,
            Notice::Link(LinkNotice::Altered) => Label::LinkAltered,
            Notice::Link(LinkNotice::Newer) => Label::LinkNewer,
            Notice::Link(LinkNotice::Empty) => Label::LinkEmpty,
            Notice::Link(LinkNotice::Ignored { questions, n_unknown }) => {
                let labels = [Label::LinkIgnoredOne, Label::LinkIgnored, Label::LinkUnknownOne, Label::LinkUnknown];
                return self.ignored_answers(labels, questions, *n_unknown);
            }
            Notice::Stored(LinkNotice::Ignored { questions, n_unknown }) => {
                let labels =
                    [Label::StoredIgnoredOne, Label::StoredIgnored, Label::StoredUnknownOne, Label::StoredUnknown];
                return self.ignored_answers(labels, questions, *n_unknown);
            }
            Notice::Link(LinkNotice::Changed(questions)) => {
                return self.of_questions(Label::LinkChangedOne, Label::LinkChanged, questions);
            }
            Notice::Stored(LinkNotice::Changed(questions)) => {
                return self.of_questions(Label::StoredChangedOne, Label::StoredChanged, questions);
            }
            Notice::Stored(_) => Label::StoredUnreadable,
            // A file names its questions, so an unknown one can only be counted.
            Notice::File(LinkNotice::Ignored { n_unknown, .. }) => {
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
            Notice::CameraRefused => Label::RoomCamera,
            Notice::PictureRefused => Label::PictureRefused,
            Notice::ContentOutdated(date) => return self.fill(Label::ContentOutdated, &[("date", &self.date(*date))]),
            Notice::OtherTopicChanged(topic, before, after) => {
                let name = self.content.topics.get(*topic).map_or("", |topic| topic.name.get(self.lang));
                let (before, after) = (self.ends(*before), self.ends(*after));
                return self.fill(Label::OtherTopicChanged, &[("topic", name), ("before", &before), ("after", &after)]);
            }
        };
        self.label(label).to_owned()
    }

    /// The ignored answers: those to known questions by name, the others by number.
    fn ignored_answers(self, labels: [Label; 4], questions: &[QuestionId], n_unknown: usize) -> String {
        let [one, many, unknown_one, unknown] = labels;
        let mut sentences = Vec::new();
        if !questions.is_empty() {
            sentences.push(self.of_questions(one, many, questions));
        }
        match n_unknown {
            0 => {}
            1 => sentences.push(self.label(unknown_one).to_owned()),
            n => sentences.push(self.fill(unknown, &[("n", &n.to_string())])),
        }
        sentences.join(" ")
    }

    /// A sentence that lists some questions.
    fn of_questions(self, one: Label, many: Label, questions: &[QuestionId]) -> String {
        let named = questions.iter().filter_map(|question| self.content.asked(*question));
        let named: Vec<String> = named.map(|ask| self.in_sentence(ask.get(self.lang))).collect();
        let label = if named.len() == 1 { one } else { many };
        self.fill(label, &[("n", &named.len().to_string()), ("questions", &self.list(&named, Label::And))])
    }
}
