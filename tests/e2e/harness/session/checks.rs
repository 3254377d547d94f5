//! What must hold at the end of every journey: no error in the page, and no request after the start.

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Session;
use crate::harness::journey::Place;

impl Session {
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

    /// Checks that the page met no error, and that it sent no request since the app started.
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
            let asked = asked.as_array().context("the page does not say what it asked for")?.iter();
            // Firefox lists the icon that it looks for by itself.
            let is_of_deck = |name: &str| {
                deck.as_deref().is_some_and(|folder| name.starts_with(folder) || name.ends_with("/favicon.ico"))
            };
            let strange: Vec<&Value> = asked.filter(|name| !name.as_str().is_some_and(is_of_deck)).collect();
            ensure!(strange.is_empty(), "the page asked for {strange:?}");
        }
        Ok(())
    }
}
