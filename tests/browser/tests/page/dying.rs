//! Training in the page: it plays, stands still, goes back, and a unit is chosen and given a leak.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::{Value, json};

const PLAY: &str = ".transport .play";

async fn step(page: &Page) -> Result<f64> {
    let fields = page
        .texts("dying", "[data-control=step] input.value")
        .await?;
    let text = fields.concat();
    text.parse()
        .with_context(|| format!("the step field says {text:?}"))
}

async fn sentence(page: &Page) -> Result<String> {
    Ok(page.texts("dying", ".sentence").await?.concat())
}

#[tokio::test]
async fn it_plays_stands_still_and_goes_back() -> Result<()> {
    let address = format!("{}#figure=dying&v=2&step=0&speed=50&bias=0", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let play = page.find("dying", PLAY).await?;
        ensure!(step(page).await? == 0.0, "it starts by itself");
        let start = page.picture("dying", 0).await?;
        let said = sentence(page).await?;
        play.click().await?;
        let passed = "return Number(part('dying', '[data-control=step] input.value').value) >= 10;";
        page.wait("ten steps", passed, Value::Null).await?;
        play.click().await?;
        page.settle().await?;
        let paused = step(page).await?;
        ensure!(
            page.picture("dying", 0).await? != start,
            "the lines have not moved"
        );
        ensure!(sentence(page).await? != said, "the sentence stays {said:?}");
        let wait = "await new Promise((go) => setTimeout(go, 300));";
        page.run_later(wait, Value::Null).await?;
        ensure!(step(page).await? == paused, "Pause does not hold");
        let slider = page.slider("dying", "step").await?;
        slider.send_keys(thirtyfour::Key::Home).await?;
        page.settle().await?;
        ensure!(
            page.picture("dying", 0).await? == start,
            "going back shows another start"
        );
        Ok(())
    })
    .await
}

/// What the issue asks for: killed by the learning rate alone, revived by a leak, from a link that tells it again.
#[tokio::test]
async fn a_link_tells_the_story_again() -> Result<()> {
    let address = format!(
        "{}#figure=dying&v=2&data=xor&width=16&bias=0&rate=3&alpha=0.1&unit=3&step=60",
        single_file()?
    );
    let hash = with_page(Screen::DESK, &address, async |page| {
        let leak = page.find("dying", ".actions button:nth-child(4)").await?;
        let dead = sentence(page).await?;
        ensure!(dead.contains("Unit 3 died at step"), "{dead}");
        leak.click().await?;
        page.write("dying", "[data-control=step] input.value", "120")
            .await?;
        let revived = sentence(page).await?;
        ensure!(revived.contains("Unit 3 came back to life"), "{revived}");
        let written = "return location.hash.includes('step=120');";
        page.wait("the hash to say step=120", written, Value::Null)
            .await?;
        Ok((
            revived,
            page.run("return location.hash;", Value::Null).await?,
        ))
    })
    .await?;
    let (revived, hash) = hash;
    let address = format!("{}{}", single_file()?, hash.as_str().unwrap_or_default());
    with_page(Screen::DESK, &address, async |page| {
        page.find("dying", PLAY).await?;
        let again = sentence(page).await?;
        ensure!(again == revived, "{again} instead of {revived}");
        Ok(())
    })
    .await
}

/// A press on a unit's line chooses it.
#[tokio::test]
async fn a_unit_is_chosen_by_its_line() -> Result<()> {
    let address = format!(
        "{}#figure=dying&v=2&rate=0.1&step=0&bias=0&width=16",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        let canvas = page.find("dying", "canvas").await?;
        let chosen = async || -> Result<String> {
            let fields = page
                .texts("dying", "[data-control=unit] input.value")
                .await?;
            Ok(fields.concat())
        };
        let before = chosen().await?;
        // At the start every bias is 0: all lines meet in the middle, and a circle around it crosses each.
        let size = canvas.rect().await?;
        let radius = 0.3 * size.height.min(size.width);
        let mut met = vec![before];
        for index in 0..24 {
            let angle = f64::from(index) * std::f64::consts::PI / 24.0;
            let (x, y) = (radius * angle.cos(), radius * angle.sin());
            let hand = page.driver().action_chain();
            hand.move_to_element_with_offset(&canvas, x as i64, y as i64)
                .click()
                .perform()
                .await?;
            page.settle().await?;
            met.push(chosen().await?);
        }
        met.sort();
        met.dedup();
        ensure!(met.len() > 4, "around the middle only {met:?} were met");
        Ok(())
    })
    .await
}

/// Off the screen no time passes.
#[tokio::test]
async fn unseen_it_stands_still() -> Result<()> {
    let address = format!("{}#figure=dying&v=2&step=0&speed=50&bias=0", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        page.find("dying", PLAY).await?.click().await?;
        let away = "scrollTo({ top: 0, behavior: 'instant' });
            await new Promise((go) => setTimeout(go, 300));
            return element('dying').shadowRoot.querySelector('[data-control=step] input.value').value;";
        let first = page.run_later(away, json!(null)).await?;
        let later = page.run_later(away, json!(null)).await?;
        ensure!(first == later, "unseen it went from {first} to {later}");
        Ok(())
    })
    .await
}
