//! Running browsers: started once, lent to one test after another.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::built::variable;
use crate::driver::Screen;
use crate::engine::Engine;
use crate::marionette::Marionette;
use crate::process::{Folder, Process};
use crate::wire::{PATIENCE, Wire};

/// A browser with an open session, and a tab for the present test.
pub(crate) struct Browser {
    engine: Engine,
    wire: Arc<Wire>,
    session: Value,
    /// The tab that stays while those of the tests come and go.
    home: Value,
    folder: PathBuf,
    _processes: Vec<Process>,
}

/// Browsers that no test uses now. They end with the process.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

impl Browser {
    /// An idle browser or a new one, with a fresh tab.
    pub(crate) fn take(engine: Engine, screen: Screen) -> Result<Browser> {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        if let Some(browser) = idle
            && browser.fresh_tab().is_ok()
        {
            return Ok(browser);
        }
        let browser = start(engine, screen).with_context(|| format!("{engine} does not start"))?;
        browser.fresh_tab()?;
        Ok(browser)
    }

    /// Closes the test's tab and keeps the browser for the next one.
    pub(crate) fn give_back(self) {
        let home = json!({ "handle": self.home });
        let closed = self.ask("DELETE", "window", Value::Null).is_ok();
        if self.is_lasting() && closed && self.ask("POST", "window", home).is_ok() {
            IDLE.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(self);
        }
    }

    /// Where requests go.
    pub(crate) fn wire(&self) -> Arc<Wire> {
        Arc::clone(&self.wire)
    }

    /// The session's id and capabilities.
    pub(crate) fn session(&self) -> &Value {
        &self.session
    }

    /// Which engine it is.
    pub(crate) fn engine(&self) -> Engine {
        self.engine
    }

    /// A folder that goes with the browser.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether it can serve more tests than one: MiniBrowser hides all tabs but its first, and starts in a second.
    fn is_lasting(&self) -> bool {
        self.engine != Engine::Webkit && cfg!(unix)
    }

    fn fresh_tab(&self) -> Result<()> {
        if !self.is_lasting() {
            return Ok(());
        }
        // A tab behind another is hidden and draws nothing; Chromium gives a window of its own, Firefox brings tabs to the front.
        let kind = match self.engine {
            Engine::Chromium => "window",
            _ => "tab",
        };
        let tab = self.ask("POST", "window/new", json!({ "type": kind, "focus": true }))?;
        self.ask("POST", "window", json!({ "handle": tab["handle"] }))?;
        Ok(())
    }

    fn ask(&self, method: &str, what: &str, body: Value) -> Result<Value> {
        let session = self.session["sessionId"].as_str().unwrap_or_default();
        let path = format!("/session/{session}/{what}");
        self.wire.value(method, &path, &body)
    }
}

fn start(engine: Engine, screen: Screen) -> Result<Browser> {
    let folder = Folder::new()?;
    match engine {
        Engine::Chromium => chromium(folder),
        Engine::Firefox => firefox(folder),
        Engine::Webkit => webkit(folder, screen),
    }
}

/// Opens the session.
fn begin(engine: Engine, wire: Wire, wishes: Value, processes: Vec<Process>) -> Result<Browser> {
    let wishes = json!({ "capabilities": { "alwaysMatch": wishes } });
    let session = match &wire {
        Wire::Driver(_) => wire.value("POST", "/session", &wishes)?,
        Wire::Firefox(firefox) => firefox.begin()?,
    };
    let folder = processes.last().context("no process")?.folder().to_owned();
    let mut browser = Browser {
        engine,
        wire: Arc::new(wire),
        session,
        home: Value::Null,
        folder,
        _processes: processes,
    };
    browser.home = browser.ask("GET", "window", Value::Null)?;
    Ok(browser)
}

/// A headless browser without a sandbox (CI is root, and the pages are ours) that asks nothing of the network by itself.
const CHROMIUM: [&str; 11] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    // Two tabs' worth of scroll bars differ between desktops; the tests compare widths.
    "--hide-scrollbars",
    // The soak looks at the heap after what is garbage has gone.
    "--enable-precise-memory-info",
];

fn chromium(folder: Folder) -> Result<Browser> {
    let mut arguments: Vec<String> = CHROMIUM.map(str::to_owned).into();
    arguments.push(format!("--user-data-dir={}", folder.0.display()));
    let driver = PathBuf::from(variable("CHROMEDRIVER")?);
    let mut process = Process::start(folder, &driver, &["--port=0".to_owned()], &[])?;
    let port = process.listen(|line| {
        let (_, port) = line.split_once("started successfully on port ")?;
        port.trim_end_matches('.').parse().ok()
    })?;
    let wishes = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": variable("CHROMIUM")?, "args": arguments },
    });
    begin(Engine::Chromium, Wire::Driver(port), wishes, vec![process])
}

/// Preferences of Firefox: a free port, and a page that does not glide, as a moving target cannot be hit.
const FIREFOX: &str = r#"
user_pref("marionette.port", 0);
user_pref("ui.prefersReducedMotion", 1);
user_pref("layout.css.prefers-color-scheme.content-override", 1);
"#;

fn firefox(folder: Folder) -> Result<Browser> {
    fs::write(folder.0.join("user.js"), FIREFOX)?;
    let profile = folder.0.display().to_string();
    let arguments = [
        "-headless",
        "-no-remote",
        "--marionette",
        // For what a test may set of the browser itself: size, sharpness, colour scheme.
        "-remote-allow-system-access",
        "-profile",
        &profile,
        "about:blank",
    ];
    let mut environment = folder.home();
    environment.push(("MOZ_HEADLESS_WIDTH", "6000".to_owned()));
    environment.push(("MOZ_HEADLESS_HEIGHT", "4000".to_owned()));
    let port = folder.0.join("MarionetteActivePort");
    let program = PathBuf::from(variable("FIREFOX")?);
    let process = Process::start(
        folder,
        &program,
        &arguments.map(str::to_owned),
        &environment,
    )?;
    let port = patiently(|| fs::read_to_string(&port).ok()?.trim().parse().ok())
        .context("it does not say its port")?;
    let wire = Wire::Firefox(Marionette::connect(port)?);
    begin(Engine::Firefox, wire, Value::Null, vec![process])
}

/// MiniBrowser paints on the processor. By default it would have a graphics card imitated there, and a frame took thirty times as long.
const WEBKIT: [(&str, &str); 3] = [
    ("GDK_BACKEND", "x11"),
    ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
    ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1"),
];

fn webkit(folder: Folder, screen: Screen) -> Result<Browser> {
    let settings = "[Settings]\ngtk-enable-animations=0\n";
    fs::create_dir_all(folder.0.join("gtk-3.0"))?;
    fs::write(folder.0.join("gtk-3.0").join("settings.ini"), settings)?;
    let mut environment = folder.home();
    let program = PathBuf::from(variable("XVFB")?);
    // Smaller than any window: the pointer, in its middle, is then inside, and without a window manager the window under the pointer has the keys.
    let arguments = [
        "-displayfd",
        "1",
        "-screen",
        "0",
        "800x600x24",
        "-nolisten",
        "tcp",
    ];
    let mut display = Process::start(Folder::new()?, &program, &arguments.map(str::to_owned), &[])?;
    let number: u32 = display.listen(|line| line.trim().parse().ok())?;
    environment.push(("DISPLAY", format!(":{number}")));
    environment.push(("GDK_SCALE", screen.ratio.to_string()));
    environment.extend(WEBKIT.map(|(name, value)| (name, value.to_owned())));
    // The driver does not say which port it took, so it is told one that was free a moment ago.
    let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
    let driver = PathBuf::from(variable("WEBKIT_DRIVER")?);
    let process = Process::start(folder, &driver, &[format!("--port={port}")], &environment)?;
    let wire = Wire::Driver(port);
    patiently(|| wire.ask("GET", "/status", None).ok()).context("the driver does not answer")?;
    let mut arguments = vec!["--automation"];
    if screen.dark {
        arguments.push("--dark-mode");
    }
    let wishes = json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": { "binary": variable("MINIBROWSER")?, "args": arguments },
    });
    begin(Engine::Webkit, wire, wishes, vec![display, process])
}

/// Asks again and again until there is an answer.
pub(crate) fn patiently<T>(ask: impl Fn() -> Option<T>) -> Result<T> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Some(answer) = ask() {
            return Ok(answer);
        }
        thread::sleep(Duration::from_millis(20));
    }
    bail!("waited in vain")
}
