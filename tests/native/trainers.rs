//! The trainers' guide: what the loader refuses of its file, that both languages have all of it, that an exercise takes ten
//! minutes and tells what the engine says, and that every link of it leads somewhere.

use std::sync::LazyLock;

use boussole::documents::outside_file;
use boussole::documents::static_pages::{STATIC_PAGES, Shell, StaticPages};
use boussole_core::content::{
    Advice, ClassUse, Exercise, File, Label, Loaded, MINUTES, Question, Situation, Source, Topic, TrainersLabel, load,
};
use boussole_core::domain::{Answer, ChoiceId, Lang, Range, Text, Verdict};
use boussole_core::engine;
use boussole_core::link::{Address, View};
use boussole_core::record::exhaustive_check::CheckReport;
use boussole_core::words::{Words, source_url};

use crate::chapter::text;
use crate::content::{self, files};
use crate::words::faults::{TEXTS, plain, unspoken};

static LOADED: LazyLock<Loaded> = LazyLock::new(|| {
    let files = files();
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    load(&files)
});

/// The whole documents, French first.
static PAGES: LazyLock<[String; 2]> = LazyLock::new(|| [Lang::Fr, Lang::En].map(|lang| document(View::Trainers, lang)));

fn outside() -> StaticPages<'static> {
    static PROOF: LazyLock<CheckReport> = LazyLock::new(CheckReport::default);
    StaticPages { read: &LOADED, proof: &PROOF, base: None }
}

fn document(view: View, lang: Lang) -> String {
    outside().document(view, lang, Shell { head: "", boot: "", script: "" })
}

/// The inside of the page.
fn page(lang: Lang) -> &'static str {
    let (_, after) = PAGES[lang as usize].split_once("<main id=\"main\">").unwrap();
    after.split_once("</main>").unwrap().0
}

/// The markup of a part.
fn part(lang: Lang, id: &str) -> &'static str {
    let (_, after) = page(lang).split_once(&format!(" id=\"/{}/trainers/{id}\">", lang.tag())).unwrap();
    after.split_once("</section>").unwrap().0
}

fn say(label: TrainersLabel, lang: Lang) -> &'static str {
    LOADED.trainers.words[label as usize].get(lang)
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Every exercise with its situation, its topic and its question.
fn exercises() -> impl Iterator<Item = (&'static Exercise, &'static Situation, &'static Topic, &'static Question)> {
    let content = &LOADED.content;
    LOADED.trainers.exercises.iter().map(|exercise| {
        let situation = &content.situations[exercise.situation];
        let topic = &content.topics[usize::from(situation.topic)];
        (exercise, situation, topic, content.question(exercise.question).unwrap())
    })
}

fn advice() -> impl Iterator<Item = &'static Advice> {
    let sections = LOADED.trainers.sections.iter();
    sections.flat_map(|section| section.lines.iter().chain(section.lists.iter().flat_map(|list| &list.points)))
}

/// Every text of the guide's own file.
fn texts() -> Vec<&'static Text> {
    let trainers = &LOADED.trainers;
    let mut texts: Vec<&Text> = trainers.words.iter().collect();
    for section in &trainers.sections {
        texts.push(&section.title);
        texts.extend(section.lists.iter().filter_map(|list| list.title.as_ref()));
    }
    texts.extend(advice().flat_map(|advice| [&advice.text].into_iter().chain(advice.link.iter().map(|(_, go)| go))));
    let of = |exercise: &'static Exercise| [&exercise.goal, &exercise.split, &exercise.raise, &exercise.conclude];
    texts.extend(trainers.exercises.iter().flat_map(of));
    texts
}

/// The verdict with a situation's answers.
fn judged(situation: &Situation, topic: &Topic) -> Range {
    engine::judge(topic, &LOADED.content.answers_of(situation)).range
}

/// Every answer to a question that takes one.
fn answers(question: &Question) -> impl Iterator<Item = Answer> {
    let choices = question.choices.iter().map(|choice| Answer::Choice(ChoiceId(choice.code)));
    choices.chain([Answer::Unknown])
}

fn check(from: &str, to: &str, expected: &str) {
    content::check("trainers.toml", from, to, expected);
}

#[test]
fn every_problem_of_the_file_is_named_with_its_place() {
    check("en = \"Trainer's guide\"", "xx = \"Trainer's guide\"", "words: title.en is missing");
    check("raise = { fr = \"À demander :\"", "raise = { fr = \"\"", "words: raise.fr is empty");
    check("en = \"The size of the frame\"", "xx = \"\"", "section sizes: title.en is missing");
    check("id = \"everyone\"", "id = \"each\"", "the sections must be brings, sizes, day, room, everyone, cite");
    check("« {forget} »", "« {erase} »", "section day, list 3, point 5: {erase} is none of");
    check(
        "way = \"paper\"",
        "way = \"stone\"",
        "section brings, list 2, point 3: way \"stone\" is none of slides, room",
    );
    check("en = \"Try it\"", "xx = \"Try it\"", "section room, line 1: go.en is missing");
    check("boxes = true", "ticks = true", "section day, list 1: ticks is not a key");
    check("id = \"small-data-team\"", "id = \"a-team\"", "exercise a-team: \"a-team\" is not a situation");
    check("id = \"small-data-team\"", "id = \"lab-learner\"", "one exercise is needed for each topic");
    check(
        "question = \"gpu\"",
        "question = \"problem\"",
        "question \"problem\" is none of its topic's, or takes several",
    );
    check("discuss = 4", "discuss = 5", "exercise factory-poor-link, minutes: each step takes a minute at least");
    check("answer = 5, discuss = 2", "answer = 7, discuss = 0", "minutes: each step takes a minute at least");
    check(
        "verdict = \"adopt\"",
        "verdict = \"perhaps\"",
        "exercise platform-team-databases: verdict must be one verdict",
    );
    check(
        "[\"try-in-lab\", \"adopt\"]",
        "[\"adopt\", \"try-in-lab\"]",
        "verdict must be one verdict, or the worst then",
    );
    check("source = [\"chapter:94\", ", "source = [\"chapter:9999\", ", "source \"chapter:9999\" is none of");
    check("source = [\"chapter:94\", \"section:25.2:742\"]\n", "", "exercise saas-sporadic-traffic: source is missing");
}

#[test]
fn the_six_exercises_take_ten_minutes_each() {
    for lang in Lang::ALL {
        for (_, _, topic, _) in exercises() {
            let times: Vec<(u32, u32)> = part(lang, &topic.id)
                .split("<span class=\"minutes__time\">")
                .skip(1)
                .map(|rest| {
                    let (from, to) = rest.split_once("\u{a0}min</span>").unwrap().0.split_once('–').unwrap();
                    (from.parse().unwrap(), to.parse().unwrap())
                })
                .collect();
            let places = [TrainersLabel::Read, TrainersLabel::Answer, TrainersLabel::Discuss, TrainersLabel::Conclude]
                .map(|step| part(lang, &topic.id).find(&format!("</span> {}</h3>", say(step, lang))).unwrap());
            assert!(times.len() == places.len() && places.is_sorted(), "{}: {times:?}", topic.id);
            assert_eq!((times[0].0, times[times.len() - 1].1), (0, MINUTES), "{}", topic.id);
            assert!(times.iter().all(|(from, to)| from < to) && times.windows(2).all(|pair| pair[0].1 == pair[1].0));
        }
    }
    assert_eq!(exercises().count(), LOADED.content.topics.len());
}

#[test]
fn the_verdict_of_an_exercise_is_the_engine_s() {
    for (exercise, situation, topic, _) in exercises() {
        let range = judged(situation, topic);
        assert_eq!(range, exercise.expected, "{}: its text counts on another verdict", situation.id);
        for lang in Lang::ALL {
            let words = Words::new(&LOADED.content, lang);
            let (_, said) = part(lang, &topic.id).split_once("<p class=\"trust__verdict\">").unwrap();
            let said = said.split_once("</p>").unwrap().0;
            let named: Vec<Verdict> =
                Verdict::ALL.into_iter().filter(|verdict| said.contains(words.verdict(*verdict))).collect();
            let ends = if range.settled() { vec![range.best] } else { vec![range.worst, range.best] };
            assert_eq!(named, ends, "{said}");
        }
    }
    // Together they show what a class may meet: one verdict each time but once, and not always the same.
    let ranges: Vec<Range> = exercises().map(|(exercise, ..)| exercise.expected).collect();
    assert_eq!(ranges.iter().filter(|range| !range.settled()).count(), 1);
    let mut settled: Vec<usize> =
        ranges.iter().filter(|range| range.settled()).map(|range| range.best.index()).collect();
    settled.sort_unstable();
    settled.dedup();
    assert!(settled.len() >= 4, "{settled:?}");
}

#[test]
fn each_answer_to_the_question_to_talk_about_is_listed_with_its_verdict() {
    for (_, situation, topic, question) in exercises() {
        let team = LOADED.content.answers_of(situation);
        let ranges: Vec<Range> =
            answers(question).map(|answer| engine::judge(topic, &team.with(question.code, answer)).range).collect();
        for lang in Lang::ALL {
            let words = Words::new(&LOADED.content, lang);
            let (_, table) = part(lang, &topic.id).split_once("table--outcomes").unwrap();
            let (table, after) = table.split_once("</table>").unwrap();
            assert!(table.contains(&format!("<caption>{}</caption>", escaped(question.ask.get(lang)))));
            let rows: Vec<&str> = table.split("<th role=\"rowheader\"").skip(1).collect();
            assert_eq!(rows.len(), ranges.len());
            for ((row, answer), range) in rows.iter().zip(answers(question)).zip(&ranges) {
                let said = escaped(&words.answer(question, Some(answer)));
                let verdict = escaped(&words.heading(*range));
                assert!(row.contains(&said) && row.contains(&format!(">{verdict}</td>")), "{row}: {said}, {verdict}");
                let of_team = say(TrainersLabel::OfTeam, lang).replace("{answer}", &said);
                assert_eq!(row.contains(&of_team), team.get(question.code) == Some(answer), "{row}");
            }
            let is_same = ranges.windows(2).all(|pair| pair[0] == pair[1]);
            let said = say(if is_same { TrainersLabel::Same } else { TrainersLabel::Moves }, lang);
            assert!(after.contains(&escaped(said)), "{}", topic.id);
            // "Something else limits it" holds below the best verdict only.
            assert!(!is_same || ranges[0].best < Verdict::Adopt, "{}", topic.id);
        }
    }
}

#[test]
fn the_situation_and_all_its_answers_are_there() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        for (exercise, situation, topic, _) in exercises() {
            let told = part(lang, &topic.id);
            for said in [&exercise.goal, &situation.story, &exercise.split, &exercise.raise, &exercise.conclude] {
                assert_eq!(told.matches(&*escaped(said.get(lang))).count(), 1, "{said:?}");
            }
            let team = LOADED.content.answers_of(situation);
            for input in &topic.inputs {
                let question = LOADED.content.question(input.question).unwrap();
                assert!(team.get(question.code).is_some(), "{} says nothing of {}", situation.id, question.id);
                let answer = escaped(&words.answer(question, team.get(question.code)));
                let pair = format!("<dt>{}</dt><dd>{answer}</dd>", escaped(question.ask.get(lang)));
                assert_eq!(told.matches(&pair).count(), 1, "{pair}");
            }
        }
    }
}

#[test]
fn what_an_exercise_says_of_the_course_leads_to_its_line() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        for (exercise, _, topic, _) in exercises() {
            assert!(exercise.sources.iter().any(|source| !matches!(source, Source::Synthesis)));
            for source in exercise.sources.iter().chain(&exercise.split_sources) {
                let url = source_url(&LOADED.content, *source).unwrap();
                let link = format!("<a href=\"{}\" target=\"_blank\">{}</a>", escaped(&url), words.source(*source));
                assert!(part(lang, &topic.id).contains(&link), "{link}");
            }
        }
    }
}

/// The figures of a text, each with the word after it. The number of a section is none.
fn figures(text: &str) -> Vec<String> {
    let text = plain(text);
    let words: Vec<&str> = text.split(' ').collect();
    let is_figure = |word: &str| word.starts_with(|char: char| char.is_ascii_digit()) && !word.contains('.');
    words.windows(2).filter(|pair| is_figure(pair[0])).map(|pair| pair.join(" ").replace([',', '.', ':'], "")).collect()
}

#[test]
fn a_figure_of_an_exercise_is_one_that_the_content_gives_too() {
    let mut n_figures = 0;
    for exercise in &LOADED.trainers.exercises {
        for said in [&exercise.goal, &exercise.split, &exercise.raise, &exercise.conclude] {
            for figure in figures(&said.fr) {
                let is_given =
                    |text: &Text| text.fr.split(&figure).skip(1).any(|rest| !rest.starts_with(char::is_alphanumeric));
                assert!(TEXTS.iter().any(|(file, text)| file != "trainers.toml" && is_given(text)), "{figure}");
                n_figures += 1;
            }
            assert_eq!(figures(&said.fr).len(), figures(&said.en).len(), "{said:?}");
        }
    }
    assert!(n_figures > 10, "{n_figures}");
}

#[test]
fn every_anchor_resolves_and_every_part_is_in_the_contents() {
    for lang in Lang::ALL {
        let page = page(lang);
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let mut unique = ids.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), ids.len(), "{ids:?}");
        let (_, contents) = page.split_once("<nav class=\"contents\"").unwrap();
        let contents = contents.split_once("</nav>").unwrap().0;
        let anchors: Vec<&str> =
            contents.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        // The first id is the page's own.
        assert_eq!(anchors, ids[1..]);
        for href in page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(ids.contains(&href), "{href}");
            // The app takes each for a place of this page, in the single file.
            let address = Address::parse(&LOADED.content, href);
            assert_eq!(address, Ok(Address::View(lang, View::Trainers)), "{href}");
        }
    }
}

#[test]
fn every_link_resolves_to_a_view() {
    // The pages of the app that no view has the names of yet.
    for lang in Lang::ALL {
        let mut found = Vec::new();
        for href in page(lang).split("<a href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            if href.starts_with("https://") {
                continue;
            }
            let (file, place) = href.split_once('#').unwrap();
            found.push(place);
            let Ok(Address::View(there, view)) = Address::parse(&LOADED.content, place) else {
                panic!("{href} leads nowhere");
            };
            assert_eq!(there, lang, "{href}");
            let expected = outside_file(view, lang).unwrap_or("index.html");
            assert!(file == expected || file.is_empty() && view == View::Trainers, "{href}");
        }
        let tag = lang.tag();
        for way in ClassUse::ALL {
            assert!(found.contains(&&*format!("/{tag}/{}", way.id())), "{way:?}");
        }
        for (_, situation, topic, _) in exercises() {
            let there = ["room", "slides"].map(|way| format!("/{tag}/{way}/{}", topic.id));
            for place in there.into_iter().chain([format!("/{tag}/example/{}", situation.id)]) {
                assert!(found.contains(&&*place), "{place}");
            }
        }
    }
}

#[test]
fn in_the_single_file_everything_is_inside() {
    let sheets = outside().all();
    for lang in Lang::ALL {
        let tag = lang.tag();
        let holds = format!("<div class=\"sheets\" lang=\"{tag}\" data-holds=\"#/{tag}/trainers\">");
        let (_, sheet) = sheets.split_once(&holds).unwrap();
        let sheet = sheet.split_once("<div class=\"sheets\"").map_or(sheet, |(before, _)| before);
        for way in ClassUse::ALL {
            assert!(sheet.contains(&format!("<a href=\"#/{tag}/{}\">", way.id())), "{way:?}");
        }
        assert!(!sheet.contains(".html#"));
    }
}

#[test]
fn every_page_leads_to_it_from_its_header_and_its_footer() {
    for lang in Lang::ALL {
        let link = format!("href=\"{}#/{}/trainers\"", outside_file(View::Trainers, lang).unwrap(), lang.tag());
        for view in STATIC_PAGES {
            let page = document(view, lang);
            let (header, rest) = page.split_once("</header>").unwrap();
            let footer = rest.split_once("<footer class=\"foot\">").unwrap().1;
            assert!(header.contains(&link) && footer.contains(&link), "{view:?}");
            let is_here = header.contains(&format!("{link} aria-current=\"page\""));
            assert_eq!(is_here, view == View::Trainers, "{view:?}");
        }
    }
}

#[test]
fn the_attribution_is_there_to_copy_with_its_links() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        let attribution = escaped(words.label(Label::Attribution));
        let told = part(lang, "cite");
        assert!(told.contains(&format!("<blockquote class=\"aloud\"><p>{attribution}</p></blockquote>")));
        assert_eq!(told.matches("target=\"_blank\"").count(), 2);
        // And on each sheet that may be handed out by itself, with the day the content was checked.
        let date = words.fill(Label::ContentDate, &[("date", &words.date(LOADED.content.date))]);
        for (_, _, topic, _) in exercises() {
            assert!(part(lang, &topic.id).contains(&format!("<p class=\"exercise__foot\">{attribution} {date}.</p>")));
        }
    }
}

#[test]
fn both_languages_have_all_of_it_and_nothing_is_left_to_fill_in() {
    let [fr, en] = Lang::ALL.map(page);
    for tag in ["<section", "<h2", "<h3", "<h4", "<li", "<p", "<dt", "<table", "<a href=", "class=\"tick\""] {
        assert_eq!(fr.matches(tag).count(), en.matches(tag).count(), "{tag}");
    }
    for lang in Lang::ALL {
        for empty in ["<li></li>", "<p></p>", "<dd></dd>", "<h3></h3>", "<h4></h4>", "\"></td>", "\"></th>"] {
            assert!(!page(lang).contains(empty), "{empty}");
        }
        let told = text(page(lang));
        assert!(!told.contains('{') && !told.contains('}'));
        for word in ["ceiling", "plafond", "Ceiling", "Plafond"] {
            assert!(!told.contains(word), "{word}");
        }
    }
}

#[test]
fn a_label_that_people_look_for_is_named_as_the_app_shows_it() {
    for lang in Lang::ALL {
        let words = Words::new(&LOADED.content, lang);
        let named = |id: &str, label: Label| {
            let said = escaped(&words.in_sentence(words.label(label)));
            assert!(part(lang, id).contains(&said), "{id} does not name {said}");
        };
        [Label::ThemeLight, Label::ThemeDark, Label::Forget, Label::EmbedRestart]
            .into_iter()
            .for_each(|label| named("day", label));
        named("room", Label::Unknown);
    }
}

#[test]
fn a_trainer_with_two_minutes_has_read_what_it_brings() {
    for lang in Lang::ALL {
        let n_words = text(part(lang, "brings")).split_whitespace().filter(|word| word.len() > 1).count();
        assert!(n_words <= 140, "{n_words} words");
    }
}

#[test]
fn it_is_said_in_short_whole_sentences() {
    let mut wrong = Vec::new();
    for lang in Lang::ALL {
        let spoken = advice().map(|advice| &advice.text);
        let of = |exercise: &'static Exercise| [&exercise.goal, &exercise.split, &exercise.raise, &exercise.conclude];
        for said in spoken.chain(LOADED.trainers.exercises.iter().flat_map(of)) {
            // What is filled in is a name.
            let said = plain(said.get(lang)).replace(['{', '}'], "");
            let said = said
                .strip_suffix(" :")
                .or_else(|| said.strip_suffix(':'))
                .map(|said| format!("{said}."))
                .unwrap_or(said);
            wrong.extend(unspoken(lang, &said).into_iter().map(|fault| format!("{fault}: {said}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn typography_is_set_in_each_language() {
    for text in texts() {
        for wrong in [" :", " ;", " ?", " !", " »", "« ", "'"] {
            assert!(!text.fr.contains(wrong), "{}", text.fr);
        }
        assert!(!text.en.contains('\''), "{}", text.en);
    }
}
