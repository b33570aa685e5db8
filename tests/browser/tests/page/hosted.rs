//! What a page does for the frames in it with the one line of `host.js`: heights, theme, sharpness.

use crate::census::run;
use crate::messages::{TALK, check, frame, page};
use anyhow::Result;
use browser_tests::{Host, Screen, with_page};
use serde_json::Value;

/// Whatever the width, a frame becomes as high as its figure wants to be, in few steps, and stays so: nothing grows with itself.
#[tokio::test]
async fn a_frame_gets_its_height_and_keeps_it() -> Result<()> {
    let body = [
        frame("figure=decay&v=2&scene=gradient", "height: 300px"),
        frame(
            "figure=neuron&v=2",
            "height: 900px; box-sizing: border-box; border: 5px solid grey",
        ),
        "<iframe src=\"lab/?ui=min&theme=projector#figure=freeze&v=2&depth=2&step=4&scene=meter\" style=\"border: 0\"></iframe>".to_owned(),
    ];
    check(
        page("", &body.concat()),
        "const sizes = frames.map(() => new Map());
        for (let turn = 0; turn < 20; turn++) {
            const width = 360 + 70 * (turn % 10);
            const before = heard('height').length;
            for (const frame of frames) frame.style.width = `${width}px`;
            for (const frame of frames) {
                frame.scrollIntoView({ behavior: 'instant' });
                await shown(frame);
                // Longer than it waits before it measures.
                await pause(200);
            }
            for (const [index, frame] of frames.entries()) {
                const page = frame.contentDocument.documentElement;
                await until(`frame ${index} to be as high as its page`, () => page.scrollHeight === frame.clientHeight && page.clientWidth === frame.clientWidth);
                const canvas = every(figureOf(frame), 'canvas')[0];
                sure(canvas.clientHeight > 100, `frame ${index}: a plot of ${canvas.clientHeight}`);
            }
            await pause(200);
            const said = heard('height').length - before;
            // At most two for each, as the room around a figure depends a little on the height.
            sure(said <= 2 * frames.length, `${said} heights for ${width}`);
            for (const [index, frame] of frames.entries()) {
                const known = sizes[index].get(width);
                // At one width a figure only grows, and never by more than the line that a sentence has more.
                if (known) sure(Math.abs(frame.clientHeight - known) < 48, `frame ${index} at ${width}: ${known}, then ${frame.clientHeight}`);
                sizes[index].set(width, frame.clientHeight);
                sure(frame.clientHeight < 4000, `frame ${index}: ${frame.clientHeight}`);
            }
        }
        const canvas = told.filter(({ data }) => data.subject === 'lti.frameResize').map(({ data }) => data.height);
        same(canvas, heard('height').map(({ height }) => height), 'heights for Canvas');
        // More of a figure than was there.
        const [, whole] = frames;
        const before = whole.clientHeight;
        inside(figureOf(whole), '.tabs button:not([hidden]):not([aria-expanded=true])').click();
        await until('a higher frame', () => whole.clientHeight > before + 40);
        await until('all of it to be seen', () => whole.contentDocument.documentElement.scrollHeight === whole.clientHeight);",
    )
    .await
}

/// A page's theme comes into its frames in the ways of several tools; an address with a theme of its own keeps it.
#[tokio::test]
async fn frames_follow_the_theme_of_their_page() -> Result<()> {
    let body = frame(
        "figure=decay&v=2&scene=gradient",
        "width: 700px; height: 420px",
    ) + "<iframe src=\"lab/?ui=min&theme=light#figure=decay&v=2&scene=network\" style=\"width: 700px; height: 420px\"></iframe>";
    let host = Host {
        pages: vec![("notes.html", page("", &body))],
        ..Host::default()
    };
    // In a dark system, notes that know nothing of it are light.
    let screen = Screen {
        dark: true,
        ..Screen::DESK
    };
    let script = format!(
        "{TALK}
        const [frame, pinned] = frames;
        await shown(frame);
        await shown(pinned);
        const theme = (frame) => inside(figureOf(frame), '.lab').dataset.theme;
        const becomes = (name) => until(`${{name}} figures`, () => theme(frame) === name);
        const root = document.documentElement;
        await becomes('light');
        const ways = [
            [() => root.classList.add('dark'), () => root.classList.remove('dark')],
            [() => (document.body.dataset.theme = 'dark'), () => (document.body.dataset.theme = 'light')],
            [() => root.setAttribute('dark', ''), () => root.removeAttribute('dark')],
            [() => (root.dataset.bsTheme = 'dark'), () => delete root.dataset.bsTheme],
            [() => (document.body.style.background = '#181a1b'), () => (document.body.style.background = '')],
        ];
        for (const [dark, light] of ways) {{
            delete document.body.dataset.theme;
            dark();
            await becomes('dark');
            light();
            await becomes('light');
        }}
        same(theme(pinned), 'light', 'the theme of its own');"
    );
    with_page(
        screen,
        &format!("{}notes.html", host.serve()?),
        async |page| run(page, &script, Value::Null).await.map(drop),
    )
    .await
}

/// A slide that is scaled by its page has sharp figures, and one that is made small costs no more than it shows.
#[tokio::test]
async fn a_frame_is_as_sharp_as_its_page_shows_it() -> Result<()> {
    let link = "figure=decay&v=2&scene=gradient";
    let slide = |scale: f64| {
        format!(
            "<div data-keep-height style=\"width: 400px; height: {}px; transform-origin: 0 0; transform: scale({scale})\">{}</div>",
            300.0 * scale,
            frame(link, "width: 400px; height: 300px")
        )
    };
    check(
        page("", &[1.0, 2.5, 0.5].map(slide).concat()),
        "const ratio = (frame) => {
            const canvas = inside(figureOf(frame), 'canvas');
            return canvas.width / canvas.clientWidth / devicePixelRatio;
        };
        for (const [index, wanted] of [1, 2.5, 1].entries()) {
            frames[index].scrollIntoView({ behavior: 'instant' });
            await shown(frames[index]);
            // A canvas has whole pixels.
            await until(`slide ${index} with ${wanted} pixels`, () => Math.abs(ratio(frames[index]) - wanted) < 0.01);
        }
        frames[0].parentElement.style.transform = 'scale(1.5)';
        dispatchEvent(new Event('resize'));
        await until('the slide that was scaled later', () => Math.abs(ratio(frames[0]) - 1.5) < 0.01);",
    )
    .await
}

/// One slider drives a frame by messages and an element by its property.
#[tokio::test]
async fn the_example_drives_two_figures() -> Result<()> {
    let example = include_str!("../../../../examples/hosts/two-figures.html");
    let host = Host {
        pages: vec![("notes.html", example.to_owned())],
        ..Host::default()
    };
    let script = format!(
        "{TALK}
        const [frame] = frames;
        const part = (id) => document.getElementById(id);
        await until('what the frame says', () => part('frame-said').textContent !== '');
        await drawn(part('element'));
        const inFrame = () => new URLSearchParams(figureOf(frame).state).get('depth');
        const pull = (depth) => {{
            part('depth').value = depth;
            part('depth').dispatchEvent(new Event('input'));
        }};
        for (const depth of ['40', '12']) {{
            pull(depth);
            await until(`both at ${{depth}}`, () => inFrame() === depth && part('element').depth === depth);
            same(part('element').activation, 'tanh', 'the rest of the element');
            await until('what they say', () => ['frame-said', 'element-said'].every((id) => part(id).textContent.includes(`depth=${{depth}}`)));
        }}
        same(inside(figureOf(frame), '.lab').dataset.theme, 'light', 'the page is light');"
    );
    with_page(
        Screen::DESK,
        &format!("{}notes.html", host.serve()?),
        async |page| run(page, &script, Value::Null).await.map(drop),
    )
    .await
}
