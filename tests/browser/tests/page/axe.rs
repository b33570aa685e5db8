//! What axe-core finds: WCAG 2.2 AA and what is good practice besides. It finds nothing.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Ability, Page, Screen, axe, site, with_page};
use serde_json::{Value, json};

/// Opens an address in Chromium, with axe-core in it, and runs a script that returns what is wrong.
async fn check(address: &str, script: &str, argument: Value) -> Result<()> {
    with_page(Screen::DESK, address, async |page| {
        page.needs(Ability::Protocol)?;
        let source = axe()?;
        page.open_as_it_is(address).await?;
        faultless(page, &source, script, argument).await
    })
    .await
}

async fn faultless(page: &Page, source: &str, script: &str, argument: Value) -> Result<()> {
    page.run("(0, eval)(argument);", json!(source)).await?;
    let script = format!("{}\n{script}", include_str!("axe.js"));
    let faults = run(page, &script, argument).await?;
    let faults: Vec<String> = serde_json::from_value(faults)?;
    ensure!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The article as it opens, in every theme.
#[tokio::test]
async fn axe_finds_nothing_in_the_article() -> Result<()> {
    let script = "
        for (const figure of document.querySelectorAll('activation-lab')) {
            figure.scrollIntoView({ behavior: 'instant' });
            await drawn(figure);
        }
        document.getElementById('lesson-list').scrollIntoView({ behavior: 'instant' });
        await until('the lessons', () => document.querySelector('.lesson-entry'));
        return inThemes('article', found);";
    check(&site()?, script, Value::Null).await
}

/// Each figure with all of it shown, each of its parts opened.
#[tokio::test]
async fn axe_finds_nothing_in_any_figure() -> Result<()> {
    let address = format!("{}?ui=full", site()?);
    with_page(Screen::DESK, &address, async |page| {
        page.needs(Ability::Protocol)?;
        let source = axe()?;
        page.open_as_it_is(&address).await?;
        for figure in ["neuron", "collapse", "curves", "decay", "layers", "freeze", "dying"] {
            let script = "
                await ActivationLab.modules.whole();
                const figure = document.querySelector(`activation-lab[figure=${argument}]`);
                return inThemes(argument, (where) => opened(figure, (part, context = figure) => found(`${where}, ${part}`, context)));";
            faultless(page, &source, script, json!(figure)).await?;
        }
        Ok(())
    })
    .await
}

/// What is wrong with a lesson's file, and where a file is dropped.
#[tokio::test]
async fn axe_finds_nothing_when_reading_a_file() -> Result<()> {
    let script = "
        await ActivationLab.lessons.read(new File(['# A lesson\\n\\n## A step\\n'], 'mine.md'));
        const open = () => [...document.body.children].some(({ shadowRoot }) => shadowRoot?.querySelector('dialog.reading[open] tbody tr'));
        const all = [];
        for (const theme of ['light', 'dark', 'projector']) {
            ActivationLab.setTheme(theme);
            await ActivationLab.lessons.read(new File(['# A lesson\\n\\n## A step\\n'], `${theme}.md`));
            await until('the list', open);
            await pause(400);
            all.push(...await found(`faults, ${theme}`));
        }
        return all;";
    check(&site()?, script, Value::Null).await
}

/// A lesson's card at each kind of step: a goal, a question of each kind before and after its answer.
#[tokio::test]
async fn axe_finds_nothing_in_a_lesson() -> Result<()> {
    let script = "
        const all = [];
        for (const step of [1, 2, 3, 4, 8]) {
            await ActivationLab.lessons.go({ id: 'freeze', step, present: false }, false);
            const scene = await until('the figure', () => document.querySelector('.lesson activation-lab'));
            await drawn(scene);
            all.push(...await inThemes(`step ${step}`, found));
            const skip = [...document.querySelectorAll('.lesson .question .ways button')].find((one) => one.type === 'button');
            if (!skip) continue;
            skip.click();
            await until('the reason', () => !document.querySelector('.lesson .reason').hidden);
            all.push(...await inThemes(`step ${step}, told`, found));
        }
        return all;";
    check(&site()?, script, Value::Null).await
}

/// A slide, a slide that asks, and the room's votes.
#[tokio::test]
async fn axe_finds_nothing_in_the_presenter() -> Result<()> {
    let script = "
        const all = [];
        const at = async (step) => {
            await ActivationLab.lessons.go({ id: 'freeze', step, present: true }, false);
            const scene = await until('the figure', () => document.querySelector('.lesson activation-lab'));
            await new Promise((done) => scene.whenComplete(() => done()));
            await pause(300);
        };
        const press = (key) => dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await at(1);
        all.push(...await found('a slide'));
        await at(4);
        all.push(...await found('a question'));
        press('v');
        await until('the votes', () => !document.querySelector('.hall-votes').hidden);
        all.push(...await found('votes'));
        press('PageDown');
        await until('the answer', () => document.querySelector('.lesson[data-told]'));
        await pause(900);
        all.push(...await found('the answer'));
        return all;";
    check(&site()?, script, Value::Null).await
}

/// What opens over the page: Share with each of its forms, the list of keys, and the question of a figure.
#[tokio::test]
async fn axe_finds_nothing_in_what_opens_over_the_page() -> Result<()> {
    let script = "
        const all = [];
        const figure = document.querySelector('activation-lab[figure=decay]');
        figure.scrollIntoView({ behavior: 'instant' });
        await drawn(figure);
        inside(figure, '.take').click();
        const dialog = await until('Share', () => every(figure, 'dialog.share').find((one) => one.open));
        await drawn(dialog.querySelector('activation-lab'));
        for (const tab of dialog.querySelectorAll('[role=tab]')) {
            tab.click();
            await pause(300);
            all.push(...await inThemes(`Share, ${tab.textContent}`, found));
        }
        dialog.close();
        await ActivationLab.listKeys('light');
        const home = await until('the list', () => [...document.body.children].find(({ shadowRoot }) => shadowRoot?.querySelector('dialog.keys')));
        all.push(...await found('keys'));
        home.shadowRoot.querySelector('dialog').close();
        inside(figure, '.predict').click();
        await until('the question', () => inside(figure, '.asked'));
        await pause(300);
        all.push(...await inThemes('the question', (where) => found(where, figure)));
        return all;";
    check(&site()?, script, Value::Null).await
}
