//! The pieces that answer to the person. A component, its file and its CSS block have one name.

mod choices;
mod footer;
mod header;
mod notices;

pub(super) use choices::choices;
pub(super) use footer::footer;
pub(super) use header::header;
pub(super) use notices::notices;
