//! Starting and ending Chromium.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

use anyhow::{Context, Result, bail};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

use crate::built::variable;
use crate::page::Page;

/// What the page is looked at on.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Width of the viewport in CSS pixels.
    pub width: u32,
    /// Height of the viewport in CSS pixels.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// Whether the person prefers a dark page.
    pub dark: bool,
}

impl Screen {
    /// A laptop or projector: 1280 by 900, ratio 1, light.
    pub const DESK: Screen = Screen {
        width: 1280,
        height: 900,
        ratio: 1.0,
        dark: false,
    };
}

/// Opens an address in a browser of its own, with an empty profile, and runs a test on it.
///
/// The browser is gone afterwards, also when the test fails or panics.
pub async fn with_page<T>(
    screen: Screen,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<T>,
) -> Result<T> {
    let driver = Driver::start()?;
    let profile = Profile::new()?;
    let mut wishes = DesiredCapabilities::chrome();
    wishes.set_binary(&variable("CHROMIUM")?)?;
    for argument in ARGUMENTS {
        wishes.add_arg(argument)?;
    }
    wishes.add_arg(&format!("--user-data-dir={}", profile.0.display()))?;
    wishes.add_arg(&format!("--window-size={},{}", screen.width, screen.height))?;
    let session = WebDriver::new(&driver.address, wishes).await?;
    let outcome = session
        .run_and_quit(async |session| {
            let page = Page::new(session);
            page.look_at(screen).await?;
            page.open(address).await?;
            test(&page).await
        })
        .await;
    outcome.map_err(anyhow::Error::from)
}

/// A headless browser without a sandbox (CI is root, and the pages are ours) that asks nothing of the network by itself.
const ARGUMENTS: [&str; 10] = [
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
];

/// A running chromedriver.
struct Driver {
    process: Child,
    address: String,
}

impl Driver {
    /// Starts one on a free port, as leader of a process group: ended alone, it would leave its browser running.
    fn start() -> Result<Driver> {
        let mut command = Command::new(variable("CHROMEDRIVER")?);
        command
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut process = command.spawn().context("chromedriver cannot be started")?;
        let mut lines =
            BufReader::new(process.stdout.take().context("chromedriver is mute")?).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| {
            let (_, port) = line.split_once("started successfully on port ")?;
            port.trim_end_matches('.').parse::<u16>().ok()
        });
        // Its later words are read and dropped, lest it stop at a full pipe.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        let mut driver = Driver {
            process,
            address: String::new(),
        };
        match port {
            Some(port) => driver.address = format!("http://127.0.0.1:{port}"),
            None => bail!("chromedriver did not say its port"),
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        #[cfg(unix)]
        {
            let group = format!("-{}", self.process.id());
            let _ = Command::new("kill").args(["-KILL", "--", &group]).status();
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// An empty folder for the browser to keep its things in, removed at the end.
struct Profile(PathBuf);

impl Profile {
    fn new() -> Result<Profile> {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let folder =
            env::temp_dir().join(format!("activation-lab-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Profile(folder))
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // The browser may write a last file while it goes; a folder left over harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
