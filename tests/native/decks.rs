//! The decks of `examples/`: what they show is the app's, their facts have a source, and nothing in them asks another site.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use boussole::carried;
use boussole::link::Address;
use boussole::record::twin::file;

/// The slides of each deck, and what parts them.
const DECKS: [(&str, &str); 3] =
    [("reveal/deck.html", "<section"), ("slidev/slides.md", "\n---\n"), ("marp/deck.md", "\n---\n")];

fn read(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)).unwrap()
}

/// The slides, without what comes before the first.
fn slides(name: &str, parted_by: &str) -> Vec<String> {
    let deck = read(name);
    let parts = deck.split(parted_by).skip(1).map(str::to_owned);
    // A slide of Slidev may start with settings of its own, which end as a slide does.
    parts.filter(|part| !part.trim().starts_with("layout:")).collect()
}

/// What an attribute of each element of a name says; nothing where it is missing. `reveal.js` calls an address `data-src`.
fn attributes(text: &str, element: &str, name: &str) -> Vec<String> {
    let start = format!("<{element} ");
    let tags = text
        .split(&start)
        .skip(1)
        .map(|rest| format!(" {}", rest.split('>').next().unwrap()).replace(" data-src=", " src="));
    let said = |tag: String| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    tags.map(|tag| said(tag).unwrap_or_default()).collect()
}

#[test]
fn a_frame_shows_a_technology_under_a_title_and_gives_way_to_its_twin() {
    let content = carried::content();
    for (name, parted_by) in DECKS {
        let slides = slides(name, parted_by);
        let n_frames: Vec<usize> = slides.iter().map(|slide| slide.matches("<iframe").count()).collect();
        assert_eq!(n_frames.iter().filter(|&&n| n == 1).count(), 1, "{name}: one slide has a frame alone");
        assert_eq!(n_frames.iter().filter(|&&n| n == 2).count(), 1, "{name}: one slide has two frames");
        for slide in &slides {
            let (addresses, titles) = (attributes(slide, "iframe", "src"), attributes(slide, "iframe", "title"));
            let (twins, told) = (attributes(slide, "img", "src"), attributes(slide, "img", "alt"));
            assert_eq!(addresses.len(), twins.len(), "{name}: a frame has a twin, and nothing else is a picture");
            for (idx, address) in addresses.iter().enumerate() {
                let fragment = address.strip_prefix("boussole.html").unwrap();
                let Ok(Address::Embed { lang, topic, .. }) = Address::parse(content, fragment) else {
                    panic!("{name}: {fragment} is no address of a frame");
                };
                assert_eq!(twins[idx].trim_start_matches('/'), file(content, topic, lang) + ".svg", "{name}");
                assert!(titles[idx].starts_with("Boussole\u{a0}: "), "{name}: {:?}", titles[idx]);
                assert!(told[idx].len() > 30, "{name}: {:?}", told[idx]);
            }
            let names: HashSet<_> = attributes(slide, "iframe", "name").into_iter().collect();
            assert_eq!(names.len(), addresses.len(), "{name}: frames of one slide share their answers");
        }
    }
}

#[test]
fn a_lesson_is_short_sourced_and_has_notes() {
    for (name, parted_by) in DECKS {
        let slides = slides(name, parted_by);
        assert!((8..=12).contains(&slides.len()), "{name} has {} slides", slides.len());
        for (idx, slide) in slides.iter().enumerate() {
            let notes = if name.ends_with("html") { "<aside class=\"notes\">" } else { "<!--\n" };
            assert_eq!(slide.matches(notes).count(), 1, "{name}, slide {}: its notes", idx + 1);
            let is_told = idx > 0 && idx + 1 < slides.len() && !slide.contains("<iframe");
            assert!(!is_told || slide.contains("l.\u{a0}") || slide.contains("Chapitre 25</p>"), "{name}: {slide}");
        }
        let last = slides.last().unwrap();
        for said in [
            "© 2025 Nicolas Deoux",
            "https://creativecommons.org/licenses/by/4.0/",
            "L’auteur n’est pas associé aux verdicts",
        ] {
            assert!(last.contains(said), "{name}: the last slide says no {said:?}");
        }
    }
}

#[test]
fn lines_that_a_lesson_cites_are_in_the_chapter() {
    // Those of its sections lie elsewhere: the chapter's own come before a section is named.
    let n_lines = 590;
    for (name, _) in DECKS {
        for cited in read(name).split("Chapitre 25, l.\u{a0}").skip(1) {
            let line: String = cited.chars().take_while(char::is_ascii_digit).collect();
            assert!((1..=n_lines).contains(&line.parse::<u32>().unwrap()), "{name} cites line {line}");
        }
    }
}

#[test]
fn french_is_set_as_it_should_be() {
    for (name, parted_by) in DECKS {
        for slide in slides(name, parted_by) {
            let told = slide.split("<script>").next().unwrap().split("</section>").next().unwrap();
            for wrong in [" :", " ;", " ?", " !", "« ", " »", "\u{a0}\u{a0}", "l'", "d'", "qu'", "n'"] {
                assert!(!told.contains(wrong), "{name} has {wrong:?}: {told}");
            }
        }
    }
}

#[test]
fn decks_that_need_the_listener_carry_it_as_it_is() {
    let listener = include_str!("../../assets/host/listener.js");
    for name in ["slidev/index.html", "marp/deck.md"] {
        assert!(read(name).contains(&format!("<script>\n{listener}</script>")), "{name} has another listener");
    }
    assert!(!read("reveal/deck.html").contains("addEventListener"), "reveal.js needs none");
}

#[test]
fn nothing_is_asked_of_another_site() {
    for name in [
        "reveal/deck.html",
        "reveal/vendor/serif.css",
        "slidev/slides.md",
        "slidev/index.html",
        "slidev/style.css",
        "marp/deck.md",
    ] {
        let text = read(name);
        for asks in ["src=\"http", "src=\"//", "url(http", "@import", "stylesheet\" href=\"http"] {
            assert!(!text.contains(asks), "{name} has {asks}");
        }
    }
    assert!(read("slidev/slides.md").contains("provider: none"));
}

#[test]
fn locks_say_versions_and_no_registry() {
    for name in ["slidev", "marp"] {
        let lock = read(&format!("{name}/package-lock.json"));
        assert!(
            !lock.contains("\"resolved\"") && !lock.contains("registry"),
            "{name}: npm install --omit-lockfile-registry-resolved"
        );
        let package: serde_json::Value = serde_json::from_str(&read(&format!("{name}/package.json"))).unwrap();
        for (tool, version) in package["devDependencies"].as_object().unwrap() {
            let version = version.as_str().unwrap();
            assert!(
                version.chars().all(|char| char.is_ascii_digit() || char == '.'),
                "{tool} {version} is no one version"
            );
            assert!(lock.contains(&format!("\"node_modules/{tool}\": {{\n      \"version\": \"{version}\"")), "{tool}");
        }
    }
}
