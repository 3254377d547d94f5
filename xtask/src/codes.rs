//! `cargo xtask codes`: decodes ten million random and damaged codes on all cores. None may panic, and only codes that the app
//! wrote may be accepted.

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::Answers;
use boussole_core::link::{self, LinkNotice};

use crate::bench::{Random, situation};

const N_CODES: usize = 10_000_000;
/// Different codes to damage, about one topic or about all.
const N_POOL: usize = 4096;
/// Codes a thread takes at a time.
const CHUNK: usize = 1 << 14;
const SEED: u64 = 0x5EED_B055;
const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Decodes the codes and prints the counts.
///
/// # Errors
/// When a code that the app did not write gives answers: the error names the first ones.
pub fn run(args: &[String]) -> Result<()> {
    let seed = match args.iter().map(String::as_str).collect::<Vec<&str>>()[..] {
        [] => SEED,
        ["--seed", n] => n.parse().with_context(|| format!("--seed takes a number, not {n}"))?,
        _ => bail!("codes takes --seed N, or nothing"),
    };
    if cfg!(debug_assertions) {
        return crate::fast::again("codes", args);
    }
    let content = bundled::content();
    let pool = pool(content, &mut Random::new(seed));
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let (next, total) = (AtomicUsize::new(0), Mutex::new(Counts::default()));
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..n_threads {
            scope.spawn(|| {
                let mut counts = Counts::default();
                loop {
                    let start = next.fetch_add(CHUNK, Ordering::Relaxed);
                    if start >= N_CODES {
                        break;
                    }
                    // A seed for each chunk, not for each thread: the codes are the same on any number of cores.
                    let mut random = Random::new(seed ^ (start as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
                    (start..N_CODES.min(start + CHUNK)).for_each(|_| counts.decode(content, &pool, &mut random));
                }
                total.lock().unwrap_or_else(PoisonError::into_inner).add(counts);
            });
        }
    });
    let seconds = started.elapsed().as_secs_f64();
    let counts = total.into_inner().unwrap_or_else(PoisonError::into_inner);
    counts.print(seconds, n_threads, seed);
    if !counts.wrong.is_empty() {
        bail!("damaged codes give answers: {}", counts.wrong.join(", "));
    }
    Ok(())
}

/// Codes that the app wrote, as a list and as a set.
struct Pool {
    codes: Vec<Vec<u8>>,
    written: HashSet<Vec<u8>>,
}

fn pool(content: &Content, random: &mut Random) -> Pool {
    let codes: Vec<Vec<u8>> = (0..N_POOL)
        .map(|place| {
            let answers = situation(content, random);
            // Most links are about one technology.
            let linked = match place % 4 {
                0 => answers,
                _ => link::of_topic(content, random.below(content.topics.len()), &answers),
            };
            link::encode(content, &linked).into_bytes()
        })
        .collect();
    Pool { written: codes.iter().cloned().collect(), codes }
}

/// The counts of each outcome.
#[derive(Default)]
struct Counts {
    n: usize,
    n_kinds: [usize; KINDS.len()],
    cut: usize,
    altered: usize,
    newer: usize,
    /// Accepted: the damage gave a code of the pool.
    written: usize,
    wrong: Vec<String>,
}

/// A way to make a damaged code from the pool.
type Damage = fn(&Pool, &mut Random) -> Vec<u8>;

/// The kinds of damage, all equally frequent.
const KINDS: [(&str, Damage); 9] = [
    ("random text", random_text),
    ("one character changed", |pool, random| changed(pool, random, 1)),
    ("two to four characters changed", |pool, random| {
        let n = 2 + random.below(3);
        changed(pool, random, n)
    }),
    ("up to 24 characters changed", |pool, random| changed(pool, random, 24)),
    ("cut at an end", cut),
    ("two characters swapped", swapped),
    ("characters inserted", inserted),
    ("a part repeated", repeated),
    ("two codes spliced", spliced),
];

impl Counts {
    fn decode(&mut self, content: &Content, pool: &Pool, random: &mut Random) {
        let kind = random.below(KINDS.len());
        let code = KINDS[kind].1(pool, random);
        self.n += 1;
        self.n_kinds[kind] += 1;
        let Ok(text) = std::str::from_utf8(&code) else { return };
        let (answers, notices) = link::decode(content, text);
        match notices.first() {
            Some(LinkNotice::Cut) => self.cut += 1,
            Some(LinkNotice::Altered) => self.altered += 1,
            Some(LinkNotice::Newer) => self.newer += 1,
            _ if pool.written.contains(&code) => self.written += 1,
            _ => self.wrong.push(text.to_owned()),
        }
        let is_refused = matches!(notices.first(), Some(LinkNotice::Cut | LinkNotice::Altered | LinkNotice::Newer));
        if is_refused && answers != Answers::new() {
            self.wrong.push(format!("{text} (refused, but its answers were read)"));
        }
        self.wrong.truncate(10);
    }

    fn add(&mut self, other: Self) {
        self.n += other.n;
        for (mine, theirs) in self.n_kinds.iter_mut().zip(other.n_kinds) {
            *mine += theirs;
        }
        self.cut += other.cut;
        self.altered += other.altered;
        self.newer += other.newer;
        self.written += other.written;
        self.wrong.extend(other.wrong);
    }

    #[allow(clippy::cast_precision_loss, reason = "counts are far below what a float holds exactly")]
    fn print(&self, seconds: f64, n_threads: usize, seed: u64) {
        println!("{} codes, seed {seed}, {n_threads} threads, {seconds:.1} s", self.n);
        for ((name, _), n) in KINDS.iter().zip(self.n_kinds) {
            println!("  {name:<32}{n:>10}");
        }
        println!("reported as cut {}, altered {}, newer {}", self.cut, self.altered, self.newer);
        println!(
            "accepted {}, each of them a code that the app wrote; wrongly accepted {}",
            self.written,
            self.wrong.len()
        );
        println!("{:.2} million codes a second", self.n as f64 / seconds / 1e6);
        println!(
            "The checksum finds every change within 32 consecutive bits, so every changed character. Any other damage passes \
             once in 4 294 967 296"
        );
    }
}

fn any<'a>(pool: &'a Pool, random: &mut Random) -> &'a [u8] {
    &pool.codes[random.below(pool.codes.len())]
}

fn char(random: &mut Random) -> u8 {
    ALPHABET[random.below(ALPHABET.len())]
}

fn random_text(_: &Pool, random: &mut Random) -> Vec<u8> {
    let len = random.below(120);
    (0..len).map(|_| char(random)).collect()
}

/// A code with some characters changed. The same place may be chosen twice.
fn changed(pool: &Pool, random: &mut Random, n: usize) -> Vec<u8> {
    let mut code = any(pool, random).to_vec();
    for _ in 0..n {
        let place = random.below(code.len());
        code[place] = char(random);
    }
    code
}

fn cut(pool: &Pool, random: &mut Random) -> Vec<u8> {
    let code = any(pool, random);
    let place = random.below(code.len());
    if random.below(4) == 0 { code[place..].to_vec() } else { code[..place].to_vec() }
}

fn swapped(pool: &Pool, random: &mut Random) -> Vec<u8> {
    let mut code = any(pool, random).to_vec();
    let (one, other) = (random.below(code.len()), random.below(code.len()));
    code.swap(one, other);
    code
}

fn inserted(pool: &Pool, random: &mut Random) -> Vec<u8> {
    let mut code = any(pool, random).to_vec();
    for _ in 0..=random.below(3) {
        let (place, char) = (random.below(code.len() + 1), char(random));
        code.insert(place, char);
    }
    code
}

fn repeated(pool: &Pool, random: &mut Random) -> Vec<u8> {
    let code = any(pool, random);
    let (start, end) = (random.below(code.len()), random.below(code.len()));
    let (start, end) = (start.min(end), start.max(end) + 1);
    [&code[..end], &code[start..]].concat()
}

fn spliced(pool: &Pool, random: &mut Random) -> Vec<u8> {
    let (one, other) = (any(pool, random), any(pool, random));
    let (end, start) = (random.below(one.len() + 1), random.below(other.len() + 1));
    [&one[..end], &other[start..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_damage_is_reported() {
        let content = bundled::content();
        let mut random = Random::new(1);
        let pool = pool(content, &mut random);
        let mut counts = Counts::default();
        (0..2000).for_each(|_| counts.decode(content, &pool, &mut random));
        assert!(counts.wrong.is_empty(), "{:?}", counts.wrong);
        assert!(counts.n_kinds.iter().all(|n| *n > 100) && counts.cut > 100 && counts.altered > 100);
    }
}
