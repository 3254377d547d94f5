//! In a room: every question is asked in its order and tells nothing, codes are gathered whatever is wrong with some, the counts
//! are those of hands, and the page says them in both languages.

use std::collections::BTreeSet;

use boussole::bundled;
use boussole::documents::{Place, files, room};
use boussole_core::content::{Content, Label, Topic};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Range, Ticks, Verdict};
use boussole_core::engine::{self, AnswerCounts, N_SAMPLE, RoomSummary, VerdictCounts, sample_room, summarise_room};
use boussole_core::link::{Address, LineError, View, decode, encode, of_topic};
use boussole_core::record::qr;
use boussole_core::state::{AppState, CopyField, Guest, Origin, Room, Theme, read_room, write_room};
use boussole_core::words::{Notice, Words};
use proptest::prelude::*;

use crate::properties::situation;
use crate::rendered;
use crate::words::reader::{Reader, at};

const EDGE: usize = 4;
const BASE: &str = "https://example.org/boussole/";

fn content() -> &'static Content {
    bundled::content()
}

/// Answers to the questions about edge computing: "problem data-volume sensors", "use production".
fn edge(lines: &[&str]) -> Answers {
    let answer = |line: &&str| {
        let (name, given) = line.split_once(' ').unwrap();
        let question = content().question_named(&format!("edge.{name}")).or(content().question_named(name)).unwrap();
        (question.code, question.answer_named(&given.split(' ').collect::<Vec<_>>()).unwrap())
    };
    lines.iter().map(answer).collect()
}

/// A team with nothing against.
const ADOPTS: [&str; 8] = [
    "problem data-volume",
    "today now",
    "simpler no",
    "worth yes",
    "skills yes",
    "tolerated-latency under-50ms",
    "site-link intermittent",
    "use production",
];

fn gathered(topic: &Topic, room: &[Answers]) -> RoomSummary {
    summarise_room(topic, &room.iter().collect::<Vec<_>>())
}

fn spread<'a>(gathered: &'a RoomSummary, name: &str) -> &'a AnswerCounts {
    let question = content().question_named(name).unwrap().code;
    gathered.spreads.iter().find(|spread| spread.question == question).unwrap()
}

#[test]
fn three_people_are_counted_as_by_hand() {
    let topic = &content().topics[EDGE];
    let adopts = edge(&ADOPTS);
    // Simpler would do, and the team's skills are not known.
    let mut simpler = ADOPTS;
    (simpler[0], simpler[2], simpler[4]) = ("problem data-volume sensors unknown", "simpler yes", "skills unknown");
    let none = edge(&["problem none", "today now", "use learning"]);
    let room = gathered(topic, &[adopts, edge(&simpler), none]);

    assert_eq!(room.n, 3);
    assert_eq!(room.range, Some(Range { worst: Verdict::NotForYou, best: Verdict::Adopt }));
    let one = VerdictCounts { settled: 1, possible: 0 };
    assert_eq!(room.verdict_counts, [one, one, VerdictCounts::default(), VerdictCounts::default(), one]);

    let problem = spread(&room, "edge.problem");
    let boxes = &content().question(problem.question).unwrap().choices;
    let ticked: Vec<(&str, usize)> =
        boxes.iter().map(|choice| choice.id.as_str()).zip(problem.counts.clone()).collect();
    assert!(ticked.contains(&("data-volume", 2)) && ticked.contains(&("sensors", 1)), "{ticked:?}");
    assert_eq!(
        (problem.counts.iter().sum::<usize>(), problem.none, problem.unknown, problem.n_unanswered),
        (3, 1, 1, 0)
    );
    // Whatever the box, one stands against two: who has no problem, or who does not know about the rest.
    assert_eq!((problem.n_differing, problem.pairs), (2, 3));
    // Both with a problem would have none, and the one without would have one.
    assert_eq!(problem.n_swayed, 3);

    let skills = spread(&room, "edge.skills");
    assert_eq!((skills.counts.as_slice(), skills.unknown, skills.n_unanswered), (&[1, 0, 0][..], 1, 1));
    // Who gave no answer makes no pair; what somebody does not know sways nobody, and their own verdict is held elsewhere.
    assert_eq!((skills.n_differing, skills.pairs, skills.n_swayed), (1, 1, 0));

    let simpler = spread(&room, "edge.simpler");
    // "No" would lead the second to what the open skills leave: another verdict. "Yes" would lead the first there.
    assert_eq!((simpler.n_differing, simpler.pairs, simpler.n_swayed), (1, 1, 2));

    let asked: Vec<&str> =
        room.to_discuss().iter().map(|spread| content().question(spread.question).unwrap().id.as_str()).collect();
    assert_eq!(asked, ["edge.problem", "edge.simpler", "use"]);
    assert_eq!(spread(&room, "use").n_swayed, 1, "who would adopt it, were it to learn");
    assert_eq!(spread(&room, "edge.today").n_differing, 0);
}

#[test]
fn boxes_left_open_are_a_camp_of_their_own() {
    let topic = &content().topics[EDGE];
    let of = |given: &str| edge(&[&["problem ", given].concat()]);
    let room = gathered(topic, &[of("sensors"), of("many-sites unknown"), of("unknown"), of("none"), of("none")]);
    let problem = spread(&room, "edge.problem");
    assert_eq!((problem.none, problem.unknown, problem.n_unanswered), (2, 2, 0));
    // Sensors: one ticked them, two left them open, two said no: 1 × 2 + 1 × 2 + 2 × 2.
    assert_eq!((problem.n_differing, problem.pairs), (8, 10));
}

#[test]
fn an_empty_room_has_nothing_to_tell() {
    for topic in &content().topics {
        let room = gathered(topic, &[]);
        assert_eq!((room.n, room.range, room.verdict_counts), (0, None, [VerdictCounts::default(); 5]));
        assert!(room.to_discuss().is_empty());
        assert!(room.spreads.iter().all(|spread| (spread.n_differing, spread.pairs, spread.n_unanswered) == (0, 0, 0)));
    }
}

#[test]
fn of_a_room_in_two_camps_equal_ones_are_the_most_apart() {
    let topic = &content().topics[EDGE];
    let camps = |n: usize, first: usize| {
        let answer = |person: usize| edge(&[if person < first { "simpler yes" } else { "simpler no" }]);
        let room = gathered(topic, &(0..n).map(answer).collect::<Vec<_>>());
        let spread = spread(&room, "edge.simpler");
        assert_eq!(spread.pairs, n * (n - 1) / 2);
        spread.n_differing
    };
    for n in [2, 7, 12, 31] {
        let apart: Vec<usize> = (0..=n).map(|first| camps(n, first)).collect();
        assert_eq!((apart[0], apart[n]), (0, 0), "all agree");
        assert_eq!(apart.iter().max(), Some(&apart[n / 2]));
        // The nearer to equal, the more.
        assert!(apart[..=n / 2].is_sorted() && apart[n / 2 + 1..].is_sorted_by(|one, other| one >= other), "{apart:?}");
    }
}

/// Whether an answer leaves something of a question open, told from the rules themselves.
fn leaves_open(topic: &Topic, place: usize, answer: Answer) -> bool {
    let question = topic.inputs[place].question;
    let mut masks = topic.rules.iter().flat_map(|rule| &rule.when).filter(|when| when.question == question);
    match answer {
        Answer::Unknown => true,
        Answer::Choice(_) => false,
        Answer::Ticks(ticks) => ticks.rest_open && masks.any(|when| when.mask & ticks.ticked == 0),
    }
}

/// How many people would have another verdict, had they answered as somebody else did: by trying.
fn swayed_by_trying(topic: &Topic, room: &[Answers], place: usize) -> usize {
    let question = topic.inputs[place].question;
    let given: Vec<Answer> = room.iter().filter_map(|answers| answers.get(question)).collect();
    let is_swayed = |answers: &&Answers| {
        let range = |answers: &Answers| engine::judge(topic, answers).range;
        let tried = given.iter().filter(|answer| !leaves_open(topic, place, **answer));
        let mut tried = tried.map(|answer| range(&answers.with(question, *answer)));
        answers.get(question).is_some() && tried.any(|tried| tried != range(answers))
    };
    room.iter().filter(is_swayed).count()
}

/// How many pairs are apart on a question, by comparing each with each.
fn apart_by_trying(topic: &Topic, room: &[Answers], place: usize) -> usize {
    let input = &topic.inputs[place];
    let given: Vec<Answer> = room.iter().filter_map(|answers| answers.get(input.question)).collect();
    let count = |differ: &dyn Fn(Answer, Answer) -> bool| {
        let pairs =
            given.iter().enumerate().flat_map(|(at, one)| given[at + 1..].iter().map(move |other| (one, other)));
        pairs.filter(|(one, other)| differ(**one, **other)).count()
    };
    if !input.many {
        return count(&|one, other| one != other);
    }
    let of_box = |answer: Answer, code: u8| match answer {
        Answer::Ticks(ticks) if ticks.has(code) => 'x',
        Answer::Ticks(Ticks { rest_open: false, .. }) => ' ',
        _ => '?',
    };
    let boxes = input.codes.iter().map(|code| count(&|one, other| of_box(one, *code) != of_box(other, *code)));
    boxes.max().unwrap_or(0)
}

proptest! {
    #[test]
    fn any_room_is_counted_as_by_trying_and_in_any_order(room in proptest::collection::vec(situation(), 0..9)) {
        let turned: Vec<Answers> = room.iter().rev().cloned().collect();
        for topic in &content().topics {
            let all = gathered(topic, &room);
            prop_assert_eq!(&all, &gathered(topic, &turned));
            let ranges: Vec<Range> = room.iter().map(|answers| engine::judge(topic, answers).range).collect();
            let lowest = ranges.iter().map(|range| range.worst).min();
            prop_assert_eq!(all.range.map(|range| range.worst), lowest);
            prop_assert_eq!(all.range.map(|range| range.best), ranges.iter().map(|range| range.best).max());
            for verdict in Verdict::ALL {
                let at = |settled: bool| {
                    ranges.iter().filter(|range| range.settled() == settled && range.contains(verdict)).count()
                };
                prop_assert_eq!(all.verdict_counts[verdict.index()], VerdictCounts { settled: at(true), possible: at(false) });
            }
            for (place, spread) in all.spreads.iter().enumerate() {
                let n_answers = room.iter().filter(|answers| answers.get(spread.question).is_some()).count();
                prop_assert_eq!(spread.n_unanswered, room.len() - n_answers);
                prop_assert_eq!(spread.pairs, n_answers * n_answers.saturating_sub(1) / 2);
                if !topic.inputs[place].many {
                    prop_assert_eq!(spread.counts.iter().sum::<usize>() + spread.unknown, n_answers);
                }
                prop_assert_eq!(spread.n_differing, apart_by_trying(topic, &room, place));
                prop_assert_eq!(spread.n_swayed, swayed_by_trying(topic, &room, place));
            }
            let divided = all.most_divided();
            prop_assert_eq!(divided.len(), topic.inputs.len());
            let share = |spread: &AnswerCounts| spread.n_differing as f64 / spread.pairs.max(1) as f64;
            prop_assert!(divided.is_sorted_by(|one, other| share(one) >= share(other)));
            let discuss = all.to_discuss();
            prop_assert!(discuss.is_sorted_by(|one, other| one.n_swayed >= other.n_swayed));
            let matter = all.spreads.iter().filter(|spread| spread.n_differing > 0 && spread.n_swayed > 0).count();
            prop_assert_eq!(discuss.len(), matter);
        }
    }

    #[test]
    fn one_code_is_its_own_verdict_and_the_same_ones_agree(answers in situation(), n in 2_usize..40) {
        for topic in &content().topics {
            let range = engine::judge(topic, &answers).range;
            for n in [1, n] {
                let room = gathered(topic, &vec![answers.clone(); n]);
                prop_assert_eq!((room.n, room.range), (n, Some(range)));
                prop_assert!(room.spreads.iter().all(|spread| spread.n_differing == 0 && spread.n_swayed == 0));
                prop_assert!(room.to_discuss().is_empty());
            }
        }
    }

    #[test]
    fn damaged_lines_are_named_and_change_nothing_else(
        room in proptest::collection::vec(situation(), 1..7),
        place in any::<prop::sample::Index>(),
        cut in 9_usize..14,
    ) {
        let place = place.index(room.len() + 1);
        let mut lines: Vec<String> = room.iter().map(|answers| encode(content(), answers)).collect();
        let whole = heard(&lines.join("\n"));
        let (cut, altered) = (lines[0][..cut].to_owned(), altered(&lines[0]));
        lines.splice(place..place, [cut, altered, "Merci à tous".to_owned(), String::new()]);
        for end in ["\n", "\r\n"] {
            let state = heard(&lines.join(end));
            for topic in 0..content().topics.len() {
                let (whole, heard) = (whole.room.heard(content(), topic), state.room.heard(content(), topic));
                prop_assert_eq!(&heard.answers, &whole.answers);
                let wrong = |wrong: LineError| heard.wrong.iter().find(|(it, _)| *it == wrong).map(|(_, lines)| lines.clone());
                prop_assert_eq!(wrong(LineError::Cut), Some(vec![place + 1]));
                prop_assert_eq!(wrong(LineError::Altered), Some(vec![place + 2]));
                prop_assert_eq!(wrong(LineError::Nothing), Some(vec![place + 3]));
            }
        }
    }

    #[test]
    fn codes_that_come_one_by_one_are_a_text_that_came_at_once(
        room in proptest::collection::vec(situation(), 1..6),
        noise in "[ a-zA-Z0-9\n_-]{0,30}",
    ) {
        let mut state = trainer();
        for answers in &room {
            state.added_codes(content(), &encode(content(), answers));
            state.added_codes(content(), &noise);
        }
        let text = state.room.field(Room::CODES).unwrap().to_owned();
        let at_once = heard(&text);
        for topic in 0..content().topics.len() {
            prop_assert_eq!(state.room.heard(content(), topic), at_once.room.heard(content(), topic));
        }
        // What the tab keeps is the room again.
        let kept = write_room(content(), &state.room).unwrap();
        let back = read_room(content(), &kept).unwrap();
        prop_assert_eq!(back.heard(content(), EDGE), state.room.heard(content(), EDGE));
        prop_assert_eq!(back.field(Room::CODES), Some(&*text));
    }
}

/// A code with a character changed.
fn altered(code: &str) -> String {
    let last = code.len() - 8;
    let char = if code[last..].starts_with('A') { "B" } else { "A" };
    [&code[..last], char, &code[last + 1..]].concat()
}

/// The trainer's page about edge computing.
fn trainer() -> AppState {
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.opened(content(), "#/fr/room/edge");
    state
}

/// The same once a text was typed.
fn heard(text: &str) -> AppState {
    let mut state = trainer();
    state.changed(content(), Room::CODES, text, true);
    state
}

fn codes_of(position: usize, room: &[Answers]) -> Vec<String> {
    room.iter().map(|answers| encode(content(), &of_topic(content(), position, answers))).collect()
}

/// The inside of the page's main element.
fn drawn(state: &AppState) -> String {
    rendered::main(state, Place::File)
}

#[test]
fn a_code_counts_for_the_technologies_that_it_is_about() {
    let content = content();
    let factory = content.answers_of(&content.situations[3]);
    let platform = content.answers_of(&content.situations[6]);
    let edge = encode(content, &of_topic(content, EDGE, &factory));
    let everything = encode(content, &factory);
    let two = encode(content, &platform);
    let shared = encode(content, &super::room::edge(&["use production"]));
    let state = heard(&[&edge, &two, &everything, &shared, &two].map(String::as_str).join("\n"));
    let of = |topic: &str| {
        let position = content.topics.iter().position(|known| known.id == topic).unwrap();
        let heard = state.room.heard(content, position);
        (heard.answers.len(), heard.n_twins(), heard.wrong)
    };
    // What is shared with other technologies does not make an answer about edge computing.
    assert_eq!(of("edge"), (2, 0, vec![(LineError::Other, vec![2, 4, 5])]));
    assert_eq!(of("operators"), (2, 2, vec![(LineError::Other, vec![1, 3, 4])]));
    assert_eq!(of("multi-cluster"), of("operators"));
    assert_eq!(of("serverless"), (0, 0, vec![(LineError::Other, vec![1, 2, 3, 4, 5])]));
}

#[test]
fn equal_codes_all_count_and_are_said() {
    let codes = codes_of(EDGE, &sample_room(content(), EDGE));
    let text = [&codes[..], &codes[..1], &codes[..1], &codes[3..4]].concat().join("\n");
    let state = heard(&text);
    let heard = state.room.heard(content(), EDGE);
    let n_twins = codes.iter().filter(|code| text.matches(code.as_str()).count() > 1);
    let n_twins: usize = n_twins.map(|code| text.matches(code.as_str()).count()).sum();
    assert!(n_twins >= 5);
    assert_eq!((heard.answers.len(), heard.n_twins()), (N_SAMPLE + 3, n_twins));
    assert!(drawn(&state).contains(&format!("{n_twins} codes sont identiques à un autre")));
}

#[test]
fn two_hundred_codes_are_all_heard() {
    let content = content();
    let mut codes = Vec::new();
    for position in 0..content.topics.len() {
        let sample = codes_of(position, &sample_room(content, position));
        codes = sample.iter().cycle().take(200).cloned().collect();
        let state = heard(&codes.join("\r\n"));
        let heard = state.room.heard(content, position);
        assert_eq!((heard.answers.len(), heard.wrong.len()), (200, 0));
        let room = summarise_room(&content.topics[position], &heard.answers);
        let settled: usize = room.verdict_counts.iter().map(|heads| heads.settled).sum();
        assert!(room.n == 200 && settled <= 200);
        assert!(room.spreads.iter().all(|spread| spread.pairs == 199 * 100));
    }
    // A text may be no longer than its field takes; what is beyond is left out by whole lines.
    let mut state = trainer();
    (0..200).for_each(|_| state.added_codes(content, &codes.join("\n")));
    let text = state.room.field(Room::CODES).unwrap();
    assert!(text.len() <= Room::MAX_LEN && text.len() > Room::MAX_LEN - 100);
    assert!(text.lines().all(|line| codes.iter().any(|code| code == line)));
}

#[test]
fn what_was_typed_stays_through_other_pages_and_what_comes_in() {
    let content = content();
    let codes = codes_of(EDGE, &sample_room(content, EDGE));
    let mut state = heard(&codes[0]);
    state.changed(content, Room::ONE, &codes[1][..5], true);
    for place in ["#/en/room/edge", "#/en", "#/en/verdict/edge", "#/fr/join/edge", "#/fr/room", "#/fr/room/edge"] {
        state.opened(content, place);
        assert_eq!(state.room.field(Room::CODES), Some(&*codes[0]), "{place}");
        assert_eq!(state.room.field(Room::ONE), Some(&codes[1][..5]), "{place}");
    }
    let before = drawn(&state);
    // A code read by the camera leaves what is being typed, and the fields as they are.
    assert!(state.scanned(content, &format!("{BASE}#/r/{}", codes[2])));
    assert_eq!(state.room.field(Room::CODES), Some(&*format!("{}\n{}\n", codes[0], codes[2])));
    assert_eq!(state.room.field(Room::ONE), Some(&codes[1][..5]));
    let fields = |page: &str| {
        page.split_once("name=\"room-codes\"").map(|(_, rest)| rest.split_once("</section>").unwrap().0.to_owned())
    };
    assert_eq!(fields(&before), fields(&drawn(&state)));
    assert!(!drawn(&state).contains(&codes[0]), "codes stand in their field only");
    // Nothing but a code comes from the camera: not even the room's own link.
    for other in ["https://example.org/menu", "", &*format!("{BASE}#/fr/join/edge")] {
        assert!(!state.scanned(content, other), "{other}");
    }
    assert_eq!(state.room.field(Room::CODES).unwrap().lines().count(), 2);
    // One that is typed by itself frees its field.
    state.added_codes(content, &codes[1]);
    assert_eq!(state.room.field(Room::ONE), Some(""));
    assert_eq!(state.room.heard(content, EDGE).answers.len(), 3);
    assert_eq!(state.room.field("theme"), None);
}

#[test]
fn names_beside_a_code_are_not_kept() {
    let content = content();
    let codes = codes_of(EDGE, &sample_room(content, EDGE));
    let cut = &codes[3][..codes[3].len() - 2];
    let text = format!(
        "Inès : {}\r\n[14:32] Marc {BASE}#/r/{}\nrien\n{}\t{}, Zoé\nPaul {cut} {}\n{}",
        codes[0], codes[1], codes[2], codes[0], codes[4], codes[5]
    );
    // A line with something wrong stays as it is, to be mended.
    let expected =
        format!("{}\n{}\nrien\n{} {}\nPaul {cut} {}\n{}", codes[0], codes[1], codes[2], codes[0], codes[4], codes[5]);
    let state = heard(&text);
    assert_eq!(state.room.field(Room::CODES), Some(&*expected));
    assert_eq!(state.room.heard(content, EDGE).answers.len(), 6);
    let mut state = heard(&codes[0]);
    state.brought_codes(content, Some(&text));
    let whole = [&codes[0], "\n", &*expected, "\n"].concat();
    assert_eq!(state.room.field(Room::CODES), Some(&*whole));
    assert_eq!(state.room.heard(content, EDGE).answers.len(), 7);
    assert_eq!(state.room.heard(content, EDGE).wrong, [(LineError::Cut, vec![6]), (LineError::Nothing, vec![4])]);
    // What is bare already is left alone, to the last character.
    for text in [&*codes[0], &[&codes[0], "\n"].concat(), &[&codes[0], " ", &codes[1], "\n\n"].concat()] {
        assert_eq!(heard(text).room.field(Room::CODES), Some(text));
    }
}

#[test]
fn what_is_no_text_of_codes_takes_nothing_away() {
    let content = content();
    let codes = codes_of(EDGE, &sample_room(content, EDGE));
    let long = format!("{}\n", codes[1]).repeat(Room::MAX_LEN / codes[1].len());
    let binary = format!("\u{fffd}PNG\0{}", codes[1]);
    let mut state = heard(&codes[0]);
    state.emptied_room(content);
    let before = state.room.clone();
    for wrong in [None, Some("Compte rendu\nde la réunion"), Some(&*binary), Some(&*long), Some("")] {
        state.brought_codes(content, wrong);
        assert_eq!((&state.room, &*state.notices), (&before, &[Notice::RoomFileUnread][..]), "{wrong:?}");
        state.dismissed(0);
    }
    // Many lines with nothing in them are counted, not listed.
    let state = heard(&format!("{}\n{}", "rien\n".repeat(40), codes[0]));
    assert!(drawn(&state).contains("40 lignes\u{a0}: aucun code."), "{}", drawn(&state));
}

#[test]
fn an_emptied_room_can_be_put_back() {
    let content = content();
    let codes = codes_of(EDGE, &sample_room(content, EDGE));
    let (text, other) = (codes[..4].join("\n"), codes[5].clone());
    let of = |state: &AppState| (state.room.field(Room::CODES).unwrap().to_owned(), state.room.has_aside());
    let mut state = heard(&text);
    state.room.can_scan = true;
    assert_eq!(of(&state), (text.clone(), false));
    state.changed(content, Room::ONE, "I", true);
    state.emptied_room(content);
    assert_eq!(of(&state), (String::new(), true));
    assert!(state.room.heard(content, EDGE).answers.is_empty() && state.room.field(Room::ONE) == Some("I"));
    // The tab keeps it too.
    state.room = read_room(content, &write_room(content, &state.room).unwrap()).unwrap();
    state.room.can_scan = true;
    assert_eq!(of(&state), (String::new(), true));
    // Pressed twice, it loses nothing.
    state.emptied_room(content);
    state.put_back_room(content);
    assert_eq!((of(&state).0, state.room.heard(content, EDGE).answers.len()), (text.clone(), 4));
    state.emptied_room(content);
    state.added_codes(content, &other);
    assert_eq!(of(&state), (format!("{other}\n"), false), "another room has begun");
    assert!(state.room.can_scan);
    assert_eq!(write_room(content, &Room::default()), None);
    for broken in ["no stroke", "edge/", "edge/x/", "edge/9/short", "/1/é"] {
        assert_eq!(read_room(content, broken), None, "{broken}");
    }
    state.forgot();
    assert_eq!((of(&state), state.room.can_scan), ((String::new(), false), true));
}

#[test]
fn a_sample_room_says_so_and_makes_room_for_real_codes() {
    let content = content();
    let real = codes_of(EDGE, &[edge(&ADOPTS)]).concat();
    let invented = |state: &AppState| drawn(state).contains("Ces réponses sont inventées");
    let mut state = heard(&real);
    state.sampled_room(content, EDGE);
    assert!(state.room.sample().is_some() && invented(&state));
    assert_eq!(state.room.heard(content, EDGE).answers.len(), N_SAMPLE);
    // The tab keeps that it is one.
    let kept = write_room(content, &state.room).unwrap();
    assert!(read_room(content, &kept).unwrap().sample().is_some());
    // Changed by hand, it stays one while some of it is left.
    let text = state.room.field(Room::CODES).unwrap().to_owned();
    let less = text.lines().skip(3).collect::<Vec<_>>().join("\n");
    state.changed(content, Room::CODES, &less, true);
    assert!(invented(&state));
    // What was there before waits, and a real code joins it.
    assert!(state.room.has_aside());
    let other = codes_of(EDGE, &[edge(&ADOPTS[..7])]).concat();
    state.added_codes(content, &other);
    assert_eq!(state.room.field(Room::CODES), Some(&*format!("{real}\n{other}\n")));
    assert!(state.room.sample().is_none() && !invented(&state));
    // Emptying a sample brings back what gave way to it, even after the tab was left for another document.
    state.sampled_room(content, EDGE);
    state.room = read_room(content, &write_room(content, &state.room).unwrap()).unwrap();
    assert_eq!(state.room.heard(content, EDGE).answers.len(), N_SAMPLE);
    state.emptied_room(content);
    assert_eq!(state.room.field(Room::CODES), Some(&*format!("{real}\n{other}\n")));
    assert_eq!(state.room.heard(content, EDGE).answers.len(), 2);
    assert!(!state.room.has_aside());
    // With nothing before it, real codes are alone.
    let mut state = trainer();
    state.sampled_room(content, EDGE);
    state.added_codes(content, &real);
    assert_eq!(state.room.field(Room::CODES), Some(&*format!("{real}\n")));
    // All of it replaced by hand.
    state.sampled_room(content, EDGE);
    state.changed(content, Room::CODES, &other, true);
    assert!(state.room.sample().is_none());
    state.put_back_room(content);
    assert_eq!(state.room.field(Room::CODES), Some(&*format!("{real}\n")));
}

#[test]
fn every_sample_room_has_something_to_show() {
    let content = content();
    for (position, topic) in content.topics.iter().enumerate() {
        let sample = sample_room(content, position);
        assert_eq!(sample, sample_room(content, position), "the same every time");
        assert_eq!(sample.len(), N_SAMPLE);
        let room = gathered(topic, &sample);
        let n_verdicts = room.verdict_counts.iter().filter(|heads| heads.settled > 0).count();
        assert!(n_verdicts > 1, "{}: {:?}", topic.id, room.verdict_counts);
        assert!(room.to_discuss().len() > 1, "{}", topic.id);
        assert!(room.spreads.iter().any(|spread| spread.n_differing == 0), "{}", topic.id);
        assert!(room.spreads.iter().any(|spread| 2 * spread.n_differing > spread.pairs), "{}", topic.id);
        assert!(room.spreads.iter().any(|spread| spread.unknown > 0), "{}", topic.id);
        assert!(room.spreads.iter().all(|spread| spread.n_unanswered == 0), "{}", topic.id);
        for code in codes_of(position, &sample) {
            assert!(code.len() <= 45 && decode(content, &code).1.is_empty(), "{code}");
        }
    }
}

#[test]
fn a_participant_answers_every_question_in_its_order() {
    let content = content();
    for (position, topic) in content.topics.iter().enumerate() {
        for answer in ["unknown", "first"] {
            let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
            let first = state.opened(content, &format!("#/fr/join/{}", topic.id)).unwrap();
            for (place, input) in topic.inputs.iter().enumerate() {
                let question = content.question(input.question).unwrap();
                assert_eq!(state.view, View::Join(position, Some(question.code)), "{first}");
                let page = drawn(&state);
                let step = format!("question {} sur {}", place + 1, topic.inputs.len());
                assert!(page.contains(&step) && page.contains(&question.ask.fr), "{page}");
                assert!(page.contains(&format!("name=\"{}\" value=\"unknown\"", question.id)));
                // No answer is no way on.
                assert_eq!(state.continued(content), None);
                assert!(state.lacks_answer && drawn(&state).contains("class=\"error\""));
                // "None of these" settles the verdict at once: the others are asked all the same.
                let value = match (answer, question.many) {
                    ("first", true) => "none",
                    ("first", false) => &question.choices[0].id,
                    _ => "unknown",
                };
                state.changed(content, &question.id, value, true);
                let next = state.continued(content).unwrap();
                let there = Address::View(Lang::Fr, next).write(content);
                assert_eq!(state.opened(content, &there), None);
                assert!(state.notices.is_empty());
            }
            assert_eq!(state.view, View::Joined(position));
            assert_eq!(state.own.len(), topic.inputs.len());
        }
    }
}

#[test]
fn nothing_tells_a_participant_where_answers_lead() {
    let content = content();
    let mut seen = 0;
    for lang in Lang::ALL {
        let words = Words::new(content, lang);
        for situation in &content.situations {
            let mut state = AppState::new(lang, Theme::Auto, content.answers_of(situation));
            for (position, topic) in content.topics.iter().enumerate() {
                for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                    let there = Address::View(lang, View::Join(position, Some(question.code))).write(content);
                    state.opened(content, &there);
                    // Each answer in turn, the one before it changed by the next.
                    for value in question.choices.iter().map(|choice| &*choice.id).chain(["unknown"]) {
                        state.changed(content, &question.id, value, true);
                        let told = drawn(&state);
                        let verdicts = Verdict::ALL.map(|verdict| words.verdict(verdict));
                        assert!(
                            !told.contains("dial") && verdicts.iter().all(|verdict| !told.contains(verdict)),
                            "{told}"
                        );
                        let page = rendered::page(&state, Place::File);
                        for (start, end) in
                            [("role=\"status\" class=\"visually-hidden\">", "</p>"), ("class=\"notices\">", "</div>")]
                        {
                            let (_, rest) = page.split_once(start).unwrap_or_else(|| panic!("{page}"));
                            assert_eq!(rest.split_once(end).unwrap().0.trim(), "", "{start}");
                        }
                        assert!(!page.contains("<aside"), "{page}");
                        seen += 1;
                    }
                    state.continued(content);
                }
            }
        }
    }
    assert!(seen > 500, "{seen}");
}

#[test]
fn a_participant_answers_for_themselves_with_what_they_answered_before() {
    let content = content();
    let mut state = AppState::new(Lang::Fr, Theme::Auto, edge(&["today no", "use internal"]));
    state.opened(content, "#/fr/example/factory-poor-link");
    assert!(matches!(state.guest, Some(Guest { origin: Origin::Example(_), .. })));
    state.opened(content, "#/fr/join/edge/today");
    assert_eq!((&state.guest, state.answers().len()), (&None, 2));
    // Asked all the same, with the answer there.
    assert!(state.shows(content, "edge.today", "no"));
    assert!(matches!(state.continued(content), Some(View::Join(EDGE, Some(_)))));
    state.changed(content, "edge.today", "now", true);
    assert_eq!(state.own, edge(&["today now", "use internal"]));
    // Back is the question before, whatever was answered.
    assert!(drawn(&state).contains("href=\"#/fr/join/edge/problem\""));
    state.opened(content, "#/fr/join/edge/problem");
    assert!(drawn(&state).contains("class=\"button button--quiet\">Retour") && drawn(&state).contains("href=\"#/fr\""));
    // Boxes ticked without "Continue" stay, as on any question.
    state.changed(content, "edge.problem", "sensors", true);
    state.opened(content, "#/fr/joined/edge");
    assert_eq!(state.own, edge(&["problem sensors unknown", "today now", "use internal"]));
}

#[test]
fn the_end_shows_the_code_of_the_topic_alone_and_where_an_answer_is_missing() {
    let content = content();
    let all = content.answers_of(&content.situations[3]);
    for base in [None, Some(BASE)] {
        let mut state = AppState::new(Lang::Fr, Theme::Auto, all.clone());
        state.sharing.base = base.map(str::to_owned);
        state.opened(content, "#/fr/joined/edge");
        let page = drawn(&state);
        let told = of_topic(content, EDGE, &all);
        assert!(told.len() < all.len());
        let code = encode(content, &told);
        assert!(page.contains(&format!("id=\"share-code\" aria-label=\"Le code\">{code}</textarea>")), "{page}");
        let link = base.map_or_else(|| code.clone(), |base| format!("{base}#/r/{code}"));
        assert_eq!(page.matches("<svg").count(), 1);
        assert!(page.contains(&qr::svg(&link).unwrap()), "{link}");
        assert!(
            page.contains(">Copier<span class=\"visually-hidden\">") && page.contains("href=\"#/fr/verdict/edge\"")
        );
        assert!(!page.contains("Sans réponse") && page.contains("rien d’autre"));
        state.copied(CopyField::Code, true);
        assert!(drawn(&state).contains("Copié."));
        state.own = edge(&["problem sensors", "simpler no"]);
        let page = drawn(&state);
        assert!(page.contains("Sans réponse") && page.contains("href=\"#/fr/join/edge/today\""), "{page}");
        // A trainer takes it as it is.
        let state = heard(&encode(content, &state.own));
        assert_eq!(state.room.heard(content, EDGE).answers.len(), 1);
    }
}

/// The rows of every table of a page: what each says, and its counts.
fn rows(page: &str) -> Vec<(String, Vec<usize>)> {
    let row = |row: &str| {
        let (label, rest) = row.split_once("<svg").unwrap();
        let counts = rest
            .split("</tr>")
            .next()
            .unwrap()
            .split("<td>")
            .skip(1)
            .map(|cell| cell.split('<').next().unwrap().parse().unwrap());
        (crate::words::reader::unescape(label), counts.collect())
    };
    page.split("<th scope=\"row\">").skip(1).map(row).collect()
}

#[test]
fn the_map_says_in_figures_all_that_was_counted() {
    let content = content();
    for (position, topic) in content.topics.iter().enumerate() {
        let mut state = trainer();
        state.opened(content, &format!("#/fr/room/{}", topic.id));
        // One who left half of it unanswered.
        let half = topic
            .inputs
            .iter()
            .take(4)
            .filter_map(|input| Some((input.question, sample_room(content, position)[7].get(input.question)?)));
        state.added_codes(content, &codes_of(position, &[half.collect()]).concat());
        let codes = codes_of(position, &sample_room(content, position));
        state.added_codes(content, &codes.join("\n"));
        let heard = state.room.heard(content, position);
        let room = summarise_room(topic, &heard.answers);
        let page = drawn(&state);
        assert!(page.contains(&format!("Participants\u{a0}: {}", room.n)), "{page}");
        let plain = crate::words::faults::plain;
        let mut expected: Vec<(String, Vec<usize>)> = Verdict::ALL
            .map(|verdict| {
                let heads = room.verdict_counts[verdict.index()];
                (plain(&content.verdict(verdict).name.fr), vec![heads.settled, heads.possible])
            })
            .into();
        for spread in room.most_divided() {
            let question = content.question(spread.question).unwrap();
            let choices = question.choices.iter().zip(&spread.counts);
            expected.extend(choices.map(|(choice, count)| (plain(&choice.label.fr), vec![*count])));
            let unknown = if question.many { "Je ne sais pas pour le reste" } else { "Je ne sais pas" };
            let rest =
                [("Aucun de ceux-là", spread.none), (unknown, spread.unknown), ("Sans réponse", spread.n_unanswered)];
            let rest = rest.into_iter().filter(|(_, count)| *count > 0);
            expected.extend(rest.map(|(label, count)| (label.to_owned(), vec![count])));
        }
        assert_eq!(rows(&page), expected, "{}", topic.id);
        // Each bar is as long as its figures say, and one heading is the page's.
        for bar in page.split("<svg viewBox=\"0 0 ").skip(1).filter(|svg| svg.contains("preserveAspectRatio")) {
            let width: usize = bar.split(' ').next().unwrap().parse().unwrap();
            assert_eq!(width, room.n);
        }
        assert_eq!(page.matches("<h1").count(), 1);
        assert_eq!(page.matches("<table").count(), topic.inputs.len() + 1);
        assert_eq!(page.matches("<caption").count(), topic.inputs.len() + 1);
        let n_discussed = page
            .split_once("room__first")
            .map_or(0, |(_, rest)| rest.split("</ol>").next().unwrap().matches("<li>").count());
        assert_eq!(n_discussed, room.to_discuss().len());
    }
}

#[test]
fn the_join_link_and_its_code_are_given_where_there_is_an_address() {
    let content = content();
    let mut state = trainer();
    assert!(drawn(&state).contains("href=\"#/fr/paper\"") && !drawn(&state).contains("popover"));
    state.sharing.base = Some(BASE.to_owned());
    let link = format!("{BASE}#/fr/join/edge");
    let page = drawn(&state);
    assert_eq!(page.matches(&qr::svg(&link).unwrap()).count(), 2, "at once, and large");
    assert!(page.contains(&link));
    // What is saved is that code, and no answer.
    assert_eq!(room::link(Words::new(content, Lang::Fr), &state, EDGE).as_ref(), Some(&link));
    let saved = files::qr(&files::stem(content.topics.get(EDGE)), &link).unwrap();
    assert_eq!((saved.name.as_str(), Some(saved.text)), ("boussole-edge-qr.svg", qr::svg(&link)));
    // The way to scan stands only where the device can.
    let scan = format!(">{}</button>", Words::new(content, Lang::Fr).label(Label::RoomScan));
    assert!(!page.contains(&scan));
    state.room.can_scan = true;
    assert!(drawn(&state).contains(&scan));
}

#[test]
fn both_sides_of_a_room_read_well_in_both_languages() {
    let content = content();
    for lang in Lang::ALL {
        let mut reader = Reader::new(lang);
        let mut state = AppState::new(lang, Theme::Auto, content.answers_of(&content.situations[3]));
        reader.draw_at(&state, View::Room(None));
        for can_scan in [false, true] {
            state.room.can_scan = can_scan;
            for (position, topic) in content.topics.iter().enumerate() {
                let mut room = at(&state, View::Room(Some(position)));
                reader.draw(&room);
                let codes = codes_of(position, &sample_room(content, position));
                let other = codes_of((position + 1) % 6, &sample_room(content, (position + 1) % 6));
                // One, some, all of them with whatever can be wrong once and several times; those alike; and invented ones.
                for text in [&codes[..1], &codes[..3], &[codes[0].clone(), codes[0].clone()]] {
                    room.changed(content, Room::CODES, &text.join("\n"), true);
                    reader.draw(&room);
                }
                let wrong = |code: &str| {
                    let newer = boussole_core::link::checked("PABCDE".to_owned());
                    let empty = encode(content, &Answers::new());
                    [&code[..12], &altered(code), &newer, &empty, &other[0], "Merci"].join("\n")
                };
                for n in [1, 3] {
                    let text = [codes.join("\n"), vec![wrong(&codes[0]); n].join("\n")].join("\n");
                    room.changed(content, Room::CODES, &text, true);
                    assert_eq!(room.room.heard(content, position).wrong.len(), LineError::ALL.len());
                    reader.draw(&room);
                }
                room.sampled_room(content, position);
                reader.draw(&room);
                // With an address, all but the address itself is words.
                room.sharing.base = Some(BASE.to_owned());
                let link = Address::View(lang, View::Join(position, None)).write(content);
                reader.read(&drawn(&room).replace(&format!("{BASE}{link}"), "…"), &|| format!("{link}, linked"));
                for input in &topic.inputs {
                    let mut asked = at(&state, View::Join(position, Some(input.question)));
                    reader.draw(&asked);
                    asked.lacks_answer = true;
                    reader.draw(&asked);
                }
                let mut end = at(&state, View::Joined(position));
                reader.draw(&end);
                end.copied(CopyField::Code, false);
                reader.draw(&end);
            }
        }
        reader.finish();
    }
}

#[test]
fn no_page_of_a_room_holds_what_a_person_typed() {
    let content = content();
    let text = "Inès <b>&\" : secret\nMarc\n";
    let mut state = heard(text);
    state.changed(content, Room::ONE, "secret", true);
    let whole = rendered::page(&state, Place::File);
    assert!(!whole.contains("secret") && !whole.contains("Marc"));
    assert!(whole.contains("Lignes 1 et 2"));
    let names: BTreeSet<&str> = whole.split(" name=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(names, BTreeSet::from([Room::CODES, Room::ONE, "theme"]));
}

#[test]
fn an_answer_of_another_shape_is_no_answer() {
    let topic = &content().topics[EDGE];
    for (name, strange) in [
        ("edge.today", Answer::Ticks(Ticks { ticked: 1, rest_open: false })),
        ("edge.today", Answer::Choice(ChoiceId(14))),
        ("edge.problem", Answer::Choice(ChoiceId(1))),
    ] {
        let question = content().question_named(name).unwrap().code;
        let room = gathered(topic, &[Answers::new().with(question, strange)]);
        assert_eq!(spread(&room, name).n_unanswered, 1, "{name}");
    }
}
