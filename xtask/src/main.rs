//! The project's commands: `cargo xtask help` lists them.
#![allow(clippy::print_stdout, reason = "a command's result goes to stdout")]

mod bench;
mod bundle;
mod check;
mod codes;
mod examples;
mod fast;
mod fuzz;
mod pack;
mod proof;
mod records;
mod serve;
mod setup;
mod shell;
mod shots;
mod size;
mod test;
mod twin;
mod verdict;
mod versions;

use std::process::ExitCode;

use anyhow::Result;

/// A command, what it is called with, and what it is for.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        arguments: "[--no-open] [--port N] [--yes]",
        about: "build, serve on this machine, open the browser",
        run: serve::run,
    },
    Command {
        name: "test",
        arguments: "[--only STEP] [--fast] [--yes]",
        about: "everything that must hold: format, lints, native, wasm and browser tests",
        run: test::run,
    },
    Command { name: "build", arguments: "[--yes]", about: "make dist/: the site and boussole.html", run: bundle::run },
    Command { name: "setup", arguments: "[--yes]", about: "bring what building and testing need", run: setup::run },
    Command { name: "size", arguments: "", about: "the sizes of the last build, beside the aims", run: size::run },
    Command { name: "check", arguments: "", about: "every problem of the content at once", run: check::run },
    Command {
        name: "verdict",
        arguments: "FILE.json | --list",
        about: "judge a situation, or list every question",
        run: verdict::run,
    },
    Command {
        name: "proof",
        arguments: "",
        about: "check the engine's promises over every answer set, and print the sheet",
        run: proof::run,
    },
    Command {
        name: "bench",
        arguments: "[--browser]",
        about: "how fast the engine and the links are; with --browser, a flipped answer on screen",
        run: bench::run,
    },
    Command {
        name: "codes",
        arguments: "[--seed N]",
        about: "decode ten million random and damaged codes, on all cores",
        run: codes::run,
    },
    Command {
        name: "fuzz",
        arguments: "[--seconds N]",
        about: "look for bytes that break what reads links, pasted text, files and the device's storage",
        run: fuzz::run,
    },
    Command {
        name: "examples",
        arguments: "[--yes]",
        about: "the decks of examples/ with their own tools, from the last build, into dist/examples/",
        run: examples::run,
    },
    Command {
        name: "shots",
        arguments: "[--out DIR] [ADDRESS…]",
        about: "pictures of the last build, three sizes, light and dark",
        run: shots::run,
    },
    Command {
        name: "twin",
        arguments: "TOPIC | --all [--lang fr|en] [--code CODE] [--base URL] [--options WORDS] [--out DIR]",
        about: "the still twin of a frame, for decks that are printed: SVG and PNG",
        run: twin::run,
    },
    Command { name: "pack", arguments: "", about: "the last step of a Trunk build, which calls it", run: pack::run },
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let name = args.next().unwrap_or_else(|| "help".to_owned());
    let args: Vec<String> = args.collect();
    let asks_help = args.iter().any(|arg| arg == "--help" || arg == "-h");
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        if matches!(name.as_str(), "help" | "--help" | "-h") {
            println!("{}", help());
            return ExitCode::SUCCESS;
        }
        eprintln!("xtask has no command `{name}`.\n{}", help());
        return ExitCode::FAILURE;
    };
    if asks_help {
        println!("cargo xtask {} {}\n  {}", command.name, command.arguments, command.about);
        return ExitCode::SUCCESS;
    }
    match (command.run)(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo xtask {name}: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn help() -> String {
    let mut text = "Commands of the project, as `cargo xtask COMMAND`:\n".to_owned();
    for command in COMMANDS {
        let call = format!("{} {}", command.name, command.arguments);
        // What a long call leaves no room for stands under it.
        let call = if call.chars().count() < 40 { call } else { format!("{call}\n  {:40}", "") };
        text.push_str(&format!("  {call:<40}{}\n", command.about));
    }
    text.push_str("--yes lets the set-up install system packages with sudo; as root it always does.");
    text
}
