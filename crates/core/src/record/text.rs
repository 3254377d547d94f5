//! Writes a record in one of its forms. The content of a record does not depend on its form.

use maud::{Markup, html};

/// The form of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, for decision records kept beside the code.
    Markdown,
    /// Plain text.
    Plain,
    /// HTML, for the printed sheet.
    Html,
}

/// A record under construction: titles, paragraphs and lists.
#[derive(Debug)]
pub struct Writer {
    form: Form,
    /// YAML that comes before the blocks in Markdown; empty in the other forms.
    front_matter: String,
    blocks: Vec<Block>,
}

/// A block of a record.
#[derive(Debug)]
enum Block {
    Title { level: usize, text: String },
    Paragraph(String),
    List(Vec<Item>),
}

/// An item of a list. An empty part is left out.
#[derive(Debug)]
struct Item {
    text: String,
    strong: String,
    address: String,
}

impl Writer {
    /// An empty record.
    #[must_use]
    pub const fn new(form: Form) -> Self {
        Self { form, front_matter: String::new(), blocks: Vec::new() }
    }

    /// The text of the whole record.
    #[must_use]
    pub fn finish(self) -> String {
        match self.form {
            Form::Markdown => self.front_matter + &separate(self.blocks.iter().map(Block::markdown)),
            Form::Plain => separate(self.blocks.iter().map(Block::plain)),
            Form::Html => self.blocks.iter().map(|block| format!("{}\n", block.html().into_string())).collect(),
        }
    }

    /// Adds a title. Level 1 is the title of the record.
    pub fn title(&mut self, level: usize, text: &str) {
        self.blocks.push(Block::Title { level, text: text.to_owned() });
    }

    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.blocks.push(Block::Paragraph(text.to_owned()));
    }

    /// Adds an item to the current list, or starts a list: a text, a part in bold, and an address. Each may be empty.
    pub fn item(&mut self, text: &str, strong: &str, address: &str) {
        let item = Item { text: text.to_owned(), strong: strong.to_owned(), address: address.to_owned() };
        match self.blocks.last_mut() {
            Some(Block::List(items)) => items.push(item),
            _ => self.blocks.push(Block::List(vec![item])),
        }
    }

    /// Adds the YAML front matter that tools read. Only Markdown has one; the other forms leave it out.
    pub fn front_matter(&mut self, status: &str, date: &str) {
        if self.form == Form::Markdown {
            self.front_matter = format!("---\nstatus: {status}\ndate: {date}\n---\n\n");
        }
    }
}

/// Joins blocks with an empty line between them.
fn separate(blocks: impl Iterator<Item = String>) -> String {
    let blocks: Vec<String> = blocks.collect();
    format!("{}\n", blocks.join("\n\n"))
}

impl Block {
    fn markdown(&self) -> String {
        match self {
            Self::Title { level, text } => format!("{} {}", "#".repeat(*level), escape_markdown(text)),
            Self::Paragraph(text) => escape_markdown(text),
            Self::List(items) => lines(items, Item::markdown),
        }
    }

    fn plain(&self) -> String {
        match self {
            Self::Title { level, text } => {
                let underline = if *level == 1 { "=" } else { "-" };
                format!("{text}\n{}", underline.repeat(text.chars().count()))
            }
            Self::Paragraph(text) => text.clone(),
            Self::List(items) => lines(items, Item::plain),
        }
    }

    fn html(&self) -> Markup {
        html! {
            @match self {
                Self::Title { level: 1, text } => h1 { (text) }
                Self::Title { text, .. } => h2 { (text) }
                Self::Paragraph(text) => p { (text) }
                Self::List(items) => ul { @for item in items { li { (item.html()) } } }
            }
        }
    }
}

fn lines(items: &[Item], line: impl Fn(&Item) -> String) -> String {
    let lines: Vec<String> = items.iter().map(|item| format!("- {}", line(item))).collect();
    lines.join("\n")
}

impl Item {
    fn markdown(&self) -> String {
        let wrap = |text: &str, open: &str, close: &str| {
            if text.is_empty() { String::new() } else { format!("{open}{text}{close}") }
        };
        // The characters of an autolink are not escaped.
        let (strong, address) = (wrap(&escape_markdown(&self.strong), "**", "**"), wrap(&self.address, "<", ">"));
        join_parts([&escape_markdown(&self.text), &strong, &address])
    }

    fn plain(&self) -> String {
        join_parts([&self.text, &self.strong, &self.address])
    }

    fn html(&self) -> Markup {
        html! {
            (self.text)
            @if !self.strong.is_empty() {
                @if !self.text.is_empty() { " " }
                strong { (self.strong) }
            }
            @if !self.address.is_empty() {
                @if !self.text.is_empty() { " " }
                (self.address)
            }
        }
    }
}

fn join_parts(parts: [&str; 3]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Escapes the characters that Markdown would read as markup.
fn escape_markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if "\\`*_[]<>&".contains(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{Form, Writer};

    fn written(form: Form) -> String {
        let mut writer = Writer::new(form);
        writer.front_matter("proposed", "2026-11-24");
        writer.title(1, "5 < 6 & *x*");
        writer.paragraph("Un");
        writer.item("Deux", "trois", "");
        writer.item("", "", "https://a.b/#/r/A_B");
        writer.title(2, "Fin");
        writer.item("Quatre", "", "");
        writer.finish()
    }

    #[test]
    fn markdown_escapes_text_but_not_addresses() {
        assert_eq!(
            written(Form::Markdown),
            "---\nstatus: proposed\ndate: 2026-11-24\n---\n\n# 5 \\< 6 \\& \\*x\\*\n\nUn\n\n- Deux **trois**\n\
             - <https://a.b/#/r/A_B>\n\n## Fin\n\n- Quatre\n"
        );
    }

    #[test]
    fn plain_text_titles_are_underlined() {
        assert_eq!(
            written(Form::Plain),
            "5 < 6 & *x*\n===========\n\nUn\n\n- Deux trois\n- https://a.b/#/r/A_B\n\nFin\n---\n\n- Quatre\n"
        );
    }

    #[test]
    fn html_elements_are_closed() {
        assert_eq!(
            written(Form::Html),
            "<h1>5 &lt; 6 &amp; *x*</h1>\n<p>Un</p>\n<ul><li>Deux <strong>trois</strong></li><li>https://a.b/#/r/A_B</li></ul>\n\
             <h2>Fin</h2>\n<ul><li>Quatre</li></ul>\n"
        );
    }
}
