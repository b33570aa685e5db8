//! A link of the text brings its figure into the window, once, says what was followed, and leads back.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Page, Screen, single_file, with_page};
use serde::Deserialize;
use serde_json::{Value, json};

/// A phone, upright.
const PHONE: Screen = Screen {
    width: 360,
    height: 740,
    ..Screen::DESK
};

/// Follows the link of that number, and tells where the parts of its figure stand when it has been there for a while.
const FOLLOW: &str = "
    const [index, onePerFigure] = argument;
    const links = [...document.querySelectorAll('main a[href^=\"#\"][href*=\"=\"]')];
    const named = (link) => new URLSearchParams(link.hash.slice(1)).get('figure');
    const isFirst = (link, at) => links.findIndex((other) => named(other) === named(link)) === at;
    const link = links.filter((link, at) => !onePerFigure || isFirst(link, at))[index];
    if (!link) return null;
    link.scrollIntoView({ block: 'center', behavior: 'instant' });
    await pause(50);
    const figure = document.querySelector(`activation-lab[figure=${named(link)}]`);
    const top = () => figure.getBoundingClientRect().top;
    // Where its top is: before, and wherever it is moved to.
    const tops = [top()];
    let watching = true;
    const watch = () => {
        // A fraction of a pixel is rounding.
        if (watching && Math.abs(top() - tops.at(-1)) > 2) tops.push(top());
        if (watching) requestAnimationFrame(watch);
    };
    watch();
    const begin = performance.now();
    link.click();
    await new Promise((go) => figure.whenDrawn(go));
    // A busy machine may take longer than a figure is waited for; what it says then may be longer than what was in sight.
    const late = performance.now() - begin > 900;
    await pause(late ? 1100 : 300);
    watching = false;
    const box = (part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return [top, bottom];
    };
    const line = inside(figure, '.arrival');
    const seen = {
        href: link.hash, words: link.textContent.trim(), tops,
        late, told: line.hidden ? '' : line.textContent, window: document.documentElement.clientHeight,
        title: box(inside(figure, 'h3')), plot: box(inside(figure, 'canvas')), sentence: box(inside(figure, '.sentence')),
    };
    line.querySelector('button').click();
    await pause(50);
    const [above, below] = box(link);
    return { ...seen, // WebKit gives no link in a frame the focus.
        back: [above, below, Number(window !== window.top || document.activeElement === link)],
    };";

#[derive(Deserialize, Debug)]
struct Landed {
    href: String,
    words: String,
    tops: Vec<f64>,
    late: bool,
    told: String,
    window: f64,
    title: [f64; 2],
    plot: [f64; 2],
    sentence: [f64; 2],
    /// Top and bottom of the link after the way back, and whether it has the focus.
    back: [f64; 3],
}

impl Landed {
    /// Whether a part is wholly in the window; a pixel may be lost to rounding.
    fn shows(&self, [top, bottom]: [f64; 2]) -> bool {
        top >= -1.0 && bottom <= self.window + 1.0
    }

    /// Whether the figure stays where it was brought to. Before that, the browser keeps the text in its place while the figure above it grows.
    fn lands_once(&self) -> bool {
        let moves: Vec<f64> = self
            .tops
            .windows(2)
            .map(|pair| (pair[1] - pair[0]).abs())
            .collect();
        // The way there is the longest of all.
        let longest = moves.iter().copied().fold(0.0, f64::max);
        longest > 0.0 && moves.last() == Some(&longest)
    }

    fn leads_back(&self) -> bool {
        let [top, bottom, focus] = self.back;
        self.shows([top, bottom]) && focus == 1.0
    }

    /// What a reader would miss.
    fn faults(&self) -> Vec<String> {
        // Where all of them fit, all of them are in sight.
        let lost =
            |from: [f64; 2], part| self.sentence[1] - from[0] <= self.window && !self.shows(part);
        let faults = [
            (!self.late && !self.lands_once(), "jumps"),
            (
                self.words.is_empty() || !self.told.contains(&self.words),
                "does not say what was followed",
            ),
            (!self.leads_back(), "has no way back to the text"),
            (!self.shows(self.plot), "does not show the plot"),
            (lost(self.title, self.title), "does not show the title"),
            (
                !self.late && lost(self.plot, self.sentence),
                "does not show the sentence",
            ),
        ];
        let found = faults.iter().filter(|(is_so, _)| *is_so);
        found
            .map(|(_, what)| format!("{} {what}: {self:?}", self.href))
            .collect()
    }
}

async fn follow_all(page: &Page, one_per_figure: bool) -> Result<Vec<Landed>> {
    let mut all = Vec::new();
    loop {
        let landed = run(page, FOLLOW, json!([all.len(), one_per_figure])).await?;
        if landed.is_null() {
            return Ok(all);
        }
        all.push(serde_json::from_value(landed)?);
    }
}

#[tokio::test]
async fn every_link_of_the_text_brings_its_figure_into_the_window() -> Result<()> {
    // On a phone the way is the same for all links to a figure.
    for (screen, one_per_figure, least) in [(Screen::DESK, false, 30), (PHONE, true, 7)] {
        with_page(screen, &single_file()?, async |page| {
            page.open_as_it_is(&single_file()?).await?;
            let all = follow_all(page, one_per_figure).await?;
            ensure!(all.len() >= least, "only {} links", all.len());
            let wrong: Vec<String> = all.iter().flat_map(Landed::faults).collect();
            ensure!(
                wrong.is_empty(),
                "at a width of {}:\n{}",
                screen.width,
                wrong.join("\n")
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A run that was playing would leave at once what was followed; and words that led to a state do not stand above another.
#[tokio::test]
async fn what_was_followed_stands_still_and_its_words_go_when_something_else_is_shown() -> Result<()>
{
    with_page(Screen::DESK, &single_file()?, async |page| {
        page.find("dying", ".play").await?;
        let script = "
            const dying = document.querySelector('[figure=dying]');
            dying.load('step=0&bias=0&speed=50');
            const plays = () => inside(dying, '.play').textContent.includes('Pause');
            const step = () => Number(inside(dying, '[data-control=step] input.value').value);
            inside(dying, '.play').click();
            await until('a step', () => step() > 0);
            sure(plays(), 'it does not play');
            document.querySelector('a[href*=\"figure=dying\"][href*=\"step=60\"]').click();
            await until('the link to be shown', () => step() === 60);
            sure(!plays(), 'it plays on');
            await pause(300);
            same(step(), 60, 'its step');
            const line = inside(dying, '.arrival');
            const words = line.querySelector('span').textContent;
            sure(!line.hidden && words !== '', 'nothing says what was followed');
            dying.seed = 2;
            await until('the words to go', () => line.querySelector('span').textContent === '');
            sure(!line.hidden, 'the way back stays');
            dying.load('');
            sure(line.hidden, 'the way back of a link that is not shown any more');";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// Back leads to where the reader was, and an address that was typed to its figure.
#[tokio::test]
async fn back_leads_back_and_a_typed_address_to_its_figure() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let script = "
            const link = document.querySelector('a[href*=\"figure=collapse\"][href*=\"depth=8\"]');
            link.scrollIntoView({ block: 'center', behavior: 'instant' });
            const collapse = document.querySelector('[figure=collapse]');
            await drawn(collapse);
            await pause(300); // the figure above it has come to its size, too
            const before = scrollY;
            link.click();
            await until('the link to be shown', () => collapse.state === 'depth=8' && scrollY !== before);
            history.back();
            await until('the place before', () => !location.hash.includes('depth=8') && Math.abs(scrollY - before) < 3);
            await pause(500);
            sure(Math.abs(scrollY - before) < 3, 'it does not stay there');
            location.hash = '#figure=layers&v=2&depth=7';
            const layers = document.querySelector('[figure=layers]');
            await until('the figure of the address', () => {
                const { top } = layers.getBoundingClientRect();
                return layers.state === 'depth=7' && top >= -1 && top < innerHeight / 2;
            });";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}

/// What stands below a figure that comes to life just above the window's top is not moved by it.
#[tokio::test]
async fn what_is_read_holds_still_while_a_figure_above_comes_to_its_size() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let script = "
            let held = 0;
            for (const figure of document.querySelectorAll('activation-lab')) {
                if (!figure.hasAttribute('data-waiting')) continue;
                const read = figure.nextElementSibling || figure.parentElement.nextElementSibling;
                const top = () => read.getBoundingClientRect().top;
                scrollBy({ top: top() - 40, behavior: 'instant' });
                const before = [top(), figure.getBoundingClientRect().height];
                await until(`${figure.figure} to be drawn`, () => !figure.hasAttribute('data-waiting'));
                await pause(300);
                const after = figure.getBoundingClientRect().height;
                sure(Math.abs(top() - before[0]) < 2, `below ${figure.figure}, ${before[1]} and then ${after} high, the text was at ${before[0]} and is at ${top()}`);
                held += Number(Math.abs(after - before[1]) > 10);
            }
            sure(held > 2, `only ${held} figures came to another size`);";
        run(page, script, Value::Null).await.map(drop)
    })
    .await
}
