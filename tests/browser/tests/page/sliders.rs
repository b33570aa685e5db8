//! A person moves a slider, and the numbers, the sentence and the picture follow.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use thirtyfour::Key;

/// Everything of `decay` that must follow a slider.
#[derive(PartialEq)]
struct Seen {
    depth: f64,
    readouts: Vec<String>,
    sentence: Vec<String>,
    rgba: Vec<u8>,
}

async fn look(page: &Page) -> Result<Seen> {
    let rgba = page.picture("decay", 1).await?.rgba;
    Ok(Seen {
        depth: depth(page).await?,
        readouts: page.texts("decay", ".readouts dd").await?,
        sentence: page.texts("decay", ".sentence").await?,
        rgba,
    })
}

/// What stands in the field beside the depth slider.
async fn depth(page: &Page) -> Result<f64> {
    let fields = page
        .texts("decay", "[data-control=depth] input.value")
        .await?;
    fields
        .concat()
        .parse()
        .with_context(|| format!("the depth field says {fields:?}"))
}

fn all_follow(before: &Seen, after: &Seen) -> Result<()> {
    ensure!(
        before.readouts != after.readouts,
        "the readouts stay {:?}",
        after.readouts
    );
    ensure!(
        before.sentence != after.sentence,
        "the sentence stays {:?}",
        after.sentence
    );
    ensure!(before.rgba != after.rgba, "the picture stays the same");
    Ok(())
}

#[tokio::test]
async fn depth_follows_the_keys() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let slider = page.slider("decay", "depth").await?;
        let start = look(page).await?;
        slider.send_keys(Key::Right).await?;
        let more = look(page).await?;
        ensure!(
            more.depth > start.depth,
            "right: from {} to {}",
            start.depth,
            more.depth
        );
        all_follow(&start, &more)?;
        slider.send_keys(Key::Left).await?;
        slider.send_keys(Key::End).await?;
        let deepest = look(page).await?;
        ensure!(deepest.depth == 1000.0, "End: {}", deepest.depth);
        all_follow(&more, &deepest)?;
        slider.send_keys(Key::Home).await?;
        let shallowest = look(page).await?;
        ensure!(shallowest.depth == 1.0, "Home: {}", shallowest.depth);
        all_follow(&deepest, &shallowest)
    })
    .await
}

#[tokio::test]
async fn depth_follows_the_pointer() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let slider = page.slider("decay", "depth").await?;
        let start = look(page).await?;
        let half = i64::from(slider.rect().await?.width as i32 / 2);
        let drag = |to: i64| {
            let hand = page.driver().action_chain();
            hand.move_to_element_center(&slider)
                .click_and_hold()
                .move_by_offset(to, 0)
                .release()
        };
        drag(half - 2).perform().await?;
        let right = look(page).await?;
        // Two pixels from the end, on a track of some hundred pixels for three decades.
        ensure!(
            right.depth > 800.0,
            "dragged to the right end: {}",
            right.depth
        );
        all_follow(&start, &right)?;
        drag(2 - half).perform().await?;
        let left = look(page).await?;
        ensure!(left.depth < 2.0, "dragged to the left end: {}", left.depth);
        all_follow(&right, &left)
    })
    .await
}

/// The issue's own words: depth 1 to 1000, with sigmoid and with tanh.
#[tokio::test]
async fn a_thousand_layers_are_shown_as_what_they_are() -> Result<()> {
    for activation in ["sigmoid", "tanh"] {
        let address = format!(
            "{}#figure=decay&v=2&activation={activation}&depth=1000",
            single_file()?
        );
        with_page(Screen::DESK, &address, async |page| {
            page.find("decay", "canvas").await?;
            let texts = page.texts("decay", ".readouts, .sentence").await?.join(" ");
            for lie in ["NaN", "Infinity", "undefined", "null"] {
                ensure!(!texts.contains(lie), "{activation} shows {lie}: {texts}");
            }
            let csv = page
                .csv("decay", &format!("activation={activation}&depth=1000"))
                .await?;
            let first = csv
                .lines()
                .nth(1)
                .and_then(|line| line.rsplit(',').next())
                .context("no first layer")?;
            let logarithm: f64 = first.parse()?;
            ensure!(
                logarithm.is_finite(),
                "log10 of layer 1's gradient is {first}"
            );
            ensure!(
                activation != "sigmoid" || logarithm < -500.0,
                "sigmoid: {logarithm}"
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_number_typed_in_moves_the_slider_and_nonsense_is_named() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let field = "[data-control=weight] input.value";
        let type_in = async |text: &str| page.write("decay", field, text).await;
        page.find("decay", field).await?;
        let before = page.picture("decay", 1).await?;
        type_in("2,5").await?;
        ensure!(
            page.texts("decay", "[data-control=weight] input.value")
                .await?
                == ["2.5"]
        );
        ensure!(
            page.picture("decay", 1).await? != before,
            "the picture stays the same"
        );
        type_in("much").await?;
        let error = page
            .texts("decay", "[data-control=weight] .error")
            .await?
            .concat();
        ensure!(error.contains("much"), "the error says {error:?}");
        Ok(())
    })
    .await
}
