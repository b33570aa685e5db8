//! Inside somebody else's page: what happens in a frame stays in it.

use crate::census::{check, run};
use anyhow::Result;
use browser_tests::{Screen, single_file, site, with_page};
use serde_json::{Value, json};

/// A page with room above and below a frame, as course notes have it; it says what is inside of a link to a figure.
const NOTES: &str = "
    document.body.replaceChildren();
    const room = () => Object.assign(document.createElement('div'), { style: 'height: 3000px' });
    document.body.append(room());
    const notes = frameOf({}, { position: 'static', height: '500px' });
    document.body.append(room());
    scrollTo(0, 0);
    const unmoved = (when) => {
        same(scrollY, 0, `the host's place, ${when}`);
        sure(document.activeElement === document.body, `the host's focus, ${when}`);
    };";

/// The article's frame, where its own address names a figure, and where a script or a person follows its links.
#[tokio::test]
async fn nothing_in_a_frame_scrolls_or_focuses_its_host() -> Result<()> {
    let script = format!(
        "{NOTES}
        // Nothing glides in these tests: what scrolls has scrolled at once.
        notes.src = new URL('activation-lab.html#figure=layers&v=2', location.href);
        const win = await started(notes);
        const page = win.document;
        const chosen = page.querySelector('[figure=layers]');
        await until('the figure to be led to', () => Math.abs(chosen.getBoundingClientRect().top) < 100);
        unmoved('when it was opened');
        for (const figure of ['decay', 'neuron', 'layers']) {{
            const own = page.querySelector(`[figure=${{figure}}]`);
            page.querySelector(`a[href^=\"#figure=${{figure}}\"]`).click();
            await until(`${{figure}} in sight`, () => {{
                const {{ top, bottom }} = own.getBoundingClientRect();
                return top < 500 && bottom > 0;
            }});
            sure(own.state !== '', `${{figure}} shows its link`);
            unmoved(`after a link to ${{figure}}`);
        }}
        // From here on the frame has the focus, as if it had been clicked into.
        page.querySelector('.skip').click();
        same(page.activeElement.id, 'start', 'the way to the text');
        // Some browsers scroll by whole pixels only.
        sure(Math.abs(page.activeElement.getBoundingClientRect().top) < 1.5, 'its place');
        same(scrollY, 0, 'the host after a link to a place');"
    );
    check(&script).await
}

/// A list that opens takes the focus, also where only the upper part of its frame is in sight.
#[tokio::test]
async fn the_focus_inside_a_frame_scrolls_the_frame_alone() -> Result<()> {
    let script = format!(
        "{NOTES}
        notes.style.height = '2500px';
        scrollTo(0, 2400);
        notes.src = URL.createObjectURL(new Blob([await source('<activation-lab figure=decay></activation-lab>')], {{ type: 'text/html' }}));
        const win = await started(notes);
        const decay = win.document.querySelector('activation-lab');
        await drawn(decay);
        const list = inside(decay, '.adder');
        list.before(Object.assign(win.document.createElement('div'), {{ style: 'height: 900px' }}));
        inside(list.getRootNode().host, '.adder summary').click();
        same(decay.shadowRoot.activeElement.type, 'search', 'the focus');
        same(scrollY, 2400, 'the host when the list is open');
        for (const key of ['ArrowDown', 'ArrowDown', 'Escape']) {{
            decay.shadowRoot.activeElement.dispatchEvent(new win.KeyboardEvent('keydown', {{ key, bubbles: true, cancelable: true }}));
            same(scrollY, 2400, `the host after ${{key}}`);
        }}
        same(decay.shadowRoot.activeElement.tagName, 'SUMMARY', 'the focus afterwards');"
    );
    check(&script).await
}

/// The same from another origin, where the browser must not be asked for it either.
#[tokio::test]
async fn nor_across_origins() -> Result<()> {
    let script = format!(
        "{NOTES}
        const text = (await source()).replace('</body>', () => `<script>
            const look = () => {{
                const top = document.querySelector('[figure=dying]').getBoundingClientRect().top;
                if (Math.abs(top) < 100) parent.postMessage('there', '*');
                else setTimeout(look, 20);
            }};
            look();
        </scr` + `ipt></body>`);
        const there = new Promise((go) => addEventListener('message', ({{ data }}) => data === 'there' && go()));
        // Without allow-same-origin it is a stranger to this page.
        notes.setAttribute('sandbox', 'allow-scripts');
        notes.src = `${{URL.createObjectURL(new Blob([text], {{ type: 'text/html' }}))}}#figure=dying&v=2&seed=2`;
        await Promise.race([there, pause(20000).then(() => sure(false, 'the frame did not lead to its figure'))]);
        unmoved('when it was opened');"
    );
    check(&script).await
}

/// In `srcdoc` a fragment belongs to the host's address: the links of the text are followed by the page itself.
#[tokio::test]
async fn links_work_in_srcdoc() -> Result<()> {
    check(
        "const win = await started(frameOf({ srcdoc: await source() }));
        const page = win.document;
        const here = win.location.href;
        let left = false;
        win.addEventListener('pagehide', () => (left = true));
        for (const [figure, state] of [['neuron', 'b=-0.6'], ['neuron', 'x1=0'], ['decay', '']]) {
            const link = [...page.querySelectorAll(`a[href^=\"#figure=${figure}\"]`)].find(({ href }) => href.includes(state));
            link.click();
            const element = page.querySelector(`[figure=${figure}]`);
            await until(`${figure} to show ${state}`, () => element.state !== '' && element.state.includes(state));
            await drawn(element);
        }
        for (const link of [page.querySelector('.bar a'), page.querySelector('.skip')]) {
            link.click();
            same(page.activeElement.id, 'start', 'the focus');
        }
        await pause(300);
        same([win.location.href, left], [here, false], 'the frame is where it was');
        same(win.told.errors, [], 'errors');",
    )
    .await
}

/// Outside of frames the browser follows a link, so that Back leads back.
#[tokio::test]
async fn in_its_own_window_a_link_is_a_place_in_the_history() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let script = "const before = history.length;
            document.querySelector('a[href^=\"#figure=neuron\"]').click();
            await until('the link to be followed', () => element('neuron').state !== '');
            same(history.length, before + 1, 'places');
            history.back();
            await until('the address before', () => !location.hash.includes('figure=neuron'));";
        run(page, script, Value::Null).await?;
        Ok(())
    })
    .await
}

/// A visitor's own window is scrolled to the figure of the link.
#[tokio::test]
async fn a_link_into_the_middle_leads_to_its_figure() -> Result<()> {
    for figure in ["collapse", "dying"] {
        let address = format!("{}#figure={figure}&v=2&seed=3", site()?);
        with_page(Screen::DESK, &address, async |page| {
            let seen = "const { top, bottom } = element(argument).getBoundingClientRect();
                return top >= -1 && top < innerHeight && bottom > 0;";
            page.wait("the figure in sight", seen, json!(figure)).await
        })
        .await?;
    }
    Ok(())
}
