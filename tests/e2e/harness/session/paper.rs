//! What comes out of the printer.

use anyhow::{Context, Result};
use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::Session;

/// A sheet of A4, in centimetres.
const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

impl Session {
    /// Prints the page on A4, as the reader's browser does, and counts the sheets.
    ///
    /// # Errors
    /// When the driver cannot print, or gives no PDF.
    pub async fn print(&self) -> Result<usize> {
        let pdf = self.driver().print_page_base64(on_a4()).await?;
        let n_pages = self.script_with(include_str!("../count_pages.js"), vec![pdf.into()]).await?;
        Ok(usize::try_from(n_pages.as_u64().context("what was printed is no PDF")?)?)
    }

    /// Prints the page on A4 and reads the PDF: the text of each sheet, without its spaces, which a PDF does not mark for sure.
    ///
    /// # Errors
    /// When the driver cannot print, or gives no PDF that can be read.
    pub async fn print_text(&self) -> Result<Vec<String>> {
        pdf_text(&self.driver().print_page(on_a4()).await?)
    }
}

/// The text of each sheet of a PDF, without its spaces.
///
/// # Errors
/// When it is no PDF that can be read.
pub fn pdf_text(pdf: &[u8]) -> Result<Vec<String>> {
    let sheets = pdf_extract::extract_text_from_mem_by_pages(pdf).context("what was printed is no PDF")?;
    Ok(sheets.iter().map(|sheet| squeezed(sheet)).collect())
}

/// A text without its spaces, with letters that printing joins set apart.
pub fn squeezed(text: &str) -> String {
    let joined = [
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("\u{2010}", "-"),
        ("\u{2011}", "-"),
        ("\u{ad}", ""),
    ];
    let apart = joined.iter().fold(text.to_owned(), |text, (joined, apart)| text.replace(joined, apart));
    apart.split_whitespace().collect()
}

/// A4, with the browser's own margins.
fn on_a4() -> PrintParameters {
    PrintParameters { page: A4, ..PrintParameters::default() }
}
