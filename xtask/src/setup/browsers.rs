//! The three browsers of the end-to-end tests and their drivers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::packages::Need;
use super::tools;
use crate::shell;

/// The browsers and the programs that drive them.
pub struct Browsers {
    /// Chromium itself, for screenshots.
    pub chromium: PathBuf,
    /// Chromium's driver.
    pub chromedriver: PathBuf,
    /// Firefox's driver.
    pub geckodriver: PathBuf,
    /// WebKitGTK's driver.
    pub webkit_driver: PathBuf,
    /// The browser that WebKitGTK's driver starts.
    pub mini_browser: PathBuf,
}

/// The system packages that the tests need.
pub fn needs() -> Vec<Need> {
    let on_path = |name: &str| shell::on_path(name).is_some();
    vec![
        chromium_need(),
        Need { what: "Chromium's driver", package: "chromium-driver", present: on_path("chromedriver") },
        Need {
            what: "the Firefox browser",
            package: "firefox-esr",
            present: on_path("firefox") || on_path("firefox-esr"),
        },
        Need {
            what: "WebKit's browser and driver",
            package: "webkit2gtk-driver",
            present: on_path("WebKitWebDriver") && mini_browser().is_some(),
        },
        Need {
            what: "a screen for WebKit",
            package: "xvfb",
            present: std::env::var_os("DISPLAY").is_some() || on_path("Xvfb"),
        },
    ]
}

/// Chromium, without its driver.
pub fn chromium_need() -> Need {
    Need { what: "the Chromium browser", package: "chromium", present: chromium().is_some() }
}

/// Finds the browsers of the system, and installs Firefox's driver.
///
/// # Errors
/// When one is missing: the error names it.
pub fn find() -> Result<Browsers> {
    let driver = |name: &str| shell::on_path(name).with_context(|| format!("missing: {name}"));
    let geckodriver = tools::GECKODRIVER.ensure()?.join(format!("geckodriver{}", std::env::consts::EXE_SUFFIX));
    Ok(Browsers {
        chromium: chromium().context("missing: the Chromium browser")?,
        chromedriver: driver("chromedriver")?,
        geckodriver,
        webkit_driver: driver("WebKitWebDriver")?,
        mini_browser: mini_browser().context("missing: MiniBrowser, the browser that WebKitWebDriver starts")?,
    })
}

/// Chromium itself, if it is installed.
pub fn chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(shell::on_path)
}

/// MiniBrowser is not on the PATH: its folder depends on the machine's architecture and on the version of WebKitGTK.
fn mini_browser() -> Option<PathBuf> {
    let mut roots = vec![PathBuf::from("/usr/libexec"), PathBuf::from("/usr/lib")];
    roots.extend(fs::read_dir("/usr/lib").into_iter().flatten().flatten().map(|entry| entry.path()));
    let versions = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
    roots
        .iter()
        .flat_map(|root| versions.iter().map(|version| Path::new(root).join(version).join("MiniBrowser")))
        .find(|file| file.is_file())
}

impl Browsers {
    /// Sets the environment variables in which `tests/e2e` looks for the browsers.
    pub fn name_to(&self, command: &mut Command) {
        command
            .env("BOUSSOLE_CHROMEDRIVER", &self.chromedriver)
            .env("BOUSSOLE_GECKODRIVER", &self.geckodriver)
            .env("BOUSSOLE_WEBKIT_DRIVER", &self.webkit_driver)
            .env("BOUSSOLE_MINI_BROWSER", &self.mini_browser);
    }
}
