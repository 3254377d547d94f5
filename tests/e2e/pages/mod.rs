//! Finds things in the page as a reader names them: by role and label.

pub mod page;
pub mod questionnaire;
pub mod situation;
