//! Lightens what travels: the names by which the wasm and its glue know each other, and what only people read of scripts and
//! styles.
//!
//! wasm-bindgen names each import after what it calls and a fingerprint of it, in the wasm and in the glue: names of a letter
//! or two leave 4.4 KB brotli less of the two.

use anyhow::{Context, Result, bail};

/// What wasm starts with, its version included.
const HEADER: &[u8] = b"\0asm\x01\0\0\0";
/// Parts of a wasm that no browser runs: who made it.
pub(super) const CUSTOM: u8 = 0;
/// The part that lists what the wasm asks of its glue.
const IMPORTS: u8 = 2;
/// The kind of an import that is a function.
const FUNCTION: u8 = 0;
/// The short name of the one module that the wasm imports from.
const MODULE: &str = "m";
/// The module of the functions that the first part of the wasm imports in the place of the rest's, until that is here. Nothing
/// calls them: the glue needs no names for them.
pub(super) const ABSENT: &str = "p";

/// The wasm and its glue, with short names between them and nothing that only people read. What stands in the first part for the
/// functions of the rest is told to the glue.
///
/// # Errors
/// When either is not as wasm-bindgen writes it.
pub(super) fn wasm_and_glue(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let Renamed { wasm, names, has_absent } = with_short_names(wasm)?;
    let mut lines = Vec::new();
    let mut n_found = 0;
    for line in script(glue)?.lines() {
        // `__wbg_focus_f740d61348f422e7: function(arg0) {` and, once, `"./boussole_bg.js": import0,`
        let place = line.split_once(':').and_then(|(name, rest)| {
            let place = names.iter().position(|known| known == name.trim_matches('"'))?;
            Some((place, rest))
        });
        n_found += usize::from(place.is_some());
        lines.push(place.map_or_else(|| line.to_owned(), |(place, rest)| format!("{}:{rest}", short_name(place))));
        if let (Some((0, _)), true) = (place, has_absent) {
            lines.push(format!(
                "{ABSENT}: new Proxy({{}}, {{ get: () => () => {{ throw new Error('not here yet'); }} }}),"
            ));
        }
    }
    if n_found != names.len() {
        bail!("of {} names that the wasm imports the glue defines {n_found}: their form has changed", names.len());
    }
    Ok((wasm, lines.join("\n") + "\n"))
}

/// A short name for the import at a place; the module is at the first.
fn short_name(place: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    let Some(place) = place.checked_sub(1) else { return MODULE.to_owned() };
    // A digit last, from the second row on: no name is a word of the language.
    let (row, column) = (place / LETTERS.len(), place % LETTERS.len());
    let letter = char::from(LETTERS[column]);
    if row == 0 { letter.to_string() } else { format!("{letter}{row}") }
}

/// The wasm without what no browser runs.
///
/// # Errors
/// When it does not read as one.
pub(super) fn bare(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut reader = Reader { rest: wasm.strip_prefix(HEADER).context("the wasm does not start as one")? };
    let mut written = HEADER.to_vec();
    while let Some((&part, rest)) = reader.rest.split_first() {
        reader.rest = rest;
        let bytes = reader.bytes()?;
        if part != CUSTOM {
            written.push(part);
            push_bytes(&mut written, bytes);
        }
    }
    Ok(written)
}

/// A wasm with short names for its imports.
struct Renamed {
    wasm: Vec<u8>,
    /// The names they had: the module's, then each function's.
    names: Vec<String>,
    /// Whether some stand for functions of the rest.
    has_absent: bool,
}

fn with_short_names(wasm: &[u8]) -> Result<Renamed> {
    let wasm = bare(wasm)?;
    let mut reader = Reader { rest: wasm.strip_prefix(HEADER).context("the wasm does not start as one")? };
    let mut renamed = Renamed { wasm: HEADER.to_vec(), names: Vec::new(), has_absent: false };
    while let Some((&part, rest)) = reader.rest.split_first() {
        reader.rest = rest;
        let bytes = reader.bytes()?;
        renamed.wasm.push(part);
        if part == IMPORTS {
            let imports;
            (imports, renamed.names, renamed.has_absent) = renamed_imports(bytes)?;
            push_bytes(&mut renamed.wasm, &imports);
        } else {
            push_bytes(&mut renamed.wasm, bytes);
        }
    }
    Ok(renamed)
}

/// The imports written anew, the names they had, and whether some stand for functions of the rest.
fn renamed_imports(part: &[u8]) -> Result<(Vec<u8>, Vec<String>, bool)> {
    let mut reader = Reader { rest: part };
    let n_imports = reader.number()?;
    let mut written = Vec::new();
    push_number(&mut written, n_imports);
    let mut names = Vec::new();
    let mut has_absent = false;
    for _ in 0..n_imports {
        let module = String::from_utf8(reader.bytes()?.to_vec())?;
        let name = String::from_utf8(reader.bytes()?.to_vec())?;
        if reader.byte()? != FUNCTION {
            bail!("the wasm imports {name}, which is no function");
        }
        if module == ABSENT {
            has_absent = true;
            push_bytes(&mut written, ABSENT.as_bytes());
            push_bytes(&mut written, name.as_bytes());
        } else {
            match names.first() {
                None => names.push(module),
                Some(known) if *known == module => {}
                Some(known) => bail!("the wasm imports from {known} and from {module}: one glue was expected"),
            }
            names.push(name);
            push_bytes(&mut written, MODULE.as_bytes());
            push_bytes(&mut written, short_name(names.len() - 1).as_bytes());
        }
        written.push(FUNCTION);
        push_number(&mut written, reader.number()?);
    }
    Ok((written, names, has_absent))
}

/// Reads what wasm is made of.
struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Result<u8> {
        let (&byte, rest) = self.rest.split_first().context("the wasm ends too soon")?;
        self.rest = rest;
        Ok(byte)
    }

    /// A number, seven bits a byte, lowest first.
    fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        bail!("the wasm holds a number that is too large");
    }

    /// A number of bytes, and these bytes.
    fn bytes(&mut self) -> Result<&'a [u8]> {
        let len = self.number()?;
        let (bytes, rest) = self.rest.split_at_checked(len).context("the wasm ends too soon")?;
        self.rest = rest;
        Ok(bytes)
    }
}

pub(super) fn push_number(written: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        written.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    written.push(number as u8);
}

pub(super) fn push_bytes(written: &mut Vec<u8>, bytes: &[u8]) {
    push_number(written, bytes.len());
    written.extend_from_slice(bytes);
}

/// A script without its indentation, its empty lines and the comments that stand on lines of their own.
///
/// # Errors
/// When a text goes over several lines: its indentation would be part of it.
pub(super) fn script(script: &str) -> Result<String> {
    let mut kept = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/*");
        let is_comment = in_comment || line.starts_with("//");
        if in_comment {
            in_comment = !line.contains("*/");
        }
        if is_comment || line.is_empty() {
            continue;
        }
        if !line.matches('`').count().is_multiple_of(2) {
            bail!("a text of the script goes over several lines: {line}");
        }
        kept.push_str(line);
        kept.push('\n');
    }
    Ok(kept)
}

/// Styles without their indentation, their empty lines and their comments.
///
/// # Errors
/// When a comment does not end.
pub(super) fn styles(styles: &str) -> Result<String> {
    let mut bare = String::with_capacity(styles.len());
    let mut rest = styles;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        (_, rest) = after.split_once("*/").context("a comment of the styles does not end")?;
    }
    bare.push_str(rest);
    Ok(bare.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm that imports two functions, with a part before and after, and one that tells who made it.
    fn wasm(module: &str, names: [&str; 2], custom: &[u8]) -> Vec<u8> {
        let mut imports = vec![2];
        for (name, kind) in names.into_iter().zip([7, 200]) {
            push_bytes(&mut imports, module.as_bytes());
            push_bytes(&mut imports, name.as_bytes());
            imports.push(FUNCTION);
            push_number(&mut imports, kind);
        }
        let mut wasm = HEADER.to_vec();
        for (part, bytes) in [(1, &b"types"[..]), (IMPORTS, &imports), (10, &[0; 300])] {
            wasm.push(part);
            push_bytes(&mut wasm, bytes);
        }
        wasm.extend_from_slice(custom);
        wasm
    }

    #[test]
    fn the_wasm_and_its_glue_know_each_other_by_short_names() -> Result<()> {
        let long =
            wasm("./app_bg.js", ["__wbg_focus_f740d61348f422e7", "__wbindgen_object_drop_ref"], b"\0\x04\x03who");
        let glue = "const import0 = {\n    __wbg_focus_f740d61348f422e7: function(arg0) {\n        /* long:\n         * more */\n        \
                    getObject(arg0).focus();\n    },\n    // Drops.\n    __wbindgen_object_drop_ref: function(arg0) {\n    },\n};\n\
                    return {\n    \"./app_bg.js\": import0,\n};\n";
        let short = "const import0 = {\na: function(arg0) {\ngetObject(arg0).focus();\n},\nb: function(arg0) {\n},\n};\n\
                     return {\nm: import0,\n};\n";
        assert_eq!(wasm_and_glue(&long, glue)?, (wasm("m", ["a", "b"], b""), short.to_owned()));
        Ok(())
    }

    #[test]
    fn the_glue_is_told_of_what_is_not_here_yet() -> Result<()> {
        let mut imports = vec![2];
        for (module, name) in [("./app_bg.js", "__wbg_focus_f740d61348f422e7"), (ABSENT, "146")] {
            push_bytes(&mut imports, module.as_bytes());
            push_bytes(&mut imports, name.as_bytes());
            imports.extend([FUNCTION, 7]);
        }
        let mut wasm = HEADER.to_vec();
        wasm.push(IMPORTS);
        push_bytes(&mut wasm, &imports);
        let glue = "__wbg_focus_f740d61348f422e7: function() {\n},\n\"./app_bg.js\": import0,\n";
        let (wasm, glue) = wasm_and_glue(&wasm, glue)?;
        assert!(wasm.ends_with(b"\x02\x01m\x01a\0\x07\x01p\x03146\0\x07"), "{wasm:?}");
        assert!(glue.starts_with("a: function() {\n},\nm: import0,\np: new Proxy("), "{glue}");
        Ok(())
    }

    #[test]
    fn a_glue_of_another_wasm_is_refused() {
        let told = wasm_and_glue(&wasm("./a.js", ["f", "g"], b""), "\"./a.js\": import0,\nf: function() {\n");
        assert!(
            told.is_err_and(|error| error.to_string().contains("of 3 names that the wasm imports the glue defines 2"))
        );
    }

    #[test]
    fn no_two_imports_have_one_name() {
        let names: std::collections::BTreeSet<String> = (1..1000).map(short_name).collect();
        assert_eq!(names.len(), 999);
    }

    #[test]
    fn what_only_people_read_is_left_out() -> Result<()> {
        assert_eq!(script("  // Why.\n  a('//');\n\n  b(`${c}`); // kept\n")?, "a('//');\nb(`${c}`); // kept\n");
        assert!(script("a(`one\n  two`)").is_err());
        assert_eq!(
            styles("/* One.\n   Two. */\na { b: c; } /* d */\n\n  e { f: \"g\"; }\n")?,
            "a { b: c; }\ne { f: \"g\"; }\n"
        );
        Ok(())
    }
}
