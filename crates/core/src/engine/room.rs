//! Summarises the answers of a room about one topic: counts, disagreements, and the disagreements that change verdicts.

use std::cmp::Ordering;

use super::{Ends, all_ends, lowest, others};
use crate::content::{Content, Input, Topic};
use crate::domain::{Answer, Answers, ChoiceId, QuestionId, Range, Ticks, Verdict};

/// The summary of a room's answers about one topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomSummary {
    /// The number of people.
    pub n: usize,
    /// The number of people at each verdict, in the order of the dial.
    pub verdict_counts: [VerdictCounts; 5],
    /// The range from the lowest to the highest verdict still possible for anyone. None for an empty room.
    pub range: Option<Range>,
    /// The answers to each question, in the topic's order.
    pub spreads: Vec<AnswerCounts>,
}

/// The number of people at a verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VerdictCounts {
    /// People whose verdict is settled on it.
    pub settled: usize,
    /// People for whom it is one of several possible verdicts.
    pub possible: usize,
}

/// The distribution of the answers to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerCounts {
    /// The question.
    pub question: QuestionId,
    /// The number of people who gave each choice or ticked each box, in the order shown.
    pub counts: Vec<usize>,
    /// The number of people who answered "none of these".
    pub none: usize,
    /// The number of people who answered "I don't know", for the whole question or for the boxes left unticked.
    pub unknown: usize,
    /// The number of people who gave no answer.
    pub n_unanswered: usize,
    /// The number of pairs of people who answered differently. For boxes, that of the most disputed box.
    pub n_differing: usize,
    /// The number of pairs of people who answered.
    pub pairs: usize,
    /// The number of people whose range would change with somebody else's answer to this question.
    pub n_swayed: usize,
}

/// Summarises the answers of a room about one topic.
#[must_use]
pub fn summarise_room(topic: &Topic, room: &[&Answers]) -> RoomSummary {
    let ends: Vec<Vec<Ends>> = room.iter().map(|answers| all_ends(topic, answers)).collect();
    let mut summary =
        RoomSummary { n: room.len(), verdict_counts: Default::default(), range: None, spreads: Vec::new() };
    for all in &ends {
        let range = of_ends(topic, others(all, all.len()));
        for verdict in Verdict::ALL.into_iter().filter(|verdict| range.contains(*verdict)) {
            let heads = &mut summary.verdict_counts[verdict.index()];
            *if range.settled() { &mut heads.settled } else { &mut heads.possible } += 1;
        }
        let room = summary.range.unwrap_or(range);
        summary.range = Some(Range { worst: room.worst.min(range.worst), best: room.best.max(range.best) });
    }
    for (index, input) in topic.inputs.iter().enumerate() {
        let mut spread = spread(input, room);
        spread.n_swayed = n_swayed(topic, room, &ends, index);
        summary.spreads.push(spread);
    }
    summary
}

impl RoomSummary {
    /// The questions whose answers differ and change verdicts. Those that change the most verdicts come first, then those with
    /// the most disagreement.
    #[must_use]
    pub fn to_discuss(&self) -> Vec<&AnswerCounts> {
        let mut spreads: Vec<&AnswerCounts> =
            self.spreads.iter().filter(|spread| spread.n_differing > 0 && spread.n_swayed > 0).collect();
        spreads.sort_by(|one, other| other.n_swayed.cmp(&one.n_swayed).then_with(|| other.compare_disagreement(one)));
        spreads
    }

    /// Every question, those with the most disagreement first. Ties keep the topic's order.
    #[must_use]
    pub fn most_divided(&self) -> Vec<&AnswerCounts> {
        let mut spreads: Vec<&AnswerCounts> = self.spreads.iter().collect();
        spreads.sort_by(|one, other| other.compare_disagreement(one));
        spreads
    }
}

impl AnswerCounts {
    /// Compares the shares of pairs who answered differently.
    //
    // A room can check this measure by counting hands. It needs neither weights nor an order among the answers. It is 0 when
    // all agree, and highest for two groups when they are of equal size.
    fn compare_disagreement(&self, other: &Self) -> Ordering {
        // The fractions are compared by cross-multiplication, so that native and wasm give the same order.
        let scaled = |one: &Self, other: &Self| one.n_differing as u64 * other.pairs.max(1) as u64;
        scaled(self, other).cmp(&scaled(other, self))
    }
}

fn of_ends(topic: &Topic, ends: Ends) -> Range {
    Range { worst: lowest(topic, ends.worst), best: lowest(topic, ends.best) }
}

fn spread(input: &Input, room: &[&Answers]) -> AnswerCounts {
    let counts = vec![0; input.codes.len()];
    let question = input.question;
    let mut spread =
        AnswerCounts { question, counts, none: 0, unknown: 0, n_unanswered: 0, n_differing: 0, pairs: 0, n_swayed: 0 };
    // For each box, the number of people who left it open.
    let mut left_open = spread.counts.clone();
    for answers in room {
        let ticks = match answers.get(question) {
            Some(Answer::Choice(choice)) if !input.many => {
                let place = input.codes.iter().position(|code| *code == choice.0);
                *place.and_then(|place| spread.counts.get_mut(place)).unwrap_or(&mut spread.n_unanswered) += 1;
                continue;
            }
            Some(Answer::Unknown) => Ticks { ticked: 0, rest_open: true },
            Some(Answer::Ticks(ticks)) if input.many => ticks,
            _ => {
                spread.n_unanswered += 1;
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
    let n = room.len() - spread.n_unanswered;
    spread.pairs = n * n.saturating_sub(1) / 2;
    spread.n_differing = if input.many {
        // Boxes are compared one by one: two people hardly ever tick the same set.
        let boxes = spread.counts.iter().zip(&left_open);
        boxes.map(|(ticked, open)| n_differing_pairs(&[*ticked, *open, n - ticked - open])).max().unwrap_or(0)
    } else {
        n_differing_pairs(&spread.counts) + spread.unknown * (n - spread.unknown)
    };
    spread
}

/// The number of pairs of people in different groups.
fn n_differing_pairs(groups: &[usize]) -> usize {
    let (mut n, mut n_pairs) = (0, 0);
    for group in groups {
        n_pairs += n * group;
        n += group;
    }
    n_pairs
}

/// The number of people whose range would change with somebody else's answer to a question.
///
/// An open answer is never lent to somebody else, and people who gave no answer are not counted: neither gives the room anything
/// to discuss.
fn n_swayed(topic: &Topic, room: &[&Answers], ends: &[Vec<Ends>], index: usize) -> usize {
    let own = |all: &[Ends]| all.get(index).copied().unwrap_or(Ends::closed(u32::MAX));
    // Answers that allow the same rules have the same effect, so each set of rules is tried once.
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

/// The number of people in the sample room.
pub const N_SAMPLE: usize = 12;

/// An invented room to try the summary with: the team of a worked situation, with some answers changed.
///
/// The room is the same every time.
#[must_use]
pub fn sample_room(content: &Content, position: usize) -> Vec<Answers> {
    // The last situation about a topic is the nearest to adoption, so it has the most answers to change.
    let about = content.situations.iter().rev().find(|situation| usize::from(situation.topic) == position);
    let team = about.map(|situation| content.answers_of(situation)).unwrap_or_default();
    let inputs = content.topics.get(position).map_or(&[][..], |topic| &topic.inputs);
    let answers_of = |person: usize| {
        let inputs = inputs.iter().enumerate();
        let answered = inputs.filter_map(|(question_idx, input)| {
            // 5 and 12 are coprime, so each person has a different `turn` for a question. The people with the lowest turns,
            // 0 to 6 of them depending on the question, give another answer than the team.
            let turn = (person * 5 + question_idx * 7) % N_SAMPLE;
            let n_dissenters = (question_idx * 5 + 3) % 7;
            let variant = if turn < n_dissenters { turn + 1 } else { 0 };
            Some((input.question, varied(input, team.get(input.question)?, variant)))
        });
        answered.collect()
    };
    (0..N_SAMPLE).map(answers_of).collect()
}

/// A variant of the team's answer. Variant 0 is the answer itself and variant 1 leaves it open; the others change a box or the
/// choice.
fn varied(input: &Input, answer: Answer, variant: usize) -> Answer {
    let code = |place: usize| input.codes.get(place % input.codes.len().max(1)).copied().unwrap_or_default();
    match (answer, variant) {
        (answer, 0) => answer,
        (_, 1) if !input.many => Answer::Unknown,
        (Answer::Ticks(ticks), variant) => {
            let code = code(variant);
            Answer::Ticks(Ticks { rest_open: variant == 1, ..ticks.with(code, !ticks.has(code)) })
        }
        (Answer::Choice(choice), _) => {
            let place = input.codes.iter().position(|code| *code == choice.0).unwrap_or_default();
            Answer::Choice(ChoiceId(code(place + 1)))
        }
        (Answer::Unknown, variant) if !input.many => Answer::Choice(ChoiceId(code(variant))),
        (Answer::Unknown, _) => answer,
    }
}
