//! The picture on the canvas is the curve, not its caricature.

use anyhow::{Result, ensure};
use browser_tests::{Screen, longest_run, roughness, single_file, with_page};

/// One sigmoid with nothing else in its colour, its tangent out of sight.
const SIGMOID: &str = "#figure=curves&v=2&activation=sigmoid&zones=false&x=12";

/// Ratio 1 is the hard case: a projector. Drawn on whole pixels the slope would jump by about 1 px from column to column.
#[tokio::test]
async fn a_curve_has_no_stairs() -> Result<()> {
    let address = format!("{}{SIGMOID}", single_file()?);
    with_page(Screen::DESK, &address, async |page| {
        let ink = page.first_ink("curves").await?;
        let picture = page.picture("curves", 0).await?;
        // At the right stands the curve's name, in its colour.
        let trace = picture.trace(ink);
        let run = longest_run(&trace[..picture.width * 4 / 5]);
        ensure!(
            run.len() > picture.width / 3,
            "only {} of {} columns have a curve",
            run.len(),
            picture.width
        );
        ensure!(
            run.is_sorted_by(|a, b| a >= b),
            "the sigmoid goes down somewhere: {run:?}"
        );
        // An eighth of a pixel is what the drawing rounds to; twice that, for the two ends of a segment, and the 8 bits of a colour.
        ensure!(
            roughness(&run) < 0.3,
            "slope jumps by {:.2} px",
            roughness(&run)
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_curve_that_leaves_the_frame_leaves_no_plateau() -> Result<()> {
    let address = format!(
        "{}#figure=curves&v=2&activation=relu&zones=false&x=-12&x_min=-2&x_max=20",
        single_file()?
    );
    with_page(Screen::DESK, &address, async |page| {
        let ink = page.first_ink("curves").await?;
        let picture = page.picture("curves", 0).await?;
        let touching = picture.columns_at_the_top(ink, 2);
        // The line climbs more than one row for every two columns and is some three pixels thick.
        ensure!(
            (1..=20).contains(&touching),
            "{touching} of {} columns touch the top",
            picture.width
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_canvas_is_as_sharp_as_the_screen() -> Result<()> {
    for ratio in [1.0, 1.5, 2.0, 3.0] {
        let screen = Screen {
            ratio,
            ..Screen::DESK
        };
        with_page(screen, &single_file()?, async |page| {
            page.find("curves", "canvas").await?;
            let script = "
                const canvas = part('curves', 'canvas');
                const box = canvas.getBoundingClientRect();
                return [canvas.width, box.width, canvas.height, box.height];";
            let sizes: [f64; 4] =
                serde_json::from_value(page.run(script, serde_json::Value::Null).await?)?;
            for [pixels, shown] in [[sizes[0], sizes[1]], [sizes[2], sizes[3]]] {
                ensure!(
                    (pixels - shown * ratio).abs() <= 1.5,
                    "{pixels} pixels for {shown} at ratio {ratio}"
                );
            }
            Ok(())
        })
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn light_and_dark_are_different_pictures() -> Result<()> {
    let address = single_file()?;
    let mut corners = Vec::new();
    for dark in [false, true] {
        let screen = Screen {
            dark,
            ..Screen::DESK
        };
        let background = with_page(screen, &address, async |page| {
            let script = "return getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor;";
            page.run(script, serde_json::Value::Null).await
        });
        corners.push(background.await?);
    }
    ensure!(corners[0] != corners[1], "both are {}", corners[0]);
    Ok(())
}

/// Nothing sticks out sideways, on a phone or on a projector.
#[tokio::test]
async fn no_width_needs_horizontal_scrolling() -> Result<()> {
    for (width, height) in [
        (360, 740),
        (768, 1024),
        (1024, 768),
        (1440, 900),
        (1920, 1080),
    ] {
        let screen = Screen {
            width,
            height,
            ..Screen::DESK
        };
        with_page(screen, &single_file()?, async |page| {
            page.find("decay", "canvas").await?;
            let script = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;";
            let excess = page.run(script, serde_json::Value::Null).await?;
            ensure!(excess == 0, "{excess} px too wide at {width}");
            Ok(())
        })
        .await?;
    }
    Ok(())
}
