//! The stage: every named scene fills the boxes that lecturers and authors of notes have for it, and the article's figures fit into a window.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Screen, native, site, with_page};
use serde_json::{Value, json};

/// The names of all figures with those of their scenes.
fn scenes() -> Result<Vec<[String; 2]>> {
    let list: Value = serde_json::from_str(&native(&["list", "figures", "--json"], "")?)?;
    let text = |value: &Value| value["id"].as_str().unwrap_or_default().to_owned();
    let figures = list["figures"].as_array().into_iter().flatten();
    let scenes = figures.flat_map(|figure| {
        let scenes = figure["scenes"].as_array().into_iter().flatten();
        scenes.map(move |scene| [text(figure), text(scene)])
    });
    Ok(scenes.collect())
}

#[tokio::test]
async fn every_scene_fills_its_box_and_is_legible_from_the_back_row() -> Result<()> {
    let scenes = scenes()?;
    ensure!(scenes.len() > 20, "only {} scenes", scenes.len());
    with_page(Screen::DESK, &site()?, async |page| {
        run(page, include_str!("stage.js"), json!(scenes))
            .await
            .map(drop)
    })
    .await
}

/// Title, plots, controls and sentence of each figure of the article stand in one view of a small laptop, and nothing runs out of its box.
#[tokio::test]
async fn the_figures_of_the_article_fit_into_a_window() -> Result<()> {
    const LAPTOP: Screen = Screen {
        width: 1366,
        height: 768,
        ..Screen::DESK
    };
    with_page(LAPTOP, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            const found = [];
            for (const figure of document.querySelectorAll('activation-lab')) {
                figure.scrollIntoView({ block: 'center', behavior: 'instant' });
                await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(done)));
                const outer = figure.getBoundingClientRect();
                if (outer.height > innerHeight) found.push(`${figure.figure} is ${outer.height} high`);
                const canvases = [...figure.shadowRoot.querySelectorAll('canvas')].filter((part) => part.getClientRects().length);
                if (!canvases.length || canvases.some((part) => part.clientHeight < 150)) found.push(`${figure.figure}: ${canvases.map((part) => part.clientHeight)}`);
                for (const part of figure.shadowRoot.querySelectorAll('h3, .sentence, input, button, canvas')) {
                    // What a fold hides has its place all the same.
                    if (!part.getClientRects().length || part.closest('details:not([open])')) continue;
                    const { top, bottom } = part.getBoundingClientRect();
                    if (top < outer.top - 1 || bottom > outer.bottom + 1) found.push(`${figure.figure}: ${part.className || part.tagName} is outside, by ${Math.round(bottom - outer.bottom)}`);
                }
            }
            return found;";
        let found = page.run_later(script, Value::Null).await?;
        ensure!(found == json!([]), "{found}");
        Ok(())
    })
    .await
}

/// All of a figure has plots of which one sees something on a projector of 1024 × 768, and pictures, player and sentence in one view.
#[tokio::test]
async fn all_of_a_figure_can_be_seen_in_a_hall() -> Result<()> {
    const HALL: Screen = Screen {
        width: 1024,
        height: 768,
        ..Screen::DESK
    };
    // A sixth of the height, with its labels.
    const LEAST: u32 = HALL.height / 6;
    for figure in [
        "neuron", "collapse", "curves", "decay", "layers", "freeze", "dying",
    ] {
        let address = format!("{}?ui=min&theme=projector#figure={figure}&v=2", site()?);
        with_page(HALL, &address, async |page| {
            let script = "
                const figure = document.querySelector('[data-chosen]');
                await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(done)));
                const heights = every(figure, 'canvas').filter((part) => part.getClientRects().length).map((part) => part.clientHeight);
                return [heights, inside(figure, '.sentence').getBoundingClientRect().bottom];";
            let seen = run(page, script, json!(null)).await?;
            let heights = seen[0].as_array().into_iter().flatten();
            let low = heights.clone().filter(|height| height.as_u64() < Some(LEAST.into())).count();
            ensure!(heights.count() > 1 && low == 0, "{figure}: {seen}");
            ensure!(seen[1].as_f64() <= Some(HALL.height.into()), "{figure}: {seen}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A link is an element: its figure, its state, what is shown; other attributes are said of it, and another link is another figure.
#[tokio::test]
async fn a_link_is_an_attribute() -> Result<()> {
    crate::census::check(
        "const win = await host('<activation-lab link=\"figure=freeze&v=2&depth=3&step=4&plots=loss\" depth=\"2\" style=\"height: 400px\"></activation-lab>');
        const element = win.document.querySelector('activation-lab');
        await drawn(element);
        same([element.figure, element.state], ['freeze', 'depth=2&step=4&plots=loss'], 'at first');
        same(every(element, 'canvas').length, 1, 'plots');
        element.setAttribute('link', 'figure=freeze&v=2&depth=2&step=4&plots=meter,loss');
        await until('the other plot', () => every(element, 'canvas').length === 2);
        element.setAttribute('link', 'figure=decay&v=2&depth=6&plots=network');
        await until('another figure', () => element.figure === 'decay' && element.state === 'depth=6&plots=network' && isDrawn(element));
        element.setAttribute('link', 'figure=decay&v=2&plots=netwrk');
        await until('a note', () => !inside(element, '.note').hidden && inside(element, '.note').textContent.includes('netwrk'));
        same(win.told.errors, [], 'errors');",
    )
    .await
}

/// All of a figure is one press away, and so is the way back; the state stays.
#[tokio::test]
async fn all_of_a_figure_is_one_press_away() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            const figure = document.querySelector('activation-lab[figure=decay]');
            figure.scrollIntoView({ behavior: 'instant' });
            const drawn = () => new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(() => requestAnimationFrame(done))));
            await drawn();
            const seen = () => ['canvas', 'input[type=range]', '.tabs button'].map((selector) =>
                [...figure.shadowRoot.querySelectorAll(selector)].filter((part) => part.getClientRects().length).length);
            figure.depth = 7;
            await drawn();
            const few = seen();
            const press = async () => {
                figure.shadowRoot.querySelector('.whole').click();
                await drawn();
            };
            await press();
            const [all, depth] = [seen(), figure.depth];
            await press();
            return { few, all, again: seen(), depth };";
        let seen = page.run_later(script, Value::Null).await?;
        ensure!(seen["few"] == json!([1, 1, 0]), "{seen}");
        ensure!(seen["again"] == seen["few"] && seen["depth"] == "7", "{seen}");
        let all = seen["all"].as_array().cloned().unwrap_or_default();
        ensure!(all.iter().all(|count| count.as_u64() > Some(1)), "{seen}");
        Ok(())
    })
    .await
}
