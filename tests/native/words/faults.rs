//! What is wrong with a text, and what the content's texts and ids are.

use std::collections::HashSet;
use std::sync::LazyLock;

use boussole_core::domain::{Lang, Text};

use crate::content::files;

/// How long a text of the other language must be to be told apart from a name that both share.
pub(crate) const N_FOREIGN: usize = 20;
pub(crate) const N_WORDS_OF_A_SENTENCE: usize = 30;
pub(crate) const N_CHARS_OF_AN_ASIDE: usize = 60;

/// Words of the engine and of its code, as whole words. Left out, since people say them and pages do: "verdict",
/// "answer", "question", "settled" (« Verdict settled »), "range" (« stay a range »), "box", "choice", "code" (source code).
pub(crate) const ENGINE_EN: &str = "ceiling ceilings lift lifts lifted input inputs mask masks bitmask topic topics rule rules bit bits \
    engine boolean enum null undefined nan symptom symptoms tension tensions circumstance circumstances pointer pointers \
    draft drafts guest criterion baseline";
pub(crate) const ENGINE_FR: &str = "plafond plafonds moteur masque masques règle règles bit bits booléen booléenne entrée entrées \
    symptôme symptômes tension tensions circonstance circonstances pointeur brouillon invité topic topics null undefined nan \
    ceiling rule";

/// Where such a word means something else: a search engine, a verb, input and output, or what choosing goes by, which says
/// of itself that it is a rule and not a score.
pub(crate) const SAID_ON_PURPOSE: &[&str] = &[
    "It is a rule, not a score",
    "C'est une règle, pas une note",
    "and its rules",
    "ses règles",
    "se règle avec",
    "règle les hyperparamètres",
    "search engine",
    "moteur de recherche",
    "rules out",
    "rules it out",
    "rule out",
    "Rule it out",
    "rule beginners out",
    "bibliothèque commune règle",
    "input/output",
    "entrées-sorties",
    // What the page about Boussole says of itself: rules one goes by, and those of a tool.
    "suit ses règles",
    "ces règles sont bonnes",
    "follows its rules",
    "these rules are right",
    "La règle que nous nous donnons",
    "cette règle n'a pas encore",
    "The rule we set ourselves",
    "the rule has not",
    "écarter aucune règle",
    "no rule left out",
    "Each criterion links",
    "Under each criterion",
];

/// Ids that are also the name of the thing.
pub(crate) const IDS_SAID: &[&str] =
    &["cert-manager", "cloudnative-pg", "gateway-api", "ingress-nginx", "multi-cluster", "1-3"];

/// Names that start in lower case, at the start of a sentence too.
pub(crate) const LOWER_NAMES: &[&str] =
    &["cert-manager", "dev", "vCluster", "kubectl", "kube-prometheus", "containerd", "etcd", "eBPF", "min-scale"];

/// What no text holds: a list or a word that came out empty, and marks that meet.
pub(crate) const BROKEN: &[&str] = &[
    "{",
    "}",
    "  ",
    "()",
    "« »",
    "“”",
    "..",
    ",,",
    " .",
    " ,",
    "?.",
    "!.",
    ":.",
    ",.",
    ": .",
    ", .",
    "( ",
    " )",
    "quand si ",
    "si quand ",
    "when if ",
    " si il",
];

/// Every text of the content files.
pub(crate) static TEXTS: LazyLock<Vec<(String, Text)>> = LazyLock::new(|| {
    let mut texts = Vec::new();
    for (name, file) in files() {
        collect(&name, &toml::Value::Table(file.parse().unwrap()), &mut texts, &mut HashSet::new());
    }
    texts
});

/// Every id with a hyphen: those of the content, and the keys of the interface's words.
pub(crate) static IDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let mut ids = HashSet::new();
    for (name, file) in files() {
        let table: toml::Table = file.parse().unwrap();
        if name == "interface.toml" {
            ids.extend(table.keys().cloned());
        }
        ids.insert(name.trim_end_matches(".toml").to_owned());
        collect(&name, &toml::Value::Table(table), &mut Vec::new(), &mut ids);
    }
    ids.retain(|id| id.contains('-') && !IDS_SAID.contains(&id.as_str()));
    ids
});

pub(crate) fn collect(file: &str, value: &toml::Value, texts: &mut Vec<(String, Text)>, ids: &mut HashSet<String>) {
    match value {
        toml::Value::Array(items) => items.iter().for_each(|item| collect(file, item, texts, ids)),
        toml::Value::Table(table) => {
            let half = |lang| table.get(lang).and_then(toml::Value::as_str).map(str::to_owned);
            if let (Some(fr), Some(en)) = (half("fr"), half("en")) {
                texts.push((file.to_owned(), Text { fr, en }));
            }
            ids.extend(half("id"));
            table.values().for_each(|value| collect(file, value, texts, ids));
        }
        _ => {}
    }
}

/// A text as it is typed, without what the loader sets.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2011}', "-").replace('’', "'")
}

/// The sentences of a text, with their marks. A mark ends a sentence where a space or nothing follows it.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, char) in text.char_indices() {
        let after = &text[at + char.len_utf8()..];
        // "l. 62" is a line, "et al." and "p. 699" stand in references, "1 à 3 s." may end a sentence, « Et si… ? » is one.
        let last = text[..at].rsplit([' ', '(']).next().unwrap_or_default();
        let is_line = ["l", "al", "p", "pp", "M", "F", "S", "K", "N", "M.-A"].contains(&last);
        let goes_on = after.trim_start().starts_with(['?', '!', '»', '”', ')', ',', ';', '·']);
        if ".?!…".contains(char) && (after.is_empty() || after.starts_with(' ')) && !is_line && !goes_on {
            found.push(text[start..text.len() - after.len()].trim());
            start = text.len() - after.len();
        }
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| !char.is_alphanumeric() && char != '-' && char != '\'').filter(|word| !word.is_empty())
}

/// What is quoted in a text.
pub(crate) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let marks = |open, close| text.split(open).skip(1).filter_map(move |rest: &str| rest.split(close).next());
    marks('«', '»').chain(marks('“', '”')).map(str::trim)
}

/// What is wrong with a text, wherever it stands. The text is as typed.
pub(crate) fn faults(lang: Lang, text: &str) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    faults.extend(BROKEN.iter().filter(|broken| text.contains(**broken)).map(|broken| format!("holds {broken:?}")));
    let said = SAID_ON_PURPOSE.iter().fold(text.to_owned(), |text, said| text.replace(said, ""));
    let engine = if lang == Lang::Fr { ENGINE_FR } else { ENGINE_EN };
    let is_engine = |word: &&str| engine.split(' ').any(|engine| engine == word.to_lowercase());
    faults
        .extend(said.split(|char: char| !char.is_alphanumeric()).filter(is_engine).map(|word| format!("says {word}")));
    let token = |char: char| !char.is_alphanumeric() && !"+-_".contains(char);
    let is_id = |token: &&str| IDS.contains(*token);
    faults.extend(text.split(token).filter(is_id).map(|id| format!("shows the id {id}")));
    let all: Vec<String> = text.split(' ').map(str::to_lowercase).collect();
    let is_doubled = |pair: &&[String]| {
        // « Vous vous lancez » is French.
        pair[0] == pair[1] && pair[0].chars().all(char::is_alphabetic) && !["vous", "nous"].contains(&pair[0].as_str())
    };
    faults.extend(all.windows(2).filter(is_doubled).map(|pair| format!("says {} twice", pair[0])));
    if text.contains(if lang == Lang::Fr { ['“', '”'] } else { ['«', '»'] }) {
        faults.push("quotes as the other language does".to_owned());
    }
    for (index, sentence) in sentences(text).into_iter().enumerate() {
        if index > 0 && !starts_well(sentence) {
            faults.push(format!("goes on in lower case: {sentence}"));
        }
        if !sentence.chars().any(char::is_alphanumeric) && sentence.ends_with(['.', '?', '!']) {
            faults.push("has an empty sentence".to_owned());
        }
    }
    faults
}

/// A capital, a figure, or a name.
pub(crate) fn starts_well(sentence: &str) -> bool {
    let sentence = sentence.trim_start_matches(['«', '“', '(', ' ']);
    let first = sentence.chars().next();
    first.is_none_or(|first| first.is_uppercase() || !first.is_alphabetic())
        || words_of(sentence).next().is_some_and(|word| LOWER_NAMES.contains(&word))
}

pub(crate) fn ends_well(sentence: &str) -> bool {
    sentence.ends_with(['.', '?', '!', '…'])
}

/// What is wrong with a text that a team would say aloud.
pub(crate) fn unspoken(lang: Lang, text: &str) -> Vec<String> {
    let mut faults = faults(lang, text);
    // An answer is quoted as chosen: it is one name, however long.
    let mut named = text.to_owned();
    for name in quoted(text) {
        named = named.replace(name, "X");
    }
    for sentence in sentences(&named) {
        let n = words_of(sentence).count();
        if n > N_WORDS_OF_A_SENTENCE {
            faults.push(format!("has {n} words in a sentence"));
        }
    }
    if !starts_well(text) || !ends_well(text) {
        faults.push("starts in lower case or ends without its mark".to_owned());
    }
    let wrong = ["→", "->", "=>", ">", "<", "≥", "≤", "&", " / "];
    faults.extend(wrong.iter().filter(|wrong| text.contains(**wrong)).map(|wrong| format!("holds {wrong}")));
    if text.split(' ').any(|word| word.matches('/').count() > 1) {
        faults.push("lists with slashes".to_owned());
    }
    let asides = text.split('(').skip(1).filter_map(|rest| rest.split(')').next());
    if asides.into_iter().any(|aside| aside.chars().count() > N_CHARS_OF_AN_ASIDE) {
        faults.push("has a long parenthesis".to_owned());
    }
    faults
}
