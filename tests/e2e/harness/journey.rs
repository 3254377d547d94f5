//! A journey, and what it asks of the browser before it starts.

use std::pin::Pin;

use anyhow::Result;

use super::engine::Engine;
use super::session::Session;

/// A running journey.
pub type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// One path through the app, run on every engine and place that it does not leave out.
pub struct Journey {
    /// What it shows, as a test name.
    pub name: &'static str,
    /// What it asks of the browser.
    pub setup: Setup,
    /// Where it runs.
    pub places: Places,
    /// The steps, from an open page.
    pub run: for<'a> fn(&'a Session) -> Running<'a>,
}

/// Where the app is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// `dist/` served on loopback, under a folder.
    Site,
    /// `boussole.html` opened from a folder.
    File,
}

/// Where a journey runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// On the site and on the file: what is checked depends on where the page comes from.
    Everywhere,
    /// On the file, and in Chromium on the site too: what is checked is the same in both, and each place takes minutes.
    FileFirst,
    /// On the site alone.
    Site,
    /// On the file alone.
    File,
}

impl Places {
    /// The places in an engine.
    pub fn of(self, engine: Engine) -> &'static [Place] {
        match (self, engine) {
            (Self::Everywhere, _) | (Self::FileFirst, Engine::Chromium) => &[Place::Site, Place::File],
            (Self::Site, _) => &[Place::Site],
            (Self::File | Self::FileFirst, _) => &[Place::File],
        }
    }
}

impl Place {
    /// The name in test names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::File => "file",
        }
    }
}

/// What a journey asks of the browser before it starts.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    /// What follows the page's address when it opens: `#/en`.
    pub fragment: &'static str,
    /// The language that the reader's browser asks for: `fr-FR`.
    pub language: &'static str,
    /// How the device's storage behaves.
    pub storage: Storage,
    /// How the browser answers to copying.
    pub clipboard: Clipboard,
    /// The page gets a camera of the test and a reader of codes, which see what the journey puts into `shown` and `more`.
    pub camera: bool,
    /// What the page saves is kept where a journey can read it, and not downloaded.
    pub keeps_downloads: bool,
    /// Scripting is off. WebKit's driver cannot switch it off and leaves the journey out.
    pub scripts_refused: bool,
    /// The size of the page, in CSS pixels.
    pub viewport: Option<(u32, u32)>,
    /// Light or dark, where the engine allows.
    pub scheme: Scheme,
    /// The reader asks for no motion, where the engine allows.
    pub reduced_motion: bool,
    /// The server holds the wasm back until `Session::started`, which leaves time to act before the app starts.
    pub wasm_held: bool,
    /// The server refuses the wasm.
    pub wasm_refused: bool,
    /// The journey acts before the app has started: opening does not wait for that.
    pub before_start: bool,
    /// The engines to leave out; each use says why in a comment.
    pub not_on: &'static [Engine],
}

impl Setup {
    /// A page on its home, with nothing unusual.
    pub const PLAIN: Self = Self {
        fragment: "",
        language: "fr-FR",
        storage: Storage::Kept,
        clipboard: Clipboard::Usual,
        camera: false,
        keeps_downloads: false,
        scripts_refused: false,
        viewport: None,
        scheme: Scheme::Light,
        reduced_motion: false,
        wasm_held: false,
        wasm_refused: false,
        before_start: false,
        not_on: &[],
    };

    /// A page opened at an address.
    pub const fn at(fragment: &'static str) -> Self {
        Self { fragment, ..Self::PLAIN }
    }

    /// Whether the journey makes sense on an engine.
    pub fn suits(&self, engine: Engine) -> bool {
        !self.not_on.contains(&engine) && (!self.scripts_refused || engine.can_refuse_scripts())
    }
}

/// How the device's storage behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Storage {
    /// As usual.
    Kept,
    /// Every access throws, as in a sandboxed frame.
    Refused,
    /// Every write throws, as on a full device.
    Full,
}

/// How the browser answers to copying. Journeys run at the same time: none may touch the machine's own clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clipboard {
    /// As usual.
    Usual,
    /// The copied text is put into `copying` of the page, and copying succeeds once `copied()` is called.
    Recorded,
    /// The browser refuses, through both of its interfaces.
    Refused,
    /// The browser has no clipboard interface, and refuses the older command.
    Missing,
}

/// The colours that the reader's system asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}
