//! Plain words: what is on screen reads as people speak. Whole sentences, in one language, without a word of the engine.
//!
//! Every page is drawn, for the worked situations, whatever one answer of theirs becomes, and answers taken at random. What
//! is read of it is its text and what is read aloud (`aria-label` and the like).

pub(crate) mod faults;
pub(crate) mod reader;

use std::collections::HashSet;

use boussole::documents::Place;
use boussole::documents::static_pages::{STATIC_PAGES, Shell, StaticPages};
use boussole::{before_app, bundled};
use boussole_core::content::{Content, File, Question, Topic, load};
use boussole_core::domain::{Answers, ChoiceId, Date, Lang, QuestionId, Range, Verdict};
use boussole_core::engine::{self, Step};
use boussole_core::link::{self, LinkNotice, View};
use boussole_core::record::exhaustive_check::{CheckReport, TopicCheck};
use boussole_core::state::{AppState, Guest, Origin, Theme};
use boussole_core::words::{Notice, Words};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::content::files;
use crate::properties::situation;
use faults::{TEXTS, plain, unspoken, words_of};
use reader::{Reader, runs};

/// How many situations are taken at random.
const N_RANDOM: usize = 200;

/// The answers that a technology's pages read: its own, and those of the guide.
fn read_by(content: &Content, topic: &Topic, answers: &Answers) -> String {
    let is_asked_elsewhere =
        |question: &Question| content.topics.iter().any(|topic| topic.input(question.code).is_some());
    let is_read = |question: &Question| {
        let code = question.code;
        topic.input(code).is_some() || !is_asked_elsewhere(question)
    };
    let read = content.questions.iter().filter(|question| is_read(question));
    let read = read.filter_map(|question| Some((question.code, answers.get(question.code)?)));
    link::encode(content, &read.collect())
}

/// Every value a control of a question can take.
fn values(question: &Question) -> Vec<(&str, bool)> {
    let mut values: Vec<(&str, bool)> = question.choices.iter().map(|choice| (choice.id.as_str(), true)).collect();
    values.push(("unknown", true));
    if question.many {
        values.extend(question.choices.iter().map(|choice| (choice.id.as_str(), false)));
        values.push(("none", true));
    } else {
        values.push(("", true));
    }
    values
}

fn every_situation(lang: Lang) {
    let mut reader = Reader::new(lang);
    let content = reader.content;
    let mut seen = HashSet::new();
    for (place, situation) in content.situations.iter().enumerate() {
        let answers = content.answers_of(situation);
        let origin = if place % 2 == 0 { Origin::Example(place) } else { Origin::Link };
        let mut state = AppState::new(lang, Theme::Auto, answers.clone());
        state.guest = Some(Guest { origin, opened: answers.clone(), answers: answers.clone() });
        reader.draw_at(&state, View::Example(place));
        reader.general(&state);
        for (position, topic) in content.topics.iter().enumerate() {
            if !seen.insert(format!("{position} {}", read_by(content, topic, &answers))) {
                continue;
            }
            reader.topic(&state, position);
            for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                for (value, on) in values(question) {
                    reader.one_change(&state, position, question, value, on);
                }
            }
            // What the verdict's own page asks, and the guide's answers, which it reads too.
            let is_asked =
                |question: &&Question| content.topics.iter().all(|topic| topic.input(question.code).is_none());
            for question in content.questions.iter().filter(is_asked) {
                for (value, on) in values(question) {
                    let mut state = state.clone();
                    state.changed(content, &question.id, value, on);
                    if usize::from(situation.topic) == position {
                        reader.draw_at(&state, View::Verdict(position));
                        reader.draw_at(&state, View::Choose);
                        reader.draw_at(&state, View::Plan);
                    }
                }
            }
        }
    }
    reader.finish();
}

#[test]
fn every_situation_and_what_one_answer_makes_of_it_reads_well_in_french() {
    every_situation(Lang::Fr);
}

#[test]
fn every_situation_and_what_one_answer_makes_of_it_reads_well_in_english() {
    every_situation(Lang::En);
}

#[test]
fn any_situation_reads_well() {
    let mut runner = TestRunner::default();
    let mut readers = Lang::ALL.map(Reader::new);
    for _ in 0..N_RANDOM {
        let mut any = || situation().new_tree(&mut runner).unwrap().current();
        let (answers, other) = (any(), any());
        for reader in &mut readers {
            let mut state = AppState::new(reader.lang, Theme::Auto, answers.clone());
            state.other = Some(other.clone());
            reader.general(&state);
            for (position, topic) in reader.content.topics.iter().enumerate() {
                let of_topic = [View::Question(position, None), View::Verdict(position), View::Compare(position)];
                of_topic.into_iter().for_each(|view| reader.draw_at(&state, view));
                // A question whose turn changes from one situation to the next.
                let input = &topic.inputs[answers.len() % topic.inputs.len()];
                reader.draw_at(&state, View::Question(position, Some(input.question)));
            }
        }
    }
    readers.into_iter().for_each(Reader::finish);
}

#[test]
fn what_is_told_once_reads_well() {
    for lang in Lang::ALL {
        let mut reader = Reader::new(lang);
        let questions: Vec<QuestionId> = reader.content.questions.iter().map(|question| question.code).collect();
        let mut state = AppState::new(lang, Theme::Auto, Answers::new());
        let narrow = Range { worst: Verdict::NotNow, best: Verdict::TryInLab };
        let date = Date { year: 2026, month: 8, day: 1 };
        let link = [LinkNotice::Cut, LinkNotice::Altered, LinkNotice::Newer, LinkNotice::Empty];
        let [one, two] = [0, 5].map(|place| questions[place]);
        let of_answers = [(vec![one], 0), (vec![one, two], 1), (vec![], 3)];
        let of_answers = of_answers.into_iter().flat_map(|(questions, n_unknown)| {
            let changed = (!questions.is_empty()).then(|| LinkNotice::Changed(questions.clone()));
            [LinkNotice::Ignored { questions, n_unknown }].into_iter().chain(changed)
        });
        let of_answers = of_answers.flat_map(|notice| [Notice::Link(notice.clone()), Notice::Stored(notice)]);
        let told = [Notice::StorageRefused, Notice::StoredUnreadable, Notice::Forgotten, Notice::AddressUnknown];
        let old = [
            Notice::SecondUnreadable,
            Notice::ContentOutdated(date),
            Notice::OtherTopicChanged(1, Range::FULL, narrow),
        ];
        let all = told.into_iter().chain(old).chain(link.map(Notice::Link)).chain(of_answers);
        all.for_each(|notice| state.told(notice));
        state.asked_to_forget();
        reader.draw(&state);
        state.lacks_answer = true;
        reader.draw_at(&state, View::Question(0, None));
        reader.finish();
    }
}

#[test]
fn the_page_before_the_app_and_the_chapter_read_well() {
    let files = files();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    let read = load(&files);
    let proof = CheckReport { topics: vec![TopicCheck::default()], ..CheckReport::default() };
    let outside = StaticPages { read: &read, proof: &proof, base: None };
    for lang in Lang::ALL {
        let mut reader = Reader::new(lang);
        for place in [Place::Site, Place::File] {
            reader.read(&before_app(reader.content, place), &|| format!("{place:?}, before the app"));
        }
        let shell = Shell { head: "", boot: "", script: "" };
        for view in STATIC_PAGES {
            reader.read(&outside.document(view, lang, shell), &|| format!("{view:?}"));
        }
        reader.n_pages = 4;
        reader.finish();
    }
}

/// The sentences that a team would say of itself, or that advise it, with where they come from.
fn spoken(content: &Content, words: Words<'_>) -> Vec<(String, String)> {
    let lang = words.lang;
    let mut said = Vec::new();
    for topic in &content.topics {
        let mut add = |what: &str, text: &str| said.push((format!("{} {what}", topic.id), plain(text)));
        topic.rules.iter().for_each(|rule| add(&rule.id, rule.reason.get(lang)));
        topic
            .criteria_for
            .iter()
            .chain(&topic.criteria_against)
            .for_each(|criterion| add(&criterion.id, criterion.text.get(lang)));
        topic.tensions.iter().for_each(|tension| add(&tension.id, tension.text.get(lang)));
        for alternative in &topic.alternatives {
            add("alternative", alternative.text.get(lang));
            add("start", alternative.start.get(lang));
        }
        for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
            let name = question.id.as_str();
            add(name, question.ask.get(lang));
            add(name, question.why.get(lang));
            for choice in question.choices.iter().filter(|choice| choice.reach.is_some()) {
                add(name, &words.step(&Step::Choice { question: question.code, choice: ChoiceId(choice.code) }));
            }
            if question.many {
                let boxes = question.boxes();
                add(name, &words.step(&Step::AnyOf { question: question.code, boxes }));
                add(name, &words.step(&Step::AllOf { question: question.code, boxes }));
            }
        }
    }
    said
}

#[test]
fn what_a_team_would_say_is_short_and_whole() {
    let mut wrong = Vec::new();
    // The sheets' own words are read too: `carried` leaves the criteria against out.
    let files = files();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    let loaded = load(&files).content;
    for content in [bundled::content(), &loaded] {
        for lang in Lang::ALL {
            let words = Words::new(content, lang);
            let mut said = spoken(content, words);
            for situation in &content.situations {
                let answers = content.answers_of(situation);
                for topic in &content.topics {
                    let mut add = |what: &str, text: &str| said.push((format!("{} {what}", topic.id), plain(text)));
                    engine::fragile(topic, &answers).iter().for_each(|found| add("fragile", &words.fragile(found)));
                    for input in &topic.inputs {
                        add("power", &words.power(engine::power(topic, &answers, input.question)));
                        add("power", &words.power(engine::power(topic, &Answers::new(), input.question)));
                    }
                    for step in engine::lifts(topic, &answers).iter().flat_map(|lift| &lift.steps) {
                        // What a step takes is a line under it, not a sentence.
                        let effort = words.effort(step).map(|effort| format!("{effort}."));
                        add("effort", &effort.unwrap_or_else(|| words.step(step)));
                    }
                }
            }
            for (place, text) in said {
                wrong.extend(unspoken(lang, &text).into_iter().map(|fault| format!("{place} {fault}: {text}")));
            }
        }
    }
    wrong.sort_unstable();
    wrong.dedup();
    assert!(wrong.is_empty(), "{} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_sentence_is_the_same_in_both_languages() {
    let is_spoken = |text: &str| {
        let outside = text.split('{').map(|piece| piece.rsplit('}').next().unwrap());
        outside.flat_map(words_of).filter(|word| word.starts_with(char::is_lowercase)).count() > 2
    };
    let same: Vec<_> = TEXTS.iter().filter(|(_, text)| text.fr == text.en && is_spoken(&text.fr)).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn every_kind_of_fault_is_seen() {
    let (en, fr) = (Lang::En, Lang::Fr);
    let seen = |lang, text: &str, fault: &str| {
        let faults = unspoken(lang, text);
        assert!(faults.iter().any(|found| found.contains(fault)), "{text}: {faults:?}");
    };
    seen(en, "The ceiling is low.", "says ceiling");
    seen(fr, "Une règle le dit.", "says règle");
    seen(en, "See talking-services.", "shows the id talking-services");
    seen(en, "See service-mesh.today now.", "shows the id service-mesh");
    seen(fr, "Revenez quand quand vous voulez.", "says quand twice");
    seen(en, "It is so. and more.", "goes on in lower case");
    seen(en, "it is so", "starts in lower case");
    seen(fr, "Avec {list} et “rien”.", "quotes as the other language does");
    seen(fr, "Sans , ce serait non.", "holds \" ,\"");
    seen(en, "One, two/three/four.", "slashes");
    seen(en, "More >= less.", "holds >");
    seen(en, &format!("So ({}).", "long ".repeat(15)), "long parenthesis");
    seen(en, &"word ".repeat(31), "31 words");
    assert_eq!(unspoken(fr, "Et si… ? Vous vous lancez : « Oui » donnerait « Non »."), Vec::<String>::new());
    let markup =
        "<p lang=\"fr\">Un <b title=\"deux\">trois</b></p><ul class=\"reasons\"><li><span>A<br>B c.</span></li></ul>";
    let read: Vec<(String, bool)> = runs(en, markup).into_iter().map(|run| (run.text, run.is_said)).collect();
    let expected = [("Un ", true), ("deux", false), ("trois", false), ("A", false), ("B c.", true), ("", false)];
    assert_eq!(read, expected.map(|(text, is_said)| (text.to_owned(), is_said)));
    let mut reader = Reader::new(en);
    let place = || String::new();
    for (is_said, text) in [(true, "Nothing ends this"), (false, "« Oui »"), (false, "Aller au contenu de la page")] {
        reader.heard(is_said, text, &place);
    }
    // A sentence of the content, quoted in a page of the other language.
    reader.heard(false, "So: “Une solution plus simple vous suffirait.”", &place);
    let found: Vec<&String> = reader.faults.keys().collect();
    assert_eq!(found.len(), 3, "{found:?}");
}
