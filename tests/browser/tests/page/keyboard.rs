//! The page without a pointer.

use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, with_page};
use serde_json::Value;
use thirtyfour::Key;

/// What has the focus, through the shadow trees: its tag, its id, and whether a ring or the like shows it.
const FOCUSED: &str = "
    let at = document.activeElement;
    while (at.shadowRoot && at.shadowRoot.activeElement) at = at.shadowRoot.activeElement;
    const style = getComputedStyle(at);
    const ring = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
    const host = at.getRootNode().host;
    return [at.tagName, at.id, host ? host.figure : '', ring];";

/// More presses than there are stops on the page.
const PRESSES: usize = 300;

/// Whether the focus is not at the door of a figure that has not started yet.
const INSIDE: &str = "const host = document.activeElement;
    return !(host.shadowRoot && host.shadowRoot.activeElement?.matches('.door'));";

#[tokio::test]
async fn tab_reaches_every_slider_and_shows_where_it_is() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let mut reached = Vec::new();
        let mut hidden = Vec::new();
        for _ in 0..PRESSES {
            page.driver()
                .action_chain()
                .send_keys(Key::Tab)
                .perform()
                .await?;
            page.wait("the figure to let it in", INSIDE, Value::Null)
                .await?;
            let focused: (String, String, String, bool) =
                serde_json::from_value(page.run(FOCUSED, Value::Null).await?)?;
            if focused.0 == "BODY" {
                break;
            }
            if !focused.3 {
                hidden.push(focused.clone());
            }
            reached.push((focused.2, focused.1));
        }
        for (figure, id) in [
            ("neuron", "x1"),
            ("neuron", "w2"),
            ("neuron", "b"),
            ("curves", "x"),
            ("decay", "depth"),
            ("decay", "weight"),
            ("decay", "bias"),
        ] {
            let found = reached.iter().any(|stop| stop.0 == figure && stop.1 == id);
            ensure!(
                found,
                "Tab never reaches {id} of {figure}; it reaches {reached:?}"
            );
        }
        ensure!(hidden.is_empty(), "no ring around {hidden:?}");
        Ok(())
    })
    .await
}

/// Every drag has a path by keys: the x of `curves` is one.
#[tokio::test]
async fn the_tangent_is_moved_by_keys() -> Result<()> {
    with_page(Screen::DESK, &single_file()?, async |page| {
        let slider = page.slider("curves", "x").await?;
        let before = page.picture("curves", 0).await?;
        let said = page.texts("curves", ".sentence").await?;
        slider.send_keys(Key::Left).await?;
        ensure!(
            page.picture("curves", 0).await? != before,
            "the tangent stays where it is"
        );
        ensure!(
            page.texts("curves", ".sentence").await? != said,
            "the sentence stays {said:?}"
        );
        Ok(())
    })
    .await
}
