//! Turns reasons, ranges and notices into sentences in one language. The texts themselves are content.

mod brief;
mod guide;
mod notice;
mod result;

use crate::content::{Choice, Content, Label, Question, Source};
use crate::domain::{Answer, Date, Lang, Range, Ticks, Verdict};
use crate::engine::Power;

pub use notice::Notice;

/// The texts of the content in one language.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The content.
    pub content: &'a Content,
    /// The reader's language.
    pub lang: Lang,
}

/// Replaces the names in braces of a template by values. A name without a value is removed.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

impl<'a> Words<'a> {
    /// The texts of `content` in one language.
    #[must_use]
    pub const fn new(content: &'a Content, lang: Lang) -> Self {
        Self { content, lang }
    }

    /// A text of the interface.
    #[must_use]
    pub fn label(self, label: Label) -> &'a str {
        self.content.label(label).get(self.lang)
    }

    /// A text of the interface with its names in braces replaced by values.
    #[must_use]
    pub fn fill(self, label: Label, values: &[(&str, &str)]) -> String {
        fill(self.label(label), values)
    }

    /// The name of a verdict.
    #[must_use]
    pub fn verdict(self, verdict: Verdict) -> &'a str {
        self.content.verdict(verdict).name.get(self.lang)
    }

    /// The range of possible verdicts, in one sentence.
    #[must_use]
    pub fn range(self, range: Range) -> String {
        if range.settled() {
            self.fill(Label::Settled, &[("verdict", self.verdict(range.best))])
        } else if range == Range::FULL {
            self.label(Label::AllPossible).to_owned()
        } else {
            let ends = [("worst", self.verdict(range.worst)), ("best", self.verdict(range.best))];
            self.fill(Label::StillPossible, &ends)
        }
    }

    /// The effect of the last answer on the range, in one sentence.
    #[must_use]
    pub fn change(self, before: Range, after: Range) -> String {
        if before == after {
            return self.label(Label::RangeSame).to_owned();
        }
        if after.settled() {
            return self.fill(Label::RangeSettled, &[("before", &self.ends(before))]);
        }
        let opened = self.verdicts(|verdict| after.contains(verdict) && !before.contains(verdict));
        if !opened.is_empty() {
            return self.fill(Label::RangeWidened, &[("verdicts", &opened)]);
        }
        let closed = self.verdicts(|verdict| before.contains(verdict) && !after.contains(verdict));
        self.fill(Label::RangeNarrowed, &[("verdicts", &closed)])
    }

    /// The effect that an answer to a question can have on the range. `None` means that it can no longer change the verdict.
    #[must_use]
    pub fn power(self, power: Option<Power>) -> String {
        let Some(Power { now, lowest_best, highest_worst }) = power else {
            return self.label(Label::NoLongerMatters).to_owned();
        };
        let mut sentences = Vec::new();
        if lowest_best < now.best {
            let label = if lowest_best == now.worst { Label::PowerLowSettles } else { Label::PowerLowNarrows };
            let is_named = |verdict| match label {
                Label::PowerLowSettles => verdict == lowest_best,
                _ => verdict > lowest_best && now.contains(verdict),
            };
            sentences.push(self.fill(label, &[("verdicts", &self.verdicts(is_named))]));
        }
        if highest_worst > now.worst {
            let label = if highest_worst == now.best { Label::PowerHighSettles } else { Label::PowerHighNarrows };
            let is_named = |verdict| match label {
                Label::PowerHighSettles => verdict == highest_worst,
                _ => verdict < highest_worst && now.contains(verdict),
            };
            sentences.push(self.fill(label, &[("verdicts", &self.verdicts(is_named))]));
        }
        if sentences.is_empty() { self.label(Label::PowerTogether).to_owned() } else { sentences.join(" ") }
    }

    /// The names of some verdicts, quoted, as a list in a sentence.
    fn verdicts(self, keep: impl Fn(Verdict) -> bool) -> String {
        let names: Vec<String> =
            Verdict::ALL.into_iter().filter(|verdict| keep(*verdict)).map(|verdict| self.quoted(verdict)).collect();
        self.list(&names, Label::And)
    }

    fn quoted(self, verdict: Verdict) -> String {
        self.in_sentence(self.verdict(verdict))
    }

    /// A range within a sentence.
    fn ends(self, range: Range) -> String {
        if range.settled() {
            return self.quoted(range.best);
        }
        format!("{} – {}", self.quoted(range.worst), self.quoted(range.best))
    }

    /// The address of the chapter.
    #[must_use]
    pub fn chapter_page(self) -> String {
        format!("{}{CHAPTER_FILE}", self.content.chapter_url)
    }

    /// The date on which the content was last checked, as a phrase.
    #[must_use]
    pub fn content_date(self) -> String {
        self.fill(Label::ContentDate, &[("date", &self.date(self.content.date))])
    }

    /// A label within a sentence, in the quotation marks of the language.
    #[must_use]
    pub fn in_sentence(self, label: &str) -> String {
        match self.lang {
            Lang::Fr => format!("«\u{a0}{label}\u{a0}»"),
            Lang::En => format!("“{label}”"),
        }
    }

    /// A list in a sentence: "a, b and c". `last` is the word before the last item.
    #[must_use]
    pub fn list(self, items: &[String], last: Label) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., end] => format!("{} {} {end}", first.join(", "), self.label(last)),
        }
    }

    /// A list of items that contain commas: "a; b; c".
    #[must_use]
    pub fn series(self, items: &[String]) -> String {
        items.join(match self.lang {
            Lang::Fr => "\u{202f}; ",
            Lang::En => "; ",
        })
    }

    /// A date in the format of the language.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        let month = self.label(Label::Months).split(',').nth(usize::from(date.month).saturating_sub(1));
        let day = match (self.lang, date.day) {
            (Lang::Fr, 1) => "1er".to_owned(),
            (_, day) => day.to_string(),
        };
        format!("{day}\u{a0}{} {}", month.unwrap_or_default(), date.year)
    }

    /// The name of a source, in a few words.
    #[must_use]
    pub fn source(self, source: Source) -> String {
        match source {
            Source::Chapter(line) => self.fill(Label::SourceChapter, &[("line", &line.to_string())]),
            Source::Section(section, line) => {
                let values = [("section", &*section.to_string()), ("line", &*line.to_string())];
                self.fill(Label::SourceSection, &values)
            }
            Source::Entry(index) => self
                .content
                .sources
                .get(usize::from(index))
                .map_or_else(String::new, |entry| entry.title.get(self.lang).to_owned()),
            Source::Synthesis => self.label(Label::SourceSynthesis).to_owned(),
        }
    }

    /// An answer, in the words of its choices.
    #[must_use]
    pub fn answer(self, question: &Question, answer: Option<Answer>) -> String {
        let label = |choice: &Choice| choice.label.get(self.lang).to_owned();
        match answer {
            None => self.label(Label::NotAnswered).to_owned(),
            Some(Answer::Unknown) => self.label(Label::Unknown).to_owned(),
            Some(Answer::Choice(choice)) => {
                question.choice(choice.0).map_or_else(|| self.label(Label::NotAnswered).to_owned(), label)
            }
            Some(Answer::Ticks(ticks)) => self.ticks(question, ticks),
        }
    }

    fn ticks(self, question: &Question, ticks: Ticks) -> String {
        let mut items: Vec<String> = question
            .choices
            .iter()
            .filter(|choice| ticks.has(choice.code))
            .map(|choice| choice.label.get(self.lang).to_owned())
            .collect();
        if ticks.rest_open {
            items.push(self.label(Label::RestUnknown).to_owned());
        }
        if items.is_empty() {
            return self.label(Label::NoneOfThese).to_owned();
        }
        self.series(&items)
    }
}

/// The address of a source; none for our own synthesis.
#[must_use]
pub fn source_url(content: &Content, source: Source) -> Option<String> {
    let file = |name: &str, line: u16| format!("{}{name}?plain=1#L{line}", content.chapter_url);
    match source {
        Source::Chapter(line) => Some(file(CHAPTER_FILE, line)),
        Source::Section(section, line) => {
            SECTION_FILES.get(usize::from(section).checked_sub(1)?).map(|name| file(name, line))
        }
        Source::Entry(index) => content.sources.get(usize::from(index)).map(|entry| entry.url.clone()),
        Source::Synthesis => None,
    }
}

/// The chapter's file.
const CHAPTER_FILE: &str = "README.md";
/// The files of the chapter's sections, 25.1 first. Source: chapter inventory, `navigation`.
const SECTION_FILES: [&str; 7] = [
    "01-service-mesh-istio-linkerd.md",
    "02-serverless-avec-knative.md",
    "03-operators-et-custom-resources.md",
    "04-multi-cluster-management.md",
    "05-edge-computing-avec-k8s.md",
    "06-machine-learning-sur-kubernetes.md",
    "07-tendances-et-evolutions.md",
];

#[cfg(test)]
mod tests {
    use super::{Words, fill};
    use crate::domain::{Date, Lang, Range, Verdict};
    use crate::engine::Power;
    use crate::test_content;

    #[test]
    fn names_in_braces_are_replaced() {
        assert_eq!(fill("{a} et {b}, {a}", &[("a", "un"), ("b", "deux")]), "un et deux, un");
        assert_eq!(fill("sans accolade", &[]), "sans accolade");
    }

    #[test]
    fn the_first_of_the_month_is_ordinal_in_french_only() {
        let date = Date { year: 2026, month: 8, day: 1 };
        assert_eq!(Words::new(test_content::content(), Lang::Fr).date(date), "1er\u{a0}août 2026");
        assert_eq!(Words::new(test_content::content(), Lang::En).date(date), "1\u{a0}August 2026");
    }

    #[test]
    fn a_change_names_the_verdicts_excluded_or_reopened() {
        let words = Words::new(test_content::content(), Lang::En);
        let narrow = Range { worst: Verdict::NotForYou, best: Verdict::TryInLab };
        let settled = Range { worst: Verdict::NotNow, best: Verdict::NotNow };
        assert_eq!(words.change(Range::FULL, narrow), "Your last answer ruled out “Adopt”.");
        assert_eq!(words.change(narrow, Range::FULL), "Your last answer opened “Adopt” again.");
        assert_eq!(words.change(narrow, narrow), "Your last answer ruled out nothing more.");
        assert_eq!(
            words.change(narrow, settled),
            "Your last answer settled it. Before it: “Not for you” – “Try it in a lab”."
        );
    }

    #[test]
    fn the_power_of_a_question_names_its_verdicts() {
        let words = Words::new(test_content::content(), Lang::En);
        let power =
            |lowest_best, highest_worst| words.power(Some(Power { now: Range::FULL, lowest_best, highest_worst }));
        assert_eq!(
            power(Verdict::NotForYou, Verdict::SimplerFirst),
            "An unfavourable answer would be enough to conclude: “Not for you”. \
             A favourable answer would rule out “Not for you”."
        );
        assert_eq!(power(Verdict::TryInLab, Verdict::NotForYou), "An unfavourable answer would rule out “Adopt”.");
        assert!(power(Verdict::Adopt, Verdict::NotForYou).starts_with("By itself it settles nothing."));
        assert!(words.power(None).starts_with("The verdict no longer depends"));
    }
}
