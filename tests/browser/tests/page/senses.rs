//! For eyes that need the system's own colours, for ears, and for fingers: colours, descriptions and sizes.

use anyhow::{Context, Result, ensure};
use browser_tests::{Ability, Page, Picture, Screen, single_file, with_page};
use serde_json::{Value, json};

/// Asks the browser for the colours of a contrast theme, or for none.
async fn force_colours(page: &Page, forced: &str) -> Result<()> {
    let features = json!([{ "name": "forced-colors", "value": forced }, { "name": "prefers-color-scheme", "value": "light" }]);
    page.protocol(
        "Emulation.setEmulatedMedia",
        json!({ "features": features }),
    )
    .await?;
    page.settle().await?;
    page.settle().await
}

/// The colours that cover the most pixels, most first.
fn colours(picture: &Picture) -> Vec<[u8; 3]> {
    let mut counts = std::collections::BTreeMap::new();
    for pixel in picture.rgba.chunks_exact(4) {
        *counts
            .entry([pixel[0], pixel[1], pixel[2]])
            .or_insert(0_u32) += 1;
    }
    let mut all: Vec<_> = counts.into_iter().collect();
    all.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    all.into_iter().map(|(colour, _)| colour).collect()
}

/// What the browser says that its system colours are.
const SYSTEM: &str = "
    const probe = document.createElement('p');
    document.body.append(probe);
    const channels = (name) => {
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        return getComputedStyle(probe).color.match(/[0-9]+/g).slice(0, 3).map(Number);
    };
    const all = ['Canvas', 'CanvasText', 'LinkText'].map(channels);
    probe.remove();
    return all;";

#[tokio::test]
async fn pictures_take_the_colours_that_a_system_forces() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.needs(Ability::Protocol)?;
        page.find("decay", "canvas").await?;
        let before = page.picture("decay", 1).await?;
        force_colours(page, "active").await?;
        let system: Vec<[u8; 3]> = serde_json::from_value(page.run(SYSTEM, Value::Null).await?)?;
        let [canvas, text, link] = system[..] else {
            anyhow::bail!("{system:?}");
        };
        let seen = colours(&page.picture("decay", 1).await?);
        ensure!(
            seen[0] == canvas,
            "the ground is {:?}, not {canvas:?}",
            seen[0]
        );
        ensure!(
            seen.contains(&text),
            "no {text:?} among {} colours",
            seen.len()
        );
        // The legend shows the same as the picture: the first series in the colour of a link.
        let swatch = page.first_ink("decay").await?;
        ensure!(
            swatch == link,
            "the legend says {swatch:?}, the system {link:?}"
        );
        force_colours(page, "none").await?;
        ensure!(
            page.picture("decay", 1).await? == before,
            "it does not come back"
        );
        Ok(())
    })
    .await
}

/// What a screen reader says of each canvas of a figure.
async fn descriptions(page: &Page, figure: &str) -> Result<Vec<String>> {
    let script = "const root = element(argument).shadowRoot;
        return [...root.querySelectorAll('canvas')].map((canvas) =>
            canvas.getAttribute('aria-describedby').split(' ').map((id) => root.getElementById(id).textContent).join(' '));";
    Ok(serde_json::from_value(
        page.run(script, json!(figure)).await?,
    )?)
}

#[tokio::test]
async fn each_picture_is_described_in_words_of_its_own() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for figure in ["curves", "decay", "layers"] {
            page.find(figure, "canvas").await?;
            let told = "const root = element(argument).shadowRoot;
                return [...root.querySelectorAll('.description')].every(({ textContent }) => /^(Across: |A row of )/.test(textContent));";
            page.wait("the descriptions", told, json!(figure)).await?;
            let said = descriptions(page, figure).await?;
            ensure!(said.len() >= 2, "{figure}: {said:?}");
            let distinct: std::collections::BTreeSet<_> = said.iter().collect();
            ensure!(distinct.len() == said.len(), "{figure}: {said:?}");
        }
        // Out of sight nothing follows.
        page.find("decay", "canvas").await?;
        let before = descriptions(page, "decay").await?;
        page.run("element('decay').setAttribute('depth', '33');", Value::Null)
            .await?;
        let follows = "return [...element('decay').shadowRoot.querySelectorAll('.description')].filter(({ textContent }) => textContent.includes('layer, 1 to 33')).length === 2;";
        page.wait("the description to follow", follows, Value::Null)
            .await?;
        ensure!(descriptions(page, "decay").await? != before);
        Ok(())
    })
    .await
}

/// WCAG 2.2, 2.5.8: 24 by 24 CSS pixels; from the back row nobody presses, but whoever stands at the projector does.
#[tokio::test]
async fn every_button_is_large_enough_in_every_theme() -> Result<()> {
    for theme in ["light", "projector"] {
        for (width, height) in [(1024, 768), (1280, 900)] {
            let screen = Screen {
                width,
                height,
                ..Screen::DESK
            };
            for (figure, rest) in [("decay", ""), ("layers", ""), ("neuron", "&ui=min")] {
                let address = format!(
                    "{}?theme={theme}{rest}#figure={figure}&v=2&depth=3",
                    single_file()?
                );
                with_page(screen, &address, async |page| {
                    let drawn = "element(argument).scrollIntoView({ behavior: 'instant' });
                        return part(argument, '.marks button') !== null;";
                    page.wait("the marks", drawn, json!(figure)).await?;
                    let script = "const root = element(argument).shadowRoot;
                        for (const fold of root.querySelectorAll('details')) fold.open = true;
                        const small = () => [...root.querySelectorAll('button, summary, input, .segments label')]
                            .filter((target) => target.checkVisibility() && !target.matches('.segments input, .switch input'))
                            .map((target) => [target.outerHTML.slice(0, 60), target.getBoundingClientRect()])
                            .filter(([, { width, height }]) => width < 24 || height < 24)
                            .map(([name, { width, height }]) => `${name}: ${width} by ${height}`);
                        const found = small();
                        for (const button of root.querySelectorAll('.tabs button:not([hidden])')) {
                            button.click();
                            found.push(...small());
                        }
                        return found;";
                    let small = page.run(script, json!(figure)).await?;
                    ensure!(small == json!([]), "{theme} {width} {figure}: {small}");
                    Ok(())
                })
                .await
                .with_context(|| theme)?;
            }
        }
    }
    Ok(())
}
