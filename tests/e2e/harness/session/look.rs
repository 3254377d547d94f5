//! Looking into the page: scripts, elements, storage, and waiting until something holds.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow};
use serde_json::Value;
use thirtyfour::{By, WebElement};

use super::Session;

/// How long the page may take to show what a journey waits for. Generous: several browsers share a slow machine.
const PATIENCE: Duration = Duration::from_secs(15);
/// The pause between two looks.
const PAUSE: Duration = Duration::from_millis(40);

impl Session {
    /// Runs a script in the page and gives what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script(&self, script: &str) -> Result<Value> {
        self.script_with(script, Vec::new()).await
    }

    /// Runs a script with arguments and gives what it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn script_with(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver().execute(script, arguments).await?.json().clone())
    }

    /// Runs a script with arguments and gives the element it returns, if any.
    ///
    /// # Errors
    /// When it throws.
    pub async fn element(&self, script: &str, arguments: Vec<Value>) -> Result<Option<WebElement>> {
        let found = self.driver().execute(script, arguments).await?;
        if found.json().is_null() { Ok(None) } else { Ok(Some(found.element()?)) }
    }

    /// Runs a script with arguments and gives the elements it returns.
    ///
    /// # Errors
    /// When it throws.
    pub async fn elements(&self, script: &str, arguments: Vec<Value>) -> Result<Vec<WebElement>> {
        Ok(self.driver().execute(script, arguments).await?.elements()?)
    }

    /// The first element that a CSS selector matches. Also works when scripting is off.
    ///
    /// # Errors
    /// When there is none.
    pub async fn css(&self, selector: &str) -> Result<WebElement> {
        self.driver().find(By::Css(selector)).await.with_context(|| format!("nothing matches {selector}"))
    }

    /// Every element that a CSS selector matches. Also works when scripting is off.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn all_css(&self, selector: &str) -> Result<Vec<WebElement>> {
        Ok(self.driver().find_all(By::Css(selector)).await?)
    }

    /// The page's title.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn title(&self) -> Result<String> {
        Ok(self.driver().title().await?)
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

    /// Waits until something holds.
    ///
    /// # Errors
    /// When it does not hold in time. The error says what was awaited and how the last look at it failed.
    pub async fn until(&self, what: &str, holds: impl AsyncFn() -> Result<bool>) -> Result<()> {
        self.until_some(what, async || Ok(holds().await?.then_some(()))).await
    }

    /// Waits until there is something, and gives it.
    ///
    /// # Errors
    /// When there is nothing in time. The error says what was awaited and how the last look at it failed.
    pub async fn until_some<T>(&self, what: &str, look: impl AsyncFn() -> Result<Option<T>>) -> Result<T> {
        let started = Instant::now();
        loop {
            let last = match look().await {
                Ok(Some(found)) => return Ok(found),
                Ok(None) => None,
                Err(error) => Some(error),
            };
            if started.elapsed() > PATIENCE {
                let message = format!("waited in vain for this: {what}");
                return Err(last.map_or_else(|| anyhow!(message.clone()), |error| error.context(message.clone())));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
