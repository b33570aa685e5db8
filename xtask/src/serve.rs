//! `serve`: the built page on this machine's own address.

use std::env;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Result, anyhow, bail};

use crate::language::Language;
use crate::{child, dist, places};

/// Builds, serves until interrupted, and opens a browser if `open` and there is one.
pub fn serve(port: Option<u16>, open: bool) -> Result<()> {
    // A busy port is known before the build, not after it.
    let server = bind(port)?;
    let address = address(&server)?;
    dist::build(Language::English)?;
    child::say(format_args!(
        "\nActivation Lab is at {address}  (Ctrl-C ends it)"
    ));
    child::say(format_args!("as one file at {address}{SINGLE_FILE}"));
    if open && has_screen() {
        // Without a browser the printed address is enough.
        let _ = open::that_detached(&address);
    }
    answer_all(&server);
    Ok(())
}

/// Serves what has been built from a thread that lasts as long as the program, and returns the address.
pub fn in_background() -> Result<String> {
    let server = bind(None)?;
    let address = address(&server)?;
    thread::spawn(move || answer_all(&server));
    Ok(address)
}

const SINGLE_FILE: &str = "activation-lab.html";

/// The longest head of a request that is read.
const LONGEST_HEAD: u64 = 16 * 1024;

/// How long a connection may take to ask, or to take in an answer.
const PATIENCE: Duration = Duration::from_secs(30);

fn bind(port: Option<u16>) -> Result<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port.unwrap_or(0)));
    listener.map_err(|error| match port {
        Some(port) if error.kind() == io::ErrorKind::AddrInUse => {
            anyhow!("port {port} is in use; leave --port out to have a free one")
        }
        Some(port) => anyhow!("port {port} cannot be had: {error}"),
        None => anyhow!("no loopback port can be had: {error}"),
    })
}

fn address(listener: &TcpListener) -> Result<String> {
    Ok(format!("http://{}/", listener.local_addr()?))
}

/// Every connection has a thread of its own and is closed after one answer.
///
/// A browser opens connections ahead of its requests; a pool of threads that wait for those (as the one of tiny_http 0.12) can leave a real request waiting behind them.
fn answer_all(listener: &TcpListener) {
    for stream in listener.incoming().flatten() {
        // A browser that has gone away needs no answer.
        thread::spawn(move || answer(&stream));
    }
}

fn answer(mut stream: &TcpStream) -> Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = first_line(stream)?;
    let mut words = request.split_whitespace();
    let (method, url) = (words.next(), words.next());
    let wants = matches!(method, Some("GET" | "HEAD"));
    let file = url.filter(|_| wants).and_then(resolve);
    let found = file.and_then(|file| Some((fs::read(&file).ok()?, mime(&file))));
    let (body, kind, status) = match found {
        Some((body, kind)) => (body, kind, "200 OK"),
        None if wants => (
            b"There is no such file here.\n".to_vec(),
            TEXT,
            "404 Not Found",
        ),
        None => {
            let words = b"Only GET and HEAD are answered.\n".to_vec();
            (words, TEXT, "405 Method Not Allowed")
        }
    };
    // The page is rebuilt under the browser's feet, so nothing may be kept. Notes on another origin may use the figures.
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-store\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n"
    )?;
    if method != Some("HEAD") {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// Reads the head of a request to its empty line, so that closing the connection resets nothing, and returns its first line.
fn first_line(stream: &TcpStream) -> Result<String> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            return Ok(first);
        }
    }
    bail!("the request has no end")
}

/// The file that an address means, which is always one of those built.
///
/// Only plain names are taken: no `..`, no hidden file, no backslash, no percent sign, no drive letter.
fn resolve(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let names: Vec<&str> = match path {
        "" => vec!["index.html"],
        SINGLE_FILE => return Some(places::single_file(&places::folder())),
        _ => path.split('/').collect(),
    };
    let is_plain = |name: &&str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        !name.is_empty() && !name.starts_with('.') && name.chars().all(allowed)
    };
    names
        .iter()
        .all(is_plain)
        .then(|| places::site(&places::folder()).join(names.iter().collect::<PathBuf>()))
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("woff2") => "font/woff2",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("txt") => TEXT,
        _ => "application/octet-stream",
    }
}

/// Whether a window can appear: on Unix other than macOS, somebody must be looking at a display.
fn has_screen() -> bool {
    let is_set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_means_a_built_file_or_nothing() {
        assert_eq!(
            resolve("/"),
            Some(places::site(&places::folder()).join("index.html"))
        );
        assert_eq!(
            resolve("/?theme=dark"),
            Some(places::site(&places::folder()).join("index.html"))
        );
        assert_eq!(
            resolve("/style.css"),
            Some(places::site(&places::folder()).join("style.css"))
        );
        assert_eq!(
            resolve("/activation-lab.html"),
            Some(places::single_file(&places::folder()))
        );
        for outside in [
            "",
            "style.css",
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "/a/../b",
            "//etc/passwd",
            "/.git",
            "/a\\b",
            "/c:",
        ] {
            assert_eq!(resolve(outside), None, "{outside}");
        }
    }

    #[test]
    fn a_module_is_served_as_one() {
        assert_eq!(mime(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(mime(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(mime(Path::new("a")), "application/octet-stream");
    }

    /// What a server says to a request.
    fn ask(address: &str, request: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut said = String::new();
        stream.read_to_string(&mut said).unwrap();
        said
    }

    #[test]
    fn requests_are_answered_past_connections_that_ask_nothing() {
        let address = in_background().unwrap();
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let idle: Vec<_> = (0..20).map(|_| TcpStream::connect(host).unwrap()).collect();
        let missing = ask(&address, "GET /no-such-file HTTP/1.1\r\nHost: here\r\n\r\n");
        assert!(missing.starts_with("HTTP/1.1 404 "), "{missing}");
        assert!(
            missing.ends_with("There is no such file here.\n"),
            "{missing}"
        );
        let head = ask(&address, "HEAD /no-such-file HTTP/1.1\r\n\r\n");
        assert!(head.ends_with("\r\n\r\n"), "{head}");
        let post = ask(&address, "POST / HTTP/1.1\r\n\r\n");
        assert!(post.starts_with("HTTP/1.1 405 "), "{post}");
        drop(idle);
    }

    #[test]
    fn a_port_in_use_is_named() {
        let first = bind(None).unwrap();
        let port = first.local_addr().unwrap().port();
        let error = bind(Some(port))
            .expect_err("the port was given twice")
            .to_string();
        assert!(
            error.contains(&port.to_string()) && error.contains("in use"),
            "{error}"
        );
    }
}
