//! What leaves the page is complete: files, and paper.

use crate::census::{check, run};
use anyhow::{Result, ensure};
use browser_tests::{Screen, site, with_page};
use serde_json::json;

/// A button that is pressed too early says that it prepares, and saves when all is there, also where nobody looks.
#[tokio::test]
async fn a_download_waits_for_the_whole_view() -> Result<()> {
    check(
        "const win = await host('<activation-lab figure=\"freeze\" step=\"0\"></activation-lab><div style=\"height: 4000px\"></div>');
        const { document: page } = win;
        const element = page.querySelector('activation-lab');
        await drawn(element);
        const saved = [];
        const { createObjectURL } = win.URL;
        win.URL.createObjectURL = (blob) => {
            if (!blob.type.includes('javascript')) saved.push(blob);
            return createObjectURL(blob);
        };
        const buttons = every(element, '.disclosures button').filter(({ textContent }) => textContent.startsWith('Download'));
        const labels = buttons.map(({ textContent }) => textContent);
        same(labels.length, 1, 'downloads');
        win.scrollTo(0, 4000);
        element.step = 300;
        for (const again of [1, 2]) for (const button of buttons) button.click();
        same(buttons.map(({ textContent }) => textContent), ['Preparing…'], 'while it is worked out');
        same(saved.length, 0, 'files so far');
        await until('the file', () => saved.length === 1);
        same(buttons.map(({ textContent }) => textContent), labels, 'afterwards');
        sure((await saved[0].text()).split('\\n').length > 300, 'the table has all steps');
        buttons[0].click();
        same(saved.length, 2, 'what is complete is saved at once');
        same(win.told.errors, [], 'errors');",
    )
    .await
}

/// A figure that nobody has scrolled to is printed whole, and in black on white.
#[tokio::test]
async fn what_is_printed_is_complete() -> Result<()> {
    check(
        "const win = await host('<div style=\"height: 3000px\"></div><activation-lab figure=\"layers\"></activation-lab><activation-lab figure=\"freeze\" step=\"20\" theme=\"dark\"></activation-lab>');
        const { document: page } = win;
        const elements = [...page.querySelectorAll('activation-lab')];
        sure(elements.every((element) => !every(element, 'canvas').length), 'nothing is drawn before it is seen');
        win.dispatchEvent(new Event('beforeprint'));
        for (const element of elements) {
            const { textContent } = inside(element, '.sentence');
            sure(textContent.length > 20 && !/% is done|Computing/.test(textContent), textContent);
            sure(isDrawn(element), `${element.figure} is drawn`);
            same(inside(element, '.lab').dataset.theme, 'print', 'its theme');
        }
        win.dispatchEvent(new Event('afterprint'));
        elements[1].scrollIntoView();
        await until('the screen as before', () => inside(elements[1], '.lab').dataset.theme === 'dark');
        same(win.told.errors, [], 'errors');",
    )
    .await
}

/// In the article figures open when somebody comes near, or for paper.
#[tokio::test]
async fn a_figure_of_the_article_opens_for_paper() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let script = "
            const below = [...document.querySelectorAll('activation-lab')].filter(({ figure }) => ['curves', 'collapse'].includes(figure));
            same(below.length, 2, 'figures far below');
            const isOpen = (figure) => every(figure, '.lab:not(.note)').length > 0;
            sure(isOpen(document.querySelector('activation-lab')), 'the first one is open');
            for (const figure of below) sure(!isOpen(figure), `${figure.figure} is open before`);
            const [, chain] = [...document.querySelectorAll('activation-lab')].filter(({ figure }) => figure === 'decay');
            sure(!isOpen(chain), 'the chain is open before');
            sure(chain.measures.length > 0 && isOpen(chain), 'a question opens it at once');
            dispatchEvent(new Event('beforeprint'));
            await undefined;
            for (const figure of below) {
                sure(isDrawn(figure), `${figure.figure} is drawn`);
                same(inside(figure, '.lab').dataset.theme, 'print', 'its theme');
            }
            dispatchEvent(new Event('afterprint'));";
        run(page, script, json!(null)).await?;
        Ok(())
    })
    .await
}

/// On paper there is nothing to press, however few things a figure shows; a legend is read there.
#[tokio::test]
async fn what_cannot_be_printed_is_left_out() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        page.open_as_it_is(&site()?).await?;
        let draw = "
            for (const figure of document.querySelectorAll('activation-lab')) {
                figure.scrollIntoView({ behavior: 'instant' });
                await drawn(figure);
            }";
        run(page, draw, json!(null)).await?;
        page.protocol("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        let script = "
            const found = [];
            for (const figure of document.querySelectorAll('activation-lab')) {
                const seen = every(figure, 'button, input, summary').filter((part) => part.getClientRects().length && !part.closest('.legend'));
                if (seen.length) found.push(`${figure.figure}: ${seen.map((part) => part.className || part.tagName)}`);
            }
            return found;";
        let found = run(page, script, json!(null)).await;
        page.protocol("Emulation.setEmulatedMedia", json!({ "media": "" }))
            .await?;
        let found = found?;
        ensure!(found == json!([]), "{found}");
        Ok(())
    })
    .await
}
