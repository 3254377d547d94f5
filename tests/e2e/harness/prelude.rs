//! What the harness puts into pages before they are opened, and where their copies are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::engine::Engine;
use super::journey::{Clipboard, Setup, Storage};

/// The folder of the copies, with a space in its name, as downloads often have.
pub const DOCUMENTS: &str = "Mes documents";

/// A script for the top of every page: it collects errors, and behaves as the journey asks.
pub fn prelude(engine: Engine, setup: &Setup) -> String {
    // WebKit asks for the language of the machine's installed locales, and takes none from its driver. Its browser also refuses to
    // keep the screen on, which Slidev asks for and does not expect.
    let language = match engine {
        Engine::Webkit => format!(
            "Object.defineProperty(navigator, 'languages', {{ get: () => ['{}'] }});\
             delete Navigator.prototype.wakeLock;",
            setup.language
        ),
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
    let camera = if setup.camera {
        "window.shown = null; window.more = null; window.stopped = 0; window.isRefused = false;\
         window.BarcodeDetector = class { async detect() {\
         return [window.shown, window.more].filter(Boolean).map((rawValue) => ({ rawValue })); } };\
         HTMLMediaElement.prototype.play = async () => {};\
         Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', { set() {} });\
         const getUserMedia = async () => { if (window.isRefused) throw new DOMException('refused', 'NotAllowedError');\
         return { getTracks: () => [{ stop: () => { window.stopped += 1; } }] }; };\
         Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia }, configurable: true });"
    } else {
        ""
    };
    // The clicked link names the file, and its address is that of a blob that was made before.
    let downloads = if setup.keeps_downloads {
        "window.saved = []; const made = {}, make = URL.createObjectURL;\
         URL.createObjectURL = (blob) => { const url = make.call(URL, blob); made[url] = blob; return url; };\
         HTMLAnchorElement.prototype.click = function () {\
         window.saved.push({ name: this.download, blob: made[this.href] }); };"
    } else {
        ""
    };
    format!("<script>{}{language}{storage}{clipboard}{camera}{downloads}</script>", include_str!("prelude.js"))
}

/// Puts a script at the top of a page's head, before anything else runs.
pub fn with_prelude(page: &[u8], prelude: &str) -> Vec<u8> {
    String::from_utf8_lossy(page).replacen("<head>", &format!("<head>{prelude}"), 1).into_bytes()
}

/// The folder of the build.
pub fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

/// Copies the single file into the folder of documents, with the prelude, and gives the copy.
///
/// # Errors
/// When there is no build, or the copy cannot be written.
pub fn copy_of_file(folder: &Path, prelude: &str) -> Result<PathBuf> {
    let original = dist().join("boussole.html");
    let page = fs::read(&original)
        .with_context(|| format!("{} is missing: `cargo xtask build` makes it", original.display()))?;
    let folder = folder.join(DOCUMENTS);
    fs::create_dir_all(&folder)?;
    let copy = folder.join("boussole.html");
    fs::write(&copy, with_prelude(&page, prelude))?;
    Ok(copy)
}

/// Copies a folder, with the prelude in each of its pages.
///
/// # Errors
/// When something cannot be read or written.
pub fn copy_of_folder(from: &Path, to: &Path, prelude: &str) -> Result<()> {
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
