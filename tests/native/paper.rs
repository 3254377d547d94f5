//! The paper questionnaire: whoever follows its key by hand finds the verdict of the engine, the page shows that key and
//! nothing else, and both languages have all of it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use boussole::bundled;
use boussole::documents::outside_file;
use boussole::documents::static_pages::{STATIC_PAGES, Shell, StaticPages};
use boussole_core::content::{File, Loaded, Topic, load};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Ticks, Verdict};
use boussole_core::engine;
use boussole_core::link::{Address, View};
use boussole_core::record::exhaustive_check::CheckReport;
use boussole_core::record::paper_key::{Key, Letters, Limit, by_hand};
use boussole_core::words::Words;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::chapter::text;
use crate::content::{files, problems};
use crate::properties::situation;

/// The technologies with the fewest ways to answer: every one of them is tried.
const SMALL: [&str; 2] = ["operators", "edge"];
/// How many situations are taken at random, for all of them.
const N_RANDOM: usize = 40_000;

static LOADED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = files();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    load(&files)
});

/// The whole documents, French first.
static PAGES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let outside = StaticPages { read: &LOADED, proof: &CheckReport::default(), base: None };
    Lang::ALL.map(|lang| outside.document(View::Paper, lang, Shell { head: "", boot: "", script: "" }))
});

/// Every side of paper: two for each technology, then a grid for each.
fn leaves(lang: Lang) -> Vec<&'static str> {
    let page = PAGES[lang as usize].split_once("</main>").unwrap().0;
    let leaves: Vec<&str> = page.split("<section class=\"leaf").skip(1).collect();
    assert_eq!(leaves.len(), 3 * LOADED.content.topics.len());
    leaves
}

/// The front and the back of a technology's sheet.
fn sheet(lang: Lang, topic: usize) -> [&'static str; 2] {
    let leaves = leaves(lang);
    [leaves[2 * topic], leaves[2 * topic + 1]]
}

/// Every answer to each question of a topic, open ones included.
fn all_answers(topic: &Topic) -> Vec<Vec<Option<Answer>>> {
    let questions = topic.inputs.iter().filter_map(|input| bundled::content().question(input.question));
    questions
        .map(|question| {
            let mut answers = vec![None];
            if question.many {
                let boxes = question.boxes();
                let sets = (0..=boxes).filter(|set| set & boxes == *set);
                answers.extend(sets.flat_map(|ticked| {
                    [false, true].map(|rest_open| Some(Answer::Ticks(Ticks { ticked, rest_open })))
                }));
            } else {
                answers.push(Some(Answer::Unknown));
                answers.extend(question.choices.iter().map(|choice| Some(Answer::Choice(ChoiceId(choice.code)))));
            }
            answers
        })
        .collect()
}

#[test]
fn every_way_to_answer_a_small_topic_gives_the_same_verdict_by_hand() {
    let content = bundled::content();
    for name in SMALL {
        let topic = content.topic(name).unwrap();
        let key = Key::new(content, topic);
        // Unknown and unanswered are one on paper and in the engine (`unknown_and_unanswered_are_judged_alike`).
        let all: Vec<Vec<Option<Answer>>> = all_answers(topic)
            .into_iter()
            .map(|answers| answers.into_iter().filter(|answer| *answer != Some(Answer::Unknown)).collect())
            .collect();
        let n_sets: usize = all.iter().map(Vec::len).product();
        assert!(n_sets > 100_000, "{name} has {n_sets} ways to answer");
        for set in 0..n_sets {
            let mut rest = set;
            let mut answers = Answers::new();
            for (input, of_question) in topic.inputs.iter().zip(&all) {
                if let Some(answer) = of_question[rest % of_question.len()] {
                    answers.set(input.question, answer);
                }
                rest /= of_question.len();
            }
            assert_eq!(by_hand(&key, &answers), engine::judge(topic, &answers).range, "{name}: {answers:?}");
        }
    }
}

#[test]
fn any_situation_gives_the_same_verdict_by_hand_for_every_topic() {
    let content = bundled::content();
    let keys: Vec<Key> = content.topics.iter().map(|topic| Key::new(content, topic)).collect();
    // The same situations every time.
    let mut runner = TestRunner::deterministic();
    let mut met = vec![BTreeSet::new(); keys.len()];
    for _ in 0..N_RANDOM {
        let answers = situation().new_tree(&mut runner).unwrap().current();
        for ((topic, key), met) in content.topics.iter().zip(&keys).zip(&mut met) {
            let found = by_hand(key, &answers);
            assert_eq!(found, engine::judge(topic, &answers).range, "{}: {answers:?}", topic.id);
            met.extend([found.worst, found.best]);
        }
    }
    let all: BTreeSet<Verdict> = Verdict::ALL.into_iter().collect();
    assert!(met.into_iter().all(|met| met == all), "some verdict was never met");
}

#[test]
fn worked_situations_give_the_same_verdict_by_hand() {
    let content = bundled::content();
    for situation in &content.situations {
        let answers = content.answers_of(situation);
        for topic in &content.topics {
            let key = Key::new(content, topic);
            assert_eq!(by_hand(&key, &answers), engine::judge(topic, &answers).range, "{} {}", situation.id, topic.id);
        }
    }
}

#[test]
fn an_answer_of_another_version_counts_as_unknown() {
    let content = bundled::content();
    for topic in &content.topics {
        let key = Key::new(content, topic);
        for input in &topic.inputs {
            for strange in [Answer::Choice(ChoiceId(14)), Answer::Ticks(Ticks { ticked: 1 << 13, rest_open: false })] {
                let answers = Answers::new().with(input.question, strange);
                assert_eq!(by_hand(&key, &answers), engine::judge(topic, &answers).range, "{}: {strange:?}", topic.id);
            }
        }
    }
}

#[test]
fn each_rule_is_a_line_of_the_key_and_each_letter_is_on_one_line_alone() {
    let content = bundled::content();
    for topic in &content.topics {
        let key = Key::new(content, topic);
        let mut rules: Vec<usize> = key.alone.iter().chain(&key.together).map(|limit| limit.rule).collect();
        rules.sort_unstable();
        assert_eq!(rules, (0..topic.rules.len()).collect::<Vec<_>>(), "{}", topic.id);
        assert!(
            key.alone.iter().all(|limit| limit.when.len() == 1)
                && key.together.iter().all(|limit| limit.when.len() > 1)
        );
        for place in 0..key.asked.len() {
            let of_question = key.alone.iter().flat_map(|limit| &limit.when).filter(|wanted| wanted.place == place);
            let letters: Vec<char> = of_question.flat_map(|wanted| wanted.letters.chars()).collect();
            assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), letters.len(), "{}: {}", topic.id, place + 1);
        }
    }
}

/// The letters of the boxes of each question, as the front shows them.
fn boxes(front: &str) -> Vec<Vec<String>> {
    let questions = front.split("<h3>").skip(1);
    let letter =
        |item: &str| item.split_once("<b>").and_then(|(_, rest)| rest.split_once("</b>")).unwrap().0.to_owned();
    questions.map(|question| question.split("class=\"tick\"").skip(1).map(letter).collect()).collect()
}

#[test]
fn the_front_asks_every_question_with_a_lettered_box_for_each_answer() {
    for lang in Lang::ALL {
        for (position, topic) in LOADED.content.topics.iter().enumerate() {
            let key = Key::new(&LOADED.content, topic);
            let [front, _] = sheet(lang, position);
            let shown = boxes(front);
            assert_eq!(shown.len(), topic.inputs.len());
            let read = text(front);
            assert!(read.contains(&topic.number) && read.contains(&text(topic.what.get(lang))), "{}", topic.id);
            for ((asked, shown), input) in key.asked.iter().zip(shown).zip(&topic.inputs) {
                assert_eq!(asked.question, input.question, "the order is not the topic's");
                let question = LOADED.content.question(asked.question).unwrap();
                let mut letters = asked.every();
                if asked.many {
                    letters = Letters(letters.0 | asked.none().0);
                }
                let expected: Vec<String> = letters.chars().map(String::from).chain(["?".to_owned()]).collect();
                assert_eq!(shown, expected, "{}", question.id);
                assert!(read.contains(&text(question.ask.get(lang))), "{}", question.id);
                // The letter stands before its own answer.
                for (letter, choice) in asked.every().chars().zip(&question.choices) {
                    let label =
                        choice.label.get(lang).replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
                    assert!(front.contains(&format!("<b>{letter}</b><span>{label}")), "{} {letter}", question.id);
                }
            }
        }
    }
}

/// What some text names of a sheet: each question's number with a letter after it, such as "7-B or C".
fn named(text: &str) -> Vec<(usize, char)> {
    let mut named = Vec::new();
    let mut number = None;
    for word in text.split(|char: char| " ,-.:()".contains(char)).filter(|word| !word.is_empty()) {
        let mut chars = word.chars();
        match (word.parse::<usize>(), chars.next(), chars.next()) {
            (Ok(found), ..) => number = Some(found),
            (_, Some(letter @ 'A'..='Z'), None) => named.push((number.expect("a letter without a question"), letter)),
            _ => {}
        }
    }
    named
}

fn expected(limits: &[Limit], key: &Key) -> Vec<Vec<(usize, char)>> {
    let of_limit = |limit: &Limit| {
        let letters = limit.when.iter().flat_map(|wanted| {
            let asked = &key.asked[wanted.place];
            let shown = if wanted.blank && wanted.letters == asked.every() { asked.none() } else { wanted.letters };
            shown.chars().map(|letter| (wanted.place + 1, letter)).collect::<Vec<_>>()
        });
        letters.collect()
    };
    limits.iter().map(of_limit).collect()
}

/// The cells of the table of that class, row by row.
fn cells(back: &str, class: &str) -> Vec<Vec<String>> {
    let (_, table) = back.split_once(&format!("table--{class}\"")).unwrap();
    let rows = table.split("</table>").next().unwrap().split("<tr role=\"row\">").skip(2);
    let cell = |markup: &str| text(&format!("<{}", markup.split("</t").next().unwrap()));
    rows.map(|row| row.split("role=\"").skip(1).map(cell).collect()).collect()
}

#[test]
fn the_back_shows_the_key_line_by_line_and_every_letter_it_names_is_on_the_front() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        for (position, topic) in LOADED.content.topics.iter().enumerate() {
            let key = Key::new(&LOADED.content, topic);
            let [front, back] = sheet(lang, position);
            let boxes = boxes(front);
            let on_front = |named: Vec<(usize, char)>| {
                for (number, letter) in named {
                    let is_shown = boxes.get(number - 1).is_some_and(|boxes| boxes.contains(&letter.to_string()));
                    assert!(is_shown, "{}: {number}-{letter} is not on the front", topic.id);
                }
            };
            let limit = |limit: &Limit| {
                let best = format!("{} · {}", limit.best.index() + 1, words.verdict(limit.best));
                (text(&best), text(topic.rules[limit.rule].reason.get(lang)))
            };
            let rows = cells(back, "key");
            assert_eq!(rows.len(), key.alone.len(), "{}", topic.id);
            for ((row, line), expected) in rows.iter().zip(&key.alone).zip(expected(&key.alone, &key)) {
                assert_eq!(named(&row[0]), expected);
                on_front(expected);
                assert_eq!((row[1].clone(), row[2].clone()), limit(line), "{}", topic.id);
            }
            let list =
                back.split_once("class=\"together\">").map_or("", |(_, list)| list.split("</ul>").next().unwrap());
            let lines: Vec<&str> = list.split("<li>").skip(1).collect();
            assert_eq!(lines.len(), key.together.len(), "{}", topic.id);
            for ((shown, line), expected) in lines.iter().zip(&key.together).zip(expected(&key.together, &key)) {
                let (best, reason) = limit(line);
                let (head, after) = shown.split_once("</strong>").unwrap();
                let head = text(head);
                assert!(head.contains(&best) && text(after).trim() == reason, "{shown}");
                assert_eq!(named(head.split_once(&best).unwrap().0), expected, "{head}");
                on_front(expected);
                let n_blank = line.when.iter().filter(|wanted| wanted.blank).count();
                let without = if lang == Lang::Fr { " sans " } else { " without " };
                assert_eq!(head.matches(without).count(), n_blank, "{head}");
            }
            let favour = cells(back, "favour");
            assert_eq!(favour.len(), key.asked.len());
            for (place, (row, asked)) in favour.iter().zip(&key.asked).enumerate() {
                assert_eq!(row[0], (place + 1).to_string());
                on_front(named(&row.join(" ")));
                if !asked.many {
                    let letters = [asked.least, asked.most].map(|letters| letters.chars().collect::<String>());
                    assert_eq!([&row[1], &row[2]], [&letters[0], &letters[1]], "{}", topic.id);
                }
            }
        }
    }
}

#[test]
fn the_back_tells_the_five_verdicts_the_simpler_options_and_whose_work_it_is() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        for (position, topic) in LOADED.content.topics.iter().enumerate() {
            let [_, back] = sheet(lang, position);
            let scale = text(back.split_once("class=\"scale\">").unwrap().1.split("</ol>").next().unwrap());
            let mut rest = scale.as_str();
            for (number, verdict) in (1..).zip(Verdict::ALL) {
                let said = format!(
                    "{number} · {}{}",
                    words.verdict(verdict),
                    LOADED.content.verdict(verdict).meaning.get(lang)
                );
                rest = rest.split_once(&text(&said)).unwrap_or_else(|| panic!("no {said} in order")).1;
            }
            assert_eq!(back.matches("class=\"tick\"").count(), 10, "a box for each verdict and pass");
            let read = text(back);
            for alternative in &topic.alternatives {
                assert!(read.contains(&text(alternative.name.get(lang))), "{}", topic.id);
            }
            let date = text(&words.date(LOADED.content.date));
            for told in
                ["© 2025 Nicolas Deoux, CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr", &*date]
            {
                assert!(read.contains(told), "{} lacks {told}", topic.id);
            }
            assert!(read.contains(&LOADED.content.chapter_url));
        }
    }
}

#[test]
fn the_grid_has_a_row_for_each_answer_and_each_verdict_and_thirty_columns() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        let grids = &leaves(lang)[2 * LOADED.content.topics.len()..];
        for (position, (topic, grid)) in LOADED.content.topics.iter().zip(grids).enumerate() {
            let [front, _] = sheet(lang, position);
            let groups: Vec<&str> = grid.split("<tbody").skip(1).collect();
            assert_eq!(groups.len(), topic.inputs.len() + 1, "{}", topic.id);
            // The letters are those of the sheet that people have in hand, in its order.
            let expected = boxes(front).into_iter().chain([(1..=5).map(|n: u8| n.to_string()).collect()]);
            for ((place, group), expected) in groups.iter().enumerate().zip(expected) {
                let rows: Vec<&str> = group.split("scope=\"row\"><b>").skip(1).collect();
                let letters: Vec<&str> = rows.iter().map(|row| row.split("</b>").next().unwrap()).collect();
                assert_eq!(letters, expected, "{}", topic.id);
                assert!(rows.iter().all(|row| row.matches("<use href=\"#cells-").count() == 1), "{}", topic.id);
                let read = text(group);
                let said: Vec<&str> = match topic.inputs.get(place) {
                    Some(input) => {
                        let question = LOADED.content.question(input.question).unwrap();
                        let choices = question.choices.iter().map(|choice| choice.label.get(lang));
                        choices.chain([question.ask.get(lang)]).collect()
                    }
                    None => Verdict::ALL.map(|verdict| words.verdict(verdict)).into(),
                };
                assert!(said.iter().all(|said| read.contains(&text(said))), "{read} lacks some of {said:?}");
            }
            let read = text(grid);
            assert!(read.contains("30") && read.contains("© 2025 Nicolas Deoux, CC BY 4.0"), "{}", topic.id);
        }
        // Drawn once for all rows: a line before each of thirty people and one after the last, each fifth line twice.
        let id = format!("<symbol id=\"cells-{}\"", lang.tag());
        let page = &PAGES[lang as usize];
        assert_eq!(page.matches(&id).count(), 1);
        let cells = page.split_once(&id).unwrap().1.split("</symbol>").next().unwrap();
        assert_eq!(cells.matches(" 0V10").count(), 31 + 7);
    }
}

#[test]
fn both_languages_have_all_of_it_and_no_word_of_the_engine() {
    let shape = |lang: Lang| {
        ["<h2", "<h3", "<li", "<tr", "<td", "<b>", "class=\"tick\"", "<a "]
            .map(|tag| PAGES[lang as usize].matches(tag).count())
    };
    assert_eq!(shape(Lang::Fr), shape(Lang::En));
    for lang in Lang::ALL {
        let page = &PAGES[lang as usize];
        for empty in ["<li></li>", "<h3></h3>", "<b></b>", "<strong></strong>", "<p></p>", "\"></td>", "\"></th>"] {
            assert!(!page.contains(empty), "{empty}");
        }
        let told = text(page);
        assert!(!told.contains('{') && !told.contains('}'));
        let ids = LOADED.content.topics.iter().flat_map(|topic| &topic.rules).map(|rule| rule.id.as_str());
        for word in ["ceiling", "plafond", "Ceiling", "Plafond"].into_iter().chain(ids.filter(|id| id.contains('-'))) {
            assert!(!told.contains(word), "{word}");
        }
        // On paper a colour may be lost, and a control cannot be clicked.
        assert!(!page.split_once("<main").unwrap().1.contains("<input"));
    }
    for word in &LOADED.paper.words {
        for wrong in [" ?", " !", " ;", " :", " »", "« ", "'"] {
            assert!(!word.fr.contains(wrong), "{}", word.fr);
        }
    }
}

#[test]
fn what_its_file_lacks_is_told_with_its_place() {
    let check = |from: &str, to: &str, expected: &str| {
        let problems = problems(&[("paper.toml", from, to)]);
        assert!(problems.iter().any(|problem| problem.contains(expected)), "{expected}: {problems:#?}");
    };
    check("en = \"Paper questionnaire\"", "xx = \"Paper questionnaire\"", "paper.toml: words: title.en is missing");
    check("nor = { fr = \"ni\"", "nor = { fr = \"\"", "paper.toml: words: nor.fr is empty");
    check("[words]", "[words]\ntotal = 1", "paper.toml: words: total is not a key");
}

#[test]
fn every_page_leads_to_it_from_its_footer() {
    let outside = StaticPages { read: &LOADED, proof: &CheckReport::default(), base: None };
    for lang in Lang::ALL {
        let file = outside_file(View::Paper, lang).unwrap();
        for view in STATIC_PAGES {
            let page = outside.document(view, lang, Shell { head: "", boot: "", script: "" });
            let footer = page.split_once("<footer class=\"foot\">").unwrap().1;
            assert!(footer.contains(&format!("<a href=\"{file}#/{}/paper\">", lang.tag())), "{view:?}");
        }
    }
}

/// What `index.html` does before the app starts, for an address of a page that is beside it.
#[test]
fn the_app_s_page_knows_where_every_page_beside_it_is() {
    let index = include_str!("../../index.html");
    let (_, known) =
        index.split_once("exec(location.hash)").map(|(before, _)| before.rsplit_once("/^#").unwrap()).unwrap();
    for view in STATIC_PAGES {
        for lang in Lang::ALL {
            let address = Address::View(lang, view).write(&LOADED.content);
            let name = address.rsplit('/').next().unwrap();
            let file = outside_file(view, lang).unwrap().trim_end_matches(".html");
            assert!(index.contains(&format!(" {}{name}: \"{file}\"", lang.tag())), "{address}");
            assert!(known.contains(name), "{known} lacks {name}");
        }
    }
}

#[test]
fn with_a_public_address_each_sheet_leads_to_its_questions() {
    let base = "https://example.org/boussole/";
    let outside = StaticPages { read: &LOADED, proof: &CheckReport::default(), base: Some(base) };
    let page = outside.document(View::Paper, Lang::Fr, Shell { head: "", boot: "", script: "" });
    for topic in &LOADED.content.topics {
        let online = format!("{base}#/fr/question/{}", topic.id);
        assert_eq!(page.matches(&format!(">{online}</a>")).count(), 1, "{online}");
        assert_eq!(page.matches(&boussole_core::record::qr::svg(&online).unwrap()).count(), 1, "{online}");
    }
    assert!(!PAGES[0].contains("class=\"qr\""), "without an address there is nowhere to lead");
}
