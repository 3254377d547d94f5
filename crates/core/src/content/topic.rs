//! A topic with its rules, its criteria and the compiled form of its questions.

use serde::{Deserialize, Serialize};

use super::{Lab, Pointer, Question, Source, Tool};
use crate::domain::{QuestionId, Text, Verdict};

/// A topic: one technology, with its questions and its rules.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Topic {
    /// The identifier in addresses and files, such as `service-mesh`.
    pub id: String,
    /// The permanent number.
    pub code: u8,
    /// The section of the chapter, such as `25.1`.
    pub number: String,
    /// The name shown to people.
    pub name: Text,
    /// A one-line description for its card.
    pub tagline: Text,
    /// A definition.
    pub what: Text,
    /// The reason it exists.
    pub why: Text,
    /// Typical uses. Only the chapter's static pages show them, so they are not bundled.
    #[serde(skip)]
    pub use_cases: Vec<Sourced>,
    /// The sources of `what` and `why`.
    pub sources: Vec<Source>,
    /// The criteria in favour: first the chapter's, then those of its sections.
    pub criteria_for: Vec<Criterion>,
    /// The criteria against: first the chapter's, then those of its sections. Only the chapter's static pages show them, so
    /// they are not bundled: the rules already contain their effect on the verdict.
    #[serde(skip)]
    pub criteria_against: Vec<Criterion>,
    /// The simpler alternatives, simplest first.
    pub alternatives: Vec<Alternative>,
    /// The tensions between answers.
    pub tensions: Vec<Tension>,
    /// The rules, lowest ceiling first: the first rule that applies gives the verdict.
    pub rules: Vec<Rule>,
    /// The questions, in the order they are asked, with the effect of each answer on the rules.
    pub inputs: Vec<Input>,
    /// The lab that it needs.
    pub lab: Lab,
    /// Its tools, the chapter's first.
    pub tools: Vec<Tool>,
    /// The questions that choose between the tools.
    pub tool_questions: Vec<QuestionId>,
    /// The advice on which tool to look at first. The first entry whose conditions all hold applies.
    pub pointers: Vec<Pointer>,
    /// The checklist "ready to decide". No rule reads it.
    pub ready: QuestionId,
}

impl Topic {
    /// The identifier of a question within its topic, used in addresses: `today` for `service-mesh.today`.
    #[must_use]
    pub fn short_name<'a>(&self, question: &'a Question) -> &'a str {
        question.id.strip_prefix(self.id.as_str()).and_then(|rest| rest.strip_prefix('.')).unwrap_or(&question.id)
    }

    /// The input of a question, if this topic reads it.
    #[must_use]
    pub fn input(&self, question: QuestionId) -> Option<&Input> {
        self.inputs.iter().find(|input| input.question == question)
    }
}

/// A question of a topic, with the effect of each of its answers on the topic's rules.
///
/// Rules are bits, in the order of [`Topic::rules`]. The bit of a rule that does not read the question is set everywhere.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Input {
    /// The question.
    pub question: QuestionId,
    /// Whether it is the "which problem" question, with several boxes to tick.
    pub many: bool,
    /// The permanent numbers of the choices, in the order they are shown.
    pub codes: Vec<u8>,
    /// For each choice, the rules that it allows. Empty when `many`.
    pub holds: Vec<u32>,
    /// For each rule, the boxes that must all be unticked, as bits; 0 when the rule does not read them. Empty unless `many`.
    pub absent: Vec<u16>,
    /// The rules allowed by the least favourable answer.
    pub worst: u32,
    /// The rules allowed by the most favourable answer.
    pub best: u32,
}

impl Input {
    /// The rules allowed by the most favourable answer that still allows `rule`, given the boxes already ticked.
    #[must_use]
    pub fn least_with(&self, rule: usize, ticked: u16) -> u32 {
        if !self.many {
            let satisfied = self.holds.iter().copied().filter(|holds| holds & 1 << rule != 0);
            return satisfied.min_by_key(|holds| holds.count_ones()).unwrap_or(self.worst);
        }
        // Tick every box except those that the rule needs unticked.
        let unticked = self.absent.get(rule).copied().unwrap_or(0);
        let all = self.codes.iter().fold(0, |all, code| all | 1 << code);
        self.rules_at(ticked | all & !unticked)
    }

    /// The rules allowed when exactly these boxes are ticked.
    #[must_use]
    pub fn rules_at(&self, ticked: u16) -> u32 {
        let absent = self.absent.iter().enumerate();
        absent.filter(|(_, absent)| **absent & ticked == 0).fold(0, |rules, (index, _)| rules | 1 << index)
    }
}

/// A rule: it sets a ceiling, the best verdict that some answers allow.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// The identifier in files.
    pub id: String,
    /// The best verdict while the rule applies.
    pub ceiling: Verdict,
    /// The conditions. The rule applies when they all hold.
    pub when: Vec<Condition>,
    /// The reason, in the words of a team about itself.
    pub reason: Text,
    /// The sources of the fact. The ceiling itself is always our synthesis.
    pub sources: Vec<Source>,
}

/// A condition on the answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The question.
    pub question: QuestionId,
    /// As bits: for a question with one choice, the choices that satisfy the condition, by position; for a "which problem"
    /// question, the boxes that must all be unticked, by number.
    pub mask: u16,
}

/// A criterion of the chapter, in favour (✅) or against (❌).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Criterion {
    /// The identifier in files.
    pub id: String,
    /// The criterion, as a sentence about the situation.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
    /// The question that decides it.
    pub question: QuestionId,
    /// The answers that meet it, as bits: choices by position, or boxes by number for a "which problem" question.
    pub met_by: u16,
}

/// A simpler alternative to try first.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Alternative {
    /// Its name.
    pub name: Text,
    /// What it covers.
    pub text: Text,
    /// The first step with it.
    pub start: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}

/// A tension: answers that can all be true but point in opposite directions. It changes no verdict.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tension {
    /// The identifier in files.
    pub id: String,
    /// The opposition, with possible explanations.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
    /// The answers. All conditions must hold; for a "which problem" question one of the boxes is enough.
    pub when: Vec<Condition>,
}

/// A sentence with its sources.
#[derive(Clone, Debug)]
pub struct Sourced {
    /// The sentence.
    pub text: Text,
    /// Its sources.
    pub sources: Vec<Source>,
}
