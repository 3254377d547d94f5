//! Which feature takes how much of the code, from the map that the linker writes beside the wasm (`build.rs` asks for it).
//!
//! A map rather than the wasm's own names: packing takes these away. The map
//! is of the code before wasm-bindgen and wasm-opt, which shrink all of it; and a function that was inlined counts where it
//! went. So the shares tell where to look, not what a feature would save.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

use super::kilo;
use crate::{shell, versions};

/// The ways out of a result whose weight is held to an aim of its own, together: the QR code, and the record in Markdown.
const HELD: [&str; 2] = ["QR code", "decision record and message"];

/// Our modules that make one feature, whatever the layer they stand in: `html::board` with `engine::board`. Where a name is that
/// of two things, with what it stands in: a module, or the module of a function.
const FEATURES: &[(&str, &[&str])] = &[
    ("home and worked situations", &["home", "example"]),
    ("questions, one by one or all", &["question", "next", "controls", "plain"]),
    ("choosing one or two subjects", &["choose"]),
    ("verdict: limits, reasons, what would change it", &["verdict", "lift", "support", "result"]),
    ("board, side by side", &["board"]),
    ("in a room: answering, codes, map", &["room", "join", "lines"]),
    ("plan", &["plan"]),
    ("lab and prerequisites", &["lab"]),
    ("which tool", &["tools", "pointer"]),
    ("the chapter, where the app shows it", &["chapter"]),
    ("links and codes", &["link", "address"]),
    ("QR code", &["qr"]),
    ("decision record and message", &["decision", "record::text"]),
    ("answers as JSON, out and in", &["json"]),
    ("picture of the verdict", &["card", "file::save_picture", "file::canvas"]),
    ("printed sheet", &["printed"]),
    ("the page of the ways out", &["share"]),
    ("what is pasted", &["pasted"]),
    ("clipboard, share sheet, files", &["clipboard", "file", "promise"]),
    ("the screen put together", &["screen"]),
    ("pieces of pages, dial, sources", &["html", "parts", "record", "dial"]),
    ("judging", &["engine"]),
    ("reading the carried content", &["content", "carried", "domain", "guide", "shape"]),
    ("sentences", &["words"]),
    ("what the screen remembers", &["app"]),
    ("frame of the app, notices, header", &["ui", "frame", "shell", "events", "main"]),
    ("the browser: address, storage, page", &["platform"]),
];

/// Crates of a feature of ours.
const CRATES: &[(&str, &[&str])] = &[
    ("reading the carried content", &["serde", "serde_core"]),
    ("links and codes", &["crc"]),
    ("QR code", &["qrcodegen"]),
];

/// Rust's own library. What is generic counts for the crate that it is made for, when its name tells.
const LIBRARY: (&str, &[&str]) =
    ("Rust's own library", &["core", "alloc", "std", "hashbrown", "dlmalloc", "compiler_builtins", "__rustc"]);

/// Every other crate.
const LEPTOS: &str = "Leptos and what it brings";

/// What is neither ours nor known.
const OTHERS: &str = "everything else";

/// Code that wasm-bindgen runs once and takes away.
const TAKEN_AWAY: [&str; 3] = ["__wbindgen_describe", "wasm_bindgen::describe", "WasmDescribe"];

/// What each feature takes of the code.
pub(super) struct ByFeature {
    /// Every feature with its size, its share, and what that is of the code as it is sent.
    pub(super) table: String,
    /// The QR code and the record together, as they are sent: in bytes, estimated.
    pub(super) held: usize,
}

/// The table, when the last build left a map. `sent` is what the code weighs as it is sent, in bytes.
pub(super) fn by_feature(sent: usize) -> Option<ByFeature> {
    let map = fs::read_to_string(map_file()).ok()?;
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for (symbol, size) in functions(&map) {
        let name = format!("{:#}", rustc_demangle::demangle(symbol));
        if !TAKEN_AWAY.iter().any(|taken| name.contains(taken)) {
            *sizes.entry(feature(&name)).or_default() += size;
        }
    }
    let total = sizes.values().sum::<usize>().max(1);
    let held = HELD.iter().filter_map(|feature| sizes.get(feature)).sum::<usize>() * sent / total;
    let mut rows: Vec<(&str, usize)> = sizes.into_iter().collect();
    rows.sort_by_key(|(_, size)| usize::MAX - size);
    let about = "All code by feature, before wasm-opt, inlining aside";
    // As if all code compressed alike: what a build without a feature would save is near that, and not that.
    let mut table = format!("{about:<52}{:>7}{:>9}{:>9}\n", "raw", "share", "≈ brotli");
    for (feature, size) in rows {
        let (tenths, brotli) = (size * 1000 / total, kilo(size * sent / total));
        // Writing to a string cannot fail.
        let _ = writeln!(table, "  {feature:<48}{:>9}{:>7}.{} %{brotli:>9}", kilo(size), tenths / 10, tenths % 10);
    }
    Some(ByFeature { table, held })
}

/// Where `build.rs` has the linker write: beside the wasm.
fn map_file() -> PathBuf {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| shell::repository().join("target"), PathBuf::from);
    target.join(versions::WASM_TARGET).join("release/boussole.map")
}

/// Every function of the code, as the linker names it, with its size in bytes.
///
/// A line of the map is `address offset size place`, and the place of a function is `file:(symbol)`.
fn functions(map: &str) -> impl Iterator<Item = (&str, usize)> {
    let code = map.lines().skip_while(|line| !line.ends_with(" CODE")).skip(1);
    // The next part of the file is named in capitals, as this one.
    let is_part = |line: &str| {
        line.split_whitespace().nth(3).is_some_and(|name| name.chars().all(|char| char.is_ascii_uppercase()))
    };
    let code = code.take_while(move |line| !is_part(line));
    code.filter_map(|line| {
        let (_, symbol) = line.split_once(":(")?;
        let size = line.split_whitespace().nth(2)?;
        Some((symbol.strip_suffix(')')?, usize::from_str_radix(size, 16).ok()?))
    })
}

/// The feature of a function: of the innermost of our modules that its name holds, else of its crate.
fn feature(name: &str) -> &'static str {
    let named = |name: &str| FEATURES.iter().find(|(_, names)| names.contains(&name)).map(|(feature, _)| *feature);
    if let Some((_, path)) = name.split_once("boussole::") {
        let path: Vec<&str> = path.split("::").collect();
        let n = path.iter().take_while(|segment| is_lower_case(segment)).count();
        // What no type follows is the function itself.
        let is_type =
            |next: &&str| next.starts_with("<impl ") || next.starts_with(|first: char| first.is_ascii_uppercase());
        let is_function = n > 1 && !path.get(n).is_some_and(is_type);
        let found = (0..n).rev().find_map(|place| {
            let within = place.checked_sub(1).and_then(|outer| named(&[path[outer], path[place]].join("::")));
            within.or_else(|| named(path[place]).filter(|_| !is_function || place + 1 < n))
        });
        return found.unwrap_or(OTHERS);
    }
    let crates: Vec<&str> = roots(name).collect();
    let (library, in_library) = LIBRARY;
    match CRATES.iter().find(|(_, ours)| crates.iter().any(|root| ours.contains(root))) {
        Some((feature, _)) => feature,
        None if crates.is_empty() => OTHERS,
        None if crates.iter().all(|root| in_library.contains(root)) => library,
        None => LEPTOS,
    }
}

/// The crates that a name holds: the words before `::` that start a path.
fn roots(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices("::").filter_map(move |(end, _)| {
        let before = &name[..end];
        let root = before.rsplit(|char: char| !char.is_ascii_alphanumeric() && char != '_').next()?;
        let starts_a_path = !before.strip_suffix(root)?.ends_with("::");
        (starts_a_path && is_lower_case(root) && !root.is_empty()).then_some(root)
    })
}

fn is_lower_case(segment: &str) -> bool {
    segment.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || char == '_')
}

#[cfg(test)]
mod tests {
    use super::{feature, functions};

    #[test]
    fn only_functions_of_the_code_are_read() {
        let map = "    Addr      Off     Size Out     In      Symbol\n\
            \x20      -     2af7    435b0 EXPORT\n\
            \x20      -    46222    5c98f CODE\n\
            \x20      -    46224       10         /target/boussole.o:(_ZN8boussole4main17h272cdd86b6ac5d28E)\n\
            \x20      -    46224       10                 _ZN8boussole4main17h272cdd86b6ac5d28E\n\
            \x20      -    a2bb1    26034 DATA\n\
            \x20   1000        0        8         /target/boussole.o:(.rodata.words)\n";
        assert_eq!(functions(map).collect::<Vec<_>>(), [("_ZN8boussole4main17h272cdd86b6ac5d28E", 16)]);
    }

    #[test]
    fn a_function_belongs_to_the_innermost_module_that_is_known() {
        for (name, expected) in [
            ("boussole::html::board::row", "board, side by side"),
            (
                "<boussole_core::content::guide::Lab as serde_core::de::Deserialize>::deserialize",
                "reading the carried content",
            ),
            ("boussole_core::engine::judge", "judging"),
            ("boussole::html::screen::main::{{closure}}", "the screen put together"),
            ("boussole_core::words::Words::date", "sentences"),
            ("boussole::main", "frame of the app, notices, header"),
            ("core::ptr::drop_in_place<boussole_core::state::state::Guest>", "what the screen remembers"),
            ("<&mut tachys::view::Any as core::fmt::Debug>::fmt", "Leptos and what it brings"),
            ("core::str::traits::eq", "Rust's own library"),
            ("boussole_core::record::decision::Record::outcome", "decision record and message"),
            ("boussole_core::record::text::Writer::item", "decision record and message"),
            (
                "<boussole_core::domain::text::Text as serde_core::de::Deserialize>::deserialize",
                "reading the carried content",
            ),
            ("boussole_core::record::qr::svg", "QR code"),
            ("qrcodegen::QrCode::encode_segments_advanced", "QR code"),
            ("boussole::ui::json::tree", "answers as JSON, out and in"),
            ("boussole::platform::file::save_picture", "picture of the verdict"),
            ("boussole::platform::file::save_picture::{{closure}}", "picture of the verdict"),
            ("boussole::platform::file::save", "clipboard, share sheet, files"),
            ("boussole::html::share::share", "the page of the ways out"),
            (
                "boussole_core::state::share::<impl boussole_core::state::state::AppState>::pasted",
                "the page of the ways out",
            ),
            ("memcpy", "everything else"),
        ] {
            assert_eq!(feature(name), expected, "{name}");
        }
    }
}
