//! A driver with its browser, which serves one journey after another. Each journey finds it as if it were new.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use anyhow::{Result, anyhow, bail};
use serde_json::{Value, json};
use thirtyfour::common::command::{Command as Sent, FormatRequestData};
use thirtyfour::{RequestData, SessionId, WebDriver};

use super::engine::Engine;
use super::journey::{Scheme, Setup};
use super::process::{Companion, Folder, Screen, free_port};

/// Has the origin that all local files share. The icon keeps the browser from looking for one.
const BLANK: &str = "<!doctype html><title>Blank</title><link rel=\"icon\" href=\"data:,\">";

/// What a browser must be started with: it serves every journey that needs the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    /// The engine.
    pub engine: Engine,
    /// The language that pages are asked for in.
    pub language: &'static str,
    /// Scripting is off.
    pub scripts_refused: bool,
    /// Light or dark.
    pub scheme: Scheme,
    /// No motion.
    pub reduced_motion: bool,
    /// The size of every page, in CSS pixels.
    pub viewport: Option<(u32, u32)>,
}

impl Needs {
    /// What a journey needs of a browser of that engine when it starts.
    pub fn of(engine: Engine, setup: &Setup) -> Self {
        let plain = Setup::PLAIN;
        // WebKit's driver takes none of these: the page gets the language, and journeys with the rest leave it out.
        let asked = if engine == Engine::Webkit { &plain } else { setup };
        Self {
            engine,
            language: asked.language,
            scripts_refused: asked.scripts_refused,
            scheme: asked.scheme,
            reduced_motion: asked.reduced_motion,
            // The windows of the others are resized.
            viewport: setup.viewport.filter(|_| engine == Engine::Chromium),
        }
    }
}

/// A driver with its browser.
pub struct Browser {
    /// What it was started with.
    pub needs: Needs,
    /// Drives it.
    pub driver: WebDriver,
    /// The size of its window when it started.
    first_size: (u32, u32),
    /// The size of the page that its window was made for.
    page_size: Cell<Option<(u32, u32)>>,
    /// A journey ran in it.
    is_used: Cell<bool>,
    // Dropped last, in this order: the driver with its browser, then its screen and its files.
    companion: Companion,
    _screen: Option<Screen>,
    folder: Folder,
}

impl Browser {
    /// Starts a browser with a fresh profile.
    ///
    /// # Errors
    /// When it cannot start.
    pub async fn start(needs: Needs) -> Result<Self> {
        let engine = needs.engine;
        let folder = Folder::fresh(&format!("browser-{}", engine.name()))?;
        // A screen for each: on a shared one, another window would take the focus away.
        let screen = (engine == Engine::Webkit).then(Screen::find).transpose()?;
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command.args(engine.driver_arguments(port)).stdout(Stdio::null());
        command.env("DISPLAY", screen.as_ref().map(|screen| &*screen.display).unwrap_or_default());
        // WebKit keeps storage in the home folder.
        let home = folder.path().join("home");
        fs::create_dir_all(&home)?;
        command.env("XDG_DATA_HOME", home.join("data")).env("XDG_CACHE_HOME", home.join("cache"));
        if engine == Engine::Firefox {
            // Its driver makes the profile there. Chromium's would hold a socket whose path must stay short.
            command.env("TMPDIR", &home);
        }
        let mut companion = Companion::start(&mut command)?;
        companion.listens(port).await?;
        let capabilities = engine.capabilities(&needs, &folder.path().join("profile"))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .map_err(|error| anyhow!("{} does not start: {}", engine.name(), without_trace(&error.to_string())))?;
        let window = driver.get_window_rect().await?;
        let side = |side: i64| u32::try_from(side).unwrap_or_default();
        Ok(Self {
            needs,
            driver,
            first_size: (side(window.width), side(window.height)),
            page_size: Cell::new(None),
            is_used: Cell::new(false),
            companion,
            _screen: screen,
            folder,
        })
    }

    /// Prepares it for a journey: nothing that an earlier one kept, pressed or opened stays. The site needs no more, since each
    /// journey has its site at an address of its own.
    ///
    /// # Errors
    /// When the browser does not answer any more.
    pub async fn prepare(&self, viewport: Option<(u32, u32)>) -> Result<()> {
        if self.is_used.replace(true) {
            self.driver.action_chain().reset_actions().await?;
            if !self.needs.scripts_refused {
                self.forget_storage_of_files().await?;
            }
            // A tab of its own has an empty history and session storage.
            let tab = self.driver.new_tab().await?;
            for window in self.driver.windows().await? {
                if window != tab {
                    self.driver.switch_to_window(window).await?;
                    self.driver.close_window().await?;
                }
            }
            self.driver.switch_to_window(tab).await?;
            self.bring_to_front().await?;
        }
        if self.needs.engine != Engine::Chromium && viewport != self.page_size.get() {
            match viewport {
                Some((width, height)) => self.resize(width, height).await?,
                None => self.driver.set_window_rect(0, 0, self.first_size.0, self.first_size.1).await?,
            }
            self.page_size.set(viewport);
        }
        Ok(())
    }

    async fn forget_storage_of_files(&self) -> Result<()> {
        let blank = self.folder.path().join("blank.html");
        fs::write(&blank, BLANK)?;
        self.driver.goto(address_of(&blank)).await?;
        self.driver.execute("localStorage.clear()", Vec::new()).await?;
        Ok(())
    }

    /// Gives the window the focus, which Chromium does not give to a new tab.
    ///
    /// # Errors
    /// When the driver refuses.
    async fn bring_to_front(&self) -> Result<()> {
        if self.needs.engine == Engine::Chromium {
            self.chromium("Page.bringToFront", json!({})).await?;
        }
        Ok(())
    }

    /// Makes the page that large.
    async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let (mut outer_width, mut outer_height) = (width, height);
        let mut inner = (0, 0);
        for _ in 0..3 {
            self.driver.set_window_rect(0, 0, outer_width, outer_height).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            let size = self.driver.execute("return [innerWidth, innerHeight]", Vec::new()).await?;
            let side = |idx: usize| size.json()[idx].as_f64().map(|side| side.round() as u32).unwrap_or_default();
            inner = (side(0), side(1));
            if inner == (width, height) {
                return Ok(());
            }
            // The frame of the window takes its part.
            outer_width = (outer_width + width).saturating_sub(inner.0);
            outer_height = (outer_height + height).saturating_sub(inner.1);
        }
        bail!("the page should be {width}×{height} and is {}×{}", inner.0, inner.1)
    }

    /// Sends a command of Chromium's own.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn chromium(&self, command: &'static str, parameters: Value) -> Result<()> {
        self.driver.handle().cmd(OfChromium { command, parameters }).await?;
        Ok(())
    }

    /// How much memory it holds, in bytes, where the system can say.
    pub fn memory(&self) -> Option<u64> {
        self.companion.memory()
    }

    /// Ends it, with its driver, at once: a browser that closes by itself takes seconds for a profile that nobody needs.
    pub fn end(self) {
        let Self { driver, companion, .. } = self;
        let _ = driver.leak();
        drop(companion);
    }
}

/// A command of Chromium's own protocol.
#[derive(Debug)]
struct OfChromium {
    command: &'static str,
    parameters: Value,
}

impl FormatRequestData for OfChromium {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let body = json!({ "cmd": self.command, "params": self.parameters });
        let uri = format!("/session/{session}/goog/cdp/execute").into();
        // Built on another request of the same method, since the crate does not export the type of a method.
        RequestData { uri, body: Some(body), ..Sent::Refresh.format_request(session) }
    }
}

/// The address of a local file.
pub fn address_of(file: &Path) -> String {
    format!("file://{}", file.display().to_string().replace(' ', "%20"))
}

/// A driver's message without the addresses of its own code.
fn without_trace(message: &str) -> &str {
    message.split("Stacktrace:").next().unwrap_or(message).trim()
}
