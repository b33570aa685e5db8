//! Nothing is drawn, told or written without need.

use crate::census::check;
use anyhow::Result;

/// While a page loads, each canvas in sight is drawn once, and none out of sight.
#[tokio::test]
async fn each_canvas_in_sight_is_drawn_once() -> Result<()> {
    check(
        "const figures = ['neuron', 'curves', 'decay', 'collapse', 'neuron', 'curves', 'decay'];
        const win = await host(figures.map((id) => `<activation-lab figure=\"${id}\"></activation-lab>`).join('<div style=\"height: 900px\"></div>'));
        const { document: page, told } = win;
        const elements = [...page.querySelectorAll('activation-lab')];
        await drawn(elements[0]);
        await quiet(win);
        const seen = elements.filter((element) => isDrawn(element));
        sure(seen.length < elements.length, 'nothing is below the fold');
        const canvases = seen.flatMap((element) => every(element, 'canvas'));
        same(told.draws.length, canvases.length, 'drawings');
        same(new Set(told.draws).size, canvases.length, 'canvases');
        same(told.panels, seen.length, 'panels');
        // Another size is drawn, and the words stay as they are.
        seen[0].style.width = '700px';
        await until('the new size', () => told.draws.length > canvases.length);
        await quiet(win);
        same(told.panels, seen.length, 'panels after another size');
        same(told.changes, [], 'changes told');",
    )
    .await
}

/// Play draws when a step is made, and not between two steps.
#[tokio::test]
async fn play_draws_steps_and_not_frames() -> Result<()> {
    check(
        "for (const figure of ['dying', 'freeze']) {
            const win = await host(`<activation-lab figure=\"${figure}\" step=\"0\" speed=\"2\"></activation-lab>`);
            const { document: page, told } = win;
            const element = page.querySelector('activation-lab');
            await drawn(element);
            await quiet(win);
            const step = () => Number(inside(element, '[data-control=step] input.value').value);
            const canvases = every(element, 'canvas').length;
            Object.assign(told, { draws: [], panels: 0 });
            inside(element, '.play').click();
            await until('four steps', () => step() >= 4);
            inside(element, '.play').click();
            await quiet(win);
            // The press of Play, each step, and the press of Pause; where a worker answers, each of them is asked for first and may report on the way.
            const times = step() + 2;
            sure(told.draws.length <= times * canvases, `${figure}: ${told.draws.length} drawings of ${canvases} canvases in ${step()} steps`);
            sure(told.panels <= times * (figure === 'freeze' ? 4 : 1), `${figure}: ${told.panels} panels in ${step()} steps`);
            document.querySelector('iframe').remove();
        }",
    )
    .await
}

/// What a resting pointer shows is seen and is not written; a press is.
#[tokio::test]
async fn a_resting_pointer_writes_nothing() -> Result<()> {
    check(
        "for (const figure of ['decay', 'layers']) {
            const win = await started(frameOf({ src: URL.createObjectURL(new Blob([await source()], { type: 'text/html' })) }));
            const { document: page, told } = win;
            const element = page.querySelector(`[figure=${figure}]`);
            element.scrollIntoView();
            await drawn(element);
            await until('a complete view', () => win.told.alive.frames.size === 0);
            const before = [element.outerHTML.split('>')[0], element.state, win.location.hash];
            const layer = () => inside(element, '[data-control=layer] input.value').value;
            const written = layer();
            const canvas = every(element, 'canvas').at(figure === 'decay' ? 0 : 1);
            // The pointer of these events is not one of the browser's, which some refuse to hold.
            canvas.setPointerCapture = () => {};
            const { left, top, width, height } = canvas.getBoundingClientRect();
            const at = (type, x, buttons = 0) => canvas.dispatchEvent(new win.PointerEvent(type, {
                clientX: left + x * width, clientY: top + 0.5 * height, pointerId: 1, pointerType: 'mouse', buttons, bubbles: true, isPrimary: true,
            }));
            at('pointermove', 0.7);
            await until(`${figure} to show another layer`, () => layer() !== written);
            const shown = layer();
            await pause(600);
            same([element.outerHTML.split('>')[0], element.state, win.location.hash], before, `${figure} under a resting pointer`);
            at('pointerleave', 1.2);
            await until(`${figure} to show what is written`, () => layer() === written);
            same(told.changes, [], 'changes');
            at('pointerdown', 0.7, 1);
            at('pointerup', 0.7);
            await until('a press to be written', () => element.getAttribute('layer') === shown);
            same(told.changes.length, 1, 'changes after a press');
            await until('the address', () => win.location.hash.includes(`layer=${shown}`));
            document.querySelector('iframe').remove();
        }",
    )
    .await
}

/// A button that was pressed twice says in the end what it does.
#[tokio::test]
async fn copy_says_copy_again() -> Result<()> {
    check(
        "const win = await host('<activation-lab figure=\"decay\"></activation-lab>');
        const element = win.document.querySelector('activation-lab');
        await drawn(element);
        const buttons = () => every(element, '.content button').filter((button) => !button.textContent.startsWith('Download'));
        const texts = () => buttons().map((button) => button.textContent);
        const resting = texts();
        sure(resting.length >= 2 && resting.every((text) => text === 'Copy'), resting.join());
        for (const again of [1, 2, 3]) {
            for (const button of buttons()) button.click();
            await until(`an answer to press ${again}`, () => texts().some((text) => text !== 'Copy'));
        }
        await until('all to be as before', () => JSON.stringify(texts()) === JSON.stringify(resting));
        buttons()[0].click();
        await until('an answer', () => texts()[0] !== 'Copy');
        element.remove();
        await pause(0);
        same(win.told.alive.timers.size, 0, 'timers that are left');",
    )
    .await
}

/// While something runs the sentence is spoken now and then, and at its end.
#[tokio::test]
async fn what_runs_is_spoken_every_five_seconds_and_at_the_end() -> Result<()> {
    check(
        "const win = await host('<activation-lab figure=\"dying\" step=\"0\" speed=\"2\"></activation-lab>');
        const element = win.document.querySelector('activation-lab');
        await drawn(element);
        const live = inside(element, '[aria-live]');
        const spoken = [];
        new MutationObserver(() => spoken.push([performance.now(), live.textContent])).observe(live, { childList: true, characterData: true, subtree: true });
        const begin = performance.now();
        inside(element, '.play').click();
        await until('two sentences', () => spoken.length >= 2);
        inside(element, '.play').click();
        const times = [begin, ...spoken.map(([time]) => time)];
        const gaps = times.slice(1).map((time, index) => time - times[index]);
        // Timers may be late, never early.
        sure(gaps.every((gap) => gap > 4990), `gaps of ${gaps}`);
        await until('the last sentence', () => live.textContent === inside(element, '.sentence').textContent);",
    )
    .await
}
