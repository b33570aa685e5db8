//! Drawing leaves the document alone.

use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, with_page};
use serde_json::Value;
use thirtyfour::Key;

/// Watches the document and every shadow tree, and remembers what changed where.
const WATCH: &str = "
    const roots = [document, ...[...document.querySelectorAll('activation-lab')].map((figure) => figure.shadowRoot)];
    window.seen = [];
    const name = (node) => {
        const element = node.nodeType === 1 ? node : node.parentElement;
        const words = element && element.closest('.readouts, .sentences, .legend, .controls, .plot-title, .description, .disclosures, .live');
        return words ? words.className : (element || node).nodeName;
    };
    const watcher = new MutationObserver((records) => {
        for (const { type, target, attributeName } of records) seen.push([type, name(target), attributeName]);
    });
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const root of roots) watcher.observe(root, all);";

/// A redraw may change the words and numbers that belong to it, the canvas's own size, and in the end the element's attributes, which are its state.
fn is_quiet(record: &(String, String, Option<String>)) -> bool {
    let (kind, place, attribute) = record;
    let words = [
        "readouts",
        "sentences",
        "controls",
        "plot-title",
        "description",
        "disclosures",
        "live",
    ];
    let in_words = words
        .iter()
        .any(|word| place.split(' ').any(|name| name == *word));
    let canvas =
        place == "CANVAS" && matches!(attribute.as_deref(), Some("width" | "height" | "style"));
    let state = place == "ACTIVATION-LAB" && kind == "attributes";
    in_words || canvas || state
}

#[tokio::test]
async fn a_redraw_changes_words_and_nothing_else() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let slider = page.slider("decay", "depth").await?;
        slider.focus().await?;
        page.settle().await?;
        page.run(WATCH, Value::Null).await?;
        for _ in 0..5 {
            slider.send_keys(Key::Right).await?;
            page.settle().await?;
        }
        let seen: Vec<(String, String, Option<String>)> =
            serde_json::from_value(page.run("return window.seen;", Value::Null).await?)?;
        ensure!(
            !seen.is_empty(),
            "five redraws changed no word: the watcher is blind"
        );
        let loud: Vec<_> = seen.iter().filter(|record| !is_quiet(record)).collect();
        ensure!(loud.is_empty(), "a redraw changed {loud:?}");
        Ok(())
    })
    .await
}

#[test]
fn an_element_put_into_the_page_would_be_noticed() {
    let record = |kind: &str, place: &str, attribute: Option<&str>| {
        (
            kind.to_owned(),
            place.to_owned(),
            attribute.map(str::to_owned),
        )
    };
    // What plotters-canvas does to measure a text.
    assert!(!is_quiet(&record("childList", "BODY", None)));
    assert!(!is_quiet(&record("childList", "ACTIVATION-LAB", None)));
    assert!(is_quiet(&record("characterData", "readouts", None)));
}
