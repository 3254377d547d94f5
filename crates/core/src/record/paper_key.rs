//! The answer key of the paper questionnaire: a table to find a topic's verdict by hand. Each answer has a letter, and each
//! line gives the limit that some letters set. [`by_hand`] uses the key as a person would.
//!
//! The key is built from the rules as written, not from the bits that the engine uses: `tests/native/paper.rs` compares both.

use crate::content::{Condition, Content, Question, Rule, Topic};
use crate::domain::{Answer, Answers, QuestionId, Range, Verdict};

/// The answer key of a topic.
#[derive(Clone, Debug)]
pub struct Key {
    /// The questions, in the order of the topic.
    pub asked: Vec<Asked>,
    /// The limits that one answer sets, by question then letter. Each letter is only on the lowest limit of its question.
    pub alone: Vec<Limit>,
    /// The limits that several answers set together, lowest first.
    pub together: Vec<Limit>,
}

/// A question with the letters of its answers.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The question.
    pub question: QuestionId,
    /// Whether several letters can be ticked.
    pub many: bool,
    /// The permanent numbers of its choices. The first choice has the letter A.
    pub codes: Vec<u8>,
    /// A least favourable answer. When several letters can be ticked, it adds none to those ticked.
    pub least: Letters,
    /// A most favourable answer. When several letters can be ticked, it is all of them.
    pub most: Letters,
}

/// A set of letters of a question, as bits. A is bit 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(pub u32);

/// The condition of a limit on one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The question, by its position in [`Key::asked`].
    pub place: usize,
    /// The letters that the condition reads.
    pub letters: Letters,
    /// Whether all of them must be left blank; otherwise one of them must be ticked.
    pub blank: bool,
}

/// A line of the key: the best verdict that some answers allow.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The conditions, which must all hold.
    pub when: Vec<Wanted>,
    /// The best verdict when they hold.
    pub best: Verdict,
    /// The rule that sets the limit, by its position in [`Topic::rules`].
    pub rule: usize,
}

impl Key {
    /// Builds the answer key of a topic.
    #[must_use]
    pub fn new(content: &Content, topic: &Topic) -> Self {
        let questions: Vec<&Question> =
            topic.inputs.iter().filter_map(|input| content.question(input.question)).collect();
        let asked: Vec<Asked> = questions.iter().map(|question| asked(question, &topic.rules)).collect();
        let mut key = Self { asked, alone: Vec::new(), together: Vec::new() };
        for (rule_idx, rule) in topic.rules.iter().enumerate() {
            let when: Vec<Wanted> =
                rule.when.iter().filter_map(|condition| wanted(&key.asked, &questions, condition)).collect();
            let limit = Limit { when, best: rule.ceiling, rule: rule_idx };
            match limit.when.as_slice() {
                [wanted] => key.alone.push(Limit { when: vec![key.without_lower(*wanted)], ..limit }),
                _ => key.together.push(limit),
            }
        }
        key.alone.retain(|limit| limit.when.iter().all(|wanted| wanted.letters != Letters::default()));
        key.alone.sort_by_key(|limit| limit.when.first().map(|wanted| (wanted.place, wanted.letters.first())));
        // A person reads the conditions in the order of the questions on the sheet.
        key.together.iter_mut().for_each(|limit| limit.when.sort_by_key(|wanted| wanted.place));
        key
    }

    /// Removes the letters that a lower limit already has. Rules are sorted lowest first.
    fn without_lower(&self, wanted: Wanted) -> Wanted {
        let lower = self.alone.iter().flat_map(|limit| &limit.when);
        let lower = lower.filter(|lower| lower.place == wanted.place && !lower.blank && !wanted.blank);
        let letters = lower.fold(wanted.letters.0, |letters, lower| letters & !lower.letters.0);
        Wanted { letters: Letters(letters), ..wanted }
    }
}

impl Letters {
    /// The letter at a position.
    #[must_use]
    pub const fn at(place: usize) -> Self {
        Self(1 << place)
    }

    /// The letters of `n_choices` choices.
    #[must_use]
    pub const fn all(n_choices: usize) -> Self {
        Self((1 << n_choices) - 1)
    }

    /// Whether the two sets share a letter.
    #[must_use]
    pub const fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The position of the first letter.
    const fn first(self) -> u32 {
        self.0.trailing_zeros()
    }

    /// The letters as characters, in order.
    pub fn chars(self) -> impl Iterator<Item = char> {
        ('A'..='Z').enumerate().filter(move |(place, _)| self.meet(Self::at(*place))).map(|(_, letter)| letter)
    }
}

impl Asked {
    /// The letter of "none of these". It follows the letters of the choices, when several can be ticked.
    #[must_use]
    pub const fn none(&self) -> Letters {
        Letters::at(self.codes.len())
    }

    /// The letters of all choices.
    #[must_use]
    pub const fn every(&self) -> Letters {
        Letters::all(self.codes.len())
    }
}

/// Assigns letters to a question. The least favourable letter is on the most rules and the most favourable on the fewest.
///
/// This is right because the sets of answers that a topic's rules read are nested, which `content` checks.
fn asked(question: &Question, rules: &[Rule]) -> Asked {
    let codes: Vec<u8> = question.choices.iter().map(|choice| choice.code).collect();
    if question.many {
        let most = Letters::all(codes.len());
        return Asked { question: question.code, many: true, codes, least: Letters::default(), most };
    }
    let conditions = rules.iter().flat_map(|rule| &rule.when).filter(|condition| condition.question == question.code);
    let masks: Vec<u16> = conditions.map(|condition| condition.mask).collect();
    let n_rules = |place: usize| masks.iter().filter(|mask| **mask & 1 << place != 0).count();
    // `max_by_key` returns the last maximum, so the positions are reversed to get the first one.
    let least = (0..codes.len()).rev().max_by_key(|place| n_rules(*place)).unwrap_or_default();
    let most = (0..codes.len()).min_by_key(|place| n_rules(*place)).unwrap_or_default();
    Asked { question: question.code, many: false, codes, least: Letters::at(least), most: Letters::at(most) }
}

/// A rule's condition, in letters.
fn wanted(asked: &[Asked], questions: &[&Question], condition: &Condition) -> Option<Wanted> {
    let place = asked.iter().position(|asked| asked.question == condition.question)?;
    let (asked, question) = (asked.get(place)?, questions.get(place)?);
    if !question.many {
        return Some(Wanted { place, letters: Letters(condition.mask.into()), blank: false });
    }
    // A rule names boxes by permanent number; letters follow the order on the sheet.
    let boxes = asked.codes.iter().enumerate().filter(|(_, code)| condition.mask & 1 << **code != 0);
    let letters = boxes.fold(0, |letters, (place, _)| letters | Letters::at(place).0);
    Some(Wanted { place, letters: Letters(letters), blank: true })
}

/// The answer to one question on the sheet.
#[derive(Clone, Copy)]
struct Ticked {
    letters: Letters,
    /// "I don't know" is ticked, or nothing is.
    open: bool,
}

/// Finds the range of verdicts with the key, as a person does.
///
/// Each line that applies is a limit, and the lowest limit is the verdict. Open questions are answered twice: once with the
/// least favourable letters, once with the most favourable ones.
#[must_use]
pub fn by_hand(key: &Key, answers: &Answers) -> Range {
    let sheet: Vec<Ticked> = key.asked.iter().map(|asked| ticked(asked, answers.get(asked.question))).collect();
    let pass = |favour: &dyn Fn(&Asked) -> Letters| {
        let filled: Vec<Letters> =
            key.asked.iter().zip(&sheet).map(|(asked, ticked)| filled(asked, *ticked, favour)).collect();
        lowest(key, &filled)
    };
    Range { worst: pass(&|asked| asked.least), best: pass(&|asked| asked.most) }
}

fn ticked(asked: &Asked, answer: Option<Answer>) -> Ticked {
    let open = Ticked { letters: Letters::default(), open: true };
    let letter = |code: u8| asked.codes.iter().position(|known| *known == code).map(Letters::at);
    match answer {
        Some(Answer::Choice(choice)) if !asked.many => {
            letter(choice.0).map_or(open, |letters| Ticked { letters, open: false })
        }
        Some(Answer::Ticks(ticks)) if asked.many => {
            let boxes = asked.codes.iter().filter(|code| ticks.has(**code)).filter_map(|code| letter(*code));
            let letters = Letters(boxes.fold(0, |all, letter| all | letter.0));
            let none = letters == Letters::default() && !ticks.rest_open;
            Ticked { letters: if none { asked.none() } else { letters }, open: ticks.rest_open }
        }
        _ => open,
    }
}

/// The letters of a question in one pass. An open question takes the letters of that pass besides those ticked.
fn filled(asked: &Asked, ticked: Ticked, favour: &dyn Fn(&Asked) -> Letters) -> Letters {
    if ticked.open { Letters(ticked.letters.0 | favour(asked).0) } else { ticked.letters }
}

fn lowest(key: &Key, filled: &[Letters]) -> Verdict {
    let holds =
        |wanted: &Wanted| filled.get(wanted.place).is_some_and(|letters| wanted.letters.meet(*letters) != wanted.blank);
    let limits = key.alone.iter().chain(&key.together).filter(|limit| limit.when.iter().all(holds));
    limits.map(|limit| limit.best).min().unwrap_or(Verdict::Adopt)
}
