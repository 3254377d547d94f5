//! Frames, the pages around them, and windows that a page opens.

use std::fs;

use anyhow::{Context, Result, ensure};
use thirtyfour::WebElement;

use super::Session;
use crate::harness::browser::address_of;
use crate::harness::journey::Place;
use crate::harness::prelude::{DOCUMENTS, copy_of_folder, dist, prelude, with_prelude};

impl Session {
    /// Opens a page of a deck, where `cargo xtask examples` put it: on the site below the app, or in a folder of its own. From
    /// then on no request may leave that folder.
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
                if !folder.exists() {
                    copy_of_folder(&built, &folder, &prelude(self.engine, &self.setup))?;
                }
                address_of(&folder) + "/"
            }
        };
        // A page of the same address, but for what follows `#`, would stay as it is.
        self.driver().goto("about:blank").await?;
        self.driver().goto(format!("{folder}{page}")).await?;
        *self.deck.borrow_mut() = Some(folder);
        Ok(())
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
                fs::write(self.folder.path().join(DOCUMENTS).join(NAME), page)?;
            }
        }
        self.forget_requests();
        Ok(self.driver().goto(format!("{folder}/{NAME}")).await?)
    }

    /// Goes into a frame of the page, by its position, and waits until the app has started there.
    ///
    /// # Errors
    /// When there is none, or the app does not start.
    pub async fn enter(&self, frame: u16) -> Result<()> {
        self.driver().enter_default_frame().await?;
        self.driver().enter_frame(frame).await?;
        self.started().await
    }

    /// Goes back out of every frame.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn leave(&self) -> Result<()> {
        Ok(self.driver().enter_default_frame().await?)
    }

    /// Does something in a frame: meanwhile all calls are for the frame's page. It must meet no error.
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
        // A frame that was removed meanwhile, as a deck does when its slide is left, has none to give.
        let errors = self.errors().await.unwrap_or_default();
        self.leave().await?;
        ensure!(errors.is_empty(), "the page in the frame met errors: {errors:#?}");
        outcome
    }

    /// Does something in the window that the page opens, then closes it.
    ///
    /// # Errors
    /// When none opens, or what is done there fails.
    pub async fn in_opened_window(
        &self,
        opens: impl AsyncFnOnce() -> Result<()>,
        work: impl AsyncFnOnce() -> Result<()>,
    ) -> Result<()> {
        let driver = self.driver();
        let own = driver.window().await?;
        let before = driver.windows().await?;
        opens().await?;
        let new = async || Ok(driver.windows().await?.into_iter().find(|window| !before.contains(window)));
        let window = self.until_some("another window", new).await?;
        driver.switch_to_window(window).await?;
        let outcome = work().await;
        driver.close_window().await?;
        driver.switch_to_window(own).await?;
        outcome.context("in the window that was opened")
    }
}
