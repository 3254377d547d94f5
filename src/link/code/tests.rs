use super::{LinkNotice, decode, encode};
use crate::carried;
use crate::content::{Content, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Ticks};

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
fn answers_read_back_as_written() {
    let content = carried::content();
    let mut unknown = everything(content);
    for question in &content.questions {
        unknown.set(question.code, Answer::Unknown);
    }
    for answers in [mesh(content), everything(content), unknown] {
        assert_eq!(decode(content, &encode(content, &answers)), (answers, vec![]));
    }
}

#[test]
fn no_answer_is_said_to_be_none() {
    let content = carried::content();
    let code = encode(content, &Answers::new());
    assert_eq!(decode(content, &code), (Answers::new(), vec![LinkNotice::Empty]));
}

#[test]
fn codes_stay_short() {
    let content = carried::content();
    let all = everything(content);
    let is_of = |topic: &Topic, question| topic.input(question).is_some() || topic.ready == question;
    let one = |topic: &Topic| -> Answers { all.iter().filter(|(question, _)| is_of(topic, *question)).collect() };
    let longest = content.topics.iter().map(|topic| encode(content, &one(topic)).len()).max();
    // Of 45 and 160 at most. New questions may lengthen these: the figures of decision 5 follow.
    assert_eq!((longest, encode(content, &all).len()), (Some(35), 93));
}

#[test]
fn a_code_never_ends_with_what_a_chat_strips() {
    let content = carried::content();
    let mut answers = Answers::new();
    for question in &content.questions {
        answers.set(question.code, Answer::Unknown);
        let code = encode(content, &answers);
        assert!(code.ends_with(|last: char| last.is_ascii_alphanumeric()), "{code}");
    }
}

#[test]
fn a_cut_at_any_length_is_told() {
    let content = carried::content();
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
fn any_changed_character_is_told() {
    let content = carried::content();
    let code = encode(content, &mesh(content));
    let alphabet: Vec<char> = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']).collect();
    for place in 0..code.len() {
        for char in alphabet.iter().filter(|char| !code[place..].starts_with(**char)) {
            let changed = format!("{}{char}{}", &code[..place], &code[place + 1..]);
            let (read, notices) = decode(content, &changed);
            assert!(read.is_empty());
            assert_eq!(notices, [LinkNotice::Altered], "{changed}");
        }
    }
}

#[test]
fn anything_added_is_told() {
    let content = carried::content();
    let code = encode(content, &mesh(content));
    for added in ["A", "-", ".", " ", "é", "AAAAAAAAAAAA"] {
        let (read, notices) = decode(content, &format!("{code}{added}"));
        assert!(read.is_empty() && notices == [LinkNotice::Altered], "{added}");
    }
}

#[test]
fn a_later_version_is_told_apart_from_damage() {
    let content = carried::content();
    // Version 2, nothing else, with its checksum.
    let mut code = "IAA".to_owned();
    let check = super::CRC.checksum(code.as_bytes());
    code.extend((0..super::CHECK_LEN).map(|place| super::check_char(check, place)));
    assert_eq!(decode(content, &code), (Answers::new(), vec![LinkNotice::Newer]));
}

#[test]
fn answers_to_questions_that_came_later_are_set_aside_and_counted() {
    let content = carried::content();
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
    assert_eq!(decode(content, &encode(&newer, &answers)), (known, vec![LinkNotice::SetAside(2)]));
}

#[test]
fn a_retired_question_is_skipped_for_ever() {
    let content = carried::content();
    let mut later = content.clone();
    let gone = later.questions.remove(0);
    later.retired.push(crate::content::Retired { code: gone.code, many: gone.many });
    let answers = mesh(content);
    let mut left = answers.clone();
    left.remove(gone.code);
    assert_eq!(decode(&later, &encode(content, &answers)), (left, vec![LinkNotice::SetAside(1)]));
}
