//! What was proved of the content in use: written by `cargo xtask proof`, shown on the trust page.

use serde::{Deserialize, Serialize};

use crate::domain::Date;

/// The proof sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofSheet {
    /// What it depends on, as a fingerprint: a sheet of another content or engine has another.
    pub key: String,
    /// The date of the content.
    pub content: Date,
    /// The day of the run.
    pub run: Date,
    /// What was counted in each topic, in the chapter's order.
    pub topics: Vec<TopicProof>,
    /// Pairs of answer sets of which one is more favourable.
    pub pairs: usize,
    /// Open questions that may still change the verdict, over all answer sets.
    pub open: usize,
    /// Sets of answers to lift, over the closed answer sets.
    pub lifts: usize,
    /// Single answers that would lower the verdict, over the closed answer sets.
    pub fragile: usize,
    /// Questions asked before the verdict is settled, over the closed answer sets.
    pub asked: usize,
    /// Questions that there are to ask, over the closed answer sets.
    pub askable: usize,
    /// How long the run took, in milliseconds.
    pub milliseconds: u64,
    /// On how many threads.
    pub threads: usize,
}

/// What was counted in one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicProof {
    /// The topic's name in files.
    pub id: String,
    /// Answer sets: each question has one of its choices, or is left open.
    pub n: usize,
    /// Of which closed: nothing is left open.
    pub n_closed: usize,
    /// Closed sets by verdict, in the order of the dial.
    pub verdicts: [usize; 5],
}

impl ProofSheet {
    /// The sum over the topics.
    #[must_use]
    pub fn all(&self) -> TopicProof {
        self.topics.iter().fold(TopicProof::default(), |mut all, topic| {
            all.n += topic.n;
            all.n_closed += topic.n_closed;
            for (sum, n) in all.verdicts.iter_mut().zip(topic.verdicts) {
                *sum += n;
            }
            all
        })
    }

    /// Questions asked on average before the verdict is settled, every closed set once, in hundredths.
    #[must_use]
    pub fn mean_asked(&self) -> usize {
        mean(self.asked, self.all().n_closed)
    }

    /// Questions that there are to ask on average, every closed set once, in hundredths.
    #[must_use]
    pub fn mean_askable(&self) -> usize {
        mean(self.askable, self.all().n_closed)
    }
}

/// A mean in hundredths, to the nearest; none of nothing.
fn mean(sum: usize, n: usize) -> usize {
    (sum * 100 + n / 2).checked_div(n).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{ProofSheet, TopicProof, mean};

    #[test]
    fn a_mean_is_rounded_to_the_nearest_hundredth() {
        assert_eq!((mean(10, 3), mean(20, 3), mean(0, 3), mean(0, 0)), (333, 667, 0, 0));
    }

    #[test]
    fn topics_add_up() {
        let topic = |n| TopicProof { n, n_closed: n / 2, verdicts: [1, 0, 0, 0, n], ..TopicProof::default() };
        let sheet = ProofSheet { topics: vec![topic(4), topic(6)], asked: 8, ..ProofSheet::default() };
        assert_eq!(sheet.all(), TopicProof { n: 10, n_closed: 5, verdicts: [2, 0, 0, 0, 10], ..TopicProof::default() });
        assert_eq!(sheet.mean_asked(), 160);
    }
}
