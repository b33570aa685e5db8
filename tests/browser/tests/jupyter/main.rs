//! Notebooks in a running JupyterLab: the cells of docs/embedding.md as a teacher pastes them, and what a reader's hand, the keys and Python do with their figures.

mod notebook;

use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Jupyter, Screen, native, site, with_page};
use notebook::{Notebook, documented};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData};

/// The control that a hand and the keys are tried on.
const SLIDER: &str = "input[type=range]#depth";

/// A measure of `decay` at a depth, as the command prints it.
fn measured(depth: &str, name: &str) -> Result<f64> {
    let setting = format!("depth={depth}");
    let text = native(&["measure", "decay", "--set", &setting, name], "")?;
    Ok(text.split_whitespace().last().unwrap_or_default().parse()?)
}

/// The figure of the documentation's first cell stands in its output, follows Python, and Python has what a reader did and the figure's own numbers.
#[tokio::test]
async fn the_cells_of_the_documentation_show_a_figure_that_python_moves_and_reads() -> Result<()> {
    let [paste, set, read] = documented()?[..] else {
        bail!("docs/embedding.md has other cells for a notebook than this test runs");
    };
    with_page(Screen::DESK, &site()?, async |page| {
        let jupyter = Jupyter::start(&[])?;
        let address = jupyter.notebook("paste.ipynb", &[paste, set, read])?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.run(0).await?;
        let stands = "
            const figure = await until('the figure', () => figures()[0]);
            figure.scrollIntoView({ behavior: 'instant' });
            await drawn(figure);
            same(inside(figure, '.lab').dataset.theme, 'light', 'the theme');
            const box = figure.closest('.jp-OutputArea-output');
            same([box.scrollWidth - box.clientWidth, box.scrollHeight - box.clientHeight], [0, 0], 'all of it is seen');
            same([figure.offsetHeight, every(figure, 'canvas').length], [420, 1], 'height and plots');
            sure(figure.offsetWidth > 600, `${figure.offsetWidth} wide`);";
        notebook.drawn().await?;
        notebook.ask(stands, Value::Null).await?;

        notebook.run(1).await?;
        let follows = "
            const [figure] = figures();
            await until('depth 40', () => figure.depth === '40');
            same(figure.state.includes('depth=40'), true, figure.state);";
        notebook.ask(follows, Value::Null).await?;

        notebook.press(0, SLIDER).await?;
        notebook.key(Key::Home).await?;
        let least = "await until('the least depth', () => figures()[0].depth === '1');";
        notebook.ask(least, Value::Null).await?;
        notebook.key(Key::Right).await?;
        let depth = "
            const [figure] = figures();
            return until('another depth', () => figure.depth !== '1' && figure.depth);";
        let depth = notebook.ask(depth, Value::Null).await?;
        let depth = depth.as_str().context("no depth")?;
        let expected = measured(depth, "gradient_1")?;
        let is_told = |said: &str| {
            let mut lines = said.lines();
            let link = lines.next().unwrap_or_default();
            link.starts_with(&format!("{depth} figure=decay&"))
                && link.contains(&format!("&depth={depth}&"))
                && lines.next().and_then(|line| line.parse().ok()) == Some(expected)
        };
        notebook.until(2, is_told).await
    })
    .await
}

/// In command mode a letter cuts a cell and an arrow goes to another one: not out of a figure. A key with Ctrl is still the notebook's.
#[tokio::test]
async fn what_is_pressed_in_a_figure_moves_no_cell() -> Result<()> {
    let paste = documented()?[0];
    with_page(Screen::DESK, &site()?, async |page| {
        let jupyter = Jupyter::start(&[])?;
        let address = jupyter.notebook("keys.ipynb", &["'above'", paste, "'below'"])?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.run(1).await?;
        notebook.drawn().await?;
        // With what is active, and how deep the figure is.
        let stands = "
            await pause(100);
            const [figure] = figures();
            const active = cells().findIndex((cell) => cell.classList.contains('jp-mod-active'));
            const modes = document.querySelector('.jp-Notebook').className.match(/jp-mod-(command|edit)Mode/g);
            return { cells: cells().map((cell) => cell.querySelector('.cm-content').textContent), active, modes, focus: document.activeElement === figure, kinds: cells().map(({ className }) => className.match(/jp-\\w+Cell/)[0]) };";
        notebook.press(0, SLIDER).await?;
        let before = notebook.ask(stands, Value::Null).await?;
        ensure!(before["focus"] == true && before["active"] == 1, "{before}");
        let letters = "x b a c v dd z m y r j k l o 1 Z J".split(' ').map(TypingData::from);
        let others = [
            Key::Up, Key::Down, Key::Left, Key::Right, Key::Home, Key::End, Key::PageUp, Key::PageDown,
            Key::Enter, Key::Space, Key::Escape,
        ];
        for key in letters.chain(others.map(TypingData::from)) {
            let name = format!("{key:?}");
            notebook.key(key).await?;
            let after = notebook.ask(stands, Value::Null).await?;
            ensure!(after == before, "{name}: {after}, not {before}");
        }

        notebook.key("?").await?;
        let list = "
            const list = () => [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('dialog.keys[open]')).find(Boolean);";
        let opens = format!("{list} await until('the list of keys', list);");
        notebook.ask(&opens, Value::Null).await?;
        notebook.key(Key::Escape).await?;
        let closes = format!("{list} await until('it to close', () => !list());");
        notebook.ask(&closes, Value::Null).await?;

        notebook.press(0, "[data-control=depth] .value").await?;
        let select = "inside(figures()[0], '[data-control=depth] .value').select();";
        notebook.ask(select, Value::Null).await?;
        notebook.key("x25").await?;
        notebook.ask(select, Value::Null).await?;
        notebook.key("25").await?;
        notebook.key(Key::Enter).await?;
        let typed = "await until('what was typed', () => figures()[0].depth === '25');";
        notebook.ask(typed, Value::Null).await?;
        let after = notebook.ask(stands, Value::Null).await?;
        ensure!(after == before, "after typing: {after}, not {before}");
        Ok(())
    })
    .await
}

/// Counts modules that are made from now on, in the page's own world.
const COUNT: &str = "
    const script = document.createElement('script');
    script.textContent = `
        window.made = 0;
        for (const name of ['instantiate', 'instantiateStreaming']) {
            const original = WebAssembly[name];
            WebAssembly[name] = (...parts) => {
                document.body.dataset.made = window.made += 1;
                return original.call(WebAssembly, ...parts);
            };
        }`;
    document.head.append(script);";

/// Figures of two cells, of the class to import, are dark with JupyterLab and drawn by one module; each has its own state, and both are there when they come back into sight.
#[tokio::test]
async fn two_figures_of_a_dark_notebook_share_the_module_and_nothing_else() -> Result<()> {
    let dark = json!({ "theme": "JupyterLab Dark" });
    let code = [
        "from activation_lab import ActivationLab\none = ActivationLab(link='figure=decay&v=2&depth=7', plots='gradient', height=420)\none",
        "two = ActivationLab(link='figure=decay&v=2', depth=12, activation='tanh', height=600)\ntwo",
        "print('\\n' * 200)",
        "one.depth = 33",
        "print(one.depth, two.depth, one.activation, two.activation, one.rate, one.plots, one.notes + two.notes)\nprint(one.measure('gradient_1'))",
    ];
    with_page(Screen::DESK, &site()?, async |page| {
        let jupyter = Jupyter::start(&[("@jupyterlab/apputils-extension/themes", dark)])?;
        let address = jupyter.notebook("two.ipynb", &code)?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.ask(COUNT, Value::Null).await?;
        for cell in 0..4 {
            notebook.run(cell).await?;
        }
        let stand = "
            await until('both', () => figures().length === 2);
            for (const figure of figures()) {
                figure.scrollIntoView({ behavior: 'instant' });
                await drawn(figure);
                same(inside(figure, '.lab').dataset.theme, 'dark', 'the theme');
            }
            const [one, two] = figures();
            await until('depth 33', () => one.depth === '33');
            same([two.depth, two.activation, one.activation], ['12', 'tanh', null], 'the other one');
            same(document.body.dataset.made, '1', 'modules');";
        notebook.ask(stand, Value::Null).await?;
        let expected = measured("33", "gradient_1")?;
        let is_told = |said: &str| {
            let told = said.split_once('\n');
            told.is_some_and(|(words, number)| {
                words == "33 12 sigmoid tanh None gradient []" && number.parse() == Ok(expected)
            })
        };
        notebook.until(4, is_told).await
    })
    .await
}

/// What Share offers for a notebook is a cell that shows what was chosen; and no page is asked to be saved that is not ours.
#[tokio::test]
async fn share_gives_a_cell_that_shows_what_was_taken() -> Result<()> {
    let paste = documented()?[0];
    with_page(Screen::DESK, &site()?, async |page| {
        let jupyter = Jupyter::start(&[])?;
        let address = jupyter.notebook("take.ipynb", &[paste])?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.run(0).await?;
        notebook.drawn().await?;
        let share = include_str!("../page/share.js");
        let take = format!(
            "{share}
            const [figure] = figures();
            figure.depth = 23;
            await until('the depth', () => figure.state.includes('depth=23'));
            await opened(figure);
            const warning = within(figure, '[role=tabpanel] .warn').textContent;
            sure(!/save/.test(warning) && /the folder dist/.test(warning), warning);
            await tab(figure, 'For a tool');
            const tools = within(figure, '[role=tabpanel] select');
            tools.value = [...tools.options].find(({{ text }}) => text.startsWith('Jupyter')).value;
            tools.dispatchEvent(new Event('change', {{ bubbles: true }}));
            await rested(figure);
            return snippet(figure);"
        );
        let cell = notebook.ask(&take, Value::Null).await?;
        let cell = cell.as_str().context("no cell")?;
        let code = ["from activation_lab import ActivationLab", cell];
        let address = jupyter.notebook("taken.ipynb", &code)?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.run(0).await?;
        notebook.run(1).await?;
        notebook.drawn().await?;
        let shows = "const [figure] = figures();
            await until('the depth', () => figure.depth === '23');
            same(every(figure, 'canvas').length, 1, 'plots');";
        notebook.ask(shows, Value::Null).await.map(drop)
    })
    .await
}

/// Saved by its key out of the figure, and opened again: from its kernel as it was left, and where the state is saved also without one.
#[tokio::test]
async fn a_notebook_that_is_opened_again_has_its_figure() -> Result<()> {
    let paste = documented()?[0];
    let saves = json!({ "saveState": true });
    with_page(Screen::DESK, &site()?, async |page| {
        let jupyter = Jupyter::start(&[("@jupyter-widgets/jupyterlab-manager/plugin", saves)])?;
        let address = jupyter.notebook("again.ipynb", &[paste, "lab.depth"])?;
        let notebook = Notebook::open(page, &address).await?;
        notebook.run(0).await?;
        notebook.drawn().await?;
        notebook.press(0, SLIDER).await?;
        notebook.key(Key::End).await?;
        notebook.until(1, |said| said == "1000").await?;
        notebook.press(0, SLIDER).await?;
        notebook.key(Key::End).await?;
        notebook.save(&jupyter, "again.ipynb", |saved| saved.contains("depth=1000")).await?;

        let there = "
            const figure = await until('the figure', () => figures()[0]);
            await drawn(figure);
            await until('the depth', () => figure.depth === '1000');
            same(document.body.innerText.match(/error.*/i), null, 'an error');";
        let notebook = Notebook::open(page, &jupyter.opened("again.ipynb")).await?;
        notebook.drawn().await?;
        notebook.ask(there, Value::Null).await?;

        let end = "
            const [, token] = document.cookie.match(/_xsrf=([^;]*)/);
            for (const { id } of await (await fetch('/api/sessions')).json()) {
                await fetch(`/api/sessions/${id}`, { method: 'DELETE', headers: { 'X-XSRFToken': token } });
            }
            same(await (await fetch('/api/kernels')).json(), [], 'kernels');";
        notebook.ask(end, Value::Null).await?;
        let notebook = Notebook::open(page, &jupyter.opened("again.ipynb")).await?;
        notebook.drawn().await?;
        notebook.ask(there, Value::Null).await?;
        // What no Python hears is no error.
        notebook.press(0, SLIDER).await?;
        notebook.key(Key::Home).await?;
        let moves = "await until('another depth', () => figures()[0].depth === '1');
            same(document.body.innerText.match(/error.*/i), null, 'an error');";
        notebook.ask(moves, Value::Null).await.map(drop)
    })
    .await
}
