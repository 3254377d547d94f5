//! Finds a code in pasted text: a link, a part of a message or the code alone, with the characters that chats, mails and word
//! processors add around it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::bits::value;
use super::code::{is_one_character_off, is_whole};

/// The minimum length of a code.
const MIN_LEN: usize = 9;
/// The maximum number of lines over which a code may be split.
const MAX_LINES: usize = 4;

/// Finds a code in pasted text; none when nothing looks like a code.
///
/// A valid code is preferred to one that is cut or altered, which [`super::decode`] detects. A link that is cut just before its
/// code gives an empty code.
#[must_use]
pub fn find_code(text: &str) -> Option<String> {
    let text = &percent_decode(text);
    let in_links = || codes_in_links(text);
    let words = || text.split(|char| !is_code_char(char)).filter(|word| word.len() >= MIN_LEN);
    in_links()
        .find_map(whole_at)
        .or_else(|| words().find(|word| is_whole(word.as_bytes())).map(str::to_owned))
        .or_else(|| whole_at(text))
        .or_else(|| in_links().next().map(code_at))
        .or_else(|| words().find(|word| is_one_character_off(word.as_bytes())).map(str::to_owned))
        .or_else(|| Some(trim_surroundings(text)).filter(|word| looks_like_code(word)).map(str::to_owned))
}

/// Decodes percent-encoded characters (`%23` is `#`). A text that is not UTF-8 after decoding is returned unchanged.
pub(super) fn percent_decode(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8().unwrap_or(Cow::Borrowed(text))
}

/// Removes the characters added around a code.
pub(super) fn trim_surroundings(text: &str) -> &str {
    let bare = text.trim_matches(is_surrounding);
    // `-` and `_` are characters of a code, but chats also use them for emphasis: they are removed if that makes the code valid.
    let plain = bare.trim_matches(['-', '_']);
    if is_whole(plain.as_bytes()) { plain } else { bare }
}

/// Whether a character may be added around an address: spaces (also zero-width ones), quotes, brackets and punctuation. No
/// character of a code is among them.
pub(super) fn is_surrounding(char: char) -> bool {
    const SURROUNDING: &str = "<>()[]{}\"'`*~|\\/.,;:!?…«»‹›“”„‘’\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}";
    char.is_whitespace() || char.is_control() || SURROUNDING.contains(char)
}

fn is_code_char(char: char) -> bool {
    u8::try_from(char).is_ok_and(|char| value(char).is_some())
}

/// The text at the position of the code, for each link in a text.
fn codes_in_links(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['#', '?', '&']).filter_map(|(place, mark)| {
        let rest = text.get(place + mark.len()..)?;
        if mark != "#" {
            return rest.strip_prefix("r=");
        }
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        if let Some(embed) = rest.strip_prefix("e/") {
            // #/e/LANG/TOPIC/OPTIONS/CODE
            return embed.splitn(4, '/').nth(3).filter(|_| !ends_before_code(embed));
        }
        let code = rest.strip_prefix('r')?;
        code.chars().next().is_none_or(is_surrounding).then(|| code.strip_prefix('/').unwrap_or(code))
    })
}

/// Whether a frame's address ends before its code.
fn ends_before_code(embed: &str) -> bool {
    let before = embed.splitn(4, '/').take(3).map(str::len).sum::<usize>() + 2;
    embed.get(..before).is_some_and(|before| before.contains(char::is_whitespace))
}

/// The code at the start of a text, valid or not.
fn code_at(text: &str) -> String {
    trim_surroundings(text.split(ends_link).next().unwrap_or_default()).to_owned()
}

fn ends_link(char: char) -> bool {
    char.is_whitespace() || "<>\"«»“”&#?|\\".contains(char)
}

/// The valid code at the start of a text, which may be split over several lines.
fn whole_at(text: &str) -> Option<String> {
    let mut code = String::new();
    text.split_whitespace().take(MAX_LINES).find_map(|line| {
        code.push_str(line.split(ends_link).find(|part| !part.is_empty()).unwrap_or_default());
        let bare = trim_surroundings(&code);
        is_whole(bare.as_bytes()).then(|| bare.to_owned())
    })
}

/// Whether a single word may be a code that is cut or altered. Ordinary words must not look like one.
fn looks_like_code(word: &str) -> bool {
    // The first character holds the version (1 or 2) and two bits of the next field.
    let has_version = word.bytes().next().and_then(value).is_some_and(|first| (4..12).contains(&first));
    let is_mixed = || word.bytes().skip(1).any(|char| !char.is_ascii_lowercase());
    word.len() >= MIN_LEN && word.chars().all(is_code_char) && has_version && is_mixed()
}

#[cfg(test)]
mod tests {
    use super::{find_code, percent_decode};
    use crate::link::{Address, LinkNotice, decode, encode};
    use crate::test_content;

    const HOST: &str = "https://example.org/outils/boussole/";

    /// The codes of the worked situations.
    fn codes() -> Vec<String> {
        let content = test_content::content();
        content.situations.iter().map(|situation| encode(content, &content.answers_of(situation))).collect()
    }

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(find_code(text).as_deref(), expected, "{text}");
    }

    /// Every kind of link that contains a code.
    fn links(code: &str) -> Vec<String> {
        let escaped = HOST.replace(':', "%3A").replace('/', "%2F");
        vec![
            code.to_owned(),
            format!("{HOST}#/r/{code}"),
            format!("{HOST}index.html#/r/{code}"),
            format!("file:///home/a%20b/boussole.html#/r/{code}"),
            format!("{HOST}%23/r/{code}"),
            format!("{HOST}%23%2Fr%2F{code}"),
            format!("{HOST}#%2Fr%2f{code}"),
            format!("{HOST}?r={code}"),
            format!("{HOST}?lang=fr&r={code}&utm_source=x"),
            format!("{HOST}?r={code}#/fr"),
            format!("{HOST}#/e/fr/edge/-/{code}"),
            format!("https://redirect.example/?to={escaped}%23%2Fr%2F{code}&from=chat"),
            format!("#/r/{code}"),
            format!("r/{code}"),
        ]
    }

    #[test]
    fn a_code_is_found_in_every_kind_of_link() {
        for code in codes() {
            for link in links(&code) {
                check(&link, Some(&code));
            }
        }
    }

    #[test]
    fn characters_around_a_link_are_ignored() {
        for code in codes() {
            for link in links(&code) {
                for (before, after) in [
                    (" ", "\n"),
                    ("<", ">"),
                    ("\"", "\""),
                    ("«\u{a0}", "\u{202f}»."),
                    ("“", "”,"),
                    ("(voir ", ")"),
                    ("[résultat](", ")"),
                    ("Regarde : ", " ; qu’en dis-tu ?"),
                    ("Regarde :\n", "…\nÀ demain"),
                    ("**", "**"),
                    ("\u{200b}", "\u{feff}"),
                    ("> ", "\r\n> "),
                ] {
                    check(&format!("{before}{link}{after}"), Some(&code));
                }
            }
            check(&format!("_{HOST}#/r/{code}_"), Some(&code));
            check(&format!("<a href=\"{HOST}#/r/{code}\">le résultat</a>"), Some(&code));
        }
    }

    #[test]
    fn a_code_split_over_two_lines_is_joined() {
        for code in codes() {
            let (first, second) = code.split_at(code.len() / 2);
            check(&format!("Voici :\n{HOST}#/r/{first}\n{second}\nÀ demain"), Some(&code));
            check(&format!("{first}\n  {second}\n"), Some(&code));
        }
    }

    #[test]
    fn other_text_gives_no_code() {
        for text in [
            "",
            " ",
            "Bonjour",
            "Installation",
            "anticonstitutionnellement",
            "Je n’ai pas reçu le lien, peux-tu le renvoyer ?",
            "https://example.org/outils/boussole/",
            "https://example.org/outils/boussole/#/fr/verdict/edge",
            "https://example.org/outils/boussole/#/e/fr/edge/-",
            "https://example.org/?rate=3&ref=IAAAAAAAA",
            "%23",
            "#/rien",
            "EFgIBsg",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn a_link_cut_anywhere_is_reported_and_never_the_home_page() {
        let content = test_content::content();
        for code in codes() {
            let link = format!("{HOST}#/r/{code}");
            let start = HOST.len() + "#/r".len();
            for len in 0..link.len() {
                let cut = &link[..len];
                let found = find_code(cut);
                assert_eq!(found.is_some(), len >= start, "{cut}");
                for end in ["", "…", ".", ">"] {
                    let Some(code) = find_code(&format!("{cut}{end}")) else { continue };
                    assert_eq!(decode(content, &code).1, [LinkNotice::Cut], "{cut}{end}");
                    let fragment = format!("{}{end}", &cut[HOST.len()..]);
                    assert_eq!(Address::parse(content, &fragment), Ok(Address::Result(code)), "{fragment}");
                }
            }
        }
    }

    #[test]
    fn a_changed_character_is_reported_whatever_surrounds_the_code() {
        let content = test_content::content();
        for code in codes() {
            for place in 0..code.len() {
                for char in ["A", "z", "0", "-", "_"].into_iter().filter(|char| !code[place..].starts_with(char)) {
                    let changed = format!("{}{char}{}", &code[..place], &code[place + 1..]);
                    for link in [format!("<{HOST}#/r/{changed}>."), changed.clone()] {
                        let found = find_code(&link).unwrap_or_else(|| panic!("nothing found in {link}"));
                        assert_eq!(decode(content, &found).1, [LinkNotice::Altered], "{link}");
                    }
                }
            }
        }
    }

    #[test]
    fn percent_encoded_text_is_decoded() {
        for (text, expected) in [
            ("%23%2Fr%2f", "#/r/"),
            ("%C3%A9", "é"),
            ("100 %", "100 %"),
            ("%2", "%2"),
            ("%zz%+1", "%zz%+1"),
            ("%FF", "%FF"),
        ] {
            assert_eq!(percent_decode(text), expected);
        }
    }
}
