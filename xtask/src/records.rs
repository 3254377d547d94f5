//! Checks the decision records of the example situations with all the rules of markdownlint, which teams use on their records.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use boussole::bundled;
use boussole_core::domain::{Date, Lang};
use boussole_core::record::decision::{Case, Detail, decision};
use boussole_core::record::text::Form;
use boussole_core::words::Words;
use boussole_core::{engine, link, record};

use crate::{setup, shell};

/// Every rule, except the one on line length: a record has one sentence a line, like those of MADR.
const RULES: &str = "{ \"config\": { \"default\": true, \"MD013\": false } }\n";

/// A file that the linter must refuse, to show that the linter works: each line with the rule that it breaks.
const BROKEN: &[(&str, &str)] = &[
    ("# A title.", "MD026"),
    ("", ""),
    ("### A level left out", "MD001"),
    ("", ""),
    ("# A second title of the first level", "MD025"),
    ("- A list that no empty line comes before", "MD032"),
    ("- An address as it is: https://example.org/", "MD034"),
    ("- Words that end with a space ", "MD009"),
    ("- A <b>mark</b> of another language", "MD033"),
];

/// Lints the records, written into `target/records/`, then a broken record, which the linter must refuse.
///
/// # Errors
/// When the linter cannot be installed, finds a mistake in a record, or misses one in the broken record.
pub fn run(may_install: bool) -> Result<()> {
    let linter = setup::markdown_linter(may_install)?;
    let folder = shell::repository().join("target/records");
    // Without this, the linter would also read the records of removed situations and topics.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let n_written = write(&folder.join("written"))?;
    let report = lint(&linter, &folder.join("written"))?;
    ensure!(report.passed, "the linter finds mistakes in target/records/written:\n{}", report.output);
    let all = format!("Linting: {n_written} file(s)");
    ensure!(report.output.contains(&all), "the linter did not read all of the {n_written} records:\n{}", report.output);

    let broken: String = BROKEN.iter().map(|(line, _)| format!("{line}\n")).collect();
    put(&folder.join("broken"), "broken.md", &broken)?;
    let report = lint(&linter, &folder.join("broken"))?;
    let missed: Vec<&str> = BROKEN.iter().map(|(_, rule)| *rule).filter(|rule| !report.output.contains(rule)).collect();
    ensure!(!report.passed && missed.is_empty(), "the linter misses {}:\n{}", missed.join(", "), report.output);
    eprintln!(
        "  {n_written} records without a mistake; the broken record breaks {} rules, as expected",
        BROKEN.len() - 2
    );
    Ok(())
}

/// Writes a record for each example situation, technology with answers, language and length. Returns their number.
fn write(folder: &Path) -> Result<usize> {
    let content = bundled::content();
    // Any day will do: only the first lines of a record show it.
    let today = Date { year: 2026, month: 11, day: 24 };
    let mut n = 0;
    for situation in &content.situations {
        let answers = content.answers_of(situation);
        for (position, topic) in content.topics.iter().enumerate() {
            if !engine::is_started(content, position, &answers) {
                continue;
            }
            let of_topic = link::of_topic(content, position, &answers);
            for lang in Lang::ALL {
                for (detail, length, base) in [
                    (Detail::Short, "short", Some("https://example.org/boussole/")),
                    (Detail::Full, "full", Some("https://example.org/boussole/")),
                    (Detail::Short, "code", None),
                ] {
                    let link = record::link(content, base, &of_topic);
                    let case = Case { words: Words::new(content, lang), topic, answers: &answers, link: &link, today };
                    let name = format!("{}-{}-{}-{length}.md", situation.id, topic.id, lang.tag());
                    put(folder, &name, &decision(Form::Markdown, detail, case))?;
                    n += 1;
                }
            }
        }
    }
    Ok(n)
}

/// Writes a file, and the linter's rules beside it.
fn put(folder: &Path, name: &str, text: &str) -> Result<()> {
    let put = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
    };
    shell::make_folder(folder)?;
    put(".markdownlint-cli2.jsonc", RULES)?;
    put(name, text)
}

/// The result of the linter.
struct Lint {
    passed: bool,
    output: String,
}

fn lint(linter: &PathBuf, folder: &Path) -> Result<Lint> {
    let output =
        Command::new("node").arg(linter).arg("*.md").current_dir(folder).output().context("cannot start node")?;
    let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
    // 1 means that it found mistakes. Any other code means that it could not run.
    match output.status.code() {
        Some(code @ (0 | 1)) => Ok(Lint { passed: code == 0, output: printed }),
        _ => bail!("the linter ended with {}:\n{printed}", output.status),
    }
}
