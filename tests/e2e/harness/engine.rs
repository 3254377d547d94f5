//! The three browser engines: how each is started, and how it is asked for a language, a theme or no scripting.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use super::browser::Needs;
use super::journey::Scheme;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome, Edge and other browsers of the same engine.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK, the nearest to Safari that runs here.
    Webkit,
}

/// Every engine, in the order they are run.
pub const ALL: &[Engine] = &[Engine::Chromium, Engine::Firefox, Engine::Webkit];

impl Engine {
    /// The name in test names and after `--engine`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The engine of that name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(name: &str) -> Result<Self> {
        match ALL.iter().find(|engine| engine.name() == name) {
            Some(engine) => Ok(*engine),
            None => bail!("no engine {name}: chromium, firefox or webkit"),
        }
    }

    /// Its WebDriver: where `cargo xtask test` says, else on the PATH.
    pub fn driver(self) -> PathBuf {
        let (variable, program) = match self {
            Self::Chromium => ("BOUSSOLE_CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("BOUSSOLE_GECKODRIVER", "geckodriver"),
            Self::Webkit => ("BOUSSOLE_WEBKIT_DRIVER", "WebKitWebDriver"),
        };
        std::env::var_os(variable).unwrap_or_else(|| program.into()).into()
    }

    /// The arguments that make its driver listen on a port.
    pub fn driver_arguments(self, port: u16) -> Vec<String> {
        match self {
            Self::Chromium | Self::Webkit => vec![format!("--port={port}")],
            Self::Firefox => vec!["--port".to_owned(), port.to_string()],
        }
    }

    /// Whether scripting can be switched off through its driver.
    pub fn can_refuse_scripts(self) -> bool {
        !matches!(self, Self::Webkit)
    }

    /// What its driver is asked for: a fresh profile in `profile`, and what journeys need.
    pub fn capabilities(self, needs: &Needs, profile: &Path) -> Result<Capabilities> {
        let mut capabilities = Capabilities::new();
        match self {
            Self::Chromium => {
                capabilities.set("browserName", "chrome")?;
                capabilities.set("goog:chromeOptions", chromium_options(needs, profile))?;
            }
            Self::Firefox => {
                capabilities.set("browserName", "firefox")?;
                capabilities.set("moz:firefoxOptions", firefox_options(needs))?;
            }
            Self::Webkit => {
                let browser = std::env::var("BOUSSOLE_MINI_BROWSER")
                    .unwrap_or_else(|_| "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser".to_owned());
                capabilities.set("browserName", "MiniBrowser")?;
                capabilities.set("webkitgtk:browserOptions", json!({ "binary": browser, "args": ["--automation"] }))?;
            }
        }
        Ok(capabilities)
    }
}

fn chromium_options(needs: &Needs, profile: &Path) -> Value {
    let mut arguments = vec![
        "--headless=new".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--no-first-run".to_owned(),
        "--force-color-profile=srgb".to_owned(),
        "--hide-scrollbars".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--accept-lang={}", needs.language),
    ];
    if needs.scheme == Scheme::Dark {
        arguments.push("--blink-settings=preferredColorScheme=0".to_owned());
    }
    if needs.reduced_motion {
        arguments.push("--force-prefers-reduced-motion".to_owned());
    }
    let mut options = json!({ "args": arguments });
    if let Some((width, height)) = needs.viewport {
        // Exact, whatever the window's frame, and below the smallest window that Chromium accepts.
        options["mobileEmulation"] = json!({ "deviceMetrics": { "width": width, "height": height, "pixelRatio": 1.0, "mobile": false, "touch": false } });
    }
    if needs.scripts_refused {
        options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
    }
    if let Some(binary) = std::env::var_os("BOUSSOLE_CHROMIUM") {
        options["binary"] = binary.to_string_lossy().into();
    }
    options
}

fn firefox_options(needs: &Needs) -> Value {
    // Tab reaches links and buttons on every platform; nothing of the browser's own asks the network.
    let mut preferences = json!({
        "accessibility.tabfocus": 7,
        "app.update.enabled": false,
        "browser.safebrowsing.downloads.remote.enabled": false,
        "datareporting.policy.dataSubmissionEnabled": false,
        "intl.accept_languages": needs.language,
        "layout.css.prefers-color-scheme.content-override": if needs.scheme == Scheme::Dark { 0 } else { 1 },
        "ui.prefersReducedMotion": i32::from(needs.reduced_motion),
    });
    if needs.scripts_refused {
        preferences["javascript.enabled"] = false.into();
    }
    json!({ "args": ["-headless"], "prefs": preferences })
}
