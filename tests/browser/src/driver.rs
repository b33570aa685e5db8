//! Opening a page in the engine that the run is for.

use anyhow::Result;
use thirtyfour::WebDriver;

use crate::browser::Browser;
use crate::engine::{Engine, Skip, skipped};
use crate::page::{PATIENCE, Page};
use crate::wire::Client;

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

/// Opens an address in a fresh tab and runs a test on it.
///
/// The tab is gone afterwards; when the test fails or panics, its browser is too.
/// What the engine cannot do (`Page::needs`) is skipped by name; a test that returns something from its page must ask `Engine::lacks` before.
pub async fn with_page<T: 'static>(
    screen: Screen,
    address: &str,
    test: impl AsyncFnOnce(&Page) -> Result<T>,
) -> Result<T> {
    let engine = Engine::chosen()?;
    if let Some(reason) = engine.lacks_screen(screen) {
        return skipped(engine, &Skip(reason));
    }
    let browser = Browser::take(engine, screen)?;
    let client = Client {
        wire: browser.wire(),
        session: browser.session().clone(),
    };
    let session = WebDriver::builder("http://localhost", thirtyfour::Capabilities::new())
        .client(client)
        .await?;
    session.set_script_timeout(PATIENCE).await?;
    session.set_page_load_timeout(PATIENCE).await?;
    let page = Page::new(session, &browser);
    let outcome = async {
        page.look_at(screen).await?;
        page.open(address).await?;
        test(&page).await
    };
    let outcome = outcome.await;
    page.leave();
    let outcome = match outcome {
        Err(error) => match error.downcast_ref::<Skip>() {
            Some(skip) => skipped(engine, skip),
            None => return Err(error),
        },
        good => good,
    };
    browser.give_back();
    outcome
}
