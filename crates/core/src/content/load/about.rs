//! Reads the content of the trust page: `about.toml`.

use super::limit;
use crate::content::about::{
    ABOUT_VALUES, About, Citation, CriterionStatus, N_CERTIFYING, N_QUALIFYING, Quality, Reference, SECTIONS, Section,
    Statement,
};
use crate::content::read::Node;
use crate::content::{AboutLabel, Content};

/// The prefix of a source that only this page cites.
const OWN_PREFIX: &str = "about:";

/// Reads the trust page.
pub(super) fn about(node: &Node<'_>, content: &Content) -> About {
    let words = node.child("words");
    let words = words
        .as_ref()
        .map_or_else(Vec::new, |words| AboutLabel::KEYS.iter().map(|key| words.text(key, limit::PARAGRAPH)).collect());
    let sources: Vec<Reference> = node.children("source").iter().map(reference).collect();
    let sections: Vec<Section> = node.children("section").iter().map(|node| section(node, &sources)).collect();
    let ids: Vec<&str> = sections.iter().map(|section| section.id.as_str()).collect();
    if ids != SECTIONS {
        node.note(format!("the sections must be {}, in this order", SECTIONS.join(", ")));
    }
    let criteria: Vec<Quality> = node.children("criterion").iter().map(criterion).collect();
    let n_qualifying = criteria.iter().take_while(|criterion| criterion.is_qualifying).count();
    let n_certifying = criteria.iter().filter(|criterion| !criterion.is_qualifying).count();
    if (n_qualifying, n_certifying) != (N_QUALIFYING, N_CERTIFYING) {
        node.note(format!(
            "{N_QUALIFYING} qualifying criteria then {N_CERTIFYING} others are needed, not {n_qualifying} then {n_certifying}"
        ));
    }
    check_unique(node, "criterion", criteria.iter().map(|criterion| &criterion.id));
    check_unique(node, "source", sources.iter().map(|source| &source.id));
    let cited = sections.iter().flat_map(statements).flat_map(|statement| &statement.sources);
    let cited: Vec<Citation> = cited.copied().collect();
    for (index, source) in sources.iter().enumerate().filter(|(index, _)| !cited.contains(&Citation::Own(*index))) {
        node.note(format!("source {}: nothing cites number {}", source.id, index + 1));
    }
    let example = node.string("example");
    let found = content.situations.iter().position(|situation| situation.id == example);
    if found.is_none() {
        node.note(format!("example \"{example}\" is not a situation"));
    }
    About { words, example: found.unwrap_or_default(), sections, criteria, sources }
}

fn check_unique<'t>(node: &Node<'_>, what: &str, ids: impl Iterator<Item = &'t String>) {
    let mut seen: Vec<&String> = Vec::new();
    for id in ids {
        if seen.contains(&id) {
            node.note(format!("{what} {id}: the id is used twice"));
        }
        seen.push(id);
    }
}

fn statements(section: &Section) -> impl Iterator<Item = &Statement> {
    section.lines.iter().chain(&section.points).chain(&section.after)
}

fn section(node: &Node<'_>, own: &[Reference]) -> Section {
    let all = |key: &str| node.children(key).iter().map(|node| statement(node, own)).collect();
    Section {
        id: node.id("id"),
        title: node.text("title", limit::SYMPTOM),
        lines: all("line"),
        introduction: node.text_if_any("lead", limit::SENTENCE),
        points: all("point"),
        after: all("after"),
    }
}

fn statement(node: &Node<'_>, own: &[Reference]) -> Statement {
    let text = node.text("text", limit::PARAGRAPH);
    node.check_placeholders(&text, &ABOUT_VALUES);
    let sources = node.strings("source").iter().filter_map(|written| cited(node, written, own)).collect();
    Statement { text, sources }
}

fn cited(node: &Node<'_>, written: &str, own: &[Reference]) -> Option<Citation> {
    let Some(id) = written.strip_prefix(OWN_PREFIX) else {
        return node.source(written).map(Citation::Content);
    };
    let found = own.iter().position(|source| source.id == id);
    if found.is_none() {
        node.note(format!("source \"{written}\" is none of this file's own"));
    }
    found.map(Citation::Own)
}

fn criterion(node: &Node<'_>) -> Quality {
    let (met, why) = (node.string("met"), node.text("why", limit::SENTENCE));
    node.check_placeholders(&why, &ABOUT_VALUES);
    let known = CriterionStatus::ALL.into_iter().find(|known| known.id() == met);
    if known.is_none() {
        node.note(format!("met \"{met}\" is none of {}", CriterionStatus::ALL.map(CriterionStatus::id).join(", ")));
    }
    Quality {
        id: node.id("id"),
        is_qualifying: node.flag("qualifying"),
        text: node.text("text", limit::SENTENCE),
        met: known.unwrap_or(CriterionStatus::No),
        why,
    }
}

fn reference(node: &Node<'_>) -> Reference {
    Reference {
        id: node.id("id"),
        name: node.text("name", limit::CHOICE),
        title: node.text("title", limit::PARAGRAPH),
        url: node.string("url"),
        date: node.text("date", limit::CHOICE),
    }
}
