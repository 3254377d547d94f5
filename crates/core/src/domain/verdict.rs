//! The five verdicts, from furthest to nearest to adoption, and the range of those still possible.

/// What the app says of a technology. The order is the order of the dial, left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Verdict {
    /// There is no problem that it solves.
    NotForYou,
    /// A simpler alternative would do.
    SimplerFirst,
    /// The problem, the means or the skills are not there yet.
    NotNow,
    /// Worth exploring, not yet for production.
    TryInLab,
    /// Nothing in the answers stands against it.
    Adopt,
}

impl Verdict {
    /// Every verdict, in the order of the dial.
    pub const ALL: [Self; 5] = [Self::NotForYou, Self::SimplerFirst, Self::NotNow, Self::TryInLab, Self::Adopt];

    /// The permanent name, as content files and exports write it.
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

    /// The verdict of that name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }

    /// The place on the dial, 0 on the left to 4 on the right.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }

    /// The verdict at a place on the dial.
    #[must_use]
    pub fn from_index(index: usize) -> Option<Self> {
        Self::ALL.get(index).copied()
    }
}

/// The verdicts still possible: every one from `worst` to `best`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    /// The verdict if every open answer turned out as unfavourable as it can.
    pub worst: Verdict,
    /// The verdict if every open answer turned out as favourable as it can.
    pub best: Verdict,
}

impl Range {
    /// The whole dial: nothing is known yet.
    pub const FULL: Self = Self { worst: Verdict::NotForYou, best: Verdict::Adopt };

    /// Whether no open answer can change the verdict any more.
    #[must_use]
    pub fn settled(self) -> bool {
        self.worst == self.best
    }

    /// How many sectors of the dial the arc covers, 1 to 5.
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
    fn verdicts_are_ordered_as_the_dial_is() {
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
