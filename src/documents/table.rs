//! Tables of static pages.

use maud::{Markup, html};

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
///
/// On a narrow screen, styles show each row as a block and each cell with the heading of its column. A browser then no longer
/// treats the element as a table, so every role is explicit.
pub(super) fn table(name: &str, caption: &str, heads: &[&str], groups: &[RowGroup<'_>]) -> Markup {
    html! {
        table class={ "table table--" (name) } role="table" {
            caption { (caption) }
            thead role="rowgroup" {
                tr role="row" {
                    @for head in heads { th role="columnheader" scope="col" { (head) } }
                }
            }
            @for group in groups {
                tbody role="rowgroup" {
                    @if let Some(title) = group.title {
                        tr.table__group role="row" {
                            th role="rowheader" scope="rowgroup" colspan=(heads.len()) { (title) }
                        }
                    }
                    @for cells in &group.rows { (row(heads, cells)) }
                }
            }
        }
    }
}

fn row(heads: &[&str], cells: &[Markup]) -> Markup {
    let mut columns = heads.iter().zip(cells);
    html! {
        tr role="row" {
            @if let Some((_, heading)) = columns.next() { th role="rowheader" scope="row" { (heading) } }
            @for (head, cell) in columns { td role="cell" data-of=(head) { (cell) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use maud::html;

    use super::{RowGroup, table};

    #[test]
    fn each_cell_names_its_column() {
        let rows = vec![vec![html! { "a" }, html! { b { "1" } }]];
        let shown = table("sample", "Caption", &["Name", "Count"], &[RowGroup::untitled(rows)]).into_string();
        assert!(shown.contains(r#"<th role="rowheader" scope="row">a</th>"#), "{shown}");
        assert!(shown.contains(r#"<td role="cell" data-of="Count"><b>1</b></td>"#), "{shown}");
    }
}
