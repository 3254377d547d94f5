//! The decision record of one topic, in the MADR format: context, options, arguments, open questions, and when to review it.
//! It prepares a decision; the team takes the decision and writes it down.
//!
//! The titles are those of MADR 4 (<https://adr.github.io/madr/>), so that MADR tools recognise them.

use super::text::{Form, Writer};
use crate::content::{Label, Source, Topic};
use crate::domain::{Answer, Answers, Date, Range, Verdict};
use crate::engine::{self, Judgement};
use crate::words::{Words, source_url};

/// The length of a record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Fits on one sheet of paper.
    Sheet,
    /// The sections that a decision needs.
    #[default]
    Short,
    /// Every section, with the sources.
    Full,
}

/// A result to write as a record, a message or a picture.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The words in the reader's language.
    pub words: Words<'a>,
    /// The topic.
    pub topic: &'a Topic,
    /// The answers that give the result.
    pub answers: &'a Answers,
    /// A link that opens the result again, or its code when the app has no public address.
    pub link: &'a str,
    /// The date of the record.
    pub today: Date,
}

/// The length of a list of signs, tools or changes in a short record.
const FEW: usize = 3;

/// The label that introduces a link, or a code.
#[must_use]
pub fn link_label(link: &str) -> Label {
    if is_address(link) { Label::RecordLink } else { Label::RecordCode }
}

/// Whether a text is a link rather than a code alone.
#[must_use]
pub fn is_address(link: &str) -> bool {
    link.contains(':')
}

/// The result as a chat message: the verdict, its first limit and the link.
#[must_use]
pub fn message(case: Case<'_>) -> String {
    let (words, judgement) = (case.words, engine::judge(case.topic, case.answers));
    let (topic, app) = (case.topic.name.get(words.lang), words.label(Label::AppTitle));
    let heading = words.heading(judgement.range);
    let first_limit = judgement.limits(case.topic).next();
    let reason = first_limit.map(|rule| format!(" {}", rule.reason.get(words.lang))).unwrap_or_default();
    format!("{topic} · {heading} ({app}).{reason}\n{}", case.link)
}

/// Writes the decision record of a result.
#[must_use]
pub fn decision(form: Form, detail: Detail, case: Case<'_>) -> String {
    let mut record =
        Record { writer: Writer::new(form), detail, case, judgement: engine::judge(case.topic, case.answers) };
    if detail > Detail::Sheet {
        record.head();
    }
    record.context();
    if detail > Detail::Sheet {
        record.options();
    }
    record.outcome();
    record.open_questions();
    record.review();
    if detail == Detail::Full {
        record.full_sections();
    }
    if detail > Detail::Sheet {
        record.more_information();
    }
    record.writer.finish()
}

struct Record<'a> {
    writer: Writer,
    detail: Detail,
    case: Case<'a>,
    judgement: Judgement,
}

impl<'a> Record<'a> {
    fn label(&self, label: Label) -> &'a str {
        self.case.words.label(label)
    }

    fn name(&self) -> &'a str {
        self.case.topic.name.get(self.case.words.lang)
    }

    fn range(&self) -> Range {
        self.judgement.range
    }

    fn title(&mut self, label: Label) {
        let text = self.label(label);
        self.writer.title(2, text);
    }

    fn subtitle(&mut self, label: Label) {
        let text = self.label(label);
        // The sheet has one level of titles: a second one would take too much space.
        self.writer.title(if self.detail == Detail::Sheet { 2 } else { 3 }, text);
    }

    fn item(&mut self, text: &str) {
        self.writer.item(text, "", "");
    }

    fn head(&mut self) {
        self.writer.front_matter("proposed", &self.case.today.to_string());
        let title = self.case.words.fill(Label::RecordTitle, &[("topic", self.name())]);
        self.writer.title(1, &title);
    }

    /// The answers, in the order in which the questions are asked.
    fn context(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        if self.detail > Detail::Sheet {
            self.title(Label::RecordContext);
            self.writer.paragraph(topic.what.get(words.lang));
        } else {
            self.title(Label::YourAnswers);
        }
        let path = engine::path(topic, answers);
        if path.is_empty() {
            self.writer.paragraph(words.label(Label::NotAnswered));
        }
        for question in path.into_iter().filter_map(|code| words.content.question(code)) {
            let answer = words.answer(question, answers.get(question.code));
            self.writer.item(question.ask.get(words.lang), &answer, "");
        }
    }

    /// The options of every record: do nothing, each simpler alternative, the technology.
    fn options(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        self.title(Label::RecordOptions);
        self.item(words.label(Label::RecordNothing));
        for alternative in &topic.alternatives {
            self.item(alternative.name.get(words.lang));
        }
        let tool = engine::pointer(words.content, topic, answers).and_then(|pointer| pointer.tool);
        match tool.and_then(|tool| topic.tools.get(usize::from(tool))) {
            Some(tool) => {
                let first = words.fill(Label::ToolFirst, &[("tool", &tool.name)]);
                self.item(&format!("{}. {first}.", self.name()));
            }
            None => {
                let names: Vec<&str> = topic.tools.iter().take(FEW).map(|tool| tool.name.as_str()).collect();
                let more = if topic.tools.len() > FEW { "…" } else { "" };
                self.item(&format!("{}{}{}{more}", self.name(), words.lang.colon(), names.join(", ")));
            }
        }
    }

    /// The verdict and its arguments, then the consequences of each option. The team writes the decision itself.
    fn outcome(&mut self) {
        let words = self.case.words;
        if self.detail > Detail::Sheet {
            self.title(Label::RecordOutcome);
            self.writer.paragraph(words.label(Label::RecordToWrite));
            let heading = words.heading(self.range());
            let (verdict, meaning) = if self.range().settled() {
                let leans = words.fill(Label::RecordLeans, &[("verdict", &heading)]);
                (leans, words.content.verdict(self.range().best).meaning.get(words.lang))
            } else {
                (format!("{heading}."), words.label(Label::RecordLacking))
            };
            self.writer.paragraph(&format!("{verdict} {meaning}"));
        }
        self.tensions();
        self.subtitle(Label::LimitsTitle);
        if self.judgement.limits(self.case.topic).next().is_none() {
            self.writer.paragraph(words.label(Label::LimitsNone));
        }
        for rule in self.judgement.limits(self.case.topic) {
            self.sourced(rule.reason.get(words.lang), &rule.sources);
        }
        self.subtitle(Label::SupportsTitle);
        let supports = engine::supports(self.case.topic, self.case.answers);
        if supports.is_empty() {
            self.writer.paragraph(words.label(Label::SupportsNone));
        }
        for support in supports {
            let sources = support.sources(words.content, self.case.topic);
            self.sourced(&words.support(self.case.topic, support), sources);
        }
        self.consequences();
    }

    fn tensions(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        for (index, tension) in engine::tensions(topic, answers).enumerate() {
            if index == 0 {
                self.subtitle(Label::TensionTitle);
            }
            self.sourced(tension.text.get(words.lang), &tension.sources);
        }
    }

    fn consequences(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        self.subtitle(Label::RecordConsequences);
        let problem =
            topic.inputs.iter().find(|input| input.many).and_then(|input| words.content.question(input.question));
        let nothing = match problem.and_then(|problem| answers.get(problem.code)) {
            Some(Answer::Ticks(ticks)) if ticks.ticked != 0 => Label::RecordNothingLeaves,
            Some(Answer::Ticks(ticks)) if !ticks.rest_open => Label::RecordNothingGoes,
            _ => Label::RecordNothingKnown,
        };
        self.item(&format!("{}. {}", words.label(Label::RecordNothing), words.label(nothing)));
        for alternative in &topic.alternatives {
            let (name, text) = (alternative.name.get(words.lang), alternative.text.get(words.lang));
            self.item(&format!("{name}. {text} {}", words.start(alternative)));
        }
        // The explanation of the question about the cost quotes the chapter's figures.
        let worth = words.content.question_named(&format!("{}.worth", topic.id));
        let worth = worth.map_or("", |worth| worth.why.get(words.lang));
        let takes = words.hardware(topic.lab.full, topic.lab.gpu);
        let takes = words.fill(Label::RecordTakes, &[("hardware", &takes)]);
        self.item(&format!("{}. {worth} {takes}", self.name()));
    }

    /// The questions whose answer may still change the verdict.
    fn open_questions(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        self.title(Label::UnknownTitle);
        let open = engine::open(topic, answers);
        if open.is_empty() {
            self.writer.paragraph(words.label(Label::RecordNothingOpen));
        }
        for question in open.into_iter().filter_map(|code| words.content.question(code)) {
            self.item(question.ask.get(words.lang));
        }
    }

    /// When to review the decision. Points that a full record lists in sections of their own are left out of it here.
    fn review(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        let (range, is_full) = (self.range(), self.detail == Detail::Full);
        self.title(Label::SignsNotNow);
        if range.best == Verdict::Adopt && !(is_full && range.settled()) {
            for fragile in engine::fragile(topic, answers).iter().take(self.few()) {
                self.item(&words.fragile(fragile));
            }
        }
        // At `not-for-you` the signs below already name each problem.
        if range.best > Verdict::NotForYou && !is_full {
            for step in engine::lifts(topic, answers).first().map_or_else(Vec::new, |lift| words.lift(lift)) {
                self.item(&step);
            }
        }
        // From `not-now` upwards the signs alone would not change the verdict; the first lift above would.
        if range.settled() && range.best < Verdict::NotNow {
            for sign in engine::signs(topic, answers, range.best).take(self.few()) {
                self.item(sign.text.get(words.lang));
            }
        }
        self.item(words.label(Label::RecordYear));
    }

    /// The maximum length of a list. A full record has no maximum.
    fn few(&self) -> usize {
        if self.detail == Detail::Full { usize::MAX } else { FEW }
    }

    /// The sections of a full record: every lift, what would lower the verdict, the lab and the tools.
    fn full_sections(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        self.title(Label::LiftsTitle);
        let lifts = engine::lifts(topic, answers);
        if lifts.is_empty() {
            self.writer.paragraph(words.no_lift(self.judgement));
        }
        for lift in &lifts {
            let to = words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))]);
            self.writer.paragraph(&format!("{to}{}", words.lang.colon().trim_end()));
            for step in &lift.steps {
                let effort = words.effort(step).map(|effort| format!(" {}.", effort.trim_end_matches('.')));
                self.item(&format!("{}{}", words.step(step), effort.unwrap_or_default()));
            }
        }
        if self.range().settled() {
            self.title(Label::FragileTitle);
            let found = engine::fragile(topic, answers);
            if found.is_empty() {
                self.writer.paragraph(words.label(Label::FragileNone));
            }
            for fragile in &found {
                self.item(&words.fragile(fragile));
            }
        }
        self.title(Label::LabTitle);
        let owned = engine::owned_lab(words.content, answers);
        let trial = engine::trial(engine::LabNeed::of(&topic.lab), owned);
        // There is nothing to say about a lab that was not described.
        if trial.fit.is_some() {
            self.writer.paragraph(&words.trial(&trial));
        }
        self.sourced(topic.lab.note.get(words.lang), &topic.lab.sources);
        self.title(Label::ToolsTitle);
        for tool in &topic.tools {
            let (note, maturity) = (tool.note.get(words.lang), words.maturity(tool));
            self.sourced(&format!("{}. {note}. {maturity}.", tool.name), &tool.sources);
        }
    }

    /// Adds a sentence as an item, with its sources in a full record.
    fn sourced(&mut self, sentence: &str, sources: &[Source]) {
        let words = self.case.words;
        let mut text = sentence.to_owned();
        let mut address = String::new();
        if self.detail == Detail::Full {
            let named: Vec<String> = sources.iter().map(|source| words.source(*source)).collect();
            if !named.is_empty() {
                text = format!("{} ({}).", sentence.trim_end_matches('.'), words.series(&named));
            }
            address = sources.iter().find_map(|source| source_url(words.content, *source)).unwrap_or_default();
        }
        self.writer.item(&text, "", &address);
    }

    /// The link to the result, the edition of the content and its attribution.
    fn more_information(&mut self) {
        let Case { words, link, .. } = self.case;
        self.title(Label::RecordMore);
        let (strong, address) = if is_address(link) { ("", link) } else { (link, "") };
        let label = words.label(link_label(link));
        self.writer.item(&format!("{label}{}", words.lang.colon().trim_end()), strong, address);
        let date = words.content_date();
        let edition = words.fill(Label::RecordEdition, &[("n", &words.content.edition.to_string())]);
        self.item(&format!("{date} ({edition})."));
        self.item(words.label(Label::Attribution));
    }
}
