//! The basic types of the app. They do not depend on files, texts or the screen.

mod answers;
mod date;
mod lang;
mod text;
mod verdict;

pub use answers::{Answer, Answers, ChoiceId, QuestionId, Ticks};
pub use date::Date;
pub use lang::Lang;
pub use text::Text;
pub use verdict::{Range, Verdict};
