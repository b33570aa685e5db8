//! A lesson for one reader: it waits for her, and gives the article back as it was.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Screen, single_file, site, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

/// A lesson for these tests, and what they ask of it.
const LESSON: &str = include_str!("lesson.js");

/// Runs a script that may use what lesson.js offers.
pub async fn run(page: &Page, script: &str, argument: Value) -> Result<Value> {
    page.run_later(&format!("{LESSON}\n{script}"), argument)
        .await
}

/// The same in the article, which is opened for it.
pub async fn check(screen: Screen, script: &str) -> Result<()> {
    let site = site()?;
    with_page(screen, &site, async |page| {
        page.open_as_it_is(&site).await?;
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// The lessons that the site has.
pub const LESSONS: [&str; 4] = ["freeze", "dying", "start", "beliefs"];

#[tokio::test]
async fn nothing_of_lessons_is_in_the_first_view() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            const files = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => /lesson/.test(name));
            same(files(), [], 'before');
            await ActivationLab.lessons.go({ id: 'freeze', step: 1, present: false }, true);
            await until('the lesson', () => first('.lesson'));
            same(files(), ['lesson.js', 'freeze.json'].filter((name) => files().includes(name)), 'after');
            same(files()[0], 'lesson.js', 'its script');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// Figures, scroll position and focus are what they were, and so is the address.
#[tokio::test]
async fn leaving_gives_the_article_back() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            const figure = first('activation-lab[figure=decay]');
            figure.scrollIntoView({ block: 'center', behavior: 'instant' });
            await new Promise((go) => figure.whenDrawn(() => requestAnimationFrame(go)));
            figure.depth = 7;
            await until('the address', () => location.hash.includes('depth=7'));
            const link = first('a[href=\"#figure=decay&v=2&view=log\"]');
            link.focus({ preventScroll: true });
            const before = [scrollY, figure.depth, location.href, document.title];
            await open();
            same(figure.getClientRects().length, 0, 'the article is seen');
            same(new URLSearchParams(location.search).get('lesson'), 'test', 'the address');
            scene().load('figure=curves&v=2&x=3');
            await until('a change', () => scene().state.includes('x=3'));
            await new Promise((go) => setTimeout(go, 400));
            button('Leave').click();
            await until('the article', () => !first('.lesson') && figure.getClientRects().length);
            await until('the address', () => location.href === before[2]);
            same([scrollY, figure.depth, location.href, document.title], before, 'afterwards');
            same(document.activeElement === link, true, 'the focus');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// The reader's act is noticed; a goal that nobody reaches has that for its answer, and one that can be reached has not.
#[tokio::test]
async fn a_goal_is_noticed() -> Result<()> {
    check(
        Screen::DESK,
        "await open();
        const done = () => Boolean(first('.lesson-goal[data-done]'));
        const ready = () => button('Next').hasAttribute('data-ready');
        same([done(), ready()], [false, false], 'at first');
        button('It cannot be done').click();
        same(first('.lesson-answer').textContent.startsWith('It can be done'), true, 'the answer');
        [...document.querySelectorAll('.lesson-text a')][0].click();
        await until('x = 2', () => scene().state.includes('x=2'));
        await new Promise((go) => setTimeout(go, 600));
        same(done(), false, 'too early');
        scene().load('figure=curves&v=2&x=5');
        await until('the goal', done);
        same([ready(), first('.lesson-answer').textContent.includes('That is why.')], [true, true], 'afterwards');
        ActivationLab.lessons.go({ id: 'test', step: 3, present: false }, false);
        await until('the third', () => heading() === 'Step never');
        same(done(), false, 'another goal');
        button('It cannot be done').click();
        same([done(), ready()], [true, true], 'the right answer');",
    )
    .await
}

/// A goal says where one stands, also where nothing has been done yet and where it has come before.
#[tokio::test]
async fn a_goal_says_where_one_stands() -> Result<()> {
    check(
        Screen::DESK,
        "await open();
        const now = () => first('.lesson-now').textContent;
        // The sigmoid's slope is a quarter at 0, and e⁻² / (1 + e⁻²)² = 0.105 at 2.
        await until('the slope', () => now() === 'Now: 0.25');
        [...document.querySelectorAll('.lesson-text a')][0].click();
        await until('another', () => now() === 'Now: 0.105');
        ActivationLab.lessons.go({ id: 'test', step: 3, present: false }, false);
        await until('the third', () => heading() === 'Step never' && /^Now: [0-9.]/.test(now()));
        ActivationLab.lessons.go({ id: 'test', step: 4, present: false }, false);
        await until('the last', () => heading() === 'Step end' && !first('.lesson-now').getClientRects().length);",
    )
    .await
}

/// What a reader makes of a step is there when she comes back, and the step as it began is one press away.
#[tokio::test]
async fn each_step_keeps_what_was_made_of_it() -> Result<()> {
    check(
        Screen::DESK,
        "await open();
        same(button('Start again'), undefined, 'before anything was done');
        const slider = scene().shadowRoot.querySelector('#x');
        slider.focus();
        press('ArrowRight');
        await until('the slider', () => /x=/.test(scene().state));
        const made = scene().state;
        await until('the way back', () => button('Start again'));
        button('Next').click();
        await until('the second', () => heading() === 'Step vote' && scene().figure === 'decay');
        await drawn();
        button('Back').click();
        await until('the first', () => heading() === 'Step slope' && scene().figure === 'curves');
        await drawn();
        same(scene().state, made, 'the state');
        scene().shadowRoot.querySelector('#x').focus();
        press('ArrowRight');
        await until('the way back', () => button('Start again'));
        button('Start again').click();
        await drawn();
        same(scene().shadowRoot.querySelector('.value').value, '0', 'as it began');",
    )
    .await
}

/// From the first step to the last and out of it with Tab and Enter; every heading is where the focus is.
#[tokio::test]
async fn a_lesson_is_walked_by_keyboard_alone() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        run(page, "await open();", Value::Null).await?;
        for title in ["Step slope", "Step vote", "Step never", "Step end"] {
            let at = "return document.activeElement.textContent === argument;";
            page.wait(title, at, json!(title)).await?;
            let next = "return document.activeElement.matches('.lesson-next');";
            let mut presses = 0;
            while page.run(next, Value::Null).await? != true {
                presses += 1;
                ensure!(presses < 40, "{title}: Tab does not come to the way on");
                keys(page, Key::Tab).await?;
            }
            keys(page, Key::Enter).await?;
        }
        let gone = "return !document.querySelector('.lesson') && document.querySelector('h1').getClientRects().length > 0;";
        page.wait("the article", gone, Value::Null).await
    })
    .await
}

async fn keys(page: &Page, key: Key) -> Result<()> {
    let chain = page.driver().action_chain().send_keys(key);
    chain.perform().await.context("a key")
}

/// Figure, control and the first lines of the text stand in one view of a small laptop and of a phone; on a small one at least the figure, with plots that can be read.
/// On a phone a choice has the view for itself, and then the figure has.
#[tokio::test]
async fn every_step_fits_into_one_view() -> Result<()> {
    for (width, height) in [(1366, 768), (390, 780), (360, 640)] {
        let screen = Screen {
            width,
            height,
            ..Screen::DESK
        };
        with_page(screen, &site()?, async |page| {
            page.open_as_it_is(&site()?).await?;
            let script = "
                const box = (part) => part.getBoundingClientRect();
                const seen = (selector) => [...scene().shadowRoot.querySelectorAll(selector)].filter((part) => part.getClientRects().length && !part.closest('details:not([open]) > :not(summary)'));
                const isSmall = innerHeight < 700;
                const look = (sure) => {
                    const bottom = box(first('.lesson-ways')).top + 1;
                    sure(document.documentElement.scrollWidth <= innerWidth, `${document.documentElement.scrollWidth} wide`);
                    if (innerWidth < 800 && first('.lesson[data-asked]')) {
                        sure(!scene().getClientRects().length, 'there is a figure beside a choice');
                        for (const part of document.querySelectorAll('.option')) sure(box(part).bottom <= bottom, `an option ends at ${box(part).bottom} of ${bottom}`);
                        return;
                    }
                    const plots = seen('canvas');
                    const least = innerWidth < 800 ? 145 : 100;
                    sure(plots.length && plots.every((part) => part.clientHeight >= least), `plots of ${plots.map((part) => part.clientHeight)}`);
                    for (const part of seen('canvas, input, .sentence')) sure(box(part).bottom <= bottom && box(part).top >= 0, `${part.className || part.tagName} ends at ${box(part).bottom} of ${bottom}`);
                    // No value stands on a line of its own.
                    for (const part of seen('.control.number')) {
                        const [track, value] = ['.track', '.value'].map((name) => box(part.querySelector(name)));
                        sure(!value.height || Math.abs(track.top + track.bottom - value.top - value.bottom) < 12, `${part.textContent}: value and slider apart`);
                    }
                    const lines = first('.lesson-text');
                    sure(isSmall || box(lines).top + 3 * parseFloat(getComputedStyle(lines).lineHeight) <= bottom, `the text begins at ${box(lines).top}`);
                };
                const found = await walked(false, look, async (where, { question }) => {
                    if (innerWidth >= 800 || !question) return [];
                    button('See it without').click();
                    await drawn();
                    await drawn();
                    return faults(`${where}, answered`, (sure) => {
                        const plots = seen('canvas');
                        sure(box(first('.says')).top < innerHeight || box(first('.reason')).top < innerHeight + 100, 'what is so is far below');
                        sure(plots.length && plots.every((part) => part.clientHeight >= 145), `plots of ${plots.map((part) => part.clientHeight)}`);
                        sure(seen('canvas').every((part) => box(part).bottom <= innerHeight), 'a plot is out of sight');
                    });
                });
                same(found, [], 'faults');";
            run(page, script, json!(LESSONS)).await.map(drop)
        })
        .await?;
    }
    Ok(())
}

/// Without a network, from a disk, and by its address.
#[tokio::test]
async fn a_lesson_opens_from_the_single_file() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        for lesson in LESSONS {
            let address = format!("{}?lesson={lesson}&step=2", single_file()?);
            page.driver().goto(&address).await?;
            let there = "const card = document.querySelector('.lesson-count');
                return Boolean(card && card.textContent.startsWith('Step 2 ') && document.querySelector('.lesson activation-lab:not([data-waiting])'));";
            page.wait("its second step", there, Value::Null).await?;
        }
        Ok(())
    })
    .await
}
