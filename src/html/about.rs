//! The trust page: how a verdict is made, what was proved of it, what it rests on, and what it is not. What can be computed
//! is: the example is judged by the engine, the proof is the sheet of this very content, the counts are the content's.

use super::parts;
use super::screen::part;
use super::table::{escaped, table};
use super::{Html, Page, Place};
use boussole_core::content::{
    About, AboutLabel, Cited, Label, Met, Quality, Reference, Rule, Section, Situation, SourceEntry, Statement, Topic,
};
use boussole_core::domain::{Answer, Answers, Lang, QuestionId, Text, Verdict};
use boussole_core::engine::{self, Step};
use boussole_core::link::View;
use boussole_core::record::proof::{ProofSheet, TopicProof};
use boussole_core::words::fill;

/// The entries of `sources.toml` that are the chapter itself, where it is, and its licence.
const CHAPTER_ENTRIES: [&str; 4] = ["chapter", "sections", "course", "licence"];

/// The title of the page, and what it is in a sentence.
pub(super) fn head<'a>(page: Page<'a>, about: &'a About) -> (&'a str, &'a str) {
    let say = |label: AboutLabel| about.words[label as usize].get(page.words.lang);
    (say(AboutLabel::Title), say(AboutLabel::Lede))
}

/// The inside of the page, in the language of `page`.
pub(super) fn about(html: &mut Html, page: Page<'_>, about: &About, proof: &ProofSheet) {
    let trust = Trust { page, about, proof };
    let (title, lede) = head(page, about);
    html.raw("<div class=\"chapter trust\" id=\"").text(trust.here().trim_start_matches('#')).raw("\"><header>");
    html.raw("<h1 tabindex=\"-1\">").text(title).raw("</h1>").classed("p", "lede", lede);
    html.raw("</header><div class=\"chapter__text\">");
    let values = trust.values();
    for section in &about.sections {
        trust.section(html, section, &values);
    }
    html.raw("</div></div>");
}

/// The page, and what it is written from.
#[derive(Clone, Copy)]
struct Trust<'a> {
    page: Page<'a>,
    about: &'a About,
    proof: &'a ProofSheet,
}

/// What stands for each name between braces.
type Values = Vec<(&'static str, String)>;

impl<'a> Trust<'a> {
    /// A word or sentence of this page.
    fn say(self, label: AboutLabel) -> &'a str {
        // `load` refuses a page that lacks one.
        self.about.words[label as usize].get(self.page.lang())
    }

    /// The address of the page within what holds it.
    fn here(self) -> String {
        Page { place: Place::File, ..self.page }.href(View::About)
    }

    /// `ABOUT_VALUES`, computed.
    fn values(self) -> Values {
        let (all, topics) = (self.proof.all(), &self.page.words.content.topics);
        let n_fors: usize = topics.iter().map(|topic| topic.fors.len()).sum();
        let n_againsts: usize = topics.iter().map(|topic| topic.againsts.len()).sum();
        let n_balanced = topics.iter().filter(|topic| topic.fors.len() == topic.againsts.len()).count();
        let n_met = |met: Met| self.about.criteria.iter().filter(|criterion| criterion.met == met).count();
        let date = |date| self.page.words.date(date);
        let count = |n| grouped(n, self.page.lang());
        let hundredths = |n: usize| {
            let mark = self.page.words.label(Label::DecimalMark);
            format!("{}{mark}{:02}", n / 100, n % 100)
        };
        vec![
            ("date", date(self.page.words.content.date)),
            ("run", date(self.proof.run)),
            ("seconds", self.proof.milliseconds.div_ceil(1000).to_string()),
            ("sets", count(all.n)),
            ("pairs", count(self.proof.pairs)),
            ("lifts", count(self.proof.lifts)),
            ("fragile", count(self.proof.fragile)),
            ("asked", hundredths(self.proof.mean_asked())),
            ("askable", hundredths(self.proof.mean_askable())),
            ("fors", count(n_fors)),
            ("againsts", count(n_againsts)),
            ("balanced", count(n_balanced)),
            ("topics", count(topics.len())),
            ("met", count(n_met(Met::Yes))),
            ("not-met", count(n_met(Met::No))),
            ("not-applicable", count(n_met(Met::NotApplicable))),
        ]
    }

    fn filled(self, text: &Text, values: &Values) -> String {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(text.get(self.page.lang()), &values)
    }

    fn section(self, html: &mut Html, section: &Section, values: &Values) {
        html.raw("<section class=\"trust__").raw(&section.id).raw("\">").tag("h2", section.title.get(self.page.lang()));
        self.paragraphs(html, &section.lines, values);
        match section.id.as_str() {
            "example" => self.example(html),
            "proof" => self.sets(html),
            "sources" => self.sources(html),
            "criteria" => self.criteria(html, values),
            _ => {}
        }
        if let Some(lead) = &section.lead {
            html.tag("p", lead.get(self.page.lang()));
        }
        if section.id == "method" {
            self.verdicts(html);
        }
        if !section.points.is_empty() {
            html.raw("<ul class=\"list\">");
            for point in &section.points {
                html.raw("<li>");
                self.statement(html, point, values);
                html.raw("</li>");
            }
            html.raw("</ul>");
        }
        self.paragraphs(html, &section.after, values);
        html.raw("</section>");
    }

    fn paragraphs(self, html: &mut Html, statements: &[Statement], values: &Values) {
        for statement in statements {
            html.raw("<p>");
            self.statement(html, statement, values);
            html.raw("</p>");
        }
    }

    fn statement(self, html: &mut Html, statement: &Statement, values: &Values) {
        html.text(&self.filled(&statement.text, values));
        for cited in &statement.sources {
            html.raw(" ");
            match cited {
                Cited::Content(source) => parts::sources(html, self.page.words, &[*source]),
                Cited::Own(index) => {
                    if let Some(own) = self.about.sources.get(*index) {
                        html.raw("<span class=\"source\">").link_out(&own.url).text(own.name.get(self.page.lang()));
                        html.raw("</a></span>");
                    }
                }
            }
        }
    }

    /// The five verdicts and what each means.
    fn verdicts(self, html: &mut Html) {
        html.raw("<dl class=\"pairs\">");
        for verdict in Verdict::ALL {
            let said = self.page.words.content.verdict(verdict);
            pair(html, said.name.get(self.page.lang()), said.meaning.get(self.page.lang()));
        }
        html.raw("</dl>");
    }

    /// A situation judged under the reader's eyes: its answers, the limits they set, the verdict, and what one answer changes.
    fn example(self, html: &mut Html) {
        let content = self.page.words.content;
        // `load` refuses a page whose example is no situation, and a situation without a topic.
        let Some(situation) = content.situations.get(self.about.example) else { return };
        let Some(topic) = content.topics.get(usize::from(situation.topic)) else { return };
        let answers = content.answers_of(situation);
        html.raw("<p>").tag("strong", &[situation.name.get(self.page.lang()), "."].concat()).raw(" ");
        html.text(situation.story.get(self.page.lang())).raw("</p>");
        html.tag("h3", self.say(AboutLabel::ExampleGiven)).raw("<dl class=\"pairs pairs--even\">");
        for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
            let answer = self.page.words.answer(question, answers.get(question.code));
            pair(html, question.ask.get(self.page.lang()), &answer);
        }
        html.raw("</dl>");
        self.limits(html, topic, &answers);
        let judgement = engine::judge(topic, &answers);
        let verdict = self.page.words.heading(judgement.range);
        let said = fill(self.say(AboutLabel::ExampleVerdict), &[("verdict", &self.page.words.in_sentence(&verdict))]);
        html.classed("p", "trust__verdict", &said);
        self.lift(html, topic, &answers);
        self.way_in(html, situation);
    }

    fn limits(self, html: &mut Html, topic: &Topic, answers: &Answers) {
        let rows = limits(topic, answers).into_iter().map(|rule| {
            vec![
                escaped(self.page.words.verdict(rule.ceiling)),
                escaped(rule.reason.get(self.page.lang())),
                part(|html| parts::sources(html, self.page.words, &rule.sources)),
            ]
        });
        let heads = [AboutLabel::Limit, AboutLabel::Reason, AboutLabel::Source].map(|label| self.say(label).to_owned());
        table(html, "limits", self.say(AboutLabel::ExampleLimits), &heads, &[(None, rows.collect())]);
    }

    /// The verdict once one answer, and no other, is as favourable as it takes.
    fn lift(self, html: &mut Html, topic: &Topic, answers: &Answers) {
        let Some((question, answer)) = one_answer(topic, answers) else { return };
        let Some(question) = self.page.words.content.question(question) else { return };
        let range = engine::judge(topic, &answers.with(question.code, answer)).range;
        let values = [
            ("ask", question.ask.get(self.page.lang())),
            ("answer", &*self.page.words.answer(question, Some(answer))),
            ("verdict", &*self.page.words.in_sentence(&self.page.words.heading(range))),
        ];
        html.tag("p", &fill(self.say(AboutLabel::ExampleLift), &values));
    }

    fn way_in(self, html: &mut Html, situation: &Situation) {
        let position = self.page.words.content.situations.iter().position(|other| other.id == situation.id);
        let Some(position) = position else { return };
        html.raw("<p>").link(&self.page.href(View::Example(position)), "").text(self.say(AboutLabel::ExampleOpen));
        html.raw("</a></p>");
    }

    /// The proof sheet: a row for each topic.
    fn sets(self, html: &mut Html) {
        let lang = self.page.lang();
        let mut heads: Vec<String> = [AboutLabel::Technology, AboutLabel::Sets, AboutLabel::Closed]
            .into_iter()
            .map(|label| self.say(label).to_owned())
            .collect();
        heads.extend(Verdict::ALL.map(|verdict| self.page.words.verdict(verdict).to_owned()));
        let row = |name: &str, proof: &TopicProof| {
            let counts = [proof.n, proof.n_closed].into_iter().chain(proof.verdicts);
            let name = escaped(name);
            [name].into_iter().chain(counts.map(|n| grouped(n, lang))).collect()
        };
        let topics = self.proof.topics.iter();
        let mut rows: Vec<Vec<String>> = topics
            .map(|proof| row(self.page.words.content.topic(&proof.id).map_or("", |topic| topic.name.get(lang)), proof))
            .collect();
        rows.push(row(self.say(AboutLabel::All), &self.proof.all()));
        table(html, "sets", self.say(AboutLabel::SetsCaption), &heads, &[(None, rows)]);
    }

    /// Everything cited, once.
    fn sources(self, html: &mut Html) {
        let is_chapter = |entry: &&SourceEntry| CHAPTER_ENTRIES.contains(&entry.id.as_str());
        let entries = &self.page.words.content.sources;
        let entry = |entry: &SourceEntry| {
            let date =
                entry.date.map_or_else(|| self.say(AboutLabel::Undated).to_owned(), |date| self.page.words.date(date));
            (entry.url.clone(), entry.title.get(self.page.lang()).to_owned(), date)
        };
        let own = |own: &Reference| {
            (own.url.clone(), own.title.get(self.page.lang()).to_owned(), own.date.get(self.page.lang()).to_owned())
        };
        let groups = [
            (AboutLabel::SourcesChapter, entries.iter().filter(is_chapter).map(entry).collect::<Vec<_>>()),
            (AboutLabel::SourcesContent, entries.iter().filter(|entry| !is_chapter(entry)).map(entry).collect()),
            (AboutLabel::SourcesOwn, self.about.sources.iter().map(own).collect()),
        ];
        for (title, cited) in groups {
            html.tag("h3", self.say(title)).raw("<ul class=\"cited\">");
            for (url, title, date) in cited {
                html.raw("<li>").link_out(&url).text(&title).raw("</a>, ").text(&date).raw("</li>");
            }
            html.raw("</ul>");
        }
    }

    /// The published criteria, point by point: told by sign and word.
    fn criteria(self, html: &mut Html, values: &Values) {
        let row = |criterion: &Quality| {
            let (class, sign, word) = match criterion.met {
                Met::Yes => ("mark mark--for", "+", AboutLabel::Met),
                Met::No => ("mark mark--against", "−", AboutLabel::NotMet),
                Met::NotApplicable => ("mark mark--open", "/", AboutLabel::NotApplicable),
            };
            vec![
                escaped(criterion.text.get(self.page.lang())),
                part(|html| {
                    html.raw("<span class=\"met\"><span class=\"").raw(class).raw("\" aria-hidden=\"true\">").raw(sign);
                    html.raw("</span>").tag("span", self.say(word)).raw("</span>");
                }),
                escaped(&self.filled(&criterion.why, values)),
            ]
        };
        let group = |label: AboutLabel, is_qualifying: bool| {
            let criteria = self.about.criteria.iter().filter(|criterion| criterion.is_qualifying == is_qualifying);
            (Some(self.say(label)), criteria.map(row).collect::<Vec<_>>())
        };
        let groups = [group(AboutLabel::Qualifying, true), group(AboutLabel::Certifying, false)];
        let heads =
            [AboutLabel::Criterion, AboutLabel::Answer, AboutLabel::Why].map(|label| self.say(label).to_owned());
        table(html, "criteria", self.say(AboutLabel::CriteriaCaption), &heads, &groups);
    }
}

fn pair(html: &mut Html, name: &str, text: &str) {
    html.raw("<div>").tag("dt", name).tag("dd", text).raw("</div>");
}

/// The rules that hold, lowest limit first. Of those that read the same answers, the lowest: the others add nothing.
fn limits<'t>(topic: &'t Topic, answers: &Answers) -> Vec<&'t Rule> {
    let reads = |rule: &Rule| -> Vec<QuestionId> { rule.when.iter().map(|condition| condition.question).collect() };
    let mut kept: Vec<&Rule> = Vec::new();
    for rule in engine::judge(topic, answers).holding(topic) {
        if !kept.iter().any(|lower| lower.ceiling < rule.ceiling && reads(lower) == reads(rule)) {
            kept.push(rule);
        }
    }
    kept
}

/// The answer that alone gives a better verdict, nearest first.
fn one_answer(topic: &Topic, answers: &Answers) -> Option<(QuestionId, Answer)> {
    engine::lifts(topic, answers).into_iter().find_map(|lift| match lift.steps.as_slice() {
        [Step::Choice { question, choice }] => Some((*question, Answer::Choice(*choice))),
        _ => None,
    })
}

/// A whole number as people write it, by thousands.
fn grouped(n: usize, lang: Lang) -> String {
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
    use super::{Trust, grouped};
    use crate::bundled;
    use crate::html::{Page, Place};
    use boussole_core::content::{ABOUT_VALUES, About};
    use boussole_core::domain::{Answers, Lang};
    use boussole_core::record::proof::ProofSheet;
    use boussole_core::words::Words;

    #[test]
    fn every_value_that_the_file_may_name_is_computed() {
        let (answers, about, proof) = (Answers::new(), About::default(), ProofSheet::default());
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
