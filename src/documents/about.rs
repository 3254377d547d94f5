//! The trust page: how a verdict is reached, what was checked, what it rests on, and its limits. Figures and the example are
//! computed from the content, the engine and the results of the exhaustive check.

mod example;
mod values;

use boussole_core::content::{
    About, AboutLabel, Citation, CriterionStatus, Quality, Reference, Section, SourceEntry, Statement,
};
use boussole_core::domain::{Text, Verdict};
use boussole_core::link::View;
use boussole_core::record::exhaustive_check::{CheckReport, TopicCheck};
use boussole_core::words::fill;
use maud::{Markup, html};

use super::parts::{link_out, sources};
use super::table::{RowGroup, table};
use super::{Page, Place};
use values::{Values, grouped};

/// The title of the page and a summary in a sentence.
pub(super) fn head<'a>(page: Page<'a>, about: &'a About) -> (&'a str, &'a str) {
    let say = |label: AboutLabel| about.words[label as usize].get(page.words.lang);
    (say(AboutLabel::Title), say(AboutLabel::Lede))
}

/// The inside of the page.
pub(super) fn about(page: Page<'_>, about: &About, proof: &CheckReport) -> Markup {
    let trust = Trust { page, about, proof };
    let values = trust.values();
    let (title, lede) = head(page, about);
    // Links to this element are fragments alone, even on a page of the site.
    let anchor = Page { place: Place::File, ..page }.href(View::About);
    html! {
        div.chapter.trust id=(anchor.trim_start_matches('#')) {
            header {
                h1 tabindex="-1" { (title) }
                p.lede { (lede) }
            }
            div.chapter__text {
                @for section in &about.sections { (trust.section(section, &values)) }
            }
        }
    }
}

/// The page and its sources of data.
#[derive(Clone, Copy)]
struct Trust<'a> {
    page: Page<'a>,
    about: &'a About,
    /// The results of the exhaustive check.
    proof: &'a CheckReport,
}

impl<'a> Trust<'a> {
    /// A word or sentence of this page.
    fn say(self, label: AboutLabel) -> &'a str {
        // `load` refuses a page that lacks one.
        self.text(&self.about.words[label as usize])
    }

    /// A text in the reader's language.
    fn text(self, text: &Text) -> &str {
        text.get(self.page.lang())
    }

    fn filled(self, text: &Text, values: &Values) -> String {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(self.text(text), &values)
    }

    /// A section: its own text, with the computed parts where they belong.
    fn section(self, section: &Section, values: &Values) -> Markup {
        html! {
            section class={ "trust__" (section.id) } {
                h2 { (self.text(&section.title)) }
                (self.paragraphs(&section.lines, values))
                @match section.id.as_str() {
                    "example" => (example::example(self)),
                    "proof" => (self.check_results()),
                    "sources" => (self.bibliography()),
                    "criteria" => (self.criteria(values)),
                    _ => {},
                }
                @if let Some(lead) = &section.introduction { p { (self.text(lead)) } }
                @if section.id == "method" { (self.verdicts()) }
                @if !section.points.is_empty() {
                    ul.list {
                        @for point in &section.points { li { (self.statement(point, values)) } }
                    }
                }
                (self.paragraphs(&section.after, values))
            }
        }
    }

    fn paragraphs(self, statements: &[Statement], values: &Values) -> Markup {
        html! {
            @for statement in statements { p { (self.statement(statement, values)) } }
        }
    }

    fn statement(self, statement: &Statement, values: &Values) -> Markup {
        html! {
            (self.filled(&statement.text, values))
            @for cited in &statement.sources { " " (self.cited(*cited)) }
        }
    }

    fn cited(self, cited: Citation) -> Markup {
        match cited {
            Citation::Content(source) => sources(self.page.words, &[source]),
            Citation::Own(index) => html! {
                @if let Some(own) = self.about.sources.get(index) {
                    span.source { (link_out(&own.url, self.text(&own.name))) }
                }
            },
        }
    }

    /// The five verdicts and their meanings.
    fn verdicts(self) -> Markup {
        html! {
            dl.pairs {
                @for verdict in Verdict::ALL.map(|verdict| self.page.words.content.verdict(verdict)) {
                    (pair(self.text(&verdict.name), self.text(&verdict.meaning)))
                }
            }
        }
    }

    /// The results of the exhaustive check: a row for each topic, then the total.
    fn check_results(self) -> Markup {
        let words = self.page.words;
        let mut heads =
            vec![self.say(AboutLabel::Technology), self.say(AboutLabel::Sets), self.say(AboutLabel::Closed)];
        heads.extend(Verdict::ALL.map(|verdict| words.verdict(verdict)));
        let row = |name: &str, proof: &TopicCheck| -> Vec<Markup> {
            let counts = [proof.n, proof.n_closed].into_iter().chain(proof.verdicts);
            let counts = counts.map(|n| html! { (grouped(n, words.lang)) });
            [html! { (name) }].into_iter().chain(counts).collect()
        };
        let topic_row = |proof: &TopicCheck| {
            let name = words.content.topic(&proof.id).map_or("", |topic| topic.name.get(words.lang));
            row(name, proof)
        };
        let mut rows: Vec<Vec<Markup>> = self.proof.topics.iter().map(topic_row).collect();
        rows.push(row(self.say(AboutLabel::All), &self.proof.all()));
        table("sets", self.say(AboutLabel::SetsCaption), &heads, &[RowGroup::untitled(rows)])
    }

    /// Every source of the content and of this page, once.
    fn bibliography(self) -> Markup {
        let entries = &self.page.words.content.sources;
        let (of_chapter, others): (Vec<_>, Vec<_>) =
            entries.iter().partition(|entry| CHAPTER_ENTRIES.contains(&entry.id.as_str()));
        html! {
            h3 { (self.say(AboutLabel::SourcesChapter)) }
            ul.cited { @for entry in of_chapter { (self.entry(entry)) } }
            h3 { (self.say(AboutLabel::SourcesContent)) }
            ul.cited { @for entry in others { (self.entry(entry)) } }
            h3 { (self.say(AboutLabel::SourcesOwn)) }
            ul.cited { @for own in &self.about.sources { (self.reference(own)) } }
        }
    }

    fn entry(self, entry: &SourceEntry) -> Markup {
        let date = entry.date.map(|date| self.page.words.date(date));
        html! {
            li {
                (link_out(&entry.url, self.text(&entry.title))) ", "
                (date.as_deref().unwrap_or_else(|| self.say(AboutLabel::Undated)))
            }
        }
    }

    fn reference(self, own: &Reference) -> Markup {
        html! { li { (link_out(&own.url, self.text(&own.title))) ", " (self.text(&own.date)) } }
    }

    /// The published quality criteria one by one: the criterion, whether we meet it, and why.
    fn criteria(self, values: &Values) -> Markup {
        let group = |label: AboutLabel, is_qualifying: bool| {
            let criteria = self.about.criteria.iter().filter(|criterion| criterion.is_qualifying == is_qualifying);
            let rows = criteria.map(|criterion| self.criterion(criterion, values).to_vec()).collect();
            RowGroup { title: Some(self.say(label)), rows }
        };
        let groups = [group(AboutLabel::Qualifying, true), group(AboutLabel::Certifying, false)];
        let heads = [AboutLabel::Criterion, AboutLabel::Answer, AboutLabel::Why].map(|label| self.say(label));
        table("criteria", self.say(AboutLabel::CriteriaCaption), &heads, &groups)
    }

    fn criterion(self, criterion: &Quality, values: &Values) -> [Markup; 3] {
        let (class, sign, word) = match criterion.met {
            CriterionStatus::Yes => ("mark mark--for", "+", AboutLabel::Met),
            CriterionStatus::No => ("mark mark--against", "−", AboutLabel::NotMet),
            CriterionStatus::NotApplicable => ("mark mark--open", "/", AboutLabel::NotApplicable),
        };
        let met = html! {
            span.met {
                span class=(class) aria-hidden="true" { (sign) }
                span { (self.say(word)) }
            }
        };
        [html! { (self.text(&criterion.text)) }, met, html! { (self.filled(&criterion.why, values)) }]
    }
}

/// The entries of `sources.toml` for the chapter itself: its files, its place and its licence.
const CHAPTER_ENTRIES: [&str; 4] = ["chapter", "sections", "course", "licence"];

/// A name and its text in a `<dl>`.
fn pair(name: &str, text: &str) -> Markup {
    html! { div { dt { (name) } dd { (text) } } }
}
