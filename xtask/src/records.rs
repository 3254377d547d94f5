//! The decision records of the worked situations, read by the linter that teams run on theirs: markdownlint, with all its rules.

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

/// Every rule. Of their length alone lines are free, as MADR's own records have them: a sentence stands on one line.
const RULES: &str = "{ \"config\": { \"default\": true, \"MD013\": false } }\n";

/// What the linter must refuse, so that its silence means something: each line with the rule that it breaks.
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

/// Writes the records under `target/records/` and has them read; then a broken one, which must be refused.
///
/// # Errors
/// When the linter cannot be had, finds something in a record, or nothing in the broken one.
pub fn run(may_install: bool) -> Result<()> {
    let linter = setup::markdown_linter(may_install)?;
    let folder = shell::repository().join("target/records");
    // What a situation or a topic that is gone left there would be read too.
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot clear {}", folder.display()))?;
    }
    let n_written = write(&folder.join("written"))?;
    let told = lint(&linter, &folder.join("written"))?;
    ensure!(told.passed, "the linter says of target/records/written:\n{}", told.said);
    let all = format!("Linting: {n_written} file(s)");
    ensure!(told.said.contains(&all), "not all of the {n_written} records were read:\n{}", told.said);

    let broken: String = BROKEN.iter().map(|(line, _)| format!("{line}\n")).collect();
    put(&folder.join("broken"), "broken.md", &broken)?;
    let told = lint(&linter, &folder.join("broken"))?;
    let missed: Vec<&str> = BROKEN.iter().map(|(_, rule)| *rule).filter(|rule| !told.said.contains(rule)).collect();
    ensure!(!told.passed && missed.is_empty(), "the linter lets {} pass:\n{}", missed.join(", "), told.said);
    eprintln!(
        "  {n_written} records without a word from the linter; a broken one refused for {} rules",
        BROKEN.len() - 2
    );
    Ok(())
}

/// Writes a record for each worked situation, technology begun, language and length. Gives how many there are.
fn write(folder: &Path) -> Result<usize> {
    let content = bundled::content();
    // Any day does: it is in the record's first lines only.
    let today = Date { year: 2026, month: 11, day: 24 };
    let mut n = 0;
    for situation in &content.situations {
        let answers = content.answers_of(situation);
        for (position, topic) in content.topics.iter().enumerate() {
            if !engine::is_started(content, position, &answers) {
                continue;
            }
            let told = link::of_topic(content, position, &answers);
            for lang in Lang::ALL {
                for (detail, length, base) in [
                    (Detail::Short, "short", Some("https://example.org/boussole/")),
                    (Detail::Full, "full", Some("https://example.org/boussole/")),
                    (Detail::Short, "code", None),
                ] {
                    let link = record::link(content, base, &told);
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

/// Writes a file, with the rules beside it.
fn put(folder: &Path, name: &str, text: &str) -> Result<()> {
    let put = |name: &str, text: &str| {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("cannot write {}", file.display()))
    };
    shell::make_folder(folder)?;
    put(".markdownlint-cli2.jsonc", RULES)?;
    put(name, text)
}

/// What the linter made of a folder.
struct Told {
    passed: bool,
    said: String,
}

fn lint(linter: &PathBuf, folder: &Path) -> Result<Told> {
    let output =
        Command::new("node").arg(linter).arg("*.md").current_dir(folder).output().context("cannot start node")?;
    let said = [output.stdout, output.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    // 1 is for what it found; anything else says that it did not read.
    match output.status.code() {
        Some(code @ (0 | 1)) => Ok(Told { passed: code == 0, said }),
        _ => bail!("the linter ended with {}:\n{said}", output.status),
    }
}
