//! What a person operates: the parts that pages share.

mod choices;
mod confirm_dialog;
mod document;
mod footer;
mod frame_bar;
mod header;
mod messages;
mod printed;
mod status;

pub use choices::{AllQuestions, Boxes, ChoiceList, Choices};
pub use confirm_dialog::ConfirmDialog;
pub use document::{Document, StateDocument};
pub use footer::Footer;
pub use frame_bar::FrameBar;
pub use header::Header;
pub use messages::Messages;
pub use printed::Printed;
pub use status::Status;
