//! The trust page: what the loader refuses of its file, and that what the page says is computed, sourced and complete.

use std::sync::LazyLock;

use boussole::documents::static_pages::{Shell, StaticPages};
use boussole_core::content::{Citation, CriterionStatus, File, Loaded, Statement, load};
use boussole_core::domain::{Answer, Date, Lang};
use boussole_core::engine::{self, Step};
use boussole_core::link::View;
use boussole_core::record::exhaustive_check::{CheckReport, TopicCheck};
use boussole_core::words::Words;

use crate::content::{self, files};

static LOADED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = files();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    load(&files)
});

/// A sheet whose numbers are met nowhere else.
static SHEET: LazyLock<CheckReport> = LazyLock::new(|| CheckReport {
    key: String::new(),
    content: LOADED.content.date,
    run: Date { year: 2031, month: 7, day: 14 },
    topics: LOADED
        .content
        .topics
        .iter()
        .zip(1..)
        .map(|(topic, n)| TopicCheck {
            id: topic.id.clone(),
            n: 7_100_000 + n,
            n_closed: 4_200_000 + n,
            verdicts: [1, 2, 3, 4, 5].map(|verdict| 810_000 + 10 * n + verdict),
        })
        .collect(),
    pairs: 91_234_567,
    open: 0,
    lifts: 71_234_568,
    fragile: 2_353_500,
    asked: 77_777_777,
    askable: 234_567_890,
    milliseconds: 41_100,
    threads: 2,
});

/// The whole documents, French first.
static PAGES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let outside = StaticPages { read: &LOADED, proof: &SHEET, base: None };
    Lang::ALL.map(|lang| outside.document(View::About, lang, Shell { head: "", boot: "", script: "" }))
});

/// The inside of the page.
fn page(lang: Lang) -> &'static str {
    let (_, after) = PAGES[lang as usize].split_once("<main id=\"main\">").unwrap();
    after.split_once("</main>").unwrap().0
}

/// The markup of a section.
fn section(lang: Lang, id: &str) -> &'static str {
    let (_, after) = page(lang).split_once(&format!("<section class=\"trust__{id}\">")).unwrap();
    after.split_once("</section>").unwrap().0
}

/// What is read of some markup: a space for each tag, plain spaces.
fn text(markup: &str) -> String {
    let mut text = String::new();
    for piece in markup.split('<') {
        text.push(' ');
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    text.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&").replace(['\u{a0}', '\u{202f}'], " ")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

fn statements() -> impl Iterator<Item = &'static Statement> {
    let sections = LOADED.about.sections.iter();
    sections.flat_map(|section| section.lines.iter().chain(&section.points).chain(&section.after))
}

fn check(from: &str, to: &str, expected: &str) {
    content::check("about.toml", from, to, expected);
}

#[test]
fn every_problem_of_the_file_is_named_with_its_place() {
    check("en = \"In one screen\"", "xx = \"In one screen\"", "section method: title.en is missing");
    check("undated = { fr = \"sans date\"", "undated = { fr = \"\"", "words: undated.fr is empty");
    check("Le {run}, un", "Le {today}, un", "section proof, line 1: {today} is none of");
    check("source = \"source:sure\"", "source = \"about:certain\"", "section ready, line 1: source \"about:certain\"");
    check("source = \"about:durand\"", "source = \"about:ipdas\"", "source durand: nothing cites number 2");
    check("source = \"source:sure\"", "source = \"chapter:9999\"", "source \"chapter:9999\"");
    check("id = \"licence\"", "id = \"licenses\"", "the sections must be method, example,");
    check("met = \"no\"", "met = \"nearly\"", "criterion negative: met \"nearly\" is none of yes, no, not-applicable");
    check("qualifying = true\n", "", "6 qualifying criteria then 6 others are needed");
    check("id = \"positive\"", "id = \"options\"", "criterion options: the id is used twice");
    check("example = \"retailer-three-regions\"", "example = \"a-shop\"", "example \"a-shop\" is not a situation");
    check("[[source]]\nid = \"durand\"", "[[source]]\nkind = 1\nid = \"durand\"", "source durand: kind is not a key");
}

#[test]
fn the_twelve_criteria_are_there_in_both_languages_each_with_its_answer() {
    for lang in Lang::ALL {
        let told = section(lang, "criteria");
        let words = LOADED.about.criteria.iter().map(|criterion| escaped(criterion.text.get(lang)));
        assert!(words.clone().count() == 12 && words.into_iter().all(|words| told.matches(&words).count() == 1));
        let answers = match lang {
            Lang::Fr => ["<span>Atteint</span>", "<span>Non atteint</span>", "<span>Sans objet</span>"],
            Lang::En => ["<span>Met</span>", "<span>Not met</span>", "<span>Not applicable</span>"],
        };
        for (met, answer) in CriterionStatus::ALL.into_iter().zip(answers) {
            let n = LOADED.about.criteria.iter().filter(|criterion| criterion.met == met).count();
            assert_eq!(told.matches(answer).count(), n, "{answer}");
        }
        // Told by a sign too, and never by colour alone.
        assert_eq!(told.matches("aria-hidden=\"true\">").count(), 12);
    }
}

#[test]
fn equal_detail_is_claimed_only_if_it_is_so() {
    let balance = LOADED.about.criteria.iter().find(|criterion| criterion.id == "balance").unwrap();
    let is_balanced =
        LOADED.content.topics.iter().all(|topic| topic.criteria_for.len() == topic.criteria_against.len());
    assert_eq!(balance.met == CriterionStatus::Yes, is_balanced);
}

#[test]
fn every_statement_that_cites_leads_to_its_source() {
    assert!(statements().flat_map(|statement| &statement.sources).count() >= 3);
    for lang in Lang::ALL {
        for own in statements().flat_map(|statement| &statement.sources).filter_map(|cited| match cited {
            Citation::Own(index) => LOADED.about.sources.get(*index),
            Citation::Content(_) => None,
        }) {
            let link = format!("<a href=\"{}\" target=\"_blank\">{}</a>", own.url, escaped(own.name.get(lang)));
            assert!(page(lang).contains(&link), "{link}");
        }
    }
}

#[test]
fn every_source_is_listed_once_with_its_date() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        let undated = if lang == Lang::Fr { "sans date" } else { "no date" };
        let cited = LOADED.content.sources.iter().map(|entry| {
            let date = entry.date.map_or_else(|| undated.to_owned(), |date| words.date(date));
            (&entry.url, &entry.title, date)
        });
        let own = LOADED.about.sources.iter().map(|own| (&own.url, &own.title, own.date.get(lang).to_owned()));
        for (url, title, date) in cited.chain(own) {
            let title = escaped(title.get(lang));
            let line = format!("<li><a href=\"{}\" target=\"_blank\">{title}</a>, {date}</li>", escaped(url));
            assert!(section(lang, "sources").contains(&line), "{line}");
            assert_eq!(section(lang, "sources").matches(&format!(">{title}<")).count(), 1, "{title}");
        }
    }
}

#[test]
fn the_worked_example_is_what_the_engine_says() {
    let content = &LOADED.content;
    let situation = &content.situations[LOADED.about.example];
    let topic = &content.topics[usize::from(situation.topic)];
    let answers = content.answers_of(situation);
    let judgement = engine::judge(topic, &answers);
    assert!(judgement.settled(), "a worked example has one verdict");
    for lang in Lang::ALL {
        let words = Words::new(content, lang);
        let told = section(lang, "example");
        for rule in judgement.limits(topic) {
            assert!(told.contains(&escaped(rule.reason.get(lang))), "{}", rule.id);
        }
        let limits: Vec<&str> = told.split("<th role=\"rowheader\" scope=\"row\">").skip(1).collect();
        assert!(limits.len() > 1, "several answers set a limit");
        assert!(limits[0].starts_with(words.verdict(judgement.range.best)), "the lowest limit is the verdict");
        let (_, after) = told.split_once("trust__verdict").unwrap();
        let (verdict, after) = after.split_once("</p>").unwrap();
        assert!(verdict.contains(words.verdict(judgement.range.best)), "{verdict}");
        // One more favourable answer, judged anew.
        let lift = engine::lifts(topic, &answers).into_iter().find(|lift| lift.steps.len() == 1).unwrap();
        let [Step::Choice { question, choice }] = lift.steps.as_slice() else { panic!("{lift:?} is not one choice") };
        let lifted = engine::judge(topic, &answers.with(*question, Answer::Choice(*choice))).range;
        assert!(lifted.settled() && lifted.best > judgement.range.best);
        assert!(after.contains(words.verdict(lifted.best)), "{after:.300}");
        assert!(after.contains(&escaped(content.question(*question).unwrap().ask.get(lang))));
    }
}

#[test]
fn the_numbers_of_the_proof_are_those_of_the_sheet() {
    let all = SHEET.all();
    for (lang, mark, run) in [(Lang::Fr, ',', "14 juillet 2031"), (Lang::En, '.', "14 July 2031")] {
        let told = text(section(lang, "proof"));
        // Thousands are told apart by a space or a comma.
        let digits = told.replace([' ', ','], "");
        let counts = SHEET.topics.iter().chain([&all]);
        let counts = counts.flat_map(|topic| [topic.n, topic.n_closed].into_iter().chain(topic.verdicts));
        for n in counts.chain([SHEET.pairs, SHEET.lifts]) {
            assert!(digits.contains(&n.to_string()), "{n}");
        }
        for mean in [SHEET.mean_asked(), SHEET.mean_askable()] {
            let said = format!("{}{mark}{:02}", mean / 100, mean % 100);
            assert!(told.contains(&said), "{said}");
        }
        assert!(told.contains(run) && told.contains("42 second"), "{told:.300}");
    }
}

#[test]
fn nothing_is_left_to_fill_in_and_no_word_of_the_engine_shows() {
    for lang in Lang::ALL {
        let told = text(page(lang));
        assert!(!told.contains('{') && !told.contains('}'));
        for word in ["ceiling", "plafond", "Ceiling", "Plafond"] {
            assert!(!told.contains(word), "{word}");
        }
    }
}

#[test]
fn the_method_holds_in_a_screen() {
    for lang in Lang::ALL {
        let n_words = text(section(lang, "method")).split_whitespace().filter(|word| word.len() > 1).count();
        assert!(n_words <= 120, "{n_words} words");
    }
}

#[test]
fn french_punctuation_never_starts_a_line() {
    for text in statements().map(|statement| &statement.text.fr) {
        for pair in [" :", " ;", " ?", " !", " »", "« "] {
            assert!(!text.contains(pair), "{text}");
        }
    }
}

#[test]
fn tables_have_headers_with_a_scope_and_leave_nothing_empty() {
    for lang in Lang::ALL {
        let tables: Vec<&str> = page(lang).split("<table").skip(1).collect();
        assert_eq!(tables.len(), 3);
        for table in tables {
            let n_columns = table.matches("scope=\"col\"").count();
            let n_rows = table.matches("scope=\"row\"").count();
            assert!(n_columns >= 3 && n_rows >= 2 && table.contains("<caption>"));
            let cells = table.matches("<td ").count();
            assert_eq!(cells, n_rows * (n_columns - 1));
            assert!(!table.contains("\"></td>") && !table.contains("\"></th>"));
        }
    }
}
