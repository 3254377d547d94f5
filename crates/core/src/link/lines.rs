//! Reads a list of codes, one on each line, as people paste it from a chat or a table. An invalid line does not affect the others.

use super::code::{LinkNotice, decode};
use super::pasted::find_code;
use crate::content::Content;
use crate::domain::Answers;

/// A code in a text, or the error of a line without a valid code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The line number in the text, from 1.
    pub number: usize,
    /// The code with its answers, or the error.
    pub read: Result<(String, Answers), LineError>,
}

/// The reason why a line gives no answers about a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineError {
    /// The code is cut.
    Cut,
    /// A character of the code was changed.
    Altered,
    /// A newer version of the app wrote the code.
    Newer,
    /// The code contains no known answers.
    Empty,
    /// The answers are about other topics. [`lines`] does not report this: its caller does, for one topic.
    Other,
    /// The line contains no code.
    Nothing,
}

impl LineError {
    /// Every reason. Those that require a new code come first.
    pub const ALL: [Self; 6] = [Self::Cut, Self::Altered, Self::Newer, Self::Empty, Self::Other, Self::Nothing];
}

/// Reads the lines of a text. The first line has the number `first`, and empty lines are skipped.
#[must_use]
pub fn lines(content: &Content, text: &str, first: usize) -> Vec<Line> {
    let mut found = Vec::new();
    for (place, text) in text.lines().enumerate() {
        let number = first + place;
        // A row of a table may contain several codes. Notices about ignored answers or changed questions are left out: they are
        // for a person who opens a single code.
        let words = text.split(|char: char| char.is_whitespace() || char == ',' || char == ';');
        let words: Vec<_> = words.filter_map(|word| read(content, word)).collect();
        if words.iter().any(Result::is_ok) {
            found.extend(words.into_iter().map(|read| Line { number, read }));
        } else if !text.trim().is_empty() {
            // A space may split a code in two.
            found.push(Line { number, read: read(content, text).unwrap_or(Err(LineError::Nothing)) });
        }
    }
    found
}

/// Reads the code in a piece of text: its answers, or its error. None when nothing looks like a code.
fn read(content: &Content, text: &str) -> Option<Result<(String, Answers), LineError>> {
    // Most pieces are exactly a code, which is decoded without a search.
    let (answers, _) = decode(content, text);
    if !answers.is_empty() {
        return Some(Ok((text.to_owned(), answers)));
    }
    let code = find_code(text)?;
    let (answers, notices) = decode(content, &code);
    if !answers.is_empty() {
        return Some(Ok((code, answers)));
    }
    Some(Err(match notices.first() {
        Some(LinkNotice::Cut) => LineError::Cut,
        Some(LinkNotice::Altered) => LineError::Altered,
        Some(LinkNotice::Newer) => LineError::Newer,
        _ => LineError::Empty,
    }))
}

#[cfg(test)]
mod tests {
    use super::{LineError, lines};
    use crate::link::{checked, encode};
    use crate::test_content;

    /// Compares the line numbers, with the number of answers or the error of each.
    fn check(text: &str, expected: &[(usize, Result<usize, LineError>)]) {
        let read = lines(test_content::content(), text, 1);
        let read: Vec<_> =
            read.into_iter().map(|line| (line.number, line.read.map(|(_, answers)| answers.len()))).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn an_invalid_line_does_not_affect_the_others() {
        let content = test_content::content();
        let answers = content.answers_of(&content.situations[0]);
        let (code, n) = (encode(content, &answers), Ok(answers.len()));
        let cut = &code[..code.len() - 3];
        let altered = format!("{}{}{}", &code[..12], if code[12..].starts_with('A') { "B" } else { "A" }, &code[13..]);
        let newer = checked("PABCDE".to_owned());
        let empty = encode(content, &crate::domain::Answers::new());
        let text = format!(
            "{code}\n\n{cut}\r\n{altered}\n  {newer}\n{empty}\nBonjour à tous\nInès : https://example.org/#/r/{code}.\n"
        );
        check(
            &text,
            &[
                (1, n),
                (3, Err(LineError::Cut)),
                (4, Err(LineError::Altered)),
                (5, Err(LineError::Newer)),
                (6, Err(LineError::Empty)),
                (7, Err(LineError::Nothing)),
                (8, n),
            ],
        );
        // A row of a table with one damaged code, and a code that a space splits.
        check(&format!("1\t{code}\t{cut}, {code};{code}"), &[(1, n), (1, Err(LineError::Cut)), (1, n), (1, n)]);
        check(&format!("{} {}", &code[..20], &code[20..]), &[(1, n)]);
        check(" \n\t\n", &[]);
    }
}
