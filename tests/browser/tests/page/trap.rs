//! A trap in wasm stops one figure, says so, and can be got over.

use crate::census::check;
use anyhow::Result;

/// The last picture stays; the button starts from the last link that had settled, and the others have noticed nothing.
#[tokio::test]
async fn a_trap_leaves_the_picture_a_sentence_and_a_way_on() -> Result<()> {
    check(
        "const win = await host('<activation-lab figure=\"decay\" depth=\"30\"></activation-lab><activation-lab figure=\"neuron\"></activation-lab>');
        const { document: page, told, ActivationLab } = win;
        const [decay, neuron] = page.querySelectorAll('activation-lab');
        await drawn(decay);
        decay.depth = 20;
        await until('the change to settle', () => told.changes.length === 1);
        await quiet(win);
        const pixels = (element) => every(element, 'canvas').map((canvas) => canvas.toDataURL()).join();
        const picture = pixels(decay);
        const resting = counts(win);
        const { panel } = ActivationLab.wasm.Lab.prototype;
        ActivationLab.wasm.Lab.prototype.panel = () => {
            throw new win.WebAssembly.RuntimeError('unreachable');
        };
        decay.weight = 2;
        const note = await until('the sentence', () => inside(decay, '.stopped'));
        ActivationLab.wasm.Lab.prototype.panel = panel;
        sure(note.getClientRects().length && note.textContent.includes('stopped'), note.textContent);
        same(note.getAttribute('role'), 'alert', 'its role');
        same(pixels(decay), picture, 'the picture');
        sure(every(decay, '.controls input, .controls button').every((part) => part.disabled), 'nothing else answers');
        const stopped = counts(win);
        sure(stopped.listeners < resting.listeners && stopped.observers < resting.observers, 'what has stopped holds nothing');
        same([stopped.frames, stopped.timers], [0, 0], 'frames and timers');
        // Whatever the page asks of it now is no error.
        same(decay.state, 'depth=20', 'the last that settled');
        decay.reset();
        decay.setAttribute('bias', 1);
        decay.remove();
        await pause(0);
        page.body.prepend(decay);
        await drawn(decay);
        same(inside(decay, '.stopped'), null, 'a new beginning');

        ActivationLab.wasm.Lab.prototype.panel = () => {
            throw new win.WebAssembly.RuntimeError('unreachable');
        };
        decay.load('depth=50');
        await until('the sentence again', () => inside(decay, '.stopped'));
        ActivationLab.wasm.Lab.prototype.panel = panel;
        inside(decay, '.stopped button').click();
        await drawn(decay);
        sure(!decay.state.includes('depth=50'), decay.state);
        sure(every(decay, '.controls input').some((part) => !part.disabled), 'the controls');
        await until('the attributes to follow', () => decay.getAttribute('depth') !== '50');
        neuron.scrollIntoView();
        await drawn(neuron);
        same(told.errors, [], 'errors that reach the page');",
    )
    .await
}

/// Wherever it happens: while it opens, under the pointer, in a table that is unfolded, in a press of Play.
#[tokio::test]
async fn every_call_is_guarded() -> Result<()> {
    check(
        "const win = await host('');
        const { document: page, told, ActivationLab } = win;
        const { prototype } = ActivationLab.wasm.Lab;
        const at = (canvas, type) => canvas.dispatchEvent(new win.PointerEvent(type, { clientX: 200, clientY: 200, bubbles: true, pointerId: 1 }));
        const acts = {
            set: (element) => element.setAttribute('seed', 5),
            apply: (element) => element.load('seed=3'),
            hash: (element) => element.state,
            pointer: (element) => at(inside(element, 'canvas'), 'pointermove'),
            step: (element) => inside(element, 'input[type=range]').dispatchEvent(new win.KeyboardEvent('keydown', { key: 'ArrowRight' })),
            advance: (element) => inside(element, '.play').click(),
            start: (element) => inside(element, '.play').click(),
            table: (element) => every(element, '.tabs button').forEach((button) => button.click()),
        };
        const trap = () => {
            throw new win.WebAssembly.RuntimeError('unreachable');
        };
        for (const [name, act] of Object.entries(acts)) {
            page.body.insertAdjacentHTML('afterbegin', '<activation-lab figure=\"dying\"></activation-lab>');
            const element = page.body.firstChild;
            await drawn(element);
            const whole = prototype[name];
            sure(whole, `there is no ${name}`);
            prototype[name] = trap;
            act(element);
            await until(`the sentence after ${name}`, () => inside(element, '.stopped'));
            prototype[name] = whole;
            element.remove();
            await pause(0);
        }
        const { apply, set } = prototype;
        prototype.set = trap;
        page.body.insertAdjacentHTML('afterbegin', '<activation-lab figure=\"dying\" seed=\"2\"></activation-lab>');
        await until('the sentence', () => inside(page.body.firstChild, '.stopped'));
        prototype.set = set;
        inside(page.body.firstChild, '.stopped button').click();
        await drawn(page.body.firstChild);
        same(page.body.firstChild.state, '', 'from the factory state');
        same(told.errors, [], 'errors that reach the page');",
    )
    .await
}
