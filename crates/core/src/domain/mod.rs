//! The small types everything else speaks in. They know no file, no sentence and no screen.

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
