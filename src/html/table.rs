//! Tables of the pages that are only read: on a narrow screen each row is a block.

use super::Html;
use super::screen::part;

/// A table whose cells are markup, in groups of rows that may have a title. On a narrow screen each row is a block and each
/// cell carries the name of its column, so roles are said: a style that makes blocks of rows would take them away.
pub(super) fn table(
    html: &mut Html,
    class: &str,
    caption: &str,
    heads: &[String],
    groups: &[(Option<&str>, Vec<Vec<String>>)],
) {
    html.raw("<table role=\"table\" class=\"table table--").raw(class).raw("\">").tag("caption", caption);
    html.raw("<thead role=\"rowgroup\"><tr role=\"row\">");
    for head in heads {
        html.raw("<th role=\"columnheader\" scope=\"col\">").text(head).raw("</th>");
    }
    html.raw("</tr></thead>");
    for (title, rows) in groups {
        html.raw("<tbody role=\"rowgroup\">");
        if let Some(title) = title {
            html.raw("<tr role=\"row\" class=\"table__group\"><th role=\"rowheader\" scope=\"rowgroup\" colspan=\"");
            html.raw(&heads.len().to_string()).raw("\">").text(title).raw("</th></tr>");
        }
        for row in rows {
            html.raw("<tr role=\"row\">");
            for (place, cell) in row.iter().enumerate() {
                if place == 0 {
                    html.raw("<th role=\"rowheader\" scope=\"row\">").raw(cell).raw("</th>");
                } else {
                    html.raw("<td role=\"cell\" data-of=\"").text(heads.get(place).map_or("", String::as_str));
                    html.raw("\">").raw(cell).raw("</td>");
                }
            }
            html.raw("</tr>");
        }
        html.raw("</tbody>");
    }
    html.raw("</table>");
}

/// Words as markup, for a cell.
pub(super) fn escaped(words: &str) -> String {
    part(|html| {
        html.text(words);
    })
}
