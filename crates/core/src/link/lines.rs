//! Codes one to a line, as people paste them from a chat or a table: what is wrong on a line takes nothing from the others.

use super::code::{LinkNotice, decode};
use super::pasted::pasted;
use crate::content::Content;
use crate::domain::Answers;

/// A code of a text, or what is wrong on a line that gives none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The place of the line in the text, from 1.
    pub number: usize,
    /// The code with its answers.
    pub read: Result<(String, Answers), Wrong>,
}

/// Why a line gives no answers about a technology.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The code is cut.
    Cut,
    /// A character of the code is not the one that was written.
    Altered,
    /// A later version of the app wrote the code.
    Newer,
    /// The code holds no answer that is known here.
    Empty,
    /// The answers are about other technologies: only whoever asks for one can tell.
    Other,
    /// There is no code.
    Nothing,
}

impl Wrong {
    /// Every reason, the ones that ask for a new code first.
    pub const ALL: [Self; 6] = [Self::Cut, Self::Altered, Self::Newer, Self::Empty, Self::Other, Self::Nothing];
}

/// Reads the lines of a text, the first of which has that number. Lines that are empty give nothing.
#[must_use]
pub fn lines(content: &Content, text: &str, first: usize) -> Vec<Line> {
    let mut found = Vec::new();
    for (place, text) in text.lines().enumerate() {
        let number = first + place;
        // A row of a table may hold several. Answers that have no place here, or whose question changed since, are the business
        // of who opens a code alone: what is left of them counts.
        let words = text.split(|char: char| char.is_whitespace() || char == ',' || char == ';');
        let words: Vec<_> = words.filter_map(|word| read(content, word)).collect();
        if words.iter().any(Result::is_ok) {
            found.extend(words.into_iter().map(|read| Line { number, read }));
        } else if !text.trim().is_empty() {
            // A code may be broken in two.
            found.push(Line { number, read: read(content, text).unwrap_or(Err(Wrong::Nothing)) });
        }
    }
    found
}

/// The code in a piece of text with its answers, or what is wrong with it; none where nothing looks like one.
fn read(content: &Content, text: &str) -> Option<Result<(String, Answers), Wrong>> {
    // Most pieces are a code and nothing else: those are read without searching.
    let (answers, _) = decode(content, text);
    if !answers.is_empty() {
        return Some(Ok((text.to_owned(), answers)));
    }
    let code = pasted(text)?;
    let (answers, notices) = decode(content, &code);
    if !answers.is_empty() {
        return Some(Ok((code, answers)));
    }
    Some(Err(match notices.first() {
        Some(LinkNotice::Cut) => Wrong::Cut,
        Some(LinkNotice::Altered) => Wrong::Altered,
        Some(LinkNotice::Newer) => Wrong::Newer,
        _ => Wrong::Empty,
    }))
}

#[cfg(test)]
mod tests {
    use super::{Wrong, lines};
    use crate::link::{checked, encode};
    use crate::test_content;

    /// Each line with the answers it gives, by their number, or what is wrong.
    fn check(text: &str, expected: &[(usize, Result<usize, Wrong>)]) {
        let read = lines(test_content::content(), text, 1);
        let read: Vec<_> =
            read.into_iter().map(|line| (line.number, line.read.map(|(_, answers)| answers.len()))).collect();
        assert_eq!(read, expected, "{text}");
    }

    #[test]
    fn each_line_is_read_whatever_is_wrong_with_the_others() {
        let content = test_content::content();
        let answers = content.answers_of(&content.situations[0]);
        let (code, n) = (encode(content, &answers), Ok(answers.len()));
        let cut = &code[..code.len() - 3];
        let altered = [&code[..12], if code[12..].starts_with('A') { "B" } else { "A" }, &code[13..]].concat();
        let newer = checked("PABCDE".to_owned());
        let empty = encode(content, &crate::domain::Answers::new());
        let text = format!(
            "{code}\n\n{cut}\r\n{altered}\n  {newer}\n{empty}\nBonjour à tous\nInès : https://example.org/#/r/{code}.\n"
        );
        check(
            &text,
            &[
                (1, n),
                (3, Err(Wrong::Cut)),
                (4, Err(Wrong::Altered)),
                (5, Err(Wrong::Newer)),
                (6, Err(Wrong::Empty)),
                (7, Err(Wrong::Nothing)),
                (8, n),
            ],
        );
        // A row of a table, one of its codes damaged; and a code that a chat broke.
        check(&format!("1\t{code}\t{cut}, {code};{code}"), &[(1, n), (1, Err(Wrong::Cut)), (1, n), (1, n)]);
        check(&format!("{} {}", &code[..20], &code[20..]), &[(1, n)]);
        check(" \n\t\n", &[]);
    }
}
