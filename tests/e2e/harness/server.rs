//! Serves `dist/` as a static host would, under a folder, and records what was asked.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};

use anyhow::{Context, Result, anyhow};
use tiny_http::{Request, Server};

use super::journey::Setup;
use super::prelude::with_prelude;

/// The folder that the site is served under: nothing in it may rely on being at the root of the host.
const MOUNT: &str = "/outils/boussole/";

const NOT_FOUND: &str = "404 Not Found";

/// The ports of all servers so far. A browser serves several journeys and keeps storage by address, so none is given twice.
static PORTS: Mutex<Option<HashSet<u16>>> = Mutex::new(None);

/// A server for one session.
pub struct SiteServer {
    server: Arc<Server>,
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    added: Added,
    wasm: Arc<Gate>,
}

/// Holds answers back until it is opened.
struct Gate {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Gate {
    fn new(is_held: bool) -> Arc<Self> {
        Arc::new(Self { is_open: Mutex::new(!is_held), opened: Condvar::new() })
    }

    fn open(&self) {
        *self.is_open.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.opened.notify_all();
    }

    fn pass(&self) {
        let is_open = self.is_open.lock().unwrap_or_else(PoisonError::into_inner);
        drop(self.opened.wait_while(is_open, |is_open| !*is_open));
    }
}

/// Pages that are not in the build, by name.
type Added = Arc<Mutex<HashMap<String, Vec<u8>>>>;

/// What the server does besides serving files.
#[derive(Clone, Debug)]
pub struct Behaviour {
    /// Put at the top of every page's head.
    pub prelude: String,
    /// The wasm is held back until it is released.
    pub wasm_held: bool,
    /// The wasm is refused.
    pub wasm_refused: bool,
}

impl Behaviour {
    /// What a journey asks for.
    pub fn of(setup: &Setup, prelude: String) -> Self {
        Self { prelude, wasm_held: setup.wasm_held, wasm_refused: setup.wasm_refused }
    }
}

impl SiteServer {
    /// Serves a folder on a free port, which no server of this run had before.
    ///
    /// # Errors
    /// When no port is free.
    pub fn start(dist: &Path, behaviour: Behaviour) -> Result<Self> {
        let (server, port) = on_new_port()?;
        let server = Arc::new(server);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let added = Added::default();
        let wasm = Gate::new(behaviour.wasm_held);
        // One thread more than requests that are held back can take.
        for _ in 0..3 {
            let (server, asked, added) = (Arc::clone(&server), Arc::clone(&asked), Arc::clone(&added));
            let (behaviour, dist) = (behaviour.clone(), dist.to_path_buf());
            let wasm = Arc::clone(&wasm);
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    asked.lock().unwrap_or_else(PoisonError::into_inner).push(request.url().to_owned());
                    if is_wasm(request.url()) {
                        wasm.pass();
                    }
                    answer(request, &dist, &behaviour, &added);
                }
            });
        }
        Ok(Self { server, port, asked, added, wasm })
    }

    /// The address of the page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{MOUNT}", self.port)
    }

    /// Sends the wasm, and all that is asked of it from now on.
    pub fn send_wasm(&self) {
        self.wasm.open();
    }

    /// Serves a page that is not in the build, beside the others.
    pub fn add(&self, name: &str, page: &str) {
        let mut added = self.added.lock().unwrap_or_else(PoisonError::into_inner);
        added.insert(name.to_owned(), page.as_bytes().to_vec());
    }

    /// What was asked since the server started.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many requests came since the server started.
    pub fn n_asked(&self) -> usize {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}

impl Drop for SiteServer {
    fn drop(&mut self) {
        self.wasm.open();
        for _ in 0..3 {
            self.server.unblock();
        }
    }
}

fn on_new_port() -> Result<(Server, u16)> {
    let mut ports = PORTS.lock().unwrap_or_else(PoisonError::into_inner);
    let ports = ports.get_or_insert_default();
    loop {
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("cannot serve: {error}"))?;
        let port = server.server_addr().to_ip().context("the server has no port")?.port();
        if ports.insert(port) {
            return Ok((server, port));
        }
    }
}

fn answer(request: Request, dist: &Path, behaviour: &Behaviour, added: &Added) {
    let read = |path: PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let added = added.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        Some((added.or_else(|| std::fs::read(&path).ok())?, path))
    };
    let found = file(request.url(), dist).and_then(read);
    let url = request.url();
    let is_refused = is_wasm(url) && behaviour.wasm_refused;
    match found {
        Some((bytes, path)) if !is_refused => {
            let is_page = path.extension().is_some_and(|extension| extension == "html");
            let bytes = if is_page { with_prelude(&bytes, &behaviour.prelude) } else { bytes };
            respond(request, "200 OK", mime(&path), &bytes);
        }
        Some(_) => respond(request, NOT_FOUND, "text/plain", b"404"),
        None => {
            // A static host answers so for an address that it does not have.
            let page = std::fs::read(dist.join("404.html")).unwrap_or_default();
            respond(request, NOT_FOUND, mime(Path::new("404.html")), &with_prelude(&page, &behaviour.prelude));
        }
    }
}

/// Sends an answer and closes the connection. The server gives a thread to each connection that stays open, and may let one
/// wait for ever when a page of many files opens several at once.
fn respond(request: Request, status: &str, mime: &str, body: &[u8]) {
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    let mut writer = request.into_writer();
    // The reader may have closed the page.
    let _ = writer.write_all(&[head.as_bytes(), body].concat()).and_then(|()| writer.flush());
}

fn is_wasm(url: &str) -> bool {
    url.ends_with(".wasm")
}

fn file(url: &str, dist: &Path) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix(MOUNT)?;
    if path.contains("..") {
        return None;
    }
    Some(if path.is_empty() || path.ends_with('/') { dist.join(path).join("index.html") } else { dist.join(path) })
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
