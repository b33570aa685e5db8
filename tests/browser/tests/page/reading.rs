//! A lesson's file that a reader drops on the page, or chooses: it opens as any lesson does, or is told what is wrong with it.

use crate::lesson::run as run_lesson;
use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, native, pseudo_file, refused, single_file, site, with_page};
use serde_json::{Value, json};

const READING: &str = include_str!("reading.js");
const EXAMPLE: &str = include_str!("../../../../examples/lessons/one-slope.md");
const EXAMPLE_FILE: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../examples/lessons/one-slope.md"
);
const BROKEN: &str = include_str!("../../../command/lessons/broken.md");
const BROKEN_FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../command/lessons/broken.md");

async fn run(page: &Page, script: &str, argument: Value) -> Result<Value> {
    run_lesson(page, &format!("{READING}\n{script}"), argument).await
}

/// The same in an article that is opened for it.
async fn check(address: &str, script: &str, argument: Value) -> Result<Value> {
    with_page(Screen::DESK, address, async |page| {
        page.open_as_it_is(address).await?;
        run(page, script, argument).await
    })
    .await
}

/// On the site and in the single file, by a drop and by the field of files; what is read is what the command writes.
#[tokio::test]
async fn a_good_file_opens_as_the_command_reads_it() -> Result<()> {
    let theirs = native(&["lesson", EXAMPLE_FILE, "-o", "-"], "")?;
    for address in [site()?, single_file()?] {
        let script = "
            same(fetched(), [], 'before');
            same(dropped(fileOf(argument[0])), false, 'the browser stays');
            await until('the lesson', () => first('.lesson') && heading() === 'How steep is a sigmoid?');
            await checked();
            same([...new URLSearchParams(location.search)], [['lesson', 'one-slope']], 'the address');
            same(dialog(), null, 'a dialog');
            await drawn();
            same(ActivationLab.lesson.own.get('one-slope'), JSON.parse(argument[1]), 'what is read');";
        with_page(Screen::DESK, &address, async |page| {
            page.open_as_it_is(&address).await?;
            run(page, script, json!([EXAMPLE, theirs])).await?;
            // From the list, where it has no worksheet, with the same file under another name.
            let script = "
                button('Leave').click();
                await until('the article', () => !first('.lesson'));
                first('#lesson-list').scrollIntoView();
                const entry = await until('the list', () => first('.lesson-entry'));
                same([...entry.querySelectorAll('a')].map((way) => way.textContent), ['Begin', 'Present'], 'its ways');
                same(document.querySelectorAll('.lesson-entry').length, 5, 'all of them');
                chosen(fileOf(argument.replace('# One slope', '# Another slope'), 'other name.md'));
                await until('the lesson', () => first('.lesson-title')?.textContent === 'Another slope, ten layers');
                same(new URLSearchParams(location.search).get('lesson'), 'other name', 'the address');
                button('Leave').click();
                await until('both', () => document.querySelectorAll('.lesson-entry').length === 6);
                first('.lesson-entry a').click();
                await until('the lesson', () => first('.lesson-title')?.textContent === 'Another slope, ten layers');
                await checked();";
            run(page, script, json!(EXAMPLE)).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// The same sentences with the same lines, and of the pseudo page the command's in that language.
#[tokio::test]
async fn a_faulty_file_is_told_what_the_command_tells() -> Result<()> {
    for (address, language) in [(site()?, "en"), (pseudo_file()?, "pseudo")] {
        let theirs = refused(&["--lang", language, "lesson", BROKEN_FILE])?;
        let mut theirs: Vec<&str> = theirs
            .lines()
            .map(|line| line.split_once(".md:").map(|(_, rest)| rest))
            .collect::<Option<_>>()
            .context("lines of a file")?;
        theirs.sort_unstable();
        let script = "
            dropped(fileOf(argument, 'broken.md'));
            await until('the list', dialog);
            await until('the end of the check', () => dialog().querySelector('.told').textContent === '');
            same(first('.lesson'), null, 'a lesson');
            return told();";
        let ours = check(&address, script, json!(BROKEN)).await?;
        let mut ours: Vec<String> = serde_json::from_value(ours)?;
        ours.sort_unstable();
        ensure!(ours == theirs, "{ours:#?} instead of {theirs:#?}");
    }
    Ok(())
}

/// So one writes: the lesson stays at its step, also when a step has come before it; and what is wrong now is told over it, whichever part the file is dropped on.
#[tokio::test]
async fn a_file_that_is_dropped_again_takes_its_place() -> Result<()> {
    let script = "
        dropped(fileOf(argument));
        await until('the lesson', () => first('.lesson'));
        await checked();
        button('Next').click();
        const second = await until('the second', () => heading() !== 'How steep is a sigmoid?' && heading());
        await drawn();
        const more = argument
          .replace('minutes 9', 'minutes 11')
          .replace('## How steep', '## Before\\n\\n```scene\\nfigure=curves&v=2&plots=values\\n```\\n\\nLook.\\n\\n```step\\nminutes 2\\n```\\n\\n## How steep');
        same(more === argument, false, 'another text');
        dropped(fileOf(more), scene());
        await until('the third', () => first('.lesson .lesson-count')?.textContent === 'Step 3 of 6');
        same([heading(), new URLSearchParams(location.search).get('step'), document.querySelectorAll('.lesson').length], [second, '3', 1], 'its step');
        await drawn();
        await checked();
        const wrong = more.replace('slope_1 < 0.02', 'slope_1 < 0.002');
        dropped(fileOf(wrong), first('.lesson h1'));
        await until('the fault', dialog);
        same(told().length, 1, told().join('; '));
        same(told()[0].includes('the witness does not show slope_1 < 0.002: slope_1 is 0.00246'), true, told()[0]);
        // Over the dialog too: what was wrong before is gone with it.
        dropped(fileOf(more), dialog());
        await until('no fault', () => !dialog() && first('.lesson h1')?.textContent === second);";
    check(&site()?, script, json!(EXAMPLE)).await.map(drop)
}

/// It is a lesson of that tab: there when the page is loaded anew, in both forms, and presented with notes and votes.
#[tokio::test]
async fn it_is_still_there_when_the_page_is_loaded_anew() -> Result<()> {
    for address in [site()?, single_file()?] {
        with_page(Screen::DESK, &address, async |page| {
            page.open_as_it_is(&address).await?;
            let script = "
                dropped(fileOf(argument));
                await until('the lesson', () => first('.lesson'));
                await ActivationLab.lessons.go({ id: 'one-slope', step: 3, present: true }, false);
                await until('the lecture', () => first('.hall'));
                return heading();";
            let before = run(page, script, json!(EXAMPLE)).await?;
            page.driver().refresh().await?;
            let script = "
                await until('the lecture', () => first('.hall') && heading() === argument);
                await drawn();
                press('v', document.body);
                await until('the votes', () => first('.hall-votes:not([hidden]) input, .hall-votes:not([hidden]) button'));
                const notes = ActivationLab.lesson.own.get('one-slope').steps[2].notes;
                same(notes.length, 1, 'its notes');";
            run(page, script, before).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// What cannot be kept is told what to do about.
#[tokio::test]
async fn a_lesson_that_the_browser_has_not_kept_is_told() -> Result<()> {
    let site = site()?;
    let address = format!("{site}?lesson=my-lesson");
    with_page(Screen::DESK, &site, async |page| {
        page.driver().goto(&address).await?;
        let script = "
            const alert = await until('the alert', () => first('#lesson-list [role=alert]'));
            same(/my-lesson.*open the file again/.test(alert.textContent), true, alert.textContent);";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// A file that is no lesson is told in a sentence, and never takes the page away; a lesson that has the name of one of ours takes nothing from it; a text that is dragged is not ours.
#[tokio::test]
async fn what_is_no_lesson_is_refused_in_a_sentence() -> Result<()> {
    let script = "
        const address = location.href;
        for (const [file, sentence] of [
            [fileOf('%PDF', 'slides.pdf', 'application/pdf'), /ends in \\.md/],
            [new File([new Uint8Array([35, 32, 0xff, 0xfe])], 'bytes.md'), /UTF-8/],
            [fileOf('# a\\n'.repeat(60000), 'long.md'), /240 kB.*200/],
        ]) {
            same(dropped(file), false, `${file.name}: the browser stays`);
            const said = await until(file.name, () => dialog()?.textContent);
            same([said.includes(file.name), sentence.test(said), told().length], [true, true, 0], said);
            dialog().close();
            await until('its end', () => !dialog());
        }
        same([location.href, first('.lesson')], [address, null], 'the page');
        const data = new DataTransfer();
        data.setData('text/plain', 'a word');
        const drag = new DragEvent('dragover', { dataTransfer: data, bubbles: true, cancelable: true });
        if (!drag.dataTransfer) Object.defineProperty(drag, 'dataTransfer', { value: data });
        same(document.body.dispatchEvent(drag), true, 'a text');
        // Where the file goes is shown as long as it is over the page.
        same(dropped(fileOf('#'), document.body, 'dragover'), false, 'a file');
        const target = await until('the place', () => first('.reading-target:not([hidden])'));
        same(getComputedStyle(target).pointerEvents, 'none', 'what is below it');
        await until('its end', () => target.hidden);
        dropped(fileOf(argument, 'freeze.md'));
        await until('the lesson', () => first('.lesson-title')?.textContent === 'One slope, ten layers');
        same(new URLSearchParams(location.search).get('lesson'), 'freeze-own', 'the address');
        await ActivationLab.lessons.go({ id: 'freeze', step: 1, present: false }, false);
        await until('ours', () => first('.lesson-title')?.textContent !== 'One slope, ten layers');";
    check(&site()?, script, json!(EXAMPLE)).await.map(drop)
}

/// Escape closes the list and nothing else, and the focus is where it was.
#[tokio::test]
async fn the_list_of_faults_gives_the_focus_back() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            dropped(fileOf(argument));
            await until('the lesson', () => first('.lesson'));
            await checked();
            await drawn();
            button('Next').focus();
            dropped(fileOf(argument.replace('[x]', '[ ]')));
            await until('the list', dialog);
            const inside = dialog().getRootNode().activeElement;
            same(inside.getAttribute('aria-label'), 'Close', 'the focus');
            same(document.getElementById('reading-title'), null, 'a shadow tree of its own');
            const named = (attribute) => dialog().getRootNode().getElementById(dialog().getAttribute(attribute)).textContent;
            same(named('aria-labelledby'), 'What is wrong with one-slope.md', 'its name');
            same(named('aria-describedby').length > 20, true, 'its sentence');";
        run(page, script, json!(EXAMPLE)).await?;
        let keys = page.driver().action_chain();
        keys.send_keys(thirtyfour::Key::Escape).perform().await?;
        let script = "
            await until('its end', () => !dialog());
            same([Boolean(first('.lesson')), document.activeElement === button('Next')], [true, true], 'afterwards');
            // In a lecture a key of the list is none of the lecture's.
            await ActivationLab.lessons.go({ id: 'one-slope', step: 1, present: true }, false);
            await until('the lecture', () => first('.hall'));
            dropped(fileOf(argument.replace('[x]', '[ ]')));
            await until('the list', dialog);";
        run(page, script, json!(EXAMPLE)).await?;
        let keys = page.driver().action_chain();
        keys.send_keys(thirtyfour::Key::Escape).perform().await?;
        let script = "
            await until('its end', () => !dialog());
            same(Boolean(first('.hall')), true, 'the lecture');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// With keys alone one comes to the field of files; it has a name.
#[tokio::test]
async fn the_field_of_files_is_a_stop_of_the_keyboard() -> Result<()> {
    let script = "
        first('#lesson-list').scrollIntoView();
        const input = await until('the field', () => first('.lesson-file input'));
        same([input.type, input.labels[0].textContent, input.tabIndex], ['file', 'Open a lesson file', 0], 'the field');
        input.focus();
        same(document.activeElement === input, true, 'the focus');
        same(getComputedStyle(input.labels[0]).outlineStyle, 'solid', 'its ring');
        const { width, height } = input.labels[0].getBoundingClientRect();
        same(width > 80 && height >= 24, true, `${width} × ${height}`);";
    check(&site()?, script, Value::Null).await.map(drop)
}
