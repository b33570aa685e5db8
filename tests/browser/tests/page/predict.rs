//! Questions of the article: what is expected is said before it is seen.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Page, Screen, site, with_page};
use serde_json::{Value, json};

/// The figures that ask, in the order of the article.
const ASKING: [&str; 3] = ["curves", "decay", "dying"];

/// What the tests of this file share; `argument` is the figure's name.
const FIGURE: &str = "
    const figure = document.querySelector(`activation-lab[figure=${argument}]`);
    const card = () => inside(figure, '.asked');
    const focused = () => figure.shadowRoot.activeElement;
    const seen = () => new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(done)));
    const there = async () => {
        figure.scrollIntoView({ behavior: 'instant' });
        await drawn(figure);
        await seen();
    };
    const ask = async () => {
        await there();
        inside(figure, '.predict').focus();
        inside(figure, '.predict').click();
        await until('the question', () => card() && focused() && card().contains(focused()));
    };
    const key = (key) => focused().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));";

async fn with(page: &Page, figure: &str, script: &str) -> Result<Value> {
    run(page, &format!("{FIGURE}{script}"), json!(figure)).await
}

async fn open(page: &Page) -> Result<()> {
    page.open_as_it_is(&site()?).await
}

/// The question takes the focus, keeps what stands behind it out of reach, and gives all of it back.
#[tokio::test]
async fn a_question_is_asked_and_left_by_keys() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        open(page).await?;
        for figure in ASKING {
            let script = "
                await there();
                const before = figure.state;
                await ask();
                const reach = every(figure, 'button, input').filter((part) => part.getClientRects().length && !part.disabled && !part.closest('[inert]'));
                const outside = reach.filter((part) => !card().contains(part) && part.className !== 'skip' && !part.closest('.arrival, .note'));
                same(outside.map((part) => part.className || part.type), [], 'what is in reach behind the card');
                key('Escape');
                await until('the focus', () => focused() && focused().className === 'predict');
                same([Boolean(card()), figure.state, every(figure, '[inert]').length], [false, before, 0], 'afterwards');";
            with(page, figure, script).await?;
        }
        Ok(())
    })
    .await
}

/// Neither words nor pictures nor what is read aloud tell what is asked, until it is shown.
#[tokio::test]
async fn the_answer_is_covered_until_it_is_shown() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        open(page).await?;
        let script = "
            await ask();
            await until('the cover', () => !/part in/.test(inside(figure, '.sentence').textContent));
            await pause(700);
            const told = () => every(figure, '.sentence, .readouts, .plot-title, h3, .description, [aria-live]').map((part) => part.textContent).join(' ');
            const hidden = told();
            const ink = () => inside(figure, 'canvas').toDataURL();
            const covered = ink();
            const slider = [...card().querySelectorAll('input[type=range]')].pop();
            slider.value = String(Number(slider.max) / 4);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await seen();
            const expected = ink();
            card().querySelector('.commit').click();
            await until('the answer', () => !card().querySelector('.reason').hidden);
            await seen();
            return { hidden, moved: covered !== expected, shown: expected !== ink(), says: card().querySelector('.says').textContent, told: told() };";
        let found = with(page, "decay", script).await?;
        // The chain of twenty sigmoids, worked out here: each slope s(1 − s) of what the layer before has passed on.
        let (mut input, mut gradient) = (1.0_f64, 1.0_f64);
        for _ in 0..20 {
            let s = 1.0 / (1.0 + (-input).exp());
            gradient *= s * (1.0 - s);
            input = s;
        }
        let exponent = format!("{:.0}", gradient.log10().floor().abs());
        let raised: String = exponent.chars().map(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(c as usize - '0' as usize).unwrap_or(c)).collect();
        let has = |name: &str| found[name].as_str().is_some_and(|text| text.contains(&raised));
        ensure!(!has("hidden"), "covered, it is told: {found}");
        ensure!(has("says"), "10⁻{raised} is not said: {found}");
        ensure!(found["moved"] == true && found["shown"] == true, "{found}");
        Ok(())
    })
    .await
}

/// A link of the text leads to what it says and ends the question; a figure that is moved while it asks goes on as it was.
#[tokio::test]
async fn a_question_ends_with_what_it_was_about() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        open(page).await?;
        let moved = "
            await there();
            const before = figure.state;
            await ask();
            const [home, next] = [figure.parentNode, figure.nextSibling];
            figure.remove();
            await pause(50);
            home.insertBefore(figure, next);
            await there();
            same([Boolean(card()), figure.state], [false, before], 'out and back');";
        with(page, "decay", moved).await?;
        let followed = "
            await ask();
            document.querySelector('main a[href=\"#figure=decay&v=2&view=log\"]').click();
            await until('the end', () => !card());
            await seen();
            sure(/part in 3.59 million/.test(inside(figure, '.sentence').textContent), inside(figure, '.sentence').textContent);
            same([figure.depth, figure.view], [null, 'log'], 'its state');";
        with(page, "decay", followed).await.map(drop)
    })
    .await
}
