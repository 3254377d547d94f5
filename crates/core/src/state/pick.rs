//! What the controls of questions stand for, and what happens when one is picked.

use super::AppState;
use super::app_state::{answered_at_once, boxes};
use crate::content::{Content, Question};
use crate::domain::{Answer, Answers, ChoiceId, Ticks};

/// The answers that a control shows and changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerSet {
    /// The answers on screen: the person's own, or those of a guest.
    OnScreen,
    /// The answers tried on a result.
    WhatIf,
    /// The answers of the second situation.
    Other,
}

impl AnswerSet {
    /// What the names of its controls start with: no two sets on one page share a name.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::OnScreen => "",
            Self::WhatIf => "if:",
            Self::Other => "other:",
        }
    }
}

/// What one control of a question stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// No answer: the first line of a list.
    Nothing,
    /// A choice, or a box where several may be ticked.
    Choice(ChoiceId),
    /// "I don't know"; where several boxes may be ticked, "I don't know about the others".
    Unknown,
    /// "None of these", where several boxes may be ticked.
    NoneOfThese,
}

impl Pick {
    /// The value of the control.
    #[must_use]
    pub fn value(self, question: &Question) -> &str {
        match self {
            Self::Nothing => "",
            Self::Choice(id) => {
                question.choices.iter().find(|choice| choice.code == id.0).map_or("", |choice| choice.id.as_str())
            }
            Self::Unknown => "unknown",
            Self::NoneOfThese => "none",
        }
    }

    /// Reads the value of a control. None when the question has no such choice.
    #[must_use]
    pub fn from_value(question: &Question, value: &str) -> Option<Self> {
        match value {
            "" if !question.many => Some(Self::Nothing),
            "unknown" => Some(Self::Unknown),
            "none" if question.many && question.choice_named("none").is_none() => Some(Self::NoneOfThese),
            _ => question.choice_named(value).map(|choice| Self::Choice(ChoiceId(choice.code))),
        }
    }
}

impl AppState {
    /// A control of a question was picked or ticked (`on`), or unticked.
    pub fn picked(&mut self, content: &Content, set: AnswerSet, question: &Question, pick: Pick, on: bool) {
        match set {
            AnswerSet::OnScreen => self.picked_on_screen(content, question, pick, on),
            AnswerSet::WhatIf => self.flipped(content, |answers| answered_at_once(answers, question, pick, on)),
            AnswerSet::Other => {
                let mut second = self.second(content);
                answered_at_once(&mut second, question, pick, on);
                self.other = Some(second);
            }
        }
    }

    fn picked_on_screen(&mut self, content: &Content, question: &Question, pick: Pick, on: bool) {
        let code = question.code;
        match (question.many, question.topic, pick) {
            (false, _, Pick::Nothing) => self.unmarked(content, code),
            (false, _, Pick::Choice(choice)) => self.answered(content, code, Answer::Choice(choice)),
            (false, ..) => self.answered(content, code, Answer::Unknown),
            (true, Some(_), Pick::NoneOfThese) => self.ticked_none(content, code, on),
            (true, Some(_), Pick::Unknown) => self.ticked_rest(content, code, on),
            (true, Some(_), Pick::Choice(choice)) => self.ticked(content, question, choice.0, on),
            (true, Some(_), Pick::Nothing) => {}
            // A box of the guide counts at once: there is nothing to continue to.
            (true, None, _) => {
                let before = self.preview();
                answered_at_once(self.answers_mut(), question, pick, on);
                self.moved(content, &before);
            }
        }
    }

    /// Whether a control of a question shows as picked.
    #[must_use]
    pub fn is_picked(&self, content: &Content, set: AnswerSet, question: &Question, pick: Pick) -> bool {
        let second;
        let (answers, draft): (&Answers, _) = match set {
            AnswerSet::OnScreen => (self.answers(), self.draft),
            AnswerSet::WhatIf => (self.what_if.as_ref().map_or(self.answers(), |what_if| &what_if.answers), None),
            AnswerSet::Other => {
                second = self.second(content);
                (&second, None)
            }
        };
        if question.many {
            let draft = draft.filter(|draft| draft.question == question.code);
            let boxes = draft.unwrap_or_else(|| boxes(answers, question.code));
            return match pick {
                Pick::Nothing => false,
                Pick::NoneOfThese => boxes.none,
                Pick::Unknown => boxes.ticks.rest_open,
                Pick::Choice(choice) => boxes.ticks.has(choice.0),
            };
        }
        match answers.get(question.code) {
            None => pick == Pick::Nothing,
            Some(Answer::Unknown) => pick == Pick::Unknown,
            Some(answer) => matches!(pick, Pick::Choice(choice) if answer == Answer::Choice(choice)),
        }
    }

    /// Every box of a question of the guide was ticked at once, or none is.
    pub fn ticked_all(&mut self, question: &Question, on: bool) {
        let ticked = if on { question.boxes() } else { 0 };
        self.answers_mut().set(question.code, Answer::Ticks(Ticks { ticked, rest_open: false }));
    }
}
