//! The chapter's pages: everything that the chapter holds is there, in both languages, with its lines and its corrections.
//!
//! The counts, names, lines and words below are those of the chapter. They are kept here, so that nothing of it is lost by
//! accident.

use std::sync::LazyLock;

use boussole::documents::static_pages::{Shell, StaticPages};
use boussole_core::content::{Chapter, Content, File, Loaded, Priority, Source, load};
use boussole_core::domain::{Lang, Text};
use boussole_core::link::{Address, CHAPTER_PARTS, View};
use boussole_core::record::exhaustive_check::CheckReport;
use boussole_core::words::{Words, source_url};

use crate::content::{files, problems};

static LOADED: LazyLock<Loaded> = LazyLock::new(|| read(&files()));

/// The whole documents, French first.
static PAGES: LazyLock<[String; 2]> = LazyLock::new(|| {
    let shell = Shell { head: "", boot: "", script: "" };
    let outside = StaticPages { read: &LOADED, proof: &CheckReport::default(), base: None };
    Lang::ALL.map(|lang| outside.document(View::Chapter(None), lang, shell))
});

const TOPICS: [&str; 6] = ["service-mesh", "serverless", "operators", "multi-cluster", "edge", "machine-learning"];

fn read(files: &[(String, String)]) -> Loaded {
    let files: Vec<File<'_>> = files.iter().map(|(name, text)| File { name, text }).collect();
    load(&files)
}

fn content() -> &'static Content {
    &LOADED.content
}

fn chapter() -> &'static Chapter {
    &LOADED.chapter
}

fn page(lang: Lang) -> &'static str {
    &PAGES[lang as usize]
}

/// The markup of a section, by its name in addresses.
fn section(lang: Lang, name: &str) -> &'static str {
    let id = format!("id=\"/{}/chapter/{name}\"", lang.tag());
    let (_, after) = page(lang).split_once(&id).unwrap_or_else(|| panic!("no {id}"));
    after.split_once("</section>").unwrap().0
}

/// What is read of some markup: no tags, plain spaces and hyphens.
pub(crate) fn text(markup: &str) -> String {
    let mut text = String::new();
    for piece in markup.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    let text = text.replace("&lt;", "<").replace("&quot;", "\"").replace("&amp;", "&");
    text.replace(['\u{a0}', '\u{202f}'], " ").replace('\u{2011}', "-")
}

/// The lines of every list whose class holds `class`, lists inside them apart.
fn items<'a>(markup: &'a str, class: &str) -> Vec<&'a str> {
    let mut items = Vec::new();
    for (start, _) in markup.match_indices("<ul class=\"").chain(markup.match_indices("<ol class=\"")) {
        let classes = markup[start + 11..].split('"').next().unwrap();
        if !classes.split(' ').any(|found| found == class) {
            continue;
        }
        let (mut depth, mut opened) = (0, 0);
        for (at, tag) in markup[start..].match_indices('<').map(|(at, _)| (start + at, &markup[start + at..])) {
            match tag {
                tag if tag.starts_with("<ul") || tag.starts_with("<ol") => depth += 1,
                tag if tag.starts_with("</ul") || tag.starts_with("</ol") => depth -= 1,
                tag if depth == 1 && tag.starts_with("<li") => opened = at,
                tag if depth == 1 && tag.starts_with("</li") => items.push(&markup[opened..at]),
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
    }
    items
}

fn count(markup: &str, class: &str) -> usize {
    items(markup, class).len()
}

/// The lines of the chapter that some markup cites, in order.
fn lines(markup: &str) -> Vec<u16> {
    let cited = markup.split("README.md?plain=1#L").skip(1);
    cited.map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect()
}

/// The subjects that some markup links to, by name.
fn subjects(markup: &str) -> Vec<&str> {
    let links = markup.split("href=\"#/").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter_map(|link| link.split_once("/chapter/").map(|(_, name)| name)).collect()
}

fn all<'t>(texts: impl IntoIterator<Item = &'t str>, markup: &str) -> Vec<&'t str> {
    let text = text(markup);
    texts.into_iter().filter(|word| !text.contains(word)).collect()
}

#[test]
fn every_section_has_its_deep_link_and_a_heading_that_leads_to_it() {
    let names: Vec<&str> = TOPICS.into_iter().chain(["trends"]).chain(CHAPTER_PARTS).collect();
    assert_eq!((names.len(), chapter().sheets.len()), (7 + 14, 7));
    for lang in Lang::ALL {
        for name in &names {
            let link = format!("<h2><a href=\"#/{}/chapter/{name}\">", lang.tag());
            assert!(section(lang, name).contains(&link), "{name}");
            assert!(Address::parse(content(), &format!("#/{}/chapter/{name}", lang.tag())).is_ok(), "{name}");
            // More than a heading.
            assert!(text(section(lang, name)).split_whitespace().count() > 20, "{name} is nearly empty");
        }
    }
}

#[test]
fn the_sheets_hold_what_the_chapter_lists() {
    let n_uses = [5, 5, 5, 5, 6, 5];
    // The first lines of the lists "Quand l'utiliser ?".
    let criteria = [62, 90, 118, 146, 175, 203];
    for lang in Lang::ALL {
        for (place, name) in TOPICS.into_iter().enumerate() {
            let sheet = section(lang, name);
            let uses = items(sheet, "list--uses");
            let of_chapter = uses.iter().filter(|item| !lines(item).is_empty()).count();
            assert_eq!(of_chapter, n_uses[place], "{name}");
            let of_chapter = items(sheet, "reasons--chapter");
            assert_eq!(of_chapter.len(), 5, "{name}");
            let cited: Vec<u16> = of_chapter.iter().map(|item| lines(item)[0]).collect();
            assert_eq!(cited, (criteria[place]..criteria[place] + 5).collect::<Vec<u16>>(), "{name}");
            let mut lists = sheet.split("reasons--chapter").skip(1);
            let n_each = [lists.next(), lists.next()]
                .map(|list| list.unwrap().split("</ul>").next().unwrap().matches("<li>").count());
            assert_eq!(n_each, [3, 2], "{name}");
            assert!(sheet.contains(&format!("index.html#/{}/question/{name}", lang.tag())), "{name}");
        }
        let trends = section(lang, "trends");
        assert_eq!((count(trends, "radar__list--themes"), count(trends, "radar__list--upcoming")), (7, 4));
        assert_eq!(trends.matches("class=\"radar__dot").count(), 11);
        assert!(!trends.contains("/question/"));
    }
}

#[test]
fn what_the_chapters_list_leaves_out_is_apart() {
    for topic in &content().topics {
        let elsewhere = topic.criteria_for.iter().skip(3).chain(topic.criteria_against.iter().skip(2));
        let expected: Vec<String> = elsewhere.map(|criterion| text(&criterion.text.fr)).collect();
        let shown = items(section(Lang::Fr, &topic.id), "reasons--elsewhere");
        assert_eq!(shown.len(), expected.len(), "{}", topic.id);
        assert!(shown.iter().zip(&expected).all(|(shown, expected)| text(shown).contains(expected)), "{expected:?}");
    }
}

#[test]
fn every_tool_of_the_chapter_is_there_with_its_level_and_its_date() {
    let tools: [&[&str]; 6] = [
        &["Istio", "Linkerd", "Consul Connect", "Cilium Service Mesh"],
        &[],
        &[],
        &["Rancher", "ArgoCD", "Flux", "KubeFed"],
        &["K3s", "KubeEdge", "MicroK8s", "Rancher Fleet"],
        &["Kubeflow", "KServe", "MLflow", "Ray"],
    ];
    for lang in Lang::ALL {
        let words = Words::new(content(), lang);
        for (topic, named) in content().topics.iter().zip(tools) {
            let shown = items(section(lang, &topic.id), "tools");
            assert_eq!(shown.len(), topic.tools.len());
            let of_chapter = topic.tools.iter().filter(|tool| matches!(tool.sources.first(), Some(Source::Chapter(_))));
            let names: Vec<&str> = of_chapter.map(|tool| tool.name.as_str()).collect();
            assert!(named.iter().all(|name| names.contains(name)), "{names:?}");
            for (tool, item) in topic.tools.iter().zip(shown) {
                assert!(text(item).contains(&text(&words.date(tool.since))), "{item}");
                assert!(item.contains("class=\"badge"), "{item}");
            }
        }
    }
}

#[test]
fn every_word_that_must_appear_does_on_its_sheet() {
    let words: [(&str, &[&str]); 7] = [
        (
            "service-mesh",
            &[
                "10+",
                "20+",
                "5+",
                "1-3",
                "mTLS",
                "canary",
                "blue-green",
                "eBPF",
                "HashiCorp",
                "Istio",
                "Linkerd",
                "Consul Connect",
                "Cilium Service Mesh",
            ],
        ),
        ("serverless", &["24/7", "<100", "Scale-to-zero", "Cold start", "Event-driven", "Pay-per-use", "Knative"]),
        (
            "operators",
            &[
                "50",
                "PostgreSQLCluster",
                "PostgreSQL",
                "MySQL",
                "MongoDB",
                "Kafka",
                "Elasticsearch",
                "Redis",
                "Prometheus Operator",
                "Cert-Manager",
                "Istio Operator",
            ],
        ),
        ("multi-cluster", &["3+", "dev", "staging", "prod", "Rancher", "ArgoCD", "Flux", "KubeFed", "GitOps"]),
        ("edge", &["<50", "Industry 4.0", "5G", "MEC", "K3s", "KubeEdge", "MicroK8s", "Rancher Fleet", "IoT"]),
        ("machine-learning", &["GPU", "Deep Learning", "MLOps", "Kubeflow", "KServe", "MLflow", "Ray"]),
        (
            "trends",
            &[
                "WebAssembly",
                "eBPF",
                "GitOps",
                "Platform Engineering",
                "FinOps",
                "Green Computing",
                "Security-first",
                "Ambient Mesh",
                "Gateway API",
                "vCluster",
            ],
        ),
    ];
    let mut missing = Vec::new();
    for lang in Lang::ALL {
        for (name, words) in words {
            missing.extend(all(words.iter().copied(), section(lang, name)).into_iter().map(|word| (lang, name, word)));
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_lists_around_the_subjects_are_whole() {
    let lists = [
        ("premise", "list--premise", 7),
        ("audience", "list--audience", 6),
        ("approach", "list--approach", 5),
        ("levels", "list--levels", 3),
        ("prerequisites", "list--prerequisites", 21),
        ("hardware", "list--hardware", 3),
        ("hardware", "list--extras", 6),
        ("mindset", "list--mindset-do", 5),
        ("mindset", "list--mindset-dont", 3),
        ("mindset", "list--value", 5),
        ("cycle", "list--cycle", 7),
        ("structure", "list--structure", 6),
        ("cncf", "list--cncf", 3),
        ("closing", "list--closing", 5),
        ("communities", "list--communities", 4),
        ("profiles", "list--suggestions", 3),
    ];
    for lang in Lang::ALL {
        for (name, class, n) in lists {
            assert_eq!(count(section(lang, name), class), n, "{name} {class}");
        }
        let points = |name: &str, class: &str| -> Vec<usize> {
            let items = items(section(lang, name), class);
            items.iter().map(|item| item.matches("<li").count() - 1).collect()
        };
        assert_eq!(points("approach", "list--approach"), [0, 4, 0, 0, 0], "the four questions of need");
        assert_eq!(points("levels", "list--levels"), [3; 3]);
        assert_eq!(points("structure", "list--structure"), [3; 6]);
        assert_eq!(points("cncf", "list--cncf"), [5, 4, 0]);
        assert_eq!(section(lang, "prerequisites").matches("<h4>").count(), 7);
        assert_eq!(lines(section(lang, "mindset").split("list--value").nth(1).unwrap()), [458, 459, 460, 461, 462]);
        let extras: Vec<u16> =
            items(section(lang, "hardware"), "list--extras").iter().map(|item| lines(item)[0]).collect();
        assert_eq!(extras, [416, 417, 418, 419, 420, 421]);
        let links = items(section(lang, "communities"), "list--communities").concat();
        assert!(links.contains("https://slack.cncf.io/") && links.contains("https://reddit.com/r/kubernetes"));
    }
}

#[test]
fn the_figures_and_names_around_the_subjects_are_exact() {
    let words: [(&str, &[&str], &[&str]); 6] = [
        ("approach", &["1-2", "6 mois", "1 an", "MicroK8s"], &["1-2", "6 months", "1 year", "MicroK8s"]),
        (
            "levels",
            &["30 minutes", "2 à 4 heures", "Conscience", "Exploration", "Maîtrise"],
            &["30 minutes", "2 to 4 hours"],
        ),
        (
            "hardware",
            &[
                "4 cœurs",
                "8 Go",
                "50 Go SSD",
                "Ubuntu 22.04 LTS",
                "8+",
                "16+ Go",
                "100+ Go SSD",
                "NVIDIA",
                "+2 Go",
                "+1 Go",
                "3×",
            ],
            &[
                "4 cores",
                "8 GB",
                "50 GB SSD",
                "Ubuntu 22.04 LTS",
                "8+",
                "16+ GB",
                "100+ GB SSD",
                "NVIDIA",
                "+2 GB",
                "+1 GB",
                "3×",
            ],
        ),
        (
            "cncf",
            &["Sandbox", "Incubating", "Graduated", "Kubernetes", "Prometheus", "Envoy", "Helm", "etcd"],
            &["ArgoCD", "Linkerd", "Falco", "Cilium", "Cloud Native Computing Foundation"],
        ),
        ("closing", &["resume-driven development"], &["resume-driven development"]),
        (
            "communities",
            &["Slack CNCF", "r/kubernetes", "Stack Overflow", "[kubernetes]", "GitHub Discussions"],
            &["r/kubernetes"],
        ),
    ];
    for (name, french, english) in words {
        for (lang, words) in [(Lang::Fr, french), (Lang::En, english)] {
            let missing = all(words.iter().copied(), section(lang, name));
            assert!(missing.is_empty(), "{name}: {missing:?}");
        }
    }
}

#[test]
fn each_profile_has_the_chapters_exact_priorities() {
    let expected: [&[(Priority, &[&str])]; 5] = [
        &[
            (Priority::High, &["service-mesh", "multi-cluster", "trends"]),
            (Priority::Medium, &["operators", "edge"]),
            (Priority::Optional, &["serverless", "machine-learning"]),
        ],
        &[
            (Priority::High, &["serverless", "trends"]),
            (Priority::Medium, &["service-mesh", "operators"]),
            (Priority::Optional, &["multi-cluster", "edge", "machine-learning"]),
        ],
        &[
            (Priority::High, &["machine-learning", "trends"]),
            (Priority::Medium, &["serverless", "edge"]),
            (Priority::Optional, &["service-mesh", "operators", "multi-cluster"]),
        ],
        &[
            (Priority::High, &["service-mesh", "multi-cluster", "trends"]),
            (Priority::Medium, &["operators", "serverless", "edge"]),
            (Priority::Context, &["machine-learning"]),
        ],
        &[],
    ];
    let profiles = &content().guide.profiles;
    assert_eq!(profiles.len(), 5);
    for (place, (profile, lists)) in profiles.iter().zip(expected).enumerate() {
        let listed: Vec<(&str, Priority)> =
            profile.priorities.iter().map(|(subject, priority)| (content().subject_id(*subject), *priority)).collect();
        let expected: Vec<(&str, Priority)> =
            lists.iter().flat_map(|(priority, names)| names.iter().map(|name| (*name, *priority))).collect();
        assert_eq!(listed, expected);
        for lang in Lang::ALL {
            let shown = section(lang, "profiles").split("<h3>").nth(place + 1).unwrap();
            let shown = subjects(shown.split("chapter__up").next().unwrap());
            let expected: Vec<&str> = match place {
                4 => vec!["serverless", "operators", "trends"],
                _ => expected.iter().map(|(name, _)| *name).collect(),
            };
            assert_eq!(shown, expected);
        }
    }
}

#[test]
fn every_correction_stands_on_its_pages_with_its_date_and_its_source() {
    assert!(chapter().corrections.len() >= 20);
    for lang in Lang::ALL {
        let words = Words::new(content(), lang);
        for dated in &chapter().corrections {
            let correction = &dated.correction;
            assert!(correction.date.year >= 2018 && correction.date <= content().date, "{}", dated.id);
            let source = correction.sources.iter().find_map(|source| source_url(content(), *source));
            let source = source.unwrap_or_else(|| panic!("{} has no source that can be read", dated.id));
            let pages = dated.pages.iter().map(String::as_str).filter(|on| *on != "chapter").chain(["since"]);
            for name in pages {
                let shown = section(lang, name).split("class=\"since\"").skip(1).any(|shown| {
                    let read = text(shown.split("</dl>").next().unwrap());
                    let parts = [correction.claim.get(lang), correction.today.get(lang), &*words.date(correction.date)];
                    parts.iter().all(|part| read.contains(&text(&part.replace('<', "&lt;"))))
                        && shown.contains(&source.replace('&', "&amp;"))
                });
                assert!(shown, "{} is not on {name}", dated.id);
            }
        }
        // Each once where they are all together.
        assert_eq!(section(lang, "since").matches("class=\"since\"").count(), chapter().corrections.len());
    }
}

#[test]
fn every_contradiction_stands_on_its_pages_with_our_synthesis_named_as_such() {
    assert_eq!(chapter().contradictions.len(), 16);
    for (lang, ours) in [(Lang::Fr, "Notre synthèse"), (Lang::En, "Our synthesis")] {
        for contradiction in &chapter().contradictions {
            for name in contradiction.pages.iter().map(|on| if on == "chapter" { "since" } else { on }) {
                let shown = section(lang, name).split("class=\"disagreement\"").skip(1).any(|shown| {
                    let read = text(shown);
                    [contradiction.text.get(lang), ours, contradiction.resolution.get(lang)]
                        .iter()
                        .all(|part| read.contains(&text(&part.replace('<', "&lt;"))))
                });
                assert!(shown, "{} is not on {name}", contradiction.id);
            }
        }
    }
}

#[test]
fn every_id_is_unique_and_every_link_leads_somewhere() {
    for lang in Lang::ALL {
        let page = page(lang);
        let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let n_ids = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), n_ids);
        let links: Vec<&str> = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert!(links.len() > 200);
        for link in links {
            let (file, fragment) = link.split_once('#').unwrap_or((link, ""));
            match file {
                "" => assert!(ids.binary_search(&fragment).is_ok(), "{link}"),
                "index.html"
                | "chapitre.html"
                | "chapter.html"
                | "a-propos.html"
                | "about.html"
                | "questionnaire.html"
                | "questionnaire-en.html"
                | "formateurs.html"
                | "trainers.html" => {
                    assert!(Address::parse(content(), fragment).is_ok(), "{link}");
                }
                file => assert!(file.starts_with("https://"), "{link}"),
            }
        }
    }
}

#[test]
fn both_languages_have_the_same_shape() {
    let shape = |lang: Lang| -> Vec<usize> {
        ["<p", "<li", "<h2", "<h3", "<h4", "<dt", "<a ", "<svg"]
            .iter()
            .map(|tag| page(lang).matches(tag).count())
            .collect()
    };
    assert_eq!(shape(Lang::Fr), shape(Lang::En));
    for lang in Lang::ALL {
        for empty in ["<p></p>", "<li></li>", "<h2></h2>", "<h3></h3>", "<h4></h4>", "<dt></dt>", "<strong></strong>"] {
            assert!(!page(lang).contains(empty), "{empty}");
        }
    }
}

#[test]
fn french_punctuation_is_never_parted_from_its_word() {
    let words: Vec<&Text> = chapter().words.iter().collect();
    let parts = chapter().parts.iter().flat_map(|part| {
        let items = part.items.iter().flat_map(|item| item.points.iter().chain([&item.text]));
        items.chain(part.introduction.iter()).chain([&part.title])
    });
    let sheets = chapter().sheets.iter().flat_map(|sheet| {
        let named = [&sheet.concepts, &sheet.examples, &sheet.themes, &sheet.upcoming].into_iter().flatten();
        named.flat_map(|named| [&named.name, &named.text]).chain(sheet.hints.iter().map(|hint| &hint.text))
    });
    let corrections = chapter().corrections.iter().flat_map(|dated| [&dated.correction.claim, &dated.correction.today]);
    let contradictions = chapter().contradictions.iter().flat_map(|found| [&found.text, &found.resolution]);
    for text in words.into_iter().chain(parts).chain(sheets).chain(corrections).chain(contradictions) {
        for wrong in [" ?", " !", " ;", " :", " »", "« ", "'"] {
            assert!(!text.fr.contains(wrong), "{}", text.fr);
        }
        assert!(!text.en.contains('\''), "{}", text.en);
    }
}

fn check(name: &str, from: &str, to: &str, expected: &str) {
    let problems = problems(&[(name, from, to)]);
    let expected = format!("{name}: {expected}");
    assert!(problems.iter().any(|problem| problem.starts_with(&expected)), "no {expected} in {problems:#?}");
}

#[test]
fn a_correction_without_a_date_or_a_source_is_refused() {
    check("corrections.toml", "\ndate = \"2021-07-28\"", "", "correction v1: date is missing");
    check(
        "corrections.toml",
        "\ndate = \"2021-07-28\"",
        "\ndate = \"2021\"",
        "correction v1: date \"2021\" is not a date",
    );
    check("corrections.toml", "\nsource = \"source:landscape\"", "", "correction v1: source is missing");
    check("corrections.toml", "\nclaim-source = \"chapter:542\"", "", "correction v1: claim-source is missing");
    check(
        "corrections.toml",
        "\nsource = \"source:landscape\"",
        "\nsource = \"source:rumour\"",
        "correction v1: source \"source:rumour\"",
    );
}

#[test]
fn what_would_be_shown_nowhere_is_refused() {
    check(
        "tools.toml",
        "correction = \"v1\"",
        "correction = \"v0\"",
        "topic service-mesh, tool linkerd: correction \"v0\"",
    );
    let elsewhere = problems(&[("corrections.toml", "on = [\"cncf\", \"service-mesh\"]", "on = [\"blockchain\"]")]);
    assert!(elsewhere.iter().any(|problem| problem.contains("v1: \"blockchain\" is not a page")), "{elsewhere:#?}");
    check("chapter.toml", "search = {", "seek = {", "words: search is missing");
    let nowhere = problems(&[("contradictions.toml", "on = [\"service-mesh\"]", "on = []")]);
    assert!(nowhere.iter().any(|problem| problem.contains("c1: on is missing")), "{nowhere:#?}");
}

#[test]
fn half_a_language_is_refused_with_its_place() {
    check("sheet-edge.toml", "en = \"", "en = \"\", de = \"", "concept 1");
    check(
        "chapter.toml",
        "\ntext = { fr = \"",
        "\ntext = { fr = \"\", de = \"",
        "part premise, item 1: text.fr is empty",
    );
}

/// Every run of eight words of the chapter (lower case, letters and digits only, joined by a space), as its 64-bit FNV-1a hash,
/// sorted, little-endian: enough to know a copied sentence, not to read the chapter.
const RUNS: &[u8] = include_bytes!("chapter.runs");

fn runs(text: &str) -> Vec<(u64, String)> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let hash = |run: &str| {
        run.bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
    };
    words.windows(8).map(|run| run.join(" ")).map(|run| (hash(&run), run)).collect()
}

fn french<'t>(value: &'t toml::Value, found: &mut Vec<&'t str>) {
    match value {
        toml::Value::Table(table) => {
            found.extend(table.get("fr").and_then(toml::Value::as_str));
            table.values().for_each(|value| french(value, found));
        }
        toml::Value::Array(values) => values.iter().for_each(|value| french(value, found)),
        _ => {}
    }
}

#[test]
fn no_sentence_is_the_chapters_own() {
    let known: Vec<u64> = RUNS.chunks_exact(8).map(|bytes| u64::from_le_bytes(bytes.try_into().unwrap())).collect();
    assert!(known.len() > 2000 && known.is_sorted());
    // A sentence of the chapter, line 251, with the words around it.
    let (known_run, _) = runs("Choisissez 1-2 sujets qui vous parlent le plus")[0];
    assert!(known.binary_search(&known_run).is_ok(), "the runs are not those of the chapter");
    let mut copied = Vec::new();
    for (name, text) in files() {
        let table = toml::Value::Table(text.parse().unwrap());
        let mut found = Vec::new();
        french(&table, &mut found);
        let known_runs = found.into_iter().flat_map(runs).filter(|(hash, _)| known.binary_search(hash).is_ok());
        copied.extend(known_runs.map(|(_, run)| format!("{name}: {run}")));
    }
    assert_eq!(copied, Vec::<String>::new(), "eight words in a row are the chapter's");
}
