//! What a person operates: the parts that pages share.

mod choices;
mod confirm_dialog;
mod copy_text;
mod document;
mod footer;
mod frame_bar;
mod header;
mod messages;
mod pickers;
mod printed;
mod question_form;
mod status;
mod unseen;

pub use choices::{AllQuestions, Boxes, ChoiceList, Choices};
pub use confirm_dialog::ConfirmDialog;
pub use copy_text::{CopyOutcome, CopyText};
pub use document::{Document, StateDocument};
pub use footer::Footer;
pub use frame_bar::FrameBar;
pub use header::Header;
pub use messages::Messages;
pub use pickers::Pickers;
pub use printed::Printed;
pub use question_form::{LacksAnswer, QuestionBar, QuestionForm};
pub use status::Status;
pub use unseen::Unseen;
