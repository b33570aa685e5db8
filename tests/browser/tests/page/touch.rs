//! A finger: it drags what it means to drag, and scrolls the page everywhere else.

use anyhow::{Result, ensure};
use browser_tests::{Ability, Page, Screen, single_file, with_page};
use serde_json::{Value, json};

/// A phone.
pub const PHONE: Screen = Screen {
    width: 360,
    height: 740,
    ratio: 2.0,
    dark: false,
};

/// Draws a finger from one place to another, in steps as a hand would, on a page that rests.
pub async fn swipe(page: &Page, from: [f64; 2], to: [f64; 2]) -> Result<()> {
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

/// Gives the page fingers; ends the test as skipped where there are none.
pub async fn fingers(page: &Page) -> Result<()> {
    page.needs(Ability::Touch)?;
    let touch = json!({ "enabled": true, "maxTouchPoints": 2 });
    page.protocol("Emulation.setTouchEmulationEnabled", touch)
        .await
}

#[tokio::test]
async fn a_finger_drags_sideways_and_scrolls_up_and_down() -> Result<()> {
    with_page(PHONE, &single_file()?, async |page| {
        fingers(page).await?;
        page.find("curves", "canvas").await?;
        page.rest().await?;
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

/// What the figure's link says, and how far the page is scrolled.
async fn state(page: &Page, figure: &str) -> Result<(String, f64)> {
    let script = "return [element(argument).state, scrollY];";
    let value = page.run(script, json!(figure)).await?;
    Ok(serde_json::from_value(value)?)
}

/// A place on a part of a figure, at that share of its width and in the middle of its height. It stands below what sticks to the top of a phone.
async fn place(page: &Page, figure: &str, selector: &str, share: f64) -> Result<[f64; 2]> {
    page.find(figure, selector).await?;
    page.rest().await?;
    let script = "const found = part(argument[0], argument[1]);
        found.scrollIntoView({ block: argument[1] === 'canvas' ? 'center' : 'end', behavior: 'instant' });
        const box = found.getBoundingClientRect();
        return [box.left + argument[2] * box.width, box.top + box.height / 2];";
    let value = page.run(script, json!([figure, selector, share])).await?;
    page.rest().await?;
    Ok(serde_json::from_value(value)?)
}

/// On bars that show the layer under a mouse, and on sliders, which a browser moves as soon as they are touched.
#[tokio::test]
async fn a_finger_that_scrolls_changes_nothing() -> Result<()> {
    with_page(PHONE, &single_file()?, async |page| {
        fingers(page).await?;
        for (figure, selector) in [
            ("decay", "canvas"),
            ("layers", "canvas"),
            ("decay", "input#depth"),
            ("layers", "input#gain"),
            ("curves", "input#x"),
        ] {
            let [x, y] = place(page, figure, selector, 0.8).await?;
            let (before, top) = state(page, figure).await?;
            swipe(page, [x, y], [x + 4.0, y - 150.0]).await?;
            let scrolled = "return scrollY > argument;";
            page.wait("the page to scroll", scrolled, json!(top + 30.0))
                .await?;
            let (after, _) = state(page, figure).await?;
            ensure!(after == before, "{figure} {selector}: {before:?} became {after:?}");
            // The thumb is back as well, or the next key would start from a place that nobody chose.
            if selector != "canvas" {
                let shown = "const range = part(argument[0], argument[1]);
                    const lab = new ActivationLab.wasm.Lab(argument[0]);
                    const { controls } = JSON.parse(lab.panel('light'));
                    return range.valueAsNumber === controls.find(({ id }) => id === range.id).position;";
                let shown = page.run(shown, json!([figure, selector])).await?;
                ensure!(shown == true, "{figure} {selector}: the thumb stays where it was touched");
            }
            // The same finger sideways does move it, or nothing was touched at all.
            let [x, y] = place(page, figure, selector, 0.4).await?;
            swipe(page, [x, y], [x + 60.0, y + 2.0]).await?;
            let (moved, _) = state(page, figure).await?;
            ensure!(moved != before, "{figure} {selector}: sideways it stays {before:?}");
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_tap_moves_a_slider() -> Result<()> {
    with_page(PHONE, &single_file()?, async |page| {
        fingers(page).await?;
        let [x, y] = place(page, "decay", "input#depth", 0.8).await?;
        let point = json!({ "type": "touchStart", "touchPoints": [{ "x": x, "y": y }] });
        page.protocol("Input.dispatchTouchEvent", point).await?;
        let end = json!({ "type": "touchEnd", "touchPoints": [] });
        page.protocol("Input.dispatchTouchEvent", end).await?;
        page.settle().await?;
        let (state, _) = state(page, "decay").await?;
        ensure!(
            state.starts_with("depth="),
            "after a tap the state is {state:?}"
        );
        Ok(())
    })
    .await
}

/// An iPhone's keypad for numbers has no minus, and smaller text than 16 px makes it zoom.
#[tokio::test]
async fn fields_ask_a_phone_for_what_they_take() -> Result<()> {
    with_page(PHONE, &single_file()?, async |page| {
        fingers(page).await?;
        let script = "return ActivationLab.catalogue.figures.flatMap(({ id, controls }) => controls
            .filter(({ kind }) => kind.Number)
            .map((control) => {
                const { min, whole } = control.kind.Number;
                const field = part(id, `[data-control=${control.id}] input.value`);
                return [`${id} ${control.id}`, min, whole, field.inputMode];
            }));";
        page.find("dying", "canvas").await?;
        let fields: Vec<(String, f64, bool, String)> =
            serde_json::from_value(page.run(script, Value::Null).await?)?;
        let negative = fields.iter().filter(|(_, min, ..)| *min < 0.0).count();
        ensure!(negative > 3 && fields.len() > negative + 10, "{fields:?}");
        for (name, min, whole, keypad) in fields {
            let wanted = match (min < 0.0, whole) {
                (true, _) => "text",
                (false, true) => "numeric",
                (false, false) => "decimal",
            };
            ensure!(keypad == wanted, "{name}: {keypad}");
        }
        let sizes = "return [...document.querySelectorAll('activation-lab')].flatMap((figure) =>
            [...figure.shadowRoot.querySelectorAll('input:not([type=range], [type=radio], [type=checkbox]), textarea')]
                .map((field) => parseFloat(getComputedStyle(field).fontSize)));";
        let sizes: Vec<f64> = serde_json::from_value(page.run(sizes, Value::Null).await?)?;
        ensure!(sizes.len() > 20 && sizes.iter().all(|size| *size >= 16.0), "{sizes:?}");
        Ok(())
    })
    .await
}
