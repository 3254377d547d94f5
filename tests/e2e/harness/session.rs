//! One browser with one page: opening, looking, typing, and what must hold at the end of every journey.

use std::cell::{Cell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::common::command::{Command as Sent, FormatRequestData};
use thirtyfour::common::print::{PrintPage, PrintParameters};
use thirtyfour::{By, Key, RequestData, SessionId, WebDriver, WebElement};

use super::engine::Engine;
use super::journey::{Clipboard, Place, Setup, Storage};
use super::process::{Companion, Folder, free_port};
use super::server::{Behaviour, SiteServer, with_prelude};

/// How long the page may take to show what a journey waits for. Generous: two browsers share a slow machine.
const PATIENCE: Duration = Duration::from_secs(15);
const POLL: Duration = Duration::from_millis(40);
/// A sheet of A4, in centimetres.
const A4: PrintPage = PrintPage { width: 21.0, height: 29.7 };

/// One browser with one page.
pub struct Session {
    /// The engine that runs.
    pub engine: Engine,
    /// Where the page comes from.
    pub place: Place,
    /// What the journey asked for.
    pub setup: Setup,
    driver: WebDriver,
    address: String,
    server: Option<SiteServer>,
    n_asked_at_start: Cell<Option<usize>>,
    /// The address of the folder of the deck on screen, if there is one.
    deck: RefCell<Option<String>>,
    /// What it was started with, for another beside it.
    display: String,
    name: String,
    // Dropped last, in this order: the driver with its browser, then its files.
    companion: Companion,
    folder: Folder,
}

impl Session {
    /// Starts a browser and opens the page.
    ///
    /// # Errors
    /// When the browser cannot start or the app does not.
    pub async fn start(engine: Engine, place: Place, setup: Setup, display: &str, name: &str) -> Result<Self> {
        Self::start_at(setup.fragment, engine, place, setup, display, name).await
    }

    /// Starts a second browser of the same kind, in the same place, with a profile of its own; opens it at a fragment, and does
    /// something there. What holds for every journey must hold there too.
    ///
    /// # Errors
    /// When the browser cannot start, or what is done there fails.
    pub async fn another(&self, fragment: &str, run: impl AsyncFnOnce(&Self) -> Result<()>) -> Result<()> {
        let name = format!("{}-another", self.name);
        let setup = Setup { before_start: false, ..self.setup };
        let other = Self::start_at(fragment, self.engine, self.place, setup, &self.display, &name).await?;
        let outcome = match run(&other).await {
            Ok(()) => other.holds().await,
            Err(error) => Err(error),
        };
        if outcome.is_err() {
            other.picture(&name).await;
        }
        other.quit().await;
        outcome.context("in another browser")
    }

    async fn start_at(
        fragment: &str,
        engine: Engine,
        place: Place,
        setup: Setup,
        display: &str,
        name: &str,
    ) -> Result<Self> {
        let folder = Folder::fresh(&name.replace("::", "-"))?;
        let dist = dist();
        let behaviour = Behaviour {
            prelude: prelude(engine, &setup),
            wasm_delay: setup.wasm_delay,
            wasm_refused: setup.wasm_refused,
            rest_refused: setup.rest_refused,
            rest_delay: setup.rest_delay,
        };
        let (address, server) = match place {
            Place::Site => {
                let server = SiteServer::start(&dist, behaviour)?;
                (server.address(), Some(server))
            }
            Place::File => (copy_of_file(&dist, folder.path(), &behaviour.prelude)?, None),
        };
        let port = free_port()?;
        let mut command = Command::new(engine.driver());
        command.args(engine.driver_arguments(port)).env("DISPLAY", display).stdout(Stdio::null());
        // WebKit keeps storage in the home folder: a fresh one for each session.
        let home = folder.path().join("home");
        fs::create_dir_all(&home)?;
        command.env("XDG_DATA_HOME", home.join("data")).env("XDG_CACHE_HOME", home.join("cache"));
        if engine == Engine::Firefox {
            // Its driver makes the profile there. Chromium's would hold a socket whose path must stay short.
            command.env("TMPDIR", &home);
        }
        let mut companion = Companion::start(&mut command)?;
        companion.listens(port).await?;
        let capabilities = engine.capabilities(&setup, &folder.path().join("profile"))?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .map_err(|error| anyhow!("{} does not start: {}", engine.name(), without_trace(&error.to_string())))?;
        let session = Self {
            engine,
            place,
            setup,
            driver,
            address,
            server,
            n_asked_at_start: Cell::new(None),
            deck: RefCell::new(None),
            display: display.to_owned(),
            name: name.to_owned(),
            companion,
            folder,
        };
        // Chromium's viewport comes with its capabilities.
        if let (Some((width, height)), false) = (setup.viewport, engine == Engine::Chromium) {
            session.resize(width, height).await?;
        }
        if let Err(error) = session.open(fragment).await {
            let errors = session.errors().await.unwrap_or_default();
            session.picture(name).await;
            session.quit().await;
            return Err(error.context(format!("the page did not open; its errors: {errors:?}")));
        }
        Ok(session)
    }

    /// Opens the page at a fragment and, unless the journey acts before that, waits until the app has started.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn open(&self, fragment: &str) -> Result<()> {
        self.driver.goto(format!("{}{fragment}", self.address)).await?;
        if self.setup.before_start || self.setup.scripts_refused {
            return Ok(());
        }
        self.started().await
    }

    /// Opens a page of a deck, where `cargo xtask examples` put it: on the site below the app, or in a folder of its own. From
    /// then on nothing may be asked but what lies in that folder.
    ///
    /// # Errors
    /// When the decks are not built, or the driver refuses.
    pub async fn open_deck(&self, deck: &str, page: &str) -> Result<()> {
        let built = dist().join("examples").join(deck);
        ensure!(built.is_dir(), "there is no {}: run `cargo xtask examples`", built.display());
        let folder = match self.place {
            Place::Site => format!("{}examples/{deck}/", self.address),
            Place::File => {
                let folder = self.folder.path().join("Mes diapositives").join(deck);
                copy_of_folder(&built, &folder, &prelude(self.engine, &self.setup))?;
                address_of(&folder) + "/"
            }
        };
        // A page of the same address, but for what follows `#`, would stay as it is.
        self.driver.goto("about:blank").await?;
        self.driver.goto(format!("{folder}{page}")).await?;
        *self.deck.borrow_mut() = Some(folder);
        Ok(())
    }

    /// Does something in a frame, which stands for the page meanwhile; it must meet no error.
    ///
    /// # Errors
    /// When there is no such frame, or what is done there fails.
    pub async fn in_frame<T>(&self, selector: &str, work: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        let frame = self.css(selector).await?;
        self.in_frame_element(frame, work).await.with_context(|| format!("in the frame {selector}"))
    }

    /// Does the same in a frame that is given.
    ///
    /// # Errors
    /// When what is done there fails.
    pub async fn in_frame_element<T>(&self, frame: WebElement, work: impl AsyncFnOnce() -> Result<T>) -> Result<T> {
        frame.enter_frame().await?;
        let outcome = work().await;
        // None are told of a frame that went away meanwhile, as one does whose slide is left.
        let errors = self.errors().await.unwrap_or_default();
        self.driver.enter_default_frame().await?;
        ensure!(errors.is_empty(), "the page in the frame met errors: {errors:#?}");
        outcome
    }

    /// Does something in the window that the page opens meanwhile, then closes it.
    ///
    /// # Errors
    /// When none opens, or what is done there fails.
    pub async fn in_opened_window(
        &self,
        opens: impl AsyncFnOnce() -> Result<()>,
        work: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<()> {
        let own = self.driver.window().await?;
        let before = self.driver.windows().await?;
        opens().await?;
        let more = async || Ok(self.driver.windows().await?.len() > before.len());
        self.until("another window", more).await?;
        let window = self.driver.windows().await?.into_iter().find(|window| !before.contains(window));
        let window = window.context("the window came and went")?;
        self.driver.switch_to_window(window).await?;
        let outcome = work().await;
        self.driver.close_window().await?;
        self.driver.switch_to_window(own).await?;
        outcome.context("in the window that was opened")
    }

    /// Opens a page of somebody else's beside the app, which has the app in a frame: `{app}` in it becomes the app's file.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn open_host(&self, page: &str) -> Result<()> {
        const NAME: &str = "host.html";
        let (folder, app) = self.address.rsplit_once('/').context("the page's address has no folder")?;
        let app = if app.is_empty() { "index.html" } else { app };
        let page = page.replace("{app}", app);
        match &self.server {
            Some(server) => server.add(NAME, &page),
            None => {
                let page = with_prelude(page.as_bytes(), &prelude(self.engine, &self.setup));
                fs::write(self.folder.path().join("Mes documents").join(NAME), page)?;
            }
        }
        self.n_asked_at_start.set(None);
        Ok(self.driver.goto(format!("{folder}/{NAME}")).await?)
    }

    /// Goes into a frame of the page, by its place, and waits until the app has started there.
    ///
    /// # Errors
    /// When there is none, or the app does not start.
    pub async fn enter(&self, frame: u16) -> Result<()> {
        self.driver.enter_default_frame().await?;
        self.driver.enter_frame(frame).await?;
        self.started().await
    }

    /// A page around the app loads what it likes from here on: the app itself is looked at elsewhere.
    pub fn forget_requests(&self) {
        self.n_asked_at_start.set(None);
    }

    /// Goes back out of every frame.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn leave(&self) -> Result<()> {
        Ok(self.driver.enter_default_frame().await?)
    }

    /// Loads the page again, as the reader's reload button does.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn reload(&self) -> Result<()> {
        self.n_asked_at_start.set(None);
        self.driver.refresh().await?;
        if self.setup.before_start || self.setup.scripts_refused { Ok(()) } else { self.started().await }
    }

    /// Closes the page and opens it anew in the same browser, as a reader who comes back does.
    ///
    /// # Errors
    /// When the driver refuses or the app does not start.
    pub async fn come_back(&self, fragment: &str) -> Result<()> {
        let tab = self.driver.new_tab().await?;
        self.driver.close_window().await?;
        self.driver.switch_to_window(tab).await?;
        self.n_asked_at_start.set(None);
        self.open(fragment).await
    }

    /// What the device keeps under a name of ours.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn kept(&self, name: &str) -> Result<Option<String>> {
        let kept = self.script(&format!("return localStorage.getItem('boussole.{name}')")).await?;
        Ok(kept.as_str().map(str::to_owned))
    }

    /// The names of everything that the device keeps, for this tab or for good.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn all_kept(&self) -> Result<Vec<String>> {
        let names = self.script("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]").await?;
        Ok(names.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect())
    }

    /// Waits until the app has started, and the rest of its code is here or refused. From then on it may ask the network for
    /// nothing.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn started(&self) -> Result<()> {
        // A journey with a delay looks before the rest is here, and calls `whole` later.
        if !self.setup.rest_delay.is_zero() {
            let is_ready = "return document.documentElement.dataset.app === 'ready'";
            return self.until("the app has started", async || Ok(self.script(is_ready).await? == true)).await;
        }
        self.whole().await
    }

    /// Waits until the app has started and the rest of its code is here or refused.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn whole(&self) -> Result<()> {
        let is_whole =
            "const { app, rest } = document.documentElement.dataset; return app === 'ready' && rest !== 'awaited'";
        self.until("the app has started, whole", async || Ok(self.script(is_whole).await? == true)).await?;
        if self.n_asked_at_start.get().is_none() {
            self.n_asked_at_start.set(self.server.as_ref().map(|server| server.asked().len()));
        }
        Ok(())
    }

    /// Waits until another page of the site is there: `index.html`, where the app must start, or a page without it. From
    /// then on it may ask the network for nothing.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn landed(&self, file: &str) -> Result<()> {
        self.n_asked_at_start.set(None);
        let script = "return [location.pathname.split('/').pop(), document.readyState]";
        let there = async || Ok(self.script(script).await? == json!([file, "complete"]));
        self.until(&format!("the page is {file}"), there).await?;
        if file == "index.html" {
            return self.started().await;
        }
        self.n_asked_at_start.set(self.server.as_ref().map(|server| server.asked().len()));
        Ok(())
    }

    /// The browser's back button.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn back(&self) -> Result<()> {
        Ok(self.driver.back().await?)
    }

    /// The browser's forward button.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.driver.forward().await?)
    }

    /// The page's title.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver.title().await?)
    }

    /// What follows `#` in the page's address, with the `#`; empty without.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn fragment(&self) -> Result<String> {
        let address = self.driver.current_url().await?;
        Ok(address.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default())
    }

    /// What follows `#` in the address of the frame that the session is in.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn fragment_of_frame(&self) -> Result<String> {
        Ok(self.script("return location.hash").await?.as_str().unwrap_or_default().to_owned())
    }

    /// Changes what follows `#`, as a followed link does.
    ///
    /// # Errors
    /// When the page refuses.
    pub async fn follow(&self, fragment: &str) -> Result<()> {
        self.driver.execute("location.hash = arguments[0]", vec![fragment.into()]).await?;
        Ok(())
    }

    /// Goes to what follows `#` when no script can: through the address itself.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn follow_plainly(&self, fragment: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{}{fragment}", self.address)).await?)
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Runs a script with arguments and gives what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Runs a script with arguments and gives the element it returns, if any.
    ///
    /// # Errors
    /// When it throws.
    pub async fn element(&self, script: &str, arguments: Vec<Value>) -> Result<Option<WebElement>> {
        let found = self.driver.execute(script, arguments).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// The first element that a CSS selector matches. Also works when scripting is off.
    ///
    /// # Errors
    /// When there is none.
    pub async fn css(&self, selector: &str) -> Result<WebElement> {
        self.driver.find(By::Css(selector)).await.with_context(|| format!("nothing matches {selector}"))
    }

    /// Every element that a CSS selector matches. Also works when scripting is off.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn all_css(&self, selector: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver.find_all(By::Css(selector)).await?)
    }

    /// Presses keys, one after the other, wherever the focus is: `"\t"`, `" "`, `Key::Enter`.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn press(&self, keys: &[Key]) -> Result<()> {
        for key in keys {
            self.driver.action_chain().key_down(key.clone()).key_up(key.clone()).perform().await?;
        }
        Ok(())
    }

    /// Moves the focus back by one stop.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn tab_back(&self) -> Result<()> {
        let keys =
            self.driver.action_chain().key_down(Key::Shift).key_down(Key::Tab).key_up(Key::Tab).key_up(Key::Shift);
        Ok(keys.perform().await?)
    }

    /// Types text wherever the focus is.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn type_text(&self, text: &str) -> Result<()> {
        Ok(self.driver.action_chain().send_keys(text).perform().await?)
    }

    /// Lets go of every key that an interrupted action left pressed.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn release_keys(&self) -> Result<()> {
        Ok(self.driver.action_chain().reset_actions().await?)
    }

    /// Waits until something holds.
    ///
    /// # Errors
    /// When it does not hold in time; the error says what was waited for and how the last look at it failed.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> Result<bool>) -> Result<()> {
        let started = Instant::now();
        loop {
            let last = match holds().await {
                Ok(true) => return Ok(()),
                Ok(false) => None,
                Err(error) => Some(error),
            };
            if started.elapsed() > PATIENCE {
                let waited = anyhow!("waited in vain for this: {what}");
                return Err(last.map_or(waited, |error| error.context(format!("waited in vain for this: {what}"))));
            }
            tokio::time::sleep(POLL).await;
        }
    }

    /// Makes the page that large.
    ///
    /// # Errors
    /// When the window does not obey.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..3 {
            self.driver.set_window_rect(0, 0, outer_width, outer_height).await?;
            tokio::time::sleep(Duration::from_millis(100)).await;
            let (inner_width, inner_height) = self.viewport().await?;
            if (inner_width, inner_height) == (width, height) {
                return Ok(());
            }
            // The window's frame takes its part.
            outer_width = (outer_width + width).saturating_sub(inner_width);
            outer_height = (outer_height + height).saturating_sub(inner_height);
        }
        let viewport = self.viewport().await?;
        bail!("the page should be {width}×{height} and is {}×{}", viewport.0, viewport.1)
    }

    /// The size of the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn viewport(&self) -> Result<(u32, u32)> {
        let size = self.script("return [innerWidth, innerHeight]").await?;
        let side = |idx: usize| size[idx].as_f64().map(|side| side.round() as u32).unwrap_or_default();
        Ok((side(0), side(1)))
    }

    /// The errors that the page met so far.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn errors(&self) -> Result<Vec<String>> {
        let errors = self.script("return window.pageErrors || ['the page lost its error collector']").await?;
        let errors = errors.as_array().into_iter().flatten();
        Ok(errors.map(|error| error.as_str().map_or_else(|| error.to_string(), str::to_owned)).collect())
    }

    /// Forgets the errors so far, for a journey that causes one on purpose.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn forget_errors(&self) -> Result<()> {
        self.script("window.pageErrors = []").await.map(|_| ())
    }

    /// What must hold at the end of every journey: no page error, and no request since the app started.
    ///
    /// # Errors
    /// When one does not hold.
    pub async fn holds(&self) -> Result<()> {
        if self.setup.scripts_refused {
            return Ok(());
        }
        let errors = self.errors().await?;
        ensure!(errors.is_empty(), "the page met errors: {errors:#?}");
        let deck = self.deck.borrow().clone();
        if let (Some(server), Some(n_asked), None) = (&self.server, self.n_asked_at_start.get(), &deck) {
            let asked = server.asked();
            ensure!(asked.len() == n_asked, "the app asked the network after its start: {:?}", &asked[n_asked..]);
        }
        if self.place == Place::File || deck.is_some() {
            let asked = self
                .script(
                    "return performance.getEntriesByType('resource').map(e => e.name)\
                     .filter(name => !name.startsWith('data:') && !name.startsWith('blob:'))",
                )
                .await?;
            let asked = asked.as_array().context("the page does not tell what it asked for")?.iter();
            // Firefox tells of the icon that it looks for by itself.
            let is_deck_s = |name: &str| {
                deck.as_deref().is_some_and(|folder| name.starts_with(folder) || name.ends_with("/favicon.ico"))
            };
            let strange: Vec<&Value> = asked.filter(|name| !name.as_str().is_some_and(is_deck_s)).collect();
            ensure!(strange.is_empty(), "the page asked for {strange:?}");
        }
        Ok(())
    }

    /// Prints the page on A4, as the reader's browser does, and says on how many sheets.
    ///
    /// # Errors
    /// When the driver cannot print, or gives no PDF.
    pub async fn print(&self) -> Result<usize> {
        let pdf = self.driver.print_page_base64(on_paper()).await?;
        let n_pages = self.driver.execute(include_str!("count_pages.js"), vec![pdf.into()]).await?;
        let n_pages = n_pages.json().as_u64().context("what was printed is no PDF")?;
        Ok(usize::try_from(n_pages)?)
    }

    /// Prints the page on A4 and reads the PDF: the text of each sheet, without its spaces, which a PDF only hints at.
    ///
    /// # Errors
    /// When the driver cannot print, or gives no PDF that can be read.
    pub async fn print_text(&self) -> Result<Vec<String>> {
        pdf_text(&self.driver.print_page(on_paper()).await?)
    }

    /// The folder of the session's own files, which goes away with it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Everything that the page's server was asked so far; nothing for the single file.
    pub fn asked(&self) -> Vec<String> {
        self.server.as_ref().map(SiteServer::asked).unwrap_or_default()
    }

    /// Makes the processor that many times slower for the page; 1 is as it is. Chromium alone can.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn slow_down(&self, times: u32) -> Result<()> {
        self.driver.handle().cmd(SlowDown(times)).await.map(|_| ())?;
        Ok(())
    }

    /// How much memory the browser holds, in bytes, where the system tells.
    pub fn memory(&self) -> Option<u64> {
        self.companion.memory()
    }

    /// Keeps a picture of the page for whoever looks into a failure.
    pub async fn picture(&self, name: &str) {
        let file = super::runner::output_folder().join(format!("{}.png", name.replace("::", "-")));
        match self.driver.screenshot(&file).await {
            Ok(()) => eprintln!("    picture: {}", file.display()),
            Err(error) => eprintln!("    no picture: {error}"),
        }
    }

    /// A picture of the page, into a file.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn picture_into(&self, file: &Path) -> Result<()> {
        Ok(self.driver.screenshot(file).await?)
    }

    /// A picture of the page, as a PNG.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn picture_of_page(&self) -> Result<Vec<u8>> {
        Ok(self.driver.screenshot_as_png().await?)
    }

    /// Closes the browser.
    pub async fn quit(self) {
        // The companion's end takes along whatever does not close by itself.
        let _ = tokio::time::timeout(Duration::from_secs(5), self.driver.quit()).await;
        drop(self.companion);
    }
}

/// The text of each sheet of a PDF, without its spaces.
///
/// # Errors
/// When it is no PDF that can be read.
pub fn pdf_text(pdf: &[u8]) -> Result<Vec<String>> {
    let sheets = pdf_extract::extract_text_from_mem_by_pages(pdf).context("what was printed is no PDF")?;
    Ok(sheets.iter().map(|sheet| squeezed(sheet)).collect())
}

/// A text without its spaces, with letters that printing joins set apart.
pub fn squeezed(text: &str) -> String {
    let joined = [
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬀ", "ff"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("\u{2010}", "-"),
        ("\u{2011}", "-"),
        ("\u{ad}", ""),
    ];
    let apart = joined.iter().fold(text.to_owned(), |text, (joined, apart)| text.replace(joined, apart));
    apart.split_whitespace().collect()
}

/// Chromium's own command that slows the processor down for the page.
#[derive(Debug)]
struct SlowDown(u32);

impl FormatRequestData for SlowDown {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let told = json!({ "cmd": "Emulation.setCPUThrottlingRate", "params": { "rate": self.0 } });
        // Sent as a reload is: the client's types for the method are not ours to name.
        let uri = format!("/session/{session}/goog/cdp/execute").into();
        RequestData { uri, body: Some(told), ..Sent::Refresh.format_request(session) }
    }
}

/// A4, as it comes out of the reader's browser.
fn on_paper() -> PrintParameters {
    PrintParameters { page: A4, ..PrintParameters::default() }
}

/// Where the build is.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// A driver's message without the addresses of its own code.
fn without_trace(message: &str) -> &str {
    message.split("Stacktrace:").next().unwrap_or(message).trim()
}

/// Copies the single file, with the error collector, into a folder with a space in its name, as downloads often have.
fn copy_of_file(dist: &Path, folder: &Path, prelude: &str) -> Result<String> {
    let original = dist.join("boussole.html");
    let page = fs::read(&original)
        .with_context(|| format!("{} is missing: `cargo xtask build` makes it", original.display()))?;
    let folder = folder.join("Mes documents");
    fs::create_dir_all(&folder)?;
    let copy = folder.join("boussole.html");
    fs::write(&copy, with_prelude(&page, prelude))?;
    Ok(address_of(&copy))
}

/// Copies a folder, with the error collector in each of its pages.
fn copy_of_folder(from: &Path, to: &Path, prelude: &str) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (original, copy) = (entry.path(), to.join(entry.file_name()));
        if original.is_dir() {
            copy_of_folder(&original, &copy, prelude)?;
        } else if original.extension().is_some_and(|extension| extension == "html") {
            fs::write(&copy, with_prelude(&fs::read(&original)?, prelude))?;
        } else {
            fs::copy(&original, &copy)?;
        }
    }
    Ok(())
}

fn address_of(file: &Path) -> String {
    format!("file://{}", file.display().to_string().replace(' ', "%20"))
}

fn prelude(engine: Engine, setup: &Setup) -> String {
    // WebKit asks for the language of the machine's installed locales, and takes none from its driver.
    let language = match engine {
        Engine::Webkit => {
            format!("Object.defineProperty(navigator, 'languages', {{ get: () => ['{}'] }});", setup.language)
        }
        Engine::Chromium | Engine::Firefox => String::new(),
    };
    let storage = match setup.storage {
        Storage::Kept => "",
        Storage::Refused => {
            "for (const name of ['localStorage', 'sessionStorage'])\
             Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError') } });"
        }
        Storage::Full => {
            "Storage.prototype.setItem = function () { throw new DOMException('full', 'QuotaExceededError') };"
        }
    };
    let clipboard = match setup.clipboard {
        Clipboard::Usual => "",
        Clipboard::Recorded => {
            "window.copying = [];\
             Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => new Promise((done) => {\
             window.copying.push(text); window.copied = done; }) } });"
        }
        Clipboard::Refused => {
            "Object.defineProperty(navigator, 'clipboard', { value: { writeText: () =>\
             Promise.reject(new DOMException('refused', 'NotAllowedError')) } });\
             Document.prototype.execCommand = () => false;"
        }
        Clipboard::Missing => {
            "Object.defineProperty(navigator, 'clipboard', { value: undefined });\
             Document.prototype.execCommand = () => false;"
        }
    };
    // The link that is clicked on names the file, and what it leads to was made before.
    let downloads = if setup.keeps_downloads {
        "window.saved = []; const made = {}, make = URL.createObjectURL;\
         URL.createObjectURL = (blob) => { const url = make.call(URL, blob); made[url] = blob; return url; };\
         HTMLAnchorElement.prototype.click = function () {\
         window.saved.push({ name: this.download, blob: made[this.href] }); };"
    } else {
        ""
    };
    format!("<script>{}{language}{storage}{clipboard}{downloads}</script>", include_str!("prelude.js"))
}
