//! The oracle: every answer set of a topic as a number, and its verdict, computed in a slow and obvious way.
//!
//! The engine is compared with it, so it shares no code with the engine. It uses only the rules, as the content files have them.

use boussole_core::content::{Content, Question, Rule, Topic};
use boussole_core::domain::{Answer, Answers, ChoiceId, Ticks, Verdict};

/// One question as a digit. Closed answers come first, then open ones: to close an answer makes its digit smaller.
pub struct Digit<'a> {
    pub question: &'a Question,
    /// Number of closed answers: choices, or sets of boxes.
    pub n_closed: usize,
    /// Number of answers, open ones included.
    pub n: usize,
    /// Weight of the digit in the number of an answer set.
    pub weight: usize,
    /// A most favourable closed answer.
    pub best: usize,
    /// How unfavourable each choice is: the number of rules that list it.
    pub ranks: Vec<usize>,
}

/// A topic's answer sets.
pub struct Space<'a> {
    pub topic: &'a Topic,
    pub digits: Vec<Digit<'a>>,
    /// Number of answer sets.
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

    /// The answer that a digit means; none for an open question.
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

    /// The verdict of a closed answer set: the lowest ceiling of the rules that hold.
    pub fn verdict(&self, values: &[usize]) -> Verdict {
        let rules = self.topic.rules.iter().filter(|rule| self.holds(rule, values));
        rules.map(|rule| rule.ceiling).min().unwrap_or(Verdict::Adopt)
    }

    /// Whether all conditions of a rule hold.
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

    /// The closed answers that an open value may become.
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

    /// The less favourable closed values of a closed value: one box unticked, or a choice of equal or lower rank.
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

/// Replaces an answer by the one that a value means.
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
