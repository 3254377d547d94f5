//! The decks of `examples/`: what they show is the app's, their facts have a source, and nothing in them asks another site.

use std::collections::HashSet;
use std::fs;
use std::path::Path;

use boussole::bundled;
use boussole::documents::snippet::{EmbeddedFrame, snippet};
use boussole_core::domain::Answers;
use boussole_core::domain::Lang;
use boussole_core::link::Address;
use boussole_core::link::Options;
use boussole_core::record::static_image::Frame;
use boussole_core::state::Tool;

/// The slides of each deck, and what parts them.
const DECKS: [(&str, &str); 3] =
    [("reveal/deck.html", "<section"), ("slidev/slides.md", "\n---\n"), ("marp/deck.md", "\n---\n")];

/// The picture of a frame that starts with no answer.
fn file(topic: usize, lang: Lang) -> String {
    let (content, options, answers) = (bundled::content(), Options::default(), Answers::new());
    [Frame { content, lang, topic, options: &options, answers: &answers, base: None }.file(), ".svg".to_owned()]
        .concat()
}

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

/// The slide with the picture that Markdown writes, if it has one, as an element.
fn with_pictures(slide: &str) -> String {
    let parts = slide.split_once("[![").and_then(|(before, rest)| {
        let (told, rest) = rest.split_once("](")?;
        let (address, after) = rest.split_once(")](")?;
        Some(format!("{before}<img src=\"{address}\" alt=\"{told}\">{after}"))
    });
    parts.unwrap_or_else(|| slide.to_owned())
}

/// What an attribute of each element of a name says; nothing where it is missing. `reveal.js` calls an address `data-src`.
fn attributes(text: &str, element: &str, name: &str) -> Vec<String> {
    let start = format!("<{element} ");
    let tags = text
        .split(&start)
        .skip(1)
        .map(|rest| format!(" {}", rest.split('>').next().unwrap()).replace(" data-src=", " src="))
        // Slidev puts the name of a file after its folder.
        .map(|tag| tag.replace(":src=\"folder + '", "src=\"").replace("'\"", "\""));
    let said = |tag: String| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(str::to_owned)
    };
    tags.map(|tag| said(tag).unwrap_or_default()).collect()
}

#[test]
fn a_frame_shows_a_technology_under_a_title_and_gives_way_to_its_twin() {
    let content = bundled::content();
    for (name, parted_by) in DECKS {
        let slides = slides(name, parted_by);
        let n_frames: Vec<usize> = slides.iter().map(|slide| slide.matches("<iframe").count()).collect();
        assert_eq!(n_frames.iter().filter(|&&n| n == 1).count(), 1, "{name}: one slide has a frame alone");
        assert_eq!(n_frames.iter().filter(|&&n| n == 2).count(), 1, "{name}: one slide has two frames");
        for slide in &slides {
            let slide = &with_pictures(slide);
            let (addresses, titles) = (attributes(slide, "iframe", "src"), attributes(slide, "iframe", "title"));
            let (twins, told) = (attributes(slide, "img", "src"), attributes(slide, "img", "alt"));
            assert_eq!(addresses.len(), twins.len(), "{name}: a frame has a twin, and nothing else is a picture");
            for (idx, address) in addresses.iter().enumerate() {
                let fragment = address.strip_prefix("boussole.html").unwrap();
                let Ok(Address::Embed { lang, topic, .. }) = Address::parse(content, fragment) else {
                    panic!("{name}: {fragment} is no address of a frame");
                };
                assert_eq!(twins[idx].trim_start_matches('/'), file(topic, lang), "{name}");
                assert!(titles[idx].starts_with("Boussole") && titles[idx].len() > 15, "{name}: {:?}", titles[idx]);
                assert!(told[idx].len() > 15, "{name}: {:?}", told[idx]);
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
            let words = slide.split("</section>").next().unwrap().replace("<!--", "").replace("-->", "");
            // What is read: no style, no script, no attribute but those that say something.
            let told = ["style", "script"].iter().fold(words, |words, element| {
                let (start, end) = (format!("<{element}"), format!("</{element}>"));
                let parts = words.split(&start);
                parts.map(|part| part.split_once(&end).map_or(part, |(_, rest)| rest)).collect()
            });
            let said = ["title", "alt"]
                .map(|name| [attributes(&told, "iframe", name), attributes(&told, "img", name)].concat());
            let text: String =
                told.split('<').map(|part| part.rsplit_once('>').map_or(part, |(_, text)| text)).collect();
            let told = [text, said.concat().concat()].concat();
            for wrong in [" :", " ;", " ?", " !", "« ", " »", "\u{a0}\u{a0}", "l'", "d'", "qu'", "n'"] {
                assert!(!told.contains(wrong), "{name} has {wrong:?}: {told}");
            }
        }
    }
}

/// What the app gives to paste is what is tried with the tools themselves.
#[test]
fn a_deck_holds_the_code_that_the_app_writes_as_it_is() {
    let content = bundled::content();
    let tools = [(Tool::Reveal, "service-mesh"), (Tool::Slidev, "serverless"), (Tool::Marp, "edge")];
    for ((name, _), (tool, id)) in DECKS.into_iter().zip(tools) {
        let topic = content.topics.iter().position(|topic| topic.id == id).unwrap();
        let title = format!("Boussole · {}", content.topics[topic].name.get(Lang::Fr));
        let address = format!("boussole.html#/e/fr/{id}/-");
        let twin = file(topic, Lang::Fr);
        let frame = EmbeddedFrame { address: &address, title: &title, static_image: &twin, is_page: false };
        let code = snippet(tool, frame);
        // The slide of reveal.js has its notes beside the code.
        let code = code.trim_start_matches("<section>\n").trim_end_matches("</section>\n");
        assert!(code.len() > 500 && read(name).contains(code), "{name} has other code than this:\n{code}");
    }
    assert!(!read("reveal/deck.html").contains("addEventListener"), "reveal.js needs no listener");
}

#[test]
fn nothing_is_asked_of_another_site() {
    for name in ["reveal/deck.html", "reveal/vendor/serif.css", "slidev/slides.md", "slidev/style.css", "marp/deck.md"]
    {
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
