//! Two networks learn in the page: the claim within ten seconds, a repair, a way back, an end; with a worker and without.

use anyhow::{Result, bail, ensure};
use browser_tests::{Page, Screen, native, single_file, with_page};
use serde_json::{Value, json};

const PLAY: &str = ".transport .play";

async fn sentence(page: &Page) -> Result<String> {
    Ok(page.texts("freeze", ".sentence").await?.concat())
}

/// Waits until the sentence holds these words.
async fn says(page: &Page, words: &str) -> Result<()> {
    let script = "return part('freeze', '.sentence').textContent.includes(argument);";
    page.wait(words, script, json!(words)).await
}

/// Presses the button of that label.
async fn press(page: &Page, label: &str) -> Result<()> {
    let script =
        "const buttons = [...element('freeze').shadowRoot.querySelectorAll('.actions button')];
        buttons.find((button) => button.textContent === argument).click();";
    page.run(script, json!(label)).await?;
    Ok(())
}

/// The promise: ten seconds of Play, and one switch after another.
#[tokio::test]
async fn the_freeze_shows_within_ten_seconds_and_can_be_repaired() -> Result<()> {
    let address = format!("{}#figure=freeze&v=2&step=0", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        says(page, "Before the first step").await?;
        let play = page.find("freeze", PLAY).await?;
        play.click().await?;
        let passed =
            "return Number(part('freeze', '[data-control=step] input.value').value) >= 300;";
        page.wait("three hundred steps", passed, Value::Null)
            .await?;
        page.find("freeze", PLAY).await?.click().await?;
        says(page, "A (Sigmoid) moves and learns nothing").await?;
        let said = sentence(page).await?;
        let begun = ["B (ReLU) learns: ", "B (ReLU) has learned "];
        ensure!(begun.iter().any(|words| said.contains(words)), "{said}");
        // The four cells, each by its button.
        page.run("element('freeze').load('v=2');", Value::Null)
            .await?;
        says(page, "it is the depth that holds A back").await?;
        press(page, "B = A, equal steps").await?;
        says(page, "B (Sigmoid, equal steps) learns").await?;
        press(page, "B = A, equal steps, 1 to 4 held").await?;
        says(page, "B (Sigmoid, equal steps) moves and learns nothing").await?;
        press(page, "B = A + residual").await?;
        says(page, "B (Sigmoid, residual) learns").await
    })
    .await
}

/// What the worker found out stands in the page as the command line prints it; without a worker it is the same.
#[tokio::test]
async fn whoever_computes_the_sentence_is_the_same() -> Result<()> {
    let state = ["step=421", "rate=0.1", "b_layer_norm=true", "depth=6"];
    let mut arguments = vec!["figure", "freeze", "--format", "json"];
    arguments.extend(state.iter().flat_map(|pair| ["--set", pair]));
    let view: Value = serde_json::from_str(&native(&arguments, "")?)?;
    let expected = view["summary"].as_str().unwrap_or_default().to_owned();
    ensure!(expected.starts_with("After 421 steps"), "{expected}");
    for worker in [true, false] {
        // The first picture is the page's own; what follows is the worker's, if there is one.
        let address = format!("{}#figure=freeze&v=2&step=0", single_file()?);
        with_page(Screen::DESK, &address, async |page| {
            says(page, "Before the first step").await?;
            if !worker {
                page.run("delete window.Worker;", Value::Null).await?;
            }
            let link = format!("figure=freeze&v=2&{}", state.join("&"));
            page.run("element('freeze').load(argument);", json!(link))
                .await?;
            says(page, &expected).await
        })
        .await?;
    }
    Ok(())
}

/// Too long a step: Play pauses where the numbers end, and the end can be seen again, slowly.
#[tokio::test]
async fn an_end_is_told_and_replayed() -> Result<()> {
    let address = format!(
        "{}#figure=freeze&v=2&step=0&data=sine&rate=0.5&activation=identity&speed=20&b_activation=tanh",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        says(page, "Before the first step").await?;
        page.find("freeze", PLAY).await?.click().await?;
        says(page, "A (Identity) has stopped: at step").await?;
        let paused = "return part('freeze', '.transport .play').textContent.includes('Play');";
        page.wait("Play to have paused", paused, Value::Null)
            .await?;
        page.settle().await?;
        let said = sentence(page).await?;
        let replay = "const button = part('freeze', '.transport button:last-child');
            if (button.hidden) throw new Error('no replay');
            button.click();";
        page.run(replay, Value::Null).await?;
        let again = "return !part('freeze', '.sentence').textContent.includes('has stopped');";
        page.wait("the time before the end", again, Value::Null)
            .await?;
        let back = "return part('freeze', '.sentence').textContent === argument;";
        if let Err(error) = page.wait("the end again", back, json!(said)).await {
            bail!(
                "{error}; it said {said:?} and now {:?}",
                sentence(page).await?
            );
        }
        Ok(())
    })
    .await
}

/// From a step that was dragged back to, B takes its own way; the link holds it.
#[tokio::test]
async fn b_branches_off_where_the_slider_stands() -> Result<()> {
    let address = format!("{}#figure=freeze&v=2&step=600", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        says(page, "After 600 steps").await?;
        let slider = page.slider("freeze", "step").await?;
        slider.send_keys(thirtyfour::Key::Left).await?;
        let moved = "const said = part('freeze', '.sentence').textContent;
            return said.startsWith('After') && !said.startsWith('After 600');";
        page.wait("another step", moved, Value::Null).await?;
        let script = "return part('freeze', '[data-control=step] input.value').value;";
        let step = page.run(script, Value::Null).await?;
        let step = step.as_str().unwrap_or_default().to_owned();
        press(page, &format!("Branch B off at step {step}")).await?;
        let hash = "return location.hash.includes(`branch=${argument}`);";
        page.wait("the hash to hold the branch", hash, json!(step))
            .await
    })
    .await
}
