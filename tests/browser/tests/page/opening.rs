//! The page opens, from a server and from a disk, and asks the network for nothing it should not.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, site, with_page};
use serde_json::{Value, json};

/// Both figures have come to life: each has its controls and says what is seen.
async fn is_alive(page: &Page) -> Result<()> {
    for figure in ["neuron", "curves", "decay"] {
        page.find(figure, "canvas").await?;
        let sentence = page.texts(figure, ".sentence").await?;
        ensure!(sentence.concat().len() > 20, "{figure} says {sentence:?}");
        ensure!(
            !page.texts(figure, "input[type=range]").await?.is_empty(),
            "{figure} has no slider"
        );
    }
    Ok(())
}

/// Addresses of everything that was fetched after the page itself.
async fn fetched(page: &Page) -> Result<Vec<String>> {
    let script = "return performance.getEntriesByType('resource').map((entry) => entry.name);";
    Ok(serde_json::from_value(
        page.run(script, Value::Null).await?,
    )?)
}

/// Whether there is an answer for both figures at least, and each is as expected.
fn all(answers: &Value, expected: &Value) -> bool {
    answers
        .as_array()
        .is_some_and(|list| list.len() >= 2 && list.iter().all(|answer| answer == expected))
}

#[tokio::test]
async fn the_site_opens_and_stays_at_home() -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        is_alive(page).await?;
        let fetched = fetched(page).await?;
        ensure!(
            fetched.iter().any(|name| name.ends_with(".wasm")),
            "no module among {fetched:?}"
        );
        let strangers: Vec<_> = fetched
            .iter()
            .filter(|name| !name.starts_with(&site))
            .collect();
        ensure!(
            strangers.is_empty(),
            "fetched from elsewhere: {strangers:?}"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_single_file_opens_from_a_disk_and_fetches_nothing() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        is_alive(page).await?;
        let fetched = fetched(page).await?;
        ensure!(fetched.is_empty(), "fetched: {fetched:?}");
        Ok(())
    })
    .await
}

/// A browser without streams that unpack, such as one from before 2023, unpacks by script.
#[tokio::test]
async fn the_single_file_opens_in_an_older_browser() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.open_after("delete window.DecompressionStream;")
            .await?;
        let script = "return typeof DecompressionStream;";
        ensure!(page.run(script, Value::Null).await? == "undefined");
        is_alive(page).await?;
        // The worker's module is what `Training` declares, whoever has unpacked it.
        let script = "const module = await ActivationLab.training.module(); return !('buffer' in module) && module.byteLength > 0;";
        ensure!(page.run_later(script, Value::Null).await? == true);
        Ok(())
    })
    .await
}

/// Frames of every kind that course software puts a page in.
#[tokio::test]
async fn the_single_file_runs_in_every_kind_of_frame() -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        for (kind, sandbox, inline) in [
            ("plain", None, false),
            ("sandboxed", Some("allow-scripts"), false),
            ("srcdoc", None, true),
            ("sandboxed srcdoc", Some("allow-scripts"), true),
        ] {
            // The frame cannot be looked into from outside when it is sandboxed, so it tells by itself.
            let script = "
                const [sandbox, inline] = argument;
                const file = await (await fetch('activation-lab.html')).text();
                const spy = `<script>
                    const first = document.querySelector('activation-lab');
                    const look = () => {
                        // In a frame of another origin a figure below the fold waits for its reader; where that is may change while the frame gets its size.
                        first.scrollIntoView({ behavior: 'instant' });
                        const canvas = first.shadowRoot && first.shadowRoot.querySelector('canvas');
                        const failed = document.documentElement.dataset.lab === 'failed';
                        const { top, height } = first.getBoundingClientRect();
                        parent.postMessage({ state: [top, height, innerHeight, document.documentElement.dataset.lab, Boolean(first.shadowRoot), canvas && canvas.width] }, '*');
                        if (failed) parent.postMessage({ seen: first.textContent }, '*');
                        else if (canvas && canvas.width > 300) parent.postMessage({ seen: 'drawn' }, '*');
                        else setTimeout(look, 20);
                    };
                    look();
                </scr` + `ipt></body>`;
                const text = file.replace('</body>', () => spy);
                const frame = document.createElement('iframe');
                Object.assign(frame.style, { width: '900px', height: '700px', position: 'fixed', top: 0, zIndex: 9 });
                if (sandbox) frame.setAttribute('sandbox', sandbox);
                if (inline) frame.srcdoc = text;
                else frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
                let state = 'nothing';
                const answer = new Promise((resolve, reject) => {
                    addEventListener('message', ({ data }) => {
                        state = data.state || state;
                        if (data.seen) resolve(data.seen);
                    });
                    setTimeout(() => reject(new Error(`the frame shows no figure: ${JSON.stringify(state)}`)), 100000);
                });
                document.body.append(frame);
                const seen = await answer;
                frame.remove();
                return seen;";
            let seen = page.run_later(script, json!([sandbox, inline])).await;
            let seen = seen.with_context(|| kind.to_owned())?;
            ensure!(seen == "drawn", "{kind} frame: {seen}");
        }
        Ok(())
    })
    .await
}

/// Where a page's policy forbids wasm, the static picture stays and a sentence says why.
#[tokio::test]
async fn a_forbidden_module_leaves_the_picture_and_a_sentence() -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        let script = "
            const file = await (await fetch('activation-lab.html')).text();
            const policy = `<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'unsafe-inline'\">`;
            const frame = document.createElement('iframe');
            frame.srcdoc = file.replace('<head>', '<head>' + policy);
            document.body.append(frame);
            for (let wait = 0; wait < 10000; wait += 1) {
                await new Promise((go) => setTimeout(go, 20));
                const inside = frame.contentDocument;
                if (inside?.documentElement?.dataset.lab !== 'failed') continue;
                return [...inside.querySelectorAll('activation-lab')].map((element) => {
                    const sentence = element.querySelector('.failed');
                    return [Boolean(sentence && sentence.textContent), Boolean(element.querySelector('svg'))];
                });
            }
            throw new Error('the page said nothing');";
        let told = page.run_later(script, Value::Null).await?;
        ensure!(all(&told, &json!([true, true])), "sentence and picture of each figure: {told}");
        Ok(())
    })
    .await
}

/// Without script the article has its pictures.
#[tokio::test]
async fn without_script_the_pictures_are_there() -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        let script = "
            const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
            const figures = [...page.querySelectorAll('activation-lab')];
            return Promise.all(figures.map(async (figure) => {
                const aside = figure.querySelector('img');
                const text = aside && await (await fetch(aside.getAttribute('src'))).text();
                const picture = aside ? new DOMParser().parseFromString(text, 'image/svg+xml') : figure;
                return (!aside || aside.alt.length > 50) && picture.querySelectorAll('svg path, svg polyline, svg rect').length > 5;
            }));";
        let drawn = page.run_later(script, Value::Null).await?;
        ensure!(all(&drawn, &json!(true)), "figures with a static picture: {drawn}");
        Ok(())
    })
    .await
}

/// The room of a figure that has not come into sight is kept for as long as it takes; only where the figures never start is it given back, after ten seconds.
#[tokio::test]
async fn a_figure_that_waits_keeps_its_room() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let script = "
            const waiting = [...document.querySelectorAll('activation-lab[data-waiting]')];
            const heights = () => waiting.map((figure) => figure.getBoundingClientRect().height);
            const before = heights();
            await new Promise((go) => setTimeout(go, 11000));
            return [before, heights()];";
        let seen = page.run_later(script, Value::Null).await?;
        let count = seen[0].as_array().map_or(0, Vec::len);
        ensure!(count > 3, "only {count} figures wait");
        ensure!(seen[0] == seen[1], "heights before and after: {seen}");
        Ok(())
    })
    .await
}
