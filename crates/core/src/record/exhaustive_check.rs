//! The results of the exhaustive check of the rules: written by `cargo xtask proof` and shown on the trust page.

use serde::{Deserialize, Serialize};

use crate::domain::Date;

/// The results of one run of the exhaustive check.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckReport {
    /// A fingerprint of the content and of the engine. Results with another fingerprint are out of date.
    pub key: String,
    /// The date of the content.
    pub content: Date,
    /// The date of the run.
    pub run: Date,
    /// The counts of each topic, in the chapter's order.
    pub topics: Vec<TopicCheck>,
    /// Pairs of answer sets compared, one more favourable than the other.
    pub pairs: usize,
    /// Open questions that can still change the verdict, summed over all answer sets.
    pub open: usize,
    /// Lifts found, summed over the closed answer sets.
    pub lifts: usize,
    /// Single answers whose change would lower the verdict, summed over the closed answer sets.
    pub fragile: usize,
    /// Questions asked until the verdict is settled, summed over the closed answer sets.
    pub asked: usize,
    /// Questions that could be asked, summed over the closed answer sets.
    pub askable: usize,
    /// The duration of the run, in milliseconds.
    pub milliseconds: u64,
    /// The number of threads used.
    pub threads: usize,
}

/// The counts of one topic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicCheck {
    /// The topic's name in files.
    pub id: String,
    /// Answer sets: each question is answered by one of its choices, or left open.
    pub n: usize,
    /// Closed answer sets: no question is left open.
    pub n_closed: usize,
    /// Closed answer sets by verdict, in the order of the dial.
    pub verdicts: [usize; 5],
}

impl CheckReport {
    /// The sums over all topics.
    #[must_use]
    pub fn all(&self) -> TopicCheck {
        self.topics.iter().fold(TopicCheck::default(), |mut all, topic| {
            all.n += topic.n;
            all.n_closed += topic.n_closed;
            for (sum, n) in all.verdicts.iter_mut().zip(topic.verdicts) {
                *sum += n;
            }
            all
        })
    }

    /// The mean number of questions asked until the verdict is settled, in hundredths. Every closed answer set counts once.
    #[must_use]
    pub fn mean_asked(&self) -> usize {
        mean(self.asked, self.all().n_closed)
    }

    /// The mean number of questions that could be asked, in hundredths. Every closed answer set counts once.
    #[must_use]
    pub fn mean_askable(&self) -> usize {
        mean(self.askable, self.all().n_closed)
    }
}

/// A mean in hundredths, rounded to the nearest; 0 when `n` is 0.
fn mean(sum: usize, n: usize) -> usize {
    (sum * 100 + n / 2).checked_div(n).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{CheckReport, TopicCheck, mean};

    #[test]
    fn a_mean_is_rounded_to_the_nearest_hundredth() {
        assert_eq!((mean(10, 3), mean(20, 3), mean(0, 3), mean(0, 0)), (333, 667, 0, 0));
    }

    #[test]
    fn topics_add_up() {
        let topic = |n| TopicCheck { n, n_closed: n / 2, verdicts: [1, 0, 0, 0, n], ..TopicCheck::default() };
        let sheet = CheckReport { topics: vec![topic(4), topic(6)], asked: 8, ..CheckReport::default() };
        assert_eq!(sheet.all(), TopicCheck { n: 10, n_closed: 5, verdicts: [2, 0, 0, 0, 10], ..TopicCheck::default() });
        assert_eq!(sheet.mean_asked(), 160);
    }
}
