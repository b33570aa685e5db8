//! Figures in other people's pages: what a host needs to write, what it forbids, and what of it must not come in.

use anyhow::{Context, Result, ensure};
use browser_tests::{Host, OPEN_TO_ALL, Page, Screen, site, with_page};
use serde_json::Value;

/// What the README tells a host to write, with another address of the site.
fn readme(lab: &str) -> Result<String> {
    let text = include_str!("../../../../README.md");
    let example = text
        .split("```html")
        .filter_map(|part| part.split("```").next())
        .find(|part| part.contains("<activation-lab"))
        .context("README has no example of the element")?;
    let (_, after) = example
        .split_once("src=\"")
        .context("no script in the example")?;
    let (address, _) = after
        .split_once("load.js")
        .context("no loader in the example")?;
    Ok(example.replace(address, lab))
}

/// Each formula as the page has it, and as the browser's own reader of HTML makes it from the same text.
const FORMULAS: &str = "
    const { modules, math } = ActivationLab;
    await modules.whole();
    return ActivationLab.catalogue.figures.flatMap(({ id }) => {
        const lab = new (modules.of(id).Lab)(id);
        if (id === 'curves') lab.set('activation', 'sigmoid,tanh,relu,leaky_relu,gelu,selu');
        const { formulas } = JSON.parse(lab.panel('light'));
        return formulas.map(({ mathml }) => {
            const [ours, theirs] = [document.createElement('div'), document.createElement('div')];
            ours.append(math(mathml));
            theirs.innerHTML = mathml;
            return ours.isEqualNode(theirs) && ours.querySelector('math mo, math mi') !== null;
        });
    });";

async fn formulas_of(page: &Page, figure: &str) -> Result<usize> {
    // It is filled when it opens.
    page.find(figure, ".formulas").await?;
    let count =
        "return element(argument).shadowRoot.querySelectorAll('.formulas .math math mi').length;";
    let count = page.run(count, Value::from(figure)).await?;
    Ok(usize::try_from(count.as_u64().context("no number")?)?)
}

#[tokio::test]
async fn a_page_of_another_origin_needs_one_line() -> Result<()> {
    let lab = Host {
        headers: vec![OPEN_TO_ALL],
        ..Host::default()
    };
    let page = format!(
        "<!doctype html><title>notes</title>{}",
        readme(&format!("{}lab/", lab.serve()?))?
    );
    let notes = Host {
        pages: vec![("notes.html", page)],
        ..Host::default()
    };
    with_page(
        Screen::DESK,
        &format!("{}notes.html", notes.serve()?),
        async |page| {
            let figure = "return document.querySelector('activation-lab').figure;";
            let figure = page.run(figure, Value::Null).await?;
            let figure = figure.as_str().context("no figure")?;
            ensure!(
                page.texts(figure, ".sentence").await?.concat().len() > 20,
                "{figure} says nothing"
            );
            Ok(())
        },
    )
    .await
}

/// The server that comes with the code lets other pages use what it serves.
#[tokio::test]
async fn the_served_site_may_be_used_by_another_origin() -> Result<()> {
    let page = format!("<!doctype html><title>notes</title>{}", readme(&site()?)?);
    let notes = Host {
        pages: vec![("notes.html", page)],
        ..Host::default()
    };
    with_page(
        Screen::DESK,
        &format!("{}notes.html", notes.serve()?),
        async |page| {
            let failed = page.run(
                "return document.documentElement.dataset.lab === 'failed';",
                Value::Null,
            );
            ensure!(failed.await? == false, "the figures could not start");
            Ok(())
        },
    )
    .await
}

#[tokio::test]
async fn formulas_are_what_the_browser_would_have_read() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let same: Vec<bool> = serde_json::from_value(page.run_later(FORMULAS, Value::Null).await?)?;
        ensure!(same.len() > 20, "only {} formulas", same.len());
        ensure!(!same.contains(&false), "{same:?}");
        Ok(())
    })
    .await
}

/// Both forms start, keep their formulas and redraw under a policy that allows no text to become markup or script.
#[tokio::test]
async fn a_page_that_trusts_no_text_loses_nothing() -> Result<()> {
    for policy in [
        "",
        "; trusted-types 'none'",
        "; trusted-types activation-lab",
    ] {
        let header = format!("Content-Security-Policy: require-trusted-types-for 'script'{policy}");
        let host = Host {
            headers: vec![Box::leak(header.into_boxed_str())],
            ..Host::default()
        };
        let address = host.serve()?;
        for file in ["lab/", "lab/activation-lab.html"] {
            with_page(Screen::DESK, &format!("{address}{file}"), async |page| {
                let watch = "window.thrown = [];
                    addEventListener('error', ({ message }) => thrown.push(message));
                    addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));";
                page.run(watch, Value::Null).await?;
                for figure in ["neuron", "decay"] {
                    let count = formulas_of(page, figure).await?;
                    ensure!(count > 3, "{file}{policy}: {figure} has {count} letters in formulas");
                }
                let before = page.texts("decay", ".sentence").await?;
                page.run("element('decay').setAttribute('depth', '33');", Value::Null).await?;
                page.settle().await?;
                let after = page.texts("decay", ".sentence").await?;
                ensure!(before != after, "{file}{policy}: the sentence stays {after:?}");
                // A run that is lent to a worker, or, where none may be started, worked out here.
                let there = "element('freeze').scrollIntoView({ behavior: 'instant' }); return part('freeze', 'canvas') !== null;";
                page.wait("the figure", there, Value::Null).await?;
                page.run("element('freeze').setAttribute('step', '7');", Value::Null).await?;
                let done = "const { step } = element('freeze').attributes; return step.value === '7' && !element('freeze').shadowRoot.querySelector('.sentence').textContent.includes('is done');";
                page.wait("the seventh step", done, Value::Null).await?;
                let thrown = page.run("return thrown;", Value::Null).await?;
                ensure!(thrown == serde_json::json!([]), "{file}{policy}: {thrown}");
                Ok(())
            })
            .await?;
        }
    }
    Ok(())
}

/// Everything that text inherits, said wildly: on the page, on everything in it, and on the element itself.
const WILD: &str = "<style>
    html { font-size: 31px; }
    body, body * {
        letter-spacing: 0.6em; word-spacing: 2em; text-transform: uppercase; text-indent: 4em; white-space: pre;
        line-height: 3; text-align: right; text-align-last: center; font: italic small-caps 900 41px/3 monospace; font-stretch: condensed;
        font-feature-settings: 'zero'; font-kerning: none; font-variant-numeric: oldstyle-nums; cursor: crosshair; user-select: none; -webkit-user-select: none;
        hyphens: auto; tab-size: 17; quotes: '!' '?'; list-style: square inside; color: rgb(1, 200, 3); caret-color: red; accent-color: red;
        word-break: break-all; overflow-wrap: anywhere; line-break: anywhere; text-shadow: 0 0 9px red; border-collapse: collapse; border-spacing: 9px;
        empty-cells: hide; caption-side: bottom; orphans: 9; widows: 9; color-scheme: dark; text-rendering: optimizeLegibility;
        text-underline-offset: 1em; text-underline-position: under; text-emphasis: dot; text-decoration-skip-ink: none; stroke: red; fill: red; stroke-width: 9px;
        font-size-adjust: 0.9; text-wrap: balance; image-rendering: pixelated; paint-order: stroke; math-style: compact; math-depth: 3; font-synthesis: none;
        ruby-position: under; text-combine-upright: all; text-orientation: upright; hanging-punctuation: first; print-color-adjust: exact; forced-color-adjust: none;
        -webkit-text-stroke: 2px red; -webkit-text-fill-color: red; -webkit-font-smoothing: antialiased; -webkit-tap-highlight-color: red; dominant-baseline: central;
    }
</style>";

/// One figure in a box of 700 pixels; the rest of the page is the host's.
fn host_page(doctype: &str, style: &str, attributes: &str) -> String {
    format!(
        "{doctype}<html {attributes}><title>notes</title>{style}<body>
        <div style=\"all: initial; display: block; width: 700px\"><div {attributes} id=\"outer\"><activation-lab figure=\"layers\" depth=\"5\" sigma_w=\"1.2\"></activation-lab></div></div>
        <script type=\"module\" src=\"/lab/load.js\"></script>"
    )
}

/// Every computed property of every kind of part.
const STYLES: &str = "
    const root = document.querySelector('activation-lab').shadowRoot;
    for (const fold of root.querySelectorAll('details')) fold.open = true;
    const frame = () => new Promise((go) => requestAnimationFrame(go));
    while (!root.querySelector('canvas')) await frame();
    // Formulas come in another font as long as theirs is on its way.
    await document.fonts.load('16px \"Activation Lab Math\"', '∂');
    const kinds = ['.lab', 'h3', '.lead', 'canvas', '.legend li', '.sentence', '.reset', 'label', 'input[type=range]', 'input.value', 'legend',
        '.readouts dt', '.readouts .number', 'summary', '.tabs button', '.math math', '.math mo', '.math mi', 'th', 'td', 'textarea', 'code', 'select'];
    const all = {};
    const box = document.querySelector('activation-lab');
    let wide = 0;
    for (const button of root.querySelectorAll('.tabs button:not([hidden])')) {
        if (button.ariaExpanded === 'false') button.click();
        await frame();
        await frame();
        wide = Math.max(wide, root.querySelector('.lab').scrollWidth - box.clientWidth);
        for (const kind of kinds) {
            const part = [...root.querySelectorAll(kind)].find((part) => part.getClientRects().length);
            if (!part || kind in all) continue;
            const style = getComputedStyle(part);
            all[kind] = Object.fromEntries([...style].filter((name) => !name.startsWith('--')).map((name) => [name, style.getPropertyValue(name)]));
        }
    }
    return { all, wide };";

#[tokio::test]
async fn nothing_of_a_host_page_comes_in() -> Result<()> {
    let doctype = "<!doctype html>";
    let host = Host {
        pages: vec![
            ("clean.html", host_page(doctype, "", "")),
            ("wild.html", host_page(doctype, WILD, "")),
            ("rtl.html", host_page(doctype, WILD, "dir=\"rtl\"")),
            ("quirks.html", host_page("", WILD, "dir=\"rtl\"")),
        ],
        ..Host::default()
    };
    let address = host.serve()?;
    with_page(Screen::DESK, &format!("{address}clean.html"), async |page| {
        page.settle().await?;
        let clean = page.run_later(STYLES, Value::Null).await?;
        ensure!(clean["all"].as_object().is_some_and(|kinds| kinds.len() > 15), "parts are missing");
        for name in ["wild", "rtl", "quirks"] {
            page.open(&format!("{address}{name}.html")).await?;
            let outer = "return getComputedStyle(document.querySelector('activation-lab')).letterSpacing;";
            ensure!(page.run(outer, Value::Null).await? != "normal", "{name} is not wild");
            page.settle().await?;
            let wild = page.run_later(STYLES, Value::Null).await?;
            ensure!(wild["wide"] == 0, "{name}: {} px too wide", wild["wide"]);
            let mut differ = Vec::new();
            // Without a doctype, lines without text have no height, so that the whole is a little lower.
            let whole = |kind: &str| name == "quirks" && kind == ".lab";
            for (kind, properties) in clean["all"].as_object().into_iter().flatten() {
                for (property, value) in properties.as_object().into_iter().flatten().filter(|_| !whole(kind)) {
                    let other = &wild["all"][kind][property];
                    if other != value {
                        differ.push(format!("{kind} {property}: {value} became {other}"));
                    }
                }
            }
            ensure!(differ.is_empty(), "{name}:\n{}", differ.join("\n"));
        }
        Ok(())
    })
    .await
}

/// A slide that is hidden, or that no pointer should reach, keeps its figure so.
#[tokio::test]
async fn a_host_can_still_hide_a_figure() -> Result<()> {
    let style = "<style>#outer { visibility: hidden; pointer-events: none; }</style>";
    let host = Host {
        pages: vec![("hidden.html", host_page("<!doctype html>", style, ""))],
        ..Host::default()
    };
    with_page(Screen::DESK, &format!("{}hidden.html", host.serve()?), async |page| {
        let script = "const style = getComputedStyle(part('layers', 'canvas')); return [style.visibility, style.pointerEvents];";
        let seen = page.run(script, Value::Null).await?;
        ensure!(seen == serde_json::json!(["hidden", "none"]), "{seen}");
        Ok(())
    })
    .await
}

/// A page that resets all elements, or that leaves the width of a box to what is in it: the figure is as wide as there is room, with the controls beside the picture.
#[tokio::test]
async fn a_figure_keeps_its_columns_where_a_page_resets_or_shrinks_its_boxes() -> Result<()> {
    let styles = [
        ("plain.html", ""),
        ("reset.html", "* { all: unset }"),
        ("inline.html", "activation-lab { display: inline }"),
        ("row.html", ".box { display: flex }"),
        ("middle.html", ".box { display: grid; place-items: center }"),
        ("upright.html", "body { writing-mode: vertical-rl }"),
    ];
    let page_of = |style: &str| {
        format!(
            "<!doctype html><title>notes</title><style>{style}</style>
            <div class=\"box\"><activation-lab figure=\"decay\"></activation-lab></div>
            <script type=\"module\" src=\"/lab/load.js\"></script>"
        )
    };
    let host = Host {
        pages: styles.map(|(name, style)| (name, page_of(style))).into(),
        ..Host::default()
    };
    let address = host.serve()?;
    with_page(Screen::DESK, &format!("{address}plain.html"), async |page| {
        for (name, _) in styles {
            page.open(&format!("{address}{name}")).await?;
            page.find("decay", "canvas").await?;
            let columns = "const [lab, all, stage] = ['.lab', '.all', '.stage'].map((selector) => part('decay', selector));
                const grid = getComputedStyle(stage).display === 'contents' ? all : stage;
                return [lab.clientWidth, getComputedStyle(grid).gridTemplateColumns.split(' ').length];";
            let seen = page.run(columns, Value::Null).await?;
            let (width, columns) = (seen[0].as_f64().context("no width")?, &seen[1]);
            // Where nobody says how wide it is, it asks for 960.
            ensure!(width >= 960.0 && *columns == 2, "{name}: {width} pixels, {columns} columns");
        }
        Ok(())
    })
    .await
}
