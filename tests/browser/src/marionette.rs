//! Firefox's own protocol, which geckodriver speaks on its other side: so no second program has to be installed.
//!
//! A message is its length, a colon and JSON; a command `[0, id, name, parameters]`, an answer `[1, id, error, result]`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result, anyhow, bail, ensure};
use serde_json::{Map, Value, json};

use crate::wire::{Answer, PATIENCE};

/// A connection to a Firefox.
pub(crate) struct Marionette(Mutex<Connection>);

struct Connection {
    stream: BufReader<TcpStream>,
    last: u64,
}

impl Marionette {
    /// Connects to the port that Firefox has written into its profile.
    pub(crate) fn connect(port: u16) -> Result<Marionette> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_nodelay(true)?;
        let mut connection = Connection {
            stream: BufReader::new(stream),
            last: 0,
        };
        let greeting = connection.read()?;
        ensure!(
            greeting["marionetteProtocol"] == 3,
            "Firefox speaks another protocol: {greeting}"
        );
        Ok(Marionette(Mutex::new(connection)))
    }

    /// Opens the session: its id and capabilities.
    pub(crate) fn begin(&self) -> Result<Value> {
        let told = self.lock().command("WebDriver:NewSession", json!({}))?;
        told.map_err(|error| anyhow!("{error}"))
    }

    /// Answers a request of WebDriver.
    pub(crate) fn ask(&self, method: &str, path: &str, body: Option<&Value>) -> Result<Answer> {
        let (name, parameters) = command(method, path, body)?;
        let told = self.lock().command(name, parameters)?;
        let (good, value) = match told {
            Ok(value) => (true, value),
            Err(error) => (false, error),
        };
        let body = json!({ "value": value }).to_string().into_bytes();
        Ok(Answer { good, body })
    }

    /// Runs a script that may touch the browser itself, and returns what it returns.
    pub(crate) fn in_browser(&self, script: &str, argument: Value) -> Result<Value> {
        let mut connection = self.lock();
        let context = |name: &str| json!({ "value": name });
        let set = "Marionette:SetContext";
        let script = json!({ "script": script, "args": [argument] });
        let told = [
            connection.command(set, context("chrome"))?,
            connection.command("WebDriver:ExecuteScript", script)?,
            connection.command(set, context("content"))?,
        ];
        let [_, value, _] = told.map(|told| told.map_err(|error| anyhow!("{error}")));
        value
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        // A test that panicked has not left half a message: they are written and read whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Connection {
    fn read(&mut self) -> Result<Value> {
        let mut length = Vec::new();
        self.stream.read_until(b':', &mut length)?;
        let length = String::from_utf8(length)?;
        let length = length.trim_end_matches(':').parse();
        let mut text = vec![0; length.context("Firefox has gone away")?];
        self.stream.read_exact(&mut text)?;
        Ok(serde_json::from_slice(&text)?)
    }

    /// The result of a command, or the error that Firefox names.
    fn command(&mut self, name: &str, parameters: Value) -> Result<Result<Value, Value>> {
        self.last += 1;
        let message = json!([0, self.last, name, parameters]).to_string();
        let message = format!("{}:{message}", message.len());
        self.stream.get_mut().write_all(message.as_bytes())?;
        let mut answer = self.read()?;
        ensure!(answer[1] == self.last, "an answer out of turn: {answer}");
        if !answer[2].is_null() {
            return Ok(Err(answer[2].take()));
        }
        Ok(Ok(unwrapped(answer[3].take())))
    }
}

/// Some results stand in an object of their own, others do not.
fn unwrapped(mut result: Value) -> Value {
    match result.as_object() {
        Some(object) if object.len() == 1 && object.contains_key("value") => result["value"].take(),
        _ => result,
    }
}

/// The command for a request of WebDriver (W3C WebDriver, "Endpoints"), with its parameters.
fn command(method: &str, path: &str, body: Option<&Value>) -> Result<(&'static str, Value)> {
    let words: Vec<&str> = path.trim_matches('/').split('/').skip(2).collect();
    let mut parameters = body.and_then(Value::as_object).cloned().unwrap_or_default();
    let mut with = |name: &str, value: &str| parameters.insert(name.to_owned(), json!(value));
    let name = match (method, words.as_slice()) {
        ("POST", ["url"]) => "WebDriver:Navigate",
        ("GET", ["url"]) => "WebDriver:GetCurrentURL",
        ("POST", ["back"]) => "WebDriver:Back",
        ("POST", ["forward"]) => "WebDriver:Forward",
        ("POST", ["refresh"]) => "WebDriver:Refresh",
        ("GET", ["title"]) => "WebDriver:GetTitle",
        ("GET", ["source"]) => "WebDriver:GetPageSource",
        ("GET", ["timeouts"]) => "WebDriver:GetTimeouts",
        ("POST", ["timeouts"]) => "WebDriver:SetTimeouts",
        ("GET", ["window"]) => "WebDriver:GetWindowHandle",
        ("POST", ["window"]) => "WebDriver:SwitchToWindow",
        ("DELETE", ["window"]) => "WebDriver:CloseWindow",
        ("GET", ["window", "handles"]) => "WebDriver:GetWindowHandles",
        ("POST", ["window", "new"]) => "WebDriver:NewWindow",
        ("GET", ["window", "rect"]) => "WebDriver:GetWindowRect",
        ("POST", ["window", "rect"]) => "WebDriver:SetWindowRect",
        ("POST", ["frame"]) => {
            by_element(&mut parameters);
            "WebDriver:SwitchToFrame"
        }
        ("POST", ["frame", "parent"]) => "WebDriver:SwitchToParentFrame",
        ("POST", ["execute", "sync"]) => "WebDriver:ExecuteScript",
        ("POST", ["execute", "async"]) => "WebDriver:ExecuteAsyncScript",
        ("POST", ["actions"]) => "WebDriver:PerformActions",
        ("DELETE", ["actions"]) => "WebDriver:ReleaseActions",
        ("POST", ["print"]) => "WebDriver:Print",
        ("GET", ["screenshot"]) => "WebDriver:TakeScreenshot",
        ("POST", ["element"]) => "WebDriver:FindElement",
        ("POST", ["elements"]) => "WebDriver:FindElements",
        ("GET", ["element", "active"]) => "WebDriver:GetActiveElement",
        ("POST", ["shadow", root, rest]) => {
            with("shadowRoot", root);
            match *rest {
                "element" => "WebDriver:FindElementFromShadowRoot",
                _ => "WebDriver:FindElementsFromShadowRoot",
            }
        }
        ("POST", ["element", element, rest @ ("element" | "elements")]) => {
            with("element", element);
            match *rest {
                "element" => "WebDriver:FindElement",
                _ => "WebDriver:FindElements",
            }
        }
        (_, ["element", element, rest @ ..]) => {
            with("id", element);
            match (method, rest) {
                ("POST", ["click"]) => "WebDriver:ElementClick",
                ("POST", ["clear"]) => "WebDriver:ElementClear",
                ("POST", ["value"]) => "WebDriver:ElementSendKeys",
                ("GET", ["rect"]) => "WebDriver:GetElementRect",
                ("GET", ["text"]) => "WebDriver:GetElementText",
                ("GET", ["name"]) => "WebDriver:GetElementTagName",
                ("GET", ["enabled"]) => "WebDriver:IsElementEnabled",
                ("GET", ["selected"]) => "WebDriver:IsElementSelected",
                ("GET", ["displayed"]) => "WebDriver:IsElementDisplayed",
                ("GET", ["shadow"]) => "WebDriver:GetShadowRoot",
                ("GET", ["computedrole"]) => "WebDriver:GetComputedRole",
                ("GET", ["computedlabel"]) => "WebDriver:GetComputedLabel",
                ("GET", ["screenshot"]) => "WebDriver:TakeScreenshot",
                ("GET", ["attribute", name]) => {
                    with("name", name);
                    "WebDriver:GetElementAttribute"
                }
                ("GET", ["property", name]) => {
                    with("name", name);
                    "WebDriver:GetElementProperty"
                }
                ("GET", ["css", name]) => {
                    with("propertyName", name);
                    "WebDriver:GetElementCSSValue"
                }
                _ => bail!("Firefox is not asked for {method} {path} yet"),
            }
        }
        _ => bail!("Firefox is not asked for {method} {path} yet"),
    };
    if name == "WebDriver:TakeScreenshot" {
        parameters.insert("full".to_owned(), json!(false));
    }
    Ok((name, Value::Object(parameters)))
}

/// A frame is named by its number, or by its element under another name.
fn by_element(parameters: &mut Map<String, Value>) {
    let id = parameters.get("id").and_then(Value::as_object);
    let element = id.and_then(|id| id.values().next()).cloned();
    if let Some(element) = element {
        parameters.remove("id");
        parameters.insert("element".to_owned(), element);
    }
}
