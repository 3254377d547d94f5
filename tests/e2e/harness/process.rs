//! Programs and folders that a test needs, and that are removed with it.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// How long a driver may take to listen: a cold one reads its whole browser from disk.
const LISTENS_WITHIN: Duration = Duration::from_secs(30);

/// A program with its descendants, ended when dropped.
pub struct Companion {
    child: Child,
}

impl Companion {
    /// Starts a program in a process group of its own.
    ///
    /// # Errors
    /// When it cannot start.
    pub fn start(command: &mut Command) -> Result<Self> {
        command.stdin(Stdio::null()).stderr(Stdio::null()).process_group(0);
        let program = command.get_program().to_string_lossy().into_owned();
        let child =
            command.spawn().with_context(|| format!("{program} is missing: `cargo xtask setup` installs it"))?;
        Ok(Self { child })
    }

    /// How much memory it and its descendants hold, in bytes; shared memory is counted once. Only on Linux.
    pub fn memory(&self) -> Option<u64> {
        let mut total = 0;
        let group = self.child.id().to_string();
        for entry in std::fs::read_dir("/proc").ok()?.flatten() {
            // After the name in parentheses: state, parent, group.
            let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
            let is_ours = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(2)) == Some(&*group);
            if is_ours {
                let rollup = std::fs::read_to_string(entry.path().join("smaps_rollup")).unwrap_or_default();
                let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"));
                let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
                total += 1024 * kilobytes.unwrap_or(0);
            }
        }
        (total > 0).then_some(total)
    }

    /// Waits until it listens on a port.
    ///
    /// # Errors
    /// When it ends or does not listen in time.
    pub async fn listens(&mut self, port: u16) -> Result<()> {
        let started = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if let Some(status) = self.child.try_wait()? {
                bail!("a driver ended with {status}");
            }
            if started.elapsed() > LISTENS_WITHIN {
                bail!("a driver does not listen");
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }
}

impl Drop for Companion {
    fn drop(&mut self) {
        // The group is ours: a driver that is killed alone would leave its browser behind.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

/// A port that nothing listens on.
///
/// # Errors
/// When there is none.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

/// A screen without a display, for the engine that has no headless mode.
pub struct Screen {
    /// What `DISPLAY` must be.
    pub display: String,
    _server: Option<Companion>,
}

impl Screen {
    /// The present screen, or one of our own.
    ///
    /// # Errors
    /// When there is neither.
    pub fn find() -> Result<Self> {
        if let Ok(display) = std::env::var("DISPLAY") {
            return Ok(Self { display, _server: None });
        }
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]).stdout(Stdio::piped());
        let mut server = Companion::start(&mut command)?;
        let output = server.child.stdout.take().context("Xvfb gives no display")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        if number.trim().is_empty() {
            bail!("Xvfb ended before it gave its display");
        }
        Ok(Self { display: format!(":{}", number.trim()), _server: Some(server) })
    }
}

/// A folder that is removed when dropped.
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// A new folder under `target/e2e/`.
    ///
    /// # Errors
    /// When it cannot be created.
    pub fn fresh(name: &str) -> Result<Self> {
        static N_MADE: AtomicUsize = AtomicUsize::new(0);
        let n_made = N_MADE.fetch_add(1, Ordering::Relaxed);
        let path = super::runner::output_folder().join("run").join(format!("{name}-{}-{n_made}", std::process::id()));
        if path.exists() {
            std::fs::remove_dir_all(&path)?;
        }
        std::fs::create_dir_all(&path)?;
        Ok(Self { path })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is still closing may hold a file; the folder is under `target/` anyway.
        let _ = std::fs::remove_dir_all(&self.path);
    }
}
