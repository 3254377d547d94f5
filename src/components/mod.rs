//! What a person operates: the parts that pages share.

mod choices;
mod confirm_dialog;
mod copy_text;
mod document;
mod footer;
mod frame_bar;
mod header;
mod messages;
mod picker;
mod pickers;
mod printed;
mod qr_code;
mod question_form;
mod quiet_button;
mod save_button;
mod status;
mod unseen;

pub use choices::{AllQuestions, Boxes, ChoiceList, Choices};
pub use confirm_dialog::ConfirmDialog;
pub use copy_text::CopyText;
pub use document::{Document, StateDocument};
pub use footer::Footer;
pub use frame_bar::FrameBar;
pub use header::Header;
pub use messages::Messages;
pub use picker::{Picker, PickerOption};
pub use pickers::Pickers;
pub use printed::Printed;
pub use qr_code::QrCode;
pub use question_form::{LacksAnswer, QuestionBar, QuestionForm};
pub use quiet_button::QuietButton;
pub use save_button::{SaveButton, SavePngButton};
pub use status::Status;
pub use unseen::Unseen;
