//! One page in a browser, for one journey: its start, its end, and a second one beside it.

mod checks;
mod frames;
mod input;
mod look;
mod navigation;
mod paper;

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::rc::Rc;
use std::time::Duration;

use anyhow::{Context, Result};
use thirtyfour::WebDriver;

pub use paper::{pdf_text, squeezed};

use super::browser::{Browser, Needs, address_of};
use super::engine::Engine;
use super::journey::{Place, Setup};
use super::pool::Pool;
use super::prelude::{copy_of_file, dist, prelude};
use super::process::Folder;
use super::server::{Behaviour, SiteServer};

/// Longer than a page takes to open on a slow machine.
const OPENS_WITHIN: Duration = Duration::from_secs(120);

/// One page in a browser.
pub struct Session {
    /// The engine that runs.
    pub engine: Engine,
    /// Where the page comes from.
    pub place: Place,
    /// What the journey asked for.
    pub setup: Setup,
    pool: Rc<Pool>,
    browser: Browser,
    address: String,
    server: Option<SiteServer>,
    n_asked_at_start: Cell<Option<usize>>,
    /// The address of the folder of the deck on screen, if there is one.
    deck: RefCell<Option<String>>,
    name: String,
    folder: Folder,
}

impl Session {
    /// Takes a browser and opens the page.
    ///
    /// # Errors
    /// When the browser or the app does not start.
    pub async fn start(pool: &Rc<Pool>, engine: Engine, place: Place, setup: Setup, name: &str) -> Result<Self> {
        Self::start_at(setup.fragment, pool, engine, place, setup, name).await
    }

    /// Starts a second browser of the same kind, in the same place, with a profile of its own. Opens it at a fragment and does
    /// something there. What must hold for every journey must hold there too.
    ///
    /// # Errors
    /// When the browser cannot start, or what is done there fails.
    pub async fn another(&self, fragment: &str, run: impl AsyncFnOnce(&Self) -> Result<()>) -> Result<()> {
        let name = format!("{}-another", self.name);
        let setup = Setup { before_start: false, ..self.setup };
        let other = Self::start_at(fragment, &self.pool, self.engine, self.place, setup, &name).await?;
        let outcome = match run(&other).await {
            Ok(()) => other.holds().await,
            Err(error) => Err(error),
        };
        other.close(outcome).await.context("in another browser")
    }

    async fn start_at(
        fragment: &str,
        pool: &Rc<Pool>,
        engine: Engine,
        place: Place,
        setup: Setup,
        name: &str,
    ) -> Result<Self> {
        let folder = Folder::fresh(&name.replace("::", "-"))?;
        let prelude = prelude(engine, &setup);
        let (address, server) = match place {
            Place::Site => {
                let server = SiteServer::start(&dist(), Behaviour::of(&setup, prelude))?;
                (server.address(), Some(server))
            }
            Place::File => (address_of(&copy_of_file(folder.path(), &prelude)?), None),
        };
        let needs = Needs::of(engine, &setup);
        let browser = tokio::time::timeout(OPENS_WITHIN, pool.take(&needs, setup.viewport))
            .await
            .context("the browser did not start in time")??;
        let session = Self {
            engine,
            place,
            setup,
            pool: Rc::clone(pool),
            browser,
            address,
            server,
            n_asked_at_start: Cell::new(None),
            deck: RefCell::new(None),
            name: name.to_owned(),
            folder,
        };
        let opened = tokio::time::timeout(OPENS_WITHIN, session.open(fragment)).await;
        match opened.context("the page did not open in time").flatten() {
            Ok(()) => Ok(session),
            Err(error) => {
                let errors = session.errors().await.unwrap_or_default();
                session.picture().await;
                session.browser.end();
                Err(error.context(format!("the page did not open; its errors: {errors:?}")))
            }
        }
    }

    /// Ends the session, and gives its outcome. Its browser is kept for other journeys if all went well; else it is ended, after
    /// a picture of the page.
    ///
    /// # Errors
    /// The outcome's own.
    pub async fn close(self, outcome: Result<()>) -> Result<()> {
        if outcome.is_ok() {
            self.pool.give_back(self.browser);
        } else {
            self.picture().await;
            self.browser.end();
        }
        outcome
    }

    /// The folder of the session's own files, which is removed at its end.
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
        self.browser.chromium("Emulation.setCPUThrottlingRate", serde_json::json!({ "rate": times })).await
    }

    /// How much memory the browser holds, in bytes, where the system can say.
    pub fn memory(&self) -> Option<u64> {
        self.browser.memory()
    }

    /// Keeps a picture of the page for whoever looks into a failure.
    async fn picture(&self) {
        let file = super::runner::output_folder().join(format!("{}.png", self.name.replace("::", "-")));
        match tokio::time::timeout(OPENS_WITHIN, self.picture_into(&file)).await {
            Ok(Ok(())) => eprintln!("    picture: {}", file.display()),
            Ok(Err(error)) => eprintln!("    no picture: {error}"),
            Err(_) => eprintln!("    no picture: the browser does not answer"),
        }
    }

    /// A picture of the page, into a file.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn picture_into(&self, file: &Path) -> Result<()> {
        Ok(self.driver().screenshot(file).await?)
    }

    /// A picture of the page, as a PNG.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn picture_of_page(&self) -> Result<Vec<u8>> {
        Ok(self.driver().screenshot_as_png().await?)
    }

    fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }
}
