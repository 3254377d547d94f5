//! `cargo xtask serve`: builds the site and serves it on this machine only.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Method, Server};

use crate::{bundle, pack, setup, shell, size};

/// A browser opens several connections at once.
const N_WORKERS: usize = 4;

/// Builds the site and serves `dist/` until it is interrupted.
///
/// # Errors
/// When the build fails or no port is available.
pub fn run(args: &[String]) -> Result<()> {
    let options = Options::parse(args)?;
    bundle::build(&setup::prepare(options.may_install, false)?)?;
    eprintln!("{}", size::measure()?);

    let dist = shell::repository().join("dist");
    let file = dist.join(pack::SINGLE_FILE);
    let server = Server::http(("127.0.0.1", options.port))
        .map_err(|error| anyhow!("cannot serve on 127.0.0.1:{}: {error}", options.port))?;
    let port = server.server_addr().to_ip().map(|address| address.port()).context("the server has no port")?;
    let server = Arc::new(server);
    let dist = Arc::new(dist);
    let workers: Vec<_> = (0..N_WORKERS)
        .map(|_| {
            let (server, dist) = (Arc::clone(&server), Arc::clone(&dist));
            std::thread::spawn(move || {
                for request in server.incoming_requests() {
                    answer(request, &dist);
                }
            })
        })
        .collect();

    let url = format!("http://127.0.0.1:{port}/");
    probe(port)?;
    eprintln!("Serving {url}");
    eprintln!("Offline file {}", file.display());
    println!("ready {url} {}", file.display());
    std::io::stdout().flush()?;
    if options.open && open::that_detached(&url).is_err() {
        eprintln!("No browser could be opened: open {url} yourself");
    }
    for worker in workers {
        if worker.join().is_err() {
            bail!("the server stopped");
        }
    }
    Ok(())
}

struct Options {
    may_install: bool,
    open: bool,
    port: u16,
}

impl Options {
    fn parse(args: &[String]) -> Result<Self> {
        let mut options = Self { may_install: false, open: true, port: 0 };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--yes" | "-y" => options.may_install = true,
                "--no-open" => options.open = false,
                "--port" => {
                    let port = args.next().context("--port takes a number")?;
                    options.port = port.parse().with_context(|| format!("--port takes a number, not {port}"))?;
                }
                other => bail!("serve does not know {other}; it takes --no-open, --port N and --yes"),
            }
        }
        Ok(options)
    }
}

fn answer(request: tiny_http::Request, dist: &Path) {
    let served = match request.method() {
        Method::Get | Method::Head => {
            resolve(dist, request.url()).and_then(|path| Some((fs::read(&path).ok()?, mime(&path))))
        }
        _ => None,
    };
    let (status, body, mime) = match served {
        Some((body, mime)) => ("200 OK", body, mime),
        None => ("404 Not Found", not_found(dist), "text/html; charset=utf-8"),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let body = if *request.method() == Method::Head { Vec::new() } else { body };
    // tiny_http gives a thread to each open connection. A page of many files, a deck for instance, opens several at once, and
    // one of them could wait for ever: each connection is closed after its answer.
    let mut writer = request.into_writer();
    // The reader may have left the page: that is no error.
    let _ = writer.write_all(&[head.as_bytes(), &body].concat()).and_then(|()| writer.flush());
}

/// The file of an address, if it is inside `dist`. No file of `dist` needs an escape in its address.
fn resolve(dist: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let inside = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    if !inside || path.contains(['%', '\\']) {
        return None;
    }
    let file = dist.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn not_found(dist: &Path) -> Vec<u8> {
    fs::read(dist.join("404.html")).unwrap_or_else(|_| {
        "<!doctype html><html lang=\"fr\"><meta charset=\"utf-8\"><title>404</title>\
         <p>Cette page n’existe pas. <a href=\"/\">Accueil</a></p>\
         <p lang=\"en\">This page does not exist. <a href=\"/\">Home</a></p></html>"
            .into()
    })
}

fn mime(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Requests the first page from our own server, so that `ready` is only printed when it is true.
fn probe(port: u16) -> Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).context("the server cannot be reached")?;
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    stream.write_all(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut start = [0; 12];
    stream.read_exact(&mut start).context("the server does not answer")?;
    if &start != b"HTTP/1.1 200" {
        bail!("the server answers {}", String::from_utf8_lossy(&start));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_a_file_of_the_site() {
        let dist = Path::new("dist");
        assert_eq!(resolve(dist, "/boussole.html?x#y"), Some(PathBuf::from("dist/boussole.html")));
    }

    #[test]
    fn an_address_never_leads_out_of_the_site() {
        for url in [
            "/../Cargo.toml",
            "/a/../../Cargo.toml",
            "//etc/passwd",
            "/%2e%2e/Cargo.toml",
            "/..\\Cargo.toml",
            "Cargo.toml",
        ] {
            assert_eq!(resolve(Path::new("dist"), url), None, "{url}");
        }
    }
}
