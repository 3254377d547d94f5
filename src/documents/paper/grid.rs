//! The grid of a technology, to count the answers of a room: a row for each answer and each verdict, a column for each person.

use boussole_core::content::{Label, PaperLabel, Topic};
use boussole_core::domain::Verdict;
use boussole_core::record::paper_key::{Asked, Key};
use maud::{Markup, html};

use super::back::number;
use super::{Sheets, UNKNOWN, plain, unknown};
use crate::documents::table::{RowGroup, table};

/// The number of people a grid has columns for.
const N_PEOPLE: usize = 30;

/// Cells of rows.
type Rows = Vec<Vec<Markup>>;

impl Sheets<'_> {
    /// The grid. The first one holds the drawing that all of them use.
    pub(super) fn grid(self, topic: &Topic, key: &Key, is_first: bool) -> Markup {
        let (titles, groups): (Vec<String>, Vec<Rows>) = self.questions(key).chain([self.verdicts()]).unzip();
        // Styles share the height of the page between rows: the fewer there are, the more room for a pencil.
        let n_rows: usize = 1 + groups.iter().map(|rows| 1 + rows.len()).sum::<usize>();
        let groups: Vec<RowGroup<'_>> =
            titles.iter().zip(groups).map(|(title, rows)| RowGroup { title: Some(title), rows }).collect();
        let heads = [PaperLabel::TallyAnswer, PaperLabel::TallyPeople].map(|label| self.say(label));
        html! {
            section.leaf.leaf--tally style={ "--rows: " (n_rows) } {
                h2 { (self.fill(PaperLabel::TallyTitle, &[("topic", &self.title(topic))])) }
                @if is_first { (self.columns()) }
                (table("tally", self.say(PaperLabel::TallyHow), &heads, &groups))
                (self.foot(None))
            }
        }
    }

    /// The questions, each with its rows.
    fn questions(self, key: &Key) -> impl Iterator<Item = (String, Rows)> {
        key.asked.iter().enumerate().filter_map(move |(place, asked)| {
            let question = self.page.words.content.question(asked.question)?;
            let lang = self.page.lang();
            let choices = question.choices.iter().map(|choice| choice.label.get(lang));
            Some((format!("{} · {}", place + 1, question.ask.get(lang)), self.answers(asked, choices)))
        })
    }

    /// A row for each answer to a question.
    fn answers<'c>(self, asked: &Asked, choices: impl Iterator<Item = &'c str>) -> Rows {
        let letters = asked.every().chars();
        let mut rows: Rows =
            letters.zip(choices).map(|(letter, choice)| self.row(&letter.to_string(), choice)).collect();
        if asked.many {
            rows.push(self.row(&plain(asked.none()), self.label(Label::NoneOfThese)));
        }
        rows.push(self.row(UNKNOWN, self.label(unknown(asked))));
        rows
    }

    /// A row for each verdict.
    fn verdicts(self) -> (String, Rows) {
        let row = |verdict| self.row(&number(verdict), self.page.words.verdict(verdict));
        (self.say(PaperLabel::TallyVerdict).to_owned(), Verdict::ALL.map(row).into())
    }

    fn row(self, name: &str, label: &str) -> Vec<Markup> {
        vec![
            html! { b { (name) } " " (label) },
            html! { svg.tally aria-hidden="true" { use href={ "#" (self.columns_id()) } {} } },
        ]
    }

    /// The drawing of the columns of a row: thirty, with a thicker line every five, and a cell for the total. Each row refers
    /// to it: separate elements would take half of the page.
    fn columns(self) -> Markup {
        html! {
            svg.cells aria-hidden="true" {
                symbol id=(self.columns_id()) viewBox="-1 0 352 10" preserveAspectRatio="none" {
                    path d=(lines(1)) {}
                    path d={ (lines(5)) "M310 0H350V10H310z" } {}
                }
            }
        }
    }

    /// The single file holds the page in both languages, so the id depends on the language.
    fn columns_id(self) -> String {
        format!("cells-{}", self.page.lang().tag())
    }
}

/// The path of vertical lines, from one column to the next by `step`.
fn lines(step: usize) -> String {
    (0..=N_PEOPLE).step_by(step).map(|column| format!("M{column}0 0V10")).collect()
}
