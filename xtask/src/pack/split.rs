//! Cuts the wasm in two: what the first screens need, and the rest, which the page brings once the app is on screen.
//!
//! What is called from named functions only goes to the rest, by binaryen's wasm-split. The app calls these functions behind a
//! check of its own, `src/html/rest.rs`: nothing else of the rest can be called before it is here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{ElementItems, ExternalKind, KnownCustom, Name, Operator, OperatorsReader, Parser, Payload, TypeRef};

use super::{between, lighten};
use crate::shell;

/// The functions through which the app goes into the rest, by their whole name in our crate. Each is never inlined.
const ENTRIES: &[&str] = &[
    "html::choose::choose",
    "html::choose::status",
    "html::compare::compare",
    "html::join::join",
    "html::join::joined",
    "html::plan::plan",
    "html::plan::status",
    "html::printed::sheet",
    "html::room::room",
    "html::room::rooms",
    "html::share::share",
    "html::share::taken",
    "html::slides::slides",
];

/// The module from which the rest imports what it shares with the first part.
const SHARED: &str = "m";
/// What is put before the names of what the first part exports for the rest only.
const EXPORTED: &str = "%";

/// The wasm in two parts.
pub(super) struct Parts {
    /// What the first screens need.
    pub first: Vec<u8>,
    /// What comes after.
    pub rest: Vec<u8>,
}

/// The wasm of Trunk, which still names its functions, in two parts. None without binaryen at hand.
///
/// # Errors
/// When a function that the rest is entered through is not there, or binaryen fails.
pub(super) fn split(wasm: &[u8], folder: &Path) -> Result<Option<Parts>> {
    if ["wasm-opt", "wasm-split"].iter().any(|program| shell::on_path(program).is_none()) {
        eprintln!(
            "  the site's wasm stays in one part, since wasm-opt and wasm-split (binaryen) are not both on the PATH: \
             its first load is larger"
        );
        return Ok(None);
    }
    let rest = Calls::read(wasm)?.rest(ENTRIES)?;
    let names: Vec<String> = rest.iter().map(|&function| short_name(function)).collect();
    let file = |name: &str| folder.join(format!("split-{name}.wasm"));
    let (whole, first, second) = (file("whole"), file("first"), file("rest"));
    // Names of ours, which need no escape on a command line.
    fs::write(&whole, with_names(wasm)?)?;
    let params = optimiser_params()?;
    let features = params.iter().filter(|param| param.starts_with("--enable-"));
    shell::run(
        Command::new("wasm-split")
            .arg("--split")
            .arg(&whole)
            .args(features)
            .arg(format!("--split-funcs={}", names.join(",")))
            .arg(format!("--import-namespace={SHARED}"))
            .arg(format!("--placeholder-namespace={}", lighten::ABSENT))
            .arg(format!("--export-prefix={EXPORTED}"))
            .arg("-o1")
            .arg(&first)
            .arg("-o2")
            .arg(&second),
    )?;
    // Once more: wasm-split writes code less tightly, by 1.7 KB brotli over both parts.
    for part in [&first, &second] {
        shell::run(Command::new("wasm-opt").arg("-Oz").args(&params).arg(part).arg("-o").arg(part))?;
    }
    let read = |part: &Path| fs::read(part).with_context(|| format!("cannot read {}", part.display()));
    let parts = Parts { first: read(&first)?, rest: lighten::bare(&read(&second)?)? };
    for part in [whole, first, second] {
        fs::remove_file(part)?;
    }
    Ok(Some(parts))
}

/// What `index.html` has Trunk tell wasm-opt, without what keeps the names.
fn optimiser_params() -> Result<Vec<String>> {
    let page = fs::read_to_string(shell::repository().join("index.html")).context("cannot read index.html")?;
    let params = between(&page, "data-wasm-opt-params=\"", "\"").context("index.html has no data-wasm-opt-params")?;
    ensure!(params.split_whitespace().any(|param| param == "-g"), "index.html has wasm-opt drop the functions' names");
    Ok(params.split_whitespace().filter(|param| *param != "-g").map(str::to_owned).collect())
}

fn short_name(function: usize) -> String {
    format!("f{function}")
}

/// The wasm with each function named after its place, and nothing else that no browser runs.
fn with_names(wasm: &[u8]) -> Result<Vec<u8>> {
    let n_functions = Calls::read(wasm)?.functions.len();
    let mut map = Vec::new();
    lighten::push_number(&mut map, n_functions);
    for function in 0..n_functions {
        lighten::push_number(&mut map, function);
        lighten::push_bytes(&mut map, short_name(function).as_bytes());
    }
    // The names of functions are the second kind of names.
    let mut names = Vec::new();
    lighten::push_bytes(&mut names, b"name");
    names.push(1);
    lighten::push_bytes(&mut names, &map);
    let mut named = lighten::bare(wasm)?;
    named.push(lighten::CUSTOM);
    lighten::push_bytes(&mut named, &names);
    Ok(named)
}

/// Who calls whom in a wasm.
#[derive(Default)]
struct Calls {
    /// Every function, the imported ones first, as the wasm counts them.
    functions: Vec<Function>,
    n_imported: usize,
}

#[derive(Default)]
struct Function {
    name: String,
    /// Those it calls.
    calls: Vec<usize>,
    /// Whether something other than a call may reach it: an export, a table, the start.
    is_rooted: bool,
}

impl Calls {
    fn read(wasm: &[u8]) -> Result<Self> {
        let mut calls = Self::default();
        let mut n_read = 0;
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        if let TypeRef::Func(_) | TypeRef::FuncExact(_) = import?.ty {
                            calls.functions.push(Function::default());
                        }
                    }
                    calls.n_imported = calls.functions.len();
                }
                Payload::FunctionSection(functions) => {
                    let n_functions = calls.n_imported + functions.count() as usize;
                    calls.functions.resize_with(n_functions, Function::default);
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        calls.root_each(global?.init_expr.get_operators_reader())?;
                    }
                }
                Payload::TableSection(tables) => {
                    for table in tables {
                        if let wasmparser::TableInit::Expr(first) = table?.init {
                            calls.root_each(first.get_operators_reader())?;
                        }
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        if let ExternalKind::Func | ExternalKind::FuncExact = export.kind {
                            calls.root(export.index)?;
                        }
                    }
                }
                Payload::StartSection { func, .. } => calls.root(func)?,
                Payload::ElementSection(elements) => {
                    for element in elements {
                        match element?.items {
                            ElementItems::Functions(functions) => {
                                for function in functions {
                                    calls.root(function?)?;
                                }
                            }
                            ElementItems::Expressions(_, expressions) => {
                                for expression in expressions {
                                    calls.root_each(expression?.get_operators_reader())?;
                                }
                            }
                        }
                    }
                }
                Payload::CodeSectionEntry(body) => {
                    let function = calls.n_imported + n_read;
                    n_read += 1;
                    for operator in body.get_operators_reader()? {
                        match operator? {
                            Operator::Call { function_index } | Operator::ReturnCall { function_index } => {
                                let function = calls.functions.get_mut(function).context("a body without function")?;
                                function.calls.push(function_index as usize);
                            }
                            Operator::RefFunc { function_index } => calls.root(function_index)?,
                            _ => {}
                        }
                    }
                }
                Payload::CustomSection(section) => {
                    let KnownCustom::Name(names) = section.as_known() else { continue };
                    for names in names {
                        let Name::Function(names) = names? else { continue };
                        for name in names {
                            let name = name?;
                            if let Some(function) = calls.functions.get_mut(name.index as usize) {
                                function.name = path_of(name.name);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(calls)
    }

    fn root(&mut self, function: u32) -> Result<()> {
        let function = self.functions.get_mut(function as usize).context("the wasm names a function it has not")?;
        function.is_rooted = true;
        Ok(())
    }

    fn root_each(&mut self, operators: OperatorsReader<'_>) -> Result<()> {
        for operator in operators {
            if let Operator::RefFunc { function_index } = operator? {
                self.root(function_index)?;
            }
        }
        Ok(())
    }

    /// What can be reached through these entries only, them included. A function in a table counts as reached: who calls it
    /// cannot be told.
    fn rest(&self, entries: &[&str]) -> Result<BTreeSet<usize>> {
        let mut doors = BTreeSet::new();
        for entry in entries {
            let named = self.functions.iter().enumerate().filter(|(_, function)| function.name == *entry);
            let found: Vec<(usize, &Function)> = named.collect();
            if found.is_empty() {
                bail!("the rest is entered through {entry}, and no function has that name: it is gone, or was inlined");
            }
            if found.iter().any(|(_, function)| function.is_rooted) {
                bail!(
                    "the rest is entered through {entry}, which is in a table or exported: it could be called unchecked"
                );
            }
            doors.extend(found.into_iter().map(|(place, _)| place));
        }
        let rooted = self.functions.iter().enumerate().filter(|(_, function)| function.is_rooted);
        let mut to_see: Vec<usize> = rooted.map(|(place, _)| place).collect();
        let mut first: BTreeSet<usize> = (0..self.n_imported).collect();
        while let Some(place) = to_see.pop() {
            if !doors.contains(&place)
                && let Some(function) = self.functions.get(place)
                && first.insert(place)
            {
                to_see.extend(&function.calls);
            }
        }
        Ok((0..self.functions.len()).filter(|place| !first.contains(place)).collect())
    }
}

/// The path of a function of ours in our crate, without the fingerprint that the compiler puts after it or after the crate:
/// `boussole::html::plan::plan::h0fc1e5cdff7c1731` is `html::plan::plan`. Empty for any other.
fn path_of(name: &str) -> String {
    let Some(rest) = name.strip_prefix("boussole") else { return String::new() };
    let rest = match rest.strip_prefix('[') {
        Some(fingerprint) => fingerprint.split_once(']').map_or("", |(_, rest)| rest),
        None => rest,
    };
    let Some(path) = rest.strip_prefix("::") else { return String::new() };
    match path.rsplit_once("::h") {
        Some((path, fingerprint)) if fingerprint.len() == 16 => path,
        _ => path,
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What goes to the rest of a small wasm, by the names it gives.
    fn check(wasm: &str, entries: &[&str], expected: &[&str]) -> Result<()> {
        let calls = Calls::read(&wat::parse_str(wasm)?)?;
        let rest = calls.rest(entries)?;
        let rest: Vec<&str> = rest.into_iter().map(|place| calls.functions[place].name.as_str()).collect();
        assert_eq!(rest, expected, "{wasm}");
        Ok(())
    }

    /// Why a small wasm cannot be cut.
    fn refused(wasm: &str, entries: &[&str]) -> Result<String> {
        let told = Calls::read(&wat::parse_str(wasm)?)?.rest(entries);
        Ok(told.map_or_else(|error| error.to_string(), |_| String::new()))
    }

    #[test]
    fn what_only_the_entries_reach_is_the_rest() -> Result<()> {
        check(
            r#"(module
                (import "glue" "say" (func $boussole::say))
                (func $boussole::main (export "main") call $boussole::shared call $boussole::share)
                (func $boussole::shared call $boussole::say)
                (func $boussole::share call $boussole::qr call $boussole::shared call $boussole::say)
                (func $boussole::qr call $boussole::qr))"#,
            &["share"],
            &["share", "qr"],
        )
    }

    #[test]
    fn what_two_entries_share_is_of_the_rest_too() -> Result<()> {
        check(
            r#"(module
                (func $boussole::main (export "main") call $boussole::share call $boussole::print)
                (func $boussole::share call $boussole::qr)
                (func $boussole::print call $boussole::qr)
                (func $boussole::qr))"#,
            &["share", "print"],
            &["share", "print", "qr"],
        )
    }

    #[test]
    fn what_something_else_may_reach_stays_in_the_first_part() -> Result<()> {
        // In a table, in an expression of one, taken by reference, exported, started, and what these call.
        for reached in [
            "(table 1 funcref) (elem (i32.const 0) $boussole::deep)",
            "(table 1 funcref) (elem (i32.const 0) funcref (ref.func $boussole::deep))",
            "(table 1 1 funcref (ref.func $boussole::deep)) (elem declare func $boussole::deep)",
            "(global funcref (ref.func $boussole::deep))",
            "(func $boussole::taker (export \"t\") (drop (ref.func $boussole::deep))) (elem declare func $boussole::deep)",
            "(export \"deep\" (func $boussole::deep))",
            "(start $boussole::deep)",
        ] {
            let wasm = format!(
                "(module (func $boussole::main (export \"main\") call $boussole::share)
                    (func $boussole::share call $boussole::deep)
                    (func $boussole::deep call $boussole::deeper) (func $boussole::deeper) {reached})"
            );
            check(&wasm, &["share"], &["share"])?;
        }
        Ok(())
    }

    #[test]
    fn an_entry_that_is_not_there_is_told() -> Result<()> {
        let told = refused("(module (func $boussole::share))", &["share", "print"])?;
        assert!(told.contains("print, and no function has that name"), "{told}");
        Ok(())
    }

    #[test]
    fn an_entry_that_a_table_holds_is_told() -> Result<()> {
        let wasm = "(module (table 1 funcref) (elem (i32.const 0) $boussole::share) (func $boussole::share))";
        let told = refused(wasm, &["share"])?;
        assert!(told.contains("share, which is in a table"), "{told}");
        Ok(())
    }

    #[test]
    fn a_function_is_known_by_its_path_alone() {
        for (name, path) in [
            ("boussole::html::plan::plan::h0fc1e5cdff7c1731", "html::plan::plan"),
            ("boussole[3ca501edff3f0c7c]::html::plan::plan", "html::plan::plan"),
            ("boussole::html::home::home", "html::home::home"),
            ("boussole::html::plan::plan::{{closure}}::h0fc1e5cdff7c1731", "html::plan::plan::{{closure}}"),
            ("qrcodegen::QrCode::module::h39ae7187b4a8a02e", ""),
            ("boussole_more::html::plan::plan", ""),
        ] {
            assert_eq!(path_of(name), path, "{name}");
        }
    }

    #[test]
    fn names_are_given_anew() -> Result<()> {
        let wasm = wat::parse_str("(module (import \"m\" \"a\" (func)) (func $boussole::share))")?;
        let named = with_names(&wasm)?;
        let mut found = Vec::new();
        for payload in Parser::new(0).parse_all(&named) {
            if let Payload::CustomSection(section) = payload?
                && let KnownCustom::Name(names) = section.as_known()
            {
                for names in names {
                    let Name::Function(names) = names? else { continue };
                    for name in names {
                        found.push(name?.name.to_owned());
                    }
                }
            }
        }
        assert_eq!(found, ["f0", "f1"]);
        Ok(())
    }
}
