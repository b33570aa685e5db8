//! Course notes with three scenes each, as their tools build them: `examples/course-notes`.

use crate::census::run;
use anyhow::{Context, Result, ensure};
use browser_tests::{Host, Page, Screen, notes, site, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

/// What is asked of each frame of notes.
const FRAMES: &str = "
    const frames = [...document.querySelectorAll('iframe')];
    const figureOf = ({ contentDocument }) => contentDocument && contentDocument.querySelector('activation-lab[data-chosen]');
    const shown = (frame) => until('a figure', () => figureOf(frame) && figureOf(frame).shadowRoot && isDrawn(figureOf(frame)));
    const seen = (figure, selector) => every(figure, selector).filter((part) => part.getClientRects().length);";

/// A narrow page in a dark system.
const PAGE: Screen = Screen {
    width: 700,
    height: 900,
    ratio: 1.0,
    dark: true,
};

/// Serves built notes and opens them; there need be no figure outside of frames.
async fn open(page: &Page, tool: &str) -> Result<()> {
    let host = Host {
        folder: Some(notes(tool)?),
        ..Host::default()
    };
    page.driver()
        .goto(format!("{}index.html", host.serve()?))
        .await?;
    Ok(())
}

/// One plot, one slider, a sentence, all of it seen, and light in light notes, whatever the system's colours.
async fn read(tool: &str) -> Result<()> {
    let script = format!(
        "{FRAMES}
        const page = document.documentElement;
        for (const [index, frame] of frames.entries()) {{
            frame.scrollIntoView({{ block: 'center', behavior: 'instant' }});
            await shown(frame);
            const inner = frame.contentDocument.documentElement;
            await until(`frame ${{index}} without a scroll bar`, () => inner.scrollHeight <= frame.clientHeight && inner.scrollWidth <= frame.clientWidth);
        }}
        const figures = [...frames.map(figureOf), ...document.querySelectorAll('activation-lab')];
        same(figures.length, 3, 'figures');
        for (const figure of figures) {{
            figure.scrollIntoView({{ behavior: 'instant' }});
            await drawn(figure);
            same(['canvas', 'input[type=range]', '.sentence'].map((part) => seen(figure, part).length), [1, 1, 1], figure.figure);
            same(inside(figure, '.lab').dataset.theme, 'light', `${{figure.figure}} in light notes`);
            const [canvas] = seen(figure, 'canvas');
            sure(canvas.clientHeight > 200, `a plot of ${{canvas.clientHeight}}`);
            const box = figure.getBoundingClientRect();
            for (const part of seen(figure, 'canvas, .sentence, input, button')) {{
                const {{ bottom, right }} = part.getBoundingClientRect();
                sure(bottom <= box.bottom + 1 && right <= box.right + 1, `${{figure.figure}}: ${{part.className || part.tagName}} is cut off`);
            }}
        }}
        for (const frame of frames) {{
            const paper = getComputedStyle(frame.contentDocument.body).backgroundColor;
            same(paper, 'rgb(255, 255, 255)', 'the paper of a frame');
        }}
        sure(page.scrollWidth <= innerWidth, `the page is ${{page.scrollWidth}} wide`);"
    );
    with_page(PAGE, &site()?, async |page| {
        open(page, tool).await?;
        run(page, &script, Value::Null).await.map(drop)
    })
    .await
}

#[tokio::test]
async fn plain_notes_have_their_figures() -> Result<()> {
    read("plain").await
}

#[tokio::test]
async fn notes_by_sphinx_have_their_figures() -> Result<()> {
    read("sphinx").await
}

#[tokio::test]
async fn notes_by_mdbook_have_their_figures() -> Result<()> {
    read("mdbook").await
}

/// Presses on a part of the slide's figure, as a person does, who then takes the clicker.
async fn press(page: &Page, part: &str) -> Result<()> {
    let place = "
        const frame = document.querySelector('section.present iframe');
        const target = frame.contentDocument.querySelector('[data-chosen]').shadowRoot.querySelector(argument);
        const [outer, inner] = [frame.getBoundingClientRect(), target.getBoundingClientRect()];
        const scale = outer.width / frame.offsetWidth;
        return [outer.left + scale * (inner.left + inner.width / 2), outer.top + scale * (inner.top + inner.height / 2)].map(Math.round);";
    let place = page.run(place, json!(part)).await?;
    let [x, y] = [0, 1].map(|side| place[side].as_i64());
    let hand = page.driver().action_chain();
    let (x, y) = (x.context("no place")?, y.context("no place")?);
    hand.move_to(x, y).click().perform().await?;
    Ok(())
}

/// The slides are scaled and the figures in them sharp; whatever of a figure was pressed, the clicker turns the slide.
#[tokio::test]
async fn slides_are_sharp_and_turn_after_a_press_into_a_figure() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        open(page, "reveal").await?;
        for (slide, part) in [(0, "canvas"), (1, "input[type=range]")] {
            let script = format!(
                "{FRAMES}
                const frame = await until('the slide', () => document.querySelector('section.present iframe[src]'));
                await shown(frame);
                const scale = frame.getBoundingClientRect().width / frame.offsetWidth;
                sure(scale > 1.1, `the slide is scaled by ${{scale}}`);
                const [canvas] = every(figureOf(frame), 'canvas');
                await until('a sharp picture', () => canvas.width >= 0.98 * scale * devicePixelRatio * canvas.clientWidth);
                same(frame.offsetHeight, 560, 'the height that the slide gives it');
                // A slide that comes in is still on its way.
                await pause(1000);"
            );
            run(page, &script, Value::Null).await?;
            let at = "return Reveal.getIndices().h;";
            ensure!(page.run(at, Value::Null).await? == slide, "not on slide {slide}");
            press(page, part).await?;
            let inside = "return document.activeElement.tagName === 'IFRAME';";
            page.wait("the focus in the frame", inside, Value::Null).await?;
            let keys = page.driver().action_chain();
            keys.send_keys(Key::PageDown).perform().await?;
            let turned = at.replace("return", "return argument ===");
            page.wait("the next slide", &turned, json!(slide + 1)).await?;
        }
        Ok(())
    })
    .await
}
