//! The chips of the chosen activations: their parameters are set in place.

use anyhow::{Result, ensure};
use browser_tests::{Screen, single_file, with_page};
use thirtyfour::Key;

#[tokio::test]
async fn a_parameter_is_set_on_its_chip() -> Result<()> {
    let address = format!(
        "{}#figure=curves&v=2&activation=elu,sigmoid",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        let field = page.find("curves", ".chips input").await?;
        let before = page.picture("curves", 0).await?;
        field.send_keys(Key::Up).await?;
        page.settle().await?;
        let shown = page.texts("curves", ".chips input").await?;
        ensure!(shown == ["1.1"], "one step up from 1: {shown:?}");
        ensure!(
            page.picture("curves", 0).await? != before,
            "the curve stays where it is"
        );
        // The chip is the same element still: the hand is where it was.
        page.write("curves", ".chips input", "2,5").await?;
        let legend = page.texts("curves", ".legend li span").await?;
        ensure!(
            legend.iter().any(|name| name == "ELU (α = 2.5)"),
            "{legend:?}"
        );
        page.write("curves", ".chips input", "x").await?;
        let error = page
            .texts("curves", "[data-control=activation] > .error")
            .await?
            .concat();
        ensure!(error.contains("is not a number"), "nonsense says {error:?}");
        Ok(())
    })
    .await
}
