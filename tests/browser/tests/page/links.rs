//! A link is a state.

use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, with_page};
use serde_json::{Value, json};
use thirtyfour::Key;

const HASH: &str = "return location.hash;";

#[tokio::test]
async fn the_hash_is_written_and_read_back() -> Result<()> {
    let address = single_file()?;
    let hash = with_page(Screen::DESK, &address, async |page| {
        let slider = page.slider("decay", "depth").await?;
        slider.send_keys(Key::End).await?;
        let script = "return location.hash.includes('depth=1000');";
        page.wait("the hash to say depth=1000", script, Value::Null)
            .await?;
        page.run(HASH, Value::Null).await
    })
    .await?;
    let hash = hash.as_str().unwrap_or_default();
    ensure!(hash.contains("figure=decay"), "the hash is {hash}");
    with_page(Screen::DESK, &format!("{address}{hash}"), async |page| {
        let depth = page
            .texts("decay", "[data-control=depth] input.value")
            .await?;
        ensure!(depth == ["1000"], "the depth is {depth:?}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_bad_link_starts_from_defaults_and_says_so() -> Result<()> {
    let address = format!(
        "{}#figure=decay&v=2&depth=lots&wieght=2&weight=1.5",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        let note = page.texts("decay", ".note").await?.concat();
        ensure!(
            note.contains("lots") && note.contains("wieght"),
            "the note says {note:?}"
        );
        ensure!(
            page.texts("decay", "[data-control=depth] input.value")
                .await?
                == ["10"]
        );
        ensure!(
            page.texts("decay", "[data-control=weight] input.value")
                .await?
                == ["1.5"]
        );
        page.find("decay", ".note button").await?.click().await?;
        let script = "return part(argument, '.note').hidden;";
        page.wait("the note to go", script, json!("decay")).await
    })
    .await
}

#[tokio::test]
async fn reset_leads_back_to_the_link_and_then_to_the_factory() -> Result<()> {
    let address = format!("{}#figure=decay&v=2&depth=30", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let depth = async || {
            page.texts("decay", "[data-control=depth] input.value")
                .await
        };
        page.slider("decay", "depth")
            .await?
            .send_keys(Key::Home)
            .await?;
        page.settle().await?;
        ensure!(depth().await? == ["1"]);
        let reset = page.find("decay", ".reset").await?;
        for expected in ["30", "10"] {
            reset.click().await?;
            page.settle().await?;
            ensure!(
                depth().await? == [expected],
                "reset: {:?}, not {expected}",
                depth().await?
            );
        }
        Ok(())
    })
    .await
}

/// A lecturer strips a figure to what the lesson needs.
#[tokio::test]
async fn controls_are_hidden_and_locked_by_the_query() -> Result<()> {
    let address = format!(
        "{}?hide=bias,input&lock=weight#figure=decay&v=2&weight=2",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        page.find("decay", "canvas").await?;
        let state = "return ['bias', 'input', 'weight', 'depth'].map((id) => {
            const control = part('decay', `[data-control=${id}]`);
            return [control.getClientRects().length > 0, control.matches(':disabled'), control.querySelector('input.value').value];
        });";
        let seen = page.run(state, Value::Null).await?;
        let wanted = serde_json::json!([
            [false, false, "0"],
            [false, false, "1"],
            [true, true, "2"],
            [true, false, "10"],
        ]);
        ensure!(seen == wanted, "[in sight, locked, value]: {seen}");
        Ok(())
    })
    .await
}
