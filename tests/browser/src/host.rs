//! A web server for the pages that hold a figure: pages made for one test, and the built site under `/lab/`.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result};

use crate::built::variable;

/// What a server says to whom. Two of them are two origins.
#[derive(Default)]
pub struct Host {
    /// Pages by their names, without a slash.
    pub pages: Vec<(&'static str, String)>,
    /// Header lines that come with every answer, such as a policy.
    pub headers: Vec<&'static str>,
    /// Files of the site that are not there.
    pub missing: Vec<&'static str>,
    /// What stands before `lab/`, with a slash at its end; nothing, unless it is said.
    pub under: &'static str,
    /// A folder whose files are served as they lie there.
    pub folder: Option<PathBuf>,
}

/// Lets every page use what is served.
pub const OPEN_TO_ALL: &str = "Access-Control-Allow-Origin: *";

impl Host {
    /// Serves from a thread that lasts as long as the program; the address has a slash at its end.
    pub fn serve(self) -> Result<String> {
        let file = PathBuf::from(variable("ACTIVATION_LAB_FILE")?);
        let dist = file.parent().context("the single file lies nowhere")?;
        let dist = dist.to_owned();
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = format!("http://{}/", listener.local_addr()?);
        let host = Arc::new(self);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (host, dist) = (Arc::clone(&host), dist.clone());
                // A browser that has gone away needs no answer.
                thread::spawn(move || host.answer(&stream, &dist));
            }
        });
        Ok(address)
    }

    fn answer(&self, mut stream: &TcpStream, dist: &Path) -> Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        // To the empty line, so that closing the connection resets nothing.
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        let path = first.split_whitespace().nth(1).unwrap_or_default();
        let name = path.split(['?', '#']).next().unwrap_or_default();
        let found = self.find(name.trim_start_matches('/'), dist);
        let (status, body) = match found {
            Some(body) => ("200 OK", body),
            None => ("404 Not Found", b"There is no such file here.\n".to_vec()),
        };
        let kind = match Path::new(name).extension().and_then(|e| e.to_str()) {
            Some("js") => "text/javascript",
            Some("woff2") => "font/woff2",
            Some("css") => "text/css",
            Some("wasm") => "application/wasm",
            Some("svg") => "image/svg+xml",
            _ => "text/html; charset=utf-8",
        };
        let headers: String = self
            .headers
            .iter()
            .map(|line| format!("{line}\r\n"))
            .collect();
        let length = body.len();
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n"
        )?;
        stream.write_all(&body)?;
        Ok(())
    }

    fn find(&self, name: &str, dist: &Path) -> Option<Vec<u8>> {
        if let Some((_, page)) = self.pages.iter().find(|(page, _)| *page == name) {
            return Some(page.clone().into_bytes());
        }
        if name.contains("..") {
            return None;
        }
        let lies = |folder: &PathBuf| fs::read(folder.join(name)).ok();
        if let Some(found) = self.folder.as_ref().and_then(lies) {
            return Some(found);
        }
        let file = name.strip_prefix(self.under)?.strip_prefix("lab/")?;
        if self.missing.contains(&file) {
            return None;
        }
        let file = match file {
            "" => dist.join("site/index.html"),
            "activation-lab.html" => dist.join(file),
            _ => dist.join("site").join(file),
        };
        fs::read(file).ok()
    }
}
