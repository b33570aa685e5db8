//! A notebook that is open in JupyterLab, and what a person does with it.

use anyhow::{Context, Result, bail};
use browser_tests::{Jupyter, Page};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

/// Figures in somebody else's page, as the tests of the page ask for them.
const HOST: &str = include_str!("../page/census.js");

/// What JupyterLab has where.
const LAB: &str = "
    const cells = () => [...document.querySelectorAll('.jp-Notebook-cell')];
    const figures = () => [...document.querySelectorAll('activation-lab')];
    const output = (index) => [...cells()[index].querySelectorAll('.jp-OutputArea-output')].map(({ innerText }) => innerText.trim()).join('\\n');
    const told = (index) => cells()[index].querySelector('.jp-InputPrompt').textContent;";

/// The cells that docs/embedding.md gives for a notebook.
pub fn documented() -> Result<Vec<&'static str>> {
    let text = include_str!("../../../../docs/embedding.md");
    let (_, section) = text
        .split_once("### In a notebook\n")
        .context("docs/embedding.md has nothing on notebooks")?;
    let section = section.split("\n#").next().unwrap_or_default();
    let blocks = section.split("```python\n").skip(1);
    Ok(blocks
        .filter_map(|block| block.split("\n```").next())
        .collect())
}

/// The tab's notebook.
pub struct Notebook<'a>(pub &'a Page);

impl<'a> Notebook<'a> {
    /// Goes to the address of a notebook, and waits for its kernel.
    pub async fn open(page: &'a Page, address: &str) -> Result<Notebook<'a>> {
        page.driver().goto(address).await?;
        let ready = "const indicator = document.querySelector('.jp-Notebook-ExecutionIndicator');
            return Boolean(indicator && indicator.dataset.status === 'idle' && document.querySelector('.jp-Notebook-cell'));";
        page.wait("the kernel", ready, Value::Null).await?;
        Ok(Notebook(page))
    }

    /// Runs a script that may use what is above; it fails the test by throwing.
    pub async fn ask(&self, script: &str, argument: Value) -> Result<Value> {
        let script = format!("{HOST}\n{LAB}\n{script}");
        self.0.run_later(&script, argument).await
    }

    /// Chooses a cell by a click on its prompt.
    pub async fn choose(&self, cell: usize) -> Result<()> {
        let part = format!("cells()[{cell}]?.querySelector('.jp-InputPrompt')");
        self.click(&part).await
    }

    /// Clicks on the middle of what an expression finds, when it is there and rests: JupyterLab brings in one cell after the other.
    async fn click(&self, part: &str) -> Result<()> {
        let script = format!(
            "
            const place = () => {{
                const part = {part};
                part?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                const {{ left = 0, top = 0, width = 0, height = 0 }} = part?.getBoundingClientRect() || {{}};
                return width && height && [left + width / 2, top + height / 2].map(Math.round);
            }};
            return until({part:?}, async () => {{
                const before = place();
                await pause(200);
                return before && String(before) === String(place()) && before;
            }});"
        );
        let place = self.ask(&script, Value::Null).await?;
        let (x, y): (i64, i64) = serde_json::from_value(place)?;
        let hand = self.0.driver().action_chain();
        hand.move_to(x, y).click().perform().await?;
        Ok(())
    }

    /// Waits for the first figure, as long as a busy machine may take.
    pub async fn drawn(&self) -> Result<()> {
        let there = "return Boolean(document.querySelector('activation-lab')?.shadowRoot);";
        self.0.wait("the figure", there, Value::Null).await?;
        let script = "await drawn(figures()[0]);";
        self.ask(script, Value::Null).await.map(drop)
    }

    /// Runs a cell, waits until it is done, and returns what it printed.
    pub async fn run(&self, cell: usize) -> Result<String> {
        self.choose(cell).await?;
        let before = self.ask("return told(argument);", json!(cell)).await?;
        // JupyterLab does nothing at a press that comes before it is quite there, and a person presses again.
        let begun = "
            const [cell, before] = argument;
            for (let turn = 0; turn < 30 && told(cell) === before; turn += 1) await pause(100);
            return told(cell) !== before;";
        let button = "document.querySelector('.jp-NotebookPanel-toolbar [data-command=\"notebook:run-cell-and-select-next\"]')";
        for _ in 0..20 {
            self.choose(cell).await?;
            self.click(button).await?;
            if self.ask(begun, json!([cell, before])).await? == Value::Bool(true) {
                break;
            }
        }
        let done = format!(
            "{LAB} const [cell, before] = argument; return told(cell) !== before && /\\d/.test(told(cell));"
        );
        self.0
            .wait(
                &format!("cell {cell} to be done"),
                &done,
                json!([cell, before]),
            )
            .await?;
        let said = self.ask("return output(argument);", json!(cell)).await?;
        Ok(serde_json::from_value(said)?)
    }

    /// Runs a cell until it prints what is waited for: what the figure tells Python is on its way for a moment.
    pub async fn until(&self, cell: usize, is_it: impl Fn(&str) -> bool) -> Result<()> {
        let mut said = String::new();
        for _ in 0..20 {
            said = self.run(cell).await?;
            if is_it(&said) {
                return Ok(());
            }
        }
        bail!("cell {cell} prints {said:?}")
    }

    /// Presses on a part of a figure, as a person does.
    pub async fn press(&self, figure: usize, part: &str) -> Result<()> {
        self.click(&format!(
            "figures()[{figure}]?.shadowRoot?.querySelector('{part}')"
        ))
        .await
    }

    /// Presses a key, or types a text, to whatever has the focus.
    pub async fn key(&self, key: impl Into<TypingData>) -> Result<()> {
        let chain = self.0.driver().action_chain();
        Ok(chain.send_keys(key).perform().await?)
    }

    /// Saves by the notebook's own key, and waits until what is on the disk is what is waited for.
    pub async fn save(
        &self,
        jupyter: &Jupyter,
        name: &str,
        is_it: impl Fn(&str) -> bool,
    ) -> Result<()> {
        let keys = self.0.driver().action_chain();
        let keys = keys.key_down(Key::Control).send_keys("s");
        keys.key_up(Key::Control).perform().await?;
        for _ in 0..100 {
            if is_it(&jupyter.saved(name)?) {
                return Ok(());
            }
            self.ask("await pause(100);", Value::Null).await?;
        }
        bail!("{name} is not saved")
    }
}
