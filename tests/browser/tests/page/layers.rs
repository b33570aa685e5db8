//! The random network: its point is dragged over the map, its button finds the critical scale, and keys move its sliders.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

async fn sentence(page: &Page) -> Result<String> {
    Ok(page.texts("layers", ".sentence").await?.concat())
}

async fn field(page: &Page, control: &str) -> Result<f64> {
    let selector = format!("[data-control={control}] input.value");
    let text = page.texts("layers", &selector).await?.concat();
    text.parse()
        .with_context(|| format!("{control} says {text:?}"))
}

#[tokio::test]
async fn the_button_makes_it_critical() -> Result<()> {
    let address = format!("{}#figure=layers&v=2&activation=relu", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let button = page.find("layers", ".actions button").await?;
        page.settle().await?;
        let before = sentence(page).await?;
        ensure!(
            before.contains("theory of endless width says 0.707"),
            "{before}"
        );
        button.click().await?;
        page.settle().await?;
        let after = sentence(page).await?;
        ensure!(after.contains("theory of endless width says 1."), "{after}");
        let disabled = "return part('layers', '.actions button').disabled;";
        ensure!(
            page.run(disabled, json!(null)).await? == true,
            "what is critical can be made critical again"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_point_is_dragged_over_the_map() -> Result<()> {
    let address = format!("{}#figure=layers&v=2&activation=tanh", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let canvas = page.find("layers", "[data-plot=phase] canvas").await?;
        page.settle().await?;
        let spread = page.picture("layers", 0).await?;
        let before = [field(page, "gain").await?, field(page, "bias_std").await?];
        let hand = page.driver().action_chain();
        hand.move_to_element_center(&canvas)
            .click_and_hold()
            .move_by_offset(40, -20)
            .release()
            .perform()
            .await?;
        page.settle().await?;
        let after = [field(page, "gain").await?, field(page, "bias_std").await?];
        ensure!(
            after[0] > before[0] && after[1] > before[1],
            "from {before:?} to {after:?}"
        );
        ensure!(
            page.picture("layers", 0).await? != spread,
            "the distributions stay as they were"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_move_the_depth_and_the_sentence_follows() -> Result<()> {
    let address = format!("{}#figure=layers&v=2", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let slider = page.slider("layers", "depth").await?;
        page.settle().await?;
        // An arrow moves by a twentieth of the range.
        slider.send_keys(Key::Right).await?;
        page.settle().await?;
        let said = sentence(page).await?;
        ensure!(said.contains("at layer 25,"), "{said}");
        slider.send_keys(Key::Home).await?;
        page.settle().await?;
        let said = sentence(page).await?;
        ensure!(said.starts_with("A single layer of"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_theory_of_depth_waits_behind_a_button() -> Result<()> {
    let address = format!("{}#figure=layers&v=2", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        page.settle().await?;
        let script = "const button = [...element('layers').shadowRoot.querySelectorAll('.tabs button')].find((button) => button.textContent === 'Deeper');
            const content = element('layers').shadowRoot.getElementById(button.getAttribute('aria-controls'));
            const before = [button.hidden, !content.hidden, part('layers', '.readouts').textContent.includes('ξ')];
            button.click();
            return [...before, !content.hidden && content.textContent.includes('Depth scale ξ')];";
        let seen = page.run_later(script, Value::Null).await?;
        ensure!(seen == json!([false, false, false, true]), "{seen}");
        // A figure without such numbers has no such button.
        let script = "return [...element('decay').shadowRoot.querySelectorAll('.tabs button')].map((button) => [button.textContent, button.hidden]);";
        page.open(&format!("{}#figure=decay&v=2", single_file()?)).await?;
        page.find("decay", "canvas").await?;
        let buttons = page.run(script, Value::Null).await?.to_string();
        ensure!(buttons.contains("[\"Deeper\",true]"), "{buttons}");
        Ok(())
    })
    .await
}
