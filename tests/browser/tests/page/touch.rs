//! A finger: it drags what it means to drag, and scrolls the page everywhere else.

use anyhow::{Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::{Value, json};

/// A phone.
const PHONE: Screen = Screen {
    width: 360,
    height: 740,
    ratio: 2.0,
    dark: false,
};

/// Draws a finger from one place to another, in steps as a hand would.
async fn swipe(page: &Page, from: [f64; 2], to: [f64; 2]) -> Result<()> {
    let send = async |kind: &str, at: Option<[f64; 2]>| {
        let points: Vec<Value> = at.iter().map(|[x, y]| json!({ "x": x, "y": y })).collect();
        let event = json!({ "type": kind, "touchPoints": points });
        page.protocol("Input.dispatchTouchEvent", event).await
    };
    send("touchStart", Some(from)).await?;
    for step in 1..=10 {
        let share = f64::from(step) / 10.0;
        let at = [0, 1].map(|axis: usize| from[axis] + share * (to[axis] - from[axis]));
        send("touchMove", Some(at)).await?;
    }
    send("touchEnd", None).await?;
    page.settle().await
}

async fn x(page: &Page) -> Result<String> {
    Ok(page
        .texts("curves", "[data-control=x] input.value")
        .await?
        .concat())
}

#[tokio::test]
async fn a_finger_drags_sideways_and_scrolls_up_and_down() -> Result<()> {
    with_page(PHONE, &single_file()?, async |page| {
        let touch = json!({ "enabled": true, "maxTouchPoints": 2 });
        page.protocol("Emulation.setTouchEmulationEnabled", touch)
            .await?;
        page.find("curves", "canvas").await?;
        let middle = "const box = part('curves', 'canvas').getBoundingClientRect();
            return [box.left + box.width / 2, box.top + box.height / 2, box.width, scrollY];";
        let place: [f64; 4] = serde_json::from_value(page.run(middle, Value::Null).await?)?;
        let [left, top, width, scrolled] = place;
        let before = x(page).await?;
        swipe(page, [left, top], [left + 0.2 * width, top]).await?;
        let dragged = x(page).await?;
        ensure!(dragged != before, "sideways, x stays {before}");
        let after: [f64; 4] = serde_json::from_value(page.run(middle, Value::Null).await?)?;
        ensure!(after[3] == scrolled, "sideways, the page scrolls too");
        swipe(page, [left, top], [left, top - 200.0]).await?;
        page.wait(
            "the page to scroll",
            "return scrollY > argument;",
            json!(scrolled + 50.0),
        )
        .await?;
        ensure!(x(page).await? == dragged, "scrolling moves x as well");
        Ok(())
    })
    .await
}
