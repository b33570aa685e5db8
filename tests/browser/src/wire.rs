//! The wire to a browser: requests of WebDriver, over HTTP to a driver or in Firefox's own words.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use async_trait::async_trait;
use bytes::Bytes;
use http::{Method, Request, Response};
use serde_json::{Value, json};
use thirtyfour::error::WebDriverError;
use thirtyfour::prelude::WebDriverResult;
use thirtyfour::session::http::{Body, HttpClient};

use crate::marionette::Marionette;

/// How long a browser may take to answer. What is waited for in a page has its own patience; this is for a browser that hangs.
pub(crate) const PATIENCE: Duration = Duration::from_secs(300);

/// Where requests go.
pub(crate) enum Wire {
    /// To a driver that listens on this port.
    Driver(u16),
    /// To Firefox itself.
    Firefox(Marionette),
}

/// An answer: whether it is one of success, and its body.
pub(crate) struct Answer {
    pub(crate) good: bool,
    pub(crate) body: Vec<u8>,
}

impl Wire {
    /// Sends one request and waits for its answer.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Answer> {
        match self {
            Wire::Driver(port) => over_http(*port, method, path, body),
            Wire::Firefox(firefox) => firefox.ask(method, path, body),
        }
    }

    /// The same, for the value in an answer of success.
    pub(crate) fn value(&self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let body = (method == "POST").then_some(body);
        let answer = self.ask(method, path, body)?;
        let mut told: Value = serde_json::from_slice(&answer.body)?;
        let value = told["value"].take();
        if !answer.good {
            bail!("{method} {path}: {value}");
        }
        Ok(value)
    }
}

/// One request on a connection of its own: a session outlives the runtime of the test that opened it, and kept connections do not.
fn over_http(port: u16, method: &str, path: &str, body: Option<&Value>) -> Result<Answer> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let body = body.map(Value::to_string).unwrap_or_default();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: application/json\r\n\
         Content-Type: application/json; charset=utf-8\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    let mut stream = BufReader::new(stream);
    let mut line = String::new();
    stream.read_line(&mut line)?;
    let status = line.split(' ').nth(1).context("an answer without status")?;
    let good = status.starts_with('2');
    let mut length = None;
    loop {
        line.clear();
        stream.read_line(&mut line)?;
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = Some(value.trim().parse()?);
        }
    }
    let mut body = Vec::new();
    match length {
        Some(length) => stream.take(length).read_to_end(&mut body)?,
        None => stream.read_to_end(&mut body)?,
    };
    Ok(Answer { good, body })
}

/// A session that is open already, for the client library to go on with.
#[derive(Clone)]
pub(crate) struct Client {
    pub(crate) wire: Arc<Wire>,
    pub(crate) session: Value,
}

#[async_trait]
impl HttpClient for Client {
    async fn send(&self, request: Request<Body<'_>>) -> WebDriverResult<Response<Bytes>> {
        let (path, method) = (request.uri().path().to_owned(), request.method().clone());
        let of_session = path.split('/').count() <= 3;
        if of_session && (method == Method::POST || method == Method::DELETE) {
            // Sessions are opened and ended with their browsers.
            let answer = json!({ "value": self.session });
            return Ok(Response::new(Bytes::from(answer.to_string())));
        }
        let body = match request.body() {
            Body::Json(body) => Some((*body).clone()),
            Body::Empty => None,
        };
        let wire = Arc::clone(&self.wire);
        let ask = move || wire.ask(method.as_str(), &path, body.as_ref());
        let answer = tokio::task::spawn_blocking(ask).await;
        let broken = |error: String| WebDriverError::RequestFailed(error);
        let answer = answer
            .map_err(|error| broken(error.to_string()))?
            .map_err(|error| broken(format!("{error:#}")))?;
        let mut response = Response::new(Bytes::from(answer.body));
        if !answer.good {
            *response.status_mut() = http::StatusCode::INTERNAL_SERVER_ERROR;
        }
        Ok(response)
    }

    async fn new(&self) -> Arc<dyn HttpClient> {
        Arc::new(self.clone())
    }
}
