//! `cargo xtask bench`: the speed of the engine, the links and the codes of a room, as rates and as ratios within one run. With
//! `--browser`, the speed of the last build in Chromium; with `--against FOLDER`, that of two builds in turn.

use std::hint::black_box;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use boussole::documents::Place;
use boussole::{bundled, prerender};
use boussole_core::content::{Content, Topic, unpack};
use boussole_core::domain::{Answer, Answers, ChoiceId, Lang, Ticks};
use boussole_core::link::View;
use boussole_core::state::{AppState, Room, Theme};
use boussole_core::{engine, link};

use crate::{setup, shell};

/// How long each measurement runs. It is repeated, and the median is kept.
const MEASURE: Duration = Duration::from_millis(300);
const REPEATS: usize = 5;
/// The number of people in a large room, and the limit of the time for all their codes, in times the time for one code.
const N_ROOM: usize = 200;
const ROOM_LIMIT: f64 = 250.0;
/// Number of different situations, so that no measurement depends on one answer set.
const N_SITUATIONS: usize = 997;

/// Measures and prints.
///
/// # Errors
/// With `--browser`, when Chromium or a build is missing.
pub fn run(args: &[String]) -> Result<()> {
    match args.iter().map(String::as_str).collect::<Vec<&str>>()[..] {
        [] => {}
        ["--browser"] => return in_the_browser(&["--measure"]),
        ["--browser", "--against", folder] => return compare_builds(folder),
        _ => bail!("bench takes --browser, --browser --against FOLDER, or nothing"),
    }
    if cfg!(debug_assertions) {
        return crate::fast::again("bench", args);
    }
    let content = bundled::content();
    let mut random = Random::new(0x9E37_79B9_7F4A_7C15);
    let situations: Vec<Answers> = (0..N_SITUATIONS).map(|_| situation(content, &mut random)).collect();
    let codes: Vec<String> = situations.iter().map(|answers| link::encode(content, answers)).collect();
    let damaged: Vec<String> = codes.iter().map(|code| changed(code, &mut random)).collect();
    let pairs: Vec<_> =
        situations.iter().flat_map(|answers| content.topics.iter().map(move |topic| (topic, answers))).collect();

    let judged = rate(&pairs, |(topic, answers)| {
        black_box(engine::judge(topic, answers));
    });
    println!("One core, random situations, median of {REPEATS} runs of {} ms", MEASURE.as_millis());
    print("judge one topic", judged, judged);
    print(
        "what limits it",
        rate(&pairs, |(topic, answers)| {
            black_box(engine::judge(topic, answers).limits(topic).count());
        }),
        judged,
    );
    print(
        "what speaks for it",
        rate(&pairs, |(topic, answers)| drop(black_box(engine::supports(topic, answers)))),
        judged,
    );
    print(
        "the next question",
        rate(&pairs, |(topic, answers)| {
            black_box(engine::next(topic, answers));
        }),
        judged,
    );
    print("the open questions", rate(&pairs, |(topic, answers)| drop(black_box(engine::open(topic, answers)))), judged);
    print(
        "what would raise it",
        rate(&pairs, |(topic, answers)| drop(black_box(engine::lifts(topic, answers)))),
        judged,
    );
    let explained = rate(&pairs, |(topic, answers)| explain(topic, answers));
    print("explain a result", explained, judged);
    print("write a code", rate(&situations, |answers| drop(black_box(link::encode(content, answers)))), judged);
    print("read a whole code", rate(&codes, |code| drop(black_box(link::decode(content, code)))), judged);
    print("read a damaged code", rate(&damaged, |code| drop(black_box(link::decode(content, code)))), judged);
    let unpacked = rate(&[bundled::packed()], |bytes| drop(black_box(unpack(bytes))));
    print("unpack the content", unpacked, judged);
    let outcome = if judged >= 1e6 { "reached" } else { "MISSED" };
    println!("goal of a million judgements a second: {outcome}");
    println!();
    room(content, &situations);
    Ok(())
}

/// The time that a large room takes, in times the time for one code: to read the codes, to count the answers, to draw the page,
/// and all of it, as when someone pastes the codes. The answers differ from person to person.
fn room(content: &'static Content, situations: &[Answers]) {
    let position = content.topics.len() - 1;
    let topic = &content.topics[position];
    let of_topic = situations.iter().map(|answers| link::of_topic(content, position, answers));
    let people: Vec<Answers> =
        of_topic.filter(|answers| engine::is_started(content, position, answers)).take(N_ROOM).collect();
    let codes: Vec<String> = people.iter().map(|answers| link::encode(content, answers)).collect();
    let all = codes.join("\n");
    let state = |text: &String| {
        let mut state = AppState::new(Lang::Fr, Theme::Auto, Answers::new());
        state.view = View::Room(Some(position));
        state.changed(content, Room::CODES, text, true);
        state
    };
    let draw = |state: &AppState| {
        drop(black_box(prerender(content, Place::File, state.clone())));
    };
    let read = |text: &String| drop(black_box(link::lines(content, text, 1)));
    let gather = |room: &Vec<&Answers>| drop(black_box(engine::summarise_room(topic, room)));
    let (alone, together): (Vec<Vec<&Answers>>, _) =
        (people.iter().map(|one| vec![one]).collect(), people.iter().collect());
    let (one, many): (Vec<AppState>, AppState) = (codes.iter().map(state).collect(), state(&all));
    let whole = |text: &String| draw(&state(text));

    println!("A room: {N_ROOM} codes about {}, and their time as a multiple of the time for one code", topic.id);
    let steps = [
        ("read the codes", rate(&codes, read), rate(std::slice::from_ref(&all), read)),
        ("count the answers", rate(&alone, gather), rate(&[together], gather)),
        ("draw the page", rate(&one, draw), rate(&[many], draw)),
    ];
    let mut is_within = true;
    let all_steps = ("all of it", rate(&codes, whole), rate(&[all], whole));
    for (what, one, many) in steps.into_iter().chain([all_steps]) {
        println!("  {what:<22}{:>10.2} ms  {:>9.1} times one code", 1e3 / many, one / many);
        is_within &= one / many <= ROOM_LIMIT;
    }
    let outcome = if is_within { "reached" } else { "MISSED" };
    println!("goal of at most {ROOM_LIMIT} times the time for one code, at each step: {outcome}");
}

/// Everything that a result page says about a verdict, before it is put into words.
fn explain(topic: &Topic, answers: &Answers) {
    let judgement = black_box(engine::judge(topic, answers));
    black_box(judgement.limits(topic).count());
    drop(black_box(engine::supports(topic, answers)));
    drop(black_box(engine::lifts(topic, answers)));
    drop(black_box(engine::fragile(topic, answers)));
    drop(black_box(engine::open(topic, answers)));
    if let Some(next) = black_box(engine::next(topic, answers)) {
        black_box(engine::power(topic, answers, next));
    }
    black_box(engine::tensions(topic, answers).count());
    black_box(engine::signs(topic, answers, judgement.range.best).count());
}

/// Compares the last build with another one, a `dist` folder.
fn compare_builds(folder: &str) -> Result<()> {
    let folder = std::env::current_dir()?.join(folder);
    ensure!(folder.join(crate::pack::SINGLE_FILE).is_file(), "{} is not a build of the app", folder.display());
    let folder = folder.to_str().context("the folder's name is not valid Unicode")?;
    in_the_browser(&["--against", folder])
}

/// Measures in Chromium, with the end-to-end harness.
fn in_the_browser(options: &[&str]) -> Result<()> {
    let browsers = setup::prepare_browsers(false)?;
    let mut test = shell::native_cargo();
    test.args(["test", "--quiet", "--test", "e2e", "--"]).args(options);
    browsers.name_to(&mut test);
    shell::run_as_is(&mut test)
}

fn print(what: &str, rate: f64, judged: f64) {
    println!("  {what:<22}{:>10.3} million/s  {:>9.1} times a judgement", rate / 1e6, judged / rate);
}

/// Items per second, the median of several runs.
#[allow(clippy::cast_precision_loss, reason = "counts are far below what a float holds exactly")]
fn rate<T>(items: &[T], work: impl Fn(&T)) -> f64 {
    let mut rates: Vec<f64> = (0..REPEATS)
        .map(|_| {
            let started = Instant::now();
            let mut n = 0_usize;
            while started.elapsed() < MEASURE {
                items.iter().for_each(&work);
                n += items.len();
            }
            n as f64 / started.elapsed().as_secs_f64()
        })
        .collect();
    rates.sort_by(f64::total_cmp);
    rates[REPEATS / 2]
}

/// Returns the code with one character changed.
fn changed(code: &str, random: &mut Random) -> String {
    let place = random.below(code.len());
    let char = if code[place..].starts_with('A') { "B" } else { "A" };
    [&code[..place], char, &code[place + 1..]].concat()
}

/// A small random generator with a fixed seed: every run measures the same situations.
pub struct Random(u64);

impl Random {
    /// Creates a generator from a seed.
    pub const fn new(seed: u64) -> Self {
        // From zero, it would only give zeros.
        Self(if seed == 0 { 1 } else { seed })
    }

    /// Returns a number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0) % n
    }
}

/// Returns a random situation. Each question has one chance in five to be open.
pub fn situation(content: &Content, random: &mut Random) -> Answers {
    let mut answers = Answers::new();
    for question in content.questions.iter() {
        if random.below(5) == 0 {
            continue;
        }
        let choice = &question.choices[random.below(question.choices.len())];
        let ticks = Ticks::default().with(choice.code, random.below(3) > 0);
        let answer = if question.many { Answer::Ticks(ticks) } else { Answer::Choice(ChoiceId(choice.code)) };
        answers.set(question.code, answer);
    }
    answers
}
