//! The dialog itself: when it comes, how it goes, what it says, and who can use it.

use super::with_dialog;
use anyhow::{Result, ensure};
use browser_tests::{Ability, Screen, pseudo_file, single_file, site, with_page};
use serde_json::{Value, json};

/// From a disk nobody knows the address that the notes will need, and that is said.
#[tokio::test]
async fn from_a_file_it_says_what_to_replace() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let script = "
            const figure = element('decay');
            await opened(figure);
            for (const form of ['Link', 'Frame', 'Element']) {
                await tab(figure, form);
                const text = snippet(figure);
                sure(!text.includes('file:'), `${form} has the address of a disk: ${text}`);
                sure(text.includes('https://your-site.example/'), `${form}: ${text}`);
                const warning = within(figure, '[role=tabpanel] .warn').textContent;
                sure(warning.includes('https://your-site.example/'), `${form} says: ${warning}`);
            }
            await tab(figure, 'Program');
            await until('the program', () => snippet(figure).includes('result = compare('));";
        with_dialog(page, script, Value::Null).await?;
        Ok(())
    })
    .await
}

/// Where the clipboard is refused, the selection is copied; where that is too, the text is selected and a sentence says how.
#[tokio::test]
async fn copying_needs_no_permission() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const refuse = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
            Object.defineProperty(navigator, 'clipboard', { value: refuse, configurable: true });
            const figure = element('decay');
            await opened(figure);
            const field = within(figure, '[role=tabpanel] textarea');
            const button = within(figure, '.copy');
            const copied = [];
            const { execCommand } = document;
            document.execCommand = (command) => {
                copied.push([command, field.value.slice(field.selectionStart, field.selectionEnd)]);
                return true;
            };
            button.click();
            await until('the answer', () => button.textContent === 'Copied');
            same(copied, [['copy', field.value]], 'what was copied');
            same(figure.shadowRoot.activeElement, button, 'the focus');
            document.execCommand = () => false;
            field.setSelectionRange(0, 0);
            button.click();
            await until('the sentence', () => within(figure, '.said').textContent.includes('Ctrl+C'));
            same([figure.shadowRoot.activeElement === field, field.selectionStart, field.selectionEnd], [true, 0, field.value.length], 'the selection');
            document.execCommand = execCommand;";
        with_dialog(page, script, Value::Null).await?;
        Ok(())
    })
    .await
}

/// Nothing of it is fetched before it is opened, and nothing is left when it is closed; Escape closes it, and the focus comes back without a move of the page.
#[tokio::test]
async fn it_comes_when_it_is_asked_for_and_goes_without_a_trace() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        let script = "
            const figure = element('decay');
            const files = () => performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop()).filter((name) => ['share.js', 'programs.json'].includes(name));
            await new Promise((done) => figure.whenDrawn(done));
            same(files(), [], 'fetched with the page');
            const take = inside(figure, '.take');
            take.scrollIntoView({ block: 'center', behavior: 'instant' });
            const [place, address, places] = [scrollY, location.href, history.length];
            await opened(figure);
            same(files(), ['share.js'], 'fetched for the dialog');
            const preview = within(figure, 'activation-lab');
            preview.setAttribute('depth', '3');
            await pause(600);
            same([scrollY, location.href, history.length], [place, address, places], 'the page around it');
            sure(!figure.state.includes('depth=3'), figure.state);
            same(figure.shadowRoot.activeElement, within(figure, '.close'), 'the focus inside');
            return place;";
        let place = with_dialog(page, script, Value::Null).await?;
        page.driver().action_chain().send_keys(thirtyfour::Key::Escape).perform().await?;
        page.wait("the dialog to close", "return !part('decay', 'dialog');", Value::Null).await?;
        let after = "return [element('decay').shadowRoot.activeElement === part('decay', '.take'), scrollY];";
        ensure!(page.run(after, Value::Null).await? == json!([true, place]), "the focus, or the place");
        Ok(())
    })
    .await
}

/// By keys alone: in, to the tabs, along them with the arrows, and out.
#[tokio::test]
async fn keys_reach_all_of_it() -> Result<()> {
    with_page(Screen::DESK, &site()?, async |page| {
        with_dialog(page, "await opened(element('decay'));", Value::Null).await?;
        let key = async |key: thirtyfour::Key| page.driver().action_chain().send_keys(key).perform().await;
        let focused = "const { activeElement: at } = element('decay').shadowRoot; return at ? [at.getAttribute('role') || at.type || at.tagName, at.closest('dialog') !== null] : ['', false];";
        let mut reached = Vec::new();
        for _ in 0..80 {
            key(thirtyfour::Key::Tab).await?;
            let (kind, inside): (String, bool) = serde_json::from_value(page.run(focused, Value::Null).await?)?;
            if inside {
                reached.push(kind);
            }
        }
        for kind in ["tab", "textarea", "radio", "checkbox", "text"] {
            ensure!(reached.iter().any(|found| found == kind), "Tab never reaches a {kind}: {reached:?}");
        }
        page.run("part('decay', '[role=tab][aria-selected=true]').focus();", Value::Null).await?;
        key(thirtyfour::Key::Right).await?;
        let chosen = "return part('decay', '[role=tab][aria-selected=true]').textContent;";
        ensure!(page.run(chosen, Value::Null).await? == "Element", "the arrow chose another tab");
        Ok(())
    })
    .await
}

/// On a phone it fills the screen, and in no language it is wider than that; none of its words is English there.
#[tokio::test]
async fn it_has_room_on_a_phone_in_longer_words() -> Result<()> {
    for width in [360, 1024] {
        let screen = Screen {
            width,
            height: 740,
            ..Screen::DESK
        };
        with_page(screen, &pseudo_file()?, async |page| {
            page.needs(Ability::Protocol)?;
            let script = "
                const figure = element('freeze');
                figure.scrollIntoView({ block: 'center', behavior: 'instant' });
                figure.setAttribute('step', '2');
                await new Promise((done) => figure.whenDrawn(done));
                inside(figure, '.take').click();
                await until('the dialog', () => dialogOf(figure) && dialogOf(figure).open);
                const faults = [];
                const english = (text) => text.replace(/⟦[^⟧]*⟧/g, ' ').replace(/'[^']*'/g, ' ').replace(/\\S*[_=/.]\\S*/g, ' ').match(/[A-Za-z]{2,}/);
                const names = ['NumPy', 'PyTorch', 'Sphinx', 'MyST', 'Jupyter', 'Quarto', 'mdBook', 'reveal', 'Moodle', 'LaTeX'];
                for (const tab of dialogOf(figure).querySelectorAll('[role=tab]')) {
                    tab.click();
                    await rested(figure);
                    const { scrollWidth, clientWidth } = dialogOf(figure);
                    if (scrollWidth > clientWidth) faults.push(`${tab.textContent}: ${scrollWidth} wide in ${clientWidth}`);
                    const walker = document.createTreeWalker(dialogOf(figure), NodeFilter.SHOW_TEXT);
                    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                        const word = !node.parentElement.closest('textarea, option, style') && english(node.data);
                        if (word) faults.push(`${word[0]} in ${node.data}`);
                    }
                }
                const { width, height } = dialogOf(figure).getBoundingClientRect();
                if (innerWidth < 900 && (width < innerWidth || height < innerHeight)) faults.push(`it is ${width} × ${height}`);
                return faults;";
            let faults = with_dialog(page, script, Value::Null).await?;
            ensure!(faults == json!([]), "at a width of {width}: {faults}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
