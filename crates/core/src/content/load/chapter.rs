//! Reads the content of the chapter's pages: `chapter.toml`, `corrections.toml`, `contradictions.toml` and the sheets.

use super::limit;
use crate::content::chapter::{Chapter, Contradiction, DatedCorrection, Hint, HintKind, Item, NamedEntry, Part, Sheet};
use crate::content::read::Node;
use crate::content::{Content, Correction, SheetLabel, Subject};

/// The identifiers, in corrections, of the pages that belong to no subject.
const OTHER_PAGES: [&str; 2] = ["cncf", "chapter"];

/// Reads the corrections. Tools refer to them.
pub(super) fn corrections(file: &Node<'_>) -> Vec<DatedCorrection> {
    let corrections: Vec<DatedCorrection> = file
        .children("correction")
        .iter()
        .map(|node| DatedCorrection {
            id: node.id("id"),
            pages: node.strings("on"),
            correction: Correction {
                claim: node.text("claim", limit::SENTENCE),
                claim_sources: node.sources("claim-source"),
                today: node.text("today", limit::SENTENCE),
                date: node.date("date"),
                sources: node.sources("source"),
            },
        })
        .collect();
    for (index, dated) in corrections.iter().enumerate() {
        if corrections.iter().take(index).any(|earlier| earlier.id == dated.id) {
            file.note(format!("correction {}: the id is used twice", dated.id));
        }
    }
    corrections
}

/// Reads `chapter.toml`, the contradictions, and the sheet of each subject.
pub(super) fn chapter<'a>(
    node: &Node<'a>,
    contradictions: &Node<'a>,
    corrections: Vec<DatedCorrection>,
    content: &Content,
    sheet_of: &dyn Fn(&str) -> Option<Node<'a>>,
) -> Chapter {
    let words = node.child("words");
    let words = words
        .as_ref()
        .map_or_else(Vec::new, |words| SheetLabel::KEYS.iter().map(|key| words.text(key, limit::PARAGRAPH)).collect());
    let parts = node.children("part").iter().map(part).collect();
    let contradictions_read: Vec<Contradiction> =
        contradictions.children("contradiction").iter().map(contradiction).collect();
    let is_page = |name: &str| OTHER_PAGES.contains(&name) || content.subject_named(name).is_some();
    let corrected = corrections.iter().map(|dated| (&dated.id, &dated.pages));
    for (id, on) in
        corrected.chain(contradictions_read.iter().map(|contradiction| (&contradiction.id, &contradiction.pages)))
    {
        for name in on.iter().filter(|name| !is_page(name)) {
            contradictions.note(format!("{id}: \"{name}\" is not a page of the chapter"));
        }
        if on.is_empty() {
            contradictions.note(format!("{id}: on is missing: no page would show it"));
        }
    }
    let sheets = content
        .subjects()
        .filter_map(|subject| Some(sheet(&sheet_of(content.subject_id(subject))?, subject)))
        .collect();
    Chapter { words, parts, sheets, corrections, contradictions: contradictions_read }
}

fn contradiction(node: &Node<'_>) -> Contradiction {
    Contradiction {
        id: node.id("id"),
        pages: node.strings("on"),
        text: node.text("text", limit::PARAGRAPH),
        sources: node.sources("source"),
        resolution: node.text("resolution", limit::PARAGRAPH),
    }
}

fn part(node: &Node<'_>) -> Part {
    Part {
        id: node.id("id"),
        title: node.text("title", limit::SYMPTOM),
        introduction: node.text_if_any("lead", limit::PARAGRAPH),
        ordered: node.flag("ordered"),
        items: node.children("item").iter().map(item).collect(),
        sources: node.sources("source"),
    }
}

fn item(node: &Node<'_>) -> Item {
    Item {
        text: node.text("text", limit::SENTENCE),
        url: node.has("url").then(|| node.string("url")),
        points: node.texts("points", limit::SENTENCE),
        sources: if node.has("source") { node.sources("source") } else { Vec::new() },
    }
}

fn sheet(node: &Node<'_>, subject: Subject) -> Sheet {
    let named = |key: &str, limit: usize| node.children(key).iter().map(|node| named(node, limit)).collect();
    let sheet = Sheet {
        subject,
        concepts: named("concept", limit::SENTENCE),
        examples: named("example", limit::SENTENCE),
        themes: named("theme", limit::PARAGRAPH),
        upcoming: named("upcoming", limit::PARAGRAPH),
        hints: node.children("hint").iter().filter_map(hint).collect(),
    };
    if (subject == Subject::Trends) == sheet.themes.is_empty() {
        node.note("themes belong to 25.7, which must have them");
    }
    sheet
}

fn named(node: &Node<'_>, limit: usize) -> NamedEntry {
    // Ids help the people who edit the file; the app does not use them.
    if node.has("id") {
        node.id("id");
    }
    NamedEntry {
        name: node.text("name", limit::CHOICE),
        note: node.text_if_any("note", limit::NOTE),
        text: node.text("text", limit),
        sources: node.sources("source"),
    }
}

fn hint(node: &Node<'_>) -> Option<Hint> {
    let written = node.string("kind");
    let kind = HintKind::ALL.into_iter().find(|kind| kind.id() == written);
    if kind.is_none() {
        node.note(format!("kind \"{written}\" is none of {}", HintKind::ALL.map(HintKind::id).join(", ")));
    }
    let (text, sources) = (node.text("text", limit::PARAGRAPH), node.sources("source"));
    Some(Hint { kind: kind?, text, sources })
}
