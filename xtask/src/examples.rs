//! `cargo xtask examples`: builds the decks of `examples/` into `dist/examples/` with their own tools. Each deck gets the offline
//! file and the static images of its frames.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::{Answers, Lang};
use boussole_core::link::Options;
use boussole_core::record::static_image::{self, Frame};

use crate::setup::{self, DeckTools};
use crate::{pack, shell};

/// The decks, and how long each usually takes to build.
const DECKS: [Deck; 3] = [
    Deck { name: "reveal", slides: "deck.html", usual: "1 s", build: reveal },
    Deck { name: "slidev", slides: "slides.md", usual: "15 s", build: slidev },
    Deck { name: "marp", slides: "deck.md", usual: "5 s", build: marp },
];

struct Deck {
    name: &'static str,
    /// The file that holds the slides.
    slides: &'static str,
    usual: &'static str,
    build: fn(&Work<'_>) -> Result<()>,
}

/// The inputs and the output folder of a deck.
struct Work<'a> {
    from: PathBuf,
    to: PathBuf,
    slides: &'static str,
    /// The offline file of the last build.
    file: &'a Path,
    tools: &'a DeckTools,
}

/// Builds the decks with the last build of the app.
///
/// # Errors
/// When there is no build of the app, a tool is missing, or a deck cannot be built.
pub fn run(args: &[String]) -> Result<()> {
    println!("{}", build(shell::only_yes("examples", args)?)?.display());
    Ok(())
}

/// Builds the decks and returns their folder.
///
/// # Errors
/// When there is no build of the app, a tool is missing, or a deck cannot be built.
pub fn build(may_install: bool) -> Result<PathBuf> {
    let root = shell::repository();
    let file = root.join("dist").join(pack::SINGLE_FILE);
    ensure!(file.is_file(), "there is no {} for the decks: run `cargo xtask build`", file.display());
    let tools = setup::deck_tools(may_install)?;
    let to = root.join("dist/examples");
    if to.exists() {
        fs::remove_dir_all(&to).with_context(|| format!("cannot clear {}", to.display()))?;
    }
    for deck in DECKS {
        let (from, to) = (root.join("examples").join(deck.name), to.join(deck.name));
        shell::make_folder(&to)?;
        let work = Work { from, to, slides: deck.slides, file: &file, tools: &tools };
        shell::step(&format!("Building the deck of {}", deck.name), deck.usual, || (deck.build)(&work))?;
    }
    Ok(to)
}

/// reveal.js needs no tool: its library is in the repository.
fn reveal(work: &Work<'_>) -> Result<()> {
    copy(&work.from.join("vendor"), &work.to.join("vendor"))?;
    copy(&work.from.join(work.slides), &work.to.join(work.slides))?;
    work.put_beside(&work.to)
}

/// Marp makes one page, and a PDF of it.
fn marp(work: &Work<'_>) -> Result<()> {
    copy(&work.from.join(work.slides), &work.to.join(work.slides))?;
    work.put_beside(&work.to)?;
    let marp = || {
        let mut marp = Command::new("node");
        // Chromium has no sandbox when root runs it, in a container for instance. It opens nothing but our deck.
        marp.arg(&work.tools.marp).env("CHROME_PATH", &work.tools.chromium).env("CHROME_NO_SANDBOX", "1");
        marp.args(["--html", "--no-stdin", "--no-config-file", work.slides]).current_dir(&work.to);
        marp
    };
    quietly(marp().args(["-o", "deck.html"]))?;
    quietly(marp().args(["--pdf", "--allow-local-files", "-o", "deck.pdf"]))
}

/// Slidev makes a site. It looks for its packages above the slides, so the slides are copied below the packages.
fn slidev(work: &Work<'_>) -> Result<()> {
    let staging = work.tools.slidev_home.join(format!("deck-{}", std::process::id()));
    let built = build_slidev(work, &staging);
    if staging.exists() {
        fs::remove_dir_all(&staging).with_context(|| format!("cannot clear {}", staging.display()))?;
    }
    built
}

fn build_slidev(work: &Work<'_>, staging: &Path) -> Result<()> {
    let public = staging.join("public");
    shell::make_folder(&public)?;
    for name in [work.slides, "style.css"] {
        copy(&work.from.join(name), &staging.join(name))?;
    }
    work.put_beside(&public)?;
    let mut slidev = Command::new("node");
    slidev.arg(&work.tools.slidev).args(["build", work.slides, "--base", "./", "--out"]).arg(&work.to);
    quietly(slidev.current_dir(staging))
}

impl Work<'_> {
    /// Puts the offline file and the static images that the slides name into a folder.
    fn put_beside(&self, folder: &Path) -> Result<()> {
        copy(self.file, &folder.join(pack::SINGLE_FILE))?;
        let slides = self.from.join(self.slides);
        let slides = fs::read_to_string(&slides).with_context(|| format!("cannot read {}", slides.display()))?;
        let content = bundled::content();
        for name in image_names(&slides) {
            let file = folder.join(name);
            fs::write(&file, static_image(content, name)?)
                .with_context(|| format!("cannot write {}", file.display()))?;
        }
        Ok(())
    }
}

/// The names of the static images of a deck: `boussole-edge-fr.svg`.
fn image_names(slides: &str) -> impl Iterator<Item = &str> {
    slides.split(['"', '\'', '/', '(', ')']).filter(|name| name.starts_with("boussole-") && name.ends_with(".svg"))
}

/// The static image of a name: that of a frame without answers.
fn static_image(content: &Content, name: &str) -> Result<String> {
    let (options, answers, base) = (Options::default(), Answers::new(), bundled::base_url());
    let frame = |topic, lang| Frame { content, lang, topic, options: &options, answers: &answers, base };
    let mut frames = (0..content.topics.len()).flat_map(|topic| Lang::ALL.map(|lang| frame(topic, lang)));
    let named = frames.find(|frame| name == [&frame.file(), ".svg"].concat());
    named
        .map(static_image::static_image)
        .with_context(|| format!("{name} names no technology and language: boussole-edge-fr.svg does"))
}

/// Copies a file, or a folder and its contents.
fn copy(from: &Path, to: &Path) -> Result<()> {
    let failed = || format!("cannot copy {} to {}", from.display(), to.display());
    if !from.is_dir() {
        return fs::copy(from, to).map(|_| ()).with_context(failed);
    }
    shell::make_folder(to)?;
    for entry in fs::read_dir(from).with_context(failed)? {
        let entry = entry.with_context(failed)?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// Runs a tool that prints a lot: its output is shown only if it fails.
fn quietly(command: &mut Command) -> Result<()> {
    let output = command.stdin(std::process::Stdio::null()).output().context("cannot start node")?;
    if !output.status.success() {
        let printed = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned()).concat();
        bail!("{command:?} ended with {}:\n{printed}", output.status);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn image_names_are_found_in_markdown_vue_and_html() {
        let slides = "[![Edge](boussole-edge-fr.svg)](boussole.html)\n<img :src=\"folder + 'boussole-edge-en.svg'\">\n<img src=\"/boussole-machine-learning-en.svg\">\n<img src=\"boussole.png\">";
        assert_eq!(
            image_names(slides).collect::<Vec<_>>(),
            ["boussole-edge-fr.svg", "boussole-edge-en.svg", "boussole-machine-learning-en.svg"]
        );
    }

    #[test]
    fn a_static_image_is_named_by_technology_and_language() {
        let content = bundled::content();
        for lang in Lang::ALL {
            let image = static_image(content, &format!("boussole-machine-learning-{}.svg", lang.tag())).unwrap();
            let name = content.topic("machine-learning").unwrap().name.get(lang);
            assert!(image.contains(name), "{name}: {image}");
        }
        for name in ["boussole-edge.svg", "boussole-edge-de.svg", "boussole-blockchain-fr.svg", "edge-fr.svg"] {
            assert!(static_image(content, name).is_err(), "{name}");
        }
    }
}
