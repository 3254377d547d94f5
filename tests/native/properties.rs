//! What holds for any answers and any text, tried at random.

use boussole::bundled;
use boussole::documents::Place;
use boussole_core::content::{Label, Question};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Ticks, Verdict};
use boussole_core::engine::{self, Power};
use boussole_core::link::{Address, LinkNotice, Order, View, decode, encode, find_code, of_topic};
use boussole_core::state::{
    AppState, Guest, Origin, Pair, Theme, read_guest, read_kept, read_other, write_guest, write_other,
};
use boussole_core::words::Words;
use proptest::prelude::*;

use crate::rendered::{self, main_of};

/// Any situation: each question unanswered, unknown, or answered, from one number each.
pub fn situation() -> impl Strategy<Value = Answers> {
    let n = bundled::content().questions.len();
    proptest::collection::vec(any::<u32>(), n).prop_map(|numbers| {
        let content = bundled::content();
        let mut answers = Answers::new();
        for (question, number) in content.questions.iter().zip(numbers) {
            let pick = number / 4;
            let answer = match number % 4 {
                0 => continue,
                1 => Answer::Unknown,
                _ if question.many => {
                    let ticked = u16::try_from(pick & 0xffff).unwrap() & question.boxes();
                    Answer::Ticks(Ticks { ticked, rest_open: pick & 0x1_0000 != 0 })
                }
                _ => Answer::Choice(ChoiceId(question.choices[pick as usize % question.choices.len()].code)),
            };
            answers.set(question.code, answer);
        }
        answers
    })
}

proptest! {
    #[test]
    fn any_situation_survives_its_code(answers in situation()) {
        let content = bundled::content();
        let code = encode(content, &answers);
        prop_assert!(code.len() <= 160);
        let notices = if answers.is_empty() { vec![LinkNotice::Empty] } else { vec![] };
        prop_assert_eq!(decode(content, &code), (answers.clone(), notices));
        for topic in 0..content.topics.len() {
            let told = of_topic(content, topic, &answers);
            let code = encode(content, &told);
            prop_assert!(code.len() <= 45, "{code}");
            prop_assert_eq!(decode(content, &code).0, told);
        }
    }

    #[test]
    fn any_situation_survives_what_the_device_and_the_tab_keep(answers in situation(), opened in situation()) {
        let content = bundled::content();
        prop_assert_eq!(read_kept(content, &encode(content, &answers)), Ok((answers.clone(), vec![])));
        for origin in [Origin::Link, Origin::Example(3)] {
            let guest = Guest { origin, opened: opened.clone(), answers: answers.clone() };
            prop_assert_eq!(read_guest(content, &write_guest(content, &guest)), Some(guest));
        }
        for pair in Pair::ALL {
            let kept = write_other(content, pair, &answers);
            prop_assert_eq!(read_other(content, &kept), Some((pair, answers.clone(), vec![])));
        }
    }

    #[test]
    fn any_situation_survives_its_way_through_chats_and_mails(
        answers in situation(),
        before in "[ «\\[(<\"'*\n]{0,3}",
        after in "[ »\\])>\"'*.,;:!?…\n]{0,4}",
    ) {
        let content = bundled::content();
        let code = encode(content, &answers);
        for link in ["", "https://example.org/a/b/#/r/", "https://example.org/%23/r/", "https://example.org/%23%2Fr%2F", "file:///x.html?r="] {
            let text = [&before, link, &code, &after].concat();
            prop_assert_eq!(find_code(&text), Some(code.clone()), "{}", text);
        }
        // As browsers write what is around it in an address.
        let after = after.replace(' ', "%20").replace('>', "%3E").replace('"', "%22").replace('»', "%C2%BB");
        let fragment = ["#/r/", &code, &after].concat();
        prop_assert_eq!(Address::parse(content, &fragment), Ok(Address::Result(code.clone())), "{}", fragment);
    }

    #[test]
    fn a_changed_character_of_a_link_is_never_taken_for_another_situation(
        answers in situation(),
        place in any::<prop::sample::Index>(),
        char in "[ -~]",
    ) {
        let content = bundled::content();
        let code = encode(content, &answers);
        let place = place.index(code.len());
        let changed = [&code[..place], &char, &code[place + 1..]].concat();
        prop_assume!(changed != code);
        let link = format!("#/r/{changed}");
        let Ok(Address::Result(read)) = Address::parse(content, &link) else {
            return Err(TestCaseError::fail(format!("{link} is no result")));
        };
        let is_told = |code: &str| {
            let (read, notices) = decode(content, code);
            read.is_empty() && matches!(notices[..], [LinkNotice::Cut | LinkNotice::Altered])
        };
        prop_assert!(is_told(&read), "{}", link);
        // A space ends a link that is pasted: what is before it is read, and is cut.
        let found = find_code(&format!("https://example.org/{link}")).unwrap_or_default();
        prop_assert!(is_told(&found), "{}", link);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in ".{0,80}", code in "[A-Za-z0-9_-]{0,80}") {
        let content = bundled::content();
        for text in [text, code] {
            let (answers, notices) = decode(content, &text);
            prop_assert!(answers.is_empty() != notices.is_empty(), "{text} was taken for a code");
            let _ = Address::parse(content, &text);
            let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
            state.opened(content, &format!("#/r/{text}"));
            prop_assert!(state.own.is_empty());
        }
    }

    #[test]
    fn unknown_and_unanswered_are_judged_alike(answers in situation()) {
        let content = bundled::content();
        let said: Answers = answers.iter().filter(|(_, answer)| *answer != Answer::Unknown).collect();
        for topic in &content.topics {
            prop_assert_eq!(engine::judge(topic, &answers), engine::judge(topic, &said));
            prop_assert_eq!(engine::lifts(topic, &answers), engine::lifts(topic, &said));
        }
    }

    #[test]
    fn every_view_of_every_situation_can_be_shown(answers in situation()) {
        let content = bundled::content();
        let n_topics = content.topics.len();
        let mut views = vec![View::Home, View::Choose, View::Plan, View::Board(Order::Nearest), View::Example(0)];
        let of_topic = |topic| [View::Question(topic, None), View::All(topic), View::Verdict(topic), View::Compare(topic)];
        views.extend((0..n_topics).flat_map(of_topic));
        for lang in Lang::ALL {
            let mut state = AppState::new(lang, Theme::Auto, answers.clone());
            for view in &views {
                state.view = *view;
                let page = rendered::page(&state, Place::Site);
                prop_assert!(main_of(&page).contains("<h1"), "{view:?} is empty");
                let is_whole = ["{", "<li></li>", "<dd></dd>", "<p></p>"].iter().all(|wrong| !page.contains(wrong));
                prop_assert!(is_whole, "{view:?}: {page}");
            }
        }
    }

    #[test]
    fn nearest_to_adoption_first(answers in situation()) {
        let content = bundled::content();
        let order = engine::nearest(content, &answers);
        let ranges: Vec<_> = order
            .iter()
            .map(|position| engine::judge(&content.topics[*position], &answers).range)
            .map(|range| (range.best, range.worst))
            .collect();
        prop_assert!(ranges.windows(2).all(|pair| pair[0] >= pair[1]));
        let mut positions = order;
        positions.sort_unstable();
        prop_assert_eq!(positions, (0..content.topics.len()).collect::<Vec<_>>());
    }

    #[test]
    fn asking_until_there_is_nothing_to_ask_settles_or_leaves_only_unknowns(answers in situation()) {
        let content = bundled::content();
        for topic in &content.topics {
            let mut given = answers.clone();
            while let Some(question) = engine::next(topic, &given) {
                given.set(question, answers.get(question).unwrap_or(Answer::Unknown));
            }
            let open = engine::open(topic, &given);
            prop_assert_eq!(open.is_empty(), engine::judge(topic, &given).settled());
            let unknown = |answer| matches!(answer, Some(Answer::Unknown | Answer::Ticks(Ticks { rest_open: true, .. })));
            prop_assert!(open.into_iter().all(|question| unknown(given.get(question))));
        }
    }

    #[test]
    fn what_a_question_can_still_do_is_what_its_answers_do(answers in situation()) {
        let content = bundled::content();
        for topic in &content.topics {
            for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
                let mut open = answers.clone();
                open.remove(question.code);
                let now = engine::judge(topic, &open).range;
                let outcomes = complete_answers(question).into_iter();
                let outcomes = outcomes.map(|answer| engine::judge(topic, &open.with(question.code, answer)).range);
                let (mut lowest_best, mut highest_worst) = (now.best, now.worst);
                for range in outcomes {
                    lowest_best = lowest_best.min(range.best);
                    highest_worst = highest_worst.max(range.worst);
                }
                match engine::power(topic, &answers, question.code) {
                    Some(power) => prop_assert_eq!(power, Power { now, lowest_best, highest_worst }),
                    None => prop_assert_eq!((lowest_best, highest_worst), (now.best, now.worst), "{}", question.id),
                }
            }
        }
    }

    #[test]
    fn each_sign_that_would_make_it_for_you_does(answers in situation()) {
        let content = bundled::content();
        for topic in &content.topics {
            for criterion in engine::signs(topic, &answers, Verdict::NotForYou) {
                let ticked = Ticks { ticked: criterion.met_by, rest_open: false };
                let recognised = answers.with(criterion.question, Answer::Ticks(ticked));
                prop_assert!(engine::judge(topic, &recognised).range.worst > Verdict::NotForYou, "{}", criterion.id);
            }
        }
    }

    #[test]
    fn each_fragile_answer_lowers_the_verdict_to_what_it_says(answers in situation()) {
        let content = bundled::content();
        for topic in &content.topics {
            let best = engine::judge(topic, &answers).range.best;
            for fragile in engine::fragile(topic, &answers) {
                let mut changed = answers.clone();
                fragile.apply(&mut changed);
                prop_assert_eq!(engine::judge(topic, &changed).range.best, fragile.verdict);
                prop_assert!(fragile.verdict < best);
            }
            for lift in engine::lifts(topic, &answers) {
                let mut changed = answers.clone();
                lift.steps.iter().for_each(|step| step.apply(&mut changed));
                prop_assert_eq!(engine::judge(topic, &changed).range.best, lift.verdict);
            }
        }
    }
}

/// Every answer that leaves nothing of a question open.
fn complete_answers(question: &Question) -> Vec<Answer> {
    if !question.many {
        return question.choices.iter().map(|choice| Answer::Choice(ChoiceId(choice.code))).collect();
    }
    let boxes = question.boxes();
    let sets = (0..=boxes).filter(|set| set & boxes == *set);
    sets.map(|ticked| Answer::Ticks(Ticks { ticked, rest_open: false })).collect()
}

#[test]
fn the_page_of_the_ways_out_offers_the_share_sheet_only_where_there_is_one() {
    let content = bundled::content();
    let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
    state.view = View::Share(Some(0));
    for can_send in [false, true] {
        state.sharing.can_send = can_send;
        let send = format!(">{}</button>", Words::new(content, Lang::Fr).label(Label::ShareSend));
        assert_eq!(rendered::page(&state, Place::Site).contains(&send), can_send);
    }
}
