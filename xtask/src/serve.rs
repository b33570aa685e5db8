//! `serve`: the built page on this machine's own address.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::{child, dist, places};

/// Builds, serves until interrupted, and opens a browser if `open` and there is one.
pub fn serve(port: Option<u16>, open: bool) -> Result<()> {
    // A busy port is known before the build, not after it.
    let server = bind(port)?;
    let address = address(&server)?;
    dist::build()?;
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

fn bind(port: Option<u16>) -> Result<Arc<Server>> {
    match Server::http(("127.0.0.1", port.unwrap_or(0))) {
        Ok(server) => Ok(Arc::new(server)),
        Err(error) => {
            let taken = error
                .downcast_ref::<io::Error>()
                .is_some_and(|e| e.kind() == io::ErrorKind::AddrInUse);
            match port {
                Some(port) if taken => {
                    bail!("port {port} is in use; leave --port out to have a free one")
                }
                Some(port) => Err(anyhow!("port {port} cannot be had: {error}")),
                None => Err(anyhow!("no loopback port can be had: {error}")),
            }
        }
    }
}

fn address(server: &Server) -> Result<String> {
    let ip = server
        .server_addr()
        .to_ip()
        .context("the server has no internet address")?;
    Ok(format!("http://{ip}/"))
}

/// A browser asks for several files at once, so several threads answer.
fn answer_all(server: &Arc<Server>) {
    let others = (0..3).map(|_| {
        let server = Arc::clone(server);
        thread::spawn(move || server.incoming_requests().for_each(answer))
    });
    let others: Vec<_> = others.collect();
    server.incoming_requests().for_each(answer);
    for other in others {
        let _ = other.join();
    }
}

fn answer(request: Request) {
    let wants = matches!(request.method(), Method::Get | Method::Head);
    let file = if wants { resolve(request.url()) } else { None };
    let found = file.and_then(|file| Some((fs::read(&file).ok()?, mime(&file))));
    let (body, kind, status) = match found {
        Some((body, kind)) => (body, kind, 200),
        None if wants => (b"There is no such file here.\n".to_vec(), TEXT, 404),
        None => (b"Only GET and HEAD are answered.\n".to_vec(), TEXT, 405),
    };
    let mut response = Response::from_data(body).with_status_code(status);
    // The page is rebuilt under the browser's feet, so nothing may be kept.
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that has gone away needs no answer.
    let _ = request.respond(response);
}

/// The file that an address means, which is always one of those built.
///
/// Only plain names are taken: no `..`, no hidden file, no backslash, no percent sign, no drive letter.
fn resolve(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let names: Vec<&str> = match path {
        "" => vec!["index.html"],
        SINGLE_FILE => return Some(places::single_file()),
        _ => path.split('/').collect(),
    };
    let is_plain = |name: &&str| {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
        !name.is_empty() && !name.starts_with('.') && name.chars().all(allowed)
    };
    names
        .iter()
        .all(is_plain)
        .then(|| places::site().join(names.iter().collect::<PathBuf>()))
}

const TEXT: &str = "text/plain; charset=utf-8";

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
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
        assert_eq!(resolve("/"), Some(places::site().join("index.html")));
        assert_eq!(
            resolve("/?theme=dark"),
            Some(places::site().join("index.html"))
        );
        assert_eq!(
            resolve("/style.css"),
            Some(places::site().join("style.css"))
        );
        assert_eq!(resolve("/activation-lab.html"), Some(places::single_file()));
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

    #[test]
    fn a_port_in_use_is_named() {
        let first = bind(None).unwrap();
        let port = first.server_addr().to_ip().unwrap().port();
        let error = bind(Some(port))
            .err()
            .expect("the port was given twice")
            .to_string();
        assert!(
            error.contains(&port.to_string()) && error.contains("in use"),
            "{error}"
        );
    }
}
