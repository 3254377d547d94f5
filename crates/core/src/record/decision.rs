//! The decision record of one technology, in the MADR form: context, options, what speaks for and against, what is unknown,
//! when to look again. It prepares a decision; the team takes it and writes it down.
//!
//! The titles are those of MADR 4 (<https://adr.github.io/madr/>), so that tools that read such records find them.

use super::text::{Form, Writer};
use crate::content::{Label, Source, Topic};
use crate::domain::{Answer, Answers, Date, Range, Verdict};
use crate::engine::{self, Judgement};
use crate::words::{Words, source_url};

/// How much a record says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// One sheet of paper.
    Sheet,
    /// What a decision needs.
    #[default]
    Short,
    /// All that is known, with the sources.
    Full,
}

/// A result to be told elsewhere.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// The reader's words.
    pub words: Words<'a>,
    /// The technology.
    pub topic: &'a Topic,
    /// The answers on screen.
    pub answers: &'a Answers,
    /// Where the result opens again: a link, or a code where there is no public address.
    pub link: &'a str,
    /// The day of the record.
    pub today: Date,
}

/// How many signs, tools or changes a list names where it must stay short.
const FEW: usize = 3;

/// What is said before a link, or before a code.
#[must_use]
pub fn opens(link: &str) -> Label {
    if is_address(link) { Label::RecordLink } else { Label::RecordCode }
}

/// A code alone is no address.
#[must_use]
pub fn is_address(link: &str) -> bool {
    link.bytes().any(|char| char == b':')
}

/// The result in one message for a chat: the verdict, what limits it first, the link.
#[must_use]
pub fn message(case: Case<'_>) -> String {
    let (words, judgement) = (case.words, engine::judge(case.topic, case.answers));
    let (topic, app) = (case.topic.name.get(words.lang), words.label(Label::AppTitle));
    let mut said = [topic, " · ", &words.heading(judgement.range), " (", app, ")."].concat();
    if let Some(rule) = judgement.limits(case.topic).next() {
        said.push(' ');
        said.push_str(rule.reason.get(words.lang));
    }
    said.push('\n');
    said.push_str(case.link);
    said
}

/// The record.
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
    record.unknown();
    record.again();
    if detail == Detail::Full {
        record.at_length();
    }
    if detail > Detail::Sheet {
        record.more();
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
    fn say(&self, label: Label) -> &'a str {
        self.case.words.label(label)
    }

    fn name(&self) -> &'a str {
        self.case.topic.name.get(self.case.words.lang)
    }

    fn range(&self) -> Range {
        self.judgement.range
    }

    fn title(&mut self, label: Label) {
        let words = self.say(label);
        self.writer.title(2, words);
    }

    fn subtitle(&mut self, label: Label) {
        let words = self.say(label);
        // Under the sheet's own titles there is no room for a level more.
        self.writer.title(if self.detail == Detail::Sheet { 2 } else { 3 }, words);
    }

    fn item(&mut self, words: &str) {
        self.writer.item(words, "", "");
    }

    fn head(&mut self) {
        self.writer.front_matter("proposed", &self.case.today.to_string());
        let title = self.case.words.fill(Label::RecordTitle, &[("topic", self.name())]);
        self.writer.title(1, &title);
    }

    /// What was answered, in the order of asking.
    fn context(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        if self.detail > Detail::Sheet {
            self.title(Label::RecordContext);
            self.writer.paragraph(topic.what.get(words.lang));
        } else {
            self.title(Label::YourAnswers);
        }
        let asked = engine::path(topic, answers);
        if asked.is_empty() {
            self.writer.paragraph(words.label(Label::NotAnswered));
        }
        for question in asked.into_iter().filter_map(|code| words.content.question(code)) {
            let answer = words.answer(question, answers.get(question.code));
            self.writer.item(question.ask.get(words.lang), &answer, "");
        }
    }

    /// Doing nothing, something simpler, the technology: every record weighs all of them.
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
                self.item(&[self.name(), ". ", &first, "."].concat());
            }
            None => {
                let names: Vec<&str> = topic.tools.iter().take(FEW).map(|tool| tool.name.as_str()).collect();
                let more = if topic.tools.len() > FEW { "…" } else { "" };
                self.item(&[self.name(), words.lang.colon(), &names.join(", "), more].concat());
            }
        }
    }

    /// What the compass leans towards and why, what each option would bring; the decision itself is left to the team.
    fn outcome(&mut self) {
        let words = self.case.words;
        if self.detail > Detail::Sheet {
            self.title(Label::RecordOutcome);
            self.writer.paragraph(words.label(Label::RecordToWrite));
            let heading = words.heading(self.range());
            let (said, meaning) = if self.range().settled() {
                let leans = words.fill(Label::RecordLeans, &[("verdict", &heading)]);
                (leans, words.content.verdict(self.range().best).meaning.get(words.lang))
            } else {
                ([&heading, "."].concat(), words.label(Label::RecordLacking))
            };
            self.writer.paragraph(&[&said, " ", meaning].concat());
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
        self.item(&[words.label(Label::RecordNothing), ". ", words.label(nothing)].concat());
        for alternative in &topic.alternatives {
            let start = words.start(alternative);
            self.item(
                &[alternative.name.get(words.lang), ". ", alternative.text.get(words.lang), " ", &start].concat(),
            );
        }
        // What the chapter says of the cost is why the question about it is asked.
        let worth = words.content.question_named(&[&topic.id, ".worth"].concat());
        let worth = worth.map_or("", |worth| worth.why.get(words.lang));
        let takes = words.hardware(topic.lab.full, topic.lab.gpu);
        let takes = words.fill(Label::RecordTakes, &[("hardware", &takes)]);
        self.item(&[self.name(), ". ", worth, " ", &takes].concat());
    }

    /// The questions whose answer may still change the verdict.
    fn unknown(&mut self) {
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

    /// The signs to watch for, whatever the verdict. What a full record says in parts of their own is left to these.
    fn again(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        let (range, is_full) = (self.range(), self.detail == Detail::Full);
        self.title(Label::SignsNotNow);
        if range.best == Verdict::Adopt && !(is_full && range.settled()) {
            for fragile in engine::fragile(topic, answers).iter().take(self.few()) {
                self.item(&words.fragile(fragile));
            }
        }
        // Where no problem is recognised, the signs name them one by one.
        if range.best > Verdict::NotForYou && !is_full {
            for step in engine::lifts(topic, answers).first().map_or_else(Vec::new, |lift| words.lift(lift)) {
                self.item(&step);
            }
        }
        // Of what is not for now, what has to change first is said; signs alone would not change it.
        if range.settled() && range.best < Verdict::NotNow {
            for sign in engine::signs(topic, answers, range.best).take(self.few()) {
                self.item(sign.text.get(words.lang));
            }
        }
        self.item(words.label(Label::RecordYear));
    }

    /// How many of a list are named: all of them only at full length.
    fn few(&self) -> usize {
        if self.detail == Detail::Full { usize::MAX } else { FEW }
    }

    /// Every way to a better verdict, what would lower it, the lab and the tools.
    fn at_length(&mut self) {
        let Case { words, topic, answers, .. } = self.case;
        self.title(Label::LiftsTitle);
        let lifts = engine::lifts(topic, answers);
        if lifts.is_empty() {
            self.writer.paragraph(words.no_lift(self.judgement));
        }
        for lift in &lifts {
            let to = words.fill(Label::LiftTo, &[("verdict", words.verdict(lift.verdict))]);
            self.writer.paragraph(&[&to, words.lang.colon().trim_end()].concat());
            for step in &lift.steps {
                let effort = words.effort(step).map(|effort| [" ", effort.trim_end_matches('.'), "."].concat());
                self.item(&[&words.step(step), &*effort.unwrap_or_default()].concat());
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
        let owned = engine::owned(words.content, answers);
        let trial = engine::trial(engine::Takes::of(&topic.lab), owned);
        // A lab that nobody described is no news.
        if trial.fit.is_some() {
            self.writer.paragraph(&words.trial(&trial));
        }
        self.sourced(topic.lab.note.get(words.lang), &topic.lab.sources);
        self.title(Label::ToolsTitle);
        for tool in &topic.tools {
            let said = [&tool.name, ". ", tool.note.get(words.lang), ". ", &words.maturity(tool), "."].concat();
            self.sourced(&said, &tool.sources);
        }
    }

    /// A sentence, with where it comes from when there is room.
    fn sourced(&mut self, sentence: &str, sources: &[Source]) {
        let words = self.case.words;
        let mut said = sentence.to_owned();
        let mut address = String::new();
        if self.detail == Detail::Full {
            let named: Vec<String> = sources.iter().map(|source| words.source(*source)).collect();
            if !named.is_empty() {
                said = [sentence.trim_end_matches('.'), " (", &words.series(&named), ")."].concat();
            }
            address = sources.iter().find_map(|source| source_url(words.content, *source)).unwrap_or_default();
        }
        self.writer.item(&said, "", &address);
    }

    /// Where the result opens again, and whose work this is.
    fn more(&mut self) {
        let Case { words, link, .. } = self.case;
        self.title(Label::RecordMore);
        let (strong, address) = if is_address(link) { ("", link) } else { (link, "") };
        let open = words.label(opens(link));
        self.writer.item(&[open, words.lang.colon().trim_end()].concat(), strong, address);
        let date = words.content_date();
        let edition = words.fill(Label::RecordEdition, &[("n", &words.content.edition.to_string())]);
        self.item(&[&date, " (", &edition, ")."].concat());
        self.item(words.label(Label::Attribution));
    }
}
