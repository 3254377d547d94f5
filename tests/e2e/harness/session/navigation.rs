//! Opening pages, and moving between them.

use anyhow::Result;
use serde_json::json;

use super::Session;
use crate::harness::server::SiteServer;

impl Session {
    /// Opens the page at a fragment and, unless the journey acts before that, waits until the app has started.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn open(&self, fragment: &str) -> Result<()> {
        self.driver().goto(format!("{}{fragment}", self.address)).await?;
        self.started_unless_early().await
    }

    /// Loads the page again, as the reader's reload button does.
    ///
    /// # Errors
    /// When the app does not start.
    pub async fn reload(&self) -> Result<()> {
        self.n_asked_at_start.set(None);
        self.driver().refresh().await?;
        self.started_unless_early().await
    }

    /// Closes the page and opens it in a new tab of the same browser, as a reader who comes back does.
    ///
    /// # Errors
    /// When the driver refuses or the app does not start.
    pub async fn come_back(&self, fragment: &str) -> Result<()> {
        let tab = self.driver().new_tab().await?;
        self.driver().close_window().await?;
        self.driver().switch_to_window(tab).await?;
        self.n_asked_at_start.set(None);
        self.open(fragment).await
    }

    async fn started_unless_early(&self) -> Result<()> {
        if self.setup.before_start || self.setup.scripts_refused { Ok(()) } else { self.started().await }
    }

    /// Waits until the app has started. From then on it may ask the network for nothing.
    ///
    /// # Errors
    /// When it does not start in time.
    pub async fn started(&self) -> Result<()> {
        if let Some(server) = &self.server {
            server.send_wasm();
        }
        let is_ready = "return document.documentElement.dataset.app === 'ready'";
        self.until("the app has started", async || Ok(self.script(is_ready).await? == true)).await?;
        if self.n_asked_at_start.get().is_none() {
            self.count_requests();
        }
        Ok(())
    }

    /// Waits until another page of the site has loaded: `index.html`, where the app must start, or a page without it. From
    /// then on it may ask the network for nothing.
    ///
    /// # Errors
    /// When it does not come in time.
    pub async fn landed(&self, file: &str) -> Result<()> {
        self.n_asked_at_start.set(None);
        let script = "return [location.pathname.split('/').pop(), document.readyState]";
        let has_loaded = async || Ok(self.script(script).await? == json!([file, "complete"]));
        self.until(&format!("the page is {file}"), has_loaded).await?;
        if file == "index.html" {
            return self.started().await;
        }
        self.count_requests();
        Ok(())
    }

    /// Counts requests from now on: what the page asks for later is an error.
    fn count_requests(&self) {
        self.n_asked_at_start.set(self.server.as_ref().map(SiteServer::n_asked));
    }

    /// Allows requests from now on: a page around the app loads what it likes.
    pub fn forget_requests(&self) {
        self.n_asked_at_start.set(None);
    }

    /// The browser's back button.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn back(&self) -> Result<()> {
        Ok(self.driver().back().await?)
    }

    /// The browser's forward button.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.driver().forward().await?)
    }

    /// What follows `#` in the page's address, with the `#`; empty without.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn fragment(&self) -> Result<String> {
        let address = self.driver().current_url().await?;
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
        self.script_with("location.hash = arguments[0]", vec![fragment.into()]).await.map(|_| ())
    }

    /// Goes to an address below the page's own as the address bar does: without a script of the page.
    ///
    /// # Errors
    /// When the driver refuses.
    pub async fn follow_plainly(&self, fragment: &str) -> Result<()> {
        Ok(self.driver().goto(format!("{}{fragment}", self.address)).await?)
    }
}
