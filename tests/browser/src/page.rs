//! A page in the browser, and what a person does with it.

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::{Key, WebDriver, WebElement};
use tokio::time::sleep;

use crate::browser::Browser;
use crate::built::{site, variable};
use crate::engine::{Ability, Engine, Skip};
use crate::ink::Picture;
use crate::whole::with_whole_figures;
use crate::wire::Wire;

/// How long anything may take to appear. Far above what it takes, as a busy machine is slow; reaching it fails the test.
pub(crate) const PATIENCE: Duration = Duration::from_secs(240);

/// Runs before every script: finds a figure's parts, which stand in its shadow tree.
const PRELUDE: &str = "
    const element = (figure) => document.querySelector(`activation-lab[figure=\"${figure}\"]`);
    const part = (figure, selector) => element(figure).shadowRoot.querySelector(selector);
";

/// One browser tab.
pub struct Page {
    driver: WebDriver,
    engine: Engine,
    pub(crate) wire: Arc<Wire>,
    /// A folder that goes with the browser.
    folder: PathBuf,
    /// Width and height of the frame that the page is shown in, where the window cannot be so small.
    frame: Cell<Option<(u32, u32)>>,
}

impl Page {
    pub(crate) fn new(driver: WebDriver, browser: &Browser) -> Page {
        Page {
            driver,
            engine: browser.engine(),
            wire: browser.wire(),
            folder: browser.folder().to_owned(),
            frame: Cell::new(None),
        }
    }

    /// The engine that shows the page.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Ends the test here, as skipped, where the engine cannot do this under automation.
    pub fn needs(&self, ability: Ability) -> Result<()> {
        match self.engine.lacks(ability) {
            Some(reason) => Err(Skip::because(reason)),
            None => Ok(()),
        }
    }

    /// Ends the library's hold of the session, which stays open for the next test.
    pub(crate) fn leave(self) {
        let _ = self.driver.leak();
    }

    pub(crate) fn show_in_frame(&self, size: Option<(u32, u32)>) {
        self.frame.set(size);
    }

    /// Sends one command of Chromium's own protocol; in other engines the test is skipped.
    pub async fn protocol(&self, method: &str, parameters: Value) -> Result<()> {
        self.answer(method, parameters).await?;
        Ok(())
    }

    /// The same, for its answer.
    pub async fn answer(&self, method: &str, parameters: Value) -> Result<Value> {
        self.needs(Ability::Protocol)?;
        let answer = self.driver.cdp().send_raw(method, parameters).await;
        answer.with_context(|| method.to_owned())
    }

    /// Goes to an address and waits until a figure is drawn, if one is in view. The article is opened with all of its figures.
    pub async fn open(&self, address: &str) -> Result<()> {
        self.open_as_it_is(&with_whole_figures(address)).await
    }

    /// The same, but the article shows of each figure what its text speaks of.
    pub async fn open_as_it_is(&self, address: &str) -> Result<()> {
        // An address that differs in its hash alone would not load again.
        self.driver.enter_default_frame().await?;
        self.driver.goto("about:blank").await?;
        match self.frame.get() {
            None => self.driver.goto(address).await?,
            Some(size) => self.open_in_frame(address, size).await?,
        }
        self.wait("the first figure to be drawn", DRAWN, json!(null))
            .await
    }

    /// Opens a copy of the single file in which a script runs before the page's own.
    pub async fn open_after(&self, script: &str) -> Result<()> {
        let text = fs::read_to_string(variable("ACTIVATION_LAB_FILE")?)?;
        let head = format!("<head><script>{script}</script>");
        let file = self.folder.join("after.html");
        fs::write(&file, text.replacen("<head>", &head, 1))?;
        self.open(&format!("file://{}", file.display())).await
    }

    /// Shows an address in a frame of that size on an empty page of the same origin; what follows happens inside.
    async fn open_in_frame(&self, address: &str, size: (u32, u32)) -> Result<()> {
        let around = match address.split_once("://") {
            Some(("file", _)) => {
                let file = self.folder.join("frame.html");
                fs::write(&file, "<!doctype html><title>A frame</title>")?;
                format!("file://{}", file.display())
            }
            // The server's word that there is no such page is a page.
            _ => format!("{}no-such-page", site()?),
        };
        self.driver.goto(&around).await?;
        let script = "
            const [address, [width, height]] = arguments;
            const frame = document.createElement('iframe');
            Object.assign(frame, { src: address, width, height });
            frame.style.border = 0;
            document.body.replaceChildren(frame);
            document.body.style.margin = 0;
            return frame;";
        let answer = self
            .driver
            .execute(script, vec![json!(address), json!(size)])
            .await?;
        answer.element()?.enter_frame().await?;
        Ok(())
    }

    /// Runs a script (the body of a function; `argument` is what is passed, `figure parts` as in the prelude).
    pub async fn run(&self, script: &str, argument: Value) -> Result<Value> {
        let script = format!("{PRELUDE} const argument = arguments[0]; {script}");
        Ok(self
            .driver
            .execute(script, vec![argument])
            .await?
            .json()
            .clone())
    }

    /// Runs a script that may use `await`.
    pub async fn run_later(&self, script: &str, argument: Value) -> Result<Value> {
        let script = format!(
            "{PRELUDE} const argument = arguments[0]; const done = arguments[1];
            (async () => {{ {script} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self
            .driver
            .execute_async(script, vec![argument])
            .await?
            .json()
            .clone();
        match answer.get("error") {
            Some(error) => bail!("in the page: {error}"),
            None => Ok(answer.get("value").cloned().unwrap_or(Value::Null)),
        }
    }

    /// Waits until a script returns true.
    pub async fn wait(&self, what: &str, script: &str, argument: Value) -> Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if self.run(script, argument.clone()).await? == Value::Bool(true) {
                return Ok(());
            }
            sleep(Duration::from_millis(20)).await;
        }
        let state = "return [location.href, document.documentElement.dataset, document.body.innerText.slice(0, 200)];";
        bail!(
            "waited in vain for {what}; the page is {}",
            self.run(state, Value::Null).await?
        )
    }

    /// Waits until a figure has its pictures, which it has not before it was in view.
    async fn see(&self, figure: &str) -> Result<()> {
        let drawn = "const figure = element(argument);
            if (!figure.hasAttribute('data-waiting')) return true;
            figure.scrollIntoView({ behavior: 'instant' });
            return false;";
        self.wait(&format!("{figure} to be drawn"), drawn, json!(figure))
            .await
    }

    /// Waits for a part of a figure, brings it into view and returns it.
    pub async fn find(&self, figure: &str, selector: &str) -> Result<WebElement> {
        self.see(figure).await?;
        let there =
            "return Boolean(element(argument[0])?.shadowRoot && part(argument[0], argument[1]));";
        let what = format!("{selector} of {figure}");
        self.wait(&what, there, json!([figure, selector])).await?;
        let script = format!(
            "{PRELUDE} const found = part(arguments[0], arguments[1]);
            for (let up = found; up; up = up.parentElement) {{
                if (up.tagName === 'DETAILS') up.open = true;
                if (up.matches('.content[hidden]')) up.getRootNode().querySelector(`[aria-controls=${{up.id}}]`).click();
            }}
            if (found) found.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            return found;"
        );
        let found = self
            .driver
            .execute(script, vec![json!(figure), json!(selector)])
            .await?;
        let found = found
            .element()
            .with_context(|| format!("{figure} has no {selector}"))?;
        self.settle().await?;
        Ok(found)
    }

    /// Types a text into a field, in place of what stands there, and Enter.
    ///
    /// The keys go to whatever has the focus: a driver that is given the field itself takes the focus away first, where it stands in a shadow tree, and the page takes that for the end of typing.
    pub async fn write(&self, figure: &str, selector: &str, text: &str) -> Result<()> {
        self.find(figure, selector).await?;
        let script = "const field = part(argument[0], argument[1]);
            field.focus({ preventScroll: true });
            field.select();";
        self.run(script, json!([figure, selector])).await?;
        let keys = self.driver.action_chain();
        let keys = keys.send_keys(text).send_keys(Key::Enter);
        keys.perform().await?;
        self.settle().await
    }

    /// A figure's slider, in view.
    pub async fn slider(&self, figure: &str, control: &str) -> Result<WebElement> {
        self.find(figure, &format!("input[type=range]#{control}"))
            .await
    }

    /// The text that a figure shows in the places that a selector names.
    pub async fn texts(&self, figure: &str, selector: &str) -> Result<Vec<String>> {
        let script = "return [...element(argument[0]).shadowRoot.querySelectorAll(argument[1])]
            .map((part) => part.value === undefined ? part.textContent : part.value);";
        let value = self.run(script, json!([figure, selector])).await?;
        Ok(serde_json::from_value(value)?)
    }

    /// The number behind a figure's picture, as its wasm says: the CSV of the state that a link spells.
    pub async fn csv(&self, figure: &str, state: &str) -> Result<String> {
        let script = "const lab = new ActivationLab.wasm.Lab(argument[0]);
            const notes = JSON.parse(lab.apply(argument[1]));
            if (notes.length) throw new Error(notes.join(' '));
            // As long as it takes: the page itself would go on in pieces.
            while (!lab.finish(1000));
            return lab.csv();";
        let value = self.run(script, json!([figure, state])).await?;
        Ok(serde_json::from_value(value)?)
    }

    /// The pixels of one of a figure's canvases.
    pub async fn picture(&self, figure: &str, plot: usize) -> Result<Picture> {
        self.see(figure).await?;
        self.settle().await?;
        let script = "
            const canvas = element(argument[0]).shadowRoot.querySelectorAll('canvas')[argument[1]];
            const { width, height } = canvas;
            const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
            let text = '';
            for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
            return [width, height, btoa(text)];";
        let value = self.run(script, json!([figure, plot])).await?;
        let (width, height, text): (usize, usize, String) = serde_json::from_value(value)?;
        Ok(Picture {
            width,
            height,
            rgba: STANDARD.decode(text)?,
        })
    }

    /// The colour that a figure's legend gives to its first series.
    pub async fn first_ink(&self, figure: &str) -> Result<[u8; 3]> {
        self.see(figure).await?;
        let script = "
            const colour = getComputedStyle(part(argument, '.legend .swatch line')).stroke;
            return colour.match(/[0-9.]+/g).slice(0, 3).map(Number);";
        let value = self.run(script, json!(figure)).await?;
        serde_json::from_value(value).context("the legend's first swatch has no colour")
    }

    /// The session itself, for keys and pointers.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }
}

/// Whether a figure has a canvas with something on it, or all have come to life and none is in sight, or the page has said that it cannot start.
const DRAWN: &str = "
    if (document.documentElement.dataset.lab === 'failed') return true;
    const figures = [...document.querySelectorAll('activation-lab')];
    const waits = (figure) => figure.shadowRoot && figure.getBoundingClientRect().top > innerHeight;
    if (figures.length && figures.every(waits)) return true;
    // The first plot of a figure may be left out where a window is low.
    return figures.flatMap(({ shadowRoot }) => [...(shadowRoot ? shadowRoot.querySelectorAll('canvas') : [])]).some((canvas) => {
        if (!canvas.width || !canvas.height || !canvas.getClientRects().length) return false;
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        return data.some((byte) => byte !== data[0]);
    });";
