//! Every answer set of a topic as a number, and the rules judged the slow and obvious way.
//!
//! This is the oracle the engine is held against, so it shares none of its code: no bits per answer, no order of favour
//! computed elsewhere, only the rules as the content files write them.

use boussole_core::content::{Content, Question, Rule, Topic};
use boussole_core::domain::{Answer, Answers, ChoiceId, Ticks, Verdict};

/// One question as a digit. Closed answers come first, then the open ones: a smaller digit is never more open.
pub struct Digit<'a> {
    pub question: &'a Question,
    /// How many closed answers it has: choices, or sets of boxes.
    pub n_closed: usize,
    /// How many answers it has with the open ones.
    pub n: usize,
    /// The weight of the digit in an answer set's number.
    pub weight: usize,
    /// For a closed digit, a most favourable one.
    pub best: usize,
    /// For choices: how unfavourable each is, by how many rules list it.
    pub ranks: Vec<usize>,
}

/// A topic's answer sets.
pub struct Space<'a> {
    pub topic: &'a Topic,
    pub digits: Vec<Digit<'a>>,
    /// How many answer sets there are.
    pub n: usize,
}

impl<'a> Space<'a> {
    pub fn new(content: &'a Content, topic: &'a Topic) -> Self {
        let mut weight = 1;
        let mut digits = Vec::new();
        for question in topic.inputs.iter().filter_map(|input| content.question(input.question)) {
            let ranks: Vec<usize> = (0..question.choices.len())
                .map(|position| topic.rules.iter().filter(|rule| lists(rule, question, position)).count())
                .collect();
            let best_choice = (0..ranks.len()).min_by_key(|position| ranks[*position]).unwrap_or(0);
            let (n_closed, n, best) = match question.many {
                true => (1 << question.choices.len(), 2 << question.choices.len(), (1 << question.choices.len()) - 1),
                false => (question.choices.len(), question.choices.len() + 1, best_choice),
            };
            digits.push(Digit { question, n_closed, n, weight, best, ranks });
            weight *= n;
        }
        Self { topic, digits, n: weight }
    }

    /// The digits of an answer set.
    pub fn digits_of(&self, set: usize) -> Vec<usize> {
        self.digits.iter().map(|digit| set / digit.weight % digit.n).collect()
    }

    /// The answer a digit stands for; none for a question left open.
    pub fn answer(digit: &Digit<'_>, value: usize) -> Option<Answer> {
        if digit.question.many {
            let ticked = digit
                .question
                .choices
                .iter()
                .enumerate()
                .filter(|(place, _)| value & 1 << place != 0)
                .fold(0, |ticked, (_, choice)| ticked | 1 << choice.code);
            return Some(Answer::Ticks(Ticks { ticked, rest_open: value >= digit.n_closed }));
        }
        digit.question.choices.get(value).map(|choice| Answer::Choice(ChoiceId(choice.code)))
    }

    /// The answers of a set.
    pub fn answers(&self, values: &[usize]) -> Answers {
        let mut answers = Answers::new();
        for (digit, value) in self.digits.iter().zip(values) {
            put(&mut answers, digit, *value);
        }
        answers
    }

    /// The verdict of a set in which every answer is closed: the lowest ceiling of the rules that hold.
    pub fn verdict(&self, values: &[usize]) -> Verdict {
        let rules = self.topic.rules.iter().filter(|rule| self.holds(rule, values));
        rules.map(|rule| rule.ceiling).min().unwrap_or(Verdict::Adopt)
    }

    /// Whether a rule holds: all its conditions do.
    pub fn holds(&self, rule: &Rule, values: &[usize]) -> bool {
        rule.when.iter().all(|condition| {
            self.digits.iter().zip(values).any(|(digit, value)| {
                digit.question.code == condition.question
                    && if digit.question.many {
                        let choices = digit.question.choices.iter().enumerate();
                        choices
                            .filter(|(_, choice)| condition.mask & 1 << choice.code != 0)
                            .all(|(place, _)| value & 1 << place == 0)
                    } else {
                        condition.mask & 1 << value != 0
                    }
            })
        })
    }

    /// The closed answers that a value may turn out to be.
    pub fn completions(digit: &Digit<'_>, value: usize) -> Vec<usize> {
        if value < digit.n_closed {
            return vec![value];
        }
        if digit.question.many {
            let ticked = value - digit.n_closed;
            return (0..digit.n_closed).filter(|set| set & ticked == ticked).collect();
        }
        (0..digit.n_closed).collect()
    }

    /// The next less favourable closed values of a closed value: one box unticked, or the next choice down.
    pub fn below(digit: &Digit<'_>, value: usize) -> Vec<usize> {
        if value >= digit.n_closed {
            return Vec::new();
        }
        if digit.question.many {
            return (0..digit.question.choices.len())
                .map(|place| value & !(1 << place))
                .filter(|set| *set != value)
                .collect();
        }
        (0..digit.n_closed).filter(|other| *other != value && digit.ranks[*other] >= digit.ranks[value]).collect()
    }
}

/// Records the answer a value stands for, in place of the one before.
pub fn put(answers: &mut Answers, digit: &Digit<'_>, value: usize) {
    match Space::answer(digit, value) {
        Some(answer) => answers.set(digit.question.code, answer),
        None => drop(answers.remove(digit.question.code)),
    }
}

fn lists(rule: &Rule, question: &Question, position: usize) -> bool {
    !question.many
        && rule.when.iter().any(|condition| condition.question == question.code && condition.mask & 1 << position != 0)
}
