//! The decision record and the message: for any situation, in both languages, in every form and length.
//!
//! `SNAPSHOTS=overwrite cargo test records` accepts new examples under `records/`; the diff is then read, aloud.

use std::collections::HashSet;
use std::path::Path;
use std::{env, fs};

use boussole::bundled;
use boussole_core::content::{Label, Topic};
use boussole_core::domain::{Answers, Date, Lang};
use boussole_core::link::{find_code, of_topic};
use boussole_core::record::decision::{Case, Detail, decision, message};
use boussole_core::record::text::{Form, Writer};
use boussole_core::words::Words;
use boussole_core::{engine, record};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::properties::situation;
use crate::words::faults::{TEXTS, plain};
use crate::words::reader::{Reader, runs};

/// How many situations are taken at random, always the same.
const N_RANDOM: usize = 12;
const BASE: &str = "https://example.org/boussole/";
const TODAY: Date = Date { year: 2026, month: 11, day: 24 };
const FORMS: [Form; 3] = [Form::Markdown, Form::Plain, Form::Html];
const DETAILS: [Detail; 3] = [Detail::Sheet, Detail::Short, Detail::Full];

/// The worked situations, then any: some settled, some open, some without an answer.
pub(crate) fn situations() -> Vec<Answers> {
    let content = bundled::content();
    let mut situations: Vec<Answers> = content.situations.iter().map(|one| content.answers_of(one)).collect();
    situations.push(Answers::new());
    let mut runner = TestRunner::deterministic();
    situations.extend((0..N_RANDOM).map(|_| situation().new_tree(&mut runner).unwrap().current()));
    situations
}

/// Calls with every technology of every situation in both languages, with its link or, one time in four, its code alone.
pub(crate) fn every_case(mut check: impl FnMut(Case<'_>)) {
    let content = bundled::content();
    let mut turn = 0;
    for answers in situations() {
        for (position, topic) in content.topics.iter().enumerate() {
            for lang in Lang::ALL {
                turn += 1;
                let base = (turn % 4 != 0).then_some(BASE);
                let link = record::link(content, base, &of_topic(content, position, &answers));
                let words = Words::new(content, lang);
                check(Case { words, topic, answers: &answers, link: &link, today: TODAY });
            }
        }
    }
}

/// A piece of a record, as a reader takes it in.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Block {
    Title { is_first: bool, text: String },
    Paragraph(String),
    Item(String),
}

impl Block {
    fn text(&self) -> &str {
        match self {
            Self::Title { text, .. } | Self::Paragraph(text) | Self::Item(text) => text,
        }
    }
}

/// What a Markdown parser makes of a record.
struct Markdown {
    matter: String,
    levels: Vec<u8>,
    blocks: Vec<Block>,
    /// Where its links lead, all of them written as their own address.
    links: Vec<String>,
}

/// As decision records are read by the letter of the standard, and as the sites that keep code read them.
const READERS: [Options; 2] = [
    Options::ENABLE_YAML_STYLE_METADATA_BLOCKS,
    Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        .union(Options::ENABLE_GFM)
        .union(Options::ENABLE_TABLES)
        .union(Options::ENABLE_FOOTNOTES)
        .union(Options::ENABLE_STRIKETHROUGH)
        .union(Options::ENABLE_TASKLISTS)
        .union(Options::ENABLE_MATH),
];

fn read(text: &str, options: Options) -> Markdown {
    let mut read = Markdown { matter: String::new(), levels: Vec::new(), blocks: Vec::new(), links: Vec::new() };
    let (mut words, mut is_matter) = (String::new(), false);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => is_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => is_matter = false,
            Event::Start(Tag::Heading { level, .. }) => read.levels.push(level as u8),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Strong) | Event::End(TagEnd::Strong | TagEnd::Link) => {}
            Event::Start(Tag::List(None)) | Event::End(TagEnd::List(false)) => {}
            Event::Start(Tag::Link { link_type: LinkType::Autolink, dest_url, .. }) => {
                read.links.push(dest_url.into_string());
            }
            Event::Text(text) if is_matter => read.matter.push_str(&text),
            Event::Text(text) => words.push_str(&text),
            Event::End(TagEnd::Heading(level)) => {
                let text = std::mem::take(&mut words);
                read.blocks.push(Block::Title { is_first: level as u8 == 1, text });
            }
            Event::End(TagEnd::Paragraph) => read.blocks.push(Block::Paragraph(std::mem::take(&mut words))),
            Event::End(TagEnd::Item) => read.blocks.push(Block::Item(std::mem::take(&mut words))),
            other => panic!("a record has no {other:?}:\n{text}"),
        }
    }
    read
}

/// The pieces of a record in plain text: a title is underlined, an item follows a dash.
fn plain_blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let is_rule =
            |mark: &str| line.chars().count() > 2 && line.trim_matches(mark.chars().next().unwrap()).is_empty();
        if is_rule("=") || is_rule("-") {
            let title = blocks.pop().unwrap().text().to_owned();
            assert_eq!(title.chars().count(), line.chars().count(), "{title} is underlined as long as it is");
            blocks.push(Block::Title { is_first: is_rule("="), text: title });
        } else if let Some(item) = line.strip_prefix("- ") {
            blocks.push(Block::Item(item.to_owned()));
        } else {
            blocks.push(Block::Paragraph(line.to_owned()));
        }
    }
    blocks
}

/// What a record says in any of its forms, without the marks of the form.
fn said(form: Form, lang: Lang, text: &str) -> String {
    match form {
        Form::Markdown => read(text, READERS[0]).blocks.iter().map(Block::text).collect::<Vec<_>>().join("\n"),
        Form::Plain => text.to_owned(),
        Form::Html => runs(lang, text).into_iter().map(|run| run.text).collect::<Vec<_>>().join("\n"),
    }
}

/// What is wrong with the letters of a text, whatever it says.
fn slips(lang: Lang, text: &str) -> Vec<&'static str> {
    let mut wrong = vec!["{", "}", "  ", " \n", "\u{a0}\n", "\u{202f}\n", "\n\n\n", "\u{a0} ", " \u{a0}", "..", "()"];
    // French holds its marks with spaces that no line breaks at; English has none before them.
    match lang {
        Lang::Fr => wrong.extend([" :", " ;", " ?", " !", " »", "« ", "\"", "“", "”"]),
        Lang::En => wrong.extend(["\u{a0}:", " :", " ;", " ?", " !", "«", "»", "\""]),
    }
    wrong.retain(|wrong| text.contains(wrong));
    wrong
}

#[test]
fn a_record_says_what_it_must_in_every_form_and_length() {
    let (mut n_settled, mut n_open) = (0, 0);
    every_case(|case| {
        let (words, lang) = (case.words, case.words.lang);
        let judgement = engine::judge(case.topic, case.answers);
        *(if judgement.settled() { &mut n_settled } else { &mut n_open }) += 1;
        let date = words.fill(Label::ContentDate, &[("date", &words.date(words.content.date))]);
        let heading = words.heading(judgement.range);
        for form in FORMS {
            for detail in DETAILS {
                let written = decision(form, detail, case);
                let about = format!("{form:?}, {detail:?}, {}, {}:\n{written}", case.topic.id, case.link);
                assert!(written.ends_with('\n') && written.trim() != "", "{about}");
                assert_eq!(slips(lang, &written), Vec::<&str>::new(), "{about}");
                let said = said(form, lang, &written);
                let holds = |what: &str| plain(&said).contains(&plain(what));
                for rule in judgement.limits(case.topic) {
                    // Where its source follows, the sentence ends after it.
                    assert!(holds(rule.reason.get(lang).trim_end_matches('.')), "{about}");
                }
                if detail > Detail::Sheet {
                    for needed in [&*heading, case.link, &*date, words.label(Label::Attribution)] {
                        assert!(holds(needed), "{needed} is not in {about}");
                    }
                }
            }
        }
    });
    assert!(n_settled > 50 && n_open > 50, "{n_settled} settled, {n_open} open");
}

#[test]
fn a_markdown_parser_reads_what_the_plain_form_says() {
    every_case(|case| {
        for detail in DETAILS {
            let markdown = decision(Form::Markdown, detail, case);
            let plain = plain_blocks(&decision(Form::Plain, detail, case));
            for options in READERS {
                let read = read(&markdown, options);
                assert_eq!(read.blocks, plain, "{markdown}");
                let is_address = case.link.contains(':') && detail > Detail::Sheet;
                assert_eq!(read.links.contains(&case.link.to_owned()), is_address, "{markdown}");
                if detail == Detail::Sheet {
                    assert_eq!((&*read.matter, read.levels.iter().all(|level| *level == 2)), ("", true), "{markdown}");
                    continue;
                }
                assert_eq!(read.levels.iter().filter(|level| **level == 1).count(), 1, "{markdown}");
                assert_eq!(read.levels[0], 1);
                assert!(read.levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{:?}", read.levels);
                let date = read.matter.strip_prefix("status: proposed\ndate: ").unwrap();
                assert_eq!(Date::parse(date.trim_end()), Some(TODAY));
            }
        }
    });
}

#[test]
fn every_text_of_the_content_reads_back_from_markdown() {
    // What only the chapter's and the other pages show is in no record.
    let is_static_page = |file: &str| {
        ["chapter", "sheet", "about", "paper", "trainers", "corrections"].iter().any(|name| file.starts_with(name))
    };
    for (file, text) in TEXTS.iter().filter(|(file, _)| !is_static_page(file)) {
        for words in [&text.fr, &text.en] {
            let mut writer = Writer::new(Form::Markdown);
            writer.title(1, words);
            writer.paragraph(words);
            writer.item(words, words, "https://example.org/a_b*c");
            let written = writer.finish();
            for options in READERS {
                let read = read(&written, options);
                let item = format!("{words} {words} https://example.org/a_b*c");
                let title = Block::Title { is_first: true, text: words.clone() };
                let expected = [title, Block::Paragraph(words.clone()), Block::Item(item)];
                assert_eq!(read.blocks, expected, "{file}: {written}");
            }
        }
    }
}

#[test]
fn a_record_reads_well() {
    let mut readers = Lang::ALL.map(Reader::new);
    every_case(|case| {
        let lang = case.words.lang;
        let reader = readers.iter_mut().find(|reader| reader.lang == lang).unwrap();
        reader.n_pages += 1;
        for detail in DETAILS {
            let blocks = plain_blocks(&decision(Form::Plain, detail, case));
            let place = || format!("{detail:?}, {}, {}", case.topic.id, case.link);
            let mut section = "";
            for (index, block) in blocks.iter().enumerate() {
                // An address is not read.
                let text = block.text().split(' ').filter(|word| !word.contains("://") && *word != case.link);
                // Where a question comes from stands after it.
                let text = plain(&text.collect::<Vec<_>>().join(" ")).replace("? (", "(");
                let next = blocks.get(index + 1);
                let is_lead = matches!((block, next), (Block::Paragraph(_), Some(Block::Item(_))));
                let is_ended =
                    !text.ends_with(':') || is_lead || block.text().ends_with(case.link) || detail == Detail::Full;
                assert!(is_ended, "nothing follows {text:?} in {}", place());
                if let Block::Title { text, .. } = block {
                    section = text;
                }
                // What is named or answered is no sentence.
                let named = [Label::RecordContext, Label::YourAnswers, Label::RecordOptions, Label::RecordMore];
                let is_name =
                    matches!(block, Block::Item(_)) && named.iter().any(|label| section == case.words.label(*label));
                let is_none = text == plain(case.words.label(Label::NotAnswered));
                reader.heard(!matches!(block, Block::Title { .. }) && !is_name && !is_none, &text, &place);
            }
            // At full length a step may lead to more than one verdict.
            if detail < Detail::Full {
                let mut seen = HashSet::new();
                let twice: Vec<&Block> = blocks.iter().filter(|block| !seen.insert(*block)).collect();
                assert!(twice.is_empty(), "{twice:?} twice in {}", place());
            }
        }
    });
    readers.into_iter().for_each(Reader::finish);
}

#[test]
fn a_message_says_the_technology_the_verdict_what_limits_it_first_and_the_link() {
    let mut readers = Lang::ALL.map(Reader::new);
    every_case(|case| {
        let (words, lang) = (case.words, case.words.lang);
        let judgement = engine::judge(case.topic, case.answers);
        let message = message(case);
        assert_eq!(slips(lang, &message), Vec::<&str>::new(), "{message}");
        let (said, link) = message.split_once('\n').unwrap();
        assert_eq!(link, case.link);
        // Pasted whole into a field of one line, it opens.
        let code = link.rsplit('/').next().map(str::to_owned);
        assert_eq!(find_code(&message.replace('\n', " ")), code, "{message}");
        let reason = judgement.limits(case.topic).next().map(|rule| format!(" {}", rule.reason.get(lang)));
        let app = words.label(Label::AppTitle);
        let start = format!("{} · {} ({app}).", case.topic.name.get(lang), words.heading(judgement.range));
        assert_eq!(said, format!("{start}{}", reason.unwrap_or_default()));
        let reader = readers.iter_mut().find(|reader| reader.lang == lang).unwrap();
        reader.n_pages += 1;
        reader.heard(true, &plain(said), &|| case.topic.id.clone());
    });
    readers.into_iter().for_each(Reader::finish);
}

/// One settled situation and one that is still open.
const EXAMPLES: [(&str, &str); 2] = [("settled", "startup-three-apps"), ("open", "saas-sporadic-traffic")];

#[test]
fn records_are_told_as_expected() {
    let content = bundled::content();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/native/records");
    let overwrites = env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let mut different = Vec::new();
    for (name, id) in EXAMPLES {
        let situation = content.situations.iter().find(|situation| situation.id == id).unwrap();
        let (position, answers) = (usize::from(situation.topic), content.answers_of(situation));
        let topic: &Topic = &content.topics[position];
        assert_eq!(engine::judge(topic, &answers).settled(), name == "settled");
        let link = record::link(content, Some(BASE), &of_topic(content, position, &answers));
        for lang in Lang::ALL {
            let case = Case { words: Words::new(content, lang), topic, answers: &answers, link: &link, today: TODAY };
            for (form, detail, file) in [
                (Form::Markdown, Detail::Short, "short.md"),
                (Form::Markdown, Detail::Full, "full.md"),
                (Form::Plain, Detail::Sheet, "sheet.txt"),
                (Form::Plain, Detail::Short, "short.txt"),
            ] {
                let file = format!("{name}-{}-{file}", lang.tag());
                let (path, written) = (folder.join(&file), decision(form, detail, case));
                if overwrites {
                    fs::create_dir_all(&folder).unwrap();
                    fs::write(&path, &written).unwrap();
                }
                let expected = fs::read_to_string(&path).unwrap_or_default();
                if written != expected {
                    let line = written.lines().zip(expected.lines()).find(|(written, expected)| written != expected);
                    different.push(format!("{file}: {line:?}"));
                }
            }
        }
    }
    assert!(different.is_empty(), "SNAPSHOTS=overwrite accepts these:\n{}", different.join("\n"));
}
