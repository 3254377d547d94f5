use super::{LinkNotice, checked, decode, encode, is_one_character_off, is_whole, of_topic};
use crate::content::{Content, Retired};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks};
use crate::test_content;

fn mesh(content: &Content) -> Answers {
    let topic = &content.topics[0];
    topic
        .inputs
        .iter()
        .map(|input| {
            let ticks = Ticks { ticked: 0b10, rest_open: true };
            let answer = if input.many { Answer::Ticks(ticks) } else { Answer::Choice(ChoiceId(input.codes[0])) };
            (input.question, answer)
        })
        .collect()
}

fn everything(content: &Content) -> Answers {
    content
        .questions
        .iter()
        .map(|question| {
            let ticks = Ticks { ticked: question.boxes(), rest_open: false };
            let last = question.choices.last().map_or(0, |choice| choice.code);
            (question.code, if question.many { Answer::Ticks(ticks) } else { Answer::Choice(ChoiceId(last)) })
        })
        .collect()
}

#[test]
fn answers_are_decoded_as_encoded() {
    let content = test_content::content();
    let mut unknown = everything(content);
    for question in &content.questions {
        unknown.set(question.code, Answer::Unknown);
    }
    for answers in [mesh(content), everything(content), unknown] {
        assert_eq!(decode(content, &encode(content, &answers)), (answers, vec![]));
    }
}

#[test]
fn a_code_without_answers_is_reported() {
    let content = test_content::content();
    let code = encode(content, &Answers::new());
    assert_eq!(decode(content, &code), (Answers::new(), vec![LinkNotice::Empty]));
}

#[test]
fn codes_stay_short() {
    let content = test_content::content();
    let all = everything(content);
    let one = |topic| encode(content, &of_topic(content, topic, &all)).len();
    let longest = (0..content.topics.len()).map(one).max();
    // The limits are 45 and 160. When new questions lengthen the codes, update the figures of decision 5 too.
    assert_eq!((longest, encode(content, &all).len()), (Some(40), 94));
}

#[test]
fn a_code_never_ends_with_a_character_that_chats_remove() {
    let content = test_content::content();
    let mut answers = Answers::new();
    for question in &content.questions {
        answers.set(question.code, Answer::Unknown);
        let code = encode(content, &answers);
        assert!(code.ends_with(|last: char| last.is_ascii_alphanumeric()), "{code}");
    }
}

#[test]
fn a_cut_at_any_length_is_reported() {
    let content = test_content::content();
    for answers in [mesh(content), everything(content)] {
        let code = encode(content, &answers);
        for len in 0..code.len() {
            let (read, notices) = decode(content, &code[..len]);
            assert!(read.is_empty());
            assert_eq!(notices, [LinkNotice::Cut], "{} of {}", len, code.len());
        }
    }
}

#[test]
fn any_changed_character_is_reported() {
    let content = test_content::content();
    let code = encode(content, &mesh(content));
    for place in 0..code.len() {
        for char in alphabet().iter().filter(|char| !code[place..].starts_with(**char)) {
            let changed = format!("{}{char}{}", &code[..place], &code[place + 1..]);
            let (read, notices) = decode(content, &changed);
            assert!(read.is_empty());
            assert_eq!(notices, [LinkNotice::Altered], "{changed}");
        }
    }
}

#[test]
fn any_added_text_is_reported() {
    let content = test_content::content();
    let code = encode(content, &mesh(content));
    for added in ["A", "-", ".", " ", "é", "AAAAAAAAAAAA"] {
        let (read, notices) = decode(content, &format!("{code}{added}"));
        assert!(read.is_empty() && notices == [LinkNotice::Altered], "{added}");
    }
}

#[test]
fn a_newer_version_is_not_taken_for_damage() {
    let content = test_content::content();
    // Version 3 without any content, with a valid checksum.
    assert_eq!(decode(content, &checked("MAA".to_owned())), (Answers::new(), vec![LinkNotice::Newer]));
}

#[test]
fn an_impossible_edition_is_damage() {
    let content = test_content::content();
    // Version 2 with edition 0, and version 0: sparse, without answers.
    for body in ["IAAA", "AAAA"] {
        assert_eq!(decode(content, &checked(body.to_owned())), (Answers::new(), vec![LinkNotice::Altered]));
    }
}

#[test]
fn version_1_still_opens_as_the_first_edition() {
    let mut content = test_content::content().clone();
    // "No problem" for a service mesh, as version 1 encoded it.
    let problem = content.topics[0].inputs[0].question;
    let none = Answers::new().with(problem, Answer::Ticks(Ticks::default()));
    assert_eq!(decode(&content, "GAgACRHb_1D"), (none.clone(), vec![]));
    assert_ne!(encode(&content, &none), "GAgACRHb_1D");
    content.edition = 2;
    content.questions[0].changed = 2;
    assert_eq!(decode(&content, "GAgACRHb_1D"), (none, vec![LinkNotice::Changed(vec![problem])]));
}

#[test]
fn answers_to_changed_questions_are_kept_and_reported() {
    let content = test_content::content();
    let answers = mesh(content);
    let mut later = content.clone();
    later.edition = 3;
    let codes: Vec<QuestionId> = content.topics[0].inputs.iter().map(|input| input.question).collect();
    for question in later.questions.iter_mut().filter(|question| !codes[2..].contains(&question.code)) {
        // The code answers two of the questions that changed.
        question.changed = 2;
    }
    let changed = vec![LinkNotice::Changed(codes[..2].to_vec())];
    assert_eq!(decode(&later, &encode(content, &answers)), (answers.clone(), changed));
    // Encoded again, the code has the present edition and nothing has changed since.
    assert_eq!(decode(&later, &encode(&later, &answers)), (answers.clone(), vec![]));
    // Older content decodes the code too.
    assert_eq!(decode(content, &encode(&later, &answers)), (answers, vec![]));
}

#[test]
fn another_encoding_of_the_same_answers_is_rejected() {
    let content = test_content::content();
    let problem = content.topics[0].inputs[0].question;
    let code = encode(content, &Answers::new().with(problem, Answer::Ticks(Ticks::default())));
    let bodies = every_encoding(content, problem);
    let accepted: Vec<&String> = bodies.iter().filter(|code| decode(content, code).1.is_empty()).collect();
    assert_eq!(accepted, [&code]);
}

/// The answer "none of these" to a question with boxes, in both forms and with all possible padding bits.
fn every_encoding(content: &Content, question: QuestionId) -> Vec<String> {
    let start = [(super::VERSION, super::VERSION_WIDTH), (content.edition.into(), super::EDITION_WIDTH)];
    let number = (question.0.into(), super::NUMBER_WIDTH);
    let before = (1..question.0).map(|before| (0, super::width(content, QuestionId(before))));
    let none = (1, super::BOXES_WIDTH);
    let sparse = vec![(0, 1), (1, super::NUMBER_WIDTH), number, none];
    let dense = [(1, 1), number].into_iter().chain(before).chain([none]).collect();
    let mut codes = Vec::new();
    for form in [sparse, dense] {
        let n_bits: u32 = start.iter().chain(&form).map(|(_, width)| width).sum();
        let left = (6 - n_bits % 6) % 6;
        for (padding, width) in [left, left + 6].into_iter().flat_map(|width| (0..1 << width).map(move |n| (n, width)))
        {
            let mut writer = super::Writer::default();
            start.iter().chain(&form).for_each(|(number, width)| writer.put(*number, *width));
            writer.put(padding, width);
            codes.push(checked(writer.finish()));
        }
    }
    codes
}

fn alphabet() -> Vec<char> {
    ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect()
}

/// A reference implementation of [`is_one_character_off`]: tries every character at every position.
fn is_one_character_off_by_trying(code: &[u8]) -> bool {
    let mut tried = code.to_vec();
    (0..code.len()).any(|place| {
        let found = alphabet().into_iter().any(|char| {
            tried[place] = char as u8;
            is_whole(&tried)
        });
        tried[place] = code[place];
        found
    })
}

#[test]
fn a_changed_character_is_found_like_by_trying_all() {
    let content = test_content::content();
    let code = encode(content, &mesh(content));
    let mut damaged = Vec::new();
    for place in 0..code.len() {
        for char in ["A", "_", "9", ".", "é", "", "AB"] {
            damaged.push([&code[..place], char, &code[place + 1..]].concat());
        }
        // Two characters, near and far.
        let far = (place * 7 + 3) % code.len();
        let mut both = code.clone().into_bytes();
        both[place] = b'z';
        both[far] = b'y';
        damaged.push(String::from_utf8(both).unwrap());
        damaged.push(code[place..].to_owned());
        damaged.push(code[..place].to_owned());
    }
    let mut n = [0, 0];
    for damaged in damaged.iter().filter(|damaged| !is_whole(damaged.as_bytes())) {
        let expected = is_one_character_off_by_trying(damaged.as_bytes());
        assert_eq!(is_one_character_off(damaged.as_bytes()), expected, "{damaged}");
        n[usize::from(expected)] += 1;
    }
    assert!(n.iter().all(|n| *n > 60), "{n:?}");
}

#[test]
fn answers_to_newer_questions_are_ignored_and_counted() {
    let content = test_content::content();
    let mut newer = content.clone();
    for (code, many) in [(200, true), (201, false)] {
        let mut question = content.questions[0].clone();
        question.code = QuestionId(code);
        question.many = many;
        newer.questions.push(question);
    }
    let mut answers = mesh(content);
    let known = answers.clone();
    answers.set(QuestionId(200), Answer::Ticks(Ticks { ticked: 5, rest_open: false }));
    answers.set(QuestionId(201), Answer::Choice(ChoiceId(1)));
    assert_eq!(decode(content, &encode(&newer, &answers)), (known, vec![ignored(&[], 2)]));
}

#[test]
fn an_answer_to_a_retired_question_is_ignored() {
    let content = test_content::content();
    let mut later = content.clone();
    let gone = later.questions.remove(0);
    later.retired.push(Retired { code: gone.code, ask: gone.ask, many: gone.many });
    let answers = mesh(content);
    let mut left = answers.clone();
    left.remove(gone.code);
    assert_eq!(decode(&later, &encode(content, &answers)), (left, vec![ignored(&[gone.code], 0)]));
}

#[test]
fn a_retired_choice_is_ignored_and_its_question_reported() {
    let content = test_content::content();
    let mut later = content.clone();
    let today = content.topics[0].inputs[1].question;
    let question = later.questions.iter_mut().find(|question| question.code == today).unwrap();
    question.choices.remove(0);
    let mut left = mesh(content);
    left.remove(today);
    assert_eq!(decode(&later, &encode(content, &mesh(content))), (left, vec![ignored(&[today], 0)]));
}

fn ignored(questions: &[QuestionId], n_unknown: usize) -> LinkNotice {
    LinkNotice::Ignored { questions: questions.to_vec(), n_unknown }
}
