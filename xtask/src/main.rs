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
mod static_image;
mod test;
mod verdict;
mod versions;

use std::process::ExitCode;

use anyhow::Result;

/// A command of the project.
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
        about: "run every check: format, lints, native, wasm and browser tests",
        run: test::run,
    },
    Command {
        name: "build",
        arguments: "[--yes]",
        about: "build dist/: the site and the offline file, boussole.html",
        run: bundle::run,
    },
    Command { name: "setup", arguments: "[--yes]", about: "install the build and test dependencies", run: setup::run },
    Command {
        name: "size",
        arguments: "",
        about: "print the sizes of the last build, beside the limits",
        run: size::run,
    },
    Command { name: "check", arguments: "", about: "list every problem of the content", run: check::run },
    Command {
        name: "verdict",
        arguments: "FILE.json | --list",
        about: "judge a situation, or list every question, as JSON",
        run: verdict::run,
    },
    Command {
        name: "proof",
        arguments: "",
        about: "check the rules over every answer set (exhaustive check)",
        run: proof::run,
    },
    Command {
        name: "bench",
        arguments: "[--browser [--against FOLDER]]",
        about: "measure the engine, or the app in Chromium, or two builds in turn",
        run: bench::run,
    },
    Command {
        name: "codes",
        arguments: "[--seed N]",
        about: "decode ten million random and damaged codes",
        run: codes::run,
    },
    Command {
        name: "fuzz",
        arguments: "[--seconds N]",
        about: "fuzz the parsers of links, pasted text, files and stored data",
        run: fuzz::run,
    },
    Command {
        name: "examples",
        arguments: "[--yes]",
        about: "build the decks of examples/ into dist/examples/, with the last build of the app",
        run: examples::run,
    },
    Command {
        name: "shots",
        arguments: "[--out DIR] [ADDRESS…]",
        about: "take screenshots of the last build, in three sizes, light and dark",
        run: shots::run,
    },
    Command {
        name: "static-image",
        arguments: "TOPIC | --all [--lang fr|en] [--code CODE] [--base URL] [--options WORDS] [--out DIR]",
        about: "write the static image of a frame for printed decks, as SVG and PNG",
        run: static_image::run,
    },
    Command {
        name: "pack",
        arguments: "",
        about: "finish a Trunk build; Trunk runs it as its last step",
        run: pack::run,
    },
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
        // The description of a long call goes on the next line.
        let call = if call.chars().count() < 40 { call } else { format!("{call}\n  {:40}", "") };
        text.push_str(&format!("  {call:<40}{}\n", command.about));
    }
    text.push_str("--yes allows installing system packages with sudo. As root, no permission is needed.");
    text
}
