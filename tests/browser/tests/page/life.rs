//! An element's life: it opens once, can be moved while it runs, and leaves nothing behind.

use crate::census::{check, run};
use anyhow::{Result, ensure};
use browser_tests::{Screen, site, with_page};
use serde_json::{Value, json};

/// Moves, removes, re-inserts and prints every figure while it plays: it goes on each time, and at the end all is as it was before.
#[tokio::test]
async fn every_figure_survives_a_journey_and_leaves_nothing() -> Result<()> {
    let site = site()?;
    with_page(Screen::DESK, &site, async |page| {
        let begin = "window.win = await host('<div id=\"one\"></div><div id=\"two\"></div>');
            await quiet(win);
            window.empty = counts(win);
            return win.ActivationLab.catalogue.figures.map(({ id }) => id);";
        let figures = run(page, begin, Value::Null).await?;
        let figures: Vec<String> = serde_json::from_value(figures)?;
        ensure!(figures.len() == 7, "{figures:?}");
        for figure in figures {
            run(page, JOURNEY, json!(figure)).await?;
        }
        Ok(())
    })
    .await
}

/// What one figure goes through.
const JOURNEY: &str = "
    const { document: page, told, ActivationLab } = win;
    const { controls, player } = ActivationLab.catalogue.figures.find(({ id }) => id === argument);
    const [one, two] = ['one', 'two'].map((id) => page.getElementById(id));
    told.labs = 0;
    one.innerHTML = `<activation-lab figure=\"${argument}\" step=\"0\" speed=\"2\"></activation-lab>`;
    const element = one.firstChild;
    await drawn(element);
    same(told.labs, 1, 'labs');
    await quiet(win);
    const { workers: _, ...resting } = counts(win);
    const play = () => inside(element, '.play');
    const plays = () => play().textContent.includes('Pause');
    const step = () => Number(inside(element, '[data-control=step] input.value').value);
    // All but the step, which goes on.
    const state = () => element.state.split('&').filter((pair) => !pair.startsWith('step=')).join('&');
    const number = controls.find(({ kind, place }) => kind.Number && place === 'Main');
    const places = {
        append: () => two.append(element),
        replace: () => two.replaceChildren(element),
        // Not in every browser yet.
        move: () => (two.moveBefore || two.insertBefore).call(two, element, null),
        async leave() {
            element.remove();
            await pause(50);
            same(counts(win), empty, 'outside');
            one.append(element);
        },
        print() {
            win.dispatchEvent(new Event('beforeprint'));
            same(inside(element, '.lab').dataset.theme, 'print', 'the theme on paper');
            win.dispatchEvent(new Event('afterprint'));
        },
    };
    for (const [index, [way, go]] of Object.entries(places).entries()) {
        if (player && !plays()) play().click();
        // A change that has not settled yet.
        const slider = inside(element, `#${number.id}`);
        const [earlier, place] = [state(), Math.round(slider.max * (0.3 + 0.05 * index))];
        slider.valueAsNumber = place === slider.valueAsNumber ? place + 1 : place;
        slider.dispatchEvent(new win.Event('input'));
        const before = [state(), player ? step() : 0];
        sure(before[0] !== earlier, 'nothing was changed');
        await go();
        await drawn(element);
        same(state(), before[0], `the state after ${way}`);
        if (!player) continue;
        await until(`Play to go on after ${way}`, plays);
        await until(`time to go on after ${way}`, () => step() > before[1]);
    }
    if (player) play().click();
    await quiet(win);
    const { workers: __, ...after } = counts(win);
    same(after, resting, 'what it holds at rest');
    element.remove();
    await pause(0);
    same(counts(win), empty, 'what it leaves');
    win.dispatchEvent(new Event('beforeprint'));
    win.dispatchEvent(new Event('afterprint'));
    same(told.errors, [], 'errors');";

/// An element in the HTML, one that a script creates and one that is upgraded are the same.
#[tokio::test]
async fn a_figure_opens_once_however_it_came() -> Result<()> {
    check(
        "const win = await host('<activation-lab figure=\"neuron\" b=\"-0.6\"></activation-lab>');
        const { document: page, told } = win;
        const written = page.querySelector('activation-lab');
        await drawn(written);
        await quiet(win);
        same(told.labs, 1, 'labs of the one in the HTML');
        const alone = counts(win);
        written.remove();
        await pause(0);
        const empty = counts(win);
        const made = page.createElement('activation-lab');
        made.setAttribute('b', '-0.6');
        made.setAttribute('figure', 'neuron');
        page.body.append(made);
        await drawn(made);
        await quiet(win);
        same(told.labs, 2, 'labs of the one that was created');
        same(counts(win), alone, 'what it holds');
        same(made.state, 'b=-0.6', 'its state');
        made.remove();
        await pause(0);
        page.body.insertAdjacentHTML('beforeend', '<activation-lab figure=\"neuron\" b=\"-0.6\"></activation-lab>');
        const parsed = page.body.lastElementChild;
        await drawn(parsed);
        await quiet(win);
        same(told.labs, 3, 'labs of the one that was parsed');
        same(counts(win), alone, 'what it holds');
        parsed.remove();
        await pause(0);
        same(counts(win), empty, 'what is left');
        // Nobody has acted: no change was told and no attribute written.
        same(told.changes, [], 'changes');
        same(told.errors, [], 'errors');",
    )
    .await
}

/// Opened for a moment, or only in passing, it leaves nothing either.
#[tokio::test]
async fn one_that_is_gone_at_once_leaves_nothing() -> Result<()> {
    check(
        "const win = await host('<div></div>');
        const { document: page, told } = win;
        const home = page.querySelector('div');
        await quiet(win);
        const empty = counts(win);
        for (const wait of [() => {}, () => Promise.resolve(), () => pause(0), () => new Promise(win.requestAnimationFrame)]) {
            home.innerHTML = '<activation-lab figure=\"freeze\" step=\"300\"></activation-lab>';
            await wait();
            home.replaceChildren();
            await pause(0);
            await until('all to be let go', () => JSON.stringify(counts(win)) === JSON.stringify(empty));
        }
        same(told.errors, [], 'errors');",
    )
    .await
}

/// A property says what the attribute of its name says, before the class is known and after.
#[tokio::test]
async fn a_property_works_like_its_attribute() -> Result<()> {
    check(
        "const win = await host('<activation-lab id=\"early\"></activation-lab>');
        const { document: page, told, ActivationLab } = win;
        // What no script has made an element yet: an element of another document.
        const strange = page.implementation.createHTMLDocument('').createElement('activation-lab');
        Object.assign(strange, { figure: 'decay', depth: 20, hide: ['bias', 'input'], theme: 'dark' });
        page.body.prepend(strange);
        await drawn(strange);
        same(strange.state, 'depth=20&hide=bias,input', 'set before the upgrade');
        same(inside(strange, '.lab').dataset.theme, 'dark', 'its theme');
        sure(inside(strange, '[data-control=bias]').hidden && inside(strange, '[data-control=input]').hidden, 'what is hidden');
        same(['figure', 'depth', 'hide', 'theme'].map((name) => strange.getAttribute(name)), ['decay', '20', 'bias,input', 'dark'], 'attributes');
        strange.remove();

        const early = page.getElementById('early');
        await drawn(early);
        same(early.figure, ActivationLab.catalogue.figures[0].id, 'without an attribute');
        early.figure = 'decay';
        early.depth = 30;
        early.activation = ['relu', 'silu(beta=2)'];
        await drawn(early);
        same(early.state, 'activation=relu,silu(beta=2)&depth=30', 'set after the upgrade');
        early.depth = null;
        early.lock = 'weight';
        same(early.state, 'activation=relu,silu(beta=2)&lock=weight', 'taken back');
        await until('the lock', () => inside(early, '[data-control=weight]').disabled);
        // Another figure begins anew; what was said for it, in whatever order, counts.
        early.depth = 12;
        await pause(0);
        early.depth = 9;
        early.figure = 'layers';
        await drawn(early);
        same([early.state, early.getAttribute('activation')], ['depth=9', null], 'another figure');
        // Only an attribute, because every element has a method of that name: what comes after it in the page.
        const ids = ActivationLab.catalogue.figures.flatMap(({ controls }) => controls.map(({ id }) => id));
        same([...new Set(ids.filter((id) => id in win.HTMLElement.prototype))], ['after'], 'names that are taken');
        same(told.errors, [], 'errors');",
    )
    .await
}

/// A state that is asked for before there is a figure is shown when there is one; an attribute that is refused says so.
#[tokio::test]
async fn what_is_asked_early_is_done_and_what_cannot_be_is_told() -> Result<()> {
    check(
        "const win = await host('');
        const { document: page, told } = win;
        const element = page.createElement('activation-lab');
        element.figure = 'decay';
        element.load('depth=25&wieght=2');
        same(element.state, 'depth=25&wieght=2', 'as long as it is closed');
        page.body.append(element);
        await drawn(element);
        same(element.state, 'depth=25', 'its state');
        sure(inside(element, '.note').textContent.includes('wieght'), 'the note');
        await until('the change to be told', () => told.changes.length === 1);
        same(told.changes[0], { figure: 'decay', state: 'depth=25' }, 'the change');
        const note = () => (inside(element, '.note').hidden ? '' : inside(element, '.note').textContent);
        element.setAttribute('depth', 'lots');
        element.setAttribute('weight', 'heavy');
        sure(note().includes('lots') && note().includes('heavy') && !note().includes('wieght'), `refused: ${note()}`);
        element.setAttribute('depth', '30');
        sure(!note().includes('lots') && note().includes('heavy'), `one of them mended: ${note()}`);
        element.removeAttribute('weight');
        same(note(), '', 'the note when all is right');
        same(element.state, 'depth=30', 'its state');
        element.setAttribute('figure', 'nosuch');
        await until('the error', () => element.shadowRoot.textContent.includes('nosuch'));
        element.setAttribute('figure', 'curves');
        await drawn(element);
        same(told.errors, [], 'errors');",
    )
    .await
}
