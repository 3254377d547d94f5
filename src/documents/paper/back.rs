//! The back of a sheet: the key, which gives the verdict by hand.

use boussole_core::content::{Label, PaperLabel, Topic};
use boussole_core::domain::Verdict;
use boussole_core::record::paper_key::{Asked, Key, Letters, Limit, Wanted};
use maud::{Markup, html};

use super::{Sheets, plain, tick_box};
use crate::documents::table::{RowGroup, table};

/// A hyphen that does not break lines.
const HYPHEN: char = '\u{2011}';

impl Sheets<'_> {
    /// The key.
    pub(super) fn back(self, topic: &Topic, key: &Key, online: Option<&str>) -> Markup {
        html! {
            section.leaf.leaf--back {
                h2 { (self.fill(PaperLabel::KeyTitle, &[("topic", &self.title(topic))])) }
                (self.steps())
                (self.single_limits(topic, key))
                (self.combined_limits(topic, key))
                (self.replacements(key))
                (self.alternatives(topic))
                (self.foot(online))
            }
        }
    }

    fn steps(self) -> Markup {
        let best = [("n", &*number(Verdict::Adopt)), ("verdict", self.page.words.verdict(Verdict::Adopt))];
        html! {
            div {
                h3 { (self.say(PaperLabel::Steps)) }
                ol.steps {
                    li { (self.say(PaperLabel::StepLimits)) }
                    li { (self.fill(PaperLabel::StepLowest, &best)) }
                    li { (self.say(PaperLabel::StepUnknown)) }
                }
                (self.scale())
            }
        }
    }

    /// The five verdicts in order, each with a box for each pass.
    fn scale(self) -> Markup {
        html! {
            ol.scale {
                @for verdict in Verdict::ALL {
                    li {
                        strong { (self.numbered(verdict)) }
                        span { (self.page.words.content.verdict(verdict).meaning.get(self.page.lang())) }
                        span.scale__ticks {
                            span { (tick_box()) (self.say(PaperLabel::FirstPass)) }
                            span { (tick_box()) (self.say(PaperLabel::SecondPass)) }
                        }
                    }
                }
            }
        }
    }

    /// The limits that depend on one question.
    fn single_limits(self, topic: &Topic, key: &Key) -> Markup {
        let row = |limit: &Limit| {
            let answers: String = limit.when.iter().map(|wanted| self.wanted(key, *wanted)).collect();
            vec![html! { (answers) }, html! { (self.numbered(limit.best)) }, html! { (self.reason(topic, limit)) }]
        };
        let rows = key.alone.iter().map(row).collect();
        let heads = [PaperLabel::IfTicked, PaperLabel::AtBest, PaperLabel::Because].map(|label| self.say(label));
        table("key", self.say(PaperLabel::Alone), &heads, &[RowGroup::untitled(rows)])
    }

    /// The limits that depend on several questions, a sentence each.
    fn combined_limits(self, topic: &Topic, key: &Key) -> Markup {
        html! {
            @if !key.together.is_empty() {
                div {
                    h3 { (self.say(PaperLabel::Together)) }
                    ul.together {
                        @for limit in &key.together {
                            li { strong { (self.combined_limit(key, limit)) } " " (self.reason(topic, limit)) }
                        }
                    }
                }
            }
        }
    }

    fn combined_limit(self, key: &Key, limit: &Limit) -> String {
        let wanted: Vec<String> = limit.when.iter().map(|wanted| self.wanted(key, *wanted)).collect();
        // Each may name several letters: a comma separates "7-A or B" from "8-B".
        let answers = wanted.join(&format!(", {} ", self.label(Label::And)));
        self.fill(PaperLabel::TogetherLine, &[("answers", &answers), ("limit", &self.numbered(limit.best))])
    }

    /// The answers that replace "I don't know" on each pass.
    fn replacements(self, key: &Key) -> Markup {
        let row = |(place, asked): (usize, &Asked)| {
            let [least, most] = self.extremes(asked);
            vec![html! { (place + 1) }, html! { (least) }, html! { (most) }]
        };
        let rows = key.asked.iter().enumerate().map(row).collect();
        let heads = [PaperLabel::Question, PaperLabel::Least, PaperLabel::Most].map(|label| self.say(label));
        table("favour", self.say(PaperLabel::Favour), &heads, &[RowGroup::untitled(rows)])
    }

    /// The least and the most favourable answer to a question.
    fn extremes(self, asked: &Asked) -> [String; 2] {
        if !asked.many {
            return [plain(asked.least), plain(asked.most)];
        }
        let letters: Vec<String> = asked.every().chars().map(String::from).collect();
        let everything = match letters.as_slice() {
            [first, .., last] => self.fill(PaperLabel::Everything, &[("first", first), ("last", last)]),
            letters => letters.concat(),
        };
        [self.say(PaperLabel::NothingMore).to_owned(), everything]
    }

    /// The simpler options.
    fn alternatives(self, topic: &Topic) -> Markup {
        html! {
            div.simpler {
                h3 { (self.say(PaperLabel::Simpler)) } " "
                ul {
                    @for alternative in &topic.alternatives { li { (alternative.name.get(self.page.lang())) } }
                }
            }
        }
    }

    /// A verdict with its number on the scale.
    fn numbered(self, verdict: Verdict) -> String {
        format!("{} · {}", number(verdict), self.page.words.verdict(verdict))
    }

    fn reason<'t>(self, topic: &'t Topic, limit: &Limit) -> &'t str {
        topic.rules.get(limit.rule).map_or("", |rule| rule.reason.get(self.page.lang()))
    }

    /// The answers to one question that a limit depends on: "2-C", "6-B or C", "1 without A or B", "1-G or nothing".
    fn wanted(self, key: &Key, wanted: Wanted) -> String {
        let Some(asked) = key.asked.get(wanted.place) else { return String::new() };
        let number = (wanted.place + 1).to_string();
        if !wanted.blank {
            return format!("{number}{HYPHEN}{}", self.letters(wanted.letters, self.label(Label::Or)));
        }
        if wanted.letters == asked.every() {
            let none = format!("{number}{HYPHEN}{}", plain(asked.none()));
            return self.fill(PaperLabel::OrNothing, &[("answer", &none)]);
        }
        let letters = self.letters(wanted.letters, self.say(PaperLabel::Nor));
        self.fill(PaperLabel::Without, &[("n", &number), ("letters", &letters)])
    }

    /// A list of letters: "A, B or C". `joint` is the word before the last one.
    fn letters(self, letters: Letters, joint: &str) -> String {
        let letters: Vec<String> = letters.chars().map(String::from).collect();
        match letters.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{}\u{a0}{joint}\u{a0}{last}", rest.join(", ")),
            _ => letters.concat(),
        }
    }
}

/// The place of a verdict on the scale, from 1.
pub(super) fn number(verdict: Verdict) -> String {
    (verdict.index() + 1).to_string()
}
