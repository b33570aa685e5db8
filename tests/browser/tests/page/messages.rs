//! What a frame and the page around it say to each other, with `host.js` and without.

use crate::census::run;
use anyhow::Result;
use browser_tests::{Host, Screen, with_page};
use serde_json::Value;

/// What the tests of messages ask of a page around frames.
pub const TALK: &str = "
    const frames = [...document.querySelectorAll('iframe')];
    const figureOf = ({ contentDocument }) => contentDocument && contentDocument.querySelector('activation-lab[data-chosen]');
    const isReady = (frame) => told.some(({ data, source }) => data.type === 'ready' && source === frame.contentWindow);
    const shown = (frame) => until('a figure', () => isReady(frame) && figureOf(frame).shadowRoot && isDrawn(figureOf(frame)));
    const heard = (type) => told.filter(({ data }) => data.type === type).map(({ data }) => data);
    let marks = 0;
    // Asks and waits for all answers to that; `getState` is the last, and is answered last.
    async function ask(frame, request) {
        const id = `ask-${++marks}`;
        const say = (asked) => frame.contentWindow.postMessage({ source: 'activation-lab', ...asked }, '*');
        say({ ...request, id });
        say({ type: 'getState', id: `${id}-last` });
        await until('an answer', () => told.some(({ data }) => data.id === `${id}-last`));
        return told.filter(({ data }) => data.id === id).map(({ data }) => data);
    }";

/// A page that keeps what it hears in `told`, with the host script and frames.
pub fn page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html><title>notes</title><meta charset=\"utf-8\">{head}<script>
            window.told = [];
            addEventListener('message', ({{ data, source }}) => told.push({{ data, source }}));
        </script><script src=\"lab/host.js\"></script><body style=\"margin: 0\">{body}
        <script type=\"module\" src=\"lab/load.js\"></script><activation-lab figure=\"decay\" scene=\"network\" style=\"height: 300px\"></activation-lab>"
    )
}

/// A frame of ours that shows a link.
pub fn frame(link: &str, style: &str) -> String {
    format!("<iframe src=\"lab/?ui=min#{link}\" style=\"border: 0; {style}\"></iframe>")
}

/// Opens such a page and runs a script in it.
pub async fn check(html: String, script: &str) -> Result<()> {
    let host = Host {
        pages: vec![("notes.html", html)],
        ..Host::default()
    };
    let address = format!("{}notes.html", host.serve()?);
    with_page(Screen::DESK, &address, async |page| {
        run(page, &format!("{TALK}\n{script}"), Value::Null)
            .await
            .map(drop)
    })
    .await
}

/// Every request has its answer, and whatever is wrong with it is told with the names of what there is.
#[tokio::test]
async fn requests_are_judged_like_links_and_answered() -> Result<()> {
    let body = frame(
        "figure=decay&v=2&scene=gradient",
        "width: 700px; height: 420px",
    );
    check(
        page("", &body),
        "const [frame] = frames;
        await shown(frame);
        const ready = heard('ready')[0];
        same([ready.figure, ready.state], ['decay', 'plots=gradient&controls=depth&parts=title,sentence'], 'ready');
        for (const type of ready.requests.filter((name) => !['export', 'setState', 'setTheme', 'setScale'].includes(name))) {
            const [answer, ...more] = await ask(frame, { type });
            same([answer.type, answer.figure, more.length], ['state', 'decay', 0], type);
        }
        // Of a state only what is named, or all of it, with another figure.
        let [answer] = await ask(frame, { type: 'setState', controls: { depth: 20, activation: 'tanh' } });
        same(answer.state, 'activation=tanh&depth=20&plots=gradient&controls=depth&parts=title,sentence', 'two controls');
        [answer] = await ask(frame, { type: 'setState', state: 'depth=5&plots=network' });
        same([answer.state, answer.link], ['depth=5&plots=network', 'figure=decay&v=2&depth=5&plots=network'], 'a state');
        [answer] = await ask(frame, { type: 'setState', state: 'figure=curves&v=2&activation=tanh' });
        same([answer.figure, answer.state], ['curves', 'activation=tanh'], 'another figure');
        await ask(frame, { type: 'setState', state: 'figure=decay&v=2&depth=7&scene=gradient' });
        // What is wrong, and what there is instead.
        const faults = [
            [{ type: 'setSate' }, { problem: 'type', name: 'setSate', known: ready.requests }],
            [{ type: 'toString' }, { problem: 'type', name: 'toString', known: ready.requests }],
            [{ type: 'setTheme', tehme: 'dark' }, { problem: 'key', name: 'tehme', known: ['theme'] }],
            [{ type: 'setTheme' }, { problem: 'key', name: '', known: ['theme'] }],
            [{ type: 'setTheme', theme: 'solarized' }, { problem: 'value', name: 'theme', known: ['auto', 'light', 'dark', 'projector'] }],
            [{ type: 'setScale', scale: '2' }, { problem: 'value', name: 'scale', known: [0.05, 20] }],
            [{ type: 'setScale', scale: NaN }, { problem: 'value', name: 'scale', known: [0.05, 20] }],
            [{ type: 'getState', deep: true }, { problem: 'key', name: 'deep', known: [] }],
            [{ type: 'export', format: 'exe' }, { problem: 'value', name: 'format', known: ['svg', 'png', 'csv', 'json'] }],
        ];
        for (const [request, { problem, name, known }] of faults) {
            const [answer, ...more] = await ask(frame, request);
            same([answer.type, answer.problem, answer.name, answer.known, more.length], ['error', problem, name, known, 0], JSON.stringify(request));
        }
        const [unknown] = await ask(frame, { type: 'setState', controls: { dpeth: 3 } });
        sure(unknown.problem === 'value' && unknown.known.includes('depth') && unknown.known.includes('weight'), JSON.stringify(unknown));
        const markup = '<img src=x onerror=parent.broken=1>';
        const [ignored, state] = await ask(frame, { type: 'setState', state: `figure=decay&v=2&depth=4&${markup}=1` });
        same([ignored.type, ignored.problem, state.type, state.state], ['error', 'ignored', 'state', 'depth=4'], 'a bad link');
        sure(ignored.notes.join().includes('<img'), 'it names what was ignored');
        await pause(200);
        sure(!window.broken && !inside(figureOf(frame), '.note img'), 'nothing becomes markup');
        // What others say, and what we say ourselves, is no request.
        const before = heard('error').length;
        for (const data of [null, 'setTheme', 5, { type: 'reset' }, { source: 'react-devtools' }, { source: 'activation-lab', type: 'error' }, { source: 'activation-lab', type: 'ready' }]) frame.contentWindow.postMessage(data, '*');
        await pause(300);
        same([heard('error').length, figureOf(frame).state], [before, 'depth=4'], 'answers to what is none of ours');",
    )
    .await
}

/// The files are those of the figure as it is then.
#[tokio::test]
async fn a_host_can_have_the_files_of_a_figure() -> Result<()> {
    let body = frame(
        "figure=decay&v=2&depth=6&scene=gradient",
        "width: 700px; height: 420px",
    );
    check(
        page("", &body),
        "const [frame] = frames;
        await shown(frame);
        const file = async (request) => {
            const id = `file ${++marks}`;
            frame.contentWindow.postMessage({ source: 'activation-lab', type: 'export', id, ...request }, '*');
            const answer = await until('a file', () => told.find(({ data }) => data.id === id));
            same([answer.data.type, answer.data.name], ['file', `decay.${request.format}`], request.format);
            return answer.data.data;
        };
        const svg = new DOMParser().parseFromString(await file({ format: 'svg', width: 600 }), 'image/svg+xml').documentElement;
        same([svg.tagName, svg.getAttribute('width')], ['svg', '600'], 'SVG');
        const image = new Image();
        image.src = await file({ format: 'png', width: 600, scale: 3, theme: 'dark' });
        await image.decode();
        same(image.naturalWidth, 1800, 'PNG');
        const rows = (await file({ format: 'csv' })).trim().split('\\n');
        same(rows.length, 7, 'a head and six layers');
        const { figure, state, measures } = JSON.parse(await file({ format: 'json' }));
        same([figure, state.split('&')[0]], ['decay', 'depth=6'], 'JSON');
        same(measures, figureOf(frame).measures, 'measures');",
    )
    .await
}

/// Keys that no control uses are the host's, also when a slider was drawn with the hand; those that a control uses, or that write, are not.
#[tokio::test]
async fn keys_that_nobody_uses_are_handed_to_the_host() -> Result<()> {
    let body = frame(
        "figure=decay&v=2&plots=gradient&controls=depth,activation",
        "width: 700px; height: 420px",
    ) + "<iframe src=\"lab/#figure=decay&amp;v=2\" data-keep-height style=\"width: 700px; height: 420px\"></iframe>";
    check(
        page("", &body),
        "const [frame, article] = frames;
        await shown(frame);
        // As long as the frame grows there is something to scroll in it.
        await until('the frame to keep its height', async () => {
            const { height } = frame.style;
            await pause(400);
            return frame.style.height === height;
        });
        const seen = [];
        document.addEventListener('keydown', ({ key, keyCode, target }) => seen.push([key, keyCode, target === frame]));
        const { KeyboardEvent, PointerEvent } = frame.contentWindow;
        const figure = figureOf(frame);
        const slider = inside(figure, 'input[type=range]');
        const press = async (key, part, more = {}) => {
            seen.length = 0;
            const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more });
            part.dispatchEvent(event);
            await ask(frame, { type: 'getState' });
            return [seen.map(([key]) => key).join(), event.defaultPrevented];
        };
        const { body } = frame.contentDocument;
        for (const [key, code] of [['PageDown', 34], ['PageUp', 33], ['ArrowRight', 39], ['ArrowDown', 40], ['Escape', 27], [' ', 32]]) {
            same(await press(key, body), [key, false], `${key} on the page`);
            same(seen, [[key, code, true]], 'as the host hears it');
        }
        for (const [key, more] of [['x', {}], ['ArrowRight', { altKey: true }], ['Tab', {}], ['Enter', {}]]) same((await press(key, body, more))[0], '', key);
        // Led there by keys, the slider has them.
        slider.focus();
        same(await press('ArrowRight', slider), ['', true], 'an arrow');
        same(await press('PageDown', slider), ['', true], 'a page');
        same((await press('Home', slider))[0], '', 'what the browser does itself');
        same((await press('b', inside(figure, 'input.value')))[0], '', 'what is written');
        same((await press(' ', inside(figure, '.reset')))[0], '', 'a press of a button');
        // Drawn with the hand, it leaves the clicker's keys alone.
        const before = figure.state;
        slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        same(await press('PageDown', slider), ['PageDown', true], 'the clicker');
        same(figure.state, before, 'the state');
        same(await press('ArrowRight', slider), ['', true], 'an arrow after that');
        sure(figure.state !== before, 'the arrow moves it');
        // Escape leaves the control first.
        slider.focus();
        same((await press('Escape', slider))[0], '', 'Escape at a control');
        same(figure.shadowRoot.activeElement, null, 'the focus');
        same((await press('Escape', body))[0], 'Escape', 'the next one');
        // Where the frame scrolls, it does so itself, to its end.
        await shown(article);
        const long = article.contentDocument;
        const turn = async (key) => {
            seen.length = 0;
            long.body.dispatchEvent(new article.contentWindow.KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
            await ask(article, { type: 'getState' });
            return seen.length;
        };
        long.documentElement.scrollTop = 0;
        same([await turn('PageDown'), await turn('PageUp')], [0, 1], 'at the top');
        long.documentElement.scrollTo({ top: 1e6, behavior: 'instant' });
        same([await turn('PageDown'), await turn('PageUp')], [1, 0], 'at the end');",
    )
    .await
}

/// A page of its own says nothing to anybody, nor does an element in somebody's frame.
#[tokio::test]
async fn only_frames_of_ours_speak() -> Result<()> {
    let notes = "<!doctype html><activation-lab figure=\"decay\"></activation-lab><script type=\"module\" src=\"/lab/load.js\"></script>";
    let html = page(
        "",
        &format!(
            "<iframe srcdoc=\"{}\"></iframe>",
            notes.replace('"', "&quot;")
        ),
    );
    check(
        html,
        "const [frame] = frames;
        const figure = await until('a figure', () => frame.contentDocument.querySelector('activation-lab'));
        await drawn(figure);
        figure.depth = 30;
        await pause(600);
        same(told.filter(({ source }) => source === frame.contentWindow).length, 0, 'messages of an element');
        same(told.filter(({ source }) => source === window).length, 0, 'messages of this page');",
    )
    .await
}
