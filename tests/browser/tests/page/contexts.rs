//! Where the page works: the table of `docs/embedding.md` is what is found here.

use anyhow::{Context, Result, ensure};
use browser_tests::{Host, OPEN_TO_ALL, Page, Screen, single_file, site, with_page};
use serde_json::Value;

/// The policies of the table.
const SELF: &str = "Content-Security-Policy: default-src 'self'";
const STRICT: &str = "Content-Security-Policy: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self' data:; object-src 'none'; base-uri 'none'";

const LINK: &str = "?ui=min#figure=decay&v=2&depth=7&scene=gradient";

/// A page that shows one frame and says whether what is in it has started, hears and has drawn: it asks for a file of the picture.
const AROUND: &str = "<!doctype html><title>around</title><script>
    window.found = 'no';
    let files = '';
    addEventListener('message', ({ data, source }) => {
        if (data.source !== 'activation-lab') return;
        const ask = (request) => source.postMessage({ source: 'activation-lab', ...request }, '*');
        if (data.type === 'ready') for (const format of ['csv', 'png']) ask({ type: 'export', format });
        if (data.type === 'file' && data.data.length > 100) files += data.format;
        if (files.length >= 6) window.found = 'yes';
    });
</script><iframe ATTRIBUTES width=\"700\" height=\"420\"></iframe>";

/// The rows of the table: the first cell of each, and what it says of the single file and of the site.
fn table() -> Result<Vec<[String; 3]>> {
    let text = include_str!("../../../../docs/embedding.md");
    let (_, rows) = text
        .split_once("| where | single file | site |\n| --- | --- | --- |\n")
        .context("docs/embedding.md has no table of contexts")?;
    let rows = rows.lines().take_while(|line| line.starts_with('|'));
    let cells = |row: &str| -> Option<[String; 3]> {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").collect();
        let cells: [&str; 3] = cells.try_into().ok()?;
        Some(cells.map(|cell| cell.trim().to_owned()))
    };
    rows.map(|row| cells(row).with_context(|| row.to_owned()))
        .collect()
}

/// Whether the figures of a page of its own have started.
async fn alone(page: &Page, address: &str) -> Result<&'static str> {
    page.open(address).await?;
    let failed = "return document.documentElement.dataset.lab === 'failed' || !document.querySelector('activation-lab').shadowRoot;";
    let failed = page.run(failed, Value::Null).await? == true;
    Ok(if failed { "no" } else { "yes" })
}

/// The same of a page in a frame, as far as it can be told from outside.
async fn framed(page: &Page, attributes: &str, expected: &str) -> Result<&'static str> {
    let host = Host {
        pages: vec![("around.html", AROUND.replace("ATTRIBUTES", attributes))],
        ..Host::default()
    };
    let address = format!("{}around.html", host.serve()?);
    page.driver().goto(address).await?;
    // What should start may take long on a busy machine; for what should not, most of that time would be lost.
    let seconds = if expected == "yes" { 40 } else { 4 };
    let wait = "const end = performance.now() + 1000 * argument;
        while (found === 'no' && performance.now() < end) await new Promise((go) => setTimeout(go, 50));
        return found;";
    let found = page.run_later(wait, seconds.into()).await?;
    Ok(if found == "yes" { "yes" } else { "no" })
}

/// What stands in `srcdoc`.
fn written(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// What is found of the single file and of the site in a context.
async fn found(page: &Page, context: &str, expected: [&str; 2]) -> Result<[&'static str; 2]> {
    let plain = Host::default().serve()?;
    let open = Host {
        headers: vec![OPEN_TO_ALL],
        ..Host::default()
    };
    let open = open.serve()?;
    let with = |policy| {
        let host = Host {
            headers: vec![policy],
            ..Host::default()
        };
        host.serve()
    };
    let both = |base: &str| {
        [
            format!("{base}lab/activation-lab.html"),
            format!("{base}lab/"),
        ]
    };
    let boxed = "sandbox=\"allow-scripts\"";
    let file = single_file()?;
    let path = file.trim_start_matches("file://").to_owned();
    Ok(match context {
        "a page of its own" => {
            let [single, site] = both(&plain);
            [alone(page, &single).await?, alone(page, &site).await?]
        }
        "opened from a disk" => {
            let folder = path.replace("activation-lab.html", "site/index.html");
            // There the picture and a sentence stand; no element comes to life.
            page.driver().goto(format!("file://{folder}")).await?;
            // Longer than it would take to start.
            let alive = "const end = performance.now() + 4000;
                while (!document.querySelector('activation-lab').shadowRoot && performance.now() < end) await new Promise((go) => setTimeout(go, 50));
                return Boolean(document.querySelector('activation-lab').shadowRoot);";
            let alive = page.run_later(alive, Value::Null).await? == true;
            [alone(page, &file).await?, if alive { "yes" } else { "no" }]
        }
        "a frame from another origin" => {
            let mut found = ["no"; 2];
            for (index, address) in both(&plain).iter().enumerate() {
                let attributes = format!("src=\"{address}{LINK}\"");
                found[index] = framed(page, &attributes, expected[index]).await?;
            }
            found
        }
        "the same with `sandbox=\"allow-scripts\"`"
        | "the same, its server open to all origins" => {
            let base = if context.contains("open") {
                &open
            } else {
                &plain
            };
            let mut found = ["no"; 2];
            for (index, address) in both(base).iter().enumerate() {
                let attributes = format!("{boxed} src=\"{address}{LINK}\"");
                found[index] = framed(page, &attributes, expected[index]).await?;
            }
            found
        }
        "`srcdoc`" | "`srcdoc` with `sandbox=\"allow-scripts\"`" => {
            let sandbox = if context.contains("sandbox") {
                boxed
            } else {
                ""
            };
            let text = std::fs::read_to_string(&path)?;
            let inside = |text: &str| format!("{sandbox} srcdoc=\"{}\"", written(text));
            let single = framed(page, &inside(&text), expected[0]).await?;
            let index = path.replace("activation-lab.html", "site/index.html");
            let site = std::fs::read_to_string(index)?;
            // Its addresses are those of the page around.
            let site = framed(page, &inside(&site), expected[1]).await?;
            [single, site]
        }
        "a policy `default-src 'self'`"
        | "the same with `script-src 'self' 'wasm-unsafe-eval'`" => {
            let base = with(if context.contains("wasm") {
                STRICT
            } else {
                SELF
            })?;
            let mut found = ["no"; 2];
            for (found, address) in found.iter_mut().zip(both(&base)) {
                page.driver().goto(&address).await?;
                let state = "for (let turn = 0; turn < 100; turn++) {
                        const figure = document.querySelector('activation-lab');
                        if (document.documentElement.dataset.lab === 'failed') return 'no';
                        if (figure.shadowRoot && figure.shadowRoot.querySelector('canvas')) return 'yes';
                        await new Promise((go) => setTimeout(go, 50));
                    }
                    return document.querySelector('activation-lab svg, activation-lab img') ? 'no' : 'empty';";
                let state = page.run_later(state, Value::Null).await?;
                ensure!(state != "empty", "{context}: nothing is shown");
                *found = if state == "yes" { "yes" } else { "no" };
            }
            found
        }
        other => anyhow::bail!("no test knows the context `{other}`"),
    })
}

#[tokio::test]
async fn the_page_works_where_the_table_says() -> Result<()> {
    let table = table()?;
    ensure!(table.len() >= 8, "only {} contexts", table.len());
    with_page(Screen::DESK, &site()?, async |page| {
        let mut wrong = Vec::new();
        for [context, single, site] in &table {
            let found = found(page, context, [single, site])
                .await
                .with_context(|| context.clone())?;
            if found != [single, site] {
                wrong.push(format!("{context}: {found:?}"));
            }
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    })
    .await
}

/// Under a strict policy, and below other folders, all of the site works: figures, training in a worker, links, frames. Nothing is refused.
#[tokio::test]
async fn the_site_works_under_a_strict_policy_below_other_folders() -> Result<()> {
    let around = "<!doctype html><title>around</title><script src=\"/a/b/lab/host.js\"></script>
        <iframe src=\"/a/b/lab/?ui=min#figure=decay&amp;v=2&amp;scene=gradient\" width=\"700\" height=\"300\"></iframe>";
    let host = Host {
        pages: vec![("a/around.html", around.to_owned())],
        headers: vec![STRICT],
        under: "a/b/",
        ..Host::default()
    };
    let address = host.serve()?;
    with_page(Screen::DESK, &format!("{address}a/b/lab/"), async |page| {
        let script = "
            window.refused = [];
            addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => refused.push(`${violatedDirective} ${blockedURI}`));
            const figure = element('freeze');
            figure.scrollIntoView({ behavior: 'instant' });
            figure.load('depth=6&step=1500&width=32');
            await new Promise((go) => figure.whenDrawn(go));
            const measures = figure.measures.filter(({ value }) => value !== null).length;
            document.querySelector('a[href^=\"#figure=neuron\"]').click();
            await new Promise((go) => setTimeout(go, 500));
            const workers = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/a/b/lab/trainer.wasm')).length;
            return [measures > 10, workers, location.pathname, location.hash.startsWith('#figure=neuron'), refused];";
        let found = page.run_later(script, Value::Null).await?;
        let wanted = serde_json::json!([true, 1, "/a/b/lab/", true, []]);
        ensure!(found == wanted, "{found}");
        page.driver().goto(format!("{address}a/around.html")).await?;
        let height = "const frame = document.querySelector('iframe'); return frame.clientHeight > 380 && frame.contentDocument.documentElement.scrollHeight === frame.clientHeight;";
        page.wait("the height of the frame", height, Value::Null).await
    })
    .await
}
