//! Words that name a mark point it out, and a mark points out its words.

use crate::census::run;
use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde_json::{Value, json};

/// How much ink is on a figure's first picture, where text and figures stand, and what is said to be pointed out.
const SEEN: &str = "
    const figure = document.querySelector(`activation-lab[figure=${argument}]`);
    await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    const canvas = every(figure, 'canvas')[0];
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let ink = 0;
    for (let at = 0; at < data.length; at += 4) ink += 765 - data[at] - data[at + 1] - data[at + 2];
    return {
        ink,
        stands: [scrollX, scrollY, document.documentElement.scrollHeight, figure.getBoundingClientRect().height],
        entries: every(figure, '.legend .lit').map((entry) => entry.textContent),
        words: [...document.querySelectorAll('.names.lit')].map((word) => word.textContent),
    };";

async fn seen(page: &Page, figure: &str) -> Result<Value> {
    run(page, SEEN, json!(figure)).await
}

async fn open(page: &Page, figure: &str) -> Result<Value> {
    page.open_as_it_is(&single_file()?).await?;
    let begin = "
        const figure = document.querySelector(`activation-lab[figure=${argument}]`);
        figure.scrollIntoView({ behavior: 'instant' });
        await drawn(figure);";
    run(page, begin, json!(figure)).await?;
    page.rest().await?;
    seen(page, figure).await
}

/// Sends the event of a mouse, or gives or takes the focus.
const DO: &str = "
    const [kind, figure, selector, index] = argument;
    const home = document.querySelector(`activation-lab[figure=${figure}]`);
    const part = (selector.startsWith('.names') ? [...document.querySelectorAll(selector)] : every(home, selector))[index];
    if (kind === 'focus') part.focus({ focusVisible: true, preventScroll: true });
    else if (kind === 'blur') part.blur();
    else if (kind === 'click') part.click();
    else if (kind === 'leave') (part.closest('.legend') || part).dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
    else part.dispatchEvent(new PointerEvent('pointerover', { pointerType: 'mouse', bubbles: true, composed: true }));";

async fn act(page: &Page, kind: &str, figure: &str, part: &str, index: usize) -> Result<Value> {
    run(page, DO, json!([kind, figure, part, index])).await?;
    seen(page, figure).await
}

fn ink(seen: &Value) -> Result<f64> {
    seen["ink"].as_f64().context("no ink")
}

/// An entry that is pointed at or has the focus leaves its own marks and lets the others stand back; then all is as before.
#[tokio::test]
async fn an_entry_of_the_legend_points_out_its_marks() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let before = open(page, "freeze").await?;
        for (begin, end) in [("enter", "leave"), ("focus", "blur")] {
            let mut inks = Vec::new();
            for index in [0, 1] {
                let lit = act(page, begin, "freeze", ".legend button", index).await?;
                ensure!(
                    ink(&lit)? < 0.9 * ink(&before)?,
                    "{begin}: {lit} of {before}"
                );
                ensure!(lit["stands"] == before["stands"], "{begin} moves something");
                ensure!(lit["entries"].as_array().map(Vec::len) == Some(1), "{lit}");
                inks.push(ink(&lit)?);
                let after = act(page, end, "freeze", ".legend button", index).await?;
                ensure!(after == before, "{end}: {after}, not {before}");
            }
            ensure!(inks[0] != inks[1], "A and B look alike: {inks:?}");
        }
        // Pressed, it stays until it is pressed again.
        let held = act(page, "click", "freeze", ".legend button", 1).await?;
        ensure!(ink(&held)? < 0.9 * ink(&before)?, "{held}");
        let free = act(page, "click", "freeze", ".legend button", 1).await?;
        ensure!(free == before, "{free}, not {before}");
        Ok(())
    })
    .await
}

/// Every word of the article that names a mark finds it in the figure that stands there, and nothing moves by that.
#[tokio::test]
async fn a_word_of_the_text_points_out_what_it_names() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for (figure, count) in [
            ("curves", 1),
            ("decay", 1),
            ("layers", 2),
            ("freeze", 3),
            ("dying", 1),
        ] {
            let before = open(page, figure).await?;
            let words = format!(".names[data-figure={figure}]:not([data-idle])");
            let all = "return document.querySelectorAll(argument).length;";
            let found = run(page, all, json!(words)).await?;
            ensure!(found == json!(count), "{figure}: {found} words");
            for index in 0..count {
                let lit = act(page, "enter", figure, &words, index).await?;
                ensure!(
                    ink(&lit)? < ink(&before)?,
                    "{figure} {index}: {lit} of {before}"
                );
                ensure!(
                    lit["stands"] == before["stands"],
                    "{figure}: something moves"
                );
                let told = ["entries", "words"].map(|of| lit[of].as_array().map_or(0, Vec::len));
                ensure!(told == [1, 1], "{figure}: {lit}");
                let after = act(page, "leave", figure, &words, index).await?;
                ensure!(after == before, "{figure}: {after}, not {before}");
            }
        }
        Ok(())
    })
    .await
}

/// What lies under the pointer points out its entry and its words, and does not make the others stand back.
#[tokio::test]
async fn a_mark_points_out_its_words() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let before = open(page, "freeze").await?;
        // Over the whole picture: somewhere is a point of A, somewhere one of B.
        let over = "
            const figure = document.querySelector('activation-lab[figure=freeze]');
            const canvas = every(figure, 'canvas')[0];
            const { left, top, width, height } = canvas.getBoundingClientRect();
            const told = new Set();
            for (let x = 0; x < width; x += 5) for (let y = 0; y < height; y += 5) {
                canvas.dispatchEvent(new PointerEvent('pointermove', { clientX: left + x, clientY: top + y, pointerType: 'mouse' }));
                const entries = every(figure, '.legend .lit').map((entry) => entry.textContent);
                const words = [...document.querySelectorAll('.names.lit')].map((word) => word.textContent);
                told.add([entries.join(), words.join()].join(' = '));
            }
            canvas.dispatchEvent(new PointerEvent('pointerleave', { pointerType: 'mouse' }));
            return [...told].sort();";
        let told = run(page, over, Value::Null).await?;
        let wanted = json!([" = ", "A: Sigmoid = A", "B: ReLU = B"]);
        ensure!(told == wanted, "{told}");
        let after = seen(page, "freeze").await?;
        ensure!(after == before, "{after}, not {before}");
        Ok(())
    })
    .await
}
