//! The QR code, read back by a decoder that has nothing in common with what writes it: from the pixels that the SVG's paths
//! cover, as a camera sees them.

use boussole::bundled;
use boussole_core::content::Question;
use boussole_core::domain::{Answer, Answers, Ticks};
use boussole_core::link::of_topic;
use boussole_core::record::{self, qr};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::properties::situation;

/// Pixels for a unit of the SVG.
const SCALE: usize = 3;
/// White units around the code, as the standard asks.
const QUIET: usize = 4;
/// A public address that is longer than most: 60 characters.
const BASE: &str = "https://equipe-plateforme.example.org/outils/choix/boussole/";

/// An SVG in pixels: white, black, or not painted at all.
pub(crate) struct Picture {
    side: usize,
    pixels: Vec<Option<bool>>,
}

/// Paints the paths of the SVG in their order, each made of rectangles.
pub(crate) fn painted(svg: &str) -> Picture {
    let document = roxmltree::Document::parse(svg).unwrap();
    let root = document.root_element();
    let view: Vec<usize> =
        root.attribute("viewBox").unwrap().split(' ').map(|number| number.parse().unwrap()).collect();
    let [0, 0, width, height] = view[..] else { panic!("{view:?}") };
    assert_eq!(width, height);
    let side = width * SCALE;
    let mut picture = Picture { side, pixels: vec![None; side * side] };
    for path in root.children() {
        assert_eq!(path.tag_name().name(), "path");
        // Black is what nothing else is said of.
        let is_dark = match path.attribute("fill") {
            None => true,
            Some("#fff") => false,
            Some(other) => panic!("the code has the colour {other}"),
        };
        for (x, y, width, height) in rectangles(path.attribute("d").unwrap()) {
            for row in y * SCALE..(y + height) * SCALE {
                picture.pixels[row * side + x * SCALE..row * side + (x + width) * SCALE].fill(Some(is_dark));
            }
        }
    }
    picture
}

/// The rectangles of a path: `M x y h w v h h -w z`, or `H x` for the way back.
fn rectangles(path: &str) -> Vec<(usize, usize, usize, usize)> {
    let mut found = Vec::new();
    for shape in path.split('z').filter(|shape| !shape.is_empty()) {
        let shape = shape.strip_prefix('M').unwrap();
        let (start, rest) = shape.split_once('h').unwrap();
        let (width, rest) = rest.split_once('v').unwrap();
        let (height, back) = rest.split_at(rest.find(['h', 'H']).unwrap());
        let (x, y) = start.split_once(' ').unwrap_or_else(|| start.split_at(1));
        let number = |text: &str| text.parse::<usize>().unwrap();
        let (x, y, width, height) = (number(x), number(y), number(width), number(height));
        assert!(back == format!("h-{width}") || back == format!("H{x}"), "{shape} does not close");
        found.push((x, y, width, height));
    }
    found
}

/// What a decoder reads of the picture: one code, and its text.
pub(crate) fn decoded(picture: &Picture) -> String {
    let side = picture.side;
    let grey = |x: usize, y: usize| if picture.pixels[y * side + x] == Some(true) { 0 } else { 255 };
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
    let grids = prepared.detect_grids();
    assert_eq!(grids.len(), 1, "there are {} codes in the picture", grids.len());
    let (about, text) = grids[0].decode().unwrap();
    // In the format's own numbers: M, or Q and H where the code has room for them.
    assert!([0, 3, 2].contains(&about.ecc_level), "of level {}, which is below M", about.ecc_level);
    text
}

fn check(text: &str) {
    let picture = painted(&qr::svg(text).unwrap());
    assert!(picture.pixels.iter().all(Option::is_some), "a part has no colour of its own");
    let (side, quiet) = (picture.side, QUIET * SCALE);
    let dark = |place: usize| picture.pixels[place] == Some(true);
    let is_quiet = |place: &usize| {
        let (x, y) = (place % side, place / side);
        [x, y].iter().any(|way| *way < quiet || *way >= side - quiet)
    };
    assert!((0..side * side).filter(is_quiet).all(|place| !dark(place)), "the quiet zone is not white");
    // And no wider than it has to be: the corner of the code is dark.
    assert!(dark(quiet * side + quiet), "the code does not start at the quiet zone");
    assert_eq!(usize::from(qr::version(text).unwrap()), (side / SCALE - 2 * QUIET - 17) / 4);
    assert_eq!(decoded(&picture), text);
}

/// Every question of what a link tells, answered at the greatest length.
fn longest(keep: impl Fn(&Question) -> bool) -> Answers {
    let answer = |question: &Question| match question.many {
        true => Answer::Ticks(Ticks { ticked: question.boxes(), rest_open: true }),
        false => Answer::Unknown,
    };
    bundled::content()
        .questions
        .iter()
        .filter(|question| keep(question))
        .map(|asked| (asked.code, answer(asked)))
        .collect()
}

#[test]
fn a_decoder_reads_back_the_links() {
    let content = bundled::content();
    let everything = longest(|_| true);
    for base in [Some(BASE), Some("https://a.fr/"), None] {
        check(&record::link(content, base, &everything));
        check(&record::link(content, base, &Answers::new()));
        for topic in 0..content.topics.len() {
            check(&record::link(content, base, &of_topic(content, topic, &everything)));
        }
        for situation in &content.situations {
            check(&record::link(content, base, &content.answers_of(situation)));
        }
    }
}

#[test]
fn a_decoder_reads_back_any_length() {
    let mut runner = TestRunner::deterministic();
    let alphabet = proptest::string::string_regex("https://[A-Za-z0-9_.~/#-]{1,280}").unwrap();
    for _ in 0..24 {
        check(&alphabet.new_tree(&mut runner).unwrap().current());
    }
    assert!(qr::svg(&"a".repeat(3000)).is_none(), "no code holds as much");
}

#[test]
fn the_code_of_one_technology_is_small_enough_for_the_back_row() {
    let content = bundled::content();
    assert_eq!(BASE.len(), 60);
    let mut runner = TestRunner::deterministic();
    let any = (0..200).map(|_| situation().new_tree(&mut runner).unwrap().current());
    let mut longest_code = 0;
    for answers in any.chain([longest(|_| true)]) {
        for topic in 0..content.topics.len() {
            let link = record::link(content, Some(BASE), &of_topic(content, topic, &answers));
            longest_code = longest_code.max(link.len() - BASE.len() - "#/r/".len());
            let version = qr::version(&link).unwrap();
            assert!(version <= 6, "{link} takes version {version}");
        }
    }
    assert!(longest_code >= 35, "the longest code tried has {longest_code} characters");
    // What a code of one technology may reach at most, whatever is added to the content.
    assert_eq!(qr::version(&format!("{BASE}#/r/{}", "A".repeat(42))), Some(6));
}
