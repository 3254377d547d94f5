//! Page objects: they find things as a reader names them, by role and label.

pub mod find;
pub mod page;
pub mod questionnaire;
pub mod situation;
