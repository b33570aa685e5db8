//! The neuron: its point is dragged in the plane, its weights move by keys, and everything follows.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use thirtyfour::Key;

/// Everything that must follow: the numbers, the sentence, and all three pictures.
struct Seen {
    numbers: Vec<String>,
    sentence: Vec<String>,
    pictures: Vec<Vec<u8>>,
}

async fn look(page: &Page) -> Result<Seen> {
    let mut pictures = Vec::new();
    for plot in 0..3 {
        pictures.push(page.picture("neuron", plot).await?.rgba);
    }
    Ok(Seen {
        numbers: page.texts("neuron", ".readouts .number").await?,
        sentence: page.texts("neuron", ".sentence").await?,
        pictures,
    })
}

fn all_follow(before: &Seen, after: &Seen) -> Result<()> {
    ensure!(
        before.numbers != after.numbers,
        "the readouts stay {:?}",
        after.numbers
    );
    ensure!(
        before.sentence != after.sentence,
        "the sentence stays {:?}",
        after.sentence
    );
    for (plot, (before, after)) in before.pictures.iter().zip(&after.pictures).enumerate() {
        ensure!(before != after, "picture {plot} stays the same");
    }
    Ok(())
}

/// What stands in the field beside a slider.
async fn value(page: &Page, control: &str) -> Result<f64> {
    let selector = format!("[data-control={control}] input.value");
    let texts = page.texts("neuron", &selector).await?;
    texts
        .concat()
        .parse()
        .with_context(|| format!("{control} says {texts:?}"))
}

#[tokio::test]
async fn it_opens_on_the_worked_example() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.find("neuron", "canvas").await?;
        let seen = look(page).await?;
        ensure!(seen.numbers[..2] == ["0.48", "0.48"], "{:?}", seen.numbers);
        let said = seen.sentence.concat();
        ensure!(said.contains("z = 0.48 is above 0"), "{said}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_point_is_dragged_in_the_plane() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let plane = page.find("neuron", "[data-plot=plane] canvas").await?;
        let before = look(page).await?;
        let hand = page.driver().action_chain();
        // From near the middle of the plane to the lower left, where ReLU passes nothing on.
        hand.move_to_element_center(&plane)
            .click_and_hold()
            .move_by_offset(-40, 50)
            .release()
            .perform()
            .await?;
        let after = look(page).await?;
        all_follow(&before, &after)?;
        let (x1, x2) = (value(page, "x1").await?, value(page, "x2").await?);
        ensure!(x1 < -0.5 && x2 < -0.5, "the point is at ({x1}, {x2})");
        let said = after.sentence.concat();
        ensure!(said.contains("no weight here gets any gradient"), "{said}");
        ensure!(after.numbers[0] == "0", "{:?}", after.numbers);
        // Beyond the map the point stops at the end of its sliders.
        let hand = page.driver().action_chain();
        hand.move_to_element_center(&plane)
            .click_and_hold()
            .move_by_offset(300, 0)
            .release()
            .perform()
            .await?;
        page.settle().await?;
        let x1 = value(page, "x1").await?;
        ensure!(x1 == 3.0, "dragged out to the right, x1 is {x1}");
        Ok(())
    })
    .await
}

/// The same without a pointer: the point's two controls, and the weights.
#[tokio::test]
async fn inputs_and_weights_follow_the_keys() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for control in ["x1", "x2", "w1", "w2", "b"] {
            let slider = page.slider("neuron", control).await?;
            let (start, before) = (value(page, control).await?, look(page).await?);
            slider.send_keys(Key::Right).await?;
            let after = look(page).await?;
            let now = value(page, control).await?;
            ensure!(now > start, "{control}: from {start} to {now}");
            all_follow(&before, &after).with_context(|| control.to_owned())?;
        }
        Ok(())
    })
    .await
}

/// A neuron of four inputs has sliders for them; one of two has not.
#[tokio::test]
async fn inputs_that_are_not_there_have_no_slider_in_use() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.find("neuron", "canvas").await?;
        page.settle().await?;
        let script = "return part('neuron', '[data-control=x4]').hidden;";
        let off = page.run(script, serde_json::Value::Null).await?;
        ensure!(off == true, "x4 takes room without effect");
        let four = page
            .find("neuron", "[data-control=inputs] label:last-child")
            .await?;
        four.click().await?;
        page.settle().await?;
        let off = page.run(script, serde_json::Value::Null).await?;
        ensure!(off == false, "x4 is not there");
        let titles = page
            .texts("neuron", "[data-plot=plane] .plot-title")
            .await?;
        ensure!(titles.concat().contains("x₄ = 0"), "{titles:?}");
        Ok(())
    })
    .await
}
