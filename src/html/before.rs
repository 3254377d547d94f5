//! Paper and the trainers' guide with the signatures of documents, until they are documents.

pub(crate) mod paper {
    use boussole_core::content::Paper;
    use maud::{Markup, PreEscaped};

    use super::super::screen::part;
    use super::super::{Page, paper};

    pub(crate) fn head<'a>(page: Page<'a>, file: &'a Paper) -> (&'a str, &'a str) {
        paper::head(page, file)
    }

    pub(crate) fn paper(page: Page<'_>, file: &Paper, base: Option<&str>) -> Markup {
        PreEscaped(part(|html| paper::paper(html, page, file, base)))
    }
}

pub(crate) mod trainers {
    use boussole_core::content::Trainers;
    use maud::{Markup, PreEscaped};

    use super::super::screen::part;
    use super::super::{Page, trainers};

    pub(crate) fn head<'a>(page: Page<'a>, file: &'a Trainers) -> (&'a str, &'a str) {
        trainers::head(page, file)
    }

    pub(crate) fn trainers(page: Page<'_>, file: &Trainers) -> Markup {
        PreEscaped(part(|html| trainers::trainers(html, page, file)))
    }
}
