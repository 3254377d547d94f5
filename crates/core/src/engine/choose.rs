//! Chooses one or two subjects to look at first.
//!
//! The order is a rule, not a score: present problems, then the organisation's needs, then the needs of the next 6 to 12
//! months, then curiosity. Ties are broken by the profile's priority, then by the chapter's order.

use crate::content::{Content, Priority, Profile, Subject};
use crate::domain::{Answer, Answers, QuestionId};

/// The number of subjects to choose, and to study further than a first reading. Source: chapter, line 251.
pub(super) const N_SUBJECTS: usize = 2;

/// The need that a subject answers, from the strongest to the weakest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A problem to solve now.
    Now,
    /// A benefit for the organisation.
    Organisation,
    /// A need of the next 6 to 12 months.
    Later,
    /// Curiosity. It suggests reading, and says nothing about fit.
    Curiosity,
}

impl Need {
    const ALL: [Self; 4] = [Self::Now, Self::Organisation, Self::Later, Self::Curiosity];
    /// The order for the "curious" profile.
    const CURIOUS: [Self; 4] = [Self::Curiosity, Self::Now, Self::Organisation, Self::Later];

    const fn question(self, content: &Content) -> QuestionId {
        content.guide.questions.needs[self as usize]
    }
}

/// A chosen subject, with the strongest need that named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// The subject. It is always a technology: section 25.7 is suggested separately, in [`Chosen::trends`].
    pub subject: Subject,
    /// The strongest need that named it.
    pub need: Need,
}

/// The subjects chosen from a person's needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// One or two subjects, the strongest need first. Empty when no need was ticked.
    pub picks: Vec<Pick>,
    /// The other subjects ticked, in the same order.
    pub later: Vec<Pick>,
    /// Whether to read section 25.7 as well.
    pub trends: bool,
}

/// Chooses one or two subjects from the needs that were ticked.
#[must_use]
pub fn choose(content: &Content, answers: &Answers) -> Chosen {
    let profile = profile(content, answers);
    let needs = if profile.is_some_and(Profile::is_curious) { Need::CURIOUS } else { Need::ALL };
    let mut picks: Vec<Pick> = Vec::new();
    for need in needs {
        let mut subjects: Vec<Subject> = ticked(content, answers, need).collect();
        // The sort is stable: equal priorities keep the chapter's order.
        subjects.sort_by_key(|subject| profile.and_then(|profile| profile.priority(*subject)));
        for subject in subjects {
            if picks.iter().all(|pick| pick.subject != subject) {
                picks.push(Pick { subject, need });
            }
        }
    }
    let later = picks.split_off(picks.len().min(N_SUBJECTS));
    Chosen { picks, later, trends: reads_trends(content, answers, profile) }
}

/// The person's profile, if they gave it.
#[must_use]
pub fn profile<'a>(content: &'a Content, answers: &Answers) -> Option<&'a Profile> {
    let Some(Answer::Choice(choice)) = answers.get(content.guide.questions.profile) else {
        return None;
    };
    content.guide.profiles.iter().find(|profile| profile.choice == choice.0)
}

/// The technologies ticked under a need, in the chapter's order.
fn ticked<'a>(content: &'a Content, answers: &Answers, need: Need) -> impl Iterator<Item = Subject> + 'a {
    let boxes = boxes(answers, need.question(content));
    content
        .subjects()
        .filter(move |subject| content.topic_of(*subject).is_some_and(|topic| boxes & 1 << topic.code != 0))
}

fn reads_trends(content: &Content, answers: &Answers, profile: Option<&Profile>) -> bool {
    let curiosity = boxes(answers, Need::Curiosity.question(content));
    let advised = profile.is_some_and(|profile| {
        profile.priority(Subject::Trends) == Some(Priority::High)
            || profile.suggestions.iter().any(|suggestion| suggestion.subject == Subject::Trends)
    });
    advised || curiosity & 1 << Subject::TRENDS_BOX != 0
}

/// The boxes ticked under a question, as bits.
pub(super) fn boxes(answers: &Answers, question: QuestionId) -> u16 {
    match answers.get(question) {
        Some(Answer::Ticks(ticks)) => ticks.ticked,
        _ => 0,
    }
}
