//! A code among what people paste: a whole link, a piece of a message, the code alone, with whatever chats, mails and
//! word processors put around it.

use super::bits::value;
use super::code::{is_one_character_off, is_whole};

/// No code written today is shorter.
const MIN_LEN: usize = 9;
/// A code broken over several lines: how many are put together at most.
const MAX_LINES: usize = 4;

/// Finds a code in what a person pastes. A whole one comes before one that is cut or altered, which `decode` tells.
/// A link cut right where its code should start gives an empty one; nothing that looks like a code gives none.
#[must_use]
pub fn pasted(text: &str) -> Option<String> {
    let text = &decoded(text);
    let linked = || linked(text);
    let bare = || text.split(|char| !is_of_code(char)).filter(|word| word.len() >= MIN_LEN);
    linked()
        .find_map(whole_at)
        .or_else(|| bare().find(|word| is_whole(word.as_bytes())).map(str::to_owned))
        .or_else(|| whole_at(text))
        .or_else(|| linked().next().map(code_at))
        .or_else(|| bare().find(|word| is_one_character_off(word.as_bytes())).map(str::to_owned))
        .or_else(|| Some(bared(text)).filter(|word| looks_like_code(word)).map(str::to_owned))
}

/// What a text reads once `%23` is `#` again, `%2F` is `/`, and so on.
pub(super) fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = |place: usize| after.get(place).and_then(|digit| char::from(*digit).to_digit(16));
        let escaped = hex(0).zip(hex(1)).filter(|_| *first == b'%');
        let byte = escaped.and_then(|(high, low)| u8::try_from(high << 4 | low).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A text without what stands around it.
pub(super) fn bared(text: &str) -> &str {
    let bare = text.trim_matches(is_around);
    // A chat's marks of emphasis are characters of a code too: they are around it if it is whole without them.
    let plain = bare.trim_matches(['-', '_']);
    if is_whole(plain.as_bytes()) { plain } else { bare }
}

/// What chats, mails and people put around an address: spaces, even of no width, quotes, brackets, stops. No character of a
/// code.
pub(super) fn is_around(char: char) -> bool {
    const AROUND: &str = "<>()[]{}\"'`*~|\\/.,;:!?…«»‹›“”„‘’\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}";
    char.is_whitespace() || char.is_control() || is_one_of(AROUND, char)
}

/// Whether a character is one of some. `contains` would bring the search for any text into the wasm, 2 KB of it.
fn is_one_of(chars: &str, char: char) -> bool {
    chars.chars().any(|other| other == char)
}

fn is_of_code(char: char) -> bool {
    u8::try_from(char).is_ok_and(|char| value(char).is_some())
}

/// What stands where a link has its code, for each link of a text.
fn linked(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['#', '?', '&']).filter_map(|(place, mark)| {
        let rest = text.get(place + mark.len()..)?;
        if mark != "#" {
            return rest.strip_prefix("r=");
        }
        let rest = rest.strip_prefix('/').unwrap_or(rest);
        if let Some(embed) = rest.strip_prefix("e/") {
            // #/e/LANG/TOPIC/OPTIONS/CODE
            return embed.splitn(4, '/').nth(3).filter(|_| !embed_is_over(embed));
        }
        let code = rest.strip_prefix('r')?;
        code.chars().next().is_none_or(is_around).then(|| code.strip_prefix('/').unwrap_or(code))
    })
}

/// Whether an embed's address ends before it comes to a code.
fn embed_is_over(embed: &str) -> bool {
    let before = embed.splitn(4, '/').take(3).map(str::len).sum::<usize>() + 2;
    embed.get(..before).is_some_and(|before| before.contains(char::is_whitespace))
}

/// The code at the start of a text, whole or not.
fn code_at(text: &str) -> String {
    bared(text.split(ends_link).next().unwrap_or_default()).to_owned()
}

fn ends_link(char: char) -> bool {
    char.is_whitespace() || is_one_of("<>\"«»“”&#?|\\", char)
}

/// The whole code at the start of a text, be it broken over several lines.
fn whole_at(text: &str) -> Option<String> {
    let mut code = String::new();
    text.split_whitespace().take(MAX_LINES).find_map(|line| {
        code.push_str(line.split(ends_link).find(|part| !part.is_empty()).unwrap_or_default());
        let bare = bared(&code);
        is_whole(bare.as_bytes()).then(|| bare.to_owned())
    })
}

/// Whether a word alone may be a code, cut or altered: words of a language are not taken for one.
fn looks_like_code(word: &str) -> bool {
    let starts_like_one = word.bytes().next().and_then(value).is_some_and(|first| (4..12).contains(&first));
    let is_mixed = || word.bytes().skip(1).any(|char| !char.is_ascii_lowercase());
    word.len() >= MIN_LEN && word.chars().all(is_of_code) && starts_like_one && is_mixed()
}

#[cfg(test)]
mod tests {
    use super::{decoded, pasted};
    use crate::link::{Address, LinkNotice, decode, encode};
    use crate::test_content;

    const HOST: &str = "https://example.org/outils/boussole/";

    /// The codes of a topic and of everything that a situation says.
    fn codes() -> Vec<String> {
        let content = test_content::content();
        content.situations.iter().map(|situation| encode(content, &content.answers_of(situation))).collect()
    }

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(pasted(text).as_deref(), expected, "{text}");
    }

    /// A code wherever people may have it from.
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
    fn what_stands_around_a_link_is_left_out() {
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
    fn a_code_broken_over_two_lines_is_put_together() {
        for code in codes() {
            let (first, second) = code.split_at(code.len() / 2);
            check(&format!("Voici :\n{HOST}#/r/{first}\n{second}\nÀ demain"), Some(&code));
            check(&format!("{first}\n  {second}\n"), Some(&code));
        }
    }

    #[test]
    fn what_is_no_code_gives_none() {
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
    fn a_link_cut_anywhere_is_told_and_never_the_home_page() {
        let content = test_content::content();
        for code in codes() {
            let link = format!("{HOST}#/r/{code}");
            let start = HOST.len() + "#/r".len();
            for len in 0..link.len() {
                let cut = &link[..len];
                let found = pasted(cut);
                assert_eq!(found.is_some(), len >= start, "{cut}");
                for end in ["", "…", ".", ">"] {
                    let Some(code) = pasted(&format!("{cut}{end}")) else { continue };
                    assert_eq!(decode(content, &code).1, [LinkNotice::Cut], "{cut}{end}");
                    let fragment = format!("{}{end}", &cut[HOST.len()..]);
                    assert_eq!(Address::parse(content, &fragment), Ok(Address::Result(code)), "{fragment}");
                }
            }
        }
    }

    #[test]
    fn a_changed_character_is_told_whatever_stands_around() {
        let content = test_content::content();
        for code in codes() {
            for place in 0..code.len() {
                for char in ["A", "z", "0", "-", "_"].into_iter().filter(|char| !code[place..].starts_with(char)) {
                    let changed = [&code[..place], char, &code[place + 1..]].concat();
                    for link in [format!("<{HOST}#/r/{changed}>."), changed.clone()] {
                        let found = pasted(&link).unwrap_or_else(|| panic!("nothing found in {link}"));
                        assert_eq!(decode(content, &found).1, [LinkNotice::Altered], "{link}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_is_escaped_reads_as_it_was() {
        for (text, expected) in [
            ("%23%2Fr%2f", "#/r/"),
            ("%C3%A9", "é"),
            ("100 %", "100 %"),
            ("%2", "%2"),
            ("%zz%+1", "%zz%+1"),
            ("%FF", "%FF"),
        ] {
            assert_eq!(decoded(text), expected);
        }
    }
}
