//! The page in the pseudo-language: words that are half as long again have room at every width, and none of them is English.

use crate::census::run;
use anyhow::{Result, ensure};
use browser_tests::{Ability, Screen, pseudo_file, with_page};
use serde_json::Value;

/// From a phone to a wide window.
const WIDTHS: [u32; 4] = [360, 700, 1024, 1440];

/// Opens whatever can be opened in each figure, and tells what is wider than the window and what is in English.
const LOOK: &str = "
    const figures = [...document.querySelectorAll('activation-lab')];
    sure(figures.length > 6, `${figures.length} figures`);
    const faults = [];
    // Formulas have names of functions, the table of numbers the names of its columns, and code its own words.
    const apart = 'script, style, math, code, textarea, svg, .count + .scroll';
    const seen = (node) => {
        const element = node.parentElement;
        return element && !element.closest(apart) && element.getClientRects().length > 0;
    };
    // Between quotes and in ids, which have an underscore or an equals sign, stands what is the same in all languages.
    const english = (text) => text.replace(/⟦[^⟧]*⟧/g, ' ').replace(/'[^']*'/g, ' ').replace(/\\S*[_=]\\S*/g, ' ').match(/[A-Za-z]{2,}/);
    const look = (root, place) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const word = seen(node) && english(node.data);
            if (word) faults.push(`${place}: '${word[0]}' in '${node.data.trim().slice(0, 80)}'`);
        }
    };
    look(document.body, 'the article');
    for (const figure of figures) {
        figure.scrollIntoView({ block: 'center', behavior: 'instant' });
        await new Promise((go) => figure.whenDrawn(go));
        for (const details of figure.shadowRoot.querySelectorAll('details')) details.open = true;
        for (const button of every(figure, '.tabs button:not([hidden])')) {
            if (button.ariaExpanded === 'false') button.click();
            await pause(30);
            const lab = inside(figure, '.lab');
            if (lab.scrollWidth > lab.clientWidth + 1) faults.push(`${figure.figure} is ${lab.scrollWidth} wide in ${lab.clientWidth}`);
            look(figure.shadowRoot, figure.figure);
        }
    }
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return faults;";

/// One engine is enough: the others lay the same boxes out.
#[tokio::test]
async fn longer_words_have_room_and_none_is_english() -> Result<()> {
    for width in WIDTHS {
        let screen = Screen {
            width,
            height: 900,
            ..Screen::DESK
        };
        with_page(screen, &pseudo_file()?, async |page| {
            page.needs(Ability::Protocol)?;
            let found = run(page, LOOK, Value::Null).await?;
            let faults: Vec<String> = serde_json::from_value(found)?;
            ensure!(
                faults.is_empty(),
                "at a width of {width}:\n{}",
                faults.join("\n")
            );
            Ok(())
        })
        .await?;
    }
    Ok(())
}
