//! What a room answered about one topic: how many gave each answer, where they disagree, and which of that moves a verdict.

use super::{Ends, all_ends, lowest, others};
use crate::content::{Content, Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Range, Ticks, Verdict};

/// The answers of a room, counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered {
    /// How many people.
    pub n: usize,
    /// How many are at each verdict, in the order of the dial.
    pub heads: [Heads; 5],
    /// From the lowest verdict still possible for somebody to the highest. None for an empty room.
    pub range: Option<Range>,
    /// How each question was answered, in the topic's order.
    pub spreads: Vec<Spread>,
}

/// How many people are at a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Heads {
    /// Those for whom it is settled.
    pub settled: usize,
    /// Those for whom it is one of several still possible.
    pub possible: usize,
}

/// How a question was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The question.
    pub question: QuestionId,
    /// How many gave each choice, or ticked each box, in the order shown.
    pub counts: Vec<usize>,
    /// How many said that none of the boxes holds.
    pub none: usize,
    /// How many said that they don't know, or not about the other boxes.
    pub unknown: usize,
    /// How many gave no answer.
    pub silent: usize,
    /// How many pairs of people answered differently; for boxes, on the one that divides most.
    pub apart: usize,
    /// How many pairs there are of people who answered.
    pub pairs: usize,
    /// How many people would have another verdict, had they answered it as somebody else in the room did.
    pub swayed: usize,
}

/// Counts the answers of a room.
#[must_use]
pub fn gather(topic: &Topic, room: &[&Answers]) -> Gathered {
    let ends: Vec<Vec<Ends>> = room.iter().map(|answers| all_ends(topic, answers)).collect();
    let mut gathered = Gathered { n: room.len(), heads: Default::default(), range: None, spreads: Vec::new() };
    for all in &ends {
        let range = of_ends(topic, others(all, all.len()));
        for verdict in Verdict::ALL.into_iter().filter(|verdict| range.contains(*verdict)) {
            let heads = &mut gathered.heads[verdict.index()];
            *if range.settled() { &mut heads.settled } else { &mut heads.possible } += 1;
        }
        let room = gathered.range.unwrap_or(range);
        gathered.range = Some(Range { worst: room.worst.min(range.worst), best: room.best.max(range.best) });
    }
    for (index, input) in topic.inputs.iter().enumerate() {
        let mut spread = spread(input, room);
        spread.swayed = swayed(topic, room, &ends, index);
        gathered.spreads.push(spread);
    }
    gathered
}

impl Gathered {
    /// The questions whose answers differ, and differ so that verdicts do: those that would move the most verdicts first, then
    /// those that divide most.
    #[must_use]
    pub fn to_discuss(&self) -> Vec<&Spread> {
        let mut first = sorted(&self.spreads, |before, after| {
            after.swayed > before.swayed || after.swayed == before.swayed && after.divides_more(before)
        });
        first.retain(|spread| spread.apart > 0 && spread.swayed > 0);
        first
    }

    /// Every question, those that divide most first. Ties keep the topic's order.
    #[must_use]
    pub fn most_divided(&self) -> Vec<&Spread> {
        sorted(&self.spreads, |before, after| after.divides_more(before))
    }
}

impl Spread {
    /// Whether a larger share of the pairs who answered it answered it differently.
    //
    // Of all measures of disagreement, the share of pairs is one that a room can check by counting hands. It needs no order
    // among the answers and no weight: nothing when all agree, and, of a room in two camps, most when they are equal.
    fn divides_more(&self, other: &Self) -> bool {
        let share = |one: &Self, other: &Self| one.apart as u64 * other.pairs.max(1) as u64;
        share(self, other) > share(other, self)
    }
}

/// Each where it goes: a sort brought from outside would weigh more than all of this.
fn sorted(spreads: &[Spread], goes_before: impl Fn(&Spread, &Spread) -> bool) -> Vec<&Spread> {
    let mut sorted: Vec<&Spread> = Vec::new();
    for spread in spreads {
        let place = sorted.iter().position(|before| goes_before(before, spread)).unwrap_or(sorted.len());
        sorted.insert(place, spread);
    }
    sorted
}

fn of_ends(topic: &Topic, ends: Ends) -> Range {
    Range { worst: lowest(topic, ends.worst), best: lowest(topic, ends.best) }
}

fn spread(input: &Input, room: &[&Answers]) -> Spread {
    let counts = vec![0; input.codes.len()];
    let question = input.question;
    let mut spread = Spread { question, counts, none: 0, unknown: 0, silent: 0, apart: 0, pairs: 0, swayed: 0 };
    // Boxes that somebody did not tick, and left open.
    let mut left_open = spread.counts.clone();
    for answers in room {
        let ticks = match answers.get(question) {
            Some(Answer::Choice(choice)) if !input.many => {
                let place = input.codes.iter().position(|code| *code == choice.0);
                *place.and_then(|place| spread.counts.get_mut(place)).unwrap_or(&mut spread.silent) += 1;
                continue;
            }
            Some(Answer::Unknown) => Ticks { ticked: 0, rest_open: true },
            Some(Answer::Ticks(ticks)) if input.many => ticks,
            _ => {
                spread.silent += 1;
                continue;
            }
        };
        spread.none += usize::from(ticks == Ticks::default());
        spread.unknown += usize::from(ticks.rest_open);
        for (place, code) in input.codes.iter().enumerate() {
            let is_ticked = ticks.has(*code);
            spread.counts[place] += usize::from(is_ticked);
            left_open[place] += usize::from(ticks.rest_open && !is_ticked);
        }
    }
    let n = room.len() - spread.silent;
    spread.pairs = n * n.saturating_sub(1) / 2;
    spread.apart = if input.many {
        // Whole sets of boxes are hardly ever the same: a room would seem to agree on nothing.
        let boxes = spread.counts.iter().zip(&left_open);
        boxes.map(|(ticked, open)| apart(&[*ticked, *open, n - ticked - open])).max().unwrap_or(0)
    } else {
        apart(&spread.counts) + spread.unknown * (n - spread.unknown)
    };
    spread
}

/// How many pairs there are of people who are not in the same camp.
fn apart(camps: &[usize]) -> usize {
    let (mut n, mut apart) = (0, 0);
    for camp in camps {
        apart += n * camp;
        n += camp;
    }
    apart
}

/// How many people would have another verdict, had they answered a question as somebody else in the room did. What somebody
/// does not know sways nobody, and who gave no answer is not counted: nothing there is for a room to argue about.
fn swayed(topic: &Topic, room: &[&Answers], ends: &[Vec<Ends>], index: usize) -> usize {
    let own = |all: &[Ends]| all.get(index).copied().unwrap_or(Ends::closed(u32::MAX));
    // Answers that do the same to the rules do the same to everybody: there are far fewer of those than of answers.
    let mut given: Vec<u32> = Vec::new();
    for own in ends.iter().map(|all| own(all)) {
        if !own.is_open() && !given.contains(&own.best) {
            given.push(own.best);
        }
    }
    let question = topic.inputs.get(index).map(|input| input.question);
    let is_swayed = |(answers, all): &(&&Answers, &Vec<Ends>)| {
        let others = others(all, index);
        let with = |own: Ends| of_ends(topic, Ends { best: others.best & own.best, worst: others.worst & own.worst });
        let is_other = |rules: &u32| with(Ends::closed(*rules)) != with(own(all));
        question.is_some_and(|question| answers.get(question).is_some()) && given.iter().any(is_other)
    };
    room.iter().zip(ends).filter(is_swayed).count()
}

/// How many people there are in the sample room.
pub const N_SAMPLE: usize = 12;

/// An invented room, to try the map with: the team of a worked situation, where not everybody sees everything the same way.
/// The same room every time.
#[must_use]
pub fn sample_room(content: &Content, position: usize) -> Vec<Answers> {
    // The last one about the topic: of several, the furthest on, which has more to lose.
    let about = content.situations.iter().rev().find(|situation| usize::from(situation.topic) == position);
    let team = about.map(|situation| content.answers_of(situation)).unwrap_or_default();
    let inputs = content.topics.get(position).map_or(&[][..], |topic| &topic.inputs);
    let one = |person: usize| {
        let with = |(place, input): (usize, &Input)| {
            // Of the twelve, as many see question `place` another way as the first number says: who they are depends on the
            // question, since 5 and 12 share no divisor.
            let turn = (person * 5 + place * 7) % N_SAMPLE;
            let is_other = turn < (place * 5 + 3) % 7;
            Some((input.question, seen(input, team.get(input.question)?, if is_other { turn + 1 } else { 0 })))
        };
        inputs.iter().enumerate().filter_map(with).collect()
    };
    (0..N_SAMPLE).map(one).collect()
}

/// An answer as somebody else on the team would give it: one of them does not know, another ticks or picks the next, and so on.
fn seen(input: &Input, answer: Answer, turn: usize) -> Answer {
    let code = |place: usize| input.codes.get(place % input.codes.len().max(1)).copied().unwrap_or_default();
    match (answer, turn) {
        (answer, 0) => answer,
        (_, 1) if !input.many => Answer::Unknown,
        (Answer::Ticks(ticks), turn) => {
            let code = code(turn);
            Answer::Ticks(Ticks { rest_open: turn == 1, ..ticks.with(code, !ticks.has(code)) })
        }
        (Answer::Choice(choice), _) => {
            let place = input.codes.iter().position(|code| *code == choice.0).unwrap_or_default();
            Answer::Choice(ChoiceId(code(place + 1)))
        }
        (Answer::Unknown, turn) if !input.many => Answer::Choice(ChoiceId(code(turn))),
        (Answer::Unknown, _) => answer,
    }
}
