//! `cargo xtask twin`: the still twins of frames as files, SVG and PNG, for decks that are printed or exported.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::{Answers, Lang};
use boussole_core::engine;
use boussole_core::link::{self, LinkNotice, Options};
use boussole_core::record::twin::{Frame, twin};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{self, Tree};

use crate::shell;

/// How many pixels of the PNG one of the SVG takes: sharp on paper too.
const SCALE: u32 = 2;

/// Writes the twin of a frame, or those of every technology in both languages.
///
/// # Errors
/// When the arguments name nothing there is, the code is not whole, no font is there to draw with, or a file cannot be written.
pub fn run(args: &[String]) -> Result<()> {
    let content = bundled::content();
    let asked = Asked::read(content, args)?;
    let painter = Painter::new()?;
    shell::make_folder(&asked.folder)?;
    for &topic in &asked.topics {
        for &lang in &asked.langs {
            let base = asked.base.as_deref();
            let frame = Frame { content, lang, topic, options: &asked.options, answers: &asked.answers, base };
            let svg = twin(frame);
            let name = frame.file();
            put(&asked.folder, &[&name, ".svg"].concat(), svg.as_bytes())?;
            put(&asked.folder, &[&name, ".png"].concat(), &painter.png(&svg)?)?;
        }
    }
    Ok(())
}

fn put(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let file = folder.join(name);
    fs::write(&file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}", file.display());
    Ok(())
}

/// What the command was called with.
#[derive(Debug)]
struct Asked {
    topics: Vec<usize>,
    langs: Vec<Lang>,
    answers: Answers,
    base: Option<String>,
    options: Options,
    folder: PathBuf,
}

impl Asked {
    fn read(content: &Content, args: &[String]) -> Result<Self> {
        let ids = || content.topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<&str>>().join(", ");
        let mut asked = Self {
            topics: Vec::new(),
            langs: Vec::new(),
            answers: Answers::new(),
            base: bundled::base_url().map(str::to_owned),
            options: Options::default(),
            folder: shell::repository().join("target/twins"),
        };
        let mut is_all = false;
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} takes a value"));
            match arg.as_str() {
                "--all" => is_all = true,
                "--lang" => asked.langs.push(lang(value()?)?),
                "--code" => asked.answers = answers(content, value()?)?,
                "--base" => asked.base = Some(base(value()?)?),
                "--options" => asked.options = options(value()?)?,
                "--out" => asked.folder = std::env::current_dir()?.join(value()?),
                flag if flag.starts_with('-') => {
                    bail!("twin does not know {flag}; it takes --all, --lang, --code, --base, --options and --out")
                }
                id => {
                    let position = content.topics.iter().position(|topic| topic.id == id);
                    asked.topics.push(position.ok_or_else(|| anyhow!("no technology \"{id}\"; valid: {}", ids()))?);
                }
            }
        }
        ensure!(is_all == asked.topics.is_empty(), "twin takes one technology ({}) or --all", ids());
        ensure!(asked.topics.len() < 2, "twin takes one technology, or --all");
        for &topic in &asked.topics {
            let has_some = asked.answers.is_empty() || engine::is_started(content, topic, &asked.answers);
            ensure!(has_some, "the code answers nothing about {}", content.topics[topic].id);
        }
        if is_all {
            asked.topics = (0..content.topics.len()).collect();
        }
        if asked.langs.is_empty() {
            asked.langs = if is_all { Lang::ALL.to_vec() } else { vec![Lang::default()] };
        }
        Ok(asked)
    }
}

fn lang(tag: &str) -> Result<Lang> {
    let found = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    found.ok_or_else(|| anyhow!("no language \"{tag}\"; valid: fr, en"))
}

/// The answers of a code, or of the link that holds one.
fn answers(content: &Content, text: &str) -> Result<Answers> {
    let code = link::pasted(text).with_context(|| format!("\"{text}\" holds no code"))?;
    let (answers, notices) = link::decode(content, &code);
    match notices.first() {
        Some(LinkNotice::Cut) => bail!("the code {code} was cut: copy the whole of it"),
        Some(LinkNotice::Altered) => bail!("a character of the code {code} is wrong"),
        Some(LinkNotice::Newer) => bail!("the code {code} comes from a newer version of the app"),
        _ if answers.is_empty() => bail!("the code {code} holds no answer"),
        _ => Ok(answers),
    }
}

/// A public address: links are it and what follows `#`.
fn base(text: &str) -> Result<String> {
    let is_one = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme)) && !text.contains(['#', ' ']);
    ensure!(is_one, "--base takes the app's public address, such as https://example.org/boussole/, not {text}");
    Ok(text.to_owned())
}

fn options(text: &str) -> Result<Options> {
    let options = Options::parse(text);
    // A frame passes over words that it does not know; here they are mistakes.
    let known = options.write();
    let unknown: Vec<&str> = text.split('-').filter(|word| !known.split('-').any(|known| known == *word)).collect();
    ensure!(
        unknown.is_empty() || text == "-",
        "--options does not know {}; it takes light, dark, ask, told, page and a colour such as c0b5563, joined by -",
        unknown.join(", ")
    );
    Ok(options)
}

/// Paints SVG with this machine's fonts.
struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    fn new() -> Result<Self> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        ensure!(!fonts.is_empty(), "no font to draw with: install some (Debian: fonts-dejavu-core)");
        // What stands for "any with serifs" and "any without" has to be there: words in a missing one would not be drawn.
        let serif = present(&fonts, Family::Serif, &["DejaVu Serif", "Liberation Serif", "Noto Serif", "Georgia"])?;
        let sans = present(&fonts, Family::SansSerif, &["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial"])?;
        fonts.set_serif_family(serif);
        fonts.set_sans_serif_family(&sans);
        let mut options = usvg::Options { font_family: sans, ..usvg::Options::default() };
        *options.fontdb_mut() = fonts;
        Ok(Self { options })
    }

    fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).context("the twin is no SVG")?;
        let size = tree.size().to_int_size();
        let mut picture = Pixmap::new(size.width() * SCALE, size.height() * SCALE).context("a twin has no size")?;
        let scale = SCALE as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        picture.encode_png().context("cannot write a PNG")
    }
}

/// The family that stands for a kind: this machine's own choice, else the first of those known, else any.
fn present(fonts: &Database, kind: Family<'_>, known: &[&str]) -> Result<String> {
    let families = [kind].into_iter().chain(known.iter().map(|name| Family::Name(name)));
    let found = families.into_iter().find_map(|family| {
        fonts.query(&Query { families: &[family], ..Query::default() }).and_then(|id| fonts.face(id))
    });
    let face = found.or_else(|| fonts.faces().next());
    let name = face.and_then(|face| face.families.first()).map(|(name, _)| name.clone());
    name.context("no font of this machine has a name")
}

#[cfg(test)]
mod tests {
    use boussole_core::record::twin::SIZE;

    use super::*;

    fn read(line: &str) -> Result<Asked> {
        Asked::read(bundled::content(), &line.split_whitespace().map(str::to_owned).collect::<Vec<String>>())
    }

    #[test]
    fn what_is_not_understood_is_named_with_what_is() {
        let content = bundled::content();
        let code = link::encode(content, &link::of_topic(content, 0, &content.answers_of(&content.situations[0])));
        let cut = &code[..code.len() - 2];
        for (line, told) in [
            ("", "service-mesh, serverless"),
            ("edge serverless", "one technology"),
            ("edge --all", "one technology"),
            ("blockchain", "valid: service-mesh, serverless"),
            ("edge --lang de", "valid: fr, en"),
            ("edge --out", "--out takes a value"),
            ("edge --base example.org", "https://example.org/boussole/"),
            ("edge --base https://example.org/#/fr", "public address"),
            ("edge --options dark-sepia", "does not know sepia"),
            ("edge --what", "--all, --lang, --code"),
            ("edge --code AAAA", "holds no code"),
            (&format!("service-mesh --code {cut}"), "was cut"),
            (&format!("edge --code {code}"), "answers nothing about edge"),
        ] {
            let refused = format!("{:#}", read(line).unwrap_err());
            assert!(refused.contains(told), "{line}: {refused}");
        }
        let asked =
            read(&format!("service-mesh --lang en --code https://a.fr/#/r/{code} --options told-dark")).unwrap();
        assert_eq!((asked.topics, asked.langs), (vec![0], vec![Lang::En]));
        assert!(!asked.answers.is_empty());
        let all = read("--all --options -").unwrap();
        assert_eq!(all.topics.len() * all.langs.len(), 2 * content.topics.len());
    }

    #[test]
    fn a_picture_holds_its_words() {
        let content = bundled::content();
        let (options, answers) = (Options::default(), Answers::new());
        let svg = twin(Frame { content, lang: Lang::Fr, topic: 0, options: &options, answers: &answers, base: None });
        let painter = Painter::new().unwrap();
        let drawn = |svg: &str| Pixmap::decode_png(&painter.png(svg).unwrap()).unwrap();
        let picture = drawn(&svg);
        assert_eq!((picture.width(), picture.height()), (SIZE.0 * SCALE, SIZE.1 * SCALE));
        // Dark pixels are words here: there is no dial, no QR code, and the band at the top is of a colour.
        let dark =
            |picture: &Pixmap| picture.pixels().iter().filter(|pixel| pixel.red() < 60 && pixel.blue() < 60).count();
        assert!(dark(&picture) > 10_000, "{} dark pixels", dark(&picture));
        let without = svg.replace("<text", "<g").replace("</text", "</g");
        assert_eq!(dark(&drawn(&without)), 0);
    }
}
