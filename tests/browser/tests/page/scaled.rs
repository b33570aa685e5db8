//! A figure that is scaled or zoomed is as sharp as what it is shown on.

use anyhow::{Result, ensure};
use browser_tests::{Host, Page, Screen, with_page};
use serde_json::Value;

/// A slide that is scaled by a style.
fn slide(style: &str) -> String {
    format!(
        "<!doctype html><title>slide</title>
        <div id=\"slide\" style=\"width: 600px; transform-origin: 0 0; {style}\"><activation-lab figure=\"curves\"></activation-lab></div>
        <script type=\"module\" src=\"/lab/load.js\"></script>"
    )
}

/// Pixels of the canvas for one pixel of the screen, across and down.
async fn sharpness(page: &Page) -> Result<[f64; 2]> {
    page.settle().await?;
    let script = "const canvas = part('curves', 'canvas');
        const box = canvas.getBoundingClientRect();
        return [canvas.width / box.width / devicePixelRatio, canvas.height / box.height / devicePixelRatio];";
    Ok(serde_json::from_value(
        page.run(script, Value::Null).await?,
    )?)
}

/// The scale is taken in sixteenths, and a canvas has whole pixels.
fn is_sharp([x, y]: [f64; 2]) -> bool {
    let close = |ratio: f64| (ratio - 1.0).abs() < 1.0 / 32.0 + 0.01;
    close(x) && close(y)
}

#[tokio::test]
async fn a_scaled_figure_is_as_sharp_as_the_screen() -> Result<()> {
    let host = Host {
        pages: vec![
            ("plain.html", slide("")),
            ("scaled.html", slide("transform: scale(1.75)")),
            ("zoomed.html", slide("zoom: 1.75")),
            (
                "turned.html",
                slide("transform: translate(600px, 0) rotate(90deg) scale(1.5)"),
            ),
        ],
        ..Host::default()
    };
    let address = host.serve()?;
    for ratio in [1.0, 2.0] {
        let screen = Screen {
            ratio,
            ..Screen::DESK
        };
        with_page(screen, &format!("{address}plain.html"), async |page| {
            ensure!(is_sharp(sharpness(page).await?), "as it is");
            for name in ["scaled", "zoomed"] {
                page.open(&format!("{address}{name}.html")).await?;
                let sharpness = sharpness(page).await?;
                ensure!(is_sharp(sharpness), "{name} at {ratio}: {sharpness:?}");
            }
            page.open(&format!("{address}turned.html")).await?;
            let [x, y] = sharpness(page).await?;
            // The box on the screen lies on its side.
            let shown = "const { clientWidth, clientHeight, width, height } = part('curves', 'canvas');
                return [width / clientWidth / 1.5 / devicePixelRatio, height / clientHeight / 1.5 / devicePixelRatio];";
            let shown: [f64; 2] = serde_json::from_value(page.run(shown, Value::Null).await?)?;
            ensure!(is_sharp(shown), "turned at {ratio}: {shown:?}, {x} {y}");
            // A slide that is scaled later tells nobody but the window.
            page.open(&format!("{address}plain.html")).await?;
            page.run("document.getElementById('slide').style.transform = 'scale(1.5)'; dispatchEvent(new Event('resize'));", Value::Null).await?;
            let later = sharpness(page).await?;
            ensure!(is_sharp(later), "scaled later at {ratio}: {later:?}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
