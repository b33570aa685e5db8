//! Share: from any state two choices, and what is pasted elsewhere shows just that.

mod dialog;
mod files;

use crate::census::run;
use anyhow::{Context, Result, ensure};
use browser_tests::{Host, Page, Screen, site, with_page};
use serde_json::{Value, json};

/// A page of notes as wide as their text, for somebody who likes the dark.
const NOTES: Screen = Screen {
    width: 700,
    height: 900,
    ratio: 1.0,
    dark: true,
};

/// What the scripts begin with.
async fn with_dialog(page: &Page, script: &str, argument: Value) -> Result<Value> {
    run(
        page,
        &format!("{}\n{script}", include_str!("share.js")),
        argument,
    )
    .await
}

/// A server with the site, and a page of notes that holds what was copied.
fn notes() -> Result<String> {
    let page = "<!doctype html><meta charset=utf-8><title>Notes</title><style>body { margin: 0 }</style>\n<script>document.write(sessionStorage.pasted)</script>\n";
    Host {
        pages: vec![("notes.html", page.to_owned())],
        ..Host::default()
    }
    .serve()
}

/// What is seen of a figure by itself: plots, sliders, letters of the sentence, whether anything scrolls, theme, colour of the ground.
const SEEN: &str = "
    await until('the script', () => customElements.get('activation-lab'));
    const figure = document.querySelector('activation-lab[data-chosen]') || document.querySelector('activation-lab');
    await until('the picture', () => isDrawn(figure));
    await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(() => requestAnimationFrame(done))));
    const seen = (selector) => every(figure, selector).filter((part) => part.getClientRects().length);
    const page = document.documentElement;
    const cut = seen('h3, .sentence, input, button, canvas').filter((part) => {
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const outer = figure.getBoundingClientRect();
        return left < outer.left || right > outer.right + 0.5 || top < outer.top || bottom > outer.bottom + 0.5;
    });
    return {
        state: figure.state,
        plots: seen('canvas').length,
        sliders: seen('input[type=range]').length,
        sentence: seen('.sentence').length === 1 && seen('.sentence')[0].textContent.length > 20,
        scrolls: page.scrollHeight > innerHeight && window !== parent || page.scrollWidth > innerWidth,
        cut: cut.map((part) => part.className || part.tagName),
        theme: inside(figure, '.lab').dataset.theme,
    };";

/// From a state that a hand has made: a scene, a form, and what is copied stands as it is in a page of notes.
async fn paste(form: &str) -> Result<()> {
    let address = notes()?;
    with_page(NOTES, &format!("{address}lab/"), async |page| {
        page.write("decay", "[data-control=depth] .value", "14").await?;
        let script = "
            const figure = element('decay');
            await opened(figure);
            await choose(figure, 'What arrives at each layer');
            await tab(figure, argument);
            sessionStorage.pasted = snippet(figure);
            return snippet(figure);";
        let copied = with_dialog(page, script, json!(form)).await?;
        let copied = copied.as_str().context("nothing was copied")?;
        page.driver().goto(format!("{address}notes.html")).await?;
        if form == "Frame" {
            for part in ["&amp;theme=light#", "loading=\"lazy\"", "allow=\"fullscreen\"", "height=\"420\"", "title=\""] {
                ensure!(copied.contains(part), "no {part} in {copied}");
            }
            page.wait("the frame", "return Boolean(document.querySelector('iframe')?.contentDocument?.querySelector('activation-lab[data-chosen]'));", Value::Null).await?;
            let outside = "const { scrollWidth } = document.documentElement; return [scrollWidth <= innerWidth, document.querySelectorAll('iframe').length];";
            ensure!(page.run(outside, Value::Null).await? == json!([true, 1]), "the notes scroll sideways");
            page.driver().enter_frame(0).await?;
        }
        let seen = run(page, SEEN, Value::Null).await?;
        page.driver().enter_default_frame().await?;
        let expected = json!({
            "state": "depth=14&plots=gradient&controls=depth&parts=title,sentence",
            "plots": 1, "sliders": 1, "sentence": true, "scrolls": false, "cut": [], "theme": "light",
        });
        ensure!(seen == expected, "{form}: {seen}\n{copied}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_frame_shows_one_plot_one_slider_and_a_sentence() -> Result<()> {
    paste("Frame").await
}

#[tokio::test]
async fn so_does_an_element() -> Result<()> {
    paste("Element").await
}

/// A figure that does not fit the box that was chosen is taken as high as it is in its frame.
#[tokio::test]
async fn all_of_a_figure_has_the_height_that_its_frame_needs() -> Result<()> {
    let address = notes()?;
    for figure in ["layers", "freeze", "dying"] {
        with_page(NOTES, &format!("{address}lab/"), async |page| {
            page.find(figure, "canvas").await?;
            let script = "
                const figure = element(argument);
                await opened(figure);
                await tab(figure, 'Frame');
                await rested(figure);
                sessionStorage.pasted = snippet(figure);";
            with_dialog(page, script, json!(figure)).await?;
            page.driver().goto(format!("{address}notes.html")).await?;
            let there = "return Boolean(document.querySelector('iframe')?.contentDocument?.querySelector('activation-lab[data-chosen]'));";
            page.wait("the frame", there, Value::Null).await?;
            page.driver().enter_frame(0).await?;
            let room = "
                await until('the script', () => customElements.get('activation-lab'));
                const figure = document.querySelector('activation-lab[data-chosen]');
                await until('the picture', () => isDrawn(figure));
                await new Promise((done) => figure.whenDrawn(() => requestAnimationFrame(() => requestAnimationFrame(done))));
                return [document.documentElement.scrollHeight, innerHeight];";
            let seen = run(page, room, Value::Null).await?;
            page.driver().enter_default_frame().await?;
            ensure!(seen[0] == seen[1] && seen[1].as_f64() > Some(1000.0), "{figure}: {seen}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}

/// A link opens the same state, and what was copied leads back to its scene.
#[tokio::test]
async fn a_link_opens_the_state_and_what_is_pasted_back_its_scene() -> Result<()> {
    with_page(
        Screen::DESK,
        &format!(
            "{}#figure=curves&v=2&activation=elu(alpha=0.5),tanh&x=-1.25",
            site()?
        ),
        async |page| {
            let script = "
            const figure = element('curves');
            const wanted = figure.state;
            await opened(figure);
            const taken = {};
            for (const form of ['Link', 'Frame', 'Element']) {
                await tab(figure, form);
                taken[form] = snippet(figure);
            }
            const places = history.length;
            const field = dialogOf(figure).querySelector('fieldset > input[type=text]');
            const back = {};
            for (const form in taken) {
                field.value = taken[form];
                field.dispatchEvent(new Event('input', { bubbles: true }));
                await rested(figure);
                back[form] = within(figure, 'activation-lab').state;
            }
            field.value = 'nothing of ours';
            field.dispatchEvent(new Event('input', { bubbles: true }));
            sure(field.nextElementSibling.textContent.length > 10, 'it says nothing');
            same(history.length, places, 'places in the history');
            same(figure.state, wanted, 'the figure itself');
            return { wanted, link: taken.Link, back };";
            let seen = with_dialog(page, script, Value::Null).await?;
            let wanted = seen["wanted"].as_str().context("no state")?;
            ensure!(wanted.contains("x=-1.25"), "{wanted}");
            for (form, state) in seen["back"].as_object().into_iter().flatten() {
                ensure!(state == wanted, "{form}: {state}, not {wanted}");
            }
            let link = seen["link"].as_str().context("no link")?;
            page.open(link).await?;
            ensure!(
                page.run("return element('curves').state;", Value::Null)
                    .await?
                    == wanted,
                "{link}"
            );
            Ok(())
        },
    )
    .await
}
