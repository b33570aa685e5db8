//! The figures of a page share its frames.

use crate::census::check;
use anyhow::Result;

/// Three figures, and what each does in which frame: `[frame, what, lab, milliseconds]`.
const THREE: &str = "
    const win = await host(`<activation-lab figure=\"${FIGURE}\" depth=\"3\"></activation-lab>`.repeat(3));
    const elements = [...win.document.querySelectorAll('activation-lab')];
    // Close together, so that all are in sight.
    for (const element of elements) element.style.cssText = 'height: 200px; overflow: hidden; display: block';
    for (const element of elements) await drawn(element);
    await quiet(win);
    const log = [];
    let frame = 0;
    const count = () => {
        frame += 1;
        win.requestAnimationFrame(count);
    };
    win.requestAnimationFrame(count);
    const { prototype } = win.ActivationLab.wasm.Lab;
    const watch = (name, note) => {
        const before = prototype[name];
        prototype[name] = function (...parts) {
            log.push([frame, name, this.__wbg_ptr, ...note(...parts)]);
            return before.apply(this, parts);
        };
    };
    watch('resume', (milliseconds) => [milliseconds]);
    watch('panel', () => []);
    watch('draw', () => []);
    const framesOf = (name) => log.filter((entry) => entry[1] === name)
        .reduce((all, entry) => all.set(entry[0], [...(all.get(entry[0]) || []), entry]), new Map());
    const sentence = (element) => inside(element, '.sentence').textContent;
";

#[tokio::test]
async fn who_works_shares_the_time_of_a_frame() -> Result<()> {
    check(&format!(
        "const FIGURE = 'layers';{THREE}
        const heavy = {{ depth: 100, width: 256, batch: 50 }};
        Object.assign(elements[0], heavy);
        Object.assign(elements[1], heavy, {{ width: 200 }});
        await until('both networks', () => elements.slice(0, 2).every((element) => sentence(element).includes('at layer 100')));
        const times = log.filter(([, name]) => name === 'resume').map(([, , lab, milliseconds]) => milliseconds);
        same([...new Set(times)].sort((a, b) => a - b), [6, 12], 'milliseconds to compute');
        for (const [at, entries] of framesOf('resume')) {{
            const sum = entries.reduce((all, [, , , milliseconds]) => all + milliseconds, 0);
            // Before it has begun, nobody knows that a figure will take long.
            sure(sum <= 12 || entries.some(([, , lab]) => log.find((entry) => entry[1] === 'resume' && entry[2] === lab)[0] === at), `${{sum}} ms in frame ${{at}}`);
        }}
        same(win.told.errors, [], 'errors');"
    ))
    .await
}

/// A canvas that is measured after something was written is laid out at once, and again after the next writing.
#[tokio::test]
async fn all_is_written_before_anything_is_drawn() -> Result<()> {
    check(&format!(
        "const FIGURE = 'decay';{THREE}
        // Light enough for all three to have a turn in one frame, at least once.
        const together = () => [...framesOf('panel').values()].some((entries) => entries.length > 1);
        for (let depth = 4; depth < 40 && !together(); depth++) {{
            for (const element of elements) element.depth = depth;
            await until('the new depth', () => elements.every((element) => element.state.includes(`depth=${{depth}}`)));
            await pause(50);
        }}
        sure(together(), 'never two in one frame');
        sure(log.some(([, name]) => name === 'draw'), 'nothing is drawn');
        log.forEach(([at, name], index) => {{
            const late = name === 'panel' && log.slice(0, index).some((entry) => entry[0] === at && entry[1] === 'draw');
            sure(!late, `in frame ${{at}} a panel is asked for after a drawing`);
        }});"
    ))
    .await
}

/// Who takes too long leaves the rest to the next frame, and nobody is left out.
#[tokio::test]
async fn a_full_frame_leaves_the_rest_to_the_next() -> Result<()> {
    check(&format!(
        "const FIGURE = 'layers';{THREE}
        const panel = prototype.panel;
        prototype.panel = function (...parts) {{
            for (const end = performance.now() + 15; performance.now() < end;);
            return panel.apply(this, parts);
        }};
        for (const element of elements) element.depth = 5;
        await until('the new depth', () => elements.every((element) => sentence(element).includes('at layer 5')));
        for (const [at, entries] of framesOf('panel')) same(entries.length, 1, `panels in frame ${{at}}`);"
    ))
    .await
}

/// A figure that stops in the middle of a frame takes no other with it.
#[tokio::test]
async fn one_that_stops_takes_no_other_with_it() -> Result<()> {
    check(&format!(
        "const FIGURE = 'layers';{THREE}
        const panel = prototype.panel;
        let broken = 0;
        prototype.panel = function (...parts) {{
            broken = broken || this.__wbg_ptr;
            if (broken === this.__wbg_ptr) throw new Error('unreachable');
            return panel.apply(this, parts);
        }};
        for (const element of elements) element.depth = 6;
        await until('the others', () => elements.slice(1).every((element) => sentence(element).includes('at layer 6')));
        sure(inside(elements[0], '[role=alert]'), 'the first says nothing');
        same(win.told.errors, [], 'errors');"
    ))
    .await
}
