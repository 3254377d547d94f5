//! `cargo xtask bench --browser --against FOLDER`: this build beside another one, in Chromium, in one run.
//!
//! The two builds may have different internals: the bench only relies on the addresses of the views, on `data-app="ready"`, on
//! the name of the stored answers, and on native controls. Compare ratios: times depend on the machine and on its load.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::common::command::{Command as Sent, FormatRequestData};
use thirtyfour::{Capabilities, RequestData, SessionId, WebDriver};
use tiny_http::{Request, Server};

use crate::harness::engine::Engine;
use crate::harness::process::{Companion, Folder, free_port};
use crate::pages::situation::{code, example};

/// The number of times each page of each build is opened, at each speed.
const ROUNDS: usize = 9;
/// The number of answers on each opened page.
const ANSWERS: usize = 6;
/// How much slower than this machine a phone is taken to be.
const SLOWER: u32 = 4;
/// A page of a slowed build may take this long to start.
const PATIENCE: Duration = Duration::from_secs(60);

const QUESTION: &str = "#/fr/question/service-mesh/talking-services";
const VERDICT: &str = "#/fr/verdict/service-mesh";
/// The example situation of the verdict.
const SITUATION: &str = "bank-forty-services";

const RECORDER: &str = include_str!("builds.js");

/// The centre of the next radio button to click: not the one that is checked.
const NEXT_RADIO: &str = "const radio = document.querySelector('main input[type=radio]:not(:checked)');\
    if (!radio) return null;\
    const target = radio.closest('label') ?? radio.labels[0] ?? radio;\
    target.scrollIntoView({ block: 'center', behavior: 'instant' });\
    const { left, top, width, height } = target.getBoundingClientRect();\
    return [left + width / 2, top + height / 2];";

/// Flips one answer of the what-if list. The lists may be redrawn after each flip: each flip looks for its list anew.
const FLIP: &str = "const lists = [...document.querySelectorAll('main .what-if select')];\
    if (!lists.length) return false;\
    lists.forEach((list) => list.closest('details')?.setAttribute('open', ''));\
    const list = lists[arguments[0] % lists.length];\
    list.selectedIndex = (list.selectedIndex + 1) % list.options.length;\
    list.dispatchEvent(new Event('change', { bubbles: true }));\
    return true;";

const MEASURES: [&str; 4] = ["first paint", "app ready", "answer to next frame", "what-if flip to next frame"];

/// The times of a build at one speed, in milliseconds, in the order of `MEASURES`.
type Times = [Vec<f64>; MEASURES.len()];

/// Measures both builds in turn and prints the medians and their ratios.
///
/// # Errors
/// When a build or Chromium is missing, or when a build does not start or does not answer.
pub async fn run(before: &Path) -> Result<()> {
    let now = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let builds = [Build::serve(before)?, Build::serve(&now)?];
    let browser = Browser::start().await?;
    let outcome = measure(&browser, &builds).await;
    browser.quit().await;
    let speeds = outcome?;
    println!(
        "Chromium, the site, medians of {ROUNDS} rounds in turn, in milliseconds\n{:<32}{:>9}{:>9}{:>9}",
        "", "before", "now", "ratio"
    );
    for (slower, [before, now]) in [1, SLOWER].into_iter().zip(speeds) {
        if slower == 1 {
            println!("processor at full speed");
        } else {
            println!("processor slowed {slower} times");
        }
        for ((name, before), now) in MEASURES.into_iter().zip(before).zip(now) {
            let (before, now) = (median(before), median(now));
            println!("  {name:<30}{before:>9.1}{now:>9.1}{:>9.2}", now / before);
        }
    }
    Ok(())
}

/// The times of both builds at both speeds. In each round every build is measured at every speed, so that a busy moment of the
/// machine does not count for one build only.
async fn measure(browser: &Browser, builds: &[Build; 2]) -> Result<[[Times; 2]; 2]> {
    let mut speeds: [[Times; 2]; 2] = Default::default();
    for round in 0..=ROUNDS {
        for (slower, times) in [1, SLOWER].into_iter().zip(&mut speeds) {
            for (build, times) in builds.iter().zip(times) {
                let one =
                    browser.open_and_answer(build, slower).await.with_context(|| build.dist.display().to_string())?;
                // The first round warms the machine's caches up.
                if round > 0 {
                    times.iter_mut().zip(one).for_each(|(all, one)| all.extend(one));
                }
            }
        }
    }
    Ok(speeds)
}

struct Browser {
    driver: WebDriver,
    // Dropped last, in this order: the driver's program with its browser, then its profile.
    _program: Companion,
    _folder: Folder,
}

impl Browser {
    async fn start() -> Result<Self> {
        let folder = Folder::fresh("bench-builds")?;
        let port = free_port()?;
        let mut command = Command::new(Engine::Chromium.driver());
        let mut program = Companion::start(command.arg(format!("--port={port}")).stdout(Stdio::null()))?;
        program.listens(port).await?;
        let mut options = json!({ "args": [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--no-first-run",
            "--window-size=1300,900",
            // An answer does not wait for the next refresh of a screen: its frame is drawn as soon as it can be.
            "--disable-frame-rate-limit",
            "--disable-gpu-vsync",
            format!("--user-data-dir={}", folder.path().join("profile").display()),
        ] });
        if let Some(binary) = std::env::var_os("BOUSSOLE_CHROMIUM") {
            options["binary"] = binary.to_string_lossy().into();
        }
        let mut capabilities = Capabilities::new();
        capabilities.set("browserName", "chrome")?;
        capabilities.set("goog:chromeOptions", options)?;
        let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities)
            .await
            .map_err(|error| anyhow!("Chromium does not start: {error}"))?;
        let browser = Self { driver, _program: program, _folder: folder };
        browser.send("Page.addScriptToEvaluateOnNewDocument", json!({ "source": RECORDER })).await?;
        Ok(browser)
    }

    async fn quit(self) {
        // Dropping the program ends a browser that does not close by itself.
        let _ = tokio::time::timeout(Duration::from_secs(5), self.driver.quit()).await;
    }

    /// One round of one build: its times in the order of `MEASURES`.
    async fn open_and_answer(&self, build: &Build, slower: u32) -> Result<Times> {
        self.send("Emulation.setCPUThrottlingRate", json!({ "rate": slower })).await?;
        self.forget(build).await?;
        self.open(build, QUESTION).await?;
        let start = "const paint = performance.getEntriesByName('first-contentful-paint')[0];\
                     return [paint ? paint.startTime : null, window.measured.ready]";
        let start = self.script(start, vec![]).await?;
        let paint = start[0].as_f64().context("the page was not painted")?;
        let ready = start[1].as_f64().context("the app was not ready")?;
        for n_before in 0..ANSWERS {
            let place = self.script(NEXT_RADIO, vec![]).await?;
            let [Some(x), Some(y)] = [place[0].as_f64(), place[1].as_f64()] else {
                bail!("the question has no radio button to click");
            };
            for kind in ["mousePressed", "mouseReleased"] {
                let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": 1 });
                self.send("Input.dispatchMouseEvent", event).await?;
            }
            self.answered(n_before).await?;
        }
        let answers = self.answers().await?;

        self.forget(build).await?;
        self.open(build, "#/fr").await?;
        let keep = "localStorage.setItem('boussole.answers', arguments[0])";
        self.script(keep, vec![json!(code(&example(SITUATION)?))]).await?;
        self.open(build, VERDICT).await?;
        for flip in 0..ANSWERS {
            ensure!(self.script(FLIP, vec![json!(flip)]).await? == true, "the verdict has no what-if list");
            self.answered(flip).await?;
        }
        let flips = self.answers().await?;
        Ok([vec![paint], vec![ready], answers, flips])
    }

    /// Loads a page and waits until the app is ready.
    async fn open(&self, build: &Build, fragment: &str) -> Result<()> {
        // To another fragment of the same page, the browser would not load it again.
        self.driver.goto("about:blank").await?;
        self.driver.goto(format!("{}{fragment}", build.origin)).await?;
        self.until("the app is not ready", "return window.measured.ready > 0").await
    }

    /// Clears what an earlier round stored.
    async fn forget(&self, build: &Build) -> Result<()> {
        self.driver.goto("about:blank").await?;
        let origin = build.origin.trim_end_matches('/');
        self.send("Storage.clearDataForOrigin", json!({ "origin": origin, "storageTypes": "all" })).await
    }

    /// Waits until one more answer than before is on screen.
    async fn answered(&self, n_before: usize) -> Result<()> {
        self.until("an answer was not drawn", &format!("return window.measured.answers.length > {n_before}")).await
    }

    /// The times of the answers on this page.
    async fn answers(&self) -> Result<Vec<f64>> {
        let times = self.script("return window.measured.answers", vec![]).await?;
        Ok(times.as_array().into_iter().flatten().filter_map(Value::as_f64).collect())
    }

    async fn until(&self, failure: &str, condition: &str) -> Result<()> {
        let started = Instant::now();
        while self.script(condition, vec![]).await? != true {
            ensure!(started.elapsed() < PATIENCE, "{failure}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Sends a command of the Chrome DevTools Protocol.
    async fn send(&self, command: &'static str, parameters: Value) -> Result<()> {
        self.driver.handle().cmd(DevTools(command, parameters)).await?;
        Ok(())
    }
}

#[derive(Debug)]
struct DevTools(&'static str, Value);

impl FormatRequestData for DevTools {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let body = json!({ "cmd": self.0, "params": self.1 });
        let uri = format!("/session/{session}/goog/cdp/execute").into();
        // `RequestData` has a field of a type that thirtyfour does not export: it is taken from another command.
        RequestData { uri, body: Some(body), ..Sent::Refresh.format_request(session) }
    }
}

/// A `dist` folder, served at an address of its own.
struct Build {
    dist: PathBuf,
    origin: String,
    server: Arc<Server>,
}

impl Build {
    fn serve(dist: &Path) -> Result<Self> {
        ensure!(dist.join("index.html").is_file(), "{} has no index.html: it is not a build", dist.display());
        let server = Server::http(("127.0.0.1", 0)).map_err(|error| anyhow!("cannot serve: {error}"))?;
        let port = server.server_addr().to_ip().context("the server has no port")?.port();
        let server = Arc::new(server);
        let (thread_server, thread_dist) = (Arc::clone(&server), dist.to_path_buf());
        std::thread::spawn(move || {
            for request in thread_server.incoming_requests() {
                respond(request, &thread_dist);
            }
        });
        Ok(Self { dist: dist.to_path_buf(), origin: format!("http://127.0.0.1:{port}/"), server })
    }
}

impl Drop for Build {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

/// Sends a file of a build. `no-store` keeps it, and the code compiled from it, out of the browser's cache.
fn respond(request: Request, dist: &Path) {
    let name = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
    let file = if name.is_empty() { "index.html" } else { &name };
    let (status, body) = match std::fs::read(dist.join(file)) {
        Ok(body) if !name.contains("..") => ("200 OK", body),
        _ => ("404 Not Found", Vec::new()),
    };
    let mime = match Path::new(file).extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    let length = body.len();
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\n\
         Connection: close\r\n\r\n"
    );
    let mut writer = request.into_writer();
    // The browser may have left the page: that is no error.
    let _ = writer.write_all(&[head.as_bytes(), &body].concat()).and_then(|()| writer.flush());
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}
