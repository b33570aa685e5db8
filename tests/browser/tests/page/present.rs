//! A lesson in a lecture hall: led by a clicker, read from the back row, and voted on twice.

use crate::lesson::{LESSONS, check, run};
use anyhow::Result;
use browser_tests::{Screen, site, with_page};
use serde_json::json;

const HALLS: [(u32, u32); 2] = [(1024, 768), (1920, 1080)];

/// What matters is a twenty-fifth of the height, tick labels are a thirty-second; several plots, or more than two controls, share their room, and their words are as large as ticks. Nothing scrolls, before and after the answer.
#[tokio::test]
async fn every_slide_fits_its_hall_and_is_legible_from_the_back_row() -> Result<()> {
    for (width, height) in HALLS {
        let screen = Screen {
            width,
            height,
            ..Screen::DESK
        };
        with_page(screen, &site()?, async |page| {
            page.open_as_it_is(&site()?).await?;
            let script = "
                const look = (sure) => {
                    const size = (part) => parseFloat(getComputedStyle(part).fontSize) / innerHeight;
                    const seen = (root, selector) => [...root.querySelectorAll(selector)].filter((part) => part.getClientRects().length && part.textContent.trim());
                    const { scrollWidth, scrollHeight } = document.documentElement;
                    sure(scrollWidth <= innerWidth && scrollHeight <= innerHeight, `the page is ${scrollWidth} × ${scrollHeight}`);
                    const side = first('.hall-side');
                    sure(side.scrollHeight <= side.clientHeight + 1, `the text is ${side.scrollHeight} high in ${side.clientHeight}`);
                    // A hundredth of a pixel is rounding.
                    for (const part of seen(first('.lesson'), 'h1, .hall-side p, .hall-side li, .option')) sure(size(part) >= 1 / 25 - 0.00002, `letters of 1/${(1 / size(part)).toFixed(1)}: ${part.textContent.slice(0, 30)}`);
                    const root = scene().shadowRoot;
                    const plots = [...root.querySelectorAll('canvas')].filter((part) => part.getClientRects().length);
                    if (first('.lesson').hasAttribute('data-asked')) return sure(!plots.length, 'the figure is seen');
                    sure(plots.length > 0 && plots.every((part) => part.clientHeight >= innerHeight / 5), `plots of ${plots.map((part) => part.clientHeight)}`);
                    for (const part of root.querySelectorAll('canvas, input, .sentence')) {
                        if (!part.getClientRects().length) continue;
                        const { bottom, right } = part.getBoundingClientRect();
                        sure(bottom <= innerHeight + 0.5 && right <= side.getBoundingClientRect().left, `${part.className || part.tagName} is cut off`);
                    }
                    const least = plots.length > 1 || root.querySelectorAll('.main > .control:not([hidden])').length > 2 ? 1 / 32 : 1 / 25;
                    for (const part of seen(root, 'h3, .sentence, label, .value')) sure(size(part) >= least - 0.00002, `letters of 1/${(1 / size(part)).toFixed(1)}: ${part.textContent.slice(0, 30)}`);
                };
                const found = await walked(true, look, async (where, { question }) => {
                    if (!question) return [];
                    press('PageDown');
                    await drawn();
                    await until('the answer', () => first('.lesson[data-told]'));
                    await drawn();
                    return faults(`${where}, told`, look);
                });
                same(found, [], 'faults');";
            run(page, script, json!(LESSONS)).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// A clicker's keys step whatever has the focus; arrows belong to a slider that was chosen, until the next step.
#[tokio::test]
async fn the_clicker_never_moves_a_slider() -> Result<()> {
    check(
        Screen::DESK,
        "await open({ step: 3, present: true });
        same(document.documentElement.dataset.theme, 'projector', 'the theme');
        const slider = scene().shadowRoot.querySelector('#depth');
        const before = slider.value;
        slider.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
        slider.focus();
        press('PageDown');
        await until('the next step', () => heading() === 'Step end');
        press('PageUp');
        await until('the step before', () => heading() === 'Step never');
        await drawn();
        const again = scene().shadowRoot.querySelector('#depth');
        same(again.value, before, 'the slider');
        again.focus();
        press('ArrowRight');
        await until('the slider', () => again.value !== before);
        same(heading(), 'Step never', 'the step');
        press('PageDown');
        await until('the next step', () => heading() === 'Step end');
        press('ArrowLeft');
        await until('the step before', () => heading() === 'Step never');
        press('Home');
        await until('the first', () => heading() === 'Step slope');
        press('End');
        await until('the last', () => heading() === 'Step end');
        press('b');
        same(first('.hall-blank').hidden, false, 'blank');
        press('PageUp');
        same([first('.hall-blank').hidden, heading()], [true, 'Step end'], 'out of the dark');
        press('Escape');
        await until('the article', () => !first('.lesson'));
        same(document.documentElement.dataset.theme, undefined, 'the theme afterwards');",
    )
    .await
}

/// Two votes stand side by side, the right answer is marked only when it is told, and what to do next follows from the share that is right: explain again, discuss, or go on.
#[tokio::test]
async fn a_room_votes_twice() -> Result<()> {
    check(
        Screen::DESK,
        "await open({ step: 2, present: true });
        const other = { closed: false };
        const frame = document.body.appendChild(document.createElement('iframe'));
        const asked = window.open;
        window.open = () => frame.contentWindow;
        press('n');
        window.open = asked;
        const notes = frame.contentDocument;
        same(notes.querySelector('.notes-text').textContent, 'Note of vote.', 'the note');
        same(notes.querySelector('h2:has(+ .notes-after)').textContent, 'Next: Step never', 'the next step');
        const hint = () => notes.querySelector('.notes-hint').textContent;
        same(/alone/.test(hint()), true, hint());
        press('v');
        same(first('.hall-votes').hidden, false, 'the votes');
        const fields = (root) => [...root.querySelectorAll('.hall-table input')];
        const type = (root, at, text) => {
            const field = fields(root)[at];
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        };
        // Rows are answers, and in each row stand the first and the second vote; the second answer is right.
        type(document, 0, 14);
        type(document, 2, 6);
        same(fields(notes)[2].value, '6', 'in the other window');
        same(/^30 % .*again/.test(hint()), true, hint());
        type(notes, 2, 14);
        same([fields(document)[2].value, /^50 % .*discuss|^50 % .*neighbours/.test(hint())], ['14', true], hint());
        type(document, 1, 4);
        type(document, 3, 16);
        same(/^80 % .*go on/.test(hint()), true, hint());
        const widths = () => [...first('.hall-votes').querySelectorAll('.votes-bar')].map((bar) => Math.round(bar.getBoundingClientRect().width));
        const [a, b] = [widths()[2], widths()[3]];
        same(a > 0 && Math.abs(b / a - 0.8 / 0.5) < 0.05, true, `bars of ${widths()}`);
        same(first('.hall-votes [data-right]'), null, 'told too early');
        press('2');
        same(first('.option input:checked').value, '1', 'the digit');
        press('PageDown');
        await until('the answer', () => first('.lesson[data-told]'));
        same([heading(), first('.hall-votes th[data-right]').textContent], ['Step vote', 'B'], 'told');
        press('PageDown');
        await until('the next', () => heading() === 'Step never');
        same(notes.querySelector('.notes-text').textContent, 'Note of never.', 'the note');
        press('PageUp');
        await until('the question', () => heading() === 'Step vote');
        press('v');
        same(fields(document).map((field) => field.value), ['14', '4', '14', '16', '', ''], 'the votes are kept');",
    )
    .await
}

/// Where no window opens, a sentence says so; a real one has the notes, and its keys lead as those of the page do.
#[tokio::test]
async fn a_second_window_has_the_notes() -> Result<()> {
    check(
        Screen::DESK,
        "await open({ present: true });
        const opens = window.open;
        window.open = () => null;
        press('n');
        same([first('.hall-said').hidden, first('.hall-said').textContent.includes('second window')], [false, true], 'refused');
        let made = null;
        window.open = (...how) => (made = opens.call(window, ...how));
        press('n');
        window.open = opens;
        // Under automation a browser may take a script's key for nobody's.
        if (!made) return 'no window';
        same(first('.hall-said').hidden, true, 'the sentence');
        await until('the notes', () => made.document.querySelector('.notes-text')?.textContent === 'Note of slope.');
        same(/^0 of 10/.test(made.document.querySelector('.notes-spent').textContent), true, 'the time');
        made.document.body.dispatchEvent(new made.KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
        await until('the second', () => heading() === 'Step vote' && made.document.querySelector('.notes-text').textContent === 'Note of vote.');
        press('Escape');
        await until('the end', () => !first('.lesson') && made.closed);",
    )
    .await
}
