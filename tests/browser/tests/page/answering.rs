//! Answers that are put into the picture, by keys alone and by a finger, in both directions of script.

use crate::census::run;
use crate::touch::{PHONE, fingers, swipe};
use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, site, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

/// An estimate and a course that is drawn.
const ASKED: [&str; 2] = ["decay", "curves"];

/// The question of a figure, opened as by a press on its button; what is asked of it stands in `argument[1]`.
const FIGURE: &str = "
    const figure = document.querySelector(`activation-lab[figure=${argument[0]}]`);
    const card = () => inside(figure, '.asked');
    const focused = () => figure.shadowRoot.activeElement;
    const typed = () => card().querySelector('input[type=text]');
    const says = () => card().querySelector('.says').textContent;
    const seen = () => new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(done)));";

async fn ask(page: &Page, figure: &str, script: &str, argument: Value) -> Result<Value> {
    run(
        page,
        &format!("{FIGURE}{script}"),
        json!([figure, argument]),
    )
    .await
}

/// Leads to the button of the question, which is then pressed by whoever tests.
const THERE: &str = "
    document.documentElement.dir = argument[1];
    figure.scrollIntoView({ behavior: 'instant' });
    await drawn(figure);
    inside(figure, '.predict').focus();";

const ASKS: &str =
    "await until('the question', () => card() && focused() && card().contains(focused()));
    await seen();";

async fn key(page: &Page, key: Key) -> Result<()> {
    let chain = page.driver().action_chain().send_keys(key);
    chain.perform().await.context("a key")
}

/// The focus is never lost: from the button to the first slider, to what is so, and back to the button.
#[tokio::test]
async fn an_answer_is_put_into_the_picture_by_keys() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        for direction in ["ltr", "rtl"] {
            page.open_as_it_is(&site()?).await?;
            for figure in ASKED {
                answer_by_keys(page, figure, direction)
                    .await
                    .with_context(|| format!("{figure}, {direction}"))?;
            }
        }
        Ok(())
    })
    .await
}

async fn answer_by_keys(page: &Page, figure: &str, direction: &str) -> Result<()> {
    ask(page, figure, THERE, json!(direction)).await?;
    key(page, Key::Enter).await?;
    ask(page, figure, ASKS, Value::Null).await?;
    // Nothing is given yet: that is said, and the focus stays at the button.
    let commit = "return focused().matches('.commit');";
    let walk = async || {
        for _ in 0..9 {
            if ask(page, figure, commit, Value::Null).await? == true {
                return Ok(());
            }
            key(page, Key::Tab).await?;
        }
        anyhow::bail!("Tab does not come to the button")
    };
    walk().await?;
    key(page, Key::Enter).await?;
    let missing =
        "await until('what is missing', () => says().startsWith('Say what you expect first'));
        card().querySelectorAll('input[type=range]')[argument[1]].focus();";
    let places = i32::from(figure == "curves");
    ask(page, figure, missing, json!(places)).await?;
    key(page, Key::Up).await?;
    let given = "await until('the number', () => typed().value !== '' && says() === '');
        const [value] = [...card().querySelectorAll('input[type=range]')].slice(-1);
        const first = [value.valueAsNumber, value.getAttribute('aria-valuetext')];
        same(first[1], typed().value, 'what is said of the slider');
        return first;";
    let before = ask(page, figure, given, Value::Null).await?;
    key(page, Key::Up).await?;
    let more = "const value = [...card().querySelectorAll('input[type=range]')].pop();
        await until('more', () => value.valueAsNumber > argument[1][0] && value.getAttribute('aria-valuetext') !== argument[1][1]);";
    ask(page, figure, more, before).await?;
    walk().await?;
    key(page, Key::Enter).await?;
    let told = "await until('the answer', () => says() !== '' && focused() && focused().className === 'says');
        same([card().querySelector('.reason').hidden, card().querySelector('.commit')], [false, null], 'the reason');";
    ask(page, figure, told, Value::Null).await?;
    key(page, Key::Escape).await?;
    let back = "await until('the button', () => !card() && focused() && focused().className === 'predict');";
    ask(page, figure, back, Value::Null).await.map(drop)
}

/// With a question open `?` lists the keys, but not where a number is typed.
#[tokio::test]
async fn the_list_of_keys_opens_from_a_question() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        ask(page, "decay", THERE, json!("ltr")).await?;
        key(page, Key::Enter).await?;
        let script = format!("{ASKS}
            const list = () => [...document.body.children].map(({{ shadowRoot }}) => shadowRoot?.querySelector('dialog.keys')).find(Boolean) || null;
            const sign = (part) => part.dispatchEvent(new KeyboardEvent('keydown', {{ key: '?', bubbles: true, composed: true, cancelable: true }}));
            sign(typed());
            await pause(300);
            same(list(), null, 'from a field');
            sign(focused());
            await until('the list', () => list()?.open);
            list().close();
            await until('the focus', () => focused() && card().contains(focused()));");
        ask(page, "decay", &script, Value::Null).await.map(drop)
    })
    .await
}

/// A finger draws sideways over the picture of a phone, and the page stays where it is.
#[tokio::test]
async fn an_answer_is_put_into_the_picture_by_a_finger() -> Result<()> {
    with_page(PHONE, &site()?, async |page| {
        fingers(page).await?;
        for direction in ["ltr", "rtl"] {
            page.open_as_it_is(&site()?).await?;
            for figure in ASKED {
                ask(page, figure, THERE, json!(direction)).await?;
                key(page, Key::Enter).await?;
                ask(page, figure, ASKS, Value::Null).await?;
                let picture = "const canvas = [...figure.shadowRoot.querySelectorAll('canvas')].filter((one) => one.getClientRects().length).pop();
                    canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
                    await pause(600);
                    const { left, top, width, height } = canvas.getBoundingClientRect();
                    return [left + 0.35 * width, top + 0.5 * height, width, scrollY];";
                let place = ask(page, figure, picture, Value::Null).await?;
                let [x, y, width, top]: [f64; 4] = serde_json::from_value(place)?;
                swipe(page, [x, y], [x + 0.4 * width, y + 4.0]).await?;
                let given = "await until('an answer', () => typed().value !== '');
                    const wide = document.documentElement.scrollWidth - innerWidth;
                    return [scrollY, wide];";
                let after = ask(page, figure, given, Value::Null).await?;
                let [scrolled, wide]: [f64; 2] = serde_json::from_value(after)?;
                ensure!(scrolled == top && wide <= 0.0, "{figure}, {direction}: {scrolled} instead of {top}, {wide} too wide");
                let told = "card().querySelector('.commit').click();
                    await until('the answer', () => says() !== '');
                    card().querySelector('.leave').click();
                    await until('the end', () => !card());";
                ask(page, figure, told, Value::Null).await?;
            }
        }
        Ok(())
    })
    .await
}
