//! `cargo xtask static-image`: the static images of frames as SVG and PNG files, for decks that are printed or exported.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use boussole::bundled;
use boussole_core::content::Content;
use boussole_core::domain::{Answers, Lang};
use boussole_core::engine;
use boussole_core::link::{self, LinkNotice, Options};
use boussole_core::record::static_image::{Frame, static_image};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Family, Query};
use resvg::usvg::{self, Tree};

use crate::shell;

/// Pixels of the PNG for one of the SVG, so that the PNG is sharp on paper.
const SCALE: u32 = 2;

/// Writes the static image of a frame, or those of every technology in both languages.
///
/// # Errors
/// When an argument is not valid, the code is not complete, the machine has no font, or a file cannot be written.
pub fn run(args: &[String]) -> Result<()> {
    let content = bundled::content();
    let request = Request::read(content, args)?;
    let painter = Painter::new()?;
    shell::make_folder(&request.folder)?;
    for &topic in &request.topics {
        for &lang in &request.langs {
            let base = request.base.as_deref();
            let frame = Frame { content, lang, topic, options: &request.options, answers: &request.answers, base };
            let svg = static_image(frame);
            let name = frame.file();
            put(&request.folder, &[&name, ".svg"].concat(), svg.as_bytes())?;
            put(&request.folder, &[&name, ".png"].concat(), &painter.png(&svg)?)?;
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

/// The arguments of the command.
#[derive(Debug)]
struct Request {
    topics: Vec<usize>,
    langs: Vec<Lang>,
    answers: Answers,
    base: Option<String>,
    options: Options,
    folder: PathBuf,
}

impl Request {
    fn read(content: &Content, args: &[String]) -> Result<Self> {
        let ids = || content.topics.iter().map(|topic| topic.id.as_str()).collect::<Vec<&str>>().join(", ");
        let mut request = Self {
            topics: Vec::new(),
            langs: Vec::new(),
            answers: Answers::new(),
            base: bundled::base_url().map(str::to_owned),
            options: Options::default(),
            folder: shell::repository().join("target/static-images"),
        };
        let mut is_all = false;
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().with_context(|| format!("{arg} takes a value"));
            match arg.as_str() {
                "--all" => is_all = true,
                "--lang" => request.langs.push(lang(value()?)?),
                "--code" => request.answers = answers(content, value()?)?,
                "--base" => request.base = Some(base(value()?)?),
                "--options" => request.options = options(value()?)?,
                "--out" => request.folder = std::env::current_dir()?.join(value()?),
                flag if flag.starts_with('-') => {
                    bail!(
                        "static-image does not know {flag}; it takes --all, --lang, --code, --base, --options and --out"
                    )
                }
                id => {
                    let position = content.topics.iter().position(|topic| topic.id == id);
                    request.topics.push(position.ok_or_else(|| anyhow!("no technology \"{id}\"; valid: {}", ids()))?);
                }
            }
        }
        ensure!(is_all == request.topics.is_empty(), "static-image takes one technology ({}) or --all", ids());
        ensure!(request.topics.len() < 2, "static-image takes one technology, or --all");
        for &topic in &request.topics {
            let is_about_topic = request.answers.is_empty() || engine::is_started(content, topic, &request.answers);
            ensure!(is_about_topic, "the code answers nothing about {}", content.topics[topic].id);
        }
        if is_all {
            request.topics = (0..content.topics.len()).collect();
        }
        if request.langs.is_empty() {
            request.langs = if is_all { Lang::ALL.to_vec() } else { vec![Lang::default()] };
        }
        Ok(request)
    }
}

fn lang(tag: &str) -> Result<Lang> {
    let found = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    found.ok_or_else(|| anyhow!("no language \"{tag}\"; valid: fr, en"))
}

/// The answers of a code, or of the link that holds one.
fn answers(content: &Content, text: &str) -> Result<Answers> {
    let code = link::find_code(text).with_context(|| format!("\"{text}\" holds no code"))?;
    let (answers, notices) = link::decode(content, &code);
    match notices.first() {
        Some(LinkNotice::Cut) => bail!("the code {code} was cut: copy the whole of it"),
        Some(LinkNotice::Altered) => bail!("a character of the code {code} is wrong"),
        Some(LinkNotice::Newer) => bail!("the code {code} comes from a newer version of the app"),
        _ if answers.is_empty() => bail!("the code {code} holds no answer"),
        _ => Ok(answers),
    }
}

/// A public address: a link is this address, then `#` and a code.
fn base(text: &str) -> Result<String> {
    let is_valid = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme)) && !text.contains(['#', ' ']);
    ensure!(is_valid, "--base takes the app's public address, such as https://example.org/boussole/, not {text}");
    Ok(text.to_owned())
}

fn options(text: &str) -> Result<Options> {
    let options = Options::parse(text);
    // A frame ignores unknown words. Here they are mistakes.
    let known = options.write();
    let unknown: Vec<&str> = text.split('-').filter(|word| !known.split('-').any(|known| known == *word)).collect();
    ensure!(
        unknown.is_empty() || text == "-",
        "--options does not know {}; it takes light, dark, ask, told, page and a colour such as c0b5563, joined by -",
        unknown.join(", ")
    );
    Ok(options)
}

/// Draws SVG with the fonts of this machine.
struct Painter {
    options: usvg::Options<'static>,
}

impl Painter {
    fn new() -> Result<Self> {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        ensure!(!fonts.is_empty(), "this machine has no font: install one (Debian: fonts-dejavu-core)");
        // Text in a font that is missing is not drawn: the generic families must name fonts of this machine.
        let serif = present(&fonts, Family::Serif, &["DejaVu Serif", "Liberation Serif", "Noto Serif", "Georgia"])?;
        let sans = present(&fonts, Family::SansSerif, &["DejaVu Sans", "Liberation Sans", "Noto Sans", "Arial"])?;
        fonts.set_serif_family(serif);
        fonts.set_sans_serif_family(&sans);
        let mut options = usvg::Options { font_family: sans, ..usvg::Options::default() };
        *options.fontdb_mut() = fonts;
        Ok(Self { options })
    }

    fn png(&self, svg: &str) -> Result<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).context("the static image is not valid SVG")?;
        let size = tree.size().to_int_size();
        let mut picture =
            Pixmap::new(size.width() * SCALE, size.height() * SCALE).context("the static image has no size")?;
        let scale = SCALE as f32;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
        picture.encode_png().context("cannot write a PNG")
    }
}

/// A font for a generic family: the system's choice, else the first known font, else any.
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
    use boussole_core::record::static_image::SIZE;

    use super::*;

    fn read(line: &str) -> Result<Request> {
        Request::read(bundled::content(), &line.split_whitespace().map(str::to_owned).collect::<Vec<String>>())
    }

    #[test]
    fn an_invalid_argument_is_reported_with_the_valid_ones() {
        let content = bundled::content();
        let code = link::encode(content, &link::of_topic(content, 0, &content.answers_of(&content.situations[0])));
        let cut = &code[..code.len() - 2];
        for (line, expected) in [
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
            assert!(refused.contains(expected), "{line}: {refused}");
        }
        let request =
            read(&format!("service-mesh --lang en --code https://a.fr/#/r/{code} --options told-dark")).unwrap();
        assert_eq!((request.topics, request.langs), (vec![0], vec![Lang::En]));
        assert!(!request.answers.is_empty());
        let all = read("--all --options -").unwrap();
        assert_eq!(all.topics.len() * all.langs.len(), 2 * content.topics.len());
    }

    #[test]
    fn the_png_shows_the_words() {
        let content = bundled::content();
        let (options, answers) = (Options::default(), Answers::new());
        let svg =
            static_image(Frame { content, lang: Lang::Fr, topic: 0, options: &options, answers: &answers, base: None });
        let painter = Painter::new().unwrap();
        let draw = |svg: &str| Pixmap::decode_png(&painter.png(svg).unwrap()).unwrap();
        let picture = draw(&svg);
        assert_eq!((picture.width(), picture.height()), (SIZE.0 * SCALE, SIZE.1 * SCALE));
        // Only words are dark here: there is no dial and no QR code, and the band at the top has a colour.
        let dark =
            |picture: &Pixmap| picture.pixels().iter().filter(|pixel| pixel.red() < 60 && pixel.blue() < 60).count();
        assert!(dark(&picture) > 10_000, "{} dark pixels", dark(&picture));
        let without = svg.replace("<text", "<g").replace("</text", "</g");
        assert_eq!(dark(&draw(&without)), 0);
    }
}
