//! `cargo xtask shots`: takes screenshots of the last build in three sizes, light and dark.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{setup, shell};

/// The views to look at after a change.
const ADDRESSES: &[&str] = &[
    "#/fr",
    "#/en",
    "#/fr/question/service-mesh",
    "#/fr/all/service-mesh",
    "#/fr/verdict/service-mesh",
    "#/fr/about",
    "#/en/about",
    "#/fr/paper",
    "#/fr/trainers",
];

/// Takes the screenshots with the end-to-end harness, which can open pages of an exact size.
///
/// # Errors
/// When Chromium or a build is missing.
pub fn run(args: &[String]) -> Result<()> {
    let mut folder = shell::repository().join("target/shots");
    let mut addresses = Vec::new();
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--out" => folder = env::current_dir()?.join(PathBuf::from(args.next().context("--out takes a folder")?)),
            other if other.starts_with('-') => bail!("shots does not know {other}; it takes --out DIR and addresses"),
            address => addresses.push(address.to_owned()),
        }
    }
    if addresses.is_empty() {
        addresses.extend(ADDRESSES.iter().map(|&address| address.to_owned()));
    }
    let browsers = setup::prepare_browsers(false)?;
    let mut test = shell::native_cargo();
    test.args(["test", "--quiet", "--test", "e2e", "--", "--shots"]).arg(folder).args(addresses);
    browsers.name_to(&mut test);
    shell::run_as_is(&mut test)
}
