//! Which one or two subjects to look at. The order is a rule, not a score: problems now, then what serves the organisation,
//! then 6 to 12 months, then curiosity. Ties go by the profile's priority, then by the chapter's order.

use crate::content::{Content, Priority, Profile, Subject};
use crate::domain::{Answer, Answers, QuestionId};

/// How many subjects to choose, and to go deeper into than a first reading. Source: chapter, line 251.
pub(super) const N_SUBJECTS: usize = 2;

/// What made a subject stand out, in the order that decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A problem to solve now.
    Now,
    /// Something that would serve the organisation.
    Organisation,
    /// Where one will be in 6 months and a year.
    Later,
    /// Curiosity: it suggests reading, never fit.
    Curiosity,
}

impl Need {
    const ALL: [Self; 4] = [Self::Now, Self::Organisation, Self::Later, Self::Curiosity];
    /// For the one who learns out of curiosity, it comes first.
    const CURIOUS: [Self; 4] = [Self::Curiosity, Self::Now, Self::Organisation, Self::Later];

    const fn question(self, content: &Content) -> QuestionId {
        content.guide.asks.needs[self as usize]
    }
}

/// A subject that stands out, and the first need that named it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// A technology: 25.7 is read beside, never instead.
    pub subject: Subject,
    /// Why.
    pub need: Need,
}

/// What the needs come down to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// One or two subjects, first things first. None when no need was ticked.
    pub picks: Vec<Pick>,
    /// What was ticked too, in the same order: for another time.
    pub later: Vec<Pick>,
    /// Whether to read 25.7 beside.
    pub trends: bool,
}

/// Chooses one or two subjects.
#[must_use]
pub fn choose(content: &Content, answers: &Answers) -> Chosen {
    let profile = profile(content, answers);
    let needs = if profile.is_some_and(Profile::is_curious) { Need::CURIOUS } else { Need::ALL };
    let rank_of = |subject| profile.and_then(|profile| profile.priority(subject));
    let mut picks: Vec<Pick> = Vec::new();
    for need in needs {
        // Passes rather than a sort, whose code would weigh more than all of this. With no profile every subject ties.
        for rank in [None].into_iter().chain(Priority::ALL.map(Some)) {
            for subject in ticked(content, answers, need).filter(|subject| rank_of(*subject) == rank) {
                if picks.iter().all(|pick| pick.subject != subject) {
                    picks.push(Pick { subject, need });
                }
            }
        }
    }
    let later = picks.split_off(picks.len().min(N_SUBJECTS));
    Chosen { picks, later, trends: reads_trends(content, answers, profile) }
}

/// The profile of the person, once they said it.
#[must_use]
pub fn profile<'a>(content: &'a Content, answers: &Answers) -> Option<&'a Profile> {
    let Some(Answer::Choice(choice)) = answers.get(content.guide.asks.profile) else {
        return None;
    };
    content.guide.profiles.iter().find(|profile| profile.choice == choice.0)
}

/// The technologies that a need names.
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

/// The boxes ticked under a question.
pub(super) fn boxes(answers: &Answers, question: QuestionId) -> u16 {
    match answers.get(question) {
        Some(Answer::Ticks(ticks)) => ticks.ticked,
        _ => 0,
    }
}
