//! A record being written, in one of its forms. What is said is composed once, whatever the form.

/// The form of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Markdown, as decision records are kept beside the code.
    Markdown,
    /// Plain text.
    Plain,
    /// HTML, for the sheet that is printed.
    Html,
}

/// Text being written: titles, paragraphs and lists.
#[derive(Debug)]
pub struct Writer {
    form: Form,
    text: String,
    /// Whether the last piece was an item, so that the list goes on.
    in_list: bool,
}

// Composing is little else than calls of these: inlined, they would double its size in the wasm.
impl Writer {
    /// Nothing written yet.
    #[must_use]
    pub const fn new(form: Form) -> Self {
        Self { form, text: String::new(), in_list: false }
    }

    /// All that was written.
    #[must_use]
    pub fn finish(mut self) -> String {
        self.leave_list();
        self.text
    }

    /// A title. Level 1 is the record's own.
    #[inline(never)]
    pub fn title(&mut self, level: usize, words: &str) {
        self.apart();
        match self.form {
            Form::Markdown => {
                self.text.push_str("######".get(..level).unwrap_or("######"));
                self.text.push(' ');
                self.words(words);
            }
            Form::Plain => {
                self.text.push_str(words);
                // Underlined, as plain text always was.
                let line = if level == 1 { "=" } else { "-" };
                self.text.push('\n');
                self.text.push_str(&line.repeat(words.chars().count()));
            }
            Form::Html => self.element(if level == 1 { "h1" } else { "h2" }, words),
        }
        self.text.push('\n');
    }

    /// A paragraph.
    #[inline(never)]
    pub fn paragraph(&mut self, words: &str) {
        self.apart();
        match self.form {
            Form::Html => self.element("p", words),
            _ => self.words(words),
        }
        self.text.push('\n');
    }

    /// An item of a list: some words, then what stands out, then an address. Any of them may be empty.
    #[inline(never)]
    pub fn item(&mut self, words: &str, strong: &str, address: &str) {
        if !self.in_list {
            self.apart();
            self.in_list = true;
            if self.form == Form::Html {
                self.text.push_str("<ul>");
            }
        }
        self.text.push_str(match self.form {
            Form::Html => "<li>",
            _ => "- ",
        });
        self.words(words);
        if !strong.is_empty() {
            let (open, close) = match self.form {
                Form::Markdown => ("**", "**"),
                Form::Plain => ("", ""),
                Form::Html => ("<strong>", "</strong>"),
            };
            self.space(words);
            self.text.push_str(open);
            self.words(strong);
            self.text.push_str(close);
        }
        if !address.is_empty() {
            self.space(words);
            // An address is not words: nothing in it is escaped, and Markdown wants it between these.
            let (open, close) = if self.form == Form::Markdown { ("<", ">") } else { ("", "") };
            self.text.push_str(open);
            self.text.push_str(address);
            self.text.push_str(close);
        }
        self.text.push_str(if self.form == Form::Html { "</li>" } else { "\n" });
    }

    /// What says of the record what tools read: Markdown alone has a place for it, before everything else.
    pub fn front_matter(&mut self, status: &str, date: &str) {
        if self.form == Form::Markdown {
            for piece in ["---\nstatus: ", status, "\ndate: ", date, "\n---\n"] {
                self.text.push_str(piece);
            }
        }
    }

    fn space(&mut self, before: &str) {
        if !before.is_empty() {
            self.text.push(' ');
        }
    }

    /// An empty line before the next piece, unless it is the first.
    fn apart(&mut self) {
        self.leave_list();
        if !self.text.is_empty() && self.form != Form::Html {
            self.text.push('\n');
        }
    }

    fn leave_list(&mut self) {
        if core::mem::take(&mut self.in_list) && self.form == Form::Html {
            self.text.push_str("</ul>\n");
        }
    }

    fn element(&mut self, name: &str, words: &str) {
        for (open, close) in [("<", ">"), ("</", ">")] {
            if open == "</" {
                self.words(words);
            }
            self.text.push_str(open);
            self.text.push_str(name);
            self.text.push_str(close);
        }
    }

    /// Words, with what the form would take for its own signs said to be words.
    #[inline(never)]
    fn words(&mut self, words: &str) {
        for char in words.chars() {
            match (self.form, char) {
                (Form::Markdown, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&') => {
                    self.text.push('\\');
                    self.text.push(char);
                }
                (Form::Html, char) => escape(&mut self.text, char),
                (_, char) => self.text.push(char),
            }
        }
    }
}

/// Adds a character of words to markup, HTML or SVG, between elements.
pub(super) fn escape(markup: &mut String, char: char) {
    match char {
        '<' => markup.push_str("&lt;"),
        '&' => markup.push_str("&amp;"),
        char => markup.push(char),
    }
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
    fn markdown_escapes_words_and_never_addresses() {
        assert_eq!(
            written(Form::Markdown),
            "---\nstatus: proposed\ndate: 2026-11-24\n---\n\n# 5 \\< 6 \\& \\*x\\*\n\nUn\n\n- Deux **trois**\n\
             - <https://a.b/#/r/A_B>\n\n## Fin\n\n- Quatre\n"
        );
    }

    #[test]
    fn plain_text_is_underlined() {
        assert_eq!(
            written(Form::Plain),
            "5 < 6 & *x*\n===========\n\nUn\n\n- Deux trois\n- https://a.b/#/r/A_B\n\nFin\n---\n\n- Quatre\n"
        );
    }

    #[test]
    fn html_closes_what_it_opens() {
        assert_eq!(
            written(Form::Html),
            "<h1>5 &lt; 6 &amp; *x*</h1>\n<p>Un</p>\n<ul><li>Deux <strong>trois</strong></li><li>https://a.b/#/r/A_B</li></ul>\n\
             <h2>Fin</h2>\n<ul><li>Quatre</li></ul>\n"
        );
    }
}
