//! Compares the fragile answers with a search of every other answer to each question.

use boussole_core::domain::Verdict;
use boussole_core::engine::{Fragile, FragileChange};

use super::space::{Digit, Space};
use super::table::{Tables, best_completion};

/// A question and an answer to it, as digits, and the verdict that this answer alone would lower to.
type Drop = (usize, usize, Verdict);

/// Compares `given` with the answers that, alone, lower the best possible verdict, and returns the first difference. For a
/// choice, it is the mildest answer that lowers it; for boxes, every minimal set to untick.
pub fn differs(space: &Space<'_>, tables: &Tables, values: &[usize], given: &[Fragile]) -> Option<String> {
    let best = best_completion(space, values);
    let set: usize = best.iter().zip(&space.digits).map(|(value, digit)| value * digit.weight).sum();
    let now = tables.ends(set).best;
    let mut left: Vec<Drop> = given.iter().filter_map(|fragile| drop_of(space, values, fragile)).collect();
    if left.len() != given.len() {
        return Some("a fragile answer is not about the topic".to_owned());
    }
    for (index, (digit, value)) in space.digits.iter().zip(values).enumerate() {
        // An open question cannot lower the verdict.
        let lower: Vec<(usize, Verdict)> = if *value < digit.n_closed {
            (0..digit.n_closed)
                .filter(|other| !digit.question.many || other & value == *other)
                .map(|other| (other, tables.ends(set - value * digit.weight + other * digit.weight).best))
                .filter(|(_, verdict)| *verdict < now)
                .collect()
        } else {
            Vec::new()
        };
        if digit.question.many {
            // A change that unticks less leaves a larger set: a change is minimal when no other set contains its set.
            for (other, verdict) in &lower {
                let is_minimal = lower.iter().all(|(more, _)| more == other || more & other != *other);
                let place = left.iter().position(|drop| *drop == (index, *other, *verdict));
                match (is_minimal, place) {
                    (true, Some(place)) => drop(left.swap_remove(place)),
                    (true, None) => return Some(format!("{}: {other:#b} is missing", digit.question.id)),
                    (false, _) => {}
                }
            }
        } else if let Some(mildest) = lower.iter().map(|(other, _)| digit.ranks[*other]).min() {
            let found = left.iter().position(|drop| drop.0 == index && digit.ranks[drop.1] == mildest);
            let Some(place) = found else { return Some(format!("{} is missing", digit.question.id)) };
            let (_, other, verdict) = left.swap_remove(place);
            if !lower.contains(&(other, verdict)) {
                return Some(format!("{} does not lower to {}", digit.question.id, verdict.id()));
            }
        }
    }
    left.first().map(|(index, ..)| format!("{} is not fragile", space.digits[*index].question.id))
}

fn drop_of(space: &Space<'_>, values: &[usize], fragile: &Fragile) -> Option<Drop> {
    let index = space.digits.iter().position(|digit| digit.question.code == fragile.question)?;
    let digit = space.digits.get(index)?;
    Some((index, changed(digit, *values.get(index)?, fragile.change)?, fragile.verdict))
}

fn changed(digit: &Digit<'_>, value: usize, change: FragileChange) -> Option<usize> {
    let places = || digit.question.choices.iter().enumerate();
    match change {
        FragileChange::Choice(choice) => {
            places().find(|(_, candidate)| candidate.code == choice.0).map(|(place, _)| place)
        }
        FragileChange::Untick(boxes) => {
            let unticked = places().filter(|(_, candidate)| boxes & 1 << candidate.code != 0);
            Some(unticked.fold(value, |set, (place, _)| set & !(1 << place)))
        }
    }
}
