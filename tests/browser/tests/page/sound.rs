//! Figures that are heard: what is in the samples, and the player.

use crate::census::run;
use anyhow::{Context, Result, ensure};
use browser_tests::{Ability, Page, Screen, single_file, site, with_page};
use serde_json::{Value, json};
use thirtyfour::By;

/// Decibels that ten times less is quieter, as the player says it.
const DECADE_DB: f64 = 6.0;

async fn with_engine(page: &Page, script: &str) -> Result<Value> {
    let tools = include_str!("sound.js");
    run(
        page,
        &format!("{tools}\nawait engine();\n{script}"),
        Value::Null,
    )
    .await
}

fn numbers(value: &Value) -> Result<Vec<f64>> {
    serde_json::from_value(value.clone()).with_context(|| value.to_string())
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// The pitch rises with the sigmoid, by as many octaves for as much of it; the sound goes from the left ear to the right.
#[tokio::test]
async fn a_curve_is_heard_as_it_runs() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const { score, channels } = await rendered(heard('curves', 'activation=sigmoid&x_min=-6&x_max=6'));
            const at = (x) => (score.length * (x + 6)) / 12;
            // Windows of a tenth of a second, short enough for the pitch to be nearly one.
            const places = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5];
            const window = (x, what) => what(channels, at(x) - 0.05, at(x) + 0.05);
            return {
                pitches: places.map((x) => window(x, pitch)),
                sides: places.map((x) => window(x, ([left, right], from, to) => 10 * Math.log10(power(cut(right, from, to)) / power(cut(left, from, to))))),
                silence: Math.max(...channels.map((channel) => power(cut(channel, score.length + 0.1, score.length + 0.3)))),
            };";
        let found = with_engine(page, script).await?;
        let (pitches, sides) = (numbers(&found["pitches"])?, numbers(&found["sides"])?);
        ensure!(pitches.windows(2).all(|pair| pair[1] > pair[0]), "the pitch does not rise: {found}");
        ensure!(sides.windows(2).all(|pair| pair[1] > pair[0] + 1.0), "it does not go to the right: {found}");
        ensure!(sides[0] < -10.0 && sides[10] > 10.0 && sides[5].abs() < 1.0, "{found}");
        // Octaves are in proportion to values; a window's pitch is a mean, and so a little off.
        let octaves = |x: usize| (pitches[x] / pitches[5]).log2();
        for (index, x) in [(7, 2.0), (3, -2.0), (8, 3.0), (10, 5.0)] {
            let [heard, expected] = [octaves(index) / octaves(9), (sigmoid(x) - 0.5) / (sigmoid(4.0) - 0.5)];
            ensure!((heard - expected).abs() < 0.02, "at {x} the pitch stands at {heard}, the curve at {expected}");
        }
        ensure!(found["silence"].as_f64().is_some_and(|power| power < 1e-9), "it goes on: {found}");
        Ok(())
    })
    .await
}

/// Below zero there is noise beside the tone, and a tick where zero is crossed.
#[tokio::test]
async fn noise_is_below_zero_and_a_tick_where_it_is_crossed() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const { score, channels } = await rendered(heard('curves', 'activation=tanh&x_min=-6&x_max=6'));
            const both = channels[0].map((x, i) => x + channels[1][i]);
            // Far from any tone there is only noise.
            const hiss = (from, to) => [7919, 9973, 12007, 15013].reduce((sum, hertz) => sum + goertzel(cut(both, from, to), hertz), 0);
            const middle = score.length / 2;
            const tick = (time) => goertzel(cut(both, time, time + 0.02), 3520);
            const { score: plain, channels: [left] } = await rendered(heard('curves', 'activation=sigmoid&x_min=-6&x_max=6'));
            return {
                below: hiss(0.2, middle - 0.1), above: hiss(middle + 0.2, score.length - 0.1),
                tick: tick(middle), before: tick(middle - 0.2), after: tick(middle + 0.2),
                plain: goertzel(cut(left, plain.length / 2, plain.length / 2 + 0.02), 3520),
            };";
        let found = with_engine(page, script).await?;
        let of = |name: &str| found[name].as_f64().unwrap_or(f64::NAN);
        ensure!(of("below") > 100.0 * of("above"), "no noise below zero: {found}");
        ensure!(of("tick") > 20.0 * of("before").max(of("after")), "no tick: {found}");
        ensure!(of("tick") > 100.0 * of("plain"), "a tick where nothing is crossed: {found}");
        Ok(())
    })
    .await
}

/// Each layer's note is as much quieter as its gradient is smaller, from the last to the first; zero is silent.
#[tokio::test]
async fn a_chain_fades_as_its_gradient_does() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const notes = async (link) => {
                const { score, channels } = await rendered(heard('decay', link));
                return score.tones.map((_, i) => loudness(channels, (i + 0.3) * score.note, (i + 0.65) * score.note));
            };
            const dead = await notes('activation=relu&weight=-1&depth=3&view=log&plots=gradient');
            return { chain: await notes('depth=10&plots=gradient'), dead: dead.map((x) => Math.max(x, -400)) };";
        let found = with_engine(page, script).await?;
        let chain = numbers(&found["chain"])?;
        ensure!(chain.len() == 10, "{found}");
        // Ten sigmoids with weight 1 and input 1: what arrives has passed the slope s(1 − s) of each layer on its way.
        let mut input = 1.0;
        let slopes: Vec<f64> = (0..10)
            .map(|_| {
                input = sigmoid(input);
                input * (1.0 - input)
            })
            .collect();
        let mut decades = 0.0;
        for (index, slope) in slopes.iter().rev().skip(1).enumerate() {
            decades += slope.log10();
            let fallen = chain[index + 1] - chain[0];
            ensure!((fallen - DECADE_DB * decades).abs() < 0.1, "note {index} has fallen by {fallen} dB, its gradient by {decades} decades");
        }
        let dead = numbers(&found["dead"])?;
        ensure!(dead.iter().any(|x| *x < -200.0), "where nothing arrives something is heard: {found}");
        Ok(())
    })
    .await
}

/// What the scripts for the player share; `argument` is a figure's name.
const PLAYER: &str = "
    const figure = document.querySelector(`activation-lab[figure=${argument}]`);
    const bar = () => inside(figure, '.sound');
    const plays = () => bar()?.querySelector('.play').textContent.startsWith('❚❚') || false;
    const line = () => inside(figure, '.heard');
    const place = () => parseFloat(line().style.left);
    const press = (part, key) => part.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));";

async fn with_player(page: &Page, figure: &str, script: &str) -> Result<Value> {
    run(page, &format!("{PLAYER}\n{script}"), json!(figure)).await
}

/// A press begins; a line goes along in the picture; it stands still, goes on, and ends with the curve, with a key, with another state, and with another figure.
#[tokio::test]
async fn it_is_begun_by_the_reader_and_ends_with_what_it_was_about() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.needs(Ability::Sound)?;
        page.open_as_it_is(&site()?).await?;
        let fetched = "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/sound.js')).length;";
        page.find("curves", ".listen").await?;
        ensure!(page.run(fetched, Value::Null).await? == 0, "it is fetched before anybody asks");
        page.find("curves", ".listen").await?.click().await?;
        let script = "
            await until('it to begin', plays);
            same([line().getAttribute('aria-hidden'), inside(figure, '.listen').ariaExpanded], ['true', 'true'], 'the line');
            // Long before the curve has come to its end by itself.
            const early = (what) => {
                sure(place() < 85, `${what}: the line is at ${place()}`);
                return place();
            };
            const before = place();
            await until('the line to go on', () => place() > before + 5);
            press(inside(figure, '.listen'), 'l');
            await until('it to stand still', () => !plays());
            const stands = early('it stands still');
            await pause(200);
            same(place(), stands, 'the line stands');
            press(inside(figure, '.listen'), 'l');
            await until('it to go on', () => plays() && place() > stands);
            press(document.body, 'Escape');
            await until('it to end', () => !plays());
            early('the key ends it');
            sure(line().hidden && bar(), 'the line goes, the player stays');
            press(inside(figure, '.listen'), 'l');
            await until('it to begin again', plays);
            await until('it to come to its end', () => !plays());
            press(inside(figure, '.listen'), 'l');
            await until('it to begin once more', plays);
            figure.setAttribute('x', '1.5');
            await until('another state to end it', () => !plays());
            early('another state ends it');";
        with_player(page, "curves", script).await?;
        page.find("decay", ".listen").await?.click().await?;
        let script = "
            await until('the chain to begin', plays);
            const before = place();
            await until('the line to go to the left', () => place() < before);
            // Each of these is far from the end of the chain.
            const ends = async (what, action) => {
                const stood = place();
                sure(plays() && stood > 30, `${what}: it stands at ${stood}`);
                action();
                await until(what, () => !plays());
                sure(parseFloat(line().style.left) > 20, `${what}: the chain has come to its end by itself`);
            };
            await ends('another figure to end it', () => inside(document.querySelector('activation-lab[figure=curves]'), '.sound .play').click());
            press(inside(figure, '.listen'), 'l');
            await until('the chain to begin again', plays);
            await ends('the end out of sight', () => document.querySelector('activation-lab[figure=dying]').scrollIntoView({ behavior: 'instant' }));
            press(inside(figure, '.sound .play'), 'Escape');
            same([bar(), inside(figure, '.listen').ariaExpanded], [null, 'false'], 'put away');";
        with_player(page, "decay", script).await.map(drop)
    })
    .await
}

/// What is asked is not heard before it is seen.
#[tokio::test]
async fn a_covered_figure_is_silent() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        page.find("decay", ".predict").await?.click().await?;
        let script = "
            const listen = inside(figure, '.listen');
            await until('the cover', () => listen.disabled && inside(figure, '.asked'));
            // All that it needs is here: a player that comes, comes at once.
            await Promise.all([ActivationLab.later.sound(), ActivationLab.modules.whole()]);
            listen.click();
            press(inside(figure, '.asked'), 'l');
            press(inside(figure, 'h3'), 'l');
            await pause(300);
            same(bar(), null, 'a player over a covered figure');";
        with_player(page, "decay", script).await.map(drop)
    })
    .await
}

/// In a lesson's card and in a lecture it is heard too, and a key that ends the sound ends nothing else.
#[tokio::test]
async fn lessons_are_heard() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.needs(Ability::Sound)?;
        let lesson = "
            const scene = await until('the lesson', () => document.querySelector('.lesson activation-lab'));
            await drawn(scene);
            const plays = () => inside(scene, '.sound .play')?.textContent.startsWith('❚❚') || false;";
        page.open_as_it_is(&format!("{}?lesson=freeze&step=1", site()?)).await?;
        run(page, lesson, Value::Null).await?;
        page.driver().find(By::Css(".lesson-listen")).await?.click().await?;
        let script = format!("{lesson}
            await until('the card to be heard', plays);
            document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true, cancelable: true }}));
            await until('the end', () => !plays());
            sure(document.querySelector('.lesson'), 'the lesson is left');");
        run(page, &script, Value::Null).await?;
        page.open_as_it_is(&format!("{}?lesson=freeze&step=1&present", site()?)).await?;
        run(page, lesson, Value::Null).await?;
        page.driver().action_chain().send_keys("l").perform().await?;
        let script = format!("{lesson}
            await until('the lecture to be heard', plays);
            document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true, cancelable: true }}));
            await until('the end', () => !plays());
            sure(document.querySelector('.lesson.hall'), 'the lecture is left');
            document.body.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true, cancelable: true }}));
            await until('the lecture to be left', () => !document.querySelector('.lesson'));");
        run(page, &script, Value::Null).await.map(drop)
    })
    .await
}

/// Where there is no Web Audio, a sentence says so.
#[tokio::test]
async fn without_web_audio_it_is_said() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.open_after("Reflect.deleteProperty(window, 'AudioContext');").await?;
        page.find("curves", ".listen").await?.click().await?;
        let script = "
            const failed = await until('the sentence', () => bar()?.querySelector('.failed').textContent);
            sure(/Web Audio/.test(failed), failed);
            same(bar().querySelector('.help').textContent, '', 'help for what cannot be heard');
            sure(bar().querySelector('.row').hidden, 'buttons that do nothing');";
        with_player(page, "curves", script).await.map(drop)
    })
    .await
}
