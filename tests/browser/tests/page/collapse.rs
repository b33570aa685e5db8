//! Layers collapse into one, and the dial bends them.

use anyhow::{Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use thirtyfour::Key;

async fn sentence(page: &Page) -> Result<String> {
    Ok(page.texts("collapse", ".sentence").await?.concat())
}

#[tokio::test]
async fn the_dial_bends_the_grid() -> Result<()> {
    let address = format!("{}#figure=collapse&v=2", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let button = page.find("collapse", ".actions button").await?;
        let straight = page.picture("collapse", 0).await?;
        let said = sentence(page).await?;
        ensure!(said.contains("the whole network is one matrix"), "{said}");
        let locked = "return part('collapse', '[data-control=t]').hidden;";
        ensure!(
            page.run(locked, serde_json::Value::Null).await? == true,
            "the dial can be turned where it changes nothing"
        );
        button.click().await?;
        page.settle().await?;
        ensure!(
            page.picture("collapse", 0).await? != straight,
            "tanh bends nothing"
        );
        ensure!(
            sentence(page).await?.contains("no single matrix"),
            "{}",
            sentence(page).await?
        );
        let dial = page.slider("collapse", "t").await?;
        let bent = page.picture("collapse", 0).await?;
        dial.send_keys(Key::Left).await?;
        page.settle().await?;
        ensure!(
            page.picture("collapse", 0).await? != bent,
            "the dial does not turn"
        );
        dial.send_keys(Key::Home).await?;
        page.settle().await?;
        let back = sentence(page).await?;
        ensure!(back.contains("one matrix"), "at 0: {back}");
        Ok(())
    })
    .await
}

/// x is dragged in the line's picture.
#[tokio::test]
async fn the_outputs_are_compared_where_the_pointer_drags() -> Result<()> {
    let address = format!("{}#figure=collapse&v=2&activation=relu", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let canvas = page.find("collapse", "[data-plot=line] canvas").await?;
        let x = async || page.texts("collapse", "[data-control=x] input.value").await;
        let before = x().await?;
        let hand = page.driver().action_chain();
        hand.move_to_element_center(&canvas)
            .click_and_hold()
            .move_by_offset(-60, 0)
            .release()
            .perform()
            .await?;
        page.settle().await?;
        ensure!(x().await? != before, "x stays {before:?}");
        Ok(())
    })
    .await
}
