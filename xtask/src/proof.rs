//! `cargo xtask proof`, the exhaustive check: compares the engine with an independent oracle, over every answer set of every
//! topic.
//!
//! An answer set gives each question of a topic one of its choices, or leaves it open. For a question with several answers, an
//! answer set ticks some of the boxes, and the others are either all unticked or all open. The results list what was checked.

mod fragile;
mod sheet;
mod space;
mod table;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use anyhow::{Result, bail};
use boussole::bundled;
use boussole_core::content::{Content, Topic};
use boussole_core::domain::{Answer, Answers, Ticks, Verdict};
use boussole_core::engine::{self, Lift, Step};
use boussole_core::record::exhaustive_check::{CheckReport, TopicCheck};

pub use sheet::sheet;
use space::{Digit, Space, put};
use table::{Ends, Tables};

/// Answer sets a thread takes at a time.
const CHUNK: usize = 1 << 14;

/// Checks the content, prints the results, and saves them for the page that shows them.
///
/// # Errors
/// When a property does not hold: the error names the first answer sets that break it.
pub fn run(args: &[String]) -> Result<()> {
    if cfg!(debug_assertions) {
        return crate::fast::again("proof", args);
    }
    let content = bundled::content();
    let started = Instant::now();
    // The key comes first, so that a change made during the run counts as not checked.
    let key = sheet::key()?;
    println!("Exhaustive check, content of {}", content.date);
    println!("{:<18}{:>12}{:>12}  verdicts of the closed sets: {}", "topic", "answer sets", "closed", names());
    let mut totals = Counts::default();
    let mut topics = Vec::new();
    for topic in &content.topics {
        check_one_question(content, topic)?;
        let space = Space::new(content, topic);
        let tables = Tables::new(&space);
        let counts = check(&space, &tables)?;
        let verdicts: Vec<String> = counts.verdicts.iter().map(|n| format!("{n:>9}")).collect();
        println!("{:<18}{:>12}{:>12}  {}", topic.id, counts.n, counts.n_closed, verdicts.join(" "));
        topics.push(TopicCheck {
            id: topic.id.clone(),
            n: counts.n,
            n_closed: counts.n_closed,
            verdicts: counts.verdicts,
        });
        totals.add(&counts);
    }
    let sheet = CheckReport {
        key,
        content: content.date,
        run: sheet::today(),
        topics,
        pairs: totals.pairs,
        open: totals.open,
        lifts: totals.lifts,
        fragile: totals.fragile,
        asked: totals.asked,
        askable: totals.askable,
        milliseconds: started.elapsed().as_millis().try_into()?,
        threads: n_threads(),
    };
    print(&sheet);
    sheet::save(&sheet)
}

fn print(sheet: &CheckReport) {
    let all = sheet.all();
    println!("{:<18}{:>12}{:>12}", "all", all.n, all.n_closed);
    println!();
    println!("Holds for every answer set above:");
    println!(
        "  exact range       both ends are the lowest and the highest verdict over all answers to the open questions"
    );
    println!("  monotony          a more favourable answer never lowers the verdict: {} pairs", sheet.pairs);
    println!(
        "  open questions    a question is asked exactly when it can still change the verdict: {} questions",
        sheet.open
    );
    println!(
        "  lifts             sufficient, minimal, and complete, by a search of every subset of questions: {} sets to lift",
        sheet.lifts
    );
    println!(
        "  fragile answers   every answer that alone lowers the verdict, with its smallest change: {} answers",
        sheet.fragile
    );
    println!("  least lift        each lifted answer changes no more than needed");
    println!(
        "Holds for every topic: each verdict is reached, each ceiling is reached, each question matters in some answer set"
    );
    println!("  one question      \"which problem\" comes first, and \"none\" settles the verdict");
    println!(
        "Questions asked before the verdict is settled, average over the closed sets: {} of {}",
        decimal(sheet.mean_asked()),
        decimal(sheet.mean_askable())
    );
    println!("Time: {}.{} s on {} threads", sheet.milliseconds / 1000, sheet.milliseconds % 1000 / 100, sheet.threads);
}

/// Hundredths as a decimal number.
fn decimal(hundredths: usize) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// One question is enough for a person without a problem.
fn check_one_question(content: &Content, topic: &Topic) -> Result<()> {
    let first = engine::next(topic, &Answers::new());
    let problem = first.and_then(|first| content.question(first)).filter(|question| question.many);
    let Some(problem) = problem else {
        bail!("{}: the first question asked is {first:?}, not which problem it solves", topic.id);
    };
    let none = Answers::new().with(problem.code, Answer::Ticks(Ticks::default()));
    let range = engine::judge(topic, &none).range;
    if !range.settled() || engine::next(topic, &none).is_some() {
        bail!("{}: without a problem the verdict is still {range:?}", topic.id);
    }
    Ok(())
}

fn names() -> String {
    Verdict::ALL.map(Verdict::id).join(", ")
}

fn n_threads() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// The counts of the check.
#[derive(Clone, Default)]
struct Counts {
    n: usize,
    n_closed: usize,
    verdicts: [usize; 5],
    pairs: usize,
    open: usize,
    lifts: usize,
    fragile: usize,
    asked: usize,
    askable: usize,
    reached: u64,
    mattering: u64,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.n_closed += other.n_closed;
        for (mine, theirs) in self.verdicts.iter_mut().zip(other.verdicts) {
            *mine += theirs;
        }
        self.pairs += other.pairs;
        self.open += other.open;
        self.lifts += other.lifts;
        self.fragile += other.fragile;
        self.asked += other.asked;
        self.askable += other.askable;
        self.reached |= other.reached;
        self.mattering |= other.mattering;
    }
}

fn check(space: &Space<'_>, tables: &Tables) -> Result<Counts> {
    let next_chunk = AtomicUsize::new(0);
    let found: Mutex<(Counts, Vec<String>)> = Mutex::default();
    thread::scope(|scope| {
        for _ in 0..n_threads() {
            scope.spawn(|| {
                let mut counts = Counts::default();
                let mut broken = Vec::new();
                loop {
                    let start = next_chunk.fetch_add(CHUNK, Ordering::Relaxed);
                    if start >= space.n || !broken.is_empty() {
                        break;
                    }
                    check_chunk(space, tables, start..space.n.min(start + CHUNK), &mut counts, &mut broken);
                }
                if let Ok(mut found) = found.lock() {
                    found.0.add(&counts);
                    found.1.append(&mut broken);
                }
            });
        }
    });
    let (counts, mut broken) = found.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    for (verdict, n) in Verdict::ALL.iter().zip(counts.verdicts) {
        if n == 0 {
            broken.push(format!("no answer set gives {}", verdict.id()));
        }
    }
    for (index, rule) in space.topic.rules.iter().enumerate() {
        if counts.reached & 1 << index == 0 {
            broken.push(format!("the ceiling of rule {} is never the verdict", rule.id));
        }
    }
    for (index, digit) in space.digits.iter().enumerate() {
        if counts.mattering & 1 << index == 0 {
            broken.push(format!("{} never matters", digit.question.id));
        }
    }
    if !broken.is_empty() {
        broken.truncate(10);
        bail!("{}: the check fails:\n  {}", space.topic.id, broken.join("\n  "));
    }
    Ok(counts)
}

fn check_chunk(
    space: &Space<'_>,
    tables: &Tables,
    sets: std::ops::Range<usize>,
    counts: &mut Counts,
    broken: &mut Vec<String>,
) {
    let mut values = space.digits_of(sets.start);
    let mut answers = space.answers(&values);
    for set in sets {
        let before = broken.len();
        check_set(space, tables, set, &values, &answers, counts, broken);
        if broken.len() > before {
            let named: Vec<String> = space
                .digits
                .iter()
                .zip(&values)
                .map(|(digit, value)| format!("{}: {:?}", digit.question.id, Space::answer(digit, *value)))
                .collect();
            broken.push(format!("  at {}", named.join(", ")));
        }
        // The next set differs by its lowest digits only.
        for (digit, value) in space.digits.iter().zip(&mut values) {
            *value = if *value + 1 == digit.n { 0 } else { *value + 1 };
            put(&mut answers, digit, *value);
            if *value != 0 {
                break;
            }
        }
    }
}

fn check_set(
    space: &Space<'_>,
    tables: &Tables,
    set: usize,
    values: &[usize],
    answers: &Answers,
    counts: &mut Counts,
    broken: &mut Vec<String>,
) {
    counts.n += 1;
    let judgement = engine::judge(space.topic, answers);
    let expected = tables.ends(set);
    let given = Ends { worst: judgement.range.worst, best: judgement.range.best };
    if given != expected {
        broken.push(format!("the range is {expected:?}, not {given:?}"));
    }
    for (digit, value) in space.digits.iter().zip(values) {
        for below in Space::below(digit, *value) {
            counts.pairs += 1;
            let other = tables.ends(set - value * digit.weight + below * digit.weight);
            let equal_ranks = !digit.question.many && digit.ranks[below] == digit.ranks[*value];
            if other.worst > expected.worst || other.best > expected.best || equal_ranks && other != expected {
                broken.push(format!("a less favourable {} raises the verdict", digit.question.id));
            }
        }
    }
    check_open(space, tables, set, answers, counts, broken);
    let is_closed = space.digits.iter().zip(values).all(|(digit, value)| *value < digit.n_closed);
    let fragile = engine::fragile(space.topic, answers);
    if let Some(difference) = fragile::differs(space, tables, values, &fragile) {
        broken.push(format!("fragile answers: {difference}"));
    }
    let lifts = engine::lifts(space.topic, answers);
    check_lifts(space, tables, values, &lifts, broken);
    if is_closed {
        check_closed(space, tables, values, answers, expected.best, counts, broken);
        check_least(space, values, &lifts, broken);
        counts.lifts += lifts.len();
        counts.fragile += fragile.len();
    }
}

fn check_open(
    space: &Space<'_>,
    tables: &Tables,
    set: usize,
    answers: &Answers,
    counts: &mut Counts,
    broken: &mut Vec<String>,
) {
    let open = engine::open(space.topic, answers);
    let given = space
        .digits
        .iter()
        .enumerate()
        .filter(|(_, digit)| open.contains(&digit.question.code))
        .fold(0, |given, (index, _)| given | 1 << index);
    counts.open += open.len();
    counts.mattering |= u64::from(given);
    if given != tables.mattering(set) {
        broken.push(format!("open questions are {:#b}, not {given:#b}", tables.mattering(set)));
    }
    let next = engine::next(space.topic, answers);
    let unanswered = open.iter().any(|question| answers.get(*question).is_none());
    if next.is_some() != unanswered || next.is_some_and(|next| !open.contains(&next)) {
        broken.push(format!("the next question is {next:?}"));
    }
}

/// Compares the lifts with those of the oracle, which tries every set of questions.
fn check_lifts(space: &Space<'_>, tables: &Tables, values: &[usize], lifts: &[Lift], broken: &mut Vec<String>) {
    let mut given: Vec<(u16, Verdict)> =
        lifts.iter().map(|lift| (question_bits(space, lift.steps.iter().map(Step::question)), lift.verdict)).collect();
    given.sort_unstable();
    if given != tables.lifts(space, values) {
        broken.push(format!("the sets to lift are {:?}, not {given:?}", tables.lifts(space, values)));
    }
}

fn question_bits(space: &Space<'_>, questions: impl Iterator<Item = boussole_core::domain::QuestionId>) -> u16 {
    questions
        .filter_map(|question| space.digits.iter().position(|digit| digit.question.code == question))
        .fold(0, |bits, index| bits | 1 << index)
}

fn check_closed(
    space: &Space<'_>,
    tables: &Tables,
    values: &[usize],
    answers: &Answers,
    verdict: Verdict,
    counts: &mut Counts,
    broken: &mut Vec<String>,
) {
    counts.n_closed += 1;
    counts.verdicts[verdict.index()] += 1;
    for (index, rule) in space.topic.rules.iter().enumerate() {
        counts.reached |= u64::from(rule.ceiling == verdict && space.holds(rule, values)) << index;
    }
    let limits: Vec<&str> =
        engine::judge(space.topic, answers).limits(space.topic).map(|rule| rule.id.as_str()).collect();
    let holding = space.topic.rules.iter().filter(|rule| rule.ceiling == verdict && space.holds(rule, values));
    if limits != holding.map(|rule| rule.id.as_str()).collect::<Vec<_>>() {
        broken.push(format!("what limits the verdict is not {limits:?}"));
    }
    counts.asked += tables.n_asked(space, values);
    counts.askable += space.digits.len();
}

/// The steps of a lift are sufficient together, and none of them can be smaller.
fn check_least(space: &Space<'_>, values: &[usize], lifts: &[Lift], broken: &mut Vec<String>) {
    for lift in lifts {
        for targets in targets(space, values, lift) {
            let mut lifted = values.to_vec();
            for (index, value) in &targets {
                lifted[*index] = *value;
            }
            if space.verdict(&lifted) != lift.verdict {
                broken.push(format!("{lift:?} gives {}", space.verdict(&lifted).id()));
            }
            for (index, value) in &targets {
                let digit = &space.digits[*index];
                let less = Space::below(digit, *value).into_iter().filter(|less| {
                    digit.question.many && less & values[*index] == values[*index]
                        || !digit.question.many && digit.ranks[*less] > digit.ranks[*value]
                });
                for less in less {
                    let mut fewer = lifted.clone();
                    fewer[*index] = less;
                    if space.verdict(&fewer) >= lift.verdict {
                        broken.push(format!("{lift:?} asks too much of {}", digit.question.id));
                    }
                }
            }
        }
    }
}

/// The answers that follow a lift: one set for each box that is sufficient.
fn targets(space: &Space<'_>, values: &[usize], lift: &Lift) -> Vec<Vec<(usize, usize)>> {
    let mut ways = vec![Vec::new()];
    for step in &lift.steps {
        let Some(index) = space.digits.iter().position(|digit| digit.question.code == step.question()) else {
            continue;
        };
        let digit = &space.digits[index];
        let choices: Vec<usize> = match step {
            Step::Choice { choice, .. } => {
                digit.question.choices.iter().position(|candidate| candidate.code == choice.0).into_iter().collect()
            }
            Step::AnyOf { boxes, .. } => {
                ticks(digit, *boxes).into_iter().map(|place| values[index] | 1 << place).collect()
            }
            Step::AllOf { boxes, .. } => {
                vec![ticks(digit, *boxes).into_iter().fold(values[index], |set, place| set | 1 << place)]
            }
        };
        ways = ways
            .into_iter()
            .flat_map(|way: Vec<(usize, usize)>| {
                choices.iter().map(move |choice| [way.as_slice(), &[(index, *choice)]].concat()).collect::<Vec<_>>()
            })
            .collect();
    }
    ways
}

fn ticks(digit: &Digit<'_>, boxes: u16) -> Vec<usize> {
    let choices = digit.question.choices.iter().enumerate();
    choices.filter(|(_, choice)| boxes & 1 << choice.code != 0).map(|(place, _)| place).collect()
}
