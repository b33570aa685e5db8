//! The site begins with a small module, and fetches the whole one when a figure wants it that only that one draws.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Host, OPEN_TO_ALL, Page, Screen, built, site, with_page};
use serde_json::{Value, json};

const FIRST: &str = "activation_lab_first_bg.wasm";
const WHOLE: &str = "activation_lab_bg.wasm";

/// Which of the two modules have been fetched.
async fn fetched(page: &Page) -> Result<Value> {
    let script = "return argument.map((name) => performance.getEntriesByType('resource').filter((entry) => entry.name.endsWith(`/${name}`)).length);";
    page.run(script, json!([FIRST, WHOLE])).await
}

/// The article without a policy of its own, from a server that has all but some files.
fn article(missing: Vec<&'static str>) -> Result<String> {
    let host = Host {
        missing,
        ..Host::default()
    };
    Ok(format!("{}lab/", host.serve()?))
}

#[tokio::test]
async fn the_first_window_does_not_fetch_the_whole_module_and_a_reader_further_down_does()
-> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        // As long as it would take to be asked for, and longer.
        run(page, "await pause(1000);", Value::Null).await?;
        ensure!(fetched(page).await? == json!([1, 0]), "at the start");
        let script = "
            for (const id of ['neuron', 'collapse', 'layers', 'freeze', 'dying']) {
                const figure = document.querySelector(`activation-lab[figure=${id}]`);
                figure.scrollIntoView({ behavior: 'instant' });
                await drawn(figure);
                sure(!figure.hasAttribute('data-waiting'), `${id} waits on`);
                sure(!figure.shadowRoot.querySelector('slot'), `${id} keeps its static picture`);
            }";
        run(page, script, Value::Null).await?;
        ensure!(fetched(page).await? == json!([1, 1]), "at the end");
        Ok(())
    })
    .await
}

/// What is asked of a figure that has no module yet is done when it has one: a link of the text is shown, with its words and the way back.
#[tokio::test]
async fn a_link_to_another_figure_brings_its_module() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        ensure!(fetched(page).await? == json!([1, 0]), "at the start");
        let script = "
            const figure = document.querySelector('activation-lab[figure=dying]');
            const link = document.querySelector('main a[href*=\"figure=dying\"][href*=\"step=60\"]');
            sure(!inside(figure, '.lab:not([hidden])'), 'it is open already');
            link.click();
            await drawn(figure);
            await until('the words of the link', () => inside(figure, '.arrival').textContent.includes(link.textContent.trim()));
            await until('its step to be written', () => figure.getAttribute('step') === '60');
            // The window glides there.
            await until('its picture in the window', () => {
                const { top, bottom } = inside(figure, 'canvas').getBoundingClientRect();
                return bottom > 0 && top < innerHeight;
            });";
        run(page, script, Value::Null).await?;
        ensure!(fetched(page).await? == json!([1, 1]), "at the end");
        Ok(())
    })
    .await
}

/// Nobody needs the first module where the address, or a page of somebody else, wants more than it has.
#[tokio::test]
async fn what_needs_the_whole_module_begins_with_it() -> Result<()> {
    let notes = |figure: &str| {
        format!(
            "<!doctype html><title>notes</title><activation-lab {figure}></activation-lab><script type=\"module\" src=\"/lab/load.js\"></script>"
        )
    };
    let host = Host {
        pages: vec![
            ("layers.html", notes("figure=\"layers\"")),
            ("link.html", notes("link=\"figure=freeze&step=0\"")),
            ("decay.html", notes("figure=\"decay\"")),
            ("first.html", notes("")),
        ],
        ..Host::default()
    };
    let address = host.serve()?;
    with_page(Screen::DESK, &site()?, async |page| {
        for (name, modules) in [
            ("lab/#figure=freeze&step=0", [0, 1]),
            ("lab/?ui=min#figure=layers", [0, 1]),
            ("lab/#figure=curves&x=1", [1, 0]),
            ("lab/?ui=min#figure=decay", [1, 0]),
            ("layers.html", [0, 1]),
            ("link.html", [0, 1]),
            ("decay.html", [1, 0]),
            ("first.html", [1, 0]),
        ] {
            page.open_as_it_is(&format!("{address}{name}")).await?;
            let found = fetched(page).await?;
            ensure!(found == json!(modules), "{name}: {found}");
        }
        Ok(())
    })
    .await
}

/// An element that becomes another figure, and one that comes later, in a page that began with the first module.
#[tokio::test]
async fn an_element_may_become_a_figure_of_the_other_module() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&format!("{}?ui=min#figure=decay", site()?))
            .await?;
        let script = "
            const told = [];
            addEventListener('activation-lab-change', ({ detail }) => told.push(detail.figure));
            const figure = document.querySelector('activation-lab[figure=decay]');
            figure.depth = 30;
            await pause(50);
            figure.figure = 'layers';
            figure.width = 16;
            await drawn(figure);
            same(inside(figure, '.lab').dataset.figure, 'layers', 'what it has become');
            await until('the change to be told', () => told.includes('layers'));
            const written = new URLSearchParams(figure.state);
            same([written.get('width'), written.get('depth'), figure.getAttribute('depth')], ['16', null, null], 'its state');
            figure.figure = 'decay';
            await drawn(figure);
            same(inside(figure, '.lab').dataset.figure, 'decay', 'and again');
            const later = document.createElement('activation-lab');
            later.setAttribute('link', 'figure=dying&step=0');
            // This page shows what was chosen, and nothing else.
            later.toggleAttribute('data-chosen', true);
            figure.after(later);
            await drawn(later);";
        run(page, script, Value::Null).await?;
        ensure!(fetched(page).await? == json!([1, 1]), "at the end");
        Ok(())
    })
    .await
}

/// A page may include the loader twice, also of two addresses: whoever comes second takes nothing from the first.
#[tokio::test]
async fn a_second_copy_of_the_loader_leaves_the_page_to_the_first() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let other = Host {
            headers: vec![OPEN_TO_ALL],
            ..Host::default()
        };
        let text = "<!doctype html><title>notes</title><activation-lab figure=\"decay\"></activation-lab>
            <script type=\"module\" src=\"/lab/load.js\"></script>";
        let host = Host {
            pages: vec![("notes.html", text.to_owned())],
            ..Host::default()
        };
        page.open_as_it_is(&format!("{}notes.html", host.serve()?)).await?;
        let script = "
            const decay = document.querySelector('activation-lab');
            await drawn(decay);
            const second = Object.assign(document.createElement('script'), { type: 'module', src: argument });
            await new Promise((done) => {
                second.onload = done;
                document.head.append(second);
            });
            // As long as its scripts would take to come, and longer.
            await pause(1500);
            const freeze = document.createElement('activation-lab');
            freeze.setAttribute('figure', 'freeze');
            decay.before(freeze);
            await drawn(freeze);
            sure(inside(freeze, 'canvas').width > 100, 'no picture');";
        run(page, script, json!(format!("{}lab/load.js", other.serve()?))).await.map(drop)
    })
    .await
}

/// Without the whole module the first figures go on, and each of the others has its picture and says what is missing.
#[tokio::test]
async fn a_whole_module_that_cannot_come_is_told_where_it_is_wanted() -> Result<()> {
    for file in ["activation_lab.js", WHOLE, "long.js"] {
        with_page(Screen::DESK, &article(vec![file])?, async |page| {
            page.open_as_it_is(&article(vec![file])?).await?;
            let script = "
                const note = (figure) => inside(figure, '.lab.note:not([hidden])')?.textContent || '';
                for (const id of ['layers', 'dying']) {
                    const figure = document.querySelector(`activation-lab[figure=${id}]`);
                    figure.scrollIntoView({ behavior: 'instant' });
                    await until(`${id} to say something`, () => note(figure));
                    sure(note(figure).includes(argument) && note(figure).includes('The picture'), `${id} says ${note(figure)}`);
                    const picture = figure.querySelector('svg, img').getBoundingClientRect();
                    sure(picture.height > 100, `the picture of ${id} is ${picture.height} high`);
                }
                const decay = document.querySelector('activation-lab[figure=decay]');
                decay.scrollIntoView({ behavior: 'instant' });
                await drawn(decay);
                sure(!note(decay), note(decay));
                same(document.documentElement.dataset.lab, undefined, 'the page');";
            run(page, script, json!(file)).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// The standard library's reader of numbers has a table of eleven thousand bytes that nothing packs; one `parse` to a double anywhere in the page brings it back.
#[test]
fn no_module_has_the_table_of_the_standard_reader_of_numbers() -> Result<()> {
    // The significand of 5^-341, second in `POWER_OF_FIVE_128` of core's dec2flt.
    let table = 0x9558_b466_1b65_65f8_u64;
    for name in [FIRST, WHOLE, "reading.wasm", "trainer.wasm"] {
        let module = built(name)?;
        let found = module.windows(8).any(|word| word == table.to_le_bytes());
        ensure!(!found, "{name} has it");
    }
    Ok(())
}
