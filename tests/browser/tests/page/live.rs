//! Numbers of the text that are those of a figure.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, with_page};
use serde_json::{Value, json};

/// What the text says of a figure, and what the figure shows.
const SAID: &str = "
    const text = (id) => document.querySelector(`.live[data-figure=decay]${id}`).textContent;
    const figure = document.querySelector('activation-lab[figure=decay]');
    const readout = inside(figure, '.readouts');
    return { depth: text('[data-control=depth]'), arrives: text('[data-readout=\"0\"]:not([data-part])'),
        value: figure.depth, shown: readout.querySelector('.number').textContent };";

#[tokio::test]
async fn a_number_of_the_text_is_moved_by_keys_and_by_dragging() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.open_as_it_is(&single_file()?).await?;
        let begin = "
            const figure = document.querySelector('activation-lab[figure=decay]');
            figure.scrollIntoView({ behavior: 'instant' });
            await drawn(figure);";
        run(page, begin, json!(null)).await?;
        let before = run(page, SAID, json!(null)).await?;
        ensure!(before["depth"] == "10" && before["arrives"] == before["shown"], "{before}");
        // The slider behind the number has the name of its control and takes the keys of one.
        let keys = "
            const range = document.querySelector('.live[data-control=depth] input');
            same(range.getAttribute('aria-label'), 'Depth', 'its name');
            const figure = document.querySelector('activation-lab[figure=decay]');
            range.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, cancelable: true }));
            await new Promise((go) => figure.whenDrawn(go));";
        run(page, keys, json!(null)).await?;
        let moved = run(page, SAID, json!(null)).await?;
        ensure!(
            moved["depth"] == "11" && moved["arrives"] == moved["shown"] && moved["arrives"] != before["arrives"],
            "{moved}"
        );
        // Dragged, it follows the hand, and the text below stays where it is.
        let drag = "
            const span = document.querySelector('.live[data-control=depth]');
            const figure = document.querySelector('activation-lab[figure=decay]');
            const { left, top } = span.getBoundingClientRect();
            span.setPointerCapture = () => {};
            span.hasPointerCapture = () => true;
            const send = (type, x) => span.dispatchEvent(new PointerEvent(type, { clientX: left + x, clientY: top + 5, bubbles: true, cancelable: true, pointerId: 1 }));
            // Between the figure and the text below it; figures further up may still come to their size.
            const room = () => span.parentElement.nextElementSibling.getBoundingClientRect().top - figure.getBoundingClientRect().top;
            const before = room();
            send('pointerdown', 2);
            send('pointermove', 62);
            await new Promise((go) => figure.whenDrawn(go));
            same(room(), before, 'where the text below stands');";
        run(page, drag, json!(null)).await?;
        let dragged = run(page, SAID, json!(null)).await?;
        let depth = |seen: &Value| seen["depth"].as_str().and_then(|text| text.parse::<f64>().ok());
        ensure!(
            depth(&dragged) > depth(&moved) && dragged["arrives"] == dragged["shown"],
            "{dragged}"
        );
        Ok(())
    })
    .await
}
