//! The paper questionnaire: a sheet for each technology, the questions on the front and, on the back, the key to find the
//! verdict by hand; then a grid for each, to count the answers of a room. Letters and lines are those of [`Key`]: nothing is
//! worked out here.

use super::parts::LICENCE;
use super::screen::part;
use super::table::{escaped, table};
use super::{Html, Page, Place};
use boussole_core::content::{Label, Paper, PaperLabel, Question, Topic};
use boussole_core::domain::Verdict;
use boussole_core::link::View;
use boussole_core::record::key::{Asked, Key, Letters, Limit, Wanted};
use boussole_core::record::qr;
use boussole_core::words::fill;

/// A box to tick with a pencil.
pub(super) const BOX: &str = "<span class=\"tick\" aria-hidden=\"true\"></span>";
/// What stands for "I don't know" among the letters.
const UNKNOWN: &str = "?";
/// How many people a grid has room for.
const N_PEOPLE: usize = 30;
/// A hyphen at which no line breaks.
const HYPHEN: char = '\u{2011}';

/// The title of the page, and what it is in a sentence.
pub(super) fn head<'a>(page: Page<'a>, paper: &'a Paper) -> (&'a str, &'a str) {
    let sheets = Sheets { page, paper, base: None };
    (sheets.say(PaperLabel::Title), sheets.say(PaperLabel::Lede))
}

/// The inside of the page, in the language of `page`. With a public address, each sheet leads to its questions there.
pub(super) fn paper(html: &mut Html, page: Page<'_>, paper: &Paper, base: Option<&str>) {
    let sheets = Sheets { page, paper, base };
    let (title, lede) = head(page, paper);
    let here = Page { place: Place::File, ..page }.href(View::Paper);
    html.raw("<div class=\"chapter paper\" id=\"").text(here.trim_start_matches('#')).raw("\"><header>");
    html.raw("<h1 tabindex=\"-1\">").text(title).raw("</h1>").classed("p", "lede", lede);
    let topics = &page.words.content.topics;
    html.tag("p", &sheets.fill(PaperLabel::HowToPrint, &[("n", &topics.len().to_string())])).raw("</header>");
    for (position, topic) in topics.iter().enumerate() {
        let key = Key::new(page.words.content, topic);
        let online = sheets.online(position);
        sheets.front(html, topic, &key, online.as_deref());
        sheets.back(html, topic, &key, online.as_deref());
    }
    // Apart from the sheets, which are handed out: these stay with whoever counts.
    for (position, topic) in topics.iter().enumerate() {
        sheets.tally(html, topic, &Key::new(page.words.content, topic), position == 0);
    }
    html.raw("</div>");
}

/// The sheets, and the words they are written in.
#[derive(Clone, Copy)]
struct Sheets<'a> {
    page: Page<'a>,
    paper: &'a Paper,
    base: Option<&'a str>,
}

impl<'a> Sheets<'a> {
    /// A word or sentence of this page.
    fn say(self, label: PaperLabel) -> &'a str {
        // `load` refuses a page that lacks one.
        self.paper.words[label as usize].get(self.page.lang())
    }

    fn fill(self, label: PaperLabel, values: &[(&str, &str)]) -> String {
        fill(self.say(label), values)
    }

    fn label(self, label: Label) -> &'a str {
        self.page.words.label(label)
    }

    fn title(self, topic: &Topic) -> String {
        format!("{} · {}", topic.number, topic.name.get(self.page.lang()))
    }

    /// Where the same questions are asked online.
    fn online(self, position: usize) -> Option<String> {
        let there = Page { place: Place::File, ..self.page }.href(View::Question(position, None));
        self.base.map(|base| [base, &there].concat())
    }

    /// The questions, with their letters and boxes.
    fn front(self, html: &mut Html, topic: &Topic, key: &Key, online: Option<&str>) {
        let lang = self.page.lang();
        html.raw("<section class=\"leaf leaf--front\"><div class=\"leaf__head\">").tag("h2", &self.title(topic));
        html.raw("<div class=\"leaf__who\">");
        for label in [PaperLabel::Team, PaperLabel::Day] {
            html.classed("span", "leaf__blank", self.say(label));
        }
        html.raw("</div>")
            .raw(&online.and_then(qr::svg).unwrap_or_default())
            .raw("</div>")
            .tag("p", topic.what.get(lang));
        html.classed("p", "leaf__how", self.say(PaperLabel::HowToAnswer));
        html.raw("<ol class=\"asked\">");
        for asked in &key.asked {
            if let Some(question) = self.page.words.content.question(asked.question) {
                self.question(html, asked, question);
            }
        }
        html.raw("</ol></section>");
    }

    fn question(self, html: &mut Html, asked: &Asked, question: &Question) {
        let lang = self.page.lang();
        html.raw("<li><h3>").text(question.ask.get(lang)).raw("</h3>");
        html.raw("<div class=\"asked__why\">").text(question.why.get(lang));
        if asked.many {
            html.raw(" ").tag("strong", self.label(Label::TickAll)).raw("</div><ul class=\"letters letters--many\">");
        } else {
            html.raw("</div><ul class=\"letters\">");
        }
        for (letter, choice) in asked.every().chars().zip(&question.choices) {
            let note = choice.note.as_ref().map(|note| note.get(lang));
            tickable(html, &letter.to_string(), choice.label.get(lang), note);
        }
        if asked.many {
            tickable(html, &plain(asked.none()), self.label(Label::NoneOfThese), None);
        }
        tickable(html, UNKNOWN, self.label(unknown(asked)), None);
        html.raw("</ul></li>");
    }

    /// The key.
    fn back(self, html: &mut Html, topic: &Topic, key: &Key, online: Option<&str>) {
        let title = self.fill(PaperLabel::KeyTitle, &[("topic", &self.title(topic))]);
        html.raw("<section class=\"leaf leaf--back\">").tag("h2", &title);
        self.steps(html);
        self.alone(html, topic, key);
        self.together(html, topic, key);
        self.favour(html, key);
        self.simpler(html, topic);
        self.attribution(html, online);
        html.raw("</section>");
    }

    fn steps(self, html: &mut Html) {
        html.raw("<div>").tag("h3", self.say(PaperLabel::Steps)).raw("<ol class=\"steps\">");
        html.tag("li", self.say(PaperLabel::StepLimits));
        let values = [("n", &*number(Verdict::Adopt)), ("verdict", self.page.words.verdict(Verdict::Adopt))];
        html.tag("li", &self.fill(PaperLabel::StepLowest, &values));
        html.tag("li", self.say(PaperLabel::StepUnknown)).raw("</ol>");
        self.scale(html);
        html.raw("</div>");
    }

    /// The five verdicts in their order, each with its boxes.
    fn scale(self, html: &mut Html) {
        html.raw("<ol class=\"scale\">");
        for verdict in Verdict::ALL {
            html.raw("<li>").tag("strong", &self.limit(verdict));
            html.tag("span", self.page.words.content.verdict(verdict).meaning.get(self.page.lang()));
            html.raw("<span class=\"scale__ticks\">");
            for pass in [PaperLabel::FirstPass, PaperLabel::SecondPass] {
                html.raw("<span>").raw(BOX).text(self.say(pass)).raw("</span>");
            }
            html.raw("</span></li>");
        }
        html.raw("</ol>");
    }

    /// The limits that one answer sets.
    fn alone(self, html: &mut Html, topic: &Topic, key: &Key) {
        let row = |limit: &Limit| {
            let answers: Vec<String> = limit.when.iter().map(|wanted| self.wanted(key, *wanted)).collect();
            [answers.concat(), self.limit(limit.best), self.reason(topic, limit).to_owned()]
                .map(|cell| escaped(&cell))
                .into()
        };
        let rows: Vec<Vec<String>> = key.alone.iter().map(row).collect();
        let heads =
            [PaperLabel::IfTicked, PaperLabel::AtBest, PaperLabel::Because].map(|label| self.say(label).to_owned());
        table(html, "key", self.say(PaperLabel::Alone), &heads, &[(None, rows)]);
    }

    /// The limits that several answers set together, a sentence each.
    fn together(self, html: &mut Html, topic: &Topic, key: &Key) {
        if key.together.is_empty() {
            return;
        }
        html.raw("<div>").tag("h3", self.say(PaperLabel::Together)).raw("<ul class=\"together\">");
        for limit in &key.together {
            let wanted: Vec<String> = limit.when.iter().map(|wanted| self.wanted(key, *wanted)).collect();
            // Each has letters of its own: a comma keeps "7-A or B" apart from "8-B".
            let answers = wanted.join(&format!(", {} ", self.label(Label::And)));
            let values = [("answers", &*answers), ("limit", &*self.limit(limit.best))];
            html.raw("<li>").tag("strong", &self.fill(PaperLabel::TogetherLine, &values)).raw(" ");
            html.text(self.reason(topic, limit)).raw("</li>");
        }
        html.raw("</ul></div>");
    }

    /// What to answer in place of "I don't know", on each pass.
    fn favour(self, html: &mut Html, key: &Key) {
        let row = |(place, asked): (usize, &Asked)| {
            let [first, last] = [asked.every().chars().next(), asked.every().chars().last()]
                .map(|letter| letter.map(String::from).unwrap_or_default());
            let ends = [("first", &*first), ("last", &*last)];
            let [least, most] = if asked.many {
                [self.say(PaperLabel::NothingMore).to_owned(), self.fill(PaperLabel::Everything, &ends)]
            } else {
                [plain(asked.least), plain(asked.most)]
            };
            vec![(place + 1).to_string(), escaped(&least), escaped(&most)]
        };
        let rows: Vec<Vec<String>> = key.asked.iter().enumerate().map(row).collect();
        let heads = [PaperLabel::Question, PaperLabel::Least, PaperLabel::Most].map(|label| self.say(label).to_owned());
        table(html, "favour", self.say(PaperLabel::Favour), &heads, &[(None, rows)]);
    }

    fn simpler(self, html: &mut Html, topic: &Topic) {
        html.raw("<div class=\"simpler\">").tag("h3", self.say(PaperLabel::Simpler)).raw(" <ul>");
        for alternative in &topic.alternatives {
            html.tag("li", alternative.name.get(self.page.lang()));
        }
        html.raw("</ul></div>");
    }

    /// The drawing of the cells of a row, for each row to use: thirty columns, five by five, and room for their number. As
    /// elements they would make half of the page.
    fn cells(self, html: &mut Html) {
        let lines = |step: usize| -> String { (0..=N_PEOPLE).step_by(step).map(|n| format!("M{n}0 0V10")).collect() };
        html.raw("<svg class=\"cells\" aria-hidden=\"true\"><symbol id=\"").raw(&self.cells_id());
        html.raw("\" viewBox=\"-1 0 352 10\" preserveAspectRatio=\"none\"><path d=\"").raw(&lines(1));
        html.raw("\"/><path d=\"").raw(&lines(5)).raw("M310 0H350V10H310z\"/></symbol></svg>");
    }

    /// The single file holds both languages.
    fn cells_id(self) -> String {
        ["cells-", self.page.lang().tag()].concat()
    }

    /// The grid: a row for each answer and each verdict, a column for each person.
    fn tally(self, html: &mut Html, topic: &Topic, key: &Key, is_first: bool) {
        let (words, lang) = (self.page.words, self.page.lang());
        let title = self.fill(PaperLabel::TallyTitle, &[("topic", &self.title(topic))]);
        let cells =
            ["<svg class=\"tally\" aria-hidden=\"true\"><use href=\"#", &self.cells_id(), "\"/></svg>"].concat();
        let row = |name: &str, label: &str| {
            let label = part(|html| {
                html.tag("b", name).raw(" ").text(label);
            });
            vec![label, cells.clone()]
        };
        let mut groups: Vec<(String, Vec<Vec<String>>)> = Vec::new();
        for (place, asked) in key.asked.iter().enumerate() {
            let Some(question) = words.content.question(asked.question) else { continue };
            let letters = asked.every().chars().zip(&question.choices);
            let mut rows: Vec<Vec<String>> =
                letters.map(|(letter, choice)| row(&letter.to_string(), choice.label.get(lang))).collect();
            if asked.many {
                rows.push(row(&plain(asked.none()), self.label(Label::NoneOfThese)));
            }
            rows.push(row(UNKNOWN, self.label(unknown(asked))));
            groups.push((format!("{} · {}", place + 1, question.ask.get(lang)), rows));
        }
        let verdicts = Verdict::ALL.map(|verdict| row(&number(verdict), words.verdict(verdict)));
        groups.push((self.say(PaperLabel::TallyVerdict).to_owned(), verdicts.into()));
        let groups: Vec<(Option<&str>, Vec<Vec<String>>)> =
            groups.iter().map(|(title, rows)| (Some(title.as_str()), rows.clone())).collect();
        // As high as the sheet allows: the fewer the rows, the more room for a pencil.
        let n_rows: usize = 1 + groups.iter().map(|(_, rows)| 1 + rows.len()).sum::<usize>();
        html.raw("<section class=\"leaf leaf--tally\" style=\"--rows: ").raw(&n_rows.to_string()).raw("\">");
        html.tag("h2", &title);
        if is_first {
            self.cells(html);
        }
        let heads = [PaperLabel::TallyAnswer, PaperLabel::TallyPeople].map(|label| self.say(label).to_owned());
        table(html, "tally", self.say(PaperLabel::TallyHow), &heads, &groups);
        self.attribution(html, None);
        html.raw("</section>");
    }

    /// Whose work this is, as of when, and where to read the rest: addresses are written out, paper has no links.
    fn attribution(self, html: &mut Html, online: Option<&str>) {
        let words = self.page.words;
        let (date, chapter) = (words.content_date(), words.chapter_page());
        html.raw("<div class=\"leaf__foot\"><span>").text(words.label(Label::Attribution)).raw(" ");
        html.text(self.say(PaperLabel::Synthesis)).raw(" ").text(&date).raw(".</span>");
        for address in [chapter.as_str(), LICENCE].into_iter().chain(online) {
            html.link_out(address).text(address).raw("</a>");
        }
        html.raw("</div>");
    }

    /// A verdict with its number on the scale.
    fn limit(self, verdict: Verdict) -> String {
        format!("{} · {}", number(verdict), self.page.words.verdict(verdict))
    }

    fn reason<'t>(self, topic: &'t Topic, limit: &Limit) -> &'t str {
        topic.rules.get(limit.rule).map_or("", |rule| rule.reason.get(self.page.lang()))
    }

    /// What a line wants of one question: "2-C", "6-B or C", "1 without A or B", "1-G or nothing".
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

    /// Letters one after the other: "A, B or C".
    fn letters(self, letters: Letters, last: &str) -> String {
        let letters: Vec<String> = letters.chars().map(String::from).collect();
        match letters.as_slice() {
            [first @ .., before, end] => {
                let first: String = first.iter().map(|letter| format!("{letter}, ")).collect();
                format!("{first}{before}\u{a0}{last}\u{a0}{end}")
            }
            letters => letters.concat(),
        }
    }
}

fn tickable(html: &mut Html, letter: &str, label: &str, note: Option<&str>) {
    html.raw("<li>").raw(BOX).tag("b", letter).raw("<span>").text(label);
    if let Some(note) = note {
        html.text(" – ").tag("small", note);
    }
    html.raw("</span></li>");
}

/// What stands last under a question.
const fn unknown(asked: &Asked) -> Label {
    if asked.many { Label::RestUnknown } else { Label::Unknown }
}

/// The place of a verdict on the scale, counted from 1.
fn number(verdict: Verdict) -> String {
    (verdict.index() + 1).to_string()
}

fn plain(letters: Letters) -> String {
    letters.chars().collect()
}
