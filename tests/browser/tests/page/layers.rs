//! The random network: its point is dragged over the map, it is made critical, and it answers to keys.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::Value;
use thirtyfour::Key;

async fn value(page: &Page, control: &str) -> Result<f64> {
    let selector = format!("[data-control={control}] input.value");
    let texts = page.texts("layers", &selector).await?;
    texts
        .concat()
        .parse()
        .with_context(|| format!("{control} says {texts:?}"))
}

async fn sentence(page: &Page) -> Result<String> {
    Ok(page.texts("layers", ".sentence").await?.concat())
}

/// Waits until nothing is being computed any more.
async fn finished(page: &Page) -> Result<()> {
    page.settle().await?;
    let done = "return !part('layers', '.sentence').textContent.startsWith('Computing');";
    page.wait("the network", done, Value::Null).await
}

#[tokio::test]
async fn the_point_is_dragged_over_the_map() -> Result<()> {
    let address = format!("{}#figure=layers&activation=tanh", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let map = page.find("layers", "[data-plot=phase] canvas").await?;
        finished(page).await?;
        let before = sentence(page).await?;
        let norms = page.picture("layers", 1).await?;
        let hand = page.driver().action_chain();
        hand.move_to_element_center(&map)
            .click_and_hold()
            .move_by_offset(30, 10)
            .release()
            .perform()
            .await?;
        finished(page).await?;
        let (gain, bias) = (value(page, "gain").await?, value(page, "bias_std").await?);
        ensure!(gain > 1.2 && bias > 0.3, "the point is at ({gain}, {bias})");
        ensure!(
            sentence(page).await? != before,
            "the sentence stays {before:?}"
        );
        ensure!(page.picture("layers", 1).await? != norms, "the norms stay");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_button_makes_it_critical() -> Result<()> {
    let address = format!("{}#figure=layers&activation=relu", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let button = page.find("layers", ".actions button").await?;
        finished(page).await?;
        button.click().await?;
        finished(page).await?;
        let gain = value(page, "gain").await?;
        ensure!(
            (gain - std::f64::consts::SQRT_2).abs() < 1e-3,
            "g is {gain}"
        );
        let said = sentence(page).await?;
        ensure!(said.contains("the gradient comes through"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_change_the_network() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for control in ["gain", "depth", "width", "bias_std"] {
            let slider = page.slider("layers", control).await?;
            finished(page).await?;
            let (start, before) = (value(page, control).await?, sentence(page).await?);
            slider.send_keys(Key::Right).await?;
            finished(page).await?;
            ensure!(
                value(page, control).await? > start,
                "{control} stays {start}"
            );
            ensure!(sentence(page).await? != before, "{control}: {before}");
        }
        Ok(())
    })
    .await
}
