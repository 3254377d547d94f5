//! The browsers of one worker. A browser that passed a journey is kept for the next one that needs the same.

use std::cell::{Cell, RefCell};
use std::time::{Duration, Instant};

use anyhow::Result;

use super::browser::{Browser, Needs};

/// The browsers of one worker.
#[derive(Default)]
pub struct Pool {
    idle: RefCell<Vec<Browser>>,
    n_started: Cell<usize>,
    starting: Cell<Duration>,
}

impl Pool {
    /// A browser ready for a journey: one that is kept, else a new one.
    ///
    /// # Errors
    /// When a new one cannot start.
    pub async fn take(&self, needs: &Needs, viewport: Option<(u32, u32)>) -> Result<Browser> {
        loop {
            let kept = self.idle.borrow_mut().pop();
            let Some(browser) = kept else { break };
            if browser.needs != *needs {
                browser.end();
                continue;
            }
            match browser.prepare(viewport).await {
                Ok(()) => return Ok(browser),
                Err(error) => {
                    println!("a browser is replaced, since it cannot be prepared for another journey: {error:#}");
                    browser.end();
                }
            }
        }
        let started = Instant::now();
        let browser = Browser::start(needs.clone()).await?;
        browser.prepare(viewport).await?;
        self.n_started.set(self.n_started.get() + 1);
        self.starting.set(self.starting.get() + started.elapsed());
        Ok(browser)
    }

    /// Keeps a browser for the next journey.
    pub fn give_back(&self, browser: Browser) {
        self.idle.borrow_mut().push(browser);
    }

    /// Ends every browser that is kept.
    pub fn close(&self) {
        for browser in self.idle.take() {
            browser.end();
        }
    }

    /// How many browsers were started, and how long that took in all.
    pub fn starts(&self) -> (usize, Duration) {
        (self.n_started.get(), self.starting.get())
    }
}
