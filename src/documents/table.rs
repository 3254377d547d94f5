//! Tables of static pages, through the old builder. At the merge, the file of the same name and signatures replaces this one.

use maud::{Markup, PreEscaped};

use crate::html::paper::old_table;

/// Rows of a table, under a title if they have one.
pub(super) struct RowGroup<'a> {
    pub(super) title: Option<&'a str>,
    /// The cells of each row, the row's own heading first.
    pub(super) rows: Vec<Vec<Markup>>,
}

impl RowGroup<'_> {
    /// Rows without a title.
    pub(super) const fn untitled(rows: Vec<Vec<Markup>>) -> Self {
        Self { title: None, rows }
    }
}

/// A table. `name` completes its class, and `heads` are the headings of its columns.
pub(super) fn table(name: &str, caption: &str, heads: &[&str], groups: &[RowGroup<'_>]) -> Markup {
    let cells = |row: &Vec<Markup>| row.iter().map(|cell| cell.0.clone()).collect();
    let groups: Vec<_> = groups.iter().map(|group| (group.title, group.rows.iter().map(cells).collect())).collect();
    let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
    PreEscaped(old_table(name, caption, &heads, &groups))
}
