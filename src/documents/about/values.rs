//! The figures of the trust page: what fills the braces of its sentences.

use boussole_core::content::{CriterionStatus, Label};
use boussole_core::domain::Lang;

use super::Trust;

/// The value of each name of `ABOUT_VALUES`.
pub(super) type Values = Vec<(&'static str, String)>;

impl Trust<'_> {
    /// Computes every value that the file may name.
    pub(super) fn values(self) -> Values {
        let (words, proof) = (self.page.words, self.proof);
        let topics = &words.content.topics;
        let n_fors: usize = topics.iter().map(|topic| topic.criteria_for.len()).sum();
        let n_againsts: usize = topics.iter().map(|topic| topic.criteria_against.len()).sum();
        let n_balanced = topics.iter().filter(|topic| topic.criteria_for.len() == topic.criteria_against.len()).count();
        let n_met = |met: CriterionStatus| self.about.criteria.iter().filter(|criterion| criterion.met == met).count();
        let count = |n| grouped(n, words.lang);
        let hundredths = |n: usize| format!("{}{}{:02}", n / 100, words.label(Label::DecimalMark), n % 100);
        vec![
            ("date", words.date(words.content.date)),
            ("run", words.date(proof.run)),
            ("seconds", proof.milliseconds.div_ceil(1000).to_string()),
            ("sets", count(proof.all().n)),
            ("pairs", count(proof.pairs)),
            ("lifts", count(proof.lifts)),
            ("fragile", count(proof.fragile)),
            ("asked", hundredths(proof.mean_asked())),
            ("askable", hundredths(proof.mean_askable())),
            ("fors", count(n_fors)),
            ("againsts", count(n_againsts)),
            ("balanced", count(n_balanced)),
            ("topics", count(topics.len())),
            ("met", count(n_met(CriterionStatus::Yes))),
            ("not-met", count(n_met(CriterionStatus::No))),
            ("not-applicable", count(n_met(CriterionStatus::NotApplicable))),
        ]
    }
}

/// A whole number with its thousands separated.
pub(super) fn grouped(n: usize, lang: Lang) -> String {
    let digits = n.to_string();
    let mut grouped = String::with_capacity(digits.len() + 8);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(match lang {
                Lang::Fr => '\u{202f}',
                Lang::En => ',',
            });
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use boussole_core::content::{ABOUT_VALUES, About};
    use boussole_core::domain::{Answers, Lang};
    use boussole_core::record::exhaustive_check::CheckReport;
    use boussole_core::words::Words;

    use super::super::Trust;
    use super::grouped;
    use crate::bundled;
    use crate::documents::{Page, Place};

    #[test]
    fn every_value_that_the_file_may_name_is_computed() {
        let (answers, about, proof) = (Answers::new(), About::default(), CheckReport::default());
        let page = Page { words: Words::new(bundled::content(), Lang::Fr), answers: &answers, place: Place::File };
        let values = Trust { page, about: &about, proof: &proof }.values();
        assert!(values.iter().map(|(name, _)| *name).eq(ABOUT_VALUES));
    }

    #[test]
    fn numbers_are_grouped_by_thousands_in_each_language() {
        for (n, fr, en) in [(0, "0", "0"), (999, "999", "999"), (34_799_616, "34\u{202f}799\u{202f}616", "34,799,616")]
        {
            assert_eq!((grouped(n, Lang::Fr).as_str(), grouped(n, Lang::En).as_str()), (fr, en));
        }
    }
}
