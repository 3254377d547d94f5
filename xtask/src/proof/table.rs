//! The oracle's results for every answer set: both ends of its range, and the questions that matter.

use std::collections::HashMap;
use std::sync::Mutex;

use boussole_core::domain::Verdict;
use boussole_core::engine;

use super::space::Space;

/// Both ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ends {
    pub worst: Verdict,
    pub best: Verdict,
}

/// Sets of questions to lift, as bits, with the verdict that each reaches; sorted.
type Lifts = Vec<(u16, Verdict)>;

/// One entry for every answer set.
pub struct Tables {
    ends: Vec<u8>,
    mattering: Vec<u16>,
    /// The lifts computed so far, by the best completion of their answer sets.
    lifts: Mutex<HashMap<usize, Lifts>>,
}

impl Tables {
    pub fn new(space: &Space<'_>) -> Self {
        let mut ends: Vec<u8> = Vec::with_capacity(space.n);
        let mut mattering: Vec<u16> = Vec::with_capacity(space.n);
        let completions: Vec<Vec<Vec<usize>>> = space
            .digits
            .iter()
            .map(|digit| (0..digit.n).map(|value| Space::completions(digit, value)).collect())
            .collect();
        let mut values = space.digits_of(0);
        for set in 0..space.n {
            let open: Vec<usize> =
                (0..values.len()).filter(|index| completions[*index][values[*index]].len() > 1).collect();
            // The same set with one open question closed in each way: these have smaller numbers, and are known already.
            let closed = |index: usize| {
                let base = set - values[index] * space.digits[index].weight;
                let weight = space.digits[index].weight;
                completions[index][values[index]].iter().map(move |value| base + value * weight)
            };
            let (both, bits) = match open.as_slice() {
                [] => (pack(&closed_ends(space, &values)), 0),
                [first, rest @ ..] => {
                    let both = closed(*first).map(|other| ends[other]).fold(None, merge).unwrap_or_default();
                    let alone = closed(*first)
                        .any(|other| rest.is_empty() && ends[other] != ends[closed(*first).next().unwrap_or(other)]);
                    let mut bits = u16::from(alone) << first;
                    // The first matters if it does for one way of closing the second; the others, for one way of closing the first.
                    if let Some(second) = rest.first() {
                        bits |= closed(*second).fold(0, |bits, other| bits | mattering[other]) & 1 << first;
                    }
                    bits |= closed(*first).fold(0, |bits, other| bits | mattering[other]) & !(1 << first);
                    (both, bits)
                }
            };
            ends.push(both);
            mattering.push(bits);
            for (digit, value) in space.digits.iter().zip(&mut values) {
                *value = if *value + 1 == digit.n { 0 } else { *value + 1 };
                if *value != 0 {
                    break;
                }
            }
        }
        Self { ends, mattering, lifts: Mutex::default() }
    }

    /// The range of an answer set.
    pub fn ends(&self, set: usize) -> Ends {
        let verdict = |index: u8| Verdict::from_index(index.into()).unwrap_or(Verdict::Adopt);
        Ends { worst: verdict(self.ends[set] >> 4), best: verdict(self.ends[set] & 15) }
    }

    /// The open questions that matter in an answer set, as bits.
    pub fn mattering(&self, set: usize) -> u16 {
        self.mattering[set]
    }

    /// The minimal sets of questions whose most favourable answers give a better verdict, found by trying every set.
    pub fn lifts(&self, space: &Space<'_>, values: &[usize]) -> Lifts {
        let best = best_completion(space, values);
        let set: usize = best.iter().zip(&space.digits).map(|(value, digit)| value * digit.weight).sum();
        if let Ok(known) = self.lifts.lock()
            && let Some(lifts) = known.get(&set)
        {
            return lifts.clone();
        }
        let n = space.digits.len();
        let gain = |index: usize| {
            (space.digits[index].best * space.digits[index].weight)
                .wrapping_sub(best[index] * space.digits[index].weight)
        };
        let gains: Vec<usize> = (0..n).map(gain).collect();
        let reached: Vec<Verdict> = (0..1_usize << n)
            .map(|chosen| {
                let lifted = (0..n)
                    .filter(|index| chosen & 1 << index != 0)
                    .fold(set, |set, index| set.wrapping_add(gains[index]));
                self.ends(lifted).best
            })
            .collect();
        let minimal = |chosen: usize| {
            reached[chosen] > reached[0] && proper_subsets(chosen).all(|fewer| reached[fewer] < reached[chosen])
        };
        let mut lifts: Lifts = (0..1_usize << n)
            .filter(|chosen| minimal(*chosen))
            .filter_map(|chosen| Some((u16::try_from(chosen).ok()?, reached[chosen])))
            .collect();
        lifts.sort_unstable();
        if let Ok(mut known) = self.lifts.lock() {
            known.insert(set, lifts.clone());
        }
        lifts
    }

    /// The number of questions asked before the verdict is settled, for a person with these answers.
    pub fn n_asked(&self, space: &Space<'_>, values: &[usize]) -> usize {
        let mut so_far = boussole_core::domain::Answers::new();
        let mut n = 0;
        while let Some(question) = engine::next(space.topic, &so_far) {
            let found = space.digits.iter().zip(values).find(|(digit, _)| digit.question.code == question);
            let Some((digit, value)) = found else { break };
            super::space::put(&mut so_far, digit, *value);
            n += 1;
        }
        n
    }
}

/// Every subset of a set, without the set itself.
fn proper_subsets(set: usize) -> impl Iterator<Item = usize> {
    let mut next = (set != 0).then(|| (set - 1) & set);
    std::iter::from_fn(move || {
        let subset = next?;
        next = (subset != 0).then(|| (subset - 1) & set);
        Some(subset)
    })
}

/// The closed answers that give the best verdict: each open question gets its most favourable answer.
pub fn best_completion(space: &Space<'_>, values: &[usize]) -> Vec<usize> {
    let best =
        |(digit, value): (&super::space::Digit<'_>, &usize)| if *value < digit.n_closed { *value } else { digit.best };
    space.digits.iter().zip(values).map(best).collect()
}

fn closed_ends(space: &Space<'_>, values: &[usize]) -> Ends {
    let verdict = space.verdict(values);
    Ends { worst: verdict, best: verdict }
}

fn pack(ends: &Ends) -> u8 {
    (ends.worst as u8) << 4 | ends.best as u8
}

fn merge(before: Option<u8>, next: u8) -> Option<u8> {
    Some(before.map_or(next, |before| (before >> 4).min(next >> 4) << 4 | (before & 15).max(next & 15)))
}
