//! The browser engines, and what each can do under automation.

use std::any::Any;
use std::env;
use std::fmt::{self, Display};
use std::fs::OpenOptions;
use std::io::Write;
use std::thread;

use anyhow::{Context, Result, bail};

use crate::driver::Screen;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium or Chrome, by chromedriver.
    Chromium,
    /// Firefox, by its own protocol.
    Firefox,
    /// WebKitGTK in its MiniBrowser, by WebKitWebDriver.
    Webkit,
}

/// What a test may need beyond what every engine can do.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ability {
    /// Commands of Chromium's own protocol.
    Protocol,
    /// A finger.
    Touch,
    /// Letters that are smoothed as a tolerance expects.
    Letters,
    /// A sound that runs in time, for which there need be no loudspeaker.
    Sound,
}

impl Engine {
    /// The engine that this run is for, which `ACTIVATION_LAB_ENGINE` names; Chromium if nothing does.
    pub fn chosen() -> Result<Engine> {
        let Ok(name) = env::var("ACTIVATION_LAB_ENGINE") else {
            return Ok(Engine::Chromium);
        };
        let all = [Engine::Chromium, Engine::Firefox, Engine::Webkit];
        let found = all.into_iter().find(|engine| engine.to_string() == name);
        found.with_context(|| format!("there is no engine {name:?}"))
    }

    /// Why the engine cannot do this under automation; none if it can.
    pub fn lacks(self, ability: Ability) -> Option<&'static str> {
        match (self, ability) {
            (Engine::Chromium, _) | (Engine::Webkit, Ability::Sound) => None,
            (_, Ability::Protocol) => Some("it needs Chromium's own protocol"),
            (_, Ability::Letters) => {
                Some("how letters are smoothed was measured in Chromium alone")
            }
            (_, Ability::Sound) => Some("its clock of sound stands still without a sound device"),
            (_, Ability::Touch) => Some("its driver has no finger that scrolls"),
        }
    }

    /// Why the engine cannot show a page on such a screen; none if it can.
    pub(crate) fn lacks_screen(self, screen: Screen) -> Option<&'static str> {
        let whole = screen.ratio.fract() == 0.0;
        (self == Engine::Webkit && !whole)
            .then_some("a screen of GTK has a whole number of pixels per CSS pixel")
    }
}

impl Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Engine::Chromium => "chromium",
            Engine::Firefox => "firefox",
            Engine::Webkit => "webkit",
        })
    }
}

/// The end of a test that this engine cannot take, and why. It is no failure: `with_page` tells it and goes on.
#[derive(Debug)]
pub struct Skip(pub(crate) &'static str);

impl Skip {
    /// The end of a test for this reason.
    pub(crate) fn because(reason: &'static str) -> anyhow::Error {
        anyhow::Error::new(Skip(reason))
    }
}

impl Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "skipped, as {}", self.0)
    }
}

impl std::error::Error for Skip {}

/// What a test that is skipped returns: nothing. One that goes on with what its page told must ask `Engine::lacks` before.
pub(crate) fn skipped<T: 'static>(engine: Engine, skip: &Skip) -> Result<T> {
    let mut nothing: Option<T> = None;
    if let Some(slot) = (&mut nothing as &mut dyn Any).downcast_mut::<Option<()>>() {
        *slot = Some(());
    }
    match nothing {
        Some(nothing) => {
            tell(engine, skip.0)?;
            Ok(nothing)
        }
        None => bail!("{skip}; but the test goes on with what it returns"),
    }
}

/// Says that the present test is skipped, past the capture of its output, and writes it down where `cargo xtask test` counts.
pub(crate) fn tell(engine: Engine, reason: &str) -> Result<()> {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    let line = format!("skipped in {engine}: {test}: {reason}\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
    if let Some(list) = env::var_os("ACTIVATION_LAB_SKIPPED") {
        let file = OpenOptions::new().create(true).append(true).open(list);
        file.and_then(|mut file| file.write_all(line.as_bytes()))
            .context("the list of skipped tests cannot be written")?;
    }
    Ok(())
}
