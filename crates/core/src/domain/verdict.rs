//! The five verdicts, from the furthest from adoption to the nearest, and the range of verdicts still possible.

/// The app's advice about a technology. Verdicts are ordered as on the dial, from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Verdict {
    /// The team has no problem that it solves.
    NotForYou,
    /// A simpler alternative would be enough.
    SimplerFirst,
    /// The problem, the means or the skills are not there yet.
    NotNow,
    /// Worth exploring, not yet for production.
    TryInLab,
    /// Nothing in the answers is against it.
    Adopt,
}

impl Verdict {
    /// Every verdict, in the order of the dial.
    pub const ALL: [Self; 5] = [Self::NotForYou, Self::SimplerFirst, Self::NotNow, Self::TryInLab, Self::Adopt];

    /// The permanent identifier, in content files and exports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotForYou => "not-for-you",
            Self::SimplerFirst => "simpler-first",
            Self::NotNow => "not-now",
            Self::TryInLab => "try-in-lab",
            Self::Adopt => "adopt",
        }
    }

    /// The verdict with that identifier.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }

    /// The position on the dial, from 0 on the left to 4 on the right.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The verdict at a position on the dial.
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }
}

/// The verdicts still possible: all of those from `worst` to `best`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The verdict if every open question had its least favourable answer.
    pub worst: Verdict,
    /// The verdict if every open question had its most favourable answer.
    pub best: Verdict,
}

impl Range {
    /// All five verdicts, when nothing is known yet.
    pub const FULL: Self = Self { worst: Verdict::NotForYou, best: Verdict::Adopt };

    /// Whether only one verdict is possible.
    #[must_use]
    pub fn settled(self) -> bool {
        self.worst == self.best
    }

    /// The number of possible verdicts, from 1 to 5: the sectors that the dial's arc covers.
    #[must_use]
    pub const fn n_sectors(self) -> usize {
        self.best.index() - self.worst.index() + 1
    }

    /// Whether `verdict` is still possible.
    #[must_use]
    pub fn contains(self, verdict: Verdict) -> bool {
        self.worst <= verdict && verdict <= self.best
    }
}

#[cfg(test)]
mod tests {
    use super::{Range, Verdict};

    #[test]
    fn verdicts_have_the_order_of_the_dial() {
        for (index, verdict) in Verdict::ALL.into_iter().enumerate() {
            assert_eq!(verdict.index(), index);
            assert_eq!(Verdict::from_id(verdict.id()), Some(verdict));
        }
        assert!(Verdict::NotForYou < Verdict::Adopt);
    }

    #[test]
    fn the_full_range_covers_the_dial() {
        assert_eq!(Range::FULL.n_sectors(), 5);
        assert!(!Range::FULL.settled());
    }
}
