//! Applies the typography of each language to the texts of content files: apostrophes, no-break spaces and hyphens.

use crate::domain::Lang;

/// A no-break space.
const NBSP: char = '\u{a0}';
/// A narrow no-break space, which French puts before `;`, `?` and `!`.
const NNBSP: char = '\u{202f}';

/// Units, which stay on the same line as the number before them.
const UNITS: [&str; 15] =
    ["ms", "s", "Go", "Mo", "GB", "MB", "%", "h", "minutes", "heures", "hours", "services", "GPU", "cœurs", "cores"];

/// A no-break hyphen.
const NB_HYPHEN: char = '\u{2011}';

/// Pronouns that stay on the same line as the verb before them: « est-elle », « suffirait-il », « a-t-on ».
const INVERTED: [&str; 9] = ["elle", "elles", "il", "ils", "on", "ce", "t", "vous", "nous"];

/// Applies the typography of a language to a text.
pub(super) fn apply(text: &str, lang: Lang) -> String {
    let mut typeset = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '\'' => typeset.push('’'),
            ' ' if lang == Lang::Fr && matches!(rest.peek(), Some(';' | '?' | '!')) => typeset.push(NNBSP),
            ' ' if lang == Lang::Fr && matches!(rest.peek(), Some(':' | '»')) => typeset.push(NBSP),
            ' ' if lang == Lang::Fr && typeset.ends_with('«') => typeset.push(NBSP),
            // A closing brace may end the placeholder of a number.
            ' ' if typeset.ends_with(|last: char| last.is_ascii_digit() || "+}".contains(last))
                && unit_follows(rest.clone()) =>
            {
                typeset.push(NBSP);
            }
            // "l. 66" is a line number of the chapter.
            ' ' if is_line_abbreviation(&typeset)
                && rest.peek().is_some_and(|next| next.is_ascii_digit() || *next == '{') =>
            {
                typeset.push(NBSP);
            }
            '-' if lang == Lang::Fr && INVERTED.contains(&word(rest.clone()).as_str()) => typeset.push(NB_HYPHEN),
            char => typeset.push(char),
        }
    }
    typeset
}

/// Whether a text ends with "l.", the abbreviation of "line".
fn is_line_abbreviation(text: &str) -> bool {
    text.strip_suffix("l.").is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// The word, or the `%`, at the start of a text.
fn word(rest: impl Iterator<Item = char>) -> String {
    rest.take_while(|char| char.is_alphanumeric() || *char == '%').collect()
}

fn unit_follows(rest: impl Iterator<Item = char>) -> bool {
    UNITS.contains(&word(rest).as_str())
}

#[cfg(test)]
mod tests {
    use super::apply;
    use crate::domain::Lang;

    #[test]
    fn french_punctuation_has_no_break_spaces() {
        assert_eq!(apply("L'un : « a » ; b ?", Lang::Fr), "L’un\u{a0}: «\u{a0}a\u{a0}»\u{202f}; b\u{202f}?");
    }

    #[test]
    fn an_inverted_pronoun_has_a_no_break_hyphen() {
        assert_eq!(apply("est-elle, a-t-il, multi-cluster, -il", Lang::Fr), "est‑elle, a‑t‑il, multi-cluster, ‑il");
    }

    #[test]
    fn english_keeps_its_spaces() {
        assert_eq!(apply("It's: a? b", Lang::En), "It’s: a? b");
    }

    #[test]
    fn a_line_abbreviation_stays_with_its_number() {
        assert_eq!(apply("chapitre 25, l. 66, fil. 3", Lang::Fr), "chapitre 25, l.\u{a0}66, fil. 3");
    }

    #[test]
    fn a_unit_stays_with_its_number() {
        assert_eq!(apply("2 Go ou 20+ services, 3 ans", Lang::Fr), "2\u{a0}Go ou 20+\u{a0}services, 3 ans");
    }
}
