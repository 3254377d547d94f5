//! The pieces pages are made of. A component, its file and its CSS block have one name.

mod answers_list;
mod choices;
mod dial;
mod footer;
mod header;
mod notices;
mod reasons;
mod sources;
mod topic_about;

pub(super) use answers_list::answers_list;
pub(super) use choices::choices;
pub(super) use dial::{dial, dial_card};
pub(super) use footer::footer;
pub(super) use header::header;
pub(super) use notices::notices;
pub(super) use reasons::{Mark, reason};
pub(super) use sources::sources;
pub(super) use topic_about::topic_about;
