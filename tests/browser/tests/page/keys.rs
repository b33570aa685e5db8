//! The list of keys: what opens it, what stands in it, and that it is the table that the listeners ask.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Page, Screen, single_file, site, with_page};
use serde_json::{Value, json};

/// What the scripts begin with.
const LIST: &str = "
    const list = () => [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('dialog.keys')).find(Boolean) || null;
    const press = (part, key, more = {}) => part.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more }));
    const figure = element('decay');
    await new Promise((done) => figure.whenDrawn(done));
    const slider = inside(figure, '#depth');
    slider.scrollIntoView({ block: 'center', behavior: 'instant' });";

/// The script runs with a figure that is drawn, its first slider, `press(part, key)` and `list()`, which is the dialog or null.
async fn with_list(address: &str, script: &str) -> Result<Value> {
    with_page(Screen::DESK, address, async |page| {
        run(page, &format!("{LIST}\n{script}"), Value::Null).await
    })
    .await
}

#[tokio::test]
async fn a_question_mark_lists_every_key_in_words() -> Result<()> {
    for address in [site()?, single_file()?] {
        let script = "
            slider.focus();
            press(slider, '?', { shiftKey: true });
            await until('the list', () => list()?.open);
            const rows = [...list().querySelectorAll('tbody tr')];
            same(rows.length, ActivationLab.keys().length, 'a line for each row of the table');
            const ids = new Set(ActivationLab.keys().flatMap(({ where, id }) => [where, id]));
            const texts = [...list().querySelectorAll('td, caption')].map(({ textContent }) => textContent);
            const bare = texts.filter((text) => text.length < 4 || ids.has(text));
            same(bare, [], 'what has no words');
            same(list().querySelectorAll('caption').length, new Set(ActivationLab.keys().map(({ where }) => where)).size, 'a table for each place');
            // The key that has opened it closes it, and the focus is where it was.
            press(list().querySelector('button'), '?');
            await until('it to close', () => !list());
            same(figure.shadowRoot.activeElement, slider, 'the focus');";
        with_list(&address, script).await?;
    }
    Ok(())
}

/// A key that a listener takes is one of the table: another table, other keys, and the list says so.
#[tokio::test]
async fn the_listeners_ask_the_table_that_is_listed() -> Result<()> {
    let script = "
        const depth = () => Number(inside(figure, '[data-control=depth] .value').value);
        const row = ActivationLab.keys().find(({ where, id }) => where === 'slider' && id === 'more');
        row.keys = ['x'];
        ActivationLab.addKeys([{ where: 'nowhere', id: 'jump', keys: ['Shift+ArrowUp', ' '], what: 'Jumps there', place: 'On the moon' }]);
        const before = depth();
        press(slider, 'ArrowRight');
        await pause(100);
        same(depth(), before, 'a key that is not in the table any more');
        press(slider, 'x');
        await until('the step', () => depth() > before);
        same(ActivationLab.key('nowhere', new KeyboardEvent('keydown', { key: ' ' })), 'jump', 'a row that was added');
        same(ActivationLab.key('nowhere', new KeyboardEvent('keydown', { key: 'ArrowUp' })), undefined, 'without Shift');
        press(slider, '?');
        await until('the list', () => list()?.open);
        const texts = [...list().querySelectorAll('table')].map(({ textContent }) => textContent);
        sure(texts.some((text) => text.includes('xA step up')), `the changed key is not listed: ${texts}`);
        sure(texts.some((text) => text.startsWith('On the moon') && text.includes('Shift+Up arrow or SpaceJumps there')), `the added one is not: ${texts}`);
        same(texts.filter((text) => /ArrowUp|PageDown|Escape(?! *)/.test(text)), [], 'a name of a browser');";
    with_list(&single_file()?, script).await.map(drop)
}

/// WCAG 2.1.4: where somebody writes a sign is a sign, and outside of figures the key can be switched off.
#[tokio::test]
async fn a_sign_that_is_typed_opens_nothing() -> Result<()> {
    let script = "
        const field = inside(figure, '[data-control=depth] .value');
        field.focus();
        press(field, '?');
        press(slider, '?', { ctrlKey: true });
        await pause(300);
        same(list(), null, 'a list that nobody has asked for');
        press(document.body, '?');
        await until('the list of the page', () => list()?.open);
        list().querySelector('input').click();
        list().close();
        await until('it to close', () => !list());
        press(document.body, '?');
        await pause(100);
        same(list(), null, 'a key that is switched off');
        press(slider, '?');
        await until('the list of a figure', () => list()?.open);
        same(list().querySelector('input').checked, false, 'what the reader has chosen');
        list().querySelector('input').click();
        list().close();
        press(document.body, '?', { ctrlKey: true, altKey: true });
        await until('the list by AltGr', () => list()?.open);";
    with_list(&single_file()?, script).await.map(drop)
}

/// Where a letter is not heard, there is a button: in the figure for who goes by keys, and at the end of the page.
#[tokio::test]
async fn buttons_open_it_too() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page: &Page| {
        let script = "
            const buttons = [inside(figure, '.skip + .skip'), document.querySelector('footer button')];
            const texts = [];
            for (const button of buttons) {
                button.focus();
                const { width, height } = button.getBoundingClientRect();
                sure(width >= 24 && height >= 24, `${width} by ${height}`);
                button.click();
                await until('the list', () => list()?.open);
                texts.push(button.textContent, list().querySelector('h2').textContent);
                list().querySelector('button').click();
                await until('it to close', () => !list());
                same(button.getRootNode().activeElement, button, 'the focus');
            }
            return texts;";
        let said = run(page, &format!("{LIST}\n{script}"), Value::Null).await?;
        ensure!(said == json!(["List of keys", "Keys", "List of keys", "Keys"]), "{said}");
        Ok(())
    })
    .await
}
