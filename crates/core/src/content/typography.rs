//! Turns the plain keyboard text of the content files into printed-page text, in each language's own way.

use crate::domain::Lang;

/// A no-break space.
const NBSP: char = '\u{a0}';
/// A narrow no-break space: what French puts before `;`, `?` and `!`.
const NNBSP: char = '\u{202f}';

/// Words that stay on the line of the number before them.
const UNITS: [&str; 15] =
    ["ms", "s", "Go", "Mo", "GB", "MB", "%", "h", "minutes", "heures", "hours", "services", "GPU", "cœurs", "cores"];

/// A hyphen that never ends a line.
const NB_HYPHEN: char = '\u{2011}';

/// Pronouns that stay with the verb before them: « est-elle », « suffirait-il », « a-t-on ».
const INVERTED: [&str; 9] = ["elle", "elles", "il", "ils", "on", "ce", "t", "vous", "nous"];

/// The text as it is printed: curly apostrophes, and spaces and hyphens that never end a line where the language forbids it.
pub fn set(text: &str, lang: Lang) -> String {
    let mut set = String::with_capacity(text.len() + 8);
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '\'' => set.push('’'),
            ' ' if lang == Lang::Fr && matches!(rest.peek(), Some(';' | '?' | '!')) => set.push(NNBSP),
            ' ' if lang == Lang::Fr && matches!(rest.peek(), Some(':' | '»')) => set.push(NBSP),
            ' ' if lang == Lang::Fr && set.ends_with('«') => set.push(NBSP),
            // A brace ends what will be filled in, which may be a number.
            ' ' if set.ends_with(|last: char| last.is_ascii_digit() || "+}".contains(last))
                && unit_follows(rest.clone()) =>
            {
                set.push(NBSP);
            }
            // "l. 66", a line of the chapter.
            ' ' if is_line_mark(&set) && rest.peek().is_some_and(|next| next.is_ascii_digit() || *next == '{') => {
                set.push(NBSP);
            }
            '-' if lang == Lang::Fr && INVERTED.contains(&word(rest.clone()).as_str()) => set.push(NB_HYPHEN),
            char => set.push(char),
        }
    }
    set
}

/// Whether a text ends with "l." as a word.
fn is_line_mark(text: &str) -> bool {
    text.strip_suffix("l.").is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

fn word(rest: impl Iterator<Item = char>) -> String {
    rest.take_while(|char| char.is_alphanumeric() || *char == '%').collect()
}

fn unit_follows(rest: impl Iterator<Item = char>) -> bool {
    UNITS.contains(&word(rest).as_str())
}

#[cfg(test)]
mod tests {
    use super::set;
    use crate::domain::Lang;

    #[test]
    fn french_punctuation_never_starts_a_line() {
        assert_eq!(set("L'un : « a » ; b ?", Lang::Fr), "L’un\u{a0}: «\u{a0}a\u{a0}»\u{202f}; b\u{202f}?");
    }

    #[test]
    fn an_inverted_pronoun_stays_with_its_verb() {
        assert_eq!(set("est-elle, a-t-il, multi-cluster, -il", Lang::Fr), "est‑elle, a‑t‑il, multi-cluster, ‑il");
    }

    #[test]
    fn english_keeps_its_spaces() {
        assert_eq!(set("It's: a? b", Lang::En), "It’s: a? b");
    }

    #[test]
    fn a_line_stays_with_its_number() {
        assert_eq!(set("chapitre 25, l. 66, fil. 3", Lang::Fr), "chapitre 25, l.\u{a0}66, fil. 3");
    }

    #[test]
    fn a_unit_stays_with_its_number() {
        assert_eq!(set("2 Go ou 20+ services, 3 ans", Lang::Fr), "2\u{a0}Go ou 20+\u{a0}services, 3 ans");
    }
}
